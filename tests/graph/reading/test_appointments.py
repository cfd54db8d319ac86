"""Offices that an appointment gives."""

from datetime import date

import pytest

from graph.reading import open_article, read_article


def _offices(text: str, language: str) -> set[tuple[str, str, str]]:
    article = open_article(text, key="test/one", language=language, published=date(2021, 3, 10))
    return {(p.person, p.post, p.actor) for p in read_article(article).posts}


@pytest.mark.parametrize(
    ("text", "language", "office"),
    [
        (
            "Norway named Liv Strand as its ambassador to Ghana.",
            "en",
            ("Liv Strand", "ambassador", "NOR"),
        ),
        (
            "The Peruvian president appointed Rosa Vidal foreign minister.",
            "en",
            ("Rosa Vidal", "foreign minister", "PER"),
        ),
        ("عينت تونس أحمد محمود سفيرا لها في غانا.", "ar", ("أحمد محمود", "ambassador", "TUN")),
    ],
)
def test_who_is_appointed_holds_the_office_of_the_state_that_appoints(
    text: str, language: str, office: tuple[str, str, str]
) -> None:
    assert office in _offices(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Norway may name Liv Strand as its ambassador to Ghana.",
        "Norway has not named Liv Strand as its ambassador to Ghana.",
    ],
)
def test_an_appointment_that_is_denied_or_only_possible_gives_no_office(text: str) -> None:
    assert not _offices(text, "en")
