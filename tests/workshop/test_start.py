"""The groups' files: the same content as the main file's, each with a project of its own under its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.qgis_project import layers
from strukturbild_plugin.store.qgis_project.embedded_project import project_text
from strukturbild_plugin.store.qgis_project.project_blob import unpacked
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.start import WORKSHOP_SYMBOLS, Group, WorkshopPlan, start_workshop
from tests.store.helpers import karlstad, new_file
from tests.workshop.helpers import print_of

_IDENTITY = re.compile(
    r"[0-9a-f]{8}(?:[_-][0-9a-f]{4}){3}[_-][0-9a-f]{12}|saveDateTime=\"[^\"]*\"|<creation>[^<]*"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d|attachment:///\w+_styles\.db"
    r"|\d+,\d+,\d+,255,rgb:[\d.,]+"
)
"""What QGIS makes anew each time: identities, times, and (later ones) a colour by chance for layers without a style."""


def stored(path: Path) -> str:
    connection = connect(path, writes=False)
    (content,) = connection.execute("SELECT content FROM qgis_projects").fetchone()
    connection.close()
    return unpacked(content) or ""


def lines(project: str) -> list[str]:
    """Some of them come in any order."""
    return sorted(_IDENTITY.sub("", project).split("\n"))


def test_each_file_has_all_that_is_drawn_and_a_project_as_if_made_for_it(
    qgis_app: QgsApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main, opened, open_layer = new_file(tmp_path), list[str](), layers.open_layer
    with writing(main, "anna") as db:
        db.add_objects(karlstad())
        head = db.head()
        db.set_head(type(head)(**{**vars(head), "symboluppsattning": WORKSHOP_SYMBOLS}))
    with connect(main) as connection:  # what somebody has saved in the main file is no group's
        connection.execute("UPDATE qgis_projects SET content = 'skräp'")
    plan = WorkshopPlan("Målbild & mål", (Group("Bord 1"), Group("Åsa & Öst")))
    with monkeypatch.context() as patched:
        patched.setattr(layers, "open_layer", lambda *of, **more: opened.append(of[1]) or open_layer(*of, **more))
        files = start_workshop(main, tmp_path, plan).files
    assert len({print_of(path) for path in (main, *files)}) == 1
    first, second = files
    assert f"./{first.name}|" in stored(first).replace("&amp;", "&") and second.name not in stored(first)
    assert lines(stored(second)) == lines(project_text(second))
    layers_in_it = stored(second).count("<maplayer ")
    assert len(opened) == layers_in_it > 20, "lagren öppnas en gång, hur många grupper det än är"
