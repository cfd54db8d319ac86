"""The competency questions, answered over the sample article as the reader reads it and the reference graph.

A row that is expected names some variables; a value fits when the answer's value, without its namespace, is
it or (from a tilde on) holds it. ``NEVER`` lists rows that would be wrong.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

import ontology
from graph.evaluate import read_reports
from graph.ingest import Outcome, ingest_article
from graph.reading import open_article
from graph.store import Store, open_store
from graph.world import ensure_world
from ontology.terms import ID, ONTOLOGY, SCHEME

SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "maan-2017-07-08.ar.txt"
QUESTIONS = dict(ontology.questions())
ARTICLE = "article/maan-2017-07-08"
PAIR = "relation/KAZ-PSE"
Expected = dict[str, str]

EXPECTED: dict[str, list[Expected]] = {
    "pair-events": [
        {"type": "consultation", "status": "held", "latest": "2017-07-08"},
        {"type": "consultation", "status": "planned", "earliest": "2018-01-01", "latest": "2018-12-31"},
        {"type": "praise, thanks or condolence", "status": "held"},
    ],
    "consultation-chairs": [
        {"state": "state/PSE", "person": "~شامية", "post": "assistant foreign minister"},
        {"state": "state/KAZ", "person": "~كمالدينوف", "post": "~deputy foreign minister"},
    ],
    "agenda-by-broad-issue": [
        {"broad": "Bilateral relations", "issue": "Bilateral relations"},
        {"broad": "Middle East", "issue": "Palestinian question"},
        {"broad": "Middle East", "issue": "Israeli settlements"},
        {"broad": "Asian affairs and conflicts", "issue": "Central Asia"},
        {"broad": "Asian affairs and conflicts", "issue": "Situation in Afghanistan"},
    ],
    "agenda-in-words": [
        {"subject": "~آسيا الوسطى", "issue": "آسيا الوسطى"},
        {"subject": "~القضية الفلسطينية", "issue": "القضية الفلسطينية"},
    ],
    "stance-on-palestinian-question": [
        {"stance": "supports", "quote": "~حقوق الشعب الفلسطيني"},
        {"stance": "calls for", "quote": "~انهاء الاحتلال"},
        {"quote": "~حدود الرابع من حزيران 1967"},
    ],
    "joint-statements": [
        {"stance": "calls for", "proposition": "~الطرق السياسية والسلمية"},
        {"proposition": "~محاربة الإرهاب"},
    ],
    "agreement-matrix": [
        {"first": "state/KAZ", "second": "state/PSE", "proposition": "~الإرهاب", "agree": "1", "differ": "0"}
    ],
    "supporters-of-palestinian-statehood": [{"holder": "state/KAZ", "latest": "2017-07-08"}],
    "commitments-kept": [{"status": "planned", "shown_done": "false"}],
    "series-rounds": [
        {"series": "series/KAZ-PSE-consultation", "round": "1", "status": "held"},
        {"series": "series/KAZ-PSE-consultation", "round": "2", "status": "planned"},
    ],
    "shared-organizations": [
        {"organization": "org/OIC", "role": "member", "other_role": "member"},
        {"organization": "org/UN", "role": "member", "other_role": "observer"},
        {"organization": "org/CICA", "other_role": "founding member"},
    ],
    "coordination-forums": [
        {"proposition": "~المحافل الإقليمية والدولية"},
        {"proposition": "~منتدى التعاون العربي", "forum": "org/ARAB-CENTRAL-ASIA-FORUM"},
    ],
    "post-holder-span": [
        {"actor": "state/PSE", "person": "~شامية", "first_seen": "2017-07-08", "last_seen": "2017-07-08"},
        {"actor": "state/KAZ", "person": "~كمالدينوف", "articles": "1"},
    ],
    "single-outlet-claims": [
        {"kind": "Event", "only": "org/MAAN"},
        {"kind": "Membership", "only": "org/MAAN"},
    ],
    "show-the-words": [{"quote": "~1967", "outlet": "org/MAAN", "date": "2017-07-08", "article": ARTICLE}],
    "for-or-against-whom": [{"holder": "state/KAZ", "target": "org/ISIS", "proposition": "~داعش"}],
    "who-calls-isis-terrorist": [
        {"holder": "state/KAZ", "polarity": "1", "date": "2017-07-08"},
        {"holder": "state/PSE", "polarity": "1"},
    ],
    "stance-over-time": [
        {"latest": "2017-07-08", "stance": "calls for", "issue": "Israeli settlements", "outlet": "org/MAAN"}
    ],
    "warmth-by-year": [{"year": "2017"}],
    "help-given": [
        {"giver": "state/KAZ", "recipient": "state/PSE", "type": "praise, thanks or condolence"},
    ],
    "open-dates": [{"type": "consultation", "latest": "2017-07-08"}],
    "planned-events": [
        {"type": "consultation", "status": "planned", "latest": "2018-12-31"},
    ],
    "where-it-took-place": [{"place": "Ramallah", "wording": "~رام الله", "venue": "~وزارة الخارجية"}],
    "article-details": [
        {"article": ARTICLE, "property": "publishedOn", "quote": "~08/07/2017"},
        {"article": ARTICLE, "property": "hasDateline", "quote": "~رام الله"},
    ],
    "doubtful-records": [{"record": "~/"}],
    "rules-at-work": [{"rule": "agenda"}],
    "who-is-mentioned": [
        {"article": ARTICLE, "actor": "state/KAZ"},
        {"actor": "org/CICA", "name": "~آسيا للتعاون"},
        {"actor": "org/OIC"},
        {"actor": "org/UNESCO"},
    ],
    "pair-summary": [{"relation": PAIR, "kind": "Event"}, {"relation": PAIR, "kind": "Position"}],
    "events-of-a-state": [{"label": "~Consultation"}],
    "article-mentions-together": [{"first": "state/KAZ", "second": "state/PSE", "articles": "1"}],
    "titles-and-wordings": [{"wording": "~شامية", "title": "السفير"}, {"wording": "~كمالدينوف"}],
    "bodies-taking-part": [{"actor": "state/PSE", "role": "chair"}, {"actor": "state/KAZ", "role": "chair"}],
    "texts-kept": [{"key": "maan-2017-07-08", "language": "ar", "whole": "true", "dateline": "رام الله"}],
    "undertakings": [{"maker": "state/KAZ"}, {"maker": "state/PSE"}],
    "records-by-kind": [
        {"label": "event"},
        {"label": "position"},
        {"label": "agenda item"},
        {"label": "mention"},
    ],
    "filed-from": [{"article": ARTICLE, "place": "place/ramallah", "name": "رام الله"}],
    "memberships-as-reported": [
        {"member": "state/KAZ", "organization": "org/UNSC", "role": "non-permanent member", "agreed": "true"},
        {"member": "state/PSE", "organization": "org/CICA", "role": "founding member", "agreed": "true"},
        {"member": "state/KAZ", "organization": "org/CICA", "role": "hosting member"},
    ],
    "leaders-at-events": [
        {"state": "state/KAZ", "kind": "post-head-of-state", "person": "~Nazarbayev"},
        {"state": "state/KAZ", "kind": "post-foreign-minister", "person": "~Abdrakhmanov"},
        {"state": "state/PSE", "kind": "post-foreign-minister", "person": "~Maliki"},
    ],
    "members-on-a-day": [
        {"member": "state/KAZ", "role": "non-permanent member"},
        {"member": "state/EGY", "role": "non-permanent member"},
        {"member": "state/RUS", "role": "permanent member"},
    ],
    "suspended-and-left": [
        {"organization": "org/LAS", "member": "state/SYR", "role": "suspended member", "until": "~2023-05"},
        {"organization": "org/AU", "member": "state/EGY", "from": "2013-07-05", "until": "2014-06-17"},
    ],
    "un-observers": [{"state": "state/PSE", "from": "2012-11-29"}, {"state": "state/VAT"}],
    "foreign-minister-on-a-day": [{"person": "~Lavrov", "from": "2004-03-09"}],
    "missions-between": [
        {"from": "state/EGY", "to": "state/JOR", "kind": "resident embassy", "seat": "Amman"}
    ],
    "states-of-a-region": [
        {"iso3": "KAZ", "iso2": "KZ", "numeric": "398", "name": "Kazakhstan"},
        {"iso3": "UZB"},
        {"iso3": "KGZ"},
        {"iso3": "TJK"},
        {"iso3": "TKM"},
    ],
    "former-states": [
        {"state": "state/SUN", "dissolved": "1991-12-26", "successors": "~KAZ"},
        {"state": "state/CSK", "dissolved": "1992-12-31", "successors": "~CZE"},
        {"state": "state/DDR", "successors": "DEU"},
    ],
    "names-over-time": [
        {"state": "state/SWZ", "name": "Swaziland", "until": "~2018"},
        {"state": "state/BFA", "name": "Upper Volta", "until": "1984-08-04"},
    ],
    "capitals": [
        {"iso3": "JOR", "capital": "Amman", "capital_ar": "عمان"},
        {"iso3": "IRQ", "capital": "Baghdad", "capital_ar": "بغداد"},
    ],
    "organs-of-the-un": [
        {"organ": "org/UNESCO", "seat": "Paris"},
        {"organ": "org/UNSC", "kind": "org-organ", "seat": "New York"},
    ],
    "organizations-by-age": [
        {"organization": "org/UN", "founded": "1945-10-24"},
        {"organization": "org/LAS", "founded": "~1945-03"},
    ],
    "places-of-a-state": [{"place": "place/ramallah", "kind": "~"}, {"name": "Bethlehem"}],
    "where-facts-come-from": [{"source": "~cabinets", "licence": "~publicdomain"}],
    "current-members": [{"state": f"state/{code}"} for code in ("ARE", "BHR", "KWT", "OMN", "QAT", "SAU")],
    "partly-known-dates": [{"record": "~holding/"}],
    "contradictions": [{"one": "event/example-signing", "pieces": "1", "other": "event/example-signing-2"}],
    "visits-by-host": [{"guest": "state/XAR", "host": "state/XME", "person": "person/ada-lorn"}],
    "told-by-several-outlets": [
        {"type": "event-meeting", "status": "status-held", "outlets": "3", "reports": "4"},
        {"type": "event-visit", "status": "status-held", "outlets": "2", "reports": "6"},
    ],
    "overdue-plans": [{"due": "2022-11-28", "actors": "~state/KEN"}],
    "life-of-a-happening": [
        {"now": "status-held", "then": "status-planned", "day": "2021-09-14", "published": "2021-09-01"},
        {"now": "status-held", "then": "status-postponed", "published": "2021-09-12"},
        {"now": "status-held", "then": "status-held", "day": "2021-11-02", "quote": "~Tunisia on Tuesday"},
        {"now": "status-cancelled", "then": "status-planned", "day": "2022-08-20"},
    ],
    "one-person-two-spellings": [
        {"post": "foreign minister", "sign": "spelling"},
        {"post": "prime minister", "sign": "spelling"},
    ],
    "who-gives-which-date": [
        {"day": "2023-05-09", "quote": "~third round"},
        {"day": "2023-05-10", "quote": "~الجولة الثالثة"},
    ],
    "agreements-signed": [
        {"title": "memorandum on fisheries", "kind": "memorandum of understanding", "day": "2031-05-01"}
    ],
    "votes-cast": [{"state": "state/XAR", "polarity": "1", "body": "org/COASTAL-UNION"}],
    "coded-beside-told": [
        {"month": "2031-05", "type": "visit", "in_articles": "1", "in_data": "1"},
        {"month": "2031-05", "type": "signing of an agreement", "in_articles": "1", "in_data": "0"},
    ],
    "rows-behind-coded": [{"event": "event/example-coded", "code": "042", "row": "~XAR", "file": "may.tab"}],
    "drafts-by-day": [{"day": "2031-05-02", "for": "1", "against": "0", "abstaining": "0"}],
    "rights-of-peoples": [{"people": "people/sel-islanders", "quote": "~أهل جزر سل"}],
    "withdrawn-claims": [
        {"record": "event/example-aid", "status": "withdrawn"},
        {"record": "event/example-signing", "status": "disputed"},
    ],
    "said-at": [
        {"event": "event/example-visit", "record": "position/example-2", "speaker": "person/ada-lorn"}
    ],
    "corrections-by-whom": [
        {"record": "event/example-visit", "action": "edit", "who": "curator/editor", "why": "~capital"}
    ],
    "corrections-in-conflict": [{"correction": "correction/example-2", "problem": "this is no longer read"}],
    "next-in-line": [{"earlier": "event/example-visit", "later": "event/example-next"}],
    "codes-of-kinds": [
        {"type": "visit", "plover": "CONSULT/visit", "cameo": "042", "source_role": "role-guest"},
        {"type": "aid", "plover": "AID", "target_role": "role-recipient"},
    ],
    "seat-of-a-tie": [{"from": "state/XAR", "to": "state/XME", "city": "Port Selene", "known": "2001"}],
}
COUNTS = {
    "members-on-a-day": 15,
    "current-members": 6,
    "states-of-a-region": 5,
    "un-observers": 2,
    "foreign-minister-on-a-day": 1,
    "codes-of-kinds": 28,
    "overdue-plans": 1,
    "who-gives-which-date": 2,
}
NEVER: dict[str, list[Expected]] = {
    "pair-events": [{"status": "held", "latest": "2018-12-31"}, {"type": "ballot"}],
    "open-dates": [{"latest": "2018-12-31"}],
    "stance-on-palestinian-question": [{"quote": "~المقدسات"}, {"quote": "~الحصار"}],
    "current-members": [{"state": "state/YEM"}],
    "members-on-a-day": [{"member": "state/PSE"}],
    "told-by-several-outlets": [{"type": "event-praise"}],
}


def bare(value: object) -> str:
    text = str(getattr(value, "value", ""))
    for space in (ID, SCHEME, ONTOLOGY):
        text = text.removeprefix(space)
    return text


def fits(row: dict[str, str], wanted: Expected) -> bool:
    return all(
        (wish[1:] in row.get(name, "") if wish.startswith("~") else row.get(name) == wish)
        for name, wish in wanted.items()
    )


def ask(store: Store, name: str) -> list[dict[str, str]]:
    rows = store.select(QUESTIONS[name])
    return [{key: bare(value) for key, value in row.items() if value is not None} for row in rows]


@pytest.fixture(scope="module")
def reference() -> Iterator[Store]:
    """The ontology, the reference graph and what follows from it."""
    store = open_store(":memory:")
    ensure_world(store)
    yield store


@pytest.fixture(scope="module")
def world(reference: Store) -> Store:
    """The same store with the sample article as the reader reads it."""
    text = SAMPLE.read_text(encoding="utf-8")
    result = ingest_article(reference, open_article(text, key="maan-2017-07-08", path=SAMPLE.name))
    assert result.outcome is Outcome.NEW, result.message
    return reference


@pytest.fixture(scope="module")
def example() -> Iterator[Store]:
    """The worked example with the ontology, apart from the world of real names."""
    store = open_store(":memory:")
    graph = NamedNode(f"{ID}graph/curated")
    for name in (*ontology.VOCABULARY, "example.ttl"):
        quads = parse(ontology.read(name), format=RdfFormat.TURTLE, rename_blank_nodes=True)
        store.add(Quad(q.subject, q.predicate, q.object, graph) for q in quads)
    yield store


@pytest.fixture(scope="module")
def happenings() -> Iterator[Store]:
    """The short reports of the gold happenings, as the reader reads them."""
    store = open_store(":memory:")
    for reported in read_reports(SAMPLE.parents[1] / "gold"):
        ingest_article(store, reported.article)
    yield store


def test_every_question_has_expected_rows() -> None:
    assert set(EXPECTED) == set(QUESTIONS)


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_question_is_answered(name: str, request: pytest.FixtureRequest) -> None:
    asked_of = QUESTIONS[name].split("# data: ")[1].split()[0]
    fixture = asked_of if asked_of in {"reference", "example", "happenings"} else "world"
    rows = ask(request.getfixturevalue(fixture), name)
    missing = [wanted for wanted in EXPECTED[name] if not any(fits(row, wanted) for row in rows)]
    assert missing == [], f"{name} answered {rows[:12]}"
    wrong = [row for row in rows for never in NEVER.get(name, ()) if fits(row, never)]
    assert wrong == []
    if name in COUNTS:
        assert len(rows) == COUNTS[name]


def test_data_name_only_terms_and_concepts_that_the_ontology_has(world: Store) -> None:
    unknown = """SELECT DISTINCT ?term WHERE {{
      GRAPH ?graph {{ {{ ?s ?term ?o }} UNION {{ ?s ?p ?term }} }}
      FILTER(?graph != <{id}graph/ontology> && ISIRI(?term))
      FILTER(STRSTARTS(STR(?term), "{ontology}") || STRSTARTS(STR(?term), "{scheme}"))
      FILTER NOT EXISTS {{ ?term a ?kind }} }}"""
    rows = world.select(unknown.format(id=ID, ontology=ONTOLOGY, scheme=SCHEME))
    assert [bare(row["term"]) for row in rows] == []
