"""Which earlier states are kept, whatever there is."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.store.earlier_states import retention
from strukturbild_plugin.store.earlier_states.retention import (
    BEFORE_RESTORE,
    EDITION,
    HOURLY,
    OPENED,
    EarlierState,
    superseded,
    superseded_of_all,
)

NOW = datetime(2026, 11, 29, 12, tzinfo=timezone.utc)


def state(minutes_ago: int, why: str = HOURLY, size: int = 1) -> EarlierState:
    moment = NOW - timedelta(minutes=minutes_ago)
    return EarlierState(Path(f"{minutes_ago:09d}-{why}"), moment, why, 1, 1, "0" * 16, size)


states = st.lists(
    st.builds(
        state,
        st.integers(-3 * 1440, 90 * 1440),
        st.sampled_from([OPENED, HOURLY, EDITION, BEFORE_RESTORE]),
        st.integers(0, 80_000_000),
    ),
    max_size=40,
    unique_by=lambda one: one.path,
)


def hour_of(one: EarlierState) -> datetime:
    return one.moment.astimezone().replace(minute=0, second=0, microsecond=0)


@given(states)
def test_the_latest_stays_and_today_and_the_editions_go_only_when_there_is_no_room(kept: list[EarlierState]) -> None:
    gone = superseded(kept, NOW.astimezone().date())
    left = [one for one in kept if one not in gone]
    assert sum(one.size for one in left) <= retention.MAX_BYTES or len(left) == 1
    if kept:
        assert max(kept, key=lambda one: (one.moment, one.path.name)) in left
    today = NOW.astimezone().date()
    latest = max((one.moment for one in kept), default=NOW)
    hourly = [one for one in kept if one.why == HOURLY and latest - one.moment > timedelta(hours=1)]
    precious = [one for one in kept if one.why == EDITION or (one.day() >= today and one not in hourly)]
    if sum(one.size for one in kept) <= retention.MAX_BYTES:
        assert set(precious) <= set(left)
        hours = {hour_of(one) for one in hourly if one.day() >= today}
        worked = [one for one in left if one.why == HOURLY]
        assert hours <= {hour_of(one) for one in worked}, "av varje timme i dag finns ett läge kvar"
        assert len([one for one in worked if one in hourly and one.day() >= today]) <= len(hours)
        days = {one.day() for one in kept if 0 <= (today - one.day()).days <= retention.MAX_DAYS}
        assert days <= {one.day() for one in left}, "av varje dag finns något kvar"
    assert superseded(left, today) == [], "det som är kvar är kvar också nästa gång"


@given(states, st.randoms())
def test_the_order_they_are_found_in_makes_no_difference(kept: list[EarlierState], random: object) -> None:
    shuffled = list(kept)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    today = NOW.astimezone().date()
    assert superseded(shuffled, today) == superseded(kept, today)


def test_a_day_that_has_gone_has_its_last_state_for_a_month_and_editions_for_ever() -> None:
    yesterday, month, year = 1440, 32 * 1440, 400 * 1440
    kept = [state(0), state(yesterday), state(yesterday + 60), state(month), state(year, EDITION)]
    gone = superseded(kept, NOW.astimezone().date())
    assert gone == [kept[2], kept[3]]


def test_when_there_is_no_room_the_oldest_go_and_editions_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "MAX_STATES", 2)
    kept = [state(0), state(1), state(2), state(3, EDITION)]
    assert superseded(kept, NOW.astimezone().date()) == [kept[1], kept[2]]
    monkeypatch.setattr(retention, "MAX_BYTES_OF_ALL", 2)
    others = [state(500, OPENED)]
    assert superseded_of_all([kept, others]) == [kept[2], kept[1], kept[3]], "det senaste av varje står kvar"
