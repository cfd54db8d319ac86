"""Phrases whose owner follows with a preposition between, as in French."""

from typing import Any


def test_an_office_has_its_state_behind_of_and_its_name_between_commas(phrases: Any) -> None:
    (mention,) = phrases("Le ministre de la Santé du Bénin, Aimé Dossou, a souri.", "fr")
    assert (mention.posts, mention.actors, mention.person) == (["health minister"], ("BEN",), "Aimé Dossou")


def test_the_adjective_may_stand_inside_the_office(phrases: Any) -> None:
    (mention,) = phrases("le ministre polonais de la Défense", "fr")
    assert (mention.posts, mention.actors) == (["defence minister"], ("POL",))


def test_one_head_belongs_to_several_states(phrases: Any) -> None:
    (mention,) = phrases("les gouvernements kényan et tanzanien", "fr")
    assert mention.actors == ("KEN", "TZA")


def test_a_list_hangs_on_its_first_preposition(phrases: Any) -> None:
    found = phrases("avec la Suède, la Norvège et l'Islande", "fr")
    assert [(m.actors, m.preposition) for m in found] == [
        (("SWE",), "with"),
        (("NOR",), "with"),
        (("ISL",), "with"),
    ]
