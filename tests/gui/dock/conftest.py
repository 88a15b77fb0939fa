"""One dock with an open file, which tests move, delete, replace and lock."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from tests.gui.dock.file_state_helpers import name, nodes, settled, strip
from tests.gui.dock_helpers import opened_dock


@pytest.fixture
def raised(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was raised into Qt: nothing may be."""
    heard: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _trace: heard.append(f"{kind.__name__}: {error}"))
    yield heard
    assert heard == []


@pytest.fixture(scope="module")
def one_dock(
    qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """One dock for all: each test leaves its file open, wherever that lies by then."""
    with pytest.MonkeyPatch.context() as patch:
        unsaved = tmp_path_factory.mktemp("osparat")
        patch.setattr("strukturbild_plugin.paths.unsaved_copies", lambda _profile: unsaved)
        for made in opened_dock(_example_made_once, tmp_path_factory.mktemp("fil")):
            made.saving._outside = lambda _path: "På nätverket"  # where it is saved when one has rested for a minute
            made.saving._follow()
            yield made


@pytest.fixture
def dock(one_dock: Any) -> Any:
    """With nothing unsaved, nothing held and nothing said."""
    settled(one_dock)
    one_dock.tools.unset_tool()
    one_dock.session.opened.discard()
    one_dock.session.iface.messageBar().clearWidgets()
    assert strip(one_dock).isHidden()
    return one_dock


@pytest.fixture
def edited(dock: Any) -> Any:
    """The dock with one node changed and saved, and another changed and not saved."""
    one, other = nodes(dock)[:2]
    dock.changed_ids, dock.names = [one.objekt_id, other.objekt_id], [one.namn + " sparat", other.namn + " inte sparat"]
    name(dock, 0)
    assert dock.session.save()
    name(dock, 1)
    return dock
