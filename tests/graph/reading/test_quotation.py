"""What is said before its verb."""

from __future__ import annotations

from graph.reading import open_article, read_article

QUOTED = (
    "President Tamim of Qatar met Italian Foreign Minister Antonio Tajani in Rome.\n"
    '"It is important that the talks go on without delay," Tajani told reporters.'
)


def test_a_quotation_before_its_speaker_is_the_speakers_position() -> None:
    (position,) = read_article(open_article(QUOTED, key="t/1", language="en")).positions
    assert position.holders == ("ITA",)
    assert position.quote.startswith("It is important")
    assert position.speaker == "Antonio Tajani"
