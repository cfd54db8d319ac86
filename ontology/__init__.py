"""The Bilateral Relations Ontology: Turtle, shapes, JSON-LD context, questions, and the terms as constants.

The files travel inside the package, so that ``read("core.ttl")`` works from an installed wheel too.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

VOCABULARY = ("core.ttl", "schemes.ttl", "issues.ttl")
SHAPES = "shapes.ttl"
STYLE = "style.ttl"
CONTEXT = "context.jsonld"

__all__ = ["CONTEXT", "SHAPES", "STYLE", "VOCABULARY", "path", "questions", "read"]


def path(name: str) -> Traversable:
    """The file ``name`` of the ontology (``core.ttl``, ``questions/agenda.rq``), to open or read."""
    return files(__name__).joinpath(name)


def read(name: str) -> str:
    """The text of the file ``name``; raises FileNotFoundError where the ontology has no such file."""
    return path(name).read_text(encoding="utf-8")


def questions() -> Iterator[tuple[str, str]]:
    """Name and SPARQL of each competency question, in the order of their names."""
    folder = path("questions")
    for entry in sorted(folder.iterdir(), key=lambda file: file.name):
        if entry.name.endswith(".rq"):
            yield entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8")
