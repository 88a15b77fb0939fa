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
    """The kind of sheet that a layout is for: 'karta-mal Vår.qpt' is for 'karta-mal'; most are for 'karta'."""
    stem = name.lower()[: -len(".qpt")] if name.lower().endswith(".qpt") else name.lower()
    for kod in sorted(_FILLABLE_KINDS, key=len, reverse=True):
        if stem.startswith(kod) and not stem[len(kod) : len(kod) + 1].isalnum():
            return kod
    return DEFAULT_KIND


def name_for_kind(name: str, kind: str) -> str:
    """The name that ties a layout to a kind of sheet: 'karta-mal Vår' of 'Vår'. Kinds that take no layout: as it is."""
    tied = layout_kind(name) == kind or kind not in _FILLABLE_KINDS
    return name if tied else f"{kind} {name}"


def chosen_layouts(wanted: str, attachments: Sequence[Attachment]) -> Mapping[str, CleanLayout]:
    """The layout to use for each kind of sheet that has one; all others are the program's own sheets.

    `wanted`: by name among what is carried along or by path, for the kind that its name begins with; then, and without
    one, what is carried along. Nothing when `wanted` is `NO_LAYOUT`. ExportError when it is missing or cannot be used.
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
            tr("Layouten {namn} finns inte. Välj en .qpt-fil eller en layout som strukturbilden bär med sig.").format(
                namn=wanted
            )
        ) from error
