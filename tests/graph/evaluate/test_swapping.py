"""Nothing is read because of who it is about: other states and people of the same kind give the same records.

In ten development articles every state and every person is replaced by others, form by form (names with or
without the article, adjectives in gender, number and case, capitals), and the records must follow.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from graph.evaluate.gold import records_of
from graph.reading import open_article
from graph.reading.places import seated_at
from graph.reference.tables import organization_names, places, state_names

SHARED = Path(__file__).parents[3].parent / "shared" / "gold"
# those in which all states are named in words, not known by an outlet's home, a leader's name or a style
ARTICLES = (
    *("ar/010", "ar/014", "ar/019", "ar/038", "ar/040", "ar/045", "ar/057"),
    *("en/021", "en/023", "en/030"),
)
# states whose names are no other words, with and without the Arabic article
BARE = ("POL", "NGA", "KEN", "FIN", "MYS", "VNM", "THA", "HRV")
WITH_ARTICLE = ("NOR", "DNK", "AUT", "PRT", "SEN", "ARG")
# names that begin with no letter that could be a clitic
NAMES = {
    "ar": "حمدان|هيثم|زياد|مروان|غسان|نبيل|منذر|أيهم|قصي|هشام|طلال|نزار|عصام|ياسين|أنور|ثامر|راغب|صفوان|مهند",
    "en": "Marcus|Oliveri|Stefan|Brunner|Lukas|Raymond|Teodor|Gustafson|Aldo|Kessler",
}
PARTICLES = {"بن", "آل", "ال", "عبد", "أبو", "del", "van", "der", "ibn", "the"}
NAMED = ("official", "short", "variant", "former", "abbreviation")
STANDS_FOR = {**dict.fromkeys(NAMED, "short"), "city": "capital"}
# what a form is first where it is several things: سورية is an adjective, روسيا and الكويت are states
ORDER = {"adjective-f": 0, "accusative": 2, "capital": 3, "city": 4}
LETTER = r"[^\W\d_]"
FOLDS = str.maketrans("أإآىةؤئ", "ااايهوي")

Forms = dict[str, dict[str, list[str]]]
Span = tuple[int, int, str]


def forms(language: str) -> Forms:
    """State -> kind of name -> its written forms, the accusative and the dual beside the adjective."""
    found: Forms = {}
    for row in state_names():
        if row.lang == language and row.kind != "seat":
            found.setdefault(row.code, {}).setdefault(row.kind, []).append(row.name)
    for place in places():
        if place.kind == "city" and place.caution == "" and place.state in found:
            names = (place.ar if language == "ar" else place.en, *place.aliases)
            found[place.state].setdefault("city", []).extend(name for name in names if name)
    for kinds in found.values() if language == "ar" else ():
        for kind, ending in (("adjective", ""), ("accusative", "ا"), ("dual", "ان")):
            kinds[kind] = [a + ending for a in kinds.get("adjective", []) if a.endswith("ي")]
    return found


def seats(known: Forms, codes: Iterable[str], published: str | None) -> None:
    """Give former states the names of the capitals in which they sat on the day of the article."""
    for now in list(known) if published else ():
        then = seated_at(now, date.fromisoformat(str(published)))
        if then != now and then in codes and "capital" in known[now]:
            known[then].setdefault("capital", []).extend(known[now]["capital"])


def substitutes(codes: list[str], language: str, known: Forms) -> dict[str, str]:
    """Each state's substitute: one that is not in the text, with the article where its name has it."""
    pools = {True: list(WITH_ARTICLE), False: list(BARE)}
    chosen = {}
    for code in codes:
        article = language == "ar" and known[code]["short"][0].startswith("ال")
        pool = pools[article]
        chosen[code] = next(c for c in pool if c not in codes)
        pool.remove(chosen[code])
    return chosen


def arabic_form(prefix: str, old: str, new: str, adjective: bool) -> str | None:
    """The substitute with the clitics of what it replaces; None where the words are no form of the name."""
    definite = prefix.endswith(("ال", "لل")) and len(prefix) > 1
    clitics = (
        prefix.removesuffix("ال")
        if prefix.endswith("ال")
        else prefix.removesuffix("ل")
        if definite
        else prefix
    )
    if adjective:
        return prefix + new
    if definite != old.startswith("ال"):
        return None
    bare = new.removeprefix("ال")
    if not new.startswith("ال"):
        return clitics + new
    return clitics.removesuffix("ل") + "لل" + bare if clitics.endswith("ل") else clitics + new


def state_spans(text: str, language: str, chosen: dict[str, str], known: Forms) -> Iterator[Span]:
    """Every written form of the states with the form of the substitute that stands for it."""
    entries = [
        (old, known[new][STANDS_FOR.get(kind, kind)][0], kind)
        for code, new in chosen.items()
        for kind, names in known[code].items()
        for old in names
    ]
    folded = text.translate(FOLDS) if language == "ar" else text
    for old, new, kind in sorted(entries, key=lambda e: (-len(e[0]), ORDER.get(e[2], 1))):
        plain = old.translate(FOLDS) if language == "ar" else old
        if language == "ar":
            core = re.escape(plain.removeprefix("ال"))
            pattern = rf"(?<!{LETTER})([وف]?(?:لل|[بك]?ال|[بكل]?)){core}(?!{LETTER})"
            for match in re.finditer(pattern, folded):
                form = arabic_form(match[1], plain, new, kind not in (*NAMED, "capital", "city"))
                if form is not None:
                    yield match.start(), match.end(), form
        else:
            for shown, form in ((plain, new), (plain.upper(), new.upper())):
                for match in re.finditer(rf"(?<!{LETTER}){re.escape(shown)}(?!{LETTER})", folded):
                    yield match.start(), match.end(), form


def organization_spans(text: str, language: str) -> Iterator[Span]:
    """Names of organizations, which stay as they are."""
    folded = text.translate(FOLDS)
    for row in organization_names():
        if row.lang == language and " " in row.name:
            name = re.escape(row.name.translate(FOLDS))
            for match in re.finditer(rf"(?<!{LETTER}){name}(?!{LETTER})", folded):
                yield match.start(), match.end(), text[match.start() : match.end()]


def person_spans(text: str, language: str, people: list[str]) -> Iterator[Span]:
    """Every word of the people's names with an invented name."""
    invented = cycle(NAMES[language].split("|"))
    words: dict[str, str] = {}
    for person in people:
        parts = person.split()
        for before, word in zip(["", *parts], parts, strict=False):
            if word not in PARTICLES and before not in ("عبد", "ال") and len(word) > 2:
                words.setdefault(word, next(invented))
    for word, name in words.items():
        clitic = "([وفبكل]?)" if language == "ar" else "()"
        for match in re.finditer(rf"(?<!{LETTER}){clitic}{re.escape(word)}(?!{LETTER})", text):
            yield match.start(), match.end(), match[1] + name


def swapped(text: str, spans: Iterator[Span]) -> str:
    """The text with the spans replaced; the first of overlapping ones counts."""
    kept: list[Span] = []
    for span in spans:
        if all(span[1] <= other[0] or span[0] >= other[1] for other in kept):
            kept.append(span)
    for start, end, form in sorted(kept, reverse=True):
        text = text[:start] + form + text[end:]
    return text


def said(records: dict[str, Any], names: dict[str, str]) -> dict[str, Counter[Any]]:
    """What records say without the words they say it in, with the states under their substitutes' codes."""

    def codes(ids: list[str]) -> tuple[str, ...]:
        return tuple(sorted(names.get(i, i) for i in ids))

    return {
        "actors": Counter(codes([a["id"]]) for a in records["actors"]),
        "events": Counter(
            (
                e["type"],
                e["status"],
                codes(e["participants"]),
                codes(e["source"]),
                codes(e["target"]),
                e["earliest"],
                e["latest"],
            )
            for e in records["events"]
        ),
        "positions": Counter(
            (codes(p["holders"]), p["stance"], codes(p["target"])) for p in records["positions"]
        ),
        "posts": Counter((p["post"], codes([p["actor"]])) for p in records["posts"]),
        "memberships": Counter(
            (codes([m["member"]]), m["organization"], m["role"]) for m in records["memberships"]
        ),
    }


def stated(posts: list[Any], spans: Iterable[Span], states: Iterable[str]) -> list[Any]:
    """Posts without those of states that the words do not name: whose they are the tables tell, by a known name."""
    named, codes = [start for start, _, _ in spans], set(states)
    return [
        post
        for post in posts
        if post["actor"] not in codes or any(post["start"] <= start < post["end"] for start in named)
    ]


def both_readings(name: str) -> tuple[dict[str, Counter[Any]], dict[str, Counter[Any]], str]:
    """What an article says, what it says about others, and the text about the others."""
    language = name.partition("/")[0]
    text = (SHARED / f"{name}.txt").read_text(encoding="utf-8")
    gold = json.loads((SHARED / f"{name}.json").read_text(encoding="utf-8"))
    before = records_of(open_article(text, key=name))
    known = forms(language)
    chosen = substitutes([a["id"] for a in gold["actors"] if a["kind"] == "state"], language, known)
    seats(known, chosen, before["article"]["published"])
    people = [p["person"] for p in gold["posts"]] + [p["person"] for p in before["posts"]]
    spans = [
        *organization_spans(text, language),
        *state_spans(text, language, chosen, known),
        *person_spans(text, language, people),
    ]
    other = swapped(text, iter(spans))
    assert other != text
    after = records_of(open_article(other, key=name, published=before["article"]["published"]))
    others = {new: new for new in chosen.values()}
    before["posts"] = stated(before["posts"], state_spans(text, language, chosen, known), chosen)
    after["posts"] = stated(after["posts"], state_spans(other, language, others, known), others)
    return said(before, chosen), said(after, {}), other


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development articles are not beside the project")
@pytest.mark.parametrize("name", ARTICLES)
def test_records_follow_other_states_and_people(name: str) -> None:
    before, after, _ = both_readings(name)
    differing = {
        kind: {
            "lost": list((before[kind] - after[kind]).elements()),
            "new": list((after[kind] - before[kind]).elements()),
        }
        for kind in before
        if before[kind] != after[kind]
    }
    assert differing == {}
