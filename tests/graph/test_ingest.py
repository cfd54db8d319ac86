"""Articles go in whole, again only where something changed, and leave without a trace."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.exc import NotFoundError, RecordError, StoreError
from graph.identity import Namespace
from graph.ingest import Outcome, Result, ingest, remove_article
from graph.model import Article, ArticleRecords, Event, Evidence, Participation, Position
from graph.sources import Source, read_sources
from graph.store import Store

SAMPLE = Path(__file__).parents[2] / "data" / "articles" / "maan-2017-07-08.ar.txt"
DERIVED = Namespace().graph("derived")


def run(store: Store, *paths: Path) -> list[Result]:
    return list(ingest(store, read_sources([str(p) for p in paths])))


def snapshot(store: Store) -> set[Quad]:
    """All that ingest may touch; the world's own graphs are only counted."""
    world = [Namespace().graph(name) for name in ("reference", "ontology")]
    found = {quad for graph in store.graphs() if graph not in world for quad in store.quads(graph)}
    return found | {Quad(NamedNode("urn:size"), NamedNode("urn:is"), Literal(store.size()))}


def article_quads(store: Store, key: str) -> set[Quad]:
    return set(store.quads(Namespace().article(key)))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    shutil.copy(SAMPLE, folder / "one.txt")
    (folder / "two.txt").write_text(
        "القاهرة - 3/5/2018\nبحث وزير الخارجية المصري سامح شكري مع نظيره الروسي لافروف في موسكو العلاقات.",
        encoding="utf-8",
    )
    return folder


def test_a_second_run_changes_nothing(sample_store: Store, news: Path) -> None:
    assert [r.outcome for r in run(sample_store, news)] == [Outcome.NEW, Outcome.NEW]
    before = snapshot(sample_store)
    assert [r.outcome for r in run(sample_store, news)] == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert snapshot(sample_store) == before


def test_a_changed_article_replaces_its_own_graph_only(sample_store: Store, news: Path) -> None:
    run(sample_store, news)
    one, two = article_quads(sample_store, "news/one"), article_quads(sample_store, "news/two")
    text = (news / "two.txt").read_text(encoding="utf-8")
    (news / "two.txt").write_text(text.replace("موسكو", "باريس"), encoding="utf-8")
    assert [r.outcome for r in run(sample_store, news)] == [Outcome.UNCHANGED, Outcome.CHANGED]
    assert article_quads(sample_store, "news/one") == one
    assert article_quads(sample_store, "news/two") != two
    (news / "two.txt").write_text(text, encoding="utf-8")
    run(sample_store, news)
    assert article_quads(sample_store, "news/two") == two


def test_what_follows_from_an_article_goes_with_it(sample_store: Store, news: Path) -> None:
    before = snapshot(sample_store)
    run(sample_store, news)
    assert len(snapshot(sample_store)) > len(before)
    remove_article(sample_store, "news/one")
    remove_article(sample_store, "news/two")
    assert snapshot(sample_store) == before
    with pytest.raises(NotFoundError, match="news/one"):
        remove_article(sample_store, "news/one")


def test_the_derived_graph_is_what_all_records_together_give(sample_store: Store, news: Path) -> None:
    from graph.derived import rebuild

    run(sample_store, news)
    step_by_step = set(sample_store.quads(DERIVED))
    rebuild(sample_store)
    assert set(sample_store.quads(DERIVED)) == step_by_step


def test_another_text_under_a_key_of_the_store_is_refused(sample_store: Store, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder / "ar").mkdir(parents=True)
    (tmp_path / "a" / "ar" / "x.txt").write_text("زار الرئيس المصري فرنسا.", encoding="utf-8")
    (tmp_path / "b" / "ar" / "x.txt").write_text("زار الرئيس المصري ألمانيا.", encoding="utf-8")
    run(sample_store, tmp_path / "a")
    before = snapshot(sample_store)
    (result,) = run(sample_store, tmp_path / "b")
    assert result.outcome is Outcome.FAILED
    assert "another text under the key 'ar/x'" in str(result.message)
    assert snapshot(sample_store) == before


def test_details_that_come_with_a_text_count_too(sample_store: Store) -> None:
    text = "زار الرئيس المصري فرنسا."
    (first,) = ingest(sample_store, [Source("k", text)])
    (again,) = ingest(sample_store, [Source("k", text)])
    (dated,) = ingest(sample_store, [Source("k", text, published=date(2020, 1, 2))])
    assert [r.outcome for r in (first, again, dated)] == [Outcome.NEW, Outcome.UNCHANGED, Outcome.CHANGED]


def test_an_article_without_a_day_or_a_state_goes_in_with_a_word_about_it(sample_store: Store) -> None:
    (undated,) = ingest(sample_store, [Source("k", "زار الرئيس المصري فرنسا.")])
    assert undated.outcome is Outcome.NEW
    assert any("no publication date" in w for w in undated.warnings)
    (empty,) = ingest(
        sample_store, [Source("l", "كان الطقس جميلا أمس في الحديقة.", published=date(2020, 1, 2))]
    )
    assert empty.outcome is Outcome.NEW
    assert any("names no state" in w for w in empty.warnings)


def test_a_flawed_record_is_kept_out_and_the_rest_goes_in(sample_store: Store) -> None:
    def read(article: Article) -> ArticleRecords:
        piece = Evidence(article.text, 0, 5, "hand")
        parts = (Participation(actor="EGY"), Participation(actor="FRA"))
        return ArticleRecords(
            article=article,
            events=(Event(evidence=(piece,), kind="visit", status="held", participations=parts),),
            positions=(
                Position(evidence=(piece,), holders=("EGY",), stance="supports", issue="peace"),
                Position(
                    evidence=(piece,),
                    holders=("EGY",),
                    stance="supports",
                    issue="x",
                    issues=("no-such-issue",),
                ),
                Position(evidence=(piece,), holders=("EGY",), stance="supports", issue="y", claim="rumoured"),
            ),
        )

    (result,) = ingest(sample_store, [Source("k", "some words", published=date(2020, 1, 2))], read=read)
    assert result.records == 2
    flaws = [w for w in result.warnings if "kept out" in w]
    assert len(flaws) == 2
    assert "no-such-issue" in flaws[0]
    assert "rumoured" in flaws[1]


def test_an_article_that_cannot_be_read_fails_alone(sample_store: Store) -> None:
    def read(article: Article) -> ArticleRecords:
        if article.key == "bad":
            raise RecordError("evidence lies outside")
        return ArticleRecords(article=article)

    results = list(ingest(sample_store, [Source("bad", "x"), Source("good", "y")], read=read))
    assert [r.outcome for r in results] == [Outcome.FAILED, Outcome.NEW]
    assert article_quads(sample_store, "bad") == set()


def test_a_store_that_refuses_ends_the_run(sample_db: Path) -> None:
    from graph.store import open_store

    store = open_store(sample_db, read_only=True)
    with pytest.raises(StoreError, match="reading only"):
        list(ingest(store, [Source("k", "words")]))
