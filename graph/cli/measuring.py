"""``evaluate``: how well the reader reads, held against gold articles and probes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from graph.cli.app import app, tell
from graph.cli.reading import AnswersFile, Reader, settings_with
from graph.evaluate import (
    Bucket,
    Error,
    GoldArticle,
    Identity,
    Judged,
    Outcome,
    Scores,
    by_rule,
    calibrate,
    count_causes,
    errors,
    falls,
    judge,
    measure_identity,
    miscalibration,
    pass_rates,
    read_baseline,
    read_gold,
    read_probes,
    read_reports,
    try_probe,
    write_baseline,
)
from graph.exc import InputError
from graph.modelreading.choosing import chosen_reader
from graph.modelreading.trust import measure


@app.command(epilog="Example: bilateral evaluate data/gold --baseline data/gold/baseline.json")
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD_DIR",
            help="A folder with <lang>/<id>.json and .txt, probes/*.jsonl or happenings/reports.jsonl.",
        ),
    ],
    json_: Annotated[Path | None, typer.Option("--json", help="Write all figures to this file.")] = None,
    listed: Annotated[
        bool, typer.Option("--errors", help="List what was missed and what was extra.")
    ] = False,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="Fail where a figure lies below this file's.")
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--write-baseline", help="Write the figures to this file.")
    ] = None,
    reader: Reader = None,
    answers: AnswersFile = None,
    confidence: Annotated[
        Path | None,
        typer.Option("--write-confidence", help="Write the readers' measured confidence to this file."),
    ] = None,
) -> None:
    """Read gold articles and probes and print how much of them the reader finds.

    Probes try the grammar of the rules; a model reads the articles alone.
    """
    bars = read_baseline(baseline) if baseline else {}
    settings = settings_with(reader)
    with chosen_reader(settings, answers) as chosen:
        articles = list(read_gold(gold, chosen.read))
        if line := chosen.told():
            tell(line)
    rules = settings.reader == "rules"
    outcomes = [try_probe(probe) for probe in read_probes(gold)] if rules else []
    reported = read_reports(gold)
    if not articles and not outcomes and not reported:
        raise InputError(f"{gold}: no <lang>/<id>.json and no probes/*.jsonl there")
    scores, judged, rates = _scores(articles), judge(articles), pass_rates(outcomes)
    buckets = calibrate(judged)
    identity = measure_identity(reported) if reported else None
    _print_all(scores, buckets, rates)
    if identity:
        _print_identity(identity, listed=listed)
    if listed:
        _print_causes(articles)
        _print_errors(scores, judged, outcomes)
    if json_:
        _write_json(json_, scores, buckets, rates, identity)
    measured = {
        "figures": {key: {f: row["f1"] for f, row in s.rows().items()} for key, s in scores.items()},
        "probes": {
            key: {name: round(passed / tried, 3) for name, (passed, tried) in table.items()}
            for key, table in rates.items()
        },
    }
    if keep:
        write_baseline(keep, measured)
    if confidence:
        _write(confidence, measure(judged))
    fallen = falls(bars, measured)
    for line in fallen:
        tell(f"error: below the baseline: {line}")
    if fallen:
        raise typer.Exit(1)


def _scores(articles: Iterable[GoldArticle]) -> dict[str, Scores]:
    """Scores of each language and, where there is more than one, of all."""
    tables: dict[str, Scores] = {}
    for article in articles:
        for key in ("all", article.language):
            tables.setdefault(key, Scores()).add(article.name, article.gold, article.found)
    return tables


def _print_all(
    scores: dict[str, Scores], buckets: Sequence[Bucket], rates: dict[str, dict[str, tuple[int, int]]]
) -> None:
    console = Console(file=sys.stdout, width=100)
    for language, tally in scores.items():
        table = _table(f"{language}", "figure", "precision", "recall", "f1", "right", "predicted", "gold")
        for figure, row in tally.rows().items():
            shares = [f"{row[key]:.3f}" for key in ("precision", "recall", "f1")]
            table.add_row(figure, *shares, *(f"{row[key]:.0f}" for key in ("right", "predicted", "gold")))
        console.print(table)
    if buckets:
        table = _table("confidence", "kind", "from", "to", "confidence", "precision", "right", "records")
        for b in buckets:
            shares = [f"{share:.2f}" for share in (b.low, b.high, b.confidence, b.precision)]
            table.add_row(b.kind, *shares, str(b.right), str(b.records))
        console.print(table)
        for kind in dict.fromkeys(b.kind for b in buckets):
            console.print(f"calibration error of {kind}: {miscalibration(buckets, kind):.3f}")
    for language, phenomena in rates.items():
        table = _table(f"probes, {language}", "phenomenon", "passed", "probes", "rate")
        for name, (passed, tried) in phenomena.items():
            table.add_row(name, str(passed), str(tried), f"{passed / tried:.3f}")
        console.print(table)


def _print_identity(identity: Identity, *, listed: bool) -> None:
    """How well happenings told by several articles are told apart; with ``listed`` each fault."""
    console = Console(file=sys.stdout, soft_wrap=True, highlight=False)
    table = _table("happenings", "figure", "share")
    for name, share in identity.row().items():
        table.add_row(name, f"{share:.3f}")
    console.print(table)
    console.print(
        f"{identity.happenings} happenings in {identity.reports} reports, of which the reader found "
        f"{identity.found}; {identity.other} other events were left aside"
    )
    for fault in identity.faults if listed else ():
        console.print(f"happening\t{escape(fault)}")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    return table


def _print_causes(articles: Iterable[GoldArticle]) -> None:
    """In what way records were missed or wrong, a table a language."""
    found: dict[str, list[Error]] = {}
    for article in articles:
        found.setdefault(article.language, []).extend(errors(article))
    for language, faults in found.items():
        table = _table(f"causes, {language}", "kind, fault", "cause", "errors")
        for (kind, fault, cause), count in count_causes(faults).items():
            table.add_row(f"{kind}, {fault}", cause, str(count))
        Console(file=sys.stdout, width=100).print(table)


def _print_errors(scores: dict[str, Scores], judged: Sequence[Judged], outcomes: Iterable[Outcome]) -> None:
    console = Console(file=sys.stdout, soft_wrap=True, highlight=False)
    if judged:
        table = _table("rules", "kind, rule", "precision", "right", "records")
        for (kind, rule), (right, records) in by_rule(judged).items():
            table.add_row(f"{kind}, {rule}", f"{right / records:.2f}", str(right), str(records))
        console.print(table)
    if "all" in scores:
        for miss in scores["all"].misses:
            console.print(f"{miss.figure}\t{miss.fault}\t{miss.article}\t{escape(miss.item)}")
    for outcome in outcomes:
        if outcome.faults:
            probe = outcome.probe
            console.print(f"probe\t{probe.id}\t{probe.phenomenon}\t{escape(probe.text)}")
            for fault in outcome.faults:
                console.print(f"\t{escape(fault)}")


def _write_json(
    path: Path,
    scores: dict[str, Scores],
    buckets: Iterable[Bucket],
    rates: dict[str, dict[str, tuple[int, int]]],
    identity: Identity | None,
) -> None:
    report: dict[str, Any] = {
        "figures": {key: tally.rows() for key, tally in scores.items()},
        "calibration": [
            {
                "kind": b.kind,
                "from": b.low,
                "to": b.high,
                "confidence": round(b.confidence, 3),
                "precision": round(b.precision, 3),
                "right": b.right,
                "records": b.records,
            }
            for b in buckets
        ],
        "probes": {
            key: {name: {"passed": passed, "tried": tried} for name, (passed, tried) in table.items()}
            for key, table in rates.items()
        },
        "happenings": {k: round(v, 3) for k, v in identity.row().items()} if identity else {},
    }
    _write(path, report)


def _write(path: Path, report: dict[str, Any]) -> None:
    try:
        path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}") from error
