"""A line that can't be drawn just now stays in the hand until what stands in the way is put right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.tool_helpers import click, open_tool_controller, set_draw_mode

WAY = [(455_000.0, 6_585_000.0), (465_000.0, 6_590_000.0), (475_000.0, 6_585_000.0)]


@pytest.fixture
def tools(qgis_app, _example_made_once: Path, tmp_path: Path) -> Iterator[Any]:
    with open_tool_controller(_example_made_once, tmp_path) as made:
        yield made


def lines(tools: Any) -> int:
    return sum(one.lager == "strak" for one in tools.edit_session.objects.all())


def refuse() -> None:
    raise StoreError("Filen är borta.")


def refused_line(tools: Any) -> Any:
    """The map, when a stråk has been ended and refused."""
    canvas = tools.iface.mapCanvas()
    set_draw_mode(tools, "strak", "linje")
    click(canvas, *WAY)
    tools.before_edit.append(refuse)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert tools.warned == ["Filen är borta."]
    tools.before_edit.clear()
    return canvas


def test_it_is_ended_when_the_way_is_clear(tools: Any) -> None:
    before = lines(tools)
    canvas = refused_line(tools)
    assert lines(tools) == before
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert lines(tools) == before + 1 and not tools.current_tool.path


def test_it_is_there_when_the_same_strukturbild_has_been_opened_anew(tools: Any, _example_made_once: Path) -> None:
    before = lines(tools)
    canvas = refused_line(tools)
    tools.unset_tool()
    set_draw_mode(tools, "strak", "linje")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert lines(tools) == before + 1
    set_draw_mode(tools, "strak", "linje")
    assert not tools.current_tool.path, "en gång"


def test_a_line_half_drawn_is_taken_up_when_the_strukturbild_has_been_opened_anew(tools: Any) -> None:
    before, canvas = lines(tools), tools.iface.mapCanvas()
    snapshot, opened = read_snapshot(tools.opened.path), tools.opened
    set_draw_mode(tools, "strak", "linje")
    click(canvas, *WAY[:2])
    tools.close()
    tools.load(opened, snapshot)
    assert tools.draw_mode is not None and tools.draw_mode.lager == "strak", "pennan är tagen igen"
    click(canvas, WAY[2])
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert lines(tools) == before + 1
    tools.close()
    tools.load(opened, snapshot)
    assert tools.draw_mode is None, "inget väntar"


def test_esc_lets_go_of_it(tools: Any) -> None:
    canvas = refused_line(tools)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    tools.unset_tool()
    set_draw_mode(tools, "strak", "linje")
    assert not tools.current_tool.path
