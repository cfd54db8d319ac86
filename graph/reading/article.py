"""Opening an article: its language, title, dates, dateline and outlet, and where its body begins."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date, datetime
from functools import cache

from graph.model import Article, Evidence
from graph.paths import lexicon_dir
from graph.reading.datelines import Piece, header_words, outlets
from graph.reading.datelines import key as folded_name
from graph.reading.fold import fold
from graph.reading.headers import HEAD, full_dates, read_footer, read_header

_ARABIC, _LATIN = (
    re.compile(r"[\u0600-\u06ff\ufb50-\ufefc]"),
    re.compile(r"(?![\u0250-\U0010ffff])[^\W\d_²³¹¼½¾]"),
)
_AMBIGUOUS = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def open_article(
    text: str,
    *,
    key: str,
    language: str | None = None,
    published: date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    path: str | None = None,
) -> Article:
    """The article of a text. What is passed in wins; the rest is read from the lines above the body.

    ``published`` may be a date as a source writes it ("Wed, 25 Apr 2018 22:06:27 GMT"); one that cannot
    be read is as good as none.
    """
    language = language or language_of(text)
    header = read_header(text, language)
    outlet_id = outlet or (header.outlet.value if header.outlet else None)
    source = header.outlet if not outlet else None
    if source is None and outlet_id is None and (source := _signature(text)):
        outlet_id = source.value
    found = _in_order_of(outlet_id, language, header.published or read_footer(text, language), text)
    given = _as_date(published, language, outlet_id)
    evidence = []
    if given is None and found:
        evidence.append(Evidence(text, found[1], found[2], "header-date", "published"))
    if header.updated:
        evidence.append(Evidence(text, header.updated[1], header.updated[2], "header-update", "updated"))
    if header.place:
        evidence.append(Evidence(text, header.place.start, header.place.end, "dateline", "dateline"))
    if source:
        evidence.append(Evidence(text, source.start, source.end, "dateline", "outlet"))
    return Article(
        key=key,
        text=text,
        language=language,
        published=given or (found[0] if found else None),
        updated=header.updated[0] if header.updated else None,
        outlet=outlet_id,
        dateline=header.place.value if header.place else None,
        title=header.title,
        url=url,
        path=path,
        evidence=tuple(evidence),
    )


def header_end(text: str) -> int:
    """Code points before the body: title, date lines and dateline stand before it."""
    return read_header(text, language_of(text)).end


def language_of(text: str) -> str:
    """``ar`` where most letters are Arabic, else the language whose commonest words the text has most of."""
    head = text[:HEAD]
    if len(_ARABIC.findall(head)) > len(_LATIN.findall(head)):
        return "ar"
    counts = Counter(re.findall(r"[a-z]+", fold(head).text))
    common = _common_words()
    return max(common, key=lambda name: sum(counts[word] for word in common[name]))


@cache
def _common_words() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads((lexicon_dir() / "en" / "article.toml").read_text(encoding="utf-8"))
    return {name: tuple(words.split("|")) for name, words in table["common_words"].items()}


def _as_date(published: date | str | None, language: str, outlet: str | None) -> date | None:
    if isinstance(published, datetime):
        return published.date()
    if not isinstance(published, str):
        return published
    folded = fold(published)
    for day in full_dates(folded.text, language):
        if day.earliest:
            ordered = _in_order_of(
                outlet, language, (day.earliest, *folded.span(day.start, day.end)), published
            )
            return ordered and ordered[0]
    return None


def _signature(text: str) -> Piece | None:
    """The outlet that a last line of nothing but outlets names: "فرانس24/ أ ف ب"."""
    last = text.rstrip().rfind("\n") + 1
    line = text[last:].rstrip()
    if not line or len(line) > 60:
        return None
    names = [folded_name(part) for part in re.split(r"[/()\-،,]+", line) if folded_name(part)]
    if names and all(name in outlets() for name in names):
        return Piece(last, last + len(line), outlets()[names[0]])
    return None


def _in_order_of(
    outlet: str | None, language: str, found: tuple[date, int, int] | None, text: str
) -> tuple[date, int, int] | None:
    """A date such as 04/07/1998 in the order that the outlet writes: month first in American ones."""
    if (
        found is None
        or language != "en"
        or folded_name(outlets().get(folded_name(outlet or ""), ""))
        not in header_words("month_first_outlets")
    ):
        return found
    numbers = _AMBIGUOUS.search(text[found[1] : found[2]])
    if numbers and int(numbers[1]) <= 12 and int(numbers[2]) <= 12:
        return date(int(numbers[3]), int(numbers[1]), int(numbers[2])), found[1], found[2]
    return found
