"""Whose words somebody else reports."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The agency quoted Norway's foreign minister as saying that his country would never accept the new border.",
        "Norway's foreign minister, Tor Lund, was quoted as saying that Norway would never accept the new border.",
        '"We will never accept the new border," the paper quoted Norway\'s prime minister as saying on Tuesday.',
    ],
)
def test_words_quoted_are_those_of_whoever_is_quoted(read: Any, text: str) -> None:
    (position,) = read(text, "en").positions
    assert (position.holders, position.stance) == (("NOR",), "opposes")
