"""Words of the field are found in any text, however they are inflected, and never inside other words."""

from __future__ import annotations

from pathlib import Path

import pytest

from strukturbild_plugin import paths
from strukturbild_plugin.catalogue.glossary import find_words, load_glossary
from strukturbild_plugin.catalogue.steps import load_steps
from strukturbild_plugin.catalogue.template import load_templates
from strukturbild_plugin.errors import CatalogueError
from tests.catalogue.helpers import manual_examples, own_file
from tests.counting import growth, python_steps

NEEDED = (
    "rumslig geografisk territoriell strukturbild rumslig_strategi malbild nulagesbild nod nodstad regional_karna "
    "tillvaxtmotor landsbygdsnod ortsstruktur flerkarnighet omland strak transportstrak utvecklingsstrak huvudstrak "
    "samband storregional funktionell_geografi gransbygd landsbygd glesbygd gron_infrastruktur vardekarna vardetrakt "
    "spridningssamband gron_kil gron_bla_struktur bytespunkt utvecklingsinriktning stallningstagande planeringsprincip "
    "inriktning rus rua oversiktsplan remiss samrad granskning antagande malomrade prioritering delmal indikator"
)
"""Every word of the project's vocabulary."""


def found(text: str, language: str = "sv", once: bool = False) -> list[tuple[str, str]]:
    """What is found, and of which word."""
    spans = find_words(text, load_glossary(), language, once)
    return [(text[span.start : span.slut], span.kod) for span in spans]


def test_every_word_is_explained_in_both_languages_with_its_source() -> None:
    glossary = load_glossary()
    assert set(NEEDED.split()) <= {word.kod for word in glossary.ord}
    for word in glossary.ord:
        assert word.ord.sv and word.ord.en and word.kalla
        assert word.betyder.sv.endswith(".") and word.betyder.en.endswith(".")
        assert word.ord.sv in word.former and word.ord.en in word.former_en


def test_inflected_words_are_found_in_any_case() -> None:
    assert found("Stråken möter noderna. Ett STRÅK till!") == [
        ("Stråken", "strak"),
        ("noderna", "nod"),
        ("STRÅK", "strak"),
    ]
    assert found("Nodes and corridors", "en") == [("Nodes", "nod"), ("corridors", "strak")]


def test_only_whole_words_are_found_and_the_longer_of_two() -> None:
    assert found("anod, nodlös, snabbstråkig, åstråk") == []
    assert found("huvudstråket och de gröna sambanden") == [
        ("huvudstråket", "huvudstrak"),
        ("gröna sambanden", "spridningssamband"),
    ]
    assert found("grön- och\nblåstruktur") == [("grön- och\nblåstruktur", "gron_bla_struktur")]


def test_a_word_of_capitals_is_found_only_as_written() -> None:
    assert found("RUS-mål, inte ett rus") == [("RUS", "rus")]
    assert [kod for _text, kod in found("ÖP eller FÖP")] == ["oversiktsplan", "oversiktsplan"]


def test_a_word_may_be_shown_only_where_it_stands_first() -> None:
    assert found("nod, noder och noden", once=True) == [("nod", "nod")]
    assert found("") == [] and found("ingenting här") == []


def test_the_texts_of_the_guide_use_words_that_the_glossary_explains() -> None:
    text = " ".join(step.sa_gor_ni.sv + step.varfor.sv for step in load_steps())
    assert {"nod", "strak", "samband", "gransbygd", "rus", "vardetrakt"} <= {kod for _text, kod in found(text)}
    words = load_glossary()
    assert growth(lambda times: python_steps(lambda: find_words(text * times, words)), 1) < 1.1
    assert python_steps(lambda: find_words(text, words)) < 5 * len(text.split()), "det som hittar orden görs en gång"


def test_a_region_s_own_explanation_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = manual_examples(tmp_path)["egna_ord.yaml"]
    ours, theirs = load_glossary(), load_glossary(own_files=[own])
    assert [word.kod for word in theirs.ord] == [word.kod for word in ours.ord]
    word = theirs.word("rumslig")
    assert word is not None and word.betyder.sv.startswith("Används om allt")


def test_faults_in_a_glossary_are_told_at_once(tmp_path: Path) -> None:
    bad = own_file(
        tmp_path,
        "ord:\n"
        "  vag:\n    ord: {sv: väg}\n    former: {sv: [stråket]}\n    se: [bana]\n"
        "  Väg:\n    ord: {sv: väg}\n"
        "  led:\n    ord: {sv: led}\n    betyder: {sv: En stig.}\n    kalal: egen\n",
    )
    with pytest.raises(CatalogueError) as caught:
        load_glossary(own_files=[bad])
    told = "\n".join(caught.value.problems)
    for expected in (
        "'betyder' saknas",
        "'stråket' hör redan till ordet 'strak'",
        "'bana', som inte finns",
        "Menade du",
    ):
        assert expected in told, expected
    assert "En kod skrivs" in told


def test_no_shown_text_names_what_only_programmers_know() -> None:
    texts = [paths.GLOSSARY.read_text("utf-8")]
    for step in (*load_steps(), *(step for template in load_templates() for step in template.steg)):
        for text in (step.namn, step.varfor, step.sa_gor_ni, step.resultat, *step.fragor):
            texts += [text.sv, text.en]
    for word in (
        "GeoPackage",
        "EPSG",
        "geometri",
        "polygon",
        "attribut",
        "buffer",
        "topologi",
        "snapp",
        "vertex",
        "layer",
    ):
        assert not [text for text in texts if word.lower() in text.lower()], word
