"""What can be done with what is chosen on the map, in plain words: one undo step each, or a tool that does it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from qgis.core import QgsGeometry
from qgis.PyQt.QtWidgets import QDialog

from ...catalogue.model import AREA, LINE
from ...drawing.edits import corridor_edits as chains
from ...drawing.edits import joint_nodes as joints
from ...drawing.edits.area_parts import ADD, CUT, REDRAW, reshape_area
from ...drawing.edits.goal_links import goal_links_of
from ...drawing.edits.objects import copy_all, counterpart, display_name
from ...drawing.session.edit_session import EditSession
from ...drawing.session.object_index import NODES, IndexedObject
from ...i18n import tr
from ...store.gpkg.records import Picture
from ..options.author import Author
from ..session.open_document import OpenDocument
from ..settings import language
from . import edit_tools
from .base_tool import ToolHost
from .delete_prompt import ask_and_remove
from .selection import ObjectSelection


@dataclass(frozen=True)
class ObjectAction:
    """One thing to do. `why_not`: why it cannot be done now; `choices`: texts and what each of them does."""

    kod: str
    text: str
    tip: str
    do: Callable[[], None] | None = None
    why_not: str = ""
    choices: tuple[tuple[str, Callable[[], None], bool], ...] = ()


class ActionHost(ToolHost, Protocol):
    """Whose selection something is done with, and what that needs."""

    selection: ObjectSelection
    actions: ObjectActions
    who: Author
    pictures: Sequence[Picture]
    opened: OpenDocument | None


class ObjectActions:
    """Knows what can be done with the choice of `tools`."""

    def __init__(self, tools: ActionHost) -> None:
        self._tools = tools

    @property
    def _edit_session(self) -> EditSession:
        edit_session = self._tools.edit_session
        if edit_session is None:
            raise RuntimeError("nothing is open to draw in")
        return edit_session

    def all(self) -> list[ObjectAction]:
        """For what is chosen now, the most wanted first."""
        chosen = self._tools.selection.known()
        if self._tools.edit_session is None or not chosen:
            return []
        own: list[ObjectAction] = []
        if all(one.lager == NODES for one in chosen):
            own = self._for_nodes(chosen)
        elif len(chosen) == 1 and chosen[0].lager == "strak":
            own = self._for_strak(chosen[0])
        elif len(chosen) == 2 and all(one.lager == "strak" for one in chosen):
            own = [self._join_two(chosen)]
        elif len(chosen) == 1 and self._kind(chosen[0]) == LINE:
            own = [self._bend(chosen[0])]
        elif len(chosen) == 1 and self._kind(chosen[0]) == AREA:
            own = self._for_area(chosen[0])
        return [*own, self._copy(chosen), *self._group(chosen), self._remove(chosen)]

    def title(self) -> str:
        """What is chosen, in words."""
        chosen, edit_session = self._tools.selection.known(), self._tools.edit_session
        if len(chosen) == 1 and edit_session is not None:
            klass = edit_session.catalogue.object_class(chosen[0].klass)
            kind = klass.namn.in_language(language()) if klass is not None else chosen[0].klass
            return f"{chosen[0].namn} · {kind}" if chosen[0].namn else str(kind)
        return tr("{number} objekt valda").format(number=len(chosen)) if chosen else ""

    def remove(self) -> None:
        """Take away what is chosen, with a word on what hangs on it."""
        ask_and_remove(self._tools, self._tools.selection.ids)

    def _for_strak(self, strak: IndexedObject) -> list[ObjectAction]:
        edit_session, ids = self._edit_session, strak.objekt_id
        inner = [node for node in strak.noder[1:-1] if node not in (strak.noder[0], strak.noder[-1])]
        few = "" if inner else tr("Stråket har ingen nod mellan sina ändar.")
        return [
            ObjectAction(
                "lagg_till_nod", tr("Lägg till nod"), tr("Låt stråket gå genom en nod till"), self._insert(strak)
            ),
            ObjectAction(
                "ta_ur_nod",
                tr("Ta ur nod"),
                tr("Låt stråket gå förbi en av sina noder"),
                self._take_out(strak),
                "" if len(strak.noder) > 1 else tr("Stråket har inga noder att ta ur."),
            ),
            ObjectAction(
                "gren", tr("Gren härifrån"), tr("Rita ett nytt stråk som börjar på det här"), self._branch(strak)
            ),
            ObjectAction("dela", tr("Dela vid nod"), tr("Gör två stråk av ett"), self._split(strak, inner), few),
            ObjectAction(
                "satt_ihop",
                tr("Sätt ihop med…"),
                tr("Gör ett stråk av det här och ett som möter det i en ändnod"),
                self._join(strak),
                ""
                if chains.joinable(edit_session, ids)
                else tr("Inget annat stråk i bilden börjar eller slutar i samma nod."),
            ),
            ObjectAction(
                "mot",
                tr("Fortsätter mot…"),
                tr("Ange vart stråket fortsätter utanför kartan"),
                lambda: self._towards(ids),
            ),
            self._bend(strak),
        ]

    def _for_nodes(self, nodes: Sequence[IndexedObject]) -> list[ObjectAction]:
        edit_session, ids = self._edit_session, [one.objekt_id for one in nodes]
        if len(nodes) > 1:
            text = tr("Flernod av valda")
            tip = tr("Gör en gemensam nod av de valda, med allas stråk, samband och mål")
            same = len({one.bild_id for one in nodes}) == 1
            why = "" if same else tr("Noderna ligger i olika bilder.")
            return [
                ObjectAction(
                    "flernod", text, tip, lambda: self._made(lambda: joints.join_nodes(edit_session, ids)), why
                )
            ]
        node = nodes[0]
        joined = len(node.places) > 1
        tip = tr("Gör en gemensam nod av den här och en till")
        actions = [ObjectAction("flernod_med", tr("Flernod med…"), tip, self._pair(node))]
        if joined:
            split = tr("Gör en egen nod av varje plats i flernoden")
            actions.append(ObjectAction("dela_flernod", tr("Dela flernod"), split, lambda: self._split_node(node)))
        return actions

    def _for_area(self, area: IndexedObject) -> list[ObjectAction]:
        def piece(how: str, hint: str) -> Callable[[], None]:
            def callback(shape: QgsGeometry) -> bool:
                edit_session = self._edit_session
                done = self._tools.do(lambda: reshape_area(edit_session, area.objekt_id, shape, how))
                if done:
                    self._tools.use_select_tool()
                return done

            def begin() -> None:
                tool = self._tools.tool(edit_tools.AreaPartTool)
                self._tools.begin(tool.set_up_piece(callback, f"{how}/{area.objekt_id}"), hint)

            return begin

        return [
            ObjectAction(
                ADD, tr("Lägg till en bit"), tr("Rita runt det som ska höra till ytan"), piece(ADD, _around(ADD))
            ),
            ObjectAction(
                CUT, tr("Ta bort en bit"), tr("Rita runt det som inte ska höra till ytan"), piece(CUT, _around(CUT))
            ),
            ObjectAction(
                REDRAW, tr("Rita om"), tr("Rita ytan på nytt; texter och mål är kvar"), piece(REDRAW, _around(REDRAW))
            ),
        ]

    def _bend(self, line: IndexedObject) -> ObjectAction:
        def begin() -> None:
            hint = tr("Dra i linjen där den ska böjas, så många gånger du vill. Esc när du är klar.")
            self._tools.begin(self._tools.tool(edit_tools.MoveEndTool).set_up(line.objekt_id), hint)

        return ObjectAction("boj", tr("Böj"), tr("Dra ut linjen till en båge"), begin)

    def _copy(self, chosen: Sequence[IndexedObject]) -> ObjectAction:
        edit_session, ids = self._edit_session, [one.objekt_id for one in chosen]
        homes = {one.bild_id for one in chosen}
        choices = []
        for picture in self._tools.pictures:
            if {picture.bild_id} == homes:
                continue
            there = all(counterpart(edit_session, each, picture.bild_id) for each in ids)
            choices.append((picture.namn, lambda p=picture: self._copy_to(ids, p), not there))
        why = "" if choices else tr("Strukturbilden har bara en bild.")
        text, tip = tr("Kopiera till bild…"), tr("Samma sak i en annan bild, med sina noder")
        return ObjectAction("kopiera", text, tip, None, why, tuple(choices))

    def _group(self, chosen: Sequence[IndexedObject]) -> list[ObjectAction]:
        """Drawn while another group was written: only where there are groups at all."""
        who, ids = self._tools.who, [one.objekt_id for one in chosen]
        names = who.groups()
        choices = [
            (name or tr("Ingen grupp"), lambda name=name: who.set_group_of(ids, name), True) for name in (*names, "")
        ]
        tip = tr("Ange vilken grupp som har ritat det valda")
        return [ObjectAction("grupp", tr("Ritat av…"), tip, None, "", tuple(choices))] if names else []

    def _remove(self, chosen: Sequence[IndexedObject]) -> ObjectAction:
        return ObjectAction("ta_bort", tr("Ta bort"), tr("Ta bort det valda (tangent Delete)"), self.remove)

    def _copy_to(self, ids: Sequence[str], picture: Picture) -> None:
        edit_session = self._edit_session
        made: list[str] = []
        before = len(tuple(edit_session.objects.all()))
        if self._tools.do(lambda: made.extend(copy_all(edit_session, ids, picture.bild_id))):
            along = len(tuple(edit_session.objects.all())) - before - len(made)
            few = {0: tr("Kopierat till {picture}."), 1: tr("Kopierat till {picture}, med en nod.")}
            text = few.get(along, tr("Kopierat till {picture}, med {number} noder."))
            said = text.format(picture=picture.namn, number=along)
            if any(goal_links_of(edit_session, each) for each in made):
                said = f"{said} {tr('Målkopplingarna följde med.')}"
            self._tools.undo_offer.tell(said)

    def _insert(self, strak: IndexedObject) -> Callable[[], None]:
        def callback(node_id: str) -> None:
            edit_session = self._edit_session
            self._tools.do(lambda: chains.insert_node(edit_session, strak.objekt_id, node_id))

        hint = tr("Klicka på noderna som stråket ska gå genom, en i taget. Esc när du är klar.")
        return self._ask_node(callback, lambda: None, hint)

    def _take_out(self, strak: IndexedObject) -> Callable[[], None]:
        def callback(node_id: str) -> None:
            edit_session = self._edit_session
            self._tools.do(lambda: chains.remove_node_from(edit_session, strak.objekt_id, node_id))

        hint = tr("Klicka på noden som stråket ska gå förbi. Esc när du är klar.")
        return self._ask_node(callback, lambda: self._chain(strak), hint)

    def _split(self, strak: IndexedObject, inner: Sequence[str]) -> Callable[[], None]:
        def callback(node_id: str) -> None:
            edit_session = self._edit_session
            if self._tools.do(lambda: chains.split_at_node(edit_session, strak.objekt_id, node_id)):
                self._tools.use_select_tool()

        return self._ask_node(callback, lambda: inner, tr("Klicka på noden där stråket ska delas. Esc avbryter."))

    def _pair(self, node: IndexedObject) -> Callable[[], None]:
        def callback(node_id: str) -> None:
            edit_session = self._edit_session
            if node_id != node.objekt_id:
                self._made(lambda: joints.join_nodes(edit_session, [node.objekt_id, node_id]))

        hint = tr("Klicka på noden som ska bli en gemensam nod med {node}. Esc avbryter.")
        return self._ask_node(callback, lambda: None, hint.format(node=display_name(self._edit_session, node)))

    def _ask_node(
        self, callback: Callable[[str], None], among: Callable[[], Collection[str] | None], hint: str
    ) -> Callable[[], None]:
        return lambda: self._tools.begin(self._tools.tool(edit_tools.PickNodeTool).set_up(callback, among), hint)

    def _join(self, strak: IndexedObject) -> Callable[[], None]:
        def callback(other: str) -> None:
            edit_session = self._edit_session
            self._made(lambda: chains.join_corridors(edit_session, strak.objekt_id, other))

        def begin() -> None:
            among = chains.joinable(self._edit_session, strak.objekt_id)
            hint = tr("Klicka på stråket som ska bli ett med det här. Esc avbryter.")
            self._tools.begin(self._tools.tool(edit_tools.PickLineTool).set_up(callback, among), hint)

        return begin

    def _join_two(self, chosen: Sequence[IndexedObject]) -> ObjectAction:
        edit_session, (first, other) = self._edit_session, [one.objekt_id for one in chosen]
        why = "" if other in chains.joinable(edit_session, first) else tr("Stråken möts inte i någon ändnod.")
        call = lambda: self._made(lambda: chains.join_corridors(edit_session, first, other))  # noqa: E731
        return ObjectAction("satt_ihop", tr("Sätt ihop"), tr("Gör ett stråk av de två"), call, why)

    def _branch(self, strak: IndexedObject) -> Callable[[], None]:
        hint = tr("Klicka där grenen ska börja, och sedan nod för nod. Enter eller högerklick avslutar, Esc avbryter.")
        return lambda: self._tools.begin(edit_tools.branch_tool(self._tools, strak.objekt_id), hint)

    def _towards(self, strak_id: str) -> None:
        from ...drawing.edits.open_ends import set_towards
        from .open_end_dialog import OpenEndDialog, area_of

        edit_session = self._edit_session
        dialog = OpenEndDialog(edit_session, strak_id, area_of(self._tools.opened), self._tools.iface.mainWindow())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            start, end = dialog.answer()
            self._tools.do(lambda: set_towards(edit_session, strak_id, start, end))
        dialog.deleteLater()

    def _split_node(self, node: IndexedObject) -> None:
        edit_session = self._edit_session
        made: list[str] = []
        if self._tools.do(lambda: made.extend(joints.split_node(edit_session, node.objekt_id))):
            self._tools.selection.set(made)

    def _made(self, call: Callable[[], str]) -> None:
        """One object came of several: that one is chosen."""
        made: list[str] = []
        if self._tools.do(lambda: made.append(call())):
            self._tools.use_select_tool()
            self._tools.choose(made)

    def _chain(self, strak: IndexedObject) -> Sequence[str]:
        now = self._edit_session.objects.get(strak.objekt_id)
        return now.noder if now is not None else ()

    def _kind(self, known: IndexedObject) -> str:
        layer = self._edit_session.catalogue.layer(known.lager)
        return layer.geometri if layer is not None else ""


def _around(how: str) -> str:
    return {
        ADD: tr("Håll musknappen nere och rita runt det som ska läggas till. Esc avbryter."),
        CUT: tr("Håll musknappen nere och rita runt det som ska bort. Esc avbryter."),
    }.get(how, tr("Håll musknappen nere och rita runt området på nytt. Esc avbryter."))
