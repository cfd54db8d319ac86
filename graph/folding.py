"""Words without what writers vary, to compare names by."""

from __future__ import annotations

import re
import unicodedata

_FOLDED = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""}
)


def fold(words: str) -> str:
    """Words without what writers vary: case, diacritics, hamza seats, tatweel, punctuation, runs of space."""
    if not words.isascii():
        decomposed = unicodedata.normalize("NFKD", words.translate(_FOLDED))
        words = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_FOLDED)
    return " ".join(re.sub(r"[\W_]+", " ", words.casefold()).split())
