"""Reading: from the text of an article to records."""

from graph.reading.article import open_article
from graph.reading.reader import read_article

__all__ = ["open_article", "read_article"]
