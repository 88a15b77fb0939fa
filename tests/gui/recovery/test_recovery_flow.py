"""The strip that offers what was not saved: laid back, undone, thrown away, standing against others' work, damaged."""

from __future__ import annotations

import json
import shutil
import uuid
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt import sip

from strukturbild_plugin import paths
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.drawing.helpers import desk_on
from tests.gui.dock_helpers import wait


@pytest.fixture
def said(dock: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    for name in ("well", "warn"):
        monkeypatch.setattr(dock.session.messages, name, lambda words, *_more: heard.append(words))
    return heard


def folder() -> Path:
    return paths.unsaved_copies(Path())


def copies() -> list[str]:
    return sorted(path.name for path in folder().glob("*.json"))


def known(dock: Any, name: str) -> str:
    return next(
        one.objekt_id for one in dock.tools.edit_session.objects.all() if one.namn == name and one.lager == "nod"
    )


def reopen(dock: Any) -> None:
    path = dock.session.opened.path
    dock.session.close()
    dock.session.open(path)
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy)
    settle(dock)


def settle(dock: Any) -> None:
    """What the thread has read has come, and been looked over."""
    dock.recovery._threads.wait()
    wait(lambda: not dock.recovery._offers or all(one.looked_over for one in dock.recovery._offers))
    for _ in range(3):
        QgsApplication.processEvents()


def work(dock: Any) -> None:
    edit_session = dock.tools.edit_session
    set_values(edit_session, known(dock, "Karlstad"), {"beskrivning": "Min text"})
    delete_object(edit_session, known(dock, "Årjäng"))


def crash(dock: Any) -> Path:
    """As if QGIS had been killed now: the copy is left, nobody holds it, and the file is opened again."""
    assert dock.recovery.autosave.flush()
    (name,) = copies()
    left = folder() / f"{name[:22]}{uuid.uuid4().hex[:12]}.json"
    shutil.copy(folder() / name, left)
    reopen(dock)
    return left


def strip(dock: Any) -> Any:
    return dock.recovery_strip if not dock.recovery_strip.isHidden() else None


def text(dock: Any) -> str:
    return str(dock.tools.edit_session.feature(known(dock, "Karlstad"))["beskrivning"])


def test_it_is_offered_until_it_is_saved_or_thrown_away(dock: Any, said: list[str]) -> None:
    assert strip(dock) is None and not folder().exists(), "utan ändringar skrivs inget"
    work(dock)
    left = crash(dock)
    assert strip(dock) is not None and copies() == [left.name]
    strip(dock).throw_button.click()
    assert strip(dock) is None and copies() == []
    dock.recovery._take_back(dock.recovery._offers[0])
    assert strip(dock) is not None and copies() == [left.name]
    strip(dock).restore_button.click()
    assert strip(dock) is None and text(dock) == "Min text" and "tillbaka" in said[-1]
    assert len(copies()) == 2, "den gamla kopian ligger kvar tills det är sparat"
    dock.tools.undo()
    wait(lambda: strip(dock) is not None)
    set_values(dock.tools.edit_session, known(dock, "Karlstad"), {"namn": "Karlstad C"})
    assert dock.session.save()
    settle(dock)
    assert strip(dock) is not None and copies() == [left.name], "det som ångrades är inte sparat"
    strip(dock).restore_button.click()
    assert dock.session.save()
    settle(dock)
    assert strip(dock) is None and copies() == []
    names = {one.namn for one in read_snapshot(dock.session.opened.path).objects}
    assert "Karlstad C" in names and "Årjäng" not in names
    reopen(dock)
    assert strip(dock) is None and list(folder().iterdir()) == []


def test_the_start_page_says_it_and_the_plugin_can_be_switched_off_and_on(dock: Any, said: list[str]) -> None:
    from strukturbild_plugin.gui.dock.dock_widget import StrukturbildDock

    work(dock)
    left = crash(dock)
    path = dock.session.opened.path
    dock.session.close()
    settle(dock)
    dock._show_opened()
    link = dock.start_page.unsaved_link
    assert not link.isHidden() and path.stem in link.text()
    link.linkActivated.emit("#")
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy)
    settle(dock)
    strip(dock).restore_button.click()
    dock.recovery.close_down()
    assert len(copies()) == 2, "ändringarna finns kvar i lagren, och kopian av dem"
    again = StrukturbildDock(dock._iface)
    try:
        wait(lambda: again.tools.edit_session is not None and not again.session.runner.busy)
        settle(again)
        assert strip(again) is None
        wait(lambda: not again.session.opened.unsaved())
        settle(again)
        wait(lambda: copies() == [], 30)
        assert not left.exists()
    finally:
        again.session.close()
        again.close_down()
        sip.delete(again)


def test_a_second_crash_after_it_was_laid_back_asks_once(dock: Any, said: list[str]) -> None:
    work(dock)
    first = crash(dock)
    whole = first.read_bytes()
    strip(dock).restore_button.click()
    add_object(dock.tools.edit_session, _prefill(dock), points_geometry([(450_000, 6_600_000)]), "Nyast")
    dock.recovery.autosave.flush()
    (later,) = (name for name in copies() if name != first.name)
    kept = (folder() / later).read_bytes()
    reopen(dock)
    assert copies() == [], "det som kastats finns inte kvar"
    folder().joinpath(first.name).write_bytes(whole)
    folder().joinpath(f"{later[:22]}{uuid.uuid4().hex[:12]}.json").write_bytes(kept)
    reopen(dock)
    assert strip(dock) is not None and len(dock.recovery._offers) == 1
    strip(dock).restore_button.click()
    assert known(dock, "Nyast") and text(dock) == "Min text"
    assert dock.session.save()
    settle(dock)
    assert copies() == []


def _prefill(dock: Any) -> Any:
    from strukturbild_plugin.drawing.edits.objects import NewObject

    return NewObject("nod", bild_id=dock.tools.picture)


def test_what_stands_against_others_work_is_said_listed_and_may_count(dock: Any, said: list[str]) -> None:
    work(dock)
    dock.recovery.autosave.flush()
    kept = (folder() / copies()[0]).read_bytes()
    name = f"{copies()[0][:22]}{uuid.uuid4().hex[:12]}.json"
    path = dock.session.opened.path
    dock.session.close()
    other = desk_on(path)
    town = next(one.objekt_id for one in other.objects.all() if one.namn == "Karlstad" and one.lager == "nod")
    set_values(other, town, {"beskrivning": "Deras text"})
    other.save()
    other.close()
    (folder() / name).write_bytes(kept)
    dock.session.open(path)
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy)
    settle(dock)
    strip(dock).restore_button.click()
    assert text(dock) == "Deras text" and "filen har ändrats" in said[-1]
    assert strip(dock) is not None and strip(dock).restore_button.isHidden()
    strip(dock).look_button.click()
    window = strip(dock).window_shown
    assert window.tree.topLevelItemCount() == 1
    assert "någon annan" in window.tree.topLevelItem(0).child(0).text(0)
    assert "Min text" in window.tree.topLevelItem(0).child(1).text(0)
    assert "Deras text" in window.tree.topLevelItem(0).child(2).text(0)
    assert dock.session.save()
    settle(dock)
    assert len(copies()) == 1, "det som inte kom tillbaka ligger kvar"
    window.restore_button.click()
    assert text(dock) == "Min text" and strip(dock) is None
    assert dock.session.save()
    settle(dock)
    assert copies() == []


def test_damaged_and_foreign_copies_are_said_once_and_what_is_saved_is_no_news(dock: Any, said: list[str]) -> None:
    work(dock)
    dock.recovery.autosave.flush()
    (name,) = copies()
    whole = (folder() / name).read_bytes()
    told = json.loads(whole)
    assert dock.session.save()

    def plant(content: bytes) -> None:
        (folder() / f"{name[:22]}{uuid.uuid4().hex[:12]}.json").write_bytes(content)
        reopen(dock)

    plant(whole)
    assert strip(dock) is None and copies() == [] and said == [], "allt i kopian finns i filen"
    plant(whole[:500])
    assert "skadad" in said[-1] and strip(dock) is None and copies() == []
    plant(json.dumps({**told, "strukturbild_id": "en annan"}, ensure_ascii=False).encode())
    assert "annan strukturbild" in said[-1] and len(said) == 2
    reopen(dock)
    assert len(said) == 2 and len(list(folder().glob("*.undanlagd"))) == 2


def test_a_file_that_was_moved_is_known_again_and_it_is_said_where_it_lay(dock: Any, said: list[str]) -> None:
    work(dock)
    crash(dock)
    path = dock.session.opened.path
    dock.session.close()
    moved = path.rename(path.with_name("flyttad.gpkg"))
    dock.session.open(moved)
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy)
    settle(dock)
    assert path.name in strip(dock).sentence.text() and strip(dock).sentence.toolTip() == str(path)
    strip(dock).restore_button.click()
    assert text(dock) == "Min text" and dock.session.save()
    settle(dock)
    assert copies() == []


def test_a_copy_that_cannot_be_written_is_said_once(
    dock: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("Det finns inte plats.")

    monkeypatch.setattr("strukturbild_plugin.store.autosave.copy_folder.AutosaveFile.write", full)
    for words in ("Ett", "Två"):
        set_values(dock.tools.edit_session, known(dock, "Karlstad"), {"beskrivning": words})
        assert not dock.recovery.autosave.flush()
        QgsApplication.processEvents()
    assert [one for one in said if "inte plats" in one] == said and len(said) == 1


def test_a_text_half_written_and_anchoring_that_waits_come_back_too(dock: Any, said: list[str]) -> None:
    page, edit_session = dock.object_page, dock.tools.edit_session
    new = add_object(edit_session, _prefill(dock), points_geometry([(450_000, 6_600_000)]), "Nyast")
    page.show_object(new)
    page.anchoring.actor.setText("Kils kommun")
    page.anchoring.add.click()
    page.show_object(known(dock, "Karlstad"))
    field = page.form.fields["beskrivning"]
    field.setPlainText("Halva meningen ")
    field.textCursor().setPosition(3)
    left = crash(dock)
    assert text(dock) != "Halva meningen"
    strip(dock).restore_button.click()
    assert text(dock) == "Halva meningen"
    assert [one.aktor for one in dock.object_page.waiting.of(known(dock, "Nyast"))] == ["Kils kommun"]
    assert dock.session.save()
    wait(lambda: bool(read_snapshot(dock.session.opened.path).anchorings))
    settle(dock)
    assert not left.exists() and copies() == [] and strip(dock) is None
