"""A strukturbild to make deliveries of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import karlstad, new_file, point, thing


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A strukturbild with an answer of every kind."""
    path = new_file(tmp_path)
    with writing(path) as db:
        town, other, corridor, link, *rest = karlstad()
        corridor = replace(corridor, attribut={"noder": f"{{{town.objekt_id},{other.objekt_id},borta}}"})
        link = replace(link, attribut={**link.attribut, "sambandstyp": "gods", "styrka": "stark"})
        answers = {"trafikslag": "{tag,buss}", "service": "{skola}", "utbud": "{kollektivtrafik}"}
        station = thing("nod", "bytespunkt", "Kil", point((400000.0, 6590000.0)), undertyp="station", attribut=answers)
        db.add_objects([town, other, corridor, link, station, *rest])
        db.add_links([GoalLink(town.objekt_id, db.goals()[0].mal_id, 2, "Kortare restid")])
    return path
