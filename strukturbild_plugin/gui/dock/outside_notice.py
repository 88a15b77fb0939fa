"""A sentence when something was drawn outside the area: once for a class, with undo at hand, and never in the way."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QObject

from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.live_checks import LiveState
from ..session.session import Session
from ..settings import language

OUTSIDE_RULE = "G03"


@guarded
class OutsideNotice(QObject):
    """Listens to what is drawn, and to what the check says of it a moment later."""

    def __init__(self, session: Session, tools: ToolController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._drawn, self._step = "", object()
        """What was drawn last and has not been asked about, and its step of undo."""
        self._told: set[str] = set()
        """Classes that it has been said of since the strukturbild was opened."""
        tools.drew.connect(guarded(self._drew))
        session.live_read.connect(guarded(self._look))
        session.opened_changed.connect(guarded(self._forget))

    def _forget(self) -> None:
        self._drawn = ""
        self._told.clear()

    def _drew(self, objekt_id: str) -> None:
        edit_session = self._tools.edit_session
        self._drawn = objekt_id
        self._step = edit_session.last_step() if edit_session is not None else None

    def _look(self, live: LiveState) -> None:
        drawn = next((one for one in live.snapshot.objects if one.objekt_id == self._drawn), None)
        if drawn is None:
            return
        self._drawn = ""
        remarked = any(one.regel == OUTSIDE_RULE and one.objekt_id == drawn.objekt_id for one in live.findings)
        if not remarked or drawn.klass in self._told:
            return
        from ...checks.rules.outside_area import outside

        if not outside(replace(live.snapshot, objects=(drawn,)), live.snapshot.areas):
            return  # it only reaches out of it
        self._told.add(drawn.klass)
        said = tr("{objekt} ligger utanför strukturbildens område. Det går bra om det är meningen.")
        sentence = said.format(objekt=drawn.namn or _called(live.snapshot, drawn.klass))
        edit_session = self._tools.edit_session
        if edit_session is not None and edit_session.last_step() is self._step:
            self._tools.undo_offer.tell(sentence)
        else:
            self._tools.messages.well(sentence)  # the button would undo what came after


def _called(snapshot: Snapshot, klass: str) -> str:
    known = snapshot.catalogue.object_class(klass)
    return str(known.namn.in_language(language())) if known is not None else klass
