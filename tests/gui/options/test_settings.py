"""The settings page: what is chosen is suggested where it belongs, nothing is kept until OK, all can be reset."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings


@pytest.fixture
def page(qgis_app: QgsApplication, base_data: Path):
    from strukturbild_plugin.gui.options.options_page import OptionsPage

    QgsSettings().remove("strukturbild")
    changed: list = []
    made = OptionsPage(None, lambda: changed.append(True))
    made.changed_times = changed
    yield made
    made.deleteLater()
    QgsSettings().remove("strukturbild")


def put(page, what: str, code: str) -> None:
    box = next(box for box, each in page._boxes if each == what)
    box.setCurrentIndex(box.findData(code))


def test_another_goal_library_takes_the_place_of_the_program_s(page, tmp_path: Path) -> None:
    from strukturbild_plugin import paths
    from strukturbild_plugin.gui.steps.goal_sets_form import library

    text = (paths.GOAL_SETS / "rus_gotland.yaml").read_text(encoding="utf-8")
    (tmp_path / "rus_vart.yaml").write_text(text.replace("kod: rus_gotland", "kod: rus_vart"), encoding="utf-8")
    page.goal_library.setText(str(tmp_path))
    page._show_goal_library_notice()
    assert page.goal_library_notice.text() == f"{tmp_path.name}, utan version: 1 samlingar."
    assert paths.goal_library() == paths.GOAL_SETS, "inget gäller före OK"
    page.apply()
    try:
        assert list(library()[0].trees) == ["rus_vart"] and paths.goal_library_codes() == ("rus_vart",)
        (tmp_path / "rus_vart.yaml").write_text("kod: [", encoding="utf-8")
        page._show_goal_library_notice()
        assert "rus_vart.yaml (rad 1): Texten går inte att läsa som YAML." in page.goal_library_notice.text()
    finally:
        page.goal_library.setText("")
        page.apply()
    assert "rus_gotland" in library()[0].trees and paths.goal_library() == paths.GOAL_SETS


def test_what_is_chosen_is_suggested_in_the_dialogs(page, tmp_path: Path) -> None:
    from strukturbild_plugin.feedback import Silent
    from strukturbild_plugin.gui import settings
    from strukturbild_plugin.gui.options.options_page import OptionsPage
    from strukturbild_plugin.gui.templates.new_document_choices import read_choices
    from strukturbild_plugin.gui.templates.new_document_dialog import NewDocumentDialog

    page.author.setText("Åsa Öberg")
    page.organisation.setText("Region Dalarna")
    page.folder.setText(str(tmp_path))
    page.regions.fill(page._region_lines, ["20"])
    put(page, settings.SYMBOLS, "workshop")
    put(page, settings.MAP_LANGUAGE, "en")
    put(page, settings.PAPER, "A4")
    page._ticks[0][0].setChecked(False)
    assert settings.author() == "" and settings.is_on(settings.LIVE_CHECKS), "inget sparas före OK"
    page.apply()
    assert page.changed_times == [True]
    dialog = NewDocumentDialog(read_choices(Silent()))
    wish = dialog.request()
    assert wish.lan == ("20",) and wish.organisation == "Region Dalarna"
    assert (wish.symboluppsattning, wish.sprak) == ("workshop", "en")
    assert dialog.path().parent == tmp_path
    dialog.deleteLater()
    again = OptionsPage()
    assert again.author.text() == "Åsa Öberg" and again.regions.ticked() == ("20",)
    assert not settings.is_on(settings.LIVE_CHECKS) and settings.chosen(settings.PAPER) == "A4"
    again.reset_all()
    assert settings.author() == "Åsa Öberg", "återställt först när OK trycks"
    again.apply()
    assert settings.author() == "" and settings.is_on(settings.LIVE_CHECKS)
    assert [settings.chosen(what) for what in settings.CHOICES] == [""] * len(settings.CHOICES)
    again.deleteLater()


def test_a_new_strukturbild_carries_the_profile_chosen(qgis_app: QgsApplication, tmp_path: Path) -> None:
    from strukturbild_plugin.errors import CatalogueError, StoreError
    from strukturbild_plugin.store.styling.custom_styles import add_profile
    from strukturbild_plugin.store.writing.transaction import reading
    from tests.store.helpers import new_file

    file, profile = new_file(tmp_path), tmp_path / "min.yaml"
    profile.write_text("namn: Region Prov\nord: {attribut: {planeringsprincip: Strategi}}\n", encoding="utf-8")
    assert add_profile(file, profile, instead=False) == ()
    profile.write_text("namn: En annan\n", encoding="utf-8")
    assert add_profile(file, profile, instead=False) == (), "mallens egen profil går före"
    with reading(file) as db:
        (carried,) = [one for one in db.attachments() if one.slag == "profil"]
        assert b"Region Prov" in carried.innehall and db.catalogue().attribut["planeringsprincip"].namn.sv == "Strategi"
    profile.write_text("namn: [", encoding="utf-8")
    with pytest.raises(CatalogueError):
        add_profile(file, profile)
    with pytest.raises(StoreError, match="borta"):
        add_profile(file, tmp_path / "borta.yaml")


def test_what_a_chosen_profile_can_not_give_is_told_on_the_page(page, tmp_path: Path) -> None:
    profile, logo = tmp_path / "region.yaml", tmp_path / "r.svg"
    profile.write_text("namn: R\nlogotyper: [r.svg]\n", encoding="utf-8")
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/>'
    told = []
    for inside in ("", '<filter id="f"/>', "<text>R</text>"):
        logo.write_text(f"{head}{inside}</svg>", encoding="utf-8")
        page.profile.setText(str(profile))
        page.profile.editingFinished.emit()
        told.append("" if page.profile_notice.isHidden() else page.profile_notice.text())
        page.profile.clear()
        assert page.profile_notice.isHidden()
    assert told[0] == "" and told[1].startswith("Logotypen r.svg ritas utan filter. Gör om allt i den till kurvor")
    assert "Logotypen r.svg kan inte användas." in told[2] and "texten som kurvor" in told[2]
