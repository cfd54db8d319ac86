"""Where the files that are served as they are lie."""

from pathlib import Path

STATIC = Path(__file__).resolve().parent / "static"
