from fastapi.testclient import TestClient

from graph.store import EmbeddedStore

WRITER = {"Authorization": "Bearer open-sesame", "Content-Type": "text/turtle"}
DOCUMENT = "<http://a/1> <http://x/p> 1 ."


def test_a_graph_goes_in_out_and_away(client: TestClient, store: EmbeddedStore) -> None:
    graph = {"graph": "http://g/1"}
    assert client.put("/store", params=graph, content=DOCUMENT, headers=WRITER).status_code == 201
    assert client.put("/store", params=graph, content=DOCUMENT, headers=WRITER).status_code == 204
    more = client.post("/store", params=graph, content="<http://a/2> <http://x/p> 2 .", headers=WRITER)
    assert more.status_code == 204
    answer = client.get("/store", params=graph, headers={"Accept": "application/n-triples"})
    assert answer.text.count("\n") == 2
    assert client.head("/store", params=graph).status_code == 200
    assert client.delete("/store", params=graph, headers=WRITER).status_code == 204
    assert client.get("/store", params=graph).status_code == 404
    assert client.delete("/store", params=graph, headers=WRITER).status_code == 404
    assert store.size() == 0


def test_a_form_may_bring_several_files(client: TestClient, store: EmbeddedStore) -> None:
    body = "\r\n".join(
        (
            "--mark",
            'Content-Disposition: form-data; name="a"; filename="a.ttl"',
            "Content-Type: text/turtle",
            "",
            DOCUMENT,
            "--mark",
            'Content-Disposition: form-data; name="b"; filename="b.nt"',
            "Content-Type: application/n-triples",
            "",
            "<http://a/2> <http://x/p> <http://a/1> .",
            "--mark--",
            "",
        )
    )
    headers = {**WRITER, "Content-Type": "multipart/form-data; boundary=mark"}
    assert client.post("/store?graph=http://g/1", content=body, headers=headers).status_code == 201
    assert store.size() == 2


def test_a_new_graph_gets_an_address_where_it_is_found(client: TestClient) -> None:
    made = client.post("/store", content=DOCUMENT, headers=WRITER)
    assert made.status_code == 201
    assert client.get(made.headers["location"]).text.count("http://a/1") == 1


def test_the_default_graph_is_not_the_union(client: TestClient, store: EmbeddedStore) -> None:
    store.update("INSERT DATA { GRAPH <http://g/1> { <http://a/1> <http://x/p> 1 } }")
    assert (
        client.put("/store?default", content="<http://a/2> <http://x/p> 2 .", headers=WRITER).status_code
        == 204
    )
    answer = client.get("/store?default", headers={"Accept": "application/n-triples"})
    assert "http://a/2" in answer.text and "http://a/1" not in answer.text
    assert client.delete("/store?default", headers=WRITER).status_code == 204
    assert store.size() == 1


def test_what_cannot_be_stored_is_refused_with_the_reason(client: TestClient, store: EmbeddedStore) -> None:
    def put(target: str, content: str = DOCUMENT, kind: str = "text/turtle") -> tuple[int, str]:
        answer = client.put(target, content=content, headers={**WRITER, "Content-Type": kind})
        return answer.status_code, answer.json()["detail"]

    status, detail = put("/store?graph=http://g/1", "<http://a/1> <http://x/p> .")
    assert status == 400 and "Turtle" in detail
    assert put("/store?graph=http://g/1", kind="image/png")[0] == 415
    assert put("/store?graph=no-iri")[0] == 400
    assert put("/store?graph=http://g/1&default")[0] == 400
    assert put("/store")[0] == 400
    assert put("/store?graph=http://g/1", "<a:1> <a:2> <a:3> <a:4> .", "application/n-quads")[0] == 400
    assert store.size() == 0


def test_writing_graphs_needs_the_token(client: TestClient, store: EmbeddedStore) -> None:
    plain = {"Content-Type": "text/turtle"}
    assert client.put("/store?graph=http://g/1", content=DOCUMENT, headers=plain).status_code == 401
    assert client.post("/store?graph=http://g/1", content=DOCUMENT, headers=plain).status_code == 401
    assert client.delete("/store?graph=http://g/1").status_code == 401
    assert store.size() == 0
