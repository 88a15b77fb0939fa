"""The menu of a right click on the map: what can be done with this thing, and what else lies here."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QMenu

from ...drawing.edits.objects import display_name
from ...i18n import tr
from ..guarded import guarded
from .map_overlay import choices_menu
from .object_actions import ActionHost, ObjectAction


def object_menu(tools: ActionHost, others: Sequence[str] = ()) -> QMenu:
    """A menu over what is chosen; `others` can be chosen instead."""
    menu = QMenu(tools.iface.mapCanvas())
    menu.setObjectName("strukturbild_atgarder")
    menu.setToolTipsVisible(True)
    _headed(menu, tools.actions.title())
    for act in tools.actions.all():
        if act.kod == "kopiera":
            menu.addSeparator()
        action = menu.addMenu(_sub(act, menu)) if act.choices else menu.addAction(act.text)
        action.setToolTip(act.why_not or act.tip)
        action.setEnabled(not act.why_not)
        if act.do is not None and not act.choices:
            action.triggered.connect(guarded(lambda _=False, do=act.do: do()))
    if tools.edit_session is not None and tools.edit_session.can_undo():
        menu.addSeparator()
        menu.addAction(tr("Ångra: {what}").format(what=tools.edit_session.undo_text()), guarded(tools.undo))
    if others and tools.edit_session is not None:
        menu.addSeparator()
        _headed(menu, tr("Här finns också"))
        for objekt_id in others[:8]:
            name = display_name(tools.edit_session, tools.edit_session.known(objekt_id))
            menu.addAction(name, guarded(lambda each=objekt_id: tools.choose([each])))
    return menu


def _headed(menu: QMenu, text: str) -> None:
    """A line that only says something: the words of a QMenu section are not drawn in QGIS's dark themes."""
    line = menu.addAction(text)
    font = menu.font()
    font.setBold(True)
    line.setFont(font)
    line.setEnabled(False)


def _sub(act: ObjectAction, menu: QMenu) -> QMenu:
    sub = choices_menu(act, menu)
    sub.setTitle(act.text)
    return sub
