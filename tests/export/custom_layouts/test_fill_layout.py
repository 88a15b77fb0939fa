"""A layout of the user's own is filled, told about and checked; a hostile one can read nothing and run nothing."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.custom_layouts.clean_layout import clean_layout
from strukturbild_plugin.export.custom_layouts.fill_layout import make_own_sheet
from strukturbild_plugin.export.delivery.provenance import stamp_of
from strukturbild_plugin.export.edition.edition import EditionResult, ExportRequest, export, next_edition
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.store.gpkg.records import Attachment, ObjectRecord
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.custom_layouts.helpers import saved_layout
from tests.helpers import tool
from tests.store.helpers import square


def carried(example: Path, content: bytes) -> None:
    with writing(example) as db:
        db.set_attachment(Attachment("layout", "egen.qpt", content))


@pytest.fixture(scope="module")
def filled(_example_made_once: Path, qgis_app, tmp_path_factory: pytest.TempPathFactory) -> EditionResult:
    """An edition in a layout that is carried along, with a description that looks like an expression."""
    folder = tmp_path_factory.mktemp("egen")
    source = Path(shutil.copy(_example_made_once, folder))
    carried(source, saved_layout(folder))
    with writing(source) as db:
        db.connection.execute("UPDATE strukturbild SET beskrivning = 'Se [% env(''HEMLIGT'') %] här'")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEMLIGT", "hemligheten")
        return export(source, ExportRequest(folder / "ut", formats=("karta", "svg"), papers=("A4",)))


def map_of(result: EditionResult) -> str:
    (pdf,) = (file for file in result.files.values() if file.suffix == ".pdf")
    return tool("pdftotext", "-layout", pdf, "-")


def test_the_layout_that_is_carried_along_is_filled_and_checked(filled: EditionResult):
    said = map_of(filled)
    for words in ("Nobelbanestråket", "Karlstad", "Regional nod", "Regionens egen rad", "Utgåva 1", "GeoNames", "km"):
        assert words in said, words
    assert "[titel]" not in said
    assert "visar inte: ”" not in filled.message and "mal" in filled.message, "det som saknas sägs"
    assert verify(filled.folder.parent).status == "same"


def test_the_carried_layout_can_be_left_out_and_another_one_named(example_file: Path, qgis_app, tmp_path: Path):
    carried(example_file, saved_layout(tmp_path))
    plain = export(example_file, ExportRequest(tmp_path / "ut2", formats=("karta",), layout="-"))
    assert any("-a3.pdf" in file.name for file in plain.files.values())
    named = export(example_file, ExportRequest(tmp_path / "ut3", formats=("karta",), layout=str(tmp_path / "egen.qpt")))
    assert any("-egen.pdf" in file.name for file in named.files.values())


def test_what_a_sheet_may_not_lack_and_what_has_no_room_is_told(example_file: Path, qgis_app, tmp_path: Path):
    wish = ExportRequest(tmp_path / "ut", formats=("karta",))
    for content, word in (
        (saved_layout(tmp_path, without=("utgava", "kallor")), "”utgava”, ”kallor”"),
        (saved_layout(tmp_path, boxes={"teckenforklaring": (210, 52, 40, 12)}), "teckenforklaring"),
        (saved_layout(tmp_path, boxes={"titel": (10, 8, 60, 3)}), "får inte plats i sin ruta ”titel”"),
        (saved_layout(tmp_path, boxes={"kallor": (280, 196, 180, 10)}), "utanför sidan"),
    ):
        carried(example_file, content)
        with pytest.raises(ExportError, match=re.escape(word)):
            export(example_file, wish)
    with pytest.raises(ExportError, match="finns inte"):
        export(example_file, ExportRequest(tmp_path / "ut", layout="borta.qpt"))
    assert not (tmp_path / "ut").exists()


def test_a_title_is_never_taken_for_an_expression(filled: EditionResult):
    said = map_of(filled)
    assert "hemligheten" not in said and "HEMLIGT" in said


def test_what_lies_outside_the_map_is_not_explained(_example_made_once: Path, qgis_app, tmp_path: Path):
    snapshot, clean = read_snapshot(_example_made_once), clean_layout(saved_layout(tmp_path), "egen.qpt")
    stamp = stamp_of(next_edition(snapshot)[0], snapshot)

    def legend(*more: ObjectRecord) -> tuple[str, ...]:
        drawn = replace(snapshot, objects=(*others, *more))
        return make_own_sheet(drawn, snapshot.pictures[0].bild_id, stamp, clean).sheet.facts.legend

    border = next(one for one in snapshot.objects if one.klass == "gransbygd")
    others = tuple(one for one in snapshot.objects if one.klass != "gransbygd")
    far = replace(border, wkb=square(400_000, 6_150_000, 20_000))
    assert len(legend(border)) > len(legend()) and legend(far) == legend()
