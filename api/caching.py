"""Entity tags from the version of the store, so that who asks again is told that nothing changed (RFC 9110, 8.8.3).

The version is counted in this process, where every write to an embedded store passes. What another process may
change (a remote store) has no tags.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from datetime import date

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# POST asks here and changes nothing
_ASKING = ("/sparql", "/reconcile", "/articles/preview")
# these answer for themselves: files with tags of their own, queries in processes of their own, the server's state
_UNTAGGED = ("/static/", "/sparql", "/store", "/health", "/metrics", "/docs", "/.well-known/", "/update")
# these go through the whole graph whoever asks: an answer is kept until something is written
_WHOLE = frozenset(
    {"/network", "/matrix", "/measures", "/stats", "/issues", "/relations", "/states", "/articles"}
)
_MOST = 64  # answers that are kept


class StoreVersion:
    """A name for the state of the store: another one after each write."""

    def __init__(self) -> None:
        self._start = secrets.token_hex(4)
        self._writes = 0
        self._moved = asyncio.Event()

    def __str__(self) -> str:
        return f"{self._start}-{self._writes}"

    def advance(self) -> None:
        """Say that something may have been written."""
        self._writes += 1
        self._moved.set()

    async def moved(self) -> None:
        """Return after the next write; for one waiting task, in the loop that serves."""
        self._moved.clear()
        await self._moved.wait()


class Kept:
    """The latest answers about the whole graph, by what was asked and of which state of the store."""

    def __init__(self) -> None:
        self._answers: OrderedDict[tuple[str, str], list[Message]] = OrderedDict()

    def find(self, key: tuple[str, str]) -> list[Message] | None:
        """The messages of an answer, None where none is kept."""
        if key in self._answers:
            self._answers.move_to_end(key)
        return self._answers.get(key)

    def keep(self, key: tuple[str, str], answer: list[Message]) -> None:
        """Keep a whole answer in place of the one that was asked for longest ago."""
        self._answers[key] = answer
        while len(self._answers) > _MOST:
            self._answers.popitem(last=False)


class Revalidation:
    """Tags answers to GET, answers 304 to those who hold the current one, and tells caches how long to keep it.

    Stands outside compression: the tag of a compressed answer differs, since its bytes do. What an answer says
    may hang on the day (which memberships hold today), so the day is part of the tag.
    """

    def __init__(self, app: ASGIApp, version: StoreVersion, *, tagged: bool = True, max_age: int = 0) -> None:
        self.app = app
        self.version = version
        self.tagged = tagged
        self.kept = Kept()
        self.keep = f"public, max-age={max_age}" if max_age else "no-cache"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on unless the asker has the answer already."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["method"] not in _SAFE:
            await self._write(scope, receive, send)
        elif not self.tagged or scope["method"] == "OPTIONS" or scope["path"].startswith(_UNTAGGED):
            await self.app(scope, receive, send)
        else:
            await self._read(scope, receive, send)

    async def _write(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start" and not scope["path"].startswith(_ASKING):
                self.version.advance()
            await send(message)

        await self.app(scope, receive, counted)

    async def _read(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        whole = scope["path"] in _WHOLE
        plain = self._tag(scope, headers, whole)
        if held := _held(headers.get("if-none-match", ""), plain):
            told = {"ETag": held, "Cache-Control": self.keep, "Vary": "Accept, Accept-Encoding"}
            raw = [(name.lower().encode(), value.encode()) for name, value in told.items()]
            await send({"type": "http.response.start", "status": 304, "headers": raw})
            await send({"type": "http.response.body", "body": b""})
            return

        key = (plain, "gzip" if "gzip" in headers.get("accept-encoding", "") else "")
        if kept := self.kept.find(key) if whole else None:
            for message in kept:
                await send(_copied(message))
            return
        sent: list[Message] = []

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                answer = MutableHeaders(scope=message)
                if "etag" not in answer:
                    answer["ETag"] = _named(plain, answer.get("content-encoding"))
                    answer.setdefault("Cache-Control", self.keep)
                    _vary(answer)
                sent.append(_copied(message))
            elif sent and whole:
                sent.append(message)
            await send(message)
            ended = message["type"] == "http.response.body" and not message.get("more_body", False)
            if whole and sent and ended:
                self.kept.keep(key, sent)

        await self.app(scope, receive, tagged)

    def _tag(self, scope: Scope, headers: Headers, whole: bool) -> str:
        asked = (scope["path"], scope["query_string"].decode("latin-1"), headers.get("accept", ""))
        # answers about the whole graph name no address of the server, and are the same wherever it is reached
        host = "" if whole else headers.get("host", "")
        state = (str(self.version), date.today().isoformat(), host, *asked)
        return hashlib.sha256("\x1f".join(state).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _vary(answer: MutableHeaders) -> None:
    """Name what answers differ by, each once: compression has named its header already where it stands inside."""
    named = {name.strip().lower() for name in answer.get("vary", "").split(",")}
    for name in ("Accept", "Accept-Encoding"):
        if name.lower() not in named:
            answer.add_vary_header(name)


def _copied(message: Message) -> Message:
    """The message with a list of headers of its own, since those outside add to it."""
    return {**message, "headers": [*message["headers"]]} if "headers" in message else message


def _named(tag: str, encoding: str | None) -> str:
    return f'"{tag}-{encoding}"' if encoding else f'"{tag}"'


def _held(told: str, tag: str) -> str | None:
    """The tag among those of If-None-Match that names the current answer (compared weakly: RFC 9110, 13.1.2)."""
    for candidate in told.split(","):
        bare = candidate.strip().removeprefix("W/")
        if bare == f'"{tag}"' or (
            bare.startswith(f'"{tag}-') and bare.endswith('"') and bare.count('"') == 2
        ):
            return bare
    return None
