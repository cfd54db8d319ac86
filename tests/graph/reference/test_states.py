"""Every state has its codes and every form that agencies write; a form that two states share says so."""

from collections import Counter, defaultdict

import pytest

from graph.reference import tables
from graph.reference.tables import NameRow

NAMES = {"official", "short"}
# no capital that all would call one; Israel and Palestine have a seat of government instead
NO_CAPITAL = {"ESH", "ISR", "PSE", "HKG", "MAC", "GIB"}
PALESTINE, ISRAEL = "PSE", "ISR"


def forms() -> dict[tuple[str, str], dict[str, list[str]]]:
    found: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in tables.state_names():
        found[row.code, row.lang][row.kind].append(row.name)
    return found


def test_all_members_observers_and_others_are_there() -> None:
    kinds = Counter(s.kind for s in tables.states())
    assert kinds["member"] == 193
    assert {s.code for s in tables.states() if s.kind == "observer"} == {"PSE", "VAT"}
    assert {"XKX", "TWN", "ESH"} <= {s.code for s in tables.states() if s.kind == "other"}
    assert {s.code for s in tables.states() if s.kind == "former"} == {
        "SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "YAR",
    }  # fmt: skip


@pytest.mark.parametrize("column", ["code", "alpha2", "numeric", "wikidata"])
def test_codes_are_unique(column: str) -> None:
    values = [getattr(s, column) for s in tables.states() if getattr(s, column)]
    assert len(values) == len(set(values))


def test_each_living_state_has_codes_a_region_and_the_members_a_day_of_admission() -> None:
    for state in tables.states():
        assert len(state.code) == 3 and state.code.isupper() and state.wikidata.startswith("Q"), state
        assert state.region in {"Africa", "Americas", "Asia", "Europe", "Oceania"} and state.subregion, state
        assert state.kind in tables.STATE_KINDS
        if state.kind != "former":
            assert len(state.alpha2) == 2, state
            assert len(state.numeric) == 3 or state.code == "XKX", state
        assert bool(state.un_admitted) == (state.kind in ("member", "former")), state


def test_former_states_end_and_have_successors_that_exist() -> None:
    codes = {s.code for s in tables.states()}
    for state in tables.states():
        if state.kind == "former":
            assert state.begin < state.end and set(state.successors) <= codes and state.successors, state
        else:
            assert not state.end and not state.successors, state


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_each_state_has_an_official_and_a_short_name_and_an_adjective(lang: str) -> None:
    found = forms()
    for state in tables.states():
        kinds = found[state.code, lang]
        assert kinds.keys() >= NAMES, (state.code, lang)
        # the union of Serbia and Montenegro has no adjective of its own
        if state.code != "SCG":
            assert kinds["adjective"], (state.code, lang)


def test_each_arabic_adjective_has_its_feminine_and_its_plurals() -> None:
    found = forms()
    for state in tables.states():
        kinds = found[state.code, "ar"]
        for word in (w for w in kinds["adjective"] if w.endswith("ي") and " " not in w):
            if word == "زائيري":  # dated to Zaire: only what news of that time writes
                continue
            for kind, ending in (
                ("adjective-f", "ة"),
                ("adjective-mp", "ون"),
                ("adjective-mo", "ين"),
                ("adjective-fp", "ات"),
            ):
                assert word + ending in kinds[kind], (state.code, word, kind)


def test_arabic_adjectives_are_indefinite() -> None:
    article = {
        r.name
        for r in tables.state_names()
        if r.lang == "ar" and r.kind.startswith("adjective") and r.name.startswith("ال")
    }
    assert not article


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_each_living_state_has_a_capital_or_a_seat(lang: str) -> None:
    found = forms()
    for state in tables.states():
        kinds = found[state.code, lang]
        if state.kind != "former" and state.code not in NO_CAPITAL:
            assert kinds["capital"], (state.code, lang)
    assert not found[ISRAEL, lang]["capital"] and not found[PALESTINE, lang]["capital"]
    assert {"تل أبيب", "Tel Aviv"} & set(found[ISRAEL, lang]["seat"])
    assert {"رام الله", "Ramallah"} & set(found[PALESTINE, lang]["seat"])


def test_jerusalem_stands_for_no_government() -> None:
    names = {r.name for r in tables.state_names()}
    assert not names & {"القدس", "Jerusalem", "القدس الشرقية", "East Jerusalem"}


def test_a_form_that_two_states_share_is_marked_for_both() -> None:
    holders: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in tables.state_names():
        if row.lang in ("ar", "en"):
            holders[row.lang, folded(row.name)][row.code].add(row.caution)
    shared = {form: by for form, by in holders.items() if len(by) > 1}
    assert {form for form, by in shared.items() if any("" in cautions for cautions in by.values())} == set()
    assert ("ar", folded("عُمان")) in shared


def folded(name: str) -> str:
    table = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
    return "".join(c for c in name.translate(table) if not "\u064b" <= c <= "\u0652").casefold()


def test_kinds_and_cautions_are_the_known_ones() -> None:
    rows: tuple[NameRow, ...] = tables.state_names()
    codes = {s.code for s in tables.states()}
    assert {r.kind for r in rows} <= set(tables.NAME_KINDS)
    assert {r.caution for r in rows} <= set(tables.CAUTIONS)
    assert {r.code for r in rows} == codes
    assert {r.lang for r in rows} == {"ar", "en", "fr", "ru", "es", "zh"}
    assert all(r.name == r.name.strip() for r in rows)


def test_each_living_state_has_short_names_in_the_un_languages() -> None:
    found = forms()
    for state in tables.states():
        if state.kind != "former":
            for lang in ("fr", "ru", "es", "zh"):
                assert found[state.code, lang]["short"], (state.code, lang)


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("الكرملين", "RUS", "seat"),
        ("قصر الإليزيه", "FRA", "seat"),
        ("White House", "USA", "seat"),
        ("10 Downing Street", "GBR", "seat"),
        ("أميركا", "USA", "variant"),
        ("أمريكا", "USA", "variant"),
        ("قازاقستان", "KAZ", "variant"),
        ("الجمهورية الإسلامية الإيرانية", "IRN", "variant"),
        ("كوت ديفوار", "CIV", "variant"),
        ("جرينادا", "GRD", "variant"),
        ("كازاخي", "KAZ", "adjective"),
        ("أتراك", "TUR", "adjective-mp"),
        ("روس", "RUS", "adjective-mp"),
        ("مصريين", "EGY", "adjective-mo"),
        ("إماراتية", "ARE", "adjective-f"),
        ("U.S.", "USA", "abbreviation"),
        ("US", "USA", "abbreviation"),
        ("DPRK", "PRK", "abbreviation"),
        ("UK", "GBR", "abbreviation"),
        ("Kazakhstani", "KAZ", "adjective"),
        ("Britons", "GBR", "demonym"),
    ],
)
def test_forms_that_agencies_write_are_there(name: str, code: str, kind: str) -> None:
    assert (code, kind) in {(r.code, r.kind) for r in tables.state_names() if r.name == name}


@pytest.mark.parametrize("name", ["مالي", "مالية", "بنين", "Polish"])
def test_a_name_that_is_also_a_word_is_marked(name: str) -> None:
    assert {r.caution for r in tables.state_names() if r.name == name} == {"word"}


def test_the_bare_kingdom_names_no_state() -> None:
    assert not {r.code for r in tables.state_names() if r.name in ("المملكة", "السلطنة", "كيف")}
