"""Arabic word forms: clitics before a stem, verbs in persons and tenses, nouns with pronouns."""

from graph.reading.arabic import analyses, noun_forms, verb_forms


def test_a_word_is_read_with_conjunction_preposition_and_article() -> None:
    found = {(a.conjunction, a.preposition, a.article, a.stem) for a in analyses("وللوزير")}
    assert ("و", "ل", True, "وزير") in found


def test_a_letter_that_belongs_to_the_word_is_read_so_too() -> None:
    assert "بنين" in {a.stem for a in analyses("بنين")}
    assert "وزير" in {a.stem for a in analyses("وزير")}


def test_a_verb_has_its_future_and_its_feminine() -> None:
    forms = {form.text: form.feature for form in verb_forms("وقع يوقع")}
    assert forms["وقعت"] == "past" and forms["توقع"] == "present" and forms["ستوقع"] == "future"


def test_a_noun_in_teh_marbuta_takes_pronouns_on_a_teh() -> None:
    possessed = {form.text for form in noun_forms("زياره") if form.possessed}
    assert {"زيارته", "زيارتها"} <= possessed and "زيارهه" not in possessed


def test_a_final_hamza_takes_a_seat_before_a_pronoun() -> None:
    forms = {f.text for f in noun_forms("لقاء") if f.possessed}
    assert {"لقاءه", "لقايه", "لقاوه"} <= forms
