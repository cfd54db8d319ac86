"""Whatever was judged and whatever is read next: nothing is lost, nothing fails, and the order of making decides."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.curation import Anchor, Correction, apply
from graph.curation.matching import neighbours
from graph.extraction import to_json
from graph.model import Article, ArticleRecords, Event, Evidence, Participation
from graph.rdf import canonical, quads_to_records, records_to_quads
from ontology.terms import CORRECTION_OUTCOMES

TEXT = "one two three four five six seven eight nine ten eleven twelve"
ARTICLE = Article(key="own/any", text=TEXT, language="en")
WORDS = [(i, i + len(w)) for w in TEXT.split() for i in [TEXT.index(w)]]
NOON = datetime(2031, 5, 3, 12, tzinfo=UTC)


@st.composite
def events(draw: st.DrawFn) -> Event:
    first = draw(st.integers(0, len(WORDS) - 1))
    last = draw(st.integers(first, min(first + 4, len(WORDS) - 1)))
    actors = draw(st.lists(st.sampled_from(["EGY", "JOR", "KAZ"]), min_size=1, max_size=2, unique=True))
    return Event(
        kind=draw(st.sampled_from(["visit", "meeting"])),
        status=draw(st.sampled_from(["held", "planned"])),
        participations=tuple(Participation(actor=actor) for actor in actors),
        place_en=draw(st.sampled_from([None, "Cairo"])),
        evidence=(Evidence(TEXT, WORDS[first][0], WORDS[last][1], "drawn"),),
    )


readings = st.lists(events(), max_size=5).map(
    lambda found: ArticleRecords(article=ARTICLE, events=tuple(found))
)
judgements = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(["accept", "reject", "edit"])),
    max_size=4,
    unique_by=lambda j: j[0],
)


def made(read: ArticleRecords, judged: list[tuple[int, str]]) -> list[Correction]:
    """Corrections of distinct records of a reading, a minute apart."""
    found = to_json(read)["events"]
    corrections = []
    for number, (place, action) in enumerate(judged):
        if place < len(found):
            whole = {**found[place], "record": "event"}
            anchor = Anchor("own/any", whole, neighbours(found[place], found, "event"))
            wanted = {"status": "cancelled"} if action == "edit" else None
            at = NOON + timedelta(minutes=number)
            corrections.append(
                Correction(key=str(number), action=action, anchors=(anchor,), by="ada", at=at, wanted=wanted)
            )
    return corrections


@settings(max_examples=60)
@given(readings, readings, judgements)
def test_every_correction_has_an_outcome_and_the_graph_can_be_written(
    before: ArticleRecords, after: ArticleRecords, judged: list[tuple[int, str]]
) -> None:
    corrections = made(before, judged)
    applied = apply(after, corrections)
    assert {c.key for c in applied.corrections} == {c.key for c in corrections}
    assert all(c.outcome in CORRECTION_OUTCOMES for c in applied.corrections)
    assert all(c.message for c in applied.corrections if c.outcome == "conflict")
    there = {e["iri"] for e in to_json(applied.records)["events"]}
    assert {a.now for c in applied.corrections for a in c.anchors if a.now} <= there
    quads = list(records_to_quads(applied.records))
    article = records_to_quads(after).__next__().graph_name.value  # type: ignore[union-attr]
    assert quads_to_records(quads, article) == canonical(applied.records)
    assert apply(after, [*reversed(corrections)]) == applied
    assert apply(after, applied.corrections) == applied


@settings(max_examples=40)
@given(readings, judgements)
def test_what_was_judged_stands_in_the_reading_that_was_judged(
    read: ArticleRecords, judged: list[tuple[int, str]]
) -> None:
    read = replace(read, events=tuple(dict.fromkeys(read.events)))
    corrections = made(read, judged)
    applied = apply(read, corrections)
    rejected = sum(c.action == "reject" for c in corrections)
    assert {c.outcome for c in applied.corrections} <= {"applied"}
    assert len(applied.records.events) == len(read.events) - rejected
    cancelled = sum(e.status == "cancelled" for e in applied.records.events)
    assert cancelled == sum(c.action == "edit" for c in corrections)
    assert sum(e.claim == "confirmed" for e in applied.records.events) == len(corrections) - rejected
