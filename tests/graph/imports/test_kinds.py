"""Codes of event data and our kinds of event."""

import pytest

from graph.imports.kinds import kinds, whole_code
from graph.imports.mapping import table
from graph.rdf.schemes import concept_codes, concept_labels
from ontology.terms import EVENT_STATUSES


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("042", "visit"),
        ("040", "meeting"),
        ("0231", "request"),
        ("1123", "accusation"),
        ("0841", "release"),
        ("084", "release"),
        ("0871", "ceasefire"),
        ("061", "cooperation"),
        ("166", "expulsion"),
        ("1661", "expulsion"),
        ("010", "statement"),
        ("013", "statement"),
        ("203", "assault"),
        ("173", "arrest"),
        ("094", "accusation"),
        ("1712", "assault"),
        ("192", "coercion"),
    ],
)
def test_a_cameo_code_is_the_nearest_kind_at_or_above_it(code: str, kind: str) -> None:
    assert kinds("cameo").kind(code) == kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("CONSULT/visit", "visit"),
        ("CONSULT", "meeting"),
        ("CONSULT/online", "meeting"),
        ("PROTEST/riot", "protest"),
        ("SANCTION/expel", "expulsion"),
        ("ACCUSE/disapprove", "accusation"),
        ("RETREAT/ceasefire", "ceasefire"),
        ("AID", "aid"),
        ("AID/humanitarian", "humanitarian-aid"),
        ("COERCE/seize", "seizure"),
        ("CONSULT/host", "visit"),
        ("DEMAND/change", "request"),
    ],
)
def test_a_plover_type_with_its_mode_is_the_nearest_kind(code: str, kind: str) -> None:
    assert kinds("plover").kind(code) == kind


def test_what_no_scheme_has_is_no_kind() -> None:
    assert kinds("cameo").kind("999") is None
    assert kinds("cameo").kind("") is None
    assert kinds("plover").kind("APPLAUD/loudly") is None


def test_a_plover_host_is_visited() -> None:
    assert kinds("plover").is_reversed("CONSULT/host")
    assert not kinds("plover").is_reversed("CONSULT/visit")


def test_an_intent_to_meet_is_planned_and_a_host_is_visited() -> None:
    assert (kinds("cameo").kind("036"), kinds("cameo").status("036")) == ("meeting", "planned")
    assert (kinds("plover").kind("AGREE/meet"), kinds("plover").status("AGREE/meet")) == (
        "meeting",
        "planned",
    )
    assert kinds("cameo").status("042") == "held"
    assert kinds("cameo").kind("043") == "visit" and kinds("cameo").is_reversed("043")


@pytest.mark.parametrize("scheme", ["cameo", "plover"])
def test_every_code_of_the_ontology_has_a_kind_and_every_kind_of_the_tables_is_one(scheme: str) -> None:
    told = table(scheme)
    named = {*told["codes"].values(), *told["roots"].values()}
    assert {f"event-{kind}" for kind in named} <= concept_labels().keys()
    assert {*told["statuses"].values()} <= {*EVENT_STATUSES}
    by_code: dict[str, set[str]] = {}
    for kind, code in concept_codes(f"{scheme}Code").items():
        by_code.setdefault(code, set()).add(kind)
    for code, noted in by_code.items():
        assert kinds(scheme).kind(code) in noted or code in told["codes"], code


def test_codes_kept_as_numbers_get_their_zeros_back() -> None:
    assert [whole_code(code) for code in ("10", "42", "231", "112", "0231", "1831")] == [
        "010",
        "042",
        "0231",
        "112",
        "0231",
        "1831",
    ]
