"""What reading with a language model takes: tokens of our requests and answers, and what they cost at given prices.

    python benchmarks/model_tokens.py [GOLD_DIR] [--sent PRICE] [--answered PRICE]

The requests are those that would be sent, schema and all; the answers are the annotation of the articles in GOLD_DIR
(data/gold if none is given) in the model's format. Nothing is sent. Tokens are counted with Tekken, the
tokenizer in the package mistral-common (extra "bench"); other models cut words otherwise. Prices are for a
million tokens. The last column is the lowest F1 of all figures when these answers have gone through the gate.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from graph.evaluate import Scores
from graph.extraction import to_json
from graph.modelreading.annotation import as_answer
from graph.modelreading.cost import Estimate, Prices
from graph.modelreading.reader import ModelOptions, ModelReader
from graph.modelreading.replies import Reply
from graph.reading import open_article, read_article

VOCABULARY = "tekken_240911.json"


class Annotator:
    """Answers with the annotation of one article."""

    def __init__(self, answer: str) -> None:
        self._answer = answer

    def ask(self, request: object) -> Reply:
        return Reply(self._answer)


def tokenizer() -> Any:
    try:
        import mistral_common
        from mistral_common.tokens.tokenizers.tekken import Tekkenizer
    except ImportError:
        sys.exit("counting tokens needs the extra: pip install 'bilateral[bench]'")
    vocabulary = Path(mistral_common.__file__).parent / "data" / VOCABULARY
    return Tekkenizer.from_file(str(vocabulary))


def lowest(scores: Scores) -> float:
    """The lowest F1 of the figures that have anything to be found."""
    return min(row["f1"] for row in scores.rows().values() if row["gold"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="?", type=Path, default=Path(__file__).parents[1] / "data" / "gold")
    parser.add_argument("--sent", type=float, default=1.0, help="price of a million tokens sent")
    parser.add_argument("--answered", type=float, default=4.0, help="price of a million tokens answered")
    options = parser.parse_args()
    words = tokenizer()

    def count(text: str) -> int:
        return len(words.encode(text, bos=False, eos=False))

    prices = Prices(options.sent, options.answered)
    print(
        f"{'language':9}{'articles':>9}{'letters':>9}{'tokens':>8}{'letters/token':>15}{'instructions':>14}"
        f"{'answer':>8}{'answer/article':>16}{'gate s':>8}{'rules s':>9}{'cost of 1,000':>15}{'lowest F1':>11}"
    )
    estimate, total = Estimate(), [0, 0]
    for language in ("ar", "en"):
        rows, scores = [], Scores()
        for path in sorted((options.gold / language).glob("*.json")):
            text = path.with_suffix(".txt").read_text(encoding="utf-8")
            gold = json.loads(path.read_text(encoding="utf-8"))
            article = open_article(text, key=path.stem)
            answer = json.dumps(as_answer(gold, article), ensure_ascii=False)
            reader = ModelReader(Annotator(answer), ModelOptions("m"))
            (request,) = reader.requests(article)
            estimate.add([request], text)
            standing = count(request.body["messages"][0]["content"])
            standing += count(json.dumps(request.body["response_format"]))
            own = count(request.body["messages"][1]["content"])
            scores.add(path.stem, gold, to_json(reader.read(article)))
            times = []
            for read in (reader.read, read_article):
                read(article)
                began = time.process_time()
                read(article)
                times.append(time.process_time() - began)
            rows.append((len(text), count(text), standing, standing + own, count(answer), *times))
        if not rows:
            continue
        letters, tokens, standing, sent, answered, gate, rules = (
            sum(column) for column in zip(*rows, strict=True)
        )
        n = len(rows)
        total[0] += sent
        total[1] += answered
        print(
            f"{language:9}{n:9}{letters / n:9.0f}{tokens / n:8.0f}{letters / tokens:15.2f}{standing / n:14.0f}"
            f"{answered / n:8.0f}{answered / tokens:16.2f}{gate / n:8.3f}{rules / n:9.3f}"
            f"{1000 * prices.of(sent, answered) / n:15.2f}{lowest(scores):11.3f}"
        )
    print(
        f"prices: {prices.sent} for a million tokens sent, {prices.answered} answered; no repairs, nothing cached\n"
        f"counted: {total[0]} tokens sent, {total[1]} answered\n"
        f"guessed: {estimate.told(prices)}"
    )


if __name__ == "__main__":
    main()
