"""A strukturbild merged of six groups' files, open so that things can be made joint in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from strukturbild_plugin.drawing.session.edit_session import EditSession, layers_by_code
from strukturbild_plugin.gui.workshop_synthesis.joint_edits import JointEdits
from strukturbild_plugin.store.gpkg.reader import reading
from strukturbild_plugin.store.qgis_project.layers import open_layers, open_tables
from strukturbild_plugin.workshop.synthesis.synthesis import synthesis_tables


@contextmanager
def joining(path: Path) -> Iterator[JointEdits]:
    """Its layers open, with the tables that are written in."""
    with reading(path) as db:
        catalogue = db.catalogue()
    layers = [layer for _, layer in open_layers(path)]
    tables = synthesis_tables(path)
    layers += open_tables(path, tables, layers)
    session = EditSession(layers_by_code(layers, catalogue, tables), catalogue, author="Åsa")
    yield JointEdits(session)
    session.close()
