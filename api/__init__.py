"""HTTP over the graph: the SPARQL protocol, REST resources, linked data and the explorer's files."""
