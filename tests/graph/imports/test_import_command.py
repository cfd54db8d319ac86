"""``bilateral import`` and ``bilateral imports``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_rows_go_in_are_told_listed_and_shown_and_go_out(
    bilateral: Callable[..., Any], sample_db: Path, tmp_path: Path, own: Any
) -> None:
    rows = own.written(
        tmp_path / "rows.tsv", own.gdelt(1, "KAZ", "PSE", "042"), own.gdelt(2, "KAZ", "QQQ", "042")
    )
    before = bilateral("show", "KAZ", "PSE", "--store", sample_db).out
    assert "machine-coded" not in before
    counted = json.loads(bilateral("stats", "--json", "--store", sample_db).out)

    done = bilateral("import", "gdelt", rows, "--store", sample_db)
    assert (done.code, done.out) == (0, "")
    assert "new, 1 of 2 rows kept" in done.err and "'QQQ' (1)" in done.err
    assert "unchanged" in bilateral("import", "gdelt", rows, "--store", sample_db).err

    after = bilateral("show", "KAZ", "PSE", "--store", sample_db).out
    (line,) = [line for line in after.splitlines() if line not in before.splitlines()]
    assert line == "beside these, machine-coded events that are counted nowhere else: 1 gdelt"
    stats = json.loads(bilateral("stats", "--json", "--store", sample_db).out)
    assert stats["records"].pop("CodedEvent") == 1
    assert (stats["pairs"], stats["records"]) == (counted["pairs"], counted["records"])

    (told,) = json.loads(bilateral("imports", "list", "--json", "--store", sample_db).out)
    assert (told["source"], told["file"], told["kept"], told["read"]) == ("gdelt", "rows.tsv", 1, 2)
    assert told["key"] in bilateral("imports", "list", "--store", sample_db).out
    assert bilateral("imports", "remove", told["key"], "--store", sample_db).code == 0
    assert bilateral("show", "KAZ", "PSE", "--store", sample_db).out == before
    assert bilateral("imports", "remove", told["key"], "--store", sample_db).code == 1


def test_a_file_that_cannot_be_read_does_not_keep_others_out(
    bilateral: Callable[..., Any], empty_db: Path, tmp_path: Path, own: Any
) -> None:
    good = own.written(tmp_path / "good.tab", own.ICEWS, own.icews(1, "Kenya", "Chad", "42"))
    bad = own.written(tmp_path / "bad.tab", "Event ID\tDay", "1\t2")
    done = bilateral("import", "icews", bad, tmp_path / "none.tab", good, "--store", empty_db)
    assert done.code == 1
    assert "bad.tab: no column" in done.err and "none.tab cannot be read" in done.err
    assert "good.tab: new, 1 of 1 rows kept" in done.err
    assert bilateral("import", "cows", good, "--store", empty_db).code == 2
