"""Noun phrases that stand for actors: names, bodies, office holders, people, places, and sides.

A phrase is read part by part: offices, bodies, nationality adjectives, names of states or organizations,
styles, then the person's own name. What a phrase leaves open (whose foreign minister, which two sides)
graph.reading.coreference settles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.reading.bearers import Bearers
from graph.reading.governing import govern
from graph.reading.lexicon import Lexicon
from graph.reading.mention import Mention
from graph.reading.names import Hit, Name
from graph.reading.sides import SideReader
from graph.reading.tokens import Token

THAT = ("إن", "أن")  # as written: folding levels them with the ends of names
NAMED = ("state", "org", "capital", "seat", "epithet", "people")


class Phrases(Bearers):
    """Reads the noun phrases of one sentence."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        super().__init__(tokens, lexicon)
        self.before = lexicon.language.ADJECTIVE_SIDE == "before"
        self.linked = "genitive" in lexicon.words
        self.sides = SideReader(tokens, lexicon, self.names)

    def read(self) -> Iterator[Mention]:
        """The phrases from left to right; they do not overlap."""
        index, before, glances = 0, None, self.lexicon.glances
        while index < len(self.tokens):
            token = self.tokens[index]
            mention = self._phrase(index) if token.word and glances[token.text].phrase else None
            if mention is None:
                index += 1
                continue
            self.govern(mention)
            if before and mention.joined and not mention.preposition and mention.first - before.last <= 1:
                mention.preposition = before.preposition
            before = mention
            yield mention
            index = mention.last
            second = self._second(mention)
            if second:
                yield second
                index = second.last

    def govern(self, mention: Mention) -> None:
        """Set what governs a phrase, and its offsets."""
        govern(mention, self.tokens, self.lexicon, self.names)

    # -- parts

    def _phrase(self, index: int, inner: bool = False) -> Mention | None:
        token = self.tokens[index]
        side = self.sides.at(index)
        if side:
            if side.kind == "counterpart":
                side.last = self.person_after(side, side.last)
                side.kind = "counterpart"
            return side
        hit = self.lexicon.names.at(self.tokens, index) or self._garbled(index)
        if self._styled(index) or self._named_before_office(index):
            return self._styled_person(index)
        if hit is None or self._is_small(token, hit) or self._qualifies(index):
            return None
        mention = Mention(index, index, "")
        position = self._parts(mention, index, inner)
        if position == index:
            return None
        if mention.posts or (mention.kind == "body" and not self.arabic):
            position = self.person_after(mention, position)
        mention.last = position
        if self.lexicon.has("named-only", token.text) and not self._named_only(mention, index):
            return None
        return mention if mention.kind else None

    def _qualifies(self, index: int) -> bool:
        """Whether an Arabic word that may be a body is an adjective of the definite noun before it."""
        if not index or not self.lexicon.has("adjectival", self.tokens[index].text):
            return False
        return any(a.article for a in self.tokens[index - 1].analyses)

    def _named_only(self, mention: Mention, index: int) -> bool:
        """Whether an office that is one of many stands right before a name and is not the last word of a longer one."""
        before = self.tokens[index - 1] if index else None
        apart = before is None or not before.word or not before.capital or index == 1
        return apart and (mention.name_first == index + 1 or bool(mention.actors))

    def _parts(self, mention: Mention, index: int, inner: bool) -> int:
        """Read offices, bodies, adjectives and names as long as they belong to one phrase."""
        position = index
        while position < len(self.tokens):
            token = self.tokens[position]
            if mention.posts and self.names.honorific(token):
                mention.titles.append(token.original)
                position += 1 + (position + 1 < len(self.tokens) and self.tokens[position + 1].text == ".")
                continue
            hit = self.lexicon.names.at(self.tokens, position) if token.word else None
            if position == index:
                hit = hit or self._garbled(index)
            kinds = {n.kind for n in hit.names} if hit else set()
            taken = 0
            if hit and not (position > index and self._begins_new(mention, hit, kinds)):
                taken = self._take(mention, hit, kinds, position, index)
            if not taken and mention.posts:
                taken = (
                    self._rank(position)
                    or self._portfolio(mention, position)
                    or self._posting(mention, position)
                    or self._agency(mention, position)
                )
            if not taken and mention.kind == "body" and not mention.actors:
                taken = self._located(mention, position) or self.names.department(mention, position)
            if not taken:
                break
            position += taken
        return position

    def _garbled(self, index: int) -> Hit | None:
        """An organization's long name that is not written quite as in the tables."""
        heads = self.lexicon.words.get("organization-head", ())
        for analysis in self.tokens[index].analyses:
            if analysis.stem in heads:
                return self.lexicon.garbled.at(self.tokens, index, analysis)
        return None

    def _take(self, mention: Mention, hit: Hit, kinds: set[str], position: int, index: int) -> int:
        length = hit.last - hit.first
        both = "-" in self.tokens[position].text and hit.names[0].words != (self.tokens[position].text,)
        if position == index and both and length == 1 and len({n.value for n in hit.names}) == 2:
            mention.kind, mention.actors = "adjective", tuple(n.value for n in hit.names)
            return length
        head = mention.posts or mention.kind == "body"
        if "office" in kinds and (position == index or self._same_holder(mention, hit, position)):
            value = next(n.value for n in hit.names if n.kind == "office")
            state, _, post = value.rpartition(":")
            if post not in mention.posts:
                mention.posts.append(post)
            if state.startswith("~"):
                mention.usual = state[1:]
            else:
                mention.actors = mention.actors or ((state,) if state else ())
            mention.kind = "person"
            return length
        organization = position == index and "org" in kinds and not self._owned(index)
        known = position == index and "epithet" in kinds and hit.analysis.article
        if (
            "body" in kinds
            and not (organization or known)
            and not ((mention.posts or mention.body) and mention.actors and not self.before)
        ):
            if mention.kind in ("", "name", "adjective"):
                mention.kind = "body"
            mention.body = True
            if position == index:
                tokens = self.tokens[hit.first : hit.last]
                mention.head = next((a.stem for a in tokens[0].analyses if a.article), hit.analysis.stem)
                mention.definite = not self.arabic or any(a.article for t in tokens for a in t.analyses)
            return length
        if ("adjective" in kinds and "state" not in kinds) or (
            "adjective" in kinds and (head and not hit.analysis.preposition)
        ):
            return self._adjective(mention, hit, position, index, length)
        named = next((n for kind in NAMED for n in hit.names if n.kind == kind), None)
        if named is not None:
            return self._name(mention, hit, named, position, index, length)
        if position == index and "place" in kinds:
            mention.kind, mention.place = "place", next(n.value for n in hit.names if n.kind == "place")
            return length
        if "org-adjective" in kinds and head and not mention.actors:
            mention.actors = (next(n.value for n in hit.names if n.kind == "org-adjective"),)
            return length
        return 0

    def _owned(self, index: int) -> bool:
        """Whether a state stands right before ("Russia's Security Council"); with none the body is the organization."""
        hit = self.lexicon.names.at(self.tokens, index - 1) if index else None
        states = hit is not None and any(n.kind in ("state", "adjective") for n in hit.names)
        return states or (index > 0 and self.tokens[index - 1].text in ("'s", "'"))

    def _adjective(self, mention: Mention, hit: Hit, position: int, index: int, length: int) -> int:
        value = next(n.value for n in hit.names if n.kind == "adjective")
        if self.before and position > index and (mention.posts or mention.kind == "body"):
            return 0
        if position == index:
            mention.kind, mention.actors = "adjective", (value,)
            mention.definite = hit.analysis.article or not self.arabic
            return length
        if mention.kind == "adjective":
            if hit.analysis.conjunction or value in mention.actors:
                return 0
            mention.actors = (*mention.actors, value)
            return length
        if mention.actors and value not in mention.actors:
            if not (hit.analysis.conjunction and self._dual(mention)):
                return 0
            mention.actors = (*mention.actors, value)
            return length
        mention.actors = mention.actors or (value,)
        return length

    def _name(self, mention: Mention, hit: Hit, named: Name, position: int, index: int, length: int) -> int:
        kind, value = named.kind, named.value
        if position == index:
            mention.kind, mention.actors = ("people" if kind == "people" else "name"), (value,)
            mention.place = self._place_of(hit)
            if kind == "capital" or (kind == "seat" and mention.place):
                mention.place = mention.place or value
                mention.titles.append("capital")
            if kind == "epithet":
                mention.titles.append("epithet")
            return length
        if self.before and (mention.posts or mention.kind == "body"):
            return 0
        if mention.actors:
            if mention.kind == "adjective" and kind == "capital" and value in mention.actors:
                # "the Kazakh capital Astana" is the place
                mention.kind, mention.place = "name", self._place_of(hit) or value
                mention.titles.append("capital")
            return length if value in mention.actors and not self.before else 0
        if hit.analysis.preposition not in ("", "ل") or hit.analysis.conjunction:
            return 0
        mention.actors = (value,)
        return length

    def _place_of(self, hit: Hit) -> str | None:
        return next((n.value for n in hit.names if n.kind == "place"), None)

    def _begins_new(self, mention: Mention, hit: Hit, kinds: set[str]) -> bool:
        """Whether a name found inside the phrase starts another phrase (a second member of a list)."""
        analysis = hit.analysis
        if analysis.conjunction and "adjective" in kinds and self._dual(mention):
            return False
        if analysis.conjunction:
            return not ("office" in kinds and mention.posts and not mention.actors)
        if kinds & {"office", "body"} and not self.before and mention.kind in ("name", "adjective", "people"):
            return "office" in kinds or mention.kind != "adjective"
        return bool(analysis.preposition) and analysis.preposition != "ل" and bool(mention.kind)

    def _dual(self, mention: Mention) -> bool:
        """Whether a body is two of a kind ("the two armies, Egyptian and Sudanese")."""
        return mention.kind == "body" and self.lexicon.has("dual", self.tokens[mention.first].text)

    def _same_holder(self, mention: Mention, hit: Hit, position: int) -> bool:
        """Whether a second office belongs to the same person rather than to the next one."""
        if mention.kind == "" or (self.before and not mention.posts):
            return True
        if not mention.posts:
            return self.before
        if not mention.actors or self.before:
            return True
        other = self._phrase(position, inner=True)
        return other is None or not other.actors or other.actors == mention.actors

    def _rank(self, position: int) -> int:
        """A word that only says more of an office ("the special envoy of S", "the former minister")."""
        return int(self.lexicon.has("office-adjective", self.tokens[position].text))

    def _portfolio(self, mention: Mention, position: int) -> int:
        taken = 0 if mention.actors else self.names.portfolio(mention.posts, mention.first, position)
        if taken and mention.posts[-1] == "president":
            mention.posts[-1] = "head"
        return taken

    def _is_small(self, token: Token, hit: Hit) -> bool:
        """Whether a one-word hit is really a small word, or too doubtful without context."""
        if hit.last - hit.first > 1:
            return self.tokens[hit.last - 1].original in THAT  # "N. said that", no town of that spelling
        if self.lexicon.has("function", token.text):
            return True
        small = ("office", "body") if self.before else ("office", "body", "adjective")
        if not self.arabic and not token.capital and not any(n.kind in small for n in hit.names):
            return True
        return any(n.caution == "word" for n in hit.names) and not self._country_context(hit.first)

    def _continues_states(self, index: int) -> bool:
        """Whether a name goes on with a list of states ("A and B")."""
        joined = any(a.conjunction for a in self.tokens[index].analyses)
        hit = self.lexicon.names.at(self.tokens, index - 1) if joined else None
        return hit is not None and any(n.kind == "state" for n in hit.names)

    def _country_context(self, index: int) -> bool:
        previous = self.tokens[index - 1].text if index else ""
        return (
            previous in self.lexicon.prepositions
            or self.lexicon.has("country", previous)
            or (index > 0 and self._continues_states(index))
            or self.tokens[index].capital
        )
