"""Names in one pass: the longest wins, clitics and case count."""

from typing import Any

import pytest

from graph.reading.lexicon import lexicon
from graph.reading.names import is_state


def at(tokens: Any, text: str, language: str, index: int = 0) -> tuple[int, set[tuple[str, str]]]:
    found = tokens(text, language)
    hit = lexicon(language).names.at(found, index)
    return (0, set()) if hit is None else (hit.last - hit.first, {(n.kind, n.value) for n in hit.names})


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [("en", "South Sudan", "SSD"), ("ar", "جنوب السودان", "SSD"), ("en", "Guinea-Bissau", "GNB")],
)
def test_the_longest_name_wins(tokens: Any, language: str, text: str, code: str) -> None:
    length, names = at(tokens, text, language)
    assert length == len(tokens(text, language)) and ("state", code) in names


@pytest.mark.parametrize("text", ["وأذربيجان", "لأذربيجان", "كأذربيجان"])
def test_a_name_is_found_behind_clitics(tokens: Any, text: str) -> None:
    assert ("state", "AZE") in at(tokens, text, "ar")[1]


def test_an_abbreviation_needs_its_capitals(tokens: Any) -> None:
    assert ("state", "USA") in at(tokens, "US", "en")[1]
    assert ("state", "USA") not in at(tokens, "us", "en")[1]


def test_two_states_in_one_word_are_both(tokens: Any) -> None:
    assert {value for _, value in at(tokens, "Kenyan-Ugandan", "en")[1]} == {"KEN", "UGA"}


def test_a_city_with_a_hyphen_is_one_name(phrases: Any) -> None:
    (mention,) = phrases("in Porto-Novo", "en")
    assert (mention.kind, mention.actors, mention.preposition) == ("name", ("BEN",), "in")


def test_a_garbled_organization_is_known_by_its_likeness(phrases: Any) -> None:
    found = phrases("منظمة آسيا للتعاون وإجراءات بناء الثقة في آسيا", "ar")
    assert [m.actors for m in found][:1] == [("CICA",)]


def test_only_codes_of_states_are_states() -> None:
    assert is_state("KAZ") and not is_state("NATO") and not is_state("UN")


@pytest.mark.parametrize(
    ("text", "code"), [("الجيش الألماني", "DEU"), ("الوزير الألباني", "ALB"), ("لألمانيا", "DEU")]
)
def test_letters_that_only_look_like_the_article_belong_to_the_name(
    phrases: Any, text: str, code: str
) -> None:
    assert [m.actors for m in phrases(text, "ar")] == [(code,)]
