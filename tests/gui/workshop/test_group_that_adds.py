"""A group that may add and nothing else: its own can be changed, what was there cannot, by our tools or QGIS's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsFeature

from strukturbild_plugin.drawing.edits.objects import delete_object, set_values
from strukturbild_plugin.gui.map_tools import delete_prompt
from strukturbild_plugin.store.gpkg.records import Head
from tests.gui.dock_helpers import texts, wait
from tests.gui.workshop.helpers import DockOn, Started, draw, named, names


@pytest.fixture(scope="module")
def one_that_adds(_made: Started, dock_on: DockOn) -> Iterator[Any]:
    with dock_on(_made[1][2]) as dock:
        yield dock


@pytest.fixture
def adds(one_that_adds: Any) -> Any:
    """The dock of a group that may add and nothing else, with nothing drawn and nothing said."""
    while one_that_adds.tools.edit_session.can_undo():
        one_that_adds.tools.undo()
    one_that_adds.session.iface.messageBar().clearWidgets()
    return one_that_adds


def test_a_group_that_adds_changes_its_own_and_nothing_else(adds: Any) -> None:
    before, session = names(adds), adds.tools.edit_session
    draw(adds, "Ny")
    assert adds.tools.do(lambda: set_values(session, named(adds, "Ny"), {"namn": "Nyare"}))
    said = "lägga till nytt"
    for act in (
        lambda: set_values(session, named(adds, "Karlstad"), {"namn": "Solstaden"}),
        lambda: delete_object(session, named(adds, "Kilen")),
    ):
        adds.session.iface.messageBar().clearWidgets()
        assert not adds.tools.do(act) and said in texts(adds)[-1]
        assert names(adds) == before | {"Nyare"} and session.undo_text() == "Ändra Ny"
    assert session.redo() == ""
    assert said in adds.drawing.rights.text() and adds.drawing.search.isVisibleTo(adds.drawing)
    assert adds.session.save()
    assert adds.tools.do(lambda: delete_object(session, named(adds, "Nyare"))), "sparat är det fortfarande eget"


def test_the_limits_are_seen_and_what_may_not_be_deleted_is_refused_before_anybody_is_asked(
    adds: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert adds.header.copied.toolTip().endswith(adds.drawing.rights.text())
    assert adds.header.copied.text() == "får bara lägga till"
    asked: list[str] = []
    monkeypatch.setattr(delete_prompt, "_sure", lambda _tools, name, _why: asked.append(name))
    for _time in range(3):
        assert not delete_prompt.ask_and_remove(adds.tools, [named(adds, "Karlstad"), named(adds, "Kilen")])
    assert asked == [] and "Karlstad" in names(adds)
    assert len([text for text in texts(adds) if "lägga till nytt" in text]) == 1, "en mening, inte en hög"
    draw(adds, "Ny")
    assert delete_prompt.ask_and_remove(adds.tools, [named(adds, "Ny")])


def test_qgis_own_tool_is_kept_to_it_too(adds: Any) -> None:
    layer = adds.tools.edit_session.layers["nod"]
    adds.tools.use_select_tool()
    there = next(one for one in layer.getFeatures() if one["namn"] == "Karlstad")
    layer.beginEditCommand("Attribut ändrat")
    layer.changeAttributeValue(there.id(), layer.fields().indexOf("namn"), "Solstaden")
    layer.endEditCommand()
    assert layer.getFeature(there.id())["namn"] == "Karlstad"
    assert any("lägga till nytt" in text for text in texts(adds))
    layer.beginEditCommand("Objekt tillagt")
    new = QgsFeature(there)
    new["namn"], new["fid"], new["objekt_id"] = "Klistrad", None, None
    assert layer.addFeature(new)
    layer.endEditCommand()
    assert "Klistrad" in names(adds)


def test_what_is_written_past_the_layers_is_kept_to_it_too(adds: Any) -> None:
    head: Head = adds.session.opened.head
    adds.head_edits.write("Titel", lambda db: db.set_head(head.__class__(**{**vars(head), "titel": "Annan"})))
    adds.head_edits.write("Anna är tillagd", lambda db: db.add_anchoring("Anna", "", None, "", ""), adds=True)
    wait(lambda: not adds.head_edits.busy and not adds.session.runner.busy)
    assert adds.session.opened.head.titel == head.titel
    assert [one.aktor for one in adds.session.snapshot.anchorings] == ["Anna"]
