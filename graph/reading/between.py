"""What stands between a verb and the phrase that may be its subject."""

from __future__ import annotations

from graph.reading.arguments import Frame
from graph.reading.clauses import QUOTE
from graph.reading.mention import Mention
from graph.reading.names import is_state

SUBJECT_REACH = 5
BARE_FORM, LONG_ENDING = 3, "دعا"  # a past whose last letter is no dual ending


def told(frame: Frame, forward: list[Mention]) -> list[Mention]:
    """The phrases before a quotation: an agent in what is said is not that of the verb that says it."""
    words = range(frame.after, min(frame.last, len(frame.tokens)))
    quote = next((i for i in words if frame.tokens[i].text == QUOTE), frame.last)
    return [m for m in forward if m.first < quote]


def reached(frame: Frame, mention: Mention) -> bool:
    """Whether a phrase behind a verb is near enough to be its subject, and no other clause or owner's noun between."""
    near = _words_to(frame, mention) <= SUBJECT_REACH and not _clause_between(frame, mention)
    return near and agrees(frame, mention) and not _owned_between(frame, mention)


def agrees(frame: Frame, mention: Mention) -> bool:
    """Arabic: whether a state named right behind a verb can be its subject ("and he accused Iran of", where it cannot).

    Names of states and cities are feminine but for those listed, and a verb before its subject agrees with it; what
    may be a verbal noun as well is not told by that.
    """
    if frame.subject_first or mention.kind != "name" or mention.first != frame.after:
        return True
    if not is_state(mention.actors[0]) or not _masculine(frame) or _noun_too(frame):
        return True
    stems = {w for a in frame.tokens[mention.first].analyses for w in (a.stem, "ال" + a.stem)}
    return any(frame.discourse.lexicon.has("masculine-state", w) for w in stems)


def _masculine(frame: Frame) -> bool:
    """Whether a verb is in the masculine singular, without an object pronoun."""
    form = frame.trigger.form
    if form.possessed or form.feature not in ("past", "present", "future"):
        return False
    if form.feature == "past":
        return form.text[-1] not in "تا" or form.text == LONG_ENDING
    return form.text.removeprefix("س")[0] == "ي" and not form.text.endswith(("ان", "ون", "وا"))


def _noun_too(frame: Frame) -> bool:
    """Whether a bare past without a joining letter may be a verbal noun, whose owner follows ("S's refusal")."""
    form, token = frame.trigger.form, frame.tokens[frame.index]
    bare = form.feature == "past" and token.text == form.text
    return bare and (len(form.text) == BARE_FORM or form.text in frame.discourse.lexicon.common)


def _words_to(frame: Frame, mention: Mention) -> int:
    """Words between the verb and a phrase, but those of phrases between ("arrived in P on Sunday N.")."""
    between = (m for m in frame.sentence.mentions if frame.after <= m.first < mention.first)
    return mention.first - frame.after - sum(m.last - m.first for m in between)


def _clause_between(frame: Frame, mention: Mention) -> bool:
    """Whether a phrase belongs to "what" another did ("condemned what S had done"), or has a verb of its own."""
    what = (frame.discourse.lexicon.has("what", t.text) for t in frame.tokens[frame.after : mention.first])
    verbs = frame.clauses.verbs[frame.after : mention.first]
    return not frame.subject_first and (any(what) or (mention.kind != "own" and any(verbs)))


def _owned_between(frame: Frame, mention: Mention) -> bool:
    """Arabic: whether a phrase belongs to a noun behind a preposition ("announced on the expulsion of N.")."""
    lexicon, between = frame.discourse.lexicon, frame.tokens[frame.after : mention.first]
    if frame.subject_first or not between or not between[-1].word:
        return False
    definite = [any(a.article for a in t.analyses) for t in (between[-1], frame.tokens[mention.first])]
    if definite == [True, False]:
        return False  # a noun with the article has no owner behind it
    text = between[-1].text
    small = lexicon.has("function", text) or text in lexicon.prepositions or lexicon.has("belonging", text)
    covered = any(m.first < mention.first <= m.last for m in frame.sentence.mentions if m is not mention)
    led = any(t.text in lexicon.prepositions or any(a.preposition for a in t.analyses[:1]) for t in between)
    return led and not small and not covered and not text.endswith("ا")
