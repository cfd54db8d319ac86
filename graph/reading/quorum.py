"""Whether enough take part in what an event word tells, by what its entry in the lexicon needs."""

from __future__ import annotations

from graph.reading.lexicon import Lexicon, Trigger
from graph.reading.names import is_state
from graph.reading.roles import Part

NAMED = frozenset({"name", "body", "person", "counterpart", "pair", "all"})  # whom a request can be made to
ALONE = frozenset({"threat", "decision", "concession"})


def enough(lexicon: Lexicon, trigger: Trigger, found: list[Part]) -> bool:
    """Whether the participants found fill what the entry of an event word needs."""
    actors = {p.actor for p in found}
    sources = [p for p in found if p.role in ("source", "party", "host")]
    targets = [p for p in found if p.role == "target"]
    match trigger.need:
        case "target":
            return bool(targets)
        case "named":
            named = NAMED if trigger.frame == "demanded" else NAMED | {"people"}
            return bool(sources and targets) and all(t.argument.mention.kind in named for t in targets[:1])
        case "told":
            return bool(sources and targets) and all(t.argument.mention.kind == "name" for t in targets)
        case "with":
            several = len({p.actor for p in found if p.argument.relation == "subject"}) > 1
            if several and lexicon.language.ORDER == "subject-first":
                return False  # "S and T discussed their ties with U": U is spoken of
            return len(actors) > 1 and any(p.argument.relation == "with" for p in found)
        case "pair" | "partner":
            return len(actors) > 1
        case "alone":
            return bool(sources)
        case "force":
            return bool(targets) and all(p.argument.mention.kind != "person" for p in sources)
        case "body":
            return any(not is_state(p.actor) or _decides(lexicon, p) for p in sources)
        case "state":
            return any(is_state(p.actor) for p in sources)
        case "organization":
            return any(not is_state(p.actor) for p in found)
        case "signed":
            return len(actors) > 1
        case "past":
            told = trigger.form.feature in ("past", "gerund") and not trigger.form.possessed
            return told and len(trigger.form.text) > 3 and bool(targets)
    if trigger.frame == "mutual":
        if found[0].role == "host" and trigger.kind == "negotiation":
            return True
        gathered = trigger.kind == "meeting" and any(p.argument.relation == "to" for p in found)
        own = trigger.kind == "summit" or (gathered and lexicon.language.ORDER != "subject-first")
        return len(actors) > 1 or (own and any(not is_state(a) for a in actors))
    if trigger.frame == "directed" and not targets:
        return bool(sources) and trigger.verb and trigger.kind in ALONE
    return bool(sources)


def _decides(lexicon: Lexicon, part: Part) -> bool:
    """Whether a body of a state is one that rules or resolves; any is in a language that lists none."""
    body = part.argument.mention
    listed = "deciding" in lexicon.words
    return body.body and (not listed or lexicon.has("deciding", body.head))
