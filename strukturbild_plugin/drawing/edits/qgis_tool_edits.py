"""Completes what QGIS's own tools do to objects, in the same undo step: paste, split, merge, delete, move, calculate.

| done by QGIS | completed |
|---|---|
| paste, copy, in-place Processing | a new row has its own identity, a picture, a class; its original's goals |
| split | the parts share goal links, and each keeps the nodes it reaches |
| turn a line round | what it says of its start and its end changes places |
| merge, dissolve | the row that is left has the goal links, nodes and references of all |
| delete | goal links, node references and comments let go of the object, and come back with it; a sentence |
| move a node | lines follow |
| a table cell, the field calculator | an identity, and what may not be empty, is put back, with a sentence |
"""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Callable, Iterable, Sequence

from qgis.core import QgsGeometry, QgsPointXY

from ...catalogue.model import LINE
from ...i18n import joined, tr
from ...store.geometry.line_following import MAX_NODE_DISTANCE_M
from ...store.gpkg.row_mapping import codes_to_text, text_to_codes
from ...store.qgis_project.layers import table_of
from ...store.schema.tables import FID
from ...store.writing.transaction import reading
from ..session.edit_buffer import add_row, audit, carry_links, delete_rows, kept_value, new_identity, plain, rows_about
from ..session.edit_session import COMMENTS, GOAL_LINKS, HEAD, EditSession
from ..session.object_index import CHAIN, ENDS, NODES, IndexedObject
from ..session.row_changes import RowEdit
from . import qgis_geometry as parts
from .descent import RowFate, fates
from .line_ends import towards_of_piece, turned_values
from .lost_merge import put_merged_row
from .network import follow, node_places
from .node_references import chain_of, rename_references, renamed_references, said_of_lost

_ID = "objekt_id"
_KEPT = {
    HEAD: ("strukturbild_id", "titel", "schema_version"),
    COMMENTS: ("kommentar_id", "text", "version"),
    GOAL_LINKS: (_ID, "mal_id", "bidrag"),
}
_DEFAULTED = ("klass", "bild_id", "niva", "osakerhet")
"""Columns that a new object gets from the catalogue when nobody has said anything, in this order."""
_OBJECTS_KEEP = (_ID, "bild_id", "klass", "version")
"""Columns that the file wants in every row: a table cell or the calculator may not empty them."""
_BOUNDS = {"version": (1, None), "schema_version": (1, None), "bidrag": (-2, 2)}
_IDENTITIES = (FID, _ID, "strukturbild_id", "kommentar_id")
"""Nor give them another value. The links of an object are not its identity."""
_OWN = ("ursprung_id", "skapad", "skapad_av", "version")
"""What an object that was given another's identity was given too, and has no use for."""


class QgisToolEdits:
    """Listens to an edit session for what QGIS's own tools do."""

    def __init__(self, edit_session: EditSession) -> None:
        self._session = edit_session
        self._todo: list[Callable[[], object]] = []
        self._told: list[str] = []
        self._known: set[str] = set()
        """The pictures of the strukturbild."""
        edit_session.completions.append(self.complete)

    def complete(self, code: str, text: str, rows: Sequence[RowEdit]) -> None:
        """Put right what is left half done. `text`: what the tool called it."""
        self._todo, self._told, lost = [], [], ""
        rows = put_merged_row(self._session, code, text, rows)
        found = fates(rows, self._session.columns(code))
        kept = (FID, *_KEPT.get(code, _OBJECTS_KEEP))
        for each in found:
            if not each.added and not each.gone:
                self._restore(code, each, kept)
        if code == HEAD:
            self._one_head(found)
        elif code == GOAL_LINKS:
            self._links(found)
        elif code == COMMENTS:
            self._comments(found)
        else:
            lost = self._objects(code, found)
        if self._todo:
            with self._session.command(text):
                for act in self._todo:
                    act()
        told, self._todo, self._told = self._told, [], []
        for sentence in dict.fromkeys(told):
            self._session.tell(sentence)
        if lost:
            self._session.tell_loss(lost)

    def _objects(self, code: str, found: Sequence[RowFate]) -> str:
        """Gives what hangs loose, in sentences."""
        gone_nodes: dict[str, str] = {}
        ids, origins = self._identities(code, found), {id(heir): each for each in found for heir in each.heirs}
        there = set(ids.values())
        self._known = self._pictures() if there else set()
        for each in found:
            if each.added:
                self._todo.append(partial(self._fill, code, each, ids[id(each)], origins.get(id(each))))
            elif code == NODES and each.reshaped:
                self._todo.extend(self._followers(each))
            elif each.reshaped and self._is_line(code):
                turned = turned_values(each.after or {}, each.shape_before, each.shape_after)
                self._todo += [partial(self._write, code, each.fid, turned)] if turned else []
        for each in found:
            heirs = [ids.get(id(heir)) or _text(heir.after, _ID) for heir in each.heirs]
            own = _text(each.before, _ID)
            if each.gone and own and own not in there:
                self._todo.append(partial(self._leave, code, each, own, heirs))
                if code == NODES and not heirs:
                    gone_nodes[own] = _text(each.before, "namn")
            for heir in heirs if own else ():
                if heir != own and (not each.gone or own in there):
                    self._todo.append(partial(carry_links, self._session, own, heir))
            if each.heirs and each.split:
                self._todo.append(partial(self._share_nodes, code, each))
        return said_of_lost(self._session, gone_nodes)

    def _identities(self, code: str, found: Sequence[RowFate]) -> dict[int, str]:
        """What each new row is known by: its own if nobody else has it, that of the one it replaces, or a new one."""
        session, added = self._session, [each for each in found if each.added]
        rows = {(code, each.fid) for each in added}
        replaced: dict[int, list[str]] = {}
        for each in found:
            if each.gone and each.heirs:
                replaced.setdefault(id(each.heirs[0]), []).append(_text(each.before, _ID))
        ids: dict[int, str] = {}
        given: set[str] = set()
        for each in added:
            own, before = _text(each.after, _ID), replaced.get(id(each), [])
            free = [objekt_id for objekt_id in before if not session.objects.rows_of(objekt_id) - rows]
            wanted = own if own in before or not free else free[0]
            if not wanted or wanted in given or session.objects.rows_of(wanted) - rows:
                wanted = new_identity()
            ids[id(each)] = wanted
            given.add(wanted)
        return ids

    def _fill(self, code: str, each: RowFate, objekt_id: str, origin: RowFate | None) -> None:
        """Give a new row what the file wants, and who made it."""
        session, after = self._session, each.after or {}
        layer = session.layer(code)
        feature = layer.getFeature(each.fid)
        wanted: dict[str, object] = {_ID: objekt_id}
        # What is drawn anew has no time yet; QGIS may have given a copy an identity of its own already.
        copied = origin is None and bool(_text(after, "skapad") or (_text(after, _ID) and objekt_id != after[_ID]))
        misfit = self._misfit(code, after) if origin is None else ()
        wanted.update({column: None for column in misfit if column not in _DEFAULTED})
        for column in _DEFAULTED if origin is None else ():
            if column in after and (column in misfit or not _text(after, column)):
                wanted[column] = plain(layer.defaultValue(layer.fields().indexOf(column), feature))
                feature.setAttribute(column, wanted[column])
        if _text(after, "bild_id") and _text(after, "bild_id") not in self._known:
            wanted["bild_id"] = plain(layer.defaultValue(layer.fields().indexOf("bild_id"), feature))
            self._told.append(tr("Det inklistrade har lagts i den första bilden, eftersom dess egen bild saknas här."))
        if copied:
            wanted["ursprung_id"] = None  # a copy in the same picture is another thing, not the same in another picture
            original = self._original(code, each, objekt_id)
            if original and rows_about(session, GOAL_LINKS, original):
                carry_links(session, original, objekt_id)
                self._told.append(tr("Det inklistrade fick samma målkopplingar som originalet."))
            elif not original and self._may_have_had_links(code, each):
                self._told.append(tr("Det inklistrade blev nya objekt utan målkopplingar. Koppla dem i fliken Mål."))
        if copied or not after.get("version"):
            wanted.update({name: value for name, value in audit(session.author, session.group).items() if value})
        if copied:
            wanted.update(self._nodes_reached(code, after, each.shape_after))
        self._write(code, each.fid, {name: value for name, value in wanted.items() if plain(after.get(name)) != value})

    def _misfit(self, code: str, after: dict) -> Sequence[str]:
        """The columns of a pasted row that speak of a class no object of this layer has: nothing would be drawn."""
        catalogue, klass = self._session.catalogue, _text(after, "klass")
        classes = catalogue.classes_in(code)
        if not klass or not classes or any(one.kod == klass for one in classes):
            return ()
        known = catalogue.object_class(klass)
        text = tr("Det inklistrade blev {klass}, eftersom {other} inte ritas i lagret {layer}.")
        names = {"klass": classes[0].namn.sv, "other": known.namn.sv if known else f"”{klass}”"}
        self._told.append(text.format(layer=self._session.title(code), **names))
        return [column for column in ("klass", "niva", "undertyp") if column in after]

    def _original(self, code: str, copy: RowFate, objekt_id: str) -> str:
        """What was copied; '' when it cannot be told.

        QGIS often gives the copy an identity of its own at once: then it is known by its class, picture and name, if
        there is one of them only.
        """
        session, after = self._session, copy.after or {}
        of, mine = _text(after, _ID), (code, copy.fid)
        if of != objekt_id and session.objects.rows_of(of) - {mine}:
            return of
        name, picture = _text(after, "namn"), _text(after, "bild_id")
        alike = [one for one in self._alike(code, copy) if name and one.bild_id == picture]
        return alike[0].objekt_id if len(alike) == 1 else ""

    def _may_have_had_links(self, code: str, copy: RowFate) -> bool:
        """Whether something like what was copied is tied to goals; of what is not found here one cannot know."""
        originals = self._alike(code, copy)
        return not originals or any(rows_about(self._session, GOAL_LINKS, one.objekt_id) for one in originals)

    def _alike(self, code: str, copy: RowFate) -> list[IndexedObject]:
        alike = (code, _text(copy.after, "klass"), _text(copy.after, "namn"))
        others = (known for known in self._session.objects.all() if known.fid != copy.fid)
        return [known for known in others if (known.lager, known.klass, known.namn) == alike]

    def _leave(self, code: str, gone: RowFate, objekt_id: str, heirs: Sequence[str]) -> None:
        """The object is gone; what referred to it refers to the first of its heirs, or to nothing."""
        session, heir = self._session, heirs[0] if heirs else ""
        for each in heirs:
            carry_links(session, objekt_id, each)
        rename_references(
            session,
            objekt_id,
            lambda referring: renamed_references(referring, lambda node_id: heir if node_id == objekt_id else node_id),
        )
        delete_rows(session, GOAL_LINKS, rows_about(session, GOAL_LINKS, objekt_id))
        for fid in rows_about(session, COMMENTS, objekt_id):
            self._write(COMMENTS, fid, {_ID: heir or None})
        known, chain = session.objects.get(heir), text_to_codes(_text(gone.before, CHAIN))
        if known is not None and chain and known.lager == code:
            self._write(code, known.fid, {CHAIN: codes_to_text(tuple(dict.fromkeys((*known.noder, *chain))))})

    def _followers(self, node: RowFate) -> Iterable[Callable[[], object]]:
        """Lines follow a node that was moved; one that has got other points is left to the check."""
        objekt_id = _text(node.before, _ID)
        old, new = parts.points_of(node.shape_before), parts.points_of(node.shape_after)
        if len(old) != len(new):
            return ()
        referring = self._session.objects.tied_to(objekt_id)
        return [partial(follow, self._session, one, objekt_id, old, new) for one in referring]

    def _share_nodes(self, code: str, split: RowFate) -> None:
        """Let each part of a line that was cut refer to the nodes it reaches itself."""
        whole = split.before or {}
        pieces = [split, *split.heirs] if not split.gone else split.heirs
        shapes = [each.shape_after for each in pieces]
        for piece in pieces:
            values: dict[str, object] = {}
            if _text(whole, CHAIN):
                chain = [each for each in text_to_codes(_text(whole, CHAIN)) if self._nearest(each, shapes, piece)]
                values[CHAIN] = codes_to_text(chain_of(chain)) if chain else None
            for column in ENDS:
                if _text(whole, column) and not self._nearest(_text(whole, column), shapes, piece):
                    values[column] = None
            values.update(towards_of_piece(whole, split.shape_before, piece.shape_after))
            self._write(code, piece.fid, values)

    def _nearest(self, node_id: str, shapes: Sequence[QgsGeometry], piece: RowFate) -> bool:
        """Whether the piece is the one, or one of those, that comes nearest to the node."""
        away = [self._distance(node_id, shape) for shape in shapes]
        return self._distance(node_id, piece.shape_after) <= min(away) + 1.0

    def _distance(self, node_id: str, shape: QgsGeometry) -> float:
        if self._session.objects.get(node_id) is None or shape.isNull():
            return math.inf
        places = node_places(self._session, node_id)
        return min(QgsGeometry.fromPointXY(QgsPointXY(*spot)).distance(shape) for spot in places)

    def _nodes_reached(self, code: str, after: dict, shape: QgsGeometry) -> dict[str, object]:
        """Of a copied line: the nodes that it still comes near."""
        values: dict[str, object] = {}
        if not self._is_line(code):
            return values
        chain = text_to_codes(_text(after, CHAIN))
        near = [each for each in chain if self._distance(each, shape) <= MAX_NODE_DISTANCE_M]
        if len(near) != len(chain):
            values[CHAIN] = codes_to_text(chain_of(near)) if near else None
        for column in ENDS:
            if _text(after, column) and self._distance(_text(after, column), shape) > MAX_NODE_DISTANCE_M:
                values[column] = None
        return values

    def _links(self, found: Sequence[RowFate]) -> None:
        """An object is linked to a goal once, and a link names both."""
        layer = self._session.layer(GOAL_LINKS)
        for each in found:
            if each.gone:
                continue
            pair = _text(each.after, _ID), _text(each.after, "mal_id")
            about = rows_about(self._session, GOAL_LINKS, pair[0]) if all(pair) else []
            others = [fid for fid in about if fid != each.fid]
            twice = any(str(plain(layer.getFeature(fid)["mal_id"]) or "") == pair[1] for fid in others)
            if all(pair) and not twice:
                continue
            if each.added:
                self._todo.append(partial(delete_rows, self._session, GOAL_LINKS, [each.fid]))
            else:
                back = {column: each.before.get(column) for column in (_ID, "mal_id")} if each.before else {}
                self._todo.append(partial(self._write, GOAL_LINKS, each.fid, back))
            self._told.append(
                tr("Objektet är redan kopplat till det målet, så raden är inte kvar.")
                if twice
                else tr("En målkoppling behöver både ett objekt och ett mål. Koppla i fliken Mål i stället.")
            )

    def _comments(self, found: Sequence[RowFate]) -> None:
        layer, seen = self._session.layer(COMMENTS), set()
        if any(each.added for each in found):
            new = {each.fid for each in found if each.added}
            seen = {str(row["kommentar_id"]) for row in layer.getFeatures() if row.id() not in new}
        for each in found:
            if not each.added:
                continue
            own, values = _text(each.after, "kommentar_id"), dict[str, object]()
            if not own or own in seen:
                values["kommentar_id"] = new_identity()
            if plain((each.after or {}).get("text")) is None:
                values["text"] = ""
            if not (each.after or {}).get("version"):
                values["version"] = 1
            seen.add(own)
            if values:
                self._todo.append(partial(self._write, COMMENTS, each.fid, values))
        gone = {_text(each.before, "kommentar_id"): each.heirs for each in found if each.gone}
        for row in layer.getFeatures() if gone else ():
            heirs = gone.get(str(row["svar_pa"] or ""))
            if heirs is not None:  # an answer to nothing would be shown nowhere
                kept = {_text(heir.before or heir.after, "kommentar_id") for heir in heirs}
                answers = next(iter(kept - {"", str(row["kommentar_id"])}), None)
                self._todo.append(partial(self._write, COMMENTS, row.id(), {"svar_pa": answers}))

    def _one_head(self, found: Sequence[RowFate]) -> None:
        """A strukturbild has one row about itself."""
        for each in found:
            if each.added:
                self._todo.append(partial(delete_rows, self._session, HEAD, [each.fid]))
            elif each.gone:
                row = {name: plain(value) for name, value in (each.before or {}).items() if name != "fid"}
                self._todo.append(partial(add_row, self._session, HEAD, row, QgsGeometry()))
            else:
                continue
            self._told.append(tr("Uppgifterna om strukturbilden är en enda rad. Den är kvar som den var."))

    def _restore(self, code: str, each: RowFate, kept: Sequence[str]) -> None:
        before, after = each.before or {}, each.after or {}
        back: dict[str, object] = {}
        for column in kept:
            was, now = plain(before.get(column)), plain(after.get(column))
            emptied = now is None or (now == "" and column != "text") or not _allowed(column, now)
            changed = column in _IDENTITIES and code != GOAL_LINKS and now != was
            if was is not None and (emptied or changed) and now != was:
                back[column] = was
        back.update(self._foreign_nodes(code, each))
        told = list(back)
        if back.get(_ID) and after.get(_ID):  # all of another's values, as QGIS merges attributes
            back.update({name: plain(before[name]) for name in _OWN if name in before and each.differs(name)})
        if back:
            layer = self._session.layer(code)
            self._todo.append(partial(self._write, code, each.fid, back))
            self._told.append(
                tr("{columns} har fått tillbaka sitt värde, eftersom strukturbilden behöver det.").format(
                    columns=joined(f"”{layer.attributeDisplayName(layer.fields().indexOf(name))}”" for name in told)
                )
            )

    def _foreign_nodes(self, code: str, line: RowFate) -> dict[str, object]:
        """What a line said of its nodes before it was given some that lie elsewhere; the check finds those missing."""
        back: dict[str, object] = {}
        for column in (CHAIN, *ENDS) if self._is_line(code) else ():
            was, now = _text(line.before, column), _text(line.after, column)
            new = set(text_to_codes(now)) - set(text_to_codes(was))
            away = [self._distance(each, line.shape_after) for each in new]
            if any(MAX_NODE_DISTANCE_M < far < math.inf for far in away):
                back[column] = was or None
        return back

    def _write(self, code: str, fid: int, values: dict) -> None:
        for column, value in values.items():
            layer = self._session.editing(code)
            at = layer.fields().indexOf(column)
            if at >= 0:
                layer.changeAttributeValue(fid, at, kept_value(value), None, True)

    def _is_line(self, code: str) -> bool:
        layer = self._session.catalogue.layer(code)
        return layer is not None and layer.geometri == LINE

    def _pictures(self) -> set[str]:
        with reading(Path(table_of(next(iter(self._session.layers.values())))[0])) as file:
            return {picture.bild_id for picture in file.pictures()}


def _text(row: object, column: str) -> str:
    value = plain(row.get(column)) if isinstance(row, dict) else None
    return "" if value is None else str(value)


def _allowed(column: str, value: object) -> bool:
    least, most = _BOUNDS.get(column, (None, None))
    if not isinstance(value, int) or least is None:
        return True
    return value >= least and (most is None or value <= most)
