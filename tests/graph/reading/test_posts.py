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
