"""Goal by goal: objects are chosen for the goal that is shown, and written as one step. Main thread only."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsGeometry

from ...drawing.edits import goal_links
from ...drawing.session.edit_session import EditSession
from ...goals.model import Goal
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..object_panel.goal_panel import contributions
from ..object_panel.goal_tree import joined_facts
from .goal_link_page import GoalLinkPage

_LONGEST = 24
"""Signs of a goal in the line that says what has just been linked, so that it stays one line in a narrow dock."""


class GoalRound:
    """`picked`: the objects that are chosen, in the order they were."""

    def __init__(self, page: GoalLinkPage) -> None:
        self._page = page
        self.picked: tuple[str, ...] = ()
        self.done = ""
        """What has just been linked, in words, until something else is chosen."""

    def settle(self, edit_session: EditSession, bild_id: str) -> None:
        """What is gone, or in another picture, is chosen no longer."""
        self.picked = tuple(each for each in self.picked if _is_here(edit_session, each, bild_id))

    def point_at(self, ids: Sequence[str], adds: bool) -> None:
        """A click: the first of these is chosen, or no longer."""
        self.done = ""
        for each in ids[:1]:
            if each not in self.picked:
                self.picked = (*self.picked, each)
            elif not adds:
                self.picked = tuple(one for one in self.picked if one != each)

    def surround(self, ids: Sequence[str], adds: bool) -> None:
        """A lasso: all of these are chosen; if they all were already, no longer."""
        self.done = ""
        new = [each for each in ids if each not in self.picked]
        if new or adds:
            self.picked = (*self.picked, *new)
        else:
            self.picked = tuple(each for each in self.picked if each not in ids)

    def take_over(self, edit_session: EditSession, goal: Goal | None) -> None:
        """One that is linked already, chosen alone, shows how: to be changed."""
        self._page.give_back()
        if goal is None or len(self.picked) != 1 or self._page.reason.text().strip():
            return
        there = goal_links.objects_linked_to(edit_session, goal.mal_id).get(self.picked[0])
        if there is not None:
            self._page.take_over(there.bidrag, there.motivering)

    def write(self, edit_session: EditSession, goal: Goal) -> None:
        """Link what is chosen. Raises StoreError, and then it is chosen still."""
        contribution, reason = self._page.contribution, str(self._page.reason.value())
        empties = self._page.empties_reason()
        goal_links.link_objects(edit_session, goal.mal_id, self.picked, contribution, reason, goal_name(goal), empties)
        one, more = tr("1 objekt kopplat till {goal}"), tr("{n} objekt kopplade till {goal}")
        said = one if len(self.picked) == 1 else more
        self.done = said.format(n=len(self.picked), goal=_short(goal_name(goal)))
        self.picked = ()

    def unlink(self, edit_session: EditSession, goal: Goal) -> None:
        """Take the links of what is chosen away. Raises StoreError, and then it is chosen still."""
        goal_links.unlink_objects(edit_session, goal.mal_id, self.picked)
        self.picked = ()

    def show(self, edit_session: EditSession, snapshot: Snapshot, goal: Goal | None, able: bool) -> None:
        """All as it stands. `able`: whether the tool is held."""
        page = self._page
        if goal is None:
            page.show_head(tr("Välj ett mål i listan"), "")
            page.show_chosen("", tr("Koppla"), False, False)
            return
        page.show_head(goal_name(goal), joined_facts(owner_of(snapshot, goal), goal.niva_namn))
        linked = goal_links.objects_linked_to(edit_session, goal.mal_id)
        known = sum(each in linked for each in self.picked)
        text = self._chosen_text(len(linked), known, able)
        text = self.done or text
        page.show_chosen(text, self._write_text(), bool(self.picked), bool(known) and able)

    def linked_shapes(
        self, edit_session: EditSession, goal: Goal | None, bild_id: str
    ) -> list[tuple[int, QgsGeometry]]:
        """The contribution and shape of each object of the picture that is linked to the goal."""
        linked = goal_links.objects_linked_to(edit_session, goal.mal_id) if goal is not None else {}
        return [
            (row.bidrag, edit_session.feature(each).geometry())
            for each, row in linked.items()
            if _is_here(edit_session, each, bild_id)
        ]

    def shapes(self, edit_session: EditSession) -> list[QgsGeometry]:
        """What is chosen."""
        return [edit_session.feature(each).geometry() for each in self.picked]

    def _chosen_text(self, linked: int, known: int, able: bool) -> str:
        said = tr("Kopplade till målet: {n} objekt.").format(n=linked) if linked else tr("Inget kopplat än.")
        if not self.picked:
            return said if able else f"{said} {tr('Klicka på ett mål för att fortsätta.')}"
        chosen = tr("Valda: {n}.").format(n=len(self.picked))
        if known:
            text = tr("Valda: {n}. Redan kopplade, som ändras: {k}.")
            chosen = text.format(n=len(self.picked), k=known)
        return f"{chosen} {said}"

    def _write_text(self) -> str:
        words = dict(contributions())[self._page.contribution]
        if not self.picked:
            return tr("Koppla: {words}").format(words=words)
        return tr("Koppla {n}: {words}").format(n=len(self.picked), words=words)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def goal_name(goal: Goal) -> str:
    """'1.2 Ett starkt näringsliv'."""
    return " ".join(part for part in (goal.kod, goal.titel) if part)


def owner_of(snapshot: Snapshot, goal: Goal) -> str:
    """Whose goal it is."""
    found = next((one for one in snapshot.goal_sets if one.kod == goal.samling), None)
    return found.organisation or found.namn if found is not None else ""


def _is_here(edit_session: EditSession, objekt_id: str, bild_id: str) -> bool:
    known = edit_session.objects.get(objekt_id)
    return known is not None and known.bild_id == bild_id
