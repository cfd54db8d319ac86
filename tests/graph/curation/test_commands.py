"""``bilateral correct`` and ``bilateral corrections`` on a real store."""

import getpass
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

KEY = "articles/maan-2017-07-08.ar"
Command = Callable[..., Any]


@pytest.fixture
def run(bilateral: Command, sample_db: Path) -> Command:
    """A command over a store of this test's own; what it printed as JSON where it is JSON."""

    def start(*arguments: object) -> Any:
        done = bilateral(*arguments, "--store", sample_db)
        assert done.code == 0, done.err
        return json.loads(done.out) if done.out.startswith(("[", "{")) else done.out.split()

    return start


def article(run: Command) -> dict[str, Any]:
    found: dict[str, Any] = run("articles", "show", KEY, "--json")
    return found


def test_records_are_accepted_rejected_edited_and_added_and_the_list_says_by_whom(run: Command) -> None:
    before = article(run)
    visit, other = before["events"][0], before["events"][1]
    (rejected,) = run("correct", "reject", visit["id"], "--why", "denied", "--who", "ada")
    (edited,) = run(
        "correct", "edit", other["id"].rsplit("/", 1)[-1], "--set", "place=Astana", "--set", "round="
    )
    (accepted,) = run("correct", "accept", before["positions"][0]["id"])
    quote = before["positions"][1]["quote"]
    (added,) = run(
        "correct",
        "add",
        KEY,
        "event",
        "--quote",
        quote,
        "--set",
        "type=call",
        "--set",
        "participants=KAZ,فلسطين",
    )
    after = article(run)
    assert visit["id"] not in [e["id"] for e in after["events"]]
    notes = {e["corrected"]["action"]: e for e in after["events"] if e["corrected"]}
    assert notes["edit"]["place"]["labels"]["en"] == "Astana"
    assert {p["actor"]["key"] for p in notes["add"]["participants"]} == {"KAZ", "PSE"}
    assert notes["add"]["quote"] == quote
    assert after["positions"][0]["claim"] == "confirmed"
    assert after["positions"][0]["corrected"]["by"] == getpass.getuser()
    listed = run("corrections", "list", "--json")
    assert [(c["key"], c["action"]) for c in listed] == [
        (rejected, "reject"),
        (edited, "edit"),
        (accepted, "accept"),
        (added, "add"),
    ]
    assert (listed[0]["by"], listed[0]["why"], listed[0]["outcome"]) == ("ada", "denied", "applied")
    for key in (rejected, edited, accepted, added):
        run("corrections", "withdraw", key, "--who", "bob")
    assert article(run) == before
    listed = run("corrections", "list", "--json")
    assert {(c["outcome"], c["withdrawn"]["by"]) for c in listed} == {("withdrawn", "bob")}


def test_events_and_people_are_merged_and_split(run: Command) -> None:
    found = article(run)
    one, other = (event["id"] for event in found["events"][:2])
    (key,) = run("correct", "merge", one, other)
    linked = (
        f"ASK {{ {{ <{one}> bir:isMergedWith <{other}> }} UNION {{ <{other}> bir:isMergedWith <{one}> }} }}"
    )
    assert run("query", "-e", linked, "--format", "json")["boolean"] is True
    run("corrections", "withdraw", key)
    assert run("query", "-e", linked, "--format", "json")["boolean"] is False
    people = [post["person"]["id"] for post in found["posts"][:2]]
    assert len(set(people)) == 2
    run("correct", "split", *people)
    ask = "ASK { ?one bir:isKeptApartFrom ?other }"
    assert run("query", "-e", ask, "--format", "json")["boolean"] is True


def test_what_cannot_be_corrected_is_refused_in_a_sentence(
    bilateral: Command, run: Command, sample_db: Path
) -> None:
    event = article(run)["events"][0]["id"]
    run("correct", "accept", event)
    for arguments, words in (
        (("accept", event), "confirmed already"),
        (("reject", "0123456789abcdef"), "no record"),
        (("edit", event), "needs a field"),
        (("edit", event, "--set", "type=dance"), "unknown kind of event 'dance'"),
        (("edit", event, "--set", "earliest=2031-01-01", "--set", "latest=2030-01-01"), "ends before"),
        (("edit", event, "--set", "participants=Atlantis"), "no state or organization"),
        (("add", KEY, "event", "--quote", "not in the text"), "stands in the article"),
        (("add", "no/such", "event", "--quote", "x"), "no article"),
        (("merge", event, event), "same node"),
    ):
        done = bilateral("correct", *arguments, "--store", sample_db)
        assert done.code == 1 and words in done.err, (arguments, done.err)
    assert len(run("corrections", "list", "--json")) == 1


def test_corrections_wait_while_their_article_is_away(run: Command, sample_db: Path) -> None:
    source = Path(__file__).parents[3] / "data" / "articles" / "maan-2017-07-08.ar.txt"
    event = article(run)["events"][0]["id"]
    (key,) = run("correct", "reject", event)
    run("articles", "remove", KEY)
    (waiting,) = run("corrections", "conflicts", "--json")
    assert (waiting["key"], waiting["message"]) == (key, "its article is not in the store")
    run("ingest", source)
    assert run("corrections", "conflicts", "--json") == []
    assert event not in [e["id"] for e in article(run)["events"]]


def test_a_reviewed_article_is_gold_that_evaluate_reads(
    run: Command, bilateral: Command, sample_db: Path, tmp_path: Path
) -> None:
    event = article(run)["events"][0]
    run("correct", "reject", event["id"])
    part = bilateral("corrections", "export", "--gold", tmp_path / "part", "--store", sample_db)
    assert part.code == 0 and "the reader's own word" in part.err
    none = bilateral("corrections", "export", "--gold", tmp_path / "none", "--reviewed", "--store", sample_db)
    assert none.code == 1 and "wholly" in none.err
    run("correct", "accept", "--article", KEY)
    run("corrections", "export", "--gold", tmp_path / "gold", "--reviewed")
    (path,) = (tmp_path / "gold").glob("*/*.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert set(content) == {"id", "article", "actors", "events", "positions", "posts", "memberships"}
    for record in (r for group in ("events", "positions", "posts", "memberships") for r in content[group]):
        assert text[record["start"] : record["end"]] == record["quote"]
    assert event["quote"] not in [e["quote"] for e in content["events"] if e["type"] == event["type"]]
    figures = tmp_path / "figures.json"
    done = bilateral("evaluate", tmp_path / "gold", "--json", figures)
    assert done.code == 0
    row = json.loads(figures.read_text(encoding="utf-8"))["figures"]["all"]
    assert row["events, exact"]["precision"] < 1 == row["events, exact"]["recall"]
    assert row["positions"]["f1"] == row["posts"]["f1"] == 1
