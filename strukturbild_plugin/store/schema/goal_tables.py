"""The tables of goals: sets, goals, what objects contribute to, and how goals bear on each other."""

from __future__ import annotations

from .specs import (
    DATE_COLUMN,
    DECIMAL_COLUMN,
    INTEGER_COLUMN,
    YES_NO_COLUMN,
    ColumnSpec,
    TableSpec,
    identity,
    moments,
    required,
    texts,
)

GOAL_SETS = TableSpec(
    "malsamling",
    (
        identity("kod"),
        *required("namn"),
        *texts("organisation", "lan", "antagen"),
        ColumnSpec("horisont", INTEGER_COLUMN),
        *texts("url"),
        ColumnSpec("fullstandig", YES_NO_COLUMN, default=1),
        *texts("anmarkning", "overordnat", "kallor"),
        *texts("serie", "reviderad", "giltig_till", "ersatter"),
        ColumnSpec("kontrollerad", DATE_COLUMN),
        *texts("omfattning", "nivakallor", "adresser", "biblioteksversion"),
    ),
    title="Målsamlingar",
)

GOALS = TableSpec(
    "mal",
    (
        identity("mal_id"),
        *required("samling"),
        *texts("kod", "niva_namn"),
        *required("titel"),
        ColumnSpec("ordning", INTEGER_COLUMN, required=True, default=1),
        *texts("over_id", "beskrivning", "indikator"),
        ColumnSpec("malar", INTEGER_COLUMN),
        *texts("kalla", "tillganglighet", "ersatter"),
        ColumnSpec("vikt", DECIMAL_COLUMN, least=0),
        ColumnSpec("prioriterat", YES_NO_COLUMN),
    ),
    title="Mål",
    indexes=(("samling", "ordning"), ("over_id",)),
)

LINKS = TableSpec(
    "objekt_mal",
    (
        *required("objekt_id", "mal_id"),
        ColumnSpec("bidrag", INTEGER_COLUMN, required=True, default=1, least=-2, most=2),
        *texts("motivering", "skapad_av"),
        *moments("skapad"),
        *texts("andrad_av"),
        *moments("andrad"),
    ),
    title="Objektens mål",
    unique=(("objekt_id", "mal_id"),),
    indexes=(("mal_id",),),
)

GOAL_INFLUENCES = TableSpec(
    "mal_paverkan",
    (
        *required("fran_mal_id", "till_mal_id"),
        ColumnSpec("varde", INTEGER_COLUMN, required=True, least=-3, most=3),
        *texts("motivering", "vem", "grupp"),
        *moments("tid"),
    ),
    title="Mål som påverkar mål",
    unique=(("fran_mal_id", "till_mal_id"),),
    indexes=(("till_mal_id",),),
)
"""From one goal to another. A pair without a row has not been assessed; 0 is an assessment."""

GOAL_COUNTERPARTS = TableSpec(
    "mal_motsvarighet",
    (
        *required("mal_id", "motsvarar_mal_id"),
        *texts("slag", "motivering", "vem", "grupp"),
        *moments("tid"),
    ),
    title="Mål som motsvarar nationella och globala mål",
    unique=(("mal_id", "motsvarar_mal_id"),),
    indexes=(("motsvarar_mal_id",),),
)
"""A region's own judgement that a goal of its answers to a national or a global one."""
