"""Sketches of texts: enough of an article to know a wire copy of it by.

A text's shingles (five words in a row) are hashed and the least 64 hashes kept (bottom-k sketch; Broder,
"On the resemblance and containment of documents", 1997). Two sketches tell how much of the shorter text the
other contains, also where a copy was cut or given another headline.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from graph.folding import fold

Sketch = frozenset[int]
_WORDS = 5
_KEPT = 64
COPY = 0.5
"""Share of the shorter text's shingles from which two texts count as copies of one."""


def sketch(text: str) -> Sketch:
    """The least 64 hashes (32 bits) of a text's shingles; of a text under five words, the hash of the whole."""
    words = fold(text).split()
    runs = {" ".join(words[at : at + _WORDS]) for at in range(max(1, len(words) - _WORDS + 1))}
    return frozenset(sorted({zlib.crc32(run.encode()) for run in runs if run})[:_KEPT])


def written_sketch(found: Sketch) -> str:
    """A sketch as one literal, eight hexadecimal digits a hash."""
    return "".join(f"{number:08x}" for number in sorted(found))


def read_sketch(text: str) -> Sketch:
    """A sketch from its literal."""
    return frozenset(int(text[at : at + 8], 16) for at in range(0, len(text), 8))


def containment(one: Sketch, other: Sketch) -> float:
    """The share of the shorter text's shingles that the other has, from 0 to 1; 0 where either has none.

    Only hashes below both sketches' greatest are compared, for up to there both are complete.
    """
    if not one or not other:
        return 0.0
    reach = min(max(kept) if len(kept) >= _KEPT else 1 << 32 for kept in (one, other))
    low, high = ({n for n in kept if n <= reach} for kept in (one, other))
    return len(low & high) / min(len(low), len(high)) if low and high else 0.0


def copies(one: Sketch, other: Sketch) -> bool:
    """Whether one text is a copy of the other, whole or in a large part."""
    return containment(one, other) >= COPY


def independent(articles: Iterable[tuple[str, str | None, Sketch]]) -> list[list[str]]:
    """Articles, (IRI, outlet, sketch), in groups that count once: of one outlet, or copies of one text.

    Articles whose outlet is unknown count as of one outlet, for nothing shows that they are independent.
    Groups and their members are sorted, so the result does not hang on the order of the articles.
    """
    known = sorted(set(articles), key=lambda article: article[0])
    group = {iri: iri for iri, _, _ in known}

    def root(iri: str) -> str:
        while group[iri] != iri:
            iri = group[iri]
        return iri

    for place, (iri, outlet, kept) in enumerate(known):
        for other, its_outlet, its_kept in known[place + 1 :]:
            if outlet == its_outlet or copies(kept, its_kept):
                one, two = sorted((root(iri), root(other)))
                group[two] = one
    found: dict[str, list[str]] = {}
    for iri, _, _ in known:
        found.setdefault(root(iri), []).append(iri)
    return [found[key] for key in sorted(found)]
