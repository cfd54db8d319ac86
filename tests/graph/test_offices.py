import pytest

from graph.lookups.offices import in_arabic


@pytest.mark.parametrize(
    ("office", "arabic"),
    [
        ("foreign minister", "وزير الخارجية"),
        ("prime minister", "رئيس الوزراء"),
        ("deputy foreign minister and special envoy", "نائب وزير الخارجية، المبعوث الخاص"),
        ("deputy foreign minister, special envoy", "نائب وزير الخارجية، المبعوث الخاص"),
    ],
)
def test_offices_have_the_names_that_arabic_papers_give_them(office: str, arabic: str) -> None:
    assert in_arabic(office) == arabic


@pytest.mark.parametrize("office", ["", "keeper of the seals", "foreign minister and keeper of the seals"])
def test_an_office_is_not_named_by_halves(office: str) -> None:
    assert in_arabic(office) is None
