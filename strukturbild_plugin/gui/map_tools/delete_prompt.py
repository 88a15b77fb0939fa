"""Taking away what is chosen: a question only when something hangs on it, and always a way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.PyQt.QtWidgets import QMessageBox

from ...drawing.edits.node_references import NodeReferences, node_references
from ...drawing.edits.objects import delete_object, delete_objects, display_name
from ...drawing.session.edit_session import EditSession
from ...i18n import joined, tr
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
    kept = [one.objekt_id for one in known]
    name = display_name(edit_session, known[0]) if len(known) == 1 else tr("{number} objekt").format(number=len(known))
    loosened = loosened_by(edit_session, kept)
    if (loosened.corridors or loosened.links or loosened.areas) and not _sure(tools, name, said(loosened)):
        return False
    if not tools.do(
        lambda: delete_object(edit_session, kept[0]) if len(kept) == 1 else delete_objects(edit_session, kept)
    ):
        return False
    text = tr("{thing} är borttaget.").format(thing=name)
    tools.messages.well(text, tr("Ångra"), tools.undo)
    return True


def loosened_by(edit_session: EditSession, ids: Sequence[str]) -> NodeReferences:
    """What hangs on these and stays when they go."""
    gone, each = set(ids), [node_references(edit_session, objekt_id) for objekt_id in ids]

    def rest(others: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        found = (other for some in others for other in some)
        return tuple(other for other in dict.fromkeys(found) if other not in gone)

    return NodeReferences(
        rest(one.corridors for one in each),
        rest(one.links for one in each),
        rest(one.areas for one in each),
        sum(one.goals for one in each),
        sum(one.comments for one in each),
    )


def said(loosened: NodeReferences) -> str:
    """What hangs on it, in sentences."""
    counted = (
        (len(loosened.corridors), tr("1 stråk") if len(loosened.corridors) == 1 else tr("{number} stråk")),
        (len(loosened.links), tr("1 samband") if len(loosened.links) == 1 else tr("{number} samband")),
        (len(loosened.areas), tr("1 område") if len(loosened.areas) == 1 else tr("{number} områden")),
    )
    things = joined(sentence.format(number=number) for number, sentence in counted if number)
    text = tr("Här hänger {things}. Det som hänger här ligger kvar på kartan, men utan noden.")
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
