"""``extract``: what would be read from articles."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from functools import partial
from typing import Annotated

import pyoxigraph as ox
import typer

from graph.cli.app import app, day, tell
from graph.cli.reading import AnswersFile, Reader, print_requests, reading, settings_with
from graph.exc import BilateralError, InputError
from graph.extraction import to_json
from graph.ingest import open_source, warnings
from graph.model import ArticleRecords
from graph.queries import prefixes
from graph.rdf import records_to_quads
from graph.soundness import keep_sound
from graph.sources import Columns, read_sources

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Folders, .txt, .jsonl, .csv, .parquet, .html, RSS or Atom files, .zip or .gz of them, or -.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(help="Encoding of texts that are not UTF-8, such as windows-1256.", metavar="NAME"),
]
Published = Annotated[
    str | None,
    typer.Option(help="Day of publication of articles that give none.", metavar="YYYY-MM-DD"),
]
Column = typer.Option(help="Column of a CSV or Parquet file; else one with a usual name.", metavar="NAME")
NamedColumn = Annotated[str | None, Column]


class ExtractFormat(StrEnum):
    """How extraction records are printed."""

    JSONL = "jsonl"
    TRIG = "trig"
    TEXT = "text"


@app.command(
    epilog="Example: bilateral extract data/articles | jq '.events[].quote'; "
    "bilateral extract news --reader model --dry-run > requests.jsonl"
)
def extract(
    paths: Paths,
    format: Annotated[
        ExtractFormat, typer.Option(help="What to print for an article.")
    ] = ExtractFormat.JSONL,
    encoding: Encoding = None,
    published: Published = None,
    text_column: NamedColumn = None,
    date_column: NamedColumn = None,
    outlet_column: NamedColumn = None,
    url_column: NamedColumn = None,
    lang_column: NamedColumn = None,
    id_column: NamedColumn = None,
    title_column: NamedColumn = None,
    reader: Reader = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the model's requests (OpenAI batch format); ask nobody.")
    ] = False,
    answers: AnswersFile = None,
) -> None:
    """Read articles and print what was found, one JSON line an article; nothing is stored."""
    fallback, settings = day(published, "--published"), settings_with(reader)
    columns = Columns(
        text_column, date_column, outlet_column, url_column, lang_column, id_column, title_column
    )
    sources = partial(read_sources, paths, encoding=encoding, max_bytes=settings.max_article, columns=columns)
    if dry_run:
        raise typer.Exit(0 if print_requests(settings, sources(), fallback, answers) else 1)
    failed = 0
    with reading(settings, sources, fallback, answers, twice="-" not in paths) as (chosen, found):
        for source in found:
            try:
                if isinstance(source, InputError):
                    raise source
                article = open_source(source, published=fallback)
                records, reports = keep_sound(chosen.read(article))
            except BilateralError as error:
                failed += 1
                tell(f"error: {error}")
                continue
            for warning in (*warnings(records), *reports, *chosen.reports(article.key)):
                tell(f"warning: {source.path or source.key}: {warning}")
            _print(records, format)
    if failed:
        raise typer.Exit(1)


def _print(records: ArticleRecords, format: ExtractFormat) -> None:
    if format is ExtractFormat.JSONL:
        print(json.dumps(to_json(records), ensure_ascii=False))
    elif format is ExtractFormat.TRIG:
        trig = ox.serialize(records_to_quads(records), format=ox.RdfFormat.TRIG, prefixes=prefixes())
        sys.stdout.write((trig or b"").decode())
    else:
        print("\n".join(_lines(records)))


def _lines(records: ArticleRecords) -> list[str]:
    """An article's records for reading in a terminal, each with its quote."""
    article = records.article
    lines = [f"{article.key}  {article.published or 'no date'}  {article.outlet or ''}".rstrip()]
    for event in records.events:
        when = f"{event.earliest or '…'} – {event.latest or '…'}"
        lines.append(f"  event     {event.kind} ({event.status}) {' '.join(event.participants)}  {when}")
        lines.append(f"            «{event.quote}»")
    for position in records.positions:
        target = f" → {' '.join(position.target)}" if position.target else ""
        lines.append(f"  position  {' '.join(position.holders)} {position.stance}{target}: {position.issue}")
        lines.append(f"            «{position.quote}»")
    for post in records.posts:
        lines.append(f"  post      {post.person}, {post.post} of {post.actor}")
    for membership in records.memberships:
        lines.append(f"  member    {membership.member} in {membership.organization} ({membership.role})")
    for agreement in records.agreements:
        lines.append(f"  agreement {' '.join(agreement.parties)}: {agreement.title}")
    for commitment in records.commitments:
        lines.append(f"  promise   {' '.join(commitment.makers)}: {commitment.undertaking}")
    return lines
