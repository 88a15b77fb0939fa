"""Packs to tick in the dialog for a new strukturbild."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.catalogue.packs import chosen_packs, load_packs
from strukturbild_plugin.feedback import Silent
from strukturbild_plugin.gui.session.open_document import table_of
from strukturbild_plugin.gui.templates.new_document_choices import read_choices
from strukturbild_plugin.gui.templates.new_document_dialog import NewDocumentDialog
from strukturbild_plugin.gui.templates.pack_addition import PackDialog, bring_in
from strukturbild_plugin.store.create.create import create
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import opened_dock, press, settle, wait
from tests.store.helpers import square, thing


def test_ticked_packs_come_along_and_none_is_ticked_from_the_start(
    qgis_app: QgsApplication, base_data: Path, tmp_path: Path
) -> None:
    dialog = NewDocumentDialog(read_choices(Silent()))
    assert list(dialog.packs.boxes) == ["norr", "kust", "ansprak"] and dialog.request().packs == ()
    dialog._fill_regions(["25"])
    dialog._regions_changed()
    for kod in ("kust", "norr"):
        box = dialog.packs.boxes[kod]
        assert not box.icon().isNull() and len(box.toolTip()) > 100 and box.accessibleDescription()
        box.click()
    assert dialog.request().packs == ("norr", "kust")
    snapshot = read_snapshot(create(tmp_path / "ny.gpkg", dialog.request()))
    own = {klass.kod for klass in snapshot.catalogue.klasser if klass.egen}
    assert own == {"rennaring", "samiskt_omrade", "havsplaneomrade"}


@pytest.fixture
def dock(qgis_app: QgsApplication, base_data: Path, example_file: Path, tmp_path: Path) -> Iterator[Any]:
    yield from opened_dock(example_file, tmp_path)


def test_a_pack_comes_into_an_open_strukturbild_and_goes_again_as_one_act(dock: Any) -> None:
    packs = chosen_packs(["kust", "ansprak"])
    path, before = dock.session.opened.path, dock.session.snapshot
    dialog = PackDialog(before, load_packs())
    assert not dialog.add_button.isEnabled()
    dialog.packs.boxes["kust"].click()
    assert dialog.add_button.isEnabled() and dialog.packs.ticked() == ("kust",)

    bring_in(dock, packs)
    settle(dock)
    wait(lambda: dock.session.snapshot is not None and dock.session.snapshot is not before)
    came = {klass.kod for pack in packs for klass in pack.klasser}
    now = dock.session.snapshot
    assert came <= {klass.kod for klass in now.catalogue.klasser}
    assert _drawn(now) == _drawn(before) and check_file(path)
    layer = next(one for one in dock.session.opened.layers() if table_of(one) == "omrade")
    assert layer.fields().indexOf("havsplan_anvandning") >= 0
    assert "havsplaneomrade" in str(layer.renderer().dump())
    again = PackDialog(now, load_packs())
    assert not again.packs.boxes["kust"].isEnabled() and again.packs.ticked() == ()

    press(dock.session.messages._last_well, "Ångra")
    settle(dock)
    wait(lambda: dock.session.snapshot is not None and dock.session.snapshot is not now)
    assert dock.session.snapshot.catalogue.klasser == before.catalogue.klasser
    assert _drawn(dock.session.snapshot) == _drawn(before) and check_file(path)


def test_what_is_drawn_keeps_its_class(dock: Any) -> None:
    path, before = dock.session.opened.path, dock.session.snapshot
    bring_in(dock, chosen_packs(["kust"]))
    settle(dock)
    wait(lambda: dock.session.snapshot is not None and dock.session.snapshot is not before)
    with writing(path, "Någon annan") as db:
        db.add_objects(
            [thing("omrade", "havsplaneomrade", "Utsjön", square(440000, 6580000, 9000), bild_id=_picture(db))]
        )
    press(dock.session.messages._last_well, "Ångra")
    settle(dock)
    assert dock.session.opened is not None, "it is open again"
    assert read_snapshot(path).catalogue.object_class("havsplaneomrade") is not None


def _drawn(snapshot: Snapshot) -> list[tuple[object, ...]]:
    return sorted((one.objekt_id, one.klass, one.namn, one.wkb) for one in snapshot.objects)


def _picture(db: Any) -> str:
    return str(db.connection.execute("SELECT bild_id FROM bild").fetchone()[0])
