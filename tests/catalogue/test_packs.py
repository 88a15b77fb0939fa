"""Packs: read as strictly as the catalogue, each from one file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from strukturbild_plugin import paths
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import AREA
from strukturbild_plugin.catalogue.packs import chosen_packs, load_packs
from strukturbild_plugin.catalogue.sources import OWN, class_source, source_text
from strukturbild_plugin.errors import CatalogueError

CODES = ("norr", "kust", "ansprak")


def test_the_three_packs_are_there_and_nothing_of_them_is_in_the_catalogue() -> None:
    packs, catalogue = load_packs(), load_catalogue()
    assert tuple(pack.kod for pack in packs) == CODES
    for pack in packs:
        assert all(catalogue.object_class(klass.kod) is None for klass in pack.klasser)
        assert not set(pack.attribut) & set(catalogue.attribut)


@pytest.mark.parametrize("kod", CODES)
def test_a_pack_says_what_its_classes_are_and_are_not_in_two_languages_and_where_they_come_from(kod: str) -> None:
    (pack,) = chosen_packs([kod])
    assert re.fullmatch(r"\d+\.\d+", pack.version)
    assert pack.beskrivning.sv.count(".") == 1, "one sentence"
    for klass in pack.klasser:
        assert klass.egen and AREA in klass.lager
        for text in (klass.namn, klass.plural, klass.hjalp, klass.ritanvisning):
            assert text.sv and text.en and text.sv != text.en
        assert re.search(r"\binte\b|\bvarken\b|\bingen\b", klass.hjalp.sv), "what it is not"
        assert re.search(r"\bnot\b|\bneither\b|\bno\b", klass.hjalp.en), "what it is not"
        assert klass.kalla != OWN, "that would say that the region made it"
        assert class_source(klass) == source_text(klass.kalla)
    assert {kod for klass in pack.klasser for kod in klass.attribut} == set(pack.attribut)


def test_faults_of_a_pack_are_told_with_their_place(tmp_path: Path) -> None:
    for file in paths.PACKS.glob("*.yaml"):
        shutil.copy(file, tmp_path)
    kust = tmp_path / "kust.yaml"
    text = kust.read_text(encoding="utf-8").replace("lager: {yta: omrade}", "lager: {yta: nod}")
    kust.write_text(text.replace(", en: The coast}", "}"), encoding="utf-8")
    norr = tmp_path / "norr.yaml"
    norr.write_text(norr.read_text(encoding="utf-8").replace("samiskt_omrade:", "landsbygd:"), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_packs(tmp_path)
    said = "\n".join(caught.value.problems)
    for word in ("kust.yaml", "'en'", "'yta'", "norr.yaml", "Koden är redan använd"):
        assert word in said, (word, said)


def test_an_unknown_pack_is_refused_with_those_there_are() -> None:
    with pytest.raises(CatalogueError, match=r"'nor'.*ansprak, kust, norr.*Menade du 'norr'"):
        chosen_packs(["nor"])
    assert chosen_packs([]) == ()
