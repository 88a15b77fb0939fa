"""What the facilitator does with the main file while the groups draw, and what is left of it afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.reader import reading
from strukturbild_plugin.store.gpkg.records import Edition
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.copies import LEFT_OUT, MERGED
from tests.store.helpers import point, thing
from tests.workshop.helpers import change, conflicts, content, merged, named, print_of

Started = tuple[Path, tuple[Path, ...]]
MERGE_ON_A_SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.workshop.merge import merge_copies
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
main, *copies = map(Path, sys.argv[1:])
whole = main.stat().st_size
for room in (1_000, whole // 4, whole // 2, whole - 100_000, whole):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        print("klart", merge_copies(main, copies, main.with_name("hopslagen.gpkg"), overwrite=True).changed)
    except StoreError as error:
        print("FEL", error)
"""


def dangling(path: Path) -> list[tuple[str, str]]:
    """Links to goals or objects that are not there."""
    found = content(path)
    goals, objects = {one.mal_id for one in found.goals}, {one.objekt_id for one in found.objects}
    return [
        (link.objekt_id, link.mal_id)
        for link in found.links
        if link.mal_id not in goals or link.objekt_id not in objects
    ]


def test_goals_that_the_main_file_left_stay_where_a_group_has_linked_to_them(started: Started) -> None:
    main, (one, two, *_) = started
    goal = next(each for each in content(main).goals if each.samling == "rus_orebro" and not each.over_id)
    with writing(one, "Bord 1") as db:
        db.add_links([GoalLink(named(one, "Karlstad").objekt_id, goal.mal_id, 2, "Bord 1 vill det")])
    change(two, "Karlstad", beskrivning="Bord 2 skrev")
    with writing(main, "anna") as db:
        db.remove_goal_set("rus_orebro")
    report = merged(main, (one, two))
    found = content(report.path)
    assert goal.mal_id in {link.mal_id for link in found.links}
    assert any(each.mal_id == goal.mal_id for each in found.goals) and dangling(report.path) == []
    assert any(row["rad_id"] == goal.mal_id or "rus_orebro" in str(row["rad_id"]) for row in conflicts(report.path))


def test_an_edition_that_was_made_meanwhile_stays_the_main_files(started: Started) -> None:
    main, (one, *_) = started
    edition = Edition(1, "2026-11-20T12:00:00.000Z", "utkast", print_of(main), len(content(main).objects), 0)
    with writing(main, "anna") as db:
        db.add_edition(edition)
    change(one, "Karlstad", beskrivning="Bord 1 skrev")
    report = merged(main, (one,))
    with reading(report.path) as db:
        assert db.editions() == (edition,)
    assert print_of(report.path) != edition.fingeravtryck


@pytest.mark.parametrize(
    ("table", "of", "code", "called", "used"),
    [
        ("niva", "klass = 'nod'", "delregional", "Karlstad", {"niva": "delregional"}),
        ("varde", "lista = 'undertyp:strak'", "tillvaxtstrak", "Nobelbanestråket", {"undertyp": "tillvaxtstrak"}),
        ("varde", "lista = 'roll'", "hogskoleort", "Karlstad", {"roller": ("hogskoleort",)}),
    ],
)
def test_a_value_one_has_removed_is_there_where_another_has_used_it(
    started: Started, table: str, of: str, code: str, called: str, used: dict[str, Any]
) -> None:
    main, (one, two, *_) = started
    with closing(connect(two)) as db, db:
        assert db.execute(f"DELETE FROM {table} WHERE {of} AND kod = ?", (code,)).rowcount == 1
    change(one, called, **used)
    report = merged(main, (one, two))
    with closing(connect(report.path, writes=False)) as db:
        assert db.execute(f"SELECT count(*) FROM {table} WHERE {of} AND kod = ?", (code,)).fetchone() == (1,)
    (asked,) = conflicts(report.path)
    assert asked["slag"] == "anvand" and code in asked["rad_id"]
    assert {asked["ena_vem"], asked["andra_vem"]} == {"Bord 1", "Bord 2"}


def test_a_full_disk_leaves_the_files_and_no_half_result(started: Started) -> None:
    main, (one, two, *_) = started
    change(one, "Karlstad", beskrivning="Bord 1 skrev")
    before = {path: path.read_bytes() for path in (main, one, two)}
    done = subprocess.run(
        [sys.executable, "-c", MERGE_ON_A_SMALL_DISK, *map(str, (main, one, two))],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    said = done.stdout.strip().splitlines()
    assert len(said) == 5 and all(line.startswith("FEL") for line in said[:3]), done
    assert all("plats" in line for line in said if line.startswith("FEL"))
    assert {path: path.read_bytes() for path in before} == before
    left = {path.name for path in main.parent.iterdir()} - {path.name for path in started[1]} - {main.name}
    assert left <= ({"hopslagen.gpkg"} if said[-1].startswith("klart") else set())


def test_a_file_that_is_synchronised_while_it_is_read_is_merged_as_it_becomes(started: Started) -> None:
    main, (one, *_) = started
    before = one.read_bytes()
    change(one, "Karlstad", beskrivning="Det sista")
    after, halves = one.read_bytes(), []
    one.write_bytes(before)

    def synchronise() -> None:
        for _ in range(6):
            for start in range(0, len(after), 200_000):
                with one.open("r+b") as file:
                    file.seek(start)
                    file.write(after[start : start + 200_000])
                time.sleep(0.01)
            halves.append(1)

    thread = threading.Thread(target=synchronise)
    thread.start()
    report = merged(main, (one,))
    thread.join()
    assert halves and report.copies[0].state == MERGED
    assert named(report.path, "Karlstad").attribut["beskrivning"] == "Det sista"


def test_a_file_that_is_written_on_and_on_is_left_out_and_the_rest_is_merged(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("strukturbild_plugin.workshop.copy_files.file_state._LONGEST_S", 0.1)
    main, (one, two, *_) = started
    with writing(two, "Bord 2") as db:
        db.add_objects([thing("nod", "nod", "Kil", point((420_000.0, 6_590_000.0)))])
    stop = threading.Event()

    def write_on() -> None:
        while not stop.wait(0.001):
            os.utime(one)

    thread = threading.Thread(target=write_on)
    thread.start()
    try:
        report = merged(main, (one, two))
    finally:
        stop.set()
        thread.join()
    assert [each.state for each in report.copies] == [LEFT_OUT, MERGED]
    assert "skrivs just nu" in report.copies[0].sentences[0] and str(one.parent) not in report.copies[0].sentences[0]
    assert named(report.path, "Kil")
