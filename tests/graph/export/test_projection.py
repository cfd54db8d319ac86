from datetime import date

import pytest

from graph.exc import InputError, NotFoundError
from graph.export import Graph, Selection, project
from graph.export.columns import EDGE_COLUMNS, NODE_COLUMNS
from graph.identity import Namespace
from graph.store import EmbeddedStore, Store


def said(graph: Graph, name: str = "type") -> list[tuple[str, str, object]]:
    """(source code, target code, attribute) of every edge."""
    codes = {node: str(data["code"]) for node, data in graph.nodes(data=True)}
    return sorted(((codes[a], codes[b], data[name]) for a, b, data in graph.edges(data=True)), key=str)


def test_every_record_is_an_edge_of_its_own(store: Store) -> None:
    assert said(project(store)) == [
        ("KAZ", "PSE", "agreement"),
        ("KAZ", "PSE", "commitment"),
        ("KAZ", "PSE", "consultation"),
        ("KAZ", "PSE", "consultation"),
        ("KAZ", "PSE", "praise"),
        ("KAZ", "PSE", "supports"),
        ("KAZ", "UN", "member"),
        ("PSE", "UN", "observer"),
        ("PSE", "UZB", "condemns"),
        ("UZB", "PSE", "visit"),
        ("UZB", "SCO", "member"),
    ]


def test_an_edge_is_named_by_its_record_and_pair(store: Store) -> None:
    for source, target, key, data in project(store).edges(keys=True, data=True):
        codes = f"{source.rsplit('/', 1)[1]}-{target.rsplit('/', 1)[1]}"
        assert key == f"{data['record']}#{codes}"


def test_all_columns_are_there_and_no_others(store: Store) -> None:
    graph = project(store)
    for _, node in graph.nodes(data=True):
        assert list(node) == [column.name for column in NODE_COLUMNS]
    for *_, edge in graph.edges(data=True):
        assert set(edge) == {column.name for column in EDGE_COLUMNS}


def test_nodes_say_where_they_stand_where_asked(store: Store, iri: Namespace) -> None:
    graph = project(store, Selection(measures=True))
    assert graph.nodes[iri.state("PSE")]["partners"] == 3
    assert graph.nodes[iri.state("UZB")]["betweenness"] > graph.nodes[iri.state("KAZ")]["betweenness"]
    assert {data["community"] for _, data in graph.nodes(data=True)} >= {0}
    assert project(store).nodes[iri.state("PSE")]["partners"] is None


def test_a_quote_is_what_the_article_says_at_its_offsets(store: Store) -> None:
    texts = {
        str(row["article"].value): row["text"].value  # type: ignore[union-attr]
        for row in store.select(
            "SELECT ?article ?text { ?article <https://w3id.org/bilateral/ontology/text> ?text }"
        )
    }
    for *_, edge in project(store).edges(data=True):
        assert texts[edge["article"]][edge["quote_start"] : edge["quote_end"]] == edge["quote"]


def test_names_come_in_both_scripts(store: Store, iri: Namespace) -> None:
    node = project(store).nodes[iri.state("PSE")]
    assert {name: value for name, value in node.items() if value is not None} == {
        "label": "Palestine",
        "kind": "state",
        "code": "PSE",
        "label_en": "Palestine",
        "label_ar": "فلسطين",
    }


def test_an_event_carries_its_plover_score_and_days(store: Store, iri: Namespace) -> None:
    edges = project(store).get_edge_data(iri.state("UZB"), iri.state("PSE"))
    (visit,) = edges.values()
    assert (visit["plover"], visit["score"], visit["directed"]) == ("CONSULT", 4.0, True)
    assert (visit["earliest"], visit["latest"]) == (date(2017, 7, 1), date(2017, 7, 3))


def test_an_open_begin_stays_open_and_is_shown_on_the_last_day(store: Store, iri: Namespace) -> None:
    edges = project(store).get_edge_data(iri.state("KAZ"), iri.state("PSE")).values()
    (held,) = (e for e in edges if e["type"] == "consultation" and e["status"] == "held")
    assert (held["earliest"], held["latest"]) == (None, date(2017, 7, 8))
    assert (held["start"], held["end"]) == (date(2017, 7, 8), date(2017, 7, 8))
    assert held["directed"] is False


def test_the_sign_of_a_position_is_its_stance_or_its_side_towards_the_target(store: Store) -> None:
    assert [row for row in said(project(store), "polarity") if row[2] is not None] == [
        ("KAZ", "PSE", 1),
        ("PSE", "UZB", -1),
    ]


def test_a_pair_has_its_records_and_the_organizations_of_both(store: Store) -> None:
    pair = project(store, Selection(between=("PSE", "KAZ")))
    assert {(a, b) for a, b, _ in said(pair)} == {("KAZ", "PSE"), ("KAZ", "UN"), ("PSE", "UN")}


def test_a_pair_is_the_same_in_either_order(store: Store) -> None:
    one, other = (project(store, Selection(between=pair)) for pair in (("PSE", "KAZ"), ("KAZ", "PSE")))
    assert said(one, "record") == said(other, "record")


def test_around_a_state_are_the_edges_that_touch_it(store: Store) -> None:
    around = said(project(store, Selection(around="UZB")))
    assert around == [("PSE", "UZB", "condemns"), ("UZB", "PSE", "visit"), ("UZB", "SCO", "member")]


def test_a_span_of_days_takes_what_may_fall_into_it(store: Store) -> None:
    later = project(store, Selection(since=date(2018, 6, 1), until=date(2018, 6, 30)))
    assert said(later, "status") == [("KAZ", "PSE", "planned")]
    since = project(store, Selection(since=date(2019, 1, 1)))
    assert said(since) == [("KAZ", "PSE", "praise")]


def test_reference_facts_come_when_asked_for(store: Store) -> None:
    assert ("FJI", "UN", "member") not in said(project(store))
    assert ("FJI", "UN", "member") in said(project(store, Selection(reference=True)))


def test_a_membership_that_lasts_has_a_start_and_no_end(store: Store, iri: Namespace) -> None:
    graph = project(store, Selection(around="FJI", reference=True))
    (membership,) = graph.get_edge_data(iri.state("FJI"), iri.organization("UN")).values()
    assert (membership["start"], membership["end"]) == (date(1970, 10, 13), None)
    assert (membership["article"], membership["sources"]) == (None, "list-UN")


def test_people_come_with_their_posts_when_asked_for(store: Store) -> None:
    graph = project(store, Selection(people=True))
    people = [data["label"] for _, data in graph.nodes(data=True) if data["kind"] == "person"]
    assert people == ["عقيل بيك كمالدينوف"]
    assert [row[1:] for row in said(graph) if row[2] == "Deputy Minister"] == [("KAZ", "Deputy Minister")]


def test_an_unknown_state_is_named_in_the_error(store: Store) -> None:
    with pytest.raises(NotFoundError, match="XYZ"):
        project(store, Selection(around="XYZ"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"between": ("KAZ", "PSE"), "around": "KAZ"},
        {"between": ("KAZ", "KAZ")},
        {"since": date(2018, 1, 1), "until": date(2017, 1, 1)},
    ],
)
def test_a_selection_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InputError):
        Selection(**wrong)  # type: ignore[arg-type]


def test_an_empty_store_gives_an_empty_graph() -> None:
    assert len(project(EmbeddedStore())) == 0


def test_events_are_nodes_joined_to_all_who_take_part_when_asked_for(store: Store) -> None:
    graph = project(store, Selection(events=True))
    events = [node for node, data in graph.nodes(data=True) if data["kind"] == "event"]
    assert len(events) == 4
    visits = [
        (str(graph.nodes[actor]["code"]), data["type"], data["start"])
        for actor, event, data in graph.edges(data=True)
        if event in events and data["start"] == date(2017, 7, 1)
    ]
    assert sorted(visits) == [("PSE", "target", date(2017, 7, 1)), ("UZB", "source", date(2017, 7, 1))]
    assert {data["kind"] for *_, data in graph.edges(data=True)} >= {"event", "position", "membership"}
    pair = project(store, Selection(events=True, between=("KAZ", "PSE")))
    assert sum(data["kind"] == "event" for _, data in pair.nodes(data=True)) == 3
