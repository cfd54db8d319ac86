"""``query``, ``show``, ``articles`` and ``stats``: what is in the store."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import pyoxigraph as ox
import typer
from rich.console import Console
from rich.table import Table

from graph import lookups
from graph.cli.app import DEFAULT_STORE, StorePath, app, opened, tell
from graph.cli.relation import print_relation
from graph.exc import InputError
from graph.ingest import remove_article
from graph.queries import prefixes
from graph.store import Answer, Form

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class QueryFormat(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    TTL = "ttl"
    NT = "nt"


_RESULTS = {
    QueryFormat.JSON: ox.QueryResultsFormat.JSON,
    QueryFormat.CSV: ox.QueryResultsFormat.CSV,
    QueryFormat.TSV: ox.QueryResultsFormat.TSV,
}
_RDF = {QueryFormat.TTL: ox.RdfFormat.TURTLE, QueryFormat.NT: ox.RdfFormat.N_TRIPLES}


def console() -> Console:
    """Standard output; as wide as the terminal, or wide enough for rows where there is none."""
    return Console(file=sys.stdout) if sys.stdout.isatty() else Console(file=sys.stdout, width=200)


def as_json(value: Any) -> str:
    """A view as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_day)


def _day(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


@app.command(epilog="Example: bilateral query -e 'SELECT ?event { ?event a bir:Event } LIMIT 5'")
def query(
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="A file with the query, or - for standard input.")
    ] = None,
    text: Annotated[str | None, typer.Option("-e", "--text", help="The query itself.")] = None,
    format: Annotated[
        QueryFormat | None,
        typer.Option(help="Default: table for rows, ttl for triples.", show_default=False),
    ] = None,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Ask the store in SPARQL; the project's prefixes need not be declared."""
    if (file is None) == (text is None) and (text is not None or sys.stdin.isatty()):
        raise typer.BadParameter("give the query as FILE, with -e, or on standard input")
    sparql = text if text is not None else _read(file)
    with opened(store) as source:
        answer = source.answer(
            with_prefixes(sparql),
            results=_RESULTS.get(format or QueryFormat.TABLE, ox.QueryResultsFormat.JSON),
            rdf=_RDF.get(format or QueryFormat.TTL, ox.RdfFormat.TURTLE),
        )
    _print_answer(answer, format)


def _read(file: str | None) -> str:
    if file in (None, "-"):
        return sys.stdin.read()
    try:
        return Path(str(file)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: {getattr(error, 'strerror', None) or error}") from None


def with_prefixes(sparql: str) -> str:
    """A query with those of the project's prefixes declared that it does not declare itself.

    They go on the query's own first line, so that the positions in a parser's message keep their lines.
    """
    lowered = sparql.lower()
    wanted = {p: iri for p, iri in prefixes().items() if f"{p}:" in lowered and f"prefix {p}:" not in lowered}
    return " ".join([*(f"PREFIX {p}: <{iri}>" for p, iri in wanted.items()), sparql])


def _print_answer(answer: Answer, format: QueryFormat | None) -> None:
    if answer.form is Form.TRIPLES:
        if format is not None and format not in _RDF:
            raise InputError(
                f"the answer is a graph, which cannot be printed as {format}; give --format ttl or nt"
            )
        sys.stdout.write(answer.body.decode())
        return
    if format in _RDF:
        raise InputError(
            f"the answer is no graph and cannot be printed as {format}; give table, json, csv or tsv"
        )
    if format is not None and format is not QueryFormat.TABLE:
        if answer.form is Form.TRUTH and format is not QueryFormat.JSON:
            print("true" if b"true" in answer.body else "false")
            return
        sys.stdout.write(answer.body.decode())
        if not answer.body.endswith(b"\n"):
            print()
        return
    found = ox.parse_query_results(answer.body, format=ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        print("true" if found else "false")
    elif isinstance(found, ox.QuerySolutions):
        names = [v.value for v in found.variables]
        table = Table(*names, box=None, header_style="bold", pad_edge=False)
        count = 0
        for row in found:
            count += 1
            table.add_row(*(_cell(row[name]) for name in names))
        console().print(table)
        tell(f"{count} row{'' if count == 1 else 's'}")


def _cell(term: object) -> str:
    """A term for the eye: IRIs by prefix, literals by their text."""
    if term is None:
        return ""
    text = str(getattr(term, "value", term))
    if isinstance(term, ox.NamedNode):
        for prefix, iri in prefixes().items():
            if text.startswith(iri):
                return f"{prefix}:{text[len(iri) :]}"
    return text.replace("[", "\\[")


@app.command(epilog="Example: bilateral show KAZ فلسطين")
def show(
    a: Annotated[
        str, typer.Argument(metavar="A", help="A state: alpha-3 code, or name in English or Arabic.")
    ],
    b: Annotated[str, typer.Argument(metavar="B", help="The other state.")],
    store: StorePath = DEFAULT_STORE,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="Show whole sentences around the quotes.")
    ] = False,
    json_: Json = False,
) -> None:
    """Show the relation of two states: events in order, positions, posts, each with its words."""
    with opened(store) as source:
        found = lookups.relation(source, a, b)
        if json_:
            print(as_json(asdict(found)))
            return
        texts = (
            {a.id: lookups.article(source, a.id).article.text or "" for a in found.articles}
            if sentences
            else {}
        )
    print_relation(found, console(), texts)


articles = typer.Typer(help="List, show and remove articles.", no_args_is_help=True)
app.add_typer(articles, name="articles")


@articles.command("list", epilog="Example: bilateral articles list --json | jq '.[].key'")
def list_articles(store: StorePath = DEFAULT_STORE, json_: Json = False) -> None:
    """List the articles of the store, the newest first."""
    found: list[lookups.ArticleView] = []
    with opened(store) as source:
        after = None
        while True:
            page = lookups.articles(source, limit=500, after=after)
            found += page.items
            after = page.next
            if after is None:
                break
    if json_:
        print(as_json([asdict(article) for article in found]))
        return
    table = Table("key", "published", "language", "outlet", "records", "title", box=None, pad_edge=False)
    for article in found:
        table.add_row(
            article.key,
            str(article.published or ""),
            article.language or "",
            article.outlet or "",
            str(article.records),
            article.title or "",
        )
    console().print(table)
    tell(f"{len(found)} article{'' if len(found) == 1 else 's'}")


@articles.command("show", epilog="Example: bilateral articles show articles/maan-2017-07-08.ar")
def show_article(
    key: Annotated[str, typer.Argument(metavar="ID", help="The article's key.")],
    store: StorePath = DEFAULT_STORE,
    json_: Json = False,
) -> None:
    """Show an article's details, its text and the records read from it."""
    with opened(store) as source:
        found = lookups.article(source, key)
    if json_:
        print(as_json(asdict(found)))
        return
    article = found.article
    for name in ("key", "published", "updated", "outlet", "dateline", "title", "url", "path", "language"):
        if value := getattr(article, name):
            print(f"{name:>10}  {value}")
    print(f"\n{(article.text or '').strip()}\n")
    for event in found.events:
        _line(event, "event", f"{event.labels.get('en', event.type)} ({event.status})")
    for position in found.positions:
        holders = " ".join(holder.key for holder in position.holders)
        _line(position, "position", f"{holders} {position.stance}: {position.issue}")
    for post in found.posts:
        _line(post, "post", f"{_name(post.person)}, {_name(post.post)}")
    for bond in found.memberships:
        _line(bond, "membership", f"{bond.member.key} in {bond.organization.key} ({bond.role})")


def _line(record: lookups.Shown, kind: str, words: str) -> None:
    """A record with its span, the key that `bilateral correct` takes, and who corrected it."""
    note = record.corrected
    by = f", {note.action} by {note.by}" if note else ""
    print(f"{kind:<10} [{record.start}–{record.end}] {words}  {record.id.rsplit('/', 1)[-1]}{by}")


def _name(thing: lookups.Thing) -> str:
    return thing.labels.get("en") or next(iter(thing.labels.values()), thing.key)


@articles.command("remove", epilog="Example: bilateral articles remove articles/maan-2017-07-08.ar")
def remove(
    key: Annotated[str, typer.Argument(metavar="ID", help="The article's key.")],
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Take an article and what was read from it out of the store."""
    with opened(store, read_only=False) as target:
        remove_article(target, key)
    tell(f"removed {key}")


@app.command(epilog="Example: bilateral stats --json")
def stats(store: StorePath = DEFAULT_STORE, json_: Json = False) -> None:
    """Count articles, records by kind, states and pairs."""
    with opened(store) as source:
        found = lookups.stats(source)
    if json_:
        print(as_json(asdict(found)))
        return
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name in ("articles", "states", "pairs", "quads"):
        table.add_row(name, str(getattr(found, name)))
    for kind, count in sorted(found.records.items()):
        table.add_row(kind, str(count))
    for kind, count in found.event_types.items():
        table.add_row(f"  {kind}", str(count))
    console().print(table)
