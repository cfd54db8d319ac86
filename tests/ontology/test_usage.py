"""Every term earns its place in a question or a shape, and every question is well formed."""

import re

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import RDF, SKOS, Graph

import ontology
from ontology.terms import ONTOLOGY, SCHEME, bir

QUESTIONS = dict(ontology.questions())
HEADER = re.compile(
    r"# en: (\S.*\?)\n# ar: (\S.*؟)\n# data: (sample|reference|both|example|happenings)\nPREFIX "
)
PREFIX = re.compile(r"^PREFIX (\w+): <([^>]+)>$", re.MULTILINE)


def named_terms(text: str, namespace: str, prefix: str) -> set[str]:
    return set(re.findall(rf"(?<!\w){prefix}:([A-Za-z][\w-]*)", text))


def body(question: str) -> str:
    return "\n".join(line for line in question.splitlines() if not line.startswith(("#", "PREFIX")))


def test_there_are_questions_enough() -> None:
    assert len(QUESTIONS) >= 40


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_question_is_asked_in_both_languages_and_parses(name: str) -> None:
    text = QUESTIONS[name]
    assert HEADER.match(text), text[:300]
    assert re.search("[\u0621-\u064a]", text.splitlines()[1])
    Store().query(text)
    declared = {prefix for prefix, _ in PREFIX.findall(text)}
    assert declared == {prefix for prefix in declared if re.search(rf"(?<!\w){prefix}:", body(text))}


def test_questions_and_shapes_name_only_terms_that_exist(vocabulary: Graph) -> None:
    concepts = {
        str(s).removeprefix(SCHEME)
        for kind in (SKOS.Concept, SKOS.ConceptScheme, SKOS.Collection)
        for s in vocabulary.subjects(RDF.type, kind)
    }
    terms = {name for name in vars(bir) if not name.startswith("_")}
    for text in (*QUESTIONS.values(), ontology.read(ontology.SHAPES)):
        assert named_terms(body(text), ONTOLOGY, "bir") <= terms
        assert named_terms(body(text), SCHEME, "birx") <= concepts


def test_every_term_is_used_in_a_question_or_a_shape() -> None:
    used = named_terms(ontology.read(ontology.SHAPES), ONTOLOGY, "bir")
    for text in QUESTIONS.values():
        used |= named_terms(body(text), ONTOLOGY, "bir")
    unused = sorted(name for name in vars(bir) if not name.startswith("_") and name not in used)
    assert unused == [], f"in no question and no shape: {', '.join(unused)}"


def test_every_scheme_is_used_in_a_question_or_a_shape(vocabulary: Graph) -> None:
    texts = [ontology.read(ontology.SHAPES), *map(body, QUESTIONS.values())]
    used = {name for text in texts for name in named_terms(text, SCHEME, "birx")}
    schemes = {str(s).removeprefix(SCHEME) for s in vocabulary.subjects(RDF.type, SKOS.ConceptScheme)}
    assert sorted(schemes - used) == []


def test_the_questions_left_to_the_example_find_answers_in_it() -> None:
    store = Store()
    for name in (*ontology.VOCABULARY, "example.ttl"):
        store.load(input=ontology.read(name), format=RdfFormat.TURTLE)
    silent = [
        name
        for name, text in QUESTIONS.items()
        if "# data: example" in text and not list(store.query(text))  # type: ignore[arg-type]
    ]
    assert silent == []
