"""What a table of goals would do is told goal by goal: from any kind of file, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from strukturbild_plugin.errors import GoalError
from strukturbild_plugin.goals import goal_editing as editing
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.importing.goal_plan import GoalImportRequest, GoalPlan, plan_goals
from strukturbild_plugin.store.importing.plan import CHANGED, NEW, SAME
from strukturbild_plugin.store.writing.goal_edits import change_goal_set
from strukturbild_plugin.store.writing.transaction import writing


def plan(path: Path, source: Path, **more: object) -> GoalPlan:
    return plan_goals(read_snapshot(path), GoalImportRequest(source, **more))  # type: ignore[arg-type]


@pytest.fixture
def own(example_file: Path) -> Path:
    """The example with a set of three goals; an object is linked to the second."""
    tree = editing.new_set("Våra mål", "Region Prov", ("17",), ())
    for _ in range(3):
        tree, _new = editing.with_new_goal(tree)
    with writing(example_file) as db:
        change_goal_set(db, None, tree, "prov")
        db.add_links([GoalLink(next(iter(db.objects())).objekt_id, tree.goals[1].mal_id, 1)])
    return example_file


def test_a_set_is_renewed_code_by_code_and_what_is_linked_stays(own: Path, tmp_path: Path):
    source = tmp_path / "nya.csv"
    source.write_text("kod;mål;nivå\n1;Nytt mål;Mål\n4;Fyra;Mål\n", "utf-8")
    found = plan(own, source, kod="vara_mal")
    assert [(row.goal.kod, row.outcome) for row in found.rows] == [("1", SAME), ("4", NEW)]
    assert [(goal.kod, number) for goal, number in found.kept] == [("2", 1)]
    assert [goal.kod for goal in found.going] == ["3"]
    assert [goal.kod for goal in found.tree.goals] == ["1", "4", "2"]
    source.write_text("kod;mål;nivå\n1;Annat;Mål\n", "utf-8")
    assert plan(own, source, kod="vara_mal").rows[0].outcome == CHANGED


def test_a_set_of_the_library_is_not_changed_by_a_table(example_file: Path, tmp_path: Path):
    source = tmp_path / "egna.csv"
    source.write_text("kod;mål\n1;Ett\n", "utf-8")
    with pytest.raises(GoalError, match="ur målbiblioteket och ändras inte"):
        plan(example_file, source, kod="rus_varmland")


def test_a_new_set_never_has_the_code_of_the_library(example_file: Path, tmp_path: Path):
    source = tmp_path / "rus_skane_2020.csv"
    source.write_text("kod;mål\n1;Ett\n", "utf-8")
    found = plan(example_file, source)
    assert found.tree.goal_set.kod == "rus_skane_2020_2" and found.tree.goal_set.lan == ("17", "18")
    assert plan(example_file, source, name="Delregionala mål").tree.goal_set.kod == "delregionala_mal"


@pytest.mark.usefixtures("either_gdal_mode")
def test_the_sheet_that_is_a_goal_list_is_taken_and_another_can_be_chosen(example_file: Path, tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.title = "Läs mig"
    book.active.append(["Rubrik", "Text"])
    sheet = book.create_sheet("Mål")
    for row in (["Mål för regionen"], [], ["Kod", "Mål", "Överordnat mål"], ["06", "Ett", None], [6, "Två", "06"]):
        sheet.append(row)
    book.save(tmp_path / "mål.xlsx")
    found = plan(example_file, tmp_path / "mål.xlsx")
    assert (found.sheet, found.sheets) == ("Mål", ("Läs mig", "Mål"))
    assert [(goal.kod, goal.over_id) for goal in found.tree.goals] == [
        ("06", ""),
        ("6", found.tree.goals[0].mal_id),
    ]
    assert found.notes == (
        "Av filens 2 blad läses ”Mål”, som mest liknar en mållista.",
        "Tabellen börjar på rad 3. Raderna ovanför hoppades över, till exempel ”Mål för regionen”.",
    )
    other = plan(example_file, tmp_path / "mål.xlsx", sheet="Läs mig")
    assert (
        other.sheet == "Läs mig" and other.refusal == "Tabellen har rubriker men inga mål. Lägg ett mål på varje rad."
    )


def test_columns_that_are_chosen_are_the_ones_that_are_read(example_file: Path, tmp_path: Path):
    source = tmp_path / "egna.csv"
    source.write_text("A|B|C\n1|Ett|\n2|Två|1\n", "utf-8")
    assert plan(example_file, source).refusal == "Välj vilken kolumn som har målens titlar."
    found = plan(example_file, source, columns={"titel": "B", "kod": "A", "over": "C", "malar": "finns inte"})
    assert [guess.target for guess in found.mapping] == ["kod", "titel", "over"]
    assert found.tree.goals[1].over_id == found.tree.goals[0].mal_id


def test_nothing_to_take_is_a_refusal_and_what_cannot_be_read_an_error(example_file: Path, tmp_path: Path):
    source = tmp_path / "egna.csv"
    source.write_text("kod;mål;över\na;A;b\nb;B;a\n", "utf-8")
    found = plan(example_file, source)
    assert found.tree is None and len(found.rows) == 2 and found.refusal.startswith("Ingen rad går att hämta")
    with pytest.raises(GoalError, match=r"borta\.csv: filen finns inte"):
        plan(example_file, tmp_path / "borta.csv")


def test_html_formulas_and_long_texts_stand_as_they_were_written(example_file: Path, tmp_path: Path):
    source = tmp_path / "egna.csv"
    source.write_text(f"kod;mål;beskrivning\n1;<img src=x>;=cmd()\n2;Två;{'å' * 50_000}\n", "utf-8")
    goals = plan(example_file, source).tree.goals
    assert (goals[0].titel, goals[0].beskrivning, len(goals[1].beskrivning)) == ("<img src=x>", "=cmd()", 50_000)


def test_what_somebody_has_judged_stays_too(own: Path, tmp_path: Path):
    ids = {goal.kod: goal.mal_id for goal in read_snapshot(own).goals if goal.samling == "vara_mal"}
    with writing(own) as db:
        statement = "INSERT INTO mal_paverkan (fran_mal_id, till_mal_id, varde) VALUES (?, ?, 0)"
        db.connection.execute(statement, (ids["3"], ids["1"]))
    source = tmp_path / "nya.csv"
    source.write_text("kod;mål;nivå\n1;Nytt mål;Mål\n", "utf-8")
    found = plan(own, source, kod="vara_mal")
    assert [(goal.kod, number) for goal, number in found.kept] == [("2", 1), ("3", 0)] and not found.going


def test_the_sheet_with_goals_is_found_behind_a_cover_and_said(own: Path, tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.title = "Läs mig"
    for row in (
        ["Mål och riktlinjer"],
        ["Fyll i fliken nedan."],
        [None, "Mål"],
        ["Kontakt", "planering@region.example"],
    ):
        book.active.append(row)
    for name, rows in {
        "Mål 2030": [["Måltitel", "Indikator"], ["Orter", "Antal"], ["Klimat", "Ton"]],
        "Listor": [["Ja"], ["Nej"]],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    source = tmp_path / "mål.xlsx"
    book.save(source)
    found = plan(own, source)
    assert found.sheet == "Mål 2030" and [row.goal.titel for row in found.rows] == ["Orter", "Klimat"]
    assert any("Av filens 3 blad läses ”Mål 2030”" in note for note in found.notes)
    chosen = plan(own, source, sheet="Läs mig")
    assert chosen.sheet == "Läs mig" and not any("liknar" in note for note in chosen.notes)


def test_weights_of_a_table_are_taken_and_kept_where_it_says_nothing(own: Path, tmp_path: Path):
    source = tmp_path / "nya.csv"
    source.write_text("kod;mål;nivå;vikt;prioriterat\n1;Nytt mål;Mål;2,5;x\n2;Nytt mål;Mål;;\n", "utf-8")
    found = plan(own, source, kod="vara_mal")
    assert [(goal.vikt, goal.prioriterat) for goal in found.tree.goals] == [(2.5, True), (None, None)]
    with writing(own) as db:
        change_goal_set(db, found.before, found.tree, "prov")
    source.write_text("kod;mål;nivå\n1;Nytt mål;Mål\n2;Nytt mål;Mål\n", "utf-8")
    again = plan(own, source, kod="vara_mal")
    assert [(goal.vikt, goal.prioriterat) for goal in again.tree.goals] == [(2.5, True), (None, None)]
