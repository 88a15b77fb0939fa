"""Default styles of every table, kept in layer_styles: symbols, labels and forms as QML, symbols also as SLD.

They are made on empty layers in memory with the same columns, so they can be written in the same transaction as the
tables they are for.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ... import paths
from ...catalogue.model import AREA, LINE, POINT, Catalogue, Choice, Text
from ...catalogue.table_rows import from_rows, to_rows
from ...errors import CatalogueError, StoreError
from ...goals.contribution_words import CONTRIBUTION_WORDS, within_sentence
from ...i18n import tr
from ..gpkg.attachments import STYLE_KINDS
from ..gpkg.reader import Reader
from ..gpkg.records import Attachment, Picture
from ..schema.ddl import insert
from ..schema.tables import (
    CATALOGUE_TABLES,
    DATE_COLUMN,
    DECIMAL_COLUMN,
    FID,
    GEOMETRY,
    INTEGER_COLUMN,
    MOMENT_COLUMN,
    SHOWN_TABLES,
    YES_NO_COLUMN,
    TableSpec,
    object_tables,
)
from .form_xml import marked, widgets_in
from .forms import set_object_form, set_table_form

_MARK = "@@bild{place}@@"
_TABLE, _QML = 2, 5
"""Places of the table's name and of the style among the columns of a row."""

_MEMORY_TYPES = {
    INTEGER_COLUMN: "int8",
    DECIMAL_COLUMN: "double",
    DATE_COLUMN: "date",
    MOMENT_COLUMN: "datetime",
    YES_NO_COLUMN: "int8",
}
_MEMORY_GEOMETRY = {POINT: "MultiPoint", LINE: "MultiLineString", AREA: "MultiPolygon", "": "NoGeometry"}

LABELS: Mapping[str, Text] = {
    "kod": Text("Kod", "Code"),
    "namn": Text("Namn", "Name"),
    "titel": Text("Titel", "Title"),
    "lan": Text("Län", "Counties"),
    "organisation": Text("Organisation", "Organisation"),
    "beskrivning": Text("Beskrivning", "Description"),
    "mall": Text("Mall", "Template"),
    "bildtyp": Text("Bildtyp", "Kind of picture"),
    "skala": Text("Skala", "Scale"),
    "horisont": Text("Målår", "Horizon year"),
    "scenario": Text("Scenario", "Scenario"),
    "status": Text("Status", "Status"),
    "beslutsdatum": Text("Beslutsdatum", "Decision date"),
    "beslutsorgan": Text("Beslutsorgan", "Decided by"),
    "ordning": Text("Ordning", "Order"),
    "samling": Text("Målsamling", "Goal set"),
    "niva_namn": Text("Målnivå", "Goal level"),
    "over_id": Text("Överordnat mål", "Goal above"),
    "indikator": Text("Indikator", "Indicator"),
    "malar": Text("Målår", "Target year"),
    "objekt_id": Text("Objekt", "Object"),
    "mal_id": Text("Mål", "Goal"),
    "bidrag": Text("Bidrag (-2 till +2)", "Contribution (-2 to +2)"),
    "motivering": Text("Motivering", "Reason"),
    "text": Text("Kommentar", "Comment"),
    "typ": Text("Typ", "Kind"),
    "vem": Text("Vem", "Who"),
    "vad": Text("Vad", "What"),
    "tid": Text("Tid", "Time"),
    "aktor": Text("Aktör", "Actor"),
    "niva": Text("Nivå", "Level"),
    "samverkansniva": Text("Nivå på samverkanstrappan", "Level of cooperation"),
    "detalj": Text("Detalj", "Detail"),
    "nummer": Text("Nummer", "Number"),
    "fingeravtryck": Text("Fingeravtryck", "Fingerprint"),
    "varde": Text("Värde", "Value"),
    "antal_objekt": Text("Antal objekt", "Objects"),
    "antal_lankar": Text("Antal kopplingar", "Links"),
    "antagen": Text("Antagen", "Adopted"),
    "grupp": Text("Grupp", "Group"),
}
_LONG_TEXTS = ("beskrivning", "motivering", "text", "detalj", "anmarkning", "overordnat", "kallor")
LISTS = {"bild": {"bildtyp": "bildtyp", "skala": "skala", "status": "bildstatus"}, "utgava": {"status": "bildstatus"}}

_OTHER_TABLES = (*SHOWN_TABLES, *CATALOGUE_TABLES)
"""Tables without objects that have a style in the file."""

_LADDER = {"strukturbild": "samverkansniva", "logg": "niva"}
"""Columns that hold a level of the ladder of cooperation."""

_SIGNED = {number: f"+{number}" if number > 0 else str(number) for number in CONTRIBUTION_WORDS}
CONTRIBUTIONS = tuple(
    Choice(str(number), Text(f"{signed} {within_sentence(number).sv}", f"{signed} {within_sentence(number).en}"))
    for number, signed in _SIGNED.items()
)


def write_styles(db: Reader, lenient: bool = False) -> None:
    """Write the default style of every table anew, inside the transaction of `db`.

    CatalogueError when there is no such symbol set; `lenient`: then the program's own is used.
    """
    rows = _rows_of(db, lenient)
    db.connection.execute("DELETE FROM layer_styles WHERE useAsDefault = 1")
    columns = ("f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML")
    statement = insert("layer_styles", (*columns, "styleSLD", "useAsDefault", "description", "owner"))
    db.connection.executemany(statement, rows)


def catalogue_styles(db: Reader) -> dict[str, str]:
    """The style (QML) of every table as its catalogue and its symbol set give it, or else the program's own set."""
    return {str(row[_TABLE]): str(row[_QML]) for row in _rows_of(db, lenient=True)}


def _rows_of(db: Reader, lenient: bool) -> list[tuple[object, ...]]:
    head, pictures, carried = db.head(), db.pictures(), db.attachments()
    try:
        return style_rows(db.catalogue(), head.symboluppsattning, pictures, head.sprak, carried)
    except CatalogueError:
        if not lenient:
            raise
        rows = style_rows(db.catalogue(), "", pictures, head.sprak, carried)
        return [(*row[:-1], head.symboluppsattning) for row in rows]


def style_rows(
    catalogue: Catalogue,
    symbol_set: str,
    pictures: Sequence[Picture],
    language: str,
    attachments: Sequence[Attachment] = (),
) -> list[tuple[object, ...]]:
    """One row of layer_styles for each table, in the set as a strukturbild that carries `attachments` sees it.

    The owner of a style is its set (see refresh.is_stale).

    The same catalogue and symbols give the same styles in every file but for the identities of the pictures, so those
    are put in afterwards: making the symbols is most of the work of creating a file.
    """
    known = json.dumps(to_rows(catalogue), sort_keys=True)
    shown = tuple((picture.namn, picture.bildtyp) for picture in pictures)
    styles = tuple(each for each in attachments if each.slag in STYLE_KINDS)
    made = _made(known, symbol_set, _changed(symbol_set), styles, shown, language)
    marks = [(_MARK.format(place=place), picture.bild_id) for place, picture in enumerate(pictures)]
    return [(*row[:_QML], _with_pictures(row[_QML], marks), *row[_QML + 1 :]) for row in made]


@lru_cache(maxsize=4)
def _made(
    known: str,
    symbol_set: str,
    _symbols_changed: int,
    attachments: tuple[Attachment, ...],
    shown: tuple[tuple[str, str], ...],
    language: str,
) -> tuple[tuple[str, ...], ...]:
    """The rows with marks in place of the identities of the pictures."""
    pictures = [
        Picture(_MARK.format(place=place), name, kind, "", None, "", "", "", "", place)
        for place, (name, kind) in enumerate(shown)
    ]
    rows = []
    for layer, spec in styled_layers(from_rows(json.loads(known)), symbol_set, pictures, language, attachments):
        geometry = GEOMETRY if spec.geometry else ""
        rows.append(("", "", spec.name, geometry, spec.name, _qml(layer), _sld(layer), "1", spec.title, symbol_set))
    return tuple(rows)


def _with_pictures(style: str, marks: Sequence[tuple[str, str]]) -> str:
    for mark, bild_id in marks:
        style = style.replace(mark, escape(bild_id, {'"': "&quot;"}))
    return style


def _changed(symbol_set: str) -> int:
    """When the symbol set's file was changed last: a region may be working on it."""
    # Looked for among those there are: what stands in a file is no part of a path.
    changed = (file.stat().st_mtime_ns for file in paths.STYLES.glob("*.yaml") if file.stem == symbol_set)
    return next(changed, 0)


def styled_layers(
    catalogue: Catalogue,
    symbol_set: str,
    pictures: Sequence[Picture],
    language: str,
    attachments: Sequence[Attachment] = (),
) -> Iterable[tuple[QgsVectorLayer, TableSpec]]:
    """An empty layer in memory for each table, styled and with its form."""
    from ...cartography.layer_style import apply_style
    from ...cartography.symbol_sets.symbol_set_library import load_symbol_set

    symbols = load_symbol_set(symbol_set, attachments)
    for spec in object_tables(catalogue):
        layer = empty_layer(spec)
        apply_style(layer, spec.name, catalogue, symbols)
        set_layer_form(layer, spec, catalogue, pictures, language)
        yield layer, spec
    for spec in _OTHER_TABLES:
        layer = empty_layer(spec)
        set_plain_symbol(layer, spec)
        set_layer_form(layer, spec, catalogue, pictures, language)
        yield layer, spec


def set_plain_symbol(layer: QgsVectorLayer, spec: TableSpec) -> None:
    """The symbol of a table without objects."""
    if spec.geometry:
        layer.setRenderer(QgsSingleSymbolRenderer(_plain_symbol(spec.geometry)))


def set_layer_form(
    layer: QgsVectorLayer, spec: TableSpec, catalogue: Catalogue, pictures: Sequence[Picture], language: str
) -> None:
    """Give a layer of the table `spec` its form."""
    if spec.objects:
        set_object_form(layer, spec.name, catalogue, pictures, language)
        return
    labels = {name: text.in_language(language) for name, text in LABELS.items()}
    lists = {column: catalogue.listor.get(name, ()) for column, name in LISTS.get(spec.name, {}).items()}
    if spec.name == "objekt_mal":
        lists["bidrag"] = CONTRIBUTIONS
    if spec.name in _LADDER:
        lists[_LADDER[spec.name]] = ladder_choices()
    set_table_form(layer, spec, labels, lists, _LONG_TEXTS, language)


def tables_with_forms(catalogue: Catalogue) -> tuple[TableSpec, ...]:
    """The tables that have a style, and so a form, in the file."""
    return (*object_tables(catalogue), *_OTHER_TABLES)


def widgets_of_tables(
    catalogue: Catalogue, pictures: Sequence[Picture], language: str
) -> Mapping[str, Mapping[str, str]]:
    """Table -> column -> its widget, as a style holds it."""
    found = {}
    for spec in tables_with_forms(catalogue):
        layer = empty_layer(spec)
        set_layer_form(layer, spec, catalogue, pictures, language)
        found[spec.name] = widgets_in(_qml(layer))
    return found


def ladder_choices() -> tuple[Choice, ...]:
    """The levels of the ladder of cooperation with their numbers: '7 Samarbeta'."""
    from ...catalogue.steps import load_ladder

    return tuple(
        Choice(str(one.nummer), Text(f"{one.nummer} {one.namn.sv}", f"{one.nummer} {one.namn.en}"))
        for one in load_ladder()
    )


def empty_layer(spec: TableSpec) -> QgsVectorLayer:
    """A layer in memory with the columns of a table and no rows."""
    fields = [f"field={FID}:int8", *(f"field={column.name}:{_memory_type(column.kind)}" for column in spec.columns)]
    uri = f"{_MEMORY_GEOMETRY[spec.geometry]}?crs=EPSG:3006&" + "&".join(fields)
    return QgsVectorLayer(uri, spec.name, "memory", QgsVectorLayer.LayerOptions(False))


def _memory_type(kind: str) -> str:
    return _MEMORY_TYPES.get(kind, "string")


def _plain_symbol(geometry: str) -> QgsFillSymbol | QgsLineSymbol | QgsMarkerSymbol:
    """The outline of the regions, and workshop notes: quiet, so that the objects are what is seen."""
    if geometry == AREA:
        outline = {"color": "0,0,0,0", "outline_color": "90,90,90,255", "outline_width": "0.4"}
        return QgsFillSymbol.createSimple({**outline, "outline_style": "dash", "style": "no"})
    if geometry == LINE:
        return QgsLineSymbol.createSimple({"color": "90,90,90,255", "width": "0.3"})
    return QgsMarkerSymbol.createSimple({"name": "square", "color": "245,200,66,255", "size": "3"})


def _qml(layer: QgsVectorLayer) -> str:
    document = QDomDocument()
    problem = layer.exportNamedStyle(document)
    if isinstance(problem, str) and problem:
        raise StoreError(tr("Stilen för {lager} kunde inte sparas: {fel}.").format(lager=layer.name(), fel=problem))
    return marked(str(document.toString(-1)))


def _sld(layer: QgsVectorLayer) -> str:
    document = QDomDocument()
    layer.exportSldStyle(document, "")
    return str(document.toString(-1))
