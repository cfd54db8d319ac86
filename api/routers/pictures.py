"""Pictures, and measures of the network."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response

from api.access import TheStore
from api.days import Day
from api.errors import documented
from api.models import NetworkMeasures
from graph import lookups
from graph.lookups.matrix import MEASURES
from graph.measures import measures as all_measures
from graph.plots import FORMATS, draw_matrix, draw_network, draw_timeline

router = APIRouter(tags=["Overview"])
Measure = StrEnum("Measure", {name: name for name in MEASURES})  # type: ignore[misc]
Since = Annotated[Day | None, Query(alias="from", description="First day.")]
Until = Annotated[Day | None, Query(alias="to", description="Last day.")]


class Picture(StrEnum):
    """What is drawn."""

    NETWORK = "network"
    TIMELINE = "timeline"
    MATRIX = "matrix"


class Form(StrEnum):
    """The kind of file."""

    SVG = "svg"
    PNG = "png"


class Language(StrEnum):
    """The language of the labels."""

    EN = "en"
    AR = "ar"


@router.get(
    "/plot",
    response_class=Response,
    responses={
        200: {"content": {kind: {"schema": {"type": "string"}} for kind in FORMATS.values()}},
        **documented(404, 501),
    },
    summary="Draw a picture",
)
def plot(
    *,
    store: TheStore,
    kind: Annotated[Picture, Query(description="`timeline` of two states, `network` or `matrix`.")],
    between: Annotated[
        list[str] | None,
        Query(
            min_length=2, max_length=2, description="Of a timeline: two states, the parameter given twice."
        ),
    ] = None,
    measure: Annotated[Measure, Query(description="Of a matrix.")] = Measure("events"),  # noqa: B008
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, Query(ge=2, le=100, description="States at most.")] = 40,
    lang: Annotated[Language, Query(description="Language of the labels.")] = Language.EN,
    format: Annotated[Form, Query(description="`svg` or `png`.")] = Form.SVG,
) -> Response:
    """The timeline of a pair, the network of states, or a matrix as a heat map."""
    if kind is Picture.TIMELINE:
        if between is None:
            raise HTTPException(422, "a timeline is of two states; give between twice")
        a, b = between
        body = draw_timeline(lookups.relation(store, a, b), lang.value, format.value)
    elif kind is Picture.MATRIX:
        found = lookups.matrix(store, measure.value, since=since, until=until, limit=limit)
        body = draw_matrix(found, lang.value, format.value)
    else:
        events = lookups.matrix(store, "events", since=since, until=until, limit=limit)
        scores = lookups.matrix(store, "score", since=since, until=until, limit=300)
        body = draw_network(events, scores, lang.value, format.value)
    headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
    return Response(body, media_type=FORMATS[format.value], headers=headers)


@router.get("/measures", summary="Measure the network of states")
def measures(store: TheStore, since: Since = None, until: Until = None) -> NetworkMeasures:
    """Centrality, brokerage and communities of states by the events they held together; likeness of positions."""
    return NetworkMeasures.model_validate(all_measures(store, since=since, until=until))
