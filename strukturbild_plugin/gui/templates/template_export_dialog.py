"""The dialog "Spara som mall": what the template is called, what goes along, and its steps in the user's own words."""

from __future__ import annotations

from typing import Sequence

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...cartography.symbol_sets.symbol_set_library import symbol_sets
from ...catalogue.model import Text
from ...catalogue.steps import StepSpec
from ...i18n import tr
from ...store.gpkg.attachments import LAYOUT, LOGO, PROFILE, STYLE, SYMBOL_SET
from ...store.gpkg.records import Snapshot
from ...store.templates.save_template import TemplateRequest, TemplateSuggestion
from .. import settings
from ..guarded import guarded
from ..widgets.check_list import CheckList
from ..widgets.dialog_parts import answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, quiet
from .step_editor import StepEditor


@guarded
class TemplateExportDialog(FittingDialog):
    """Everything has a suggestion; a name and an organisation are enough."""

    def __init__(
        self,
        snapshot: Snapshot,
        steps: Sequence[StepSpec],
        suggestion: TemplateSuggestion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Spara som mall"))
        self.setObjectName("strukturbild_spara_mall_dialog")
        self._snapshot, self._suggestion = snapshot, suggestion
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self._about_page(), tr("Mallen"))
        self.steps = StepEditor(steps, settings.language(), self)
        self.tabs.addTab(self.steps, tr("Steg och texter"))
        self.install = QCheckBox(tr("Lägg den också bland mina mallar"), self)
        self.install.setChecked(True)
        self.missing = quiet("", self)
        buttons, self.save = answers(self, tr("Spara…"))
        foot = QHBoxLayout()
        foot.addWidget(self.install)
        foot.addWidget(self.missing, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        promise = quiet(_promise(), self)
        promise.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(promise)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        for line in (self.name, self.organisation, self.version):
            line.textChanged.connect(guarded(lambda _text: self._check()))
        self.steps.changed.connect(guarded(self._check))
        side = self.fontMetrics().height()
        self.resize(QSize(side * 54, side * 40).boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.96))
        self._check()

    def request(self) -> TemplateRequest:
        """What the user asks for."""
        return TemplateRequest(
            kod=self._suggestion.code_for(self.organisation.text(), self.name.text()),
            namn=self._both(self.name.text(), self.english.text(), self._suggestion.namn),
            beskrivning=self._both(self.about.toPlainText(), "", self._suggestion.beskrivning),
            organisation=self.organisation.text().strip(),
            version=self.version.text().strip(),
            licens=self.licence.currentText().strip(),
            goal_sets=self.goals.ticked(),
            with_profile=self.profile.isChecked(),
            with_layouts=self.layouts.isChecked(),
            with_styles=self.styles.isChecked(),
        )

    def chosen_steps(self) -> tuple[StepSpec, ...]:
        """The steps to take along, in order and in the user's words."""
        return self.steps.steps()

    def _about_page(self) -> QWidget:
        page = QWidget(self)
        halves = QHBoxLayout(page)
        halves.setContentsMargins(12, 12, 12, 12)
        halves.setSpacing(24)
        halves.addLayout(self._names(), 1)
        halves.addLayout(self._contents(), 1)
        return page

    def _names(self) -> QVBoxLayout:
        given = self._suggestion
        language = settings.language()
        self.name = QLineEdit(given.namn.in_language(language), self)
        self.english = QLineEdit(given.namn.en, self)
        self.english.setPlaceholderText(tr("Frivilligt"))
        self.about = QPlainTextEdit(given.beskrivning.in_language(language), self)
        self.about.setTabChangesFocus(True)
        self.organisation = QLineEdit(given.organisation or settings.organisation(), self)
        self.organisation.setPlaceholderText(tr("Till exempel Region Sörmland"))
        self.version = QLineEdit(given.version, self)
        self.licence = QComboBox(self)
        self.licence.setEditable(True)
        self.licence.setMinimumContentsLength(18)
        self.licence.addItems(["", *given.licences])
        self.licence.setCurrentText(given.licens)
        line = self.licence.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("Inga villkor angivna"))
        self.licence.setToolTip(
            tr("CC0-1.0: fri för alla. CC-BY-4.0: fri för den som anger källan. Det går också att skriva egna villkor.")
        )
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Namn"), self.name)
        if language == "sv":
            form.addRow(tr("Engelskt namn"), self.english)
        else:
            self.english.hide()
        form.addRow(tr("Organisation"), self.organisation)
        form.addRow(tr("Version"), self.version)
        form.addRow(tr("Villkor"), self.licence)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(heading(tr("Så känns den igen"), self))
        column.addLayout(form)
        column.addSpacing(6)
        column.addWidget(heading(tr("När den används"), self))
        column.addWidget(self.about, 1)
        return column

    def _contents(self) -> QVBoxLayout:
        snapshot = self._snapshot
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(heading(tr("Det här följer med"), self))
        column.addWidget(quiet(_always(snapshot), self))
        kinds = [each.slag for each in snapshot.attachments]
        self.profile = _tick(tr("Regionens profil och logotyper"), kinds.count(PROFILE) + kinds.count(LOGO), self)
        self.layouts = _tick(tr("Egna kartblad"), kinds.count(LAYOUT), self)
        self.styles = _tick(tr("Egna stilar"), kinds.count(STYLE), self)
        for box in (self.profile, self.layouts, self.styles):
            column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(heading(tr("Mål"), self))
        self.goals = CheckList("", self)
        self.goals.list.setWordWrap(True)
        entries = [(one.kod, one.namn, one.organisation) for one in snapshot.goal_sets]
        self.goals.fill(entries, {kod for kod, _name, _tip in entries})
        column.addWidget(self.goals, 1)
        text = tr("Länens RUS kommer ändå med när någon skapar en strukturbild.")
        column.addWidget(quiet(text if entries else tr("Strukturbilden har inga mål."), self))
        return column

    def _both(self, text: str, english: str, before: Text) -> Text:
        """A text in the language of the window; the other language stays as long as this one is not rewritten."""
        text, english = text.strip(), english.strip()
        if settings.language() == "sv":
            rewritten = text != before.sv and english in ("", before.en)
            return Text(text, "" if rewritten else english or before.en)
        return before if text == before.in_language("en") else Text(text, text)

    def _check(self) -> None:
        missing = ""
        if not self.name.text().strip():
            missing = tr("Skriv ett namn.")
        elif not self.organisation.text().strip():
            missing = tr("Skriv vilken organisation som delar mallen.")
        elif not self.version.text().strip():
            missing = tr("Skriv en version, till exempel 1.0.")
        elif self.steps.fault():
            missing = self.steps.fault()
        self.missing.setText(missing)
        self.save.setEnabled(not missing)

    def accept(self) -> None:
        settings.remember_organisation(self.organisation.text().strip())
        super().accept()


def _promise() -> str:
    return tr(
        "En mall är en fil som andra kan börja från. Bilder, klasser, steg och texter följer med. "
        "Det ni har ritat, namn på personer och loggen följer aldrig med."
    )


def _always(snapshot: Snapshot) -> str:
    classes = snapshot.catalogue.klasser
    own = sum(klass.egen for klass in classes)
    first = tr("{n} klasser").format(n=len(classes))
    if own:
        text = tr("{n} klasser, varav 1 egen") if own == 1 else tr("{n} klasser, varav {own} egna")
        first = text.format(n=len(classes), own=own)
    pictures = tr("{n} bilder").format(n=len(snapshot.pictures)) if len(snapshot.pictures) != 1 else tr("1 bild")
    names = {kod: name.in_language(settings.language()) for kod, name in symbol_sets(snapshot.attachments)}
    symbols = tr("symboluppsättningen {name}").format(name=names.get(snapshot.head.symboluppsattning, ""))
    if any(each.slag == SYMBOL_SET for each in snapshot.attachments):
        symbols = tr("den egna symboluppsättningen")
    return tr("{classes}, {pictures}, stegen och {symbols}.").format(classes=first, pictures=pictures, symbols=symbols)


def _tick(text: str, count: int, parent: QWidget) -> QCheckBox:
    """A box to tick, out of sight when there is nothing of the kind."""
    box = QCheckBox(tr("{what} ({n})").format(what=text, n=count), parent)
    box.setChecked(count > 0)
    box.setVisible(count > 0)
    return box
