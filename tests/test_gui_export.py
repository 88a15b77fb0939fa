"""What is chosen in the export dialog is what is printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pypdf import PdfReader

from strukturbild_plugin.export.edition import ExportWish, export
from strukturbild_plugin.gui.delivery import Delivery
from strukturbild_plugin.gui.opened import Opened
from strukturbild_plugin.store.snapshot import read_snapshot


class Wishes:
    """Stands where the workbench does and keeps what the dialog asks of it."""

    wish: ExportWish

    def export(self, wish: ExportWish, *_answers: Any) -> None:
        self.wish = wish


def test_paper_and_kind_of_sheet_reach_the_print(qgis_app, example_file: Path, tmp_path: Path) -> None:
    snapshot, bench = read_snapshot(example_file), Wishes()
    delivery = Delivery(bench, Opened(example_file, snapshot.head, ()), snapshot, None)
    dialog = delivery.dialog
    assert (dialog.paper(), dialog.kind()) == ("A3", "karta")
    assert dialog.papers.findText("A3 liggande") >= 0
    dialog.folder_line.setText(str(tmp_path / "ut"))
    dialog.papers.setCurrentIndex(dialog.papers.findText("A4 stående"))
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("karta-mal"))
    dialog.start_wanted.emit()
    files = export(example_file, bench.wish).files
    page = PdfReader(next(file for file in files.values() if file.suffix == ".pdf")).pages[0]
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]
    assert "Karlstad" in page.extract_text()
