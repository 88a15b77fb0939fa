"""A strukturbild carries its own catalogue: rows give back exactly what went in, and edited rows are checked."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.table_rows import COLUMNS, class_rows, from_rows, subtype_list, to_rows
from strukturbild_plugin.catalogue.template import catalogue_for_template, load_template
from strukturbild_plugin.errors import CatalogueError
from tests.catalogue.helpers import OWN_CLASS, own_file


def test_round_trip_is_exact_also_with_own_classes_and_shuffled_rows(tmp_path: Path) -> None:
    whole = load_catalogue(own_files=[own_file(tmp_path, OWN_CLASS)])
    for catalogue in (load_catalogue(), whole, catalogue_for_template(whole, load_template("nulagesbild"))):
        rows = to_rows(catalogue)
        shuffled = {table: list(reversed(content)) for table, content in rows.items()}
        for given in (rows, shuffled):
            back = from_rows(given)
            assert back == catalogue
            assert list(back.attribut) == list(catalogue.attribut)
            assert back.columns("gron_bla_lank") == catalogue.columns("gron_bla_lank")


def test_every_table_has_its_columns_and_plain_values() -> None:
    rows = to_rows(load_catalogue())
    assert set(rows) == set(COLUMNS)
    for table, content in rows.items():
        assert content, table
        for row in content:
            assert tuple(row) == COLUMNS[table]
            assert all(isinstance(value, (str, int, float)) and not isinstance(value, bool) for value in row.values())


def test_rows_of_one_class_are_those_of_the_whole(tmp_path: Path) -> None:
    catalogue = load_catalogue(own_files=[own_file(tmp_path, OWN_CLASS)])
    rows, alone = to_rows(catalogue), class_rows(catalogue.object_class("led"))
    assert alone["klass"] == [row for row in rows["klass"] if row["kod"] == "led"]
    assert alone["niva"] == [row for row in rows["niva"] if row["klass"] == "led"]
    assert alone["varde"] == [row for row in rows["varde"] if row["lista"] == subtype_list("led")]


def test_rows_as_a_database_gives_them_back() -> None:
    """NULL for empty, whole numbers for decimals, and columns of a later version."""
    catalogue = load_catalogue()
    rows = {
        table: [{name: value if value != "" else None for name, value in row.items()} for row in content]
        for table, content in to_rows(catalogue).items()
    }
    for row in rows["niva"]:
        row["storlek"] = int(row["storlek"]) if row["storlek"] == int(row["storlek"]) else row["storlek"]
    for row in rows["klass"]:
        row.update(egen=bool(row["egen"]), fid=7, senare_kolumn="x")
    assert from_rows(rows) == catalogue


def test_edited_tables_are_checked_like_files() -> None:
    rows = to_rows(load_catalogue())
    by_code = {row["kod"]: row for row in rows["klass"]}
    by_code["strak"]["struktur"] = "X"
    by_code["nod"]["lager_punkt"] = "nodd"
    by_code["omland"]["namn_sv"] = None
    rows["niva"].append({"klass": "borta", "kod": "stor", "namn_sv": "Stor", "ordning": 1, "storlek": 2.0})
    rows["attribut"].append(dict(rows["attribut"][0]))
    rows["varde"][0]["kod"] = b"\x00\xff"

    with pytest.raises(CatalogueError) as caught:
        from_rows(rows)

    told = "\n".join(caught.value.problems)
    for expected in (
        "tabellen klass, klass 'strak': 'struktur' är 'X'",
        "tabellen klass, klass 'nod', 'lager': 'punkt' är 'nodd'. Tillåtna värden: nod. Menade du 'nod'?",
        "tabellen klass, klass 'omland': 'namn' saknas",
        "tabellen niva: Rader hör till klassen 'borta'",
        "tabellen attribut: Koden 'namn' finns på två rader",
        "tabellen varde, lista 'status'",
    ):
        assert expected in told, expected


@pytest.mark.parametrize("rows", [{}, {"klass": [{}]}, {"struktur": [{"kod": None}], "niva": [{"storlek": "x"}]}])
def test_broken_tables_get_a_sentence(rows: dict[str, list[dict[str, object]]]) -> None:
    with pytest.raises(CatalogueError, match="Katalogtabellerna"):
        from_rows(rows)


def test_values_are_frozen() -> None:
    catalogue = load_catalogue()
    with pytest.raises(dataclasses.FrozenInstanceError):
        catalogue.klasser[0].namn = None  # type: ignore[misc,assignment]
