"""A copy of a strukturbild under another name: the same one in another place, or a new one for the next revision.

The copy is made beside its place, looked over and put there in one step; the one it is made of is only read.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from ...errors import StoreError
from ...feedback import Feedback, Silent, stop_if_cancelled
from ...i18n import tr
from ..gpkg.connection import dict_rows, now, tables_in
from ..gpkg.error_messages import explaining
from ..gpkg.file_copy import built_beside, refuse_existing, same_file
from ..gpkg.reader import ANCHORING, ORIGIN
from ..gpkg.records import Edition
from ..qgis_project.embedded_project import write_project
from ..qgis_project.form_upgrade import renew_forms
from ..schema.process_tables import WORKING_COPIES
from ..schema.tables import WORKSHOP_TABLES
from ..writing.transaction import Writer, writing
from ..writing.upgrade import copy_upgraded, renew_styles_and_project
from .create import with_ending

SAME, REVISION = "samma", "revidering"
"""Kinds of copies."""

_NO_FEEDBACK = Silent()
TABLES_LEFT_OUT = ("utgava", "rost", *(spec.name for spec in WORKSHOP_TABLES))
"""Tables that say what happened to the one it is made of: editions, votes, workshops. Anchoring stays behind too."""


def copy_strukturbild(
    source: Path,
    target: Path,
    kind: str = REVISION,
    title: str = "",
    who: str = "",
    feedback: Feedback = _NO_FEEDBACK,
    overwrite: bool = False,
) -> Path:
    """Make a copy of what is saved in `source` at `target` (ending .gpkg), and give its path.

    SAME: everything goes along, identity, editions and log too. REVISION: a strukturbild of its own that knows what it
    comes from. Objects keep their identity, so that the two can be compared; the pictures are drafts again, and
    editions, decisions, permission to publish, reference, anchoring and votes stay behind. The log goes along: what was
    done, and why. `title`: its title, '' for the same. The copy of an older file is of this version. Raises StoreError,
    and then nothing is left at `target` that was not there.
    """
    source, target = Path(source), with_ending(target)
    if same_file(source, target):
        raise StoreError(
            tr("En fil kan inte kopieras till sig själv: {path}. Välj ett annat namn.").format(path=source)
        )
    if not overwrite:
        refuse_existing(target)
    feedback.setProgress(10)
    with explaining(target), built_beside(target) as temporary:
        if copy_upgraded(source, temporary):
            renew_styles_and_project(temporary, target.name)
        renew_forms(temporary)
        stop_if_cancelled(feedback)
        feedback.setProgress(40)
        if kind == REVISION or title.strip():
            with writing(temporary, who) as db:
                if kind == REVISION:
                    _begin_anew(db)
                if title.strip():
                    db.set_head(replace(db.head(), titel=title.strip()))
        write_project(temporary, target.name)
        stop_if_cancelled(feedback)
        feedback.setProgress(90)
        if not overwrite:
            refuse_existing(target)
    feedback.setProgress(100)
    return target


def _begin_anew(db: Writer) -> None:
    """A strukturbild of its own, that knows what it comes from."""
    was, editions, copy = db.head(), db.editions(), _own_copy(db)
    for table in TABLES_LEFT_OUT:
        db.empty(table)
    # what hangs on a merge of the old one would be taken for a merge of this one
    db.connection.execute("DELETE FROM logg WHERE vad = ?", (ANCHORING,))
    db.connection.execute("UPDATE logg SET handelse_id = NULL")
    db.touch_tables(["logg"])
    anew = replace(was, strukturbild_id=str(uuid.uuid4()), skapad=now(), diarienummer="")
    db.set_head(replace(anew, spridningstillstand="", spridningstillstand_datum=""))
    db.set_pictures(
        [replace(one, status="utkast", beslutsdatum="", remissomgang=None, ses_over="") for one in db.pictures()]
    )
    noted = db.log(ORIGIN, _origin_text(was.strukturbild_id, editions[-1] if editions else None), aktor=was.titel)
    if copy:  # so that a merge can still tell whose it was
        db.connection.execute("UPDATE logg SET handelse_id = ? WHERE logg_id = ?", (copy, noted))


def _own_copy(db: Writer) -> str:
    """The identity of the file as a group's copy; '' when it is none."""
    if WORKING_COPIES.name not in tables_in(db.connection):
        return ""
    return next((str(row["kopia_id"]) for row in dict_rows(db.connection, WORKING_COPIES.name) if row["denna"]), "")


def _origin_text(strukturbild_id: str, last: Edition | None) -> str:
    """What `rows.origin` reads: id, and number and fingerprint of the last edition if there is one."""
    return strukturbild_id if last is None else f"{strukturbild_id} {last.nummer} {last.fingeravtryck}"
