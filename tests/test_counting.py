"""The counting that growth is proven by counts the work and nothing else."""

from __future__ import annotations

import gc

from tests.counting import growth, python_steps


class Left:
    """Something in a circle of its own, which is ended by the collector whenever it happens to run."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        for _time in range(1_000):
            pass


def work(size: int) -> object:
    return [[number] for number in range(size)]


def test_what_others_have_left_is_not_counted() -> None:
    gc.enable()
    alone = python_steps(lambda: work(20_000))
    before = gc.get_threshold()
    gc.set_threshold(50)
    try:
        for _time in range(40):
            Left()
        assert python_steps(lambda: work(20_000)) == alone
    finally:
        gc.set_threshold(*before)
    assert gc.isenabled()


def test_growth_tells_proportion_from_squares() -> None:
    assert growth(lambda size: python_steps(lambda: work(size)), 100) == 1
    assert growth(lambda size: python_steps(lambda: [work(size) for _each in range(size)]), 100) > 1.9
