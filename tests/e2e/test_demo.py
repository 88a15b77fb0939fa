"""`make demo` makes what it says, says what it made, and makes the same content everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.demo import make_demo

ROOT = Path(__file__).resolve().parents[2]
FINGERPRINT = "4350fedef56a70e9cd18418be5fa2b370d2801e43011cf7bd13ddda7c045f8bb"
"""Of the worked example on every machine, day and version of QGIS. It changes only when the example does (its file, the
catalogue, its goals, the outline of its län); then what differs is shown by `export.fingerprint.canonical_lines`."""

ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Asia/Kathmandu",
    "LC_ALL": "en_US.UTF-8",
    "LANGUAGE": "en",
    "USER": "åsa",
    "LOGNAME": "åsa",
}
MAKE_AND_TELL = """
import sys
from pathlib import Path
from tools.quiet_qgis import quiet_qgis
with quiet_qgis():
    from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
    from strukturbild_plugin.store.examples.example import create_example
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    print(fingerprint(read_snapshot(create_example("nobelbanestraket", Path(sys.argv[1])))))
"""


def test_the_demo_makes_edition_1_that_verifies_and_tells_so_in_swedish(
    base_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ut"
    assert make_demo(out) == 0
    first = capsys.readouterr().out
    assert "ingen beslutad plan" in first
    assert "Utgåva 1 " in first and f"fingeravtryck {FINGERPRINT}" in first
    assert "alla filer visar samma utgåva" in first
    made = {path.suffix for path in out.rglob("*") if path.is_file()}
    assert {".gpkg", ".pdf", ".png", ".html", ".json"} <= made

    assert make_demo(out) == 0, "en gång till, i samma mapp"
    again = capsys.readouterr().out
    assert "Utgåva 1 " in again and FINGERPRINT in again


def test_somebody_else_s_machine_makes_the_same_example(base_data: Path, tmp_path: Path) -> None:
    home = tmp_path / "någon annans hem"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", MAKE_AND_TELL, str(home / "exemplet.gpkg")],
        env={**os.environ, **ELSEWHERE, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (0, [FINGERPRINT]), done.stderr
