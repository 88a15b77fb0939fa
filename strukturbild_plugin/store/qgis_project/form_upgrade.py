"""The upgrade of the forms in an older file, once: in its styles, and in the projects inside it.

Only widgets that can spoil a row are exchanged. Symbols, labels, tabs and whatever else somebody has made by hand stay
as they are; so does the content, and with it the fingerprint. What has been looked over is marked where it stands: a
style in itself, a project in its metadata, so that what somebody writes over it later is looked over again.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path
from typing import Mapping

from ..gpkg.connection import connect, tables_in
from ..gpkg.error_messages import explaining
from ..gpkg.reader import Reader
from .form_xml import FORMS_MARK, Widgets, renewed_project, renewed_style
from .project_blob import packed, unpacked

PROJECT_MARK = {"strukturbild_formular": 4}
"""In the metadata of a project whose forms are of this version."""

_LOCK_TIMEOUT_S = 0.1


def renew_forms(path: Path) -> bool:
    """Renew the forms in the file at `path` if they are older; gives whether anything was written.

    Raises StoreError, and changes nothing, when the file cannot be written to or somebody is writing to it.
    """
    with explaining(path), contextlib.closing(connect(path, _LOCK_TIMEOUT_S)) as connection:
        if not _is_old(connection):
            return False
        connection.execute("BEGIN IMMEDIATE")
        try:
            widgets = _widgets(Reader(connection, path))
            _renew_styles(connection, widgets)
            _renew_projects(connection, widgets, path.name)
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    return True


def _widgets(db: Reader) -> Mapping[str, Widgets]:
    from .layer_styles import widgets_of_tables

    return widgets_of_tables(db.catalogue(), db.pictures(), db.head().sprak)


def _is_old(connection: sqlite3.Connection) -> bool:
    there = tables_in(connection)
    if "layer_styles" in there:
        unmarked = "SELECT 1 FROM layer_styles WHERE styleQML <> '' AND instr(styleQML, ?) = 0 LIMIT 1"
        if connection.execute(unmarked, (FORMS_MARK,)).fetchone():
            return True
    stored = connection.execute("SELECT metadata FROM qgis_projects") if "qgis_projects" in there else ()
    return any(not _is_marked(metadata) for (metadata,) in stored)


def _renew_styles(connection: sqlite3.Connection, widgets: Mapping[str, Widgets]) -> None:
    statement = "SELECT id, f_table_name, styleQML FROM layer_styles WHERE styleQML <> '' AND instr(styleQML, ?) = 0"
    for number, table, style in connection.execute(statement, (FORMS_MARK,)).fetchall():
        renewed = renewed_style(str(style), widgets.get(table, {}))
        connection.execute("UPDATE layer_styles SET styleQML = ? WHERE id = ?", (renewed, number))


def _renew_projects(connection: sqlite3.Connection, widgets: Mapping[str, Widgets], name: str) -> None:
    if "qgis_projects" not in tables_in(connection):
        return
    stored = connection.execute("SELECT name, metadata, content FROM qgis_projects").fetchall()
    for project, metadata, content in stored:
        text = None if _is_marked(metadata) else unpacked(content)
        kept = content if text is None else packed(renewed_project(text, widgets, name))
        values = (json.dumps({**_facts(metadata), **PROJECT_MARK}), kept, project)
        connection.execute("UPDATE qgis_projects SET metadata = ?, content = ? WHERE name = ?", values)


def _is_marked(metadata: object) -> bool:
    return PROJECT_MARK.items() <= _facts(metadata).items()


def _facts(metadata: object) -> dict[str, object]:
    try:
        facts = json.loads(metadata) if isinstance(metadata, str) else {}
    except (ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}
