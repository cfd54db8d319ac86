"""What the explorer shows beyond the resources: its pages, issues, the network, questions, a preview."""

from __future__ import annotations

import re
from functools import cache

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from pydantic import TypeAdapter
from starlette.concurrency import run_in_threadpool

import ontology
from api.access import TheSettings, TheStore
from api.drawings import Issues, Network, Preview, Question, Questions, Standings
from api.errors import documented
from api.middleware import POLICY
from api.places import STATIC
from api.routers.articles import shown, told
from graph.identity import text_hash
from graph.lookups.issues import issues as all_issues
from graph.lookups.issues import standings
from graph.lookups.network import NetworkView
from graph.lookups.network import network as all_acts
from graph.preview import preview as look
from graph.sources import Source

router = APIRouter(tags=["Explorer"])
# The table of yasgui 4.6.2 adds one style of its own; its hash lets this one in and no other.
EDITOR = POLICY.replace(
    "style-src 'self'", "style-src 'self' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"
)
_SENTENCE = re.compile(r"^# (\w\w): (.+)$", re.MULTILINE)
_HEAD = re.compile(r"\A(?:#.*\n)+")


@router.get("/explore/{view:path}", include_in_schema=False)
def view(view: str) -> FileResponse:
    """The explorer's page; which view it shows, the page reads from its address."""
    headers = {"Content-Security-Policy": EDITOR} if view == "sparql" else None
    return FileResponse(STATIC / "index.html", media_type="text/html", headers=headers)


@router.get("/issues", summary="List issues")
def issues(store: TheStore) -> Issues:
    """The issues that positions are on, those with most positions first."""
    return Issues.model_validate({"items": all_issues(store)}, from_attributes=True)


@router.get("/issues/{key}", responses=documented(404), summary="Show who stands where")
def issue(key: str, store: TheStore) -> Standings:
    """Who holds how many positions of which stance on an issue, narrower issues included."""
    return Standings.model_validate(standings(store, key))


@router.get("/network", response_model=Network, summary="Show the network of actors")
def network(store: TheStore) -> Response:
    """States and organizations with places in a drawing, and what they did with each other, by kind and year."""
    # written as it is: made into models first, a hundred thousand edges take a second
    return Response(_network().dump_json(all_acts(store)), media_type="application/json")


@cache
def _network() -> TypeAdapter[NetworkView]:
    return TypeAdapter(NetworkView)


@router.get("/questions", summary="List competency questions")
def questions() -> Questions:
    """The questions that the ontology was made to answer, in English and Arabic, with their queries."""
    found = [
        Question(name=name, labels=dict(_SENTENCE.findall(text)), query=_HEAD.sub("", text))
        for name, text in ontology.questions()
    ]
    return Questions(items=sorted(found, key=lambda question: question.labels["en"]))


@router.post(
    "/preview",
    responses=documented(413, 415),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/NewArticle"}},
                "text/plain": {"schema": {"type": "string", "minLength": 1, "format": "article"}},
            },
        },
    },
    summary="Show what would be read from an article",
)
async def preview(request: Request, store: TheStore, settings: TheSettings) -> Preview:
    """Read an article and store nothing: its records with their spans, as `GET /articles/{id}` gives them."""
    new = await told(request, settings)
    source = Source(
        key=f"preview/{text_hash(new.text)[:12]}",
        text=new.text,
        published=new.published,
        outlet=new.outlet,
        url=new.url,
        language=new.lang,
    )
    found, result = await run_in_threadpool(look, store, source)
    return Preview(**dict(shown(found)), warnings=list(result.warnings))
