"""The tables of how a strukturbild came about: notes, votes, log, workshops, copies, merges. No part of the content."""

from __future__ import annotations

from ...catalogue.model import POINT
from .specs import (
    AUDIT,
    BINARY_COLUMN,
    DECIMAL_COLUMN,
    INTEGER_COLUMN,
    MOMENT_COLUMN,
    YES_NO_COLUMN,
    ColumnSpec,
    TableSpec,
    identity,
    ladder_level,
    moments,
    required,
    texts,
)

COMMENTS = TableSpec(
    "kommentar",
    (
        identity("kommentar_id"),
        *texts("bild_id", "objekt_id"),
        *required("text"),
        *texts("typ", "status"),
        *AUDIT,
        *texts("svar_pa", "workshop_id", "aktor", "svar"),
        ColumnSpec("remissomgang", INTEGER_COLUMN, least=1),
    ),
    title="Kommentarer",
    geometry=POINT,
    indexes=(("objekt_id",),),
)

VOTES = TableSpec(
    "rost",
    (
        identity("rost_id"),
        *texts("objekt_id", "kommentar_id", "vem", "grupp"),
        ColumnSpec("varde", INTEGER_COLUMN, required=True, default=1, least=-10, most=10),
        *moments("tid"),
        *texts("bild_id", "workshop_id"),
        ColumnSpec("x", DECIMAL_COLUMN),
        ColumnSpec("y", DECIMAL_COLUMN),
    ),
    title="Röster",
    indexes=(("objekt_id",), ("kommentar_id",)),
)

LOG = TableSpec(
    "logg",
    (
        identity("logg_id"),
        ColumnSpec("tid", MOMENT_COLUMN, required=True),
        *texts("vem"),
        *required("vad"),
        *texts("objekt_id", "aktor", "detalj"),
        ladder_level("niva"),
        *texts("grupp", "handelse_id"),
    ),
    title="Logg",
    indexes=(("objekt_id",),),
)

WORKSHOPS = TableSpec(
    "workshop",
    (
        identity("workshop_id"),
        *required("titel"),
        *texts("syfte"),
        ladder_level("samverkansniva"),
        *moments("tid"),
        *texts("plats", "far_andra", "status"),
        *texts("bas_id", "bas_fingeravtryck"),
        *moments("fryst"),
        *texts("fryst_av", "skapad_av"),
        *moments("skapad"),
    ),
    title="Workshoppar",
)

WORKSHOP_GROUPS = TableSpec(
    "workshopgrupp",
    (
        identity("grupp_id"),
        *required("workshop_id", "namn"),
        *texts("farg", "kommunkod", "far_andra"),
        ColumnSpec("ordning", INTEGER_COLUMN, required=True, default=1),
    ),
    title="Grupper",
    indexes=(("workshop_id",),),
)

WORKING_COPIES = TableSpec(
    "arbetskopia",
    (
        identity("kopia_id"),
        *texts("workshop_id", "grupp_id", "bas_id", "bas_fingeravtryck", "filnamn"),
        ColumnSpec("denna", YES_NO_COLUMN),
        *moments("skapad", "lamnad", "sammanslagen"),
        *texts("fingeravtryck", "status", "detalj"),
    ),
    title="Arbetskopior",
    indexes=(("workshop_id",),),
)
"""The copies of a workshop; `denna` in the one that the file itself is."""

BASE_ROWS = TableSpec(
    "basrad",
    (
        *required("bas_id", "tabell", "rad_id"),
        *texts("avtryck"),
        ColumnSpec("varden", BINARY_COLUMN),
    ),
    title="Raderna när kopian gjordes",
    unique=(("bas_id", "tabell", "rad_id"),),
)
"""What a copy and the others began with, row by row: what a three-way merge compares with."""

CONFLICTS = TableSpec(
    "konflikt",
    (
        identity("konflikt_id"),
        *texts("handelse_id"),
        *required("tabell", "rad_id"),
        *texts("objekt_id", "kolumn", "slag", "bas_varde"),
        *texts("ena_varde", "ena_kopia_id", "ena_grupp_id", "ena_vem"),
        *moments("ena_tid"),
        *texts("andra_varde", "andra_kopia_id", "andra_grupp_id", "andra_vem"),
        *moments("andra_tid"),
        *required("status"),
        *texts("val", "beslut", "skal", "beslut_av"),
        *moments("beslut_tid", "skapad"),
    ),
    title="Konflikter efter sammanslagning",
    indexes=(("objekt_id",), ("status",)),
)

WAITING = ("oppen", "uppskjuten")
"""What `konflikt.status` says of those that wait for a decision."""

AGREEMENTS = TableSpec(
    "enighet",
    (
        *required("objekt_id", "grupp_id", "grupp_objekt_id"),
        *texts("workshop_id", "kopia_id", "slag"),
        ColumnSpec("likhet", DECIMAL_COLUMN),
    ),
    title="Vilka grupper som ritat samma sak",
    unique=(("objekt_id", "grupp_id", "grupp_objekt_id"),),
    indexes=(("grupp_objekt_id",),),
)

WORKSHOP_TABLES = (WORKSHOPS, WORKSHOP_GROUPS, WORKING_COPIES, BASE_ROWS, CONFLICTS, AGREEMENTS)

PROCESS_TABLES = (COMMENTS, VOTES, LOG, *WORKSHOP_TABLES)
"""All of them: no delivery has their rows."""
