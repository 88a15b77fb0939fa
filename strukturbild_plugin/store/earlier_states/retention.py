"""Which earlier states are kept and which have had their day. Pure: the numbers are our own choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

OPENED, HOURLY, EDITION, BEFORE_RESTORE = "oppnad", "timme", "utgava", "innan"
"""Why a state was kept; the codes stand in file names."""

RECENT = timedelta(hours=1)
"""Up to the latest state all are left; of each hour of the day before that, the last that was kept while one worked."""
MAX_DAYS = 31
"""Of each day before today, so long back, one state is left."""
MAX_STATES = 200
"""For one strukturbild, editions too."""
MAX_BYTES = 150_000_000
"""For one strukturbild, packed."""
MAX_BYTES_OF_ALL = 600_000_000
"""For all strukturbilder of a profile, packed."""


@dataclass(frozen=True)
class EarlierState:
    """One kept state: a whole strukturbild file, packed, at `path`."""

    path: Path
    moment: datetime
    """When; with a time zone."""
    why: str
    edition: int
    """The number of the edition that was made then, else 0."""
    objects: int
    digest: str
    """The first 16 hex digits of the digest of its content (content_digest.py)."""
    size: int
    """In bytes, packed."""

    def day(self) -> date:
        """The day it was, where the computer is."""
        return self.moment.astimezone().date()


def superseded(states: Iterable[EarlierState], today: date) -> list[EarlierState]:
    """The states of ONE strukturbild that are to go, given all of them in any order.

    Of today all of the last hour are kept, one of each hour before it, and what was kept for a reason of its own; the
    last of each day for MAX_DAYS, and every edition. Beyond MAX_STATES or MAX_BYTES the oldest go, editions last. The
    latest state always stays.
    """
    newest_first = sorted(states, key=_order, reverse=True)
    kept: list[EarlierState] = []
    days: set[date] = set()
    hours: set[datetime] = set()
    for state in newest_first:
        hour = state.moment.astimezone().replace(minute=0, second=0, microsecond=0)
        last_of_its_hour = state.why != HOURLY or hour not in hours
        is_recent = newest_first[0].moment - state.moment <= RECENT
        if state.why == HOURLY:
            hours.add(hour)
        age = (today - state.day()).days
        last_of_its_day = state.day() not in days and age <= MAX_DAYS
        if state.why != EDITION:
            days.add(state.day())
        of_today = age <= 0 and (is_recent or last_of_its_hour)
        if not kept or state.why == EDITION or of_today or last_of_its_day:
            kept.append(state)
    over = _beyond(kept, kept[:1], MAX_BYTES, MAX_STATES)
    return [state for state in newest_first if state not in kept or state in over]


def superseded_of_all(by_strukturbild: Sequence[Sequence[EarlierState]]) -> list[EarlierState]:
    """What has to go besides for all strukturbilder together to be within MAX_BYTES_OF_ALL: the oldest.

    The latest state of each strukturbild stays.
    """
    latest = [max(states, key=_order) for states in by_strukturbild if states]
    return _beyond([state for states in by_strukturbild for state in states], latest, MAX_BYTES_OF_ALL, None)


def _beyond(
    states: Sequence[EarlierState], spared: Sequence[EarlierState], most_bytes: int, most: int | None
) -> list[EarlierState]:
    """The oldest that have to go, editions last, for the rest to be within the limits."""
    size, count = sum(state.size for state in states), len(states)
    gone = []
    for state in sorted(states, key=lambda one: (one.why == EDITION, *_order(one))):
        if size <= most_bytes and (most is None or count <= most):
            break
        if state not in spared:
            gone.append(state)
            size, count = size - state.size, count - 1
    return gone


def _order(state: EarlierState) -> tuple[datetime, str]:
    return state.moment, state.path.name
