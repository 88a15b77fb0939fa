"""The program's own sheet becomes a layout of one's own that is filled again like any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsLayoutItem, QgsLayoutItemLabel, QgsLayoutItemMap, QgsLayoutPoint

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.custom_layouts.clean_layout import clean_layout
from strukturbild_plugin.export.custom_layouts.fill_layout import KNOWN_IDS, load_layout
from strukturbild_plugin.export.custom_layouts.save_as_layout import layout_file
from strukturbild_plugin.export.edition.edition import ExportRequest, export, next_edition
from strukturbild_plugin.export.sheets.make_sheet import make_sheet
from strukturbild_plugin.export.stamp import EditionStamp
from strukturbild_plugin.store.gpkg.records import Attachment
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing


def test_a_sheet_changed_by_hand_is_kept_and_filled_again(example_file: Path, qgis_app, tmp_path: Path):
    snapshot = read_snapshot(example_file)
    edition, _new = next_edition(snapshot)
    stamp = EditionStamp(9, "2020-01-01", "utkast", "Utkast", edition.fingeravtryck)
    picture = next(objekt.bild_id for objekt in snapshot.objects if objekt.wkb)
    layout = make_sheet(snapshot, picture, stamp).layout
    titel = next(item for item in layout.items() if isinstance(item, QgsLayoutItemLabel) and item.id() == "titel")
    titel.attemptMove(QgsLayoutPoint(titel.pagePos().x(), 60))
    before = len(layout.items())
    content = layout_file(layout, "Vår")
    assert len(layout.items()) == before, "det som är öppet ändras inte"
    kept = load_layout(clean_layout(content, "var.qpt"))
    ids = [item.id() for item in kept.items() if isinstance(item, QgsLayoutItem) and item.id()]
    assert {"karta", "titel", "utgava", "kallor", "teckenforklaring", "mal", "skalstock", "norrpil"} <= set(ids)
    assert len([name for name in ids if name != "linje"]) == len(set(ids) - {"linje"}), "var sak en gång"
    assert len(kept.items()) < before / 4 and b"teckenforklaring nod" not in content
    moved = next(item for item in kept.items() if isinstance(item, QgsLayoutItem) and item.id() == "titel")
    assert abs(moved.pagePos().y() - 60) < 0.01
    assert all(name in KNOWN_IDS or name in ("linje", "underrad", "principbild") for name in ids), ids

    with writing(example_file) as db:
        db.set_attachment(Attachment("layout", "Vår.qpt", content))
    result = export(example_file, ExportRequest(tmp_path / "ut", formats=("karta",)))
    assert any(file.name.endswith("-egen.pdf") for file in result.files.values())

    for item in [one for one in layout.items() if isinstance(one, QgsLayoutItemMap)]:
        item.setId("annat")
    with pytest.raises(ExportError, match="karta"):
        layout_file(layout, "Vår")
