"""The file that plain copies were made of, when it is not that; and what copies began with, when it is damaged."""

from __future__ import annotations

import contextlib
import shutil
import uuid
from pathlib import Path

import pytest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.copies import LEFT_OUT, MERGED
from tests.store.helpers import point, thing
from tests.workshop.helpers import change, content, delete, merged

Started = tuple[Path, tuple[Path, ...]]


def run(path: Path, statement: str, *values: object) -> None:
    with contextlib.closing(connect(path)) as db:
        db.execute(statement, values)


def draw(path: Path, name: str) -> None:
    with writing(path, path.stem) as db:
        db.add_objects([thing("nod", "nod", name, point((420_000.0, 6_590_000.0)))])


def names(path: Path) -> set[str]:
    return {one.namn for one in content(path).objects}


def test_another_strukturbild_is_not_what_copies_were_made_of(started: Started) -> None:
    main, _ = started
    copy, other = (Path(shutil.copy(main, main.with_name(name))) for name in ("kommun.gpkg", "annan.gpkg"))
    run(other, "UPDATE strukturbild SET strukturbild_id = ?, titel = 'En annan'", str(uuid.uuid4()))
    with pytest.raises(StoreError, match="En annan"):
        merged(main, [copy], base=other)


@pytest.mark.parametrize("drawn_in_copy", [0, 1, 2])
def test_a_copy_that_is_older_than_its_base_deletes_nothing(started: Started, drawn_in_copy: int) -> None:
    main, _ = started
    copy = Path(shutil.copy(main, main.with_name("kommun.gpkg")))
    for number in range(drawn_in_copy):
        draw(copy, f"Kommunens {number}")
    draw(main, "Ledarens")
    report = merged(main, [copy], base=main)
    assert [each.state for each in report.copies] == [LEFT_OUT] and "Ledarens" in report.copies[0].sentences[0]
    assert "Ledarens" in names(report.path)


def test_what_a_copy_had_and_deleted_is_deleted(started: Started) -> None:
    main, _ = started
    draw(main, "Kil")
    copy = Path(shutil.copy(main, main.with_name("kommun.gpkg")))
    delete(copy, "Kil")
    draw(copy, "Arvika")
    report = merged(main, [copy], base=main)
    assert "Kil" not in names(report.path) and "Arvika" in names(report.path)


def test_a_damaged_beginning_in_one_copy_is_not_taken_for_the_others(started: Started) -> None:
    main, (one, two, *_) = started
    run(main, "DELETE FROM basrad")
    run(one, "UPDATE basrad SET varden = ?", b"inget")
    change(two, "Karlstad", namn="Solstaden")
    for order in ((one, two), (two, one)):
        report = merged(main, order)
        assert {each.path: each.state for each in report.copies}[two] == MERGED and "Solstaden" in names(report.path)
