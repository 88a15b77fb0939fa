"""The choice of a plan standard, whose categories the objects of a delivery get."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ... import paths
from ...catalogue.plan_standard import PlanStandard, chosen_standard
from ...catalogue.plan_standard_files import PlanStandards, load_plan_standards, missing_standard
from ...i18n import tr
from ...store.gpkg.records import Head
from .. import settings
from ..guarded import guarded
from ..widgets.labels import quiet

_MAX_FAULTS = 3


def offered_standards() -> PlanStandards:
    """The program's standards and those in the folder of this QGIS profile."""
    return load_plan_standards(paths.own_plan_standards(Path(QgsApplication.qgisSettingsDirPath())))


def standard_of(head: Head | None, offered: PlanStandards) -> PlanStandard | None:
    """The standard that a strukturbild itself names; None when it names none."""
    return chosen_standard(offered.standards, head.op_standard, head.op_version) if head is not None else None


@guarded
class PlanStandardBox(QWidget):
    """None, or one of the standards; what it is, and what of it is our proposal, stands below."""

    def __init__(
        self,
        offered: PlanStandards,
        chosen: PlanStandard | None,
        parent: QWidget | None = None,
        head: Head | None = None,
    ) -> None:
        super().__init__(parent)
        self._offered = offered
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        label = QLabel(tr("Ord för översiktsplan"), self)
        self.box = QComboBox(self)
        self.box.setObjectName("strukturbild_op_standard")
        self.box.addItem(tr("Inga"), "")
        for one in offered.standards:
            self.box.addItem(one.namn.in_language(settings.language()), one.kod)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen.kod if chosen else "")))
        self.about = quiet("", self)
        label.setBuddy(self.box)
        for widget in (label, self.box, self.about):
            column.addWidget(widget)
        missing = missing_standard(offered, head.op_standard, head.op_version) if head is not None else ""
        if missing:
            column.addWidget(quiet(missing, self))
        if offered.faults:
            column.addWidget(_faults_label(offered.faults, self))
        self.box.currentIndexChanged.connect(guarded(lambda _index: self._describe()))
        self._describe()

    def standard(self) -> PlanStandard | None:
        """What is chosen."""
        return self._offered.named(str(self.box.currentData() or ""))

    def _describe(self) -> None:
        found = self.standard()
        said = tr("Objekten i GeoPackage-filen får bara strukturbildens egna ord.")
        if found is not None:
            said = found.om.in_language(settings.language())
        self.about.setText(said)


def _faults_label(faults: tuple[str, ...], parent: QWidget) -> QLabel:
    """Which of the user's own files cannot be chosen, and why."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    first = tr("Egna översättningar med fel kan inte väljas:")
    more = len(faults) - _MAX_FAULTS
    rest = [tr("… och {count} till.").format(count=more)] if more > 0 else []
    label.setText("\n".join((first, *(f"• {fault}" for fault in faults[:_MAX_FAULTS]), *rest)))
    return label
