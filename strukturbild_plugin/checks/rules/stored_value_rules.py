"""Rules about what stands in the tables of the file: kinds, ranges, dates, signs, codes and references."""

from __future__ import annotations

from typing import Iterator, Mapping

from ...cartography.layout.layout_ids import unusable_layout
from ...cartography.layout.logos import logo_notices
from ...cartography.symbol_sets.symbol_set_library import usable_symbol_set
from ...catalogue.model import Text
from ...i18n import tr
from ...printable_text import cleaned, odd_signs, one_line, sign_name
from ...store.gpkg import odd_cells
from ...store.gpkg.attachments import LAYOUT
from ...store.gpkg.proposed_edits import SetCells
from ...store.gpkg.records import OddCell, Value
from ...store.importing.reading.numbers import number
from ...store.importing.values import date, yes_or_no
from ...store.qgis_project.forms import FIXED_NAMES
from ...store.qgis_project.layer_styles import LABELS, LISTS
from ...store.schema.tables import (
    COMMENTS,
    DATE_COLUMN,
    DECIMAL_COLUMN,
    GEOMETRY,
    HEAD,
    INTEGER_COLUMN,
    LINKS,
    PICTURE,
    YES_NO_COLUMN,
    ColumnSpec,
    TableSpec,
    all_tables,
)
from ..engine.check_context import CheckContext
from ..engine.finding import ERROR, TIP, WARNING, Fix, Remark

_MAX_SHOWN = 60
_LANGUAGES = ("sv", "en")
_OPEN = (LINKS.name, COMMENTS.name, HEAD.name)
"""Tables beside those of the objects that are open while one draws: what stands there can be set at one click."""
_SEVERITIES = {
    odd_cells.OUT_OF_RANGE: WARNING,
    odd_cells.UNSEEN: TIP,
    odd_cells.TOO_LONG: TIP,
    odd_cells.NO_PLACE: WARNING,
}


def value_not_stored_right(context: CheckContext) -> Iterator[Remark]:
    """Cells that hold what their column cannot mean, in any table; attributes of objects have rules of their own."""
    specs = context.cached("tables", lambda: {spec.name: spec for spec in all_tables(context.catalogue)})
    for cell in context.odd_cells:
        spec = specs[cell.tabell]
        column = next((each for each in spec.columns if each.name == cell.kolumn), ColumnSpec(cell.kolumn))
        where, field = _where(context, spec, cell), _field(context, spec, cell.kolumn)
        sentence = tr("{var}: {vad}.").format(var=where, vad=_fault(odd_cells.bounded(spec, column), cell, field))
        fixes = tuple(_fixes(spec, column, cell, field)) if spec.objects or spec.name in _OPEN else ()
        record = context.by_id(cell.objekt_id) if cell.objekt_id else None
        about = (record.objekt_id, record.lager) if record is not None else ("", "")
        advice = _advice(spec, cell, field)
        yield Remark(_SEVERITIES.get(cell.varfor, ERROR), sentence, advice, *about, atgarder=fixes)


def code_not_in_list(context: CheckContext) -> Iterator[Remark]:
    """Codes of the strukturbild itself and its pictures that no list has: they are read as the usual, or as nothing."""
    head, lists = context.head, context.catalogue.listor
    for picture in context.pictures.values():
        for column, name in LISTS[PICTURE.name].items():
            code, allowed = getattr(picture, column), [one.kod for one in lists.get(name, ())]
            if allowed and code not in allowed:
                names = ", ".join(one.namn.in_language(head.sprak).lower() for one in lists[name])
                sentence = tr("Bilden ”{bild}” har ”{kod}” i ”{fält}”, som inte finns i katalogen.")
                yield Remark(
                    WARNING,
                    sentence.format(bild=_shown(picture.namn), kod=_shown(code), fält=_label(context, column)),
                    tr("Välj i steget om bilder något av: {names}.").format(names=names),
                )
    if head.sprak and head.sprak not in _LANGUAGES:
        fix = SetCells(HEAD.name, None, (("sprak", _LANGUAGES[0]),))
        yield Remark(
            WARNING,
            tr("Strukturbildens språk är ”{kod}”, som inte finns. Kartor och webbsidor görs på svenska.").format(
                kod=_shown(head.sprak)
            ),
            tr("Sätt språket till svenska (sv) eller engelska (en)."),
            atgarder=(Fix(tr("Sätt språket till svenska"), (fix,), safe=False),),
        )
    symbols, usable = usable_symbol_set(head.symboluppsattning, context.attachments)
    if not usable:
        name = symbols.namn.in_language(head.sprak)
        fix = SetCells(HEAD.name, None, (("symboluppsattning", symbols.kod),))
        yield Remark(
            WARNING,
            tr("Symboluppsättningen ”{kod}” finns inte här. Kartorna ritas med ”{namn}”.").format(
                kod=_shown(head.symboluppsattning), namn=name
            ),
            tr("Välj en symboluppsättning, eller lägg in den som saknas."),
            atgarder=(Fix(tr("Använd ”{namn}”").format(namn=name), (fix,), safe=False),),
        )


def attachment_not_usable(context: CheckContext) -> Iterator[Remark]:
    """What an edition leaves out, or takes another way, of the look and the logos that the strukturbild carries."""
    symbols, _own = usable_symbol_set(context.head.symboluppsattning, context.attachments)
    for notice in (*symbols.notices, *logo_notices(context.attachments)):
        yield Remark(WARNING, " ".join(notice.split()), tr("Lägg in bilagan på nytt, eller ta bort den."))
    for one in context.attachments:
        fault = unusable_layout(one.innehall, one.namn) if one.slag == LAYOUT else ""
        if fault:
            advice = tr("Rätta layouten och spara den som egen layout på nytt, eller välj ”{egen}” när utgåvan görs.")
            yield Remark(ERROR, fault, advice.format(egen=tr("Programmets egen")))


def goal_not_in_set(context: CheckContext) -> Iterator[Remark]:
    """A goal whose goal set or goal above is not there is in no tree."""
    for goal in context.goals:
        words = {"mål": _shown(f"{goal.kod} {goal.titel}".strip())}
        if goal.samling not in context.goal_sets:
            yield Remark(
                WARNING,
                tr("Målet ”{mål}” hör till en målsamling som inte finns.").format(**words),
                tr("Hämta in målen på nytt, eller skapa målsamlingen ”{kod}”.").format(kod=_shown(goal.samling)),
            )
        if goal.over_id and goal.over_id not in context.goal_ids:
            yield Remark(
                WARNING,
                tr("Målet ”{mål}” har ett överordnat mål som inte finns, och står därför överst.").format(**words),
                tr("Välj det överordnade målet på nytt, eller töm fältet i tabellen Mål."),
            )


def _where(context: CheckContext, spec: TableSpec, cell: OddCell) -> str:
    record = context.by_id(cell.objekt_id) if cell.objekt_id else None
    if record is not None and spec.objects:
        return context.display_name(record)
    name = context.display_name(record) if record is not None else f"”{_shown(cell.rad)}”"
    table = (spec.title or spec.name).lower()
    return tr("Rad {nummer} i tabellen {tabell}, {namn}").format(nummer=cell.fid, tabell=table, namn=name)


def _fault(column: ColumnSpec, cell: OddCell, field: str) -> str:
    words = {"värde": _shown(cell.varde), "fält": field}
    if cell.varfor == odd_cells.NOT_FILLED:
        return tr("”{fält}” är tomt, men ska vara ifyllt").format(**words)
    if cell.varfor == odd_cells.NO_PLACE:
        return tr("läget går inte att rita").format(**words)
    if cell.varfor == odd_cells.UNSEEN:
        signs = "; ".join(map(sign_name, odd_signs(str(cell.varde))))
        return tr("osynliga eller förväxlade tecken i ”{fält}”: {tecken}").format(tecken=signs, **words)
    if cell.varfor == odd_cells.TOO_LONG:
        return tr("”{fält}” är {antal} tecken långt, troligen inklistrat").format(antal=len(str(cell.varde)), **words)
    if cell.varfor == odd_cells.UNREADABLE:
        return tr("”{värde}” i ”{fält}” är inte lagrat som läsbar text").format(**words)
    if cell.varfor == odd_cells.OUT_OF_RANGE and column.least is not None and column.most is not None:
        limits = {"minst": column.least, "mest": column.most}
        return tr("”{värde}” i ”{fält}” ska vara ett tal mellan {minst} och {mest}").format(**limits, **words)
    return tr("”{värde}” i ”{fält}” ska vara {slag}").format(slag=_kind(column), **words)


def _kind(column: ColumnSpec) -> str:
    kinds: Mapping[str, str] = {
        INTEGER_COLUMN: tr("ett heltal"),
        DECIMAL_COLUMN: tr("ett tal"),
        YES_NO_COLUMN: tr("ja eller nej"),
        DATE_COLUMN: tr("ett datum, som 2026-05-31"),
    }
    return kinds.get(column.kind) or tr("en tidpunkt, som 2026-05-31T12:00:00Z")


def _fixes(spec: TableSpec, column: ColumnSpec, cell: OddCell, field: str) -> Iterator[Fix]:
    def fix(text: str, value: Value, question: str = "", safe: bool = True) -> Fix:
        return Fix(text, (SetCells(spec.name, cell.fid, ((column.name, value),)),), safe, question)

    text = str(cell.varde) if cell.varde is not None else ""
    if cell.varfor == odd_cells.UNSEEN:
        if cleaned(text) or not column.required:  # a row that must have something there is not saved without
            yield fix(tr("Skriv om texten utan dem"), cleaned(text) or None)
        return
    if cell.varfor == odd_cells.UNREADABLE:
        if cleaned(text).strip():
            yield fix(tr("Skriv ”{värde}” som text").format(värde=_shown(text)), cleaned(text), safe=False)
    elif cell.varfor not in (odd_cells.TOO_LONG, odd_cells.NO_PLACE, odd_cells.NOT_FILLED):
        meant = _meant(column, text)
        if meant is not None:
            yield fix(tr("Skriv {värde}").format(värde=meant), meant)
            return
    if cell.varfor == odd_cells.TOO_LONG or cell.kolumn == GEOMETRY:
        return
    if column.required and column.default is not None and column.name == "version":
        yield fix(tr("Räkna versionen från {värde}").format(värde=column.default), column.default)
    elif not column.required and cell.varfor != odd_cells.NOT_FILLED:
        question = tr("Ska ”{värde}” i ”{fält}” tas bort?").format(värde=_shown(text), fält=field)
        yield fix(tr("Töm ”{fält}”").format(fält=field), None, question, safe=False)


def _meant(column: ColumnSpec, text: str) -> Value:
    """The value that a text of another kind means beyond doubt; None when it does not."""
    if column.kind == YES_NO_COLUMN:
        meant = yes_or_no(text)
        return None if meant is None else int(meant)
    if column.kind in (INTEGER_COLUMN, DECIMAL_COLUMN):
        found = number(text)
        if found is None or (column.kind == INTEGER_COLUMN and not found.is_integer()):
            return None
        kept = int(found) if column.kind == INTEGER_COLUMN else found
        return kept if not odd_cells.why_odd(column, kept) else None
    return date(text) if column.kind == DATE_COLUMN else None


def _advice(spec: TableSpec, cell: OddCell, field: str) -> str:
    if cell.varfor == odd_cells.TOO_LONG:
        return tr("Korta texten; det längre kan stå i en bilaga.")
    table = (spec.title or spec.name).lower()
    if cell.varfor == odd_cells.NO_PLACE:
        return tr("Rita om läget, eller ta bort raden i tabellen {tabell}.").format(tabell=table)
    return tr("Ändra ”{fält}” i tabellen {tabell}.").format(fält=field, tabell=table)


def _field(context: CheckContext, spec: TableSpec, column: str) -> str:
    """The field as it is called in forms."""
    attribute = context.catalogue.attribut.get(column) if spec.objects else None
    if attribute is not None:
        return attribute.namn.in_language(context.head.sprak)
    fixed = FIXED_NAMES.get(column) if spec.objects else None
    return fixed.in_language(context.head.sprak) if fixed is not None else _label(context, column)


def _label(context: CheckContext, column: str) -> str:
    return LABELS.get(column, FIXED_NAMES.get(column, Text(column, column))).in_language(context.head.sprak)


def _shown(value: object) -> str:
    """The value on one line and not too long, with a sign for what cannot be seen."""
    text = one_line("" if value is None else str(value)) or tr("tomt")
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"
