"""Status and modality: whether what a word names was held, goes on, is planned, put off, called off, or is no event.

Follows PLOVER's auxiliary modes (historical, future, hypothetical, negated; PLOVER manual 2.0, "Modes"):
the last two make no event here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.reading.lexicon import Lexicon, Trigger
from graph.reading.tokens import Token

COMMAS = (",", "،")
DASHES = ("-", "–", "—")
NEAR, WIDE, FAR = 4, 10, 14
TWO_WORDS = 6  # each word stands for itself, its stem and its pair with the next
FOUGHT = frozenset({"assault", "accusation"})  # nobody puts these off
SCHEDULED = frozenset({"meeting", "consultation", "summit"})  # "meets on Friday" is told ahead


def status(
    tokens: Sequence[Token],
    index: int,
    first: int,
    trigger: Trigger,
    lexicon: Lexicon,
    title: bool = False,
    wished: bool = False,
    light: int | None = None,
) -> str | None:
    """The status of the event that the word at ``index`` names in the clause from ``first``; None for no event.

    ``wished`` says that the words stand under a verb of calling for, refusing or warning; ``light`` is the
    light verb that carries an event noun.
    """
    if trigger.form.feature == "present" and index and lexicon.has("possible", tokens[index - 1].text):
        return None
    if light is not None and _unreal(tokens, light, first, lexicon):
        return None
    if not trigger.verb and _described(tokens, index + len(trigger.rest), "ongoing", lexicon):
        return "ongoing"
    known = not trigger.verb and _described(tokens, index + len(trigger.rest), "planned", lexicon)
    if _unreal_that(tokens, first, lexicon):
        return "planned" if known else None
    before = list(_before(tokens, index, _governed_from(tokens, first, lexicon)))
    words = [w for forms in before[:NEAR] for w in forms]
    wide = [w for forms in before[:WIDE] for w in forms]
    if _any(lexicon, "negation", _denying(before[:NEAR], lexicon)) or _any(lexicon, "hypothetical", words):
        return "planned" if known else None
    if index == 1 and trigger.verb and lexicon.has("opening-if", tokens[0].text):
        return None
    if lexicon.has("inverted-if", tokens[0].text) and not any(t.text in COMMAS for t in tokens[:index]):
        return None
    moved = _moved(tokens, index, first, trigger, before, lexicon)
    if moved and trigger.kind not in FOUGHT:
        return moved
    if wished and not _any(lexicon, "held", words):
        return None
    if trigger.verb:
        opens = not index and len(tokens) > 1 and tokens[1].word
        previous = tokens[index - 1].text if index else "" if opens else "."
        return _verb(trigger, previous, words, wide, lexicon, title)
    verdict = _noun(tokens, index, trigger, before, lexicon)
    ahead = light is not None and (
        _ahead(tokens[light], lexicon)
        or (trigger.kind in SCHEDULED and _opens(tokens, light, first, lexicon))
    )
    return "planned" if verdict == "held" and ahead else verdict


def _moved(
    tokens: Sequence[Token],
    index: int,
    first: int,
    trigger: Trigger,
    before: list[list[str]],
    lexicon: Lexicon,
) -> str | None:
    """Whether the event is put off or called off, by the words before it or by what is told of its noun."""
    told: list[str] = []
    near = _up_to_held(before[:NEAR], lexicon)
    if not trigger.verb:
        subject_first = lexicon.language.ORDER == "subject-first"
        told = _told_of(tokens, index, lexicon) if subject_first else _after(tokens, index, lexicon)[:3]
        opening = _readings(tokens[_opening(tokens, first, index)])
        if not subject_first and all(word in _up_to_held(before[:WIDE], lexicon) for word in opening):
            near += opening
    words = [*near, *told]
    return next((c for c in ("postponed", "cancelled") if _any(lexicon, c, words)), None)


def _opening(tokens: Sequence[Token], first: int, index: int) -> int:
    """The word that opens a clause, behind a dateline; a verb there governs it, however long its subject is."""
    dashes = (place + 1 for place in range(first, min(first + NEAR, index)) if tokens[place].text in DASHES)
    return next(dashes, first)


def _opens(tokens: Sequence[Token], light: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a present light verb opens its clause: such a report tells the calendar ("تعقد اللجنة اجتماعا")."""
    if lexicon.language.ORDER == "subject-first" or light != first:
        return False
    return any(lexicon.has("light", a.stem) and a.stem[:1] in "يت" for a in tokens[light].analyses)


def _ahead(token: Token, lexicon: Lexicon) -> bool:
    """Whether a light verb looks ahead: a future form, or one listed as such."""
    future = lexicon.language.LANGUAGE == "ar" and any(
        a.stem[:2] in ("سي", "ست", "سن") for a in token.analyses
    )
    return future or _any(lexicon, "planned", _readings(token))


def _described(tokens: Sequence[Token], index: int, category: str, lexicon: Lexicon) -> bool:
    """Arabic: whether the next word says of a known event, such as that it is under way or to be held.

    Then it is, whatever is wanted of it.
    """
    if lexicon.language.LANGUAGE != "ar" or index + 1 >= len(tokens):
        return False
    pair = tokens[index : index + 2]
    return all(any(a.article for a in t.analyses) for t in pair) and lexicon.has(category, pair[1].text)


def _unreal_that(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a clause with "that" stands under a denial, a hope or a possibility right before it."""
    if not first or not any(lexicon.has("that", w) for w in (tokens[first].text, tokens[first].text[1:])):
        return False
    governor = [w for token in tokens[max(0, first - 2) : first] if token.word for w in _readings(token)]
    return any(_any(lexicon, category, governor) for category in ("negation", "hypothetical", "demanded"))


def _unreal(tokens: Sequence[Token], light: int, first: int, lexicon: Lexicon) -> bool:
    """Whether the light verb of an event noun is itself negated, merely possible or asked for."""
    if light and lexicon.has("possible", tokens[light - 1].text) and tokens[light].text[:1] in "يتن":
        return True
    if any(_any(lexicon, category, _pairs(tokens, light)) for category in ("postponed", "cancelled")):
        return False
    before = list(_before(tokens, light, _governed_from(tokens, first, lexicon)))[:NEAR]
    words = [w for forms in before for w in forms]
    return (
        any(_any(lexicon, category, words) for category in ("hypothetical", "demanded"))
        or _any(lexicon, "negation", _denying(before, lexicon))
        or _any(lexicon, "demanded", _readings(tokens[light]))
    )


def _denying(before: list[list[str]], lexicon: Lexicon) -> list[str]:
    """The words before, without a negation that says that something still goes on ("لا يزال")."""
    found: list[str] = []
    lasting = False
    for forms in before:  # the nearest first, so what follows a negation comes before it
        found += [] if lasting else forms
        lasting = _any(lexicon, "lasting", forms)
    return found


def _up_to_held(before: list[list[str]], lexicon: Lexicon) -> list[str]:
    """The words before, the nearest first, up to one that says it was held ("to cancel it after talks")."""
    found: list[str] = []
    for forms in before:
        if _any(lexicon, "held", forms):
            break
        found += forms
    return found


def _governed_from(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """Where the words that govern a clause begin: before its "that" ("it is expected that", "may")."""
    if first and any(lexicon.has("that", w) for w in (tokens[first].text, tokens[first].text[1:])):
        return max(0, first - NEAR)
    return first


def _verb(
    trigger: Trigger, previous: str, words: list[str], wide: list[str], lexicon: Lexicon, title: bool
) -> str | None:
    if _any(lexicon, "accepted", wide):
        return "planned"
    if _any(lexicon, "demanded", words):
        return None
    if trigger.form.feature == "future" or _any(lexicon, "planned", wide):
        return "planned"
    if trigger.form.feature == "gerund" and not title:
        return _gerund(previous, words, lexicon)
    if trigger.form.feature == "present" and not title and not _any(lexicon, "future-past", words):
        return "planned" if trigger.kind in SCHEDULED else "ongoing"
    if trigger.form.feature == "base" and _any(lexicon, "resolved", wide):
        return "planned"
    if trigger.form.feature == "base" and _any(lexicon, "ongoing", words[:3]):
        return "ongoing"
    if trigger.kind == "praise" and trigger.form.feature == "base" and _any(lexicon, "in-person", wide):
        return "held"
    if trigger.form.feature == "base" and not title:
        return None
    return "held"


def _gerund(before: str, words: list[str], lexicon: Lexicon) -> str | None:
    """ "is visiting" goes on; "was visiting" and "after visiting" are told as done; "on visiting" is only named."""
    near = words[:TWO_WORDS]
    if _any(lexicon, "be", near):
        return "held" if _any(lexicon, "future-past", near) else "ongoing"
    told = (
        before in ("", ",") or lexicon.has("held", before) or lexicon.has("means", before) or before == "and"
    )
    return "held" if told else None


def _noun(
    tokens: Sequence[Token], index: int, trigger: Trigger, before: list[list[str]], lexicon: Lexicon
) -> str | None:
    after = _after(tokens, index, lexicon)
    if _any(lexicon, "obliged", [w for forms in before[:WIDE] for w in forms]):
        return None
    for forms in before[:NEAR]:
        for category, verdict in (
            ("held", "held"),
            ("planned", "planned"),
            ("demanded", None),
            ("ongoing", "ongoing"),
        ):
            if _any(lexicon, category, forms):
                if category == "held" and _any(lexicon, "planned", after):
                    return "planned"
                return verdict
    if _any(lexicon, "planned", after) or _any(lexicon, "planned", [w for forms in before for w in forms]):
        return "planned"
    if _still_to_be(tokens, index, lexicon) or _to_come(tokens, index, lexicon):
        return "planned"
    if _any(lexicon, "ongoing", after) or (
        lexicon.language.ORDER == "subject-first"
        and _any(lexicon, "ongoing", _told_of(tokens, index, lexicon))
    ):
        return "ongoing"
    if trigger.frame == "mutual" and any(lexicon.has("purpose", w) for forms in before[:2] for w in forms):
        return "held" if _any(lexicon, "gathering", [w for forms in before[1:] for w in forms]) else "planned"
    purpose = next((a for a in tokens[index].analyses if a.stem == trigger.form.text), None)
    if purpose and purpose.preposition == "ل" and not purpose.article:
        return "planned" if trigger.frame == "mutual" else None
    return "held"


def _still_to_be(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause says of the event that it will be ("the summit that will be held")."""
    for position in range(index + 1, min(len(tokens) - 1, index + FAR)):
        if not tokens[position].word:
            return False
        if lexicon.has("relative", tokens[position].text):
            following = tokens[position + 1]
            return _ahead(following, lexicon) and any(
                lexicon.has("light", a.stem) for a in following.analyses
            )
    return False


def _to_come(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the clause says of the event that it will be ("a summit between S and T will take place")."""
    for position in range(index + 1, min(len(tokens), index + FAR)):
        token = tokens[position]
        if not token.word or lexicon.has("that", token.text) or lexicon.has("relative", token.text):
            return False
        if _any(lexicon, "to-come", [token.text, *_pairs(tokens, position)]):
            return True
    return False


def _before(tokens: Sequence[Token], index: int, first: int) -> Iterator[list[str]]:
    """Readings of the words before, the nearest first, as far as the clause or a quotation mark reaches."""
    for position in range(index - 1, max(first - 1, index - 12, -1), -1):
        if tokens[position].text in ('"', ";", "؛"):
            return
        if tokens[position].word:
            yield [*_readings(tokens[position]), *_pairs(tokens, position)]


def _after(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> list[str]:
    """The words behind an event noun; in Arabic as far as the next one, which what follows then describes."""
    found: list[str] = []
    for token in tokens[index + 1 : index + 1 + NEAR]:
        found += _readings(token) if token.word else []
        noun = lexicon.glances[token.text].trigger and any(a.article for a in token.analyses)
        if noun and lexicon.language.LANGUAGE == "ar":
            break
    return found


def _told_of(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> list[str]:
    """What the clause says of an event noun ("the visit to Jordan has been put off"), as far as the next mark.

    An apposition that says when it was planned for is passed over ("the visit, planned for May, has been put off").
    """
    found: list[str] = []
    apposed = False
    passed = 0
    for position in range(index + 1, min(len(tokens), index + 1 + 2 * FAR)):
        if not tokens[position].word:
            begins = position + 1 < len(tokens) and _any(lexicon, "planned", _readings(tokens[position + 1]))
            if tokens[position].text not in COMMAS or not (apposed or begins):
                break
            apposed = begins
        passed += not apposed
        if passed > FAR:
            break
        found += [*_readings(tokens[position]), *_pairs(tokens, position)]
    return found


def _pairs(tokens: Sequence[Token], position: int) -> list[str]:
    """The word with the next one, as phrases stand in the lexicon ("called_off")."""
    return [f"{tokens[position].text}_{tokens[position + 1].text}"] if position + 1 < len(tokens) else []


def _readings(token: Token) -> list[str]:
    return [token.text, *(("ال" if a.article else "") + a.stem for a in token.analyses)]


def _any(lexicon: Lexicon, category: str, words: Sequence[str]) -> bool:
    known = lexicon.words.get(category, frozenset())
    phrases = lexicon.phrases.get(category, ())
    return any(w in known or (phrases and "_" in w and tuple(w.split("_")) in phrases) for w in words)
