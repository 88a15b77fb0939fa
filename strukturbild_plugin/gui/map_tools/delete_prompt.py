"""Taking away what is chosen: a question only when something hangs on it, and always a way back."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QMessageBox

from ...drawing.edits.node_references import NodeReferences, counted, loosened_by
from ...drawing.edits.objects import delete_object, delete_objects, display_name
from ...drawing.session.object_index import IndexedObject
from ...errors import StoreError
from ...i18n import tr
from .base_tool import ToolHost


def ask_and_remove(tools: ToolHost, ids: Sequence[str]) -> bool:
    """Delete these objects as one undo step; asks first when lines or areas hang on them. Whether it was done."""
    edit_session = tools.edit_session
    known = (
        [edit_session.known(each) for each in ids if edit_session.objects.get(each) is not None]
        if edit_session is not None
        else []
    )
    if edit_session is None or not known:
        return False
    if not tools.attempt(lambda: _refuse(tools, known)):  # before anybody is asked
        return False
    kept = [one.objekt_id for one in known]
    name = display_name(edit_session, known[0]) if len(known) == 1 else tr("{number} objekt").format(number=len(known))
    loosened = loosened_by(edit_session, kept)
    if (loosened.corridors or loosened.links or loosened.areas) and not _sure(tools, name, said(loosened)):
        return False
    if not tools.do(
        lambda: delete_object(edit_session, kept[0]) if len(kept) == 1 else delete_objects(edit_session, kept)
    ):
        return False
    tools.undo_offer.tell(tr("{thing} är borttaget.").format(thing=name))
    return True


def _refuse(tools: ToolHost, known: Sequence[IndexedObject]) -> None:
    copy = tools.opened.copy if tools.opened is not None else None
    if copy is not None and not all(copy.allows(one.lager, {"objekt_id": one.objekt_id}) for one in known):
        raise StoreError(copy.sentence())


def said(loosened: NodeReferences) -> str:
    """What hangs on it, in sentences."""
    things = counted(len(loosened.corridors), len(loosened.links), len(loosened.areas))
    text = tr("Kopplat till noden: {things}. Det ligger kvar på kartan, men utan noden.")
    told: list[str] = [text.format(things=things)]
    if loosened.goals:
        told.append(tr("Kopplingar till mål som tas bort: {number}.").format(number=loosened.goals))
    return " ".join(told)


def _sure(tools: ToolHost, name: str, why: str) -> bool:
    box = QMessageBox(tools.iface.mainWindow())
    box.setObjectName("strukturbild_ta_bort")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Ta bort"))
    box.setText(tr("Ta bort {thing}?").format(thing=name))
    box.setInformativeText(why)
    remove = box.addButton(tr("Ta bort"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(remove)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is remove
