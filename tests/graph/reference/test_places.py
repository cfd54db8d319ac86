"""Places lie in the state that the United Nations' resolutions name, and none is written like a state."""

from collections import Counter

import pytest

from graph.reference import tables

PLACES = {p.key: p for p in tables.places()}


def test_there_are_enough_places_each_with_an_arabic_and_an_english_name() -> None:
    assert len(tables.places()) >= 700
    codes = {s.code for s in tables.states()}
    for place in tables.places():
        assert place.en and place.ar and place.kind in tables.PLACE_KINDS, place
        assert not place.state or place.state in codes, place
        assert place.caution in tables.CAUTIONS, place


def test_keys_and_names_are_unique() -> None:
    assert len(PLACES) == len(tables.places())
    names = Counter(n for p in tables.places() for n in {p.en, p.ar, *p.aliases})
    assert [n for n, count in names.items() if count > 1] == []


def test_each_living_state_with_a_capital_has_it_among_the_places() -> None:
    capitals = {p.state for p in tables.places() if p.kind == "capital"}
    named = {r.code for r in tables.state_names() if r.kind == "capital" and r.lang == "ar"}
    former = {s.code for s in tables.states() if s.kind == "former"}
    assert named - former <= capitals


def test_no_place_is_written_like_a_state() -> None:
    kinds = ("official", "short")
    states = {r.name for r in tables.state_names() if r.kind in kinds and r.lang in ("ar", "en")}
    # the city is the state there
    written = {p.key for p in tables.places() if {p.en, p.ar, *p.aliases} & states}
    assert written == {"vatican-city"}


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("geneva", "CHE"),
        ("the-hague", "NLD"),
        ("sharm-el-sheikh", "EGY"),
        ("davos", "CHE"),
        ("camp-david", "USA"),
        ("dhahran", "SAU"),
        ("astana", "KAZ"),
        ("hodeidah", "YEM"),
        ("rafah", "PSE"),
        ("hebron", "PSE"),
        ("golan-heights", "SYR"),
        ("crimea", "UKR"),
        ("abkhazia", "GEO"),
        ("nagorno-karabakh", "AZE"),
        ("jerusalem", ""),
        ("kashmir", ""),
        ("red-sea", ""),
    ],
)
def test_a_place_lies_in_its_state(key: str, state: str) -> None:
    assert PLACES[key].state == state


def test_old_names_lead_to_the_same_place() -> None:
    assert {"Nur-Sultan", "نور سلطان"} <= set(PLACES["astana"].aliases)
    assert PLACES["leningrad"].until == "1991-09-06"
