"""Any workshop of six groups as files: groups draw on, and any of their files are merged, again and again, late ones.

In the end the file is what it would be if the last file of every group had been merged at once, in another order.
`make workshops N=1000` tries as many, with another SEED others; the suite tries some. One in WITH_LOOKS has the symbols
and the project in its files made anew too, which is three quarters of the work; in the others they stay as first made.
What is asked of the rows is asked of all.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from strukturbild_plugin.store.qgis_project import embedded_project, layer_styles
from strukturbild_plugin.workshop import merge as merging
from strukturbild_plugin.workshop import start
from strukturbild_plugin.workshop.conflicts import row_key
from strukturbild_plugin.workshop.copies import LEFT_OUT
from strukturbild_plugin.workshop.merge import MergeReport, merge_copies
from strukturbild_plugin.workshop.merged_tables import AUDIT_COLUMNS, OBJECT, Cell, Key
from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
from tests.store.helpers import new_file
from tests.workshop.hands import Copy
from tests.workshop.hands_on_tables import TableHand
from tests.workshop.helpers import conflicts, print_of
from tests.workshop.nothing_lost import check_nothing_hangs, check_nothing_lost
from tests.workshop.random_workshops import GROUPS, begun
from tests.workshop.rows_in_files import rows_in, write

EXAMPLES, MOST_OBJECTS, STEPS = int(os.environ.get("WORKSHOPS", "2")), 200, 8
SEED = int(os.environ.get("SEED", "20261130"))
WITH_LOOKS = 20
OF_THE_MERGES = ("logg", "konflikt")
"""When and in which merge: not the same in another order. Nor are the columns of who and when, which count what a file
has seen: a state of a copy that a later one took the place of was merged too.
"""
NUMBERS = st.integers(0, 2**32)


class WorkshopInFiles(RuleBasedStateMachine):
    """A workshop of six groups."""

    @initialize(number=NUMBERS)
    def start(self, number: int) -> None:
        """What all begin with, and a file for each."""
        self.folder = Path(tempfile.mkdtemp(prefix="workshop-prov-"))
        self.main = new_file(self.folder)
        chance = Random(number)
        self.stack = contextlib.ExitStack()
        if chance.randrange(WITH_LOOKS):
            self.stack.enter_context(rows_alone())
        write(self.main, rows_in(self.main), begun(chance, chance.randint(20, MOST_OBJECTS)), "anna")
        plan = WorkshopPlan("Målbild 2040", tuple(Group(f"Bord {one}") for one in range(1, GROUPS + 1)))
        self.files = start_workshop(self.main, self.folder, plan, "anna").files
        self.base = rows_in(self.files[0])
        self.earlier: list[Path] = []
        self.whole, self.merges = self.main, 0
        self.changed = _changed(self.base)
        for place in range(GROUPS):
            self._draw(place, chance.randrange(2**32), chance.randint(0, 25))

    @rule(place=st.integers(0, GROUPS - 1), number=NUMBERS, times=st.integers(1, 10))
    def draw(self, place: int, number: int, times: int) -> None:
        """A group draws on in its file."""
        self._draw(place, number, times)

    def _draw(self, place: int, number: int, times: int) -> None:
        path = self.files[place]
        before = rows_in(path)
        after = Copy(dict(before.rows))
        TableHand(after, Random(number), f"b{place}_{number}").act(times)
        write(path, before, after, path.stem)
        self.changed |= _changed(after)

    @rule(place=st.integers(0, GROUPS - 1))
    def keep(self, place: int) -> None:
        """Somebody keeps a group's file as it is now: it may come late."""
        kept = self.folder / f"tidigare {len(self.earlier)}.gpkg"
        self.earlier.append(Path(shutil.copy(self.files[place], kept)))

    @rule(places=st.lists(st.integers(0, GROUPS - 1), min_size=1, max_size=GROUPS, unique=True))
    def merge(self, places: list[int]) -> None:
        """Some of the files, in any order, into what has been merged."""
        self.whole = self._merged(self.whole, [self.files[place] for place in places]).path

    @precondition(lambda self: self.earlier)
    @rule(number=NUMBERS)
    def merge_a_late_one(self, number: int) -> None:
        """A file as it was once, whether or not a later one has been merged."""
        self.whole = self._merged(self.whole, [Random(number).choice(self.earlier)]).path

    def teardown(self) -> None:
        """All files are merged: what has to hold."""
        with self.stack:
            self._hold()
        shutil.rmtree(self.folder)

    def _hold(self) -> None:
        self.whole = self._merged(self.whole, self.files).path
        at_once = self._merged(self.main, self.files[::-1]).path
        result = rows_in(self.whole)
        assert _differences(result, rows_in(at_once)) == []
        assert _changed(result) <= self.changed  # nobody changes an object by merging
        assert print_of(self.whole) == print_of(at_once)
        said = _said(self.whole)
        assert said == _said(at_once)
        changes = [rows_in(path).changes_since(self.base) for path in self.files]
        check_nothing_lost(self.base, changes, result, said)
        check_nothing_hangs(result, changes)
        again = self._merged(self.whole, [*self.earlier, *self.files])
        assert again.changed == 0 and again.conflicts == 0
        assert rows_in(again.path) == result

    def _merged(self, main: Path, copies: list[Path] | tuple[Path, ...]) -> MergeReport:
        self.merges += 1
        report = merge_copies(main, copies, self.folder / f"hopslagen {self.merges}.gpkg", who="anna")
        assert all(one.state != LEFT_OUT for one in report.copies), report.copies
        return report


@contextlib.contextmanager
def rows_alone() -> Iterator[None]:
    """Files are written without their symbols and the project in them being made anew."""
    with contextlib.ExitStack() as stack:
        for module in (embedded_project, start, merging):
            stack.enter_context(patch.object(module, "write_project"))
        for module in (start, merging):
            stack.enter_context(patch.object(module, "repair_project", return_value=True))
        stack.enter_context(patch.object(layer_styles, "write_styles"))
        yield


def _differences(one: Copy, other: Copy) -> list[tuple[Key, str, Cell, Cell]]:
    """The cells that are not the same in two files."""
    return [
        (key, column, here.get(column), there.get(column))
        for key in sorted({*one.rows, *other.rows})
        for here, there in [(one.rows.get(key, {}), other.rows.get(key, {}))]
        for column in sorted({*here, *there})
        if key.kind not in OF_THE_MERGES and column not in AUDIT_COLUMNS and here.get(column) != there.get(column)
    ]


def _changed(file: Copy) -> set[tuple[Cell, Cell]]:
    """When objects were changed last, and by whom."""
    return {(row["andrad"], row["andrad_av"]) for key, row in file.rows.items() if key.kind == OBJECT}


def _said(path: Path) -> dict[tuple[Key, str], list[str]]:
    """The values that the open conflicts of a file name."""
    said: dict[tuple[Key, str], list[str]] = {}
    for row in conflicts(path):
        if row["status"] == "oppen":
            cell = (row_key(row), str(row["kolumn"] or ""))
            said.setdefault(cell, []).extend((str(row["ena_varde"]), str(row["andra_varde"])))
    return {cell: sorted(values) for cell, values in said.items()}


TestWorkshopInFiles = seed(SEED)(WorkshopInFiles.TestCase)
TestWorkshopInFiles.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
