"""The state whose offices an article names without saying whose."""

import pytest

from graph.reading import open_article, read_article
from graph.reading.home import home_state


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("en", "NAIROBI, March 5 (Reuters) - Two ministers met.", "KEN"),
        ("ar", "الرباط (رويترز) - اجتمع وزيران.", "MAR"),
        ("en", "Two ministers met.", None),
    ],
)
def test_the_dateline_tells(language: str, text: str, state: str | None) -> None:
    article = open_article(text, key="t/1", language=language)
    assert article.outlet != "REUTERS" or home_state(article) in (state, "GBR")
    assert (home_state(article) is None) == (state is None)


def test_a_national_agency_writes_of_its_own_minister() -> None:
    text = (
        "عمان 5 آذار (بترا)- التقى وزير الخارجية سامر الطيب في القاهرة وزير الخارجية المصري. "
        "والأردن ومصر شريكان، والأردن ملتزم."
    )
    records = read_article(open_article(text, key="t/1", language="ar"))
    assert [set(e.participants) for e in records.events] == [{"JOR", "EGY"}]


def test_a_world_outlet_does_not_write_of_the_minister_of_its_seat() -> None:
    def home(outlet: str) -> str | None:
        return home_state(
            open_article("قال الوزير إن بلاده ملتزمة.", key="t/1", language="ar", outlet=outlet)
        )

    assert home("BBC") is None
    assert home("PETRA") == "JOR"
