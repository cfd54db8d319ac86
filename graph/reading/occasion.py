"""The occasion of a meeting: which round it is, and in which building."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Evidence
from graph.reading.events import Draft
from graph.reading.sentence import Sentence

if TYPE_CHECKING:
    from graph.reading.records import Records

ROUND_REACH, VENUE_REACH = 3, 60  # words, code points


def round_number(
    builder: Records, sentence: Sentence, draft: Draft, rule: str
) -> tuple[int | None, Evidence | None]:
    """The number of a round ("the first round of consultations") before the event word."""
    ordinals = builder.lexicon.ordinals
    for index in range(max(0, draft.index - ROUND_REACH), draft.index + ROUND_REACH):
        words = [t.text for t in sentence.tokens[index : index + 2]]
        if len(words) == 2:
            for one, two in (words, reversed(words)):
                if builder.lexicon.has("round", one.lstrip("و")) and two in ordinals:
                    tokens = sentence.tokens
                    end = max(index + 2, draft.index + 1 + len(draft.trigger.rest))
                    return ordinals[two], builder.evidence(
                        tokens[index].start, tokens[end - 1].end, rule, "round"
                    )
    return None, None


def venue(builder: Records, sentence: Sentence, draft: Draft, rule: str) -> Evidence | None:
    """The building ("at the seat of the foreign ministry") in the clause of the event."""
    tokens = sentence.tokens
    for index in range(1, len(tokens)):
        inside = draft.start - VENUE_REACH <= tokens[index].start <= draft.end
        if (
            inside
            and builder.lexicon.has("venue", tokens[index].text)
            and tokens[index - 1].text in builder.lexicon.prepositions
        ):
            last = next((m.last for m in sentence.mentions if index < m.first <= index + 1), index + 1)
            while (
                last < len(tokens)
                and tokens[last].text[:1] == "و"
                and builder.lexicon.language.LANGUAGE == "ar"
                and tokens[last].text not in builder.lexicon.triggers
            ):
                last += 1
            return builder.evidence(tokens[index - 1].start, tokens[last - 1].end, rule, "venue")
    return None
