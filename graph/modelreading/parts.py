"""A long article in parts that overlap, so that what stands on a border stands whole in one of them."""

from __future__ import annotations

import re

from graph.modelreading.aligning import Span

_ENDS = (re.compile(r"\n\s*"), re.compile(r"[.!?؟…][»\"”)]*\s+"), re.compile(r"\s+"))


def parts_of(text: str, size: int, overlap: int) -> list[Span]:
    """Spans of at most ``size`` code points that cover a text; each begins ``overlap`` before the last ended.

    Parts end and begin between paragraphs, else sentences, else words, else anywhere.
    """
    spans: list[Span] = []
    start = 0
    while len(text) - start > size:
        end = _border(text, start + size // 2, start + size)
        spans.append((start, end))
        start = max(
            start + 1, _border(text, max(start + 1, end - 2 * overlap), max(start + 2, end - overlap))
        )
    spans.append((start, len(text)))
    return spans


def _border(text: str, low: int, high: int) -> int:
    """The last place in ``low:high`` where something begins anew; ``high`` where nothing does."""
    for pattern in _ENDS:
        found = [m.end() for m in pattern.finditer(text, low, high)]
        if found:
            return found[-1]
    return high
