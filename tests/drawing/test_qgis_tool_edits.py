"""What QGIS's own tools do to our layers: a right state at once, in one undo step, through saves."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayerUtils
from qgis.gui import QgsGui

from strukturbild_plugin.compat import text_field
from strukturbild_plugin.drawing.edits.goal_links import add_goal_link, goal_links_of, remove_goal_link
from strukturbild_plugin.drawing.edits.objects import set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_session import GOAL_LINKS, HEAD, EditSession
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.open_check import check_file
from tests.drawing.helpers import TOWNS, desk_on, held, line_of, off, places_of
from tests.drawing.qgis_tool_helpers import ACROSS, NEW, by_qgis, links, rows_but_who, the, whole_way

pytestmark = pytest.mark.usefixtures("qgis_app")


def test_a_deleted_node_lets_go_of_lines_and_goals_and_comes_back_with_them(
    edit_session: EditSession, path: Path
) -> None:
    node = the(edit_session, "Örebro")
    before = held(edit_session)
    with by_qgis(edit_session, "nod") as layer:
        layer.deleteFeatures([edit_session.known(node).fid])
    assert not links(edit_session, node) and not edit_session.objects.tied_to(node)
    whole_way(edit_session, path, before)


def test_what_only_the_file_knows_of_a_deleted_object_comes_back_when_its_undoing_is_saved(
    edit_session: EditSession, path: Path
) -> None:
    node = the(edit_session, "Örebro")
    tables = {"rost": "objekt_id, rost_id", "etikettplats": "objekt_id, bild_id, papper, x, y"}
    with contextlib.closing(connect(path)) as database:
        database.execute("INSERT INTO rost (rost_id, objekt_id) VALUES ('r', ?)", (node,))
        place = "INSERT INTO etikettplats (bild_id, objekt_id, papper, x, y) VALUES ('b', ?, 'A3', 1, 2)"
        database.execute(place, (node,))

    def there() -> list[list[tuple[object, ...]]]:
        with contextlib.closing(connect(path)) as database:
            return [database.execute(f"SELECT {columns} FROM {table}").fetchall() for table, columns in tables.items()]

    held = there()
    assert all(held)
    for save in (edit_session.save, lambda: [layer.commitChanges(False) for layer in edit_session.layers.values()]):
        with by_qgis(edit_session, "nod") as layer:
            layer.deleteFeatures([edit_session.known(node).fid])
        save()
        assert there() == [[], []]
        edit_session.undo()
        save()
        assert there() == held and links(edit_session, node) == 2


def test_what_was_taken_away_from_an_object_since_does_not_come_back_with_it(
    edit_session: EditSession, path: Path
) -> None:
    node = the(edit_session, "Örebro")

    def places(statement: str) -> list[tuple[object, ...]]:
        with contextlib.closing(connect(path)) as database:
            return database.execute(statement, (node,)).fetchall()

    def delete_and_undo() -> None:
        with by_qgis(edit_session, "nod") as layer:
            layer.deleteFeatures([edit_session.known(node).fid])
        edit_session.save()
        edit_session.undo()
        edit_session.save()

    there = "SELECT papper FROM etikettplats WHERE objekt_id = ?"
    places("INSERT INTO etikettplats (bild_id, objekt_id, papper, x, y) VALUES ('b', ?, 'A3', 1, 2)")
    delete_and_undo()
    assert places(there) == [("A3",)]
    places("DELETE FROM etikettplats WHERE objekt_id = ?")
    delete_and_undo()
    assert places(there) == []


def test_the_files_own_taking_is_undone_also_when_nobody_follows_the_layers(path: Path) -> None:
    with contextlib.closing(desk_on(path)) as session:
        node, links_there = the(session, "Örebro"), len(read_snapshot(path).links)
        fid, layer = session.known(node).fid, session.layers["nod"]
        session._history.close()
        layer.startEditing()
        layer.deleteFeature(fid)
        layer.commitChanges(False)
        assert len(read_snapshot(path).links) == links_there - 2
        layer.undoStack().undo()
        layer.commitChanges(False)
        assert len(read_snapshot(path).links) == links_there


@pytest.mark.parametrize("times", [1, 2])
def test_what_is_pasted_has_an_identity_of_its_own_and_the_goals_of_what_was_copied(
    edit_session: EditSession, path: Path, said: list[str], times: int
) -> None:
    before, known = held(edit_session), {one.objekt_id for one in edit_session.objects.all()}
    with by_qgis(edit_session, "nod") as layer:
        rows = [feature for feature in layer.getFeatures() for _ in range(times)]
        for row in rows:
            row["fid"] = NULL
        layer.addFeatures(rows)
    new = [one for one in edit_session.objects.all() if one.objekt_id not in known]
    assert len(new) == 3 * times and {one.namn for one in new} == set(TOWNS)
    assert all(links(edit_session, one.objekt_id) == 2 for one in new)
    assert said == ["Det inklistrade fick samma målkopplingar som originalet."]
    assert all(edit_session.feature(one.objekt_id)["skapad_av"] == "Åsa" for one in new)
    whole_way(edit_session, path, before)


def test_nothing_is_said_of_goals_that_the_copied_never_had(edit_session: EditSession, said: list[str]) -> None:
    unlinked = the(edit_session, next(iter(TOWNS)))
    for goal in goal_links_of(edit_session, unlinked):
        remove_goal_link(edit_session, goal)
    with by_qgis(edit_session, "nod") as layer:
        row = edit_session.feature(unlinked)
        row["fid"] = NULL
        layer.addFeatures([row])
    assert said == []


def test_nothing_is_said_of_goals_when_qgis_names_the_copy_anew_and_there_were_none(
    edit_session: EditSession, said: list[str]
) -> None:
    node = the(edit_session, "Örebro")
    for tied, count in ((True, 1), (False, 1)):
        feature = QgsFeature(edit_session.feature(node))
        feature["objekt_id"] = f"{tied}"  # as its default value does, for a column that must be unique
        if not tied:
            for link in goal_links_of(edit_session, node):
                remove_goal_link(edit_session, link)
        with by_qgis(edit_session, "nod") as layer:
            layer.addFeature(feature)
        assert sum("målkopplingar" in text for text in said) == count
        assert links(edit_session, f"{tied}") == (2 if tied else 0)
        edit_session.undo()


def test_goals_are_not_guessed_when_several_are_alike(edit_session: EditSession, said: list[str]) -> None:
    for name in ("Karlstad", "Örebro"):
        set_values(edit_session, the(edit_session, name), {"namn": "Tvillingen"})
    row = QgsFeature(edit_session.feature(the(edit_session, "Tvillingen")))
    row["objekt_id"] = "ny"
    with by_qgis(edit_session, "nod") as layer:
        layer.addFeature(row)
    assert links(edit_session, "ny") == 0 and "utan målkopplingar" in said[0]


def test_a_copied_line_lets_go_of_the_nodes_it_does_not_reach(edit_session: EditSession) -> None:
    with by_qgis(edit_session, "strak") as layer:
        row = next(layer.getFeatures())
        row["fid"] = NULL
        geometry = row.geometry()
        geometry.translate(0, 100_000)
        row.setGeometry(geometry)
        layer.addFeature(row)
    chains = sorted(len(one.noder) for one in edit_session.objects.all() if one.lager == "strak")
    assert chains == [0, 3]


def test_a_row_without_anything_gets_what_the_file_wants(edit_session: EditSession, path: Path) -> None:
    before = held(edit_session)
    with by_qgis(edit_session, "nod") as layer:
        empty = QgsFeature(layer.fields())
        empty.setGeometry(points_geometry([NEW]))
        layer.addFeature(empty)
    (new,) = [one for one in edit_session.objects.all() if not one.namn and one.lager == "nod"]
    assert new.klass == "nod" and new.bild_id and edit_session.feature(new.objekt_id)["niva"]
    whole_way(edit_session, path, before)


def test_a_row_from_another_strukturbild_is_put_in_a_picture_that_is_here(
    edit_session: EditSession, path: Path, said: list[str]
) -> None:
    with by_qgis(edit_session, "nod") as layer:
        row = QgsVectorLayerUtils.createFeature(layer, points_geometry([NEW]))
        for column, value in {"objekt_id": "deras", "bild_id": "deras bild", "klass": "nod", "namn": "Deras"}.items():
            row[column] = value
        layer.addFeature(row)
    assert edit_session.known("deras").bild_id in {picture.bild_id for picture in read_snapshot(path).pictures}
    assert len(said) == 1 and "bild" in said[0]


def test_the_parts_of_a_split_line_share_goals_and_each_keeps_the_nodes_it_reaches(
    edit_session: EditSession, path: Path
) -> None:
    before = held(edit_session)
    with by_qgis(edit_session, "strak") as layer:
        layer.splitFeatures(ACROSS)
    halves = [one for one in edit_session.objects.all() if one.lager == "strak"]
    assert len(halves) == 2 and sorted(len(one.noder) for one in halves) == [1, 2]
    assert [links(edit_session, one.objekt_id) for one in halves] == [2, 2]
    whole_way(edit_session, path, before)


def test_what_is_merged_has_the_goals_nodes_and_lines_of_all(edit_session: EditSession, path: Path) -> None:
    """As QGIS merges: all but one deleted, and that one, or a new row, given the shape of all."""
    for anew in (False, True):
        ids, before = [the(edit_session, name) for name in ("Karlstad", "Örebro")], held(edit_session)
        last = read_snapshot(path).goals[-1].mal_id
        add_goal_link(edit_session, ids[1], last)
        edit_session.save()
        with by_qgis(edit_session, "nod") as layer:
            shape = points_geometry([spot for one in ids for spot in places_of(edit_session, one)])
            kept = edit_session.feature(ids[0])
            layer.deleteFeatures([edit_session.known(one).fid for one in (ids if anew else ids[1:])])
            if anew:
                kept["fid"] = NULL
                kept.setGeometry(shape)
                layer.addFeature(kept)
            else:
                layer.changeGeometry(kept.id(), shape)
        assert edit_session.objects.get(ids[1]) is None and links(edit_session, ids[0]) == 3
        tied = {one.lager for one in edit_session.objects.tied_to(ids[0])}
        assert tied == {"strak", "samband"} and not edit_session.objects.tied_to(ids[1])
        edit_session.save()
        assert len([link for link in read_snapshot(path).links if link.objekt_id == ids[0]]) == 3
        edit_session.undo()
        edit_session.undo()
        assert held(edit_session) == before
        edit_session.save()
        assert {link.objekt_id for link in read_snapshot(path).links} >= set(ids)


def test_what_qgis_merges_into_a_row_that_is_not_there_is_one_object_and_not_none(
    edit_session: EditSession, path: Path
) -> None:
    """As its dialog does where the form hides the row number: all are deleted, and row 0 is given shape and values."""
    ids, before = [the(edit_session, name) for name in ("Karlstad", "Örebro")], held(edit_session)
    shape = points_geometry([spot for one in ids for spot in places_of(edit_session, one)])
    kept = edit_session.feature(ids[0])
    with by_qgis(edit_session, "nod", "Ihopslagna objekt") as layer:
        layer.deleteFeatures([edit_session.known(one).fid for one in ids])
        layer.changeGeometry(0, shape)
        for at, value in enumerate(kept.attributes()):
            layer.changeAttributeValue(0, at, NULL if kept.fields().at(at).name() in ("fid", "objekt_id") else value)
    (merged,) = [one for one in edit_session.objects.all() if one.namn == "Karlstad"]
    assert merged.objekt_id in ids and len(places_of(edit_session, merged.objekt_id)) == 2
    assert links(edit_session, merged.objekt_id) == 2
    whole_way(edit_session, path, before)
    fid = edit_session.known(merged.objekt_id).fid
    with by_qgis(edit_session, "nod") as layer:
        layer.deleteFeatures([fid, edit_session.known(the(edit_session, "Västerås")).fid])
    assert not [one for one in edit_session.objects.all() if one.lager == "nod"], "det som är borttaget är borttaget"


def test_qgis_dialog_of_merging_has_the_row_number_to_keep_one_by(edit_session: EditSession) -> None:
    for code in ("nod", "strak", "omrade"):
        layer = edit_session.layers[code]
        at = layer.fields().indexOf("fid")
        kind = QgsGui.editorWidgetRegistry().findBest(layer, "fid").type()
        assert kind not in ("Hidden", "Immutable")  # QgsMergeAttributesDialog
        assert [one.hidden for one in layer.attributeTableConfig().columns() if one.name == "fid"] == [True]
        shown = {one.name() for tab in layer.editFormConfig().tabs() for one in tab.children()}
        assert shown and "fid" not in shown and at == 0


def test_what_is_pasted_from_another_layer_becomes_something_that_this_layer_draws(
    edit_session: EditSession, path: Path, said: list[str]
) -> None:
    before = held(edit_session)
    with by_qgis(edit_session, "gransbygd") as layer:
        row = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromRect(QgsRectangle(5e5, 66e5, 51e4, 661e4)))
        given = {"objekt_id": "annat", "klass": "landsbygd", "niva": "annan", "undertyp": "annan", "namn": "Klistrad"}
        for column, value in given.items():
            row[column] = value
        layer.addFeature(row)
    pasted = edit_session.feature(the(edit_session, "Klistrad"))
    klass = edit_session.catalogue.object_class("gransbygd")
    assert pasted["klass"] == "gransbygd" and pasted["undertyp"] == NULL
    assert klass is not None and pasted["niva"] in [NULL, *(level.kod for level in klass.nivaer)]
    assert said[0].startswith("Det inklistrade blev Gränsbygd, eftersom Landsbygd med särskild inriktning inte ritas i")
    whole_way(edit_session, path, before)


def test_lines_follow_a_node_that_qgis_moves_also_in_many_small_steps(edit_session: EditSession, path: Path) -> None:
    node, before = the(edit_session, "Örebro"), held(edit_session)
    fid = edit_session.known(node).fid
    with by_qgis(edit_session, "nod") as layer:
        layer.moveVertex(*NEW, fid, 0)
    for line in ("strak", "samband"):
        (known,) = [one for one in edit_session.objects.all() if one.lager == line]
        assert off(line_of(edit_session, known.objekt_id), NEW) < 1
    whole_way(edit_session, path, before)
    for step in range(1, 4):  # without a command of its own, as other plugins do; QGIS makes one step of them
        layer.changeGeometry(fid, points_geometry([(NEW[0] + step * 1_000, NEW[1])]))
    (corridor,) = [one for one in edit_session.objects.all() if one.lager == "strak"]
    assert off(line_of(edit_session, corridor.objekt_id), (NEW[0] + 3_000, NEW[1])) < 1


def test_row_numbers_are_not_calculated_anew_and_that_is_told(
    edit_session: EditSession, path: Path, said: list[str]
) -> None:
    """QGIS's bar above the table begins with them."""
    before = held(edit_session)
    for save in (False, True):
        with by_qgis(edit_session, "nod", "Field calculator") as layer:
            for row in list(layer.getFeatures()):
                layer.changeAttributeValue(row.id(), 0, 7)
        assert said.pop().startswith("”fid” har fått tillbaka sitt värde") and not said
        assert all(row["fid"] == row.id() for row in layer.getFeatures())
        if save:
            edit_session.save()
        edit_session.undo()
        assert held(edit_session) == before


def test_an_identity_that_is_calculated_or_emptied_is_put_back_and_told(
    edit_session: EditSession, path: Path, said: list[str]
) -> None:
    before = rows_but_who(edit_session)
    for column, name, value in (
        ("objekt_id", "Objekt-id", "x"),
        ("klass", "Klass", NULL),
        ("bild_id", "Bild", NULL),
        ("version", "Version", 0),
    ):
        with by_qgis(edit_session, "nod") as layer:
            for feature in layer.getFeatures():
                layer.changeAttributeValue(feature.id(), layer.fields().indexOf(column), value)
        assert name in said[-1] and rows_but_who(edit_session) == before
    edit_session.save()
    assert len(said) == 4


def test_a_link_names_an_object_and_a_goal_once(edit_session: EditSession, path: Path, said: list[str]) -> None:
    count = len(read_snapshot(path).links)
    with by_qgis(edit_session, GOAL_LINKS) as layer:
        twice = next(layer.getFeatures())
        twice["fid"] = NULL
        layer.addFeatures([twice, QgsFeature(layer.fields())])
    assert layer.featureCount() == count and len(said) == 2
    with by_qgis(edit_session, GOAL_LINKS) as layer:
        first = next(layer.getFeatures())
        for column, value in (("mal_id", NULL), ("bidrag", 7)):
            layer.changeAttributeValue(first.id(), layer.fields().indexOf(column), value)
    assert layer.getFeature(first.id()).attributes() == first.attributes()
    edit_session.save()


@pytest.mark.parametrize("act", ["add", "delete", "title"])
def test_a_strukturbild_keeps_its_one_row_about_itself(
    edit_session: EditSession, path: Path, said: list[str], act: str
) -> None:
    head = read_snapshot(path).head
    with by_qgis(edit_session, HEAD) as layer:
        row = next(layer.getFeatures())
        if act == "add":
            row["fid"] = NULL
            layer.addFeature(row)
        elif act == "delete":
            layer.deleteFeature(row.id())
        else:
            layer.changeAttributeValue(row.id(), layer.fields().indexOf("titel"), NULL)
    assert len(said) == 1
    edit_session.save()
    assert read_snapshot(path).head == head


def test_what_is_right_already_is_left_alone(edit_session: EditSession) -> None:
    layer = edit_session.layers["nod"]
    edit_session.start()
    stacks = {code: one.undoStack().count() for code, one in edit_session.layers.items()}
    layer.addFeature(QgsVectorLayerUtils.createFeature(layer, points_geometry([NEW])))
    now = {code: one.undoStack().count() for code, one in edit_session.layers.items()}
    assert now == {**stacks, "nod": stacks["nod"] + 1}


def test_a_column_of_ones_own_is_saved_and_what_was_done_before_can_still_be_undone(
    edit_session: EditSession, path: Path
) -> None:
    refused: list[str] = []
    edit_session.refused.append(refused.append)
    node = the(edit_session, "Örebro")
    before = held(edit_session)
    set_values(edit_session, node, {"namn": "Orebro"})
    with by_qgis(edit_session, "nod", "Added attribute") as layer:
        layer.addAttribute(text_field("egen"))
    with by_qgis(edit_session, "nod") as layer:
        layer.changeAttributeValue(edit_session.known(node).fid, layer.fields().indexOf("egen"), "mitt")
    edit_session.save()
    assert layer.dataProvider().fields().indexOf("egen") >= 0 and not edit_session.unsaved()
    assert check_file(path) and {one.namn for one in read_snapshot(path).objects} >= {"Orebro"}
    undone = [edit_session.undo() for _ in range(3)]
    assert undone[1] == "" and len(refused) == 1 and undone[2].startswith("Ändra")
    assert [row[:20] for row in held(edit_session)] == [row[:20] for row in before]
    edit_session.save()
    assert edit_session.feature(node)["egen"] == NULL


def test_a_column_that_the_strukturbild_needs_stays(edit_session: EditSession, path: Path, said: list[str]) -> None:
    before = held(edit_session)
    with by_qgis(edit_session, "nod") as layer:
        layer.deleteAttribute(layer.fields().indexOf("klass"))
    with by_qgis(edit_session, "nod") as layer:
        layer.renameAttribute(layer.fields().indexOf("namn"), "kallas")
    assert len(said) == 2 and held(edit_session) == before and not edit_session.unsaved()
    assert not edit_session.can_redo()
    edit_session.save()
    assert check_file(path)
