"""The plan standards in the export dialog: what is offered, what is said of it, and what reaches the delivery."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QLabel

from strukturbild_plugin import paths
from strukturbild_plugin.catalogue.plan_standard_files import load_plan_standards
from strukturbild_plugin.gui import settings
from strukturbild_plugin.gui.export_panel.export_dialog import ExportDialog
from strukturbild_plugin.gui.export_panel.plan_standard_box import PlanStandardBox, standard_of
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

SHIPPED = paths.PLAN_STANDARDS / "op_modell_2_x.yaml"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A QGIS profile of the test's own, with a folder for plan standards."""
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: f"{tmp_path}/"))
    monkeypatch.setattr(settings, "language", lambda: "sv")
    paths.own_plan_standards(tmp_path).mkdir(parents=True)
    return tmp_path


def test_a_new_file_in_the_profile_is_offered_and_a_faulty_one_is_named(
    qgis_app, example_file: Path, profile: Path
) -> None:
    folder, text = paths.own_plan_standards(profile), SHIPPED.read_text(encoding="utf-8")
    new = text.replace("kod: op_modell_2_x", "kod: lansord").replace("sv: Boverkets ÖP-modell 2.x", "sv: Länets ord")
    (folder / "lansord.yaml").write_text(new, encoding="utf-8")
    (folder / "trasig.yaml").write_text(text, encoding="utf-8")
    dialog = ExportDialog("Prov", profile, read_snapshot(example_file))
    box = dialog.choices.standards.box
    assert [box.itemText(place) for place in range(box.count())][:2] == [
        "Inga",
        "Boverkets förslag till föreskrifter om översiktsplan, remiss 2023",
    ]
    assert dialog.request().standard is None and box.findText("Länets ord") > 0
    labels = [label.text() for label in dialog.choices.standards.findChildren(QLabel)]
    assert any("trasig.yaml (rad" in text for text in labels)
    box.setCurrentIndex(box.findData("lansord"))
    chosen = dialog.request().standard
    assert chosen is not None and chosen.namn.sv == "Länets ord"
    assert "är vårt förslag" in dialog.choices.standards.about.text()


def test_what_the_strukturbild_names_is_chosen_from_the_start(qgis_app, example_file: Path) -> None:
    offered, head = load_plan_standards(), read_snapshot(example_file).head
    assert standard_of(head, offered) is None and standard_of(None, offered) is None
    assert PlanStandardBox(offered, None).standard() is None

    chosen = standard_of(replace(head, op_standard="ÖP-modell", op_version="1.0"), offered)
    assert PlanStandardBox(offered, chosen).standard() == offered.named("op_modell_1_0")
