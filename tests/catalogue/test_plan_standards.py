"""The words of other planning systems are files: a new one is offered, a faulty one is told with file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strukturbild_plugin import paths
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.plan_standard import PlanStandard, chosen_standard
from strukturbild_plugin.catalogue.plan_standard_files import load_plan_standards, missing_standard
from strukturbild_plugin.errors import CatalogueError

OWN = """
kod: {kod}
standard: Länets ÖP-ord
version: "3"
namn: {{sv: Länets ord, en: "The county's words"}}
om: {{sv: Eget förslag., en: Our own proposal.}}
kallor: [https://exempel.se/ord]
kontrollerad: "2026-11-30"
kategorier:
  - {{struktur: B, kategori: Ort, verifierad: nej}}
  - {{struktur: B, klasser: [nod], geometri: [punkt], kategori: Tätort, objekt: punkt, verifierad: ja}}
"""


def shipped(kod: str) -> PlanStandard:
    found = load_plan_standards().named(kod)
    assert found is not None
    return found


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A user's own folder."""
    folder = paths.own_plan_standards(tmp_path)
    folder.mkdir(parents=True)
    return folder


def test_the_programs_standards_cover_our_classes_as_their_sources_do():
    catalogue = load_catalogue()
    drawn = [(klass, geometry) for klass in catalogue.klasser for geometry in klass.lager]
    found = {
        one.kod: {klass.struktur for klass, geometry in drawn if one.category(klass, geometry) is not None}
        for one in load_plan_standards().standards
    }
    # The models have three structures; only the proposed regulations have a place for what fits none of them.
    assert found == {
        "op_modell_1_0": {"B", "K", "G"},
        "op_modell_2_x": {"B", "K", "G"},
        "foreskrift_op_utkast_2023": {"B", "K", "G", "A"},
    }
    model = shipped("op_modell_1_0")
    assert len(model.kategorier) == len({(one.strukturord, one.objekt) for one in model.kategorier}) == 9
    assert {one.strukturord for one in shipped("op_modell_2_x").kategorier} == {
        *("bebyggelse", "natur och friluftsliv", "kommunikationer")
    }
    words = {one.strukturord for one in shipped("foreskrift_op_utkast_2023").kategorier}
    assert words == {structure.op_ord for structure in catalogue.strukturer}


def test_what_is_not_verified_says_so_and_no_regulation_is_claimed():
    for one in load_plan_standards().standards:
        assert one.kallor and "vårt förslag" in one.om.sv and "our proposal" in one.om.en
        text = (paths.PLAN_STANDARDS / f"{one.kod}.yaml").read_text(encoding="utf-8")
        assert not re.search(r"BFS \d|BFS\d", text), "inget BFS-nummer är kontrollerat"
    assert not shipped("op_modell_1_0").is_verified() and shipped("op_modell_1_0").nivaer
    assert not any(one.objekt for one in shipped("op_modell_2_x").kategorier), "nod, stråk, område är inte kontrollerat"
    assert "inte gällande föreskrifter" in shipped("foreskrift_op_utkast_2023").om.sv


def test_a_file_of_ones_own_is_offered_and_the_closest_category_is_taken(own: Path):
    (own / "lansord.yaml").write_text(OWN.format(kod="lansord"), encoding="utf-8")
    (own / "anteckning.txt").write_text("inte en översättning", encoding="utf-8")
    offered = load_plan_standards(own)
    assert [one.kod for one in offered.standards] == [
        *("foreskrift_op_utkast_2023", "lansord", "op_modell_1_0", "op_modell_2_x")
    ]
    mine, catalogue = offered.named("lansord"), load_catalogue()
    assert mine is not None and offered.faults == ()
    assert mine.category(catalogue.object_class("nod"), "punkt").kategori == "Tätort"
    assert mine.category(catalogue.object_class("landsbygdsnod"), "punkt").kategori == "Ort"
    assert mine.category(catalogue.object_class("strak"), "linje") is None
    for named in (("lansord", ""), ("Länets ÖP-ord", "3")):
        assert chosen_standard(offered.standards, *named) == mine
    assert chosen_standard(offered.standards, "", "3") is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("kod: lansord", "kod: annat"), "lansord.yaml (rad 2)"),
        (("struktur: B, kategori: Ort", "struktur: X, kategori: Ort"), "kategori 1 (rad 10)"),
        (("geometri: [punkt]", "geometri: [klump]"), "kategori 2 (rad 11)"),
        (("kategori: Ort, verifierad: nej", "kategori: Ort"), "'verifierad' saknas"),
        (("verifierad: nej", "verifierad: kanske"), "ja eller nej"),
        (('"2026-11-30"', "i går"), "ÅÅÅÅ-MM-DD"),
        (("https://exempel.se/ord", "en lapp"), "webbadress"),
        (("standard:", "standart:"), "standart"),
        (("kategorier:\n", "kategorier: [\n"), "lansord.yaml"),
    ],
)
def test_a_faulty_file_is_told_with_place_and_line_and_the_others_stay(own: Path, change: tuple[str, str], told: str):
    text = OWN.format(kod="lansord")
    assert change[0] in text
    (own / "lansord.yaml").write_text(text.replace(*change, 1), encoding="utf-8")
    offered = load_plan_standards(own)
    assert len(offered.standards) == 3 and any(told in fault for fault in offered.faults), offered.faults


def test_a_fault_in_the_programs_own_file_is_an_error(own: Path):
    (own / "lansord.yaml").write_text("kod: lansord\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"lansord\.yaml"):
        load_plan_standards(folder=own)


@settings(max_examples=60, deadline=None)
@given(content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_whatever_lies_in_the_folder_nothing_is_raised(tmp_path_factory: pytest.TempPathFactory, content: bytes):
    folder = tmp_path_factory.mktemp("egna")
    (folder / "lansord.yaml").write_bytes(content)
    (folder / "mapp.yaml").mkdir()
    assert len(load_plan_standards(folder).standards) == 3
    assert len(load_plan_standards(folder / "finns inte").standards) == 3


def test_a_file_that_is_not_read_is_told_in_a_sentence_that_can_be_followed(own: Path):
    (own / "mina ord åäö.yaml").write_text(OWN.format(kod="mina ord åäö"), encoding="utf-8")
    (own / "lanets.yml").write_text(OWN.format(kod="lanets"), encoding="utf-8")
    (own / "LÄSMIG.txt").write_text("hej", encoding="utf-8")
    named, ending = load_plan_standards(own).faults
    assert "små bokstäver a-z, siffror och _" in named and "döp om filen" in named
    assert ending.startswith("lanets.yml") and ".yaml" in ending
    (own / "mina ord åäö.yaml").unlink()
    (own / "mina_ord.yaml").write_text(OWN.format(kod="mina_ord"), encoding="utf-8")
    (own / "lanets.yml").rename(own / "lanets.yaml")
    offered = load_plan_standards(own)
    assert offered.faults == () and offered.named("mina_ord") and offered.named("lanets")


def test_a_standard_that_the_strukturbild_names_but_is_not_here_is_told(own: Path):
    offered = load_plan_standards(own)
    said = missing_standard(offered, "Länets ÖP-ord", "3")
    assert "”Länets ÖP-ord 3”" in said and "strukturbild/oversattning" in said and "op_modell_1_0" in said
    (own / "lanets.yaml").write_text(OWN.format(kod="lanets"), encoding="utf-8")
    assert missing_standard(load_plan_standards(own), "Länets ÖP-ord", "3") == ""
    assert missing_standard(offered, "", "") == missing_standard(offered, "op_modell_1_0", "") == ""
