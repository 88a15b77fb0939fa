"""What is chosen in the export dialog is what is printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel

from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.gui import settings
from strukturbild_plugin.gui.export_panel.export_controller import ExportController
from strukturbild_plugin.gui.session.open_document import OpenDocument
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing


class Wishes:
    """Stands where the session does and keeps what the dialog asks of it."""

    wish: ExportRequest

    def export(self, wish: ExportRequest, *_answers: Any) -> None:
        self.request = wish


def test_paper_and_kind_of_sheet_reach_the_print(qgis_app, example_file: Path, tmp_path: Path) -> None:
    snapshot, session = read_snapshot(example_file), Wishes()
    delivery = ExportController(session, OpenDocument(example_file, snapshot.head, ()), snapshot, None)
    dialog = delivery.dialog
    assert (dialog.paper(), dialog.kind()) == ("A3", "karta")
    assert dialog.papers.findText("A3 liggande") >= 0
    dialog.folder_line.setText(str(tmp_path / "ut"))
    dialog.papers.setCurrentIndex(dialog.papers.findText("A4 stående"))
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("karta-mal"))
    dialog.start_wanted.emit()
    files = export(example_file, session.request).files
    page = PdfReader(next(file for file in files.values() if file.suffix == ".pdf")).pages[0]
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]
    assert "Karlstad" in page.extract_text()


def test_the_sheet_says_the_organisation_and_who_draws_is_let_be(
    qgis_app, example_file: Path, tmp_path: Path, monkeypatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(settings, "author", lambda: "Åsa vid bord 3")
    monkeypatch.setattr(settings, "remember_author", told.append)
    snapshot, session = read_snapshot(example_file), Wishes()
    organisation = replace(snapshot.head, organisation="Region Exempel")
    opened, read = OpenDocument(example_file, organisation, ()), replace(snapshot, head=organisation)
    delivery = ExportController(session, opened, read, None)
    delivery.dialog.start_wanted.emit()
    assert (session.request.author, told) == ("Region Exempel", [])


def test_it_reminds_of_licence_permission_and_reference(qgis_app, example_file: Path) -> None:
    snapshot, session = read_snapshot(example_file), Wishes()
    dialog = ExportController(session, OpenDocument(example_file, snapshot.head, ()), snapshot, None).dialog
    assert dialog.terms.text().startswith("Ingen licens, inget spridningstillstånd")
    head = replace(snapshot.head, licens="CC0 1.0", spridningstillstand="LM2026/1")
    opened, read = OpenDocument(example_file, head, ()), replace(snapshot, head=head)
    dialog = ExportController(session, opened, read, None).dialog
    assert dialog.terms.text().startswith("Licens: CC0 1.0. Spridningstillstånd: LM2026/1. ")


def test_what_keeps_an_edition_from_being_made_is_named_with_its_field(
    qgis_app, example_file: Path, tmp_path: Path
) -> None:
    snapshot, session = read_snapshot(example_file), Wishes()
    dialog = ExportController(session, OpenDocument(example_file, snapshot.head, ()), snapshot, None).dialog
    for folder, named in (("", "fältet Mapp"), ("utgåvor", "hela sökvägen i fältet Mapp"), (str(tmp_path), "")):
        dialog.folder_line.setText(folder)
        assert named in dialog.plan.text() and dialog.start.isEnabled() == (not named)
    for box in dialog.choices.format_boxes.values():
        box.setChecked(False)
    assert "Kryssa i minst ett" in dialog.plan.text() and not dialog.start.isEnabled()


def test_an_edition_with_faults_names_them(qgis_app, example_file: Path, tmp_path: Path) -> None:
    wrong = [one.objekt_id for one in read_snapshot(example_file).objects if one.lager == "nod"][:5]
    with writing(example_file, "Åsa") as db:
        for objekt_id in wrong:
            db.connection.execute("UPDATE nod SET niva = 'påhittad' WHERE objekt_id = ?", (objekt_id,))
    snapshot, session = read_snapshot(example_file), Wishes()
    delivery = ExportController(session, OpenDocument(example_file, snapshot.head, ()), snapshot, None)
    dialog = delivery.dialog
    dialog.folder_line.setText(str(tmp_path / "ut"))
    dialog.start_wanted.emit()
    result = export(example_file, session.request)
    dialog.show_result(result, "Utkast")
    said = "\n".join(label.text() for label in dialog.result.findChildren(QLabel))
    faults = [finding.mening for finding in result.findings if finding.allvar == "fel"]
    assert len(faults) == 5 and f"Granskningen har {len(faults)} fel" in said and "2 till" in said
    assert all((words in said) == (place < 3) for place, words in enumerate(faults)), said


def test_all_that_is_chosen_is_said_before_and_made_after(
    qgis_app, example_file: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(settings, "language", lambda: "sv")
    snapshot, session = read_snapshot(example_file), Wishes()
    delivery = ExportController(session, OpenDocument(example_file, snapshot.head, ()), snapshot, None)
    dialog = delivery.dialog
    assert dialog.choices.isHidden() and dialog.start.isEnabled(), "den vanliga utgåvan är ett klick"
    assert dialog.plan.text().startswith("I mappen läggs: Karta, PDF")
    offered = [dialog.kinds.itemData(row) for row in range(dialog.kinds.count())]
    assert "karta" in offered and "fore-efter" not in offered, "exemplet har bara en bild"
    dialog.folder_line.setText(str(tmp_path / "ut"))
    dialog.more.click()
    choices = dialog.choices
    assert not choices.isHidden()
    for kod, box in choices.format_boxes.items():
        box.setChecked(kod in ("karta", "svg", "bildspel"))
    choices.with_bleed.setChecked(True)
    choices.locator.setChecked(True)
    choices.more_papers.list.item(choices.more_papers.list.count() - 1).setCheckState(Qt.CheckState.Checked)
    said = dialog.plan.text()
    assert said.startswith("I mappen läggs: 2 × Karta, PDF · 2 × Karta att formge vidare, SVG"), said
    dialog.start_wanted.emit()
    result = export(example_file, session.request)
    assert {key.partition("@")[0].partition(":")[0] for key in result.files} == {"karta", "svg", "bildspel", "manifest"}
    printed = next(file for file in result.files.values() if file.name.endswith("-a3.pdf"))
    page = PdfReader(printed).pages[0]
    trimmed = [round(float(side) / 72 * 25.4) for side in (page.trimbox.width, page.trimbox.height)]
    assert trimmed == [420, 297] and page.mediabox.width > page.bleedbox.width > page.trimbox.width
    svg = next(file for file in result.files.values() if file.name.endswith("-a3.svg"))
    assert 'width="420mm"' in svg.read_text(encoding="utf-8")[:600], "skärmärken är bara till tryckeriet"
    for box in choices.format_boxes.values():
        box.setChecked(False)
    assert "Kryssa i minst ett" in dialog.plan.text() and not dialog.start.isEnabled()
