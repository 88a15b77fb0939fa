"""Goals against the map, as it is drawn now: between page, map and files. Main thread only."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsGeometry, QgsRectangle
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...analysis.coverage_texts import (
    COUNTRYSIDE,
    MUNICIPALITIES,
    Names,
    TextTable,
    column_names,
    goal_title,
    goals_table,
    matrix_table,
    objects_table,
    places_table,
    regions_table,
)
from ...analysis.goal_coverage import (
    BY_CLASS,
    BY_MUNICIPALITY,
    Coverage,
    CoverageChoice,
    countryside_coverage,
    coverage_of,
    matrix_of,
    municipality_coverage,
)
from ...analysis.municipalities import MunicipalityFinder
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from .. import settings
from ..goal_linking.goal_link_overlay import GoalLinkOverlay
from ..guarded import guarded
from ..map_coordinates import is_shown, zoom_to
from ..map_tools.tool_controller import ToolController
from ..session.live_checks import LiveState
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..session.session_follower import SessionFollower
from .gap_groups import gap_groups
from .gap_list import GOAL, MUNICIPALITY, OBJECT
from .goal_map_page import GAPS, MATRICES, GoalMapPage
from .silence_overlay import SilenceOverlay
from .table_saving import TableSaving

_AROUND_M = 10_000.0


@guarded
class GoalMapController(SessionFollower):
    """What the page shows and does."""

    wanted = pyqtSignal(bool)
    """Whether there is reason for a page of its own."""
    show_wanted = pyqtSignal()
    """Bring the page to the front."""
    object_wanted = pyqtSignal(str)
    """Show this object in its panel."""
    link_wanted = pyqtSignal(str)
    """Link objects on the map to this goal."""
    counted = pyqtSignal()
    """`coverage` is as it stands now."""
    left = pyqtSignal()
    """The page is looked at no more."""
    forgotten = pyqtSignal()
    """Another strukturbild is open, or none."""

    def __init__(
        self,
        session: Session,
        tools: ToolController,
        pictures: PictureThemes,
        page: GoalMapPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._tools, self._pictures, self._page = tools, pictures, page
        self._canvas = session.iface.mapCanvas()
        self.overlay, self.silence = GoalLinkOverlay(self._canvas), SilenceOverlay(self._canvas)
        self.coverage: Coverage | None = None
        """What is shown now."""
        self.goal = ""
        """The goal that the map is coloured by; '' for none."""
        self.tables = TableSaving(session, page)
        self.more_tables: dict[str, Callable[[], TextTable | None]] = {}
        """What is saved from the views that others fill, by the view."""
        self.snapshot: Snapshot | None = None
        self._finder: MunicipalityFinder | None = None
        self.looked_at = False
        self._view = ""
        page.choice_changed.connect(guarded(self.refresh_soon))
        page.on_map_changed.connect(guarded(self._draw))
        page.cell_chosen.connect(guarded(self.choose_cell))
        page.gap_chosen.connect(guarded(self.choose_gap))
        page.gap_opened.connect(guarded(self._open_gap))
        page.table_wanted.connect(guarded(lambda: self.tables.ask(self.table())))
        page.shown_or_left.connect(guarded(self._look))
        session.live_read.connect(guarded(self._show_live))
        self.refresh_after(pictures.changed)

    def close_down(self) -> None:
        """The plugin is switched off."""
        super().close_down()
        self._hide()

    @property
    def ready(self) -> bool:
        """Whether it is known which goals there are."""
        return self.snapshot is not None

    @property
    def waits(self) -> bool:
        """Whether something is to be counted anew in a moment."""
        return self._soon.isActive()

    def ask_for_page(self) -> None:
        """Show the page, when there are goals."""
        if self.snapshot is None:
            self._session.messages.warn(tr("Öppna en strukturbild först."))
        elif not self.snapshot.goals:
            self._session.messages.warn(tr("Strukturbilden har inga mål än. Hämta dem i steget RUS-mål."))
        else:
            self.wanted.emit(True)
            self.show_wanted.emit()

    def refresh(self) -> None:
        """Count anew, if it is looked at."""
        snapshot = self.snapshot
        if snapshot is None or not self.looked_at:
            return
        if self._page.view != self._view:
            self._view, self.goal = self._page.view, ""  # what was chosen in another view is seen there alone
        language = settings.language()
        names = Names(snapshot, language)
        drawn = {one.klass for one in snapshot.objects}
        structures = {klass.struktur for klass in snapshot.catalogue.klasser if klass.kod in drawn}
        self._page.show_choices(
            [(one.kod, one.namn.strip() or names.goal_set(one.kod)) for one in snapshot.goal_sets],
            [
                (one.kod, one.namn.in_language(language))
                for one in snapshot.catalogue.strukturer
                if one.kod in structures
            ],
        )
        self.coverage = coverage = coverage_of(snapshot, self._choice())
        if self._page.view in MATRICES:
            self._show_matrix(snapshot, coverage, names)
        elif self._page.view == GAPS:
            self._page.gaps.show_groups(gap_groups(coverage, names, self._municipalities(snapshot)))
        self._page.summary.setText(_summary(coverage))
        self._page.summary.setToolTip(tr("Bara mål som inte har undermål räknas, så att inget räknas två gånger."))
        self._draw()
        self.counted.emit()

    def choose_cell(self, mal_id: str, column: str) -> None:
        """Light what is linked there, and colour the map by the goal; '' means every goal or every column."""
        self.goal = mal_id
        snapshot, coverage = self.snapshot, self.coverage
        if snapshot is None or coverage is None:
            return
        cells = self._page.matrix.model_of_goals.matrix.cells
        if mal_id and not column:
            ids = [link.objekt_id for link in coverage.links if link.mal_id == mal_id]
        else:
            found = (cell for (goal, kod), cell in cells.items() if kod == column and goal in (mal_id, mal_id or goal))
            ids = [objekt_id for cell in found for objekt_id in cell.object_ids]
        self.light(ids)
        self._draw()

    def choose_gap(self, kind: str, key: str) -> None:
        """Show on the map what a line is about."""
        self.goal = ""
        if kind == OBJECT:
            self.light([key])
        elif kind == MUNICIPALITY and self._finder is not None:
            shape = self._finder.shapes.get(key)
            self.silence.point_at(shape if self._page.on_map.isChecked() else None)
            if shape is not None:
                self._bring_into_view([shape])

    def table(self) -> TextTable | None:
        """What the page shows, as a table; of lists the one whose line is chosen, else the first that has any."""
        snapshot, coverage = self.snapshot, self.coverage
        if self._page.view in self.more_tables:
            return self.more_tables[self._page.view]()
        if snapshot is None or coverage is None:
            return None
        names, finder = Names(snapshot, settings.language()), self._municipalities(snapshot)
        if self._page.view in MATRICES:
            matrix = matrix_of(coverage, snapshot, self._page.view, finder)
            return matrix_table(matrix, self._page.view, names, finder.names)
        tables = (
            goals_table(coverage.goals_without_place, names),
            objects_table(coverage.objects_without_goal, names),
            places_table(MUNICIPALITIES, municipality_coverage(coverage, finder)),
            places_table(COUNTRYSIDE, countryside_coverage(coverage)),
            regions_table(coverage.meetings, names),
        )
        chosen = self._page.gaps.current_group()
        return next((one for one in tables if one.code == chosen), None) or next(
            (one for one in tables if one.rows), tables[0]
        )

    def may_write(self) -> bool:
        """Whether what is judged can be written in the file that is open."""
        copy = self._session.opened.copy if self._session.opened is not None else None
        return self._tools.edit_session is not None and (copy is None or copy.may_draw())

    def forget(self) -> None:
        """Another strukturbild is open, or none."""
        self.snapshot, self.coverage, self._finder, self.goal = None, None, None, ""
        self._hide()
        self.forgotten.emit()
        self.wanted.emit(False)

    def _choice(self) -> CoverageChoice:
        page, shown = self._page, self._pictures.shown
        return CoverageChoice(
            str(page.sets.currentData() or ""),
            shown.bild_id if shown is not None else "",
            str(page.structures.currentData() or ""),
            page.silent.isChecked() and page.view in MATRICES,
        )

    def _show_matrix(self, snapshot: Snapshot, coverage: Coverage, names: Names) -> None:
        by = self._page.view
        finder = self._municipalities(snapshot) if by == BY_MUNICIPALITY else None
        matrix = matrix_of(coverage, snapshot, by, finder)
        heads = column_names(matrix, by, names, finder.names if finder is not None else {})
        full = heads if by in (BY_CLASS, BY_MUNICIPALITY) else tuple(map(names.object, matrix.columns))
        owners = {kod: names.goal_set(kod) for kod in names.sets}
        self._page.matrix.show_matrix(matrix, heads, dict(zip(matrix.columns, full)), owners)

    def _municipalities(self, snapshot: Snapshot) -> MunicipalityFinder:
        if self._finder is None:
            self._finder = MunicipalityFinder(snapshot.head.lan)
        return self._finder

    def _draw(self) -> None:
        """The map goes with what is chosen here."""
        snapshot, coverage, page = self.snapshot, self.coverage, self._page
        if (
            snapshot is None
            or coverage is None
            or not self.looked_at
            or not page.on_map.isChecked()
            or page.view in self.more_tables
        ):
            self._hide()
        elif page.view in (GAPS, BY_MUNICIPALITY) and not self.goal:
            self.overlay.hide()
            finder = self._municipalities(snapshot)
            found = municipality_coverage(coverage, finder)
            self.silence.show((one.lacks, finder.shapes[one.kod]) for one in found)
        else:
            self.silence.hide()
            self._colour_by_goal(coverage)
        page.legend.setVisible(bool(self.silence.shown))
        page.explain(self._goal_name() if self.overlay.linked else "")

    def _goal_name(self) -> str:
        found = (goal_title(one) for one in self.snapshot.goals if one.mal_id == self.goal) if self.snapshot else ()
        return next(iter(found), "")

    def _colour_by_goal(self, coverage: Coverage) -> None:
        if not self.goal or self.goal not in {one.mal_id for one in coverage.goals}:
            self.goal = ""
            self.overlay.hide()
            return
        links = {link.objekt_id: link.bidrag for link in coverage.links if link.mal_id == self.goal}
        shapes = self._shapes(links)
        self.overlay.show(((links[objekt_id], shape) for objekt_id, shape in shapes.items()), ())

    def light(self, ids: Iterable[str]) -> None:
        """Choose these on the map, and bring them into view."""
        wanted = [each for each in dict.fromkeys(ids) if each]
        self._tools.selection.set(wanted)
        self._bring_into_view(self._shapes(wanted).values())

    def _bring_into_view(self, shapes: Iterable[QgsGeometry]) -> None:
        box = QgsRectangle()
        for shape in shapes:
            box.combineExtentWith(shape.boundingBox())
        if box.isNull() or box == QgsRectangle():
            return
        if not is_shown(self._canvas, box):
            box.grow(max(box.width(), box.height()) * 0.1 + _AROUND_M)
            zoom_to(self._canvas, box)

    def _shapes(self, ids: Iterable[str]) -> dict[str, QgsGeometry]:
        wanted, found = set(ids), {}
        for record in self.snapshot.objects if self.snapshot is not None else ():
            if record.objekt_id in wanted and record.wkb:
                shape = QgsGeometry()
                shape.fromWkb(record.wkb)
                found[record.objekt_id] = shape
        return found

    def _open_gap(self, kind: str, key: str) -> None:
        if kind == OBJECT:
            self.object_wanted.emit(key)
        elif kind == GOAL:
            self.link_wanted.emit(key)

    def _show_live(self, live: LiveState) -> None:
        if self.snapshot is not None and self.snapshot.head.lan != live.snapshot.head.lan:
            self._finder = None
        self.snapshot = live.snapshot
        if self.looked_at:
            self.refresh_soon()

    def _look(self, shown: bool) -> None:
        self.looked_at = shown
        if shown:
            self.refresh_soon()
        else:
            self._hide()
            self.left.emit()

    def _hide(self) -> None:
        self.overlay.hide()
        self.silence.hide()


def _summary(coverage: Coverage) -> str:
    said = tr("{mal} mål utan plats, {objekt} objekt utan mål.")
    return said.format(mal=len(coverage.goals_without_place), objekt=len(coverage.objects_without_goal))
