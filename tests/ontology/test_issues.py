"""Issues: enough of them, rich in both languages, and no label that leads to two."""

import re
from collections import defaultdict

from rdflib import RDF, SKOS, Graph, Literal, Namespace, URIRef

from ontology.terms import ONTOLOGY, SCHEME

BIR = Namespace(ONTOLOGY)
KNOWN_PHRASES = {
    "القضية الفلسطينية": "palestinian-question",
    "حل الدولتين": "two-state-solution",
    "مكافحة الإرهاب": "terrorism",
    "العلاقات الثنائية": "bilateral-relations",
    "التعاون الاقتصادي": "economy",
    "الملف النووي الإيراني": "iran-nuclear",
    "سد النهضة": "nile-waters",
    "Israeli settlements": "settlements",
    "Renaissance Dam": "nile-waters",
    "JCPOA": "iran-nuclear",
    "climate change": "climate-change",
    "Nagorno-Karabakh": "nagorno-karabakh",
    "Sahel region": "sahel",
    "South China Sea": "south-china-sea",
    "free trade agreement": "free-trade",
}


def folded(text: str) -> str:
    """Letters as readers compare them: no diacritics, one alif, one ya, one ta marbuta, lower case."""
    bare = re.sub("[\u064b-\u0652\u0640]", "", text.lower())
    return bare.translate(str.maketrans("أإآىة", "ااايه"))


def labels_of(graph: Graph) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for issue in graph.subjects(RDF.type, BIR.Issue):
        for kind in (SKOS.prefLabel, SKOS.altLabel):
            for label in graph.objects(issue, kind):
                assert isinstance(label, Literal)
                key = (str(label.language), folded(str(label)))
                found[key].add(str(issue).removeprefix(SCHEME + "issue-"))
    return found


def test_there_are_issues_enough(vocabulary: Graph) -> None:
    issues = set(vocabulary.subjects(RDF.type, BIR.Issue))
    assert len(issues) >= 220
    assert issues == set(vocabulary.subjects(SKOS.inScheme, URIRef(SCHEME + "issue")))


def test_each_issue_has_other_labels_in_both_languages(vocabulary: Graph) -> None:
    poor = [
        (str(issue), language)
        for issue in vocabulary.subjects(RDF.type, BIR.Issue)
        for language in ("en", "ar")
        if sum(
            getattr(label, "language", None) == language for label in vocabulary.objects(issue, SKOS.altLabel)
        )
        < 2
    ]
    assert poor == []


def test_no_label_leads_to_two_issues(vocabulary: Graph) -> None:
    shared = {label: issues for label, issues in labels_of(vocabulary).items() if len(issues) > 1}
    assert shared == {}


def test_phrases_of_agencies_lead_to_their_issue(vocabulary: Graph) -> None:
    labels = labels_of(vocabulary)
    for phrase, issue in KNOWN_PHRASES.items():
        language = "ar" if re.search("[\u0621-\u064a]", phrase) else "en"
        assert labels[language, folded(phrase)] == {issue}, phrase


def test_labels_are_clean_text(vocabulary: Graph) -> None:
    for issue in vocabulary.subjects(RDF.type, BIR.Issue):
        for kind in (SKOS.prefLabel, SKOS.altLabel):
            for label in vocabulary.objects(issue, kind):
                text = str(label)
                assert text == " ".join(text.split()), text
                arabic = bool(re.search("[\u0621-\u064a]", text))
                assert arabic == (getattr(label, "language", None) == "ar"), text
