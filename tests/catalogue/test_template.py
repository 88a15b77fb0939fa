"""Templates and steps: complete, in step with the catalogue, and a region can write its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from strukturbild_plugin import paths
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import Text
from strukturbild_plugin.catalogue.steps import MEASURES, load_ladder, load_steps
from strukturbild_plugin.catalogue.template import (
    catalogue_for_template,
    load_template,
    load_template_file,
    load_templates,
    read_templates,
)
from strukturbild_plugin.checks.rules.registry import RULES
from strukturbild_plugin.errors import CatalogueError
from tests.catalogue.helpers import OWN_CLASS, change, manual_examples, own_file

CHAIN = ("syfte", "omrade", "mal", "noder", "strak", "gron_bla", "bygder", "koppla_mal", "granska", "utgava")
SEVEN = (
    *("malbild", "nulagesbild", "storregional_bild", "strak_over_lansgrans", "gransbygd", "gron_infrastruktur"),
    "op_dialog",
)
LADDER = "oppenhet informera lyssna diskutera konsultera ge_och_ta samarbeta samskapa"


def copies(folder: Path) -> Path:
    """The shipped templates, to be spoiled."""
    return Path(shutil.copytree(paths.TEMPLATE_FILES, folder / "mallar"))


def in_both(text: Text) -> bool:
    """Whether a text is there in both languages, and they differ as languages do."""
    return bool(text.sv and text.en) and (text.sv != text.en or len(text.sv) < 20)


def test_the_ten_steps_are_complete_in_both_languages_and_name_what_exists() -> None:
    steps = load_steps()
    assert tuple(step.kod for step in steps) == CHAIN
    classes = {klass.kod for klass in load_catalogue().klasser}
    rules = {rule.id for rule in RULES}
    for step in steps:
        assert all(in_both(text) for text in (step.namn, step.varfor, step.sa_gor_ni, step.resultat)), step.kod
        assert 2 <= len(step.fragor) <= 5
        assert all(in_both(text) and text.sv.endswith("?") and text.en.endswith("?") for text in step.fragor)
        assert set(step.klasser) <= classes and set(step.kontroller) <= rules
        assert step.mats_pa in MEASURES
    assert {kod for step in steps for kod in step.klasser} == classes


def test_the_ladder_has_its_eight_rungs_in_order() -> None:
    ladder = load_ladder()
    assert " ".join(level.kod for level in ladder) == LADDER
    assert [level.nummer for level in ladder] == list(range(1, 9))
    assert all(in_both(level.namn) and in_both(level.betyder) for level in ladder)


def test_the_seven_templates_are_complete_in_both_languages() -> None:
    templates = {template.kod: template for template in load_templates()}
    assert tuple(templates) == SEVEN
    rules = {rule.id for rule in RULES}
    for template in templates.values():
        assert template.symboluppsattning == "tryck" and template.version
        assert in_both(template.beskrivning)
        for thing in (template, *template.bilder, *template.steg):
            assert thing.namn.sv and thing.namn.en
        assert {step.kod for step in template.steg} == set(CHAIN)
        assert {kod for step in template.steg for kod in step.klasser} == set(template.klasser)
        for step in template.steg:
            assert all(in_both(text) for text in (step.varfor, step.sa_gor_ni, step.resultat)), step.kod
            assert 2 <= len(step.fragor) <= 5 and all(in_both(text) for text in step.fragor)
            assert set(step.kontroller) <= rules
        for kod in template.malsamlingar:
            assert (paths.GOAL_SETS / f"{kod}.yaml").is_file(), kod
        assert (paths.TEMPLATE_FILES / f"{template.kod}.yaml").is_file()


def test_each_template_opens_the_picture_it_is_named_for() -> None:
    first = {template.kod: template.bilder[0] for template in load_templates()}
    assert (first["malbild"].bildtyp, first["malbild"].skala) == ("malbild", "regional")
    assert first["malbild"].horisont == 2040
    assert (first["nulagesbild"].bildtyp, first["nulagesbild"].horisont) == ("nulage", None)
    assert first["strak_over_lansgrans"].skala == first["storregional_bild"].skala == "storregional"
    assert first["op_dialog"].skala == "nargeografi"


def test_a_template_orders_the_steps_and_says_some_things_in_its_own_words() -> None:
    shared = {step.kod: step for step in load_steps()}
    border = load_template("gransbygd")
    assert [step.kod for step in border.steg][:3] == ["syfte", "omrade", "bygder"]
    own = next(step for step in border.steg if step.kod == "bygder")
    assert own.namn.sv == "Gränsbygden" and own.fragor != shared["bygder"].fragor
    assert own.varfor == shared["bygder"].varfor and own.kontroller == shared["bygder"].kontroller
    nodes = next(step for step in border.steg if step.kod == "noder")
    assert nodes.klasser == ("nod", "landsbygdsnod", "bytespunkt", "omland"), "only what the template has"


def test_subset_keeps_the_template_s_classes_and_the_region_s_own(tmp_path: Path) -> None:
    whole = load_catalogue(own_files=[own_file(tmp_path, OWN_CLASS)])
    template = load_template("strak_over_lansgrans")
    part = catalogue_for_template(whole, template)
    assert {klass.kod for klass in part.klasser} == {*template.klasser, "led"}
    assert part.lager == whole.lager and part.attribut == whole.attribut


def test_an_unknown_template_is_refused_with_the_nearest() -> None:
    with pytest.raises(CatalogueError, match="Menade du 'nulagesbild'"):
        load_template("nulagesbilden")


def test_faults_in_templates_are_told_at_once_and_spare_the_sound_ones(tmp_path: Path) -> None:
    folder = copies(tmp_path)
    spoiled = folder / "nulagesbild.yaml"
    change(spoiled, "  - barriar\n", "  - barriär\n")
    change(spoiled, "bildtyp: nulage\n", "bildtyp: nulaget\n    horisont: snart\n")
    change(spoiled, "  omrade:\n", "  omradet:\n")
    change(spoiled, "  strak:\n", "  strak:\n    klasser: [barriar, strak]\n    kontroller: [t1]\n    minst: 0\n")
    change(folder / "op_dialog.yaml", "kod: op_dialog", "kod: malbild")
    own_file(folder, "kod: [", "trasig.yaml")

    found = read_templates(folder)

    told = "\n".join(found.problem)
    for expected in (
        "nulagesbild.yaml (rad 29): 'klasser' nämner 'barriär'",
        "Menade du 'barriar'?",
        "nulagesbild.yaml, bild 1 (rad ",
        "'bildtyp' är 'nulaget'. Tillåtna värden: malbild, nulage, strategi. Menade du 'nulage'?",
        "'horisont' är 'snart'",
        "Det finns inget gemensamt steg 'omradet'",
        "Menade du 'omrade'?",
        "'kontroller' nämner 't1'",
        "'minst' är '0'",
        "Klassen 'delregion' finns inte i något steg",
        "op_dialog.yaml (rad 4): En annan mall har redan koden",
        "trasig.yaml (rad ",
    ):
        assert expected in told, expected
    sound = [kod for kod in SEVEN if kod not in ("nulagesbild", "op_dialog")]
    assert [template.kod for template in found.templates] == sound
    assert load_templates(folder) == found.templates
    assert load_template("gransbygd", folder).namn.sv == "Gränsbygd"
    with pytest.raises(CatalogueError, match="Mallen har fel"):
        load_template("nulagesbild", folder)


def test_a_folder_without_a_sound_template_is_refused_with_the_reasons(tmp_path: Path) -> None:
    own_file(tmp_path, "kod: [", "trasig.yaml")
    with pytest.raises(CatalogueError, match="ingen mall som kan användas") as caught:
        load_templates(tmp_path)
    assert "trasig.yaml" in str(caught.value)


def test_faults_in_the_steps_are_told_and_what_can_be_read_of_them_is_used(tmp_path: Path) -> None:
    steps = Path(shutil.copytree(paths.STEPS, tmp_path / "steg"))
    change(steps / "3_noder.yaml", "varfor:", "varför:")
    change(steps / "3_noder.yaml", "klasser: [nod,", "klasser: [nodd,")
    with pytest.raises(CatalogueError) as caught:
        load_steps(steps)
    told = "\n".join(caught.value.problems)
    assert "steg/3_noder.yaml (rad 3): 'varfor' saknas" in told and "Menade du 'nod'?" in told
    assert "'varför' betyder ingenting här" in told

    change(steps / "3_noder.yaml", "klasser: [nodd,", "klasser: [nod,")
    found = read_templates(steps=steps)
    assert tuple(template.kod for template in found.templates) == SEVEN
    assert any("'varfor' saknas" in problem for problem in found.problem)


def test_the_manual_s_templates_load(tmp_path: Path) -> None:
    template = load_template_file(manual_examples(tmp_path)["ortsstruktur.yaml"])
    assert template.klasser == ("nod", "landsbygdsnod", "omland", "samband")
    assert [picture.horisont for picture in template.bilder] == [None, 2040]
    assert [step.kod for step in template.steg] == ["syfte", "noder", "strak", "besok", "utgava"]
    own = template.steg[3]
    assert own.varfor.sv and own.varfor.en and len(own.fragor) == 2


def test_a_template_may_name_own_classes_of_its_catalogue(tmp_path: Path) -> None:
    own = load_catalogue(own_files=[own_file(tmp_path, OWN_CLASS)])
    path = Path(shutil.copy(paths.TEMPLATE_FILES / "malbild.yaml", tmp_path / "leder.yaml"))
    change(path, "  - nod\n", "  - nod\n  - led\n")
    green = "[led, gron_kil, gron_vardekarna, vardetrakt, gron_samband, bla_struktur]"
    change(path, "  gron_bla:\n", f"  gron_bla:\n    klasser: {green}\n")
    assert "led" in load_template_file(path, own).klasser
    with pytest.raises(CatalogueError, match="'klasser' nämner 'led'"):
        load_template_file(path)
