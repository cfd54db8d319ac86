"""What the records of an event show: its words, who took part and how, its subjects, and what was agreed next."""

from datetime import date

from graph.model import ArticleRecords, Event
from graph.reading import open_article, read_article

TALKS = (
    "عمان - انطلقت في مدينة عمان في مقر وزارة الخارجية الجولة الثالثة للمشاورات السياسية بين الأردن والهند "
    "برئاسة نائب وزير الخارجية الأردني سامي الخطيب ونائب وزير الخارجية الهندي راجيف مهتا، "
    "وبحضور عدد من المسؤولين من البلدين.\n"
)
SUBJECTS = (
    "وتناولت المشاورات العلاقات الثنائية، بالإضافة إلى الأوضاع الإقليمية وتحديدا تطورات الأزمة في سوريا، "
    "والوضع في اليمن.\n"
)
DEMANDS = (
    "ومن جانبه أكد نائب وزير الخارجية الهندي على ضرورة تعزيز التعاون في الأمم المتحدة، "
    "باعتبار بلاده عضوا غير دائم في مجلس الأمن، وضرورة التنسيق في المنظمات الدولية كمنظمة التجارة العالمية.\n"
)
NEXT = "واتفق الجانبان على عقد الجولة الرابعة من المشاورات السياسية في العاصمة الهندية نيودلهي في العام 2020."


def read(*paragraphs: str) -> ArticleRecords:
    article = open_article("".join(paragraphs), key="t/1", language="ar", published=date(2019, 3, 5))
    return read_article(article)


def consultation(records: ArticleRecords, status: str) -> Event:
    return next(e for e in records.events if e.kind == "consultation" and e.status == status)


def test_the_quote_begins_at_the_verb_that_opens_the_talks() -> None:
    event = consultation(read(TALKS), "held")
    assert event.quote.startswith("انطلقت في مدينة عمان")
    assert event.quote.endswith("راجيف مهتا")


def test_the_host_takes_part_through_the_ministry_at_whose_seat_they_meet() -> None:
    host = next(p for p in consultation(read(TALKS), "held").participations if p.role == "host")
    assert (host.actor, host.body) == ("JOR", "وزارة الخارجية")


def test_officials_who_attend_are_delegates_of_both_sides() -> None:
    parts = consultation(read(TALKS), "held").participations
    delegates = [p for p in parts if p.role == "delegate"]
    assert {p.actor for p in delegates} == {"JOR", "IND"}
    assert {e.quote for p in delegates for e in p.evidence} == {"وبحضور عدد من المسؤولين من البلدين"}


def test_subjects_are_cut_where_one_narrows_to_the_next() -> None:
    subjects = [item.subject for item in consultation(read(TALKS, SUBJECTS), "held").agenda]
    assert subjects == ["العلاقات الثنائية", "الأوضاع الإقليمية", "تطورات الأزمة في سوريا", "والوضع في اليمن"]


def test_a_speaker_known_by_the_office_alone_is_named() -> None:
    positions = [p for p in read(TALKS, DEMANDS).positions if p.holders == ("IND",)]
    assert {p.speaker for p in positions} == {"راجيف مهتا"}


def test_a_demand_goes_on_behind_an_aside() -> None:
    first, second = (p for p in read(TALKS, DEMANDS).positions if p.holders == ("IND",))
    assert (first.stance, first.target) == ("calls-for", ("UN",))
    assert (second.stance, second.target) == ("calls-for", ("WTO",))
    assert second.quote == "وضرورة التنسيق في المنظمات الدولية كمنظمة التجارة العالمية"


def test_an_agreement_to_meet_again_foresees_the_next_round_in_its_place() -> None:
    records = read(TALKS, NEXT)
    [commitment] = records.commitments
    foreseen = commitment.foresees
    assert foreseen is not None
    assert (foreseen.status, foreseen.round, foreseen.place_en, foreseen.host) == (
        "planned",
        4,
        "New Delhi",
        "IND",
    )
    assert foreseen.quote.startswith("عقد الجولة الرابعة")
    agreement = next(e for e in records.events if e.kind == "agreement")
    assert agreement.place is None
