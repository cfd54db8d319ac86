"""XML that every reader takes: characters XML cannot hold are removed, line breaks are kept."""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape, quoteattr

from graph.export.columns import Value, clean


def written(value: Value) -> str:
    """A value in the lexical form of XML Schema: true and false in small letters, days in ISO 8601."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return clean(str(value))


def attributes(**values: Value) -> str:
    """`` name="value"`` for each value that is not None, escaped."""
    return "".join(
        f" {name}={quoteattr(written(value))}" for name, value in values.items() if value is not None
    )


def content(value: Value) -> str:
    """A value as the text of an element; a carriage return would otherwise be read as a line feed."""
    return escape(written(value), {"\r": "&#13;"})
