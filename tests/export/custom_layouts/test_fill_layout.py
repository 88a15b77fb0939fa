"""A layout of the user's own is filled, told about and checked; a hostile one can read nothing and run nothing."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.custom_layouts.clean_layout import clean_layout
from strukturbild_plugin.export.custom_layouts.fill_layout import make_own_sheet
from strukturbild_plugin.export.custom_layouts.save_as_layout import layout_file
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


def test_what_a_sheet_may_not_lack_is_told(example_file: Path, qgis_app, tmp_path: Path):
    carried(example_file, saved_layout(tmp_path, without=("utgava", "kallor")))
    with pytest.raises(ExportError, match=re.escape("”utgava”, ”kallor”")) as refused:
        export(example_file, ExportRequest(tmp_path / "ut", formats=("karta",)))
    assert str(refused.value) in [one.mening for one in check(read_snapshot(example_file))], "the check says it first"
    with pytest.raises(ExportError, match="finns inte"):
        export(example_file, ExportRequest(tmp_path / "ut", layout="borta.qpt"))
    assert not (tmp_path / "ut").exists()


def test_what_has_no_room_in_a_layout_is_shown_in_the_programs_own_and_told(example_file: Path, qgis_app, tmp_path):
    wish = ExportRequest(tmp_path / "ut", formats=("karta", "svg"))
    for content, word in (
        (saved_layout(tmp_path, boxes={"teckenforklaring": (210, 52, 40, 12)}), "teckenforklaring"),
        (saved_layout(tmp_path, boxes={"titel": (10, 8, 60, 3)}), "får inte plats i sin ruta ”titel”"),
        (saved_layout(tmp_path, boxes={"kallor": (280, 196, 180, 10)}), "utanför sidan"),
    ):
        carried(example_file, content)
        made = export(example_file, wish)
        assert any("-a3.pdf" in file.name for file in made.files.values()), "programmets eget blad"
        assert word in made.message and "gjordes med programmets egen layout" in made.message
        assert "Regionens egen rad" not in map_of(made) and "Nobelbanestråket" in map_of(made)


def test_a_layout_with_too_little_room_opens_so_that_one_can_make_room(
    _example_made_once: Path, qgis_app, tmp_path: Path
):
    snapshot = read_snapshot(_example_made_once)
    stamp = stamp_of(next_edition(snapshot)[0], snapshot)
    small = clean_layout(saved_layout(tmp_path, boxes={"teckenforklaring": (210, 52, 40, 12)}), "egen.qpt")
    opened = make_own_sheet(snapshot, snapshot.pictures[0].bild_id, stamp, small, overfull=True).sheet.layout
    content = layout_file(opened, "egen.qpt")
    assert content.count(b'id="teckenforklaring"') == content.count(b'id="skalstock"') == 1, "var sak en gång"
    mended = clean_layout(content, "egen.qpt")
    assert make_own_sheet(snapshot, snapshot.pictures[0].bild_id, stamp, mended).sheet.facts.legend


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
