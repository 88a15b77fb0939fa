"""Lines that QGIS's own tools turn round or cut, and rows that are given another's values."""

from __future__ import annotations

from pathlib import Path

from strukturbild_plugin.drawing.edits.network import draw_corridor, move_node
from strukturbild_plugin.drawing.edits.objects import set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import lines_geometry
from strukturbild_plugin.drawing.session.edit_session import EditSession
from tests.drawing.helpers import STRAK, TOWNS, held, line_of, off
from tests.drawing.qgis_tool_helpers import ACROSS, NEW, by_qgis, the, whole_way


def of_layer(session: EditSession, code: str) -> list[str]:
    return [one.objekt_id for one in session.objects.all() if one.lager == code]


def turn_round(session: EditSession, code: str) -> str:
    """As QGIS's tool does; gives the line."""
    (line,) = of_layer(session, code)
    with by_qgis(session, code, "Reverse line") as layer:
        shape = lines_geometry([line_of(session, line)[::-1]])
        layer.changeGeometry(session.known(line).fid, shape)
    return line


def test_a_corridor_turned_round_names_its_nodes_and_its_ends_the_other_way(
    edit_session: EditSession, path: Path
) -> None:
    (line,) = of_layer(edit_session, "strak")
    set_values(edit_session, line, {"mot_slut": "Stockholm"})
    nodes, before = edit_session.known(line).noder, held(edit_session)
    turn_round(edit_session, "strak")
    row = edit_session.feature(line)
    assert edit_session.known(line).noder == nodes[::-1]
    assert row["mot_start"] == "Stockholm" and not row["mot_slut"]
    whole_way(edit_session, path, before)
    with by_qgis(edit_session, "strak") as layer:  # moved aside it says what it said
        shape = edit_session.feature(line).geometry()
        shape.translate(1_000, 0)
        layer.changeGeometry(edit_session.known(line).fid, shape)
    assert edit_session.known(line).noder == nodes[::-1] and edit_session.feature(line)["mot_start"] == "Stockholm"


def test_a_link_turned_round_goes_the_other_way_and_still_follows_its_nodes(
    edit_session: EditSession, path: Path
) -> None:
    (line,) = of_layer(edit_session, "samband")
    before, ends = held(edit_session), dict(edit_session.known(line).singles)
    turn_round(edit_session, "samband")
    now = edit_session.known(line).singles
    assert (now["fran_id"], now["till_id"]) == (ends["till_id"], ends["fran_id"])
    move_node(edit_session, ends["fran_id"], NEW)
    assert off(line_of(edit_session, line), NEW) < 1 and off(line_of(edit_session, line), TOWNS["Örebro"]) < 1
    edit_session.undo()
    whole_way(edit_session, path, before)


def test_the_parts_of_a_cut_line_go_on_only_at_the_ends_of_the_whole(edit_session: EditSession, path: Path) -> None:
    (line,) = of_layer(edit_session, "strak")
    set_values(edit_session, line, {"mot_start": "Oslo", "mot_slut": "Stockholm"})
    before = held(edit_session)
    with by_qgis(edit_session, "strak") as layer:
        layer.splitFeatures(ACROSS)
    said = sorted((str(row["mot_start"] or ""), str(row["mot_slut"] or "")) for row in layer.getFeatures())
    assert said == [("", "Stockholm"), ("Oslo", "")]
    whole_way(edit_session, path, before)


def give(session: EditSession, code: str, giver: str, taker: str) -> None:
    """As QGIS merges attributes: every value of one row, but for its fid."""
    values = session.feature(giver)
    with by_qgis(session, code, "Merged feature attributes") as layer:
        fid = session.known(taker).fid
        for at, name in enumerate(layer.fields().names()):
            if name != "fid":
                layer.changeAttributeValue(fid, at, values[name])


def test_an_object_given_anothers_values_is_still_itself(
    edit_session: EditSession, path: Path, said: list[str]
) -> None:
    giver, taker = the(edit_session, "Karlstad"), the(edit_session, "Örebro")
    set_values(edit_session, giver, {"ursprung_id": "annans", "niva": "regional", "version": 7})
    edit_session.author = "Berit"
    before, own = held(edit_session), edit_session.feature(taker)
    give(edit_session, "nod", giver, taker)
    now = edit_session.feature(taker)
    assert [now[name] for name in ("objekt_id", "skapad", "skapad_av", "ursprung_id", "version")] == [
        own[name] for name in ("objekt_id", "skapad", "skapad_av", "ursprung_id", "version")
    ]
    assert now["namn"] == "Karlstad" and now["niva"] == "regional", "det som går att ge har den fått"
    assert len(said) == 1 and "Objekt-id" in said[0]
    assert {one.lager for one in edit_session.objects.tied_to(taker)} == {"strak", "samband"}
    whole_way(edit_session, path, before)


def test_a_line_never_names_nodes_that_it_does_not_come_near(
    edit_session: EditSession, path: Path, said: list[str]
) -> None:
    (line,) = of_layer(edit_session, "strak")
    text, nodes = edit_session.feature(line)["noder"], edit_session.known(line).noder
    other = draw_corridor(edit_session, STRAK, [(120_000.0, 6_900_000.0), (140_000.0, 6_950_000.0)])

    def write(objekt_id: str, value: str | None) -> None:
        with by_qgis(edit_session, "strak") as layer:
            layer.changeAttributeValue(edit_session.known(objekt_id).fid, layer.fields().indexOf("noder"), value)

    for value in ("{borta}", None, text):  # what is missing is for the check; those it comes near it may name
        write(line, value)
    assert said == [] and edit_session.known(line).noder == nodes
    write(other, text)
    assert edit_session.known(other).noder == () and len(said) == 1 and "Noder" in said[0]
    before = held(edit_session)
    give(edit_session, "strak", line, other)
    assert edit_session.known(other).noder == () and "Noder" in said[1] and len(said) == 2
    whole_way(edit_session, path, before)
