"""What several chosen objects have in common, written in all of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import QgsFeature
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ...catalogue.fitting import with_fitting
from ...catalogue.model import CHOICE, ROLE_LIST, YES_NO, Attribute, Catalogue, ObjectClass
from ...drawing.edits.many_objects import rows_of, values_in
from ...drawing.session.edit_buffer import text
from ...drawing.session.edit_session import EditSession
from ...drawing.session.object_index import CHAIN, SINGLE, IndexedObject
from ...drawing.session.row_codec import in_kind
from ...i18n import tr
from ...store.gpkg.row_mapping import text_to_codes
from ..guarded import guarded
from ..settings import language
from ..widgets.form_sections import FormSection
from ..widgets.multi_choice_field import MultiChoiceField
from ..widgets.steady_scroll_area import SteadyScrollArea
from .mixed_fields import MixedChoiceField, MixedMultiChoiceField, show_in_text
from .object_form import FOLDED, attributes_of, editor, kept, roles_offered, shown

_OF_ONE = ("namn", CHAIN, *SINGLE)
"""What no two objects share: their name, and the nodes they go between."""


@guarded
class ManyForm(SteadyScrollArea):
    """`written`: column and value. Of a column with several codes: (those that all get, those that none keeps)."""

    written = pyqtSignal(str, object)
    goals_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields: dict[str, Any] = {}
        self._made_for: Any = None
        self._classes: list[ObjectClass] = []
        self._goals: QPushButton | None = None

    def show_objects(self, edit_session: EditSession, known: Sequence[IndexedObject]) -> None:
        """These, as they are now; a field that is being written in is left alone."""
        rows = rows_of(edit_session, [one.objekt_id for one in known])
        kinds = Counter((one.lager, one.klass) for one in known)
        made_for = (id(edit_session.catalogue), frozenset(kinds))
        if made_for != self._made_for:
            self._build(edit_session, list(kinds))
            self._made_for = made_for
        self._offer_levels(rows)
        for code, field in self.fields.items():
            self._show(code, field, rows)

    def keep(self) -> None:
        """Write what is being written just now."""
        for field in self.fields.values():
            field.keep()

    def _show(self, code: str, field: Any, rows: Mapping[str, QgsFeature]) -> None:
        if isinstance(field, MixedMultiChoiceField):
            field.show_values([text_to_codes(text(row, code)) for row in rows.values()])
            return
        if isinstance(field, MixedChoiceField):
            field.show_values(values_in(rows, code))
        elif not field.dirty():
            one = next(iter(rows.values()), None)
            values = values_in(rows, code)
            show_in_text(field, [shown(field, in_kind(one.fields().field(code), value)) for value in values if one])

    def _build(self, edit_session: EditSession, kinds: Sequence[tuple[str, str]]) -> None:
        catalogue = edit_session.catalogue
        classes = [catalogue.object_class(klass) for _layer, klass in kinds]
        self._classes = [with_fitting(klass) for klass in classes if klass is not None]
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(0)
        self.fields = {}
        wanted = _shared(edit_session, kinds)
        for place, group in enumerate(catalogue.grupper):
            own = [attribute for attribute in wanted if attribute.grupp == group.kod]
            if not own and place:
                continue
            section = FormSection(group.kod, group.namn.in_language(language()), group.kod in FOLDED, body)
            column.addWidget(section)
            if place == 0:
                self._put_class(section, catalogue, {layer for layer, _klass in kinds})
            for attribute in own:
                if attribute.kod != ROLE_LIST or self._roles(catalogue):
                    self._put(section, attribute, catalogue)
        self._goals = QPushButton(tr("Koppla till mål…"), body)
        self._goals.clicked.connect(guarded(lambda _=False: self.goals_wanted.emit()))
        column.addSpacing(8)
        column.addWidget(self._goals)
        column.addStretch(1)
        self.setWidget(body)

    def _put_class(self, section: FormSection, catalogue: Catalogue, layers: set[str]) -> None:
        tongue = language()
        found = catalogue.classes_in(next(iter(layers))) if len(layers) == 1 else ()
        if len(found) > 1:
            self._connect(
                section, "klass", MixedChoiceField([(one.kod, one.namn.in_language(tongue)) for one in found])
            )
        for code, label in (("niva", tr("Nivå")), ("undertyp", tr("Undertyp"))):
            if self._choices(code):
                self._connect(section, code, MixedChoiceField((), empty=tr("Inget valt")), label)

    def _choices(self, code: str) -> list[tuple[str, str]]:
        """The levels, or subtypes, that all the classes have under one name."""
        tongue, lists = language(), []
        for klass in self._classes:
            choices = klass.nivaer if code == "niva" else klass.undertyper
            lists.append([(one.kod, one.namn.in_language(tongue)) for one in choices])
        return [one for one in lists[0] if all(one in rest for rest in lists[1:])] if lists else []

    def _offer_levels(self, rows: Mapping[str, QgsFeature]) -> None:
        """Levels that fit every subtype there is."""
        for code in ("niva", "undertyp"):
            field = self.fields.get(code)
            if field is None:
                continue
            offered = self._choices(code)
            if code == "niva":
                fits = [
                    {level.kod for level in klass.nivaer if level.fits(text(row, "undertyp"))}
                    for row in rows.values()
                    for klass in self._classes
                    if klass.kod == text(row, "klass")
                ]
                offered = [one for one in offered if all(one[0] in each for each in fits)]
            field.fill(offered)

    def _put(self, section: FormSection, attribute: Attribute, catalogue: Catalogue) -> None:
        name = attribute.namn.in_language(language())
        label = f"{name} ({attribute.enhet})" if attribute.enhet else name
        self._connect(section, attribute.kod, self._field(attribute, catalogue), label)

    def _roles(self, catalogue: Catalogue) -> list[tuple[str, str]]:
        """The roles that fit every class."""
        lists = [roles_offered(catalogue, klass, ()) for klass in self._classes]
        return [one for one in lists[0] if all(one in rest for rest in lists[1:])] if lists else []

    def _field(self, attribute: Attribute, catalogue: Catalogue) -> Any:
        if attribute.kod == ROLE_LIST:
            return MixedMultiChoiceField(self._roles(catalogue))
        field = editor(attribute, catalogue)
        if isinstance(field, MultiChoiceField):
            listed = catalogue.listor.get(attribute.lista, ())
            return MixedMultiChoiceField([(one.kod, one.namn.in_language(language())) for one in listed])
        if attribute.typ in (CHOICE, YES_NO):
            entries = [(field.itemData(at), field.itemText(at)) for at in range(1, field.count())]
            return MixedChoiceField(entries, empty=tr("Inget valt"))
        return field

    def _connect(self, section: FormSection, code: str, field: Any, label: str = "") -> None:
        field.setObjectName(f"falt_flera_{code}")
        field.written.connect(guarded(lambda value, code=code: self.written.emit(code, kept(field, value))))
        section.add(label or tr("Klass"), field)
        self.fields[code] = field


def _shared(edit_session: EditSession, kinds: Sequence[tuple[str, str]]) -> list[Attribute]:
    """The attributes that every kind (layer, class) has, in the order of the first."""
    catalogue, lists = edit_session.catalogue, []
    for layer, klass in kinds:
        there = set(edit_session.layer(layer).fields().names())
        lists.append(
            [one for one in attributes_of(catalogue, layer, catalogue.object_class(klass)) if one.kod in there]
        )
    return [one for one in lists[0] if one.kod not in _OF_ONE and all(one in rest for rest in lists[1:])]
