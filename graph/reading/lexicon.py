"""The lexicon of a language: event words, verbs of saying, offices and small words, loaded from data."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.exc import InputError
from graph.paths import lexicon_dir
from graph.reading.fold import fold
from graph.reading.forms import Form, Language, language
from graph.reading.glance import Glances, Tables
from graph.reading.mention import SIDES
from graph.reading.names import Garbled, Name, Trie, entry, reference_names
from graph.reading.stances import Cues, Saying, cues_of

_NO_WORDS: frozenset[str] = frozenset()
BOUNDS = ("relative", "that", "clause", "auxiliary")
FRAMES = frozenset({"mutual", "host", "travel", "directed", "demanded", "receive", "act"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word form that makes an event of ``kind``; ``rest`` are the further words it needs at once.

    ``denied`` is the kind that it makes right behind a "not".
    """

    kind: str
    frame: str
    lemma: str
    form: Form
    rest: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()
    target: tuple[str, ...] = ()
    need: str = ""
    genitive: str = "subject"
    status: str = ""
    denied: str = ""

    @property
    def verb(self) -> bool:
        """Whether the form is a verb's."""
        return self.form.feature != "noun"


@dataclass(frozen=True, slots=True)
class MemberWord:
    """A word that makes a membership: the role, and on which side of it member and organization stand."""

    name: str
    member: str
    organization: str
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything a reader knows of one language."""

    language: Language
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    side_words: frozenset[str]
    prepositions: Mapping[str, str]
    triggers: Mapping[str, tuple[Trigger, ...]]
    sayings: Mapping[str, tuple[Saying, ...]]
    features: Mapping[str, tuple[str, ...]]
    cues: tuple[tuple[str, Cues], ...]
    reproach: Cues
    ordinals: Mapping[str, int]
    member_words: Mapping[str, tuple[MemberWord, ...]]
    member_qualifiers: Mapping[str, str]
    names: Trie
    garbled: Garbled
    given: frozenset[str]
    common: frozenset[str]
    glances: Glances

    def parts_of_speech(self, stem: str) -> tuple[str, ...]:
        """What a stem may be as an event word or a verb of saying: the features of its forms, once each."""
        return self.features.get(stem, ())

    def has(self, category: str, word: str) -> bool:
        """Whether a folded word stands in a category of small words."""
        return word in self.words.get(category, _NO_WORDS)


def _fold_words(text: str) -> list[str]:
    return fold(text).text.split()


def _inflected(lemmas: Iterable[str], pack: Language) -> frozenset[str]:
    """All forms of lemmas: verbs as "past present" (in English as in the event lexicon), nouns as one word."""
    found: set[str] = set()
    for lemma in lemmas:
        folded = fold(lemma).text
        makers = (pack.verb_forms,) if " " in folded else (pack.noun_forms,)
        found.update(form.text for maker in makers for form in maker(folded))
    return frozenset(found)


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language by code; raises InputError where files are missing or wrong."""
    pack = language(code)
    grammar = _toml(code, "grammar.toml")
    words: dict[str, frozenset[str]] = {}
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for section in ("words", "groups", "titles", "places"):
        for category, text in grammar.get(section, {}).items():
            entries = _fold_words(text)
            words[category] = frozenset(w for w in entries if "_" not in w)
            phrases[category] = tuple(tuple(w.split("_")) for w in entries if "_" in w)
    for key, lemmas in grammar.get("inflected", {}).items():
        words[key] = words.get(key, frozenset()) | _inflected(lemmas, pack)
    prepositions = {
        w: relation for relation, text in grammar.get("prepositions", {}).items() for w in _fold_words(text)
    }
    triggers, sayings = _triggers(code, pack, prepositions), _sayings(code, pack)
    features, members = _features(triggers, sayings), _member_words(code, pack)
    names = Trie((*reference_names(code), *_offices(code)), words.get("led", _NO_WORDS))
    sides, given = _first_words(words, phrases, SIDES), _list(code, "names.txt")
    looked_up = Tables(
        names=names.first_words,
        sides=sides,
        heads=words.get("organization-head", _NO_WORDS),
        styles=words.get("honorific", _NO_WORDS),
        given=given,
        triggers=triggers,
        sayings=sayings,
        members=members,
        verbs=words.get("verb", _NO_WORDS),
        appoint=words.get("appoint", _NO_WORDS),
        discuss=words.get("discuss", _NO_WORDS),
        clauses=words.get("clause", _NO_WORDS),
        bounds=_NO_WORDS.union(*(words.get(c, _NO_WORDS) for c in BOUNDS)),
        features=features,
    )
    return Lexicon(
        language=pack,
        words=words,
        phrases=phrases,
        side_words=sides,
        prepositions=prepositions,
        triggers=triggers,
        sayings=sayings,
        features=features,
        cues=tuple((c["stance"], cues_of(c["words"], pack)) for c in _toml(code, "stances.toml")["cue"]),
        reproach=cues_of(_toml(code, "stances.toml").get("reproach", {}).get("words", ()), pack),
        ordinals={fold(w).text: n for w, n in grammar.get("ordinals", {}).items()},
        member_words=members,
        member_qualifiers={
            fold(w).text: role for w, role in _toml(code, "memberships.toml").get("qualifier", {}).items()
        },
        names=names,
        garbled=Garbled(reference_names(code)),
        given=given,
        common=_list(code, "common.txt"),
        glances=Glances(looked_up, pack.analyses),
    )


def _first_words(
    words: Mapping[str, frozenset[str]],
    phrases: Mapping[str, tuple[tuple[str, ...], ...]],
    categories: Iterable[str],
) -> frozenset[str]:
    """Every word that an expression of the categories begins with."""
    return frozenset(
        first
        for category in categories
        for first in (*words.get(category, ()), *(phrase[0] for phrase in phrases.get(category, ())))
    )


def _toml(code: str, name: str) -> dict[str, Any]:
    path = lexicon_dir() / code / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"the lexicon file {path} is missing; reinstall the package") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: {error}") from None


def _list(code: str, name: str) -> frozenset[str]:
    path = lexicon_dir() / code / name
    if not path.exists():
        return frozenset()
    return frozenset(
        fold(w).text for w in path.read_text(encoding="utf-8").split("\n") if w and not w.startswith("#")
    )


def _forms(entry_: Mapping[str, Any], pack: Language) -> Iterator[tuple[str, Form, tuple[str, ...]]]:
    """(lemma, form of the first word, further words) of an entry's verbs, nouns and participles."""
    makers = {"verbs": pack.verb_forms, "nouns": pack.noun_forms, "participles": pack.participle_forms}
    for key, maker in makers.items():
        for lemma in entry_.get(key, ()):
            parts = (
                fold(lemma).text.split("|" if "|" in lemma else " ") if key != "verbs" or "|" in lemma else []
            )
            first = parts[0].strip() if parts else fold(lemma).text
            rest = tuple(word for part in parts[1:] for word in part.split())
            if key == "nouns" and pack.LANGUAGE == "ar":
                first, *bare = (w[2:] if w.startswith("ال") and len(w) > 4 else w for w in (first, *rest))
                rest = tuple(bare)
            for form in maker(first):
                yield lemma, form, rest


def _triggers(
    code: str, pack: Language, prepositions: Mapping[str, str]
) -> Mapping[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = defaultdict(list)
    for row in _toml(code, "events.toml")["trigger"]:
        if row["frame"] not in FRAMES:
            raise InputError(f"lexicon {code}/events.toml: unknown frame {row['frame']!r}")
        near, far = (_company(row.get(k, ()), pack) for k in ("near", "far"))
        target = tuple(prepositions.get(fold(t).text, t) for t in row.get("target", ()))
        for lemma, form, rest in _forms(row, pack):
            trigger = Trigger(
                row["kind"],
                row["frame"],
                lemma,
                form,
                rest,
                near,
                far,
                target,
                row.get("need", ""),
                row.get("genitive", "subject"),
                row.get("status", ""),
                row.get("denied", ""),
            )
            found[form.text].append(trigger)
    return {form: tuple(sorted(dict.fromkeys(group), key=_specific)) for form, group in found.items()}


def _company(words: Iterable[str], pack: Language) -> frozenset[str]:
    """Words that must or must not stand near; a verb's lemma ("past present") stands for all its forms."""
    plain = [fold(w).text for w in words]
    return frozenset(w for w in plain if " " not in w) | _inflected([w for w in plain if " " in w], pack)


def _specific(trigger: Trigger) -> tuple[int, int, str, str]:
    return (-len(trigger.rest), -bool(trigger.near), trigger.kind, trigger.lemma)


def _sayings(code: str, pack: Language) -> Mapping[str, tuple[Saying, ...]]:
    found: dict[str, list[Saying]] = defaultdict(list)
    for row in _toml(code, "stances.toml")["saying"]:
        near = _company(row.get("near", ()), pack)
        for lemma, form, rest in _forms(row, pack):
            opinion, judges = row.get("opinion", False), row.get("judges", False)
            saying = Saying(row["stance"], row["weight"], lemma, form, rest, opinion, near, judges)
            found[form.text].append(saying)
    return {
        form: tuple(sorted(dict.fromkeys(group), key=lambda s: -len(s.rest))) for form, group in found.items()
    }


def _features(
    triggers: Mapping[str, tuple[Trigger, ...]], sayings: Mapping[str, tuple[Saying, ...]]
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for table in (triggers, sayings):
        for stem, group in table.items():
            found[stem].update(dict.fromkeys(entry_.form.feature for entry_ in group))
    return {stem: tuple(features) for stem, features in found.items()}


def _member_words(code: str, pack: Language) -> Mapping[str, tuple[MemberWord, ...]]:
    found: dict[str, list[MemberWord]] = defaultdict(list)
    for row in _toml(code, "memberships.toml").get("member", ()):
        for _lemma, form, rest in _forms(row, pack):
            found[form.text].append(MemberWord(row["role"], row["member"], row["organization"], rest))
    return {form: tuple(dict.fromkeys(group)) for form, group in found.items()}


def _offices(code: str) -> Iterable[Name]:
    table = _toml(code, "offices.toml")
    rows = [entry("office", value, form, code) for form, value in table["office"].items()]
    rows += [
        entry("body", "", form.strip(), code) for form in table["body"]["names"].replace("\n", "|").split("|")
    ]
    for form, value in table.get("epithet", {}).items():
        rows.append(entry("epithet", value, form, code))
    for form, value in table.get("side", {}).items():
        rows.append(entry("org", value, form, code))
    return [row for row in rows if row]
