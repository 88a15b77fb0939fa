"""`make demo` makes what it says, and says what it made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.demo import make_demo


def test_the_demo_makes_edition_1_that_verifies_and_tells_so_in_swedish(
    base_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ut"
    assert make_demo(out) == 0
    first = capsys.readouterr().out
    assert "ingen beslutad plan" in first
    assert "Utgåva 1 " in first
    assert "alla filer visar samma utgåva" in first
    made = {path.suffix for path in out.rglob("*") if path.is_file()}
    assert {".gpkg", ".pdf", ".png", ".html", ".json"} <= made

    assert make_demo(out) == 0, "en gång till, i samma mapp"
    assert "Utgåva 1 " in capsys.readouterr().out
