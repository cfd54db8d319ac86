"""People in phrases: the name beside an office, styles, postings, and the second of two of one office."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.persons import MAX_NAME_WORDS, PersonNames
from graph.reading.tokens import Token

POSTED = ("ambassador", "envoy", "consul", "chargé", "permanent representative")
SPEAKING, AGENCY_WORDS = "spokesperson", 6
COMMAS = (",", "،")
SERVING = ["to", "the"]


class Bearers:
    """Who bears an office in the phrases of a sentence."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.arabic = lexicon.language.LANGUAGE == "ar"
        self.names = PersonNames(tokens, lexicon)

    def _parts(self, mention: Mention, index: int, inner: bool) -> int:
        """Read offices, bodies, adjectives and names as long as they belong to one phrase."""
        raise NotImplementedError

    def name_end(self, start: int) -> int:
        """Where a person's name that begins at ``start`` ends."""
        return self.names.name_end(start)

    def _posting(self, mention: Mention, position: int) -> int:
        """Where an ambassador is posted ("in Kuwait", "to India", "for Sudan"): part of the phrase, not its state."""
        if not any(kind in post for post in mention.posts for kind in POSTED):
            return 0
        token = self.tokens[position]
        if self.lexicon.prepositions.get(token.text) not in ("to", "in", "for"):
            return 0
        start = position + 1
        if start + 1 < len(self.tokens) and self.lexicon.has("articles", self.tokens[start].text):
            start += 1  # "to the O"
        hit = self.lexicon.names.at(self.tokens, start) if start < len(self.tokens) else None
        if hit and any(n.kind in ("state", "capital", "org", "place") for n in hit.names):
            mention.posting = next(
                (n.value for n in hit.names if n.kind in ("state", "capital", "org")), None
            )
            return hit.last - position
        return 0

    def _agency(self, mention: Mention, position: int) -> int:
        """Whose the agency is that an Arabic spokesperson speaks for ("of the office of rights at O")."""
        if not self.arabic or mention.actors or SPEAKING not in mention.posts:
            return 0
        for index in range(position + 1, min(len(self.tokens) - 1, position + AGENCY_WORDS)):
            token = self.tokens[index - 1]
            if not token.word or self.names.verbal(token) or self.lexicon.has("that", token.text):
                return 0
            inside = self.lexicon.prepositions.get(self.tokens[index].text) == "in"
            hit = self.lexicon.names.at(self.tokens, index + 1) if inside else None
            owner = (
                next((n for n in hit.names if n.kind in ("state", "org", "capital")), None) if hit else None
            )
            if hit and owner:
                mention.actors = (owner.value,)
                return hit.last - position
        return 0

    def _located(self, mention: Mention, position: int) -> int:
        """The state of "officials in S" or "a delegation from S"."""
        if not self.lexicon.has("located", mention.head) or position + 1 >= len(self.tokens):
            return 0
        gap = 0
        while gap < 2 and self.lexicon.prepositions.get(self.tokens[position + gap].text) not in (
            "in",
            "from",
        ):
            gap += 1
        if gap == 2 or position + gap + 1 >= len(self.tokens):
            return 0
        hit = self.lexicon.names.at(self.tokens, position + gap + 1)
        state = next((n.value for n in hit.names if n.kind == "state"), None) if hit else None
        if hit is None or state is None:
            return 0
        mention.actors = (state,)
        return gap + 1 + hit.last - hit.first

    def person_after(self, mention: Mention, position: int) -> int:
        """The name after an office, and in English "of STATE" after the name."""
        if self._served(mention.first):
            return position
        start = position
        equal = self.lexicon.has("equal", self.tokens[start - 1].text)
        styled = start + 1 < len(self.tokens) and self.names.honorific(self.tokens[start + 1])
        if (
            start + 1 < len(self.tokens)
            and self.tokens[start].text in COMMAS
            and (self.arabic or equal or styled)
        ):
            begins = styled or self.names.given(self.tokens[start + 1])
            start += begins or (equal and self.name_end(start + 1) > start + 2)
        while start < len(self.tokens) and self.names.honorific(self.tokens[start]):
            mention.titles.append(self.tokens[start].original)
            start += 1 + (start + 1 < len(self.tokens) and self.tokens[start + 1].text == ".")
        if self.names.epithet_before_name(start):
            start += 1
        end = self.name_end(start)
        if end == start or self.lexicon.has("organization-head", self.tokens[end - 1].text):
            return position
        mention.person = self.names.text(start, end)
        mention.kind, mention.name_first = "person", start
        return self._owner(mention, end)

    def _served(self, index: int) -> bool:
        """Whether an office is one that another serves: in "Special Assistant to the President N." N. assists."""
        if index < len(SERVING) + 1 or self.arabic:
            return False
        before = [t.text for t in self.tokens[index - len(SERVING) : index]]
        return before == SERVING and self.tokens[index - len(SERVING) - 1].capital

    def _owner(self, mention: Mention, end: int) -> int:
        """The English "of STATE" behind an office or its bearer, taken into the phrase."""
        if self.arabic or mention.actors or end + 1 >= len(self.tokens) or self.tokens[end].text != "of":
            return end
        at = end + 1 + (end + 2 < len(self.tokens) and self.tokens[end + 1].text == "the")
        hit = self.lexicon.names.at(self.tokens, end + 1) or self.lexicon.names.at(self.tokens, at)
        named = next((n for n in hit.names if n.kind in ("state", "org")), None) if hit else None
        if hit is None or named is None:
            return end
        mention.actors = (named.value,)
        return hit.last

    def _styled(self, index: int) -> bool:
        """Whether a style ("Sheikh", "Mr") stands before a name without an office."""
        token = self.tokens[index]
        if not self.names.honorific(token) or index + 1 >= len(self.tokens):
            return False
        start = index
        while start < len(self.tokens) and (
            self.names.honorific(self.tokens[start]) or self.tokens[start].text == "."
        ):
            start += 1
        return (
            start < len(self.tokens)
            and self.name_end(start) - start > 1
            and (self.names.given(self.tokens[start]) or not self.arabic)
        )

    def _named_before_office(self, index: int) -> bool:
        """Whether an Arabic name stands before its office ("Tariq ibn Yusuf, the foreign minister of S")."""
        if not self.arabic or not self.names.given(self.tokens[index]):
            return False
        end = self.name_end(index)
        if end - index < 2 or end + 1 >= len(self.tokens):
            return False
        hit = self.lexicon.names.at(self.tokens, end + (self.tokens[end].text in COMMAS))
        return hit is not None and any(n.kind == "office" for n in hit.names) and not hit.analysis.conjunction

    def _styled_person(self, index: int) -> Mention | None:
        mention = Mention(index, index, "person")
        mention.last = self.person_after(mention, index)
        after = mention.last
        if after < len(self.tokens) and self.tokens[after].text in COMMAS:
            after += 1
        return self._office_after(mention, after) if mention.person else None

    def _office_after(self, mention: Mention, index: int) -> Mention:
        """ "Sheikh N., the foreign minister of S": the office that follows a name."""
        hit = (
            self.lexicon.names.at(self.tokens, index)
            if index < len(self.tokens) and self.tokens[index].word
            else None
        )
        if (
            hit
            and any(n.kind == "office" for n in hit.names)
            and not hit.analysis.conjunction
            and not hit.analysis.preposition
        ):
            office = Mention(index, index, "")
            end = self._parts(office, index, True)
            if self.name_end(end) == end:
                end = self._owner(office, end)
                mention.posts, mention.actors, mention.last = office.posts, office.actors, end
        return mention

    def _second(self, mention: Mention) -> Mention | None:
        """ "the two presidents A and B": the second person of a dual office."""
        if (
            not mention.person
            or mention.last >= len(self.tokens)
            or not any(self.lexicon.has("dual", t.text) for t in self.tokens[mention.first : mention.last])
        ):
            return None
        if not any(
            a.conjunction and a.stem not in self.lexicon.common for a in self.tokens[mention.last].analyses
        ):
            return None
        end = mention.last + 1
        while (
            end < len(self.tokens)
            and end - mention.last < MAX_NAME_WORDS
            and self.names.in_name(end, mention.last)
        ):
            end += 1
        name = " ".join(
            [
                self.tokens[mention.last].original[1:],
                *(t.original for t in self.tokens[mention.last + 1 : end]),
            ]
        )
        second = Mention(
            mention.last, end, "person", (), name, list(mention.posts), joined=True, name_first=mention.last
        )
        second.start, second.end = self.tokens[second.first].start + 1, self.tokens[end - 1].end
        return second
