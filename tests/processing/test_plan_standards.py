"""The plan standards in Processing: by code, the strukturbild's own choice, none, and one that is not there."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingException

from strukturbild_plugin.store.writing.transaction import writing
from tests.processing.helpers import run


def categories(made: dict[str, Any]) -> list[str]:
    """The categories of the nodes in the delivery that was made; none when it has no such column."""
    with closing(sqlite3.connect(json.loads(made["FILER"])["leverans"])) as connection:
        if not connection.execute("SELECT 1 FROM pragma_table_info('nod') WHERE name = 'op_kategori'").fetchone():
            return []
        return [row[0] for row in connection.execute("SELECT DISTINCT op_kategori FROM nod ORDER BY 1")]


def test_the_code_the_strukturbilds_own_choice_or_none(provider: Any, example_file: Path, tmp_path: Path) -> None:
    wanted = {"FIL": str(example_file), "FORMAT": "leverans", "MAPP": str(tmp_path / "ut")}
    of_the_model = categories(run(provider, "export", **wanted, OP_STANDARD="op_modell_2_x"))
    assert "Utvecklingsinriktning för bebyggelse" in of_the_model
    with writing(example_file) as db:
        db.connection.execute("UPDATE strukturbild SET op_standard = 'ÖP-modell', op_version = '1.0'")
    assert "Utvecklingsstrategi: bebyggelse, nod" in categories(run(provider, "export", **wanted))
    assert categories(run(provider, "export", **wanted, OP_STANDARD="-")) == []
    with pytest.raises(QgsProcessingException, match=r"op_modell_9.*op_modell_1_0"):
        run(provider, "export", **wanted, OP_STANDARD="op_modell_9")
