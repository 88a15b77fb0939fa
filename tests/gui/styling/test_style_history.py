"""The look of the open strukturbild as undo steps: at once in all that shows it, whatever is drawn and not saved."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QPushButton

from strukturbild_plugin.gui.session.open_document import BASE_PROPERTY
from strukturbild_plugin.store.gpkg.records import Attachment
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.styling.custom_style_diff import carried_styles
from strukturbild_plugin.store.styling.custom_styles import add_profile
from strukturbild_plugin.store.styling.renew_styles import is_stale, refresh_styles
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import settle, style_action, wait

PROFILE = """namn: Region Prov
farger: {B: '#7a1fa2', K: '#00696b'}
typsnitt: Comic Sans Provtryck
ord:
  attribut: {planeringsprincip: Planeringsstrategi}
  strukturer: {G: Grönt och blått}
"""
LOOK_SECONDS = 0.4
WORD, GROUP = "Planeringsstrategi", "Grönt och blått"


def seen(dock: Any) -> tuple[Any, ...]:
    """What the window shows: symbols, form, groups, a tile of the palette, the file's own profile."""
    opened = dock.session.opened
    nodes = opened.layer("nod")
    alias = nodes.attributeDisplayName(nodes.fields().indexOf("planeringsprincip"))
    groups = {group.name() for group in opened.group().findGroups()}
    dock.drawing.show_step(("nod",))
    tile = dock.drawing.tiles["nod", "punkt"].icon().pixmap(40, 22).toImage()
    painted = bytes(tile.constBits().asarray(tile.sizeInBytes()))
    renderer = nodes.renderer().dump()
    return alias, GROUP in groups, hash(painted), hash(renderer), profiles(dock)


def becomes(dock: Any, wanted: tuple[Any, ...]) -> None:
    """Wait until the window shows that; looking costs, so now and then."""
    looked, shown = 0.0, False

    def there() -> bool:
        nonlocal looked, shown
        if not shown and time.monotonic() - looked > LOOK_SECONDS:
            shown = seen(dock) == wanted
            looked = time.monotonic()
        return shown

    wait(there)


def profiles(dock: Any) -> int:
    return len([one for one in carried_styles(dock.session.opened.path) if one.slag == "profil"])


def told(dock: Any) -> Any:
    return dock.session.iface.messageBar().currentItem()


def close_boxes(dock: Any) -> list[str]:
    boxes = [box for box in dock.window().findChildren(QMessageBox) if box.isVisible()]
    words = [box.informativeText() for box in boxes]
    for box in boxes:
        box.close()
    return words


def open_again(dock: Any, path: Path) -> None:
    dock.session.close()
    dock.session.open(path)
    wait(lambda: dock.session.opened is not None and dock.session.snapshot is not None and not dock.session.runner.busy)


def rename(dock: Any, name: str) -> None:
    edit_session = dock.tools.edit_session
    known = next(one for one in edit_session.objects.all() if one.lager == "nod")
    dock.tools.change(known.objekt_id, {"namn": name})


def test_a_profile_is_one_step_among_what_is_drawn(dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(dock)
    file = tmp_path / "region.yaml"
    file.write_text(PROFILE, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    rename(dock, "Ritad före")
    plain = seen(dock)
    layers = [layer.id() for layer in dock.session.opened.layers()]
    base = [g for g in QgsProject.instance().layerTreeRoot().findGroups() if g.customProperty(BASE_PROPERTY)]
    style_action(dock, "profil").trigger()
    (said,) = close_boxes(dock)
    assert "Comic Sans Provtryck" in said
    wait(lambda: not dock.session.runner.busy)
    wait(lambda: dock.drawing._snapshot.attachments != ())  # the palette follows what is read live
    dressed = seen(dock)
    assert dressed[2] != plain[2]
    assert dressed[:2] == (WORD, True) and dressed[4] == 1 and dressed[3] != plain[3]
    assert [layer.id() for layer in dock.session.opened.layers()] == layers, "inget öppnas om"
    assert base and dock.tools.edit_session.undo_text() == "Regionens profil"
    assert dock.tools.edit_session.catalogue.attribut["planeringsprincip"].namn.sv == WORD
    dock.tools.undo()
    becomes(dock, plain)
    assert dock.tools.edit_session.undo_text() != "Regionens profil" and dock.tools.edit_session.can_undo()
    dock.tools.redo()
    becomes(dock, dressed)
    rename(dock, "Ritad efter")
    back = told(dock).findChild(QPushButton)
    assert back.text() == "Ångra"
    back.click()
    becomes(dock, plain)
    names = {one.namn for one in dock.tools.edit_session.objects.all()}
    assert "Ritad efter" in names, "det som ritats sedan dess står kvar"
    dock.tools.undo()
    becomes(dock, dressed)
    assert dock.session.save() and dock.header.saved.text().startswith("Sparat ")
    assert read_snapshot(dock.session.opened.path).catalogue.attribut["planeringsprincip"].namn.sv == WORD
    while dock.tools.edit_session.undo_text() != "Regionens profil":
        dock.tools.undo()
    dock.tools.undo()  # through the save
    becomes(dock, plain)
    dock.tools.redo()
    becomes(dock, dressed)
    assert dock.session.save()
    settle(dock)
    style_action(dock, "utan_profil").trigger()
    becomes(dock, plain)
    dock.tools.undo()
    becomes(dock, dressed)


def test_an_own_set_comes_and_goes_in_one_step(dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(dock)
    from strukturbild_plugin import paths

    text = (paths.STYLES / "workshop.yaml").read_text(encoding="utf-8")
    own = tmp_path / "dalarna.yaml"
    own.write_text(text.replace("kod: workshop", "kod: dalarna", 1), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    before = dock.styles.shown
    style_action(dock, "uppsattning").trigger()
    assert close_boxes(dock) == [] and dock.styles.shown == "dalarna"
    assert "dalarna" in dict(dock.styles.choices())
    dock.tools.undo()
    wait(lambda: "dalarna" not in dict(dock.styles.choices()))
    assert dock.styles.shown == before
    dock.tools.redo()
    wait(lambda: dock.styles.shown == "dalarna" and "dalarna" in dict(dock.styles.choices()))
    assert dock.session.save()
    settle(dock)
    wait(lambda: not is_stale(dock.session.opened.path))


def test_styles_left_behind_by_a_crash_are_renewed_and_what_cannot_be_used_is_said_once(
    dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(dock)
    path = dock.session.opened.path
    dock.session.close()
    (tmp_path / "p.yaml").write_text(PROFILE, encoding="utf-8")
    add_profile(path, tmp_path / "p.yaml")
    with writing(path) as db:
        db.set_attachment(Attachment("symboluppsattning", "trasig.yaml", b"kod: ["))
    with writing(path) as db:
        db.connection.execute("UPDATE strukturbild SET symboluppsattning = 'skiss'")
    assert is_stale(path)
    said: list[str] = []
    monkeypatch.setattr(dock.session.messages, "warn", lambda sentence, more=(): said.append(sentence))
    open_again(dock, path)
    assert not is_stale(path) and dock.styles.shown == "skiss"
    assert len(said) == 1 and "Comic Sans Provtryck" in said[0]
    seen_first = dock.session.opened.layer("nod").renderer().dump()
    refresh_styles(path)
    open_again(dock, path)
    assert len(said) == 1, "samma sak sägs inte igen"
    assert dock.session.opened.layer("nod").renderer().dump() == seen_first
