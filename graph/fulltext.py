"""Search over the words that records stand on, in Arabic and English.

An index in memory (SQLite's FTS5) of every quote and label, folded and with each reading of a word's clitics
beside it, so that كازاخستان finds ولكازاخستان. It follows the store: articles that are new, changed or gone since the
last look are indexed, indexed again or dropped.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from graph.folding import fold
from graph.lookups.asking import rows, value
from graph.queries import named
from graph.reading.arabic import analyses
from graph.store import Store
from ontology.terms import ONTOLOGY

KINDS = {
    "Event": "event",
    "Position": "position",
    "PostHolding": "post",
    "Membership": "membership",
    "Agreement": "agreement",
    "Commitment": "commitment",
}
_WORD = re.compile(r"[^\W_]+(?:[\u064b-\u065f\u0670\u0640]+[^\W_]*)*")
_ARABIC = re.compile(r"[\u0621-\u064a]")


def forms(word: str) -> set[str]:
    """A folded word as it is and, of an Arabic one, its stems without conjunction, preposition and article."""
    if not _ARABIC.search(word):
        return {word}
    # one letter less than three is too little to be told from the clitic before it
    return {word} | {analysis.stem for analysis in analyses(word) if len(analysis.stem) > 2}


def _sought(word: str) -> set[str]:
    """A word of a question: as it is, and without its article."""
    bare = word.removeprefix("ال")
    return {word, bare} if _ARABIC.search(word) and len(bare) > 2 else {word}


@dataclass(frozen=True, slots=True)
class Match:
    """A record whose words answer a search, the best first; ``kind`` is one of ``KINDS``' values."""

    record: str
    kind: str


class WordIndex:
    """The index over one store; safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._seen: dict[str, tuple[str, str]] = {}
        self._version: object = None
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.executescript(
            "CREATE TABLE record (id INTEGER PRIMARY KEY, iri TEXT, kind TEXT, article TEXT);"
            "CREATE INDEX by_article ON record (article);"
            "CREATE VIRTUAL TABLE words USING fts5 (forms, detail=none, tokenize='unicode61 remove_diacritics 0');"
        )

    def refresh(self, version: object = None) -> None:
        """Follow the store; with the ``version`` it was last seen in, nothing is asked."""
        with self._lock:
            if version is not None and version == self._version:
                return
            now = {
                value(row, "article") or "": (value(row, "hash") or "", value(row, "reader") or "")
                for row in self._store.select(named("read.rq"))
            }
            stale = [article for article, state in self._seen.items() if now.get(article) != state]
            fresh = [article for article, state in now.items() if self._seen.get(article) != state]
            self._drop(stale)
            self._take(fresh)
            self._base.commit()
            self._seen, self._version = now, version

    def _drop(self, articles: Iterable[str]) -> None:
        for article in articles:
            inside = "SELECT id FROM record WHERE article = ?"
            self._base.execute(f"DELETE FROM words WHERE rowid IN ({inside})", (article,))
            self._base.execute("DELETE FROM record WHERE article = ?", (article,))

    def _take(self, articles: list[str]) -> None:
        found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for row in rows(self._store, "wordings.rq", "article", articles):
            kind = KINDS[(value(row, "kind") or "").removeprefix(ONTOLOGY)]
            key = (value(row, "record") or "", kind, value(row, "article") or "")
            found[key].append(value(row, "words") or "")
        for key, words in found.items():
            place = self._base.execute(
                "INSERT INTO record (iri, kind, article) VALUES (?, ?, ?)", key
            ).lastrowid
            written = " ".join(form for word in fold(" ".join(words)).split() for form in sorted(forms(word)))
            self._base.execute("INSERT INTO words (rowid, forms) VALUES (?, ?)", (place, written))

    def search(
        self, question: str, *, kind: str | None = None, limit: int = 1000, skip: int = 0
    ) -> list[Match]:
        """Records whose words hold all words of the question, the last one as a beginning too, best first.

        A question without a letter or digit finds none.
        """
        words = fold(question).split()
        if not words:
            return []
        terms = [_term(word, begins=place == len(words) - 1) for place, word in enumerate(words)]
        chosen = "AND kind = :kind" if kind else ""
        text = (
            "SELECT iri, kind FROM words JOIN record ON record.id = words.rowid "
            f"WHERE words MATCH :terms {chosen} ORDER BY rank, record.iri LIMIT :limit OFFSET :skip"
        )
        given = {"terms": " AND ".join(terms), "kind": kind, "limit": limit, "skip": skip}
        with self._lock:
            return [Match(iri, found) for iri, found in self._base.execute(text, given)]


def _term(word: str, *, begins: bool) -> str:
    """The words of an FTS5 expression; folded words hold letters and digits alone, quotes keep them words."""
    star = "*" if begins and len(word) > 2 else ""
    return "(" + " OR ".join(f'"{form}"{star}' for form in sorted(_sought(word))) + ")"


def highlights(question: str, quote: str) -> list[tuple[int, int]]:
    """Start and end, in code points of the quote, of the words that answer the question."""
    words = fold(question).split()
    wanted = [_sought(word) for word in words]
    found = []
    for match in _WORD.finditer(quote):
        own = {form for word in fold(match[0]).split() for form in forms(word)}
        last = words[-1] if words else ""
        begins = len(last) > 2 and any(form.startswith(start) for form in own for start in _sought(last))
        if begins or any(own & forms_sought for forms_sought in wanted):
            found.append(match.span())
    return found
