"""A strukturbild that six groups have drawn in: four drew the same corridor, three a green wedge, two alone."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.gpkg.records import ObjectRecord
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.synthesis.synthesis import Synthesis, Thing, read_synthesis
from tests.store.helpers import karlstad, line, new_file, point, square, thing

KIL, SUNNE = (405_000.0, 6_598_000.0), (398_000.0, 6_634_000.0)


def drawn_by(number: int) -> list[ObjectRecord]:
    """What group `number` (from 1) draws: 1-4 the corridor with its towns, 1-3 a green wedge, 5 and 6 alone."""
    shift = 500.0 * number
    grupp = f"Bord {number}"
    found = []
    if number <= 4:
        kil = thing("nod", "nod", "Kil", point((KIL[0] + shift, KIL[1]), kind=1), niva="regional")
        sunne = thing("nod", "nod", "Sunne", point((SUNNE[0] - shift, SUNNE[1]), kind=1), niva="lokal")
        bend = (KIL[0] - 4_000 + 2 * shift, (KIL[1] + SUNNE[1]) / 2)
        ends = ((KIL[0] + shift, KIL[1]), bend, (SUNNE[0] - shift, SUNNE[1]))
        chain = "{" + f"{kil.objekt_id},{sunne.objekt_id}" + "}"
        found = [kil, sunne, thing("strak", "strak", "Kil–Sunne", line(*ends), attribut={"noder": chain})]
    if number <= 3:
        side = 20_000 + 1_500 * number if number < 3 else 30_000
        found.append(thing("gron_bla_yta", "gron_kil", "Frykenkilen", square(372_000, 6_600_000 + shift, side)))
    if number == 5:
        found.append(thing("strak", "strak", "Karlskoga–Hällefors", line((478_000, 6_580_000), (484_000, 6_625_000))))
    if number == 6:
        found.append(thing("gron_bla_yta", "gron_kil", "Örebrokilen", square(500_000, 6_580_000, 18_000)))
    return [replace(one, grupp=grupp) for one in found]


@lru_cache(maxsize=1)
def _made_once() -> Path:
    path = new_file(Path(tempfile.mkdtemp(prefix="syntes-prov-")))
    with writing(path, "anna") as db:
        goals = db.goals()
        db.add_objects(karlstad())
        for number in range(1, 7):
            drawn = drawn_by(number)
            db.add_objects(drawn)
            if number <= 4:
                db.add_links([GoalLink(drawn[2].objekt_id, goals[number].mal_id, 1, "")])
    return path


def workshop_file(folder: Path) -> Path:
    """What a merge of the groups' files gives, the test's own."""
    return Path(shutil.copy(_made_once(), folder / "hopslagen.gpkg"))


def named(synthesis: Synthesis, namn: str) -> Thing:
    """The thing called so that most groups have drawn."""
    return next(one for one in synthesis.things if one.namn == namn)


def found_in(path: Path) -> Synthesis:
    """The synthesis of what is saved."""
    return read_synthesis(path)[1]
