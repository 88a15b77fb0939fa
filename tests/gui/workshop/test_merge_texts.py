"""What a merge came to, in a sentence that is right for none, one and several."""

from __future__ import annotations

from pathlib import Path

import pytest

from strukturbild_plugin.gui.workshop.merge_texts import summary
from strukturbild_plugin.workshop.merge import MergeReport
from tests.gui.workshop.helpers import Started
from tests.workshop.helpers import change, merged


@pytest.mark.parametrize(
    ("objects", "others", "said"),
    [
        (0, 0, "Inget objekt ändrades, inga frågor väntar."),
        (1, 3, "1 objekt ändrades, inga frågor väntar."),
        (2, 0, "2 objekt ändrades, inga frågor väntar."),
        (0, 1, "Inget objekt ändrades, men 1 kommentar, koppling eller annan uppgift, inga frågor väntar."),
        (0, 2, "Inget objekt ändrades, men 2 kommentarer, kopplingar eller andra uppgifter, inga frågor väntar."),
    ],
)
def test_the_summary_is_right_in_number(objects: int, others: int, said: str) -> None:
    assert summary(MergeReport(Path("x.gpkg"), (), 9, 0, 0, objects, others=others)) == said


def test_a_late_copy_that_says_the_same_has_changed_nothing(started: Started) -> None:
    """The object is only said to be changed later than it was; that is no comment and no link."""
    main, (one, two, *_) = started
    change(one, "Karlstad", namn="Solstaden")
    first = merged(main, [one]).path
    change(two, "Karlstad", namn="Solstaden")
    report = merged(first, [two])
    assert (report.changed, summary(report)) == (1, "Inget objekt ändrades, inga frågor väntar.")
