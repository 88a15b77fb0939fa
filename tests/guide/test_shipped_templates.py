"""Every template makes a whole strukturbild: its pictures, its goals, its classes and its steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from strukturbild_plugin.catalogue.template import load_template, load_templates
from strukturbild_plugin.guide.progress import DONE, progress
from strukturbild_plugin.guide.step_chain import chain_of
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot


@pytest.mark.parametrize("kod", [template.kod for template in load_templates()])
def test_a_template_makes_a_whole_strukturbild(kod: str, base_data: Path, tmp_path: Path) -> None:
    template = load_template(kod)
    snapshot = read_snapshot(create(tmp_path / "ny.gpkg", NewStrukturbild("Ny", ["18", "05"], kod)))

    made = [(one.namn, one.bildtyp, one.skala, one.horisont) for one in snapshot.pictures]
    assert made == [(one.namn.sv, one.bildtyp, one.skala, one.horisont) for one in template.bilder]
    sets = {goal_set.kod for goal_set in snapshot.goal_sets}
    assert sets == {"rus_orebro", "rus_ostergotland", *template.malsamlingar}
    assert {klass.kod for klass in snapshot.catalogue.klasser} == set(template.klasser)
    assert (snapshot.head.mall, snapshot.head.mall_version) == (kod, template.version)

    chain = chain_of(snapshot.head, snapshot.catalogue)
    assert chain.steps == template.steg and chain.template == template and not chain.remark
    found = {state.kod: state for state in progress(snapshot, chain.steps)}
    assert {state.kod for state in found.values() if state.state == DONE} == {"omrade", "mal"}
    assert all(state.text for state in found.values())
