"""The relation of two states, printed for reading: every line with the words it stands on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from graph.identity import Namespace
from graph.lookups import (
    EventView,
    HoldingView,
    MembershipView,
    Part,
    PositionView,
    RelationView,
    Shown,
    Thing,
    VotingView,
)

R = TypeVar("R", bound=Shown)
_YEARS = 10  # of voting, the latest
_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+|\n+")


def name(thing: Thing | None) -> str:
    """A thing's name, in English where there is one."""
    return (
        ""
        if thing is None
        else escape(thing.labels.get("en") or next(iter(thing.labels.values()), thing.key))
    )


def print_relation(found: RelationView, console: Console, texts: Mapping[str, str]) -> None:
    """Print a relation; with ``texts`` (article -> text) whole sentences instead of the quotes."""
    paper = _Paper(console, texts, {article.id: article.key for article in found.articles})
    summary = found.summary
    console.print(f"[bold]{name(summary.a)} – {name(summary.b)}[/bold] ({summary.key})")
    coded = sum((summary.machine_coded or {}).values())
    if not (found.articles or found.ties or found.shared_organizations or found.voting or coded):
        console.print("nothing in the store joins these two states")
        return
    score = "" if summary.score is None else f", mean PLOVER score {summary.score:.1f}"
    console.print(
        f"{summary.events} events, {summary.positions} positions, {summary.agreements} agreements, "
        f"{summary.commitments} commitments in {summary.articles} articles{score}"
    )
    if coded:
        by_source = ", ".join(
            f"{count:,} {source}" for source, count in (summary.machine_coded or {}).items()
        )
        console.print(f"beside these, machine-coded events that are counted nowhere else: {by_source}")
    paper.section("Events, in order of time", found.events, paper.event)
    paper.section("Positions", found.positions, paper.position)
    paper.section("Agreements", found.agreements, lambda a: paper.record(escape(a.title), a))
    paper.section("Commitments", found.commitments, lambda c: paper.record(escape(c.undertaking), c))
    if found.shared_organizations:
        paper.heading("Organizations of both", len(found.shared_organizations))
        for shared in found.shared_organizations:
            console.print(f"  {name(shared.organization)} ({escape(shared.organization.key)})")
            for membership in _told(shared.a) + _told(shared.b):
                paper.membership(membership)
    paper.section("Posts", found.posts, paper.holding)
    if found.voting:
        _print_voting(found.voting, console)
    if found.ties:
        paper.heading("Diplomatic ties", len(found.ties))
        for tie in found.ties:
            kind = tie.type_labels.get("en", tie.type)
            console.print(
                f"  {name(tie.sender)} → {name(tie.to)}: {kind}{_since(tie.start_date, tie.end_date)}"
            )
    if found.articles:
        paper.heading("Articles", len(found.articles))
        for article in found.articles:
            details = ", ".join(str(d) for d in (article.published, article.outlet, article.url) if d)
            console.print(f"  {escape(article.key)}  {escape(details)}", soft_wrap=True)


def print_events(events: Sequence[EventView], console: Console) -> None:
    """Print events with who takes part and, of those that several articles tell, each report."""
    articles = {event.article or "" for event in events}
    paper = _Paper(console, {}, {article: Namespace().key(article) for article in articles})
    for event in events:
        actors = list(dict.fromkeys(name(part.actor) for part in event.participants))
        console.print(f"[bold]{' – '.join(actors)}[/bold]")
        paper.event(event)


def _print_voting(voting: VotingView, console: Console) -> None:
    """The agreement of two states in the General Assembly: all, by issue, the last ten years."""
    console.print(
        f"\n[bold]General Assembly[/bold]: {voting.agreement:.0%} agreement in {voting.roll_calls:,} roll calls"
    )
    for issue in voting.issues:
        console.print(f"  {issue.agreement:4.0%}  {issue.roll_calls:5,}  {name(issue.issue)}")
    for year in voting.years[-_YEARS:]:
        console.print(f"  {year.agreement:4.0%}  {year.roll_calls:5,}  {year.year}")


def _told(memberships: list[MembershipView]) -> list[MembershipView]:
    """Of a side's memberships those that articles tell of, else the latest of the tables."""
    told = [m for m in memberships if m.quote]
    return told or sorted(memberships, key=lambda m: str(m.start_date or ""))[-1:]


def _since(start: object, end: object) -> str:
    if start and end:
        return f", {start} to {end}"
    return f", since {start}" if start else f", until {end}" if end else ""


class _Paper:
    def __init__(self, console: Console, texts: Mapping[str, str], keys: Mapping[str, str]) -> None:
        self.console = console
        self.texts = texts
        self.keys = keys

    def heading(self, title: str, count: int) -> None:
        self.console.print(f"\n[bold]{title}[/bold] ({count})")

    def section(self, title: str, records: Sequence[R], line: Callable[[R], None]) -> None:
        if records:
            self.heading(title, len(records))
            for record in records:
                line(record)

    def record(self, line: str, record: Shown) -> None:
        """A line and, below it, the words it stands on and where they are."""
        self.console.print(Padding(line, (0, 0, 0, 2), expand=False))
        self.words(record)

    def words(self, record: Shown, indent: int = 4) -> None:
        if not record.quote:
            sources = ", ".join(record.sources)
            if sources:
                self.console.print(
                    Padding(
                        f"[dim]reference tables: {escape(sources)}[/dim]", (0, 0, 0, indent), expand=False
                    )
                )
            return
        where = f"{self.keys.get(record.article or '', record.article)} {record.start}–{record.end}"
        self.console.print(
            Padding(f"«{self._quoted(record)}» [dim]{escape(where)}[/dim]", (0, 0, 0, indent), expand=False)
        )

    def _quoted(self, record: Shown) -> str:
        text = self.texts.get(record.article or "")
        if not text or record.start is None or record.end is None:
            return escape(record.quote or "")
        breaks = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
        start = max(b for b in breaks if b <= record.start)
        end = min(b for b in breaks if b >= record.end)
        before, after = text[start : record.start].lstrip(), text[record.end : end].rstrip()
        return f"{escape(before)}[bold]{escape(record.quote or '')}[/bold]{escape(after)}"

    def event(self, event: EventView) -> None:
        """What happened, when, where, through whom, on what."""
        kind = event.type_labels.get("en", event.type)
        self.console.print(f"  {_period(event)}  [bold]{kind}[/bold], {event.status}{_setting(event)}")
        people = [
            self._part(p) for p in event.participants if p.person or p.role in {"host", "guest", "giver"}
        ]
        if people:
            self.console.print(Padding("; ".join(people), (0, 0, 0, 4), expand=False))
        self.words(event)
        self.reports(event)
        for subject in event.agenda:
            self.console.print(Padding(f"on: {escape(subject.subject)}", (0, 0, 0, 4), expand=False))

    def reports(self, event: EventView) -> None:
        """Who else tells it, in order of publication, and what they disagree on."""
        if not event.told or len(event.reports) < 2:
            return
        told = event.told
        outlets = f"{told.outlets} independent outlet{'' if told.outlets == 1 else 's'}"
        line = f"{len(event.reports)} reports, {outlets}, {told.claim}, confidence {told.confidence:.2f}"
        if told.disagreements:
            line += f"; they disagree on {', '.join(told.disagreements)}"
        self.console.print(Padding(line, (0, 0, 0, 4), expand=False))
        for report in event.reports:
            days = _days(report.earliest, report.latest)
            source = f"{report.published or 'no day'} {escape(report.outlet or 'unknown outlet')}"
            self.console.print(
                Padding(f"{source}: {report.status}, {days}", (0, 0, 0, 6), expand=False), highlight=False
            )

    def _part(self, part: Part) -> str:
        who = f"{name(part.person)} for " if part.person else ""
        post = f", {name(part.post)}" if part.post else ""
        return f"{part.role}: {who}{name(part.actor)}{post}"

    def position(self, position: PositionView) -> None:
        """Who holds what, towards whom, voiced by whom."""
        holders = " and ".join(name(h) for h in position.holders)
        stance = position.stance_labels.get("en", position.stance)
        target = f" → {', '.join(name(t) for t in position.target)}" if position.target else ""
        speaker = f", voiced by {name(position.speaker)}" if position.speaker else ""
        issues = f" \\[{', '.join(name(i) for i in position.issues)}]" if position.issues else ""
        sign = {1: "+", 0: "·", -1: "−"}[position.polarity]
        self.record(f"{sign} {holders}: [bold]{stance}[/bold]{target}{speaker}{issues}", position)

    def membership(self, membership: MembershipView) -> None:
        """One side's membership."""
        role = membership.role_labels.get("en", membership.role)
        when = _since(membership.start_date, membership.end_date)
        shown = f", shown {membership.attested[-1]}" if membership.attested and not when else ""
        self.console.print(f"    {name(membership.member)}: {role}{when}{shown}")
        self.words(membership, 6)

    def holding(self, holding: HoldingView) -> None:
        """Who is in which post."""
        when = _since(holding.start_date, holding.end_date)
        shown = f", shown {holding.attested[-1]}" if holding.attested and not when else ""
        self.record(
            f"{name(holding.person)}, {name(holding.post)}, {name(holding.actor)}{when}{shown}", holding
        )


def _period(event: EventView) -> str:
    return _days(event.earliest, event.latest)


def _days(earliest: date | None, latest: date | None) -> str:
    if earliest == latest:
        return str(latest or "no day")
    if earliest is None:
        return f"until {latest}"
    return f"from {earliest}" if latest is None else f"{earliest} to {latest}"


def _setting(event: EventView) -> str:
    parts = [
        name(event.place),
        escape(event.venue or ""),
        f"round {event.round}" if event.round else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f", {told}" if told else ""
