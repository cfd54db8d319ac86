"""What a phrase leaves open is settled from the rest of the article."""

from typing import Any


def test_a_surname_acts_for_the_state_of_its_bearer(read: Any) -> None:
    found = read("Kenya's president Daniel Mutua visited Uganda. Mutua praised his host.", "en")
    assert ("praise", ("KEN",), ("UGA",)) in [(e.kind, e.source, e.target) for e in found.events]
    found = read("زار الرئيس الكيني دانيال موتوا أوغندا. وأشاد موتوا بدعم كمبالا.", "ar")
    assert ("praise", ("KEN",), ("UGA",)) in [(e.kind, e.source, e.target) for e in found.events]


def test_the_two_sides_are_those_who_dealt_with_each_other_last(read: Any) -> None:
    text = "التقى وزير الخارجية النرويجي نظيره التشيلي في أوسلو. وأكد الجانبان أهمية التعاون."
    assert [p.holders for p in read(text, "ar").positions] == [("NOR", "CHL")]
    text = (
        "The Norwegian foreign minister met his Chilean counterpart in Oslo. Both sides condemned the attack."
    )
    assert [p.holders for p in read(text, "en").positions] == [("NOR", "CHL")]


def test_his_country_is_that_of_the_speaker(read: Any) -> None:
    (position,) = read("وأكد الوزير السنغالي دعم بلاده لأوكرانيا.", "ar").positions
    assert (position.holders, position.stance, position.target) == (("SEN",), "supports", ("UKR",))


def test_a_pronoun_for_the_president_goes_on_with_him(read: Any) -> None:
    text = "The Kenyan president arrived in Kampala on Monday. He condemned the coup in Niger."
    assert [p.holders for p in read(text, "en").positions] == [("KEN",)]


def test_the_kingdom_is_the_one_spoken_of(read: Any) -> None:
    (position,) = read("أكد العاهل المغربي حرص المملكة على أمن المتوسط.", "ar").positions
    assert position.holders == ("MAR",)
    assert {a.id for a in read("وصل وزير خارجية الأردن إلى المنامة ثم عاد إلى المملكة.", "ar").actors} >= {
        "JOR"
    }
