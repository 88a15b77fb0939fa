"""A strukturbild is handed round: nobody's login name travels with it unasked."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from strukturbild_plugin.store.qgis_project.project_blob import unpacked


def test_the_project_inside_a_new_file_names_nobody(qgis_app, example_file: Path) -> None:
    with sqlite3.connect(example_file) as connection:
        contents = [row[0] for row in connection.execute("SELECT content FROM qgis_projects")]
    assert contents
    for content in contents:
        text = unpacked(content) or ""
        saved_by = re.findall(r'saveUser(?:Full)?="([^"]*)"', text)
        assert saved_by and not any(saved_by), "QGIS skriver fälten; de ska vara tomma"
        assert not any(re.findall(r"<author>([^<]+)</author>", text))
