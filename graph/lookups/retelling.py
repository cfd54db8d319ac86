"""Events seen as happenings: who else reports them, and what that adds up to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pyoxigraph import NamedNode

from graph.exc import NotFoundError
from graph.identity import Namespace
from graph.lookups.asking import Facts, record_iri, rows, value
from graph.lookups.views import HappeningView, ReportView
from graph.rdf.terms import bir
from graph.store import Store
from ontology.terms import ONTOLOGY, SCHEME

_TOLD = (
    "outletCount",
    "hasClaimStatus",
    "confidence",
    "hasEventStatus",
    "earliestDate",
    "latestDate",
    "disagreesOn",
    "isSupportedBy",
)


def happenings(store: Store, events: Iterable[str]) -> dict[str, tuple[HappeningView, list[ReportView]]]:
    """Event -> its happening and all reports of that, in order of publication; what no article tells has none."""
    retold: dict[str, tuple[str, set[str]]] = {}
    for row in rows(store, "retold.rq", "record", events):
        happening, report = value(row, "happening") or "", value(row, "report") or ""
        retold.setdefault(value(row, "record") or "", (happening, set()))[1].add(report)
    reports = {report for _, found in retold.values() for report in found}
    facts = Facts(store, [*{happening for happening, _ in retold.values()}, *reports], map(bir, _TOLD))
    words = Facts(store, facts.nodes(("isSupportedBy",)))
    articles = Facts(store, words.nodes(("isQuotedFrom",)), map(bir, ("publishedOn", "isPublishedBy")))
    views = {report: _report(report, facts, words, articles) for report in reports}
    return {
        event: (_happening(node, facts), sorted((views[report] for report in found), key=_published))
        for event, (node, found) in retold.items()
    }


def _happening(node: str, facts: Facts) -> HappeningView:
    disagreements = [name.removeprefix(ONTOLOGY) for name in facts.all(node, "disagreesOn")]
    return HappeningView(
        id=node,
        status=_concept(facts, node, "hasEventStatus", "status-"),
        earliest=facts.day(node, "earliestDate"),
        latest=facts.day(node, "latestDate"),
        outlets=int(facts.number(node, "outletCount") or 0),
        claim=_concept(facts, node, "hasClaimStatus", "claim-"),
        confidence=facts.number(node, "confidence") or 0.0,
        disagreements=disagreements,
    )


def _report(node: str, facts: Facts, words: Facts, articles: Facts) -> ReportView:
    piece = min(
        facts.all(node, "isSupportedBy"), key=lambda one: words.number(one, "ordinal") or 0, default=""
    )
    article = words.one(piece, "isQuotedFrom") or ""
    outlet = articles.one(article, "isPublishedBy")
    return ReportView(
        id=node,
        article=article,
        outlet=Namespace().key(outlet) if outlet else None,
        published=articles.day(article, "publishedOn"),
        quote=words.one(piece, "quote") or "",
        start=int(words.number(piece, "quoteStart") or 0),
        end=int(words.number(piece, "quoteEnd") or 0),
        status=_concept(facts, node, "hasEventStatus", "status-"),
        earliest=facts.day(node, "earliestDate"),
        latest=facts.day(node, "latestDate"),
    )


def _published(report: ReportView) -> tuple[date, str]:
    return report.published or date.min, report.id


def _concept(facts: Facts, node: str, name: str, prefix: str) -> str:
    return (facts.one(node, name) or "").removeprefix(SCHEME).removeprefix(prefix)


def event_iri(store: Store, key: str) -> str:
    """The event that a key or IRI names; of a happening's, the report shown for it. NotFoundError for others."""
    event, happening = (record_iri(kind, key) for kind in ("event", "happening"))
    classes = f"{bir('Event')} {bir('CodedEvent')}"
    if store.ask(f"ASK {{ VALUES ?class {{ {classes} }} {NamedNode(event)} a ?class }}"):
        return event
    shown = store.select(f"SELECT ?event {{ {NamedNode(happening)} {bir('isShownBy')} ?event }}")
    if not shown:
        raise NotFoundError(f"no event {key!r} in the store")
    return value(shown[0], "event") or ""
