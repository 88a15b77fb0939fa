"""The dialog for a new strukturbild: template, area, title, goals, symbols, place."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from qgis.PyQt.QtCore import QDate, QSize, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...cartography.symbol_sets.symbol_set_library import load_symbol_set
from ...goals.goal_library import current_sets, successor_of
from ...goals.set_texts import adopted_in_words, set_facts, short_facts
from ...i18n import tr
from ...store.create.create import NewStrukturbild
from ...store.create.suggestions import suggested_goal_sets, suggested_title
from ...store.gpkg.odd_cells import MAX_LINE
from ...store.templates.template_library import InstalledTemplate
from .. import settings
from ..guarded import guarded
from ..widgets.check_list import CODE, CheckList
from ..widgets.dialog_parts import FileField, answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, quiet
from ..widgets.length_counter import LengthCounter
from ..widgets.quiet_second_line import QuietSecondLine
from ..widgets.region_list import RegionList, goals_abroad, map_abroad, names_abroad
from .new_document_choices import NewDocumentChoices, free_path, with_own_templates
from .pack_list import PackList
from .template_import import ask_and_import, ask_and_remove, tell
from .template_list import TemplateList


@guarded
class NewDocumentDialog(FittingDialog):
    """Everything has a suggestion; choosing an area is enough."""

    def __init__(self, choices: NewDocumentChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Ny strukturbild från mall"))
        self.setObjectName("strukturbild_ny_dialog")
        self.choices = choices = with_own_templates(choices)
        self._language = settings.language()
        self._own_title = self._own_path = False
        self._goals_by_hand: dict[str, bool] = {}
        self._goal_sets = choices.goal_sets
        self._build()
        self._show_template()
        self._regions_changed()
        side = self.fontMetrics().height()
        self.resize(QSize(side * 54, side * 36).boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.96))

    def request(self) -> NewStrukturbild:
        """What the user asks for."""
        year, own = self.year.value(), self.template.own()
        return NewStrukturbild(
            titel=self.title.text().strip(),
            lan=self.regions.ticked(),
            mall=self.template.template().kod,
            organisation=self.organisation.text().strip(),
            symboluppsattning=self.symbols.currentData() or "",
            malsamlingar=self.goals.ticked(),
            sprak=settings.map_language(),
            horisont=year if year > self.year.minimum() else None,
            template_file=own.path if own is not None else None,
            packs=self.packs.ticked(),
        )

    def path(self) -> Path:
        """Where it is to lie."""
        return self.place.path()

    def _build(self) -> None:
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addLayout(self._left(), 1)
        halves.addLayout(self._right(), 1)
        buttons, self.create_button = answers(self, tr("Skapa"))
        self.missing = quiet("", self)
        foot = QHBoxLayout()
        foot.addWidget(self.missing, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addLayout(halves, 1)
        column.addLayout(foot)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.template = TemplateList(self.choices, self)
        self.templates = self.template.list
        self.regions = RegionList(self)
        self._fill_regions(settings.chosen_list(settings.REGIONS))
        self.template.changed.connect(guarded(self._show_template))
        self.template.import_wanted.connect(guarded(self._import_template))
        self.template.remove_wanted.connect(guarded(self._remove_template))
        self.template.problems_wanted.connect(guarded(self._tell_problems))
        self.regions.changed.connect(guarded(self._regions_changed))
        column.addWidget(heading(tr("Mall"), self))
        column.addWidget(self.template)
        column.addSpacing(8)
        column.addWidget(heading(tr("Område"), self))
        column.addWidget(self.regions, 1)
        self.chosen = quiet("", self)
        column.addWidget(self.chosen)
        return column

    def _right(self) -> QVBoxLayout:
        self.title = QLineEdit(self)
        LengthCounter(self.title, MAX_LINE)
        self.title.textEdited.connect(guarded(self._title_edited))
        self.organisation = QLineEdit(settings.organisation(), self)
        LengthCounter(self.organisation, MAX_LINE)
        self.year = QSpinBox(self)
        this_year = QDate.currentDate().year()
        self.year.setRange(this_year - 1, 2200)
        self.year.setSpecialValueText(tr("Som i mallen"))
        self.year.setValue(self.year.minimum())
        self.symbols = QComboBox(self)
        self.place = FileField(self)
        self.place.textEdited.connect(guarded(self._place_edited))
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Titel"), self.title)
        form.addRow(tr("Organisation"), self.organisation)
        form.addRow(tr("Målår"), self.year)
        form.addRow(tr("Symboler"), self.symbols)
        self.packs = PackList(self.choices.packs, load_symbol_set(), self._language, parent=self, side_by_side=True)
        if self.choices.packs:
            form.addRow(tr("Tillägg"), self.packs)
        form.addRow(tr("Fil"), self.place.row())
        self.goals = CheckList("", self)
        self.goals.list.itemChanged.connect(guarded(self._goal_ticked))
        QuietSecondLine(self.goals.list)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(heading(tr("Strukturbilden"), self))
        column.addLayout(form)
        column.addSpacing(8)
        column.addWidget(heading(tr("Mål att koppla till"), self))
        column.addWidget(self.goals, 1)
        self.goals_note = quiet("", self)
        column.addWidget(self.goals_note)
        return column

    def _show_template(self) -> None:
        template, own = self.template.template(), self.template.own()
        self._goal_sets = self.choices.goal_sets_with(own)
        self.symbols.clear()
        for kod, name in self.choices.symbol_sets_with(own):
            self.symbols.addItem(name.in_language(self._language), kod)
        usual = self.symbols.findData(settings.chosen(settings.SYMBOLS)) if own is None else -1
        self.symbols.setCurrentIndex(max(usual if usual >= 0 else self.symbols.findData(template.symboluppsattning), 0))
        if own is not None and not self.regions.ticked() and template.paket is not None:
            self._fill_regions(template.paket.lan)
            self._regions_changed()
        self._suggest_goals()

    def _fill_regions(self, ticked: Collection[str] = ()) -> None:
        self.regions.fill_regions(self.choices.regions, ticked)

    def _import_template(self) -> None:
        came = ask_and_import(self)
        if came is not None:
            self._read_own()
            self.template.choose(str(came.path))

    def _remove_template(self, own: InstalledTemplate) -> None:
        if ask_and_remove(own, self):
            self._read_own()

    def _read_own(self) -> None:
        self.choices = with_own_templates(self.choices)
        self.template.fill(self.choices)

    def _tell_problems(self) -> None:
        tell(self, tr("Det här är fel i mallarna. De andra går att använda."), "\n".join(self.choices.problems()))

    def _regions_changed(self) -> None:
        ticked = self.regions.ticked()
        chosen = [region for region in self.choices.regions if region.kod in ticked]
        names = ", ".join(region.namn for region in chosen)
        said = [tr("Valda: {names}").format(names=names)] if names else []
        self.chosen.setText("\n".join(filter(None, (*said, map_abroad(chosen)))))
        usual = tr("Fler mål kan hämtas senare. Länens RUS är förkryssade.")
        self.goals_note.setText(goals_abroad(names_abroad(chosen)) or usual)
        if not self._own_title:
            self.title.setText(self._suggested_title())
            self.title.setCursorPosition(0)  # a long one is read from its beginning
        if not self._own_path:
            self._suggest_path()
        self._suggest_goals()
        self._check()

    def _suggested_title(self) -> str:
        ticked = self.regions.ticked()
        chosen = [region for region in self.choices.regions if region.kod in ticked]
        return suggested_title(chosen) if chosen else ""

    def _suggest_path(self) -> None:
        title = self.title.text().strip()
        self.place.setText(str(free_path(settings.home_folder(), title)) if title else "")

    def _suggest_goals(self) -> None:
        """The sets that go with län and template first; what the user ticked or unticked by hand stays so."""
        suggested = suggested_goal_sets(self.regions.ticked(), self.template.template(), self._goal_sets)
        ticked = {kod for kod in suggested if self._goals_by_hand.get(kod, True)}
        ticked.update(kod for kod, yes in self._goals_by_hand.items() if yes)
        sets = self._goal_sets
        order = [kod for kod in suggested if kod in sets]
        offered = {kod for kod in sets if kod in current_sets(sets) or kod in ticked}
        order += sorted((kod for kod in offered if kod not in order), key=lambda kod: sets[kod].goal_set.namn)
        entries = [(kod, self._goal_line(kod), self._goal_tip(kod)) for kod in order]
        self.goals.fill(entries, ticked)

    def _goal_line(self, kod: str) -> str:
        """'Gröna Kronoberg 2025, Region Kronoberg' with '6 mål, toppnivå, har gått ut (2025)' below."""
        goal_set, newer = self._goal_sets[kod].goal_set, successor_of(kod, self._goal_sets)
        today, successor = QDate.currentDate().toPyDate(), newer.goal_set if newer else None
        return f"{self._goal_name(kod)}\n{short_facts(goal_set, len(self._goal_sets[kod].goals), today, successor)}"

    def _goal_name(self, kod: str) -> str:
        goal_set = self._goal_sets[kod].goal_set
        whose = goal_set.organisation if goal_set.organisation not in goal_set.namn else ""
        return ", ".join(filter(None, (goal_set.namn, whose)))

    def _goal_tip(self, kod: str) -> str:
        goal_set = self._goal_sets[kod].goal_set
        facts = set_facts(goal_set, len(self._goal_sets[kod].goals))
        return "\n".join(filter(None, (self._goal_name(kod), facts, adopted_in_words(goal_set), goal_set.anmarkning)))

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

    def _check(self) -> None:
        """Say what is missing; the button is live when nothing is."""
        missing = ""
        if not self.regions.ticked():
            missing = tr("Välj minst ett område.")
        elif not self.title.text().strip():
            missing = tr("Skriv en titel.")
        elif not self.place.text().strip():
            missing = tr("Välj var filen ska ligga.")
        self.missing.setText(missing)
        self.create_button.setEnabled(not missing)

    def accept(self) -> None:
        settings.remember_organisation(self.organisation.text().strip())
        super().accept()
