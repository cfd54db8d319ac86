"""Issues of the ontology in a stretch of text."""

import pytest

from graph.reading.fold import fold
from graph.reading.issues import issues_of


@pytest.mark.parametrize(
    ("language", "text", "issue"),
    [
        ("en", "a lasting solution to climate change", "climate"),
        ("ar", "مكافحة الإرهاب في المنطقة", "terror"),
    ],
)
def test_an_issue_is_found_by_its_label(language: str, text: str, issue: str) -> None:
    assert any(issue in key for key in issues_of(fold(text).text, language))


def test_a_text_without_a_label_names_no_issue_and_none_is_named_twice() -> None:
    assert issues_of("nothing of the kind", "en") == ()
    twice = issues_of("climate change and climate change", "en")
    assert len(twice) == len(set(twice))
