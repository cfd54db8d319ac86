"""Phrases that belong together where the head comes last.

"Norway's foreign minister", "the president of Egypt", "Turkish and Greek officials", "Iran, Libya and Cuba".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from graph.reading.bearers import SPEAKING
from graph.reading.mention import Mention
from graph.reading.mentions import Phrases
from graph.reading.names import is_state
from graph.reading.tokens import Token
from graph.reference import tables


@cache
def _states() -> dict[str, str]:
    return {row.key: row.state for row in tables.places()}


def place_state(key: str) -> str:
    """The state that a place lies in, by the place's key; empty where none is known."""
    return _states().get(key, "")


JOINED = ("and", ",")  # "..., and they agreed" are both, "said they agreed" whoever speaks
POSSESSIVE = ("'s", "'")
GAP, UNIT = 3, 4
MIN_NAME, NAME_WORDS = 2, 5
OPEN, ARTICLES = ("person", "body"), ("the", "a", "an")
LISTED = ("name", "person", "body", "people", "counterpart")


def compound(phrases: Phrases, mentions: Sequence[Mention]) -> list[Mention]:
    """The phrases of a sentence with owners joined to what they own and lists marked as such."""
    found: list[Mention] = []
    for mention in mentions:
        if (
            mention.kind == "pair"
            and mention.first > 1
            and phrases.lexicon.has("pronoun", phrases.tokens[mention.first].text)
            and phrases.tokens[mention.first - 1].text not in JOINED
        ):
            mention.kind = "own"
        if mention.preposition == "of" and mention.first > 1 and _measured(phrases, mention):
            mention.preposition = ""
        previous = found[-1] if found else None
        gap = phrases.tokens[previous.last : mention.first] if previous else []
        if previous and (_owns(previous, mention, gap) or _modified(phrases, previous, mention, gap)):
            mention.first, mention.actors, mention.joined = previous.first, previous.actors, previous.joined
            mention.preposition, mention.start = previous.preposition, previous.start
            found[-1] = mention
        elif previous and (_chairs(phrases, previous, mention, gap) or _describes(previous, mention, gap)):
            mention.first, mention.start = previous.first, previous.start
            mention.preposition, mention.joined = previous.preposition, previous.joined
            found[-1] = mention
        elif previous and _hyphened(previous, mention, gap):
            previous.kind, previous.actors = "adjective", (*previous.actors, *mention.actors)
            previous.last, previous.end = mention.last, mention.end
        elif previous and _inside(previous, mention, gap):
            previous.last, previous.end = mention.last, mention.end
        elif previous and (_seated(phrases, previous, mention, gap) or _for(previous, mention, gap)):
            previous.actors = mention.actors
            found.append(mention)
        elif previous and _local(phrases, previous, mention):
            previous.actors = mention.actors or (
                (state,) if (state := place_state(mention.place or "")) else ()
            )
            previous.last, previous.end = mention.last, mention.end
        elif previous and _of(previous, mention, gap):
            previous.actors, previous.titles = mention.actors, [t for t in previous.titles if t != "epithet"]
            previous.kind = "body" if previous.kind == "pair" else previous.kind
            previous.last = phrases.person_after(previous, mention.last)
            previous.end = phrases.tokens[previous.last - 1].end
        elif previous and _more(phrases.tokens, previous, mention, gap):
            previous.actors = (*previous.actors, *mention.actors)
            previous.last, previous.end = mention.last, mention.end
        else:
            found.append(mention)
    for mention in found:
        _speaks(phrases, mention)
    _share_heads(phrases.tokens, found)
    for mention in found:
        _name_beside(phrases, mention)
    _lists(phrases.tokens, found)
    return [m for m in found if not _of_others(phrases, m)]


def _of_others(phrases: Phrases, mention: Mention) -> bool:
    """ "S's eastern neighbours": somebody else than S."""
    behind = [t.text for t in phrases.tokens[mention.last : mention.last + 1 + GAP]]
    owner = behind[:1] and behind[0] in POSSESSIVE and mention.kind in ("name", "person")
    small = ("function", "verb")
    head = next((w for w in behind[1:] if any(phrases.lexicon.has(c, w) for c in ("others", *small))), "")
    return bool(owner) and phrases.lexicon.has("others", head)


def _speaks(phrases: Phrases, mention: Mention) -> None:
    """ "The Palestinian letter said": what an actor says something through acts for it."""
    at = mention.last
    free = mention.kind == "adjective" and at < len(phrases.tokens) and not mention.preposition
    if free and phrases.lexicon.has("proxy", phrases.tokens[at].text):
        mention.kind, mention.last, mention.end = "body", at + 1, phrases.tokens[at].end


def _measured(phrases: Phrases, mention: Mention) -> bool:
    """ "thousands of Nigerians", "a group of Moroccan diplomats": the measure acts as what it measures."""
    before = [t.text for t in phrases.tokens[max(0, mention.first - 3) : mention.first]]
    return "of" in before and any(phrases.lexicon.has("measure", w) for w in before[: before.index("of")])


def _owns(previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "Norway's foreign minister", "Egypt's visiting president"."""
    return (
        0 < len(gap) <= GAP
        and gap[0].text in POSSESSIVE
        and all(t.word for t in gap[1:])
        and mention.kind in OPEN
        and not mention.actors
        and bool(previous.actors)
    )


def _modified(phrases: Phrases, previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "French paper workers": a nationality before other words of the same noun."""
    small = any(phrases.lexicon.has("function", t.text) or phrases.lexicon.has("verb", t.text) for t in gap)
    plain = 0 < len(gap) < GAP and all(t.word and not t.capital for t in gap) and not small
    short = previous.kind == "name" and phrases.tokens[previous.last - 1].original.replace(".", "").isupper()
    unit = 0 < len(gap) <= UNIT and all(t.word and t.capital for t in gap) and bool(mention.posts)
    house = previous.kind == "body" and bool(previous.actors) and not previous.person
    if unit and not small and (previous.kind == "adjective" or short or house):
        return not mention.actors and not previous.joined  # "U.S. Senate Intelligence Committee chairman N."
    return (
        plain
        and previous.kind == "adjective"
        and mention.kind in OPEN
        and not mention.actors
        and not mention.person
    )


def _describes(previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "Lebanese Hezbollah": a nationality right before the name of an organization tells only where it is."""
    return (
        not gap
        and previous.kind == "adjective"
        and mention.kind == "name"
        and not is_state(mention.actors[0])
    )


def _chairs(phrases: Phrases, previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "this year's O Chair, Prime Minister N. of S": who chairs an organization comes for his state."""
    words = [t for t in gap if t.text != ","]
    chair = len(words) == 1 and words[0].capital and phrases.lexicon.has("chairing", words[0].text)
    return chair and previous.kind == "name" and mention.kind == "person" and bool(mention.posts)


def _hyphened(previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "the U.S.-Egypt dialogue": two in one word, of which the first is written with full stops."""
    one = (
        len(gap) == 1 and gap[0].text == "-" and gap[0].start == previous.end and gap[0].end == mention.start
    )
    names = previous.kind == mention.kind == "name" and len(previous.actors) == len(mention.actors) == 1
    return one and names and previous.actors != mention.actors


def _inside(previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "in Dubai, the United Arab Emirates": the state that a place lies in."""
    words = [t.text for t in gap]
    return (
        words in ([","], [",", "the"])
        and bool(previous.place)
        and mention.kind == "name"
        and mention.actors == (previous.actors or (place_state(previous.place or ""),))
    )


def _seated(phrases: Phrases, previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "the foreign ministry in Oslo": whose the body is, by the capital where it sits."""
    sits = previous.kind == "body" and not previous.actors and "capital" in mention.titles
    return sits and mention.preposition == "in" and [t.text for t in gap] == ["in"]


def _local(phrases: Phrases, previous: Mention, mention: Mention) -> bool:
    """ "rebels in Chad", "groups in the capital Algiers": those who are of the state that they are in."""
    head = phrases.tokens[previous.last - 1].text
    gap = phrases.tokens[previous.last : mention.first]
    return (
        previous.kind == "body"
        and not previous.actors
        and phrases.lexicon.has("local", head)
        and mention.kind in ("name", "place")
        and mention.preposition == "in"
        and len(gap) <= GAP
        and all(t.word and not phrases.lexicon.has("verb", t.text) for t in gap)
    )


def _for(previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "a spokesman for the O": for whom one speaks."""
    words = [t.text for t in gap]
    speaks = SPEAKING in previous.posts and bool(mention.actors)
    return speaks and words[:1] == ["for"] and all(w in ARTICLES for w in words[1:])


def _of(previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "the president of Egypt", "leaders of the European Union", "the presidents of Chad"."""
    heads = previous.kind in OPEN or previous.kind == "pair"
    words = [t.text for t in gap]
    styled = any(
        "|" in a for a in previous.actors
    )  # "the Kingdom of S", "the prime minister of the Kingdom of S"
    open_ = (heads and not previous.actors and not previous.person) or styled
    return words in (["of"], ["of", "the"]) and open_ and mention.kind == "name"


def _more(tokens: Sequence[Token], previous: Mention, mention: Mention, gap: Sequence[Token]) -> bool:
    """ "the foreign ministers of Egypt, Jordan and Iraq": further owners of a plural."""
    inside = [t.text for t in tokens[previous.first : previous.last]]
    head = inside[inside.index("of") - 1] if "of" in inside[1:] else ""
    between = [t.text for t in gap]
    return (
        head.endswith("s")
        and not previous.person
        and mention.kind == "name"
        and between in ([","], ["and"], [",", "and"], ["and", "the"], [",", "the"])
    )


def _share_heads(tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
    """An adjective before "and" has the head of the next phrase."""
    for previous, mention in reversed(list(pairwise(mentions))):
        gap = [t.text for t in tokens[previous.last : mention.first]]
        if gap in (["'s", "and"], ["'", "and"]) and previous.kind == "name" and mention.kind in OPEN:
            previous.kind, previous.body, mention.joined = "body", mention.body, True
        if (
            previous.kind == "adjective"
            and mention.kind in OPEN
            and mention.actors
            and not mention.person
            and gap in (["and"], [","])
        ):
            previous.kind, previous.body, mention.joined = "body", mention.body, True
            previous.posts = list(mention.posts)


def _name_beside(phrases: Phrases, mention: Mention) -> None:
    """ "the Dutch minister, Anna Visser," and "Anna Visser, the Dutch minister,": the name of the office."""
    tokens = phrases.tokens
    if not mention.posts or mention.person or mention.kind != "person":
        return
    if mention.last < len(tokens) and tokens[mention.last].text == ",":
        start = mention.last + 1
        while start < len(tokens) and phrases.lexicon.has("honorific", tokens[start].text):
            start += 1
        end = phrases.name_end(start)
        if end - start > 1 and (end == len(tokens) or tokens[end].text in (",", ".", "on", "in", "and")):
            mention.person, mention.name_first = " ".join(t.original for t in tokens[start:end]), start
            mention.last, mention.end = end, tokens[end - 1].end
            return
    comma = mention.first - 1 - (tokens[mention.first - 1].text in ("the", "a", "an"))
    if comma < MIN_NAME or tokens[comma].text != ",":
        return
    start = comma
    while start > 0 and comma - start < NAME_WORDS and _of_name(phrases, tokens[start - 1]):
        start -= 1
    while start < comma and not tokens[start].capital:
        start += 1
    apposed = start == 0 or tokens[start - 1].text not in ("the", "a", "an")
    if (
        apposed
        and comma - start >= MIN_NAME
        and phrases.name_end(start) == comma
        and not _elsewhere(phrases, mention)
    ):
        mention.person, mention.name_first = " ".join(t.original for t in tokens[start:comma]), start
        mention.first, mention.start = start, tokens[start].start


def _of_name(phrases: Phrases, token: Token) -> bool:
    """Whether a word may be part of a name: a capitalised one, or a particle ("Staffan de Mistura")."""
    return token.word and (token.capital or phrases.lexicon.has("particles", token.text))


def _elsewhere(phrases: Phrases, mention: Mention) -> bool:
    """ "Anna Visser, President, Society of Bakers": an office of what is named behind it, no state's."""
    tokens, comma = phrases.tokens, mention.last
    if mention.actors or comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return False
    behind = tokens[comma + 1]
    return behind.word and behind.capital and phrases.lexicon.names.at(tokens, comma + 1) is None


def _lists(tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
    """ "to Iran, Libya and Cuba": all members of a list that ends in "and" hang on the same preposition."""
    index = 0
    while index < len(mentions):
        last = index
        while (
            last + 1 < len(mentions)
            and mentions[last + 1].kind in LISTED
            and not mentions[last + 1].preposition
        ):
            gap = [t.text for t in tokens[mentions[last].last : mentions[last + 1].first] if t.text != "the"]
            if gap not in ([","], ["and"], [",", "and"]):
                break
            last += 1
            if "and" in gap:
                break
        before = (
            [t.text for t in tokens[mentions[last - 1].last : mentions[last].first]] if last > index else []
        )
        if last > index and "and" in before and (last == index + 1 or mentions[index].preposition != "in"):
            for member in mentions[index + 1 : last + 1]:
                member.joined, member.preposition = True, mentions[index].preposition
        index = max(last, index + 1)
