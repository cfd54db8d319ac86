"""Who is behind an attack and who is defended against it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Norway reaffirmed its support for Ghana in the face of Togo's brutal aggression.",
        "Norway supports Ghana in its defence against Togo's invasion.",
        "Togo remains under an embargo after its 1990 invasion of Ghana.",
    ],
)
def test_attacker_and_attacked_are_told_around_the_noun(read: Any, text: str) -> None:
    (assault,) = [e for e in read(text, "en").events if e.kind == "assault"]
    assert (assault.source, assault.target) == (("TGO",), ("GHA",))
