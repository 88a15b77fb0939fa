"""A layout of one's own is used for the kind of sheet that its name begins with."""

from __future__ import annotations

from pathlib import Path

from strukturbild_plugin.export.custom_layouts.choose_layout import chosen_layouts, layout_kind, name_for_kind
from strukturbild_plugin.export.custom_layouts.save_as_layout import layout_file
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.sheets.make_sheet import make_sheet
from strukturbild_plugin.store.gpkg.records import Attachment
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.custom_layouts.helpers import saved_layout
from tests.export.sheets.helpers import stamp_of
from tests.helpers import tool


def test_a_name_says_which_kind_a_layout_is_for(qgis_app, tmp_path: Path) -> None:
    named = {
        "Vår.qpt": "karta", "karta.qpt": "karta", "karta-mal.qpt": "karta-mal", "Karta-mal Vår.qpt": "karta-mal",
        "karta-malmö.qpt": "karta", "arbetsblad A1.qpt": "arbetsblad", "atlas-mal.qpt": "karta",
    }  # fmt: skip
    assert {name: layout_kind(name) for name in named} == named
    assert name_for_kind("Vår", "karta") == "Vår" and name_for_kind("Vår", "karta-mal") == "karta-mal Vår"
    assert name_for_kind("karta-mal Vår", "karta-mal") == "karta-mal Vår"
    content = saved_layout(tmp_path)
    carried = [Attachment("layout", name, content) for name in ("B.qpt", "A.qpt", "karta-mal.qpt")]
    assert {kind: one.name for kind, one in chosen_layouts("", carried).items()} == {
        "karta": "A.qpt",
        "karta-mal": "karta-mal.qpt",
    }
    assert {kind: one.name for kind, one in chosen_layouts("B", carried).items()}["karta"] == "B.qpt"
    assert chosen_layouts("-", carried) == {}


def test_goals_and_worksheets_are_printed_in_layouts_of_their_own(example_file: Path, qgis_app, tmp_path: Path) -> None:
    snapshot = read_snapshot(example_file)
    picture = next(objekt.bild_id for objekt in snapshot.objects if objekt.wkb)
    with writing(example_file) as db:
        for kind in ("karta-mal", "arbetsblad"):
            made = make_sheet(snapshot, picture, stamp_of(snapshot), "A3", kind)
            db.set_attachment(Attachment("layout", f"{kind} Vår.qpt", layout_file(made.layout, "Vår")))
    wish = ExportRequest(tmp_path / "ut", formats=("karta",), kinds=("karta-mal", "arbetsblad"))
    files = {file.name: file for file in export(example_file, wish).files.values() if file.suffix == ".pdf"}
    said = {}
    for name, file in files.items():
        said[name] = tool("pdftotext", "-layout", file, "-")
    (goals,) = (text for name, text in said.items() if "karta-mal-" in name and name.endswith("-egen.pdf"))
    (blank,) = (text for name, text in said.items() if "arbetsblad-" in name and name.endswith("-egen.pdf"))
    (plain,) = (text for name, text in said.items() if name.endswith("-a3.pdf"))
    assert "Stärka konkurrenskraften" in goals and "Karlstad" in goals
    assert "Anteckningar" in blank and "Anteckningar" not in plain and "Landsbygdsnod" in blank
