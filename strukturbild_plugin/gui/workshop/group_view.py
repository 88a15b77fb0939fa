"""A group's copy that is open: it says whose it is, and what the group may not do is refused with one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from qgis.PyQt.QtCore import QObject

from ...drawing.session.edit_session import EditSession
from ...drawing.session.row_changes import RowEdit
from ...errors import StoreError
from ...i18n import tr
from ...workshop.group_copy import GroupCopy
from ...workshop.start import rights_texts
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.head_edits import HeadEdits
from ..session.session import Session


@guarded
class GroupView(QObject):
    """Watches what is drawn and written in the open strukturbild."""

    def __init__(
        self, session: Session, tools: ToolController, head_edits: HeadEdits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tools = session, tools
        head_edits.before_write.append(self._refuse_writing)

    @property
    def copy(self) -> GroupCopy | None:
        """What the open strukturbild is a copy of; None for a main file and when none is open."""
        return self._session.opened.copy if self._session.opened is not None else None

    def guard(self, edit_session: EditSession | None) -> None:
        """Watch what is drawn from now on."""
        if edit_session is not None and self.copy is not None and not edit_session.after_edit:
            edit_session.after_edit.append(partial(self._refuse_rows, edit_session))
            self._tools.who.reread()

    def _refuse_writing(self, adds: bool) -> None:
        copy = self.copy
        if copy is not None and copy.sentence() and not (adds and copy.may_draw()):
            raise StoreError(copy.sentence())

    def _refuse_rows(self, edit_session: EditSession, code: str, rows: Sequence[RowEdit]) -> None:
        copy = self.copy
        if copy is None or not copy.sentence():
            return
        columns = edit_session.columns(code)
        for row in rows:
            before = None if row.before is None else dict(zip(columns, row.before.values))
            if not copy.allows(code, before):
                raise StoreError(copy.sentence())


def copy_of(copy: GroupCopy, titel: str) -> tuple[str, str]:
    """Which workshop the copy is of, or what little the group may do in it, in a line; and all there is to know.

    `titel`: what the strukturbild is called itself now.
    """
    short = told = tr("kopia av {titel}").format(titel=titel)
    if copy.workshop:
        whole = tr("{grupp}s kopia i workshopen {workshop}")
        short, told = copy.workshop, whole.format(grupp=copy.grupp, workshop=copy.workshop)
    if not copy.sentence():
        return short, told
    limits = {code: tr("får {rätt}").format(rätt=words.lower()) for code, words, _meaning in rights_texts()}
    short = tr("fryst") if copy.fryst else limits.get(copy.far_andra, short)
    return short, f"{told}\n{copy.sentence()}"
