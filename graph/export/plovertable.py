"""Events as conflict researchers keep them: a row for each source and target, in POLECAT's columns.

POLECAT (Halterman and others, 2023) codes events by PLOVER 2.0; its table of columns is followed, and what we
know beyond it stands behind. Fields that nothing in the graph says stay empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from graph.export.columns import Value
from graph.export.pairs import pairs
from graph.export.selection import Selection
from graph.export.tables import write_rows
from graph.export.telling import Telling
from graph.store import Store

HEADER: tuple[str, ...] = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Country",
    "Actor Name Raw",
    "Recipient Name",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Country",
    "Recipient Name Raw",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
    # beyond POLECAT
    "Kind",
    "Status",
    "Earliest Date",
    "Latest Date",
    "Directed",
    "Headline",
    "Quote",
    "Article",
    "Confidence",
)
_COOPERATION = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
_VERBAL = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}


def rows(store: Store, selection: Selection) -> Iterator[dict[str, Value]]:
    """A row for each source and target of each event; of a meeting, for each pair of those who meet."""
    telling = Telling(store, selection)
    for record, ends in telling.ends.items():
        if telling.kind(record) != "event":
            continue
        edge = telling.edge(record)
        for pair in pairs("event", [end for end in ends if telling.node_kind(end.actor)]):
            wanted = set(selection.actors())
            if not wanted or len({pair.source, pair.target} & wanted) == min(len(wanted), 2):
                yield _row(record, edge, pair.directed, telling.node(pair.source), telling.node(pair.target))


def _row(
    record: str, edge: dict[str, Value], directed: bool, source: dict[str, Value], target: dict[str, Value]
) -> dict[str, Value]:
    row: dict[str, Value] = dict.fromkeys(HEADER)
    plover = str(edge["plover"] or "")
    row |= {
        "Event ID": record.rsplit("/", 1)[-1],
        "Event Date": edge["latest"] or edge["earliest"] or edge["start"],
        "Event Type": plover,
        "Intensity": edge["score"],
        "Quad Code": _quad(plover),
        "Placename": edge["place"],
        "Source": edge["outlet"],
        "Publication Date": edge["published"],
        "Version": "PLOVER 2.0",
        "Kind": edge["type"],
        "Status": edge["status"],
        "Earliest Date": edge["earliest"],
        "Latest Date": edge["latest"],
        "Directed": directed,
        "Headline": edge["subject"],
        "Quote": edge["quote"],
        "Article": edge["article"],
        "Confidence": edge["confidence"],
    }
    for side, node in (("Actor", source), ("Recipient", target)):
        state = node["kind"] == "state"
        row[f"{side} Name"] = node["label"]
        row[f"{side} Name Raw"] = node["label_ar"] or node["label"]
        row[f"{side} Country"] = node["code"] if state else None
        row[f"Primary {side} Sector"] = "GOV" if state else "IGO"
    return row


def _quad(plover: str) -> str | None:
    """PLOVER's quad code: verbal or material, cooperation or conflict."""
    if not plover:
        return None
    return ("V" if plover in _VERBAL else "M") + "-" + ("COOP" if plover in _COOPERATION else "CONF")


def write(store: Store, selection: Selection, stream: BinaryIO) -> None:
    """Writes the rows as CSV in UTF-8 with a byte order mark, formulas guarded."""
    write_rows(stream, HEADER, (row.values() for row in rows(store, selection)))
