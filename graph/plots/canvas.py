"""What all pictures share: size, letters, colours, and how they become files."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from graph.exc import InputError, MissingExtraError
from graph.lookups import Thing

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS: MappingProxyType[str, str] = MappingProxyType({"svg": "image/svg+xml", "png": "image/png"})
"""Name -> media type."""
LANGUAGES = ("en", "ar")
INK, SOFT, GRID = "#1b1b1b", "#6b6b6b", "#d9d9d9"
FOR, AGAINST, PLAIN = "#2166ac", "#b2182b", "#8c8c8c"  # blue and red are told apart by the colour-blind
_DOTS = 144


def figure(width: float, height: float) -> Figure:
    """An empty picture, in inches. MissingExtraError where matplotlib is not installed."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtraError("a picture", "plots") from None
    return Figure(figsize=(width, height), facecolor="white", layout="constrained")


def written(drawn: Figure, format: str) -> bytes:
    """The file; the same picture gives the same bytes. InputError for a format there is none of."""
    if format not in FORMATS:
        raise InputError(f"pictures are {' or '.join(FORMATS)}, not {format!r}")
    import matplotlib as mpl

    stream = io.BytesIO()
    unmarked: dict[str, Any] = {"Date": None} if format == "svg" else {"Software": None}
    # letters become outlines, so that the picture looks the same where the font is not
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "bilateral", "font.family": "DejaVu Sans"}):
        drawn.savefig(
            stream, format=format, dpi=_DOTS, metadata=unmarked, bbox_inches="tight", pad_inches=0.15
        )
    return stream.getvalue()


def named(thing: Thing, language: str) -> str:
    """A thing's name in a language, else in English, else any."""
    return labelled(thing.labels, language) or thing.key


def labelled(labels: Mapping[str, str], language: str) -> str:
    """A label in a language, else in English, else any."""
    return labels.get(language) or labels.get("en") or next(iter(labels.values()), "")


def said(words: Mapping[str, str], language: str) -> str:
    """Words of a picture; InputError for a language it has none in."""
    if language not in words:
        raise InputError(f"pictures are labelled in {' and '.join(LANGUAGES)}, not in {language!r}")
    return words[language]
