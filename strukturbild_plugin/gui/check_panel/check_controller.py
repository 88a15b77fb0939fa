"""What is done from the check list: go to an object, open it, mend what can be mended, hide what has been seen."""

from __future__ import annotations

from collections.abc import Callable, Collection

from qgis.PyQt.QtWidgets import QMessageBox

from ...checks.engine.finding import REVIEW, Finding, Fix
from ...drawing.edits.fixes import apply_fix, apply_fixes
from ...i18n import tr
from ...store.gpkg.proposed_edits import Edit
from .. import settings
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from .check_page import CheckPage
from .zoom_to_finding import find_object, show_object

HIDDEN = "dolda"


class CheckController:
    """Between the check page, the tool controller (one undo step each) and the map."""

    def __init__(
        self,
        session: Session,
        tools: ToolController,
        pictures: PictureThemes,
        page: CheckPage,
        show_in_panel: Callable[[str, str], None],
    ) -> None:
        """`show_in_panel`: an object, and the column in it (or registry.GOALS) to begin with."""
        self._session, self._tools, self._pictures, self._page = session, tools, pictures, page
        self._iface, self._show_in_panel = session.iface, show_in_panel
        page.finding_chosen.connect(guarded(self.go_to))
        page.finding_opened.connect(guarded(self.open))
        page.fix_wanted.connect(guarded(self.apply_fix))
        page.all_safe_wanted.connect(guarded(self.apply_safe_fixes))
        page.hidden_changed.connect(guarded(self._remember_hidden))

    def show_hidden(self) -> None:
        """Another strukturbild is open: what was hidden in it is still hidden."""
        opened = self._session.opened
        if opened is not None:
            kept = settings.place_in(opened.path, HIDDEN)
            self._page.show_hidden([one for one in kept.split(" ") if one])

    def go_to(self, finding: Finding) -> None:
        """Show the object on the map."""
        opened = self._session.opened
        if opened is None or not finding.objekt_id:
            return
        found = find_object(opened, finding.objekt_id, finding.lager)
        if found is None:
            self._session.messages.warn(tr("Objektet finns inte längre. Granska igen."))
        else:
            show_object(self._iface, self._pictures, opened, *found)

    def open(self, finding: Finding) -> None:
        """Open the object in its panel, where it is put right."""
        from ...checks.rules.registry import field_of  # not at QGIS's start

        if finding.objekt_id and self._session.opened is not None:
            self.go_to(finding)
            self._show_in_panel(finding.objekt_id, field_of(finding.regel))

    def apply_fix(self, fix: Fix) -> None:
        """Do one thing, after asking when something goes away."""
        edit_session = self._tools.edit_session
        if fix.opens == REVIEW:
            self._page.review_wanted.emit()
            return
        if edit_session is None or (fix.question and not self._may(fix)):
            return
        if self._tools.attempt(lambda: apply_fix(edit_session, fix.mening, fix.edits)):
            self._done(tr("Gjort: {what}.").format(what=fix.mening))

    def apply_safe_fixes(self) -> None:
        """Do everything where there is nothing to choose, as one undo step."""
        edit_session, live, done = self._tools.edit_session, self._session.live, [0]
        if edit_session is None:
            return

        def proposed() -> list[tuple[Edit, ...]]:
            now = live.now()
            safe = [finding.safe_fix() for finding in now.findings] if now is not None else []
            return [fix.edits for fix in safe if fix is not None]

        def work() -> None:
            done[0] = apply_fixes(edit_session, tr("Rätta alla säkra"), proposed)

        if self._tools.attempt(work):
            self._done(tr("{n} saker är rättade.").format(n=done[0]) if done[0] != 1 else tr("En sak är rättad."))

    def _may(self, fix: Fix) -> bool:
        box = QMessageBox(self._iface.mainWindow())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(fix.mening)
        box.setText(fix.question)
        yes = box.addButton(tr("Ta bort"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(tr("Behåll"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return bool(box.clickedButton() is yes)

    def _done(self, sentence: str) -> None:
        tools = self._tools
        for layer in tools.edit_session.layers.values() if tools.edit_session is not None else ():
            layer.triggerRepaint()
        tools.undo_offer.tell(sentence)

    def _remember_hidden(self, hidden: Collection[str]) -> None:
        opened = self._session.opened
        if opened is not None:
            settings.remember_place(opened.path, HIDDEN, " ".join(sorted(hidden)))
