"""Positions: who says, wants, backs or refuses what."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("language", "text", "stance", "polarity"),
    [
        ("en", "Canada condemned the killing of the aid workers.", "condemns", -1),
        ("ar", "أدانت كندا قتل عمال الإغاثة.", "condemns", -1),
        ("en", "Canada welcomed the release of the sailors.", "welcomes", 1),
        ("ar", "رحبت كندا بالإفراج عن البحارة.", "welcomes", 1),
        ("en", "Canada stressed the need for a ceasefire.", "calls-for", 1),
        ("ar", "أكدت كندا ضرورة وقف إطلاق النار.", "calls-for", 1),
        ("en", "Canada expressed its concern over the fighting.", "concerned", -1),
        ("ar", "أعربت كندا عن قلقها من القتال الدائر.", "concerned", -1),
    ],
)
def test_verb_and_cue_give_the_stance(
    read: Any, language: str, text: str, stance: str, polarity: int
) -> None:
    (position,) = read(text, language).positions
    assert (position.holders, position.stance, position.polarity) == (("CAN",), stance, polarity)
    assert position.quote in text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The report condemned the killing."), ("ar", "أدان التقرير قتل العمال.")],
)
def test_who_is_no_actor_holds_no_position(read: Any, language: str, text: str) -> None:
    assert read(text, language).positions == ()


def test_a_participle_goes_on_with_the_speaker(read: Any) -> None:
    found = read("حثت إيطاليا ليبيا على إطلاق سراح الصيادين، مؤكدة ضرورة مواصلة الحوار.", "ar")
    assert [(p.holders, p.stance) for p in found.positions] == [(("ITA",), "calls-for")]


def test_the_speaker_is_named(read: Any) -> None:
    (position,) = read(
        "Canadian Foreign Minister Anne Roy condemned the killing of the aid workers.", "en"
    ).positions
    assert position.speaker == "Anne Roy"


def test_verbs_inside_a_quotation_are_the_speakers(read: Any) -> None:
    text = "قالت وزيرة الخارجية الفنلندية إن «بلادها ترحب بالهدنة وتدعو السويد إلى دعمها»."
    assert {p.holders for p in read(text, "ar").positions} == {("FIN",)}


def test_a_quotation_goes_on_over_several_sentences(read: Any) -> None:
    text = "قال الرئيس الكيني: «الهدنة ضرورة للجميع. نأمل أن تلتزم أوغندا بها». وغادر بعد ذلك."
    assert {p.holders for p in read(text, "ar").positions} == {("KEN",)}


def test_a_participle_follows_the_subject_of_a_verb_that_says_nothing(read: Any) -> None:
    text = "أدانت تشيلي القرار.\nغادر رئيس بيرو القاعة، مؤكدا ضرورة احترام الاتفاقية."
    assert [p.holders for p in read(text, "ar").positions] == [("CHL",), ("PER",)]


def test_a_relative_clause_says_something_only_with_a_speaker_of_its_own(read: Any) -> None:
    assert read("وصلت الشحنة إلى أوغندا التي تدعم المبادرة.", "ar").positions == ()
    (position,) = read("التقى الوزير الرئيس الأوغندي الذي أكد دعم المبادرة.", "ar").positions
    assert position.holders == ("UGA",)


def test_a_source_between_commas_does_not_end_what_is_said(read: Any) -> None:
    (position,) = read("أكد وزير الخارجية الغاني، وفق بيان صدر أمس، على أهمية الحوار.", "ar").positions
    assert position.quote.endswith("أهمية الحوار")


def test_a_verb_says_only_with_the_word_that_it_needs(read: Any) -> None:
    assert read("وتعبر غانا شاحنات كثيرة كل يوم نحو الموانئ الكبرى.", "ar").positions == ()
    (position,) = read("عبرت غانا أمس عن تأييدها للاتفاق.", "ar").positions
    assert position.holders == ("GHA",)
