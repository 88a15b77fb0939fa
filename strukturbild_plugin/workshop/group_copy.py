"""A file that is a group's copy: whose it is, of which workshop, and what the group may do in it."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import OlderFile, StrukturbildError
from ..i18n import tr
from ..store.gpkg.connection import dict_rows, tables_in
from ..store.gpkg.reader import Reader, reading
from ..store.schema.ddl import quoted
from ..store.schema.process_tables import COMMENTS, VOTES, WORKSHOP_GROUPS, WORKSHOPS
from ..store.writing.attachment_writer import LADDER
from ..store.writing.open_check import check_file
from .base_file import base_connection, carried_base, unpacked
from .copy_files.copy_texts import ODD_CELLS, became_revision, copy_trouble
from .copy_files.revision_copy import is_revision_of
from .freezing import local_time
from .merged_tables import Cell, merged_tables
from .participants import CopyIdentity, identity_of
from .start import ADDITIONS, COMMENTS_ONLY, EVERYTHING

_COMMENT_TABLES = frozenset({COMMENTS.name, VOTES.name})
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class KnownRows:
    """The rows of a table that a copy began with, by their key columns."""

    key: tuple[str, ...]
    rows: frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class GroupCopy:
    """What a file that is a group's copy says of itself."""

    identity: CopyIdentity
    workshop: str
    """What the workshop is called."""
    farg: str
    far_andra: str
    fryst: str = ""
    """When the workshop was frozen, ISO 8601 UTC; '' when it is not."""
    fryst_av: str = ""
    base: Mapping[str, KnownRows] = field(default_factory=dict)
    """By table; read only where the group may add and nothing else."""
    samverkansniva: int | None = None
    """The level of cooperation, 1-8, that was chosen for the workshop; None when none was."""

    @property
    def grupp(self) -> str:
        """The group's name: what `grupp` says on what is drawn in the copy."""
        return self.identity.namn

    def may_draw(self) -> bool:
        """Whether anything but comments can be added."""
        return not self.fryst and self.far_andra != COMMENTS_ONLY

    def may_comment(self) -> bool:
        """Whether the group can comment and vote."""
        return not self.fryst

    def sentence(self) -> str:
        """What the group may not do, and the way on; '' when it may do all."""
        if self.fryst:
            sentence = tr("Workshopen frystes {tid}, och kopian kan inte ändras. Be den som leder workshopen om en ny.")
            if self.fryst_av:
                sentence = tr(
                    "Workshopen frystes {tid} av {vem}, och kopian kan inte ändras. Be den som leder workshopen om en "
                    "ny."
                )
            return sentence.format(tid=local_time(self.fryst), vem=self.fryst_av)
        if self.far_andra == COMMENTS_ONLY:
            return tr(
                "I den här kopian kan ni kommentera och rösta, men inte rita. Be den som leder workshopen om en "
                "annan kopia om ni behöver rita."
            )
        if self.far_andra == ADDITIONS:
            return tr(
                "I den här kopian kan ni lägga till nytt och ändra det ni själva har lagt till. Det som fanns från "
                "början ändras inte: rita ett eget förslag i stället, eller lämna en kommentar."
            )
        return ""

    def allows(self, table: str, before: Mapping[str, object] | None) -> bool:
        """Whether a row of `table` may become another. `before`: its columns until now; None when it is new."""
        if self.fryst:
            return False
        if self.far_andra == COMMENTS_ONLY:
            return table in _COMMENT_TABLES
        return self.far_andra != ADDITIONS or before is None or not self._was_there(table, before)

    def _was_there(self, table: str, row: Mapping[str, object]) -> bool:
        known = self.base.get(table)
        return known is None or tuple(_text(row.get(name)) for name in known.key) in known.rows


def group_copy(path: Path) -> GroupCopy | None:
    """What the strukturbild at `path` says of itself as a group's copy; None when it is no copy. Raises StoreError."""
    with reading(path) as db:
        identity = identity_of(db.connection)
        return None if identity is None else _read(db, identity)


def group_colours_in(path: Path) -> dict[str, str]:
    """The colours ('#rrggbb') of the groups of all workshops that the file knows of, by name. Raises StoreError.

    Where two workshops have a group of one name, the later workshop's colour holds.
    """
    with reading(path) as db:
        there = tables_in(db.connection)
        if not {WORKSHOPS.name, WORKSHOP_GROUPS.name} <= there:
            return {}
        times = {row["workshop_id"]: _text(row["tid"]) for row in dict_rows(db.connection, WORKSHOPS.name)}
        rows = dict_rows(db.connection, WORKSHOP_GROUPS.name)
    ordered = sorted(rows, key=lambda row: (times.get(row["workshop_id"], ""), _number(row["ordning"])))
    return {_text(row["namn"]): _text(row["farg"]) for row in ordered if _COLOUR.fullmatch(_text(row["farg"]))}


def tables_for_votes(path: Path) -> tuple[str, ...]:
    """The table of votes, where the file has it. Raises StoreError."""
    with reading(path) as db:
        return (VOTES.name,) if VOTES.name in tables_in(db.connection) else ()


@dataclass(frozen=True)
class CopyLook:
    """What is seen of a file before it is merged."""

    path: Path
    who: str = ""
    """The group; '' when the file does not say."""
    farg: str = ""
    trouble: str = ""
    """Why it cannot be read, or that it is another strukturbild."""
    revision: bool = False
    """Whether it became a strukturbild of its own, and is merged only when that is asked for."""

    @property
    def needs_base(self) -> bool:
        """Whether it does not say what it began with."""
        return not self.who and not self.trouble


def look_at_copy(path: Path, strukturbild_id: str) -> CopyLook:
    """Whose copy of the strukturbild `strukturbild_id` the file is. Never raises: what is wrong is said in it."""
    try:
        with contextlib.suppress(OlderFile):  # it is merged as it is
            check_file(path)
        with reading(path) as db:
            head, identity = db.head(), identity_of(db.connection)
            if head.strukturbild_id != strukturbild_id and is_revision_of(db, strukturbild_id):
                return CopyLook(path, trouble=became_revision(head.titel), revision=True)
            if head.strukturbild_id != strukturbild_id:
                return CopyLook(path, trouble=tr("Är en annan strukturbild: ”{titel}”.").format(titel=head.titel))
            if identity is None:
                return CopyLook(path)
            group = _row(db.connection, WORKSHOP_GROUPS.name, "grupp_id", identity.grupp_id)
            return CopyLook(path, identity.namn or path.stem, _text(group.get("farg")))
    except (StrukturbildError, *ODD_CELLS) as error:
        return CopyLook(path, trouble=copy_trouble(error, path))


def _read(db: Reader, identity: CopyIdentity) -> GroupCopy:
    workshop = _row(db.connection, WORKSHOPS.name, "workshop_id", identity.workshop_id)
    group = _row(db.connection, WORKSHOP_GROUPS.name, "grupp_id", identity.grupp_id)
    allowed = _text(group.get("far_andra")) or _text(workshop.get("far_andra")) or EVERYTHING
    return GroupCopy(
        identity,
        _text(workshop.get("titel")),
        _text(group.get("farg")),
        allowed,
        _text(workshop.get("fryst")),
        _text(workshop.get("fryst_av")),
        _base_rows(db, identity.bas_id) if allowed == ADDITIONS else {},
        _level(workshop.get("samverkansniva")),
    )


def _base_rows(db: Reader, bas_id: str) -> dict[str, KnownRows]:
    base = carried_base(db.connection, bas_id)
    if base is None:
        return {}
    found = {}
    with unpacked(base) as path, contextlib.closing(base_connection(path)) as connection:
        there = tables_in(connection)
        for table in merged_tables(db.catalogue()).tables:
            names = ", ".join(map(quoted, table.key))
            rows = connection.execute(f"SELECT {names} FROM {quoted(table.name)}") if table.name in there else ()
            found[table.name] = KnownRows(table.key, frozenset(tuple(map(_text, row)) for row in rows))
    return found


def _row(connection: sqlite3.Connection, table: str, key: str, value: str) -> Mapping[str, Cell]:
    if not value or table not in tables_in(connection):
        return {}
    return next((row for row in dict_rows(connection, table) if row[key] == value), {})


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _level(value: object) -> int | None:
    return value if isinstance(value, int) and value in LADDER else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
