"""Probes and own gold articles: when a probe passes, what the annotation must hold, and that nothing falls."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.evaluate import Probe, Scores, falls, pass_rates, read_baseline, read_gold, read_probes, try_probe
from graph.evaluate.probes import faults
from graph.exc import InputError
from ontology.terms import EVENT_KINDS, EVENT_STATUSES, MEMBER_ROLES, STANCES

GOLD = Path(__file__).parents[3] / "data" / "gold"
SHARED = Path(__file__).parents[3].parent / "shared" / "gold"
PROBES = list(read_probes(GOLD))
MEETING = {
    "type": "meeting",
    "status": "held",
    "participants": ["EGY", "JOR"],
    "source": [],
    "target": [],
    "earliest": "2021-03-09",
    "latest": "2021-03-09",
}
STANCE = {"holders": ["EGY"], "stance": "supports", "polarity": 1, "target": [], "start": 0, "end": 5}
NOTHING: dict[str, Any] = {"article": {"published": None}, "actors": [], "events": [], "positions": []}


def failing(found: dict[str, Any], **expect: Any) -> list[str]:
    probe = Probe("x", "en", "test", "Egypt and Jordan", "2021-03-10", expect)
    return list(faults(probe, {**NOTHING, **found}))


def test_an_expected_event_must_be_found_with_all_that_is_said_of_it() -> None:
    wanted = {"type": "meeting|consultation", "status": "held", "participants": ["JOR", "EGY"]}
    assert failing({"events": [MEETING]}, events=[wanted]) == []
    for key, value in (("type", "visit"), ("status", "planned"), ("participants", ["EGY"])):
        assert failing({"events": [{**MEETING, key: value}]}, events=[wanted]) != []
    assert failing({"events": [MEETING]}, events=[{**wanted, "earliest": "2021-03-08"}]) != []
    assert failing({"events": [MEETING]}, events=[wanted, wanted]) != []


def test_forbidden_events_fail_and_expected_ones_are_not_forbidden() -> None:
    assert failing({"events": [MEETING]}, no_events=True) != []
    assert failing({"events": [MEETING]}, no_events=["visit"]) == []
    assert failing({"events": [MEETING]}, no_events=["meeting"]) != []
    assert failing({"events": [MEETING]}, events=[{"type": "meeting"}], no_events=True) == []
    assert failing({"events": [MEETING, MEETING]}, events=[{"type": "meeting"}], no_events=True) != []


def test_positions_need_holders_stance_and_quote() -> None:
    found = {"positions": [STANCE]}
    assert (
        failing(found, positions=[{"holders": ["EGY"], "stance": "affirms|supports", "quote": "Egypt"}]) == []
    )
    assert failing(found, positions=[{"holders": ["EGY"], "quote": "Jordan"}]) != []
    assert failing(found, positions=[{"holders": ["EGY"], "polarity": -1}]) != []
    assert failing(found, no_positions=["JOR"]) == []
    assert failing(found, no_positions=["EGY"]) != []


def test_actors_are_all_of_them_or_none_of_the_banned() -> None:
    found = {"actors": [{"id": "EGY"}, {"id": "JOR"}]}
    assert failing(found, actors=["JOR", "EGY"]) == []
    assert failing(found, actors=["EGY"]) == ["actors: JOR is none"]
    assert failing(found, actors=["EGY", "JOR", "IRQ"]) == ["actors: IRQ is missing"]
    assert failing(found, no_actors=["JOR"]) == ["actors: JOR is none"]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": "1"}',
        '{"id":"1","lang":"en","phenomenon":"x","text":"x","published":null,"expect":{}}',
        '{"id":"1","lang":"en","phenomenon":"x","text":"x","published":null,"expect":{"event":[]}}',
    ],
)
def test_a_line_that_is_no_probe_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "probes").mkdir()
    (tmp_path / "probes" / "en.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"en\.jsonl:2: "):
        list(read_probes(tmp_path))


def test_there_are_enough_probes_and_each_is_told_once() -> None:
    told = Counter(p.lang for p in PROBES)
    assert min(told["ar"], told["en"]) >= 150 and told["fr"] >= 30
    assert len({p.id for p in PROBES}) == len({p.text for p in PROBES}) == len(PROBES)
    counts = Counter((p.lang, p.phenomenon) for p in PROBES if p.lang in ("ar", "en"))
    small = [key for key, n in counts.items() if n < 4]
    assert small == []


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_probes_use_the_terms_of_the_ontology(language: str) -> None:
    for probe in (p for p in PROBES if p.lang == language):
        for event in probe.expect.get("events", []):
            assert set(event["type"].split("|")) <= set(EVENT_KINDS), probe.id
            assert set(event["status"].split("|")) <= set(EVENT_STATUSES), probe.id
            sides = set(event.get("source", [])) | set(event.get("target", []))
            assert sides <= set(event["participants"]), probe.id
        for position in probe.expect.get("positions", []):
            assert set(position.get("stance", "affirms").split("|")) <= set(STANCES), probe.id
            assert position.get("quote", "") in probe.text, probe.id
        for post in probe.expect.get("posts", []):
            assert post["person"] in probe.text, probe.id
        for membership in probe.expect.get("memberships", []):
            assert membership.get("role", "member") in MEMBER_ROLES, probe.id


def figures(folder: Path) -> dict[str, dict[str, float]]:
    tables: dict[str, Scores] = {}
    for article in read_gold(folder):
        for key in ("all", article.language):
            tables.setdefault(key, Scores()).add(article.name, article.gold, article.found)
    return {key: {f: row["f1"] for f, row in s.rows().items()} for key, s in tables.items()}


def test_pass_rates_and_figures_on_own_articles_do_not_fall_below_the_baseline() -> None:
    rates = pass_rates(try_probe(probe) for probe in PROBES)
    probes = {
        language: {name: round(passed / tried, 3) for name, (passed, tried) in table.items()}
        for language, table in rates.items()
    }
    baseline = read_baseline(GOLD / "baseline.json")
    assert set(baseline["probes"]) >= {"ar", "en"}
    assert set(baseline["figures"]) == {"all", "ar", "en"}
    assert falls(baseline, {"probes": probes, "figures": figures(GOLD)}) == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development articles are not beside the project")
def test_figures_on_the_development_articles_do_not_fall_below_the_baseline() -> None:
    baseline = read_baseline(GOLD / "development.json")
    assert set(baseline["figures"]) == {"all", "ar", "en"}
    assert falls(baseline, {"figures": figures(SHARED)}) == []


OWN = sorted(p for folder in (GOLD, GOLD / "unseen") for p in folder.glob("*/*.json"))


@pytest.mark.parametrize("path", OWN, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_own_gold_quotes_its_text_and_uses_the_terms_of_the_ontology(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert gold["id"] == f"{path.parent.name}/{path.stem}"
    for record in [*gold["events"], *gold["positions"], *gold["posts"], *gold["memberships"]]:
        assert text[record["start"] : record["end"]] == record["quote"]
    actors = {actor["id"] for actor in gold["actors"]}
    for event in gold["events"]:
        assert event["type"] in EVENT_KINDS
        assert event["status"] in EVENT_STATUSES
        assert {*event["source"], *event["target"]} <= set(event["participants"]) <= actors
    for position in gold["positions"]:
        assert STANCES[position["stance"]] == position["polarity"]
        assert set(position["holders"]) <= actors
