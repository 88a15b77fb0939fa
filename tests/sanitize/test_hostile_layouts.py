"""Layouts that a stranger has made can read nothing, run nothing and fetch nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsExpressionContextUtils, QgsLayoutItemLabel, QgsLayoutItemPicture

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.custom_layouts.clean_layout import clean_layout
from strukturbild_plugin.export.custom_layouts.fill_layout import load_layout
from tests.export.custom_layouts.helpers import HOSTILE, saved_layout


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
    assert len(clean.removed_texts) == 4 and all(sentence.endswith(".") for sentence in clean.removed_texts)
    layout = load_layout(clean)
    texts = [item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
    assert "A  B  C 1 D " in texts and not any("hemlig" in text for text in texts)
    pictures = [item.picturePath() for item in layout.items() if isinstance(item, QgsLayoutItemPicture)]
    assert pictures == [""] and not layout.atlas().enabled()
