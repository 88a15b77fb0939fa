"""The styles of a delivery's layers: those of the catalogue, made short, with names and order for the columns of words.

SLD goes along only where it draws what the layer looks like. It cannot say rings, soft edges and bands, and what QGIS
writes instead is a grey area or a black line.
"""

from __future__ import annotations

import re
import sqlite3
from html import unescape
from pathlib import Path
from typing import Container, Iterable, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from ...catalogue.model import CHOICES, Text
from ...store.gpkg.connection import columns_in
from ...store.gpkg.records import ObjectRecord, Snapshot
from ...store.gpkg.row_mapping import codes_to_text
from ...store.qgis_project.layer_styles import write_styles
from ...store.schema.ddl import insert
from ...store.schema.tables import FID, GEOMETRY
from ...store.writing.transaction import Reader
from .column_titles import TITLES
from .compact_style import compact_style
from .table_words import AREAS_CONCERNED, MUNICIPALITIES, PROGRAM_COLUMNS, TableWords

SLD_DRAWS = ("avgransning",)
"""Tables whose SLD draws the same as their QGIS style."""

_WIDE = ("mal", "beskrivning", "stallningstagande", "planeringsprincip", "titel", "mal_namn", "motivering")
_MIDDLE = ("namn", "bild", "struktur", "op_kategori")
_WIDE_PX, _MIDDLE_PX = 320, 170
_ABOUT_WIDTHS_PX = {"uppgift": 220, "varde": 900}
_ABOUT_FORM = (
    '<field name="{name}" configurationFlags="None"><editWidget type="TextEdit"><config><Option type="Map">'
    '<Option type="bool" value="{lines}" name="IsMultiline"/><Option type="bool" value="false" name="UseHtml"/>'
    "</Option></config></editWidget></field>"
)
ABOUT_COLUMNS = {"uppgift": Text("Uppgift", "Fact"), "varde": Text("Värde", "Value")}

_ALIAS = re.compile(r"<alias(?=[^>]*\bfield=\"([^\"]*)\")(?=[^>]*\bname=\"([^\"]*)\")[^>]*/>")
_UNKNOWN_CLASS = re.compile(r'<rule\b(?=[^>]*\bfilter="ELSE")[^>]*/>\s*</rules>')
"""The last rule of a layer, for what no other rule is of."""
_FORM_FIELD = re.compile(
    r'<attributeEditorField(?=[^>]*\bname="([^"]*)")[^>]*(?:/>|(?<!/)>.*?</attributeEditorField>)', re.DOTALL
)
"""Later QGIS writes the style of the label within it."""
_FONT = re.compile(r'<text-style[^>]*\bfontFamily="([^"]+)"')
_COLUMNS = re.compile(r"<attributetableconfig\b.*?</attributetableconfig>|<attributetableconfig\b[^>]*/>", re.DOTALL)


def write_delivery_styles(
    connection: sqlite3.Connection, path: Path, snapshot: Snapshot, words: Mapping[str, TableWords], about: str
) -> dict[str, str]:
    """Write the style of every table, also of `about`, the table about the delivery; gives them (QML) by table."""
    write_styles(Reader(connection, path), lenient=True)
    language = snapshot.head.sprak
    styles = {}
    found = connection.execute("SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault = 1").fetchall()
    for table, style in found:
        short = compact_style(style)
        if _all_classes_known(snapshot, table):
            short = _UNKNOWN_CLASS.sub("</rules>", short, count=1)
        if table in words:
            titles = {name: title.in_language(language) for name, title in TITLES.get(table, {}).items()}
            titles.update({column.name: column.title.in_language(language) for column in words[table].columns})
            shown = _table_columns(columns_in(connection, table), words[table])
            before, _config, after = _parted(_with_aliases(short, titles))
            short = _with_words_in_form(f"{before}{shown}{after}", _area_words(words[table]))
            short = _with_stored_answers(short, snapshot, table, words[table])
        styles[table] = short
    connection.executemany(
        "UPDATE layer_styles SET styleQML = ?, owner = NULL WHERE f_table_name = ?",
        [(style, table) for table, style in styles.items()],
    )
    marks = ", ".join("?" * len(SLD_DRAWS))
    connection.execute(f"UPDATE layer_styles SET styleSLD = NULL WHERE f_table_name NOT IN ({marks})", SLD_DRAWS)
    styles[about] = _about_style(language)
    columns = ("f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML")
    connection.execute(insert("layer_styles", (*columns, "useAsDefault")), ("", "", about, "", about, styles[about], 1))
    return styles


def aliases_in(style: str) -> dict[str, str]:
    """Column -> the name that a style gives it."""
    return {unescape(field): unescape(name) for field, name in _ALIAS.findall(style) if name}


def fonts_in(styles: Iterable[str]) -> list[str]:
    """The typefaces that the labels of some styles are set in."""
    return sorted({unescape(name) for style in styles for name in _FONT.findall(style)})


def _with_aliases(style: str, titles: Mapping[str, str]) -> str:
    more = "".join(
        f'<alias field={quoteattr(name)} index="-1" name={quoteattr(title)}/>' for name, title in titles.items()
    )
    if "</aliases>" in style:
        return style.replace("</aliases>", f"{more}</aliases>", 1)
    return style.replace("<aliases/>", f"<aliases>{more}</aliases>", 1)


def _parted(style: str) -> tuple[str, str, str]:
    """A style before, in and after what it says of the columns of the attribute table."""
    found = _COLUMNS.search(style)
    if found is None:
        end = style.rindex("</qgis>")
        return style[:end], "", style[end:]
    return style[: found.start()], found[0], style[found.end() :]


def _all_classes_known(snapshot: Snapshot, table: str) -> bool:
    """Whether no object of a layer is drawn as of an unknown class: then its legend need not speak of any."""
    known = {klass.kod for klass in snapshot.catalogue.classes_in(table)}
    return all(record.klass in known for record in snapshot.objects if record.lager == table)


def _area_words(words: TableWords) -> dict[str, str]:
    """Column of codes of areas -> its words: no list shows such a text in words."""
    return {column.code: column.name for column in words.columns if column.code in (MUNICIPALITIES, AREAS_CONCERNED)}


def _with_stored_answers(style: str, snapshot: Snapshot, table: str, words: TableWords) -> str:
    """A style whose drop-downs of several answers also have those that stand in the layer, which are more than the
    form offers, so that each is shown in words.
    """
    named = {column.code: place for place, column in enumerate(words.columns)}
    rows = [row for row in snapshot.objects if row.lager == table]
    for one in snapshot.catalogue.columns(table):
        if one.typ == CHOICES and one.kod in named:
            place = named[one.kod]
            stored = {_stored(row, one.kod): words.rows[(row.objekt_id,)][place] for row in rows}
            style = _with_entries(style, one.kod, {code: word for code, word in stored.items() if code and word})
    return style


def _stored(record: ObjectRecord, kod: str) -> str:
    return codes_to_text(record.roller) or "" if kod == "roll" else str(record.attribut.get(kod) or "")


def _with_entries(style: str, kod: str, entries: Mapping[str, str]) -> str:
    field = re.compile(
        rf'(<field\b(?=[^>]*\bname="{re.escape(kod)}")[^>]*>\s*<editWidget\b(?=[^>]*"ValueMap")(?:(?!</field>).)*?)'
        r"(</Option>\s*</Option>\s*</config>)",
        re.DOTALL,
    )
    found = field.search(style)
    if found is None:
        return style
    more = "".join(
        f'<Option type="Map"><Option type="QString" value={quoteattr(code)} name={quoteattr(word)}/></Option>'
        for code, word in sorted(entries.items())
        if f"value={quoteattr(code)}" not in found[1]
    )
    return f"{style[: found.end(1)]}{more}{style[found.start(2) :]}"


def _with_words_in_form(style: str, instead: Mapping[str, str]) -> str:
    """A style whose form has some columns in place of others."""

    def changed(found: re.Match[str]) -> str:
        name = instead.get(unescape(found[1]))
        return f'<attributeEditorField name={quoteattr(name)} index="-1" showLabel="1"/>' if name else found[0]

    return _FORM_FIELD.sub(changed, style)


def _table_columns(columns: Sequence[str], words: TableWords) -> str:
    """The columns of QGIS's attribute table: words are shown, codes that have words beside them are not."""
    hidden = {FID, *words.codes(), *PROGRAM_COLUMNS}
    widths = {name: _width(name) for name in columns}
    return _column_config([name for name in columns if name != GEOMETRY], hidden, widths)


def _width(name: str) -> int:
    """How wide a column is to begin with, in pixels: QGIS cuts the words off in its own."""
    return _WIDE_PX if name in _WIDE else _MIDDLE_PX if name.endswith("_namn") or name in _MIDDLE else -1


def _column_config(columns: Sequence[str], hidden: Container[str], widths: Mapping[str, int]) -> str:
    listed = "".join(
        f'<column hidden="{int(name in hidden)}" type="field" name={quoteattr(name)} width="{widths[name]}"/>'
        for name in columns
    )
    return (
        '<attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0"><columns>'
        f'{listed}<column hidden="1" type="actions" width="-1"/></columns></attributetableconfig>'
    )


def _about_style(language: str) -> str:
    titles = {name: title.in_language(language) for name, title in ABOUT_COLUMNS.items()}
    config = _column_config((FID, *ABOUT_COLUMNS), (FID,), {FID: -1, **_ABOUT_WIDTHS_PX})
    form = _ABOUT_FORM.format(name="varde", lines="true") + _ABOUT_FORM.format(name="uppgift", lines="false")
    return _with_aliases(
        f'<qgis version="3.22" styleCategories="AllStyleCategories"><fieldConfiguration>{form}</fieldConfiguration>'
        f"<aliases/>{config}</qgis>",
        titles,
    )
