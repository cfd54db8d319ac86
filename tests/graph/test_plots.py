"""Pictures: whole files, with Arabic letters that join, the same each time."""

import io
from datetime import date

import pytest
from lxml import etree
from matplotlib import ft2font
from PIL import Image

from graph import lookups
from graph.exc import InputError
from graph.plots import LANGUAGES, draw_matrix, draw_network, draw_timeline
from graph.store import Store


def draw(store: Store, kind: str, language: str, format: str) -> bytes:
    if kind == "timeline":
        return draw_timeline(lookups.relation(store, "KAZ", "PSE"), language, format)
    events = lookups.matrix(store, "events")
    if kind == "matrix":
        return draw_matrix(events, language, format)
    return draw_network(events, lookups.matrix(store, "score"), language, format)


@pytest.mark.parametrize("kind", ["timeline", "matrix", "network"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_is_whole_in_both_formats(sample_store: Store, kind: str, language: str) -> None:
    svg = draw(sample_store, kind, language, "svg")
    root = etree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not root.findall(".//{*}text"), "letters are outlines, so no font is needed"
    assert draw(sample_store, kind, language, "svg") == svg
    image = Image.open(io.BytesIO(draw(sample_store, kind, language, "png")))
    assert min(image.size) > 300
    assert len(set(image.convert("L").tobytes())) > 10, "something is drawn"


def test_arabic_letters_are_shaped_by_a_library_made_for_it() -> None:
    assert ft2font.__libraqm_version__


def test_a_pair_without_dated_events_has_a_picture_that_says_so(sample_store: Store) -> None:
    assert draw_timeline(lookups.relation(sample_store, "TUV", "NRU"), "ar", "svg")


def test_an_empty_store_has_empty_pictures(sample_store: Store) -> None:
    nothing = lookups.matrix(sample_store, "events", until=date(1900, 1, 1))
    assert not nothing.states
    assert draw_matrix(nothing) and draw_network(nothing, nothing)


def test_unknown_formats_and_languages_are_refused(sample_store: Store) -> None:
    with pytest.raises(InputError, match="svg or png"):
        draw(sample_store, "matrix", "en", "pdf")
    with pytest.raises(InputError, match="en and ar"):
        draw(sample_store, "network", "fr", "svg")
