"""Where the data that travel with the package lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.exc import InputError

_HERE = Path(__file__).resolve().parent


@cache
def _data(name: str) -> Path:
    """The folder ``name`` of the package's data: inside ``graph`` in a wheel, beside it in a checkout."""
    for folder in (_HERE / "data" / name, _HERE.parent / "data" / name):
        if folder.is_dir():
            return folder
    raise InputError(f"the folder data/{name} is missing from the installation; install the package again")


def reference_dir() -> Path:
    """Folder of the reference tables (states, organizations, places, memberships, holdings, ties)."""
    return _data("reference")


def lexicon_dir() -> Path:
    """Folder of the lexicons, one folder below it a language (``ar``, ``en``)."""
    return _data("lexicon")


def imports_dir() -> Path:
    """Folder of the mapping files of data sets (``gdelt.toml``)."""
    return _data("imports")


def queries_dir() -> Path:
    """Folder of the named SPARQL queries."""
    return _HERE / "queries"


def ontology_dir() -> Path:
    """Folder of the ontology's Turtle files and competency questions."""
    import ontology

    return Path(ontology.__file__).resolve().parent
