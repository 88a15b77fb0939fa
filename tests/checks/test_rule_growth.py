"""No rule takes time with the square of what is drawn, however badly it lies; and what hangs together is said once."""

from __future__ import annotations

import pytest

from strukturbild_plugin.checks.engine.check_context import CheckContext
from strukturbild_plugin.checks.rules.registry import EACH, GOAL_LINK, RULES, WHOLE, Rule
from strukturbild_plugin.checks.run import check
from tests.checks.many_objects import KINDS
from tests.counting import growth, python_steps

MOST = 1.1
SIZE = 24


def context_of(snapshot) -> CheckContext:
    context = CheckContext(snapshot)
    for place, record in enumerate(snapshot.objects):
        context.set_object(place, record)
    for place, link in enumerate(snapshot.links):
        context.set_link(place, link)
    return context


def run(context: CheckContext, rule: Rule) -> int:
    subjects = {
        WHOLE: [()],
        EACH: [(one,) for one in context.objects()],
        GOAL_LINK: [(one,) for one in context.links()],
    }
    return sum(1 for subject in subjects[rule.scope] for _ in rule.check(context, *subject))


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_grows_with_what_it_is_given(kind: str, qgis_app):
    snapshots = {size: KINDS[kind](size) for size in (SIZE, 2 * SIZE, 4 * SIZE)}
    check(snapshots[SIZE])  # typefaces and catalogues are looked up once
    grown = {"läsa": growth(lambda size: python_steps(lambda: context_of(snapshots[size])), SIZE)}
    contexts = {size: context_of(snapshot) for size, snapshot in snapshots.items()}
    for rule in RULES:
        grown[rule.id] = growth(lambda size, rule=rule: python_steps(lambda: run(contexts[size], rule)), SIZE)
    assert {what: by for what, by in grown.items() if by > MOST} == {}


def test_what_hangs_together_is_said_once(qgis_app):
    def said(kind: str, *rules: str) -> list[str]:
        return [one.mening for one in check(KINDS[kind](60)) if one.regel in rules]

    assert said("one_place", "N04") == ["Nod ”Ort 1” ligger på samma plats som ”Ort 0” och 58 till."]
    assert said("one_name", "N03", "N04") == ["Nod ”Berga” finns 60 gånger i samma bild."]
    assert len(said("one_identity", "R02")) == 1 and len(said("nearly_one_place", "N04")) <= 4
