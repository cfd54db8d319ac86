"""Small answers kept for who asks the same again before anything is written."""

from __future__ import annotations

import re
from collections import OrderedDict

from graph.readers.answerer import Whole
from graph.readers.wire import Question

_ENTRY = 600  # bytes that an entry takes beside its texts, about
_SHARE = 16  # an answer that would take more than this part of the room is not kept
# what answers otherwise each time (SPARQL 1.1 Query, 17.4), or hides behind an escape (19.2), or is another server's
_FLEETING = re.compile(r"NOW|RAND|UUID|BNODE|SERVICE|\\U", re.IGNORECASE)


class Remembered:
    """Answers to questions on one state of the store, the least lately used of them forgotten first.

    ``room`` is how many bytes all may take; 0 keeps none. ``found`` counts what was answered from here.
    """

    def __init__(self, room: int) -> None:
        self.found = 0
        self._room = room
        self._taken = 0
        self._state: int | None = None
        self._kept: OrderedDict[Question, Whole] = OrderedDict()

    def find(self, state: int, question: Question) -> Whole | None:
        """The answer that ``question`` was given on the store after ``state`` writes."""
        if state != self._state or (answer := self._kept.get(question)) is None:
            return None
        self._kept.move_to_end(question)
        self.found += 1
        return answer

    def keep(self, state: int, question: Question, answer: Whole) -> None:
        """Remember a whole answer; those of earlier states are forgotten."""
        size = _size(question, answer)
        if size > self._room // _SHARE or _FLEETING.search(question.query):
            return
        if self._state is None or state > self._state:
            self._state, self._taken = state, 0
            self._kept.clear()
        if state < self._state or question in self._kept:
            return
        self._kept[question] = answer
        self._taken += size
        while self._taken > self._room:
            self._taken -= _size(*self._kept.popitem(last=False))


def _size(question: Question, answer: Whole) -> int:
    graphs = (*(question.default_graphs or ()), *(question.named_graphs or ()))
    # four bytes a character at most
    return _ENTRY + len(answer.first) + 4 * (len(question.query) + sum(map(len, graphs)))
