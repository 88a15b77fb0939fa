"""What is said of a goal set where one chooses: how much it holds, when it was checked, and whether it still holds."""

from __future__ import annotations

import re
from datetime import date

from ..i18n import tr
from .model import PARTLY, TOP_LEVEL, WHOLE, GoalSet


def short_facts(goal_set: GoalSet, goals: int, today: date, successor: GoalSet | None = None) -> str:
    """'4 mål, toppnivå, går ut i år (hösten 2026), kontrollerad 2026-11': facts and warning, nothing twice."""
    warning = validity_warning(goal_set, today, successor).rstrip(".")
    if not warning:
        return set_facts(goal_set, goals)
    said = warning[:1].lower() + warning[1:]
    return _joined(_content(goal_set, goals), said, _checked(goal_set) if goals else "")


def set_facts(goal_set: GoalSet, goals: int) -> str:
    """'4 mål, toppnivå, kontrollerad 2026-11, gäller till 2025': what is not known is not said."""
    return _joined(_content(goal_set, goals), _checked(goal_set) if goals else "", _validity(goal_set))


def extent_in_words(goal_set: GoalSet) -> str:
    """'toppnivå', 'en del av målen' or 'alla mål'; of a set that says nothing of it only that it is not complete."""
    words = {TOP_LEVEL: tr("toppnivå"), PARTLY: tr("en del av målen"), WHOLE: tr("alla mål")}
    return words.get(goal_set.omfattning, "" if goal_set.fullstandig else tr("inte fullständig"))


def _content(goal_set: GoalSet, goals: int) -> str:
    """Of a set whose goals nobody has been able to check, only that."""
    if not goals:
        return tr("inga mål har kunnat kontrolleras än") if goal_set.kontrollerad else tr("inga mål än")
    return _joined(tr("{n} mål").format(n=goals), extent_in_words(goal_set))


def adopted_in_words(goal_set: GoalSet) -> str:
    """'antagen 2019-04, reviderad 2022-09-27'; '' when neither is known."""
    parts = [tr("antagen {when}").format(when=goal_set.antagen) if goal_set.antagen else ""]
    parts.append(tr("reviderad {when}").format(when=goal_set.reviderad) if goal_set.reviderad else "")
    return ", ".join(part for part in parts if part)


def validity_warning(goal_set: GoalSet, today: date, successor: GoalSet | None = None) -> str:
    """What one has to know before one builds on the set, '' when nothing: it is replaced, has run out or soon does."""
    if successor is not None:
        return tr("Ersatt av {name}.").format(name=successor.namn)
    last = _last_year(goal_set)
    if not last or last > today.year:
        return ""
    if has_run_out(goal_set, today):
        return tr("Upphörde att gälla ({when}).").format(when=goal_set.giltig_till or last)
    return tr("Upphör att gälla i år ({when}).").format(when=goal_set.giltig_till or last)


def has_run_out(goal_set: GoalSet, today: date) -> bool:
    """Whether the strategy no longer holds. One that is good for a year is so to its end; of words the year counts."""
    last = _last_year(goal_set)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", goal_set.giltig_till):
        return goal_set.giltig_till < today.isoformat()
    return bool(last) and last < today.year


def _last_year(goal_set: GoalSet) -> int:
    """Of `giltig_till`; the horizon says what a strategy aims at, and is no limit but when it has passed."""
    found = re.findall(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", goal_set.giltig_till)
    return int(found[-1]) if found else goal_set.horisont or 0


def _checked(goal_set: GoalSet) -> str:
    return tr("kontrollerad {month}").format(month=goal_set.kontrollerad[:7]) if goal_set.kontrollerad else ""


def _validity(goal_set: GoalSet) -> str:
    if goal_set.giltig_till:
        return tr("gäller till {when}").format(when=goal_set.giltig_till)
    return tr("horisont {year}").format(year=goal_set.horisont) if goal_set.horisont else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
