"""The ontology's files are found inside the package."""

import pytest

import ontology


@pytest.mark.parametrize("name", [*ontology.VOCABULARY, ontology.SHAPES, ontology.STYLE, ontology.CONTEXT])
def test_files_can_be_read(name: str) -> None:
    assert "https://w3id.org/bilateral/" in ontology.read(name)


def test_a_file_that_is_not_there_is_said_so() -> None:
    with pytest.raises(FileNotFoundError):
        ontology.read("nothing.ttl")
