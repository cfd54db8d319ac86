"""Copies of one text are known, also cut or with another headline; other texts on the same are not."""

from graph.happenings.sketches import copies, independent, read_sketch, sketch, written_sketch

WIRE = " ".join(f"word{n}" for n in range(200))
OTHER = " ".join(f"thing{n}" for n in range(200))


def test_a_copy_with_another_headline_and_a_cut_one_are_copies() -> None:
    whole = sketch(WIRE)
    assert copies(whole, sketch("Another headline\n\n" + WIRE))
    assert copies(whole, sketch(" ".join(WIRE.split()[:90])))


def test_another_text_is_none() -> None:
    assert not copies(sketch(WIRE), sketch(OTHER))
    assert not copies(sketch(WIRE), sketch(""))


def test_a_sketch_comes_back_from_its_literal() -> None:
    assert read_sketch(written_sketch(sketch(WIRE))) == sketch(WIRE)
    assert len(sketch(WIRE)) == 64


def test_copies_and_articles_of_one_outlet_count_once_in_any_order() -> None:
    articles = [
        ("a", "Wire", sketch(WIRE)),
        ("b", "Morning", sketch("Headline " + WIRE)),
        ("c", "Wire", sketch(OTHER)),
        ("d", "Evening", sketch("quite other words on the same matter here")),
        ("e", None, sketch("one more text that nobody is named for")),
        ("f", None, sketch("and another one whose outlet is not known")),
    ]
    assert independent(articles) == [["a", "b", "c"], ["d"], ["e", "f"]]
    assert independent(reversed(articles)) == independent(articles)
