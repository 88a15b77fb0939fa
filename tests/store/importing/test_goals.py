"""Goals come from the library, CSV or Excel into a strukturbild: all or none, and ties are never lost silently."""

from __future__ import annotations

import openpyxl
import pytest

from strukturbild_plugin.errors import GoalError, StrukturbildError
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.goals.tree import goal_id
from strukturbild_plugin.store.importing.goals import KEEP, REMOVE, import_goals
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


def test_an_own_table_named_as_a_library_set_fills_it_out(example_file, tmp_path):
    import_goals(
        example_file,
        save(tmp_path, "rus_varmland.csv", "kod;mål\n1;A\n2;B\n3;C\n4;D\n4.1;Eget delmål\n"),
        who="Planerare",
    )
    goals = goals_of(example_file, "rus_varmland")
    assert len(goals) == 5 and goals["4.1"].over_id == goal_id("rus_varmland", "4")
    with reading(example_file) as db:
        found = next(each for each in db.goal_sets() if each.kod == "rus_varmland")
    assert found.organisation == "Region Värmland" and "rus_varmland.csv" in found.anmarkning


def test_a_file_that_is_no_strukturbild_is_told_in_a_sentence(tmp_path):
    with pytest.raises(StrukturbildError):
        import_goals(save(tmp_path, "x.gpkg", "inget"), "agenda2030")
