"""``correct`` and ``corrections``: what people say of what was read."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from graph import curation
from graph.cli.app import DEFAULT_STORE, StorePath, app, opened, tell
from graph.cli.asking import Json, as_json
from graph.curation.gold import gold_articles, write_gold
from graph.curation.listing import all_corrections
from graph.exc import InputError

correct = typer.Typer(help="Accept, reject, edit, add, merge or split what was read.", no_args_is_help=True)
app.add_typer(correct, name="correct")
corrections = typer.Typer(
    help="List corrections, those in conflict too; withdraw them; give them out as gold.",
    no_args_is_help=True,
)
app.add_typer(corrections, name="corrections")

Records = Annotated[
    list[str] | None, typer.Argument(metavar="RECORD...", help="IRIs of records, or their last parts.")
]
Why = Annotated[str | None, typer.Option(help="The reason, for those who read it later.", metavar="TEXT")]
Who = Annotated[str | None, typer.Option(help="Who says so; by default your login name.", metavar="NAME")]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field, such as place=Astana; may be given again."),
]


def _who(name: str | None) -> str:
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise typer.BadParameter("there is no login name here; say who you are", param_hint="--who") from None


def _fields(settings: Iterable[str] | None) -> dict[str, str]:
    found = {}
    for setting in settings or ():
        name, equals, value = setting.partition("=")
        if not equals:
            raise typer.BadParameter(f"{setting!r} is no FIELD=VALUE", param_hint="--set")
        found[name.strip()] = value.strip()
    return found


def _told(made: Iterable[curation.Correction]) -> None:
    for correction in made:
        print(correction.key)
        tell(f"{correction.action} {_about(correction)}: {correction.outcome}")


@correct.command(
    epilog="Example: bilateral correct accept event/3f1c0a52b7e4d986 --why 'checked with the text'"
)
def accept(
    records: Records = None,
    article: Annotated[
        str | None, typer.Option(metavar="ID", help="Accept all of an article that nobody has judged yet.")
    ] = None,
    why: Why = None,
    who: Who = None,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Say that records are right."""
    if bool(records) == bool(article):
        raise typer.BadParameter("give records, or --article with an article's key", param_hint="RECORD")
    with opened(store, read_only=False) as target:
        if article:
            _told(curation.accept_all(target, article, by=_who(who), why=why))
        else:
            _told(curation.judge(target, "accept", records or [], by=_who(who), why=why))


@correct.command(epilog="Example: bilateral correct reject 3f1c0a52b7e4d986 --why 'the visit was denied'")
def reject(
    records: Annotated[list[str], typer.Argument(metavar="RECORD...", help="IRIs or their last parts.")],
    why: Why = None,
    who: Who = None,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Say that an article does not say so; the records go, in later readings too."""
    with opened(store, read_only=False) as target:
        _told(curation.judge(target, "reject", records, by=_who(who), why=why))


@correct.command(
    epilog="Example: bilateral correct edit 3f1c0a52b7e4d986 --set place=Astana --set date=2018-07-31"
)
def edit(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="An IRI or its last part.")],
    settings: Settings = None,
    why: Why = None,
    who: Who = None,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Set fields of a record, as `bilateral extract` names them; lists with commas, nothing to clear one."""
    with opened(store, read_only=False) as target:
        _told(curation.judge(target, "edit", [record], by=_who(who), why=why, wanted=_fields(settings)))


@correct.command(
    epilog="Example: bilateral correct add news/one event --quote 'visited Cairo' --set type=visit "
    "--set participants=JOR,EGY --set source=JOR --set target=EGY"
)
def add(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's key.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="event, position, post, membership, …")],
    quote: Annotated[str, typer.Option(help="The words that say so, exactly as in the article.")],
    settings: Settings = None,
    why: Why = None,
    who: Who = None,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Add a record that was overlooked."""
    wanted = {**_fields(settings), "quote": quote}
    with opened(store, read_only=False) as target:
        _told([curation.add(target, article, kind, wanted, by=_who(who), why=why)])


One = Annotated[str, typer.Argument(metavar="ONE", help="An event or a person: IRI or its last part.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other one.")]


@correct.command(epilog="Example: bilateral correct merge event/3f1c0a52b7e4d986 event/90ab12cd34ef5678")
def merge(one: One, other: Other, why: Why = None, who: Who = None, store: StorePath = DEFAULT_STORE) -> None:
    """Say that two events, or two people, are one."""
    with opened(store, read_only=False) as target:
        _told([curation.join(target, "merge", one, other, by=_who(who), why=why)])


@correct.command(epilog="Example: bilateral correct split event/3f1c0a52b7e4d986 event/90ab12cd34ef5678")
def split(one: One, other: Other, why: Why = None, who: Who = None, store: StorePath = DEFAULT_STORE) -> None:
    """Say that two events, or two people, are not one."""
    with opened(store, read_only=False) as target:
        _told([curation.join(target, "split", one, other, by=_who(who), why=why)])


@corrections.command("list", epilog="Example: bilateral corrections list --article news/one --json")
def list_corrections(
    article: Annotated[str | None, typer.Option(metavar="ID", help="Only those of this article.")] = None,
    store: StorePath = DEFAULT_STORE,
    json_: Json = False,
) -> None:
    """List all corrections in the order in which they were made, withdrawn ones too."""
    with opened(store) as source:
        _print(list(all_corrections(source, article=article)), json_)


@corrections.command(epilog="Example: bilateral corrections conflicts")
def conflicts(
    article: Annotated[str | None, typer.Option(metavar="ID", help="Only those of this article.")] = None,
    store: StorePath = DEFAULT_STORE,
    json_: Json = False,
) -> None:
    """List the corrections that no longer fit what is read; judging the record again settles one."""
    with opened(store) as source:
        _print(list(all_corrections(source, article=article, outcome="conflict")), json_)


@corrections.command(epilog="Example: bilateral corrections withdraw 5c0e6b1a2f3d4e57 --why 'my mistake'")
def withdraw(
    key: Annotated[str, typer.Argument(metavar="CORRECTION", help="Its key or IRI.")],
    why: Why = None,
    who: Who = None,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Take a correction back; it stays in the list with who took it back, and what was read comes back."""
    with opened(store, read_only=False) as target:
        _told([curation.withdraw(target, key, by=_who(who), why=why)])


@corrections.command(epilog="Example: bilateral corrections export --gold ours/ && bilateral evaluate ours/")
def export(
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Folder for <language>/<article>.json and .txt.")],
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Only articles of which every record was judged.")
    ] = False,
    store: StorePath = DEFAULT_STORE,
) -> None:
    """Write corrected articles as gold annotation, for `bilateral evaluate`."""
    with opened(store) as source:
        chosen = (article for article in gold_articles(source) if article.whole or not reviewed)
        written = list(write_gold(gold, chosen))
    for article in written:
        if not article.whole:
            left = article.records - article.reviewed
            tell(f"warning: {article.name}: {left} of {article.records} records are the reader's own word")
    if not written:
        raise InputError("nobody has corrected an article of this store" + (" wholly" if reviewed else ""))
    tell(f"{len(written)} article{'' if len(written) == 1 else 's'} written to {gold}")


def _about(correction: curation.Correction) -> str:
    """What a correction speaks of, in few words."""
    told = []
    for anchor in correction.anchors:
        core = [anchor.fields.get("name")] if anchor.kind == "person" else anchor.core.values()
        words = (" ".join(v) if isinstance(v, tuple) else str(v or "") for v in core)
        told.append(f"{anchor.kind} {' '.join(words)}")
    return " / ".join(told)


def _print(found: list[curation.Correction], json_: bool) -> None:
    if json_:
        print(as_json([asdict(correction) for correction in found]))
        return
    table = Table("key", "day", "by", "action", "outcome", "article", "about", box=None, pad_edge=False)
    for c in found:
        about = "\n".join(part for part in (_about(c), c.message, c.why) if part)
        table.add_row(c.key, f"{c.at:%Y-%m-%d}", c.by, c.action, c.outcome, "\n".join(c.articles), about)
    width = None if sys.stdout.isatty() else 200
    Console(markup=False, width=width).print(table)
    tell(f"{len(found)} correction{'' if len(found) == 1 else 's'}")
