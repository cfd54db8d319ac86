"""Happenings as triples of the derived graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.happenings.blocking import keys
from graph.happenings.clustering import Judgements, components
from graph.happenings.lives import Happening, happening_of
from graph.happenings.report import Report
from graph.happenings.sketches import written_sketch
from graph.identity import Namespace
from graph.rdf.statements import Value, day, number, share, words
from graph.rdf.terms import RDF_TYPE
from ontology.terms import ONTOLOGY, SCHEME


def told(reports: Iterable[Report], judged: Judgements | None = None) -> Iterator[str]:
    """All that follows from some reports, which must be whole components; each triple once, as N-Triples."""
    namespace = Namespace()
    known = list(reports)
    for report in known:
        for key in sorted(keys(report)):
            yield triple(report.iri, "blockKey", words(key))
    for article, kept in sorted({(report.article, report.sketch) for report in known}, key=lambda a: a[0]):
        yield triple(article, "textSketch", words(written_sketch(kept)))
    for clusters in components(known, judged):
        first: str | None = None
        for happening in (happening_of(cluster, namespace) for cluster in clusters):
            for subject, name, value in _statements(happening):
                if value is not None:
                    yield triple(subject, name, value)
            if first is not None:
                yield triple(happening.iri, "resembles", first)
            first = first or happening.iri


def triple(subject: str, name: str, value: Value) -> str:
    """A triple with a property of ours (none: rdf:type), as N-Triples without the full stop."""
    text = f"<{value}>" if isinstance(value, str) else value[0] if value else ""
    return f"<{subject}> <{ONTOLOGY + name if name else RDF_TYPE.value}> {text}"


def _statements(happening: Happening) -> Iterator[tuple[str, str, Value]]:
    node = happening.iri
    yield node, "", ONTOLOGY + "Happening"
    yield node, "isShownBy", happening.shown.iri
    yield node, "hasEventType", f"{SCHEME}event-{happening.kind}"
    yield node, "hasEventStatus", f"{SCHEME}status-{happening.status}"
    yield node, "earliestDate", day(happening.earliest) if happening.earliest else None
    yield node, "latestDate", day(happening.latest) if happening.latest else None
    yield node, "takesPlaceIn", happening.place if happening.place else None
    yield node, "roundNumber", number(happening.round) if happening.round is not None else None
    yield node, "isEditionOf", happening.series if happening.series else None
    yield node, "outletCount", number(happening.outlets)
    yield node, "hasClaimStatus", f"{SCHEME}claim-{happening.claim}"
    yield node, "confidence", share(happening.confidence)
    for actor in happening.actors:
        yield node, "involves", actor
    for name in happening.disagreements:
        yield node, "disagreesOn", ONTOLOGY + name
    for report in happening.reports:
        yield node, "hasReport", report.iri
        if report.iri != happening.shown.iri:
            yield report.iri, "isRepresentedBy", happening.shown.iri
    for told_by, language, number_told in happening.numbers:
        yield told_by, "numberTold", words(number_told, language)
    for one, other in happening.conflicts:
        yield one, "conflictsWith", other
        yield other, "conflictsWith", one
