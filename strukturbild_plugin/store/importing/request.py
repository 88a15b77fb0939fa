"""What to import and as what, resolved against catalogue and source, or all that is wrong with it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Mapping, Sequence

from ...catalogue.model import STATUS_LIST, UNCERTAINTY_LIST, Catalogue, Choice, Level, ObjectClass
from ...errors import ImportRefused
from ...i18n import tr
from ..create.regions import folded
from ..gpkg.records import Picture
from .values import NAME, find_code, targets

_NAME_COLUMNS = ("name", "benämning", "titel", "title", "ortnamn", "tatort", "objektnamn")


@dataclass(frozen=True)
class ImportRequest:
    """What to import, and as what. Empty texts let the import choose."""

    source: str | Path
    layer_name: str = ""
    klass: str = "nod"
    bild_id: str = ""
    """Identity or name of the picture; empty: the first."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Target (namn, niva, status, undertyp, osakerhet, roll or an attribute's code) -> column of the source.
    Empty: columns that are called like a target are taken."""
    goal_field: str = ""
    """Column with goal codes, separated by ; or , - each may carry a contribution: '1.2; 2.1(+2); 3(-1)'."""
    default_level: str = ""
    default_status: str = ""
    default_uncertainty: str = ""
    crs: str = ""
    """EPSG code of the coordinates, when the file does not say or says wrong."""
    id_field: str = ""
    """Column that identifies a row, so that a second import knows it again; empty: name and place do."""
    who: str = ""


@dataclass(frozen=True)
class ImportReport:
    """What an import did."""

    imported: int
    left_out: tuple[tuple[str, str], ...]
    """Row as the source counts (with the object's name) and why it was left out."""
    notes: tuple[str, ...] = ()
    """What was done to objects that were taken: repaired, values not recognised, coordinate system assumed."""
    links: int = 0
    """Ties to goals that were made."""


def wanted_class(catalogue: Catalogue, wanted: str) -> ObjectClass:
    """The class with this code or name."""
    found = catalogue.object_class(wanted) or next(
        (klass for klass in catalogue.klasser if folded(wanted) in (folded(klass.namn.sv), folded(klass.kod))), None
    )
    if found is None:
        raise ImportRefused(
            tr("Klassen ”{klass}” finns inte i strukturbilden. Klasser som finns: {klasser}.").format(
                klass=wanted, klasser=", ".join(klass.kod for klass in catalogue.klasser)
            )
        )
    return found


def wanted_picture(pictures: Sequence[Picture], wanted: str) -> Picture:
    """The picture with this identity or name; the first when nothing is asked for."""
    for picture in pictures:
        if not wanted or wanted == picture.bild_id or folded(wanted) == folded(picture.namn):
            return picture
    if not pictures:
        raise ImportRefused(tr("Strukturbilden har ingen bild att importera till. Lägg till en bild först."))
    raise ImportRefused(
        tr("Bilden ”{bild}” finns inte. Bilder som finns: {bilder}.").format(
            bild=wanted, bilder=", ".join(picture.namn for picture in pictures)
        )
    )


def resolved(request: ImportRequest, catalogue: Catalogue, klass: ObjectClass, columns: Sequence[str]) -> ImportRequest:
    """The request with columns and defaults as source and catalogue spell them. ImportRefused lists all its faults."""
    problems: list[str] = []
    allowed = targets(catalogue, klass)
    wanted = dict(request.fields) or _matching(allowed, columns)
    problems.extend(
        tr("”{mål}” är inget som klassen {klass} har. Välj bland: {val}.").format(
            mål=target, klass=klass.namn.sv, val=", ".join(allowed)
        )
        for target in wanted
        if target not in allowed
    )
    fields = {target: _column(name, columns, problems) for target, name in wanted.items()}
    goal, key = (_column(name, columns, problems) for name in (request.goal_field, request.id_field))
    defaults = {
        "default_level": _default(request.default_level, klass.nivaer, problems),
        "default_status": _default(request.default_status, catalogue.listor.get(STATUS_LIST, ()), problems),
        "default_uncertainty": _default(
            request.default_uncertainty, catalogue.listor.get(UNCERTAINTY_LIST, ()), problems
        ),
    }
    if problems:
        raise ImportRefused(" ".join(problems))
    return replace(request, fields=fields, goal_field=goal, id_field=key, **defaults)


def _default(given: str, allowed: Sequence[Choice] | Sequence[Level], problems: list[str]) -> str:
    found = find_code(given, allowed) if given else ""
    if given and not found:
        choices = ", ".join(each.kod for each in allowed) or tr("inget, klassen har inga nivåer")
        problems.append(tr("”{värde}” finns inte. Välj bland: {val}.").format(värde=given, val=choices))
    return found


def _matching(allowed: Mapping[str, str], columns: Sequence[str]) -> dict[str, str]:
    """Columns called like a target's code or name."""
    named = {folded(column): column for column in columns}
    found = {}
    for code, name in allowed.items():
        words = (code, name, *(_NAME_COLUMNS if code == NAME else ()))
        column = next((named[folded(word)] for word in words if folded(word) in named), None)
        if column:
            found[code] = column
    return found


def _column(wanted: str, columns: Sequence[str], problems: list[str]) -> str:
    """The column as the source spells it."""
    if not wanted:
        return ""
    spelled = {folded(column): column for column in columns}
    if folded(wanted) in spelled:
        return spelled[folded(wanted)]
    near = [spelled[each] for each in difflib.get_close_matches(folded(wanted), list(spelled), n=3)]
    problems.append(
        tr("Källan har ingen kolumn ”{kolumn}”. Välj bland: {val}.").format(
            kolumn=wanted, val=", ".join(near or columns) or "-"
        )
    )
    return ""
