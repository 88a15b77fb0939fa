"""What came with version 3 of the tables, in catalogues from before it: it is there, and takes nothing from anybody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.catalogue.added_attributes import ADDED, CODES, is_added, with_added, without_unused
from strukturbild_plugin.catalogue.load import load_catalogue, note_unsupported, read_catalogue_file
from strukturbild_plugin.catalogue.model import (
    Attribute,
    AttributeGroup,
    Catalogue,
    Choice,
    ObjectClass,
    Text,
)
from strukturbild_plugin.catalogue.table_rows import from_rows, to_rows
from strukturbild_plugin.catalogue.yaml_writer import catalogue_text
from strukturbild_plugin.yaml_reader.problems import Problems

OWN_FILE = """
grupper:
  mer: {namn: {sv: Eget, en: Own}}
listor:
  oenighet: {ja: {sv: Ja, en: Yes}}
attribut:
  prioritet: {namn: {sv: Vår prioritet, en: Ours}, typ: heltal, grupp: mer}
  utmaning: {namn: {sv: Vår utmaning, en: Ours}, typ: val, lista: oenighet, grupp: mer}
klasser:
  hall:
    namn: {sv: Serverhall, en: Hall}
    struktur: A
    lager: {punkt: nod}
    nivaer: {liten: {sv: Liten, en: Small, storlek: 3}}
    attribut: [prioritet, utmaning]
"""


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def before(shipped: Catalogue) -> Catalogue:
    return without_unused(shipped, ())


def test_the_program_has_what_an_upgrade_gives_of_the_same_kind_and_in_the_same_place(
    shipped: Catalogue, before: Catalogue
) -> None:
    assert set(before.attribut) == set(shipped.attribut) - CODES and "mer" not in [one.kod for one in before.grupper]
    after = with_added(before)
    assert after.gemensamma == shipped.gemensamma and after.lager == shipped.lager
    for added in ADDED:
        ours, theirs = shipped.attribut[added.kod], after.attribut[added.kod]
        assert (ours.typ, ours.lista) == (theirs.typ, theirs.lista)
        # in a new file the challenge stands beside what is wanted; in one from before it stays under Mer
        assert (ours.grupp, theirs.grupp) == ("text" if added.kod == "utmaning" else "mer", "mer")
        assert [one.kod for one in shipped.listor.get(ours.lista, ())] == [one.kod for one in added.varden]
    assert with_added(after) is after and without_unused(after, ()) == before
    assert from_rows(to_rows(after)) == after


def test_what_is_used_stays_with_its_list_and_its_tab(shipped: Catalogue) -> None:
    some = without_unused(shipped, {"oenighet"})
    assert CODES & set(some.attribut) == {"oenighet"} and some.gemensamma[-1] == "oenighet"
    assert some.listor["oenighet"] == shipped.listor["oenighet"] and "prioritet" not in some.listor
    assert some.grupper == shipped.grupper


def test_an_own_attribute_list_and_tab_keep_their_codes(before: Catalogue) -> None:
    theirs = Attribute("prioritet", Text("Vår", "Ours"), "heltal", "mer", Text("", ""))
    klass = ObjectClass("hall", Text("Hall", "Hall"), Text("Hallar", "Halls"), "A", {"punkt": "nod"}, 9, egen=True)
    own = replace(
        before,
        grupper=(*before.grupper, AttributeGroup("mer", Text("Eget", "Own"))),
        listor={**before.listor, "oenighet": (Choice("ja", Text("Ja", "Yes")),)},
        attribut={**before.attribut, "prioritet": theirs},
        klasser=(*before.klasser, replace(klass, attribut=("prioritet",))),
    )
    after = with_added(own)
    assert after.attribut["prioritet"] == theirs and not is_added(after, "prioritet")
    assert after.listor["oenighet"] == own.listor["oenighet"]
    assert after.attribut["oenighet"].lista == "oenighet_2" and after.attribut["oenighet"].grupp == "mer_2"
    assert without_unused(after, ()) == own
    assert from_rows(to_rows(after)).attribut["oenighet"] == after.attribut["oenighet"]


def test_own_classes_from_before_are_read_with_the_programs_and_with_a_packages_catalogue(
    shipped: Catalogue, before: Catalogue, tmp_path: Path
) -> None:
    own = tmp_path / "egna.yaml"
    own.write_text(OWN_FILE, encoding="utf-8")
    loaded, problems = [load_catalogue(own_files=[own])], Problems()
    for package in (shipped, before):
        found = read_catalogue_file(catalogue_text(package), "katalog.yaml", problems, [own])
        assert not problems, problems.sentences()
        loaded.append(with_added(found))
    for catalogue in loaded:
        assert catalogue.attribut["prioritet"].namn.sv == "Vår prioritet"
        assert catalogue.attribut["utmaning"].lista == "oenighet" and "oenighet" in catalogue.gemensamma
        assert [one.kod for one in catalogue.listor["oenighet"]] == ["ja"]
        assert len(catalogue.listor[catalogue.attribut["oenighet"].lista]) == 3
        assert {kod for kod in CODES if is_added(catalogue, kod)} == CODES - {"prioritet", "utmaning"}
        note_unsupported(catalogue, "katalog.yaml", problems)
        assert not problems, problems.sentences()


def test_a_source_of_a_level_and_what_fits_a_class_goes_through_rows_and_files(shipped: Catalogue) -> None:
    klass = shipped.object_class("gron_samband")
    first = replace(klass.nivaer[0], kalla="RUFS 2010, https://www.rufs.se", undertyper=("svagt_samband",))
    levels = (first, *klass.nivaer[1:])
    subtypes = tuple(replace(one, kalla="egen läsning") for one in klass.undertyper)
    changed = replace(klass, nivaer=levels, undertyper=subtypes, roller=("hamn",), motesavstand=250.0)
    catalogue = replace(shipped, klasser=tuple(changed if one is klass else one for one in shipped.klasser))
    problems = Problems()
    assert from_rows(to_rows(catalogue)) == catalogue
    assert read_catalogue_file(catalogue_text(catalogue), "katalog.yaml", problems) == catalogue
    assert not problems
