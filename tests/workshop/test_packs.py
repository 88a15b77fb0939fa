"""Two groups that each bring in the same pack: nothing to ask about."""

from __future__ import annotations

from pathlib import Path

from strukturbild_plugin.catalogue.packs import chosen_packs
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.store.writing.with_packs import add_packs
from tests.store.helpers import square, thing
from tests.workshop.helpers import conflicts, content, merged

Started = tuple[Path, tuple[Path, ...]]


def test_two_copies_with_the_same_pack_merge_without_a_question(started: Started) -> None:
    main, (one, two, *_) = started
    packs = chosen_packs(["kust", "norr"])
    for place, path in enumerate((one, two)):
        with writing(path, path.stem) as db:
            assert add_packs(db, packs) == ("havsplaneomrade", "rennaring", "samiskt_omrade")
            assert add_packs(db, packs) == ()
            shape = square(420_000 + place * 30_000, 6_590_000, 9_000)
            attributes = {"havsplan_anvandning": "Energiutvinning"}
            db.add_objects([thing("omrade", "havsplaneomrade", f"Hav {place}", shape, attribut=attributes)])
    report = merged(main, (one, two))
    snapshot = content(report.path)
    assert conflicts(report.path) == []
    assert {klass.kod for klass in snapshot.catalogue.klasser if klass.egen} == {
        "havsplaneomrade",
        "rennaring",
        "samiskt_omrade",
    }
    sea = {row.namn: row.attribut["havsplan_anvandning"] for row in snapshot.objects if row.klass == "havsplaneomrade"}
    assert sea == {"Hav 0": "Energiutvinning", "Hav 1": "Energiutvinning"}
