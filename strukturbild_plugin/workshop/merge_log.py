"""What a merge leaves behind in the file: its conflicts, and a line in the log for every object that it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..catalogue.model import Catalogue
from ..i18n import tr
from ..store.gpkg.connection import insert_rows
from ..store.qgis_project.forms import FIXED_NAMES
from ..store.schema.process_tables import CONFLICTS, LOG
from ..store.schema.tables import GEOMETRY
from ..store.writing.writer import Writer
from .apply_rows import MergedWrite
from .conflicts import OPEN, OUTDATED, POSTPONED, Side, conflict_id, conflict_row, deterministic_id
from .line_ties import tied_nodes
from .merge_outcome import MergeOutcome
from .merged_tables import AUDIT_COLUMNS, LAYER, MADE_FID, OBJECT, Cell, Key, Row
from .participants import Participant, names_of
from .row_merge import Conflict

MERGE = "sammanslagning"
"""What `logg.vad` says in the rows of a merge."""
_SILENT = AUDIT_COLUMNS | {LAYER, MADE_FID}


def write_conflicts(db: Writer, base_id: str, outcome: MergeOutcome, merge_id: str, moment: str) -> int:
    """Add the conflicts that are new, and put away those that a newer copy has withdrawn; gives the new questions."""
    known = {row[0] for row in db.connection.execute(f"SELECT konflikt_id FROM {CONFLICTS.name}")}
    rows: dict[str, dict[str, Cell]] = {}
    for conflict in outcome.copies.conflicts():
        one, other = (_side(outcome.participants, who, conflict) for who in (conflict.ones, conflict.others))
        row = outcome.copies.rows[conflict.key].row
        rows[conflict_id(base_id, conflict)] = conflict_row(base_id, conflict, one, other, merge_id, moment, row)
    current = set(rows)
    among_copies = {(one.key, one.column) for one in outcome.copies.conflicts()}
    for conflict in outcome.with_main.conflicts():
        if (conflict.key, conflict.column) not in among_copies:
            one, other = (_main_side(outcome, who, conflict) for who in (conflict.ones, conflict.others))
            row = outcome.with_main.rows[conflict.key].row
            rows[conflict_id(base_id, conflict)] = conflict_row(base_id, conflict, one, other, merge_id, moment, row)
    new = [row for identity, row in sorted(rows.items()) if identity not in known]
    insert_rows(db.connection, CONFLICTS.name, new)
    gone = {conflict_id(base_id, one) for one in outcome.before.conflicts()} - current
    db.connection.executemany(
        f"UPDATE {CONFLICTS.name} SET status = ? WHERE konflikt_id = ? AND status IN (?, ?)",
        [(OUTDATED, identity, OPEN, POSTPONED) for identity in sorted(gone)],
    )
    db.touch_tables([CONFLICTS.name])
    return len({(row["tabell"], row["rad_id"], row["kolumn"], row["slag"]) for row in new})


def changed_objects(outcome: MergeOutcome) -> set[str]:
    """The objects that are new, gone or different, beside who changed them and when."""
    objects = (one for one in outcome.writes if one.key.kind == OBJECT)
    return {
        one.key.rad_id
        for one in objects
        if one.before is None or one.after is None or _different(one.before, one.after)
    }


def write_log(db: Writer, outcome: MergeOutcome, merge_id: str, moment: str) -> None:
    """One line for every object that is not as it was in the main file: from whom, and what."""
    rows: list[dict[str, Cell]] = []
    by_object: dict[str, list[str]] = {}
    catalogue = db.catalogue()
    for one in outcome.writes:
        if one.before is not None and one.after is not None and not _different(one.before, one.after):
            continue
        if one.key.kind == OBJECT:
            by_object.setdefault(one.key.rad_id, []).append(_object_text(outcome, one, catalogue))
        elif one.key.kind == "objekt_mal":
            row = one.after or one.before or {}
            text = tr("koppling till mål ny") if one.before is None else tr("koppling till mål ändrad")
            by_object.setdefault(str(row.get("objekt_id")), []).append(text)
    for objekt_id, texts in sorted(by_object.items()):
        rows.append(
            {
                "logg_id": deterministic_id(merge_id, "logg", objekt_id),
                "tid": moment,
                "vem": db.who or None,
                "vad": MERGE,
                "objekt_id": objekt_id,
                "detalj": "; ".join(dict.fromkeys(texts)),
                "handelse_id": merge_id,
            }
        )
    known = {row[0] for row in db.connection.execute("SELECT logg_id FROM logg WHERE handelse_id = ?", (merge_id,))}
    insert_rows(db.connection, LOG.name, [row for row in rows if row["logg_id"] not in known])
    db.touch_tables([LOG.name])


def _object_text(outcome: MergeOutcome, one: MergedWrite, catalogue: Catalogue) -> str:
    merged = outcome.copies.rows.get(one.key)
    taken = merged.taken if merged is not None else {}
    whole = taken.get("")
    if one.after is None:
        return tr("{vem}: borttaget").format(vem=_names(outcome, whole or _later_without(outcome, one.key)))
    if one.before is None:
        return tr("{vem}: nytt").format(vem=_names(outcome, whole or _later_without(outcome, one.key)))
    parts: dict[str, list[str]] = {}
    open_columns = {each.column for each in (merged.conflicts if merged is not None else ()) if each.column}
    follows = False
    for column in sorted(_different(one.before, one.after)):
        if column in taken or whole:
            parts.setdefault(_names(outcome, taken.get(column) or whole or ()), []).append(column)
        elif column in open_columns:
            parts.setdefault(tr("väntar på svar"), []).append(column)
        elif column == GEOMETRY and tied_nodes(one.after):
            follows = True
        else:
            parts.setdefault(tr("som det var från början"), []).append(column)
    texts = [f"{who}: {', '.join(_title(catalogue, each) for each in each)}" for who, each in sorted(parts.items())]
    return "; ".join([*texts, *([tr("följer sina noder")] if follows else [])])


def whose(outcome: MergeOutcome, one: MergedWrite, column: str) -> str:
    """Whose a column of a row is that was taken from a copy; '' when of nobody."""
    merged = outcome.copies.rows.get(one.key)
    taken = merged.taken if merged is not None else {}
    return _names(outcome, taken.get(column) or taken.get("") or ())


def _title(catalogue: Catalogue, column: str) -> str:
    """What a column of an object is called."""
    if column == GEOMETRY:
        return tr("läge eller form")
    attribute = catalogue.attribut.get(column)
    if attribute is not None:
        return attribute.namn.sv
    return FIXED_NAMES[column].sv if column in FIXED_NAMES else column


def _later_without(outcome: MergeOutcome, key: Key) -> tuple[int, ...]:
    """The copies whose later file says something else of a row than the file that was merged before."""
    before = {one.identity.kopia_id: one.changes for one in outcome.earlier if key in one.changes}
    return tuple(
        number
        for number, one in enumerate(outcome.participants)
        if one.identity.kopia_id in before
        and (key not in one.changes or one.changes[key] != before[one.identity.kopia_id][key])
    )


def _different(before: Row, after: Row) -> set[str]:
    return {name for name in {*before, *after} - _SILENT if before.get(name) != after.get(name)}


def _names(outcome: MergeOutcome, who: Iterable[int]) -> str:
    return names_of(outcome.participants[number] for number in who)


def _side(participants: Sequence[Participant], who: Sequence[int], conflict: Conflict) -> Side:
    listed = [participants[number] for number in who]
    if not listed:
        return Side("", "", "")
    rows = [row for one in listed if (row := one.changes.get(conflict.key)) is not None]
    moment = max((str(row.get("andrad") or "") for row in rows), default="") or listed[0].last_change
    first = listed[0].identity
    return Side(first.kopia_id, first.grupp_id, names_of(listed), moment)


def _main_side(outcome: MergeOutcome, who: Sequence[int], conflict: Conflict) -> Side:
    """Of a conflict between the copies (0) and the main file (1)."""
    if 1 in who:
        return Side("", "", tr("huvudfilen"))
    merged = outcome.copies.rows.get(conflict.key)
    taken: Mapping[str, tuple[int, ...]] = merged.taken if merged is not None else {}
    behind = taken.get(conflict.column) or taken.get("") or tuple(sorted({n for each in taken.values() for n in each}))
    if not behind:  # a later file of somebody's own no longer has it
        behind = _later_without(outcome, conflict.key)
    return _side(outcome.participants, behind, conflict)
