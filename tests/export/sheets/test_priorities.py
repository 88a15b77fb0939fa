"""What comes first is said with its reason on the sheet with goals and on the web page, in the catalogue's words."""

from __future__ import annotations

from dataclasses import replace

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import AttributeGroup
from strukturbild_plugin.export.sheets.measures import measures
from strukturbild_plugin.export.sheets.priorities import priorities, priority_levels
from strukturbild_plugin.export.web.page_content import picture_parts
from strukturbild_plugin.store.gpkg.records import Measure, Snapshot
from tests.cartography.helpers import objekt, snapshot


def drawn() -> Snapshot:
    things = [
        replace(objekt("nod", "nod", "Point(450000 6580000)", name, "regional"), objekt_id=name, attribut=values)
        for name, values in (
            ("Karlstad", {"prioritet": "prio_2"}),
            ("Örebro", {"prioritet": "prio_1", "prioritet_skal": "Flest reser hit."}),
            ("Arvika", {"prioritet": "prio_1", "utmaning": "Få bostäder", "tillganglighet": "{narhet,digitalt}"}),
            ("Säffle", {}),
        )
    ]
    found = snapshot(things, load_catalogue())
    measures = (
        Measure("i2", "Arvika", "Ny station", "Region Värmland", 2028, 2032, plan_ref="länstransportplanen", ordning=2),
        Measure("i1", "Arvika", "Bussgata"),
    )
    return replace(found, measures=measures)


def test_the_sheet_names_what_comes_first_with_the_reason_and_nothing_without_a_priority() -> None:
    found = drawn()
    (section,) = priorities(found, found.pictures[0])
    assert [(line.lead, line.text) for line in section.lines] == [
        ("1 Högst", "Arvika; Örebro (Flest reser hit)"),
        ("2 Mellan", "Karlstad"),
    ]
    assert "regionens bedömning" in section.heading
    assert priorities(replace(found, objects=found.objects[-1:]), found.pictures[0]) == ()


def test_the_sheet_says_who_does_what_when() -> None:
    found = drawn()
    (section,) = measures(found, found.pictures[0])
    assert [(line.lead, line.text) for line in section.lines] == [
        ("Arvika", "Bussgata; Ny station: Region Värmland, 2028–2032, länstransportplanen")
    ]
    assert measures(replace(found, measures=()), found.pictures[0]) == ()


def test_a_column_of_the_same_code_that_is_somebody_s_own_is_no_priority() -> None:
    found = drawn()
    catalogue = replace(found.catalogue, gemensamma=tuple(k for k in found.catalogue.gemensamma if k != "prioritet"))
    assert isinstance(catalogue.grupper[0], AttributeGroup)
    assert priority_levels(replace(found, catalogue=catalogue)) == ()


def test_the_web_page_says_challenge_priority_access_and_measures_of_each_object() -> None:
    rows = {row.name: dict(row.texts) for part in picture_parts(drawn()) for row in part.objects}
    assert rows["Arvika"] == {
        "Utmaning": "Få bostäder",
        "Prioritet": "1 Högst",
        "Tillgänglighet": "Närhet, Digital tillgänglighet",
        "Insatser": "Bussgata; Ny station: Region Värmland, 2028–2032, länstransportplanen",
    }
    assert rows["Örebro"]["Skäl till prioriteten"] == "Flest reser hit." and rows["Säffle"] == {}
