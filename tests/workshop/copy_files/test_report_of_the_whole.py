"""What the report of a merge says of the whole: the strukturbild's own facts, who has not handed in, what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from strukturbild_plugin.gui.workshop.merge_texts import missing_line, report_line
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.compare import compare_files
from strukturbild_plugin.workshop.copies import KNOWN
from strukturbild_plugin.workshop.difference_texts import summary
from strukturbild_plugin.workshop.group_copy import look_at_copy
from tests.workshop.helpers import change, content, merged

Started = tuple[Path, tuple[Path, ...]]


def entitled(path: Path, title: str, purpose: str = "") -> None:
    with writing(path, path.stem) as db:
        head = db.head()
        db.set_head(replace(head, titel=title, beskrivning=purpose or head.beskrivning))


def test_a_title_and_a_purpose_that_one_group_changed_are_told(started: Started) -> None:
    main, (one, two, *_) = started
    before = content(main).head.titel
    entitled(one, "Var fina karta", "Vi vill bo här")
    change(two, "Älven", namn="Klarälven")
    report = merged(main, (one, two))
    assert report.head[0] == f"Titel är nu ”Var fina karta”, från Bord 1. Förut: ”{before}”."
    assert report.head[1].startswith("Syfte är nu ”Vi vill bo här”, från Bord 1. Förut: ")
    assert merged(main, [two]).head == ()
    told = summary(compare_files(main, report.path))
    assert f"Titel: ”{before}” → ”Var fina karta”" in told and "bilder, mål" not in told


def test_groups_that_have_not_handed_in_are_named(started: Started) -> None:
    main, (one, two, three, four) = started
    first = merged(main, (one, three))
    assert first.missing == ("Bord 2", "Bord 4")
    assert missing_line(first) == "Bord 2 och Bord 4 har inte lämnat in sina filer än."
    second = merged(first.path, [two])
    assert missing_line(second) == "Bord 4 har inte lämnat in sin fil än."
    assert missing_line(merged(second.path, [four])) == ""


def test_a_damaged_copy_of_a_group_is_asked_for_again(started: Started) -> None:
    main, (one, two, three, _four) = started
    one.write_bytes(one.read_bytes()[:50_000])
    two.write_bytes(b"")
    report = merged(main, (one, two, three))
    for path, told in ((one, report.copies[0]), (two, report.copies[1])):
        for text in (*told.sentences, look_at_copy(path, "x").trouble):
            assert "Be gruppen skicka filen igen." in text and "säkerhetskopia" not in text
            assert str(path.parent) not in text, "var den ligger står redan"
    again = merged(report.path, [three])
    assert again.copies[0].state == KNOWN
    assert report_line(again.copies[0]).endswith("Fanns redan. Inget är ändrat i den sedan dess.")
