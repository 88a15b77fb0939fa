"""What is checked change by change says what a full check says, whatever is changed and in whatever order."""

from __future__ import annotations

from collections import Counter

import pytest

from strukturbild_plugin.checks.engine.finding import TIP, Remark
from strukturbild_plugin.checks.incremental import IncrementalCheck
from strukturbild_plugin.checks.rules.registry import EACH, RULES, Rule
from strukturbild_plugin.checks.run import check
from tests.checks.incremental_helpers import Changing, base
from tests.store.snapshot_helpers import multiline, multipoint, objekt


def most_used_class(ground):
    """A rule somebody wrote without a word about what it depends on."""
    counts = Counter(thing.record.klass for thing in ground.objects())
    if counts:
        yield Remark(TIP, f"Mest: {max(counts.items(), key=lambda pair: (pair[1], pair[0]))}.", "Se.")


def crowded(ground, thing):
    """One that looks at each object, and at all others on the way."""
    same = sum(one.record.klass == thing.record.klass for one in ground.objects())
    if same > 60:
        yield ground.remark(TIP, thing.objekt, "{objekt} är en av {n}.", "Se.", n=str(same))


def put(standing, strukturbild, changes):
    for kind, key in changes:
        if kind == "objekt":
            standing.set_object(key, strukturbild.objects.get(key))
        else:
            standing.set_link(key, strukturbild.links.get(key))


def taken_up(strukturbild, rules=RULES):
    standing = IncrementalCheck(base(), rules)
    everything = [("objekt", key) for key in strukturbild.objects] + [("koppling", key) for key in strukturbild.links]
    put(standing, strukturbild, everything)
    return standing


@pytest.mark.parametrize("seed", range(3))
def test_after_every_change_it_says_what_a_full_check_says(seed):
    rules = (*RULES, Rule("X01", most_used_class), Rule("X02", crowded, EACH))
    strukturbild = Changing(seed, objects=150)
    standing = taken_up(strukturbild, rules)
    heard = set()
    for number in range(120):
        for _ in range(strukturbild.dice.choice([1, 1, 1, 5])):
            put(standing, strukturbild, strukturbild.step())
        assert standing.run()
        full = check(strukturbild.snapshot(), rules=rules)
        assert standing.findings() == full, number
        heard |= {finding.regel for finding in full}
    assert heard >= {"N01", "N02", "N03", "N04", "R02", "R03", "R04", "R06", "M02"} and len(heard) > 20


def test_work_may_be_done_in_slices_with_changes_between():
    strukturbild = Changing(9, objects=60)
    standing = taken_up(strukturbild)
    slices = 0
    while not standing.run(0.0):
        slices += 1
        if slices % 50 == 0:
            put(standing, strukturbild, strukturbild.step())
    assert slices > 500 and standing.findings() == check(strukturbild.snapshot())


def test_everything_may_go_and_come_back():
    strukturbild = Changing(5, objects=20)
    standing = taken_up(strukturbild)
    standing.run()
    before = standing.findings()
    for key in strukturbild.objects:
        standing.set_object(key, None)
    standing.run()
    assert "H01" in {finding.regel for finding in standing.findings()}
    for key, one in strukturbild.objects.items():
        standing.set_object(key, one)
    standing.run()
    assert standing.findings() == before


def test_a_change_wakes_few_looks_among_many_objects():
    """Not how long it takes, but how many questions are asked again: a handful, however large the strukturbild."""
    asked = []

    def counting(rule):
        def look(ground, *subject):
            asked.append(rule.id)
            return rule.check(ground, *subject)

        return Rule(rule.id, look, rule.scope)

    strukturbild = Changing(3, objects=400)
    standing = taken_up(strukturbild, [counting(rule) for rule in RULES])
    standing.run()
    assert len(asked) > 8_000
    took = []
    for _ in range(60):
        asked.clear()
        put(standing, strukturbild, strukturbild.change())
        standing.run()
        took.append(len(asked))
    assert sorted(took)[30] < 60 and max(took) < 400, took


def test_a_node_far_away_changes_the_advice_where_there_was_none():
    strukturbild = Changing(1, objects=0)
    strukturbild.objects["linje"] = objekt("linje", "strak", multiline([(340_000, 6_545_000), (500_000, 6_560_000)]))
    standing = taken_up(strukturbild)
    standing.run()
    strukturbild.objects["nod"] = objekt("nod", "nod", multipoint((450_000, 6_580_000)), namn="Ort")
    put(standing, strukturbild, [("objekt", "nod")])
    standing.run()
    assert standing.findings() == check(strukturbild.snapshot())
    assert any("”Ort”" in finding.forslag for finding in standing.findings() if finding.regel == "N01")
