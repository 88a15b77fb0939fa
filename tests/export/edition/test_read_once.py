"""What an edition does once: what it reads again of what it has written, and what it writes in a delivery."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pypdf
import pytest

from strukturbild_plugin.catalogue import table_rows
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.store.qgis_project import layers
from tests.counting import sqlite_work


def test_a_finished_map_is_opened_once_for_all_its_checks(
    qgis_app, example_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: Counter[str] = Counter()
    whole = pypdf.PdfReader.__init__

    def counted(self: Any, stream: Any, *args: Any, **named: Any) -> None:
        opened[Path(stream).name.split(".", 1)[1]] += 1
        whole(self, stream, *args, **named)

    monkeypatch.setattr(pypdf.PdfReader, "__init__", counted)
    export(example_file, ExportRequest(tmp_path / "ut", formats=("karta", "geopdf")))
    assert opened.pop("pdf.delar") == 1, "provet ser kartan med lager läggas ihop"
    # What QGIS wrote is read to be given its identity; what that became is read back, once.
    assert opened == {"pdf": 2, "pdf.ny": 2}, "en gång för var och en av kartorna"


def test_a_delivery_reads_its_catalogue_once_and_opens_and_hides_tables_once(
    qgis_app, example_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    read, opened = [], []
    assembled, layer = table_rows._assembled, layers._opened
    monkeypatch.setattr(table_rows, "_assembled", lambda rows: read.append(1) or assembled(rows))
    monkeypatch.setattr(layers, "_opened", lambda path, table, *more: opened.append(table) or layer(path, table, *more))
    monkeypatch.setattr(table_rows, "_known", {})
    with sqlite_work(monkeypatch) as work:
        export(example_file, ExportRequest(tmp_path / "ut", formats=("leverans",)))
    assert len(read) == 1, "filen läses flera gånger, dess katalog är densamma"
    hidden = [one for one in work.statements if one.startswith("DELETE FROM gpkg_")]
    assert len(hidden) == 4 and all(" IN (" in one for one in hidden), "en sats för varje lista, inte för varje tabell"
    assert {"mal", "nod", "strak"} <= set(opened) and not {"logg", "rost", "kommentar", "utgava"} & set(opened)
