"""Figures: the definitions, one by one, and that they agree with the scorer beside the gold."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.evaluate import (
    FIGURES,
    GoldArticle,
    Scores,
    by_rule,
    calibrate,
    judge,
    miscalibration,
    read_gold,
)
from graph.evaluate.likeness import overlap, plain, same_place, same_time, words
from graph.exc import InputError

SHARED = Path(__file__).parents[3].parent / "shared" / "gold"
EMPTY: dict[str, Any] = {
    "article": {},
    "actors": [],
    "events": [],
    "positions": [],
    "posts": [],
    "memberships": [],
}


def event(kind: str, *participants: str, **details: Any) -> dict[str, Any]:
    return {"type": kind, "participants": list(participants), "status": "held", **details}


def position(start: int, end: int, *holders: str, polarity: int = 1) -> dict[str, Any]:
    return {
        "holders": list(holders),
        "polarity": polarity,
        "quote": "x" * (end - start),
        "start": start,
        "end": end,
    }


def scored(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, tuple[float, float, float]]:
    scores = Scores()
    scores.add("xx/1", {**EMPTY, **gold}, {**EMPTY, **found})
    return {name: (row["right"], row["predicted"], row["gold"]) for name, row in scores.rows().items()}


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="the scorer is not beside the project")
def test_all_figures_equal_those_of_the_scorer(tmp_path: Path) -> None:
    articles = list(read_gold(SHARED))
    predictions, out = tmp_path / "predictions.jsonl", tmp_path / "figures.json"
    lines = [json.dumps({**a.found, "id": a.name}, ensure_ascii=False) for a in articles]
    predictions.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, *map(str, (SHARED / "score.py", SHARED, predictions, "--json", out))]
    subprocess.run(command, check=True, capture_output=True)
    ours: dict[str, Scores] = {"all": Scores()}
    for article in articles:
        ours["all"].add(article.name, article.gold, article.found)
        ours.setdefault(article.language, Scores()).add(article.name, article.gold, article.found)
    assert {key: scores.rows() for key, scores in ours.items()} == json.loads(out.read_text(encoding="utf-8"))
    assert len(articles) > 10


def test_three_participants_are_three_pairs_and_one_alone_is_a_pair_with_itself() -> None:
    gold = {"events": [event("meeting", "EGY", "JOR", "IRQ"), event("decision", "UN")]}
    figures = scored(gold, {"events": [event("meeting", "JOR", "EGY")]})
    assert figures["dyads"] == (1, 1, 3)
    assert figures["events"] == figures["events, exact"] == (1, 1, 4)


def test_a_group_is_right_where_the_type_is_not() -> None:
    figures = scored({"events": [event("visit", "A", "B")]}, {"events": [event("meeting", "A", "B")]})
    assert (figures["events"], figures["events, exact"], figures["status"]) == (
        (1, 1, 1),
        (0, 1, 1),
        (0, 0, 0),
    )


def test_each_gold_item_is_matched_once() -> None:
    one, two = [event("signing", "A", "B")], [event("signing", "A", "B")] * 2
    assert scored({"events": one}, {"events": two})["events"] == (1, 2, 1)
    assert scored({"events": two}, {"events": one})["events"] == (1, 1, 2)


def test_status_date_and_place_count_on_matched_events_only() -> None:
    gold = event("visit", "A", "B", earliest="2020-01-01", latest="2020-01-31", place="Oslo")
    late = event("visit", "A", "B", earliest="2020-02-01", latest=None, place="أوسلو", place_en="Oslo")
    figures = scored({"events": [gold]}, {"events": [{**late, "status": "planned"}]})
    assert (figures["status"], figures["date"], figures["place"]) == ((0, 1, 1), (0, 1, 1), (1, 1, 1))


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (("2020-01-01", "2020-01-31"), ("2020-01-31", "2020-02-02"), True),
        (("2020-01-01", "2020-01-31"), ("2020-02-01", "2020-02-02"), False),
        ((None, "2020-01-31"), ("1990-01-01", None), True),
        ((None, None), (None, None), True),
        ((None, None), (None, "2020-01-31"), False),
    ],
)
def test_dates_meet_where_the_ranges_do(a: tuple[str, str], b: tuple[str, str], meet: bool) -> None:
    first, second = ({"earliest": low, "latest": high} for low, high in (a, b))
    assert same_time(first, second) is same_time(second, first) is meet


def test_places_are_compared_by_words_in_either_language() -> None:
    assert same_place({"place": "الدوحة", "place_en": "Doha"}, {"place": "Doha"})
    assert not same_place({"place": "Doha"}, {"place": None})
    assert same_place({"place": None}, {"place_en": None})


def test_a_position_is_right_by_holder_polarity_and_half_a_quote() -> None:
    gold = {"positions": [position(0, 100, "A", "B")]}
    assert scored(gold, {"positions": [position(50, 90, "A", "C")]})["positions"] == (1, 2, 2)
    assert scored(gold, {"positions": [position(0, 100, "A", polarity=-1)]})["positions"] == (0, 1, 2)
    assert scored(gold, {"positions": [position(90, 190, "A", "B")]})["positions"] == (0, 2, 2)
    assert overlap(position(0, 100), position(90, 110)) == 0.5


def test_a_post_is_right_by_actor_and_a_word_of_the_name() -> None:
    gold = {"posts": [{"person": "أحمد أبو زيد", "post": "minister", "actor": "EGY"}]}
    for person, right in (("احمد ابوزيد", 1), ("علي حسن", 0)):
        found = {"posts": [{"person": person, "post": "minister", "actor": "EGY"}]}
        assert scored(gold, found)["posts"] == (right, 1, 1)


def test_letters_that_are_written_in_several_ways_are_one() -> None:
    assert plain("إِسْلام أبادـ") == plain("اسلام اباد")
    assert words("São Tomé") == {"sao", "tome"}


def test_what_was_missed_and_what_was_extra_is_listed() -> None:
    scores = Scores()
    scores.add("xx/1", {**EMPTY, "actors": [{"id": "A"}]}, {**EMPTY, "actors": [{"id": "B"}]})
    assert [(m.figure, m.fault, m.item) for m in scores.misses] == [
        ("actors", "missed", "A"),
        ("actors", "extra", "B"),
    ]
    assert list(scores.rows()) == list(FIGURES)


def test_calibration_counts_right_records_by_confidence_and_rule() -> None:
    found = [
        event("visit", "A", "B", confidence=0.95, rule="travel:visit"),
        event("call", "A", "B", confidence=0.92, rule="mutual:call"),
    ]
    gold = [event("visit", "A", "B")]
    judged = judge([GoldArticle("xx/1", "xx", {**EMPTY, "events": gold}, {**EMPTY, "events": found})])
    (bucket,) = calibrate(judged)
    assert (bucket.kind, bucket.low, bucket.high, bucket.records, bucket.right) == ("events", 0.9, 1.0, 2, 1)
    assert bucket.precision == 0.5
    assert miscalibration([bucket], "events") == pytest.approx(0.435)
    assert by_rule(judged) == {("events", "mutual"): (0, 1), ("events", "travel"): (1, 1)}


def test_a_gold_file_without_its_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "001.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match=r"001\.json: its text 001\.txt cannot be read"):
        list(read_gold(tmp_path))
