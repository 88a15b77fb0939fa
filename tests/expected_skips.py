"""Which tests may be left out, and where. With CI=true any other skip fails: a test nobody runs proves nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
"""Richer real data beside the project."""
NO_SHARED_DATA = "../shared/data finns inte här"
NO_FILE_SIZE_LIMIT = "gränsen för filstorlek finns inte på Windows"


def has_shared_data() -> bool:
    """Whether the richer real data lies beside the project here."""
    return (SHARED_DATA / "kommuner.gpkg").is_file()


def expected(reason: str) -> bool:
    """Whether a test that is left out with this reason may be, here. What everybody can install is no reason."""
    here = {
        NO_SHARED_DATA: not has_shared_data(),
        NO_FILE_SIZE_LIMIT: sys.platform == "win32",
    }
    return here.get(reason.removeprefix("Skipped: "), False)


def _refused(report: Any) -> None:
    """A skip that is not expected becomes a failure that says so."""
    if os.environ.get("CI") != "true" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
    if not expected(reason):
        report.outcome = "failed"
        report.longrepr = f"Får inte hoppas över här ({reason}). Det som får det står i tests/expected_skips.py."


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """A test that was left out."""
    outcome = yield
    _refused(outcome.get_result())  # type: ignore[attr-defined]


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Iterator[None]:
    """A file that was left out."""
    outcome = yield
    _refused(outcome.get_result())  # type: ignore[attr-defined]
