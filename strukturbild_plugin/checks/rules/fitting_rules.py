"""Rules about what fits what: the levels of a subtype, and the roles of a class."""

from __future__ import annotations

from typing import Iterator

from ...catalogue.fitting import with_fitting
from ...catalogue.model import ROLE_LIST, ObjectClass
from ...i18n import joined, tr
from ...store.gpkg.proposed_edits import SetValues
from ...store.gpkg.records import ObjectRecord
from ...store.gpkg.row_mapping import codes_to_text
from ..engine.check_context import CheckContext, CheckedObject
from ..engine.finding import TIP, WARNING, Fix, Remark


def fitting_class(context: CheckContext, record: ObjectRecord) -> ObjectClass | None:
    """The class of an object, with the levels and roles that fit it also in a file from before they were said."""
    known: dict[str, ObjectClass] = context.cached("fitting", dict)
    if record.klass not in known and record.klass in context.classes:
        known[record.klass] = with_fitting(context.classes[record.klass])
    return known.get(record.klass)


def level_of_other_subtype(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """A level that only other subtypes have: the classes 1-3 of RUFS grade weak green links, and no other."""
    record, klass = checked.record, fitting_class(context, checked.record)
    level = klass.level(record.niva) if klass and record.niva else None
    if klass is None or level is None or level.fits(record.undertyp):
        return
    language = context.head.sprak
    holders = [one for one in klass.undertyper if one.kod in level.undertyper]
    names = [one.namn.in_language(language) for one in holders]
    fixes = [
        Fix(tr("Sätt undertypen ”{namn}”").format(namn=name), _set(record, undertyp=one.kod), safe=False)
        for one, name in zip(holders, names)
    ]
    yield context.remark(
        WARNING,
        record,
        tr("{objekt} har nivån ”{niva}”, som bara gäller undertypen {namn}."),
        tr("Byt undertyp, eller ta bort nivån."),
        *fixes,
        Fix(tr("Ta bort nivån ”{niva}”").format(niva=level.namn.in_language(language)), _set(record, niva=None), False),
        niva=level.namn.in_language(language),
        namn=joined(f"”{name}”" for name in names),
    )


def role_of_other_class(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """A role that the class does not have: a corridor is no airport. What stands there stays until somebody says."""
    record, klass = checked.record, fitting_class(context, checked.record)
    if klass is None or not klass.roller or not record.roller:
        return
    there = context.catalogue.listor.get(ROLE_LIST, ())
    fitting = {role.kod for role in klass.roles_among(there)}
    wrong = [role for role in there if role.kod in record.roller and role.kod not in fitting]
    if wrong:
        kept = codes_to_text(kod for kod in record.roller if kod not in {role.kod for role in wrong})
        names = joined(f"”{role.namn.in_language(context.head.sprak)}”" for role in wrong)
        text = tr("Ta bort rollen {roller}") if len(wrong) == 1 else tr("Ta bort rollerna {roller}")
        yield context.remark(
            TIP,
            record,
            tr("{objekt} har en roll som inte passar klassen: {roller}.")
            if len(wrong) == 1
            else tr("{objekt} har roller som inte passar klassen: {roller}."),
            tr("Ta bort det som inte passar, eller ge rollen till noden."),
            Fix(text.format(roller=names), _set(record, roll=kept), safe=False),
            roller=names,
        )


def _set(record: ObjectRecord, **values: str | None) -> tuple[SetValues]:
    return (SetValues(record.objekt_id, tuple(values.items())),)
