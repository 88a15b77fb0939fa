"""Object by object: goals are chosen for the object that is shown, and written as one step. Main thread only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsGeometry

from ...drawing.edits import goal_links
from ...drawing.session.edit_session import EditSession
from ...goals.goal_suggestions import suggested_goals
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from .. import settings
from ..object_panel.goal_panel import contributions
from ..object_panel.goal_tree import joined_facts
from .goal_link_page import GoalLinkPage
from .object_order import next_without_goals, without_goals


class ObjectRound:
    """Which object it is about (`objekt_id`, '' for none) and which goals are `ticked`, in the order they were."""

    def __init__(self, page: GoalLinkPage) -> None:
        self._page = page
        self.objekt_id = ""
        self.ticked: tuple[str, ...] = ()
        self.suggested: tuple[str, ...] = ()
        """What is suggested for the object, the likest first, when it is asked for."""

    def forget(self) -> None:
        """Another strukturbild is opened."""
        self.objekt_id, self.ticked = "", ()

    def settle(self, edit_session: EditSession, bild_id: str) -> None:
        """An object that is gone, or in another picture, gives way to the first without goals."""
        known = edit_session.objects.get(self.objekt_id)
        if known is None or known.bild_id != bild_id:
            self.objekt_id = next_without_goals(edit_session, bild_id, "")

    def tick(self, edit_session: EditSession, mal_id: str) -> None:
        """This goal too, or no longer. One that is linked already, alone, shows how: to be changed."""
        kept = tuple(each for each in self.ticked if each != mal_id)
        self.ticked = kept if mal_id in self.ticked else (*kept, mal_id)
        self._page.give_back()
        there = self.links(edit_session).get(self.ticked[0]) if len(self.ticked) == 1 else None
        if there is not None and not self._page.reason.text().strip():
            self._page.take_over(there.bidrag, there.motivering)

    def links(self, edit_session: EditSession) -> dict[str, goal_links.GoalLinkRow]:
        """How the object is linked, by goal."""
        return {one.mal_id: one for one in goal_links.goal_links_of(edit_session, self.objekt_id)}

    def write(self, edit_session: EditSession) -> None:
        """Link the object to what is ticked. Raises StoreError, and then it is ticked still."""
        reason = str(self._page.reason.value())
        empties = self._page.empties_reason()
        goal_links.link_goals(edit_session, self.objekt_id, self.ticked, self._page.contribution, reason, empties)
        self.ticked = ()

    def unlink(self, edit_session: EditSession) -> None:
        """Take the links to what is ticked away."""
        there = self.links(edit_session)
        with edit_session.command(tr("Ta bort målkopplingar")):
            for mal_id in self.ticked:
                if mal_id in there:
                    goal_links.remove_goal_link(edit_session, there[mal_id])
        self.ticked = ()

    def shape(self, edit_session: EditSession) -> list[QgsGeometry]:
        """The object on the map."""
        known = edit_session.objects.get(self.objekt_id)
        return [edit_session.feature(self.objekt_id).geometry()] if known is not None else []

    def show(self, edit_session: EditSession, snapshot: Snapshot, bild_id: str, able: bool) -> None:
        """All as it stands. `able`: whether the tool is held."""
        links = self.links(edit_session) if self.objekt_id else {}
        owners = {one.kod: one.organisation for one in snapshot.goal_sets}
        whose = {goal.mal_id: owners.get(goal.samling, "") for goal in snapshot.goals}
        said = {mal_id: _linked_text(row) for mal_id, row in links.items() if mal_id in whose}
        self.suggested = self._suggested(edit_session, snapshot) if self._page.suggests.isChecked() else ()
        for mal_id in self.suggested:
            said.setdefault(mal_id, tr("Förslag"))
        self.ticked = tuple(each for each in self.ticked if each in whose)
        self._page.show_goals(snapshot, said, self.ticked)
        self._page.show_head(*self._head(edit_session))
        number = len(without_goals(edit_session, bild_id))
        left = tr("Objekt i bilden utan mål: {n}.").format(n=number)
        left = left if number else tr("Alla objekt i bilden är kopplade till mål.")
        chosen = tr("Valda mål: {n}.").format(n=len(self.ticked)) if self.ticked else ""
        known = [each for each in self.ticked if each in links]
        if self._page.suggests.isChecked() and self.objekt_id:
            number = len(self.suggested)
            left = (
                tr("Förslag: {n} mål.").format(n=number) if number else tr("Inget mål liknar objektets klass och namn.")
            )
        left = left if able else f"{left} {tr('Klicka på ett mål för att fortsätta.')}"
        self._page.show_chosen(f"{chosen} {left}".strip(), self._write_text(), bool(self.ticked), bool(known) and able)

    def _suggested(self, edit_session: EditSession, snapshot: Snapshot) -> tuple[str, ...]:
        known = edit_session.objects.get(self.objekt_id)
        klass = edit_session.catalogue.object_class(known.klass) if known is not None else None
        if known is None or klass is None:
            return ()
        above = {goal.over_id for goal in snapshot.goals}
        leaves = [goal for goal in snapshot.goals if goal.mal_id not in above]
        return suggested_goals(klass.struktur, (klass.namn.sv, known.namn), leaves)

    def _head(self, edit_session: EditSession) -> tuple[str, str]:
        known = edit_session.objects.get(self.objekt_id)
        if known is None:
            return tr("Klicka på ett objekt på kartan"), ""
        klass = edit_session.catalogue.object_class(known.klass)
        name = str(klass.namn.in_language(settings.language())) if klass is not None else known.klass
        number = len(self.links(edit_session))
        linked = tr("kopplat till {n} mål").format(n=number) if number else tr("utan mål")
        return known.namn or name, joined_facts(name if known.namn else "", linked)

    def _write_text(self) -> str:
        if not self.ticked:
            return tr("Nästa utan mål")
        words = dict(contributions())[self._page.contribution]
        return tr("Koppla {n} mål: {words}").format(n=len(self.ticked), words=words)


def _linked_text(row: goal_links.GoalLinkRow) -> str:
    words: Mapping[int, str] = dict(contributions())
    parts: Sequence[str] = (words.get(row.bidrag, ""), row.motivering)
    return tr("Kopplat: {how}").format(how=" – ".join(part for part in parts if part))
