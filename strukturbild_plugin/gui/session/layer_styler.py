"""The open layers, the base map and QGIS's own forms, given the look and the words of a strukturbild."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Sequence

from qgis.core import QgsMapLayer, QgsProject

from ...catalogue.model import Catalogue
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from .. import settings
from ..messages import Messages
from .open_document import LOOK_PROPERTY, OpenDocument, is_drawn, restyle_base_map
from .picture_themes import PictureThemes
from .restyling import restyling


class LayerStyler:
    """Knows what the open layers look like. `pictures`: the views of the map (picture_themes.PictureThemes)."""

    def __init__(self, pictures: PictureThemes) -> None:
        self._pictures = pictures
        self._known: Snapshot | None = None
        self._styles_mark = self._names_mark = ""
        self._catalogue: Catalogue | None = None
        self.forget()

    def forget(self) -> None:
        """Nothing is open."""
        self.kod = ""
        self._on: tuple[str, ...] = ()
        self._known, self._catalogue = None, None

    def adopt(self, opened: OpenDocument, snapshot: Snapshot) -> None:
        """Layers that have just come: dressed by their file, or by a project that may have been saved long ago."""
        group = opened.group()
        kept = str(group.customProperty(LOOK_PROPERTY) or "") if group is not None else ""
        self.kod, self._catalogue = snapshot.head.symboluppsattning, snapshot.catalogue
        if kept:
            self._on = tuple(kept.split())
        else:
            self._on = () if opened.stale else self._mark(self.kod, snapshot)
            self._note(opened)
        from ...store.styling.change_symbol_set import make_forms_safe

        make_forms_safe(opened.layers(), snapshot.catalogue, snapshot.pictures, snapshot.head.sprak)

    def is_outdated(self, kod: str, snapshot: Snapshot) -> bool:
        """Whether the layers look otherwise than the set `kod` in this strukturbild."""
        return self._on != self._mark(kod, snapshot)

    @restyling()
    def apply(self, opened: OpenDocument, snapshot: Snapshot, kod: str) -> None:
        """Let all that is open look so. Raises CatalogueError when there is no such set, and then keeps the look."""
        from ...cartography.symbol_sets.symbol_set_library import load_symbol_set
        from ...store.styling.change_symbol_set import restyle_layers, reword_layers

        before, self._on = self._on, self._mark(kod, snapshot)
        load_symbol_set(kod, snapshot.attachments)
        self.kod, wanted = kod, self._on
        drawn = [layer for layer in opened.layers() if is_drawn(layer)]
        if before[2:] != wanted[2:]:
            shown = [one for one in opened.layers() if not one.flags() & QgsMapLayer.LayerFlag.Private]
            reword_layers(shown, snapshot.catalogue, snapshot.pictures, snapshot.head.sprak)
            self._rename_groups(opened, snapshot.catalogue)
        restyle_layers(drawn, snapshot.catalogue, kod, settings.language(), snapshot.attachments)
        self._pictures.restyled()
        restyle_base_map(QgsProject.instance(), replace(snapshot.head, symboluppsattning=kod), snapshot.attachments)
        self._note(opened)

    def on_styles_restored(self) -> None:
        """The layers have been given back what they wore: all views shall have it."""
        self._pictures.restyled()

    def _mark(self, kod: str, snapshot: Snapshot) -> tuple[str, ...]:
        """The set, what is carried for the look, and the words; something to compare and to keep in a project."""
        from ...cartography.symbol_sets.symbol_set_library import style_attachments
        from ...catalogue.table_rows import to_rows

        if snapshot.attachments is not getattr(self._known, "attachments", None):
            self._styles_mark = _short(repr(style_attachments(snapshot.attachments)))
        if snapshot.catalogue is not getattr(self._known, "catalogue", None):
            self._names_mark = _short(json.dumps(to_rows(snapshot.catalogue), sort_keys=True, default=str))
        self._known = snapshot
        return kod, self._styles_mark, self._names_mark

    def _note(self, opened: OpenDocument) -> None:
        group = opened.group()
        if group is not None:
            group.setCustomProperty(LOOK_PROPERTY, " ".join(self._on))

    def _rename_groups(self, opened: OpenDocument, catalogue: Catalogue) -> None:
        """The group of the green and blue layers is called as their structure."""
        group, before = opened.group(), self._catalogue
        self._catalogue = catalogue
        if group is None or before is None:
            return
        language = settings.language()
        for structure in catalogue.strukturer:
            was = before.structure(structure.kod)
            found = group.findGroup(was.namn.in_language(language)) if was is not None else None
            if found is not None:
                found.setName(structure.namn.in_language(language))


def tell_what_was_not_used(messages: Messages, path: Path, snapshot: Snapshot | None) -> None:
    """Say once what of the look that a strukturbild carries could not be used as it is; again when that changes."""
    from ...cartography.symbol_sets.symbol_set_library import load_symbol_set
    from ...errors import CatalogueError

    if snapshot is None:
        return
    try:
        said = load_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments).notices
    except CatalogueError as error:
        said = (str(error),)
    first = tr("Regionens utseende kunde inte användas helt som det är tänkt ({count} saker).")
    tell_once(messages, path, "sagt", first, said)


def tell_once(messages: Messages, path: Path, about: str, first: str, said: Sequence[str], in_bar: bool = True) -> None:
    """Say these sentences about the strukturbild at `path`, and not again until they are others.

    `first`: what stands before them, with their {count}, when they are several or do not fit in the bar (`in_bar`).
    """
    mark = _short("\n".join(said)) if said else ""
    if mark == settings.place_in(path, about):
        return
    settings.remember_place(path, about, mark)
    if len(said) == 1 and in_bar:
        messages.warn(said[0])
    elif said:
        messages.warn(first.format(count=len(said)), said)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
