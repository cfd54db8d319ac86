"""Opening an article: language, title, dates, dateline, outlet, and where the body begins."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Article
from graph.reading.article import header_end, language_of, open_article
from graph.reading.fold import fold

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
BODY = "التقى الوزير نظيره في مقر الوزارة وبحثا العلاقات بين البلدين وسبل تطويرها في المجالات كافة."
ENGLISH_BODY = (
    "The two ministers met at the ministry and discussed relations between the countries in detail."
)


def opened(text: str, **given: str) -> Article:
    return open_article(text, key="test/1", **given)  # type: ignore[arg-type]


def shown(article: Article, about: str) -> list[str]:
    return [piece.quote for piece in article.evidence if piece.about == about]


def body(text: str) -> str:
    return text[header_end(text) :]


def test_the_sample_article() -> None:
    text = (ROOT / "data" / "articles" / "maan-2017-07-08.ar.txt").read_text(encoding="utf-8")
    article = opened(text)
    assert article.language == "ar"
    assert article.title is None
    assert (article.published, shown(article, "published")) == (date(2017, 7, 8), ["نشر بتاريخ: 08/07/2017"])
    assert article.updated == datetime(2017, 7, 8, 16, 41)
    assert shown(article, "updated") == ["آخر تحديث: 08/07/2017 الساعة: 16:41"]
    assert (article.dateline, shown(article, "dateline")) == ("رام الله", ["رام الله"])
    assert (article.outlet, shown(article, "outlet")) == ("MAAN", ["معا"])
    assert body(text).startswith("انطلقت في مدينة رام الله")


DATE_LINES = [
    ("2018-03-09 17:15:34", date(2018, 3, 9)),
    ("2018-03-09T17:15:34+01:00", date(2018, 3, 9)),
    ("09/03/2018", date(2018, 3, 9)),
    ("Fri, 09 Mar 2018 22:06:27 GMT", date(2018, 3, 9)),
    ("Fri, 09 Mar 2018 22:06:27 +0400", date(2018, 3, 9)),
    ("Published: March 9, 2018", date(2018, 3, 9)),
    ("MARCH 9, 2018 / 8:06 AM", date(2018, 3, 9)),
    ("الجمعة 9 مارس 2018", date(2018, 3, 9)),
    ("الجمعة 09 مارس 2018 الساعة 10:37 بتوقيت القاهرة", date(2018, 3, 9)),
    ("تاريخ النشر: 9/3/2018", date(2018, 3, 9)),
    ("03/23/2018 11:46:00", date(2018, 3, 23)),
]


@pytest.mark.parametrize(("line", "day"), DATE_LINES, ids=[row[0] for row in DATE_LINES])
@pytest.mark.parametrize("content", [BODY, ENGLISH_BODY], ids=["ar", "en"])
def test_the_line_under_the_title_gives_the_day(line: str, day: date, content: str) -> None:
    text = f"{content[:30]}\n{line}\n\n{content}\n"
    article = opened(text)
    assert article.published == day
    assert article.title == content[:30].strip()
    assert article.dateline is None
    assert body(text).startswith(content[:20])
    (quote,) = shown(article, "published")
    assert quote in line


def test_a_day_with_month_first_is_read_by_the_outlet() -> None:
    text = f"Ministers meet in Oslo\n04/07/2018 11:46:00\n\nOSLO (AP) _ {ENGLISH_BODY}"
    assert opened(text).published == date(2018, 4, 7)
    assert opened(text.replace("(AP)", "(Reuters)")).published == date(2018, 7, 4)


def test_both_calendars_in_one_line() -> None:
    text = f"سياسي / لقاء وزاري\n\nصنعاء 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس\n {BODY}"
    article = opened(text)
    assert (article.published, article.dateline, article.outlet) == (date(2015, 8, 10), "صنعاء", "WAS")
    assert body(text) == BODY


def test_an_update_is_not_the_publication() -> None:
    text = f"لقاء وزاري\nآخر تحديث: 10/03/2018 الساعة 09:05 - نشر بتاريخ: 09/03/2018\n{BODY}"
    article = opened(text)
    assert article.published == date(2018, 3, 9)
    assert article.updated == datetime(2018, 3, 10, 9, 5)


def test_afternoon_hours() -> None:
    text = f"Ministers meet\nUpdated: March 9, 2018 4:05 PM\n{ENGLISH_BODY}"
    assert opened(text).updated == datetime(2018, 3, 9, 16, 5)


DATELINES = [
    ("نواكشوط- واس- ", "نواكشوط", "WAS"),
    ("عمّان - بترا - ", "عمّان", "PETRA"),
    ("القاهرة (أ ش أ) - ", "القاهرة", "MENA"),
    ("واشنطن- (د ب أ) ", "واشنطن", "DPA"),
    ("الدوحة، قطر (CNN)— ", "الدوحة", "CNN"),
    ("\u202bالدوحة، قطر (CNN) -- ", "الدوحة", "CNN"),
    ("رويترز- نجامينا: ", "نجامينا", "REUTERS"),
    ("سالم علي– سبق– جدة: ", "جدة", "SABQ"),
    ("روما - ", "روما", None),
    ("باريس ـ لندن ـ وكالات: ", "باريس", None),
    ("(CNN)-- ", None, "CNN"),
    ("أرض الصومال (رويترز) - ", "أرض الصومال", "REUTERS"),
    ("* برلين- «الشرق الأوسط»: ", "برلين", "AAWSAT"),
]


@pytest.mark.parametrize(("opening", "place", "outlet"), DATELINES, ids=[row[0] for row in DATELINES])
def test_arabic_datelines(opening: str, place: str | None, outlet: str | None) -> None:
    text = f"لقاء وزاري في العاصمة\n2018-03-09\n\n{opening}{BODY}"
    article = opened(text)
    assert (article.dateline, article.outlet) == (place, outlet)
    assert body(text) == BODY


ENGLISH_DATELINES = [
    ("OSLO (Reuters) - ", "OSLO", "REUTERS"),
    ("LISBON, Portugal (AP) _ ", "LISBON", "AP"),
    ("WASHINGTON, D.C. – ", "WASHINGTON", None),
    ("Paris, 9 March 2018 (AFP) – ", "Paris", "AFP"),
    ("LAC-SUR-MER, France (Reuters) - ", "LAC-SUR-MER", "REUTERS"),
    ("Geneva — ", "Geneva", None),
]


@pytest.mark.parametrize(
    ("opening", "place", "outlet"), ENGLISH_DATELINES, ids=[r[0] for r in ENGLISH_DATELINES]
)
def test_english_datelines(opening: str, place: str, outlet: str | None) -> None:
    text = f"Ministers meet in the capital\n2018-03-09\n\n{opening}{ENGLISH_BODY}"
    article = opened(text)
    assert (article.dateline, article.outlet) == (place, outlet)
    assert body(text) == ENGLISH_BODY


def test_a_city_and_a_day_stand_twice() -> None:
    text = f"Ministers meet in the capital.\nPRAGUE 1997-02-03\n\nJane Roe\nPRAGUE 1997-02-03\n{ENGLISH_BODY}"
    article = opened(text)
    assert (article.published, article.dateline) == (date(1997, 2, 3), "PRAGUE")
    assert article.title == "Ministers meet in the capital."
    assert body(text) == ENGLISH_BODY


def test_an_outlet_and_a_city_on_a_line_of_their_own() -> None:
    text = f"لقاء وزاري\n2018-03-09\n\nواس – الرياض\n {BODY}"
    assert (opened(text).dateline, opened(text).outlet) == ("الرياض", "WAS")
    assert body(text) == BODY


def test_outlets_that_sign_the_last_line() -> None:
    article = opened(f"لقاء وزاري\n2018-03-09\n\n{BODY}\nفرانس24/ أ ف ب\n")
    assert (article.outlet, shown(article, "outlet")) == ("FRANCE24", ["فرانس24/ أ ف ب"])


@pytest.mark.parametrize(
    "text",
    [
        f"موسكو: ندعم جهود السلام في المنطقة\n2018-03-09\n\n{BODY}",
        f"Moscow: we support talks\n2018-03-09\n\n{ENGLISH_BODY}",
        f"لقاء وزاري\n2018-03-09\n\nقالت الوزارة - وهي التي استضافت اللقاء - إن البحث تواصل. {BODY}",
        f"Talks\n2018-03-09\n\nThe ministry - which hosted the talks - said they went on. {ENGLISH_BODY}",
        f"Talks\n2018-03-09\n\nJohn Roe, the minister (right), said the talks went on. {ENGLISH_BODY}",
    ],
)
def test_openings_that_are_no_datelines(text: str) -> None:
    assert opened(text).dateline is None


def test_what_is_passed_in_wins_and_needs_no_evidence() -> None:
    text = f"لقاء وزاري\n2018-03-09\n\nنواكشوط- واس- {BODY}"
    article = open_article(
        text, key="x", published=date(2018, 3, 8), outlet="MAAN", url="https://example.org/1", path="a.txt"
    )
    assert (article.published, article.outlet) == (date(2018, 3, 8), "MAAN")
    assert (article.url, article.path) == ("https://example.org/1", "a.txt")
    assert shown(article, "published") == shown(article, "outlet") == []
    assert shown(article, "dateline") == ["نواكشوط"]


@pytest.mark.parametrize(
    ("written", "day"),
    [("Wed, 25 Apr 2018 22:06:27 GMT", date(2018, 4, 25)), ("28/03/2016", date(2016, 3, 28)), ("soon", None)],
)
def test_a_day_passed_in_as_written(written: str, day: date | None) -> None:
    assert opened(BODY, published=written).published == day


def test_no_date_no_dateline_no_title() -> None:
    article = opened(BODY)
    assert (article.published, article.updated, article.dateline, article.title, article.outlet) == (
        None,
    ) * 5
    assert article.evidence == ()
    assert header_end(BODY) == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "ar"),
        (ENGLISH_BODY, "en"),
        ("Les deux ministres ont signé un accord sur le commerce dans la capitale avec des experts.", "fr"),
        ("وقعت شركة Example Company Limited اتفاقا جديدا مع وزارة الطاقة في المملكة", "ar"),
        ("", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_windows_line_ends() -> None:
    text = f"لقاء وزاري\r\n2018-03-09\r\n\r\nنواكشوط- واس- {BODY}\r\n"
    article = opened(text)
    assert (article.title, article.published, article.dateline) == ("لقاء وزاري", date(2018, 3, 9), "نواكشوط")
    assert body(text).startswith(BODY)


@given(
    st.text(
        st.one_of(st.sampled_from("\n\r -–:()،,/ـ\u200f\u00a00123456789"), st.characters(codec="utf-8")),
        max_size=300,
    )
)
def test_any_text_opens_and_its_evidence_stands(text: str) -> None:
    article = opened(text)
    assert 0 <= header_end(text) <= len(text)
    for piece in article.evidence:
        assert text[piece.start : piece.end] == piece.quote


@given(
    st.lists(
        st.sampled_from([*"\n-:(),،", "روما", "OSLO", "واس", "Reuters", "2018-03-09", "بترا", BODY, "12:30"]),
        max_size=12,
    )
)
def test_any_row_of_header_words_opens(words: list[str]) -> None:
    text = " ".join(words)
    assert 0 <= header_end(text) <= len(text)
    assert opened(text).text == text


DEVELOPMENT = sorted((SHARED / "gold").glob("[ae][rn]/*.json")) if SHARED.is_dir() else []


@pytest.mark.skipif(not DEVELOPMENT, reason="no development articles beside the checkout")
@pytest.mark.parametrize("path", DEVELOPMENT, ids=[f"{p.parent.name}/{p.stem}" for p in DEVELOPMENT])
def test_published_and_dateline_of_the_development_articles(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))["article"]
    article = opened(path.with_suffix(".txt").read_text(encoding="utf-8"))
    assert article.language == path.parent.name
    assert (str(article.published) if article.published else None) == told["published"]
    assert fold(article.dateline or "").text == fold(told["dateline"] or "").text


@pytest.mark.parametrize(
    ("text", "day", "place", "outlet"),
    [
        ("QUITO, Nov 12, 2020 (Reuters) - ", date(2020, 11, 12), "QUITO", "REUTERS"),
        ("Quito (AFP) 12 November 2020 - ", date(2020, 11, 12), "Quito", "AFP"),
        ("رام الله 2-6-2019 وفا- ", date(2019, 6, 2), "رام الله", "WAFA"),
        ("الرياض في 12 نوفمبر 2020 / واس / ", date(2020, 11, 12), "الرياض", "WAS"),
    ],
)
def test_a_dateline_may_hold_the_day(text: str, day: date, place: str, outlet: str) -> None:
    content = ENGLISH_BODY if text[0].isascii() else BODY
    article = opened(text + content)
    assert (article.published, article.dateline, article.outlet) == (day, place, outlet)
    assert body(text + content) == content


@pytest.mark.parametrize("line", ["12 November 2020", "Published: 12 November 2020"])
def test_the_last_line_may_give_the_day(line: str) -> None:
    article = opened(f"Ministers meet\n\n{ENGLISH_BODY}\n{line}\n")
    assert article.published == date(2020, 11, 12)
    assert shown(article, "published") == [line]


def test_a_day_in_the_last_sentence_is_not_the_publication() -> None:
    assert opened(f"{ENGLISH_BODY}\nThey will meet again in Oslo on 12 November 2020.").published is None
