"""The form of an object offers what fits it, and keeps what somebody has written that does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsGeometry

from strukturbild_plugin.drawing.edits.objects import NewObject, add_object, set_values
from tests.gui.tool_helpers import open_tool_controller, set_draw_mode

LINE = "LineString(450000 6580000, 460000 6590000)"


@pytest.fixture
def tools(qgis_app: QgsApplication, example_file: Path, tmp_path: Path) -> Iterator[Any]:
    """A tool controller over the worked example, without the dock."""
    with open_tool_controller(example_file, tmp_path) as made:
        yield made


@pytest.fixture
def page(tools: Any) -> Iterator[Any]:
    from strukturbild_plugin.gui.object_panel.object_page import ObjectPage
    from strukturbild_plugin.gui.session.head_edits import HeadEdits
    from strukturbild_plugin.gui.session.session import Session

    session = Session(tools.iface)
    made = ObjectPage(tools, HeadEdits(session))
    yield made
    made.deleteLater()
    session.deleteLater()


def drawn(tools: Any, klass: str, wkt: str = LINE, **values: object) -> str:
    return add_object(
        tools.edit_session, NewObject(klass, bild_id=tools.picture), QgsGeometry.fromWkt(wkt), "Prov", values
    )


def offered(field: Any) -> list[str]:
    return [field.itemData(row) for row in range(field.count()) if field.itemData(row)]


def cell(tools: Any, objekt_id: str, column: str) -> Any:
    return tools.edit_session.feature(objekt_id)[column] or ""


def test_only_a_weak_green_link_is_offered_a_class_and_loses_it_with_its_weakness_in_one_step(
    tools: Any, page: Any
) -> None:
    objekt_id = drawn(tools, "gron_samband")
    page.show_object(objekt_id)
    level, subtype = page.form.fields["niva"], page.form.fields["undertyp"]
    assert cell(tools, objekt_id, "niva") == "" and offered(level) == [] and level.isHidden()
    subtype.written.emit("svagt_samband")
    assert offered(level) == ["klass_1", "klass_2", "klass_3"] and not level.isHidden()
    level.written.emit("klass_2")
    assert cell(tools, objekt_id, "niva") == "klass_2"
    subtype.written.emit("samband")
    assert (cell(tools, objekt_id, "niva"), cell(tools, objekt_id, "undertyp")) == ("", "samband")
    tools.undo()
    assert (cell(tools, objekt_id, "niva"), cell(tools, objekt_id, "undertyp")) == ("klass_2", "svagt_samband")


def test_a_level_from_before_that_does_not_fit_is_shown_by_its_name(tools: Any, page: Any) -> None:
    objekt_id = drawn(tools, "gron_samband", undertyp="samband", niva="klass_1")
    page.show_object(objekt_id)
    level = page.form.fields["niva"]
    assert offered(level) == ["klass_1"] and level.currentText() in ("Klass 1", "Class 1") and not level.isHidden()


def test_a_corridor_has_no_roles_to_choose_and_one_that_has_a_role_can_lose_it(tools: Any, page: Any) -> None:
    plain = drawn(tools, "strak")
    page.show_object(plain)
    assert "roll" not in page.form.fields
    odd = drawn(tools, "strak")
    set_values(tools.edit_session, odd, {"roll": ("flygplats",)})
    page.show_object(odd)
    assert list(page.form.fields["roll"].ticks) == ["flygplats"]
    page.form.fields["roll"].written.emit(())
    assert cell(tools, odd, "roll") == ""
    node = drawn(tools, "bytespunkt", "Point(450000 6580000)")
    page.show_object(node)
    assert list(page.form.fields["roll"].ticks) == ["hamn", "flygplats", "gron_station"]


def test_the_pen_asks_which_green_link_it_draws(tools: Any) -> None:
    from strukturbild_plugin.gui.palette.new_object_form import NewObjectForm

    form = NewObjectForm(tools)
    set_draw_mode(tools, "gron_samband", "linje")
    assert form.level.count() == 4 and form.kinds[0] == ("", "samband")
    assert tools.add(QgsGeometry.fromWkt(LINE), "Ett")
    form.level.setCurrentIndex(2)
    form.level.activated.emit(2)
    assert tools.add(QgsGeometry.fromWkt(LINE), "Två")
    found = {
        one.namn: (cell(tools, one.objekt_id, "niva"), cell(tools, one.objekt_id, "undertyp"))
        for one in tools.edit_session.objects.all()
    }
    assert (found["Ett"], found["Två"]) == (("", "samband"), ("klass_2", "svagt_samband"))
    set_draw_mode(tools, "strak", "linje")
    assert form.kinds[0] == ("storregional", "") and tools.draw_mode.undertyp == ""
    form.deleteLater()


def test_a_supply_network_is_drawn_from_node_to_node_and_is_no_corridor_among_others(tools: Any, page: Any) -> None:
    from strukturbild_plugin.drawing.edits.network import draw_corridor

    nodes = [one.objekt_id for one in tools.edit_session.objects.all() if one.lager == "nod"][:2]
    set_draw_mode(tools, "forsorjningsnat", "linje")
    made = draw_corridor(tools.edit_session, tools.prefill(), nodes)
    assert cell(tools, made, "klass") == "forsorjningsnat" and cell(tools, made, "niva") == "regional"
    page.show_object(made)
    assert offered(page.form.fields["undertyp"]) == ["elnat", "digitalt_nat", "gas", "varme"]
    assert "roll" not in page.form.fields and "infrastruktur" not in page.form.fields
