"""CI fails on a skip that it does not expect; elsewhere a skip is told and passed over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import expected_skips

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = {
    "by_a_mark": "@pytest.mark.skipif(True, reason='skärm saknas')\ndef test_a(): pass",
    "by_a_fixture": "@pytest.fixture\ndef screen(): pytest.skip('skärm saknas')\ndef test_a(screen): pass",
    "in_the_test": "def test_a(): pytest.skip('skärm saknas')",
    "as_a_file": "pytest.importorskip('finns_inte_alls', reason='skärm saknas')",
}
RUN = "@pytest.mark.xfail\ndef test_a(): assert False\ndef test_b(): pass"


@pytest.mark.parametrize("ci", ["true", ""])
def test_an_unexpected_skip_fails_in_ci_and_nowhere_else(tmp_path: Path, ci: str) -> None:
    for name, source in {**LEFT_OUT, "run": RUN}.items():
        (tmp_path / f"test_{name}.py").write_text(f"import pytest\n{source}\n", encoding="utf-8")
    (tmp_path / "conftest.py").touch()
    plugins = ["-p", "xdist", "-p", "tests.expected_skips"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rfEs", "-n", "1", *plugins, f"--rootdir={tmp_path}", str(tmp_path)],
        env={**os.environ, "CI": ci, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    refused = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR")) and "Får inte" in line]
    if ci:
        assert done.returncode != 0 and len(refused) == len(LEFT_OUT), done.stdout
        assert all(any(f"test_{name}.py" in line for line in refused) for name in LEFT_OUT), done.stdout
    else:
        assert done.returncode == 0 and refused == [] and "4 skipped" in done.stdout, done.stdout


def test_real_data_may_be_missing_where_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expected_skips, "SHARED_DATA", tmp_path)
    assert expected_skips.expected(f"Skipped: {expected_skips.NO_SHARED_DATA}")
    (tmp_path / "kommuner.gpkg").touch()
    assert not expected_skips.expected(f"Skipped: {expected_skips.NO_SHARED_DATA}")
    assert not expected_skips.expected("Skipped: Xvfb finns inte här")
