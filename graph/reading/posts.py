"""Posts: named people with the office that the text gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import PostHolding
from graph.reading.appointments import appointed

if TYPE_CHECKING:
    from graph.reading.records import Records


def posts(builder: Records) -> list[PostHolding]:
    """One holding a person and actor, with the fullest name and every office named beside it."""
    found: dict[tuple[int, str], PostHolding] = {}
    for sentence in builder.sentences:
        for mention in (*sentence.mentions, *appointed(sentence, builder.lexicon)):
            if not mention.person or not mention.posts or not mention.actors or mention.name_first < 0:
                continue
            person = builder.discourse.person(mention.person)
            for actor in mention.actors[:1]:
                key = (id(person), actor)
                evidence = builder.mention_evidence(mention, "office and name")
                old = found.get(key)
                if old is None:
                    found[key] = PostHolding(
                        person=person.name,
                        post=" and ".join(mention.posts),
                        actor=actor,
                        titles=tuple(mention.titles),
                        post_text=_before_name(
                            builder, mention.start, sentence.tokens[mention.name_first].start
                        ),
                        evidence=(evidence,),
                        confidence=0.9 if len(mention.person.split()) > 1 else 0.75,
                    )
                elif not set(mention.posts) <= set(old.post.split(" and ")):
                    merged = list(dict.fromkeys([*old.post.split(" and "), *mention.posts]))
                    found[key] = PostHolding(
                        person=old.person,
                        post=" and ".join(merged),
                        actor=actor,
                        titles=old.titles,
                        post_text=old.post_text,
                        evidence=(*old.evidence, evidence),
                        confidence=old.confidence,
                    )
    return list(found.values())


def _before_name(builder: Records, start: int, name: int) -> str | None:
    return builder.folded.quote(start, name).strip(" ,،") or None if name > start else None
