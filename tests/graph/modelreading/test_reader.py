"""The reader against a real server that answers well, wrongly, late or not at all."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.exc import InputError, ModelError
from graph.model import Article
from graph.modelreading.cache import cache_folder
from graph.modelreading.choosing import Rules, chosen_reader
from graph.modelreading.prompt import standing_prompt
from graph.reading import open_article
from graph.settings import Settings

Json = dict[str, Any]
TEXT = (
    "PANAMA CITY (Agency) - Panama's President Luis Mora received Ghana's foreign minister Ama Boateng in Accra "
    "on Monday.\n\nMora said Panama supports the opening of a canal."
)
EVENT: Json = {
    "kind": "meeting",
    "status": "held",
    "participants": [
        {"actor": "PAN", "role": "host", "person": "Luis Mora"},
        {"actor": "GHA", "role": "party", "person": "Ama Boateng"},
    ],
    "date_words": ["on Monday"],
    "earliest": "2024-05-13",
    "latest": "2024-05-13",
    "place": None,
    "agenda": [],
    "quote": "Panama's President Luis Mora received Ghana's foreign minister Ama Boateng",
}
ANSWER: Json = {
    "article": {"dateline": None, "published": None},
    "actors": [
        {"id": "PAN", "kind": "state", "name": "Panama"},
        {"id": "GHA", "kind": "state", "name": "Ghana"},
    ],
    "events": [EVENT],
    "positions": [
        {
            "holders": ["PAN"],
            "stance": "supports",
            "content": "the opening of a canal",
            "target": [],
            "speaker": "Mora",
            "quote": "Mora said Panama supports the opening of a canal",
        }
    ],
    "posts": [],
    "memberships": [],
}
INVENTED = {**EVENT, "quote": "Panama's president signed a treaty with Ghana"}


def article(text: str = TEXT, key: str = "own/1") -> Article:
    return open_article(text, key=key, published="2024-05-14")


@pytest.fixture
def read(settings: Settings) -> Callable[..., Any]:
    def run(text: str = TEXT, **changes: Any) -> Any:
        with chosen_reader(settings.model_copy(update=changes)) as reader:
            records = reader.read(article(text))
            return records, reader.reports("own/1"), reader.told()

    return run


def test_a_good_answer_becomes_records_and_is_asked_for_by_schema(stub: Any, read: Any) -> None:
    stub.says(stub.said(ANSWER))
    records, reports, told = read()
    assert [(e.kind, e.participants) for e in records.events] == [("meeting", ("PAN", "GHA"))]
    assert [p.holders for p in records.positions] == [("PAN",)]
    assert {r.rule for r in records.records()} == {"model:stub-1"}
    assert reports == ()
    assert "1 requests and 0 answers from the cache, 1000 tokens sent and 200 answered" in told
    (asked,) = stub.asked
    assert stub.paths == ["/v1/chat/completions"]
    assert asked["response_format"]["json_schema"]["strict"]
    assert asked["messages"][0]["content"] == standing_prompt().text


def test_one_repair_round_tells_what_was_refused_and_its_answer_counts(stub: Any, read: Any) -> None:
    stub.says(stub.said({**ANSWER, "events": [INVENTED]}), stub.said(ANSWER))
    records, reports, _ = read()
    assert len(records.events) == len(records.positions) == 1
    assert reports == ()
    told = stub.asked[1]["messages"][-1]["content"]
    assert "events[0]" in told
    assert "not in the article word by word" in told


def test_what_the_repair_does_not_mend_is_dropped_and_counted(stub: Any, read: Any) -> None:
    stub.says(stub.said({**ANSWER, "events": [EVENT, INVENTED]}))
    records, reports, _ = read()
    assert len(records.events) == 1
    assert len(stub.asked) == 2
    assert reports[0] == "refused of the model's answer: 1 events"
    assert "signed a treaty" in reports[1]


def test_a_detail_that_the_repair_mends_stands(stub: Any, read: Any) -> None:
    stub.says(
        stub.said({**ANSWER, "events": [{**EVENT, "place": "Paris"}]}),
        stub.said({**ANSWER, "events": [{**EVENT, "place": "Accra"}]}),
    )
    records, reports, _ = read()
    assert [e.place for e in records.events] == ["Accra"]
    assert reports == ()


def test_an_answer_that_is_not_json_is_asked_for_once_more(stub: Any, read: Any) -> None:
    stub.says(stub.turn("Here is the JSON: {"), stub.said(ANSWER))
    records, _, _ = read()
    assert len(records.events) == 1
    assert "not JSON" in stub.asked[1]["messages"][-1]["content"]


@pytest.mark.parametrize(
    ("turn", "reason"),
    [
        ({"content": "no JSON"}, "not JSON"),
        ({"content": "[]"}, "not an object"),
        ({"content": '{"hello": 1}'}, "none of the keys"),
        ({"content": "[" * 100_000}, "not JSON"),
        ({"content": ""}, "empty"),
        ({"content": None}, "empty"),
        ({"content": '{"events": [', "finish": "length"}, "cut at the model's limit"),
        ({"content": None, "finish": "content_filter"}, "filtered"),
        ({"content": None, "refusal": "I cannot read this"}, "refused: I cannot read this"),
        ({"body": {"hello": "world"}}, "no chat completion"),
        ({"status": 401, "body": {"error": {"message": "wrong key"}}}, "401: .*wrong key"),
        ({"status": 400, "body": {"error": {"message": "too long"}}}, "400: .*too long"),
        ({"cut": True, "content": "{}"}, "could not be asked"),
        ({"status": 503, "headers": {"retry-after-ms": "5"}}, "503"),
        ({"delay": 5.0}, "no answer in time"),
    ],
)
def test_an_answer_that_cannot_be_used_is_an_error_of_its_article(
    stub: Any, read: Any, turn: Json, reason: str
) -> None:
    stub.says(stub.turn(**turn))
    with pytest.raises(ModelError, match=reason):
        read(model_timeout=0.15 if "delay" in turn else 5, model_retries=0 if "headers" not in turn else 2)
    if "headers" in turn:
        assert len(stub.asked) == 3


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_says(stub: Any, read: Any, status: int) -> None:
    busy = stub.turn(status=status, headers={"retry-after-ms": "5"}, body={"error": {"message": "busy"}})
    stub.says(busy, busy, stub.said(ANSWER))
    assert len(read()[0].events) == 1
    assert len(stub.asked) == 3


def test_a_broken_line_is_tried_again(stub: Any, read: Any) -> None:
    stub.says(stub.said(ANSWER, cut=True), stub.said(ANSWER))
    assert len(read()[0].events) == 1


def test_a_server_that_knows_no_schema_is_asked_for_any_object(stub: Any, settings: Settings) -> None:
    def script(request: Json, number: int) -> Any:
        if request["response_format"]["type"] == "json_schema":
            return stub.turn(status=400, body={"error": {"message": "response_format is not supported"}})
        return stub.said(ANSWER)

    stub.script = script
    with chosen_reader(settings) as reader:
        assert len(reader.read(article()).events) == 1
        reader.read(article(TEXT + " It rained.", "own/2"))
    kinds = [request["response_format"]["type"] for request in stub.asked]
    assert kinds == ["json_schema", "json_object", "json_object"]  # it is told once


def test_an_answer_is_paid_for_once(stub: Any, read: Any, settings: Settings) -> None:
    stub.says(stub.said(ANSWER))
    first, _, _ = read()
    again, _, told = read()
    assert again == first
    assert len(stub.asked) == 1
    assert "0 requests and 1 answers from the cache, 0 tokens sent" in told
    read(model_name="stub-2")
    read(TEXT + " It rained.")
    assert len(stub.asked) == 3


def test_a_damaged_file_of_the_cache_is_asked_for_anew(stub: Any, read: Any, settings: Settings) -> None:
    stub.says(stub.said(ANSWER))
    read()
    (kept,) = Path(settings.model_cache).rglob("*.json")
    kept.write_text('{"content": ', encoding="utf-8")
    assert len(read()[0].events) == 1
    assert len(stub.asked) == 2


def test_an_unusable_answer_is_not_kept(stub: Any, read: Any) -> None:
    stub.says(stub.turn("no JSON"), stub.turn("no JSON"), stub.said(ANSWER))
    with pytest.raises(ModelError):
        read()
    assert len(read()[0].events) == 1


def test_a_cache_that_cannot_be_written_is_told_of(stub: Any, read: Any, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    stub.says(stub.said(ANSWER))
    with pytest.raises(InputError, match="BILATERAL_MODEL_CACHE"):
        read(model_cache=str(blocked))


def test_the_cache_lies_in_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder("") == tmp_path / "bilateral" / "model"


def test_a_long_article_is_read_in_parts_that_overlap(stub: Any, read: Any) -> None:
    filler = " ".join(f"It rained in valley number {n}." for n in range(40))
    text = f"{TEXT}\n\n{filler}\n\nGhana thanked Panama for the reception."
    praise = {
        **EVENT,
        "kind": "praise",
        "participants": [
            {"actor": "GHA", "role": "source", "person": None},
            {"actor": "PAN", "role": "target", "person": None},
        ],
        "date_words": [],
        "earliest": None,
        "latest": "2024-05-14",
        "quote": "Ghana thanked Panama for the reception",
    }

    def script(request: Json, number: int) -> Any:
        part = request["messages"][1]["content"]
        events = [e for e in (EVENT, praise) if e["quote"] in part]
        positions = [p for p in ANSWER["positions"] if p["quote"] in part]
        return stub.said({**ANSWER, "events": events, "positions": positions})

    stub.script = script
    records, reports, _ = read(text, model_part=600, model_overlap=150)
    assert len(stub.asked) >= 3
    assert [e.kind for e in records.events] == ["meeting", "praise"]
    assert len(records.positions) == 1
    assert reports == ()
    assert all(text[r.start : r.end] == r.quote for r in records.records())


def test_what_two_parts_tell_is_one_record(stub: Any, read: Any) -> None:
    text = f"{'It rained. ' * 60}{TEXT}{' It rained.' * 30}"
    stub.script = lambda request, number: stub.said(
        ANSWER
        if EVENT["quote"] in request["messages"][1]["content"]
        else {**ANSWER, "events": [], "positions": []}
    )
    records, _, _ = read(text, model_part=1000, model_overlap=250)
    told = [r for r in stub.asked if EVENT["quote"] in r["messages"][1]["content"]]
    assert len(told) > 1
    assert len(records.events) == len(records.positions) == 1


def test_several_articles_are_with_the_model_at_a_time_and_come_in_order(
    stub: Any, settings: Settings
) -> None:
    articles = [article(f"{TEXT} It rained {n} times.", f"own/{n}") for n in range(6)]
    together: list[int] = []
    inside = [0]

    def script(request: Json, number: int) -> Any:
        with stub.lock:
            inside[0] += 1
            together.append(inside[0])
        stub.over.wait(0.05)
        with stub.lock:
            inside[0] -= 1
        return stub.said(ANSWER)

    stub.script = script
    with chosen_reader(settings.model_copy(update={"model_concurrency": 3})) as reader:
        read = [reader.read(a).article.key for a in reader.over(articles, lambda a: a)]
    assert read == [a.key for a in articles]
    assert 1 < max(together) <= 3


def test_the_rules_need_no_model() -> None:
    with chosen_reader(Settings(reader="rules")) as reader:
        assert type(reader) is Rules
        assert reader.read(article()).events


def test_a_model_needs_a_name_and_an_address() -> None:
    with (
        pytest.raises(InputError, match="BILATERAL_MODEL_URL"),
        chosen_reader(Settings(reader="model", model_name="", model_url="")),
    ):
        pass


def test_the_key_and_the_body_of_a_request_hold_no_more_than_they_should(stub: Any, read: Any) -> None:
    stub.says(stub.said(ANSWER))
    read(model_answer_tokens=900, model_temperature=None)
    assert stub.asked[0]["max_tokens"] == 900
    assert "temperature" not in stub.asked[0]
    assert set(stub.asked[0]) == {"model", "messages", "response_format", "max_tokens"}
    assert "own/1" not in json.dumps(stub.asked[0])
