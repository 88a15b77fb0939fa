"""How the project inside a strukturbild is made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject

from strukturbild_plugin.store.qgis_project import layers
from strukturbild_plugin.store.qgis_project.embedded_project import project_address, write_project


def test_it_is_made_without_a_layer_of_the_file_itself(example_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """QGIS comes to a stop when another thread closes layers of a file that is drawn and read anew just then."""
    opened, open_layer = [], layers.open_layer

    def note(path: Path, *arguments: Any, **named: Any) -> Any:
        opened.append(Path(path))
        return open_layer(path, *arguments, **named)

    monkeypatch.setattr(layers, "open_layer", note)
    write_project(example_file)
    assert opened and example_file not in opened and not any(path.exists() for path in opened)
    monkeypatch.undo()
    assert list(example_file.parent.iterdir()) == [example_file]
    project = QgsProject()
    assert project.read(project_address(example_file))
    found = [layer for layer in project.mapLayers().values() if layer.source().startswith(str(example_file))]
    assert len(found) == len(project.mapLayers()) > 10 and all(layer.isValid() for layer in found)
    project.clear()
