"""Any server that speaks the SPARQL 1.1 Protocol."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import httpx
import pyoxigraph as ox
from pyoxigraph import BlankNode, NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple

from graph.exc import QueryError, StoreError
from graph.sparql_text import is_graph_query
from graph.store.changes import graphwise, parsed, replacement, sequence
from graph.store.protocol import Answer, Form, Row
from graph.store.streams import Pieces

T = TypeVar("T")
_BATCH = 2000  # quads in a request
# graphs in which a server keeps its own affairs (Virtuoso): no data of ours, and not ours to drop
_NOT_OURS = (
    "http://www.openlinksw.com/schemas/virtrdf#",
    "http://www.openlinksw.com/virtrdf-label#",
    "http://www.w3.org/ns/ldp#",
    "http://www.w3.org/2002/07/owl#",
    "http://localuriqaserver/sparql",
)
_OURS = f"FILTER(?g NOT IN ({', '.join(f'<{name}>' for name in _NOT_OURS)}))"


class RemoteStore:
    """A SPARQL endpoint whose default graph is the union of its named graphs.

    The endpoint is the query address; updates go to the address beside it: ``…/query`` to ``…/update``,
    ``…/sparql`` to ``…/update``, or the one given, or the one in ``BILATERAL_REMOTE_UPDATE``. A token in
    ``BILATERAL_REMOTE_TOKEN`` is sent as bearer.
    An update of several operations is one request; servers that do not make a request one transaction
    (the standard says they should: SPARQL 1.1 Update, 3) cannot promise that an article is wholly in.
    """

    def __init__(
        self,
        endpoint: str,
        *,
        update: str | None = None,
        read_only: bool = False,
        timeout: float = 60.0,
        client: httpx.Client | None = None,
    ) -> None:
        self.location = endpoint
        self.read_only = read_only
        told = os.environ.get("BILATERAL_REMOTE_UPDATE")
        self._update_endpoint = update or told or _update_address(endpoint)
        token = os.environ.get("BILATERAL_REMOTE_TOKEN")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._client = client or httpx.Client(timeout=timeout, headers=headers)

    def _post(
        self, address: str, kind: str, accept: str, headers: dict[str, str] | None = None, **body: Any
    ) -> httpx.Response:
        try:
            answer = self._client.post(address, headers={"Accept": accept, **(headers or {})}, **body)
        except httpx.HTTPError as error:
            raise StoreError(f"the SPARQL server at {address} cannot be reached: {error}") from error
        if answer.status_code == httpx.codes.BAD_REQUEST:
            raise QueryError(f"the {kind} cannot be read: {answer.text.strip()}")
        if answer.is_error:
            raise StoreError(f"{address} answered {answer.status_code}: {answer.text.strip()[:500]}")
        return answer

    def answer(
        self,
        query: str,
        *,
        results: QueryResultsFormat = QueryResultsFormat.JSON,
        rdf: RdfFormat = RdfFormat.TURTLE,
        default_graphs: Iterable[str] | None = None,
        named_graphs: Iterable[str] | None = None,
    ) -> Answer:
        """See Store.answer; the server serializes."""
        form = {
            "query": query,
            "default-graph-uri": list(default_graphs or ()),
            "named-graph-uri": list(named_graphs or ()),
        }
        # as a form and with one type: Virtuoso 7 never answers a query sent as the body, and of two types it
        # chooses one that does not fit the form of the query
        accept = rdf.media_type if is_graph_query(query) else results.media_type
        reply = self._post(self.location, "query", accept, data=form)
        media_type = reply.headers.get("content-type", "").split(";")[0].strip() or accept
        if accept == rdf.media_type:
            return Answer(reply.content, media_type, Form.TRIPLES)
        body = _standard(reply.content)
        return Answer(body, media_type, _form(body, media_type))

    def select(self, query: str) -> list[Row]:
        """See Store.select."""
        found = ox.parse_query_results(self.answer(query).body, format=QueryResultsFormat.JSON)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("the query is no SELECT")
        names = [v.value for v in found.variables]
        return [{n: row[n] for n in names if row[n] is not None} for row in found]

    def ask(self, query: str) -> bool:
        """See Store.ask."""
        found = ox.parse_query_results(self.answer(query).body, format=QueryResultsFormat.JSON)
        if not isinstance(found, ox.QueryBoolean):
            raise QueryError("the query is no ASK")
        return bool(found)

    def construct(self, query: str) -> list[Triple]:
        """See Store.construct."""
        found = self.answer(query, rdf=RdfFormat.N_TRIPLES)
        if found.form is not Form.TRIPLES:
            raise QueryError("the query is no CONSTRUCT or DESCRIBE")
        return [q.triple for q in ox.parse(found.body, format=RdfFormat.N_TRIPLES)]

    def update(self, update: str) -> None:
        """See Store.update; one request."""
        if self.read_only:
            raise StoreError(f"the store at {self.location} is open for reading only")
        kind = {"Content-Type": "application/sparql-update; charset=utf-8"}
        self._post(self._update_endpoint, "update", "*/*", kind, content=update.encode())

    def replace(self, graph: str, quads: Iterable[Quad], *, before: str = "", after: str = "") -> None:
        """See Store.replace; one request, so one transaction where the server keeps to the standard."""
        self.update(replacement(graph, quads, before, after))

    def remove(self, graph: str, *, before: str = "") -> None:
        """See Store.remove; one request."""
        self.update(sequence(before, f"DROP SILENT GRAPH {NamedNode(graph)}"))

    def add(self, quads: Iterable[Quad]) -> None:
        """See Store.add; some thousand quads a request.

        A blank node's name holds within one INSERT (SPARQL 1.1 Update, 3.1.3), so all quads with blank
        nodes wait and go together.
        """
        unnamed: list[Quad] = []

        def named() -> Iterator[Quad]:
            for quad in quads:
                if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                    unnamed.append(quad)
                else:
                    yield quad

        source = named()
        while batch := list(islice(source, _BATCH)):
            self.update(graphwise(batch))
        if unnamed:
            self.update(graphwise(unnamed))

    def load(self, pieces: Iterable[bytes]) -> None:
        """See Store.load; as ``add``, some thousand quads a request."""
        stream = Pieces(pieces)
        try:
            self.add(ox.parse(stream, format=RdfFormat.N_QUADS))  # type: ignore[arg-type]
        except (SyntaxError, ValueError, OSError) as error:
            if stream.failure is not None:
                raise stream.failure from None
            raise StoreError(f"{self.location} cannot take the quads: {error}") from error

    def put(self, document: bytes, after: str = "") -> None:
        """See Store.put; one request."""
        self.update(sequence(graphwise(parsed(document)), after))

    def finish(self) -> None:
        """See Store.finish; a request leaves nothing undone."""

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """See Store.quads; one request a graph."""
        for name in [graph] if graph else self.graphs():
            node = NamedNode(name)
            for triple in self.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {node} {{ ?s ?p ?o }} }}"):
                yield Quad(triple.subject, triple.predicate, triple.object, node)

    def graphs(self) -> list[str]:
        """See Store.graphs."""
        rows = self.select(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {_OURS} }}")
        return sorted(row["g"].value for row in rows if isinstance(row["g"], NamedNode))

    def size(self) -> int:
        """See Store.size."""
        rows = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {_OURS} }}")
        return int(getattr(rows[0]["n"], "value", 0))

    def once(self, name: str, work: Callable[[], T]) -> T:
        """See Store.once."""
        return work()

    def close(self) -> None:
        """See Store.close."""
        self._client.close()


def _standard(body: bytes) -> bytes:
    """Virtuoso's answer to ASK in JSON, a row or none, as the standard has it (SPARQL 1.1 JSON results, section 4)."""
    if b'"__ASK_RETVAL"' not in body[:200]:
        return body
    return b'{"head":{},"boolean":%s}' % (b"true" if b'"value": "1"' in body else b"false")


def _update_address(endpoint: str) -> str:
    head, _, last = endpoint.rstrip("/").rpartition("/")
    return f"{head}/update" if last in {"query", "sparql"} else endpoint


def _form(body: bytes, media_type: str) -> Form:
    """Rows or a truth value; only JSON and XML can carry the second."""
    if media_type == QueryResultsFormat.JSON.media_type and b'"boolean"' in body[:2000]:
        return Form.TRUTH
    if media_type == QueryResultsFormat.XML.media_type and b"<boolean>" in body[:2000]:
        return Form.TRUTH
    return Form.ROWS
