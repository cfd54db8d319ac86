"""People of an article: who is introduced, and under what names they come back."""

from datetime import date

import pytest

from graph.reading.lexicon import lexicon
from graph.reading.mention import Mention
from graph.reading.people import People, name_words, officeholders


def introduced(language: str, name: str, actor: str, post: str = "foreign minister") -> People:
    people = People(lexicon(language), date(2024, 3, 13))
    people.introduce(Mention(0, 1, "person", (actor,), name, [post]))
    return people


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [("en", "Amara Kwesi Boateng", "Boateng"), ("ar", "كوامي أسانتي بواتنغ", "بواتنغ")],
)
def test_a_surname_brings_somebody_back(language: str, full: str, short: str) -> None:
    people = introduced(language, full, "GHA")
    assert people.person(short).name == full and people.person(short).actors == ("GHA",)


def test_the_fullest_name_is_kept() -> None:
    people = introduced("en", "Amara Boateng", "GHA")
    people.introduce(Mention(3, 4, "person", ("GHA",), "Amara Kwesi Boateng", []))
    assert people.person("Boateng").name == "Amara Kwesi Boateng"


def test_an_office_alone_means_the_one_who_has_it() -> None:
    people = introduced("en", "Amara Boateng", "GHA")
    assert people.named(Mention(5, 6, "person", ("GHA",), None, ["foreign minister"])) == "Amara Boateng"
    assert people.named(Mention(5, 6, "person", ("TGO",), None, ["foreign minister"])) is None
    people.introduce(Mention(7, 8, "person", ("GHA",), "Esi Mensah", ["foreign minister"]))
    assert people.named(Mention(5, 6, "person", ("GHA",), None, ["foreign minister"])) is None


def test_a_name_begins_only_with_words_that_names_begin_with() -> None:
    people = introduced("en", "Amara Boateng", "GHA")
    assert people.may_begin("amara") and people.may_begin("boateng") and not people.may_begin("qwerty")


def test_servant_of_is_one_word_with_what_follows() -> None:
    assert name_words("عبد الله بن سعيد") == ("عبدالله", "بن", "سعيد")


def test_the_tables_know_who_was_in_office_that_year() -> None:
    assert officeholders("en", 2012)["angela merkel"].state == "DEU"
    assert "angela merkel" not in officeholders("en", 1980)
