"""The papers of a workshop: one page that names every group and file, whole and readable, and a mail to each kommun."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.export.pdf.reader import comparable_text, open_pdf, page_text
from strukturbild_plugin.export.pdf.text_positions import texts_outside
from strukturbild_plugin.export.workshop_papers import button_texts
from strukturbild_plugin.export.workshop_papers.facilitator_sheet import facilitator_sheet
from strukturbild_plugin.export.workshop_papers.mail_text import mail_text
from strukturbild_plugin.export.workshop_papers.sheet_drawing import write_facilitator_sheet
from strukturbild_plugin.export.workshop_papers.start_with_papers import start_with_papers
from strukturbild_plugin.export.workshop_papers.workshop_facts import WorkshopFacts
from strukturbild_plugin.i18n import use_translator
from strukturbild_plugin.store.gpkg.reader import reading
from strukturbild_plugin.workshop.freezing import workshops_in
from strukturbild_plugin.workshop.start import ADDITIONS, COMMENTS_ONLY, Group, WorkshopPlan, file_stems
from tests.store.helpers import new_file
from tools.release.translations import read_english

LONG = ("Åmåls och Årjängs gemensamma näringslivsgrupp", "Ungdomsrådet i Östra Göinge", "Trafikverket region väst")
PURPOSE = "Att komma fram till vilka stråk och noder som är viktigast för kompetensförsörjningen. " * 20


def facts(groups: tuple[Group, ...], **more: Any) -> WorkshopFacts:
    plan = WorkshopPlan(more.pop("titel", "Målbild 2040"), groups, **more)
    files = tuple(Path(f"{stem}.gpkg") for stem in file_stems(plan))
    return WorkshopFacts(plan, "Målbild för Värmland", Path("Värmland.gpkg"), files)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (6, 1), (12, 1), (49, 3)])
def test_every_group_and_file_is_named_and_nothing_is_cut(
    qgis_app: QgsApplication, tmp_path: Path, count: int, pages: int
) -> None:
    groups = tuple(Group(f"{LONG[number % 3]} {number}") for number in range(count))
    told = facts(groups, titel="Målbild för ett sammanhållet Värmland och Örebro år 2040", syfte=PURPOSE)
    path = tmp_path / "blad.pdf"
    sheet = facilitator_sheet(told)
    assert write_facilitator_sheet(sheet, path) == pages
    reader = open_pdf(path)
    text = comparable_text("".join(page_text(page) for page in reader.pages))
    for group, name in told.pairs():
        assert comparable_text(group.namn) in text and comparable_text(name) in text
    for part in (*sheet.left, *sheet.right):
        for line in (part.title, *part.lines, *part.times):
            assert comparable_text(line.replace("\x02", "").replace("\x03", "")) in text
    assert texts_outside(reader) == () and len(reader.pages) == pages
    assert reader.metadata.title == f"Handledarblad: {told.plan.titel}"
    root = reader.trailer["/Root"]
    assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("sv-SE", True)


def test_the_sheet_is_in_the_language_of_the_window(qgis_app: QgsApplication, tmp_path: Path) -> None:
    english = read_english()
    use_translator(lambda text: english.get(text, text))
    try:
        told = facts((Group("Bord 1"), Group("Bord 2")))
        write_facilitator_sheet(facilitator_sheet(told), tmp_path / "blad.pdf")
        merge = button_texts.merge_files(1)
    finally:
        use_translator(None)
    reader = open_pdf(tmp_path / "blad.pdf")
    text = " ".join(page_text(reader.pages[0]).split())
    assert merge == "Merge" and "Merge 2 files" not in text
    assert "The button says how many" in text and "What the group does" in text
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert not set("åäö") & set(text.replace("Målbild för Värmland", "").replace("Målbild", "").replace("Värmland", ""))


def test_each_municipality_gets_a_mail_that_says_what_to_do_until_when_and_to_whom() -> None:
    groups = (
        Group("Bord 1"),
        Group("Arvika", kommunkod="1784"),
        Group("Åmål", kommunkod="1492", far_andra=ADDITIONS),
        Group("Säffle", kommunkod="1785", far_andra=COMMENTS_ONLY),
    )
    told = facts(groups, syfte="Vilka stråk är viktigast?", svar_till="anna@region.example", svar_senast="15 januari")
    head, *mails = mail_text(told).split("-" * 72)
    assert "hakparenteser" in head and len(mails) == 3
    for mail, group in zip(mails, groups[1:]):
        assert f"Bifoga: Målbild 2040 - {group.namn}.gpkg" in mail and f"i för {group.namn}" in mail
        assert "Vilka stråk är viktigast?" in mail and "anna@region.example senast 15 januari" in mail
        assert mail.count("[") == 2, "bara mejladressen till kommunen och avsändarens namn"
    assert "eget förslag" not in mails[0] and "eget förslag" in mails[1] and "inte rita" in mails[2]
    assert mail_text(facts((Group("Bord 1"),))) == ""
    assert "[mejladress] senast [dag]" in mail_text(facts(groups))


def test_the_papers_say_what_this_workshop_is() -> None:
    only_comments = Group("Åmål", kommunkod="1492", far_andra=COMMENTS_ONLY)
    told = facts((only_comments, Group("Kil", kommunkod="1715", far_andra=COMMENTS_ONLY)), samverkansniva=3)
    sheet = facilitator_sheet(told)
    said = " ".join(line for part in (*sheet.left, *sheet.right) for line in part.lines)
    assert "Tyck till" in said and not {"Rita:", "Ändra:"} & {*said.split()} and "rita" not in said.lower()
    level = dict(sheet.facts)["Samverkansnivå"]
    assert level.startswith("3 Lyssna: ") and len(level) > 20
    mail = mail_text(told)
    assert "att kommentera i för Kil" in mail and "Kommentera" in mail and "Rösta" in mail and "ni ritar" not in mail

    mixed = facts((Group("Bord 1"), only_comments, Group("Kil", kommunkod="1715")))
    said = " ".join(line for part in facilitator_sheet(mixed).left for line in part.lines)
    assert "Rita:" in said and "Grupper som bara får kommentera går till Tyck till." in said
    assert "Samverkansnivå" not in dict(facilitator_sheet(mixed).facts)
    everything = mail_text(mixed).split("-" * 72)[-1]
    assert "Rita:" in everything and "Kommentera" in everything and "Rösta" in everything


def test_papers_lie_beside_the_files_or_nothing_does(qgis_app: QgsApplication, tmp_path: Path) -> None:
    main, folder = new_file(tmp_path), tmp_path / "workshop"
    folder.mkdir()
    plan = WorkshopPlan("Målbild", (Group("Bord 1"), Group("Arvika", kommunkod="1784")))
    started, papers = start_with_papers(main, folder, plan, "anna")
    assert sorted(folder.iterdir()) == sorted((*started.files, papers.sheet, papers.mail))
    mail = papers.mail.read_bytes()
    assert mail.startswith(b"\xef\xbb\xbf") and b"\r\n" in mail and b"\r\r" not in mail

    other = WorkshopPlan("Målbild", (Group("Bord 9"),))
    before = sorted(folder.iterdir())
    with pytest.raises(StoreError, match="finns redan"):
        start_with_papers(main, folder, other, "anna")
    (folder / "Omtag - Bord 2.gpkg").write_text("någon annans")
    for groups in ((Group("Bord 1"), Group("Bord 1")), (Group("Bord 1"), Group("Bord 2"))):
        with pytest.raises(StoreError):
            start_with_papers(main, folder, WorkshopPlan("Omtag", groups), "anna")
    assert sorted(folder.iterdir()) == sorted([*before, folder / "Omtag - Bord 2.gpkg"])
    with reading(main) as db:
        assert [one.titel for one in workshops_in(db.connection)] == ["Målbild"]
