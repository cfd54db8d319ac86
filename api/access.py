"""What routes ask the application for: its store, its settings, leave to write.

All are coroutines: the framework would run plain functions in threads, which costs more than what they do.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request

from api.journal import Ledger
from api.metrics import Metrics
from api.service import Census
from graph.fulltext import WordIndex
from graph.identity import Namespace
from graph.modelreading.choosing import Rules
from graph.readers.answerer import Answerer
from graph.settings import Settings
from graph.store import EmbeddedStore, Store


def _kept(name: str) -> Callable[[Request], Coroutine[Any, Any, Any]]:
    """What the application keeps under a name for as long as it runs."""

    async def found(request: Request) -> Any:
        return getattr(request.app.state, name)

    return found


async def _namespace(request: Request) -> Namespace:
    return Namespace(request.app.state.settings.base)


def _words(request: Request) -> WordIndex:
    state = request.app.state
    found: WordIndex = state.words
    # who looks for no words waits for no index, which takes a minute to make in a large store
    if "q" not in request.query_params:
        return found
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


TheSettings = Annotated[Settings, Depends(_kept("settings"))]
TheStore = Annotated[Store, Depends(_kept("store"))]
TheAnswers = Annotated[Answerer, Depends(_kept("answers"))]
TheCensus = Annotated[Census, Depends(_kept("census"))]
TheReader = Annotated[Rules, Depends(_kept("reader"))]
TheLedger = Annotated[Ledger, Depends(_kept("ledger"))]
TheMetrics = Annotated[Metrics, Depends(_kept("metrics"))]
TheNamespace = Annotated[Namespace, Depends(_namespace)]
TheWords = Annotated[WordIndex, Depends(_words)]
