"""Data sets as a source: rows of coded events and of roll calls, each file in a graph of its own.

What a format's columns and codes mean is data (``data/imports``); rows become N-Quads by templates and go to the
store's bulk loader as a stream, so that memory does not grow with the file.
"""

from graph.imports.codedrows import CodedFile
from graph.imports.files import Import, Report, bring_in, imports, take_out
from graph.imports.mapping import FORMATS
from graph.imports.rollcalls import RollCalls

__all__ = ["FORMATS", "CodedFile", "Import", "Report", "RollCalls", "bring_in", "imports", "take_out"]
