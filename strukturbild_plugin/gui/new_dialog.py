"""The dialog for a new strukturbild: template, län, title, goals, symbols, place."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..catalogue.template import Template
from ..i18n import tr
from ..store.create import NewStrukturbild
from ..store.suggest import suggested_goal_sets, suggested_title
from . import settings
from .choices import Choices, free_path
from .look import heading, icon, quiet
from .tick_list import CODE, TickList


class NewDialog(QDialog):
    """Everything has a suggestion; choosing a län is enough."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Ny strukturbild från mall"))
        self.setObjectName("strukturbild_ny_dialog")
        self._choices = choices
        self._language = settings.language()
        self._own_title = self._own_path = False
        self._goals_by_hand: dict[str, bool] = {}
        self._build()
        self._show_template()
        self._regions_changed()
        side = self.fontMetrics().height()
        self.resize(side * 54, side * 36)

    def wish(self) -> NewStrukturbild:
        """What the user asks for."""
        year = self.year.value()
        return NewStrukturbild(
            titel=self.title.text().strip(),
            lan=self.regions.ticked(),
            mall=self._template().kod,
            organisation=self.organisation.text().strip(),
            symboluppsattning=self.symbols.currentData() or "",
            malsamlingar=self.goals.ticked(),
            sprak=self._language,
            horisont=year if year > self.year.minimum() else None,
        )

    def path(self) -> Path:
        """Where it is to lie."""
        path = Path(self.place.text().strip())
        return path if path.suffix.lower() == ".gpkg" else path.with_name(path.name + ".gpkg")

    def _build(self) -> None:
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addLayout(self._left(), 1)
        halves.addLayout(self._right(), 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal, self)
        self.create_button = self.buttons.addButton(tr("Skapa"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(tr("Avbryt"))
        cancel.setIcon(QIcon())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.missing = quiet("", self)
        foot = QHBoxLayout()
        foot.addWidget(self.missing, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addLayout(halves, 1)
        column.addLayout(foot)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.templates = QComboBox(self)
        for template in self._choices.templates:
            self.templates.addItem(template.namn.in_language(self._language), template.kod)
        self.about_template = quiet("", self)
        self.about_template.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.regions = TickList(tr("Sök län"), self)
        self.regions.fill([(region.kod, region.namn, region.kod) for region in self._choices.regions])
        self.templates.currentIndexChanged.connect(lambda _row: self._show_template())
        self.regions.changed.connect(self._regions_changed)
        column.addWidget(heading(tr("Mall"), self))
        column.addWidget(self.templates)
        column.addWidget(self.about_template)
        column.addSpacing(8)
        column.addWidget(heading(tr("Län"), self))
        column.addWidget(self.regions, 1)
        self.chosen = quiet("", self)
        column.addWidget(self.chosen)
        return column

    def _right(self) -> QVBoxLayout:
        self.title = QLineEdit(self)
        self.title.textEdited.connect(self._title_edited)
        self.organisation = QLineEdit(settings.organisation(), self)
        self.year = QSpinBox(self)
        this_year = QDate.currentDate().year()
        self.year.setRange(this_year - 1, 2200)
        self.year.setSpecialValueText(tr("Som i mallen"))
        self.year.setValue(self.year.minimum())
        self.symbols = QComboBox(self)
        for kod, name in self._choices.symbol_sets:
            self.symbols.addItem(name.in_language(self._language), kod)
        self.place = QLineEdit(self)
        self.place.textEdited.connect(self._place_edited)
        browse = QPushButton(icon("oppna"), "", self)
        browse.setToolTip(tr("Välj plats för filen"))
        browse.setAccessibleName(tr("Välj plats för filen"))
        browse.clicked.connect(lambda _=False: self._browse())
        place = QHBoxLayout()
        place.setSpacing(4)
        place.addWidget(self.place, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Titel"), self.title)
        form.addRow(tr("Organisation"), self.organisation)
        form.addRow(tr("Målår"), self.year)
        form.addRow(tr("Symboler"), self.symbols)
        form.addRow(tr("Fil"), place)
        self.goals = TickList("", self)
        self.goals.list.itemChanged.connect(self._goal_ticked)
        self.goals.list.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(heading(tr("Strukturbilden"), self))
        column.addLayout(form)
        column.addSpacing(8)
        column.addWidget(heading(tr("Mål att knyta till"), self))
        column.addWidget(self.goals, 1)
        column.addWidget(quiet(tr("Fler mål kan hämtas senare. Länens RUS är förkryssade."), self))
        return column

    def _template(self) -> Template:
        kod = self.templates.currentData()
        return next(template for template in self._choices.templates if template.kod == kod)

    def _show_template(self) -> None:
        template = self._template()
        self.about_template.setText(template.beskrivning.in_language(self._language))
        row = self.symbols.findData(template.symboluppsattning)
        if row >= 0:
            self.symbols.setCurrentIndex(row)
        self._suggest_goals()

    def _regions_changed(self) -> None:
        names = [region.namn for region in self._choices.regions if region.kod in self.regions.ticked()]
        self.chosen.setText(tr("Valda: {names}").format(names=", ".join(names)) if names else "")
        if not self._own_title:
            self.title.setText(self._suggested_title())
        if not self._own_path:
            self._suggest_path()
        self._suggest_goals()
        self._check()

    def _suggested_title(self) -> str:
        ticked = self.regions.ticked()
        chosen = [region for region in self._choices.regions if region.kod in ticked]
        return suggested_title(chosen) if chosen else ""

    def _suggest_path(self) -> None:
        title = self.title.text().strip()
        self.place.setText(str(free_path(settings.home_folder(), title)) if title else "")

    def _suggest_goals(self) -> None:
        """The sets that go with län and template first; what the user ticked or unticked by hand stays so."""
        suggested = suggested_goal_sets(self.regions.ticked(), self._template(), self._choices.goal_sets)
        ticked = {kod for kod in suggested if self._goals_by_hand.get(kod, True)}
        ticked.update(kod for kod, yes in self._goals_by_hand.items() if yes)
        sets = self._choices.goal_sets
        order = [kod for kod in suggested if kod in sets]
        order += sorted((kod for kod in sets if kod not in order), key=lambda kod: sets[kod].samling.namn)
        entries = [(kod, self._goal_line(kod), self._goal_tip(kod)) for kod in order]
        self.goals.fill(entries, ticked)

    def _goal_line(self, kod: str) -> str:
        goal_set = self._choices.goal_sets[kod].samling
        name = goal_set.namn
        if goal_set.organisation and goal_set.organisation not in name:
            name = f"{name}, {goal_set.organisation}"
        return name if goal_set.fullstandig else tr("{name} (inte komplett)").format(name=name)

    def _goal_tip(self, kod: str) -> str:
        tree = self._choices.goal_sets[kod]
        facts = [tree.samling.namn, tr("{n} mål").format(n=len(tree.mal))]
        if tree.samling.antagen:
            facts.append(tr("antagen {when}").format(when=tree.samling.antagen))
        return "\n".join([", ".join(facts), tree.samling.anmarkning]).strip()

    def _goal_ticked(self, item: QListWidgetItem) -> None:
        self._goals_by_hand[item.data(CODE)] = item.checkState() == Qt.CheckState.Checked

    def _title_edited(self, text: str) -> None:
        self._own_title = bool(text.strip())
        if not self._own_path:
            self._suggest_path()
        self._check()

    def _place_edited(self, text: str) -> None:
        self._own_path = bool(text.strip())
        self._check()

    def _browse(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Spara strukturbilden som"), self.place.text(), tr("Strukturbild (*.gpkg)")
        )
        if chosen:
            self.place.setText(chosen)
            self._place_edited(chosen)

    def _check(self) -> None:
        """Say what is missing; the button is live when nothing is."""
        missing = ""
        if not self.regions.ticked():
            missing = tr("Välj minst ett län.")
        elif not self.title.text().strip():
            missing = tr("Skriv en titel.")
        elif not self.place.text().strip():
            missing = tr("Välj var filen ska ligga.")
        self.missing.setText(missing)
        self.create_button.setEnabled(not missing)

    def accept(self) -> None:
        settings.remember_organisation(self.organisation.text().strip())
        super().accept()
