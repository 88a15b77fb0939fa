"""What an import does, row by row, as an HTML page and as a table."""

from __future__ import annotations

from ..export.table_files import csv_text
from ..i18n import tr
from ..store.importing.plan import CHANGED, LEFT, NEW, SAME, ImportPlan
from .findings_page import table_page


def counts_sentence(plan: ImportPlan) -> str:
    """How many rows are new, changed, the same as before and left."""
    counts = plan.counts()
    return tr(
        "Nya: {nya}. Ändrade: {andrade}. Som förut: {lika}. Hämtas inte: {ej}. Finns inte längre: {borta}."
    ).format(nya=counts[NEW], andrade=counts[CHANGED], lika=counts[SAME], ej=counts[LEFT], borta=len(plan.gone))


def as_html(plan: ImportPlan) -> str:
    """A page with how the source is read and one row for each of its rows."""
    said = [counts_sentence(plan), _crs(plan), *plan.notes]
    title = tr("Hämta {fil}").format(fil=plan.file)
    return table_page(title, " ".join(filter(None, said)), _heads(), _rows(plan))


def as_csv(plan: ImportPlan) -> str:
    """A table with one row for each row of the source, as Excel opens it in Sweden."""
    return csv_text(_heads(), _rows(plan))


def reading_lines(plan: ImportPlan) -> list[str]:
    """How the source is read: coordinate system, columns and what rows are known by."""
    lines = [tr("{titel} läses ur ”{kolumn}” ({skäl}).").format(titel=guess.title, kolumn=guess.column, skäl=guess.why)
             for guess in plan.mapping]  # fmt: skip
    known = tr("Raderna känns igen på {vad}.").format(vad=plan.id_why)
    if plan.id_column:
        known = tr("Raderna känns igen på kolumnen ”{kolumn}” ({skäl}).").format(
            kolumn=plan.id_column, skäl=plan.id_why
        )
    return [*filter(None, [_crs(plan)]), *lines, known]


def _crs(plan: ImportPlan) -> str:
    return tr("Koordinatsystem: {namn}.").format(namn=plan.crs) if plan.crs else ""


def _heads() -> tuple[str, ...]:
    return tr("Rad"), tr("Namn"), tr("Vad som händer"), tr("Skäl eller skillnad")


def _rows(plan: ImportPlan) -> list[tuple[str, str, str, str]]:
    words = {NEW: tr("ny"), CHANGED: tr("ändrad"), SAME: tr("som förut"), LEFT: tr("hämtas inte")}
    rows = [(row.label, row.name, words[row.outcome], row.reason) for row in plan.rows]
    gone = tr("finns inte längre i filen; objektet ligger kvar")
    return rows + [("", record.namn or record.objekt_id, tr("borta ur filen"), gone) for record in plan.gone]
