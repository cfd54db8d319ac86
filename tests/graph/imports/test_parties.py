"""Who the sides of a row are."""

import pytest

from graph.identity import state_codes
from graph.imports.mapping import FORMATS, format_of
from graph.imports.parties import MISSING, UNKNOWN, UNOFFICIAL, Resolver
from graph.reference import tables


def resolved(format: str, country: str, name: str = "", group: str = "", role: str = "") -> str:
    actor, reason = Resolver(format_of(format).parties).actor(country, name, group, [role])
    return actor or reason


@pytest.mark.parametrize(
    ("country", "code"), [("KAZ", "KAZ"), ("ROM", "ROU"), ("WSB", "PSE"), ("PAL", "PSE"), ("KSV", "XKX")]
)
def test_cameo_codes_of_countries_that_are_not_iso_are_our_states(country: str, code: str) -> None:
    assert resolved("gdelt", country) == code


@pytest.mark.parametrize(
    ("group", "actor"), [("UNO", "UN"), ("EEC", "EU"), ("ARL", "LAS"), ("NAT", "NATO"), ("KID", "UNICEF")]
)
def test_known_groups_are_our_organizations(group: str, actor: str) -> None:
    assert resolved("gdelt", "", "SOMEBODY", group, "IGO") == actor


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russian Federation", "RUS"),
        ("South Korea", "KOR"),
        ("Occupied Palestinian Territory", "PSE"),
        ("Democratic Republic of Congo", "COD"),
        ("Côte d'Ivoire", "CIV"),
        ("Turkey", "TUR"),
        ("Yemen", "YEM"),
    ],
)
def test_icews_names_of_countries_are_our_states(name: str, code: str) -> None:
    assert resolved("icews", name, "somebody") == code


def test_an_organization_without_a_country_is_told_by_its_name() -> None:
    assert resolved("icews", "", "European Union") == "EU"
    assert resolved("icews", "", "United Nations") == "UN"
    assert resolved("gdelt", "", "UNITED NATIONS") == UNKNOWN, "GDELT's names are words of a text"


def test_rebels_and_citizens_are_not_their_state() -> None:
    assert resolved("gdelt", "KAZ", role="CVL") == UNOFFICIAL
    assert resolved("gdelt", "KAZ", role="GOV") == "KAZ"
    assert resolved("icews", "Kazakhstan", role="Dissident, Armed Rebel") == UNOFFICIAL
    assert resolved("icews", "Kazakhstan", role="Foreign Ministry,Executive,Government") == "KAZ"
    assert resolved("polecat", "KAZ", role="REB") == UNOFFICIAL


def test_regions_unknown_codes_and_nobody_are_told_apart() -> None:
    assert resolved("gdelt", "EUR") == UNKNOWN
    assert resolved("gdelt", "") == MISSING


def test_every_actor_of_a_mapping_is_one_of_ours() -> None:
    organizations = {row.id for row in tables.organizations()}
    for key in FORMATS:
        parties = format_of(key).parties
        assert {*parties.countries.values()} <= state_codes(), key
        assert {*parties.groups.values()} <= organizations, key
