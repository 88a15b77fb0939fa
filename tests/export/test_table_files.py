"""Tables for spreadsheets: numbers stay numbers, nothing that is written is computed or breaks the file."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsApplication

from strukturbild_plugin.export.table_files import csv_text, write_table
from strukturbild_plugin.store.importing.spreadsheet import rows_from_spreadsheet

HOSTILE = (
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\x00=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "\xa0=1",
    "\u200b=1",
    "\ufeff=1",
    "\n\t=1",
)


def test_formulas_are_shown_as_text_in_heads_and_cells_and_numbers_are_numbers(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    rows = [(one, -2, 1.5) for one in HOSTILE]
    read = list(csv.reader(io.StringIO(csv_text(("=Namn", "Antal", "Vikt"), rows).lstrip("\ufeff")), delimiter=";"))
    assert read[0] == ["'=Namn", "Antal", "Vikt"]
    assert all(row[0].startswith("'") and row[1:] == ["-2", "1,5"] for row in read[1:])
    write_table(tmp_path / "t.xlsx", ("=Namn", "Antal", "Vikt"), rows, "Tabell")
    assert [row[1:] for row in rows_from_spreadsheet(tmp_path / "t.xlsx")[1:]] == [["-2", "1.5"]] * len(rows)
    with ZipFile(tmp_path / "t.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet


def test_a_cell_is_as_long_as_a_spreadsheet_opens_and_holds_no_control_characters(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    write_table(tmp_path / "t.xlsx", ("A",), [("x" * 50_000,), ("rad\x0bett\x00",)], "T")
    cells = [row[0] for row in rows_from_spreadsheet(tmp_path / "t.xlsx")]
    assert len(cells[1]) == 32_767 and cells[1].endswith("…") and cells[2] == "radett"


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_whatever_is_written_comes_back_from_csv_or_is_marked(texts: list[str]) -> None:
    text = csv_text(["A"] * len(texts), [texts]).lstrip("\ufeff")
    for cell in next(iter(list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]), []):
        assert not cell.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_sheet_may_be_called_anything_and_what_is_no_number_is_no_cell(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    rows = [("a", float("nan")), ("b", float("inf")), ("c\ud800", 1.5), ("d",)]
    write_table(tmp_path / "t.xlsx", ("A", "B"), rows, "'Mål: [a/b]*?\\'")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert [[cell.value for cell in row] for row in book.active.iter_rows(min_row=2)] == [
        ["a", None], ["b", None], ["c", 1.5], ["d", None],
    ]  # fmt: skip
    write_table(tmp_path / "t.csv", ("A", "B"), rows, "T")
    assert (tmp_path / "t.csv").read_text("utf-8-sig").splitlines() == ["A;B", "a;", "b;", "c;1,5", "d"]
