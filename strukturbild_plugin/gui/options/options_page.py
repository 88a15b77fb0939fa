"""The settings page in QGIS's own settings window: who draws, what is new, maps, help while drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ... import paths
from ...errors import StrukturbildError
from ...i18n import tr
from .. import settings
from ..disk_answers import ask
from ..guarded import guarded
from ..widgets.check_list import CheckList
from ..widgets.labels import ElidedLabel, heading, icon, quiet, scrolled
from ..widgets.region_list import RegionList, region_entries


@guarded
class OptionsPage(QgsOptionsPageWidget):
    """One column; every field says what it is for. Nothing is kept until QGIS says so."""

    def __init__(self, parent: QWidget | None = None, changed: Callable[[], None] | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(settings.PAGE)
        self._changed = changed
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(6)
        self._who()
        self._new_ones()
        self._maps()
        self._while_drawing()
        self._own_templates()
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))
        self.fill()

    def fill(self) -> None:
        """Show what is kept."""
        self.author.setText(settings.author())
        self.group.setText(settings.group())
        self.organisation.setText(settings.organisation())
        self.folder.setText(settings.chosen(settings.FOLDER))
        self.profile.setText(settings.chosen(settings.PROFILE))
        self.goal_library.setText(settings.chosen(settings.GOAL_LIBRARY))
        for box, what in self._boxes:
            box.setCurrentIndex(max(box.findData(settings.chosen(what)), 0))
        for tick, what in self._ticks:
            tick.setChecked(settings.is_on(what))
        self.regions.fill(self._region_lines, settings.chosen_list(settings.REGIONS))
        self.formats.fill(self._format_lines, settings.chosen_list(settings.FORMATS) or self._standard_formats)

    def apply(self) -> None:
        """QGIS's: OK was pressed."""
        settings.remember_author(self.author.text().strip())
        settings.remember_group(self.group.text().strip())
        settings.remember_organisation(self.organisation.text().strip())
        settings.choose(settings.FOLDER, self.folder.text().strip())
        settings.choose(settings.PROFILE, self.profile.text().strip())
        folder = self.goal_library.text().strip()
        settings.choose(settings.GOAL_LIBRARY, folder)
        codes = self._library_codes(folder)
        settings.choose(settings.GOAL_LIBRARY_CODES, ",".join(codes))
        paths.use_goal_library(Path(folder) if folder else None, codes)
        for box, what in self._boxes:
            settings.choose(what, box.currentData() or "")
        for tick, what in self._ticks:
            settings.switch(what, tick.isChecked())
        settings.choose(settings.REGIONS, ",".join(self.regions.ticked()))
        formats = self.formats.ticked()
        settings.choose(settings.FORMATS, "" if formats == self._standard_formats else ",".join(formats))
        if self._changed is not None:
            self._changed()

    def reset_all(self) -> None:
        """Everything as from the beginning: shown here, kept when OK is pressed."""
        for line in (self.author, self.group, self.organisation, self.folder, self.profile, self.goal_library):
            line.clear()
        for box, _what in self._boxes:
            box.setCurrentIndex(0)
        for tick, _what in self._ticks:
            tick.setChecked(True)
        self.regions.fill(self._region_lines)
        self.formats.fill(self._format_lines, self._standard_formats)

    def _who(self) -> None:
        self._boxes: list[tuple[QComboBox, str]] = []
        self._ticks: list[tuple[QCheckBox, str]] = []
        self._head(tr("Vem ritar"), tr("Skrivs på det som ritas, så att ni kan se vem som ritat vad."))
        self.author = self._line(tr("Namn"))
        self.group = self._line(tr("Grupp eller bord"))

    def _new_ones(self) -> None:
        from ...store.create.regions import all_regions

        self._head(tr("Nya strukturbilder"), tr("Förslag i dialogen för en ny strukturbild. Allt går att ändra där."))
        self.organisation = self._line(tr("Organisation"))
        self._label(tr("Område"))
        self.regions = RegionList(self)
        self.regions.setFixedHeight(self.fontMetrics().height() * 9)
        self._region_lines = region_entries(all_regions())
        self._column.addWidget(self.regions)
        self.folder = self._path(tr("Mapp för strukturbilder"), self._choose_folder, tr("Där den senaste låg"))
        self._choice(tr("Symboluppsättning"), settings.SYMBOLS, [(tr("Som i mallen"), ""), *_symbol_sets()])
        self.profile = self._path(tr("Regionprofil"), self._choose_profile, tr("Ingen"))
        self.profile_notice = quiet("", self)
        self.profile_notice.hide()
        self._column.addWidget(self.profile_notice)
        self.profile.textChanged.connect(guarded(lambda _text: self.profile_notice.hide()))
        self.profile.editingFinished.connect(guarded(self._show_profile_notice))
        text = tr("En fil med regionens färger, ord och logotyp som läggs i nya strukturbilder.")
        self._column.addWidget(quiet(text, self))
        own = tr("Programmets eget")
        self.goal_library = self._path(tr("Målbibliotek"), self._choose_goal_library, own)
        self.goal_library_notice = quiet("", self)
        self.goal_library_notice.hide()
        self._column.addWidget(self.goal_library_notice)
        self.goal_library.editingFinished.connect(guarded(self._show_goal_library_notice))
        text = tr("En mapp med målsamlingar i stället för programmets, till exempel en som regionerna delar.")
        self._column.addWidget(quiet(text, self))

    def _maps(self) -> None:
        from ...cartography.typography.page import DEFAULT_PAPER, PAPERS, paper_name
        from ...export.formats import FORMATS

        self._head(tr("Kartor och utgåvor"), tr("Förslag i dialogen för en ny utgåva."))
        usual = tr("{paper} (vanligast)").format(paper=paper_name(DEFAULT_PAPER))
        papers = [(paper_name(code), code) for code in PAPERS if code != DEFAULT_PAPER]
        self._choice(tr("Papper"), settings.PAPER, [(usual, ""), *papers])
        self._label(tr("Filer i en utgåva"))
        language = settings.language()
        self._format_lines = [
            (one.code, one.name.in_language(language), one.about.in_language(language)) for one in FORMATS.values()
        ]
        self._standard_formats = tuple(one.code for one in FORMATS.values() if one.standard)
        self.formats = CheckList("", self)
        self.formats.setFixedHeight(self.fontMetrics().height() * 10)
        self._column.addWidget(self.formats)
        languages = [(tr("Som QGIS"), ""), ("Svenska", "sv"), ("English", "en")]
        self._choice(tr("Språk på kartor i nya strukturbilder"), settings.MAP_LANGUAGE, languages)

    def _while_drawing(self) -> None:
        self._head(tr("När du ritar"))
        self._tick(tr("Granska medan jag ritar"), settings.LIVE_CHECKS)
        self._tick(tr("Fäst vid noder, linjer och gränser"), settings.SNAPPING)

    def _own_templates(self) -> None:
        from ..templates.new_document_choices import own_templates_folder

        self._head(tr("Egna mallar"))
        folder = own_templates_folder()
        where = ElidedLabel(self)
        where.set_whole(str(folder))
        row = QHBoxLayout()
        row.addWidget(where, 1)
        open_folder = QPushButton(tr("Öppna mappen"), self)
        open_folder.clicked.connect(guarded(lambda _=False: _show(folder)))
        row.addWidget(open_folder)
        self._column.addLayout(row)
        self.reset = QPushButton(tr("Återställ alla inställningar"), self)
        self.reset.clicked.connect(guarded(lambda _=False: self.reset_all()))
        last = QHBoxLayout()
        last.addWidget(self.reset)
        last.addStretch(1)
        self._column.addSpacing(14)
        self._column.addLayout(last)

    def _head(self, title: str, text: str = "") -> None:
        if self._column.count():
            self._column.addSpacing(14)
        self._column.addWidget(heading(title, self, 1.1))
        if text:
            self._column.addWidget(quiet(text, self))

    def _label(self, text: str) -> None:
        self._column.addSpacing(2)
        self._column.addWidget(quiet(text, self))

    def _line(self, text: str) -> QLineEdit:
        self._label(text)
        line = QLineEdit(self)
        line.setAccessibleName(text)
        self._column.addWidget(line)
        return line

    def _path(self, text: str, ask: Any, otherwise: str) -> QLineEdit:
        self._label(text)
        line = QLineEdit(self)
        line.setAccessibleName(text)
        line.setPlaceholderText(otherwise)
        line.setClearButtonEnabled(True)
        browse = QPushButton(icon("oppna"), "", self)
        browse.setToolTip(tr("Välj"))
        browse.setAccessibleName(tr("Välj"))
        browse.clicked.connect(guarded(lambda _=False: ask(line)))
        row = QHBoxLayout()
        row.addWidget(line, 1)
        row.addWidget(browse)
        self._column.addLayout(row)
        return line

    def _choice(self, text: str, what: str, choices: Sequence[tuple[str, str]]) -> None:
        self._label(text)
        box = QComboBox(self)
        box.setAccessibleName(text)
        for name, code in choices:
            box.addItem(name, code)
        self._column.addWidget(box)
        self._boxes.append((box, what))

    def _tick(self, text: str, what: str) -> None:
        tick = QCheckBox(text, self)
        self._column.addWidget(tick)
        self._ticks.append((tick, what))

    def _choose_folder(self, line: QLineEdit) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Mapp för strukturbilder"), line.text())
        if found:
            line.setText(found)

    def _choose_profile(self, line: QLineEdit) -> None:
        found, _kind = QFileDialog.getOpenFileName(self, tr("Regionprofil"), line.text(), tr("Regionprofil (*.yaml)"))
        if found:
            line.setText(found)
            self._show_profile_notice()

    def _choose_goal_library(self, line: QLineEdit) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Mapp med målsamlingar"), line.text())
        if found:
            line.setText(found)
            self._show_goal_library_notice()

    def _show_goal_library_notice(self) -> None:
        """What the folder holds, or what is wrong with it."""
        self._library_codes(self.goal_library.text().strip())

    def _library_codes(self, folder: str) -> tuple[str, ...]:
        """The codes of the sets in a folder, which is shown with its name; () when it cannot be used, and why."""
        from ...goals.goal_library import read_goal_library

        said = ""
        codes: tuple[str, ...] = ()
        if folder:
            said = tr("Mappen svarar inte. Kontrollera att servern går att nå, eller välj en annan mapp.")
            try:
                library = ask(Path(folder), lambda: read_goal_library(Path(folder)), None)
                if library is not None:
                    codes = tuple(library.trees)
                    said = tr("{name}, {version}: {n} samlingar.").format(
                        name=library.name, version=library.version or tr("utan version"), n=len(codes)
                    )
            except StrukturbildError as error:
                said = str(error)
        self.goal_library_notice.setText(said)
        self.goal_library_notice.setVisible(bool(said))
        return codes

    def _show_profile_notice(self) -> None:
        """What is wrong with the profile, or will not be drawn of its logos; before anything is made with it."""
        from ...store.styling.custom_styles import profile_notices

        file = self.profile.text().strip()
        try:
            told = profile_notices(Path(file)) if file else ()
        except StrukturbildError as error:
            told = (str(error),)
        self.profile_notice.setText("\n".join(told))
        self.profile_notice.setVisible(bool(told))


def _symbol_sets() -> list[tuple[str, str]]:
    from ...cartography.symbol_sets.symbol_set_library import symbol_sets

    return [(name.in_language(settings.language()), kod) for kod, name in symbol_sets()]


def _show(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
