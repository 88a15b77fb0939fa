"""Templates in the window: saving one in the user's own words, choosing among one's own, what is wrong, taking away."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import Qt

from strukturbild_plugin.feedback import Silent
from strukturbild_plugin.guide.step_chain import chain_of, fit_palettes
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.templates.save_template import save_template, suggestion_for
from strukturbild_plugin.store.templates.template_library import read_library
from tests.gui.dock_helpers import answering, wait
from tests.gui.fake_iface import FakeIface
from tests.store.templates.helpers import LOGO, sound_parts, zipped


@pytest.fixture
def own_folder(qgis_app: QgsApplication, base_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of templates, empty, for a Swedish user."""
    from strukturbild_plugin.gui.templates import new_document_choices as choices
    from strukturbild_plugin.gui.templates import template_import

    folder = tmp_path / "mallar"
    for room in (choices, template_import):
        monkeypatch.setattr(room, "own_templates_folder", lambda: folder)
    QgsSettings().remove("strukturbild")
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "sv")
    return folder


def new_dialog() -> Any:
    from strukturbild_plugin.gui.templates.new_document_choices import read_choices
    from strukturbild_plugin.gui.templates.new_document_dialog import NewDocumentDialog

    return NewDocumentDialog(read_choices(Silent()))


def names(dialog: Any) -> list[str]:
    return [dialog.templates.itemText(row) for row in range(dialog.templates.count())]


def test_own_templates_stand_under_their_organisation(own_folder: Path, tmp_path: Path) -> None:
    from strukturbild_plugin.gui.templates.new_document_choices import read_choices
    from strukturbild_plugin.gui.templates.new_document_dialog import NewDocumentDialog
    from strukturbild_plugin.gui.templates.template_import import bring_in

    read_before = read_choices(Silent())
    dialog = NewDocumentDialog(read_before)
    assert len(names(dialog)) == 7 and dialog.template.trouble.isHidden()
    came = bring_in(zipped(sound_parts(), tmp_path / "a.strukturmall"), dialog)
    dialog = NewDocumentDialog(read_before)
    assert names(dialog)[0] == "Programmets mallar" and names(dialog)[-2:] == ["Region Exempel", "Exempelmålbild"]
    assert dialog.templates.model().item(8).flags() == Qt.ItemFlag.NoItemFlags
    dialog.template.choose(str(came.path))
    assert dialog.template.sender.text() == "Region Exempel, version 1.0, CC0-1.0"
    wish = dialog.request()
    assert (wish.template_file, wish.lan, wish.mall) == (came.path, ("17",), "exempel_malbild")
    assert "rus_varmland" in wish.malsamlingar and dialog.create_button.isEnabled()

    newer = zipped(sound_parts("1.1"), tmp_path / "b.strukturmall")
    _, asked = answering("Behåll båda", lambda: bring_in(newer, dialog))
    assert "version 1.0" in asked and "version 1.1, som är nyare" in asked
    dialog._read_own()
    assert names(dialog)[-2:] == ["Exempelmålbild (version 1.1)", "Exempelmålbild (version 1.0)"]
    _, asked = answering("Ta bort", lambda: dialog._remove_template(dialog.template.own()))
    assert "påverkas inte" in asked and names(dialog)[-1] == "Exempelmålbild"
    dialog.deleteLater()


def test_what_is_wrong_with_templates_is_shown_and_not_hidden(own_folder: Path, tmp_path: Path) -> None:
    from strukturbild_plugin.gui.templates.template_import import bring_in

    own_folder.mkdir()
    (own_folder / "trasig.strukturmall").write_bytes(b"inte en zip")
    dialog = new_dialog()
    assert "En mall kan inte användas." in dialog.template.trouble.text() and len(names(dialog)) == 7
    _, told = answering("Stäng", dialog._tell_problems)
    assert "trasig.strukturmall" in told and "skadad" in told
    hostile = zipped({**sound_parts(), "kor.py": b""}, tmp_path / "elak.strukturmall")
    came, told = answering("Stäng", lambda: bring_in(hostile, dialog))
    assert came is None and "kan inte användas" in told and "kor.py" in told
    assert [path.name for path in own_folder.iterdir()] == ["trasig.strukturmall"]
    dialog.deleteLater()


def test_what_of_a_templates_logo_is_not_drawn_is_told_when_it_comes_in(own_folder: Path, tmp_path: Path) -> None:
    from strukturbild_plugin.gui.templates.template_import import bring_in

    dialog = new_dialog()
    logo = LOGO.replace(b"<path", b'<mask id="m"/><path')
    package = zipped({**sound_parts(), "logotyper/region-exempel.svg": logo}, tmp_path / "a.strukturmall")
    came, told = answering("Stäng", lambda: bring_in(package, dialog))
    assert came.path.is_file()
    assert told.startswith("Mallen är inlagd.\nLogotypen region-exempel.svg ritas utan mask. Gör om allt")
    dialog.deleteLater()


def test_saving_as_a_template_in_the_users_own_words(own_folder: Path, example_file: Path, tmp_path: Path) -> None:
    from strukturbild_plugin.gui.templates.template_export_dialog import TemplateExportDialog

    snapshot = read_snapshot(example_file)
    chain = chain_of(snapshot.head, snapshot.catalogue)
    dialog = TemplateExportDialog(snapshot, chain.steps, suggestion_for(snapshot.head, chain.template, own=False))
    dialog.organisation.setText("")
    assert not dialog.save.isEnabled() and "organisation" in dialog.missing.text()
    dialog.organisation.setText("Region Exempel")
    dialog.name.setText("Våra stråk")
    assert dialog.save.isEnabled()
    editor = dialog.steps
    rows = {editor.list.item(row).data(Qt.ItemDataRole.UserRole): row for row in range(editor.list.count())}
    editor.list.setCurrentRow(rows["noder"])
    editor.why.setPlainText("Här börjar vi med stationerna.")
    editor.questions.setPlainText("Bara en fråga?")
    assert not dialog.save.isEnabled() and "2 till 5 frågor" in dialog.missing.text()
    editor.questions.setPlainText("- Var stannar tåget?\n\n- Vem åker dit?")
    editor.move(-1)
    editor.list.item(rows["gron_bla"]).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.save.isEnabled(), dialog.missing.text()

    steps = fit_palettes(dialog.chosen_steps(), snapshot.catalogue)
    made = save_template(tmp_path / "a", snapshot, steps, dialog.request()).package.template
    assert (made.kod, made.namn.sv, made.namn.en) == ("exempel_vara_strak", "Våra stråk", "")
    kods = [step.kod for step in made.steg]
    assert "gron_bla" not in kods and kods.index("noder") == rows["noder"] - 1
    nodes = next(step for step in made.steg if step.kod == "noder")
    assert nodes.varfor.sv == "Här börjar vi med stationerna." and nodes.varfor.en == ""
    assert [one.sv for one in nodes.fragor] == ["Var stannar tåget?", "Vem åker dit?"]
    assert nodes.sa_gor_ni == next(step for step in chain.steps if step.kod == "noder").sa_gor_ni
    assert set(made.klasser) == {kod for step in made.steg for kod in step.klasser}, "ingen klass utan steg"
    dialog.deleteLater()


def test_the_menu_saves_and_puts_it_among_ones_own(
    own_folder: Path, example_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from strukturbild_plugin.gui import settings
    from strukturbild_plugin.gui.session.task_runner import TaskRunner
    from strukturbild_plugin.gui.templates import template_export as save_template
    from strukturbild_plugin.gui.templates.template_export_dialog import TemplateExportDialog

    told: list[str] = []

    class Dock:
        """As much of the dock as saving asks for."""

        def __init__(self) -> None:
            self.session = self.messages = self.files = self
            self.opened, self.snapshot = object(), read_snapshot(example_file)
            self.runner = TaskRunner(lambda error, details: told.append(f"{error} {details}"))
            self.forgotten = 0

        def well(self, sentence: str, *_: object) -> None:
            told.append(sentence)

        def forget_choices(self) -> None:
            self.forgotten += 1

        def window(self) -> None:
            return None

    settings.remember_organisation("Region Exempel")
    dock, path = Dock(), tmp_path / "vart.strukturmall"
    monkeypatch.setattr(save_template, "_ask_where", lambda _name, _window: path)
    monkeypatch.setattr(TemplateExportDialog, "exec", lambda _self: 1)
    save_template.save_as_template(dock)
    wait(lambda: dock.forgotten)
    assert told == [f"Mallen är sparad: {path}"] and path.is_file()
    assert len(read_library(own_folder).templates) == 1


def test_the_dock_shows_the_steps_that_the_strukturbild_carries(own_folder: Path, tmp_path: Path) -> None:
    from qgis.core import QgsProject
    from qgis.PyQt import sip
    from qgis.PyQt.QtWidgets import QMainWindow

    from strukturbild_plugin.gui.dock.dock_widget import StrukturbildDock

    parts = sound_parts()
    words = "Så här säger vi om det gröna hos oss."
    text = parts["mall.yaml"].decode()
    at = text.index("sv: Natur och vatten")
    parts["mall.yaml"] = (text[:at] + f"sv: {words}\n      en: " + text[text.index("Nature and water") :]).encode()
    package = zipped(parts, tmp_path / "a.strukturmall")
    path = create(tmp_path / "ny.gpkg", NewStrukturbild("Ny", ["17"], "", template_file=package))
    QgsProject.instance().clear()
    window = QMainWindow()
    dock = StrukturbildDock(FakeIface(window))
    try:
        dock.session.open(path)
        wait(lambda: dock.steps.tree.topLevelItemCount() > 0 and not dock.session.runner.busy)
        assert dock.steps.note.text() == ""
        dock.steps.go("gron_bla")
        assert "Så här säger vi om" in re.sub("<[^>]*>", "", dock.steps.why.text())
        dock.session.close()
    finally:
        dock.close_down()
        wait(lambda: not dock.session.runner.busy)
        QgsProject.instance().clear()
        sip.delete(window)
