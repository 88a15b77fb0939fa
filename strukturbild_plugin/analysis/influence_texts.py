"""How goals bear on each other, in words and as a table.

The scale is that of Nilsson, Griggs and Visbeck (Nature 534, 2016), in Swedish words of our own.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..i18n import tr
from .coverage_texts import Names, TextTable, signed
from .goal_influence import GoalStanding, InfluenceTable


def influence_scale() -> tuple[tuple[int, str], ...]:
    """What each number means, the best first."""
    return (
        (3, tr("Går inte att skilja åt")),
        (2, tr("Förstärker")),
        (1, tr("Underlättar")),
        (0, tr("Påverkar inte")),
        (-1, tr("Begränsar")),
        (-2, tr("Motverkar")),
        (-3, tr("Omöjliggör")),
    )


def influence_text(value: int | None) -> str:
    """'−2 Motverkar', 'Inte bedömt'."""
    return tr("Inte bedömt") if value is None else f"{signed(value)} {dict(influence_scale())[value]}"


def standing_text(one: GoalStanding, names: Names) -> str:
    """What one goal does and takes, with what the sums hide."""
    if not one.judged:
        return tr("Inte bedömt")
    out, two = signed(one.on_others), signed(one.on_others_in_two_steps)
    on_others = tr("Påverkar andra {ut}, i två steg {två}.").format(ut=out, två=two)
    from_others = tr("Påverkas {in_}.").format(in_=signed(one.from_others))
    said = " ".join(
        (
            on_others if one.judged_on_others else tr("Påverkan på andra är inte bedömd."),
            from_others if one.judged_from_others else tr("Påverkan från andra är inte bedömd."),
        )
    )
    if one.worst is not None:
        worst = tr("Mest mot {mål}: {värde}.")
        said += " " + worst.format(mål=names.goal(one.worst.till_mal_id), värde=signed(one.worst.varde))
    return said


def influence_table(
    table: InfluenceTable, who: Mapping[tuple[str, str], tuple[str, str, str]], names: Names
) -> TextTable:
    """A row for each pair that is judged, the worst first. `who`: person, group and time of a pair."""
    heads = (
        *(tr("Från mål"), tr("Till mål"), tr("Påverkan"), tr("I ord"), tr("Motivering")),
        *(tr("Vem"), tr("Grupp"), tr("När")),
    )
    rows = []
    for one in sorted(table.pairs(), key=lambda one: one.varde):
        pair = (one.fran_mal_id, one.till_mal_id)
        words = dict(influence_scale())[one.varde]
        row = (names.goal(pair[0]), names.goal(pair[1]), one.varde, words, one.motivering)
        rows.append((*row, *who.get(pair, ("", "", ""))))
    return TextTable("mal_mot_mal", tr("Mål mot mål"), heads, tuple(rows))
