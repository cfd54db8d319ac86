"""Quotations over several sentences."""

from __future__ import annotations

import pytest

from graph.reading import open_article, read_article


def _positions(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (p.holders, p.quote) for p in read_article(open_article(text, key="t/1", language="en")).positions
    ]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_every_sentence_of_a_long_quotation_is_the_speakers(between: str) -> None:
    found = _positions(
        "Malta's prime minister spoke.\n"
        f'"The truce must hold.{between}We support the plan of the mediators," '
        "Peruvian Foreign Minister Rosa Quispe said."
    )
    assert {holders for holders, _ in found} == {("PER",)}
    assert any("truce must hold" in quote for _, quote in found)
    assert any("support the plan" in quote for _, quote in found)


def test_a_quotation_that_goes_on_has_the_speaker_of_the_one_before() -> None:
    found = _positions(
        '"We condemn the raid," Omani minister Said Harthi said. "It was an unacceptable act."'
    )
    assert [holders for holders, _ in found] == [("OMN",), ("OMN",)]


def test_a_paragraph_that_opens_a_quotation_again_does_not_close_it() -> None:
    found = _positions(
        "“We condemn the raid, Omani minister Said Harthi said.\n“Chile's foreign minister rejected the plan.”"
    )
    assert ("CHL",) in {holders for holders, _ in found}


def test_we_in_a_quotation_is_its_speaker_and_not_the_one_named_before() -> None:
    found = _positions(
        'Armenia\'s president said the plan was old. "We believe that the new line is important," '
        "Georgian Foreign Minister Nino Beridze said."
    )
    assert [holders for holders, quote in found if "new line" in quote] == [("GEO",)]
