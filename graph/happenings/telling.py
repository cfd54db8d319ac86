"""Happenings as quads of the derived graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.happenings.blocking import keys
from graph.happenings.clustering import Judgements, components
from graph.happenings.lives import Happening, happening_of
from graph.happenings.report import Report
from graph.happenings.sketches import written_sketch
from graph.identity import Namespace
from graph.rdf.terms import RDF_TYPE, bir, birx, day, number, share

Value = NamedNode | Literal | None


def told(reports: Iterable[Report], judged: Judgements | None = None) -> Iterator[Quad]:
    """All that follows from some reports, which must be whole components; each quad once."""
    namespace = Namespace()
    graph = NamedNode(namespace.graph("derived"))
    known = list(reports)
    for report in known:
        for key in sorted(keys(report)):
            yield Quad(NamedNode(report.iri), bir("blockKey"), Literal(key), graph)
    for article, kept in sorted({(report.article, report.sketch) for report in known}, key=lambda a: a[0]):
        yield Quad(NamedNode(article), bir("textSketch"), Literal(written_sketch(kept)), graph)
    for clusters in components(known, judged):
        first: str | None = None
        for happening in (happening_of(cluster, namespace) for cluster in clusters):
            for subject, name, value in _statements(happening):
                if value is not None:
                    yield Quad(NamedNode(subject), bir(name) if name else RDF_TYPE, value, graph)
            if first is not None:
                yield Quad(NamedNode(happening.iri), bir("resembles"), NamedNode(first), graph)
            first = first or happening.iri


def _statements(happening: Happening) -> Iterator[tuple[str, str, Value]]:
    node = happening.iri
    yield node, "", bir("Happening")
    yield node, "isShownBy", NamedNode(happening.shown.iri)
    yield node, "hasEventType", birx(f"event-{happening.kind}")
    yield node, "hasEventStatus", birx(f"status-{happening.status}")
    yield node, "earliestDate", day(happening.earliest) if happening.earliest else None
    yield node, "latestDate", day(happening.latest) if happening.latest else None
    yield node, "takesPlaceIn", NamedNode(happening.place) if happening.place else None
    yield node, "roundNumber", number(happening.round) if happening.round is not None else None
    yield node, "isEditionOf", NamedNode(happening.series) if happening.series else None
    yield node, "outletCount", number(happening.outlets)
    yield node, "hasClaimStatus", birx(f"claim-{happening.claim}")
    yield node, "confidence", share(happening.confidence)
    for actor in happening.actors:
        yield node, "involves", NamedNode(actor)
    for name in happening.disagreements:
        yield node, "disagreesOn", bir(name)
    for report in happening.reports:
        yield node, "hasReport", NamedNode(report.iri)
        if report.iri != happening.shown.iri:
            yield report.iri, "isRepresentedBy", NamedNode(happening.shown.iri)
    for one, other in happening.conflicts:
        yield one, "conflictsWith", NamedNode(other)
        yield other, "conflictsWith", NamedNode(one)
