"""Passives: whether what stands before a verb undergoes what it tells."""

from __future__ import annotations

from graph.reading.arguments import Frame

DAMMA = "\N{ARABIC DAMMA}"
AGENT_REACH, AUXILIARIES = 4, 3


def is_passive(frame: Frame) -> bool:
    """Whether the verb of a frame is in the passive, by its form, its vowels, "to be" before it or "by" behind it."""
    form, lexicon = frame.trigger.form, frame.discourse.lexicon
    if form.feature == "passive" or _vowelled(frame):
        return True
    if form.feature not in ("participle", "past") or not frame.subject_first:
        return False
    if form.text == frame.trigger.lemma.split("|")[0].split(" ")[0]:
        return False
    words = [t.text for t in frame.tokens[max(frame.first, frame.index - AUXILIARIES) : frame.index]]
    if any(lexicon.has("be", w) for w in words):
        return True
    return _agent(frame) and not any(lexicon.has("have", w) for w in words)


def _vowelled(frame: Frame) -> bool:
    """Whether a past form bears the u of the passive ("طُرد"), which alone tells it from the active."""
    return frame.trigger.form.feature == "past" and DAMMA in frame.tokens[frame.index].original[1:4]


def _agent(frame: Frame) -> bool:
    """English: "signed by", "signed in Moscow by": a participle whose actor follows."""
    following = [t.text for t in frame.tokens[frame.after : frame.after + AGENT_REACH]]
    if "by" not in following:
        return False
    before = following[: following.index("by")]
    return not before or before[0].endswith("ly") or before[0] in frame.discourse.lexicon.prepositions
