"""What language modules give to the lexicon: word analyses and word forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol, cast

from graph.exc import InputError

FINITE = frozenset({"past", "present", "future", "base", "passive"})  # features of forms that make a clause


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: its stem and the clitics before it (empty where there are none)."""

    stem: str
    conjunction: str = ""
    preposition: str = ""
    article: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of a lemma; ``feature`` is past, present, future, passive, gerund, noun, participle."""

    text: str
    feature: str
    possessed: bool = False
    dual: bool = False


class Language(Protocol):
    """A language module: forms and clitics, and the order in which a clause puts its parts."""

    LANGUAGE: str
    ORDER: str
    ADJECTIVE_SIDE: str
    analyses: Callable[[str], tuple[Analysis, ...]]
    verb_forms: Callable[[str], Iterator[Form]]
    noun_forms: Callable[[str], Iterator[Form]]
    participle_forms: Callable[[str], Iterator[Form]]
    plausible: Callable[[str, str], bool]


def language(code: str) -> Language:
    """The module of a language by its BCP 47 code; raises InputError for one without a pack."""
    module: ModuleType
    if code == "ar":
        from graph.reading import arabic as module
    elif code == "en":
        from graph.reading import english as module
    elif code == "fr":
        from graph.reading import french as module
    else:
        raise InputError(f"no reader for language {code!r}: there are packs for ar, en and fr")
    return cast(Language, module)
