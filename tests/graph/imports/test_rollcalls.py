"""Roll calls as positions, and what they say of a pair. The roll calls are invented."""

from pathlib import Path

import pytest

from graph.exc import InputError
from graph.imports import RollCalls, bring_in, take_out
from graph.imports.rollcalls import NO_STATE, NO_VOTE
from graph.lookups import voting
from graph.store import Store
from graph.validate import validate

CALLS = """rcid,session,date,resolution,short,description,issues
1,60,2030-11-01,R/60/1,BEES,"A draft, ""B"", for bees",ec
2,60,2030-12-01,R/60/2,BOATS,A draft for boats,ec|hr
3,61,2031-11-01,R/61/1,BELLS,A draft for bells,
4,61,2031-12-01,R/61/2,BOOKS,,hr
"""
MATRIX = """rcid,Kazakhstan,Uzbekistan,Zanzibar,Chad
1,Y,Y,Y,
2,Y,A,,N
3,N,Y,,?
4,A,A,,Y
"""
COUNTRIES = "country,iso2\nKazakhstan,KZ\nUzbekistan,UZ\nChad,TD\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("roll-calls", CALLS), ("votes-matrix", MATRIX), ("countries", COUNTRIES)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_agreement_of_a_pair_counts_an_abstention_half(folder: Path, known: Store) -> None:
    bring_in(known, RollCalls(folder))
    found = voting(known, "UZB", "KAZ")
    assert found is not None
    assert (found.roll_calls, found.agreement) == (4, 0.625), "1, one half, 0 and 1"
    assert [(y.year, y.roll_calls, y.agreement) for y in found.years] == [(2030, 2, 0.75), (2031, 2, 0.5)]
    assert [(i.issue.key, i.roll_calls, i.agreement) for i in found.issues] == [
        ("development", 2, 0.75),
        ("human-rights", 2, 0.75),
    ]
    assert found.issues[0].issue.labels["ar"]
    assert voting(known, "KAZ", "UZB") == found
    chad = voting(known, "KAZ", "TCD")
    assert chad is not None and (chad.roll_calls, chad.agreement) == (2, 0.25), "absence is not counted"
    assert voting(known, "KAZ", "PSE") is None


def test_ballots_are_positions_that_keep_to_the_shapes(folder: Path, known: Store) -> None:
    content = RollCalls(folder / "votes-matrix.csv")
    report = bring_in(known, content)
    assert (report.read, report.kept) == (12, 10)
    assert dict(content.counted.left) == {NO_STATE: 1, NO_VOTE: 1}
    assert list(validate(known, [report.id])) == []
    held = known.select(
        "PREFIX bir: <https://w3id.org/bilateral/ontology/> SELECT ?label ?day WHERE { ?vote a bir:Vote ; "
        "bir:isHeldBy <https://w3id.org/bilateral/id/state/KAZ> ; bir:hasStance/bir:polarity 1 ; "
        "bir:onProposition ?draft . ?draft <http://www.w3.org/2004/02/skos/core#prefLabel> ?label ; bir:votedOn ?day }"
    )
    assert sorted((row["label"].value, row["day"].value) for row in held) == [  # type: ignore[union-attr]
        ("A draft for boats", "2030-12-01"),
        ('A draft, "B", for bees', "2030-11-01"),
    ]


def test_without_an_import_there_is_no_agreement(folder: Path, known: Store) -> None:
    assert voting(known, "KAZ", "UZB") is None
    before = (known.size(), known.graphs())
    take_out(known, bring_in(known, RollCalls(folder)).id)
    assert voting(known, "KAZ", "UZB") is None
    assert (known.size(), known.graphs()) == before


def test_a_folder_without_the_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no votes-matrix\.csv"):
        RollCalls(tmp_path)
