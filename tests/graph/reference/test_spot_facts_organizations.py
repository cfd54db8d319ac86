"""Facts on memberships, offices and ties, each with the source it can be looked up in."""

import pytest

from graph.reference import tables

MEMBERSHIPS = tables.memberships()
ORGANIZATIONS = {row.id: row for row in tables.organizations()}
TIES = tables.ties()
UN = "United Nations, list of member states"
ALMATY = "CICA, Declaration on principles of 14 September 1999"


def own_list(organization: str) -> str:
    return f"{organization}, list of members"


@pytest.mark.parametrize(
    ("member", "organization", "role", "start", "end", "source"),
    [
        ("KAZ", "UNSC", "non-permanent member", "2017-01-01", "2018-12-31", "Security Council, members"),
        ("EGY", "UNSC", "non-permanent member", "2016-01-01", "2017-12-31", "Security Council, members"),
        ("JOR", "UNSC", "non-permanent member", "2014-01-01", "2015-12-31", "Security Council, members"),
        ("PSE", "UN", "observer", "2012-11-29", "", "General Assembly resolution 67/19"),
        ("VAT", "UN", "observer", "1964-04-06", "", "General Assembly resolution 58/314"),
        ("KAZ", "UN", "member", "1992-03-02", "", UN),
        ("SSD", "UN", "member", "2011-07-14", "", UN),
        ("EGY", "UN", "founding member", "1945-10-24", "", UN),
        ("MAR", "AU", "member", "2017-01-31", "", "African Union, 28th ordinary session"),
        ("MAR", "AU", "founding member", "1963-05-25", "1984-11-12", "OAU, 20th session"),
        ("SSD", "AU", "member", "2011-07-27", "", own_list("African Union")),
        ("EGY", "AU", "suspended", "2013-07-05", "2014-06-17", "AU Peace and Security Council"),
        ("SYR", "LAS", "suspended", "2011-11-12", "2023-05-07", "Council of the League"),
        ("EGY", "LAS", "suspended", "1979-03-31", "1989-05-23", "Baghdad conference; Casablanca summit"),
        ("LBY", "LAS", "suspended", "2011-02-22", "2011-08-27", "Council of the League, 22 February 2011"),
        ("QAT", "OPEC", "member", "1961", "2019-01-01", "OPEC, 175th meeting of the conference"),
        ("AGO", "OPEC", "member", "2007-01-01", "2024-01-01", "OPEC, list of members"),
        ("IDN", "BRICS", "member", "2025-01-06", "", "Government of Brazil, 6 January 2025"),
        ("EGY", "BRICS", "member", "2024-01-01", "", "Johannesburg II Declaration"),
        ("GBR", "EU", "member", "1973-01-01", "2020-01-31", "Withdrawal agreement, OJ L 29"),
        ("HRV", "EU", "member", "2013-07-01", "", own_list("European Union")),
        ("FIN", "NATO", "member", "2023-04-04", "", own_list("NATO")),
        ("SWE", "NATO", "member", "2024-03-07", "", own_list("NATO")),
        ("RUS", "COE", "member", "1996-02-28", "2022-03-16", "Committee of Ministers, CM/Res(2022)2"),
        ("RUS", "G8", "member", "1997-06-20", "2014-03-24", "The Hague Declaration of the G7"),
        ("AU", "G20", "member", "2023-09-09", "", "New Delhi Leaders' Declaration"),
        ("MLI", "ECOWAS", "founding member", "1975-05-28", "2025-01-29", "ECOWAS, 29 January 2025"),
        ("GEO", "CIS", "member", "1993-12", "2009-08-18", "CIS executive committee"),
        ("IRN", "SCO", "member", "2023-07-04", "", own_list("SCO")),
        ("BLR", "SCO", "member", "2024-07-04", "", own_list("SCO")),
        ("UZB", "CSTO", "member", "2006-08-16", "2012-12-19", own_list("CSTO")),
        ("UZB", "OTS", "member", "2019-10-15", "", own_list("Organization of Turkic States")),
        ("TLS", "ASEAN", "member", "2025-10-26", "", "47th ASEAN summit"),
        ("BOL", "MERCOSUR", "member", "2024-07-08", "", "64th summit of MERCOSUR"),
        ("PSE", "CICA", "founding member", "1999-09-14", "", ALMATY),
        ("KAZ", "CICA", "founding member", "1999-09-14", "", ALMATY),
        ("PSE", "OIC", "member", "1969", "", own_list("OIC")),
        ("KAZ", "OIC", "member", "1995", "", own_list("OIC")),
        ("SYR", "OIC", "suspended", "2012-08-15", "2025-03-07", "OIC, Mecca summit; Jeddah, March 2025"),
        ("PSE", "ICC", "member", "2015-04-01", "", "Rome Statute, depositary notifications"),
        ("PSE", "UNESCO", "member", "2011-11-23", "", "UNESCO, list of member states"),
        ("KAZ", "OSCE", "chair", "2010-01-01", "2010-12-31", "OSCE, chairpersonships"),
        ("EGY", "AU", "chair", "2019-02-10", "2020-02-09", "African Union, 32nd and 33rd sessions"),
        ("NIC", "OAS", "founding member", "1948-04-30", "2023-11-19", "OAS, denunciation of the charter"),
    ],
)  # fmt: skip
def test_a_membership_is_as_its_source_says(
    member: str, organization: str, role: str, start: str, end: str, source: str
) -> None:
    spells = {
        (row.role, row.start, row.end)
        for row in MEMBERSHIPS
        if (row.member, row.organization) == (member, organization)
    }
    assert (role, start, end) in spells, source


def test_kazakhstan_hosts_cica() -> None:
    assert any(
        (row.member, row.organization, row.role) == ("KAZ", "CICA", "host") and not row.end
        for row in MEMBERSHIPS
    )


@pytest.mark.parametrize(
    ("organization", "field", "value", "source"),
    [
        ("UN", "founded", "1945-10-24", "Charter of the United Nations, entry into force"),
        ("LAS", "founded", "1945-03-22", "Pact of the League of Arab States"),
        ("LAS", "seat", "Cairo", "Pact of the League of Arab States, article 10"),
        ("OIC", "seat", "Jeddah", "Charter of the OIC, article 21"),
        ("GCC", "founded", "1981-05-25", "Charter of the Cooperation Council"),
        ("GCC", "seat", "Riyadh", "Charter of the Cooperation Council, article 2"),
        ("CICA", "seat", "Astana", "CICA secretariat"),
        ("UNRWA", "founded", "1949-12-08", "General Assembly resolution 302 (IV)"),
        ("UNSC", "parent", "UN", "Charter of the United Nations, article 7"),
        ("ICJ", "seat", "The Hague", "Statute of the Court, article 22"),
        ("OAU", "dissolved", "2002-07-09", "Durban summit"),
        ("WARSAW-PACT", "dissolved", "1991-07-01", "Prague protocol of 1 July 1991"),
    ],
)
def test_an_organization_is_as_its_source_says(
    organization: str, field: str, value: str, source: str
) -> None:
    assert getattr(ORGANIZATIONS[organization], field) == value, source


@pytest.mark.parametrize(
    ("sender", "to", "kind", "since", "source"),
    [
        ("DZA", "PSE", "recognition", "1988-11-15", "Declaration of independence of Algiers"),
        ("KAZ", "PSE", "relations", "1992-04-06", "Ministry of Foreign Affairs of Kazakhstan"),
        ("SWE", "PSE", "recognition", "2014-10-30", "Government of Sweden"),
        ("IRL", "PSE", "recognition", "2024-05-28", "Government of Ireland"),
        ("NOR", "PSE", "recognition", "2024-05-28", "Government of Norway"),
        ("ESP", "PSE", "recognition", "2024-05-28", "Council of Ministers of Spain"),
        ("SVN", "PSE", "recognition", "2024-06-04", "National Assembly of Slovenia"),
        ("GBR", "PSE", "recognition", "2025-09-21", "Prime Minister's Office"),
        ("FRA", "PSE", "recognition", "2025-09-22", "Permanent Mission of France to the United Nations"),
        ("USA", "XKX", "recognition", "2008-02-18", "Department of State"),
        ("ZAF", "ESH", "recognition", "2004-09-15", "Presidency of South Africa"),
        ("EGY", "ISR", "relations", "1980-02-26", "Treaty of peace of 1979, annex III"),
        ("ARE", "ISR", "relations", "2020-09-15", "Treaty of peace of 15 September 2020"),
        ("IRN", "SAU", "relations", "2023-03-10", "Joint statement of Beijing"),
        ("RUS", "ABKHAZIA", "recognition", "2008-08-26", "Decree 1260 of the President of Russia"),
    ],
)
def test_a_tie_is_as_its_source_says(sender: str, to: str, kind: str, since: str, source: str) -> None:
    assert any((t.sender, t.to, t.kind, t.since) == (sender, to, kind, since) for t in TIES), source


def test_palestine_has_an_embassy_in_kazakhstan_as_of_2022() -> None:
    found = [t for t in TIES if (t.sender, t.to, t.kind) == ("PSE", "KAZ", "embassy")]
    assert [t.as_of for t in found] == ["2022-11-16"]
