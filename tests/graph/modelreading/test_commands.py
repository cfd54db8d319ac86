"""Commands with a model: live, as a batch of requests and answers, and beside the rules."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.modelreading.annotation import as_answer
from graph.reading import open_article

ROOT = Path(__file__).parents[3]
SHARED, OWN = ROOT.parent / "shared" / "gold", ROOT / "data" / "gold"
SAMPLE = ROOT / "data" / "articles" / "maan-2017-07-08.ar.txt"
Json = dict[str, Any]
EMPTY: Json = {key: [] for key in ("actors", "events", "positions", "posts", "memberships")}
Command = Callable[..., Any]


def texts(folder: Path) -> list[Path]:
    return sorted(p.with_suffix(".txt") for p in folder.glob("*/*.json") if p.parent.name in ("ar", "en"))


def answers_of(folder: Path) -> Callable[[Json], Json]:
    """What a model answers to a request that holds one of the folder's articles: its annotation, spoiled a bit."""
    known = []
    for path in texts(folder):
        text = path.read_text(encoding="utf-8")
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        answer = as_answer(gold, open_article(text, key=path.stem))
        if answer["events"]:  # one item to be refused and repaired in vain
            answer["events"].append({**answer["events"][0], "quote": "words that no article has"})
        known.append((text, answer))

    def answer(request: Json) -> Json:
        shown = request["messages"][1]["content"]
        return next(a for text, a in known if text in shown)

    return answer


def batch_answers(requests: str, answer: Callable[[Json], Json]) -> str:
    """Lines of a batch's output for the lines of its input, in another order."""
    lines = []
    for line in reversed(requests.splitlines()):
        row = json.loads(line)
        content = json.dumps(answer(row["body"]), ensure_ascii=False)
        message = {"role": "assistant", "content": content}
        body = {"choices": [{"index": 0, "finish_reason": "stop", "message": message}]}
        response = {"status_code": 200, "request_id": "r", "body": body}
        lines.append(
            json.dumps({"id": "b", "custom_id": row["custom_id"], "response": response, "error": None})
        )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("folder", [OWN, SHARED], ids=["own", "development"])
def test_answers_made_elsewhere_give_the_records_of_the_live_path(
    stub: Any, environment: None, bilateral: Command, tmp_path: Path, folder: Path
) -> None:
    if not folder.is_dir():
        pytest.skip(f"no annotated articles at {folder}")
    paths, answer = texts(folder), answers_of(folder)
    paths = paths[:5] if folder == OWN else paths
    stub.script = lambda request, number: stub.said(answer(request))
    live = bilateral("extract", *paths, "--reader", "model")
    assert live.code == 0, live.err

    first = bilateral("extract", *paths, "--reader", "model", "--dry-run")
    assert first.code == 0
    assert len(first.out.splitlines()) == len(paths)
    file = tmp_path / "answers.jsonl"
    file.write_text(batch_answers(first.out, answer), encoding="utf-8")
    repairs = bilateral("extract", *paths, "--reader", "model", "--dry-run", "--answers", file)
    assert repairs.out
    with file.open("a", encoding="utf-8") as more:
        more.write(batch_answers(repairs.out, answer))
    nothing = bilateral("extract", *paths, "--reader", "model", "--dry-run", "--answers", file)
    assert nothing.out == ""
    asked = len(stub.asked)
    made = bilateral("extract", *paths, "--reader", "model", "--answers", file)
    assert made.out == live.out
    assert "refused of the model's answer: 1 events" in made.err
    assert len(stub.asked) == asked
    sent = [json.loads(line)["body"] for line in first.out.splitlines()]
    assert all(body in stub.asked for body in sent)


def test_the_requests_are_a_batch_file(bilateral: Command) -> None:
    run = bilateral("extract", SAMPLE, "--reader", "model", "--dry-run")
    (row,) = [json.loads(line) for line in run.out.splitlines()]
    assert set(row) == {"custom_id", "method", "url", "body"}
    assert (row["method"], row["url"]) == ("POST", "/v1/chat/completions")
    assert len(row["custom_id"]) <= 64
    assert "1 articles, 1 requests; about" in run.err


def test_a_person_may_be_the_model(bilateral: Command, tmp_path: Path) -> None:
    requests = bilateral("extract", SAMPLE, "--reader", "model", "--dry-run").out
    answer = {
        **EMPTY,
        "actors": [{"id": "KAZ", "kind": "state", "name": "كازاخستان"}],
        "posts": [],
    }
    file = tmp_path / "mine.jsonl"
    file.write_text(
        json.dumps({"custom_id": json.loads(requests)["custom_id"], "answer": answer}), encoding="utf-8"
    )
    run = bilateral("extract", SAMPLE, "--reader", "model", "--answers", file)
    assert [a["id"] for a in json.loads(run.out)["actors"]] == ["KAZ"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "no answer for"),
        ("{", "not JSON"),
        ("[1]", "a JSON object is needed"),
        ('{"answer": {}}', "has no custom_id"),
    ],
)
def test_a_file_without_the_answer_is_told_of(
    bilateral: Command, tmp_path: Path, line: str, reason: str
) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text(line, encoding="utf-8")
    run = bilateral("extract", SAMPLE, "--reader", "model", "--answers", file)
    assert run.code == 1
    assert reason in run.err
    assert run.out == ""


def test_a_batch_that_failed_for_an_article_fails_that_article(bilateral: Command, tmp_path: Path) -> None:
    requests = bilateral("extract", SAMPLE, "--reader", "model", "--dry-run").out
    failed = {"custom_id": json.loads(requests)["custom_id"], "response": None, "error": {"code": "expired"}}
    file = tmp_path / "answers.jsonl"
    file.write_text(json.dumps(failed), encoding="utf-8")
    run = bilateral("extract", SAMPLE, "--reader", "model", "--answers", file)
    assert run.code == 1
    assert "expired" in run.err


@pytest.mark.parametrize("option", ["--dry-run", "--answers"])
def test_the_rules_ask_nobody(bilateral: Command, tmp_path: Path, option: str) -> None:
    file = [tmp_path / "a.jsonl"] if option == "--answers" else []
    assert bilateral("extract", SAMPLE, option, *file).code == 2


def test_a_refused_article_fails_and_the_others_go_in(
    stub: Any, environment: None, bilateral: Command, empty_db: Path, tmp_path: Path
) -> None:
    names = ("a", "b", "c")
    lines = [
        {
            "id": name,
            "text": f"Kenya's president met Peru's president. Story {name}.",
            "published": "2024-05-14",
        }
        for name in names
    ]
    articles = tmp_path / "articles.jsonl"
    articles.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    answer = {
        **EMPTY,
        "actors": [
            {"id": "KEN", "kind": "state", "name": "Kenya"},
            {"id": "PER", "kind": "state", "name": "Peru"},
        ],
        "events": [
            {
                "kind": "meeting",
                "status": "held",
                "participants": [{"actor": "KEN", "role": "party"}, {"actor": "PER", "role": "party"}],
                "latest": "2024-05-14",
                "quote": "Kenya's president met Peru's president",
            }
        ],
    }

    def script(request: Json, number: int) -> Any:
        if "Story b" in request["messages"][1]["content"]:
            return stub.turn(None, refusal="I will not")
        return stub.said(answer)

    stub.script = script
    run = bilateral("ingest", articles, "--reader", "model", "--store", empty_db)
    assert run.code == 1
    assert "2 new, 0 unchanged, 0 changed, 1 failed" in run.err
    assert "the model refused: I will not" in run.err
    assert "to read: 3 articles, 3 requests" in run.err
    assert "model: 2 articles, 2 requests" in run.err

    stub.script = lambda request, number: stub.said(answer)
    again = bilateral("ingest", articles, "--reader", "model", "--store", empty_db)
    assert "1 new, 2 unchanged, 0 changed, 0 failed" in again.err
    assert len([r for r in stub.asked if "Story a" in r["messages"][1]["content"]]) == 1
    rules = bilateral("ingest", articles, "--store", empty_db)
    assert "0 new, 0 unchanged, 3 changed" in rules.err
    assert bilateral("validate", "--store", empty_db).code == 0


def test_both_readers_mark_what_each_says(
    stub: Any, environment: None, bilateral: Command, tmp_path: Path
) -> None:
    text = (
        "LIMA (Agency) - Kenya's president met Peru's president on Monday.\n\n"
        "Peru condemned the attack on the port.\n"
    )
    path = tmp_path / "own.txt"
    path.write_text(text, encoding="utf-8")
    meeting = {
        "kind": "meeting",
        "status": "held",
        "participants": [{"actor": "KEN", "role": "party"}, {"actor": "PER", "role": "party"}],
        "date_words": ["on Monday"],
        "earliest": "2024-05-13",
        "latest": "2024-05-13",
        "quote": "Kenya's president met Peru's president on Monday",
    }
    actors = [
        {"id": "KEN", "kind": "state", "name": "Kenya"},
        {"id": "PER", "kind": "state", "name": "Peru"},
    ]
    stance = {"holders": ["PER"], "stance": "supports", "quote": "Peru condemned the attack on the port"}
    stub.says(stub.said({**EMPTY, "actors": actors, "events": [meeting], "positions": [stance]}))
    run = bilateral("extract", path, "--reader", "both", "--published", "2024-05-14")
    assert run.code == 0, run.err
    found = json.loads(run.out)
    rules = [event["rule"] for event in found["events"]]
    assert any(rule.startswith("both:") for rule in rules)
    assert {(p["stance"], p["claim"]) for p in found["positions"]} == {
        ("condemns", "disputed"),
        ("supports", "disputed"),
    }
    assert "1 records of both" in run.err


def test_a_setting_that_does_not_hold_is_named(bilateral: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILATERAL_MODEL_TIMEOUT", "soon")
    run = bilateral("extract", SAMPLE, "--reader", "model")
    assert run.code == 1
    assert "BILATERAL_MODEL_TIMEOUT" in run.err


@pytest.mark.parametrize(
    "option", [("--jobs", "2"), ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")]
)
def test_a_model_reads_in_this_process(
    environment: None, bilateral: Command, tmp_path: Path, option: tuple[str, ...]
) -> None:
    store = tmp_path / "none"
    run = bilateral("ingest", SAMPLE, "--reader", "model", *option, "--store", store)
    assert run.code == 2
    assert "BILATERAL_MODEL_CONCURRENCY" in run.err
    assert not store.exists()
