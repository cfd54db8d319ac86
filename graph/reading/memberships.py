"""Memberships: where the text says that an actor belongs to, joins, leaves, hosts or chairs an organization."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.model import Membership
from graph.reading.mention import Mention
from graph.reading.names import is_state
from graph.reading.sentence import Sentence
from graph.reading.tokens import Token

if TYPE_CHECKING:
    from graph.reading.lexicon import MemberWord
    from graph.reading.records import Records

REACH = 14
UNREAL = 4  # words before in which a wish, a candidacy or a denial is looked for
LINKS = ("function", "articles", "relative", "membership-link")


def memberships(builder: Records) -> list[Membership]:
    """One membership a member, organization and role."""
    found: dict[tuple[str, str, str], Membership] = {}
    for sentence in builder.sentences:
        for member, organization, role, start, end in (
            *_read(builder, sentence),
            *_styled(builder, sentence),
        ):
            record = Membership(
                member=member,
                organization=organization,
                role=role,
                evidence=(builder.evidence(start, end, f"membership:{role}"),),
                confidence=0.75,
            )
            found.setdefault((member, organization, role), record)
    return list(found.values())


def _read(builder: Records, sentence: Sentence) -> Iterator[tuple[str, str, str, int, int]]:
    lexicon, tokens = builder.lexicon, sentence.tokens
    for index, token in enumerate(tokens):
        role = _role(builder, tokens, index) if lexicon.glances[token.text].member else None
        if role is None or _unreal(builder, tokens, index):
            continue
        near = [m for m in sentence.mentions if abs(m.first - index) <= REACH]
        members = [m for m in near if _is_state(m)]
        organizations = [m for m in near if any(not is_state(a) for a in m.actors) and _is_org(m)]
        member = _nearest(members, index, role.member)
        if member is None or not _beside(builder, sentence, member, index, role):
            continue
        if role.name == "chair" and (member.kind != "name" or member.first - index > 1):
            continue
        inside = (m for m in near if m.kind == "body" and m.first - index in (0, 1) and not _is_state(m))
        owner = next(
            (m for m in inside if m.actors and role.rest), None
        )  # "the presidency of O" is one phrase
        organization = owner or _nearest(organizations, index, role.organization)
        if role.organization == "after" and not (
            organization and _of(builder, sentence, member, organization, index, role)
        ):
            organization = _antecedent(builder, sentence, organizations, index)
        if organization is None or (not owner and _elsewhere(builder, sentence, organization, index, role)):
            continue
        first, last = min(member.first, index), max(member.last, index + 1)
        name, last = _qualified(builder, sentence, index, role.name, last)
        if organization.last > index:
            last = max(last, organization.last)
        elif organization.first < first and first - organization.last <= 2:
            first = organization.first
        start, end = tokens[first].start, tokens[last - 1].end
        for other in (member, *_list_before(builder, sentence, member, role.member)):
            yield other.actors[0], organization.actors[0], name, min(start, other.start), end


def _styled(builder: Records, sentence: Sentence) -> Iterator[tuple[str, str, str, int, int]]:
    """English: "S, an O member", "O ally S", "O member states such as S and T"."""
    lexicon, tokens, mentions = builder.lexicon, sentence.tokens, sentence.mentions
    for index in (i for i, t in enumerate(tokens) if lexicon.has("membership-style", t.text)):
        held = next(
            (
                m
                for m in mentions
                if m.last <= index
                and _light(builder, tokens[m.last : index])
                and _is_org(m)
                and not is_state(m.actors[0])
            ),
            None,
        )
        if held is None or _unreal(builder, tokens, held.first):
            continue
        after = index + 1
        while after < len(tokens) and (
            lexicon.has("membership-such", tokens[after].text) or tokens[after].text == ","
        ):
            after += 1
        named = next((m for m in mentions if m.first == after and _is_state(m)), None)
        whose = list(_list_after(mentions, named)) if named and tokens[after - 1].text != "," else []
        if not whose:
            before = _nearest([m for m in mentions if _is_state(m)], held.first, "before")
            between = tokens[before.last : held.first] if before else []
            linked = any(lexicon.has(c, t.text) for t in between for c in ("be", "membership-link"))
            one = between and between[0].text == "," and lexicon.has("articles", between[-1].text)
            whose = [before] if before and (linked or one) and _light(builder, between) else []
        name, last = _qualified(builder, sentence, index, "member", index + 1)
        for member in whose:
            start, end = min(member.start, held.start), max(member.end, tokens[last - 1].end)
            yield member.actors[0], held.actors[0], name, start, end


def _unreal(builder: Records, tokens: Sequence[Token], index: int) -> bool:
    """Whether a wish, a candidacy or a denial stands right before a word."""
    return any(
        builder.lexicon.has(sign, w)
        for t in tokens[max(0, index - UNREAL) : index]
        for w in _readings(t)
        for sign in ("demanded", "candidacy", "negation")
    )


def _is_state(mention: Mention) -> bool:
    return mention.kind in ("name", "person", "body") and any(is_state(a) for a in mention.actors)


def _list_after(mentions: Sequence[Mention], first: Mention) -> Iterator[Mention]:
    """A phrase and those that go on with its list."""
    yield first
    last = first.last
    for other in mentions[mentions.index(first) + 1 :]:
        if not _is_state(other) or other.first - last > 2 or other.preposition != first.preposition:
            return
        yield other
        last = other.last


def _role(builder: Records, tokens: Sequence[Token], index: int) -> MemberWord | None:
    """The membership that a word makes with the words that belong to it."""
    readings = (r for a in tokens[index].analyses for r in builder.lexicon.member_words.get(a.stem, ()))
    return next(
        (r for r in readings if tuple(t.text for t in tokens[index + 1 : index + 1 + len(r.rest)]) == r.rest),
        None,
    )


def _light(builder: Records, tokens: Sequence[Token]) -> bool:
    """Whether words only link what stands around them: small words, marks, and what narrows a role."""
    lexicon = builder.lexicon
    narrowing = {word for words in lexicon.member_qualifiers for word in words.split()}
    return all(
        not t.word
        or t.text[0].isdigit()
        or any(
            w in narrowing or w in lexicon.prepositions or any(lexicon.has(c, w) for c in LINKS)
            for w in _readings(t)
        )
        for t in tokens
    )


def _beside(builder: Records, sentence: Sentence, member: Mention, index: int, role: MemberWord) -> bool:
    """Whether the member stands by the word, with nothing between that could be a member instead."""
    tokens = sentence.tokens
    if role.name == "host" and role.member == "before":
        return member.last == index  # not "S's attack on the seat of O"
    if role.member == "before" and any(
        builder.lexicon.has("clause-subject", w) for w in _readings(tokens[index - 1])
    ):
        return True  # "S heads the group; it is a member"
    if role.member == "before":
        return _light(builder, tokens[member.last : index])
    return member.first - index <= 1 + len(role.rest)


def _of(
    builder: Records,
    sentence: Sentence,
    member: Mention,
    organization: Mention,
    index: int,
    role: MemberWord,
) -> bool:
    """Whether the organization behind the word is the one that it is of."""
    if role.name == "chair":
        return True  # of its session, council or committee
    start = max(index + 1 + len(role.rest), member.last if member.first > index else 0)
    between = sentence.tokens[start : organization.first]
    passive = between and builder.lexicon.prepositions.get(between[0].text) == "by"
    return not passive and _light(builder, between)


def _list_before(builder: Records, sentence: Sentence, member: Mention, side: str) -> Iterator[Mention]:
    """The earlier members of a list that ends with the one nearest to the word ("Albania and Montenegro are")."""
    position = sentence.mentions.index(member)
    while side == "before" and position and member.joined:
        previous = sentence.mentions[position - 1]
        if member.first - previous.last > 2 or previous.kind != member.kind or not previous.actors:
            return
        if previous.first and _takes_member(builder, sentence.tokens[previous.first - 1]):
            return
        yield previous
        member, position = previous, position - 1


def _elsewhere(
    builder: Records, sentence: Sentence, organization: Mention, index: int, role: MemberWord
) -> bool:
    """English: whether the organization only describes another thing ("left the NATO summit")."""
    lexicon, tokens = builder.lexicon, sentence.tokens
    if lexicon.language.ORDER != "subject-first":
        return False
    if organization.first <= index:
        return bool(role.rest) and not any(lexicon.has("relative", t.text) for t in tokens[:index])
    start = index + 1 + len(role.rest)
    between = [t.text for t in tokens[start : organization.first] if not lexicon.has("articles", t.text)]
    if role.rest and any(w in lexicon.prepositions for w in between):
        return True
    following = tokens[organization.last] if organization.last < len(tokens) else None
    if following is None or not following.text.isalpha() or following.capital:
        return False
    return not any(lexicon.has(c, following.text) for c in ("function", "held", "planned"))


def _takes_member(builder: Records, token: Token) -> bool:
    """Whether a word makes a membership of its own with what follows it ("which S hosts and T is a member of")."""
    roles = (r for a in token.analyses for r in builder.lexicon.member_words.get(a.stem, ()))
    return any(role.member == "after" for role in roles)


def _readings(token: Token) -> set[str]:
    return (
        {token.text} | {a.stem for a in token.analyses} | {"ال" + a.stem for a in token.analyses if a.article}
    )


def _is_org(mention: Mention) -> bool:
    return (
        mention.kind == "name"
        and len(mention.actors) == 1
        and not (is_state(mention.actors[0]) and mention.place)
    )


def _nearest(mentions: list[Mention], index: int, side: str) -> Mention | None:
    fitting = [m for m in mentions if (m.first > index if side == "after" else m.last <= index)]
    return min(fitting, key=lambda m: abs(m.first - index), default=None)


def _antecedent(
    builder: Records, sentence: Sentence, organizations: list[Mention], index: int
) -> Mention | None:
    """The organization that a relative clause is about ("of which S is a member")."""
    earlier = [m for m in organizations if m.last <= index]
    relative = earlier and any(
        builder.lexicon.has("relative", w)
        for t in sentence.tokens[earlier[-1].last : index]
        for w in _readings(t)
    )
    return earlier[-1] if relative else None


def _qualified(builder: Records, sentence: Sentence, index: int, role: str, last: int) -> tuple[str, int]:
    """A role made narrower by the words after it ("founding", "non-permanent")."""
    for length in (3, 2, 1):
        for begin in (index + 1, index - length):
            words = " ".join(t.text for t in sentence.tokens[max(0, begin) : begin + length])
            narrower = builder.lexicon.member_qualifiers.get(words)
            if narrower:
                return narrower, max(last, begin + length)
    return role, last
