"""Small snapshots made by hand for the tests of store and the rooms above it: whole, and without a file."""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import Any

from strukturbild_plugin.catalogue.model import (
    AREA,
    CHOICE,
    CHOICES,
    LINE,
    LONG_TEXT,
    POINT,
    TEXT,
    Attribute,
    AttributeGroup,
    Catalogue,
    Choice,
    Layer,
    Level,
    ObjectClass,
    Structure,
    Text,
)
from strukturbild_plugin.goals.model import Goal, GoalLink, GoalSet
from strukturbild_plugin.store.gpkg.records import Area, Head, ObjectRecord, Picture, Snapshot

BILD = "bild-1"
KARLSTAD, OREBRO, STRAK, SAMBAND, KIL, GRANS = "karlstad", "orebro", "nobel", "pendling", "kil", "gransen"


def text(sv: str) -> Text:
    return Text(sv, f"{sv} (en)")


def multipoint(*points: tuple[float, float]) -> bytes:
    return _head(4, len(points)) + b"".join(_head(1) + struct.pack("<2d", *point) for point in points)


def multiline(*lines: list[tuple[float, float]]) -> bytes:
    return _head(5, len(lines)) + b"".join(_head(2, len(line)) + _points(line) for line in lines)


def multipolygon(*polygons: list[list[tuple[float, float]]]) -> bytes:
    parts = (
        _head(3, len(rings)) + b"".join(struct.pack("<I", len(ring)) + _points(ring) for ring in rings)
        for rings in polygons
    )
    return _head(6, len(polygons)) + b"".join(parts)


def square(x: float, y: float, side: float) -> list[tuple[float, float]]:
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]


def _head(kind: int, count: int | None = None) -> bytes:
    return struct.pack("<BI", 1, kind) + (b"" if count is None else struct.pack("<I", count))


def _points(points: list[tuple[float, float]]) -> bytes:
    return b"".join(struct.pack("<2d", *point) for point in points)


def small_catalogue() -> Catalogue:
    """Six classes: enough for every rule."""
    levels = (Level("regional", text("Regional"), 2, 5.0), Level("storregional", text("Storregional"), 1, 8.0))
    strak_levels = (
        Level("regionalt", text("Regionalt"), 2, 2.0),
        Level("storregionalt", text("Storregionalt"), 1, 4.0),
    )
    attributes = [
        Attribute("namn", text("Namn"), TEXT, "om", text("")),
        Attribute("beskrivning", text("Beskrivning"), LONG_TEXT, "om", text("")),
        Attribute("stallningstagande", text("Ställningstagande"), LONG_TEXT, "om", text("")),
        Attribute("status", text("Status"), CHOICE, "om", text(""), "status"),
        Attribute("roll", text("Roll"), CHOICES, "om", text(""), "roll"),
        Attribute("kalla", text("Källa"), TEXT, "om", text("")),
        Attribute("service", text("Service"), CHOICES, "om", text(""), "service"),
        Attribute("noder", text("Noder"), TEXT, "om", text("")),
        Attribute("mot_start", text("Mot (start)"), TEXT, "om", text("")),
        Attribute("mot_slut", text("Mot (slut)"), TEXT, "om", text("")),
        Attribute("fran_id", text("Från"), TEXT, "om", text("")),
        Attribute("till_id", text("Till"), TEXT, "om", text("")),
        Attribute("befolkning", text("Befolkning"), TEXT, "om", text("")),
    ]

    def klass(kod: str, namn: str, struktur: str, lager: dict[str, str], ordning: int, **rest: Any) -> ObjectClass:
        return ObjectClass(kod, text(namn), text(namn + "er"), struktur, lager, ordning, **rest)

    return Catalogue(
        version="1",
        strukturer=(
            Structure("B", text("Bebyggelse"), "bebyggelsestruktur"),
            Structure("K", text("Kommunikationer"), "kommunikationer"),
            Structure("G", text("Grön- och blåstruktur"), "grönstruktur"),
            Structure("A", text("Annan"), "annan"),
        ),
        lager=(
            Layer("nod", POINT, text("Noder")),
            Layer("strak", LINE, text("Stråk"), ("noder", "mot_start", "mot_slut")),
            Layer("samband", LINE, text("Samband"), ("fran_id", "till_id")),
            Layer("gron_bla_yta", AREA, text("Grön- och blåstruktur")),
            Layer("gransbygd", AREA, text("Gränsbygd")),
        ),
        grupper=(AttributeGroup("om", text("Om objektet")),),
        attribut={attribute.kod: attribute for attribute in attributes},
        gemensamma=("namn", "status", "roll", "beskrivning", "stallningstagande", "kalla"),
        listor={
            "status": (Choice("befintlig", text("Befintlig")), Choice("utvecklas", text("Utvecklas"))),
            "roll": (Choice("tillvaxtmotor", text("Tillväxtmotor")), Choice("handel", text("Handel"))),
            "service": (Choice("sjukhus", text("Sjukhus")), Choice("skola", text("Skola"))),
        },
        klasser=(
            klass("nod", "Nod", "B", {POINT: "nod"}, 1, nivaer=levels, attribut=("service", "befolkning")),
            klass("bytespunkt", "Bytespunkt", "K", {POINT: "nod"}, 2),
            klass("strak", "Stråk", "K", {LINE: "strak"}, 1, nivaer=strak_levels),
            klass("samband", "Funktionellt samband", "K", {LINE: "samband"}, 3),
            klass("gron_kil", "Grön kil", "G", {AREA: "gron_bla_yta"}, 1, undertyper=(Choice("skog", text("Skog")),)),
            klass("gransbygd", "Gränsbygd", "A", {AREA: "gransbygd"}, 1),
        ),
    )


def objekt(objekt_id: str, lager: str, wkb: bytes | None, **fields: Any) -> ObjectRecord:
    """A well-filled object; attributes of the catalogue may be given by their codes."""
    values = {
        "klass": lager,
        "bild_id": BILD,
        "namn": objekt_id.capitalize(),
        "niva": "",
        "undertyp": "",
        "roller": (),
        "status": "befintlig",
        "osakerhet": "",
        "ursprung_id": "",
    }
    attributes = {"beskrivning": "Därför ligger den här.", **fields.pop("attribut", {})}
    return ObjectRecord(objekt_id, lager, wkb=wkb, attribut=attributes, **{**values, **fields})


def small_snapshot(**changes: Any) -> Snapshot:
    """Two towns, a stråk and a samband between them, a green wedge and a border country; nothing to complain about."""
    objects = (
        objekt(KARLSTAD, "nod", multipoint((415000, 6584000)), niva="regional", roller=("handel", "tillvaxtmotor")),
        objekt(OREBRO, "nod", multipoint((512000, 6571000)), niva="storregional", namn="Örebro"),
        objekt(
            STRAK,
            "strak",
            multiline([(336000, 6600000), (415000, 6584000), (512000, 6571000)]),
            namn="Nobelbanestråket",
            niva="storregionalt",
            attribut={"noder": f"{KARLSTAD},{OREBRO}", "mot_start": "Oslo"},
        ),
        objekt(
            SAMBAND,
            "samband",
            multiline([(415000, 6584000), (512000, 6571000)]),
            attribut={"fran_id": KARLSTAD, "till_id": OREBRO},
        ),
        objekt(KIL, "gron_bla_yta", multipolygon([square(450000, 6580000, 9000)]), klass="gron_kil", undertyp="skog"),
        objekt(GRANS, "gransbygd", multipolygon([square(320000, 6590000, 30000)]), namn="Gränsbygden"),
    )
    snapshot = Snapshot(
        head=Head(
            "id-1",
            "Strukturbild för Nobelbanestråket",
            ("17", "18"),
            "Region Värmland och Region Örebro län",
            "Ett gemensamt arbete.",
            "malbild",
            "1",
            "tryck",
            "sv",
            "2026-11-20T08:00:00Z",
        ),
        catalogue=small_catalogue(),
        pictures=(Picture(BILD, "Målbild 2040", "malbild", "regional", 2040, "", "utkast", "", "", 1),),
        objects=objects,
        areas=(
            Area("17", "Värmlands län", multipolygon([square(335000, 6540000, 120000)])),
            Area("18", "Örebro län", multipolygon([square(455000, 6540000, 120000)])),
        ),
        goal_sets=(
            GoalSet("rus-17", "Värmlandsstrategin", "Region Värmland", ("17",), "2021", 2040, "https://x", True),
        ),
        goals=(
            Goal("m1", "rus-17", "1", "Prioritering", "Höja livskvaliteten", 1),
            Goal("m2", "rus-17", "1.1", "Delmål", "Fler ska må bra", 2, over_id="m1"),
        ),
        links=tuple(GoalLink(one.objekt_id, "m2", 1, "Kortare restid") for one in objects),
        editions=(),
    )
    return replace(snapshot, **changes)


def with_object(snapshot: Snapshot, objekt_id: str, **fields: Any) -> Snapshot:
    """The snapshot with fields of one object changed; `attribut` is laid over what is there, None takes away."""

    def changed(one: ObjectRecord) -> ObjectRecord:
        values = dict(fields)
        if "attribut" in values:
            merged = {**one.attribut, **values["attribut"]}
            values["attribut"] = {kod: value for kod, value in merged.items() if value is not None}
        return replace(one, **values)

    objects = tuple(changed(one) if one.objekt_id == objekt_id else one for one in snapshot.objects)
    return replace(snapshot, objects=objects)


def with_more(snapshot: Snapshot, *objects: ObjectRecord) -> Snapshot:
    return replace(snapshot, objects=(*snapshot.objects, *objects))
