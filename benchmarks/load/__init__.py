"""Generated data, servers and hard usage, for measurements of the SPARQL endpoint."""
