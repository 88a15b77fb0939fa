"""Between the page of the synthesis, the open layers and the map. Main thread only; what takes long is a task."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from ...errors import Cancelled
from ...feedback import Feedback
from ...i18n import tr
from ...store.gpkg.reader import reading
from ...store.gpkg.records import Snapshot
from ...workshop.synthesis.agreement import ALTERNATIVE, Member, geometry_of
from ...workshop.synthesis.drawing_groups import DrawingGroup, drawing_groups
from ...workshop.synthesis.synthesis import Synthesis, Thing, synthesis_of
from ...workshop.synthesis.synthesis_texts import groups_text, listed_name, summary, table_heads, table_rows
from ...workshop.synthesis.tolerances import LEAST_LIKENESS
from ...workshop.synthesis.variants import own_name
from .. import settings
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.live_checks import LiveState
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..session.session_follower import SessionFollower
from ..session.task_runner import BackgroundTask
from .agreement_overlay import ALL_COLOUR, AgreementOverlay, CountedOnMap, OwnOnMap
from .joint_edits import JointEdits
from .synthesis_page import ShownMember, ShownThing, SynthesisPage

AT_ONCE = 300
"""So many objects of groups are laid over each other while one waits; more in a task."""


@guarded
class SynthesisController(SessionFollower):
    """What the page shows and does."""

    wanted = pyqtSignal(bool)
    """Whether several groups have drawn in the strukturbild that is open."""
    object_wanted = pyqtSignal(str)
    """Show this object in its panel."""

    def __init__(
        self,
        session: Session,
        tools: ToolController,
        pictures: PictureThemes,
        page: SynthesisPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._tools, self._pictures, self._page = tools, pictures, page
        self.overlay = AgreementOverlay(session.iface.mapCanvas())
        self.found = Synthesis(())
        """What was found last."""
        self._snapshot: Snapshot | None = None
        self._edits: JointEdits | None = None
        self._groups: tuple[DrawingGroup, ...] = ()
        self._grupp, self._looked_at, self._stale = "", False, True
        self._task: BackgroundTask | None = None
        self._wire()

    def _wire(self) -> None:
        page, session = self._page, self._session
        page.looked_at.connect(guarded(self._point_at))
        page.chosen.connect(guarded(self._choose))
        page.joint_wanted.connect(guarded(self.make_joint))
        page.all_wanted.connect(guarded(self.make_all_joint))
        page.group_wanted.connect(guarded(self._show_group))
        page.overlay_wanted.connect(guarded(lambda _on: self._draw_all()))
        page.table_wanted.connect(guarded(self._ask_for_table))
        page.sheet_wanted.connect(guarded(self._ask_for_sheet))
        page.shown_or_left.connect(guarded(self._look))
        session.live_read.connect(guarded(self._show_live))
        session.saved.connect(guarded(self._saved))
        self._pictures.changed.connect(guarded(self._draw_all))

    def close_down(self) -> None:
        """The plugin is switched off."""
        super().close_down()
        self._stop()
        self.overlay.close()

    def refresh(self) -> None:
        """Lay what the groups have drawn over each other, if it is looked at and has changed."""
        edits, snapshot = self._edits, self._snapshot
        if edits is None or snapshot is None or not self._looked_at or not self._stale:
            return
        self._stale = False
        self._stop()
        groups, rows = self._groups, edits.rows(Synthesis(self._groups))
        if sum(bool(one.grupp) for one in snapshot.objects) <= AT_ONCE:
            self._show(synthesis_of(snapshot, groups, rows))
            return
        self._page.summary.setText(tr("Jämför vad grupperna har ritat…"))

        def work(feedback: Feedback) -> Synthesis:
            return synthesis_of(snapshot, groups, rows, feedback)

        def done(found: Synthesis) -> None:
            if self._edits is edits:  # else another strukturbild is open
                self._show(found)

        self._task = self._session.runner.start(tr("Jämför vad grupperna har ritat"), work, done, self._not_found)

    def make_joint(self, thing_id: str, own: str, change: bool = False) -> None:
        """Make one thing joint, like the group's own `own` or as most like all; then perhaps change it by hand."""
        thing, edits, snapshot = self._thing(thing_id), self._edits, self._snapshot
        if thing is None or edits is None or snapshot is None:
            return
        made: list[str] = []

        def work() -> None:
            found, reason = self.found, self._page.reason.text()
            made.extend(edits.make_joint(snapshot, found, [thing], reason, settings.language(), own))

        if self._tools.do(work):
            self._page.reason.clear()
            if change:
                self._tools.use_select_tool()
                self.object_wanted.emit(made[0])

    def make_all_joint(self, least: int) -> None:
        """Make joint all that at least so many groups have drawn, as one step."""
        edits, snapshot = self._edits, self._snapshot
        things = self.found.to_make_joint(least)
        if edits is None or snapshot is None or not things:
            return

        def work() -> None:
            edits.make_joint(snapshot, self.found, things, self._page.reason.text(), settings.language())

        if self._tools.do(work):
            self._page.reason.clear()

    def save_table(self, path: Path) -> None:
        """Write the table to `path`, XLSX or CSV, in a task."""
        snapshot, found, language = self._snapshot, self.found, settings.language()
        if snapshot is None:
            return

        def work(_feedback: Feedback) -> None:
            from ...export.table_files import write_table

            write_table(path, table_heads(), table_rows(snapshot, found, language), tr("Enighet"))

        self._session.runner.start(tr("Sparar tabellen"), work, lambda _done: self._saved_file(path))

    def save_sheet(self, path: Path, bild_id: str = "") -> None:
        """Write the sheet of the picture that is shown, or of the one that has most, to `path` as PDF."""
        snapshot, found, on_main = self._snapshot, self.found, self._session.runner.on_main
        if snapshot is None:
            return

        def work(feedback: Feedback) -> None:
            from ...export.sheets.agreement_sheet import drawn_picture, write_agreement_sheet

            drawn = {one.agreement.bild_id for one in found.things}
            picture = drawn_picture(snapshot, found, bild_id if bild_id in drawn else "")
            on_main(lambda: write_agreement_sheet(path, snapshot, found, picture, feedback=feedback))

        self._session.runner.start(tr("Skriver kartbladet"), work, lambda _done: self._saved_file(path))

    def _saved_file(self, path: Path) -> None:
        self._session.messages.well(tr("Sparat: {fil}").format(fil=path))

    def _ask_for_table(self) -> None:
        kinds = ("XLSX (*.xlsx)", ".xlsx"), ("CSV (*.csv)", ".csv")
        path = self._asked(tr("Spara tabellen som"), tr("enighet"), kinds)
        if path is not None:
            self.save_table(path)

    def _ask_for_sheet(self) -> None:
        path = self._asked(tr("Spara kartbladet som"), tr("enighet"), (("PDF (*.pdf)", ".pdf"),))
        if path is not None:
            self.save_sheet(path, self._pictures.shown.bild_id if self._pictures.shown is not None else "")

    def _asked(self, title: str, name: str, kinds: Iterable[tuple[str, str]]) -> Path | None:
        opened, listed = self._session.opened, list(kinds)
        if opened is None:
            return None
        suggested = opened.path.with_name(f"{opened.path.stem} {name}{listed[0][1]}")
        text = ";;".join(kind for kind, _ending in listed)
        chosen, kind = QFileDialog.getSaveFileName(self._page.window(), title, str(suggested), text)
        if not chosen:
            return None
        path, ending = Path(chosen), dict(listed).get(kind, listed[0][1])
        known = path.suffix.lower() in {each for _kind, each in listed}
        return path if known else path.with_name(f"{path.name}{ending}")

    def forget(self) -> None:
        """The layers of what was laid over each other are gone."""
        self._stop()
        self._snapshot, self._edits, self._groups = None, None, ()
        self.found, self._grupp, self._stale = Synthesis(()), "", True
        self.overlay.close()
        self.wanted.emit(False)

    def _show_live(self, live: LiveState) -> None:
        edit_session, opened = self._tools.edit_session, self._session.opened
        if edit_session is None or opened is None:
            return
        if self._edits is None or self._edits.session is not edit_session:
            self._edits = JointEdits(edit_session)
            with reading(opened.path) as db:
                self._groups = drawing_groups(db.connection, live.snapshot.objects) if self._edits.able else ()
            self._page.show_groups([(one.namn, one.farg) for one in self._groups])
        if not self._edits.able:
            return
        self.wanted.emit(len(self._groups) > 1)
        before, self._snapshot = self._snapshot, live.snapshot
        if before is None or before.objects != live.snapshot.objects:
            self._stale = True
            self.refresh_soon()

    def _saved(self) -> None:
        """A picture that was made, or undone, is one of the strukturbild's now: it is read again."""
        snapshot, edits = self._session.snapshot, self._edits
        if edits is None or not edits.able or snapshot is None:
            return
        if edits.pictures() != {one.bild_id for one in snapshot.pictures}:
            self._session.read()

    def _look(self, shown: bool) -> None:
        self._looked_at = shown
        if shown:
            self._stale = True
            self.refresh_soon()
        else:
            self.overlay.close()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _not_found(self, error: Exception, details: str) -> None:
        if not isinstance(error, Cancelled):
            self._session.messages.failed(error, details)

    def _show(self, found: Synthesis) -> None:
        snapshot, language = self._snapshot, settings.language()
        self.found, self._task = found, None
        if snapshot is None or not self._looked_at:
            return
        colours = {one.namn: one.farg for one in found.groups}
        shown = [self._shown(snapshot, one, colours, language) for one in self._listed()]
        self._page.show_things(summary(found), shown)
        self._draw_all()
        self._choose(*self._page.current(), go_there=False)

    def _shown(self, snapshot: Snapshot, thing: Thing, colours: dict[str, str], language: str) -> ShownThing:
        called = {one.objekt_id: own_name(one.namn, one.grupp) for one in snapshot.objects}
        members = tuple(
            ShownMember(
                one.objekt_id,
                one.grupp,
                _likeness_text(one, one.objekt_id == thing.shown),
                colours.get(one.grupp, ALL_COLOUR),
                called.get(one.objekt_id, ""),
            )
            for one in sorted(thing.agreement.members, key=lambda one: (-one.likeness, one.grupp))
        )
        says, tip = groups_text(thing, len(self.found.groups)), ""
        if thing.joint:
            tip = tr("Gemensamt: {grupper}").format(grupper=", ".join(thing.agreement.groups))
            if thing.late:
                tip += "\n" + tr("Har ritat det sent: {grupper}").format(grupper=", ".join(thing.late))
        if thing.joins:
            tip = tr("Liknar något som redan är gemensamt. Gruppen kan läggas till.")
            says = tr("{grupper}, sent").format(grupper=", ".join(thing.groups))
        return ShownThing(
            thing.shown,
            listed_name(snapshot, thing, language),
            says,
            thing.joint,
            members if len(members) > 1 else (),
            tip,
        )

    def _listed(self) -> list[Thing]:
        return [one for one in self.found.things if not self._grupp or self._grupp in one.groups]

    def _thing(self, thing_id: str) -> Thing | None:
        return next((one for one in self.found.things if one.shown == thing_id), None)

    def _show_group(self, grupp: str) -> None:
        self._grupp = grupp
        self._show(self.found)

    def _shapes(self, ids: Iterable[str]) -> dict[str, QgsGeometry]:
        wanted = set(ids)
        objects = self._snapshot.objects if self._snapshot is not None else ()
        return {one.objekt_id: geometry_of(one) for one in objects if one.objekt_id in wanted}

    def _draw_all(self) -> None:
        """How many groups, or a group's own; of the picture that the map shows."""
        if not self._looked_at:
            return
        shown = self._pictures.shown.bild_id if self._pictures.shown is not None else ""
        things = [one for one in self._listed() if not shown or one.agreement.bild_id == shown]
        if not self._page.overlay.isChecked():
            things = []
        ids = [objekt_id for one in things for objekt_id in self._drawn_of(one)]
        shapes = self._shapes(ids)
        counted = [
            CountedOnMap(shapes[objekt_id], len(one.groups))
            for one in things
            for objekt_id in self._drawn_of(one)
            if objekt_id in shapes
        ]
        colour = next((one.farg for one in self.found.groups if one.namn == self._grupp), ALL_COLOUR)
        self.overlay.show_all(counted, len(self.found.groups), colour)

    def _drawn_of(self, thing: Thing) -> tuple[str, ...]:
        """What stands for a thing on the map: the one most like all, or what the group that is looked at has drawn."""
        return thing.objects_of(self._grupp) if self._grupp else (thing.shown,)

    def _choose(self, thing_id: str, own: str, go_there: bool = True) -> None:
        thing = self._thing(thing_id)
        count = len(self.found.to_make_joint(self._page.least.value()))
        if thing is None:
            self._page.show_able(tr("Gör gemensamt"), False, count)
            self.overlay.show_own(())
            return
        text = tr("Lägg till gruppen") if thing.joins else tr("Gör gemensamt")
        if own and not thing.joins:
            grupp = next((one.grupp for one in thing.agreement.members if one.objekt_id == own), "")
            text = tr("Gör {grupp}:s gemensam").format(grupp=grupp)
        if thing.joint:
            text = tr("Är gemensamt")
        self._page.show_able(text, not thing.joint, count)
        if go_there:
            self._pictures.show_picture_of(thing.agreement.bild_id)
            self.overlay.zoom(self._own(thing, own))
        self._point_at(thing_id, own)

    def _point_at(self, thing_id: str, own: str) -> None:
        thing = self._thing(thing_id) if self._looked_at else None
        self.overlay.show_own(self._own(thing, own) if thing is not None else ())

    def _own(self, thing: Thing, own: str) -> list[OwnOnMap]:
        """Each group's own, and over them what stands for all; one group's own strong when it is pointed at."""
        members = [one for one in thing.agreement.members if not self._grupp or one.grupp == self._grupp]
        shapes = self._shapes([thing.shown, *(one.objekt_id for one in members)])
        colours = {one.namn: one.farg for one in self.found.groups}
        strong = own or ("" if thing.joint else thing.shown)
        found = [
            OwnOnMap(shapes[one.objekt_id], one.grupp, colours.get(one.grupp, ALL_COLOUR), one.objekt_id == strong)
            for one in members
            if one.objekt_id in shapes
        ]
        if thing.joint and thing.shown in shapes and not self._grupp:
            found.append(OwnOnMap(shapes[thing.shown], tr("gemensamt"), ALL_COLOUR, not own))
        return found


def _likeness_text(one: Member, stands_for_all: bool) -> str:
    if stands_for_all:
        return tr("mest lik alla")
    text = tr("variant, {procent} % lik") if one.kind == ALTERNATIVE else tr("{procent} % lik")
    if one.likeness < LEAST_LIKENESS:
        text = tr("räknas inte, {procent} % lik")
    return text.format(procent=round(100 * one.likeness))
