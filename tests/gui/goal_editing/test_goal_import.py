"""Goals from a table in their window: what is taken, what is left and why, before anything is written; one act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QMimeData, QUrl
from qgis.PyQt.QtWidgets import QTreeWidgetItem

from strukturbild_plugin.goals import goal_editing as editing
from strukturbild_plugin.gui.goal_editing.goal_import_dialog import GoalImportDialog
from strukturbild_plugin.gui.steps.goal_sets_form import table_in
from tests.gui.dock_helpers import form, wait, written
from tests.gui.goal_editing.helpers import settled

TABLE = """Mål för regionen;;;
Nr;Mål;Nivå;Målår
1;Livskraftiga orter;Målområde;2035
1.1;Fler bostäder;Delmål;snart
1.1;Igen;Delmål;
06;Öppna landskap;Målområde;
6;Inte samma;Målområde;
"""


@pytest.fixture
def dialog(dock: Any) -> Iterator[GoalImportDialog]:
    """The window, opened by the button on the step of goals."""
    form(dock, "mal").table.click()
    found = dock.session.iface.mainWindow().findChildren(GoalImportDialog)[-1]
    yield found


def saved(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


def planned(dialog: GoalImportDialog) -> Any:
    wait(lambda: dialog._task is None and not dialog._settle.isActive())
    return dialog.plan


def lines(dialog: GoalImportDialog) -> list[str]:
    def under(item: QTreeWidgetItem, depth: int) -> list[str]:
        inner = [under(item.child(place), depth + 1) for place in range(item.childCount())]
        return [f"{'  ' * depth}{item.text(0)}", *(line for each in inner for line in each)]

    tops = [dialog.rows.topLevelItem(place) for place in range(dialog.rows.topLevelItemCount())]
    return [line for top in tops for line in under(top, 0)]


def test_a_table_is_shown_as_the_tree_it_becomes_and_written_as_one_act(
    dock: Any, dialog: GoalImportDialog, tmp_path: Path
) -> None:
    before = written(dock)
    dialog.open_file(saved(tmp_path, "Våra mål.csv", TABLE, "cp1252"))
    assert planned(dialog) is not None and written(dock) == before, "inget skrivs förrän man väljer det"
    assert dialog.summary.text() == "Hämtas: 4 mål. Rader som inte hämtas: 1."
    assert lines(dialog) == [
        "Hämtas inte: 1",
        "  rad 5 · 1.1 Igen\nkoden 1.1 finns redan (rad 4). Varje mål behöver en egen kod.",
        "Hämtas: 4",
        "  1 Livskraftiga orter\nMålområde · 2035",
        "    1.1 Fler bostäder\nDelmål",
        "  06 Öppna landskap\nMålområde",
        "  6 Inte samma\nMålområde",
    ]
    notes = dialog.notes.text()
    assert "Windows-1252. Kolumnerna skiljs åt av semikolon." in notes and "Tabellen börjar på rad 2." in notes
    assert "Rad 4: målåret ”snart” är inget årtal." in notes
    dialog.take.click()
    tree = settled(dock).tree("vara_mal")
    assert [goal.kod for goal in tree.goals] == ["1", "1.1", "06", "6"] and not dialog.isVisible()
    dock.head_edits.go_back()
    settled(dock)
    assert written(dock) == before


def test_columns_can_be_pointed_out(dock: Any, dialog: GoalImportDialog, tmp_path: Path) -> None:
    dialog.open_file(saved(tmp_path, "lista.csv", "A,B\n1,Ett\n2,=2+2\n"))
    plan = planned(dialog)
    assert plan.refusal == "Välj vilken kolumn som har målens titlar." and not dialog.take.isEnabled()
    box = dialog.columns._boxes["titel"]
    box.setCurrentIndex(box.findData("B"))
    box.activated.emit(box.currentIndex())
    plan = planned(dialog)
    assert [row.goal.titel for row in plan.rows] == ["Ett", "=2+2"] and dialog.take.isEnabled()
    assert [row.goal.kod for row in plan.rows] == ["1", "2"], "utan kolumn med koder numreras de"


def test_a_set_of_ones_own_is_renewed_and_linked_goals_stay(
    dock: Any, dialog: GoalImportDialog, tmp_path: Path
) -> None:
    goals = settled(dock)
    tree = editing.new_set("Våra mål", "Region Prov", ("17",), ())
    for _ in range(2):
        tree, _new = editing.with_new_goal(tree)
    tree = editing.with_values(tree, tree.goals[0].mal_id, {"kod": "A", "vikt": 2.0})
    goals.change("vara_mal", tree, "prov")
    settled(dock)
    dialog.open_file(saved(tmp_path, "Våra mål.csv", "kod;mål\nA;Nytt ord\n1;Tredje\n"))
    plan = planned(dialog)
    assert dialog.into.currentData() == "vara_mal" and dialog.name.isHidden()
    assert [row.outcome for row in plan.rows] == ["andrad", "ny"] and [goal.kod for goal in plan.going] == ["2"]
    dialog.take.click()
    after = settled(dock).tree("vara_mal")
    assert [(goal.kod, goal.titel, goal.vikt) for goal in after.goals] == [
        ("A", "Nytt ord", 2.0),
        ("1", "Tredje", None),
    ]
    assert after.goals[0].mal_id == tree.goals[0].mal_id != after.goals[1].mal_id


def test_a_library_set_is_not_offered_and_a_file_of_its_name_becomes_another(
    dock: Any, dialog: GoalImportDialog, tmp_path: Path
) -> None:
    name = settled(dock).tree("rus_varmland").goal_set.namn
    dialog.open_file(saved(tmp_path, f"{name}.csv", "kod;mål\n1;Ett\n"))
    assert planned(dialog).tree.goal_set.kod != "rus_varmland" and dialog.into.count() == 1


def test_what_cannot_be_read_is_a_sentence_in_the_window(dock: Any, dialog: GoalImportDialog, tmp_path: Path) -> None:
    for file, said in (
        (saved(tmp_path, "bild.png", "x"), "av ett slag som inte kan läsas"),
        (saved(tmp_path, "tom.csv", ""), "Tabellen är tom"),
        (saved(tmp_path, "trasig.xlsx", "x"), "kalkylbladet kan inte läsas"),
        (tmp_path / "borta.csv", "filen finns inte"),
    ):
        dialog.open_file(file)
        planned(dialog)
        assert said in dialog.why.text() and not dialog.take.isEnabled()


def test_a_table_that_is_dropped_on_the_step_is_read_and_other_files_are_not(dock: Any, tmp_path: Path) -> None:
    def dropped(*names: str) -> QMimeData:
        found = QMimeData()
        found.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        return found

    assert table_in(dropped("Mål.XLSX")).endswith("Mål.XLSX")
    assert table_in(dropped("a.csv", "b.csv")) == table_in(dropped("a.gpkg")) == table_in(QMimeData()) == ""
    step = form(dock, "mal")
    step.table_wanted.emit(str(saved(tmp_path, "egna.csv", "kod;mål\n1;Ett\n")))
    dialog = dock.session.iface.mainWindow().findChildren(GoalImportDialog)[-1]
    assert [row.goal.titel for row in planned(dialog).rows] == ["Ett"]


def test_ten_thousand_rows_are_shown_and_only_so_many_listed(
    dock: Any, dialog: GoalImportDialog, tmp_path: Path
) -> None:
    rows = "".join(f"{place // 100}.{place % 100};<b>Mål</b> {place}\n" for place in range(10_000))
    dialog.open_file(saved(tmp_path, "många.csv", "kod;mål\n" + rows))
    plan = planned(dialog)
    assert len(plan.tree.goals) == 10_000 and len(lines(dialog)) < 600


def test_the_column_of_titles_is_asked_for_where_it_is_seen(
    dock: Any, dialog: GoalImportDialog, tmp_path: Path
) -> None:
    dialog.open_file(saved(tmp_path, "okant.csv", "Ärende;Årtal\nFler bostäder;2035\n"))
    planned(dialog)
    QCoreApplication.processEvents()
    box = dialog.columns._boxes["titel"]
    assert "titlar" in dialog.why.text() and box.isVisible()
    box.setCurrentIndex(box.findData("Ärende"))
    box.activated.emit(box.currentIndex())
    planned(dialog)
    assert dialog.take.isEnabled()
