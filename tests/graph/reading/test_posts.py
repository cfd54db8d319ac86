"""Posts: named people with the office that the text gives them."""

from typing import Any


def test_a_post_needs_a_name(read: Any) -> None:
    assert read("The Norwegian foreign minister met the Chilean president.", "en").posts == ()


def test_a_person_named_twice_holds_one_post_under_the_fullest_name(read: Any) -> None:
    text = "وصل الرئيس السنغالي عثمان ديالو إلى داكار. وقال الرئيس ديالو إن الزيارة ناجحة."
    assert [(p.person, p.post, p.actor) for p in read(text, "ar").posts] == [
        ("عثمان ديالو", "president", "SEN")
    ]


def test_the_words_of_the_office_are_kept(read: Any) -> None:
    (post,) = read("Norwegian Foreign Minister Erik Hansen spoke.", "en").posts
    assert (post.person, post.post, post.post_text) == (
        "Erik Hansen",
        "foreign minister",
        "Norwegian Foreign Minister",
    )


def posts(read: Any, text: str, language: str) -> set[tuple[str, str, str, str | None]]:
    return {(p.person, p.post, p.actor, p.post_text) for p in read(text, language).posts}


def test_an_office_that_nobody_says_whose_it_is_makes_no_post(read: Any) -> None:
    text = (
        "Senior officials from Peru met in Lima. The talks were opened by President Mark Dunn, a source said."
    )
    assert posts(read, text, "en") == set()


def test_particles_and_styles_are_no_part_of_an_office(read: Any) -> None:
    text = "أكد للرئيس الأوروغواياني فلاديمير سانشيز ولوزير خارجية بيرو الدكتور خوسيه مارين دعم بلاده."
    assert posts(read, text, "ar") == {
        ("فلاديمير سانشيز", "president", "URY", "الرئيس الأوروغواياني"),
        ("خوسيه مارين", "foreign minister", "PER", "وزير خارجية بيرو"),
    }


def test_a_second_office_is_of_the_state_of_the_first(read: Any) -> None:
    text = "استقبل نائب المستشارة الألمانية ووزير الاقتصاد ماركوس فيبر وزير خارجية بيرو في برلين."
    assert posts(read, text, "ar") == {("ماركوس فيبر", "economy minister", "DEU", "وزير الاقتصاد")}


def test_one_word_behind_a_bare_office_is_a_name_only_where_it_is_known(read: Any) -> None:
    assert posts(read, "قال السفير الضيف إن بيرو مهتمة، وشكر السفير اليمني الحاضرين.", "ar") == set()
    found = posts(read, "وصل الرئيس الشيلي بابلو سالاس إلى ليما. والتقى الرئيس سالاس رئيس بيرو.", "ar")
    assert [person for person, *_ in found] == ["بابلو سالاس"]


def test_who_assists_a_president_is_not_the_president(read: Any) -> None:
    text = (
        "Special Assistant to the President of Peru met Special Assistant to the President Jane Roe of Chile."
    )
    assert posts(read, text, "en") == set()


def test_an_office_of_a_society_is_no_states(read: Any) -> None:
    text = "The Peruvian minister met Sarah Low, President, Society of Bakers, and Tom Ray, the Dutch ambassador."
    assert {person for person, *_ in posts(read, text, "en")} == {"Tom Ray"}


def test_a_father_is_not_taken_for_his_son(read: Any) -> None:
    text = "التقى ولي العهد السعودي الأمير فهد بن سعد بن راشد وزيرا. ثم وصل العاهل السعودي الملك سعد بن راشد."
    assert {(person, post) for person, post, *_ in posts(read, text, "ar")} == {
        ("فهد بن سعد بن راشد", "crown prince"),
        ("سعد بن راشد", "king"),
    }


def test_the_office_may_stand_right_behind_the_name(read: Any) -> None:
    (post,) = read("كتب أنور سالم وزير خارجية فنلندا أن اللقاء مهم.", "ar").posts
    assert (post.person, post.post) == ("أنور سالم", "foreign minister")
