"""Two groups have each brought a file of one name along: either can be chosen, and logos be kept both."""

from __future__ import annotations

import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.store.gpkg.attachments import LOGO, TEMPLATE
from strukturbild_plugin.store.gpkg.records import Attachment
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.decisions import BOTH, KEEP, ONE, OTHER, choices
from strukturbild_plugin.workshop.merge import merge_copies
from tests.gui.workshop_review.helpers import choose, reviewed, started_files

ONES, OTHERS = b"<svg xmlns='http://www.w3.org/2000/svg' width='1'/>", b"\x89PNG\r\n\x1a\n\x00\xff"


@lru_cache(maxsize=2)
def _two_once(kind: str, name: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="workshop-prov-"))
    main, one, two, _three = started_files(folder)
    for path, content in ((one, ONES), (two, OTHERS)):
        with writing(path, path.stem) as db:
            db.set_attachment(Attachment(kind, name, content))
    return merge_copies(main, [one, two], folder / "hopslagen.gpkg", who="anna").path


def two_of_one_name(folder: Path, kind: str, name: str) -> Path:
    return Path(shutil.copy(_two_once(kind, name), folder))


@pytest.mark.parametrize(
    "choice, there",
    [
        (ONE, {"logga.svg": ONES}),
        (OTHER, {"logga.svg": OTHERS}),
        (BOTH, {"logga.svg": ONES, "logga-bord-2.svg": OTHERS}),
    ],
)
def test_a_logo_of_one_name_from_two_groups(
    qgis_app: QgsApplication, tmp_path: Path, choice: str, there: dict[str, bytes]
) -> None:
    path = two_of_one_name(tmp_path, LOGO, "logga.svg")
    with reviewed(path) as (session, rows):
        (conflict,) = rows.conflicts()
        assert (conflict.one, conflict.other) == (ONES, OTHERS)
        assert choices(conflict, rows.current(conflict.key)) == (ONE, OTHER, BOTH)
        choose(rows, conflict, choice)
        session.save()
        assert {one.namn: one.innehall for one in read_snapshot(path).attachments} == there


def test_what_a_strukturbild_has_one_of_is_not_kept_twice(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = two_of_one_name(tmp_path, TEMPLATE, "mall.yaml")
    with reviewed(path) as (_session, rows):
        (conflict,) = rows.conflicts()
        assert BOTH not in choices(conflict, rows.current(conflict.key))
        assert KEEP not in choices(conflict, rows.current(conflict.key)), "det som står där är den enas"
