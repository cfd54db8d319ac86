"""What the formats and media types of the OpenAPI document look like, for the requests that schemathesis makes.

A JSON Schema says of a query or a Turtle file only that it is text; these say how to make one that can be read.
"""

import base64
import json

import schemathesis
from hypothesis import strategies as st

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='"\\<>{}|^`'), max_size=12)
NAMES = st.sampled_from(["كازاخستان", "Palestine", "Organisation of Islamic Cooperation", "vsit", ""]) | WORDS
IRIS = st.sampled_from(["http://example.org/a", "urn:b", "https://w3id.org/bilateral/id/state/KAZ"])
NODES = st.builds("<{}>".format, IRIS)
VALUES = NODES | st.builds('"{}"@ar'.format, WORDS) | st.integers().map(str)
# a limit, so that an answer stays small however much the store holds
LIMITS = st.integers(0, 20).map("LIMIT {}".format)
QUERIES = st.one_of(
    st.builds("SELECT * WHERE {{ ?s ?p {} }} {}".format, VALUES, LIMITS),
    st.builds("ASK {{ {} ?p {} }}".format, NODES, VALUES),
    st.builds("CONSTRUCT {{ ?s ?p {} }} WHERE {{ ?s ?p ?o }} {}".format, VALUES, LIMITS),
    st.builds("DESCRIBE {}".format, NODES),
)
UPDATES = st.one_of(
    st.builds("INSERT DATA {{ {} {} {} }}".format, NODES, NODES, VALUES),
    st.builds("DELETE WHERE {{ {} {} ?o }}".format, NODES, NODES),
)
TRIPLES = st.lists(st.builds("{} {} {} .\n".format, NODES, NODES, NODES), max_size=3).map("".join)
QUADS = st.lists(st.builds("{} {} {} {} .\n".format, NODES, NODES, NODES, NODES), max_size=3).map("".join)
LINKED = st.lists(st.fixed_dictionaries({"@id": IRIS, "http://example.org/p": IRIS}), max_size=3).map(
    json.dumps
)
RDF_XML = st.builds(
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://example.org/">'
    '<rdf:Description rdf:about="{}"><e:p rdf:resource="{}"/></rdf:Description></rdf:RDF>'.format,
    IRIS,
    IRIS,
)
BATCHES = st.dictionaries(
    st.sampled_from(["q0", "q1", "q2"]),
    st.fixed_dictionaries(
        {"query": NAMES},
        optional={
            "type": st.sampled_from(["State", "Organization", "Person", "else"]),
            "limit": st.integers(1, 50),
        },
    ),
).map(json.dumps)
EXTENSIONS = st.fixed_dictionaries(
    {
        "ids": st.lists(st.sampled_from(["state/KAZ", "org/CICA", "state/QQQ", "else"]), max_size=3),
        "properties": st.lists(
            st.fixed_dictionaries({"id": st.sampled_from(["code", "iri", "name_ar", "name_en", "name_fr"])}),
            max_size=3,
        ),
    }
).map(json.dumps)
TOLD = st.sampled_from(["التقى وزير خارجية كازاخستان نظيره الفلسطيني.", "Egypt and Jordan met in Cairo."])
ARTICLES = st.builds("{} {}".format, TOLD, WORDS)
CURSORS = WORDS.map(lambda key: base64.urlsafe_b64encode(key.encode()).decode().rstrip("="))

schemathesis.openapi.format("article", ARTICLES)
schemathesis.openapi.format("cursor", CURSORS)
schemathesis.openapi.format("iri", IRIS)
schemathesis.openapi.format("reconciliation-batch", BATCHES)
schemathesis.openapi.format("data-extension", EXTENSIONS)
schemathesis.openapi.format("sparql-query", QUERIES)
schemathesis.openapi.format("sparql-update", UPDATES)
for media_type, texts in {
    "text/plain": ARTICLES,
    "application/sparql-query": QUERIES,
    "application/sparql-update": UPDATES,
    "text/turtle": TRIPLES,
    "application/n-triples": TRIPLES,
    "text/n3": TRIPLES,
    "application/trig": TRIPLES,
    "application/n-quads": QUADS,
    "application/ld+json": LINKED,
    "application/rdf+xml": RDF_XML,
}.items():
    schemathesis.openapi.media_type(media_type, texts.map(str.encode))
