"""English word forms."""

from __future__ import annotations

import pytest

from graph.reading.english import noun_forms, plausible, verb_forms


def forms(lemma: str) -> dict[str, str]:
    return {form.text: form.feature for form in reversed(list(verb_forms(lemma)))}


@pytest.mark.parametrize(
    ("lemma", "past", "present", "gerund"),
    [
        ("visit", "visited", "visits", "visiting"),
        ("meet met met", "met", "meets", "meeting"),
        ("agree", "agreed", "agrees", "agreeing"),
        ("deny", "denied", "denies", "denying"),
        ("ban", "banned", "bans", "banning"),
        ("expel expelled expelled", "expelled", "expels", "expelling"),
        ("welcome", "welcomed", "welcomes", "welcoming"),
    ],
)
def test_a_verb_has_its_parts(lemma: str, past: str, present: str, gerund: str) -> None:
    found = forms(lemma)
    assert (found[past], found[present], found[gerund]) == ("past", "present", "gerund")


def test_a_participle_stands_apart_where_it_differs_from_the_past() -> None:
    assert forms("write wrote written")["written"] == "participle"


def test_a_noun_has_a_plural_unless_it_is_one() -> None:
    assert [f.text for f in noun_forms("treaty")] == ["treaty", "treaties"]
    assert [f.text for f in noun_forms("talks")] == ["talks"]


def test_the_word_before_tells_verb_from_noun() -> None:
    assert not plausible("present", "the")
    assert not plausible("noun", "will")
    assert plausible("base", "to")
    assert not plausible("base", "state")


def test_what_looks_like_a_finite_verb_behind_a_preposition_describes_the_noun() -> None:
    assert not plausible("past", "for")
    assert plausible("past", "minister")
