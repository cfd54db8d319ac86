"""What the SPARQL 1.1 Protocol asks of a text before the engine sees it.

The engine parses; this only finds words. It tells strings, IRIs, comments, variables and prefixed names
from keywords, which is enough to refuse what reaches the network (``SERVICE``, ``LOAD``), to see what form
a query has and whether it names its own dataset, to give relative IRIs a base, and to give an update the
dataset of the request (section 2.2.3).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from graph.exc import QueryError

TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
              | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>(?:[^\W\d_][\w.\-]*)?:(?:(?:[\w:%]|\\.)(?:[\w.\-:%]|\\.)*)?)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.DOTALL,
)


_RELATIVE = re.compile(r"""<(?![A-Za-z][A-Za-z0-9+.\-]*:)[^<>"{}|^`\\\x00-\x20]*>""")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a SPARQL text; ``depth`` counts the open braces before it (a brace lies outside itself)."""

    kind: str
    text: str
    start: int
    end: int
    depth: int


def tokens(text: str) -> Iterator[Token]:
    """The pieces of ``text`` without blanks and comments."""
    depth = 0
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if match[0] == "}":
            depth -= 1
        if kind != "comment":
            yield Token(kind, match[0], match.start(), match.end(), depth)
        if match[0] == "{":
            depth += 1


def _holds(text: str, *words: str) -> bool:
    """Whether one of ``words`` stands anywhere in ``text``: most texts have none, which spares taking them apart."""
    upper = text.upper()
    return any(word in upper for word in words)


def is_graph_query(query: str) -> bool:
    """Whether the answer to ``query`` is a graph (CONSTRUCT, DESCRIBE), by the first word that tells."""
    if not _holds(query, "CONSTRUCT", "DESCRIBE"):
        return False
    forms = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    words = (token.text.upper() for token in tokens(query) if token.kind == "word")
    form = next((form for word in words for form in forms if word.startswith(form)), "")
    return form in ("CONSTRUCT", "DESCRIBE")


def with_base(text: str, base: str) -> str:
    """``text`` with ``base`` for its relative IRIs; unchanged, so that positions hold, where it has none."""
    relative = _RELATIVE.search(text) and any(
        token.kind == "iri" and not re.match(r"<[A-Za-z][A-Za-z0-9+.\-]*:", token.text)
        for token in tokens(text)
    )
    return f"BASE <{base}> {text}" if relative else text


def names_dataset(query: str) -> bool:
    """Whether ``query`` has a FROM clause."""
    return _holds(query, "FROM") and any(
        token.kind == "word" and token.text.upper().startswith("FROM") for token in tokens(query)
    )


def refuse_network(text: str, hosts: Collection[str] = ()) -> None:
    """Raise :class:`QueryError` for a text that would make the server call another one not among ``hosts``.

    A host is written as in the IRI, with its port where it names one. The target of an allowed call must be
    written out as an IRI. The engine needs no blank around keywords: ``SERVICE:x``, ``SERVICESILENT<…>`` and
    ``trueSERVICE?x`` are calls too. So no other word and no prefix may hold a keyword; a prefix may where it
    is declared.
    """
    if not _holds(text, "SERVICE", "LOAD"):
        return
    pieces = list(tokens(text))
    before = ""
    for place, token in enumerate(pieces):
        word = token.text.partition(":")[0].upper()
        found = next((key for key in ("SERVICE", "LOAD") if key in word), None)
        if (
            token.kind == "word"
            and found
            and not (word == found and _allowed(pieces[place + 1 :][:2], hosts))
        ):
            named = f" but to {', '.join(sorted(hosts))}, written as an IRI" if hosts else ""
            raise QueryError(f"{found} is not allowed: this server calls no other server{named}")
        if token.kind == "name" and found and before != "PREFIX":
            raise QueryError(
                f"{token.text!r} cannot be told from {found}, which is not allowed; rename the prefix"
            )
        before = token.text.upper()


def _allowed(after: Sequence[Token], hosts: Collection[str]) -> bool:
    """Whether what follows a keyword is the IRI of one of ``hosts``, perhaps after SILENT."""
    target = after[1:] if after and after[0].text.upper() == "SILENT" else after[:1]
    if not hosts or not target or target[0].kind != "iri":
        return False
    address = urlsplit(target[0].text[1:-1])
    return address.scheme in ("http", "https") and address.netloc.lower() in hosts


def is_open_ended(update: str) -> bool:
    """Whether what ``update`` does may be more than its text says: all but INSERT DATA and DELETE DATA, or in doubt."""
    return _holds(update, "WHERE", "LOAD", "COPY", "MOVE", "ADD", "CLEAR", "DROP")


def with_dataset(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """``update`` with ``USING`` clauses for the graphs of the request in each of its operations.

    An update that names a dataset itself is an error then (SPARQL 1.1 Protocol, section 2.2.3).
    """
    if not default and not named:
        return update
    pieces = list(tokens(update))
    outside = [i for i, token in enumerate(pieces) if token.kind == "word" and token.depth == 0]
    if any(pieces[i].text.upper() in ("USING", "WITH") for i in outside):
        raise QueryError(
            "the update has USING or WITH, so using-graph-uri and using-named-graph-uri may not be given"
        )
    clauses = "".join(f"USING <{iri}> " for iri in default) + "".join(
        f"USING NAMED <{iri}> " for iri in named
    )
    parts, done = [], 0
    for i in outside:
        if pieces[i].text.upper() != "WHERE":
            continue
        parts.append(update[done : pieces[i].start])
        if i and pieces[i - 1].text.upper() == "DELETE":
            # DELETE WHERE has no place for USING: its pattern is written out as the template it stands for
            parts.append(update[pieces[i].end : _group_end(pieces, i + 1)] + " ")
        parts.append(clauses)
        done = pieces[i].start
    return "".join(parts) + update[done:]


def _group_end(pieces: Sequence[Token], first: int) -> int:
    """Offset after the brace that closes the group beginning at ``first``, or of that piece if none does."""
    closing = (token.end for token in pieces[first + 1 :] if token.text == "}" and token.depth == 0)
    return next(closing, pieces[first].start if first < len(pieces) else 0)
