"""Choosing a media type for an answer (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import HTTPException, Request


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(1.0, max(0.0, float(value.strip())))
            except ValueError:
                return 0.0
    return 1.0


def _ranges(accept: str) -> list[tuple[str, float]]:
    ranges = []
    for part in accept.split(","):
        name, *parameters = part.split(";")
        if name.strip():
            ranges.append((name.strip().lower(), _quality(parameters)))
    return ranges


def _specificity(media_range: str, media_type: str) -> int:
    """0 where the range does not cover the type, else more for a narrower range."""
    if media_range == media_type:
        return 3
    if media_range == media_type.split("/", maxsplit=1)[0] + "/*":
        return 2
    return 1 if media_range == "*/*" else 0


def preferred(accept: str | None, offered: Sequence[str]) -> str | None:
    """The best of ``offered`` (bare media types, the server's favourite first), or None if nothing fits.

    The narrowest range that covers a type gives its quality; equal qualities fall to the server's order.
    Parameters other than ``q`` are disregarded: every text format here is UTF-8.
    """
    if not accept or not accept.strip():
        return offered[0]
    ranges = _ranges(accept)
    best, best_quality = None, 0.0
    for media_type in offered:
        covering = [(_specificity(name, media_type), quality) for name, quality in ranges]
        quality = max((pair for pair in covering if pair[0]), default=(0, 0.0))[1]
        if quality > best_quality:
            best, best_quality = media_type, quality
    return best


def negotiate(accept: str | None, offered: Sequence[str]) -> str:
    """As :func:`preferred`, but an answer nobody asked for is a 406 that lists what there is."""
    chosen = preferred(accept, offered)
    if chosen is None:
        raise HTTPException(406, f"nothing here fits Accept: {accept}; offered are {', '.join(offered)}")
    return chosen


async def acceptable(request: Request) -> None:
    """Refuse with 406 what asks for none of the media types that its route declares; for a router's dependencies."""
    accept = request.headers.get("accept")
    if accept and "*/*;" not in accept and "*/*" in accept:
        return  # nearly everyone: nothing is to be found out
    answer = getattr(request.scope.get("route"), "responses", {}).get(200, {})
    negotiate(accept, [*answer.get("content", ())] or ["application/json"])
