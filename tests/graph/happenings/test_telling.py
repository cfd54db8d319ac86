"""What a happening's disagreements look like in the derived graph."""

from collections.abc import Callable

from graph.happenings import Report
from graph.happenings.telling import told
from ontology.terms import ONTOLOGY

Make = Callable[..., Report]


def test_a_disagreement_on_a_number_is_told_with_each_report_and_its_words(report: Make) -> None:
    one = report("a", "signing", quote="They signed three agreements.", language="en")
    other = report("b", "signing", quote="Both signed 5 agreements.", language="en")
    triples = set(told([one, other]))
    assert f'<{one.iri}> <{ONTOLOGY}numberTold> "three agreements"@en' in triples
    assert f'<{other.iri}> <{ONTOLOGY}numberTold> "5 agreements"@en' in triples
    assert [t.split(" ")[2] for t in triples if "disagreesOn" in t] == [f"<{ONTOLOGY}numberTold>"]


def test_a_disagreement_on_rank_is_told(report: Make) -> None:
    ranks = ("foreign-minister", "deputy-foreign-minister")
    reports = [report(name, people={"JOR": (None, f"post/JOR-{name}")}) for name in ranks]
    triples = list(told(reports))
    assert [t.split(" ")[2] for t in triples if "disagreesOn" in t] == [f"<{ONTOLOGY}actsAs>"]
    assert sum("conflictsWith" in t for t in triples) == 2
