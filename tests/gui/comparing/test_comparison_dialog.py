"""What is new since an edition: listed, gone to and drawn, from the edition's page; nothing of it is left behind."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QApplication, QTreeWidgetItem

from strukturbild_plugin.drawing.edits.network import move_node
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.gui.comparing.comparison_dialog import ComparisonDialog
from strukturbild_plugin.gui.comparing.comparison_overlay import BEFORE, shapes_of
from strukturbild_plugin.gui.map_coordinates import GroundBand
from strukturbild_plugin.store.gpkg.connection import now
from strukturbild_plugin.store.gpkg.records import Edition
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.compare import ADDED, CHANGED, REMOVED
from tests.drawing.helpers import NODE
from tests.gui.dock_helpers import wait

KARLSTAD, NEW = (420_000.0, 6_590_000.0), (450_000.0, 6_580_000.0)


def calm(dock: Any) -> None:
    wait(lambda: not dock.session.runner.busy and not dock.session._reread.isActive())
    QApplication.processEvents()
    wait(lambda: not dock.session.runner.busy and dock.tools.edit_session is not None)


def named(dock: Any, name: str) -> str:
    return next(
        one.objekt_id for one in dock.tools.edit_session.objects.all() if one.namn == name and one.lager == "nod"
    )


def work(dock: Any) -> None:
    """An edition; then a town is gone, one moved, one described, one new; all saved."""
    with writing(dock.session.opened.path) as db:
        db.add_edition(Edition(1, now(), "utkast", "a" * 64, 47, 10))
    dock.session.read()
    calm(dock)
    edit_session = dock.tools.edit_session
    delete_object(edit_session, named(dock, "Årjäng"))
    set_values(edit_session, named(dock, "Arvika"), {"beskrivning": "Ny text"})
    move_node(edit_session, named(dock, "Karlstad"), KARLSTAD)
    add_object(edit_session, NODE, points_geometry([NEW]), "Nybyn")
    assert dock.session.save()
    calm(dock)


def shown(dock: Any) -> ComparisonDialog:
    return next(one for one in dock.files.window.findChildren(ComparisonDialog) if one.isVisible())


def lines(dialog: ComparisonDialog) -> dict[str, list[QTreeWidgetItem]]:
    groups = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    return {group.text(0): [group.child(at) for at in range(group.childCount())] for group in groups}


def bands(dock: Any) -> int:
    return sum(isinstance(one, GroundBand) for one in dock.session.iface.mapCanvas().scene().items())


def test_what_is_new_since_an_edition_is_listed_drawn_and_gone_to(dock: Any, tmp_path: Path) -> None:
    before = tmp_path / "som det var.gpkg"
    shutil.copy(dock.session.opened.path, before)
    clean = bands(dock)
    work(dock)
    dock.edition_page.compare_button.click()
    dialog, canvas = shown(dock), dock.session.iface.mapCanvas()
    calm(dock)
    wait(lambda: dialog.tree.topLevelItemCount() > 0)
    assert dialog.since.currentText().startswith("Utgåva 1, 20")
    assert dialog.summary.text().startswith("1 nytt objekt, 1 borttaget, 3 ändrade")
    found = lines(dialog)
    assert list(found) == ["Nytt (1)", "Ändrat (3)", "Borttaget (1)"]
    link, arvika, karlstad = found["Ändrat (3)"]
    assert link.text(0).endswith("\ngår mellan andra noder")
    assert arvika.text(0).startswith("Nod ”Arvika”\nVarför här: ") and arvika.text(0).endswith("→ Ny text")
    assert karlstad.text(0) == "Nod ”Karlstad”\nritad på annat sätt"
    assert found["Borttaget (1)"][0].text(0).startswith("Nod ”Årjäng”")
    kinds = [code for one, _text in dialog._found.lines for code, _shape in shapes_of(one, "")]
    assert sorted(kinds) == sorted([ADDED, CHANGED, CHANGED, BEFORE, CHANGED, REMOVED])
    assert bands(dock) == clean + 5, "ett band för varje slag och form"

    dialog.tree.setCurrentItem(karlstad)
    assert bands(dock) == clean + 7 and canvas.extent().contains(QgsPointXY(*KARLSTAD))
    dialog.tree.setCurrentItem(found["Nytt (1)"][0])
    assert bands(dock) == clean + 6 and canvas.extent().contains(QgsPointXY(*NEW))
    dialog.on_map.setChecked(False)
    assert bands(dock) == clean
    dialog.on_map.setChecked(True)

    set_values(dock.tools.edit_session, named(dock, "Nybyn"), {"namn": "Nystad"})
    assert dock.session.save()
    dock.session.read()
    calm(dock)
    wait(lambda: "Nystad" in lines(dialog)["Nytt (1)"][0].text(0))

    (tmp_path / "trasig.gpkg").write_text("ingen databas")
    dialog.compare_with(tmp_path / "trasig.gpkg")
    calm(dock)
    assert dialog.tree.topLevelItemCount() == 0 and bands(dock) == clean and dialog.summary.text().endswith(".")
    dialog.compare_with(before)
    calm(dock)
    wait(lambda: dialog.tree.topLevelItemCount() == 3)
    dialog.close()
    assert bands(dock) == clean
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dock.session.read()  # nobody compares any more
    calm(dock)


def test_without_an_edition_it_says_what_to_do(dock: Any) -> None:
    dock._do("jamfor")
    dialog = shown(dock)
    calm(dock)
    assert "Ingen utgåva" in dialog.summary.text() and not dialog.since.isEnabled() and dialog.browse.isEnabled()
    dock.session.close()
    assert not dialog.isVisible()
