"""Writing what was read: new articles many at a time, changed ones one by one."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.derived import following
from graph.exc import BilateralError, QueryError, StoreError
from graph.happenings import Remembered
from graph.ingesting.outcome import Outcome, Result
from graph.ingesting.working import Done
from graph.store import EmbeddedStore, Store
from graph.store.changes import parsed

MANY = 1000
_BYTES = 96_000_000
_SHORT, _LONG = 5.0, 60.0


class Committer:
    """The one writer. An article is wholly in or not at all, whichever way it goes in.

    New articles wait, for the store takes many at once in a third of the time: until there are MANY, or 96 MB of
    them, or the first has waited half the time that the run took before it (5 to 60 seconds), since
    each load leaves files that the store merges later. A server gets each in a request of its own: some take no
    long ones.
    """

    def __init__(self, store: Store) -> None:
        store.finish()
        self.store = store
        self._many = MANY if isinstance(store, EmbeddedStore) else 1
        self._waiting: list[Done] = []
        self._bytes = 0
        self._begun = self._since = time.monotonic()
        self._told: set[str] = set()
        """Shortcuts that were written and not taken out since; known as long as only this writes."""
        self._reports = Remembered()
        """Reports that the store has, known as long."""
        self._changes = 0

    def take(self, done: Done) -> Iterator[Result]:
        """Write what came of a task, or keep it for a while; the results of what has been written since."""
        outcome = done.result.outcome
        if outcome is Outcome.NEW:
            if not self._waiting:
                self._since = time.monotonic()
            self._waiting.append(done)
            self._bytes += len(done.document)
        elif outcome is Outcome.CHANGED:
            yield self._alone(done)
        else:
            yield done.result
        patience = min(max(_SHORT, (self._since - self._begun) / 2), _LONG)
        late = self._waiting and time.monotonic() - self._since > patience
        if late or len(self._waiting) >= self._many or self._bytes >= _BYTES:
            yield from self.flush()

    def flush(self) -> Iterator[Result]:
        """Write all that waits, in one transaction; where the store refuses that, one by one."""
        waiting, self._waiting, self._bytes = self._waiting, [], 0
        if not waiting:
            return
        try:
            self._together(waiting)
        except (StoreError, QueryError):
            for done in waiting:
                yield self._alone(done)
        else:
            yield from (done.result for done in waiting)

    def _together(self, new: Sequence[Done]) -> None:
        contents = {done.iri: done.content for done in new}
        if not isinstance(self.store, EmbeddedStore) or self.store.changes != self._changes:
            self._told.clear()
            self._reports.forget()
        then = following(self.store, contents, told=self._told, remembered=self._reports)
        document = b"".join([*(done.document for done in new), then.nquads()])
        self.store.put(document, then.later)
        if isinstance(self.store, EmbeddedStore):
            self._told.update(*(content.shortcuts.shared for content in contents.values()))
            self._reports.learn(report for content in contents.values() for report in content.account.reports)
            self._changes = self.store.changes

    def _alone(self, done: Done) -> Result:
        """One article in a transaction of its own. StoreError names it; another error is its failure."""
        where = done.result.where
        try:
            if done.result.outcome is Outcome.NEW:
                self._together([done])
            else:
                then = following(self.store, {done.iri: done.content}, known=[done.iri])
                self.store.replace(done.iri, parsed(done.document), before=then.before, after=then.after)
        except StoreError as error:
            raise StoreError(f"{where}: {error}") from error
        except BilateralError as error:
            return replace(done.result, outcome=Outcome.FAILED, records=0, message=f"{where}: {error}")
        return done.result
