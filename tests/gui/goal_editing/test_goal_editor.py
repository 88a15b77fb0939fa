"""Goal sets of one's own in their window: made, filled in, moved, taken away and given back, with mouse and keys."""

from __future__ import annotations

import re
from typing import Any

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

from strukturbild_plugin.drawing.edits.goal_links import link_objects
from strukturbild_plugin.goals import goal_editing as editing
from strukturbild_plugin.gui.goal_editing.goal_editor import GoalEditor
from strukturbild_plugin.gui.session.saved_indicator import SavedIndicator
from strukturbild_plugin.gui.steps.goal_version_dialog import GoalVersionDialog
from tests.gui.dock_helpers import form, wait, written
from tests.gui.goal_editing.helpers import fill, settled


@pytest.fixture
def editor(dock: Any) -> GoalEditor:
    """The window, opened by the button on the step of goals."""
    wait(lambda: dock.step_actions.goal_windows.goals.snapshot is not None)
    form(dock, "mal").edit.click()
    found = next(iter(dock.session.iface.mainWindow().findChildren(GoalEditor)))
    assert isinstance(found, GoalEditor) and found.isVisible()
    return found


@pytest.fixture
def own(dock: Any, editor: GoalEditor) -> GoalEditor:
    """With a set of three goals and one below the first."""
    tree = editing.new_set("Våra mål", "Region Prov", ("17", "18"), ())
    for _ in range(3):
        tree, _new = editing.with_new_goal(tree)
    tree, _new = editing.with_new_goal(tree, tree.goals[0].mal_id)
    settled(dock).change("vara_mal", tree, "prov")
    settled(dock)
    return editor


def codes(dock: Any) -> list[tuple[str, str]]:
    """Code, and the code above, of each goal of the set."""
    tree = settled(dock).tree("vara_mal")
    names = {goal.mal_id: goal.kod for goal in tree.goals}
    return [(goal.kod, names.get(goal.over_id, "")) for goal in tree.goals]


def key(editor: GoalEditor, *keys: Any, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    for each in keys:
        QTest.keyClick(editor.tree, each, held)


def test_a_set_is_written_goal_by_goal_and_every_act_is_undone_alone(dock: Any, own: GoalEditor) -> None:
    assert codes(dock) == [("1", ""), ("1.1", "1"), ("2", ""), ("3", "")]
    tree = settled(dock).tree("vara_mal")
    own.choose(tree.goals[1].mal_id)
    for name, value in (("titel", "Fler bostäder\n nära <b>stationer</b>"), ("kod", "01"), ("malar", "2035")):
        fill(own.goal_form, name, value)
    fill(own.goal_form, "beskrivning", "å" * 50_000)
    (goal,) = [one for one in written(dock).goals if one.kod == "01"]
    said = (goal.titel, goal.malar, len(goal.beskrivning))
    assert said == ("Fler bostäder nära <b>stationer</b>", 2035, 50_000)
    settled(dock)
    dock.head_edits.go_back()
    (goal,) = [one for one in written(dock).goals if one.kod == "01"]
    assert (goal.beskrivning, goal.malar) == ("", 2035)


def test_a_new_set_is_the_region_s_and_its_first_goal_is_written_with_one_button(dock: Any, editor: GoalEditor) -> None:
    editor.new_set.click()
    editor.new_goal.click()
    assert codes(dock) == [("1", "")] and editor.goal_form.fields["titel"].toPlainText() == "Nytt mål"
    goal_set = settled(dock).tree("vara_mal").goal_set
    assert (goal_set.organisation, goal_set.lan) == (dock.session.opened.head.organisation, ("17", "18"))


def test_what_cannot_be_is_said_under_the_field_and_stays_to_be_mended(dock: Any, own: GoalEditor) -> None:
    tree = settled(dock).tree("vara_mal")
    own.choose(tree.goals[2].mal_id)
    fill(own.goal_form, "kod", "1")
    assert "Koden 1 har redan målet" in own.goal_form.trouble.text() and not own.goal_form.trouble.isHidden()
    assert own.goal_form.fields["kod"].text() == "1"
    fill(own.goal_form, "titel", "Annat")
    assert codes(dock)[2] == ("2", "") and own.goal_form.trouble.isHidden()
    fill(own.goal_form, "titel", "x" * 50_000)
    assert "50000 tecken" in own.goal_form.trouble.text()
    own.choose("vara_mal")
    fill(own.set_form, "namn", "  ")
    assert "behöver ett namn" in own.set_form.trouble.text()
    fill(own.set_form, "antagen", "i fjol")
    assert "Skriv året" in own.set_form.trouble.text()
    assert settled(dock).tree("vara_mal").goal_set.namn == "Våra mål"


def test_keys_move_add_and_take_away(dock: Any, own: GoalEditor) -> None:
    tree = settled(dock).tree("vara_mal")
    own.choose(tree.goals[3].mal_id)
    alt = Qt.KeyboardModifier.AltModifier
    key(own, Qt.Key.Key_Up, held=alt)
    assert codes(dock) == [("1", ""), ("1.1", "1"), ("3", ""), ("2", "")]
    key(own, Qt.Key.Key_Right, held=alt)
    assert codes(dock) == [("1", ""), ("1.1", "1"), ("3", "1"), ("2", "")]
    key(own, Qt.Key.Key_Left, held=alt)
    key(own, Qt.Key.Key_Insert)
    assert (
        codes(dock)[-2:] == [("4", ""), ("2", "")]
        and own.tree.code() == settled(dock).tree("vara_mal").goals[-2].mal_id
    )
    key(own, Qt.Key.Key_Delete)
    assert (
        codes(dock)[-2:] == [("3", ""), ("2", "")]
        and own.tree.code() == settled(dock).tree("vara_mal").goals[-1].mal_id
    )
    QTest.keyClick(own.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert codes(dock)[-2:] == [("4", ""), ("2", "")]


def test_a_goal_with_links_says_how_many_before_it_goes(dock: Any, own: GoalEditor) -> None:
    tree = settled(dock).tree("vara_mal")
    goal = tree.goals[0].mal_id
    ids = [one.objekt_id for one in dock.tools.edit_session.objects.all()][:2]
    link_objects(dock.tools.edit_session, goal, ids, 1, "Skäl")
    wait(lambda: settled(dock).links()[goal] == 2)
    own.choose(goal)
    own.remove.click()
    assert not own.question.isHidden() and own.what_goes.text() == (
        "Kopplingar till objekt som tas bort: 2. Mål under det som flyttas upp en nivå: 1. Ångra ger tillbaka allt."
    )
    link_objects(dock.tools.edit_session, goal, ids, 2, "Just nu")
    own.sure.click()
    assert "inte är sparade" in own.what_goes.text() and own.sure.isHidden(), "lagret håller i raderna"
    wait(lambda: not dock.session.opened.unsaved())
    settled(dock)
    own.remove.click()
    own.sure.click()
    assert own.question.isHidden() and codes(dock) == [("1.1", ""), ("2", ""), ("3", "")]
    assert not [link for link in written(dock).links if link.mal_id == goal]
    dock.head_edits.go_back()
    assert len([link for link in written(dock).links if link.mal_id == goal]) == 2


def test_a_library_set_is_not_changed_but_gets_a_version_of_ones_own(dock: Any, editor: GoalEditor) -> None:
    goals = settled(dock)
    before = goals.tree("rus_varmland")
    for code in ("rus_varmland", before.goals[0].mal_id):
        editor.choose(code)
        assert not editor.new_goal.isEnabled() and not editor.new_below.isEnabled()
        key(editor, Qt.Key.Key_Insert)
        editor.move_goal("ned")
    assert not editor.remove.isEnabled()
    assert editor.forms.currentIndex() == 3 and "ändras inte" in editor.published_text.text()
    editor.choose("rus_varmland")
    editor.own_version.click()
    own = settled(dock).tree(editor.tree.code())
    assert own.goal_set.ersatter == "rus_varmland" and settled(dock).tree("rus_varmland") == before
    step = form(dock, "mal")
    wait(lambda: not step.newer.isHidden())
    assert step.newer.text() == "Byt till ny version…" and own.goal_set.namn in step.newer.toolTip()
    assert f"Ersatt av {own.goal_set.namn}." in step.warning.text()


def test_links_are_moved_to_the_own_version_goal_by_goal_and_back(dock: Any, editor: GoalEditor) -> None:
    before = written(dock)
    editor.choose("rus_varmland")
    editor.own_version.click()
    own = settled(dock).tree(editor.tree.code())
    step = form(dock, "mal")
    wait(lambda: not step.newer.isHidden())
    step.newer.click()
    dialog = next(one for one in step.findChildren(GoalVersionDialog) if one.isVisible())
    assert dialog.tree().goal_set.kod == own.goal_set.kod
    assert dialog.moves() == {goal.ersatter: goal.mal_id for goal in own.goals}, "målen säger själva vad de ersätter"
    dialog.change.click()
    after = written(dock)
    assert "rus_varmland" not in {one.kod for one in after.goal_sets} and len(after.links) == len(before.links)
    settled(dock)
    dock.head_edits.go_back()
    settled(dock)
    assert written(dock).links == before.links


def test_a_set_goes_whole_and_comes_back(dock: Any, own: GoalEditor) -> None:
    before = written(dock)
    own.choose("vara_mal")
    own.remove.click()
    assert own.what_goes.text() == "Samlingen har 4 mål. Ångra ger tillbaka allt."
    own.unsure.click()
    assert own.question.isHidden() and written(dock) == before
    own.remove.click()
    own.sure.click()
    assert "vara_mal" not in {one.kod for one in written(dock).goal_sets}
    settled(dock)
    dock.head_edits.go_back()
    assert written(dock).goals == before.goals


@pytest.mark.parametrize("way", ["button", "esc", "cross"])
def test_the_window_closes_and_keeps_what_was_being_written(dock: Any, own: GoalEditor, way: str) -> None:
    own.choose("vara_mal")
    own.set_form.fields["namn"].setFocus()
    own.set_form.fields["namn"].setText("Våra fyra mål")
    if way == "button":
        (button,) = [one for one in own.findChildren(QPushButton) if one.text() == "Stäng" and not one.isHidden()]
        button.click()
    elif way == "esc":
        QTest.keyClick(own, Qt.Key.Key_Escape)
    else:
        own.close()
    assert not own.isVisible()
    settled(dock)
    assert "Våra fyra mål" in {one.namn for one in written(dock).goal_sets}
    form(dock, "mal").edit.click()
    shown = [one for one in dock.session.iface.mainWindow().findChildren(GoalEditor) if one.isVisible()]
    assert len(shown) == 1 and shown[0] is not own


def test_the_tab_key_goes_from_field_to_field(own: GoalEditor) -> None:
    own.choose("vara_mal")
    own.activateWindow()
    first = own.set_form.fields["namn"]
    first.setFocus()
    passed = [first.nextInFocusChain()]
    while passed[-1] is not own.set_form.fields["antagen"]:
        passed.append(passed[-1].nextInFocusChain())
    stops = [one for one in passed if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [own.set_form.fields["organisation"], own.set_form.fields["antagen"]]


def test_what_was_undone_is_said_as_a_sentence_of_its_own(dock: Any, own: GoalEditor) -> None:
    (note,) = own.findChildren(SavedIndicator)
    tree = settled(dock).tree("vara_mal")
    own.choose(tree.goals[-1].mal_id)
    own.remove.click()
    settled(dock)
    assert re.match(r"Sparat \d\d\.\d\d\. Ta bort 3 Nytt mål\. <a", note.text())
    dock.head_edits.go_back()
    settled(dock)
    assert re.match(r"Sparat \d\d\.\d\d\. Ångrat: ta bort 3 Nytt mål\.", note.text())
