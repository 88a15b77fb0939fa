"""What an edition reads again of what it has written: the finished map is opened once for all that is checked in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pypdf
import pytest

from strukturbild_plugin.export.edition.edition import ExportRequest, export


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
