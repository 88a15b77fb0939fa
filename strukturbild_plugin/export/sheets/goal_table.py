"""Goals against the classes of what is drawn, as a table of the sheet: every goal of the sets that the picture touches.

A goal that nothing is linked to keeps its row, empty: silence is seen as well.
"""

from __future__ import annotations

from ...analysis.coverage_texts import cell_text, class_name, goal_title
from ...analysis.goal_coverage import BY_CLASS, CoverageChoice, coverage_of, matrix_of
from ...cartography.layout.page_table import PageTable, TableGroup
from ...store.gpkg.records import Picture, Snapshot
from .. import sheet_kind_texts as kind_texts


def goal_table(snapshot: Snapshot, picture: Picture) -> PageTable | None:
    """The table of a picture; None when nothing drawn in it is linked to a goal with none below it."""
    language = snapshot.head.sprak
    matrix = matrix_of(coverage_of(snapshot, CoverageChoice(bild_id=picture.bild_id)), snapshot, BY_CLASS)
    touched = {goal.samling for goal in matrix.goals if any(matrix.row(goal.mal_id))}
    groups = tuple(
        TableGroup(
            goal_set.namn,
            tuple(
                (goal_title(goal), tuple(cell_text(cell) for cell in matrix.row(goal.mal_id)))
                for goal in matrix.goals
                if goal.samling == goal_set.kod
            ),
        )
        for goal_set in snapshot.goal_sets
        if goal_set.kod in touched
    )
    if not groups:
        return None
    return PageTable(
        kind_texts.GOAL_TABLE.in_language(language),
        kind_texts.GOAL_TABLE_NOTE.in_language(language),
        tuple(class_name(snapshot.catalogue, kod, language) for kod in matrix.columns),
        groups,
    )
