"""The table about the delivery, in plain words: what the file is, what is in it, and how it is opened."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Mapping, Sequence

from ... import document_texts
from ...catalogue.model import Text
from ...catalogue.plan_standard import PlanStandard
from ...store.gpkg.records import Snapshot
from ...store.schema.ddl import quoted
from ...store.schema.tables import ColumnSpec, TableSpec
from .delivery_project import RENAMING
from .internal_tables import ABOUT_NAME, RECEIVED, internal_tables
from .iso19139 import MetadataFacts
from .plan_words import without_category
from .provenance import STATUS_LIST
from .readable_columns import ReadableTexts
from .table_words import TableWords

ABOUT = TableSpec(ABOUT_NAME, (ColumnSpec("uppgift"), ColumnSpec("varde")), title="Om leveransen")

TITLE, EDITION, FINGERPRINT = Text("Titel", "Title"), Text("Utgåva", "Edition"), Text("Fingeravtryck", "Fingerprint")
"""Facts that verifying compares."""

_ENDING = re.compile(r"_text\d*$")

_WHAT = Text(
    "En strukturbild som data: noder, stråk, samband, områden och barriärer med texter och mål, ett lager för varje "
    "sort. En rad är ett objekt.",
    "A strukturbild as data: nodes, corridors, links, areas and barriers with texts and goals, a layer for each kind. "
    "One row is one object.",
)
_OPEN = Text(
    "QGIS: öppna projektet i filen (Projekt > Öppna från > GeoPackage) och få kartan färdig, en karta för varje bild. "
    "Den som drar in filen eller dess lager i ett eget projekt får alla bilder på en gång. ArcGIS och andra: lägg till "
    "lagren. Stilarna är QGIS egna och följer bara med dit.",
    "QGIS: open the project inside the file (Project > Open from > GeoPackage) and get the map ready made, a map for "
    "each picture. Whoever drags the file or its layers into a project of their own gets all pictures at once. ArcGIS "
    "and others: add the layers. The styles are QGIS's own and only go there.",
)
_COLUMNS = Text(
    "Kolumner som slutar på _namn anger i ord vad kolumnen utan _namn har som kod; bild anger vad bild_id har. Orden "
    "står först i tabellen och koderna sist. I kolumner för ja och nej är 1 ja och 0 nej. objekt_id är objektets "
    "fasta identitet och kopplar ihop tabellerna.",
    "Columns that end in _namn say in words what the column without _namn has as a code; bild says what bild_id has. "
    "The words come first in the table, the codes last. In columns for yes and no, 1 is yes and 0 is no. objekt_id is "
    "the lasting identity of the object and joins the tables.",
)
_RENAMED_COLUMNS = Text(
    "Regionen har egna kolumner med samma namn, så de här har fått ett tillägg: {namn}.",
    "The region has columns of its own by the same name, so these have an ending: {namn}.",
)
_SEVERAL = Text(
    "Samma lager har objekt ur flera bilder. Filtrera på kolumnen bild, annars ligger bilderna på varandra:",
    "One layer has objects of several pictures. Filter by the column bild, or they lie on top of each other:",
)
_FORMATS = Text(
    "Spara helst vidare som GeoPackage eller GeoJSON. En shapefil kortar kolumnernas namn till tio tecken och "
    "texterna till 254.",
    "Pass it on as GeoPackage or GeoJSON. A shapefile cuts the names of columns to ten characters and texts to 254.",
)
_ONE = Text("Alla objekt hör till samma bild:", "All objects belong to one picture:")
_PICTURE = Text("{namn}: {vad}. Objekt: {antal}.", "{namn}: {vad}. Objects: {antal}.")
_YEAR = Text("målår {year}", "target year {year}")
_TABLES: Mapping[str, tuple[Text, Text]] = {
    "bild": (
        Text("Bilder", "Pictures"),
        Text("bilderna som objekten hör till (kopplas med bild_id)", "the pictures of the objects (join by bild_id)"),
    ),
    "avgransning": (Text("Avgränsning", "Outline"), Text("områdenas ytor, ett kartlager", "the areas, a map layer")),
    "malsamling": (
        Text("Målsamlingar", "Goal sets"),
        Text("strategierna som målen står i", "the strategies that the goals stand in"),
    ),
    "mal": (
        Text("Mål", "Goals"),
        Text("ett mål på varje rad (kopplas med samling)", "a goal in each row (join by samling)"),
    ),
    "objekt_mal": (
        Text("Objektens mål", "Goals of the objects"),
        Text(
            "vilka mål ett objekt stödjer eller motverkar (kopplas med objekt_id och mal_id)",
            "which goals an object supports or counteracts (join by objekt_id and mal_id)",
        ),
    ),
    "insats": (
        Text("Insatser", "Measures"),
        Text("vem som gör vad för ett objekt, och när (kopplas med objekt_id)", "who does what when (by objekt_id)"),
    ),
}
_FONTS = Text(
    "Kartans namn är satta i {namn}. Finns inte typsnittet på datorn använder QGIS ett annat och meddelar det.",
    "The names on the map are set in {namn}. Where it is not installed, QGIS takes another and says so.",
)
_SLD = Text(
    "SLD finns bara för avgränsningen. Objektens symboler går inte att beskriva i SLD så att de ritas rätt.",
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
    connection: sqlite3.Connection,
    snapshot: Snapshot,
    words: Mapping[str, TableWords],
    empty: Sequence[str],
    fonts: Sequence[str],
    final_name: str,
) -> list[Fact]:
    """What the file is, what is in it and how it is opened. `fonts`: those of the styles."""
    language = snapshot.head.sprak
    layers = {layer.kod: layer.namn.in_language(language) for layer in snapshot.catalogue.lager}
    shown = [f"{name} ({kod}): {_count(connection, kod)}" for kod, name in layers.items() if kod not in empty]
    tables = "\n".join(
        f"{_TABLES[name][0].in_language(language)} ({name}): {_count(connection, name)}, "
        f"{_TABLES[name][1].in_language(language)}"
        for name in RECEIVED
        if name not in empty
    )
    named = {**layers, **{name: title.in_language(language) for name, (title, _about) in _TABLES.items()}}
    without = ", ".join(f"{named[kod]} ({kod})" for kod in empty)
    internal = _INTERNAL.in_language(language).format(namn=", ".join(internal_tables(snapshot.catalogue)))
    return [
        Fact(Text("Vad filen är", "What the file is"), _WHAT.in_language(language)),
        Fact(Text("Så öppnas den", "How to open it"), _OPEN.in_language(language)),
        Fact(
            Text("Om filen byter namn", "If the file is renamed"),
            RENAMING.in_language(language).format(namn=final_name),
        ),
        Fact(Text("Bilder", "Pictures"), _pictures(snapshot)),
        Fact(Text("Lager och antal objekt", "Layers and number of objects"), "\n".join(shown)),
        Fact(Text("Övriga tabeller", "Other tables"), tables),
        Fact(Text("Kolumner", "Columns"), _columns(words, language)),
        Fact(Text("Till andra format", "To other formats"), _FORMATS.in_language(language)),
        Fact(Text("Utelämnat eftersom det är tomt", "Left out since it is empty"), without),
        Fact(Text("Utelämnat eftersom det är internt", "Left out since it is internal"), internal),
        Fact(Text("Typsnitt", "Typeface"), _FONTS.in_language(language).format(namn=", ".join(fonts)) if fonts else ""),
        Fact(Text("Symboler i SLD", "Symbols in SLD"), _SLD.in_language(language)),
    ]


def _columns(words: Mapping[str, TableWords], language: str) -> str:
    """What the names of columns mean, and which have another name than they would since somebody's own has it."""
    found = {name for one in words.values() for name in one.names() if _ENDING.search(name)}
    said = _RENAMED_COLUMNS.in_language(language).format(namn=", ".join(sorted(found))) if found else ""
    return f"{_COLUMNS.in_language(language)} {said}".strip()


def _pictures(snapshot: Snapshot) -> str:
    """The pictures that have objects, and that they share their layers."""
    language, texts_of = snapshot.head.sprak, ReadableTexts(snapshot)
    counts = Counter(record.bild_id for record in snapshot.objects)
    lines = []
    for picture in sorted(snapshot.pictures, key=lambda one: (one.ordning, one.bild_id)):
        if not counts[picture.bild_id]:
            continue
        kind, status = texts_of.value("bildtyp", picture.bildtyp), texts_of.value(STATUS_LIST, picture.status)
        year = _YEAR.in_language(language).format(year=picture.horisont) if picture.horisont else ""
        parts = (kind, texts_of.value("skala", picture.skala), year, status)
        lines.append(
            _PICTURE.in_language(language).format(
                namn=picture.namn, vad=", ".join(filter(None, parts)), antal=counts[picture.bild_id]
            )
        )
    return "\n".join([(_SEVERAL if len(lines) > 1 else _ONE).in_language(language), *lines]) if lines else ""


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
        Fact(document_texts.LICENCE, about.licence),
        Fact(Text("Spridningstillstånd", "Permission to publish"), about.permission),
        Fact(document_texts.REFERENCE, about.reference),
        Fact(Text("Underlag", "Sources"), "\n".join(about.sources)),
        Fact(Text("Gjord med", "Made with"), about.tool),
    ]


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0])
