"""Templates: complete, in step with the catalogue, and a region can write its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from strukturbild_plugin import paths
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.template import (
    load_template,
    load_template_file,
    load_templates,
    subset,
)
from strukturbild_plugin.errors import CatalogueError
from tests.catalogue_helpers import OWN_CLASS, change, manual_examples, own_file

CHAIN = "syfte omrade mal noder strak gron_bla bygder koppla_mal granska utgava"


def test_the_three_templates_are_complete_in_both_languages() -> None:
    templates = {template.kod: template for template in load_templates()}
    assert {"malbild", "nulagesbild", "strak_over_lansgrans"} <= set(templates)
    for template in templates.values():
        assert template.symboluppsattning == "tryck"
        for thing in (template, *template.bilder, *template.steg):
            assert thing.namn.sv and thing.namn.en
        assert template.beskrivning.sv and template.beskrivning.en
        assert " ".join(step.kod for step in template.steg) == CHAIN
        assert {kod for step in template.steg for kod in step.klasser} == set(template.klasser)
        for kod in template.malsamlingar:
            assert (paths.GOAL_SETS / f"{kod}.yaml").is_file(), kod


def test_each_template_opens_the_picture_it_is_named_for() -> None:
    first = {template.kod: template.bilder[0] for template in load_templates()}
    assert (first["malbild"].bildtyp, first["malbild"].skala) == ("malbild", "regional")
    assert first["malbild"].horisont == 2040
    assert (first["nulagesbild"].bildtyp, first["nulagesbild"].horisont) == ("nulage", None)
    assert first["strak_over_lansgrans"].skala == "storregional"


def test_subset_keeps_the_template_s_classes_and_the_region_s_own(tmp_path: Path) -> None:
    whole = load_catalogue(own_files=[own_file(tmp_path, OWN_CLASS)])
    template = load_template("strak_over_lansgrans")
    part = subset(whole, template)
    assert {klass.kod for klass in part.klasser} == {*template.klasser, "led"}
    assert part.lager == whole.lager and part.attribut == whole.attribut


def test_an_unknown_template_is_refused_with_the_nearest() -> None:
    with pytest.raises(CatalogueError, match="Menade du 'nulagesbild'"):
        load_template("nulagesbilden")


def test_faults_in_templates_are_told_at_once_and_spare_the_sound_ones(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(paths.TEMPLATE_FILES, tmp_path / "mallar"))
    spoiled = folder / "nulagesbild.yaml"
    change(spoiled, "  - barriar\n", "  - barriär\n")
    change(spoiled, "bildtyp: nulage\n", "bildtyp: nulaget\n    horisont: snart\n")
    change(spoiled, "    klasser: [delregion]\n", "")
    change(folder / "malbild.yaml", "kod: malbild", "kod: strak_over_lansgrans")
    own_file(folder, "kod: [", "trasig.yaml")

    with pytest.raises(CatalogueError) as caught:
        load_templates(folder)

    told = "\n".join(caught.value.problems)
    for expected in (
        "nulagesbild.yaml: 'klasser' nämner 'barriär'",
        "Menade du 'barriar'?",
        "nulagesbild.yaml, steg 'strak'",
        "nulagesbild.yaml, bild 1 (rad ",
        "'bildtyp' är 'nulaget'. Tillåtna värden: malbild, nulage, strategi. Menade du 'nulage'?",
        "'horisont' är 'snart'",
        "Klassen 'delregion' finns inte i något steg",
        "strak_over_lansgrans.yaml: En annan mall har redan koden",
        "trasig.yaml (rad ",
    ):
        assert expected in told, expected
    change(folder / "malbild.yaml", "kod: strak_over_lansgrans", "kod: malbild")
    assert load_template("malbild", folder).namn.sv == "Målbild"
    with pytest.raises(CatalogueError, match="Mallen har fel"):
        load_template("nulagesbild", folder)


def test_the_manual_s_template_loads(tmp_path: Path) -> None:
    template = load_template_file(manual_examples(tmp_path)["ortsstruktur.yaml"])
    assert template.klasser == ("nod", "landsbygdsnod", "omland", "samband")
    assert [picture.horisont for picture in template.bilder] == [None, 2040]


def test_a_template_may_name_own_classes_of_its_catalogue(tmp_path: Path) -> None:
    own = load_catalogue(own_files=[own_file(tmp_path, OWN_CLASS)])
    path = Path(shutil.copy(paths.TEMPLATE_FILES / "malbild.yaml", tmp_path / "leder.yaml"))
    change(path, "  - nod\n", "  - nod\n  - led\n")
    change(path, "[gron_kil,", "[led, gron_kil,")
    assert "led" in load_template_file(path, own).klasser
    with pytest.raises(CatalogueError, match="'klasser' nämner 'led'"):
        load_template_file(path)
