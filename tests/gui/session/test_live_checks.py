"""The check list follows the pen, however slow the machine. In a real window: window/test_map_tools_and_checks.py."""

from __future__ import annotations

from itertools import count
from types import SimpleNamespace

import pytest

from strukturbild_plugin.gui.session import live_checks
from tests.gui.dock_helpers import wait


@pytest.mark.parametrize("step", (live_checks.SLICE_S / 3, 1.0))
def test_however_slow_the_machine_the_answer_comes(dock, monkeypatch: pytest.MonkeyPatch, step: float) -> None:
    """A clock on which every look costs `step` seconds, so that every slice is too long, also when nothing is left."""
    live = dock.session.live
    wait(lambda: not live._timer.isActive())
    ticks, told = count(), []
    monkeypatch.setattr(live_checks, "time", SimpleNamespace(perf_counter=lambda: next(ticks) * step))
    live.was_read.connect(told.append)
    live.count_in("en annan bild")
    for _ in range(20):
        if told:
            break
        live._slice()
    assert told
