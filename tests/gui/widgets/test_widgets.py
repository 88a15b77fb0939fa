"""The dock's widgets by themselves: what a planner sees and what the dialog asks the store for."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtTest import QTest

from strukturbild_plugin.errors import Cancelled, StoreError
from strukturbild_plugin.feedback import Silent, stop_if_cancelled
from tests.gui.dock_helpers import wait

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def choices(qgis_app: QgsApplication, base_data: Path):
    from strukturbild_plugin.gui.templates.new_document_choices import read_choices

    QgsSettings().remove("strukturbild")
    return read_choices(Silent())


@pytest.fixture
def dialog(choices):
    from strukturbild_plugin.gui.templates.new_document_dialog import NewDocumentDialog

    made = NewDocumentDialog(choices)
    made.show()
    yield made
    made.deleteLater()


def click_line(ticks, text: str) -> None:
    item = next(item for item in ticks._items() if text in item.text())
    ticks.list.scrollToItem(item)
    box = ticks.list.visualItemRect(item)
    QTest.mouseClick(ticks.list.viewport(), LEFT, PLAIN, QPoint(box.left() + 60, box.center().y()))


def test_choosing_a_lan_is_enough(dialog) -> None:
    assert not dialog.create_button.isEnabled() and dialog.missing.text() == "Välj minst ett område."
    click_line(dialog.regions, "Värmland")
    click_line(dialog.regions, "Örebro")
    wish = dialog.request()
    assert dialog.create_button.isEnabled() and dialog.missing.text() == ""
    assert wish.lan == ("17", "18")
    assert wish.titel == "Strukturbild för Värmland och Örebro"
    assert {"rus_varmland", "rus_orebro"} <= set(wish.malsamlingar)
    assert dialog.path().name == "strukturbild-for-varmland-och-orebro.gpkg"
    assert wish.horisont is None
    for name in ("Skåne", "Uppsala", "Jämtland", "Västernorrland"):
        click_line(dialog.regions, name)
    assert len(dialog.title.text()) > 60 and dialog.title.cursorPosition() == 0, "en lång titel läses från början"


def test_what_the_planner_wrote_stays(dialog) -> None:
    click_line(dialog.regions, "Värmland")
    dialog.title.setFocus()
    dialog.title.selectAll()
    QTest.keyClicks(dialog.title, "Min bild")
    click_line(dialog.goals, "Agenda 2030")
    click_line(dialog.regions, "Örebro")
    assert dialog.request().titel == "Min bild"
    assert "agenda2030" not in dialog.request().malsamlingar and "rus_orebro" in dialog.request().malsamlingar
    click_line(dialog.regions, "Örebro")
    assert dialog.request().lan == ("17",) and "rus_orebro" not in dialog.request().malsamlingar


def test_searching_narrows_but_forgets_no_tick(dialog) -> None:
    click_line(dialog.regions, "Skåne")
    QTest.keyClicks(dialog.regions.search, "uppsala")
    assert [item.text() for item in dialog.regions._items() if not item.isHidden()] == ["Sverige: län", "Uppsala län"]
    assert dialog.request().lan == ("12",)


def test_areas_abroad_are_chosen_beside_lan_and_what_differs_is_said(dialog) -> None:
    usual = dialog.goals_note.text()
    for name in ("Västerbotten", "Nordland", "Åland"):
        click_line(dialog.regions, name)
    assert dialog.request().lan == ("24", "NO-18", "FI-01") and dialog.create_button.isEnabled()
    assert dialog.title.text() == "Strukturbild för Västerbotten, Nordland och Åland"
    assert "Valda: Västerbottens län, Nordland (Norge), Åland (Finland)" in dialog.chosen.text()
    assert "Kommunkoder fylls i bara för svenska kommuner" in dialog.chosen.text()
    assert "För Nordland och Åland finns inga mål i biblioteket" in dialog.goals_note.text()
    for name in ("Nordland", "Åland"):
        click_line(dialog.regions, name)
    assert dialog.goals_note.text() == usual and "SWEREF" not in dialog.chosen.text()


def test_a_heading_is_nothing_to_tick_and_goes_when_nothing_under_it_is_found(dialog) -> None:
    before = dialog.regions.ticked()
    click_line(dialog.regions, "Norge: fylken")
    assert dialog.regions.ticked() == before
    QTest.keyClicks(dialog.regions.search, "fi-12")
    shown = [item.text() for item in dialog.regions._items() if not item.isHidden()]
    assert shown == ["Finland: landskap", "Österbotten (Finland)"]


def test_goal_sets_say_how_much_they_hold_and_what_no_longer_holds(dialog, choices) -> None:
    lines = {item.data(Qt.ItemDataRole.UserRole): item.text() for item in dialog.goals._items()}
    assert lines["rus_gotland"].endswith("\n3 mål, toppnivå, kontrollerad 2026-11, horisont 2040")
    assert lines["rus_kronoberg_2019"].endswith("en del av målen, upphörde att gälla (2025), kontrollerad 2026-11")
    assert set(lines) == set(choices.goal_sets) - {
        "rus_skane", "rus_norrbotten", "rus_kronoberg", "rus_halland", "rus_vastmanland"
    }, "det som är ersatt erbjuds inte"  # fmt: skip


def test_at_least_four_goal_sets_are_seen_at_once(dialog) -> None:
    for name in ("Skåne", "Kronoberg", "Stockholm"):
        click_line(dialog.regions, name)
    listed, seen = dialog.goals.list, dialog.goals.list.viewport().rect()
    lines = [listed.visualItemRect(listed.item(row)) for row in range(listed.count())]
    assert sum(seen.contains(line) for line in lines) >= 4


def test_one_strategy_is_ticked_for_each_county(dialog) -> None:
    click_line(dialog.regions, "Skåne")
    click_line(dialog.regions, "Kronoberg")
    chosen = [code for code in dialog.request().malsamlingar if code.startswith("rus_")]
    assert sorted(chosen) == ["rus_kronoberg_2019", "rus_skane_2020"]


def test_file_names_are_safe_and_free(tmp_path: Path) -> None:
    from strukturbild_plugin.gui.templates.new_document_choices import file_name, free_path

    assert file_name("Stråk: Åmål/Örebro – 2050?") == "strak-amal-orebro-2050"
    assert file_name("???") == "strukturbild"
    (tmp_path / "a.gpkg").touch()
    assert free_path(tmp_path, "A").name == "a-2.gpkg"


def test_work_answers_on_the_main_thread_and_can_be_cancelled(qgis_app: QgsApplication) -> None:
    from strukturbild_plugin.gui.session.task_runner import TaskRunner

    told: list = []
    runner = TaskRunner(lambda error, details: told.append((type(error), bool(details))))
    main = QCoreApplication.instance().thread()

    def done(result) -> None:
        from qgis.PyQt.QtCore import QThread

        told.append((result, QThread.currentThread() is main or QThread.currentThread() == main))

    def slow(feedback) -> None:
        while True:
            time.sleep(0.01)
            stop_if_cancelled(feedback)

    def refused(_feedback) -> None:
        raise StoreError("Filen är låst.")

    def broken(_feedback) -> None:
        raise KeyError("x")

    runner.start("snabb", lambda _feedback: 42, done)
    wait(lambda: not runner.busy)
    runner.start("nekad", refused, done)
    wait(lambda: not runner.busy)
    runner.start("trasig", broken, done)
    wait(lambda: not runner.busy)
    runner.start("lång", slow, done)
    wait(lambda: runner.busy)
    runner.cancel()
    wait(lambda: not runner.busy)
    assert told == [(42, True), (StoreError, False), (KeyError, True), (Cancelled, False)]


def test_unexpected_errors_are_a_sentence_without_traceback() -> None:
    from strukturbild_plugin.gui.messages import sentence_of

    assert sentence_of(StoreError("Filen är låst.")) == "Filen är låst."
    assert "KeyError" not in sentence_of(KeyError("x")) and "loggen" in sentence_of(KeyError("x"))


def test_check_list_groups_by_severity_and_tells_what_was_chosen(qgis_app: QgsApplication) -> None:
    from strukturbild_plugin.checks.engine.finding import Finding
    from strukturbild_plugin.gui.check_panel.check_page import CheckPage

    page = CheckPage()
    page.resize(260, 500)
    page.show()
    chosen: list = []
    page.finding_chosen.connect(chosen.append)
    sentence = "Nod ”Karlstad” saknar text om vad som ska hända där, och det är en lång mening."
    grave = Finding("T01", "fel", "o1", "nod", sentence, "Skriv.")
    page.show_findings([Finding("T03", "tips", "o3", "nod", "Tips.", ""), grave])
    tops = [page.tree.topLevelItem(row) for row in range(page.tree.topLevelItemCount())]
    assert [top.text(0) for top in tops] == ["Fel som bör rättas (1)", "Tips (1)"]
    assert page.summary.text() == "1 fel, 1 tips."
    QCoreApplication.processEvents()
    box = page.tree.visualItemRect(tops[0].child(0))
    assert box.height() > 2 * page.fontMetrics().height(), "en lång mening ska radbrytas"
    QTest.mouseClick(page.tree.viewport(), LEFT, PLAIN, box.center())
    assert [finding.objekt_id for finding in chosen][-1] == "o1"
    page.show_findings([])
    assert page.summary.text() == "Inga anmärkningar. Allt stämmer."


def test_layers_come_in_groups_and_go_without_trace(qgis_app: QgsApplication, example_file: Path) -> None:
    from strukturbild_plugin.gui.session.open_document import (
        in_project,
        put_base_map,
        put_in_project,
        take_out_of_project,
    )
    from strukturbild_plugin.store.writing.open_check import check_file

    project = QgsProject.instance()
    project.clear()
    head = check_file(example_file)
    opened = put_in_project(example_file, head, "sv")
    put_base_map(project, head)
    tops = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert tops == [head.titel, "Baskarta"]
    assert project.crs().authid() == "EPSG:3006"
    assert in_project(project) == (example_file, opened.layer_ids)
    node = opened.layer("nod")
    assert node is not None and not opened.extent().isEmpty()
    node.startEditing()
    node.changeAttributeValue(next(node.getFeatures()).id(), node.fields().indexOf("namn"), "Ny stad")
    assert [layer.name() for layer in opened.unsaved()] == [node.name()]
    opened.save()
    assert opened.unsaved() == () and node.isEditable()
    opened.discard()
    put_in_project(example_file, head, "sv")
    assert [group.name() for group in project.layerTreeRoot().findGroups()] == [head.titel]
    take_out_of_project(project)
    assert project.mapLayers() == {} and project.layerTreeRoot().findGroups() == []


def test_recent_files_forget_what_is_gone(qgis_app: QgsApplication, tmp_path: Path) -> None:
    from strukturbild_plugin.gui import settings

    QgsSettings().remove("strukturbild")
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
        settings.remember_file(tmp_path / name)
    settings.remember_file(tmp_path / "a")
    (tmp_path / "c").unlink()
    assert settings.recent_files() == (tmp_path / "a", tmp_path / "b")
    assert settings.home_folder() == tmp_path


@pytest.mark.parametrize("kind", ["LineField", "TextField"])
def test_a_field_with_nothing_to_take_back_leaves_undo_to_the_strukturbild(qgis_app: QgsApplication, kind: str) -> None:
    from qgis.PyQt.QtWidgets import QWidget

    from strukturbild_plugin.gui.widgets import fields

    heard = []

    class Around(QWidget):
        def keyPressEvent(self, event):
            heard.extend([event.key()] if event.key() == Qt.Key.Key_Z else [])

    around = Around()
    field = getattr(fields, kind)(parent=around)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(field, Qt.Key.Key_Z, control)
    assert heard == [Qt.Key.Key_Z]
    around.show()
    field.setFocus()
    QTest.keyClicks(field, "abc")
    assert field.value() == "abc"
    QTest.keyClick(field, Qt.Key.Key_Z, control)
    assert heard == [Qt.Key.Key_Z] and field.value() == ""
    around.deleteLater()


def test_an_edition_has_the_day_that_its_sheets_say(qgis_app: QgsApplication) -> None:
    from strukturbild_plugin.gui.export_panel.edition_page import EditionPage
    from strukturbild_plugin.store.gpkg.records import Edition

    page = EditionPage()
    names = ("2026-11-29T23:54:00Z", "någon gång")
    page.show_editions([Edition(number, tid, "utkast", "ab" * 32, 1, 1) for number, tid in enumerate(names, 1)], {})
    assert [page.list.topLevelItem(row).text(1) for row in range(2)] == ["någon gång", "2026-11-30"]
