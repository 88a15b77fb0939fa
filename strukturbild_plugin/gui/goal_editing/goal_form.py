"""The fields of a goal, and of a set of goals: written when one leaves a field, and what cannot be is said under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCompleter, QVBoxLayout, QWidget

from ...goals.model import Goal, GoalSet
from ...i18n import tr
from ..guarded import guarded
from ..widgets.fields import ChoiceField, LineField, NumberField, TextField
from ..widgets.form_sections import labelled
from ..widgets.labels import heading
from ..widgets.multi_choice_field import MultiChoiceField

FIRST_YEAR, LAST_YEAR = 1900, 2200


@guarded
class FieldsForm(QWidget):
    """Fields by the name of what they fill. `written`: name, label, and value."""

    written = pyqtSignal(str, str, object)

    def __init__(self, fields: Mapping[str, tuple[str, Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Any] = {}
        self._refused = ""
        self.about: object = None
        """What the fields are of: the code of a set, or the identity of a goal."""
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 6, 0)
        column.setSpacing(2)
        self.trouble = heading("", self)
        self.trouble.setObjectName("strukturbild_mal_fel")
        for name, (label, field, tip) in fields.items():
            labelled(column, label, field, tip)
            field.setObjectName(f"falt_{name}")
            field.written.connect(guarded(lambda value, name=name, label=label: self.written.emit(name, label, value)))
            self.fields[name] = field
        self._column = column
        column.addStretch(1)
        self.trouble.hide()

    def show_record(self, record: Goal | GoalSet, about: object) -> None:
        """What `record` says. `about`: what it is of; another one than before, and what was refused is forgotten."""
        if about != self.about:
            self.about = about
            self.forget_trouble()
            for field in self.fields.values():
                field.set_value(None)
        for name, field in self.fields.items():
            if name != self._refused and not field.dirty():
                field.set_value(getattr(record, name))

    def keep(self) -> None:
        """Write what is being written just now."""
        for field in self.fields.values():
            field.keep()

    def refuse(self, name: str, sentence: str) -> None:
        """Say under the field why what stands there was not taken; it stays to be mended."""
        self._refused = name
        field = self.fields[name]
        self._column.removeWidget(self.trouble)
        self._column.insertWidget(self._column.indexOf(field) + 1, self.trouble)
        self.trouble.setText(sentence)
        self.trouble.show()

    def forget_trouble(self) -> None:
        """What stands in the fields is taken."""
        self._refused = ""
        self.trouble.hide()


@guarded
class GoalForm(FieldsForm):
    """A goal. `access`: the parts of accessibility there are, code and name."""

    def __init__(self, access: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        priority = ChoiceField([(True, tr("Ja")), (False, tr("Nej"))], empty=tr("Inte angivet"))
        fields = {
            "titel": (tr("Målets titel"), TextField(fewest=2), ""),
            "kod": (tr("Kod"), LineField(), tr("Målets nummer i er strategi, till exempel 1.2.")),
            "niva_namn": (tr("Nivå"), LineField(), tr("Ert eget ord: Målområde, Mål, Delmål …")),
            "beskrivning": (tr("Beskrivning"), TextField(fewest=2), ""),
            "indikator": (tr("Indikator"), LineField(tr("Hur målet följs upp")), ""),
            "malar": (tr("Målår"), NumberField(least=FIRST_YEAR, most=LAST_YEAR), ""),
            "kalla": (tr("Källa"), LineField(tr("Dokument och sida, eller webbadress")), ""),
            "tillganglighet": (
                tr("Tillgänglighet"),
                MultiChoiceField(access),
                tr("Vilken del av tillgängligheten målet gäller."),
            ),
            "prioriterat": (tr("Prioriterat"), priority, ""),
            "vikt": (tr("Vikt"), NumberField(whole=False, least=0), tr("Tomt räknas som 1.")),
        }
        super().__init__(fields, parent)

    def offer_levels(self, names: Sequence[str]) -> None:
        """What levels are called already, to choose while writing."""
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.fields["niva_namn"].setCompleter(completer)


@guarded
class GoalSetForm(FieldsForm):
    """A set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        year = tr("ÅÅÅÅ eller ÅÅÅÅ-MM-DD")
        tip = tr("Den version som den här samlingen kommer efter. Då går kopplingar att flytta med Byt till …")
        fields = {
            "namn": (tr("Samlingens namn"), LineField(), ""),
            "organisation": (tr("Organisation"), LineField(tr("Region, kommun eller samverkan")), ""),
            "antagen": (tr("Antagen"), LineField(year), ""),
            "horisont": (tr("Horisont (år)"), NumberField(least=FIRST_YEAR, most=LAST_YEAR), ""),
            "giltig_till": (tr("Gäller till"), LineField(tr("Ett år, en dag eller ord")), ""),
            "url": (tr("Källa"), LineField("https://"), tr("Webbadress till den antagna strategin.")),
            "fullstandig": (tr("Alla mål är med"), ChoiceField([(True, tr("Ja")), (False, tr("Nej"))]), ""),
            "ersatter": (tr("Ersätter"), ChoiceField((), empty=tr("Ingen annan samling")), tip),
            "overordnat": (tr("Vision eller övergripande mål"), TextField(fewest=2), ""),
            "anmarkning": (tr("Anmärkning"), TextField(fewest=2), ""),
        }
        super().__init__(fields, parent)
