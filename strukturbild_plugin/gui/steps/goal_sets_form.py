"""Step 2 in the dock: the goals to tie the picture to, from the library or from a table of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from ... import paths
from ...goals.goal_library import GoalLibrary
from ...goals.model import GoalSet
from ...goals.set_texts import set_facts, validity_warning
from ...goals.tree import GoalTree
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from .. import settings
from ..disk_answers import ask
from ..guarded import guarded
from ..object_panel.goal_tree import GoalTreeView
from ..session.head_edits import HeadEdits, Work
from ..session.saved_indicator import SavedIndicator
from ..widgets.fields import ChoiceField
from ..widgets.form_sections import labelled
from ..widgets.labels import quiet

SHOWN_LINES = 16


@guarded
class GoalSetsForm(QWidget):
    """Saved in the file at once. A goal that objects are tied to is never dropped."""

    def __init__(self, head_edits: HeadEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        column.addWidget(self.goals, 1)
        self.remove = QPushButton(tr("Ta bort samlingen"), self)
        self.remove.clicked.connect(guarded(lambda _=False: self._remove()))
        column.addWidget(self.remove)
        self.newer = QPushButton("", self)
        self.newer.clicked.connect(guarded(lambda _=False: self.change_version()))
        column.addWidget(self.newer)
        self.warning = quiet("", self)
        column.addWidget(self.warning)
        self.offered = ChoiceField((), empty=tr("Välj en samling…"))
        self.offered.written.connect(guarded(self._import_from_library))
        labelled(column, tr("Hämta mål ur biblioteket"), self.offered)
        self.table = QPushButton(tr("Läs in mål från en tabell…"), self)
        text = tr("CSV, XLSX eller ODS. En samling som redan finns förnyas, och kopplingarna följer med.")
        self.table.setToolTip(text)
        self.table.clicked.connect(guarded(lambda _=False: self._ask_for_table()))
        column.addWidget(self.table)
        self.note = SavedIndicator(head_edits, self)
        self.note.setText(tr("Det här sparas direkt i filen. Mål som objekt är kopplade till tas aldrig bort."))
        column.addWidget(self.note)
        self._offer()

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
        self._offer()

    def keep(self) -> None:
        """Nothing is ever half-written here."""

    def _chosen(self) -> str:
        """The code of the set that is chosen; the only one that has a newer version when none is."""
        code = self.goals.current()
        if code.startswith("samling:"):
            return code.partition(":")[2]
        replaced = [one.kod for one in self._sets() if library()[0].successor(one.kod)]
        return replaced[0] if len(replaced) == 1 else ""

    def _sets(self) -> tuple[GoalSet, ...]:
        return self._snapshot.goal_sets if self._snapshot is not None else ()

    def _warn(self) -> None:
        """What of the file's sets no longer holds, and what to change for what."""
        known, today = library()[0], QDate.currentDate().toPyDate()
        said = [self._trouble] if self._trouble else []
        for one in self._sets():
            newer = known.successor(one.kod)
            text = validity_warning(one, today, newer.goal_set if newer else None)
            if text:
                said.append(f"{one.namn}: {text}")
        self.warning.setText("\n".join(said))
        self.warning.setVisible(bool(said))
        newest = known.successor(self._chosen())
        self.newer.setVisible(newest is not None)
        if newest is not None:
            self.newer.setText(tr("Byt till {name}…").format(name=newest.goal_set.namn))

    def change_version(self) -> None:
        """Ask goal by goal what becomes of it in the new version, and do so: undoable, and in the log."""
        from .goal_version_dialog import GoalVersionDialog, newer_versions

        snapshot, chosen, known = self._snapshot, self._chosen(), library()[0]
        old = next((one for one in self._sets() if one.kod == chosen), None)
        versions = newer_versions(chosen, known.trees, known.successor(chosen))
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

    def _ask_for_table(self) -> None:
        kinds = tr("Tabeller (*.csv *.txt *.tsv *.xlsx *.ods)")
        title = tr("Läs in mål från en tabell")
        path, _kind = QFileDialog.getOpenFileName(self, title, str(settings.home_folder()), kinds)
        if path:
            self.take_table(Path(path))

    def take_table(self, path: Path) -> None:
        """Read a table of goals in; a set of the same name is renewed."""
        notes: list[str] = []
        text = tr("{file} är inläst").format(file=path.name)
        self._head_edits.run(text, _importing(path, notes.append), notes=notes)

    def _remove(self) -> None:
        kod = self.goals.current().partition(":")[2]
        snapshot = self._snapshot
        goal_set = next((one for one in snapshot.goal_sets if one.kod == kod), None) if snapshot else None
        if snapshot is None or goal_set is None:
            return
        goals = tuple(goal for goal in snapshot.goals if goal.samling == kod)

        def put_back(db: Any) -> None:
            from ...goals.tree import GoalTree

            db.add_goal_tree(GoalTree(goal_set, goals))

        text = tr("{name} är borttagen").format(name=goal_set.namn)
        self._head_edits.write(text, lambda db: db.remove_goal_set(kod), lambda _result: put_back)


def in_words(snapshot: Snapshot) -> str:
    """'41 mål, 12 har stöd av det ritade.'"""
    from ...goals.coverage import goals_without_objects

    number = len(snapshot.goals)
    if not number:
        return tr("Inga mål än. Hämta dem ur biblioteket eller från en tabell.")
    bare = len(goals_without_objects(snapshot.goals, snapshot.links, {one.objekt_id for one in snapshot.objects}))
    return tr("{n} mål. {supported} har stöd av det ritade.").format(n=number, supported=number - bare)


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
    return f"{name}: {set_facts(goal_set, len(tree.goals))}"


def _importing(source: Any, tell: Callable[[str], object] = lambda _note: None) -> Work:
    def work(path: Path) -> Any:
        from ...store.importing.goals import KEEP, import_goals

        return import_goals(path, source, missing=KEEP, who=settings.author(), tell=tell)

    return work


def _without(kod: str) -> Work:
    def work(path: Path) -> Any:
        from ...store.writing.transaction import writing

        with writing(path, settings.author()) as db:
            db.remove_goal_set(kod)

    return work
