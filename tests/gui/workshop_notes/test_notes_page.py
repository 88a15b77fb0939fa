"""The list of comments: one long comment leaves room for the others, and nothing in it is taken for HTML."""

from __future__ import annotations

from qgis.core import QgsApplication

from strukturbild_plugin.gui.workshop_notes.notes_page import NoteLine, NotesPage


def test_a_long_comment_is_begun_and_told_whole_in_its_tool_tip(qgis_app: QgsApplication) -> None:
    page, long = NotesPage(), "Bussen <b>måste</b> gå oftare. " * 60
    page.show_lines([NoteLine("a", long), NoteLine("b", "Kort")], {}, "")
    first, second = (page.list.topLevelItem(place) for place in range(2))
    assert len(first.text(0)) <= 180 and first.text(0).endswith("…")
    assert "&lt;b&gt;" in first.toolTip(0) and len(first.toolTip(0)) > 900
    assert (second.text(0), second.toolTip(0)) == ("Kort", "")
    page.close()
