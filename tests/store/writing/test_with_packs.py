"""Packs in a strukturbild: own classes like others, brought in once, and whole without the pack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.bilingual_text import Text
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.packs import load_packs
from strukturbild_plugin.catalogue.table_rows import from_rows, to_rows
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import reading
from strukturbild_plugin.store.writing.with_packs import additions, with_packs


def test_packs_are_kept_in_a_files_tables_and_bring_nothing_twice() -> None:
    packs = load_packs()
    wider = with_packs(load_catalogue(), packs)
    assert from_rows(to_rows(wider)) == wider
    assert with_packs(wider, packs) is wider
    assert additions(wider, packs).klasser == ()
    one_by_one = load_catalogue()
    for pack in reversed(packs):
        one_by_one = with_packs(one_by_one, [pack])
    assert one_by_one.klasser == wider.klasser


def test_what_a_region_calls_the_same_stays_the_regions() -> None:
    (norr,) = (pack for pack in load_packs() if pack.kod == "norr")
    theirs = replace(norr.klasser[0], namn=Text("Vår rennäring", ""), attribut=())
    catalogue = load_catalogue()
    catalogue = replace(catalogue, klasser=(*catalogue.klasser, theirs))
    wider = with_packs(catalogue, [norr])
    assert wider.object_class(theirs.kod) == theirs
    assert {klass.kod for klass in norr.klasser} <= {klass.kod for klass in wider.klasser}


def test_an_attribute_of_another_kind_is_refused_with_a_sentence() -> None:
    (kust,) = (pack for pack in load_packs() if pack.kod == "kust")
    catalogue = load_catalogue()
    number = replace(kust.attribut["havsplan_anvandning"], typ="heltal")
    with pytest.raises(StoreError, match=r"Kust går inte att ta med.*havsplan_anvandning.*heltal"):
        with_packs(replace(catalogue, attribut={**catalogue.attribut, number.kod: number}), [kust])


def test_the_file_says_in_its_log_which_version_came(qgis_app: object, base_data: Path, tmp_path: Path) -> None:
    wish = NewStrukturbild("Kusten", ("Skåne",), "malbild", packs=("kust", "kust"), malsamlingar=())
    snapshot = read_snapshot(create(tmp_path / "k.gpkg", wish))
    assert [klass.kod for klass in snapshot.catalogue.klasser if klass.egen] == ["havsplaneomrade"]
    with reading(tmp_path / "k.gpkg") as db:
        assert [row["detalj"] for row in db.table("logg") if row["vad"] == "klass"] == ["kust 1.0"]
