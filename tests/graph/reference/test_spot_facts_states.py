"""Facts on states, their names and their dates, each with the source it can be looked up in."""

import pytest

from graph.reference import tables
from graph.reference.tables import StateRow

STATES = {s.code: s for s in tables.states()}
UN = "United Nations, list of member states"
M49 = "United Nations, Standard Country or Area Codes (M49)"
ISO = "ISO 3166"


@pytest.mark.parametrize(
    ("code", "field", "value", "source"),
    [
        ("KAZ", "un_admitted", "1992-03-02", UN),
        ("SSD", "un_admitted", "2011-07-14", UN),
        ("CHE", "un_admitted", "2002-09-10", UN),
        ("MNE", "un_admitted", "2006-06-28", UN),
        ("THA", "un_admitted", "1946-12-16", UN),
        ("DEU", "un_admitted", "1973-09-18", UN),
        ("DDR", "un_admitted", "1973-09-18", UN),
        ("TLS", "un_admitted", "2002-09-27", UN),
        ("PSE", "kind", "observer", "General Assembly resolution 67/19 of 29 November 2012"),
        ("VAT", "kind", "observer", "General Assembly resolution 58/314 of 1 July 2004"),
        ("XKX", "begin", "2008-02-17", "CIA World Factbook, Kosovo: independence"),
        ("SSD", "begin", "2011-07-09", "CIA World Factbook, South Sudan: independence"),
        ("CZE", "begin", "1993-01-01", "CIA World Factbook, Czechia: independence"),
        ("SUN", "end", "1991-12-26", "Soviet of the Republics, declaration 142-N of 26 December 1991"),
        ("DDR", "end", "1990-10-02", "Unification Treaty: accession on 3 October 1990"),
        ("CSK", "end", "1992-12-31", "Constitutional Act 542/1992"),
        ("YMD", "end", "1990-05-21", "Gleditsch and Ward, list of states: 680"),
        ("SCG", "end", "2006-06-05", "National Assembly of Serbia, decision of 5 June 2006"),
        ("KAZ", "subregion", "Central Asia", M49),
        ("TUR", "subregion", "Western Asia", M49),
        ("EGY", "subregion", "Northern Africa", M49),
        ("SDN", "subregion", "Northern Africa", M49),
        ("IRN", "subregion", "Southern Asia", M49),
        ("CYP", "region", "Asia", M49),
        ("KAZ", "numeric", "398", ISO),
        ("AFG", "numeric", "004", ISO),
        ("PSE", "alpha2", "PS", ISO),
        ("KAZ", "wikidata", "Q232", "Wikidata"),
        ("PSE", "wikidata", "Q219060", "Wikidata"),
    ],
)
def test_a_state_is_as_its_source_says(code: str, field: str, value: str, source: str) -> None:
    assert getattr(STATES[code], field) == value, source


@pytest.mark.parametrize(
    ("code", "successors"),
    [
        ("CSK", {"CZE", "SVK"}),
        ("DDR", {"DEU"}),
        ("SCG", {"SRB", "MNE"}),
        ("YUG", {"BIH", "HRV", "MKD", "SVN", "SCG"}),
        ("YMD", {"YEM"}),
    ],
)
def test_a_former_state_is_followed_by_these(code: str, successors: set[str]) -> None:
    assert set(STATES[code].successors) == successors


def test_fifteen_states_follow_the_soviet_union() -> None:
    union: StateRow = STATES["SUN"]
    assert len(union.successors) == 15 and {"RUS", "KAZ", "UZB", "EST"} <= set(union.successors)


@pytest.mark.parametrize(
    ("code", "lang", "name", "time", "source"),
    [
        ("SWZ", "en", "Swaziland", ("1968-09-06", "2018-04-19"), "Legal Notice 80 of 2018"),
        ("SWZ", "ar", "إسواتيني", ("2018-04-19", ""), "Legal Notice 80 of 2018"),
        ("MKD", "en", "North Macedonia", ("2019-02-12", ""), "Prespa Agreement, entry into force"),
        ("MKD", "ar", "مقدونيا", ("1991-09-08", "2019-02-12"), "Prespa Agreement, entry into force"),
        ("TUR", "en", "Türkiye", ("2022-06-02", ""), "United Nations, note of 2 June 2022"),
        (
            "KAZ",
            "en",
            "Nur-Sultan",
            ("2019-03-23", "2022-09-17"),
            "decrees of 23 March 2019 and 17 September 2022",
        ),
        ("KAZ", "ar", "أستانا", ("2022-09-17", ""), "decree of 17 September 2022"),
        ("COD", "en", "Zaire", ("1971-10-27", "1997-05-17"), "CIA World Factbook: former names"),
        ("BFA", "en", "Upper Volta", ("1960-08-05", "1984-08-04"), "CIA World Factbook: former names"),
        ("MMR", "en", "Burma", ("1948-01-04", "1989-06-18"), "Adaptation of Expressions Law 15/89"),
        ("DEU", "en", "West Germany", ("1949-05-23", "1990-10-03"), "Unification Treaty"),
        ("WSM", "en", "Western Samoa", ("1962-01-01", "1997-07-04"), "CIA World Factbook: former names"),
    ],
)
def test_a_name_held_for_its_time(
    code: str, lang: str, name: str, time: tuple[str, str], source: str
) -> None:
    held = {
        (r.begin, r.until) for r in tables.state_names() if (r.code, r.lang, r.name) == (code, lang, name)
    }
    assert time in held, source
