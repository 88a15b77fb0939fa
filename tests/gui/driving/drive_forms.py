"""A part of drive_forms_and_area_change.py: purpose, pictures, goals, an object with its goals and anchoring."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from tests.gui.driving.driver import SHOTS, drawn, opened, prepare, settled
from tests.gui.driving.fields import pick, sideways, tab_out

NARROW = int(os.environ.get("NARROW", "320"))


def forms(drive):
    """Every form of the dock, narrow."""
    dock = prepare().dock()
    dock.open(os.environ["FORMS"])
    yield opened(dock)
    yield settled()
    dock.window().resizeDocks([dock], [NARROW], Qt.Orientation.Horizontal)
    yield drawn()
    drive.told["width"] = dock.width()
    drive.told["sideways"] = {}

    def look(name):
        QApplication.processEvents()
        drive.told["sideways"][name] = sideways(dock)
        dock.grab().save(str(SHOTS / f"{name}.png"))  # the whole dock, also what a small screen has no room for
        drive.told["shots"].append(name)

    yield from purpose(drive, dock, look)
    yield from pictures(drive, dock, look)
    yield from goals(drive, dock, look)
    yield from an_object(drive, dock, look)


def purpose(drive, dock, look):
    """Step 0."""
    dock.steps.go("syfte")
    yield settled()
    form = dock.steps._forms["syfte"]
    tab_out(form.fields["beskrivning"], "Bilden visar hur stråket hänger ihop och vad vi vill med det.")
    pick(form.fields["samverkansniva"], 7)
    yield settled(0.5)
    look("20_syfte")
    form.section.head.click()
    yield settled()
    whole = form.anchoring
    whole.actor.setFocus()
    whole.actor.insert("Region Värmland")
    pick(whole.level, 8)
    drive.click(whole.add)
    yield settled(0.5)
    bar = dock.steps.scroll.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    dock.steps.scroll.ensureWidgetVisible(whole.add)
    yield settled()
    look("21_forankring_hela")


def pictures(drive, dock, look):
    """Step 1."""
    dock.steps.go("omrade")
    yield settled()
    form = dock.steps._forms["omrade"]
    drive.click(form.add)
    yield settled(0.5)
    tab_out(form.fields["namn"], "Nuläge 2026")
    pick(form.fields["bildtyp"], "nulage")
    yield settled(0.5)
    look("22_bilder")
    dock.steps.scroll.ensureWidgetVisible(form.fields["beslutsdatum"])
    yield settled()
    look("23_bilder_nedre")
    drive.click(form.remove)
    yield settled(0.5)
    drive.told["pictures"] = [one.namn for one in dock.session.snapshot.pictures]


def goals(drive, dock, look):
    """Step 2."""
    dock.steps.go("mal")
    yield settled()
    form = dock.steps._forms["mal"]
    pick(form.offered, "agenda2030")
    yield settled(0.5)
    form.goals.search.setFocus()
    form.goals.search.insert("hållbar")
    yield settled()
    look("24_mal_sok")
    form.goals.search.clear()
    dock.steps.scroll.ensureWidgetVisible(form.table)
    yield settled()
    look("25_mal")
    drive.told["goal_sets"] = [one.kod for one in dock.session.snapshot.goal_sets]


def an_object(drive, dock, look):
    """The object panel."""
    edit_session = dock.tools.edit_session
    node = next(one for one in edit_session.objects.all() if one.namn == "Karlstad")
    dock.step_actions.show_object(node.objekt_id)
    yield settled()
    page = dock.object_page
    form = page.form
    tab_out(form.fields["stallningstagande"], "Karlstad växer inåt, nära stationen.\nVi bygger tätt.")
    drive.click(form.fields["roll"].more)
    yield settled()
    look("26_objekt")
    form.fields["roll"].more.click()
    form.ensureWidgetVisible(form.fields["stallningstagande"])
    yield settled()
    look("27_objekt_text")
    for section in form.sections.values():
        section.fold(False)
    form.ensureWidgetVisible(form.fields["beslutsdatum"])
    yield settled()
    look("28_objekt_kalla")
    drive.told["undo_text"] = edit_session.undo_text()
    page.tabs.setCurrentIndex(1)
    tree = page.goals.all.tree
    tree.setCurrentItem(tree.topLevelItem(0).child(0))
    drive.click(page.goals.add)
    yield lambda: len(page.goals.ties) > 0
    page.goals.bidrag.setFocus()
    pick(page.goals.bidrag, 2)
    tab_out(page.goals.why, "Fler når utbildning och arbete utan bil.")
    yield settled()
    look("29_objekt_mal")
    drive.told["tie"] = page.goals.tree.currentItem().text(0)
    page.tabs.setCurrentIndex(2)
    panel = page.anchoring
    panel.actor.insert("Karlstads kommun")
    pick(panel.level, 6)
    panel.detail.insert("Kommunstyrelsen, med förbehåll för läget")
    drive.click(panel.add)
    yield settled(0.5)
    look("30_objekt_forankring")
    drive.told["tabs"] = [page.tabs.tabText(place) for place in range(3)]
    strak = next(one for one in edit_session.objects.all() if one.lager == "strak")
    page.tabs.setCurrentIndex(0)
    dock.step_actions.show_object(strak.objekt_id)
    yield settled()
    form.sections["koppling"].fold(False)
    yield settled()
    form.ensureWidgetVisible(form.fields["mot_slut"])
    yield settled()
    look("31_strak")
    while edit_session.can_undo():
        dock.tools.undo()
    drive.told["undone"] = edit_session.feature(node.objekt_id)["stallningstagande"]
    drive.told["saved"] = {
        "forankring": [[one.aktor, one.niva] for one in dock.session.snapshot.anchorings],
        "niva": dock.session.opened.head.samverkansniva,
    }
