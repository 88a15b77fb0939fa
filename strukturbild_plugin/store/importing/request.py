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
from .values import find_code, targets

ALL_LAYERS = "*"
NAME_AND_PLACE = "namn och plats"
"""As `id_field`: rows are known by name and place, whatever columns there are."""
ASK, YES, NO = "fraga", "ja", "nej"
"""Whether objects that are there and that the source says something else about are updated: shown only, yes, or no."""


@dataclass(frozen=True)
class ImportRequest:
    """What to import, and as what. Empty texts let the import choose."""

    source: str | Path
    layer_name: str = ""
    """Name of the layer, ALL_LAYERS, or empty: the first that the class is drawn as, with those that are like it."""
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
    """Column that identifies a row, so that a second import knows it again, or NAME_AND_PLACE.
    Empty: the surest column, else name and place."""
    x_column: str = ""
    y_column: str = ""
    """Columns of a table that hold east and north; `x_column` alone one that holds both, or WKT. Empty: looked for."""
    whole_file: bool = False
    """Take what lies outside the strukturbild's area too."""
    update: str = ASK
    """ASK, YES or NO."""
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
    updated: int = 0
    """Objects that were there and were changed."""
    gone: tuple[str, ...] = ()
    """Names of objects from an earlier import that are no longer in the source; they are kept."""


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


def resolved(
    request: ImportRequest, catalogue: Catalogue, klass: ObjectClass, columns: Sequence[str], guessed: Mapping[str, str]
) -> ImportRequest:
    """The request with columns and defaults as source and catalogue spell them. ImportRefused lists all its faults.

    `guessed`: target -> column, when the request names none.
    """
    problems: list[str] = []
    allowed = targets(catalogue, klass)
    wanted = dict(request.fields) or dict(guessed)
    if request.update not in (ASK, YES, NO):
        problems.append(
            tr("”{värde}” finns inte. Välj bland: {val}.").format(värde=request.update, val=f"{ASK}, {YES}, {NO}")
        )
    problems.extend(
        tr("”{mål}” är inget som klassen {klass} har. Välj bland: {val}.").format(
            mål=target, klass=klass.namn.sv, val=", ".join(allowed)
        )
        for target in wanted
        if target not in allowed
    )
    fields = {target: _column(name, columns, problems) for target, name in wanted.items()}
    goal = _column(request.goal_field, columns, problems)
    key = request.id_field if request.id_field == NAME_AND_PLACE else _column(request.id_field, columns, problems)
    defaults = {
        "default_level": _default(request.default_level, klass.nivaer, problems),
        "default_status": _default(request.default_status, catalogue.listor.get(STATUS_LIST, ()), problems),
        "default_uncertainty": _default(
            request.default_uncertainty, catalogue.listor.get(UNCERTAINTY_LIST, ()), problems
        ),
    }
    if problems:
        raise ImportRefused(" ".join(problems))
    return replace(request, fields=fields, goal_field=goal, id_field=key, **defaults)  # type: ignore[arg-type]


def _default(given: str, allowed: Sequence[Choice] | Sequence[Level], problems: list[str]) -> str:
    found = find_code(given, allowed) if given else ""
    if given and not found:
        choices = ", ".join(each.kod for each in allowed) or tr("inget, klassen har inga nivåer")
        problems.append(tr("”{värde}” finns inte. Välj bland: {val}.").format(värde=given, val=choices))
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
