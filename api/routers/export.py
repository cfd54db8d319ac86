"""The graph, a pair or one actor's surroundings as a file for other tools."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from tempfile import SpooledTemporaryFile
from typing import IO, Annotated, BinaryIO, cast

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from api.access import TheNamespace, TheStore
from api.days import Day
from api.errors import documented
from graph.export import FORMATS, Selection, write

router = APIRouter(tags=["Export"])

# a file up to this many bytes is held in memory, a larger one on disk
IN_MEMORY = 8 * 1024 * 1024
CHUNK = 64 * 1024
FormatName = StrEnum("FormatName", {name: name for name in FORMATS})  # type: ignore[misc]


def _schema(media_type: str) -> dict[str, str]:
    """Any JSON, or a file."""
    return {} if media_type.endswith("json") else {"type": "string"}


def _last(iri: str | None) -> tuple[str, ...]:
    """The last part of an IRI, for the name of a file."""
    return (iri.rstrip("/").rsplit("/", 1)[-1],) if iri else ()


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk


@router.get(
    "/export",
    response_class=Response,
    responses={
        200: {
            "content": {
                format.media_type: {"schema": _schema(format.media_type)} for format in FORMATS.values()
            }
        },
        **documented(404, 501),
    },
    summary="Export the graph as a file",
)
def export(
    *,
    store: TheStore,
    namespace: TheNamespace,
    format: Annotated[FormatName, Query(description="The file format.")],
    between: Annotated[
        list[str] | None,
        Query(
            min_length=2,
            max_length=2,
            description="Two state codes, the parameter given twice: that pair alone.",
        ),
    ] = None,
    around: Annotated[
        str | None,
        Query(min_length=1, description="A state code or organization: what it has a part in."),
    ] = None,
    about: Annotated[
        str | None,
        Query(
            min_length=1,
            description="The IRI of an article, issue, person, event or other record: what bears on it.",
        ),
    ] = None,
    since: Annotated[Day | None, Query(description="First day.")] = None,
    until: Annotated[Day | None, Query(description="Last day.")] = None,
    people: Annotated[bool, Query(description="Whether to add people by the posts they hold.")] = False,
    reference: Annotated[
        bool | None,
        Query(
            description="Whether to add what stands in reference tables alone; added for a pair unless said."
        ),
    ] = None,
    measures: Annotated[
        bool, Query(description="Whether to say of each node where it stands: betweenness, community, ….")
    ] = False,
    events: Annotated[
        bool, Query(description="Whether to make nodes of events, each joined to all who take part.")
    ] = False,
    aggregated: Annotated[
        bool, Query(description="Whether to make one edge of each pair, kind and direction.")
    ] = False,
) -> StreamingResponse:
    """All of the graph or a part of it, as `bilateral export` writes it."""
    pair = (between[0], between[1]) if between else None
    selection = Selection(
        between=pair,
        around=around,
        about=about,
        since=since,
        until=until,
        people=people,
        reference=reference,
        events=events,
        aggregated=aggregated,
        measures=measures,
        namespace=namespace,
    )
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  closed when the last chunk is sent
    try:
        write(store, format.value, selection, cast(BinaryIO, file))
    except BaseException:
        file.close()
        raise
    file.seek(0)
    chosen = FORMATS[format.value]
    name = (
        "-".join(("bilateral", *(pair or ()), *([around] if around else ()), *(_last(about)))) + chosen.suffix
    )
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "_" for c in name)
    headers = {"Content-Disposition": f'attachment; filename="{safe}"'}
    return StreamingResponse(_chunks(file), media_type=chosen.media_type, headers=headers)
