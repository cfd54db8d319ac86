"""Noun phrases that stand for actors: names, bodies, office holders, people, places, and sides.

A phrase is read part by part: offices, bodies, nationality adjectives, names of states or organizations,
styles, then the person's own name. What a phrase leaves open (whose foreign minister, which two sides)
graph.reading.coreference settles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.reading.forms import Analysis
from graph.reading.lexicon import Lexicon
from graph.reading.names import Hit
from graph.reading.tokens import Token

NAMED = ("state", "org", "capital", "seat", "epithet", "people")
MAX_NAME_WORDS = 7
MAX_PORTFOLIO_WORDS = 5


@dataclass(slots=True)
class Mention:
    """A phrase at tokens ``first:last`` of a sentence.

    ``kind``: name, adjective, body, person, place, pair, all, counterpart, own, people. ``preposition`` governs
    the phrase ("" where none does); ``joined`` says that it continues a list; ``usual`` is the state that a title
    belongs to where nothing else tells ("Secretary of State").
    """

    first: int
    last: int
    kind: str
    actors: tuple[str, ...] = ()
    person: str | None = None
    posts: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    body: bool = False
    preposition: str = ""
    joined: bool = False
    place: str | None = None
    posting: str | None = None
    head: str = ""
    definite: bool = True
    start: int = 0
    end: int = 0
    name_first: int = -1
    usual: str = ""


class Phrases:
    """Reads the noun phrases of one sentence."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.arabic = lexicon.language.LANGUAGE == "ar"
        self.before = lexicon.language.ADJECTIVE_SIDE == "before"

    def read(self) -> Iterator[Mention]:
        """The phrases from left to right; they do not overlap."""
        index, before = 0, None
        while index < len(self.tokens):
            mention = self._phrase(index) if self.tokens[index].word else None
            if mention is None:
                index += 1
                continue
            self._govern(mention)
            if before and mention.joined and not mention.preposition and mention.first - before.last <= 1:
                mention.preposition = before.preposition
            before = mention
            yield mention
            index = mention.last
            second = self._second(mention)
            if second:
                yield second
                index = second.last

    # -- parts

    def _phrase(self, index: int, inner: bool = False) -> Mention | None:
        token = self.tokens[index]
        group = self._group(index)
        if group:
            return group
        hit = self.lexicon.names.at(self.tokens, index) or self._garbled(index)
        if self._styled(index):
            return self._styled_person(index)
        if hit is None or self._is_small(token, hit):
            return None
        mention = Mention(index, index, "")
        position = self._parts(mention, index, inner)
        if position == index:
            return None
        if mention.posts or mention.kind == "body" and not self.arabic:
            position = self._person(mention, position)
        mention.last = position
        return mention if mention.kind else None

    def _parts(self, mention: Mention, index: int, inner: bool) -> int:
        """Read offices, bodies, adjectives and names as long as they belong to one phrase."""
        position = index
        while position < len(self.tokens):
            token = self.tokens[position]
            if mention.posts and self._honorific(token):
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
                taken = self._portfolio(mention, position) or self._posting(mention, position)
            if not taken:
                break
            position += taken
        return position

    def _garbled(self, index: int) -> Hit | None:
        """An organization's long name that is not written quite as in the tables."""
        token = self.tokens[index]
        for analysis in token.analyses:
            if self.lexicon.has("organization-head", analysis.stem):
                return self.lexicon.garbled.at(self.tokens, index, analysis)
        return None

    def _take(self, mention: Mention, hit: Hit, kinds: set[str], position: int, index: int) -> int:
        length = hit.last - hit.first
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
        if "body" in kinds and not (mention.posts and mention.actors and not self.before):
            if mention.kind in ("", "name", "adjective"):
                mention.kind = "body"
            mention.body = True
            return length
        if (
            "adjective" in kinds
            and "state" not in kinds
            or "adjective" in kinds
            and (head and not hit.analysis.preposition)
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
            return 0
        mention.actors = mention.actors or (value,)
        return length

    def _name(self, mention: Mention, hit: Hit, named: object, position: int, index: int, length: int) -> int:
        kind, value = named.kind, named.value  # type: ignore[attr-defined]
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
        if analysis.conjunction:
            return not ("office" in kinds and mention.posts and not mention.actors)
        if "office" in kinds and not self.before and mention.kind in ("name", "adjective", "people"):
            return True
        return bool(analysis.preposition) and analysis.preposition != "ل" and bool(mention.kind)

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

    def _portfolio(self, mention: Mention, position: int) -> int:
        """Words of a ministry after "minister" ("of energy and industry")."""
        if (
            not mention.posts[-1].endswith(("minister", "secretary", "adviser", "authority", "assistant"))
            or mention.actors
        ):
            return 0
        if (
            self.arabic
            and mention.posts[-1] == "minister"
            and any(a.article for a in self.tokens[position - 1].analyses)
            and position - mention.first == 1
        ):
            return 0
        taken = 0
        while taken < MAX_PORTFOLIO_WORDS and position + taken < len(self.tokens):
            token = self.tokens[position + taken]
            if not token.word or not self._is_portfolio(token, taken, position):
                break
            taken += 1
        return taken

    def _is_portfolio(self, token: Token, taken: int, position: int) -> bool:
        if not self.arabic:
            return taken == 0 and token.text in ("of", "for") and False
        if (
            self.lexicon.names.at(self.tokens, position + taken)
            or self._verbal(token)
            or self.lexicon.has("function", token.text)
        ):
            return False
        if any(a.article and not a.preposition for a in token.analyses):
            return not self._honorific(token) and (
                taken == 0
                or any(self._common(a) for a in token.analyses)
                or any(a.conjunction for a in token.analyses)
            )
        return taken == 0 and token.text in self.lexicon.common

    def _common(self, analysis: Analysis) -> bool:
        return analysis.stem in self.lexicon.common or "ال" + analysis.stem in self.lexicon.common

    def _posting(self, mention: Mention, position: int) -> int:
        """Where an ambassador is posted ("in Kuwait", "to India"): part of the phrase, not its state."""
        if not any(
            "ambassador" in p or "envoy" in p or "consul" in p or "chargé" in p for p in mention.posts
        ):
            return 0
        token = self.tokens[position]
        if self.lexicon.prepositions.get(token.text) not in ("to", "in"):
            return 0
        hit = self.lexicon.names.at(self.tokens, position + 1) if position + 1 < len(self.tokens) else None
        if hit and any(n.kind in ("state", "capital", "org", "place") for n in hit.names):
            mention.posting = next(
                (n.value for n in hit.names if n.kind in ("state", "capital", "org")), None
            )
            return 1 + hit.last - hit.first
        return 0

    def _person(self, mention: Mention, position: int) -> int:
        """The name after an office, and in English "of STATE" after the name."""
        start = position
        if start < len(self.tokens) and self.tokens[start].text in (",", "،") and self.arabic:
            after = start + 1
            if after < len(self.tokens) and (
                self._honorific(self.tokens[after]) or self._given(self.tokens[after])
            ):
                start = after
        while start < len(self.tokens) and self._honorific(self.tokens[start]):
            mention.titles.append(self.tokens[start].original)
            start += 1 + (start + 1 < len(self.tokens) and self.tokens[start + 1].text == ".")
        if self._epithet_before_name(start):
            start += 1
        end = self.name_end(start)
        if end == start:
            return position
        mention.person = self._text(start, end)
        mention.kind, mention.name_first = "person", start
        if (
            not self.arabic
            and not mention.actors
            and end + 1 < len(self.tokens)
            and self.tokens[end].text == "of"
        ):
            hit = self.lexicon.names.at(self.tokens, end + 1)
            named = next((n for n in hit.names if n.kind in ("state", "org")), None) if hit else None
            if hit and named:
                mention.actors = (named.value,)
                return hit.last
        return end

    def _epithet_before_name(self, index: int) -> bool:
        """A definite adjective between office and name ("the legitimate president N.")."""
        if (
            not self.arabic
            or index + 1 >= len(self.tokens)
            or self.lexicon.has("function", self.tokens[index].text)
        ):
            return False
        definite = any(
            a.article and not a.conjunction and not a.preposition for a in self.tokens[index].analyses
        )
        return (
            definite
            and self.tokens[index].text in self.lexicon.common
            and self._given(self.tokens[index + 1])
        )

    def name_end(self, start: int) -> int:
        """Where a person's name that begins at ``start`` ends; ``start`` itself if none begins there."""
        end = start
        while end < len(self.tokens) and end - start < MAX_NAME_WORDS and self._in_name(end, end == start):
            end += 1
        while end > start and (
            self.lexicon.has("particles", self.tokens[end - 1].text) or not self.tokens[end - 1].word
        ):
            end -= 1
        return end

    def _in_name(self, index: int, first: bool) -> bool:
        token = self.tokens[index]
        if not token.word or token.text[0].isdigit():
            return False
        if self.lexicon.has("particles", token.text):
            return (
                not first
                or token.text in self.lexicon.given
                or token.text in ("عبد", "ابو", "بن", "del", "de", "al")
            )
        if self.lexicon.has("function", token.text):
            return False
        if not self.arabic:
            joined = token.original.partition("-")[2][:1].isupper()
            return (token.capital or joined) and not self._title_word(index)
        if token.text in self.lexicon.given:
            return True
        if any(a.preposition and a.article for a in token.analyses):
            return False
        if token.text[0] == "و" and not first and len(token.text) > 3 and self._common(token.analyses[0]):
            return False
        hit = self.lexicon.names.at(self.tokens, index)
        if hit and any(n.kind not in ("place", "outlet", "org-adjective") for n in hit.names):
            return False
        if not first and self.tokens[index - 1].text in self.lexicon.given and not self._starts_clitic(token):
            return not self._verbal(token)
        return (
            not self._verbal(token)
            and token.text not in self.lexicon.common
            and not self._clitic_of_common(token, first)
        )

    def _starts_clitic(self, token: Token) -> bool:
        return any(
            (a.conjunction or a.preposition)
            and (a.article or a.stem in self.lexicon.given or self._common(a))
            for a in token.analyses
        )

    def _title_word(self, index: int) -> bool:
        hit = self.lexicon.names.at(self.tokens, index)
        return bool(hit) and any(
            n.kind in ("state", "office", "adjective", "org", "people") for n in hit.names
        )  # type: ignore[union-attr]

    def _clitic_of_common(self, token: Token, first: bool) -> bool:
        """Whether the word is a clitic on a common word ("ووزير", "بزياره") rather than a name."""
        return any((a.conjunction or a.preposition) and (self._common(a) or self.lexicon.has("function", a.stem)
                   or (not first and len(a.stem) > 2 and a.stem in self.lexicon.given)) for a in token.analyses)  # fmt: skip

    def _verbal(self, token: Token) -> bool:
        forms = [
            t
            for a in token.analyses
            for t in (*self.lexicon.triggers.get(a.stem, ()), *self.lexicon.sayings.get(a.stem, ()))
        ]
        return any(f.form.feature != "noun" for f in forms) and token.text not in self.lexicon.given

    def _honorific(self, token: Token) -> bool:
        return token.word and any(
            self.lexicon.has("honorific", w)
            for w in (
                token.text,
                token.text.rstrip("."),
                *("ال" + a.stem for a in token.analyses if a.article),
            )
        )

    def _given(self, token: Token) -> bool:
        return token.text in self.lexicon.given and not self.lexicon.has("function", token.text)

    def _is_small(self, token: Token, hit: Hit) -> bool:
        """Whether a one-word hit is really a small word, or too doubtful without context."""
        if hit.last - hit.first > 1:
            return False
        if self.lexicon.has("function", token.text):
            return True
        if not self.arabic and not token.capital and not any(n.kind in ("office", "body") for n in hit.names):
            return True
        if hit.analysis.conjunction or hit.analysis.preposition:
            if token.text in self.lexicon.common and not any(
                n.kind in ("state", "org", "adjective") for n in hit.names
            ):
                return False
        return any(n.caution == "word" for n in hit.names) and not self._country_context(hit.first)

    def _country_context(self, index: int) -> bool:
        previous = self.tokens[index - 1].text if index else ""
        return (
            previous in self.lexicon.prepositions
            or self.lexicon.has("country", previous)
            or self.tokens[index].capital
        )

    def _group(self, index: int) -> Mention | None:
        token = self.tokens[index]
        for kind in ("pair", "all", "counterpart", "own"):
            for analysis in token.analyses:
                word = analysis.stem if not analysis.article else "ال" + analysis.stem
                length = self._group_length(kind, word, index)
                if (
                    length
                    and kind == "pair"
                    and index + 1 < len(self.tokens)
                    and self._given(self.tokens[index + 1])
                ):
                    return None
                if length:
                    mention = Mention(index, index + length, kind)
                    if kind == "counterpart":
                        self._counterpart(mention)
                    elif kind == "pair":
                        self._pair(mention)
                    return mention
        return None

    def _group_length(self, kind: str, word: str, index: int) -> int:
        for phrase in self.lexicon.phrases.get(kind, ()):
            if (
                word == phrase[0]
                and tuple(t.text for t in self.tokens[index : index + len(phrase)])[1:] == phrase[1:]
            ):
                return len(phrase)
        return int(self.lexicon.has(kind, word))

    def _pair(self, mention: Mention) -> None:
        """ "the two sides, Egyptian and Ugandan" names its members."""
        position, found = mention.last, []
        while position < len(self.tokens) and len(found) < 3:
            hit = self.lexicon.names.at(self.tokens, position) if self.tokens[position].word else None
            value = (
                next((n.value for n in hit.names if n.kind in ("adjective", "state")), None) if hit else None
            )
            if not hit or value is None or (hit.analysis.preposition not in ("", "ل")):
                break
            found.append(value)
            position = hit.last
        if len(found) > 1:
            mention.actors, mention.last = tuple(found), position

    def _counterpart(self, mention: Mention) -> None:
        position = mention.last
        while position < min(len(self.tokens), mention.last + 4):
            hit = self.lexicon.names.at(self.tokens, position) if self.tokens[position].word else None
            named = next((n for n in hit.names if n.kind in ("adjective", "state")), None) if hit else None
            if hit and named:
                mention.actors = (named.value,)
                position = hit.last
                break
            if not self.lexicon.has("bridge", self.tokens[position].text):
                position = mention.last
                break
            position += 1
        else:
            position = mention.last
        mention.last = self._person(mention, position)
        mention.kind = "counterpart"

    def _styled(self, index: int) -> bool:
        """Whether a style ("Sheikh", "Mr") stands before a name without an office."""
        token = self.tokens[index]
        if not self._honorific(token) or index + 1 >= len(self.tokens):
            return False
        start = index
        while start < len(self.tokens) and (
            self._honorific(self.tokens[start]) or self.tokens[start].text == "."
        ):
            start += 1
        return (
            start < len(self.tokens)
            and self.name_end(start) - start > 1
            and (self._given(self.tokens[start]) or not self.arabic)
        )

    def _styled_person(self, index: int) -> Mention | None:
        mention = Mention(index, index, "person")
        mention.last = self._person(mention, index)
        after = mention.last
        if after < len(self.tokens) and self.tokens[after].text in (",", "،"):
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
        while end < len(self.tokens) and end - mention.last < MAX_NAME_WORDS and self._in_name(end, False):
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

    def _text(self, first: int, last: int) -> str:
        return " ".join(t.original for t in self.tokens[first:last])

    # -- what governs a phrase

    def _govern(self, mention: Mention) -> None:
        """Set the preposition, the list flag and the offsets of a phrase."""
        mention.start, mention.end = self.tokens[mention.first].start, self.tokens[mention.last - 1].end
        hit = self.lexicon.names.at(self.tokens, mention.first)
        analysis = hit.analysis if hit else self._clitics(mention)
        mention.joined = bool(analysis.conjunction)
        if analysis.preposition:
            mention.preposition = self.lexicon.prepositions.get(analysis.preposition, "")
            return
        index = mention.first - 1
        while index >= 0 and (
            self._honorific(self.tokens[index])
            or self.lexicon.has("markers", self._bare(index))
            or self.lexicon.has("articles", self.tokens[index].text)
        ):
            clitic = next(
                (
                    a.preposition
                    for a in self.tokens[index].analyses
                    if a.preposition and self.lexicon.has("markers", a.stem)
                ),
                "",
            )
            if clitic:
                mention.preposition = self.lexicon.prepositions.get(clitic, "")
                return
            index -= 1
        if (
            index > 0
            and self.tokens[index].text == ":"
            and self.lexicon.has("list-head", self.tokens[index - 1].text)
        ):
            mention.preposition = "members"
            return
        while index >= 0 and self.tokens[index].text in ("#", '"'):
            index -= 1
        if index >= 0:
            before = self.tokens[index].text
            mention.joined = mention.joined or before in ("و", "and", "et")
            word = (
                before
                if before in self.lexicon.prepositions
                else before[1:]
                if before[:1] in ("و", "ف")
                else before
            )
            mention.preposition = self.lexicon.prepositions.get(word, "")

    def _bare(self, index: int) -> str:
        """The word without clitics where its bare form is a marker of places."""
        token = self.tokens[index]
        return next((a.stem for a in token.analyses if self.lexicon.has("markers", a.stem)), token.text)

    def _clitics(self, mention: Mention) -> Analysis:
        token = self.tokens[mention.first]
        for kind in ("pair", "all", "counterpart", "own"):
            for analysis in token.analyses:
                if self.lexicon.has(kind, analysis.stem) or self.lexicon.has(kind, "ال" + analysis.stem):
                    return analysis
        return token.analyses[0]
