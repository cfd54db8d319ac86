"""From what people write to the states, organizations and things they mean."""

from __future__ import annotations

from functools import cache

from rapidfuzz import process

from graph.exc import NotFoundError
from graph.folding import fold
from graph.identity import Namespace, state_codes
from graph.lookups.asking import record_iri
from graph.reference import tables
from graph.store import Store

_NAMING = frozenset({"official", "short", "variant", "former", "abbreviation"})


@cache
def _codes_by_name() -> dict[str, str]:
    """Folded name -> code; names of states that still are come before those of former ones."""
    former = {row.code for row in tables.states() if row.kind == "former"}
    names = [row for row in tables.state_names() if row.kind in _NAMING]
    found: dict[str, str] = {}
    for row in sorted(names, key=lambda r: (r.code in former, r.kind == "former", r.kind == "variant")):
        found.setdefault(fold(row.name), row.code)
    return found


@cache
def _organizations_by_name() -> dict[str, str]:
    found = {fold(row.id): row.id for row in tables.organizations()}
    for row in tables.organization_names():
        if row.kind in _NAMING:
            found.setdefault(fold(row.name), row.code)
    return found


def state_code(store: Store, name: str) -> str:
    """The alpha-3 code of a state given by code (in any case) or by name in English or Arabic.

    NotFoundError, with names that come near, where no state is called so.
    """
    if name.upper() in state_codes():
        return name.upper()
    code = _codes_by_name().get(fold(name))
    if code:
        return code
    near = process.extract(fold(name), list(_codes_by_name()), limit=3, score_cutoff=75)
    codes = list(dict.fromkeys(_codes_by_name()[found] for found, _, _ in near))
    hint = (
        f"; did you mean {' or '.join(codes)}?" if codes else "; give an ISO 3166-1 alpha-3 code such as KAZ"
    )
    raise NotFoundError(f"no state is called {name!r}{hint}")


def actor_iri(store: Store, name: str) -> str:
    """The IRI of a state or organization given by code, key, name or IRI; NotFoundError for others."""
    if name.startswith(("http://", "https://")):
        return record_iri("actor", name)
    namespace = Namespace()
    folded = fold(name)
    if name in state_codes():
        return namespace.state(name)
    if known := _organizations_by_name().get(folded) if name.isupper() else None:
        return namespace.organization(known)
    if name.upper() in state_codes() or folded in _codes_by_name():
        return namespace.state(state_code(store, name))
    if known := _organizations_by_name().get(folded):
        return namespace.organization(known)
    iri = namespace.organization(name)
    if store.ask(f"ASK {{ <{record_iri('org', iri)}> ?p ?o }}"):
        return iri
    raise NotFoundError(f"no state or organization is called {name!r}")
