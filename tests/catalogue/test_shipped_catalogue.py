"""The shipped catalogue holds what the domain asks for, said well in both languages, with its source."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Iterator

import pytest

from strukturbild_plugin.catalogue.fitting import with_fitting
from strukturbild_plugin.catalogue.kinds import kind_codes, kind_name
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import Catalogue, Text
from tests.catalogue.helpers import DOMAIN_CLASSES

COMMON = (
    "namn roll status osakerhet beskrivning stallningstagande planeringsprincip kalla kalla_datum "
    "beslutsstatus beslutsdatum tidshorisont ansvarig kommunkoder"
)
SELDOM = (
    "prioritet prioritet_skal tillganglighet plan_slag plan_ref oenighet oenighet_om ses_over granskorsning "
    "omradeskoder op_egen_kategori"
)
"""Under Mer, which is folded: nobody who draws for the first time has more to read."""
LAYERS = {
    "nod": "punkt",
    "strak": "linje",
    "samband": "linje",
    "gron_bla_yta": "yta",
    "gron_bla_lank": "linje",
    "gransbygd": "yta",
    "omrade": "yta",
    "barriar": "linje",
}
ASKED_OF_CLASSES = {
    "nod": "utbud hogskola specialisering kollektivtrafikutbud arbetstillfallen bredband befolkning",
    "landsbygdsnod": "befolkning service ar_bytespunkt stod_i_op",
    "bytespunkt": "gron_station trafikslag",
    "strak": "infrastruktur",
    "barriar": "skar_av",
    "gron_kil": "minsta_bredd",
    "gron_vardekarna": "sammanfallande_varden",
    "gron_samband": "minsta_bredd hot",
    "vardetrakt": "naturtyp",
    "bla_struktur": "vattenslag",
    "bebyggelselage": "kollektivtrafiklage",
    "gransbygd": "berorda_regioner gles_geografi",
    "landsbygd": "landsbygdslage landsbygdstyp landsbygd_definition",
    "omland": "hor_till_nod",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_every_class_of_the_domain_is_there_and_no_other(catalogue: Catalogue) -> None:
    found = {
        klass.kod: (
            klass.struktur,
            dict(klass.lager),
            " ".join(level.kod for level in klass.nivaer),
            " ".join(subtype.kod for subtype in klass.undertyper),
        )
        for klass in catalogue.klasser
    }
    assert found == DOMAIN_CLASSES


def test_only_weak_green_links_have_classes_and_roles_stand_where_they_fit(catalogue: Catalogue) -> None:
    green = catalogue.object_class("gron_samband")
    assert green.levels_for("") == green.levels_for("samband") == ()
    assert [one.kod for one in green.levels_for("svagt_samband")] == ["klass_1", "klass_2", "klass_3"]
    assert [kind_codes(kind) for kind in green.kinds()] == [
        ("", "samband"),
        ("klass_1", "svagt_samband"),
        ("klass_2", "svagt_samband"),
        ("klass_3", "svagt_samband"),
    ]
    assert [kind_name(kind, "sv") for kind in green.kinds()][:2] == ["Grönt samband", "Svagt grönt samband: Klass 1"]
    assert [kind_codes(kind)[1] for kind in catalogue.object_class("nod").kinds()] == [""] * 4

    def roles(kod: str) -> list[str]:
        return [role.kod for role in catalogue.object_class(kod).roles_among(catalogue.listor["roll"])]

    assert roles("nod") == [role.kod for role in catalogue.listor["roll"]]
    assert roles("bytespunkt") == ["hamn", "flygplats", "gron_station"]
    for klass in catalogue.klasser:
        if "punkt" not in klass.lager and klass.kod != "bebyggelselage":
            assert roles(klass.kod) == [], klass.kod


def test_a_class_from_before_gets_what_fits_it_and_a_region_s_own_says_it_itself(catalogue: Catalogue) -> None:
    green = catalogue.object_class("gron_samband")
    before = replace(green, nivaer=tuple(replace(one, undertyper=()) for one in green.nivaer), roller=())
    assert with_fitting(before) == green and with_fitting(green) == green
    for own in (
        replace(before, egen=True),
        replace(before, kod="egen_lank"),
        replace(before, undertyper=before.undertyper[:1], roller=("hamn",)),
    ):
        assert with_fitting(own) == own


def test_classes_ask_for_what_the_domain_lists(catalogue: Catalogue) -> None:
    for kod, asked in ASKED_OF_CLASSES.items():
        assert set(asked.split()) <= set(catalogue.object_class(kod).attribut), kod
    layer = catalogue.layer("samband")
    assert {"fran_id", "till_id", "sambandstyp", "styrka", "riktning", "matt", "matt_kalla"} <= set(layer.attribut)
    assert catalogue.layer("strak").attribut == ("noder", "mot_start", "mot_slut")
    assert set(catalogue.gemensamma) == {*COMMON.split(), *SELDOM.split()}
    assert {kod for kod, one in catalogue.attribut.items() if one.grupp == "mer"} == set(SELDOM.split())
    assert catalogue.attribut["utmaning"].grupp == catalogue.attribut["stallningstagande"].grupp == "text"
    for layer in catalogue.lager:
        assert ("utmaning" in layer.attribut) == (layer.geometri == "yta"), layer.kod


def test_the_layers_and_lists_everything_builds_on(catalogue: Catalogue) -> None:
    def codes(name: str) -> str:
        return " ".join(choice.kod for choice in catalogue.listor[name])

    assert {layer.kod: layer.geometri for layer in catalogue.lager} == LAYERS
    assert [structure.kod for structure in catalogue.strukturer] == ["B", "K", "G", "A"]
    assert codes("status") == "befintlig utvecklas foreslagen reservat"
    assert codes("osakerhet") == "exakt ungefarlig principiell"
    assert codes("bildtyp") == "nulage malbild strategi"
    assert codes("skala") == "storregional regional nargeografi"
    assert codes("bildstatus") == "utkast remiss granskning antagen"
    assert codes("sambandstyp") == "pendling service utbildning gods"
    assert {"nodstad", "tillvaxtmotor", "regional_karna", "strategisk_nod"} <= set(codes("roll").split())


def test_levels_go_from_large_to_small(catalogue: Catalogue) -> None:
    for klass in catalogue.klasser:
        sizes = [level.storlek for level in klass.nivaer]
        assert sizes == sorted(sizes, reverse=True), klass.kod
        assert [level.ordning for level in klass.nivaer] == list(range(1, len(sizes) + 1)), klass.kod
        if set(klass.lager) & {"punkt", "linje"}:
            assert all(0.5 <= size <= 12 for size in sizes), klass.kod


def test_legend_goes_through_the_structures_in_order_with_distinct_places(catalogue: Catalogue) -> None:
    order = [klass.struktur for klass in catalogue.in_legend_order()]
    assert order == sorted(order, key="BKGA".index)
    places = [(klass.struktur, klass.ordning) for klass in catalogue.klasser]
    assert len(set(places)) == len(places)


def test_every_text_is_there_in_both_languages(catalogue: Catalogue) -> None:
    for where, text in _texts(catalogue):
        assert text.sv.strip() and text.en.strip(), where
        assert "  " not in text.sv + text.en, where
        assert not re.search(r"\b(och|är|för|att|eller)\b|[åäö]", _without_names(text.en)), where


def test_help_and_prompts_are_sentences(catalogue: Catalogue) -> None:
    helps = [(a.kod, a.hjalp) for a in catalogue.attribut.values()]
    helps += [(k.kod, text) for k in catalogue.klasser for text in (k.hjalp, k.ritanvisning)]
    for where, text in helps:
        for said in (text.sv, text.en):
            assert said[0].isupper() and said[-1] in ".?", (where, said)


def test_every_class_and_attribute_says_where_it_comes_from(catalogue: Catalogue) -> None:
    for thing in (*catalogue.klasser, *catalogue.attribut.values()):
        assert thing.kalla == "egen" or re.search(r"https?://\S+", thing.kalla), thing.kod
    ours = {klass.kod for klass in catalogue.klasser if klass.kalla == "egen"}
    assert ours == {"verksamhet", "forsorjningsnat", "delregion"}
    assert not any(klass.egen for klass in catalogue.klasser)


def test_every_attribute_and_list_is_used(catalogue: Catalogue) -> None:
    used = {attribute.kod for layer in catalogue.lager for attribute in catalogue.columns(layer.kod)}
    assert set(catalogue.attribut) == used
    lists = {attribute.lista for attribute in catalogue.attribut.values()} | {"bildtyp", "skala"}
    assert set(catalogue.listor) == lists - {""}


def _texts(catalogue: Catalogue) -> Iterator[tuple[str, Text]]:
    things = (*catalogue.strukturer, *catalogue.lager, *catalogue.grupper)
    for thing in (*things, *catalogue.attribut.values(), *catalogue.klasser):
        yield thing.kod, thing.namn
    for attribute in catalogue.attribut.values():
        yield attribute.kod, attribute.hjalp
    for klass in catalogue.klasser:
        for text in (klass.plural, klass.hjalp, klass.ritanvisning):
            yield klass.kod, text
        for part in (*klass.nivaer, *klass.undertyper):
            yield f"{klass.kod} {part.kod}", part.namn
    for name, values in catalogue.listor.items():
        for choice in values:
            yield f"{name} {choice.kod}", choice.namn


def _without_names(english: str) -> str:
    """English text without the Swedish names it may hold."""
    return re.sub("Tillväxtverket|Jordbruksverket", "", english)
