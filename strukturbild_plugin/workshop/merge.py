"""Copies of a strukturbild become one: a new file, made of the main one, in which everybody's lines are.

What the copies become together is reckoned from the base and the changes of all of them, those merged earlier too
(merge_rows). What has been done in the main file since is then merged with that; where they clash the main file's own
stays, and the conflict says so. The files that go in are only read.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..errors import Cancelled, StoreError, StrukturbildError
from ..feedback import Feedback, Silent, stop_if_cancelled
from ..i18n import tr
from ..store.create.create import with_ending
from ..store.gpkg.connection import now
from ..store.gpkg.error_messages import damaged, explaining
from ..store.gpkg.file_copy import built_beside, discard, refuse_existing, same_file
from ..store.gpkg.reader import reading
from ..store.qgis_project.embedded_project import repair_project, write_project
from ..store.qgis_project.form_upgrade import renew_forms
from ..store.schema.tables import HEAD
from ..store.writing.transaction import writing
from ..store.writing.upgrade import copy_upgraded, renew_styles_and_project
from .apply_rows import write_rows
from .base_file import PackedBase, base_connection, carries_base, carry_base
from .conflicts import decided_cells, deterministic_id
from .copies import CopyReport, ReadCopies, read_copies
from .copy_files.bad_rows import unfit_text
from .copy_files.copy_texts import ODD_CELLS
from .copy_files.head_changes import head_changes, missing_groups
from .merge_log import changed_objects, whose, write_conflicts, write_log
from .merge_outcome import merge_outcome
from .merged_tables import AUDIT_COLUMNS, NOT_IN_PROJECT, OBJECT, merged_tables, widest
from .participants import Participant, identity_of, keep_participant, merged_participants
from .row_changes import StoredBase, changes_since

_NO_FEEDBACK = Silent()


@dataclass(frozen=True)
class MergeReport:
    """What a merge did."""

    path: Path
    copies: tuple[CopyReport, ...]
    changed: int
    """Rows that are not as they were in the main file."""
    conflicts: int
    """New questions: conflicts of one kind about the same column of a row are one."""
    waiting: int
    """All questions that wait in the new file."""
    objects: int = 0
    """Drawn objects that are not as they were, beside who changed them and when."""
    head: tuple[str, ...] = ()
    """A sentence for each fact of the strukturbild itself that is another: its title, its purpose."""
    missing: tuple[str, ...] = ()
    """Groups of the workshop that have not handed in."""
    others: int = 0
    """Rows of other tables than the objects' that are not as they were."""


def merge_copies(
    main: Path,
    copies: Sequence[Path],
    target: Path,
    base: Path | None = None,
    strict: bool = False,
    who: str = "",
    feedback: Feedback = _NO_FEEDBACK,
    overwrite: bool = False,
    revisions: bool = False,
) -> MergeReport:
    """Merge `copies` into what is saved in `main`, as the new file `target` (ending .gpkg).

    `base`: the file that plain copies were made of, for those that do not say what they began with. `strict`: that two
    have changed the same object is a question, whatever they changed. `revisions`: copies too that somebody has made
    a strukturbild of their own of ("Spara som…"), as far as they were drawn in. A copy that cannot be read is named
    in the report, and the others are merged. Raises StoreError; then nothing is at `target` that was not there.
    """
    main, target = Path(main), with_ending(target)
    for path in (main, *copies, *([] if base is None else [base])):
        if same_file(path, target):
            raise StoreError(
                tr("{path} är en av filerna som slås ihop. Välj ett annat namn för den nya.").format(path=target)
            )
    if not overwrite:
        refuse_existing(target)
    elif os.path.isfile(target):
        _refuse_group_copy(target)
    with explaining(target), built_beside(target) as temporary, contextlib.ExitStack() as stack:
        _copy_main(main, temporary, target)
        feedback.setProgress(10)
        found = read_copies(temporary, main, copies, base, stack, feedback, revisions)
        stop_if_cancelled(feedback)
        feedback.setProgress(60)
        build = _Build(main, temporary, target, strict, who, feedback)
        try:
            totals = build.merge(found)
        except Cancelled:
            raise
        except _UNFIT as error:
            found = build.without_unfit(found, error)
            totals = build.anew(found)
        feedback.setProgress(90)
        stop_if_cancelled(feedback)
        waiting, missing = _left(temporary)
        if not overwrite:
            refuse_existing(target)
    feedback.setProgress(100)
    return MergeReport(
        target,
        found.reports,
        totals.changed,
        totals.conflicts,
        waiting,
        len(totals.objects),
        tuple(totals.head),
        tuple(missing),
        totals.others,
    )


def _refuse_group_copy(target: Path) -> None:
    """Raise StoreError when a group's file would be replaced, whether or not it is among those that are merged."""
    identity = None
    with contextlib.suppress(StrukturbildError, *ODD_CELLS), reading(target) as db:
        identity = identity_of(db.connection)
    if identity is not None:
        text = tr("{path} är en grupps kopia ({vem}) och skrivs inte över. Välj ett annat namn för den nya.")
        raise StoreError(text.format(path=target, vem=identity.namn or target.stem))


_UNFIT = (StrukturbildError, sqlite3.Error, LookupError, TypeError, ValueError, OverflowError)
"""What a file that cannot be merged may raise, beside what the disk does."""


def _copy_main(main: Path, temporary: Path, target: Path) -> None:
    if copy_upgraded(main, temporary):
        renew_styles_and_project(temporary, target.name)
    renew_forms(temporary)


@dataclass
class _Totals:
    changed: int = 0
    conflicts: int = 0
    kept: int = 0
    restyled: bool = False
    """Whether something has changed that the project in the file is made of."""
    objects: set[str] = field(default_factory=set)
    others: int = 0
    head: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Build:
    """The result while it is made, in `temporary`."""

    main: Path
    temporary: Path
    target: Path
    strict: bool
    who: str
    feedback: Feedback

    def merge(self, found: ReadCopies) -> _Totals:
        """Merge what was read into the copy of the main file."""
        totals = _Totals()
        for packed in found.bases:
            _merge_base(self.temporary, packed, found, self.strict, self.who, totals)
            stop_if_cancelled(self.feedback)
        if totals.restyled or not repair_project(self.temporary, self.target.name):
            write_project(self.temporary, self.target.name)
        return totals

    def anew(self, found: ReadCopies) -> _Totals:
        """The same, from the start."""
        discard(self.temporary)
        _copy_main(self.main, self.temporary, self.target)
        return self.merge(found)

    def without_unfit(self, found: ReadCopies, error: Exception) -> ReadCopies:
        """What was read without the copies that cannot be merged; raises `error` when the main file is to blame."""
        everybody = [one.identity.kopia_id for one in found.participants]
        left_out = dict.fromkeys(everybody, "")
        try:
            self.anew(found.without(left_out))
        except _UNFIT:
            raise error from None
        for kopia_id in everybody:  # each beside those that can be merged
            del left_out[kopia_id]
            try:
                self.anew(found.without(left_out))
            except Cancelled:
                raise
            except _UNFIT:
                left_out[kopia_id] = unfit_text()
        return found.without(left_out)


def _merge_base(file: Path, packed: PackedBase, found: ReadCopies, strict: bool, who: str, totals: _Totals) -> None:
    """Merge into `file` the copies that began with one base."""
    with reading(file) as db:
        known = [one for one in merged_participants(db.connection, file) if one.identity.bas_id == packed.bas_id]
        catalogue, decided = db.catalogue(), decided_cells(db.connection)
    added = [one for one in found.participants if one.identity.bas_id == packed.bas_id]
    added = [one for one in added if all(_is_news(one, each) for each in known)]
    if not added:
        return
    news = {one.identity.kopia_id for one in added}
    after = sorted([*(one for one in known if one.identity.kopia_id not in news), *added], key=lambda one: one.sort_key)
    tables = merged_tables(widest(catalogue, found.catalogues))
    path = found.base_files[packed.bas_id]
    with contextlib.closing(base_connection(path)) as connection:
        rows = StoredBase(connection, tables)
        with reading(file) as db:
            ours, before = changes_since(db.connection, tables, path, file, audit_too=AUDIT_COLUMNS)
        rows.keep(before)
        try:
            merged = sorted(known, key=lambda one: one.sort_key)
            outcome = merge_outcome(tables, rows, ours, merged, after, strict, decided)
        except (LookupError, TypeError, ValueError) as error:  # rows that no strukturbild can have
            raise StoreError(damaged(file)) from error
    moment = now()
    merge_id = deterministic_id(packed.bas_id, *(one.digest for one in after))
    with writing(file, who) as db:
        if not carries_base(db.connection, packed.bas_id):
            carry_base(db.connection, packed)
        totals.changed += write_rows(db, outcome.writes)
        totals.restyled |= any(one.key.kind not in NOT_IN_PROJECT for one in outcome.writes)
        totals.objects |= changed_objects(outcome)
        totals.others += sum(one.key.kind != OBJECT for one in outcome.writes)
        totals.head += head_changes(outcome.writes, tables.by_name[HEAD.name], partial(whose, outcome))
        totals.conflicts += write_conflicts(db, packed.bas_id, outcome, merge_id, moment)
        write_log(db, outcome, merge_id, moment)
        for one in added:
            keep_participant(db.connection, one, moment)
        totals.kept += len(added)


def _is_news(one: Participant, known: Participant) -> bool:
    return one.identity.kopia_id != known.identity.kopia_id or one.digest != known.digest


def _left(file: Path) -> tuple[int, list[str]]:
    """How many questions wait in a merged file, and which groups have not handed in."""
    with reading(file) as db:
        return db.waiting_conflicts(), missing_groups(db.connection)
