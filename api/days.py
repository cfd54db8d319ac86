"""Days in requests: ISO 8601 alone, where pydantic by itself takes numbers for moments too."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _written_out(given: object) -> object:
    if isinstance(given, date) or given is None or (isinstance(given, str) and _ISO.fullmatch(given)):
        return given
    raise ValueError(f"{given!r} is no day like 2017-07-08")


Day = Annotated[date, BeforeValidator(_written_out)]
"""A day like 2017-07-08."""
