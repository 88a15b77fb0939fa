"""Layouts that a stranger has made can read nothing, run nothing and fetch nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutItemLabel,
    QgsLayoutItemPicture,
    QgsLayoutItemPolygon,
    QgsLayoutItemPolyline,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QPolygonF
from qgis.PyQt.QtXml import QDomDocument

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.custom_layouts.clean_layout import clean_layout
from strukturbild_plugin.export.custom_layouts.fill_layout import load_layout
from tests.export.custom_layouts.helpers import HOSTILE, saved_layout
from tests.store.hostile_helpers import within_limits


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
    assert len(clean.removed_texts) == 5 and all(sentence.endswith(".") for sentence in clean.removed_texts)
    layout = load_layout(clean)
    texts = [item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
    assert "A  B  C 1 D " in texts and not any("hemlig" in text for text in texts)
    pictures = [item.picturePath() for item in layout.items() if isinstance(item, QgsLayoutItemPicture)]
    assert pictures == [""] and not layout.atlas().enabled()


UNDRAWABLE = {
    "toning": lambda qpt: qpt.replace('class="SimpleFill"', 'class="GradientFill"'),
    "inga symbollager": lambda qpt: re.sub("<layer .*?</layer>", "", qpt, flags=re.DOTALL),
    "annan sort": lambda qpt: qpt.replace('type="fill"', 'type="marker"'),
    "ingen sort": lambda qpt: qpt.replace('type="fill"', 'type="x"').replace('type="line"', ""),
    "fel symbollager": lambda qpt: qpt.replace('class="SimpleFill"', 'class="SimpleMarker"'),
}


@pytest.mark.parametrize("what", UNDRAWABLE)
def test_a_symbol_that_cannot_be_drawn_becomes_a_plain_one(qgis_app, tmp_path: Path, what: str) -> None:
    spoilt = tmp_path / "a.qpt"
    spoilt.write_text(UNDRAWABLE[what](with_shapes()), encoding="utf-8")
    said = within_limits(
        """
from strukturbild_plugin.export.custom_layouts.clean_layout import clean_layout
from strukturbild_plugin.export.custom_layouts.fill_layout import load_layout
from strukturbild_plugin.sanitize import qpt
clean = clean_layout(Path(sys.argv[1]).read_bytes(), "a.qpt")
assert any("enkla ytor" in each for each in clean.removed_texts), clean.removed_texts
again = qpt.clean(clean.xml.encode())
assert again.content.decode() == clean.xml and not again.removed
print(len(load_layout(clean).items()))
""",
        spoilt,
    )
    assert int(said) > 3


def with_shapes() -> str:
    """A layout with items that are drawn with symbols."""
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    shape = QPolygonF([QPointF(0, 0), QPointF(50, 0), QPointF(50, 50)])
    for item in (QgsLayoutItemShape(layout), QgsLayoutItemPolygon(shape, layout), QgsLayoutItemPolyline(shape, layout)):
        item.attemptSetSceneRect(QRectF(10, 10, 90, 40))
        layout.addLayoutItem(item)
    layout.addLayoutItem(QgsLayoutItemScaleBar(layout))
    document = QDomDocument()
    document.appendChild(layout.writeXml(document, QgsReadWriteContext()))
    return document.toString()


def test_the_arrows_of_qgis_itself_are_kept_and_others_are_not(qgis_app, tmp_path: Path) -> None:
    qpt = saved_layout(tmp_path).decode("utf-8")
    for name, count in (
        ("arrows/NorthArrow_02.svg", 0),
        (":/images/north_arrows/layout_default_north_arrow.svg", 0),
        (":/images/../north_arrows/a.svg", 1),
        ("arrows/../a.svg", 1),
    ):
        clean = clean_layout(qpt.replace('file=""', f'file="{name}"').encode(), "pil.qpt")
        assert (f'file="{name}"' in clean.xml) is not bool(count) and len(clean.removed_texts) == count


def test_texts_in_texts_are_taken_out_in_one_pass(qgis_app, tmp_path: Path) -> None:
    qpt = saved_layout(tmp_path).decode("utf-8")
    line = "[" * 100_000 + "[% x %]" + "% x %]" * 100_000
    clean = clean_layout(qpt.replace("Regionens egen rad", line).encode(), "djup.qpt")
    assert "x %]" not in clean.xml
