import pytest
from fastapi import HTTPException

from api.negotiate import negotiate, preferred

OFFERED = ["application/json", "text/turtle", "text/csv"]


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/turtle"),
        ("text/csv, text/turtle;q=0.5", "text/csv"),
        ("text/turtle;q=0.5, */*;q=0.1", "text/turtle"),
        ("application/json;q=0, */*", "text/turtle"),
        ("TEXT/CSV; charset=utf-8", "text/csv"),
        ("text/html, */*;q=0.8", "application/json"),
        ("text/*;q=0.9, text/turtle;q=0.1", "text/csv"),
        ("image/png", None),
        ("text/turtle;q=0", None),
        ("text/turtle;q=nonsense", None),
    ],
)
def test_the_best_fit_is_chosen(accept: str | None, chosen: str | None) -> None:
    assert preferred(accept, OFFERED) == chosen


def test_nothing_that_fits_is_not_acceptable() -> None:
    with pytest.raises(HTTPException, match="text/turtle") as caught:
        negotiate("image/png", OFFERED)
    assert caught.value.status_code == 406
