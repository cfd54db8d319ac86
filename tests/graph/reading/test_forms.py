"""Language modules."""

import pytest

from graph.exc import InputError
from graph.reading.forms import language


@pytest.mark.parametrize("code", ["ar", "en", "fr"])
def test_a_language_names_itself_and_its_order(code: str) -> None:
    module = language(code)
    assert code == module.LANGUAGE and module.ORDER in ("verb-first", "subject-first")
    assert module.ADJECTIVE_SIDE in ("before", "after")


def test_a_language_without_a_pack_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"'xx'.*ar, en and fr"):
        language("xx")
