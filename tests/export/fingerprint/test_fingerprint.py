"""The fingerprint differs when the content looks different, and only then."""

from __future__ import annotations

import random
import struct
import subprocess
import sys
import unicodedata
from dataclasses import fields, replace

import pytest

from strukturbild_plugin.catalogue.model import Text
from strukturbild_plugin.export.fingerprint.fingerprint import COVERED, LEFT_OUT, canonical_lines, fingerprint
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.gpkg.records import Anchoring, Attachment, Edition, LabelPlace
from strukturbild_plugin.store.gpkg.row_mapping import HEAD_COLUMNS
from strukturbild_plugin.store.schema.tables import HEAD
from tests.store.snapshot_helpers import (
    BILD,
    KARLSTAD,
    KIL,
    STRAK,
    multiline,
    multipoint,
    multipolygon,
    small_snapshot,
    square,
    with_object,
)

LOGO = Attachment("logotyp", "a.svg", b"<svg/>")
MOVED = LabelPlace(BILD, KARLSTAD, "a3", 415000.004, 6583999.996)
HOLE = square(452000, 6582000, 1000)


def first(things, **changes):
    return (replace(things[0], **changes), *things[1:])


def test_every_field_that_passes_between_rooms_is_either_content_or_left_out_on_purpose():
    for kind, covered in COVERED.items():
        assert {field.name for field in fields(kind)} == {*covered, *LEFT_OUT.get(kind, ())}, kind


def test_the_columns_of_the_head_are_those_of_its_table():
    own = ("katalog_version", "schema_version")
    assert sorted((*HEAD_COLUMNS, *own)) == sorted(column.name for column in HEAD.columns)


@pytest.mark.parametrize(
    "change",
    [
        lambda s: replace(s, head=replace(s.head, titel="Annan titel")),
        lambda s: replace(s, head=replace(s.head, exempel=True)),
        lambda s: replace(s, pictures=first(s.pictures, status="antagen")),
        lambda s: replace(s, goals=first(s.goals, titel="Annat mål")),
        lambda s: replace(s, goal_sets=first(s.goal_sets, fullstandig=False)),
        lambda s: replace(s, links=first(s.links, bidrag=-2)),
        lambda s: replace(s, links=s.links[1:]),
        lambda s: replace(s, links=(*s.links, GoalLink(KIL, "m1", 0))),
        lambda s: replace(s, areas=s.areas[1:]),
        lambda s: replace(s, head=replace(s.head, samverkansniva=1)),
        lambda s: replace(s, attachments=(LOGO,)),
        lambda s: replace(s, label_places=(MOVED,)),
        lambda s: replace(s, objects=s.objects[1:]),
        lambda s: replace(s, catalogue=replace(s.catalogue, klasser=first(s.catalogue.klasser, namn=Text("Ort", "x")))),
        lambda s: replace(s, catalogue=replace(s.catalogue, strukturer=s.catalogue.strukturer[::-1])),
        lambda s: with_object(s, KARLSTAD, namn="Karlstad "),
        lambda s: with_object(s, KARLSTAD, roller=("handel",)),
        lambda s: with_object(s, KARLSTAD, wkb=multipoint((415000.02, 6584000))),
        lambda s: with_object(s, KARLSTAD, wkb=None),
        lambda s: with_object(s, KARLSTAD, attribut={"befolkning": 0}),
        lambda s: with_object(s, STRAK, wkb=multiline([(512000, 6571000), (415000, 6584000), (336000, 6600000)])),
        lambda s: with_object(s, STRAK, attribut={"noder": "orebro,karlstad"}),
        lambda s: with_object(s, KIL, wkb=multipolygon([square(450000, 6580000, 9000), HOLE])),
    ],
)
def test_what_looks_different_has_another_fingerprint(change):
    snapshot = small_snapshot()
    assert fingerprint(change(snapshot)) != fingerprint(snapshot)


def test_row_order_text_form_empty_values_and_saving_again_do_not_change_it():
    snapshot = with_object(
        small_snapshot(),
        KIL,
        wkb=multipolygon([square(450000, 6580000, 9000), HOLE], [square(470000, 6580000, 500)]),
        attribut={"befolkning": 5, "service": "{skola,sjukhus}"},
    )
    before = fingerprint(snapshot)
    turned = [*square(450000, 6580000, 9000)[2:-1], *square(450000, 6580000, 9000)[:3]][::-1]
    again = with_object(
        snapshot,
        KIL,
        wkb=multipolygon([square(470000, 6580000, 500)], [turned, HOLE[::-1]]),
        attribut={"befolkning": 5.0, "service": '{"sjukhus","skola"}', "kalla": "", "stallningstagande": None},
    )
    again = with_object(again, KARLSTAD, roller=("tillvaxtmotor", "handel"), wkb=multipoint((415000.004, 6583999.996)))
    again = replace(again, head=replace(again.head, titel=unicodedata.normalize("NFD", again.head.titel), skapad=""))
    again = replace(again, editions=(Edition(1, "2026-11-20T09:00:00Z", "utkast", before, 6, 6),))
    shuffled = {name: _shuffled(getattr(again, name)) for name in ("objects", "links", "goals", "areas", "pictures")}
    assert fingerprint(replace(again, **shuffled)) == before


def test_what_is_carried_along_counts_by_its_content_and_anchoring_not_at_all():
    bare = small_snapshot()
    carrying = replace(bare, attachments=(LOGO, replace(LOGO, namn="b.svg")), label_places=(MOVED,))
    again = replace(
        carrying, attachments=carrying.attachments[::-1], label_places=(replace(MOVED, x=415000, y=6584000),)
    )
    assert fingerprint(again) == fingerprint(carrying)
    assert fingerprint(replace(carrying, attachments=(replace(LOGO, innehall=b"<svg />"),))) != fingerprint(carrying)
    said = Anchoring("f", "2026-11-20T09:00:00Z", "Kils kommun", KIL, 6, "", "Anna")
    assert fingerprint(replace(bare, anchorings=(said,))) == fingerprint(bare)


def test_line_ends_single_type_z_values_and_byte_order_do_not_change_it():
    snapshot = with_object(small_snapshot(), KARLSTAD, attribut={"beskrivning": "En\nTvå"})
    point_z = struct.pack("<BI3d", 1, 1001, 415000, 6584000, 12.5)
    point_ewkb_big = struct.pack(">BII2d", 0, 0x20000001, 3006, 415000, 6584000)
    for wkb in (point_z, point_ewkb_big):
        other = with_object(snapshot, KARLSTAD, wkb=wkb, attribut={"beskrivning": "En\r\nTvå"})
        assert fingerprint(other) == fingerprint(snapshot)


def test_geometry_that_cannot_be_read_still_tells_states_apart():
    one, other = (
        fingerprint(with_object(small_snapshot(), KIL, wkb=b"\x01\x0a\x00\x00\x00" + tail)) for tail in (b"1", b"2")
    )
    assert one != other


def test_it_is_the_same_in_another_process_and_says_which_form_it_has():
    code = (
        "import sys; sys.path.insert(0, '.'); from tests.store.snapshot_helpers import small_snapshot;"
        "from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint;"
        "print(fingerprint(small_snapshot()))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == fingerprint(small_snapshot())
    lines = list(canonical_lines(small_snapshot()))
    assert lines[0] == "strukturbild-innehall/1\n"
    assert any(line.startswith("objekt\t") and f'"bild_id":"{BILD}"' in line for line in lines)


def test_the_form_is_frozen_so_that_old_editions_can_still_be_verified():
    """If this fails, the rules changed: give the form a new name and keep the old one for old editions."""
    assert fingerprint(small_snapshot()) == "2324539b66727b886769ef0706c760de56b971a71991b1f5c972085053d53259"


def _shuffled(things):
    things = list(things)
    random.Random(3).shuffle(things)
    return tuple(things)
