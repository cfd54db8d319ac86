"""Write the tables of docs/accuracy.md anew from the gold sets: figures, probes, confidence, causes and examples.

    python benchmarks/accuracy/tables.py [--development ../shared/gold]

Each table stands between ``<!-- NAME -->`` and ``<!-- /NAME -->``; the words around them are left alone. Without
the development articles their tables are left as they are. Texts of ``data/gold/unseen`` are counted, never quoted.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from graph.evaluate import (
    FIGURES,
    Error,
    GoldArticle,
    Outcome,
    Scores,
    calibrate,
    count_causes,
    errors,
    judge,
    miscalibration,
    pass_rates,
    read_gold,
    read_probes,
    try_probe,
)

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "accuracy.md"
OWN, UNSEEN = ROOT / "data" / "gold", ROOT / "data" / "gold" / "unseen"
LANGUAGES = {"ar": "Arabic", "en": "English", "fr": "French"}
AIMS = {
    "actors": (0.93, 0.92),
    "dyads": (0.80, 0.78),
    "events": (0.70, 0.68),
    "events, exact": (0.63, 0.60),
    "status": (0.92, 0.90),
    "date": (0.85, 0.80),
    "positions": (0.62, 0.58),
    "posts": (0.88, 0.88),
    "published": (1.0, 1.0),
    "dateline": (1.0, 1.0),
}
STRICT = frozenset({"negation", "modality", "conditional", "negation and modality"})
EXAMPLES, LONGEST = 3, 200

Articles = Sequence[GoldArticle]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines of a Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    yield from ("| " + " | ".join(row) + " |" for row in rows)


def scores(articles: Articles) -> dict[str, dict[str, str]]:
    """Language -> figure -> its F1 or share, a dash where gold and reader have nothing."""
    found: dict[str, dict[str, str]] = {}
    for language in ("ar", "en"):
        tally = Scores()
        for article in articles:
            if article.language == language:
                tally.add(article.name, article.gold, article.found)
        rows = tally.rows()
        found[language] = {
            figure: f"{row['f1']:.3f}" if row["gold"] or row["predicted"] else "–"
            for figure, row in rows.items()
        }
    return found


def development(articles: Articles) -> Iterator[str]:
    found = scores(articles)
    aims = {figure: [f"{aim:.2f}" for aim in pair] for figure, pair in AIMS.items()}
    yield from table(
        ("figure", "Arabic", "aim", "English", "aim"),
        (
            (f, found["ar"].get(f, "–"), aims.get(f, "––")[0], found["en"].get(f, "–"), aims.get(f, "––")[1])
            for f in FIGURES
        ),
    )


def own(articles: Articles, unseen: Articles) -> Iterator[str]:
    columns = [scores(group)[language] for group in (articles, unseen) for language in ("ar", "en")]
    yield from table(
        ("figure", "own, Arabic", "own, English", "unseen, Arabic", "unseen, English"),
        ((figure, *(column.get(figure, "–") for column in columns)) for figure in FIGURES),
    )


def probes(outcomes: Sequence[Outcome]) -> Iterator[str]:
    rates = pass_rates(outcomes)
    names = sorted({name for rate in rates.values() for name in rate}, key=lambda name: (name != "all", name))
    cells = ((name, *(_rate(rates.get(language, {}).get(name)) for language in LANGUAGES)) for name in names)
    yield from table(("phenomenon", *LANGUAGES.values()), cells)


def _rate(counted: tuple[int, int] | None) -> str:
    return f"{counted[0]} of {counted[1]} ({counted[0] / counted[1]:.2f})" if counted else "–"


def confidence(articles: Articles) -> Iterator[str]:
    buckets = calibrate(judge(articles))
    rows = (
        (
            b.kind,
            f"{b.low}–{b.high}",
            f"{b.confidence:.2f}",
            str(b.right),
            str(b.records),
            f"{b.precision:.2f}",
        )
        for b in buckets
    )
    yield from table(("kind", "confidence", "mean", "right", "records", "share right"), rows)
    kinds = dict.fromkeys(b.kind for b in buckets)
    yield ""
    yield (
        "Expected calibration error: "
        + ", ".join(f"{kind} {miscalibration(buckets, kind):.3f}" for kind in kinds)
        + "."
    )


def causes(articles: Articles, mine: Articles) -> Iterator[str]:
    counts = {
        (language, group): count_causes(
            e for article in chosen if article.language == language for e in errors(article)
        )
        for group, chosen in (("development", articles), ("own", mine))
        for language in ("ar", "en")
    }
    total: dict[tuple[str, str, str], int] = {}
    for counted in counts.values():
        for key, number in counted.items():
            total[key] = total.get(key, 0) + number
    ordered = sorted(total, key=lambda key: (key[:2], -total[key], key))
    yield from table(
        ("kind, fault", "cause", "Arabic", "English"),
        (
            (
                f"{kind}, {fault}",
                cause,
                *(
                    " / ".join(
                        str(counts[language, group].get((kind, fault, cause), 0))
                        for group in ("development", "own")
                    )
                    for language in ("ar", "en")
                ),
            )
            for kind, fault, cause in ordered
        ),
    )


def examples(mine: Articles) -> Iterator[str]:
    def name(error: Error) -> str:
        return f"{error.kind}, {error.fault}: {error.cause}"

    found = sorted((e for article in mine for e in errors(article)), key=name)
    for title, group in groupby(found, key=name):
        yield f"- **{title}**"
        for error in list(group)[:EXAMPLES]:
            quote = " ".join(error.quote.split())
            yield f"  - «{quote if len(quote) <= LONGEST else quote[:LONGEST] + '…'}» ({error.article})"


def failing(outcomes: Sequence[Outcome]) -> Iterator[str]:
    rates = pass_rates(outcomes)
    for language, phenomena in rates.items():
        for phenomenon, (passed, tried) in phenomena.items():
            if phenomenon == "all" or passed / tried >= (0.95 if phenomenon in STRICT else 0.90):
                continue
            yield f"- **{phenomenon}**, {LANGUAGES[language]}: {tried - passed} of {tried} fail"
            failed = [
                o
                for o in outcomes
                if o.faults and (o.probe.lang, o.probe.phenomenon) == (language, phenomenon)
            ]
            for outcome in failed[:EXAMPLES]:
                yield f"  - {outcome.probe.text} *({' / '.join(outcome.faults)})*"
    if all(
        passed / tried >= (0.95 if phenomenon in STRICT else 0.90)
        for phenomena in rates.values()
        for phenomenon, (passed, tried) in phenomena.items()
    ):
        yield "None."


def placed(page: str, name: str, lines: Iterable[str]) -> str:
    """The page with ``lines`` between the marks of ``name``."""
    marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not marks.search(page):
        raise SystemExit(f"{PAGE} has no place <!-- {name} --> … <!-- /{name} -->")
    text = "\n".join(lines)
    return marks.sub(lambda match: f"{match[1]}\n{text}\n\n{match[2]}", page)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--development", type=Path, default=ROOT.parent / "shared" / "gold")
    chosen = parser.parse_args()
    mine, unseen = list(read_gold(OWN)), list(read_gold(UNSEEN))
    outcomes = [try_probe(probe) for probe in read_probes(OWN)]
    page = PAGE.read_text(encoding="utf-8")
    page = placed(page, "own", own(mine, unseen))
    page = placed(page, "probes", probes(outcomes))
    page = placed(page, "failing", failing(outcomes))
    page = placed(page, "examples", examples(mine))
    if chosen.development.is_dir():
        theirs = list(read_gold(chosen.development))
        page = placed(page, "development", development(theirs))
        page = placed(page, "confidence", confidence([*theirs, *mine, *unseen]))
        page = placed(page, "causes", causes(theirs, mine))
    else:
        print(f"{chosen.development} is not there: the tables of the development articles stay as they are")
    PAGE.write_text(page, encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}; `git diff` shows what changed")


if __name__ == "__main__":
    main()
