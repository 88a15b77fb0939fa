"""The table about the delivery, in plain words: what the file is, what is in it, and how it is opened."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Sequence

from ...catalogue.model import Text
from ...catalogue.plan_standard import PlanStandard
from ...store.gpkg.records import Snapshot
from ...store.schema.ddl import quoted
from ...store.schema.tables import ColumnSpec, TableSpec
from .. import texts
from .delivery_project import RENAMING
from .internal_tables import RECEIVED, internal_tables
from .iso19139 import MetadataFacts
from .plan_words import without_category

ABOUT = TableSpec("om_leveransen", (ColumnSpec("uppgift"), ColumnSpec("varde")), title="Om leveransen")

TITLE, EDITION, FINGERPRINT = Text("Titel", "Title"), Text("Utgåva", "Edition"), Text("Fingeravtryck", "Fingerprint")
"""Facts that verifying compares."""

_WHAT = Text(
    "En strukturbild som data: noder, stråk, samband, områden och barriärer med texter och mål, ett lager för varje "
    "sort. En rad är ett objekt.",
    "A strukturbild as data: nodes, corridors, links, areas and barriers with texts and goals, a layer for each kind. "
    "One row is one object.",
)
_OPEN = Text(
    "QGIS: dra in filen, eller öppna projektet i den (Projekt > Öppna från > GeoPackage) och få kartan färdig. ArcGIS "
    "och andra: lägg till lagren. Stilarna är QGIS egna och följer bara med dit.",
    "QGIS: drag the file in, or open the project inside it (Project > Open from > GeoPackage) and get the map ready "
    "made. ArcGIS and others: add the layers. The styles are QGIS's own and only go there.",
)
_COLUMNS = Text(
    "Kolumner som slutar på _namn säger i ord vad kolumnen utan _namn har som kod. Orden står först i tabellen och "
    "koderna sist. objekt_id är objektets fasta identitet.",
    "Columns that end in _namn say in words what the column without _namn has as a code. The words come first in the "
    "table, the codes last. objekt_id is the lasting identity of the object.",
)
_FONTS = Text(
    "Kartans namn är satta i {namn}. Finns inte typsnittet på datorn tar QGIS ett annat, och säger det.",
    "The names on the map are set in {namn}. Where it is not installed, QGIS takes another and says so.",
)
_SLD = Text(
    "SLD finns bara för avgränsningen. Objektens symboler går inte att säga i SLD så att de ritas rätt.",
    "There is SLD for the outline alone. The objects' symbols cannot be said in SLD so that they are drawn right.",
)
_INTERNAL = Text(
    "Programmets egna tabeller ligger kvar i filen men visas inte: {namn}. Personer, kommentarer, röster och logg "
    "följer inte med.",
    "The program's own tables are in the file but are not listed: {namn}. Persons, comments, votes and the log do not "
    "come along.",
)
_CATEGORIES = Text(
    "{namn}. {om} Objekt utan motsvarighet: {antal}.", "{namn}. {om} Objects without a counterpart: {antal}."
)


@dataclass(frozen=True)
class Fact:
    """A row of the table."""

    name: Text
    value: str


def layer_facts(
    connection: sqlite3.Connection, snapshot: Snapshot, empty: Sequence[str], fonts: Sequence[str], final_name: str
) -> list[Fact]:
    """What the file is, what is in it and how it is opened. `fonts`: those of the styles."""
    language = snapshot.head.sprak
    layers = {layer.kod: layer.namn.in_language(language) for layer in snapshot.catalogue.lager}
    shown = [f"{name} ({kod}): {_count(connection, kod)}" for kod, name in layers.items() if kod not in empty]
    tables = ", ".join(name for name in RECEIVED if name not in empty)
    without = ", ".join(layers.get(kod, kod) for kod in empty)
    internal = _INTERNAL.in_language(language).format(namn=", ".join(internal_tables(snapshot.catalogue)))
    return [
        Fact(Text("Vad filen är", "What the file is"), _WHAT.in_language(language)),
        Fact(Text("Så öppnas den", "How to open it"), _OPEN.in_language(language)),
        Fact(
            Text("Om filen byter namn", "If the file is renamed"),
            RENAMING.in_language(language).format(namn=final_name),
        ),
        Fact(Text("Lager och antal objekt", "Layers and number of objects"), "\n".join(shown)),
        Fact(Text("Tabeller", "Tables"), tables),
        Fact(Text("Kolumner", "Columns"), _COLUMNS.in_language(language)),
        Fact(Text("Utelämnat eftersom det är tomt", "Left out since it is empty"), without),
        Fact(Text("Utelämnat eftersom det är internt", "Left out since it is internal"), internal),
        Fact(Text("Typsnitt", "Typeface"), _FONTS.in_language(language).format(namn=", ".join(fonts)) if fonts else ""),
        Fact(Text("Symboler i SLD", "Symbols in SLD"), _SLD.in_language(language)),
    ]


def standard_facts(snapshot: Snapshot, standard: PlanStandard | None) -> list[Fact]:
    """Which plan standard the categories are after, and what of it is our proposal."""
    if standard is None:
        return []
    language = snapshot.head.sprak
    said = _CATEGORIES.in_language(language).format(
        namn=standard.namn.in_language(language),
        om=standard.om.in_language(language),
        antal=without_category(standard, snapshot.catalogue, snapshot.objects),
    )
    return [
        Fact(Text("Kategorier i op_kategori", "Categories in op_kategori"), said),
        Fact(Text("Kategoriernas källor", "Sources of the categories"), "\n".join(standard.kallor)),
    ]


def edition_facts(snapshot: Snapshot, about: MetadataFacts) -> list[Fact]:
    """Which edition it is, and on what terms."""
    head, stamp = snapshot.head, about.stamp
    return [
        Fact(TITLE, head.titel),
        Fact(Text("Organisation", "Organisation"), head.organisation),
        Fact(Text("Område", "Area"), ", ".join(area.namn for area in snapshot.areas)),
        Fact(EDITION, str(stamp.nummer)),
        Fact(Text("Datum", "Date"), stamp.datum),
        Fact(Text("Status", "Status"), stamp.status_namn),
        Fact(FINGERPRINT, stamp.fingeravtryck),
        Fact(Text("Läs så här", "Read it so"), about.principle),
        Fact(Text("Beskrivning", "Description"), head.beskrivning),
        Fact(Text("Koordinatsystem", "Coordinate system"), "SWEREF 99 TM (EPSG:3006)"),
        Fact(Text("Licens", "Licence"), about.licence),
        Fact(Text("Spridningstillstånd", "Permission to publish"), about.permission),
        Fact(texts.REFERENCE, about.reference),
        Fact(Text("Underlag", "Sources"), "\n".join(about.sources)),
        Fact(Text("Gjord med", "Made with"), about.tool),
    ]


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0])
