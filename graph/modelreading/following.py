"""What follows from events by what they are: an instrument from a signing, an undertaking from an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Agreement, Commitment, Event, Evidence

_END = re.compile(r"[.!?؟\n]")


def agreements(events: Sequence[Event]) -> Iterator[Agreement]:
    """The instrument of each signing between several parties, under the words that tell of it."""
    for event in events:
        if event.kind == "signing" and len(event.participants) > 1:
            yield Agreement(
                parties=event.participants,
                title=event.quote,
                signed=event,
                evidence=event.evidence[:1],
                confidence=event.confidence,
            )


def commitments(events: Sequence[Event], text: str) -> Iterator[Commitment]:
    """The undertaking of each agreement that was made, up to what is planned in the same sentence."""
    planned = [e for e in events if e.status == "planned"]
    for event in events:
        if event.kind != "agreement" or event.status != "held":
            continue
        ahead = [
            e
            for e in planned
            if e.start > event.start and not _END.search(text, event.end, max(event.end, e.start))
        ]
        foreseen = min(ahead, key=lambda e: e.start, default=None)
        end = max(event.end, foreseen.end if foreseen else 0)
        words = Evidence(text, event.start, end, event.rule)
        yield Commitment(
            makers=event.participants,
            undertaking=words.quote,
            foresees=foreseen,
            evidence=(words,),
            confidence=event.confidence,
        )
