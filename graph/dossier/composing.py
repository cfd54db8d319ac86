"""From a relation to a document: what is said of it, in which order, with which notes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton

from graph.dossier.document import Dossier, Note, Section, Statement
from graph.exc import InputError
from graph.lookups import (
    ArticleView,
    CommitmentView,
    EventView,
    MembershipView,
    Part,
    PositionView,
    RelationView,
    Shown,
    Thing,
    TieView,
)

LANGUAGES = ("en", "ar")
_RTL = frozenset({"ar"})
_LRM, _RLM = "\u200e", "\u200f"
_LATIN, _ARABIC = re.compile("[A-Za-z]"), re.compile("[\u0600-\u06ff]")
_MONTH = re.compile(r"\d{4}-\d{2}")


@cache
def _phrases(language: str) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads(
        (Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8")
    )
    return dict(found[language])


def compose(relation: RelationView, language: str, *, made: date | None = None) -> Dossier:
    """The document of a relation; InputError for a language it is not written in."""
    if language not in LANGUAGES:
        raise InputError(f"dossiers are written in {' and '.join(LANGUAGES)}, not in {language!r}")
    return _Writer(relation, language).document(made or date.today())


class _Writer:
    def __init__(self, relation: RelationView, language: str) -> None:
        self.relation = relation
        self.language = language
        self.phrases = _phrases(language)
        self.articles: dict[str, ArticleView] = {article.id: article for article in relation.articles}
        self.notes: list[Note] = []
        self._known: dict[tuple[str | None, str], int] = {}

    # -- words

    def say(self, key: str, **values: object) -> str:
        return str(self.phrases[key]).format(**values)

    def name(self, thing: Thing) -> str:
        return self.label(thing.labels) or thing.key

    def label(self, labels: Mapping[str, str]) -> str:
        return labels.get(self.language) or labels.get("en") or next(iter(labels.values()), "")

    def names(self, things: Iterable[Thing]) -> str:
        return self.join(self.name(thing) for thing in things)

    def join(self, words: Iterable[str], by: str = "comma") -> str:
        """Words of a list; phrases (``semicolon``) of the other script stay one run, which reads on over lines."""
        return str(self.phrases[by]).join(
            self._set(word) if by == "comma" else word for word in words if word
        )

    def _set(self, word: str) -> str:
        """A word of the other script between marks of our direction, so that what stands beside it keeps its place."""
        mark, other = (_RLM, _LATIN) if self.language in _RTL else (_LRM, _ARABIC)
        return f"{mark}{word.strip(mark)}{mark}" if other.search(word) else word

    def counted(self, what: str, number: int) -> str:
        """A number of things in the form that the language has for that number."""
        forms = self.phrases["counted"][what]
        form = Locale.parse(self.language).plural_form(number)
        return str(forms.get(form, forms["other"])).format(n=number)

    def since(self, record: MembershipView | TieView) -> str:
        """When a bond began: a day, or the year or month that is all that is known; empty where nothing is."""
        text = record.start_text or ""
        if _MONTH.fullmatch(text):
            month = date.fromisoformat(f"{text}-01")
            text = format_skeleton("yMMMM", month, locale=self.language)
        elif not text and record.start_date:
            text = self.day(record.start_date)
        return self.say("since", start=text) if text else ""

    def day(self, day: date) -> str:
        return format_date(day, "d MMMM y", locale=self.language)

    def days(self, first: date | None, last: date | None) -> str:
        if first and last:
            return (
                self.day(last)
                if first == last
                else self.say("range", first=self.day(first), last=self.day(last))
            )
        if last:
            return self.say("until", last=self.day(last))
        return self.say("from", first=self.day(first)) if first else self.say("undated")

    # -- notes

    def note(self, record: Shown) -> tuple[int, ...]:
        """The number of the note for what a record rests on; the same words have one number."""
        if record.quote:
            where, url = self._source(record.article or "")
            key: tuple[str | None, str] = (record.quote, record.article or "")
        else:
            where, url = self.say("reference", sources=self.join(record.sources, "semicolon")), None
            key = (None, where)
        if key not in self._known:
            self._known[key] = len(self.notes) + 1
            self.notes.append(Note(self._known[key], record.quote, where, url))
        return (self._known[key],)

    def _source(self, article: str) -> tuple[str, str | None]:
        found = self.articles.get(article)
        if found is None:
            return article, None
        published = self.day(found.published) if found.published else ""
        return self.join([found.title or found.key, found.outlet or "", published]), found.url

    # -- the document

    def document(self, made: date) -> Dossier:
        summary = self.relation.summary
        chapters = (
            self._summary(),
            Section(self.say("timeline"), [self._event(event) for event in self.relation.events]),
            *self._positions(),
            Section(self.say("agreements"), [self._bond("", a.title, a) for a in self.relation.agreements]),
            Section(self.say("commitments"), [self._commitment(c) for c in self.relation.commitments]),
            self._organizations(),
            self._people(),
            self._ties(),
            Section(
                self.say("articles"), [Statement("", self._source(a.id)[0]) for a in self.relation.articles]
            ),
        )
        return Dossier(
            language=self.language,
            rtl=self.language in _RTL,
            title=self.say("title", a=self.name(summary.a), b=self.name(summary.b)),
            lead=self.say("lead", day=self.day(made)),
            sections=[chapter for chapter in chapters if chapter.statements],
            notes=self.notes,
            notes_heading=self.say("notes"),
        )

    def _summary(self) -> Section:
        found = self.relation.summary
        if not self.articles and not self.relation.ties and not self.relation.shared_organizations:
            return Section(self.say("summary"), [Statement("", self.say("nothing"))])
        counts = ("events", "positions", "agreements", "commitments", "articles")
        lines = [self.say("counts", **{name: self.counted(name, getattr(found, name)) for name in counts})]
        if found.first and found.last:
            lines.append(self.say("span", first=self.day(found.first), last=self.day(found.last)))
        if found.score is not None:
            lines.append(self.say("score", score=f"{found.score:.1f}"))
        if self.relation.kinds:
            kinds = self.join(f"{self.label(k.labels)} ({k.events})" for k in self.relation.kinds)
            lines.append(self.say("kinds", kinds=kinds))
        if self.relation.truncated:
            lines.append(self.say("truncated"))
        return Section(self.say("summary"), [Statement("", line) for line in lines])

    def _event(self, event: EventView) -> Statement:
        place = self.name(event.place) if event.place else ""
        number = self.say("round", round=event.round) if event.round else ""
        status = str(self.phrases["statuses"].get(event.status, event.status))
        what = self.join([self.label(event.type_labels), status, place, event.venue or "", number])
        people = self.join((self._part(part) for part in event.participants if part.person), "semicolon")
        subjects = self.join((item.subject for item in event.agenda), "semicolon")
        more = (people, self.say("on", subjects=subjects) if subjects else "")
        return Statement(
            self.days(event.earliest, event.latest),
            what,
            self.note(event),
            tuple(line for line in more if line),
        )

    def _part(self, part: Part) -> str:
        who = self.name(part.person) if part.person else ""
        told = self.say("for", person=who, actor=self.name(part.actor))
        return self.join([told, self.name(part.post) if part.post else ""])

    def _positions(self) -> list[Section]:
        """Compared positions under their verdict, each once, then the rest."""
        parts: dict[str, list[Statement]] = {"shared": [], "differing": [], "mixed": []}
        told: set[str] = set()
        for comparison in self.relation.comparisons:
            for position in (*comparison.a, *comparison.b):
                if position.id not in told:
                    told.add(position.id)
                    head = self.name(comparison.issue)
                    parts[comparison.verdict].append(self._position(position, head))
        parts["other"] = [
            self._position(p, self.names(p.issues)) for p in self.relation.positions if p.id not in told
        ]
        found = [
            Section(self.say(key), statements, level=3) for key, statements in parts.items() if statements
        ]
        return [Section(self.say("positions"), [Statement("", "")]), *found] if found else []

    def _position(self, position: PositionView, head: str) -> Statement:
        holders, stance = self.names(position.holders), self.label(position.stance_labels)
        targets = self.say("towards", targets=self.names(position.target)) if position.target else ""
        speaker = self.say("voiced", speaker=self.name(position.speaker)) if position.speaker else ""
        text = self.join([f"{holders}: {stance} «{position.issue}»", targets, speaker])
        return Statement(head, text, self.note(position))

    def _bond(self, head: str, text: str, record: Shown) -> Statement:
        return Statement(head, text, self.note(record))

    def _commitment(self, commitment: CommitmentView) -> Statement:
        due = self.say("due", day=self.day(commitment.due)) if commitment.due else ""
        outcome = self.say("kept" if commitment.kept else "open") if commitment.foresees else ""
        head = self.names(commitment.makers)
        return Statement(head, commitment.undertaking, self.note(commitment), (self.join([due, outcome]),))

    def _organizations(self) -> Section:
        found = []
        for shared in self.relation.shared_organizations:
            if shared.now:
                sides = []
                notes: list[int] = []
                for membership in (shared.a[-1], shared.b[-1]):
                    who = self.name(membership.member)
                    role = self.label(membership.role_labels)
                    sides.append(self.join([f"{who}: {role}", self.since(membership)]))
                    notes += self.note(membership)
                head = self.name(shared.organization)
                found.append(Statement(head, self.join(sides, "semicolon"), tuple(dict.fromkeys(notes))))
        return Section(self.say("organizations"), found)

    def _people(self) -> Section:
        found = []
        for person in self.relation.people:
            notes = [n for h in self.relation.posts if h.person.id == person.person.id for n in self.note(h)]
            acts = self.join(self.counted(name, getattr(person, name)) for name in ("events", "positions"))
            actor = self.name(person.actor) if person.actor else ""
            # two posts may have an office in common: "deputy minister" and "deputy minister, special envoy"
            offices = (o for p in person.posts for o in self.name(p).split(self.phrases["comma"]))
            posts = self.join(dict.fromkeys(offices))
            text = self.join([posts, actor, acts])
            found.append(Statement(self.name(person.person), text, tuple(dict.fromkeys(notes))))
        return Section(self.say("people"), found)

    def _ties(self) -> Section:
        found = []
        for tie in self.relation.ties:
            text = self.join([self.label(tie.type_labels), self.since(tie)])
            head = self.say("to", sender=self.name(tie.sender), to=self.name(tie.to))
            found.append(self._bond(head, text, tie))
        return Section(self.say("ties"), found)
