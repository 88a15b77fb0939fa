"""Step 2 in the dock: the goals to tie the picture to, from the library or from a table of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QDate, QEvent, QMimeData, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ... import paths
from ...goals.goal_library import GoalLibrary, successor_of
from ...goals.model import GoalSet
from ...goals.set_texts import short_facts, validity_warning
from ...goals.tree import GoalTree
from ...i18n import tr
from ...region_codes import country_of, is_swedish
from ...store.gpkg.records import Snapshot
from ...store.importing.table_endings import TABLE_ENDINGS
from .. import settings
from ..disk_answers import ask
from ..guarded import guarded
from ..object_panel.goal_tree import GoalTreeView
from ..session.head_edits import HeadEdits, Work
from ..session.saved_indicator import SavedIndicator
from ..widgets.fields import ChoiceField
from ..widgets.form_sections import labelled
from ..widgets.labels import quiet
from ..widgets.region_list import goals_abroad

SHOWN_LINES = 16


@guarded
class GoalSetsForm(QWidget):
    """Saved in the file at once. A goal that objects are tied to is never dropped."""

    edit_wanted = pyqtSignal(str)
    """Sets of one's own are to be edited: the code of the set or the identity of the goal that is chosen, or ''."""
    table_wanted = pyqtSignal(str)
    """Goals are to be read out of a table: the file that was dropped here, or ''."""
    counterparts_wanted = pyqtSignal()

    def __init__(self, head_edits: HeadEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._head_edits = head_edits
        self._snapshot: Snapshot | None = None
        self._trouble = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.said = quiet("", self)
        column.addWidget(self.said)
        self.goals = GoalTreeView(self)
        self.goals.setMinimumHeight(self.fontMetrics().lineSpacing() * SHOWN_LINES)
        self.goals.current_changed.connect(guarded(self._offer))
        self.goals.tree.viewport().installEventFilter(self)
        column.addWidget(self.goals, 1)
        self.remove = QPushButton(tr("Ta bort samlingen"), self)
        self.remove.clicked.connect(guarded(lambda _=False: self._remove()))
        column.addWidget(self.remove)
        self.newer = QPushButton(tr("Byt till ny version…"), self)
        self.newer.clicked.connect(guarded(lambda _=False: self.change_version()))
        column.addWidget(self.newer)
        self.warning = quiet("", self)
        column.addWidget(self.warning)
        self.offered = ChoiceField((), empty=tr("Välj en samling…"))
        self.offered.written.connect(guarded(self._import_from_library))
        labelled(column, tr("Hämta mål ur biblioteket"), self.offered)
        self.abroad = quiet("", self)
        column.addWidget(self.abroad)
        labelled(column, tr("Egna mål"), self._own_buttons())
        self.note = SavedIndicator(head_edits, self)
        self.note.setText(tr("Det här sparas direkt i filen."))
        column.addWidget(self.note)
        self._offer()

    def _own_buttons(self) -> QWidget:
        """Each with words that fit a narrow dock, and what it does in its tool tip."""
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.edit, self.table = (
            QPushButton(tr("Skriv och ändra egna mål…"), self),
            QPushButton(tr("Läs in mål från en tabell…"), self),
        )
        self.counterparts = QPushButton(tr("Nationella och globala mål…"), self)
        self.edit.clicked.connect(
            guarded(
                lambda _=False: self.edit_wanted.emit(self.goals.current().partition(":")[2] or self.goals.current())
            )
        )
        self.table.clicked.connect(guarded(lambda _=False: self.table_wanted.emit("")))
        self.counterparts.clicked.connect(guarded(lambda _=False: self.counterparts_wanted.emit()))
        for button, tip in (
            (self.edit, tr("Samlingar, mål, delmål, koder, indikatorer och målår.")),
            (self.table, tr("CSV, XLSX eller ODS. Ni ser vad som hämtas innan något skrivs.")),
            (self.counterparts, tr("Vilka av de nationella områdena och de globala målen som era mål motsvarar.")),
        ):
            button.setToolTip(tip)
            column.addWidget(button)
        return holder

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: the wheel moves the page past the list of goals, until one has clicked in the list."""
        if event.type() == QEvent.Type.Wheel and not self.goals.tree.hasFocus():
            event.ignore()
            return True
        return bool(super().eventFilter(watched, event))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The goals in the file, and how the drawn objects carry them."""
        self._snapshot = snapshot
        self.goals.show_snapshot(snapshot)
        there = {one.kod for one in snapshot.goal_sets}
        known, self._trouble = library()
        entries = [(kod, _line(tree)) for kod, tree in known.current().items() if kod not in there]
        own = {kod for kod, tree in known.trees.items() if set(tree.goal_set.lan) & set(snapshot.head.lan)}
        self.offered.fill(sorted(entries, key=lambda entry: (entry[0] not in own, entry[1].casefold())))
        self.offered.set_value(None)
        self.said.setText(in_words(snapshot))
        lacking = areas_without_library(snapshot)
        self.abroad.setText(goals_abroad(lacking))
        self.abroad.setVisible(bool(lacking))
        self._offer()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's: a table of goals may be dropped here; other files go where they go."""
        if table_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's."""
        file = table_in(event.mimeData())
        if file:
            event.acceptProposedAction()
            self.table_wanted.emit(file)

    def keep(self) -> None:
        """Nothing is ever half-written here."""

    def _chosen(self) -> str:
        """The code of the set that is chosen; the only one that has a newer version when none is."""
        code = self.goals.current()
        if code.startswith("samling:"):
            return code.partition(":")[2]
        replaced = [one.kod for one in self._sets() if self._successor(one.kod)]
        return replaced[0] if len(replaced) == 1 else ""

    def _trees(self) -> dict[str, GoalTree]:
        """The library's sets and the region's own in the file, by code: what a set may be changed for."""
        snapshot, trees = self._snapshot, dict(library()[0].trees)
        for one in self._sets() if snapshot is not None else ():
            if one.kod not in trees:
                goals = tuple(goal for goal in snapshot.goals if goal.samling == one.kod) if snapshot else ()
                trees[one.kod] = GoalTree(one, goals, (one.url,) if one.url else ())
        return trees

    def _successor(self, kod: str) -> GoalTree | None:
        return successor_of(kod, self._trees())

    def _sets(self) -> tuple[GoalSet, ...]:
        return self._snapshot.goal_sets if self._snapshot is not None else ()

    def _warn(self) -> None:
        """What of the file's sets no longer holds, and what to change for what."""
        today = QDate.currentDate().toPyDate()
        said = [self._trouble] if self._trouble else []
        for one in self._sets():
            newer = self._successor(one.kod)
            text = validity_warning(one, today, newer.goal_set if newer else None)
            if text:
                said.append(f"{one.namn}: {text}")
        self.warning.setText("\n".join(said))
        self.warning.setVisible(bool(said))
        newest = self._successor(self._chosen())
        self.newer.setVisible(newest is not None)
        if newest is not None:
            self.newer.setToolTip(tr("Byt till {name}").format(name=newest.goal_set.namn))

    def change_version(self) -> None:
        """Ask goal by goal what becomes of it in the new version, and do so: undoable, and in the log."""
        from .goal_version_dialog import GoalVersionDialog, newer_versions

        snapshot, chosen = self._snapshot, self._chosen()
        old = next((one for one in self._sets() if one.kod == chosen), None)
        versions = newer_versions(chosen, self._trees(), self._successor(chosen))
        if snapshot is None or old is None or not versions:
            return
        dialog = GoalVersionDialog(snapshot, old, versions, self)
        dialog.accepted.connect(guarded(lambda: self.take_version(old, dialog.tree(), dialog.moves())))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def take_version(self, old: GoalSet, tree: GoalTree, moves: Mapping[str, str]) -> None:
        """Write the new version in, with the goals in `moves` (old to new identity) moved."""
        from ...store.writing.goal_version import change_goal_version, undo_goal_version

        text = tr("{old} är bytt mot {new}").format(old=old.namn, new=tree.goal_set.namn)
        self._head_edits.write(
            text,
            lambda db: change_goal_version(db, old.kod, tree, moves),
            lambda change: lambda db: undo_goal_version(db, change),
        )

    def _offer(self) -> None:
        code = self.goals.current()
        chosen = code.partition(":")[2] if code.startswith("samling:") else ""
        self._warn()
        self.remove.setVisible(bool(chosen))
        if chosen and self._snapshot is not None:
            own = {goal.mal_id for goal in self._snapshot.goals if goal.samling == chosen}
            tied = len({link.objekt_id for link in self._snapshot.links if link.mal_id in own})
            self.remove.setEnabled(not tied)
            text = tr("{antal} objekt är kopplade till mål i samlingen. Ta bort kopplingarna först.")
            self.remove.setToolTip(text.format(antal=tied) if tied else "")

    def _import_from_library(self, kod: Any) -> None:
        if kod:
            tree = library()[0].trees.get(str(kod))
            name = tree.goal_set.namn if tree is not None else str(kod)
            self._head_edits.run(
                tr("{name} är hämtad").format(name=name), _importing(kod), lambda _number: _without(str(kod))
            )

    def _remove(self) -> None:
        kod = self.goals.current().partition(":")[2]
        snapshot = self._snapshot
        goal_set = next((one for one in snapshot.goal_sets if one.kod == kod), None) if snapshot else None
        if snapshot is None or goal_set is None:
            return
        from ...store.writing.goal_edits import change_goal_set, undo_goal_set

        before = GoalTree(goal_set, tuple(goal for goal in snapshot.goals if goal.samling == kod))
        text = tr("{name} är borttagen").format(name=goal_set.namn)
        self._head_edits.write(
            text,
            lambda db: change_goal_set(db, before, None, text),
            lambda done: lambda db: undo_goal_set(db, done),
        )


def table_in(dropped: QMimeData) -> str:
    """The one table that is dropped; '' for anything else."""
    files = [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].lower().endswith(TABLE_ENDINGS) else ""


def areas_without_library(snapshot: Snapshot) -> list[str]:
    """The areas in Norway and Finland that no goal set of the file is of, by name: the library has none for them."""
    covered = {kod for one in snapshot.goal_sets for kod in one.lan}
    named = {area.kod: area.namn for area in snapshot.areas}
    abroad = [kod for kod in snapshot.head.lan if country_of(kod) and not is_swedish(kod)]
    return [named.get(kod, kod) for kod in abroad if kod not in covered]


def in_words(snapshot: Snapshot) -> str:
    """'41 mål, 12 har stöd av det ritade.'"""
    from ...goals.coverage import goals_without_objects

    number = len(snapshot.goals)
    if not number:
        return tr("Inga mål än. Hämta dem ur biblioteket eller från en tabell.")
    bare = len(goals_without_objects(snapshot.goals, snapshot.links, {one.objekt_id for one in snapshot.objects}))
    return tr("{n} mål. {supported} stöds av objekt i bilden.").format(n=number, supported=number - bare)


def library() -> tuple[GoalLibrary, str]:
    """The goal library, and what is wrong with the one that was chosen when that is not it."""
    folder = paths.goal_library()
    if folder == paths.GOAL_SETS:
        return _library(folder)
    silent = tr("Målbiblioteket i {folder} svarar inte, så programmets eget gäller.").format(folder=folder)
    return ask(folder, lambda: _library(folder), (_library(paths.GOAL_SETS)[0], silent))


@lru_cache(maxsize=2)
def _library(folder: Path) -> tuple[GoalLibrary, str]:
    from ...goals.goal_library import read_goal_library, usable_goal_library

    return (read_goal_library(folder), "") if folder == paths.GOAL_SETS else usable_goal_library()


def _line(tree: GoalTree) -> str:
    """'Växtplats Blekinge (2022): 4 mål, en del av målen, …'"""
    goal_set = tree.goal_set
    year = (goal_set.reviderad or goal_set.antagen)[:4]
    name = f"{goal_set.namn} ({year})" if year and year not in goal_set.namn else goal_set.namn
    today = QDate.currentDate().toPyDate()
    return f"{name}: {short_facts(goal_set, len(tree.goals), today)}"


def _importing(source: Any) -> Work:
    def work(path: Path) -> Any:
        from ...store.importing.goals import KEEP, import_goals

        return import_goals(path, source, missing=KEEP, who=settings.author())

    return work


def _without(kod: str) -> Work:
    def work(path: Path) -> Any:
        from ...store.writing.transaction import writing

        with writing(path, settings.author()) as db:
            db.remove_goal_set(kod)

    return work
