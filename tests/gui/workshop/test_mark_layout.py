"""Marks that lie too close on the map share one; dots on one place are laid side by side; nothing is lost."""

from __future__ import annotations

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.gui.workshop_notes.mark_layout import (
    DOT_PX,
    MARK_REACH_PX,
    placed_dots,
    placed_marks,
)

_SPOTS = st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300)), max_size=60).map(
    lambda spots: [(str(number), spot) for number, spot in enumerate(spots)]
)


@given(spots=_SPOTS)
def test_every_comment_has_a_mark_and_no_two_marks_lie_on_each_other(
    spots: list[tuple[str, tuple[float, float]]],
) -> None:
    marks = placed_marks(spots)
    assert sorted(name for one in marks for name in one.ids) == sorted(name for name, _spot in spots)
    assert all(math.dist(a.spot, b.spot) >= MARK_REACH_PX for a, b in itertools.combinations(marks, 2))


@given(spots=_SPOTS)
def test_every_vote_has_its_place(spots: list[tuple[str, tuple[float, float]]]) -> None:
    dots = placed_dots(spots)
    assert sorted(name for one in dots for name in one.ids) == sorted(name for name, _spot in spots)


@given(count=st.integers(1, 40))
def test_dots_on_one_place_lie_side_by_side_and_very_many_are_a_heap(count: int) -> None:
    dots = placed_dots([(str(number), (100.0, 100.0)) for number in range(count)])
    if count > 12:
        assert [len(one.ids) for one in dots] == [count] and dots[0].is_heap
    else:
        assert len(dots) == count
        assert all(math.dist(a.spot, b.spot) >= DOT_PX for a, b in itertools.combinations(dots, 2))
