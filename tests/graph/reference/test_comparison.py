"""Our codes and names beside pycountry's (ISO 3166) and Babel's (CLDR): every difference has a reason."""

import csv
from collections import defaultdict

import pycountry
import pytest
from babel import Locale

from graph.paths import reference_dir
from graph.reference import tables

LANGUAGES = ("ar", "en", "fr", "ru", "es", "zh")


@pytest.fixture(scope="module")
def written() -> dict[tuple[str, str], set[str]]:
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in tables.state_names():
        forms[row.code, row.lang].add(row.name)
    return forms


def listed(package: str) -> set[tuple[str, str, str]]:
    with (reference_dir() / "differences.csv").open(encoding="utf-8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines) if r["package"] == package]
    assert all(r["reason"] for r in rows)
    return {(r["field"], r["state"], r["theirs"]) for r in rows}


def iso_differences(written: dict[tuple[str, str], set[str]]) -> set[tuple[str, str, str]]:
    found = set()
    for state in tables.states():
        country = pycountry.countries.get(alpha_3=state.code) or pycountry.historic_countries.get(
            alpha_3=state.code
        )
        if country is None:
            found.add(("alpha_3", state.code, ""))
            continue
        for field, ours in (("alpha_2", state.alpha2), ("numeric", state.numeric)):
            if getattr(country, field) != ours:
                found.add((field, state.code, getattr(country, field)))
        if state.kind != "former":
            for field in ("name", "official_name", "common_name"):
                name = getattr(country, field, "")
                if name and name not in written[state.code, "en"]:
                    found.add((field, state.code, name))
    return found


def test_every_difference_from_iso_3166_is_explained_and_none_is_stale(
    written: dict[tuple[str, str], set[str]],
) -> None:
    assert iso_differences(written) == listed("pycountry")


def test_every_difference_from_cldr_is_explained_and_none_is_stale(
    written: dict[tuple[str, str], set[str]],
) -> None:
    found = set()
    for lang in LANGUAGES:
        territories = Locale.parse(lang).territories
        for state in tables.states():
            name = territories.get(state.alpha2)
            if state.kind != "former" and name and name not in written[state.code, lang]:
                found.add((lang, state.code, name))
    assert found == listed("babel")


def test_every_sovereign_country_of_iso_3166_is_here() -> None:
    ours = {s.code for s in tables.states()}
    missing = {c.alpha_3 for c in pycountry.countries} - ours
    # what is left is dependencies, none of them a state by any source used here
    codes = (
        "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK CUW CXR CYM GGY GLP GUF GUM HMD IMN IOT JEY MAF MNP MSR"
        " MTQ MYT NFK PCN REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF"
    )
    assert " ".join(sorted(missing)) == codes
