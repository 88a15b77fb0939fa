"""Who draws: the name and the group that are written on what is drawn, seen and changed where one draws."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QMenu, QToolButton, QWidget

from ...drawing.edits.objects import set_values
from ...drawing.session.edit_session import EditSession
from ...errors import StoreError
from ...i18n import tr
from ...store.gpkg.records import ObjectRecord
from .. import settings
from ..guarded import guarded
from ..session.open_document import OpenDocument
from ..widgets.busy_cursor import waiting


class AuthorHost(Protocol):
    """Where the names are written on what is drawn."""

    iface: QgisInterface
    opened: OpenDocument | None

    @property
    def edit_session(self) -> EditSession | None: ...

    def do(self, call: Callable[[], object]) -> bool: ...


@guarded
class Author(QObject):
    """One for the whole window. `tools`: the edit session that writes the names on what is drawn."""

    changed = pyqtSignal()

    def __init__(self, tools: AuthorHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._drawn: set[str] = set()

    def set_groups_of(self, objects: Iterable[ObjectRecord]) -> None:
        """The groups that have drawn in the open strukturbild."""
        drawn = {one.grupp for one in objects if one.grupp}
        if drawn != self._drawn:
            self._drawn = drawn
            self.changed.emit()

    def fixed_group(self) -> str:
        """The group whose copy is open; '' in any other strukturbild."""
        opened = self._tools.opened
        return opened.copy.grupp if opened is not None and opened.copy is not None else ""

    def refuse_drawing(self) -> None:
        """Raise StoreError when the group whose copy is open may not draw in it."""
        opened = self._tools.opened
        if opened is not None and opened.copy is not None and not opened.copy.may_draw():
            raise StoreError(opened.copy.sentence())

    def group(self) -> str:
        """The group that draws."""
        return self.fixed_group() or settings.group()

    def groups(self) -> list[str]:
        """Those that have drawn, those written here lately and the one that draws now; 'Bord 2' before 'Bord 10'.

        In a group's copy only that group.
        """
        if self.fixed_group():
            return [self.fixed_group()]
        return sorted({*self._drawn, *settings.recent_groups(), settings.group()} - {""}, key=natural)

    def signature(self) -> str:
        """'Åsa · Bord 2'; '' when nobody has said."""
        return " · ".join(part for part in (settings.author(), self.group()) if part)

    def choose(self, author: str, group: str) -> None:
        """From now on, also with the pen that is held."""
        settings.remember_author(author.strip())
        if not self.fixed_group():
            settings.remember_group(group.strip())
        self.reread()

    def reread(self) -> None:
        """Somebody may have written other names on the settings page."""
        edit_session = self._tools.edit_session
        if edit_session is not None:
            edit_session.author, edit_session.group = settings.author(), self.group()
        self.changed.emit()

    def ask(self, window: QWidget) -> None:
        """A small window to write in."""
        from .author_dialog import AuthorDialog

        dialog = AuthorDialog(self.groups(), window, self.fixed_group())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.choose(dialog.author.text(), dialog.group.text())
        dialog.deleteLater()

    def set_group_of(self, ids: Sequence[str], group: str) -> None:
        """These were drawn by another group: one undo step."""
        edit_session = self._tools.edit_session
        if edit_session is None:
            return
        text = tr("Ritat av {group}").format(group=group) if group else tr("Ritat utan grupp")

        def write() -> None:
            with edit_session.command(text):
                for objekt_id in ids:
                    set_values(edit_session, objekt_id, {"grupp": group})

        with waiting():
            self._tools.do(write)

    def fill(self, menu: QMenu) -> None:
        """The groups to choose between, and a way to another name."""
        menu.clear()
        for name in (*self.groups(), *([] if self.fixed_group() else [""])):
            action = menu.addAction(name or tr("Ingen grupp"))
            action.setCheckable(True)
            action.setChecked(name == self.group())
            action.triggered.connect(guarded(lambda _=False, name=name: self.choose(settings.author(), name)))
        menu.addSeparator()
        other = menu.addAction(tr("Annat namn eller ny grupp…"))
        other.setObjectName("strukturbild_vem_annan")
        other.triggered.connect(guarded(lambda _=False: self.ask(self._tools.iface.mainWindow())))


@guarded
class AuthorButton(QToolButton):
    """Says who draws, and lets another take over with two clicks."""

    def __init__(self, who: Author, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_vem")
        self._who = who
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(tr("Vem som ritar. Skrivs på det som ritas, så att ni kan se vem som ritat vad."))
        menu = QMenu(self)
        menu.aboutToShow.connect(guarded(lambda: who.fill(menu)))
        self.setMenu(menu)
        who.changed.connect(guarded(self.show_who))
        self.show_who()

    def show_who(self) -> None:
        """As it is now."""
        said = self._who.signature()
        self.setText(said or tr("Vem ritar?"))
        self.setAccessibleName(tr("Ritas av {who}").format(who=said) if said else tr("Vem ritar?"))


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """What names are sorted by: numbers in them as numbers."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
