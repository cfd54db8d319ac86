"""The documentation page: whole, linked, in both languages, and in need of nothing from outside."""

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from rdflib import OWL, RDF, SKOS, Graph, URIRef

import ontology
from ontology import document
from ontology.terms import ONTOLOGY, SCHEME

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """Ids, links, texts by language, and whether every element is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.arabic_sides: set[str | None] = set()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given["href"]))
        if tag in {"link", "script", "img", "iframe"}:
            self.fetched.append(str(given.get("href") or given.get("src")))
        if given.get("lang") == "ar":
            self.arabic_sides.add(given.get("dir"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_term_and_question_has_its_place_and_every_link_leads_somewhere(vocabulary: Graph) -> None:
    page = Page(document.page())
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme)
    terms = {
        str(s).removeprefix(ONTOLOGY).removeprefix(SCHEME)
        for kind in kinds
        for s in vocabulary.subjects(RDF.type, kind)
        if isinstance(s, URIRef)
    }
    assert terms <= set(page.ids)
    assert {f"question-{name}" for name, _ in ontology.questions()} <= set(page.ids)
    broken = [link for link in page.links if link.startswith("#") and link[1:] not in page.ids]
    assert broken == []


def test_arabic_runs_from_right_to_left() -> None:
    assert Page(document.page()).arabic_sides == {"rtl"}


def test_labels_and_definitions_stand_in_both_languages() -> None:
    text = document.page()
    for words in (
        "bilateral relation",
        "علاقة ثنائية",
        "القضية الفلسطينية",
        "تربط مشاركة بالفاعل الذي يشارك.",
    ):
        assert words in text


def test_nothing_is_fetched_but_the_stylesheet_asked_for() -> None:
    assert Page(document.page()).fetched == []
    linked = document.page("/ontology/document.css")
    assert Page(linked).fetched == ["/ontology/document.css"]
    assert "<style>" not in linked


def test_the_page_can_be_written_from_the_shell(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "ontology.document"],
        capture_output=True,
        check=True,
        cwd=Path(ontology.__file__).parents[1],
        env={"PYTHONIOENCODING": "utf-8"},
    )
    assert run.stdout.decode("utf-8") == document.page()
