"""What routes ask the application for: its store, its settings, leave to write.

All are coroutines: the framework would run plain functions in threads, which costs more than what they do.
"""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from api.journal import Ledger
from api.metrics import Metrics
from api.service import Census
from graph.fulltext import WordIndex
from graph.identity import Namespace
from graph.readers.pool import Answerer
from graph.settings import Settings
from graph.store import EmbeddedStore, Store


async def _settings(request: Request) -> Settings:
    found: Settings = request.app.state.settings
    return found


async def _store(request: Request) -> Store:
    found: Store = request.app.state.store
    return found


async def _answers(request: Request) -> Answerer:
    found: Answerer = request.app.state.answers
    return found


async def _census(request: Request) -> Census:
    found: Census = request.app.state.census
    return found


async def _ledger(request: Request) -> Ledger:
    found: Ledger = request.app.state.ledger
    return found


async def _metrics(request: Request) -> Metrics:
    found: Metrics = request.app.state.metrics
    return found


async def _namespace(request: Request) -> Namespace:
    return Namespace(request.app.state.settings.base)


async def _words(request: Request) -> WordIndex:
    state = request.app.state
    found: WordIndex = state.words
    found.refresh(str(state.version) if isinstance(state.store, EmbeddedStore) else None)
    return found


def writable(settings: Settings) -> bool:
    """Whether this server writes at all: a token is set and it was not started read-only."""
    return bool(settings.token) and not settings.read_only


async def require_token(request: Request) -> None:
    """Refuse a request to write: 403 on a read-only server, 401 without the right bearer token (RFC 6750)."""
    settings: Settings = request.app.state.settings
    if not writable(settings):
        raise HTTPException(
            403, "this server is read-only: it was started with --read-only or without BILATERAL_TOKEN"
        )
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    given, wanted = token.strip().encode(), str(settings.token).encode()
    if scheme.lower() != "bearer" or not hmac.compare_digest(given, wanted):
        raise HTTPException(
            401,
            "writing needs the header Authorization: Bearer with the server's token",
            headers={"WWW-Authenticate": 'Bearer realm="bilateral"'},
        )


TheSettings = Annotated[Settings, Depends(_settings)]
TheStore = Annotated[Store, Depends(_store)]
TheAnswers = Annotated[Answerer, Depends(_answers)]
TheCensus = Annotated[Census, Depends(_census)]
TheLedger = Annotated[Ledger, Depends(_ledger)]
TheMetrics = Annotated[Metrics, Depends(_metrics)]
TheNamespace = Annotated[Namespace, Depends(_namespace)]
TheWords = Annotated[WordIndex, Depends(_words)]
