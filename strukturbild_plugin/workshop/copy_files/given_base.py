"""The file that plain copies were made of, as the user says: is it that?"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...errors import StoreError
from ...i18n import tr
from ...store.gpkg.reader import reading
from ..base_file import PackedBase, packed, write_base
from ..conflicts import deterministic_id
from ..lineage import fid_in
from ..merge_rows import BaseRows
from ..merged_tables import LAYER, MADE_FID, OBJECT, Key, MergedTables, Row, merged_tables
from ..this_version import of_this_version
from .bad_rows import names_of_rows
from .copy_texts import other_origin


@dataclass(frozen=True)
class GivenBase:
    """What the copies began with, and the file it was made from; an upgraded copy of an older one."""

    packed: PackedBase
    path: Path


def read_given_base(base: Path, strukturbild_id: str, stack: contextlib.ExitStack) -> GivenBase:
    """The base that a file chosen by the user makes. Raises StrukturbildError, also for another strukturbild."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="strukturbild-")))
    path = of_this_version(Path(base), stack)
    with reading(path) as db:
        head = db.head()
        if head.strukturbild_id != strukturbild_id:
            raise StoreError(other_origin(Path(base), head.titel))
        write_base(db.connection, merged_tables(db.catalogue()), folder / "bas.sqlite")
    made = packed(folder / "bas.sqlite", "")
    return GivenBase(PackedBase(deterministic_id("bas", made.digest), made.content), path)


def refuse_later_base(
    given: GivenBase,
    tables: MergedTables,
    changes: Mapping[Key, Row | None],
    numbers: Mapping[str, int],
    base: BaseRows,
) -> None:
    """Raise StoreError when the base has objects that the copy never had: they would be taken for deleted in it.

    `changes`: with fids. `numbers`: the last fid that has been given out in each table of the copy. What a file has had
    has a fid that it has given out, and to nothing else.
    """
    never = list(_never_had(given, tables, changes, numbers, base)) if numbers else []
    if never:
        text = tr(
            "Togs innan {antal} objekt ritades i filen under ”Kopiorna gjordes av” ({namn}), och de skulle se "
            "borttagna ut. Ange i stället filen som den var när kopian togs, till exempel ur en säkerhetskopia."
        )
        raise StoreError(text.format(antal=len(never), namn=names_of_rows(never)))


def _never_had(
    given: GivenBase,
    tables: MergedTables,
    changes: Mapping[Key, Row | None],
    numbers: Mapping[str, int],
    base: BaseRows,
) -> Iterator[Row]:
    added = {(row[LAYER], row[MADE_FID]) for row in changes.values() if row is not None and {LAYER, MADE_FID} <= {*row}}
    with reading(given.path) as db:
        for key, row in changes.items():
            before = base.row(key) if key.kind == OBJECT and row is None else None
            fid = fid_in(db.connection, tables, key, base) if before is not None else None
            if before is None or fid is None:
                continue
            if fid > numbers.get(str(before[LAYER]), 0) or (before[LAYER], fid) in added:
                yield before
