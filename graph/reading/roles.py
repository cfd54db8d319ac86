"""From arguments to participants: each frame says which relation is source, target, party or host."""

from __future__ import annotations

from dataclasses import dataclass

from graph.reading.arguments import Argument
from graph.reading.lexicon import Trigger
from graph.reading.names import is_state

TOGETHER = frozenset({"body", "person"})  # "a meeting of the ministers of A and B"
PLACED = frozenset({"in", "on", "from", "to"})
POSTED = frozenset({"recognition", "expulsion"})  # done to the state that an envoy is sent to
TO = frozenset({"to", "in", "object"})


@dataclass(frozen=True, slots=True)
class Part:
    """An actor in a role, with the argument that shows it."""

    actor: str
    role: str
    argument: Argument


def parts(trigger: Trigger, arguments: list[Argument]) -> list[Part]:
    """The participants of an event word; empty where the frame is not filled."""
    found = _FRAMES[trigger.frame](trigger, arguments)
    unique: dict[tuple[str, str], Part] = {}
    for part in found:
        unique.setdefault((part.actor, part.role), part)
    return list(unique.values())


def _take(arguments: list[Argument], relations: frozenset[str] | set[str], role: str) -> list[Part]:
    return [
        Part(a, role, argument)
        for argument in arguments
        if argument.relation in relations and argument.mention.kind != "place"
        for a in argument.actors
    ]


def _mutual(trigger: Trigger, arguments: list[Argument]) -> list[Part]:
    chairs = _take(arguments, {"led"}, "chair")
    met = {x for a in arguments if a.relation in ("subject", "with", "object") for x in a.actors}
    if trigger.verb and len(met) > 1:  # "S met T before talks between U and V"
        arguments = [a for a in arguments if a.relation != "between"]
    if trigger.verb and met:
        arguments = [a for a in arguments if a.relation != "adjective" or a.mention.joined]
    relations = {
        "subject",
        "with",
        "between",
        "members",
        *(trigger.rest[-1:] if trigger.verb else ("adjective",)),
    } | ({"object"} if trigger.verb or trigger.form.possessed else set())
    gathered = [] if trigger.verb else _first_list(arguments, {"to"})
    apart = gathered and gathered[0].mention.kind not in TOGETHER
    if apart and (trigger.kind != "meeting" or any(map(is_state, gathered[0].actors))):
        gathered = []
    if trigger.rest[-1:] == ("with",) and not trigger.verb:
        others = _first_list(arguments, {"with"})
        arguments = [a for a in arguments if a.relation != "with" or a in others]
    by = [a for a in arguments if a.relation == "by" and a.mention.kind in ("person", "counterpart", "body")]
    return (
        _take(arguments, relations, "party")
        + _take(by, {"by"}, "party")
        + _take(gathered, {"to"}, "party")
        + chairs
    )


def _host(trigger: Trigger, arguments: list[Argument]) -> list[Part]:
    hosts = _take(arguments, {"subject"}, "host")
    wanted = {"object"} if trigger.verb else {"object", "to"}
    guests = _take(_first_list(arguments, wanted), wanted, "party")
    guests = guests or _take(_first_list(arguments, {"from"}), {"from"}, "party")
    guests = [g for g in guests if g.actor not in {h.actor for h in hosts}]
    return [*hosts, *guests] if guests else []


def _travel(trigger: Trigger, arguments: list[Argument]) -> list[Part]:
    sources = _take(arguments, {"subject"} if trigger.verb else {"subject", "adjective"}, "source")
    targets = [
        Part(a, "target", argument)
        for argument in arguments
        if argument.relation in (trigger.target or TO)
        or (argument.relation == "subject" and argument.mention.kind == "place")
        for a in argument.actors
        if argument.relation != "in" or is_state(a)
    ]
    mine = {s.actor for s in sources}
    targets = [t for t in targets if t.actor not in mine]
    first = [t for t in targets if t.argument is targets[0].argument or t.argument.mention.joined]
    return [*sources[:2], *first] if sources and (targets or trigger.need != "target") else []


def _directed(trigger: Trigger, arguments: list[Argument]) -> list[Part]:
    owned = any(a.relation == "subject" for a in arguments)  # "S's request to fly between T and U"
    both = [] if owned else _take(arguments, {"between"}, "source")
    if not trigger.verb and len({p.actor for p in both}) > 1 and "between" not in trigger.target:
        return [*both, *(Part(p.actor, "target", p.argument) for p in both)]
    sources = _take(arguments, {"subject"}, "source") or (
        [] if trigger.verb else _take(arguments, {"adjective"}, "source")
    )
    mine = {s.actor for s in sources}
    targets: list[Part] = []
    for relation in trigger.target:
        wanted = {"object" if relation == "obj" else "adjective" if relation == "adj" else relation}
        if relation == "any":
            targets = [
                Part(x, "target", a)
                for a in arguments
                if a.relation != "subject" and a.mention.kind in ("name", "body", "person")
                for x in a.actors
                if x not in mine
            ][:1]
            break
        listed = _first_list(arguments, wanted)
        targets = [t for t in _take(listed, wanted, "target") if t.actor not in mine]
        if not targets and relation in PLACED:
            targets = [
                Part(x, "target", a)
                for a in listed
                if a.mention.kind == "place"
                for x in a.actors
                if x not in mine
            ]
        if targets:
            break
    if not targets:
        targets = _take(arguments, {"scene"}, "target")
    if not targets:
        targets = [
            Part(a.mention.posting, "target", a)
            for a in arguments
            if a.mention.posting and a.mention.posting not in mine
            if a.relation != "subject" or trigger.kind in POSTED
        ]
    return [*sources, *targets] if sources else []


def _first_list(arguments: list[Argument], wanted: set[str]) -> list[Argument]:
    """The first argument of a relation with those that continue its list."""
    found: list[Argument] = []
    for argument in arguments:
        if found and not (argument.mention.joined and argument.relation in wanted):
            break
        if found or argument.relation in wanted:
            found.append(argument)
    return found


def _receive(trigger: Trigger, arguments: list[Argument]) -> list[Part]:
    return _take(arguments, {"subject"}, "party") + _take(arguments, {"from"}, "party")


def _act(trigger: Trigger, arguments: list[Argument]) -> list[Part]:
    return _take(arguments, {"subject", "adjective"}, "source")


_FRAMES = {
    "mutual": _mutual,
    "host": _host,
    "travel": _travel,
    "directed": _directed,
    "demanded": _directed,
    "receive": _receive,
    "act": _act,
}
