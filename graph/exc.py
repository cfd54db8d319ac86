"""The one exception tree: what was wrong, where, and what to do about it."""


class BilateralError(Exception):
    """Base of every error that Bilateral raises on purpose; its text is fit for a user to read."""


class InputError(BilateralError):
    """An article, file or argument that cannot be used as it is."""


class RecordError(BilateralError):
    """A record that may not be built: no evidence, words that are not in the text, unknown terms."""


class StoreError(BilateralError):
    """The store cannot be opened, read or written."""


class QueryError(BilateralError):
    """A SPARQL text that the engine refuses; the message carries the parser's words and position."""


class NotFoundError(BilateralError):
    """A state, article or record that is asked for by name and is not there."""


class LimitError(BilateralError):
    """A query that was ended because it took more time or memory than the settings allow."""


class BusyError(BilateralError):
    """The server has as much to do as its settings allow; the same request may succeed later."""


class FormatError(BilateralError):
    """An answer in a format that its kind (rows, truth value, graph) does not have."""


class MissingExtraError(BilateralError):
    """Something that only an extra of the package can do, which is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an extra that is not installed: pip install 'bilateral[{extra}]'")


class ModelError(BilateralError):
    """An answer of a language model that is missing, cut short, refused or not in the form asked for."""
