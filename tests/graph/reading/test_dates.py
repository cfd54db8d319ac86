"""Dates of both languages against a day of publication, and what looking back or ahead changes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading.dates import DateMention, find_dates, resolve
from graph.reading.fold import fold

TUESDAY = date(2019, 5, 14)  # the day on which the examples are published


def read(text: str, language: str, published: date | None = TUESDAY) -> list[tuple[str, str, str, str]]:
    """Words, kind, first and last day of each date in a text; an empty string for an open end."""
    folded = fold(text)
    return [
        (folded.quote(m.start, m.end), m.kind, str(m.earliest or ""), str(m.latest or ""))
        for m in find_dates(folded.text, language, published)
    ]


def one(text: str, language: str, published: date | None = TUESDAY) -> tuple[str, str, str]:
    """Kind, first and last day of the only date in a text."""
    found = read(text, language, published)
    assert len(found) == 1, found
    return found[0][1:]


def days(first: str, last: str | None = None) -> tuple[str, str]:
    return first, first if last is None else last


ARABIC = [
    # full dates
    ("وصل الوفد في 09/03/2019", "day", days("2019-03-09")),
    ("وصل الوفد في 2019-03-09.", "day", days("2019-03-09")),
    ("وصل الوفد في ٩/٣/٢٠١٩", "day", days("2019-03-09")),
    ("وقعت في 9 آذار/مارس 2018", "day", days("2018-03-09")),
    ("وقعت في 9 مارس (آذار) من عام 2018", "day", days("2018-03-09")),
    ("وقعت في التاسع من آذار 1979", "day", days("1979-03-09")),
    ("وقعت في السادس والعشرين من مارس 1979", "day", days("1979-03-26")),
    ("يوم الاثنين 6 أيار/ مايو 2019", "day", days("2019-05-06")),
    ("في16 تموز/يوليو 2018", "day", days("2018-07-16")),
    # the Maghrebi and the Levantine months
    ("في 3 فيفري 2018", "day", days("2018-02-03")),
    ("في 20 جويلية 2018", "day", days("2018-07-20")),
    ("في 7 كانون الثاني 2018", "day", days("2018-01-07")),
    ("في تشرين الأول/أكتوبر 2018", "month", days("2018-10-01", "2018-10-31")),
    ("خلال شهر ماي المقبل", "month", days("2020-05-01", "2020-05-31")),
    # no year
    ("غادر في 29 مارس الماضي", "day", days("2019-03-29")),
    ("غادر في 2 مايو الجاري", "day", days("2019-05-02")),
    ("الثامن من الشهر المقبل", "day", days("2019-06-08")),
    ("في سبتمبر القادم", "month", days("2019-09-01", "2019-09-30")),
    ("في نوفمبر من العام الماضي", "month", days("2018-11-01", "2018-11-30")),
    ("الأول من يناير كانون الثاني 2018", "day", days("2018-01-01")),
    ("في 20 نيسان", "day", days("2019-04-20")),
    ("بين 25-27 من الشهر الجاري", "range", days("2019-05-25", "2019-05-27")),
    # years and their parts
    ("عقدت عام 2012", "year", days("2012-01-01", "2012-12-31")),
    ("ستعقد في العام 2021", "year", days("2021-01-01", "2021-12-31")),
    ("كأس العالم 2022", "year", days("2022-01-01", "2022-12-31")),
    ("خلال النصف الثاني من عام 2019", "period", days("2019-07-01", "2019-12-31")),
    ("الربع الأول من العام المقبل", "period", days("2020-01-01", "2020-03-31")),
    ("في مطلع نيسان/أبريل", "period", days("2019-04-01", "2019-04-10")),
    ("أواخر مارس الماضي", "period", days("2019-03-21", "2019-03-31")),
    ("صيف 2018", "period", days("2018-06-01", "2018-08-31")),
    ("تسعينيات القرن الماضي", "period", days("1990-01-01", "1999-12-31")),
    # weekdays and days around the publication
    ("قال الأربعاء", "day", days("2019-05-08")),
    ("قال للصحافة يوم الثلاثاء", "day", days("2019-05-14")),
    ("يوم الثلاثاء الماضي", "day", days("2019-05-07")),
    ("الثلاثاء المقبل", "day", days("2019-05-21")),
    ("وصل أمس", "day", days("2019-05-13")),
    ("وصل أول من أمس", "day", days("2019-05-12")),
    ("وصل أمس السبت", "day", days("2019-05-11")),
    ("يصل اليوم", "day", days("2019-05-14")),
    ("يصل غدا الأربعاء", "day", days("2019-05-15")),
    ("استقبله الليلة الماضية", "day", days("2019-05-13", "2019-05-14")),
    ("مساء أمس", "day", days("2019-05-13")),
    # weeks, months, years around it
    ("في هذا الأسبوع", "week", days("2019-05-13", "2019-05-19")),
    ("الأسبوع الماضي", "week", days("2019-05-06", "2019-05-12")),
    ("الشهر الجاري", "month", days("2019-05-01", "2019-05-31")),
    ("العام الماضي", "year", days("2018-01-01", "2018-12-31")),
    ("في وقت سابق من هذا الشهر", "period", days("2019-05-01", "2019-05-14")),
    ("قبل نهاية العام", "before", days("", "2019-12-31")),
    ("السنوات الثلاث الماضية", "period", days("2016-05-14", "2019-05-14")),
    ("خلال الـ48 ساعة الماضية", "period", days("2019-05-12", "2019-05-14")),
    ("في الأيام المقبلة", "period", days("2019-05-14", "")),
    ("في الآونة الأخيرة", "period", days("", "2019-05-14")),
    # back from it
    ("قبل يومين", "day", days("2019-05-12")),
    ("قبل نحو ثلاثة أشهر", "period", days("2019-02-01", "2019-02-28")),
    ("قبل أسبوعين", "period", days("2019-04-29", "2019-05-05")),
    ("منذ ثلاثة أيام", "since", days("2019-05-11", "")),
    ("منذ شباط/فبراير الماضي", "since", days("2019-02-01", "")),
    ("منذ ثورة 1952", "since", days("1952-01-01", "")),
    ("بحلول تموز المقبل", "until", days("", "2019-07-31")),
    ("بعد عام 2025", "after", days("2026-01-01", "")),
    # ranges
    ("من 5 إلى 7 مايو", "range", days("2019-05-05", "2019-05-07")),
    ("يومي 29 و30 نوفمبر 2018", "range", days("2018-11-29", "2018-11-30")),
    ("الرابع والخامس من أغسطس المقبل", "range", days("2019-08-04", "2019-08-05")),
    ("بين 2014 و2017", "range", days("2014-01-01", "2017-12-31")),
    ("من 1998 إلى 2000", "range", days("1998-01-01", "2000-12-31")),
    ("بين أكتوبر وديسمبر 2018", "range", days("2018-10-01", "2018-12-31")),
    ("بين الأول من نوفمبر و15 يناير 2018", "range", days("2017-11-01", "2018-01-15")),
    # Hijri
    ("في 25/10/1436 هـ", "day", days("2015-08-10")),
    ("غرة رمضان 1436", "day", days("2015-06-18")),
    ("الموافق 25 شوال 1436هـ", "day", days("2015-08-10")),
    # a date that tells a thing apart
    ("على حدود الرابع من حزيران 1967", "attribute", days("1967-06-04")),
    ("على حدود عام 1967", "attribute", days("1967-01-01", "1967-12-31")),
]

ENGLISH = [
    ("They met on May 3, 2018.", "day", days("2018-05-03")),
    ("They met on 3 May 2018.", "day", days("2018-05-03")),
    ("They met on Thursday, May 3, 2018, in Oslo", "day", days("2018-05-03")),
    ("on the 3rd of May 2018", "day", days("2018-05-03")),
    ("on 03/05/2018", "day", days("2018-05-03")),
    ("on 05/23/2018", "day", days("2018-05-23")),
    ("on 2018-05-03.", "day", days("2018-05-03")),
    ("signed on Feb. 9 in Rabat", "day", days("2019-02-09")),
    ("an April 22 summit", "day", days("2019-04-22")),
    ("a proposed June 5 summit", "day", days("2019-06-05")),
    ("in October, 1996, after", "month", days("1996-10-01", "1996-10-31")),
    ("in April and May 2018", "range", days("2018-04-01", "2018-05-31")),
    ("this July", "month", days("2019-07-01", "2019-07-31")),
    ("early 2018", "period", days("2018-01-01", "2018-04-30")),
    ("after the 2016 elections", "year", days("2016-01-01", "2016-12-31")),
    ("after 2016", "after", days("2017-01-01", "")),
    ("in May", "month", days("2019-05-01", "2019-05-31")),
    ("last August", "month", days("2018-08-01", "2018-08-31")),
    ("next September", "month", days("2019-09-01", "2019-09-30")),
    ("in March of this year", "month", days("2019-03-01", "2019-03-31")),
    ("in 2018", "year", days("2018-01-01", "2018-12-31")),
    ("the first half of September", "period", days("2018-09-01", "2018-09-15")),
    ("in mid-June 2018", "period", days("2018-06-11", "2018-06-20")),
    ("in the second quarter of 2018", "period", days("2018-04-01", "2018-06-30")),
    ("in the fall of 2018", "period", days("2018-09-01", "2018-11-30")),
    ("the 1990s", "period", days("1990-01-01", "1999-12-31")),
    ("said on Wednesday", "day", days("2019-05-08")),
    ("said Tuesday morning", "day", days("2019-05-14")),
    ("next Tuesday", "day", days("2019-05-21")),
    ("last Tuesday", "day", days("2019-05-07")),
    ("yesterday", "day", days("2019-05-13")),
    ("this afternoon", "day", days("2019-05-14")),
    ("the day after tomorrow", "day", days("2019-05-16")),
    ("this week", "week", days("2019-05-13", "2019-05-19")),
    ("earlier this month", "period", days("2019-05-01", "2019-05-14")),
    ("later this year", "period", days("2019-05-14", "2019-12-31")),
    ("last year", "year", days("2018-01-01", "2018-12-31")),
    ("over the weekend", "period", days("2019-05-11", "2019-05-12")),
    ("two days ago", "day", days("2019-05-12")),
    ("two weeks ago", "period", days("2019-04-29", "2019-05-05")),
    ("a year ago", "period", days("2018-01-01", "2018-12-31")),
    ("over the past two years", "period", days("2017-05-14", "2019-05-14")),
    ("in recent weeks", "period", days("", "2019-05-14")),
    ("in the coming days", "period", days("2019-05-14", "")),
    ("in the months ahead", "period", days("2019-05-14", "")),
    ("since February", "since", days("2019-02-01", "")),
    ("by the end of the year", "until", days("", "2019-12-31")),
    ("from June 10-12, 2018", "range", days("2018-06-10", "2018-06-12")),
    ("on September 3 and 4", "range", days("2018-09-03", "2018-09-04")),
    ("On September 30–October 1, 2018,", "range", days("2018-09-30", "2018-10-01")),
    ("from March to June 2018", "range", days("2018-03-01", "2018-06-30")),
    ("between 2014 and 2017", "range", days("2014-01-01", "2017-12-31")),
    ("between Saturday and Monday", "range", days("2019-05-11", "2019-05-13")),
    ("within the borders of 4 June 1967", "attribute", days("1967-06-04")),
    ("the pre-1967 lines", "attribute", days("1967-01-01", "1967-12-31")),
]


@pytest.mark.parametrize(("text", "kind", "ends"), ARABIC, ids=[row[0] for row in ARABIC])
def test_arabic_dates(text: str, kind: str, ends: tuple[str, str]) -> None:
    assert one(text, "ar") == (kind, *ends)


@pytest.mark.parametrize(("text", "kind", "ends"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_english_dates(text: str, kind: str, ends: tuple[str, str]) -> None:
    assert one(text, "en") == (kind, *ends)


@pytest.mark.parametrize(
    "text",
    [
        "القرار 2334",
        "قرار مجلس الأمن رقم 1973",
        "الأمين العام الحالي للجامعة",
        "رئيسة الوزراء تيريزا ماي وصلت",
        "رئيس الوزراء شينزو آب قال",
        "في اليوم التالي",
        "في نفس اليوم",
        "صحيفة المصري اليوم",
        "نشر 2000 جندي",
        "قبل أسبوع من الاجتماع",
        "عمره 40 عاما",
        "باب المندب",
        "تقع قرب مدينة السادس من أكتوبر",
    ],
)
def test_arabic_words_that_only_look_like_dates(text: str) -> None:
    assert read(text, "ar") == []


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2334",
        "resolution no. 1973",
        "Theresa May said",
        "they may visit Oslo",
        "they march to the border",
        "about 1990 people",
        "2015 soldiers",
        "the next day",
        "for eight years",
        "USA Today",
    ],
)
def test_english_words_that_only_look_like_dates(text: str) -> None:
    assert read(text, "en") == []


def test_a_dateline_gives_the_day_in_both_calendars() -> None:
    found = read("صنعاء 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م", "ar")
    assert [row[1:] for row in found] == [("day", "2015-08-10", "2015-08-10")] * 2


def test_two_dates_stay_two() -> None:
    text = "زارها عام 2012 ثم عاد إليها في 3 مارس 2014"
    assert [row[0] for row in read(text, "ar")] == ["عام 2012", "3 مارس 2014"]


def mention(text: str, language: str) -> DateMention:
    (found,) = find_dates(fold(text).text, language, TUESDAY)
    return found


@pytest.mark.parametrize(
    ("text", "language", "back", "ahead"),
    [
        ("الجمعة", "ar", (date(2019, 5, 10), date(2019, 5, 10)), (date(2019, 5, 17), date(2019, 5, 17))),
        ("on Tuesday", "en", (TUESDAY, TUESDAY), (TUESDAY, TUESDAY)),
        ("في سبتمبر", "ar", (date(2018, 9, 1), date(2018, 9, 30)), (date(2019, 9, 1), date(2019, 9, 30))),
        ("June 5", "en", (date(2018, 6, 5), date(2018, 6, 5)), (date(2019, 6, 5), date(2019, 6, 5))),
        ("this week", "en", (date(2019, 5, 13), TUESDAY), (TUESDAY, date(2019, 5, 19))),
        ("عام 2019", "ar", (date(2019, 1, 1), TUESDAY), (TUESDAY, date(2019, 12, 31))),
        ("منذ شباط", "ar", (date(2019, 2, 1), TUESDAY), (TUESDAY, None)),
        ("yesterday", "en", (date(2019, 5, 13), date(2019, 5, 13)), (date(2019, 5, 13), date(2019, 5, 13))),
    ],
)
def test_looking_back_and_ahead(text: str, language: str, back: object, ahead: object) -> None:
    found = mention(text, language)
    assert resolve(found, future=False) == back
    assert resolve(found, future=True) == ahead


def test_weekdays_say_that_they_are_open() -> None:
    assert mention("on Friday", "en").weekday
    assert not mention("next Friday", "en").weekday


@pytest.mark.parametrize(
    "text", ["أمس", "يوم الجمعة", "في سبتمبر", "قبل يومين", "الشهر الماضي", "منذ شهر", "9 آذار"]
)
def test_without_a_day_of_publication_relative_dates_stay_open(text: str) -> None:
    assert one(text, "ar", None)[1:] == ("", "")


def test_without_a_day_of_publication_full_dates_stand() -> None:
    assert one("9 آذار 2018", "ar", None) == ("day", "2018-03-09", "2018-03-09")


def test_days_that_do_not_exist_are_no_dates() -> None:
    assert [row for row in read("31/02/2018", "ar") if row[1] == "day"] == []


def test_a_language_without_date_words_has_no_dates() -> None:
    assert find_dates("on may 3, 2018", "xx", TUESDAY) == []


VOCABULARY = """
في من إلى بين و عام سنة 2018 1436 5 31 مارس ماي شباط / - ، ( ) أمس اليوم الجمعة الماضي المقبل قبل منذ
يومين أيام نهاية بداية رمضان الأول حدود قرار خلال 1.5 on in from to between May March 3rd 12 2000 Friday
last next this week ago since until before early late mid - of the years spring today yesterday 1990 s borders
"""
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=14), st.sampled_from(["ar", "en"]), st.none() | st.dates())
def test_any_row_of_date_words_gives_ordered_mentions(
    words: list[str], language: str, day: date | None
) -> None:
    text = fold(" ".join(words)).text
    end = 0
    for found in find_dates(text, language, day):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        for future in (None, True, False):
            earliest, latest = resolve(found, future)
            assert earliest is None or latest is None or earliest <= latest


@given(st.text(), st.sampled_from(["ar", "en"]), st.none() | st.dates())
def test_any_text_is_read(text: str, language: str, day: date | None) -> None:
    folded = fold(text)
    for found in find_dates(folded.text, language, day):
        assert folded.quote(found.start, found.end)
