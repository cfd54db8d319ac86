"""Posts: named people with the office that the text gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import PostHolding
from graph.reading.appointments import appointed
from graph.reading.arabic import ARTICLE
from graph.reading.persons import PersonNames

if TYPE_CHECKING:
    from graph.reading.mention import Mention
    from graph.reading.records import Records
    from graph.reading.sentence import Sentence


def posts(builder: Records) -> list[PostHolding]:
    """One holding a person and actor, with the fullest name and every office named beside it."""
    found: dict[tuple[int, str], PostHolding] = {}
    for sentence in builder.sentences:
        for mention in (*sentence.mentions, *appointed(sentence, builder.lexicon)):
            if not mention.person or not mention.posts or not mention.actors or mention.name_first < 0:
                continue
            person = builder.discourse.person(mention.person)
            if person.guessed:
                continue  # nobody says whose office it is
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
                        post_text=_office_words(builder, sentence, mention),
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


def _office_words(builder: Records, sentence: Sentence, mention: Mention) -> str | None:
    """The office as the text calls it before the name, without styles behind and particles before it."""
    names, last = PersonNames(sentence.tokens, builder.lexicon), mention.name_first
    while last > mention.first and not _office(builder, sentence, last - 1):
        if sentence.tokens[last - 1].word and not names.honorific(sentence.tokens[last - 1]):
            break
        last -= 1
    if last <= mention.first:
        return None
    words = builder.folded.quote(mention.start, sentence.tokens[last - 1].end)
    hit = builder.lexicon.names.at(sentence.tokens, mention.first)
    joined = len(hit.analysis.conjunction + hit.analysis.preposition) if hit else 0
    bare = words[joined:]
    assimilated = hit and hit.analysis.article and joined and not bare.startswith(ARTICLE)
    return ARTICLE + bare[1:] if assimilated else bare


def _office(builder: Records, sentence: Sentence, index: int) -> bool:
    """Whether a word that may be a style is an office by itself ("King", "Ambassador")."""
    hit = builder.lexicon.names.at(sentence.tokens, index)
    return hit is not None and any(name.kind == "office" for name in hit.names)
