"""strukturbild:compare, with its lists."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from strukturbild_plugin.store.writing.transaction import writing
from tests.processing.helpers import run
from tests.store.helpers import karlstad, new_file
from tests.workshop.helpers import change, delete


def test_what_is_new_is_said_in_words_in_every_list(provider: Any, tmp_path: Path) -> None:
    older = new_file(tmp_path)
    with writing(older, "anna") as db:
        db.add_objects(karlstad())
    newer = Path(shutil.copy(older, tmp_path / "nyare.gpkg"))
    change(newer, "Karlstad", niva="regional", namn="Karlstad <b>")
    delete(newer, "Kilen")
    page, data = tmp_path / "nytt.html", tmp_path / "nytt.json"
    told = run(provider, "compare", ALDRE=str(older), NYARE=str(newer), HTML=str(page), JSON=str(data))
    assert (told["NYA"], told["BORTTAGNA"], told["ANDRADE"]) == (0, 1, 1)
    assert told["SAMMANFATTNING"] == "0 nya objekt, 1 borttaget, 1 ändrat."
    html, listed = page.read_text(), json.loads(data.read_text())
    assert "Nivå: Storregional → Regional" in html and "Karlstad &lt;b&gt;" in html and "<b>" not in html
    assert {(one["vad"], one["namn"]) for one in listed} == {("andrad", "Karlstad <b>"), ("borttagen", "Kilen")}
