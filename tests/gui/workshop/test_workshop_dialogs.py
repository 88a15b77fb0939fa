"""The windows of a workshop: the groups' files are made, and copies become one, with what became of each."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QColor, QDropEvent
from qgis.PyQt.QtWidgets import QAbstractButton

from strukturbild_plugin.export.pdf.reader import open_pdf, page_text
from strukturbild_plugin.export.workshop_papers import button_texts
from strukturbild_plugin.gui.dock.file_menu import actions
from strukturbild_plugin.gui.dock.workshop_actions import merge_copies, start_workshop
from strukturbild_plugin.gui.workshop.merge_dialog import MergeDialog, target_beside
from strukturbild_plugin.gui.workshop.start_dialog import StartDialog
from strukturbild_plugin.store.create.copy import REVISION, copy_strukturbild
from strukturbild_plugin.store.gpkg.connection import connect, dict_rows
from strukturbild_plugin.workshop.group_copy import group_copy
from strukturbild_plugin.workshop.start import Group
from tests.gui.dock_helpers import answering, press, settle, texts, wait
from tests.gui.workshop.helpers import DockOn, Started
from tests.workshop.helpers import change


def shown(dock: Any, kind: type[Any]) -> Any:
    """The window of this kind; one that was closed may not be gone yet."""
    return next((one for one in dock.files.window.findChildren(kind) if one.isVisible()), None)


def start_window(dock: Any) -> StartDialog:
    start_workshop(dock)
    return shown(dock, StartDialog)


def merge_window(dock: Any, *files: Path) -> MergeDialog:
    merge_copies(dock)
    dialog = shown(dock, MergeDialog)
    dialog.add(files)
    wait(lambda: not dock.session.runner.busy)
    return dialog


def calm(dock: Any, dialog: Any) -> None:
    wait(lambda: not dialog.controller.busy and not dock.session.runner.busy)


def lines(tree: Any) -> list[str]:
    return [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]


def names(path: Path) -> set[str]:
    connection = connect(path, writes=False)
    found = {row["namn"] for row in dict_rows(connection, "nod")}
    connection.close()
    return found


def test_the_papers_name_buttons_as_they_are_called(started: Started, dock_on: DockOn, tmp_path: Path) -> None:
    main, (one, two, *_) = started
    with dock_on(main) as dock:
        dialog = merge_window(dock, one, two)
        buttons = {each.text() for window in (dock, dialog) for each in window.findChildren(QAbstractButton)}
        buttons |= {each.toolTip().partition(" (")[0] for each in dock.findChildren(QAbstractButton)}
        tabs = {dock.tabs.tabText(place) or dock.tabs.tabToolTip(place) for place in range(dock.tabs.count())}
        for called in (
            button_texts.open_file(),
            button_texts.file_menu(),
            button_texts.select(),
            button_texts.undo(),
            button_texts.comment(),
            button_texts.vote(),
        ):
            assert called in buttons
        for called in (button_texts.choose_files(), button_texts.merge_files(2), button_texts.show_questions()):
            assert called in buttons
        assert button_texts.postpone() in {each.text() for each in dock.tabs.review_page.findChildren(QAbstractButton)}
        assert {button_texts.steps_tab(), button_texts.object_tab()} <= tabs
        assert {button_texts.merge(), button_texts.freeze(), button_texts.start()} <= {
            text for _code, text, _call in actions()
        }
        assert dock.windowTitle() == button_texts.panel()
        dialog.close()


def test_colours_that_become_free_are_given_to_groups_that_share_one(
    started: Started, base_data: Path, dock_on: DockOn
) -> None:
    with dock_on(started[0]) as dock:
        groups = start_window(dock).groups
        groups.tables.click()
        groups.each.click()
        table, last = groups.table, groups.table.rowCount() - 1
        table.cellWidget(last, 1).setColor(QColor(groups.groups()[0].farg))  # chosen by hand, as the first one's
        table.clearSelection()
        for row in range(8, last):
            table.selectRow(row) if row == 8 else table.selectionModel().select(
                table.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select
            )
        groups.remove.click()
        found = [one.farg for one in groups.groups()]
        assert len(found) == 9 and len({*found[:8]}) == 8 and found[8] == found[0]
        table.selectRow(0)
        groups.remove.click()
        groups.add([Group("Sena bordet")])
        assert len({one.farg for one in groups.groups()}) == 9 - 1


def test_tables_and_municipalities_get_files_of_their_own(started: Started, base_data: Path, dock_on: DockOn) -> None:
    with dock_on(started[0]) as dock:
        dialog = start_window(dock)
        assert start_window(dock) is dialog and not dialog.do.isEnabled()
        dialog.groups.tables.click()
        dialog.groups.tables.click()
        assert [one.namn for one in dialog.groups.groups()] == [f"Bord {number}" for number in range(1, 7)]
        dialog.groups.each.click()
        by_name = {one.namn: one for one in dialog.groups.groups()}
        assert len(by_name) == 6 + 16 + 12 and by_name["Arvika"].kommunkod == "1784"
        dialog.groups.table.selectAll()
        dialog.groups.remove.click()
        dialog.groups.tables.click()
        table = dialog.groups.table
        table.item(0, 0).setText("Ungdomarna")
        table.cellWidget(0, 1).setColor(QColor("#123456"))
        table.cellWidget(0, 2).setCurrentIndex(1)
        dialog.name.setText("Målbild i Karlstad")
        dialog._named()
        dialog.level.setCurrentIndex(3)
        dialog.answer_to.setText("anna@region.example")
        dialog.deadline.setText("15 januari")
        assert dialog.do.text() == "Gör 6 filer" and Path(dialog.folder_line.text()).name == "malbild-i-karlstad"
        dialog.do.click()
        calm(dock, dialog)
        assert "6 filer" in dialog.heading.text(), dialog.trouble.text()
        assert dialog.open_folder.isVisibleTo(dialog)
        files, there = sorted(dialog.folder.glob("*.gpkg")), sorted(dialog.folder.iterdir())
        assert lines(dialog.files)[0] == "Ungdomarna: Målbild i Karlstad - Ungdomarna.gpkg" and len(files) == 6
        assert lines(dialog.files)[6:] == ["Målbild i Karlstad - handledarblad.pdf"] and dialog.open_sheet.isEnabled()
        sheet = page_text(open_pdf(dialog.folder / "Målbild i Karlstad - handledarblad.pdf").pages[0])
        assert "anna@region.example" in sheet and "15 januari" in " ".join(sheet.split())
        told = group_copy(dialog.folder / "Målbild i Karlstad - Ungdomarna.gpkg")
        assert (told.grupp, told.farg, told.far_andra) == ("Ungdomarna", "#123456", "nytt")
        connection = connect(dock.session.opened.path, writes=False)
        assert [(row["titel"], row["samverkansniva"]) for row in dict_rows(connection, "workshop")][-1] == (
            *("Målbild i Karlstad", 3),
        )
        connection.close()
        dialog.leave.click()

        dialog = start_window(dock)
        dialog.groups.tables.click()
        dialog.name.setText("Målbild i Karlstad")
        dialog._named()
        dialog.folder_line.setText(str(files[0].parent))
        dialog.groups.table.item(0, 0).setText("Ungdomarna")
        dialog.do.click()
        calm(dock, dialog)
        assert "finns redan" in dialog.trouble.text() and dialog.asks.isEnabled()
        assert sorted(files[0].parent.iterdir()) == there
        dialog.close()


def test_copies_become_one_file_that_is_opened_with_what_became_of_each(
    started: Started, dock_on: DockOn, tmp_path: Path
) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    change(two, "Karlstad", namn="Residensstaden")
    change(two, "Kilen", namn="Gröna kilen")
    broken = tmp_path / "trasig.gpkg"
    broken.write_text("ingen databas")
    with dock_on(main) as dock:
        before = dock.session.opened.path
        dialog = merge_window(dock)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (one, two, broken)])
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        dialog.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, button, keys))
        wait(lambda: not dock.session.runner.busy)
        assert [line.split("\n")[1] for line in lines(dialog.list)[:2]] == ["Bord 1", "Bord 2"]
        assert "trasig.gpkg" in lines(dialog.list)[2] and not dialog._base_row.isVisibleTo(dialog)
        dialog.do.click()
        calm(dock, dialog)
        settle(dock)
        assert dialog.heading.text() == "1 objekt ändrades, 1 fråga väntar."
        assert lines(dialog.report)[0].startswith("Bord 1 · Målbild 2040 - Bord 1.gpkg\nMed: 1 ändring.")
        assert "Är inte med." in lines(dialog.report)[2]
        assert dock.session.opened.path == before.with_name("exempel hopslagen.gpkg")
        assert {"Karlstad"} <= names(dock.session.opened.path) and names(before) == names(main)
        assert dialog.review.isVisibleTo(dialog)
        dialog.review.click()
        wait(lambda: dock.tabs.currentWidget() is dock.tabs.review_page)
        assert sip.isdeleted(dialog) or not dialog.isVisible()
        merged_path = dock.session.opened.path
        dock.session.close()
        wait(lambda: dock.session.opened is None)
        press(dock.session.iface.messageBar().currentItem(), "Avgör frågorna")
        wait(lambda: dock.session.opened is not None and dock.tabs.currentWidget() is dock.tabs.review_page)
        assert dock.session.opened.path == merged_path

        again = merge_window(dock, two)
        assert again.target.path().name == "exempel hopslagen 2.gpkg"
        again.do.click()
        calm(dock, again)
        assert again.heading.text() == "Det fanns inget att slå ihop." and "Fanns redan" in lines(again.report)[0]
        assert not again.target.path().exists() and not again.review.isVisibleTo(again)
        again.close()


def test_a_plain_copy_asks_for_what_it_was_made_of(started: Started, dock_on: DockOn, tmp_path: Path) -> None:
    main, _files = started
    plain = Path(shutil.copy(main, tmp_path / "från kommunen.gpkg"))
    change(plain, "Karlstad", namn="Solstaden")
    with dock_on(main) as dock:
        dialog = merge_window(dock, plain)
        assert dialog._base_row.isVisibleTo(dialog) and "Ange nedan" in lines(dialog.list)[0]
        dialog.base_line.setText(str(main))
        dialog.strict.setChecked(True)
        dialog.target.path().write_text("finns")
        dialog._may_replace = lambda path, _window: path == dialog.target.path()
        dialog.do.click()
        calm(dock, dialog)
        settle(dock)
        assert "Solstaden" in names(dialog.target.path()) and dock.session.opened.path == dialog.target.path()
        assert dialog.heading.text() == "1 objekt ändrades, inga frågor väntar."
        dialog.close()


def test_a_copy_that_became_a_new_strukturbild_is_offered(started: Started, dock_on: DockOn, tmp_path: Path) -> None:
    main, (one, *_) = started
    own = copy_strukturbild(one, tmp_path / "stickan.gpkg", REVISION, "Var fina karta")
    change(own, "Karlstad", namn="Solstaden")
    with dock_on(main) as dock:
        dialog = merge_window(dock)
        assert not dialog.revisions.isVisibleTo(dialog)
        dialog.add([own])
        wait(lambda: not dock.session.runner.busy)
        assert "Var fina karta" in lines(dialog.list)[0] and dialog.revisions.isVisibleTo(dialog)
        assert not dialog.do.isEnabled()
        dialog.revisions.click()
        dialog.do.click()
        calm(dock, dialog)
        settle(dock)
        assert lines(dialog.report)[0].startswith("Bord 1 · ") and "Solstaden" in names(dialog.target.path())
        dialog.close()


def test_a_merge_that_is_stopped_or_fails_leaves_what_there_was(started: Started, dock_on: DockOn) -> None:
    main, (one, *_) = started
    with dock_on(main) as dock:
        dialog = merge_window(dock, one)
        before = set(dock.session.opened.path.parent.iterdir())
        dialog.do.click()
        dialog.leave.click()
        calm(dock, dialog)
        assert dialog.trouble.text().startswith("Avbrutet") and dialog.asks.isEnabled()
        dialog.target.setText(str(dock.session.opened.path))
        dialog.do.click()
        calm(dock, dialog)
        assert "Välj ett annat namn" in dialog.trouble.text()
        assert {path for path in before if path.suffix == ".gpkg"} == {
            path for path in dock.session.opened.path.parent.iterdir() if path.suffix == ".gpkg"
        }
        dialog.close()


def test_a_copy_starts_no_workshop_and_says_whose_it_is_when_merged_into(started: Started, dock_on: DockOn) -> None:
    with dock_on(started[1][0]) as dock:
        assert start_window(dock) is None and "Bord 1s kopia" in texts(dock)[-1]
        dialog = merge_window(dock)
        assert "(Bord 1)" in dialog.about.text()
        dialog.close()


def test_a_workshop_is_frozen_and_goes_on_from_the_menu(started: Started, dock_on: DockOn) -> None:
    with dock_on(started[0]) as dock:
        path = dock.session.opened.path

        def freeze_by(button: str) -> str:
            action = next(one for one in dock.menu_button.menu().actions() if one.objectName().endswith("_frys"))
            _done, asked = answering(button, lambda: (action.trigger(), wait(lambda: not dock.session.runner.busy)))
            wait(lambda: not dock.session.runner.busy)
            return asked

        def frozen() -> bool:
            connection = connect(path, writes=False)
            found = bool(dict_rows(connection, "workshop")[0]["fryst"])
            connection.close()
            return found

        assert "Frysa workshopen Målbild 2040?" in freeze_by("Frys") and frozen()
        press(dock.session.iface.messageBar().currentItem(), "Ångra")
        wait(lambda: not dock.session.runner.busy)
        assert not frozen()
        freeze_by("Frys")
        assert "frystes" in freeze_by("Låt den fortsätta") and not frozen()


def test_the_next_file_has_a_name_of_its_own(tmp_path: Path) -> None:
    main = tmp_path / "Målbild.gpkg"
    assert target_beside(main).name == "Målbild hopslagen.gpkg"
    target_beside(main).touch()
    assert target_beside(tmp_path / "Målbild hopslagen.gpkg").name == "Målbild hopslagen 2.gpkg"
