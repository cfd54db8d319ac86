"""Arabic names of offices, by the English names that records carry, from the lexicon of offices."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from graph.paths import lexicon_dir
from graph.reference.offices import office_in_arabic

_ARTICLE = "ال"
_JOINT = re.compile(r", and | and |, ")


@cache
def _forms() -> dict[str, str]:
    """English name -> the first form of the lexicon with the article, for that is how an office is named."""
    table = tomllib.loads((lexicon_dir() / "ar" / "offices.toml").read_text(encoding="utf-8"))
    forms: dict[str, str] = {}
    for form, value in table["office"].items():
        name = str(value).rpartition(":")[2]
        if name not in forms or (_ARTICLE in form and _ARTICLE not in forms[name]):
            forms[name] = form
    return forms


def in_arabic(office: str) -> str | None:
    """An office in Arabic (``deputy foreign minister and special envoy``), None where a part is not known."""
    parts = [office_in_arabic(part) or _forms().get(part) for part in _JOINT.split(office)]
    known = [part for part in parts if part]
    return "، ".join(known) if len(known) == len(parts) else None
