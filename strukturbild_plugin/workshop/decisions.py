"""What each choice in a conflict does: edits of rows, what the conflict then says, and a row of the log. Plain values.

A conflict that is decided is known by the same identity in later merges, which therefore leave it alone.
"""

from __future__ import annotations

import json
import re
import unicodedata
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import StoreError
from ..i18n import tr
from ..store.gpkg.attachments import LAYOUT, LOGO
from ..store.schema.tables import ATTACHMENTS, GEOMETRY
from .conflicts import DECIDED, OPEN, POSTPONED, Side, row_key
from .merged_tables import AUDIT_COLUMNS, LAYER, MADE_FID, OBJECT, Cell, Key, Row
from .row_merge import DELETED, IN_USE, OTHER_KIND, SAME_OBJECT, VALUES, canonical, cell_of, from_canonical

ONE, OTHER, KEEP, BOTH, EDITED = "ena", "andra", "nuvarande", "bada", "egen"
"""What `konflikt.val` says: the one's, the other's, as it stands in the file, both as proposals, written by hand."""
DECISION = "beslut"
"""What `logg.vad` says of a decided conflict."""
_ASSESSED_BY = ("mal_paverkan",)
"""Tables where `grupp` says whose the value is."""
WHOLE_ROWS = (DELETED, IN_USE, OTHER_KIND, SAME_OBJECT)
_NO_CONTENT = AUDIT_COLUMNS | {LAYER, MADE_FID, "objekt_id", "fid"}

CHANGE, DELETE, MOVE, PROPOSE = "andra", "ta_bort", "flytta", "forslag"
"""What a DecisionEdit does: other values, gone, to another table under the same identity, a second object beside it."""


@dataclass(frozen=True)
class OpenConflict:
    """A row of `konflikt`. `base`, `one`, `other`: values of `column`; when that is '' rows, a deleted one None."""

    konflikt_id: str
    key: Key
    table: str
    column: str
    kind: str
    base: Cell | Row
    one: Cell | Row
    other: Cell | Row
    one_side: Side
    other_side: Side
    status: str = OPEN
    merge_id: str = ""
    readable: bool = True
    """Whether its values could be read; if not it can only be left as it is."""

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision."""
        return self.status in (OPEN, POSTPONED)

    def side(self, choice: str) -> Side:
        """Who stands behind ONE or OTHER."""
        return self.one_side if choice == ONE else self.other_side

    def value(self, choice: str) -> Cell | Row:
        """What ONE or OTHER says."""
        return self.one if choice == ONE else self.other


@dataclass(frozen=True)
class DecisionEdit:
    """One row to edit. `cells`: columns and their values; of MOVE and of PROPOSE in another table the whole row.

    PROPOSE: a second object like the one known by `key`, with `cells` instead.
    """

    action: str
    key: Key
    table: str
    cells: Mapping[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True)
class Decision:
    """What is to be done, as one undo step: edits, cells of `konflikt` by konflikt_id, and rows of the log."""

    edits: tuple[DecisionEdit, ...]
    conflicts: Mapping[str, Mapping[str, Cell]]
    log: tuple[Mapping[str, Cell], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What somebody has chosen. `value`: the new value when it is EDITED. `moment`: ISO 8601 UTC."""

    choice: str
    who: str = ""
    reason: str = ""
    moment: str = ""
    value: Cell = None


def conflict_of(row: Mapping[str, object]) -> OpenConflict:
    """A row of `konflikt`, read."""
    texts = {name: "" if value is None else str(value) for name, value in row.items()}
    values, readable = list[Cell | Row](), True
    for name in ("bas_varde", "ena_varde", "andra_varde"):
        try:
            values.append(from_canonical(texts.get(name) or "null"))
        except ValueError:
            values.append(None)
            readable = False
    key = row_key({"objekt_id": "", **texts})
    sides = [
        Side(*(texts.get(f"{one}_{name}", "") for name in ("kopia_id", "grupp_id", "vem", "tid")))
        for one in ("ena", "andra")
    ]
    kind, column = texts.get("slag") or VALUES, texts.get("kolumn", "")
    whole = not column
    readable = readable and all(value is None or isinstance(value, Mapping) == whole for value in values)
    return OpenConflict(
        texts["konflikt_id"],
        key,
        texts["tabell"],
        column,
        kind,
        base=values[0],
        one=values[1],
        other=values[2],
        one_side=sides[0],
        other_side=sides[1],
        status=texts.get("status", OPEN),
        merge_id=texts.get("handelse_id", ""),
        readable=readable,
    )


def choices(conflict: OpenConflict, current: Row | None) -> tuple[str, ...]:
    """What can be chosen, in the order it is offered. `current`: the row as it stands now; None: it is not there."""
    if current is None or not conflict.readable:
        return (KEEP,)
    found = [ONE, OTHER]
    if _differs_from_both(conflict, current):
        found.append(KEEP)
    proposable = conflict.key.kind == OBJECT and conflict.kind in (VALUES, OTHER_KIND, SAME_OBJECT)
    if (proposable and conflict.column not in ("bild_id", "ursprung_id")) or keeps_both_files(conflict):
        found.append(BOTH)
    if conflict.column and all(isinstance(one, str) or one is None for one in (conflict.one, conflict.other)):
        found.append(EDITED)
    return tuple(found)


def keeps_both_files(conflict: OpenConflict) -> bool:
    """Whether both are files that can lie beside each other, the second under a name of its own: logos, layouts."""
    if conflict.key.kind != ATTACHMENTS.name or not all(
        isinstance(each, bytes) for each in (conflict.one, conflict.other)
    ):
        return False
    return attachment_of(conflict.key)[0] in (LOGO, LAYOUT)


def attachment_of(key: Key) -> tuple[str, str]:
    """Kind and name of the attachment that is known by `key`."""
    try:
        slag, namn = json.loads(key.rad_id)
    except ValueError:
        return "", key.rad_id
    return str(slag), str(namn)


def _differs_from_both(conflict: OpenConflict, current: Row) -> bool:
    """Whether what stands in the file now is neither side's."""
    if conflict.column:
        return current.get(conflict.column) not in (conflict.one, conflict.other)
    return not any(
        isinstance(row, Mapping)
        and all(current.get(name) == row.get(name) for name in {*_columns_of(conflict, row), LAYER} & {*row})
        for row in (conflict.one, conflict.other)
    )


def decide(
    conflict: OpenConflict,
    answer: Answer,
    current: Row | None,
    sentence: str = "",
    new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
    name: str = "",
    unasked: bool = False,
) -> Decision:
    """What `answer` does. `sentence`: the conflict in words, for the log, `name` what is chosen.

    `unasked`: it is decided by the answer to another about the same, and may be what is not offered for it alone.
    Raises StoreError.
    """
    if not unasked and answer.choice not in choices(conflict, current):
        raise StoreError(tr("Det går inte att välja så längre, för raden är en annan. Välj något av det som visas."))
    edits = _edits(conflict, answer, current) if current is not None else ()
    cells: dict[str, Cell] = {
        "status": DECIDED,
        "val": answer.choice,
        "beslut": canonical(_decided_value(conflict, answer, current)),
        "skal": answer.reason.strip() or None,
        "beslut_av": answer.who or None,
        "beslut_tid": answer.moment or None,
    }
    parts = [sentence, tr("Valt: {val}").format(val=name) if name else "", answer.reason.strip()]
    log: dict[str, Cell] = {
        "logg_id": new_id(),
        "tid": answer.moment,
        "vem": answer.who or None,
        "vad": DECISION,
        "objekt_id": conflict.key.rad_id if conflict.key.kind == OBJECT else None,
        "detalj": " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part) or None,
        "handelse_id": conflict.merge_id or None,
    }
    return Decision(edits, {conflict.konflikt_id: cells}, (log,))


def postpone(conflict: OpenConflict) -> Decision:
    """It is left for later: it comes last, and waits still."""
    return Decision((), {conflict.konflikt_id: {"status": POSTPONED}})


def together(decisions: Iterable[Decision]) -> Decision:
    """Several as one."""
    edits, conflicts, log = list[DecisionEdit](), dict[str, Mapping[str, Cell]](), list[Mapping[str, Cell]]()
    for one in decisions:
        edits += one.edits
        conflicts.update(one.conflicts)
        log += one.log
    return Decision(tuple(edits), conflicts, tuple(log))


def likeness(conflict: OpenConflict) -> tuple[object, ...]:
    """What is the same of conflicts that one answer fits: the same groups, all of them, have done the same."""
    one, other = conflict.one_side, conflict.other_side
    done = [
        tuple(_columns_of(conflict, row)) if isinstance(row, Mapping) else None
        for row in (conflict.one, conflict.other)
        if not conflict.column
    ]
    return (
        *(conflict.kind, conflict.column, conflict.key.kind),
        *(one.kopia_id or one.vem, other.kopia_id or other.vem),
        *(one.vem, other.vem, *done),
    )


def _decided_value(conflict: OpenConflict, answer: Answer, current: Row | None) -> Cell | Row:
    if answer.choice in (ONE, OTHER):
        return conflict.value(answer.choice)
    if answer.choice == EDITED:
        return answer.value
    if answer.choice == BOTH or current is None:
        return None
    return current.get(conflict.column) if conflict.column else None


def _edits(conflict: OpenConflict, answer: Answer, current: Row) -> tuple[DecisionEdit, ...]:
    choice = answer.choice
    if choice == KEEP:
        return ()
    if choice == EDITED:
        return _change(conflict, current, {conflict.column: answer.value})
    if choice == BOTH:
        return (*_of_side(conflict, ONE, current), _proposal(conflict, current))
    return _of_side(conflict, choice, current)


def _of_side(conflict: OpenConflict, choice: str, current: Row) -> tuple[DecisionEdit, ...]:
    """What makes the row as one side has it."""
    value = conflict.value(choice)
    if conflict.column:
        cells = {conflict.column: cell_of(value)}
        if conflict.key.kind in _ASSESSED_BY and conflict.side(choice).vem:
            cells["grupp"] = conflict.side(choice).vem
        return _change(conflict, current, cells)
    if not isinstance(value, Mapping):
        return (DecisionEdit(DELETE, conflict.key, _table(conflict, current)),)
    if conflict.key.kind == OBJECT and value.get(LAYER) not in (None, current.get(LAYER)):
        whole = {**_content(current), **_content(value)}
        return (DecisionEdit(MOVE, conflict.key, str(value[LAYER]), whole),)
    return _change(conflict, current, {name: value.get(name) for name in _columns_of(conflict, value)})


def _columns_of(conflict: OpenConflict, row: Row) -> list[str]:
    """The columns that a side's row decides: what it has changed; where all of it counts, what anybody has."""
    base = conflict.base if isinstance(conflict.base, Mapping) else {}
    rows: Sequence[Cell | Row] = (row,)
    if conflict.kind in (SAME_OBJECT, OTHER_KIND):
        rows = (conflict.one, conflict.other)
    changed = {
        name
        for each in rows
        if isinstance(each, Mapping)
        for name in each
        if name not in _NO_CONTENT and each.get(name) != base.get(name)
    }
    return sorted(changed)


def _change(conflict: OpenConflict, current: Row, cells: Mapping[str, Cell]) -> tuple[DecisionEdit, ...]:
    new = {name: value for name, value in cells.items() if current.get(name) != value}
    return (DecisionEdit(CHANGE, conflict.key, _table(conflict, current), new),) if new else ()


def _proposal(conflict: OpenConflict, current: Row) -> DecisionEdit:
    """The second object: as the row stands, with what the other says, under a name that tells whose it is."""
    value, vem = conflict.other, conflict.other_side.vem
    if keeps_both_files(conflict):
        return DecisionEdit(PROPOSE, conflict.key, conflict.table, _second_file(conflict.key, cell_of(value), vem))
    table, cells = _table(conflict, current), dict[str, Cell]()
    if conflict.column:
        cells[conflict.column] = cell_of(value)
    elif isinstance(value, Mapping):
        table = str(value.get(LAYER) or table)
        whole = conflict.kind == OTHER_KIND  # the first may go to another table now
        cells = _content(value) if whole else {name: value.get(name) for name in _columns_of(conflict, value)}
    name = cells.get("namn", current.get("namn"))
    mark = vem or tr("förslag 2")
    cells["namn"] = f"{name} ({mark})" if isinstance(name, str) and name else mark
    cells["ursprung_id"] = conflict.key.rad_id
    if vem:
        cells["grupp"] = vem
    return DecisionEdit(PROPOSE, conflict.key, table, cells)


def _second_file(key: Key, content: Cell, vem: str) -> dict[str, Cell]:
    """The other's file, under a name that tells whose it is: 'logga-bord-2.svg'."""
    slag, namn = attachment_of(key)
    stem, dot, ending = namn.rpartition(".")
    plain = unicodedata.normalize("NFKD", vem).encode("ascii", "ignore").decode("ascii").lower()
    mark = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:20] or "2"
    return {"slag": slag, "namn": f"{stem[:50]}-{mark}{dot}{ending}", "innehall": content}


def _content(row: Row) -> dict[str, Cell]:
    return {name: value for name, value in row.items() if name not in _NO_CONTENT}


def _table(conflict: OpenConflict, current: Row) -> str:
    return str(current.get(LAYER) or conflict.table)


def moves_on_map(conflict: OpenConflict) -> bool:
    """Whether the sides draw it in different places."""
    if conflict.column:
        return conflict.column == GEOMETRY
    return len({canonical(shape_of(each)) for each in (conflict.one, conflict.other)}) > 1


def shape_of(value: Cell | Row) -> bytes | None:
    """The shape (WKB) in a value or a row of a conflict."""
    found = value.get(GEOMETRY) if isinstance(value, Mapping) else value
    return found if isinstance(found, bytes) else None
