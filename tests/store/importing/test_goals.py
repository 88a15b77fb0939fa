"""Goals come from the library, CSV or Excel into a strukturbild: all or none, and ties are never lost silently."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from strukturbild_plugin.errors import GoalError, StrukturbildError
from strukturbild_plugin.goals.goal_library import load_goal_sets
from strukturbild_plugin.goals.model import Goal, GoalLink, GoalSet
from strukturbild_plugin.goals.tree import GoalTree, goal_id
from strukturbild_plugin.store.importing.goal_codes import GoalFinder
from strukturbild_plugin.store.importing.goals import KEEP, REFUSE, REMOVE, import_goals, read_goals, rows_from_text
from strukturbild_plugin.store.writing.transaction import reading, writing

FIRST = "kod;mål\n1;Ett\n1.1;Ett ett\n2;Två\n"


def save(folder, name, text):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def goals_of(path, samling):
    with reading(path) as db:
        return {goal.kod: goal for goal in db.goals() if goal.samling == samling}


def everything_in(path):
    with reading(path) as db:
        return db.goal_sets(), db.goals(), db.links()


@pytest.fixture
def tied(example_file, tmp_path):
    """The example with an own goal set, and Karlstad tied to goal 1.1 of it."""
    import_goals(example_file, save(tmp_path, "Våra mål 2026.csv", FIRST))
    with writing(example_file) as db:
        karlstad = next(each for each in db.objects() if each.namn == "Karlstad")
        db.add_links([GoalLink(karlstad.objekt_id, goal_id("vara_mal_2026", "1.1"), 2, "Bär målet")])
    return example_file


def test_a_library_set_comes_in_whole_and_says_what_it_is(example_file):
    assert import_goals(example_file, "agenda2030") == 17
    with reading(example_file) as db:
        found = next(each for each in db.goal_sets() if each.kod == "agenda2030")
    assert found.horisont == 2030 and found.url.startswith("https://")
    assert goals_of(example_file, "agenda2030")["11"].titel == "Hållbara städer och samhällen"


@pytest.mark.parametrize("name", ["RUS Värmland.csv", "rus_varmland.csv", "Agenda2030.csv"])
def test_a_table_called_as_a_set_of_the_library_makes_a_set_beside_it_and_renews_that(example_file, tmp_path, name):
    before = goals_of(example_file, "rus_varmland")
    import_goals(example_file, save(tmp_path, name, "kod;mål\n1;Ett eget\n"))
    import_goals(example_file, save(tmp_path, name, "kod;mål\n1;Ett eget\n2;Ett till\n"))
    assert goals_of(example_file, "rus_varmland") == before
    with reading(example_file) as db:
        (made,) = [one for one in db.goal_sets() if one.namn == Path(name).stem]
    assert {one.titel for one in goals_of(example_file, made.kod).values()} == {"Ett eget", "Ett till"}
    assert made.kod not in load_goal_sets()


TABLE = """Kod;Mål;Nivå;Målår;Indikator
1;Livskraftiga orter;Målområde;2030;
1.1;Fler bostäder nära stationer;Delmål;;Andel
2;Grön omställning;Målområde;;
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_list_saved_in_any_usual_way_gives_the_same_tree(tmp_path, encoding, separator):
    file, told = tmp_path / "mal.csv", []
    file.write_bytes(TABLE.replace(";", separator).encode(encoding))
    tree = read_goals(file, GoalSet("rus_prov", "Prov", "", (), "", None, "", True), tell=told.append)
    assert [(goal.kod, goal.titel, goal.niva_namn) for goal in tree.goals] == [
        ("1", "Livskraftiga orter", "Målområde"),
        ("1.1", "Fler bostäder nära stationer", "Delmål"),
        ("2", "Grön omställning", "Målområde"),
    ]
    assert tree.by_code("1.1").over_id == goal_id("rus_prov", "1")
    assert (tree.by_code("1").malar, tree.by_code("1.1").indikator) == (2030, "Andel")
    assert "Kolumnerna skiljs åt av" in told[0]


def test_a_separator_inside_a_quoted_title_is_part_of_the_title():
    assert rows_from_text('kod,mål\n1,"Arbete, bostad; och vård"\n'.encode())[1] == ["1", "Arbete, bostad; och vård"]


def test_a_file_that_is_no_text_is_refused_with_a_sentence():
    with pytest.raises(GoalError, match="textfil"):
        rows_from_text(b"kod;mal\n\x00\x01\x02")


def test_an_unknown_library_code_is_told_with_the_nearest(example_file):
    with pytest.raises(GoalError, match="rus_varmland"):
        import_goals(example_file, "rus_vermland")


def test_a_csv_becomes_a_set_named_as_the_file(tied):
    goals = goals_of(tied, "vara_mal_2026")
    assert goals["1.1"].over_id == goals["1"].mal_id
    with reading(tied) as db:
        assert next(each.namn for each in db.goal_sets() if each.kod == "vara_mal_2026") == "Våra mål 2026"


@pytest.mark.usefixtures("either_gdal_mode")
def test_an_excel_sheet_is_read_as_text_from_the_sheet_that_is_a_goal_list(example_file, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Läs mig"
    book.active.append(["Det här bladet är bara text"])
    sheet = book.create_sheet("Mål")
    for row in (
        [], ["Kod", "Mål", "Målår", "Överordnad"], [1, "Livskraftiga orter", 2030, None], [],
        [1.1, "Fler bostäder", None, None], ["1.10", "Åtta åar", None, None], ["B", "Bråk", None, "1"],
    ):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "egna.xlsx")
    assert import_goals(example_file, tmp_path / "egna.xlsx") == 4
    goals = goals_of(example_file, "egna")
    assert sorted(goals) == ["1", "1.1", "1.10", "B"]
    assert goals["1"].malar == 2030 and goals["1.10"].titel == "Åtta åar"
    assert {goals[kod].over_id for kod in ("1.1", "1.10", "B")} == {goals["1"].mal_id}


@pytest.mark.usefixtures("either_gdal_mode")
def test_bad_rows_of_an_excel_sheet_are_told_with_their_numbers_and_nothing_is_written(example_file, tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["Kod", "Mål", "Målår"],
        [1, "Ett", 2030],
        [],
        [1, "Igen", None],
        [None, "Utan", None],
        [3, "Tre", "x"],
    ):
        book.active.append(row)
    book.save(tmp_path / "egna.xlsx")
    before = everything_in(example_file)
    with pytest.raises(GoalError) as caught:
        import_goals(example_file, tmp_path / "egna.xlsx")
    told = str(caught.value)
    assert all(word in told for word in ("egna.xlsx", "rad 4", "rad 5", "rad 6")), told
    assert everything_in(example_file) == before


@pytest.mark.usefixtures("either_gdal_mode")
@pytest.mark.parametrize("name", ["saknas.csv", "trasig.xlsx", "bild.png", "tom.csv"])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(example_file, tmp_path, name):
    if name != "saknas.csv":
        (tmp_path / name).write_bytes(b"" if name == "tom.csv" else b"PK\x03\x04 inget kalkylblad")
    with pytest.raises(GoalError, match=name):
        import_goals(example_file, tmp_path / name)


def test_importing_the_same_set_again_renews_texts_and_keeps_identities_and_ties(tied, tmp_path):
    before = goals_of(tied, "vara_mal_2026")
    import_goals(tied, save(tmp_path, "Våra mål 2026.csv", "kod;mål\n1;Ett\n1.1;Ny text\n3;Tre\n"))
    after = goals_of(tied, "vara_mal_2026")
    assert sorted(after) == ["1", "1.1", "3"]
    assert (after["1.1"].mal_id, after["1.1"].titel) == (before["1.1"].mal_id, "Ny text")
    with reading(tied) as db:
        assert "Bär målet" in [link.motivering for link in db.links()]


def test_a_new_version_that_lacks_tied_goals_is_refused_and_says_which(tied, tmp_path):
    before = everything_in(tied)
    with pytest.raises(GoalError, match=r"1\.1 Ett ett: 1 objekt"):
        import_goals(tied, save(tmp_path, "Våra mål 2026.csv", "kod;mål\n2;Två\n"))
    assert everything_in(tied) == before


def test_tied_goals_that_the_new_version_lacks_can_be_kept_or_removed_with_their_ties(tied, tmp_path):
    shorter = save(tmp_path, "Våra mål 2026.csv", "kod;mål\n2;Två\n")
    import_goals(tied, shorter, missing=KEEP)
    kept = goals_of(tied, "vara_mal_2026")
    assert sorted(kept) == ["1.1", "2"] and kept["1.1"].over_id == ""
    import_goals(tied, shorter, missing=REMOVE)
    assert sorted(goals_of(tied, "vara_mal_2026")) == ["2"]
    with reading(tied) as db:
        assert "Bär målet" not in [link.motivering for link in db.links()]


def test_a_file_that_is_no_strukturbild_is_told_in_a_sentence(tmp_path):
    with pytest.raises(StrukturbildError):
        import_goals(save(tmp_path, "x.gpkg", "inget"), "agenda2030")


def test_a_code_renamed_in_the_editor_and_given_to_another_goal_never_moves_a_link(example_file, tmp_path):
    import_goals(example_file, save(tmp_path, "Egna.csv", "kod;mål\n1;Ett\n2;Två\n"))
    before = goals_of(example_file, "egna")
    with writing(example_file) as db:
        db.add_links([GoalLink(next(iter(db.objects())).objekt_id, before["1"].mal_id, 2)])
        db.add_goal_tree(GoalTree(db.goal_sets()[-1], (replace(before["1"], kod="9"), before["2"])))
    import_goals(example_file, save(tmp_path, "Egna.csv", "kod;mål\n9;Ett\n1;Något annat\n2;Två\n"))
    after = goals_of(example_file, "egna")
    assert (after["9"].mal_id, after["9"].titel) == (before["1"].mal_id, "Ett")
    assert after["2"].mal_id == before["2"].mal_id and len({goal.mal_id for goal in after.values()}) == 3


@pytest.mark.parametrize("missing, stays", [(REFUSE, True), (KEEP, True), (REMOVE, False)])
def test_a_goal_that_is_judged_against_another_stays_though_the_table_lacks_it(example_file, tmp_path, missing, stays):
    import_goals(example_file, save(tmp_path, "Egna.csv", "kod;mål\n1;Ett\n2;Två\n"))
    pair = tuple(goals_of(example_file, "egna")[kod].mal_id for kod in "12")
    with writing(example_file) as db:
        db.connection.execute("INSERT INTO mal_paverkan (fran_mal_id, till_mal_id, varde) VALUES (?, ?, -3)", pair)
    import_goals(example_file, save(tmp_path, "Egna.csv", "kod;mål\n1;Ett\n"), missing=missing)
    with reading(example_file) as db:
        assert [(one.fran_mal_id, one.till_mal_id) == pair for one in db.influences()] == [True] * stays


@pytest.mark.parametrize("name", ["mal.csv", "mal.xlsx", "mal.ods"])
def test_nothing_waits_for_a_pipe(tmp_path, name):
    os.mkfifo(tmp_path / name)
    with pytest.raises(GoalError, match="ingen vanlig fil"):
        read_goals(tmp_path / name, GoalSet("rus_prov", "Prov", "", (), "", None, "", True))


def test_a_cell_of_goal_codes_is_read_with_its_spaces_as_one():
    finder = GoalFinder([Goal("g", "s", "1.2", "Mål", "Ett", 1)])
    assert finder.links("o", "1.2" + " " * 200_000 + "x") == []
    assert finder.problems() == ("Målkoden ”1.2 x” finns inte i strukturbilden; 1 koppling(ar) gjordes inte.",)
    assert [link.bidrag for link in finder.links("o", "1.2" + " " * 200_000 + "( -2 )")] == [-2]


def test_a_spreadsheet_that_unpacks_to_a_full_memory_is_refused_before_it_is_read(tmp_path):
    with ZipFile(tmp_path / "mal.xlsx", "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 101_000_000)
    with pytest.raises(GoalError, match="100 MB"):
        read_goals(tmp_path / "mal.xlsx", GoalSet("rus_prov", "Prov", "", (), "", None, "", True))


@pytest.mark.usefixtures("either_gdal_mode")
def test_a_code_that_a_spreadsheet_has_made_a_date_of_is_said_and_a_wide_sheet_is_read(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Kod", "Mål"], [date(2026, 1, 2), "Ett"], ["2026-02-01", "Två"], ["2026", "Tre"]):
        book.active.append(["x"] * 300 + row)
    book.save(tmp_path / "mal.xlsx")
    with pytest.raises(GoalError) as said:
        read_goals(tmp_path / "mal.xlsx", GoalSet("rus_prov", "Prov", "", (), "", None, "", True))
    assert [line[:31] for line in str(said.value).split("\n")[1:]] == [
        "- rad 2: koden 2026/01/02 är et", "- rad 3: koden 2026-02-01 är et",
    ]  # fmt: skip
