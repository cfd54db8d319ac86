"""Rows of our own in the columns of each format; what they tell is invented."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import EmbeddedStore, Store, open_store

ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
    "Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\t"
    "Country\tLatitude\tLongitude"
)
POLECAT = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor COW\t"
    "Primary Actor Sector\tActor Country\tRecipient Name\tRecipient COW\tPrimary Recipient Sector\t"
    "Recipient Country\tPlacename\tSource"
)


class Own:
    """Writes rows and files of our own."""

    ICEWS = ICEWS
    POLECAT = POLECAT

    @staticmethod
    def gdelt(
        key: object,
        by: str,
        to: str,
        code: str,
        *,
        day: str = "20310502",
        url: str = "https://example.org/one",
        width: int = 61,
    ) -> str:
        """A row of GDELT; a side is ``COUNTRY``, ``COUNTRY:ROLE`` or ``:ROLE:GROUP``."""
        cells = [""] * width
        cells[0], cells[1], cells[26] = str(key), day, code
        for first, side in ((5, by), (15, to)):
            country, role, group = (*side.split(":"), "", "")[:3]
            cells[first], cells[first + 1] = country + role, f"NAME OF {side}" if side else ""
            cells[first + 2], cells[first + 3], cells[first + 7] = country, group, role
        if width > 57:
            cells[-1] = url
        return "\t".join(cells)

    @staticmethod
    def icews(
        key: int, by: str, to: str, code: str, sectors: str = "Government", day: str = "2031-05-02"
    ) -> str:
        """A row of ICEWS; a side is the name of a country, or ``*`` and the name of an organization."""
        sides = [("", side[1:]) if side[:1] == "*" else (side, side) for side in (by, to)]
        (country, name), (other, called) = sides
        front = [
            str(key),
            day,
            name,
            sectors,
            country,
            "did something to",
            code,
            "1.0",
            called,
            "Government",
            other,
        ]
        return "\t".join([*front, "1", "1", "An Agency", "", "", "", "", "", ""])

    @staticmethod
    def polecat(key: str, by: str, to: str, type: str, mode: str = "", sector: str = "GOV") -> str:
        """A row of POLECAT between two countries by their codes."""
        front = [
            key,
            "2031-05-02",
            type,
            mode,
            "1.0",
            "V-COOP",
            "diplomatic",
            f"Government of {by}",
            "",
            sector,
            by,
        ]
        return "\t".join([*front, f"Government of {to}", "", "GOV", to, "Somewhere", "An Agency"])

    @staticmethod
    def written(path: Path, *rows: str) -> Path:
        """A file of rows."""
        path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
        return path


@pytest.fixture
def own() -> type[Own]:
    """Writes rows and files of our own."""
    return Own


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory."""
    opened = EmbeddedStore()
    yield opened
    opened.close()


@pytest.fixture
def known(empty_db: Path) -> Iterator[Store]:
    """A store with the ontology and the reference tables."""
    opened = open_store(empty_db)
    yield opened
    opened.close()
