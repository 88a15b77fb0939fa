"""What the window "Slå ihop kopior" says of a file and of the whole, in words."""

from __future__ import annotations

from ...i18n import joined, tr
from ...workshop.copies import KNOWN, LEFT_OUT, MERGED, CopyReport
from ...workshop.group_copy import CopyLook
from ...workshop.merge import MergeReport


def look_line(look: CopyLook) -> str:
    """Whose copy a file is, before it is merged."""
    if look.trouble:
        said = look.trouble
    elif look.needs_base:
        said = tr("Anger inte vilken grupp den hör till. Ange nedan vilken fil den gjordes av.")
    else:
        said = look.who
    return f"{look.path.name}\n{said}"


def report_line(report: CopyReport) -> str:
    """What became of a file."""
    words = {MERGED: _changes(report.changed), KNOWN: tr("Fanns redan"), LEFT_OUT: tr("Är inte med")}
    first = " · ".join(part for part in (report.who, report.path.name) if part)
    said = f"{words.get(report.state, report.state)}. {' '.join(report.sentences)}".strip()
    return f"{first}\n{said}"


def summary(report: MergeReport) -> str:
    """'34 objekt ändrades, 7 frågor väntar'."""
    return f"{_objects(report)}, {_questions(report.waiting)}."


def missing_line(report: MergeReport) -> str:
    """'Bord 4 har inte lämnat in sin fil.'; '' when all have."""
    if not report.missing:
        return ""
    if len(report.missing) == 1:
        return tr("{grupp} har inte lämnat in sin fil än.").format(grupp=report.missing[0])
    return tr("{grupper} har inte lämnat in sina filer än.").format(grupper=joined(report.missing))


def nothing_merged(report: MergeReport) -> bool:
    """Whether the result says no more than the main file did."""
    return all(one.state != MERGED for one in report.copies)


def _objects(report: MergeReport) -> str:
    if report.objects == 1:
        return tr("1 objekt ändrades")
    if report.objects:
        return tr("{antal} objekt ändrades").format(antal=report.objects)
    if not report.others:
        return tr("Inget objekt ändrades")
    if report.others == 1:
        return tr("Inget objekt ändrades, men 1 kommentar, koppling eller annan uppgift")
    return tr("Inget objekt ändrades, men {antal} kommentarer, kopplingar eller andra uppgifter").format(
        antal=report.others
    )


def _questions(waiting: int) -> str:
    if waiting == 0:
        return tr("inga frågor väntar")
    return tr("1 fråga väntar") if waiting == 1 else tr("{antal} frågor väntar").format(antal=waiting)


def _changes(count: int) -> str:
    if count == 0:
        return tr("Med, utan ändringar")
    return tr("Med: 1 ändring") if count == 1 else tr("Med: {antal} ändringar").format(antal=count)
