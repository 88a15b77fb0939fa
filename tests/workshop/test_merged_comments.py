"""Comments and votes of six groups come together, through files, in whatever order and batches they come."""

from __future__ import annotations

import random
from pathlib import Path

from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.comments import add_comment, answer_comment, comments_in, set_done
from strukturbild_plugin.drawing.edits.votes import put_vote, votes_by_object, votes_in
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.group_copy import group_colours_in
from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
from tests.drawing.helpers import desk_with_votes
from tests.store.helpers import TARGET, karlstad, new_file
from tests.workshop.helpers import conflicts, merged, named, rows

_TABLES = ("kommentar", "rost")
_COPY_OF_MINE = 2


def test_six_groups_notes_come_together_in_any_order(qgis_app: QgsApplication, tmp_path: Path) -> None:
    main = new_file(tmp_path)
    with writing(main, "anna") as db:
        db.add_objects(karlstad())
    asked = desk_with_votes(main, group="")
    add_comment(asked, "Vad saknas?", (430000.0, 6590000.0), "", TARGET)
    asked.save()
    asked.close()
    groups = tuple(Group(f"Bord {number}", f"#00{number}{number}{number}{number}") for number in range(1, 7))
    files = start_workshop(main, tmp_path, WorkshopPlan("Målbild", groups), "anna").files
    for number, path in enumerate(files, start=1):
        session = desk_with_votes(path, f"Bord {number}")
        town = named(path, "Karlstad" if number % 2 else "Örebro").objekt_id
        (question,) = comments_in(session)
        answer_comment(session, question, f"Svar från bord {number}")
        add_comment(session, f"Kommentar {number}", (431000.0 + number, 6590000.0), town, TARGET)
        for _ in range(number % 3 + 1):
            put_vote(session, (414000.0, 6584000.0), town, TARGET, "verkstad")
        if number in (1, _COPY_OF_MINE):
            set_done(session, question, True)
        session.save()
        session.close()
    once = merged(main, files)
    wanted = rows(once.path, _TABLES)
    assert conflicts(once.path) == [] and len(wanted["kommentar"]) == 1 + 6 + 6 and len(wanted["rost"]) == 12
    assert all(row for row in wanted.values())
    order, into = random.Random(137).sample(files, 6), main
    for part in (order[:4], order[4:]):
        into = merged(into, part).path
    assert rows(into, _TABLES) == wanted
    assert group_colours_in(once.path)["Bord 3"] == "#003333"
    shown = desk_with_votes(once.path, group="")
    (question,) = (one for one in comments_in(shown) if one.text == "Vad saknas?")
    assert not question.is_open and len([one for one in comments_in(shown) if one.answers]) == 6
    ids = [named(once.path, name).objekt_id for name in ("Karlstad", "Örebro")]
    assert votes_by_object(votes_in(shown)) == {ids[0]: 6, ids[1]: 6}
    assert {one.group for one in votes_in(shown)} == {f"Bord {number}" for number in range(1, 7)}
    shown.close()
