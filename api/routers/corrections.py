"""Corrections: what people say of what was read; made, listed and taken back."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from api.access import TheLedger, TheNamespace, TheStore, require_token
from api.errors import documented
from api.models import Correction, NewCorrection, Page
from api.models.corrections import Action, Outcome
from api.paging import Cursor, InTime, Limit, Sort, link_next
from graph import curation
from graph.curation.listing import corrections as listed
from graph.exc import InputError
from graph.identity import Namespace
from graph.store import Store

router = APIRouter(tags=["Corrections"])
WRITING: dict[str, Any] = {"security": [{"token": []}]}


@router.get("/corrections", summary="List corrections")
def corrections(
    *,
    request: Request,
    response: Response,
    store: TheStore,
    namespace: TheNamespace,
    article: Annotated[str | None, Query(description="Key of the article they are about.")] = None,
    conflict: Annotated[
        bool, Query(description="Only those that no longer fit what is read; as `outcome=conflict`.")
    ] = False,
    outcome: Annotated[Outcome | None, Query(description="What became of them.")] = None,
    action: Annotated[Action | None, Query(description="What they do.")] = None,
    sort: InTime = Sort.TIME,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Page[Correction]:
    """Corrections in the order in which they were made, withdrawn ones too; filters combine."""
    found = listed(
        store,
        article=article,
        outcome="conflict" if conflict else outcome,
        action=action,
        newest_first=sort is Sort.NEWEST,
        limit=limit,
        after=cursor,
    )
    link_next(request, response, found.next)
    return Page(items=[shown(c, namespace) for c in found.items], next=found.next)


@router.get("/corrections/{id}", responses=documented(404), summary="Show a correction")
def correction(id: str, store: TheStore, namespace: TheNamespace) -> Correction:
    """A correction by the last part of its IRI."""
    return shown(curation.correction(store, id), namespace)


@router.post(
    "/corrections",
    status_code=201,
    responses=documented(400, 401, 403, 404),
    dependencies=[Depends(require_token)],
    openapi_extra=WRITING,
    summary="Accept, reject, edit, add, merge or split",
)
def correct(
    request: Request,
    response: Response,
    new: NewCorrection,
    store: TheStore,
    ledger: TheLedger,
    namespace: TheNamespace,
) -> Correction:
    """Say what is right: at once in the graph, and over every later reading of the article."""
    made = ledger.write(request, f"{new.action} {' '.join(new.records)}".strip(), lambda: _made(store, new))
    response.headers["Location"] = f"/corrections/{made.key}"
    return shown(made, namespace)


def _made(store: Store, new: NewCorrection) -> curation.Correction:
    wanted = dict(new.wanted)
    if new.action == "add":
        if new.records or not (new.article and new.kind):
            raise InputError("to add, give article, kind and wanted, and no records")
        return curation.add(store, new.article, new.kind, wanted, by=new.by, why=new.why)
    if new.article or new.kind or (wanted and new.action != "edit"):
        raise InputError(
            f"to {new.action}, give records only" + (" and wanted" if new.action == "edit" else "")
        )
    if new.action in {"merge", "split"}:
        if len(new.records) != 2:
            raise InputError(f"to {new.action}, give two records")
        return curation.join(store, new.action, *new.records, by=new.by, why=new.why)
    if len(new.records) != 1:
        raise InputError(f"to {new.action}, give one record")
    return curation.judge(store, new.action, new.records, by=new.by, why=new.why, wanted=wanted)[0]


@router.delete(
    "/corrections/{id}",
    responses=documented(401, 403, 404),
    dependencies=[Depends(require_token)],
    openapi_extra=WRITING,
    summary="Take a correction back",
)
def withdraw(
    *,
    request: Request,
    id: str,
    store: TheStore,
    ledger: TheLedger,
    namespace: TheNamespace,
    by: Annotated[str, Query(min_length=1, max_length=200, pattern=r"\S", description="Who takes it back.")],
    why: Annotated[str | None, Query(max_length=5000, description="The reason.")] = None,
) -> Correction:
    """Let what was read come back; the correction is kept with who withdrew it, when and why."""
    gone = ledger.write(request, f"withdraw {id}", lambda: curation.withdraw(store, id, by=by, why=why))
    return shown(gone, namespace)


def shown(correction: curation.Correction, namespace: Namespace) -> Correction:
    """A correction as JSON."""
    own = {name: getattr(correction, name) for name in Correction.model_fields if hasattr(correction, name)}
    return Correction.model_validate(
        {
            **own,
            "id": namespace.iri("correction", correction.key),
            "records": [anchor.now for anchor in correction.anchors if anchor.now and correction.active],
            "articles": list(correction.articles),
            "about": [anchor.fields for anchor in correction.anchors],
        },
        from_attributes=True,
    )
