"""The object panel: everything about one object, its goals, who stands behind it; and what several have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import QgsFeature
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ...catalogue.fitting import with_fitting
from ...catalogue.model import ObjectClass
from ...checks.engine.finding import GOALS
from ...drawing.edits.many_objects import change_many
from ...drawing.edits.votes import votes_by_object, votes_in
from ...drawing.session.edit_buffer import text
from ...drawing.session.edit_session import EditSession
from ...drawing.session.object_index import IndexedObject
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ...store.gpkg.row_mapping import text_to_codes
from ..guarded import guarded
from ..map_tools.delete_prompt import ask_and_remove
from ..map_tools.tool_controller import ToolController
from ..session.head_edits import HeadEdits
from ..settings import language
from ..widgets.labels import heading, quiet
from ..widgets.steady_scroll_area import SteadyScrollArea
from .anchoring_panel import AnchoringPanel
from .goal_panel import GoalPanel
from .many_form import ManyForm
from .measure_panel import MeasurePanel
from .mixed_fields import MIXED
from .object_form import ObjectForm
from .pending_anchoring import PendingAnchoring


@guarded
class ObjectPage(QWidget):
    """Shows the object that was chosen on the map, in a list or in a finding."""

    show_wanted = pyqtSignal(str)
    goals_wanted = pyqtSignal(tuple)
    """Several objects are to be linked to goals."""

    def __init__(
        self,
        tools: ToolController,
        head_edits: HeadEdits,
        waiting: PendingAnchoring | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools, self.objekt_id, self.waiting = tools, "", waiting
        self.ids: tuple[str, ...] = ()
        """The objects that are shown together, when they are several."""
        column = QVBoxLayout(self)
        self.title, self.about = heading("", self, 1.15), quiet("", self)
        column.addWidget(self.title)
        column.addWidget(self.about)
        self.pick = QPushButton(tr("Välj och flytta"), self)
        self.pick.clicked.connect(guarded(lambda _=False: tools.use_select_tool()))
        column.addWidget(self.pick)
        row = QHBoxLayout()
        self.goto = QPushButton(tr("Visa på kartan"), self)
        self.remove = QPushButton(tr("Ta bort"), self)
        self.goto.clicked.connect(guarded(lambda _=False: self.show_wanted.emit(self.objekt_id)))
        self.remove.clicked.connect(guarded(lambda _=False: self._remove()))
        row.addWidget(self.goto)
        row.addWidget(self.remove)
        column.addLayout(row)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.measures = MeasurePanel(head_edits, waiting, self)
        self.form = ObjectForm(self, self.measures)
        self.form.written.connect(guarded(self._write))
        self.goals = GoalPanel(tools, self)
        self.anchoring = AnchoringPanel(head_edits, self, waiting=waiting)
        self.tabs.addTab(self.form, tr("Uppgifter"))
        self.tabs.addTab(scrolled(self.goals, self), tr("Mål"))
        self.tabs.addTab(scrolled(self.anchoring, self), tr("Förankring"))
        column.addWidget(self.tabs, 1)
        self.many = ManyForm(self)
        self.many.written.connect(guarded(self._write_many))
        self.many.goals_wanted.connect(guarded(lambda: self.goals_wanted.emit(self.ids)))
        column.addWidget(self.many, 1)
        self.foot = quiet(tr("Det du skriver används när du lämnar fältet. Ctrl+Z ångrar."), self)
        column.addWidget(self.foot)
        column.addStretch(0)
        self.tabs.currentChanged.connect(guarded(lambda _place: self._show_foot()))
        tools.changed.connect(guarded(self._reread))
        tools.selection.changed.connect(guarded(self._chosen))
        if waiting is not None:
            waiting.changed.connect(guarded(self._count))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self.objekt_id, self.ids = "", ()
        self.goals.show_object("")
        self.title.setText(tr("Inget valt"))
        self.about.setText(tr("Klicka på något på kartan, så står allt om det här."))
        self._show_parts(False)

    def show_object(self, objekt_id: str) -> None:
        """This one; what was changed of the one before is kept first."""
        self.keep_changes()
        edit_session = self.tools.edit_session
        known = edit_session.objects.get(objekt_id) if edit_session is not None else None
        if edit_session is None or known is None:
            self.show_nothing()
            return
        self.objekt_id, self.ids = objekt_id, ()
        self.tools.attempt(edit_session.start)
        self.goals.show_object(objekt_id)
        self.anchoring.show_object(objekt_id)
        self.measures.show_object(objekt_id)
        self._show_as_it_is(edit_session, known)
        self._show_parts(True)

    def show_many(self, ids: Sequence[str]) -> None:
        """These together; what was changed of the one before is kept first."""
        self.keep_changes()
        edit_session = self.tools.edit_session
        if edit_session is None:
            return
        self.objekt_id, self.ids = "", tuple(ids)
        self.goals.show_object("")
        self.tools.attempt(edit_session.start)
        self._reread()
        self._show_parts(True)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The strukturbild as it is now: all goals, and who stands behind what."""
        self.goals.show_snapshot(snapshot)
        self.anchoring.show_all(snapshot.anchorings)
        self.measures.show_all(snapshot.measures)
        self._count()

    def show_goals(self) -> None:
        """Turn to the goals."""
        self.tabs.setCurrentIndex(1)

    def show_field(self, field: str) -> None:
        """Turn to a column, or to the goals; '' leaves what is in front."""
        if field == GOALS:
            self.show_goals()
        elif field:
            self.tabs.setCurrentIndex(0)
            self.form.show_field(field)

    def keep_changes(self) -> None:
        """Write what is being written just now, as an undo step each."""
        if self.objekt_id:
            self.form.keep()
            self.goals.keep()
        elif self.ids:
            self.many.keep()

    def _chosen(self) -> None:
        """Several are chosen on the map, or no longer so many."""
        ids = self.tools.selection.ids
        if len(ids) > 1:
            self.show_many(ids)
        elif self.ids:
            self.show_object(ids[0]) if ids else self.show_nothing()

    def _write_many(self, code: str, value: Any) -> None:
        """One undo step for all that are shown."""
        edit_session, ids = self.tools.edit_session, self.ids
        if edit_session is None or value == MIXED:
            return

        def values_of(row: QgsFeature) -> Mapping[str, Any]:
            if isinstance(value, tuple):
                return {code: with_codes(text_to_codes(text(row, code)), *value)}
            return self._with_what_follows(edit_session, row, code, value)

        self.tools.do(lambda: change_many(edit_session, ids, values_of))
        self._reread()

    def _with_what_follows(
        self, edit_session: EditSession, feature: QgsFeature, code: str, value: Any
    ) -> Mapping[str, Any]:
        """Another class or subtype has other levels: what it lacks goes in the same step."""
        values = {code: value}
        if code in ("klass", "undertyp"):
            klass = edit_session.catalogue.object_class(value if code == "klass" else text(feature, "klass"))
            if klass is not None:
                values = {**without_misfits(feature, with_fitting(klass), values), **values}
        return values

    def _write(self, code: str, value: Any) -> None:
        """One undo step."""
        edit_session, objekt_id = self.tools.edit_session, self.objekt_id
        if edit_session is None or not objekt_id:
            return
        values = dict(self._with_what_follows(edit_session, edit_session.feature(objekt_id), code, value))
        self.tools.change(objekt_id, values)
        self._reread()

    def _show_parts(self, shown: bool) -> None:
        self.remove.setVisible(shown)
        self.pick.setVisible(not shown)
        for widget in (self.goto, self.tabs):
            widget.setVisible(shown and not self.ids)
        self.many.setVisible(shown and bool(self.ids))
        self._show_foot()

    def _show_foot(self) -> None:
        one = tr("Det du skriver används när du lämnar fältet. Ctrl+Z ångrar.")
        self.foot.setText(tr("Det du ändrar ändras i alla valda. Ctrl+Z ångrar.") if self.ids else one)
        self.foot.setVisible(bool(self.ids) or (bool(self.objekt_id) and self.tabs.currentIndex() < 2))

    def _show_many_as_they_are(self, edit_session: EditSession, known: Sequence[IndexedObject]) -> None:
        self.title.setText(tr("{n} valda").format(n=len(known)))
        self.about.setText(counted(edit_session, known))
        self.many.show_objects(edit_session, known)

    def _show_as_it_is(self, edit_session: EditSession, known: IndexedObject) -> None:
        klass = edit_session.catalogue.object_class(known.klass)
        name = klass.namn.in_language(language()) if klass is not None else known.klass
        self.title.setText(known.namn or name)
        votes = votes_by_object(votes_in(edit_session))[known.objekt_id]
        said = (name, level_of(edit_session, known, klass), votes_text(votes))
        self.about.setText(" · ".join(part for part in said if part))
        self.form.show_object(edit_session, known.objekt_id)
        self._count()

    def _count(self) -> None:
        for place, title, number in (
            (1, tr("Mål"), len(self.goals.ties)),
            (2, tr("Förankring"), self.anchoring.count()),
        ):
            self.tabs.setTabText(place, f"{title} ({number})" if number else title)
        self.form.count_measures()

    def _reread(self) -> None:
        """Something was undone, moved or written: show it as it is now."""
        edit_session = self.tools.edit_session
        if self.ids and edit_session is not None:
            there = [one for one in map(edit_session.objects.get, self.ids) if one is not None]
            if len(there) < 2:
                self.show_object(there[0].objekt_id) if there else self.show_nothing()
            else:
                self._show_many_as_they_are(edit_session, there)
            return
        if not self.objekt_id:
            return
        known = edit_session.objects.get(self.objekt_id) if edit_session is not None else None
        if edit_session is None or known is None:
            self.show_nothing()
            return
        self.goals.show_object(self.objekt_id)
        self.anchoring.show_object(self.objekt_id)
        self.measures.show_object(self.objekt_id)
        self._show_as_it_is(edit_session, known)

    def _remove(self) -> None:
        ask_and_remove(self.tools, self.ids or (self.objekt_id,))


def counted(edit_session: EditSession, known: Sequence[IndexedObject]) -> str:
    """How many there are of each class: 'Nod (4), Stråk (3)'."""
    said = []
    for kod, number in Counter(one.klass for one in known).items():
        klass = edit_session.catalogue.object_class(kod)
        said.append(f"{klass.namn.in_language(language()) if klass is not None else kod} ({number})")
    return ", ".join(said)


def with_codes(there: Sequence[str], on: Sequence[str], off: Sequence[str]) -> tuple[str, ...]:
    """The codes that are there, with `on` and without `off`."""
    return (*(code for code in there if code not in off), *(code for code in on if code not in there))


def without_misfits(feature: QgsFeature, klass: ObjectClass, values: Mapping[str, Any]) -> dict[str, str]:
    """What of an object's level and subtype a class does not have, or not together, emptied. `values`: what is set."""
    subtype = str(values.get("undertyp", text(feature, "undertyp")) or "")
    subtype = subtype if any(one.kod == subtype for one in klass.undertyper) else ""
    fitting = {"niva": {one.kod for one in klass.levels_for(subtype)}, "undertyp": {subtype}}
    return {code: "" for code, codes in fitting.items() if text(feature, code) and text(feature, code) not in codes}


def votes_text(number: int) -> str:
    """'1 röst', '3 röster'; '' for none."""
    if not number:
        return ""
    return tr("1 röst") if number == 1 else tr("{n} röster").format(n=number)


def level_of(edit_session: EditSession, known: IndexedObject, klass: ObjectClass | None) -> str:
    """What the object's level is called; '' when it has none."""
    feature = edit_session.feature(known.objekt_id)
    level = klass.level(text(feature, "niva")) if klass is not None else None
    return str(level.namn.in_language(language())) if level is not None else ""


def scrolled(widget: QWidget, parent: QWidget) -> QScrollArea:
    """In a page that scrolls down and never sideways."""
    area = SteadyScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
