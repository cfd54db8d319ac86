"""For those who run the server and those who find it: figures, and a description of the data."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.access import TheCensus, TheMetrics, TheSettings
from api.errors import documented
from api.metrics import CONTENT_TYPE
from api.negotiate import negotiate
from api.routers.sparql import RDF
from api.service import describe_data

router = APIRouter(tags=["Operations"])


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    summary="Figures for Prometheus",
)
def metrics(figures: TheMetrics) -> Response:
    """Requests, queries by how they ended, query processes, snapshots."""
    return Response(figures.text(), headers={"Content-Type": CONTENT_TYPE})


@router.get(
    "/.well-known/void",
    response_class=Response,
    responses={
        200: {"content": {name: {"schema": {"type": "string"}} for name in RDF}},
        **documented(406, 503),
    },
    summary="Describe the data",
)
async def void(request: Request, census: TheCensus, settings: TheSettings) -> Response:
    """The data set as VoID describes it: where it is asked and fetched, how much of what it holds."""
    chosen = negotiate(request.headers.get("accept"), list(RDF))
    counts = await census.counts()
    body = describe_data(counts, str(request.base_url), RDF[chosen], settings)
    return Response(body, media_type=chosen, headers={"Vary": "Accept"})
