"""Reading the files that are to be merged: each becomes what it has changed since its base, or a sentence about it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ..catalogue.model import Catalogue
from ..errors import Cancelled, StrukturbildError
from ..feedback import Feedback, stop_if_cancelled
from ..i18n import tr
from ..store.gpkg.error_messages import explaining
from ..store.gpkg.file_copy import same_file
from ..store.gpkg.reader import Reader, reading
from .base_file import PackedBase, base_connection, carried_base, unpacked
from .conflicts import deterministic_id
from .copy_files import copy_texts
from .copy_files.bad_rows import unreadable_text, without_bad_attachments
from .copy_files.file_state import file_notes, read_unchanged
from .copy_files.given_base import read_given_base, refuse_later_base
from .copy_files.reference_system import refuse_other_system
from .copy_files.revision_copy import changes_drawn, copy_it_was, is_revision_of, unnamed_copy, with_left_behind
from .copy_files.twice import told_apart
from .freezing import late_sentence, workshops_in
from .lineage import (
    COUNTED,
    NEWER,
    OLDER,
    PARTED,
    SAME,
    Relation,
    fid_in,
    parted,
    relation,
    rivals,
    row_numbers,
    with_fids,
)
from .merged_tables import Key, MergedTables, Row, merged_tables, widest
from .participants import (
    CopyIdentity,
    Participant,
    digest_of,
    identity_of,
    last_change,
    merged_participants,
    names_of,
)
from .row_changes import StoredBase, changes_since
from .this_version import of_this_version

MERGED, KNOWN, LEFT_OUT = "sammanslagen", "redan", "utelamnad"
"""What became of a file: it is in the result; it was there already; it is not, and the sentence says why."""

_SYNCED = re.compile(r"\(\d+\)|konfliktkopia|conflicted copy|conflict copy|-conflict-|sync-conflict", re.IGNORECASE)


@dataclass(frozen=True)
class CopyReport:
    """What became of one file."""

    path: Path
    state: str
    who: str = ""
    sentences: tuple[str, ...] = ()
    changed: int = 0
    """Rows it has changed, added or deleted since its base."""


@dataclass
class ReadCopies:
    """All files that could be read."""

    participants: list[Participant] = field(default_factory=list)
    bases: list[PackedBase] = field(default_factory=list)
    catalogues: list[Catalogue] = field(default_factory=list)
    base_files: dict[str, Path] = field(default_factory=dict)
    """The bases unpacked, by their identity, for as long as the stack is open."""
    reports: tuple[CopyReport, ...] = ()
    paths: dict[str, Path] = field(default_factory=dict)
    """The files of the participants, by kopia_id."""

    def without(self, left_out: Mapping[str, str]) -> ReadCopies:
        """Without some of the participants, by kopia_id with the sentence that says why."""
        told = {self.paths[kopia_id]: text for kopia_id, text in left_out.items()}
        reports = (
            replace(one, state=LEFT_OUT, sentences=(told[one.path],)) if one.path in told else one
            for one in self.reports
        )
        kept = [one for one in self.participants if one.identity.kopia_id not in left_out]
        return replace(self, participants=kept, reports=tuple(reports))


@dataclass(frozen=True)
class _Read:
    """One file that was read."""

    participant: Participant
    base: PackedBase
    catalogue: Catalogue
    path: Path
    """The file that was read; an upgraded copy of an older one."""
    notes: tuple[str, ...]
    revision: bool = False


class _LeftOut(Exception):
    """A file is not merged; the sentence says why, and what to do."""


def read_copies(
    result: Path,
    main: Path,
    copies: Sequence[Path],
    base: Path | None,
    stack: contextlib.ExitStack,
    feedback: Feedback,
    revisions: bool = False,
) -> ReadCopies:
    """Read `copies` of what is now in `result`, a copy of `main`. `stack` closes what has to stay open until then.

    `revisions`: those too that became strukturbilder of their own.
    """
    reader = _CopyReader(result, main, base, stack, revisions)
    found = ReadCopies(base_files=reader.base_files)
    reports: dict[Path, CopyReport] = {}
    read: list[tuple[Path, _Read]] = []
    for number, path in enumerate(dict.fromkeys(map(Path, copies)), start=1):
        stop_if_cancelled(feedback)
        try:
            with explaining(path):
                one = reader.read(path)
        except _LeftOut as error:
            reports[path] = CopyReport(path, LEFT_OUT, sentences=(str(error),))
        except Cancelled:
            raise
        except (StrukturbildError, *copy_texts.ODD_CELLS) as error:
            reports[path] = CopyReport(path, LEFT_OUT, sentences=(copy_texts.copy_trouble(error, path),))
        else:
            read.append((path, one))
        feedback.setProgress(10 + 50 * number / max(len(copies), 1))
    known = {one.identity.kopia_id: one for one in reader.merged}
    for path, one in sorted(read, key=lambda each: (each[1].participant.last_change, each[1].participant.digest)):
        try:
            reports.update(_take(path, one, known, found, reader.relations(one, known)))
        except (StrukturbildError, *copy_texts.ODD_CELLS) as error:
            reports[path] = CopyReport(path, LEFT_OUT, sentences=(copy_texts.copy_trouble(error, path),))
    listed = tuple(reports[path] for path in dict.fromkeys(map(Path, copies)))
    return replace(found, reports=listed)


Relations = Sequence["tuple[Participant, Relation]"]


def _take(
    path: Path, one: _Read, known: dict[str, Participant], found: ReadCopies, relations: Relations
) -> dict[Path, CopyReport]:
    """Put one file that was read among those to merge, or say why it is there already.

    `relations`: how it relates to those that are known of its copy.
    """
    participant, notes = one.participant, list(one.notes)
    if one.revision and relations:
        participant = with_left_behind(participant, relations[0][0])
    who, count = names_of([participant]), len(participant.changes)
    hows = {how.how: (there, how) for there, how in reversed(relations)}
    replaced: dict[Path, CopyReport] = {}
    if SAME in hows:
        return {path: CopyReport(path, KNOWN, who, (tr("Inget är ändrat i den sedan dess."),), count)}
    if OLDER in hows:
        return {path: CopyReport(path, KNOWN, who, (_later_is_in(hows[OLDER][0].file_name),), count)}
    if NEWER in hows:
        there, how = hows[NEWER]
        participant = participant.known_as(there.identity)
        notes += [_undone(there.file_name)] if how.undone else []
        before = found.paths.get(there.identity.kopia_id)
        if before is not None:  # taken just now, from another of the files
            sentences = (_later_is_in(path.name),)
            replaced[before] = CopyReport(before, KNOWN, who, sentences, len(there.changes))
    elif PARTED in hows:
        participant = parted(participant)
        sentence = tr(
            "Två olika filer är samma kopia ({vem}), och i båda finns sådant som den andra saknar. Båda är "
            "med, som om de vore två grupper. Fråga gruppen vilken som gäller där de skiljer sig åt."
        )
        notes.append(sentence.format(vem=who))
    elif _SYNCED.search(path.stem):
        notes.append(tr("Namnet tyder på att en synkroniserad mapp har gjort en extra kopia. Den är med."))
    known[participant.identity.kopia_id] = participant
    found.participants = [
        each for each in found.participants if each.identity.kopia_id != participant.identity.kopia_id
    ]
    found.participants.append(participant)
    found.paths[participant.identity.kopia_id] = path
    found.catalogues.append(one.catalogue)
    if all(each.bas_id != one.base.bas_id for each in found.bases):
        found.bases.append(one.base)
        found.bases.sort(key=lambda each: each.bas_id)
    return {**replaced, path: CopyReport(path, MERGED, who, tuple(notes), count)}


def _later_is_in(name: str) -> str:
    return tr("Den finns med i ett senare läge ({fil}). Det äldre läget är inte med.").format(fil=name)


def _undone(name: str) -> str:
    return tr(
        "Gäller i stället för ett tidigare läge ({fil}). Något som var ändrat där är inte ändrat i den här."
    ).format(fil=name)


class _CopyReader:
    """Reads one file after another."""

    def __init__(
        self, result: Path, main: Path, base: Path | None, stack: contextlib.ExitStack, revisions: bool
    ) -> None:
        self._result, self._main, self._stack, self._revisions = result, main, stack, revisions
        with reading(result) as db:
            self._head, self._catalogue = db.head(), db.catalogue()
            self.merged = merged_participants(db.connection, result)
            self._workshops = {one.workshop_id: one for one in workshops_in(db.connection)}
            self._editions = {(one.nummer, one.fingeravtryck) for one in db.editions()}
            own = identity_of(db.connection)
            self._own_id = own.kopia_id if own is not None else ""
            wanted = {one.identity.bas_id for one in self.merged} | ({own.bas_id} if own is not None else set())
            carried = (carried_base(db.connection, bas_id) for bas_id in sorted(wanted))
            self._bases = {one.bas_id: one for one in carried if one is not None}
        self.base_files: dict[str, Path] = {}
        self._given = read_given_base(base, self._head.strukturbild_id, stack) if base is not None else None

    def read(self, path: Path) -> _Read:
        """What a file has changed. Raises _LeftOut and StrukturbildError."""
        known = set(self._bases)

        def forget() -> None:
            for bas_id in set(self._bases) - known:  # the next file may carry it whole
                del self._bases[bas_id]
                self.base_files.pop(bas_id, None)

        return read_unchanged(path, partial(self._read, path), forget)

    def _read(self, path: Path) -> _Read:
        if same_file(path, self._main):
            raise _LeftOut(tr("Är huvudfilen själv. Den är redan med."))
        notes = file_notes(path)
        path_read = of_this_version(path, self._stack)
        with reading(path_read) as db:
            revision = self._is_revision(db)
            catalogue = db.catalogue()
            catalogue = self._catalogue if catalogue == self._catalogue else catalogue  # one for all that have the same
            identity, base = self._revision_origin(db, path) if revision else self._origin(db, path)
            tables = merged_tables(widest(self._catalogue, [catalogue]))
            refuse_other_system(db.connection, tables)
            participant, left_out = self._changes(db, tables, identity, base, path, revision)
            notes += [*([copy_texts.revision_taken()] if revision else []), *left_out]
            within = merged_participants(db.connection, path)
            notes += [copy_texts.has_been_merged(names_of(within))] if within else []
            notes += self._edition_notes(db)
        workshop = self._workshops.get(identity.workshop_id)
        late = late_sentence(workshop, participant.last_change) if workshop is not None else ""
        notes += [late] if late else []
        return _Read(participant, base, catalogue, path_read, tuple(notes), revision)

    def relations(self, one: _Read, known: Mapping[str, Participant]) -> Relations:
        """How a file relates to each of those that are known of its copy. Raises StoreError."""
        there = rivals(known.values(), one.participant.identity)
        if not there:
            return ()
        tables = merged_tables(widest(self._catalogue, [one.catalogue]))
        with contextlib.closing(base_connection(self.base_files[one.base.bas_id])) as connection:
            rows = StoredBase(connection, tables)
            found = list[tuple[Participant, Relation]]()
            for each in there:
                participant = with_left_behind(one.participant, each) if one.revision else one.participant
                found.append((each, relation(each, participant, rows, partial(_fid_in, one.path, tables, rows))))
        return found

    def _is_revision(self, db: Reader) -> bool:
        """Whether it became a strukturbild of its own, and is to be merged all the same. Raises _LeftOut."""
        head = db.head()
        if head.strukturbild_id == self._head.strukturbild_id:
            return False
        if not is_revision_of(db, self._head.strukturbild_id):
            raise _LeftOut(copy_texts.other_strukturbild(head.titel, self._head.titel))
        if not self._revisions:
            raise _LeftOut(copy_texts.revision_left_out(head.titel))
        return True

    def _revision_origin(self, db: Reader, path: Path) -> tuple[CopyIdentity, PackedBase]:
        """Whose copy a file was that became a strukturbild of its own, and what it began with."""
        with reading(self._result) as main:
            identity = copy_it_was(db, main.connection)
            latest = [one.bas_id for one in workshops_in(main.connection) if one.bas_id]
            wanted = [identity.bas_id] if identity is not None else latest[::-1]
            carried = (carried_base(main.connection, bas_id) for bas_id in wanted)
            own = self._given.packed if self._given is not None else None
            base = own or next((one for one in carried if one is not None), None)
        if base is None:
            raise _LeftOut(_no_base())
        base = self._bases.setdefault(base.bas_id, base)
        if identity is None or identity.bas_id != base.bas_id:
            identity = unnamed_copy(db.head().strukturbild_id, base.bas_id, path.stem)
        return identity, base

    def _origin(self, db: Reader, path: Path) -> tuple[CopyIdentity, PackedBase]:
        """Whose copy it is, and what it began with."""
        identity = identity_of(db.connection)
        if identity is not None and identity.kopia_id != self._own_id:
            base = self._bases.get(identity.bas_id) or carried_base(db.connection, identity.bas_id)
            if base is not None:
                self._bases[identity.bas_id] = base  # the copies of a workshop carry the same, and it is large
                return identity, base
        if identity is None and merged_participants(db.connection, path):
            raise _LeftOut(
                tr(
                    "Är själv en sammanslagen fil. Öppna den och slå ihop kopiorna i den, eller välj gruppernas egna "
                    "filer."
                )
            )
        if self._given is None:
            raise _LeftOut(_no_base())
        base = self._given.packed
        return CopyIdentity(deterministic_id(base.bas_id, path.stem), base.bas_id, namn=path.stem), base

    def _changes(
        self,
        db: Reader,
        tables: MergedTables,
        identity: CopyIdentity,
        base: PackedBase,
        path: Path,
        revision: bool,
    ) -> tuple[Participant, list[str]]:
        if base.bas_id not in self.base_files:
            self.base_files[base.bas_id] = self._stack.enter_context(unpacked(base))
        file = self.base_files[base.bas_id]
        with contextlib.closing(base_connection(file)) as connection:
            rows = StoredBase(connection, tables)
            unreadable: list[Row] = []
            twice = set[Key]()
            changes, before = changes_since(db.connection, tables, file, path, unreadable, COUNTED, twice)
            rows.keep(before)
            changes, told = told_apart(db.connection, tables, changes, twice, rows, identity.kopia_id)
            changes, notes = without_bad_attachments(changes_drawn(changes, rows) if revision else changes)
            changes, numbers = with_fids(db.connection, tables, changes, rows), row_numbers(db.connection, tables)
            if self._given is not None and base is self._given.packed:
                refuse_later_base(self._given, tables, changes, numbers, rows)
        moment = last_change(db.connection)
        participant = Participant(identity, changes, path.name, moment, digest_of(changes), numbers)
        return participant, [*notes, *told, *unreadable_text(unreadable)]

    def _edition_notes(self, db: Reader) -> list[str]:
        new = [one.nummer for one in db.editions() if (one.nummer, one.fingeravtryck) not in self._editions]
        if not new:
            return []
        return [
            tr("Har egna utgåvor ({nummer}). De hör till den filen och följer inte med; det som ritats är med.").format(
                nummer=", ".join(map(str, new))
            )
        ]


def _no_base() -> str:
    return tr(
        "Saknar uppgift om utgångsläget, så det går inte att se vad som ändrats i den. Ange under ”Kopiorna "
        "gjordes av” den fil som kopian togs från."
    )


def _fid_in(path: Path, tables: MergedTables, base: StoredBase, key: Key) -> int | None:
    with reading(path) as db:
        return fid_in(db.connection, tables, key, base)
