"""A layout of the user's own is filled, told about and checked; a hostile one can read nothing and run nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsExpressionContextUtils, QgsLayoutItemLabel, QgsLayoutItemPicture

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.custom_layouts.fill_layout import load_layout
from strukturbild_plugin.export.custom_layouts.qpt_sanitizer import clean_layout
from strukturbild_plugin.export.edition.edition import EditionResult, ExportRequest, export
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.store.gpkg.records import Attachment
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.custom_layouts.helpers import HOSTILE, saved_layout
from tests.helpers import tool


def carried(example: Path, content: bytes) -> None:
    with writing(example) as db:
        db.put_attachment(Attachment("layout", "egen.qpt", content))


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


@pytest.mark.parametrize("how", HOSTILE)
def test_a_file_that_is_no_honest_layout_is_refused(how: str, qgis_app, tmp_path: Path):
    qpt = saved_layout(tmp_path).decode("utf-8")
    with pytest.raises(ExportError, match="Layouten"):
        clean_layout(HOSTILE[how](qpt).encode("utf-8"), "egen.qpt")


def test_nothing_in_a_layout_is_run_read_or_fetched(qgis_app, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("HEMLIGT", "hemligheten")
    QgsExpressionContextUtils.setGlobalVariable("lokal", "hemligheten")
    secret = tmp_path / "hemlig.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    qpt = saved_layout(tmp_path).decode("utf-8")
    expression = "<Option name='expression' value='env(\"HEMLIGT\")'/>"
    active = f'<Option type="Map"><Option name="active" value="true"/>{expression}'
    line = "A [% env('HEMLIGT') %] B [%@lokal%] C [% @layout_page %] D [% env('HEMLIGT')"
    web = '<LayoutItem type="65648" url="http://x.invalid/"/><LayoutMultiFrame type="65648" url="file:///etc/passwd"'
    evil = (
        qpt.replace("Regionens egen rad", line)
        .replace('htmlState="0"', 'htmlState="1"')
        .replace('file=""', f'file="{secret}"')
        .replace("</dataDefinedProperties>", f"{active}</Option></dataDefinedProperties>")
        .replace(
            "</Layout>",
            f'{web} html="&lt;script&gt;"/><Atlas coverageLayer="x" filenamePattern="HEMLIGT" enabled="1"/></Layout>',
        )
        .replace('class="SimpleFill"', 'class="SVGFill"', 1)
    )
    clean = clean_layout(evil.encode("utf-8"), "ond.qpt")
    for word in ("HEMLIGT", "passwd", "hemlig.svg", "x.invalid", "script&gt;", "SVGFill", "ataDefined", "Atlas"):
        assert word not in clean.xml, word
    assert len(clean.anmarkningar) == 4 and all(sentence.endswith(".") for sentence in clean.anmarkningar)
    layout = load_layout(clean)
    texts = [item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
    assert "A  B  C 1 D " in texts and not any("hemlig" in text for text in texts)
    pictures = [item.picturePath() for item in layout.items() if isinstance(item, QgsLayoutItemPicture)]
    assert pictures == [""] and not layout.atlas().enabled()


def test_a_title_is_never_taken_for_an_expression(filled: EditionResult):
    said = map_of(filled)
    assert "hemligheten" not in said and "HEMLIGT" in said
