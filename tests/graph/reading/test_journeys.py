"""Journeys to several states."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya's foreign minister visited Ghana, Togo and Benin last week."),
        ("ar", "زار وزير الخارجية الكيني غانا وتوغو وبنين."),
    ],
)
def test_who_goes_to_several_states_visits_each(read: Any, language: str, text: str) -> None:
    visits = [e for e in read(text, language).events if e.kind == "visit"]
    assert [set(v.participants) for v in visits] == [{"KEN", "GHA"}, {"KEN", "TGO"}, {"KEN", "BEN"}]
