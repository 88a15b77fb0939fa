"""Ctrl+K: objects, goals, words of the field, steps, pictures and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult

from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ...store.qgis_project.picture_themes import PictureTheme
from .. import settings
from ..guarded import guarded
from ..session.live_checks import LiveState

FEWEST_LETTERS, MOST = 2, 12
OBJECT, GOAL, WORD = "objekt", "mal", "ord"
STEP, VIEW, ACT = "steg", "bild", "gor"


@dataclass
class LocatorItem:
    """What can be found just now, shared by the filter and its clones; replaced whole, never changed."""

    entries: tuple[tuple[str, str, str, str], ...] = ()
    """Kind, code, what is shown and what kind of thing it is."""


@guarded
class StrukturbildLocatorFilter(QgsLocatorFilter):
    """One filter for all of them."""

    def __init__(self, findable: LocatorItem, chosen: Callable[[str, str], None]) -> None:
        super().__init__()
        self._findable, self._chosen = findable, chosen

    def clone(self) -> QgsLocatorFilter:
        """QGIS's: a copy for the searching thread."""
        return StrukturbildLocatorFilter(self._findable, self._chosen)

    def name(self) -> str:
        """QGIS's: the code of the filter."""
        return "strukturbild"

    def displayName(self) -> str:
        """QGIS's."""
        return tr("Strukturbild: objekt, mål, ord, steg och åtgärder")

    def prefix(self) -> str:
        """QGIS's: typed first to search here alone. Of a plugin it takes none shorter than three letters."""
        return "bild"

    def fetchResults(self, string: str, _context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """QGIS's, in another thread."""
        wanted = string.strip().casefold()
        if len(wanted) < FEWEST_LETTERS:
            return
        shown = 0
        for kind, code, text, group in self._findable.entries:
            if feedback.isCanceled() or shown >= MOST:
                return
            if wanted in text.casefold():
                result = QgsLocatorResult(self, text, f"{kind}:{code}")
                result.description = group
                self.resultFetched.emit(result)
                shown += 1

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """QGIS's, back on the main thread."""
        kind, _, code = str(result.userData).partition(":")
        self._chosen(kind, code)


def entries_of(snapshot: Snapshot, language: str) -> tuple[tuple[str, str, str, str], ...]:
    """Everything that can be found in a strukturbild, objects first."""
    from ..widgets.glossary_label import glossary

    names = {klass.kod: klass.namn.in_language(language) for klass in snapshot.catalogue.klasser}
    # the same town stands in several pictures: say which
    pictures = {one.bild_id: f", {one.namn}" for one in snapshot.pictures} if len(snapshot.pictures) > 1 else {}
    objects = [
        (OBJECT, one.objekt_id, one.namn, names.get(one.klass, one.klass) + pictures.get(one.bild_id, ""))
        for one in snapshot.objects
    ]
    goals = [(GOAL, one.mal_id, f"{one.kod} {one.titel}".strip(), tr("Mål")) for one in snapshot.goals]
    terms = [(WORD, one.kod, one.ord.in_language(language), tr("Ordlista")) for one in glossary().ord]
    return tuple(entry for entry in (*objects, *goals, *terms) if entry[2])


def ways_of(views: Sequence[PictureTheme], live: LiveState) -> tuple[tuple[str, str, str, str], ...]:
    """Where one can go and what one can do: the menu's entries, the pages' actions, the steps and the pictures."""
    from .file_menu import actions

    language = settings.language()
    acts = [(ACT, kod, text.rstrip("…"), tr("Åtgärd")) for kod, text, _call in actions()]
    steps = [(STEP, step.kod, step.namn.in_language(language), tr("Steg")) for step in live.chain.steps]
    shown = tr("Visa {picture}")
    several = views if len(views) > 1 else ()
    pictures = [(VIEW, view.bild_id, shown.format(picture=view.name), tr("Bild")) for view in several]
    return (*acts, *steps, *pictures)
