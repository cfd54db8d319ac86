"""Records as quads and back: the only place that knows both."""

from graph.rdf.canonical import canonical
from graph.rdf.reading import quads_to_records, read_records
from graph.rdf.writing import records_to_quads, records_to_statements

__all__ = ["canonical", "quads_to_records", "read_records", "records_to_quads", "records_to_statements"]
