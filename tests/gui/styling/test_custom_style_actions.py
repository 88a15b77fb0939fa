"""The region's own look, from the menu: a layer's style, a profile, and what is told when they cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsMarkerSymbol, QgsSingleSymbolRenderer
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QPushButton

from strukturbild_plugin.gui.session.layer_tree_legend import LayerTreeLegend
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import settle, style_action


def test_a_layers_style_and_a_profile_are_saved_used_and_taken_away(
    dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(dock)
    assert not style_action(dock, "spara").isEnabled() and not style_action(dock, "utan_profil").isEnabled()
    nodes = dock.session.opened.layer("nod")
    dock.session.iface.setActiveLayer(nodes)
    nodes.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "#00ff3c", "name": "star"})))
    style_action(dock, "spara").trigger()
    settle(dock)
    assert not [each for each in dock.window().findChildren(QMessageBox) if each.isVisible()]
    nodes = dock.session.opened.layer("nod")
    assert nodes.renderer().symbol().color().name() == "#00ff3c" and isinstance(nodes.legend(), LayerTreeLegend)
    dock.session.iface.setActiveLayer(nodes)
    style_action(dock, "ta_bort").trigger()
    settle(dock)
    assert dock.session.opened.layer("nod").renderer().type() == "RuleRenderer"

    profile = tmp_path / "region.yaml"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(profile), ""))
    profile.write_text("namn: R\nfarger: {B: blå}\n", encoding="utf-8")
    style_action(dock, "profil").trigger()
    box = next(each for each in dock.window().findChildren(QMessageBox) if each.isVisible())
    assert "'farger' (rad 2): 'B' är" in box.informativeText()
    assert not read_snapshot(dock.session.opened.path).attachments
    box.close()
    profile.write_text("namn: R\nord: {attribut: {planeringsprincip: Planeringsstrategi}}\n", encoding="utf-8")
    style_action(dock, "profil").trigger()
    settle(dock)
    layer = dock.session.opened.layer("nod")
    assert layer.attributeDisplayName(layer.fields().indexOf("planeringsprincip")) == "Planeringsstrategi"
    style_action(dock, "utan_profil").trigger()
    settle(dock)
    layer = dock.session.opened.layer("nod")
    assert layer.attributeDisplayName(layer.fields().indexOf("planeringsprincip")) == "Planeringsprincip"


def test_undo_gives_back_the_style_made_by_hand_and_not_the_sets_own(dock: Any) -> None:
    settle(dock)
    nodes = dock.session.opened.layer("nod")
    dock.session.iface.setActiveLayer(nodes)
    handmade = QgsMarkerSymbol.createSimple({"color": "#00ff3c", "name": "star", "size": "7"})
    nodes.setRenderer(QgsSingleSymbolRenderer(handmade))
    nodes.setLabelsEnabled(False)
    others = dock.session.opened.layer("strak").renderer().dump()

    def worn() -> tuple[str, bool]:
        return nodes.renderer().dump(), nodes.labelsEnabled()

    by_hand = worn()
    style_action(dock, "spara").trigger()
    settle(dock)
    saved = worn()
    assert dock.tools.edit_session.undo_text() == "Egen stil för Noder"
    dock.tools.undo()
    settle(dock)
    assert worn() == by_hand and dock.session.opened.layer("strak").renderer().dump() == others
    assert not read_snapshot(dock.session.opened.path).attachments
    dock.tools.redo()
    settle(dock)
    assert worn() == saved and read_snapshot(dock.session.opened.path).attachments
    dock.tools.undo()
    settle(dock)
    assert dock.styles.choose("workshop") and nodes.renderer().type() == "RuleRenderer"
    dock.tools.undo()
    assert worn() == by_hand, "också när uppsättningen bytts emellan"
    style_action(dock, "spara").trigger()
    settle(dock)
    known = next(one for one in dock.tools.edit_session.objects.all() if one.lager == "nod")
    dock.tools.change(known.objekt_id, {"namn": "Ritad efter"})
    dock.session.iface.messageBar().currentItem().findChild(QPushButton).click()
    settle(dock)
    assert worn() == by_hand and dock.tools.edit_session.feature(known.objekt_id)["namn"] == "Ritad efter"
    dock.tools.undo()
    settle(dock)
    assert worn() == saved
