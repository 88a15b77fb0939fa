"""What a merge asks, in the dock's words: one question a thing, whoever has answers to it, and no word of code."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.gui.workshop_review.conflict_rows import ConflictRows, moment_now
from strukturbild_plugin.gui.workshop_review.conflict_words import StrukturbildWords
from strukturbild_plugin.store.gpkg.connection import connect, dict_rows
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.layers import open_tables
from strukturbild_plugin.store.schema.tables import BINARY_COLUMN, GEOMETRY
from strukturbild_plugin.workshop.conflict_sentences import alike_text, choice_name, choice_text, sentence
from strukturbild_plugin.workshop.conflicts import Side
from strukturbild_plugin.workshop.decisions import BOTH, EDITED, KEEP, ONE, OTHER, Answer, OpenConflict
from strukturbild_plugin.workshop.merge import merge_copies
from strukturbild_plugin.workshop.merged_tables import LAYER, OBJECT, Key, merged_tables
from strukturbild_plugin.workshop.questions.question import (
    MergeQuestion,
    alike_questions,
    decide_question,
    question_choices,
    questions,
)
from strukturbild_plugin.workshop.row_merge import DELETED, SAME_OBJECT, VALUES
from tests.gui.workshop_review.helpers import linked_twice, merged_file, reviewed, started_files
from tests.workshop.helpers import change, conflicts, content, filled, merged, named

THIRD = f"{OTHER}3"
BORD_1, BORD_2 = Side("k1", "g1", "Bord 1"), Side("k2", "g2", "Bord 2")


@lru_cache(maxsize=1)
def _three_once() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="workshop-prov-"))
    main, *files = started_files(folder)
    for path, name in zip(files, ("Solstaden", "Residensstaden", "Klarälvsstaden")):
        change(path, "Karlstad", namn=name)
    merge_copies(main, files, folder / "hopslagen.gpkg", who="anna")
    return folder


def three_names(folder: Path) -> tuple[Path, list[Path]]:
    """A merged file where three groups have renamed one town, and the groups' files."""
    shutil.copytree(_three_once(), folder, dirs_exist_ok=True)
    return folder / "hopslagen.gpkg", sorted(folder.glob("* - Bord *.gpkg"))


@contextmanager
def asked(path: Path) -> Iterator[tuple[ConflictRows, StrukturbildWords, list[MergeQuestion]]]:
    with reviewed(path) as (session, rows):
        words = StrukturbildWords(rows, read_snapshot(path), session.layers, "sv")
        yield rows, words, questions(rows.conflicts())


@pytest.mark.parametrize(
    "choice, there",
    [
        (ONE, {"Solstaden"}),
        (OTHER, {"Residensstaden"}),
        (THIRD, {"Klarälvsstaden"}),
        (KEEP, {"Karlstad"}),
        (BOTH, {"Solstaden", "Residensstaden (Bord 2)", "Klarälvsstaden (Bord 3)"}),
        (EDITED, {"Eget ord"}),
    ],
)
def test_three_groups_that_rename_one_thing_are_one_question(
    qgis_app: QgsApplication, tmp_path: Path, choice: str, there: set[str]
) -> None:
    path, files = three_names(tmp_path)
    assert len(conflicts(path)) == 2 and content(path).waiting_conflicts == 1
    with reviewed(path) as (session, rows):
        (question,) = questions(rows.conflicts())
        words = StrukturbildWords(rows, read_snapshot(path), session.layers, "sv")
        assert sentence(question, words) == (
            "Bord 1 döpte om Karlstad till ”Solstaden”, Bord 2 till ”Residensstaden” och Bord 3 till ”Klarälvsstaden”."
        )
        current, logged = rows.current(question.key), session.layer("logg").featureCount()
        assert question_choices(question, current) == (ONE, OTHER, THIRD, KEEP, BOTH, EDITED)
        rows.make(
            decide_question(question, Answer(choice, "Åsa", moment=moment_now(), value="Eget ord"), current, "Mening"),
            "Avgör",
        )
        names = {one.namn for one in session.objects.all()}
        others = {"Karlstad", "Solstaden", "Residensstaden", "Klarälvsstaden", "Eget ord"} - there
        assert there <= names and not others & names
        assert not any(one.is_open for one in rows.conflicts())
        assert session.layer("logg").featureCount() == logged + 1
        session.save()
    if choice != THIRD:
        return
    again = merged(path, files)  # and it is not asked anew
    assert content(again.path).waiting_conflicts == 0 and there <= {one.namn for one in content(again.path).objects}


def test_a_new_answer_to_what_is_decided_is_a_question_of_its_own(qgis_app: QgsApplication, tmp_path: Path) -> None:
    _path, files = three_names(tmp_path)
    first = merge_copies(files[0].with_name("strukturbild.gpkg"), files[:2], tmp_path / "först.gpkg").path
    with reviewed(first) as (session, rows):
        (question,) = questions(rows.conflicts())
        current = rows.current(question.key)
        rows.make(decide_question(question, Answer(OTHER, "Åsa", moment=moment_now()), current), "Avgör")
        session.save()
    late = merge_copies(first, files[2:], tmp_path / "sen.gpkg").path
    with asked(late) as (rows, words, found):
        (question,) = (one for one in found if one.is_open)
        texts = [choice_text(question, one, words, rows.current(question.key)) for one in (ONE, OTHER, KEEP)]
        assert texts == ["Solstaden", "Klarälvsstaden", "Residensstaden"]


def test_both_changes_can_stand_when_one_asks_of_every_object(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path, _files = merged_file(tmp_path, strict=True)
    with asked(path) as (rows, words, (question,)):
        current = rows.current(question.key)
        names = {one: choice_name(question, one, words, current) for one in question_choices(question, current)}
        assert names[KEEP] == "Båda ändringarna" and names[BOTH] == "Båda, som två förslag"
        assert choice_name(question, KEEP, words, {**(current or {}), "namn": "Annat"}) == "Behåll som det är nu"


def test_only_what_is_the_same_situation_is_offered_the_same_choice() -> None:
    key = Key(OBJECT, "a")
    gone = OpenConflict("1", key, "nod", "", DELETED, {"namn": "A"}, None, {"namn": "B"}, BORD_1, BORD_2)
    twin = replace(gone, konflikt_id="2", key=Key(OBJECT, "b"))
    others = (
        replace(twin, other_side=replace(BORD_2, vem="Bord 2, Bord 3")),  # a third has drawn to it
        replace(twin, one={"namn": "B"}, other=None),  # the other way round
        replace(twin, other={"namn": "A", "niva": "lokal"}),  # something else is changed
    )
    first = MergeQuestion((gone,))
    assert alike_questions(first, [MergeQuestion((twin,))]) == [MergeQuestion((twin,))]
    assert alike_questions(first, [MergeQuestion((one,)) for one in others]) == []


def test_the_names_of_municipalities_and_of_many_are_told_apart(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path, _files = merged_file(tmp_path)
    with reviewed(path) as (session, rows):
        words = StrukturbildWords(rows, read_snapshot(path), session.layers, "sv", {"Karlstad"})
        many = replace(BORD_2, vem="Bord 2, Bord 3")
        base = {"namn": "Kilen", "beskrivning": "x"}
        new = {"namn": "Gröna kilen", "beskrivning": "y"}
        gone = OpenConflict("1", Key(OBJECT, "a"), "omrade", "", DELETED, base, None, new, BORD_1, many)
        assert sentence(MergeQuestion((gone,)), words).endswith("Bord 2 och Bord 3 har var för sig ändrat det: "
            "namnet till ”Gröna kilen” och ”Varför här”.")  # fmt: skip
        alone = replace(gone, other={"namn": "Gröna kilen", "beskrivning": "x"})
        assert sentence(MergeQuestion((alone,)), words).endswith(
            "Bord 2 och Bord 3 har ändrat det, bland annat namnet till ”Gröna kilen”."
        )
        name = OpenConflict(
            *("2", Key(OBJECT, "a"), "nod", "namn", VALUES, "Karlstad", "A", "B", BORD_1),
            Side("k3", "g3", "Karlstad"),
        )
        said = sentence(MergeQuestion((name,)), words)
        assert said == "Bord 1 döpte om Karlstad till ”A”, kommunen Karlstad till ”B”."
        ours = replace(name, one_side=Side("", "", "huvudfilen"))
        assert sentence(MergeQuestion((ours,)), words).startswith("Någon i huvudfilen döpte om Karlstad")
        far = OpenConflict("3", Key(OBJECT, "a"), "nod", GEOMETRY, VALUES, *_points(0, 7474, 12_300), BORD_1, BORD_2)
        said = [choice_text(MergeQuestion((far,)), one, words, None) for one in (ONE, OTHER)]
        assert said == ["Flyttad 7,5 km", "Flyttad 12 km"]


def _points(*east: float) -> list[bytes]:
    from tests.store.helpers import point

    return [point((500_000.0 + x, 6_600_000.0)) for x in east]


CODE = re.compile(r"[a-zåäö]_[a-zåäö]|\bNone\b|b'|b\"|\\x|\[|\{|[0-9a-f]{8}-[0-9a-f]{4}")


def test_questions_about_every_column_of_every_table_speak_a_planners_words(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    main = started_files(tmp_path)[0]
    filled(main)
    path = merged_file(tmp_path)[0]
    snapshot, tables = read_snapshot(main), merged_tables(read_snapshot(main).catalogue).tables
    shutil.copy(main, path)
    connection = connect(path, writes=False)
    with reviewed(path) as (session, rows):
        extra = open_tables(path, [one.name for one in tables], session.layers.values())
        session.layers.update({one.source().partition("layername=")[2]: one for one in extra})
        words = StrukturbildWords(rows, snapshot, session.layers, "sv")
        for table in tables:
            stored = dict_rows(connection, table.name)
            if not stored:
                continue
            row = {name: stored[0][name] for name in table.columns if name != GEOMETRY}
            kinds = {one.name: one.kind for one in table.spec.columns}
            key = table.key_of(row)
            seen: list[str] = []
            if table.kind == OBJECT:
                row[LAYER] = table.name
            for column in table.columns:
                if column in table.silent or column in table.key:
                    continue
                one, other = row.get(column), b"\x89PNG" if kinds.get(column) == BINARY_COLUMN else 1
                asked_of = OpenConflict("1", key, table.name, column, VALUES, None, one, other, BORD_1, BORD_2)
                seen += _all_words(MergeQuestion((asked_of,)), words, row)
            for kind, after in ((DELETED, None), (SAME_OBJECT, {**row, "namn": "x"})):
                whole = OpenConflict("2", key, table.name, "", kind, row, {**row, "niva": "x"}, after, BORD_1, BORD_2)
                seen += _all_words(MergeQuestion((whole,)), words, row)
            wrong = [text for text in seen if CODE.search(text)]
            assert not wrong, f"{table.name}: {wrong}"
            assert not [text for text in seen if "har flyttat" in text and table.kind != OBJECT], table.name
            codes = [f"”{name}”" for name in table.columns if name.islower()]
            assert not [text for text in seen for code in codes if f"satte {code}" in text], table.name
    connection.close()


def _all_words(question: MergeQuestion, words: StrukturbildWords, row: dict[str, object]) -> list[str]:
    texts = [sentence(question, words), alike_text(question, 2, words)]
    for choice in (ONE, OTHER, KEEP):
        texts += [choice_name(question, choice, words), choice_text(question, choice, words, row)]  # type: ignore[arg-type]
    return texts


def test_a_question_about_a_link_names_object_and_goal(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = linked_twice(tmp_path)
    with_goal, node = content(path).goals[-1], named(path, "Karlstad").objekt_id
    (row,) = conflicts(path)
    assert row["objekt_id"] == node
    with asked(path) as (rows, words, (question,)):
        text = sentence(question, words)
        assert f"för kopplingen mellan Karlstad och målet ”{with_goal.titel[:20]}" in text
        assert text.startswith("Bord 1 satte ”Bidrag") and rows.current(question.key) is not None


def test_a_name_moved_to_two_places_is_asked_about_as_a_place(qgis_app: QgsApplication, tmp_path: Path) -> None:
    main, one, two, _three = started_files(tmp_path)
    node, picture = named(main, "Karlstad").objekt_id, content(main).pictures[0].bild_id
    for path, east in ((one, 1.0), (two, 2.0)):
        connection = connect(path)
        into = "INSERT INTO etikettplats (bild_id, objekt_id, papper, x, y) VALUES (?, ?, 'A3', ?, ?)"
        connection.execute(into, (picture, node, east, east * 10))
        connection.commit()
        connection.close()
    path = merge_copies(main, [one, two], tmp_path / "hopslagen.gpkg").path
    with asked(path) as (rows, words, (question,)):
        said = "Bord 1 och Bord 2 har flyttat namnet på kartan för Karlstad till olika platser."
        current = rows.current(question.key)
        assert sentence(question, words) == said and question_choices(question, current) == (ONE, OTHER)
        assert choice_text(question, OTHER, words, current) == "Dit Bord 2 har flyttat det"
        rows.make(decide_question(question, Answer(OTHER, "Åsa", moment=moment_now()), current), "Avgör")
        row = rows.current(question.key) or {}
        assert (row["x"], row["y"]) == (2.0, 20.0), "aldrig den enas x och den andras y"


def test_a_level_that_the_class_lacks_is_said_in_words(qgis_app: QgsApplication, tmp_path: Path) -> None:
    """Two groups give a town another level; in the main file it has become a place of another class since."""
    main, one, two, _three = started_files(tmp_path)
    change(one, "Karlstad", niva="delregional")
    change(two, "Karlstad", niva="lokal")
    path = merge_copies(main, [one, two], tmp_path / "hopslagen.gpkg").path
    change(path, "Karlstad", klass="bytespunkt")
    with asked(path) as (rows, words, found):
        catalogue = read_snapshot(path).catalogue
        assert catalogue.object_class("bytespunkt").level("delregional") is None
        (question,) = (each for each in found if each.first.column == "niva")
        texts = [choice_text(question, choice, words, rows.current(question.first.key)) for choice in (ONE, OTHER)]
        assert texts == [catalogue.object_class("nod").level(kod).namn.sv for kod in ("delregional", "lokal")]
        assert words.value(question.first, "undertyp", "ej_i_katalogen") == "ej i katalogen"
