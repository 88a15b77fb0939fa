"""Each rule says what it promises about a strukturbild with that one fault, and nothing about one without."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.cartography.typography.fonts import load_fonts
from strukturbild_plugin.cartography.typography.typeset import TextStyle
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.checks.rules.registry import RULES
from strukturbild_plugin.checks.run import check
from strukturbild_plugin.goals.model import Goal, GoalLink
from strukturbild_plugin.store.gpkg.odd_cells import NOT_KIND
from strukturbild_plugin.store.gpkg.records import Attachment, OddCell, Picture
from tests.store.snapshot_helpers import (
    BILD,
    GRANS,
    KARLSTAD,
    KIL,
    OREBRO,
    SAMBAND,
    STRAK,
    multiline,
    multipoint,
    multipolygon,
    objekt,
    small_snapshot,
    square,
    with_more,
    with_object,
)

FAR, OUTSIDE = multipoint((200000, 7200000)), multipoint((450000, 6800000))
BOW_TIE = multipolygon(
    [[(450000, 6580000), (459000, 6589000), (459000, 6580000), (450000, 6589000), (450000, 6580000)]]
)
ONWARD = multiline([(415000, 6584000), (512000, 6571000), (700000, 6580000)])


def more_linked(snapshot, *objects):
    """Further objects, each with a goal, so that only what they are about is remarked on."""
    links = tuple(GoalLink(one.objekt_id, "m2", 1) for one in objects)
    return replace(with_more(snapshot, *objects), links=(*snapshot.links, *links))


def with_goal(snapshot, goal):
    return replace(snapshot, goals=(*snapshot.goals, goal))


def with_people(snapshot, number):
    """The catalogue asks for the population as a number, and Karlstad has this one."""
    asked = replace(snapshot.catalogue.attribut["befolkning"], typ="heltal", enhet="invånare")
    catalogue = replace(snapshot.catalogue, attribut={**snapshot.catalogue.attribut, "befolkning": asked})
    return with_object(replace(snapshot, catalogue=catalogue), KARLSTAD, attribut={"befolkning": number})


def with_long_goal(snapshot, length):
    """Each goal is described in so many characters; one of them has an object."""
    goals = tuple(replace(goal, beskrivning=("Ord " * length)[:length]) for goal in snapshot.goals)
    return replace(snapshot, goals=goals)


def with_green_link(snapshot, level, subtype):
    """A green link drawn as an area; the catalogue is from before it said that only weak links are graded."""
    klass = load_catalogue().object_class("gron_samband")
    levels = tuple(replace(one, undertyper=()) for one in klass.nivaer)
    before = replace(klass, nivaer=levels, lager={"yta": "gron_bla_yta"}, attribut=())
    catalogue = replace(snapshot.catalogue, klasser=(*snapshot.catalogue.klasser, before))
    area = multipolygon([square(450000, 6580000, 9000)])
    link = objekt("lank", "gron_bla_yta", area, klass="gron_samband", niva=level, undertyp=subtype)
    return more_linked(replace(snapshot, catalogue=catalogue), link)


FAULTS = {
    "name of a node": ("T01", "fel", KARLSTAD, lambda s: with_object(s, KARLSTAD, namn=" ")),
    "name of an area": ("T01", "varning", KIL, lambda s: with_object(s, KIL, namn="")),
    "spaces": ("T04", "tips", OREBRO, lambda s: with_object(s, OREBRO, namn=" Örebro  stad")),
    "unseen sign": ("T05", "tips", KIL, lambda s: with_object(s, KIL, attribut={"beskrivning": "Där\u200bför."})),
    "sign of another typeface": ("T06", "tips", OREBRO, lambda s: with_object(s, OREBRO, namn="Örebro ✓")),
    "merged, not decided": ("H03", "varning", "", lambda s: replace(s, waiting_conflicts=7)),
    "no room for a goal": ("M06", "tips", "", lambda s: with_long_goal(s, 20_000)),
    "no room": ("H04", "varning", "", lambda s: replace(s, head=replace(s.head, beskrivning="Ord " * 9_999))),
    "in the title": ("H02", "tips", "", lambda s: replace(s, head=replace(s.head, titel="Nobel\u2060bana"))),
    "level": ("T02", "varning", KARLSTAD, lambda s: with_object(s, KARLSTAD, niva="")),
    "text": ("T03", "varning", KIL, lambda s: with_object(s, KIL, attribut={"beskrivning": None})),
    "class": ("K01", "fel", KIL, lambda s: with_object(s, KIL, klass="gronkil")),
    "class in another layer": ("K02", "fel", KIL, lambda s: with_object(s, KIL, klass="gransbygd", undertyp="")),
    "level unknown": ("K03", "fel", KARLSTAD, lambda s: with_object(s, KARLSTAD, niva="global")),
    "status": ("K04", "fel", KARLSTAD, lambda s: with_object(s, KARLSTAD, status="kanske")),
    "subtype": ("K05", "varning", KIL, lambda s: with_object(s, KIL, undertyp="hav")),
    "role": ("K06", "varning", KARLSTAD, lambda s: with_object(s, KARLSTAD, roller=("kung",))),
    "value": ("K06", "varning", KARLSTAD, lambda s: with_object(s, KARLSTAD, attribut={"service": "{skola,bad}"})),
    "number that nobody wrote": ("K07", "fel", KARLSTAD, lambda s: with_people(s, -(2**63))),
    "text for a number": ("K07", "fel", KARLSTAD, lambda s: with_people(s, "ca 26000")),
    "more people than there are": ("K07", "varning", KARLSTAD, lambda s: with_people(s, 3_000_000_000)),
    "level of another subtype": ("K12", "varning", "lank", lambda s: with_green_link(s, "klass_1", "samband")),
    "role of another class": ("K13", "tips", STRAK, lambda s: with_object(s, STRAK, roller=("handel",))),
    "list without answers": ("K08", "tips", KARLSTAD, lambda s: with_object(s, KARLSTAD, attribut={"service": "{}"})),
    "empty": ("G01", "fel", KIL, lambda s: with_object(s, KIL, wkb=None)),
    "damaged": ("G01", "fel", KIL, lambda s: with_object(s, KIL, wkb=b"\x01\x06")),
    "crosses itself": ("G02", "fel", KIL, lambda s: with_object(s, KIL, wkb=BOW_TIE)),
    "no area": ("G02", "fel", KIL, lambda s: with_object(s, KIL, wkb=multipolygon([square(450000, 6580000, 0)]))),
    "outside": (
        "G03",
        "varning",
        "hamar",
        lambda s: more_linked(s, objekt("hamar", "nod", OUTSIDE, niva="regional")),
    ),
    "far away": (
        "G03",
        "fel",
        "gora",
        lambda s: more_linked(s, objekt("gora", "nod", FAR, niva="regional")),
    ),
    "sticks out": (
        "G03",
        "tips",
        KIL,
        lambda s: with_object(s, KIL, wkb=multipolygon([square(570000, 6580000, 30000)])),
    ),
    "loose start": ("N01", "varning", STRAK, lambda s: with_object(s, STRAK, attribut={"mot_start": None})),
    "loose end": ("N01", "varning", STRAK, lambda s: with_object(s, STRAK, wkb=ONWARD)),
    "samband that does not reach": (
        "N02",
        "varning",
        SAMBAND,
        lambda s: with_object(s, SAMBAND, wkb=multiline([(415000, 6584000), (505000, 6571000)])),
    ),
    "same name": (
        "N03",
        "fel",
        "orebro2",
        lambda s: more_linked(
            s, objekt("orebro2", "nod", multipoint((500000, 6571000)), namn="örebro ", niva="regional")
        ),
    ),
    "same place": (
        "N04",
        "varning",
        "torpet",
        lambda s: more_linked(s, objekt("torpet", "nod", multipoint((512040, 6571000)), niva="regional")),
    ),
    "picture": ("R01", "fel", KIL, lambda s: with_object(s, KIL, bild_id="borta")),
    "from": ("R03", "fel", SAMBAND, lambda s: with_object(s, SAMBAND, attribut={"fran_id": "borta"})),
    "to not said": ("R03", "tips", SAMBAND, lambda s: with_object(s, SAMBAND, attribut={"till_id": None})),
    "chain": ("R04", "fel", STRAK, lambda s: with_object(s, STRAK, attribut={"noder": f"{KARLSTAD},borta"})),
    "origin": ("R05", "varning", KIL, lambda s: with_object(s, KIL, ursprung_id="borta")),
    "link to a goal that is gone": (
        "R06",
        "fel",
        KIL,
        lambda s: replace(s, links=(*s.links, GoalLink(KIL, "borta", 1))),
    ),
    "link from an object that is gone": (
        "R06",
        "fel",
        "",
        lambda s: replace(s, links=(*s.links, GoalLink("borta", "m2", 1))),
    ),
    "linked twice": ("R07", "fel", KIL, lambda s: replace(s, links=(*s.links, GoalLink(KIL, "m2", -1, "")))),
    "bare goal": ("M01", "varning", "", lambda s: with_goal(s, Goal("m9", "rus-17", "9", "Mål", "Ren luft", 9))),
    "object without goal": ("M02", "varning", KIL, lambda s: replace(s, links=s.links[:4] + s.links[5:])),
    "goal of no set": (
        "M04",
        "varning",
        "",
        lambda s: replace(
            s, goals=tuple(replace(one, samling="borta") if one.mal_id == "m2" else one for one in s.goals)
        ),
    ),
    "goal of a replaced version": (
        "M05",
        "varning",
        KIL,
        lambda s: replace(
            s,
            goal_sets=(*s.goal_sets, replace(s.goal_sets[0], kod="ny", namn="Nya RUS", ersatter=s.goal_sets[0].kod)),
            goals=(*s.goals, Goal("n1", "ny", "1", "Mål", "Nytt mål", 1)),
            links=tuple(
                replace(one, mal_id="n1") if one.objekt_id != KIL and one.bidrag >= 0 else one for one in s.links
            ),
        ),
    ),
    "line pasted": ("T07", "tips", KIL, lambda s: with_object(s, KIL, attribut={"kalla": "x" * 501})),
    "text pasted": ("T07", "tips", KIL, lambda s: with_object(s, KIL, attribut={"beskrivning": "x" * 30_000})),
    "line in a layer of areas": ("G02", "fel", KIL, lambda s: with_object(s, KIL, wkb=ONWARD)),
    "coordinates that are no numbers": (
        "G02",
        "fel",
        STRAK,
        lambda s: with_object(s, STRAK, wkb=multiline([(415000, float("nan")), (512000, 6571000)])),
    ),
    "larger than the earth": ("G02", "fel", OREBRO, lambda s: with_object(s, OREBRO, wkb=multipoint((1e300, 1.0)))),
    "cell of another kind": (
        "K09",
        "fel",
        KIL,
        lambda s: replace(s, odd_cells=(OddCell("gron_bla_yta", 1, KIL, "version", "ca 3", NOT_KIND, KIL),)),
    ),
    "symbol set": ("K10", "varning", "", lambda s: replace(s, head=replace(s.head, symboluppsattning="borta"))),
    "profile that is none": (
        "K11",
        "varning",
        "",
        lambda s: replace(s, attachments=(Attachment("profil", "profil.yaml", b"\xff\xfe\x00"),)),
    ),
    "language": ("K10", "varning", "", lambda s: replace(s, head=replace(s.head, sprak="fi"))),
    "no goals": ("M03", "tips", "", lambda s: replace(s, goals=(), links=())),
}


def test_a_well_made_strukturbild_has_nothing_to_remark_on():
    assert check(small_snapshot()) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_once_with_the_object_and_advice(fault):
    regel, allvar, objekt_id, spoil = FAULTS[fault]
    found = [finding for finding in check(spoil(small_snapshot())) if finding.regel == regel]
    assert [(one.allvar, one.objekt_id) for one in found] == [(allvar, objekt_id)]
    finding = found[0]
    spoiled = {one.objekt_id: one for one in spoil(small_snapshot()).objects}
    if objekt_id:
        assert finding.lager == spoiled[objekt_id].lager
        name = spoiled[objekt_id].namn.strip()
        assert name in finding.mening if name else re.search("(utan|saknar) namn", finding.mening)
    assert re.match(r"^[A-ZÅÄÖ].*\.$", finding.mening) and re.match(r"^[A-ZÅÄÖ].*\.$", finding.forslag)
    assert "{" not in finding.mening + finding.forslag


def test_object_field_and_sign_are_named_and_the_name_is_mended():
    """Several signs in one field are one remark; a name of nothing but such signs is no name."""
    snapshot = with_object(small_snapshot(), OREBRO, namn="Öre\u200bbro\u2060", attribut={"mot_slut": "Ö\u202ester"})
    found = [one for one in check(snapshot) if one.regel == "T05"]
    assert [one.mening for one in found] == [
        "Nod ”Örebro” har osynliga eller förväxlade tecken i ”Mot (slut)”: U+202E, omvänd skrivriktning.",
        "Nod ”Örebro” har osynliga eller förväxlade tecken i ”Namn”: "
        "U+200B, blanksteg utan bredd; U+2060, ordsammanfogare.",
    ]
    assert found[1].safe_fix().edits[0].values == (("namn", "Örebro"),)
    empty = [one.regel for one in check(with_object(small_snapshot(), OREBRO, namn="\u200b")) if one.allvar == "fel"]
    assert empty == ["T01"]
    goal = with_goal(small_snapshot(), Goal("m9", "rus-17", "9", "Delmål", "Fler \u2060möten ⇄", 9, over_id="m1"))
    said = " ".join(one.mening for one in check(goal) if one.regel == "H02")
    assert "målet ”9 Fler möten ⇄”: U+2060" in said and "Lato saknar: ⇄ (U+21C4)" in said


def test_only_weak_green_links_are_graded():
    """A strong link needs no class; a weak one does; a class on anything else is named, with both ways out."""
    for level, subtype in (("", "samband"), ("", ""), ("klass_3", "svagt_samband")):
        assert check(with_green_link(small_snapshot(), level, subtype)) == (), (level, subtype)
    (missing,) = check(with_green_link(small_snapshot(), "", "svagt_samband"))
    assert (missing.regel, missing.forslag) == ("T02", "Välj nivå: klass 1, klass 2, klass 3.")
    (found,) = check(with_green_link(small_snapshot(), "klass_1", ""))
    assert found.mening == "Grönt samband ”Lank” har nivån ”Klass 1”, som bara gäller undertypen ”Svagt grönt samband”."
    assert [(fix.mening, fix.edits[0].values) for fix in found.atgarder] == [
        ("Sätt undertypen ”Svagt grönt samband”", (("undertyp", "svagt_samband"),)),
        ("Ta bort nivån ”Klass 1”", (("niva", None),)),
    ]


def test_a_role_that_does_not_fit_goes_and_the_others_stay():
    snapshot = with_object(small_snapshot(), STRAK, roller=("handel", "tillvaxtmotor"))
    (found,) = check(snapshot)
    assert found.mening == "Stråk ”Nobelbanestråket” har roller som inte passar klassen: ”Tillväxtmotor” och ”Handel”."
    assert found.atgarder[0].edits[0].values == (("roll", None),) and not found.safe_fix()
    assert check(with_object(small_snapshot(), KARLSTAD, roller=("handel", "tillvaxtmotor"))) == ()


def test_one_fault_does_not_set_off_other_rules():
    for fault in ("level", "text", "status", "subtype", "loose start", "same place", "origin", "sticks out"):
        assert {one.regel for one in check(FAULTS[fault][3](small_snapshot()))} == {FAULTS[fault][0]}, fault


def test_every_rule_has_an_id_of_its_own_and_a_test():
    codes = [rule.id for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert set(codes) - {regel for regel, *_rest in FAULTS.values()} == {"H01", "R02"}


def test_an_empty_strukturbild_says_one_thing():
    findings = check(small_snapshot(objects=(), links=()))
    assert [finding.regel for finding in findings if finding.allvar == "fel"] == ["H01"]


def test_two_objects_with_one_id_are_told():
    snapshot = small_snapshot()
    assert "R02" in {one.regel for one in check(with_more(snapshot, replace(snapshot.objects[0], namn="Kopian")))}


def test_what_is_meant_is_left_alone():
    """Gränsbygd and onward stråk cross the border; today needs no goals; a station may share its town's place."""
    snapshot = small_snapshot()
    snapshot = with_object(snapshot, GRANS, wkb=multipolygon([square(280000, 6590000, 90000)]))
    snapshot = with_object(snapshot, STRAK, wkb=ONWARD, attribut={"mot_slut": "Stockholm", "mot_start": None})
    snapshot = more_linked(
        snapshot, objekt("c", "nod", multipoint((512000, 6571000)), klass="bytespunkt", namn="Örebro")
    )
    snapshot = more_linked(
        snapshot, objekt("paret", "nod", multipoint((420000, 6560000), (425000, 6560000)), niva="regional")
    )
    today = Picture("idag", "Idag", "nulage", "regional", None, "", "utkast", "", "", 2)
    again = objekt("idag-orebro", "nod", multipoint((512000, 6571000)), namn="Örebro", niva="regional", bild_id="idag")
    snapshot = replace(with_more(snapshot, replace(again, ursprung_id=OREBRO)), pictures=(*snapshot.pictures, today))
    assert check(snapshot) == ()


def test_a_samband_drawn_from_the_other_end_still_reaches_its_nodes():
    assert check(with_object(small_snapshot(), SAMBAND, wkb=multiline([(512000, 6571000), (415000, 6584000)]))) == ()


def test_a_line_in_parts_is_one_line_where_they_meet():
    parts = multiline([(336000, 6600000), (415000, 6584000)], [(415000, 6584000), (512000, 6571000)])
    assert check(with_object(small_snapshot(), STRAK, wkb=parts)) == ()
    gap = multiline([(336000, 6600000), (400000, 6590000)], [(415000, 6584000), (512000, 6571000)])
    found = check(with_object(small_snapshot(), STRAK, wkb=gap))
    assert [finding.regel for finding in found] == ["N01"] and "ände som inte ansluter" in found[0].mening


def test_the_severest_comes_first_and_row_order_plays_no_part():
    snapshot = small_snapshot()
    for fault in ("text", "subtype", "to not said", "level unknown", "bare goal", "name of an area"):
        snapshot = FAULTS[fault][3](snapshot)
    findings = check(snapshot)
    assert [one.allvar for one in findings] == sorted(
        (one.allvar for one in findings), key=["fel", "varning", "tips"].index
    )
    assert len({one.allvar for one in findings}) == 3
    assert check(replace(snapshot, objects=snapshot.objects[::-1], links=snapshot.links[::-1])) == findings


def test_five_thousand_objects_are_checked_whole():
    snapshot = small_snapshot()
    nodes = [
        objekt(
            f"n{i}",
            "nod",
            multipoint((340000 + i % 60 * 3500, 6545000 + i // 60 * 3500)),
            niva="regional",
            bild_id=BILD,
        )
        for i in range(1500)
    ]
    lines = [
        objekt(
            f"s{i}",
            "samband",
            multiline([(340000 + i % 60 * 3500, 6545000 + i // 60 * 3500), (343500 + i % 59 * 3500, 6545000)]),
            attribut={"fran_id": f"n{i}", "till_id": "n1"},
        )
        for i in range(1500)
    ]
    areas = [
        objekt(
            f"y{i}",
            "gron_bla_yta",
            multipolygon([square(340000 + i % 50 * 3000, 6545000 + i, 2500)]),
            klass="gron_kil",
        )
        for i in range(2000)
    ]
    big = with_more(snapshot, *nodes, *lines, *areas)
    findings = check(big)
    assert len(big.objects) > 5000 and len(findings) > 4000


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ((6_584_000, 415_000), "nord och öst har bytt plats."),
        ((1_530_000, 8_250_000), "koordinaterna är i EPSG:3857, inte i EPSG:3006."),
        ((13.5, 59.4), "koordinaterna är i EPSG:4326, inte i EPSG:3006."),
        ((59.4, 13.5), "koordinaterna är i EPSG:4326, inte i EPSG:3006, och nord och öst har bytt plats."),
        ((200_000, 7_200_000), "troligen är det importerat eller inklistrat med fel koordinatsystem."),
    ],
)
def test_what_lies_far_away_has_the_likely_cause_and_a_fix(place, why):
    base = small_snapshot()
    findings = check(more_linked(base, objekt("borta", "nod", multipoint(place), niva="regional")))
    found = [one for one in findings if one.regel == "G03"]
    assert (
        len(found) == 1
        and found[0].allvar == "fel"
        and found[0].mening.endswith(f" km utanför strukturbildens område: {why}")
    )
    assert len(found[0].atgarder) == 1 and not found[0].atgarder[0].safe


def test_a_check_before_any_map_leaves_the_typeface_of_the_maps_as_it_is(qgis_app):
    """Qt goes on measuring with what stood in for a typeface that was measured before it was there."""
    script = (
        "from tools.quiet_qgis import quiet_qgis\n"
        "with quiet_qgis():\n"
        "    from strukturbild_plugin.cartography.typography.typeset import TextStyle\n"
        "    from strukturbild_plugin.checks.run import check\n"
        "    from tests.store.snapshot_helpers import small_snapshot\n"
        "    check(small_snapshot())\n"
        "    print('BREDD', TextStyle('Lato', 9.0, '#000000').width('Regionen vill'))\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    load_fonts()
    assert f"BREDD {TextStyle('Lato', 9.0, '#000000').width('Regionen vill')}" in done.stdout
