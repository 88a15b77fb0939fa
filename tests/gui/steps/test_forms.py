"""The dock's own forms: what is written in them is in the file, or an undo step, and nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.document_texts import decision
from strukturbild_plugin.drawing.edits.objects import NewObject, add_object, delete_object
from strukturbild_plugin.gui.steps.pictures_form import possible_starts
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import form, held, wait, written


def write(field: Any, text: Any) -> None:
    field.setPlainText(text) if hasattr(field, "setPlainText") else field.setText(text)
    field.keep()


def choose(field: Any, code: Any) -> None:
    field.setCurrentIndex(field.findData(code))
    field.activated.emit(field.currentIndex())


def test_purpose_is_in_the_file_at_once_with_a_way_back_beside_what_is_drawn(dock: Any) -> None:
    layer = dock.session.opened.layer("nod")
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("namn"), "Nyritat")
    purpose = form(dock, "syfte")
    write(purpose.fields["beskrivning"], "Visar hur stråket hänger ihop.\nFör översiktsplanerna.")
    choose(purpose.fields["samverkansniva"], 6)
    write(purpose.fields["titel"], "Nobelbanan tillsammans")
    head = written(dock).head
    assert (head.titel, head.samverkansniva) == ("Nobelbanan tillsammans", 6)
    assert head.beskrivning.endswith("översiktsplanerna.") and dock.header.title.text() == head.titel
    assert "förhandlar" in purpose.meaning.text()
    dock.head_edits.go_back()
    assert written(dock).head.titel != head.titel and dock.header.title.text() != head.titel
    wait(lambda: purpose.fields["titel"].text() == dock.header.title.text())
    organ, day = next(iter(purpose.deciders.values()))
    write(organ, "Regionala utvecklingsnämnden")
    write(day, "20261120")
    picture = written(dock).pictures[0]
    assert (picture.beslutsorgan, picture.beslutsdatum) == ("Regionala utvecklingsnämnden", "2026-11-20")
    wait(lambda: not layer.isModified())
    assert "Nyritat" in {one.namn for one in written(dock).objects}


def test_licence_permission_and_reference_are_folded_and_in_the_file_at_once(dock: Any) -> None:
    purpose = form(dock, "syfte")
    assert purpose.terms.folded
    licence = purpose.fields["licens"]
    assert [licence.itemText(place) for place in range(licence.count())] == [
        "Ingen licens angiven",
        "CC0 1.0",
        "CC BY 4.0",
    ]
    choose(licence, "CC BY 4.0")
    write(purpose.fields["spridningstillstand"], "LM2026/1")
    write(purpose.fields["spridningstillstand_datum"], "20261120")
    write(purpose.fields["diarienummer"], "RUN 2026/17")
    head = written(dock).head
    assert (head.licens, head.spridningstillstand, head.spridningstillstand_datum, head.diarienummer) == (
        "CC BY 4.0",
        "LM2026/1",
        "2026-11-20",
        "RUN 2026/17",
    )
    dock.head_edits.go_back()
    assert written(dock).head.diarienummer == ""
    choose(licence, None)
    assert written(dock).head.licens == ""


def test_pictures_are_added_renamed_ordered_and_removed_only_when_empty(dock: Any) -> None:
    pictures = form(dock, "omrade")
    first = written(dock).pictures[0]
    assert not pictures.remove.isEnabled() and "objekt" in pictures.remove.toolTip()
    pictures.add.click()
    write(pictures.fields["namn"], "Nuläge")
    choose(pictures.fields["bildtyp"], "nulage")
    write(pictures.fields["horisont"], "tjugohundra")
    assert pictures.fields["horisont"].text() == "", "det som inte är ett år tas inte emot"
    write(pictures.fields["horisont"], "2025")
    write(pictures.fields["remissomgang"], "2")
    write(pictures.fields["ses_over"], "20300301")
    made = written(dock).pictures[-1]
    assert (made.namn, made.bildtyp, made.horisont) == ("Nuläge", "nulage", 2025)
    assert (made.remissomgang, made.ses_over) == (2, "2030-03-01")
    assert decision(made, "sv") == "Ses över senast 2030-03-01"
    assert decision(replace(made, status="remiss"), "sv") == "Remissomgång 2 · Ses över senast 2030-03-01"
    pictures.up.click()
    assert [one.namn for one in written(dock).pictures] == ["Nuläge", first.namn]
    nodes = dock.session.opened.layer("nod")

    def offered() -> list[str]:
        setup = nodes.editorWidgetSetup(nodes.fields().indexOf("bild_id"))
        return [next(iter(entry)) for entry in setup.config()["map"]]

    wait(lambda: offered() == ["Nuläge", first.namn])
    wait(pictures.remove.isEnabled)
    pictures.remove.click()
    assert written(dock).pictures == (replace(first, ordning=2),)
    dock.head_edits.go_back()
    assert {one.namn for one in written(dock).pictures} == {"Nuläge", first.namn}


def test_goals_come_from_the_library_go_again_and_are_searched(dock: Any) -> None:
    goals = form(dock, "mal")
    before = written(dock)
    choose(goals.offered, "agenda2030")
    after = written(dock)
    assert len(after.goals) > len(before.goals) and "agenda2030" in {one.kod for one in after.goal_sets}
    wait(lambda: "samling:agenda2030" in [item.data(0, 256) for item in goals.goals._all()])
    goals.goals._take_up("samling:agenda2030")
    assert goals.remove.isEnabled()
    goals.remove.click()
    assert len(written(dock).goals) == len(before.goals)
    goals.goals.search.setText("höja kompetensen")

    def shown() -> list[str]:
        return [item.text(0) for item in goals.goals._all() if not item.isHidden()]

    wait(lambda: len(shown()) == 2)
    assert any(line.startswith("2 Höja kompetensen\nRegion Värmland · ") for line in shown())


def test_anchoring_is_written_per_object_and_for_the_whole_and_taken_back(dock: Any) -> None:
    page, objekt_id = dock.object_page, next(iter(dock.tools.edit_session.objects.all())).objekt_id
    dock.step_actions.show_object(objekt_id)
    panel = page.anchoring
    panel.actor.setText("Karlstads kommun")
    write(panel.day, "2026-10-01")
    choose(panel.level, 7)
    panel.detail.setText("KS 12 §")
    panel.add.click()
    (one,) = written(dock).anchorings
    assert (one.aktor, one.objekt_id, one.niva, one.detalj) == ("Karlstads kommun", objekt_id, 7, "KS 12 §")
    assert one.tid.startswith("2026-10-01")
    wait(lambda: page.tabs.tabText(2) == "Förankring (1)")
    assert panel.tree.topLevelItem(0).text(0) == "Karlstads kommun\n2026-10-01 · 7 Samarbeta · KS 12 §"
    panel.tree.setCurrentItem(panel.tree.topLevelItem(0))
    panel.remove.click()
    assert written(dock).anchorings == ()
    dock.head_edits.go_back()
    assert written(dock).anchorings[0].niva == 7
    whole = form(dock, "syfte").anchoring
    whole.actor.setText("Region Värmland")
    whole.add.click()
    assert {each.objekt_id for each in written(dock).anchorings} == {objekt_id, ""}


def test_measures_say_who_does_what_when_and_are_changed_and_taken_back(dock: Any) -> None:
    page, objekt_id = dock.object_page, next(iter(dock.tools.edit_session.objects.all())).objekt_id
    dock.step_actions.show_object(objekt_id)
    panel = page.measures
    assert not panel.add.isEnabled()
    panel.what.setText("Ny station")
    panel.actor.setText("Region Värmland")
    panel.start.setText("2032")
    panel.end.setText("2028")
    choose(panel.status, "planerad")
    panel.plan.setText("Länstransportplanen")
    panel.add.click()
    (one,) = written(dock).measures
    assert (one.objekt_id, one.vad, one.aktor, one.fran_ar, one.till_ar) == (
        objekt_id,
        "Ny station",
        "Region Värmland",
        2028,
        2032,
    )
    assert (one.status, one.plan_ref, one.ordning) == ("planerad", "Länstransportplanen", 1)
    wait(lambda: page.form.sections["insatser"].head.text() == "Insatser  (1)")
    assert panel.tree.topLevelItem(0).text(0) == "Ny station: Region Värmland, 2028–2032, Länstransportplanen"
    panel.tree.setCurrentItem(panel.tree.topLevelItem(0))
    assert panel.what.text() == "Ny station" and panel.start.text() == "2028"
    panel.start.setText("snart")
    panel.change.click()
    assert panel.start.text() == "2028" and written(dock).measures == (one,), "det som inte är ett år tas inte emot"
    panel.what.setText("=Ny <b>station</b>")
    panel.change.click()
    (changed,) = written(dock).measures
    assert (changed.insats_id, changed.vad) == (one.insats_id, "=Ny <b>station</b>")
    dock.head_edits.go_back()
    assert written(dock).measures == (one,)
    wait(lambda: panel.tree.topLevelItem(0).text(0).startswith("Ny station"))
    panel.tree.setCurrentItem(panel.tree.topLevelItem(0))
    panel.remove.click()
    assert written(dock).measures == ()
    dock.head_edits.go_back()
    assert written(dock).measures == (one,)


def test_anchoring_waits_with_an_object_that_is_not_saved_and_goes_with_it(dock: Any) -> None:
    edit_session, panel = dock.tools.edit_session, dock.object_page.anchoring

    def drawn(name: str) -> str:
        place = QgsGeometry.fromPointXY(QgsPointXY(450000, 6590000))
        return add_object(edit_session, NewObject("nod", niva="regional", bild_id=dock.tools.picture), place, name)

    def anchor(objekt_id: str, actor: str) -> None:
        dock.step_actions.show_object(objekt_id)
        panel.actor.setText(actor)
        panel.add.click()

    def shown() -> list[str]:
        return [panel.tree.topLevelItem(row).text(0).split("\n")[0] for row in range(panel.tree.topLevelItemCount())]

    new = drawn("Ångras")
    anchor(new, "Arvika kommun")
    assert shown() == ["Arvika kommun"] and not panel.waits.isHidden() and panel.note.isHidden()
    assert dock.object_page.tabs.tabText(2) == "Förankring (1)" and written(dock).anchorings == ()
    dock.tools.undo()
    assert dock.object_page.objekt_id == ""
    assert dock.session.save() and written(dock).anchorings == (), "ingen rad blir kvar efter något som aldrig sparats"
    new = drawn("Sparas")
    anchor(new, "Kils kommun")
    anchor(new, "Fel")
    panel.tree.setCurrentItem(panel.tree.topLevelItem(0))
    panel.remove.click()
    dock.tools.undo()
    dock.tools.redo()
    dock.step_actions.show_object(new)
    assert shown() == ["Kils kommun"], "den kommer tillbaka med sitt objekt"
    assert dock.session.save()
    wait(lambda: [(one.aktor, one.objekt_id) for one in written(dock).anchorings] == [("Kils kommun", new)])
    wait(lambda: shown() == ["Kils kommun"] and panel.waits.isHidden())
    purpose = form(dock, "syfte")
    assert purpose.lost.isHidden()
    dock.tools.do(lambda: delete_object(edit_session, new))
    dock.session.live.now()
    assert purpose.lost.isHidden(), "det som inte är sparat kan komma tillbaka"
    assert dock.session.save()
    wait(lambda: not purpose.lost.isHidden())
    assert "Kils kommun" in purpose.lost.text.text()
    purpose.lost.remove.click()
    assert written(dock).anchorings == ()
    wait(purpose.lost.isHidden)
    dock.head_edits.go_back()
    assert [one.aktor for one in written(dock).anchorings] == ["Kils kommun"]


def test_anchoring_that_waits_for_a_locked_file_is_written_when_one_leaves(dock: Any) -> None:
    edit_session, path = dock.tools.edit_session, dock.session.opened.path
    place = QgsGeometry.fromPointXY(QgsPointXY(450000, 6590000))
    with held(path):
        new = add_object(edit_session, NewObject("nod", niva="regional", bild_id=dock.tools.picture), place, "Ny")
        dock.step_actions.show_object(new)
        dock.object_page.anchoring.actor.setText("Kils kommun")
        dock.object_page.anchoring.add.click()
        QApplication.processEvents()
        assert dock.session.opened.unsaved()
    dock.files.close()
    assert dock.session.opened is None
    wait(lambda: not dock.head_edits.busy and not dock.session.runner.busy)
    kept = read_snapshot(path)
    assert [(one.aktor, one.objekt_id) for one in kept.anchorings] == [("Kils kommun", new)]
    assert new in {one.objekt_id for one in kept.objects}


def test_the_object_form_writes_one_undo_step_for_each_field(dock: Any) -> None:
    edit_session = dock.tools.edit_session
    node = next(one for one in edit_session.objects.all() if one.lager == "nod")
    dock.step_actions.show_object(node.objekt_id)
    form_ = dock.object_page.form
    assert form_.horizontalScrollBar().maximum() == 0 or not form_.isVisible()
    write(form_.fields["stallningstagande"], "Här ska det byggas tätt.")
    form_.fields["roll"].ticks["hamn"].click()
    write(form_.fields["kalla_datum"], "2026-01-31")
    write(form_.fields["tidshorisont"], "2 040")
    choose(form_.fields["status"], "utvecklas")
    feature = edit_session.feature(node.objekt_id)
    assert feature["stallningstagande"] == "Här ska det byggas tätt." and feature["kalla_datum"] == QDate(2026, 1, 31)
    assert "hamn" in feature["roll"] and feature["tidshorisont"] == 2040 and feature["status"] == "utvecklas"
    for _step in range(5):
        dock.tools.undo()
    assert not edit_session.can_undo() and form_.fields["status"].value() != "utvecklas"
    assert form_.fields["stallningstagande"].value() != "Här ska det byggas tätt."
    form_.fields["namn"].setText("Halvskrivet")
    assert dock.session.save(), "det som skrivs följer med när man sparar"
    assert "Halvskrivet" in {one.namn for one in written(dock).objects}


def test_another_class_takes_levels_it_lacks_away_in_the_same_step(dock: Any) -> None:
    edit_session = dock.tools.edit_session
    nodes = [one.objekt_id for one in edit_session.objects.all() if one.klass == "nod"]
    node = next(one for one in nodes if edit_session.feature(one)["niva"] == "storregional")
    dock.step_actions.show_object(node)
    choose(dock.object_page.form.fields["klass"], "verksamhet")
    assert edit_session.feature(node)["klass"] == "verksamhet" and not edit_session.feature(node)["niva"]
    fields = dock.object_page.form.fields
    assert fields["niva"].findData("storregional") < 0 and fields["undertyp"].findData("energi") >= 0
    dock.tools.undo()
    assert edit_session.feature(node)["niva"] == "storregional" and "undertyp" not in dock.object_page.form.fields


def test_what_cannot_be_written_is_told_and_the_forms_show_what_stands_in_the_file(dock: Any) -> None:
    purpose = form(dock, "syfte")
    title = purpose.fields["titel"].text()
    purpose.fields["titel"].setText("")
    purpose.fields["titel"].keep()
    assert purpose.fields["titel"].text() == title, "en titel måste den ha"
    purpose.fields["organisation"].setText("Skrivs aldrig")
    last = dock.session.snapshot.pictures[0].bild_id
    dock.head_edits.write("försök", lambda db: db.remove_picture(last), lambda _result: lambda db: None)
    wait(lambda: not dock.head_edits.busy)
    assert purpose.fields["organisation"].text() == dock.session.snapshot.head.organisation
    assert not dock.head_edits.can_go_back() and len(written(dock).pictures) == 1


def test_what_stands_half_written_when_one_leaves_is_written(dock: Any) -> None:
    purpose, path = form(dock, "syfte"), dock.session.opened.path
    purpose.fields["beskrivning"].setPlainText("Hann inte lämna fältet")
    dock.files.close()
    assert dock.session.opened is None and read_snapshot(path).head.beskrivning == "Hann inte lämna fältet"


def test_every_attribute_of_every_class_has_a_field_and_unknown_codes_stay(dock: Any) -> None:
    from strukturbild_plugin.gui.object_panel.object_form import editor

    catalogue = dock.tools.edit_session.catalogue
    for attribute in catalogue.attribut.values():
        field = editor(attribute, catalogue)
        field.set_value(None)
        assert not field.dirty()
    status = editor(catalogue.attribut["status"], catalogue)
    status.set_value("en_kod_som_inte_finns")
    assert status.value() == "en_kod_som_inte_finns" and not status.dirty()
    roles = editor(catalogue.attribut["roll"], catalogue)
    roles.set_value(("egen_roll", "hamn"))
    assert roles.value() == ("egen_roll", "hamn")


def test_what_is_being_written_is_not_overwritten_by_what_somebody_else_saved(dock: Any) -> None:
    purpose = form(dock, "syfte")
    purpose.fields["organisation"].setText("Halvvägs genom")
    with writing(dock.session.opened.path, "Någon annan") as db:
        db.set_head(replace(db.head(), beskrivning="Deras text", organisation="Deras"))
    dock.session.read()
    wait(lambda: purpose.fields["beskrivning"].value() == "Deras text")
    assert purpose.fields["organisation"].text() == "Halvvägs genom"
    purpose.keep()
    assert written(dock).head.organisation == "Halvvägs genom"


def test_a_picture_tells_what_it_starts_from_and_forgets_it_when_that_is_removed_with_a_way_back(dock: Any) -> None:
    pictures = form(dock, "omrade")
    first = written(dock).pictures[0]
    pictures._chosen = first.bild_id
    pictures.add.click()
    wait(lambda: len(written(dock).pictures) == 2)
    second = written(dock).pictures[1]
    starts = pictures.fields["utgar_fran"]
    assert {starts.itemData(place) for place in range(starts.count())} == {None, first.bild_id}
    choose(starts, first.bild_id)
    wait(lambda: written(dock).pictures[1].utgar_fran == first.bild_id)
    assert possible_starts(written(dock).pictures, first.bild_id) == ()  # it would go round in a ring
    with writing(dock.session.opened.path) as db:
        db.set_pictures([replace(second, bild_id="tredje", namn="Tredje", ordning=3, utgar_fran=second.bild_id)])
    dock.session.read()
    wait(lambda: len(pictures._pictures()) == 3)
    pictures._chosen = second.bild_id
    pictures.remove.click()
    wait(lambda: len(written(dock).pictures) == 2)
    assert {one.utgar_fran for one in written(dock).pictures} == {""}
    dock.head_edits.go_back()
    wait(lambda: len(written(dock).pictures) == 3)
    assert {one.bild_id: one.utgar_fran for one in written(dock).pictures} == {
        first.bild_id: "", second.bild_id: first.bild_id, "tredje": second.bild_id,
    }  # fmt: skip
