"""Passives: who undergoes and who does."""

from __future__ import annotations

import pytest

from graph.reading import open_article, read_article


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norwegian diplomats were expelled by Belarus on Monday.", "BLR"),
        ("Belarus expelled Norwegian diplomats on Monday.", "BLR"),
        ("Norwegian diplomats, expelled on Monday by Belarus, returned home.", "BLR"),
    ],
)
def test_who_expels_is_the_source_in_every_voice(text: str, source: str) -> None:
    (event,) = read_article(open_article(text, key="t/1", language="en")).events
    assert [p.actor for p in event.participations if p.role == "source"] == [source]
