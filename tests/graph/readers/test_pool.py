"""Queries in worker processes, on a real store on disk."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.exc import BusyError, FormatError, LimitError, QueryError
from graph.readers.answerer import Limits
from graph.readers.pool import Pool
from graph.readers.snapshots import Snapshots, sweep
from graph.readers.wire import Question
from graph.store import EmbeddedStore

JSON = ("application/json", "application/sparql-results+json")
TURTLE = ("text/turtle", "text/turtle")
FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"


def ask(text: str, **more: Any) -> Question:
    return Question(query=text, base=None, rows=JSON, triples=TURTLE, **more)


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path / "db")
    node = NamedNode
    store.add(Quad(node(f"urn:s{n}"), node(f"urn:p{n % 5}"), Literal(n), node("urn:g")) for n in range(3000))
    return store


def apart(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine in a thread: where browser tests share the process, its own thread has a loop that runs."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


Work = Callable[[Pool], Coroutine[Any, Any, None]]


@pytest.fixture
def run(store: EmbeddedStore) -> Callable[..., None]:
    """Runs a piece of work with a pool over the store and closes the pool."""

    def runner(work: Work, staleness: float = 0.0, **limits: Any) -> None:
        async def whole() -> None:
            pool = Pool(Snapshots(store, staleness), Limits(**limits))
            try:
                await asyncio.wait_for(work(pool), 60)
            finally:
                await pool.close()
            assert not pool.running

        apart(whole())

    return runner


async def body(pool: Pool, question: Question, fresh: bool = False) -> bytes:
    reply = await pool.answer(question, fresh)
    try:
        return reply.first + b"".join([part async for part in reply.rest()])
    finally:
        reply.end()


async def count(pool: Pool, fresh: bool = False) -> int:
    question = Question("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", None, ("text/csv", "text/csv"), None)
    return int((await body(pool, question, fresh)).split()[1])


def test_small_and_large_answers_arrive_whole(run: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        assert b'"boolean":true' in await body(pool, ask("ASK { ?s ?p ?o }"))
        large = await body(pool, ask("SELECT * { ?s ?p ?o }"))
        assert large.count(b"urn:s") == 3000 and len(large) > 3 * 65536
        assert (await body(pool, ask("CONSTRUCT WHERE { ?s ?p ?o }"))).count(b"urn:s") == 3000
        assert pool.started == 1  # one worker did it all

    run(work)


def test_what_the_worker_refuses_leaves_it_sound(run: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(QueryError, match=r"1:\d+"):
            await pool.answer(ask("ASK { ?s ?p"))
        with pytest.raises(QueryError, match="SERVICE"):
            await pool.answer(ask("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"))
        with pytest.raises(FormatError):
            await pool.answer(Question("CONSTRUCT WHERE { ?s ?p ?o }", None, JSON, None))
        assert await count(pool) == 3000 and pool.started == 1

    run(work)


def test_a_query_ends_at_its_deadline_and_the_next_is_answered(run: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(LimitError, match="1 seconds"):
            await pool.answer(ask(FOREVER))
        assert await count(pool) == 3000
        assert pool.outcomes["LimitError"] == 1

    run(work, seconds=1.0, long_after=0.2)


def test_a_query_ends_at_its_memory_and_the_next_is_answered(run: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(LimitError, match="64 MiB"):
            await pool.answer(ask(GREEDY))
        assert await count(pool) == 3000

    run(work, seconds=50.0, memory=64 << 20)


def test_an_answer_cut_by_the_deadline_says_so(run: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        await count(pool)  # so that no process has to be started within the time
        reply = await pool.answer(ask("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"))
        with pytest.raises(LimitError):
            async for part in reply.rest():
                assert part
        reply.end()
        assert not reply.whole

    run(work, seconds=4.0)


def test_who_leaves_ends_the_query(run: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        asking = asyncio.ensure_future(pool.answer(ask(FOREVER)))
        while not pool.running:
            await asyncio.sleep(0.01)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert not pool.running and await count(pool) == 3000

    run(work)


def test_small_queries_are_answered_while_long_ones_run(run: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        heavy = [asyncio.ensure_future(body(pool, ask(FOREVER))) for _ in range(4)]
        for _ in range(20):
            assert await count(pool) == 3000
        ends = await asyncio.gather(*heavy, return_exceptions=True)
        # three may be long; the fourth had to make room
        assert sorted(type(end).__name__ for end in ends) == ["BusyError"] + 3 * ["LimitError"]

    run(work, seconds=8.0, queries=4, long_after=0.3, remembered=0)


def test_more_than_may_wait_are_told_to_come_again(run: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        first = asyncio.ensure_future(body(pool, ask(FOREVER)))
        while not pool.running:
            await asyncio.sleep(0.01)
        with pytest.raises(BusyError, match="try again"):
            await pool.answer(ask("ASK { ?s ?p ?o }"))
        first.cancel()

    run(work, queries=1, waiting=0)


def test_a_query_sees_what_was_written_before_it(run: Callable[..., None], store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        assert await count(pool) == 3000
        store.update("INSERT DATA { GRAPH <urn:new> { <urn:a> <urn:b> 1 } }")
        assert await count(pool) == 3001

    run(work)


def test_with_staleness_only_who_asks_sees_the_newest(run: Callable[..., None], store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        assert await count(pool) == 3000
        store.update("INSERT DATA { GRAPH <urn:new> { <urn:a> <urn:b> 1 } }")
        assert await count(pool) == 3000
        assert await count(pool, fresh=True) == 3001
        assert await count(pool) == 3001

    run(work, staleness=3600.0)


def test_what_is_asked_again_is_remembered_until_something_is_written(
    run: Callable[..., None], store: EmbeddedStore
) -> None:
    async def work(pool: Pool) -> None:
        first = await body(pool, ask("SELECT * { ?s ?p 1 }"))
        assert await body(pool, ask("SELECT * { ?s ?p 1 }")) == first
        assert pool.remembered.found == 1
        await body(pool, ask("SELECT * { ?s ?p 1 }", default_graphs=("urn:g",)))
        await body(pool, ask("SELECT * { ?s ?p 2 }"))
        assert pool.remembered.found == 1
        store.update("INSERT DATA { GRAPH <urn:new> { <urn:a> <urn:b> 1 } }")
        assert b"urn:new" not in first and b"urn:a" in await body(pool, ask("SELECT * { ?s ?p 1 }"))
        assert pool.remembered.found == 1

    run(work)


def test_what_may_answer_otherwise_each_time_and_what_is_large_is_not_remembered(
    run: Callable[..., None],
) -> None:
    async def work(pool: Pool) -> None:
        for text in ("SELECT (uuid() AS ?x) {}", "SELECT (Rand() AS ?x) {}", "SELECT (bnode() AS ?x) {}"):
            assert await body(pool, ask(text)) != await body(pool, ask(text))
        large = ask("SELECT * { ?s ?p ?o } LIMIT 300")
        assert await body(pool, large) == await body(pool, large)
        assert pool.remembered.found == 0

    run(work, remembered=100_000)


def test_the_oldest_answers_make_room(run: Callable[..., None]) -> None:
    async def work(pool: Pool) -> None:
        questions = [ask(f"ASK {{ ?s ?p {n} }}") for n in range(30)]
        for question in questions:
            await body(pool, question)
        for question in reversed(questions):
            await body(pool, question)
        assert 0 < pool.remembered.found < 30

    run(work, remembered=16_000)


def test_old_snapshots_go_and_none_are_left(
    run: Callable[..., None], store: EmbeddedStore, tmp_path: Path
) -> None:
    home = tmp_path / "db.snapshots"

    async def work(pool: Pool) -> None:
        for n in range(5):
            store.update(f"INSERT DATA {{ GRAPH <urn:new> {{ <urn:a> <urn:b> {n} }} }}")
            await count(pool)
        assert pool.snapshots.made == 5
        assert sum(path.is_dir() for path in home.glob("*/*")) == 1
        assert sweep(home) == 0  # its process lives

    run(work)
    assert not home.exists()


def test_a_store_beside_which_nothing_can_be_written_is_read_itself(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    store.close()
    (tmp_path / "db.snapshots").write_text("in the way")
    reader = EmbeddedStore(tmp_path / "db", read_only=True)

    async def whole() -> None:
        pool = Pool(Snapshots(reader), Limits())
        try:
            assert await count(pool) == 3000
        finally:
            await pool.close()

    apart(whole())
    assert reader.size() == 3000


def test_an_update_is_tried_without_changing_the_store(
    run: Callable[..., None], store: EmbeddedStore
) -> None:
    async def work(pool: Pool) -> None:
        await pool.rehearse("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }")
        assert store.size() == 3000 and await count(pool) == 3000
        with pytest.raises(QueryError, match="expected"):
            await pool.rehearse("DELETE WHERE {")
        # a worker goes from copies to snapshots and back
        await pool.rehearse("CLEAR ALL")
        assert await count(pool) == 3000 and pool.started == 1

    run(work, remembered=0)


def test_an_update_without_end_is_ended_before_it_reaches_the_store(
    run: Callable[..., None], store: EmbeddedStore
) -> None:
    forever = "INSERT { GRAPH <urn:new> { ?a ?e ?l } } WHERE { GRAPH ?m { " + FOREVER.partition("{")[2] + " }"
    greedy = (
        "INSERT { GRAPH <urn:new> { ?a ?e ?i } } WHERE { "
        + "GRAPH <urn:g> { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } }"
    )

    async def work(pool: Pool) -> None:
        for update in (forever, greedy):
            with pytest.raises(LimitError, match="nothing was changed"):
                await pool.rehearse(update)
        assert store.size() == 3000 and await count(pool) == 3000
        copies = list((store.path or Path()).with_name("db.snapshots").glob("*/*/CURRENT"))
        assert len(copies) == 1  # what queries read; nothing is left of those that were written to

    run(work, seconds=2.0, memory=64 << 20)
