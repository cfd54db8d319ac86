"""Organizations and what they are called: enough of them, named in both languages, each name of one body."""

from collections import defaultdict

import pytest
from rdflib import Graph
from rdflib.namespace import SKOS

from graph.folding import fold
from graph.paths import ontology_dir
from graph.reference import tables
from graph.reference.tables import NAME_KINDS

ROWS = {row.id: row for row in tables.organizations()}
NAMES = tables.organization_names()
STATES = {row.code for row in tables.states()}
ACTORS = {row.id for row in ROWS.values() if row.kind != "outlet"}


def named(code: str, lang: str) -> set[str]:
    return {fold(row.name) for row in NAMES if row.code == code and row.lang == lang}


def test_there_are_enough_organizations_and_outlets() -> None:
    assert len(ACTORS) >= 120
    assert len(ROWS) - len(ACTORS) >= 60


def test_every_kind_is_a_concept_of_the_ontology() -> None:
    schemes = Graph().parse(ontology_dir() / "schemes.ttl")
    kinds = {str(c).rsplit("/", 1)[-1] for c in schemes.subjects(SKOS.prefLabel)}
    assert {f"org-{row.kind}" for row in ROWS.values()} <= kinds


def test_ids_are_short_english_forms_in_capitals() -> None:
    assert all(code.upper() == code and code.isascii() and " " not in code for code in ROWS)
    assert not set(ROWS) & STATES


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_organization_has_an_official_name(lang: str) -> None:
    official = {row.code for row in NAMES if row.lang == lang and row.kind == "official"}
    assert set(ROWS) - official == set()


def test_names_belong_to_known_organizations_and_have_known_kinds() -> None:
    assert {row.code for row in NAMES} <= set(ROWS)
    assert {row.kind for row in NAMES} <= set(NAME_KINDS)
    assert {row.caution for row in NAMES} <= {"", "word", "dateline"}


def test_parents_are_known_and_no_organization_is_its_own_ancestor() -> None:
    assert {row.parent for row in ROWS.values()} - {""} <= set(ROWS) | STATES
    for code, row in ROWS.items():
        above = [row.parent]
        while above[-1] in ROWS:
            above.append(ROWS[above[-1]].parent)
            assert len(above) == len(set(above)) and code not in above


def test_a_name_without_caution_means_one_organization() -> None:
    bearers = defaultdict(set)
    for row in NAMES:
        if not row.caution and not row.kind.startswith("adjective"):
            exact = row.name if row.name.isupper() or "+" in row.name else ""
            bearers[(row.lang, fold(row.name), exact)].add(row.code)
    assert {name: codes for name, codes in bearers.items() if len(codes) > 1} == {}


def test_no_organization_is_called_like_a_state() -> None:
    """Some names are both (the city and paper Riyadh); they carry a caution."""
    states = {
        (row.lang, row.name)
        for row in tables.state_names()
        if row.kind in ("official", "short", "variant", "capital", "seat", "abbreviation")
    }
    clashes = {(row.code, row.name) for row in NAMES if not row.caution and (row.lang, row.name) in states}
    assert clashes == set()


def test_organizations_begin_before_they_end() -> None:
    assert [row.id for row in ROWS.values() if row.dissolved and row.dissolved < row.founded] == []


@pytest.mark.parametrize(
    ("code", "lang", "written"),
    [
        ("ISIS", "ar", "داعش"),
        ("ISIS", "ar", "تنظيم الدولة الإسلامية"),
        ("ISIS", "ar", "الدولة الإسلامية في العراق والشام"),
        ("ISIS", "en", "ISIL"),
        ("HOUTHIS", "ar", "الحوثيين"),
        ("HOUTHIS", "ar", "أنصار الله"),
        ("LAS", "ar", "الجامعة العربية"),
        ("LAS", "ar", "مجلس جامعة الدول العربية"),
        ("UN", "ar", "الامم المتحدة"),
        ("UNSC", "ar", "مجلس الأمن الدولي"),
        ("GCC", "ar", "مجلس التعاون لدول الخليج العربية"),
        ("NATO", "ar", "حلف شمال الأطلسي"),
        ("P5+1", "ar", "مجموعة 5+1"),
        ("QUARTET", "ar", "الرباعية الدولية"),
        ("CICA", "ar", "مؤتمر التفاعل وإجراءات بناء الثقة في آسيا"),
        ("OIC", "ar", "منظمة المؤتمر الإسلامي"),
        ("UNRWA", "ar", "وكالة الغوث"),
        ("FOCAC", "ar", "منتدى التعاون الصيني الأفريقي"),
        ("UN", "ar", "أممي"),
        ("MAAN", "ar", "وكالة معا"),
        ("AFP", "ar", "فرانس برس"),
    ],
)
def test_forms_that_agencies_write_are_found(code: str, lang: str, written: str) -> None:
    assert fold(written) in named(code, lang)


def test_names_of_outlets_that_are_other_words_are_for_datelines_only() -> None:
    loose = {
        (row.code, row.name): row.caution for row in NAMES if row.name in ("معا", "الرياض", "واس", "العربية")
    }
    assert loose
    assert set(loose.values()) == {"dateline"}
