"""An article given as named values: a JSON object, a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from graph.exc import InputError
from graph.sources.source import LANGUAGES, Source

Values = Mapping[str, Any]


def source_of(values: Values, *, place: str, path: str) -> Source:
    """The source that ``id``, ``text``, ``published``, ``outlet``, ``url`` and ``lang`` give.

    ``place`` names the values in the messages of the InputError that one which cannot be used raises.
    """
    text = word(values, "text", place)
    if not text or not text.strip():
        raise InputError(f"{place}: has no text")
    key = values.get("id")
    if not isinstance(key, str | int) or not str(key).strip():
        raise InputError(f"{place}: has no id")
    language = word(values, "lang", place)
    if language is not None and language not in LANGUAGES:
        raise InputError(f"{place}: lang is {language!r}, not one of {', '.join(LANGUAGES)}")
    return Source(
        key=str(key),
        text=text,
        path=path,
        published=_published(values, place),
        outlet=word(values, "outlet", place),
        url=word(values, "url", place),
        language=language,
    )


def word(values: Values, name: str, place: str) -> str | None:
    """A value that has to be a string of whole characters; None where there is none or an empty one."""
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{place}: {name} is no string")
    if value is not None and any(0xD800 <= ord(c) < 0xE000 for c in value):
        raise InputError(f"{place}: {name} holds half of a surrogate pair, which is no character")
    return value or None


def _published(values: Values, place: str) -> date | None:
    """The day of an ISO 8601 date or time, or of a time as mails and feeds write it (RFC 5322, 3.3), where it was."""
    given = values.get("published")
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    value = word(values, "published", place)
    if value is None:
        return None
    with suppress(ValueError):
        return date.fromisoformat(value[:10])
    with suppress(ValueError):
        return parsedate_to_datetime(value).date()
    raise InputError(
        f"{place}: published is {value!r}, not a day like 2017-07-08 or Sat, 8 Jul 2017 09:30:00 GMT"
    )
