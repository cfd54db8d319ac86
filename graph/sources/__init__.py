"""From what a user names (files, folders, archives, tables, pages, feeds, standard input) to texts that can be read.

One file a format. Whatever cannot be used comes out as an InputError in its place and stops nothing else.
"""

from graph.sources.decoding import decode
from graph.sources.finding import SUFFIXES, read_sources
from graph.sources.source import LANGUAGES, Columns, Found, Source

__all__ = ["LANGUAGES", "SUFFIXES", "Columns", "Found", "Source", "decode", "read_sources"]
