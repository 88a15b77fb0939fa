"""How an earlier state is told."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.gui.earlier_states import state_texts
from strukturbild_plugin.store.earlier_states.retention import EDITION, EarlierState
from strukturbild_plugin.store.earlier_states.state_diff import CHANGED, GONE, NEW, ObjectDiff, StateDiff


def state(moment: datetime) -> EarlierState:
    return EarlierState(Path("lage"), moment, EDITION, 3, 47, "0" * 16, 1)


def diff(*kinds: str, tables: tuple[str, ...] = ()) -> StateDiff:
    return StateDiff(tuple(ObjectDiff(str(at), kind, "nod", {}) for at, kind in enumerate(kinds)), tables)


def test_the_time_is_told_as_planners_write_it(qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_texts, "language", lambda: "sv")
    now = datetime.now().astimezone().replace(hour=14, minute=5)
    assert state_texts.when(state(now)) == "i dag 14.05"
    assert state_texts.heading_of(state(now - timedelta(days=1))) == "I går 14.05"
    assert state_texts.when(state(datetime(2023, 11, 29, 14, 32).astimezone())) == "29 november 2023 14.32"
    assert state_texts.why(state(now)) == "Utgåva 3"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (diff(), "Inget är ändrat sedan dess."),
        (diff(NEW), "Sedan dess: 1 objekt mer."),
        (diff(NEW, NEW, CHANGED, GONE, GONE), "Sedan dess: 2 objekt fler, 1 ändrat, 2 borttagna."),
        (
            diff(tables=("mal", "malsamling", "bild")),
            "Sedan dess: inga objekt är ändrade, men däremot målen och bilderna.",
        ),
        (diff(GONE, tables=("strukturbild",)), "Sedan dess: 1 borttaget. Också ändrat: titeln och syftet."),
    ],
)
def test_what_is_different_is_counted(what: StateDiff, said: str) -> None:
    assert state_texts.summary(what) == said
