"""Which of the user's own layouts a kind of sheet is made in: a layout's name begins with the kind it is for."""

from __future__ import annotations

from pathlib import Path
from typing import Mapping, Sequence

from ...errors import ExportError
from ...i18n import tr
from ...store.gpkg.attachments import LAYOUT
from ...store.gpkg.records import Attachment
from ..export_request import NO_LAYOUT
from ..sheets.sheet_kinds import KINDS, ONE_MAP
from .clean_layout import MAX_BYTES, CleanLayout, clean_layout

DEFAULT_KIND = "karta"
_FILLABLE_KINDS = tuple(kind.code for kind in KINDS.values() if kind.form == ONE_MAP)
"""Kinds of one page with one map. Pages of an atlas, and two maps beside each other, the program composes itself."""


def layout_kind(name: str) -> str:
    """The kind of sheet that a layout is for, from its name: 'karta-mal Vår.qpt' gives 'karta-mal', most 'karta'."""
    stem = name.lower()[: -len(".qpt")] if name.lower().endswith(".qpt") else name.lower()
    for kod in sorted(_FILLABLE_KINDS, key=len, reverse=True):
        if stem.startswith(kod) and not stem[len(kod) : len(kod) + 1].isalnum():
            return kod
    return DEFAULT_KIND


def name_for_kind(name: str, kind: str) -> str:
    """The name that a layout for a kind of sheet must have: 'karta-mal Vår' for 'Vår'; as it is where none is used."""
    tied = layout_kind(name) == kind or kind not in _FILLABLE_KINDS
    return name if tied else f"{kind} {name}"


def chosen_layouts(wanted: str, attachments: Sequence[Attachment]) -> Mapping[str, CleanLayout]:
    """The custom layout for each kind of sheet that has one (code of `KINDS` -> layout); others use the program's own.

    `wanted`: name of an attachment or a path, for the kind that its name begins with; the attachments are used for the
    other kinds, and for all when it is ''. No layout at all when it is `NO_LAYOUT`. Raises ExportError when one is
    missing or cannot be used.
    """
    if wanted == NO_LAYOUT:
        return {}
    carried = {one.namn: one.innehall for one in attachments if one.slag == LAYOUT}
    names: dict[str, str] = {}
    for name in sorted(carried):
        names.setdefault(layout_kind(name), name)
    found: dict[str, CleanLayout] = {}
    if wanted:
        found[layout_kind(Path(wanted).name)] = _wanted(wanted, carried)
    for kind, name in names.items():
        if kind not in found:
            found[kind] = clean_layout(carried[name], name)
    return found


def _wanted(wanted: str, carried: Mapping[str, bytes]) -> CleanLayout:
    for known in (wanted, f"{wanted}.qpt"):
        if known in carried:
            return clean_layout(carried[known], known)
    path = Path(wanted)
    try:
        if path.stat().st_size > MAX_BYTES:
            return clean_layout(b" " * (MAX_BYTES + 1), path.name)
        return clean_layout(path.read_bytes(), path.name)
    except OSError as error:
        raise ExportError(
            tr("Layouten {namn} finns inte. Välj en .qpt-fil eller en layout som följer med strukturbilden.").format(
                namn=wanted
            )
        ) from error
