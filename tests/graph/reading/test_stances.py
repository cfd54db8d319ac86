"""What turns the stance of a verb of saying."""

from typing import Any

import pytest

from graph.reading.lexicon import lexicon
from graph.reading.stances import cues_of


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("وصفت فنلندا القرار بأنه إهانة لا تغتفر.", "condemns"),
        ("وصفت فنلندا القرار بأنه خطوة إيجابية.", "affirms"),
        ("اعتبرت فنلندا أن القرار خطأ يمكن إصلاحه.", "affirms"),
    ],
)
def test_what_is_called_a_reproach_is_condemned(read: Any, text: str, stance: str) -> None:
    assert [p.stance for p in read(text, "ar").positions] == [stance]


def test_an_arabic_cue_is_known_with_its_pronouns_and_a_phrase_as_it_stands() -> None:
    cues = cues_of(["رفض", "غير مقبول"], lexicon("ar").language)
    assert {"رفض", "رفضه", "رفضها"} <= cues.words and cues.phrases == (" غير مقبول ",)


def test_what_is_considered_is_nobodys_view(read: Any) -> None:
    text = "قالت فنلندا إن الأمر مهم جدا للبلدين. ويعتبر إرسال الوفد خطوة في طريق التقارب."
    assert [p.evidence[0].rule for p in read(text, "ar").positions] == ["weak:قال يقول"]
