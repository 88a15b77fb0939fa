"""All attributes of one object, labels over fields; what is written becomes an undo step when the field is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsFeature
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ...catalogue.fitting import with_fitting
from ...catalogue.model import (
    CHOICE,
    CHOICES,
    DATE,
    DECIMAL,
    INTEGER,
    LONG_TEXT,
    ROLE_LIST,
    YES_NO,
    Attribute,
    Catalogue,
    Choice,
    Level,
    ObjectClass,
)
from ...catalogue.sources import attribute_source, choice_source
from ...drawing.session.edit_buffer import plain, text
from ...drawing.session.edit_session import EditSession
from ...drawing.session.object_index import CHAIN, NODES, SINGLE, IndexedObject
from ...drawing.session.row_codec import in_kind
from ...i18n import tr
from ...store.gpkg.odd_cells import most_characters
from ...store.gpkg.row_mapping import text_to_codes
from ..guarded import guarded
from ..settings import language
from ..widgets.fields import ChoiceField, DateField, LineField, NumberField, TextField
from ..widgets.form_sections import FormSection
from ..widgets.labels import quiet
from ..widgets.multi_choice_field import MultiChoiceField
from ..widgets.steady_scroll_area import SteadyScrollArea
from .measure_panel import MeasurePanel

FOLDED = ("egenskaper", "koppling", "kalla", "mer")
"""Groups that stay folded until they are asked for."""
MEASURES = "insatser"
"""The section of the measures, which are written past the layers."""


@guarded
class ObjectForm(SteadyScrollArea):
    """`written`: column and value, as `ToolController.change` takes them."""

    written = pyqtSignal(str, object)

    def __init__(self, parent: QWidget | None = None, measures: MeasurePanel | None = None) -> None:
        super().__init__(parent)
        self.measures = measures
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields: dict[str, Any] = {}
        self.sections: dict[str, FormSection] = {}
        self.objekt_id = ""
        self._made_for: Any = None
        self._klass: ObjectClass | None = None
        self._labels: dict[str, QWidget] = {}
        self._roles: list[tuple[str, str]] = []
        self._chain: QLabel | None = None
        self._history: QLabel | None = None

    def show_object(self, edit_session: EditSession, objekt_id: str) -> None:
        """This one, as it is now; a field that is being written in is left alone."""
        known, feature = edit_session.known(objekt_id), edit_session.feature(objekt_id)
        klass = edit_session.catalogue.object_class(known.klass)
        roles = text_to_codes(plain(feature[ROLE_LIST]))
        made_for = (id(edit_session.catalogue), known.lager, known.klass, frozenset(roles))
        if made_for != self._made_for:
            self._klass = with_fitting(klass) if klass is not None else None
            if self._made_for is None or made_for[:3] != self._made_for[:3] or self._offers_others(roles):
                self._build(edit_session, known, roles)
            self._made_for = made_for
        if objekt_id != self.objekt_id:
            self.objekt_id = objekt_id
            self.verticalScrollBar().setValue(0)
        self._offer_levels(text(feature, "niva"), text(feature, "undertyp"))
        for code, field in self.fields.items():
            if code in SINGLE:
                field.fill(_nodes(edit_session, known.bild_id))
            if not field.dirty():
                value = in_kind(feature.fields().field(code), feature[code])
                field.set_value(shown(field, plain(value)))
        for kod, section in self.sections.items():
            if kod != MEASURES:
                self._count(edit_session, kod, section)
        self.count_measures()
        if self._chain is not None:
            names = [edit_session.objects.get(one) for one in known.noder]
            self._chain.setText(" – ".join(one.namn or tr("utan namn") for one in names if one) or tr("Inga noder"))
        if self._history is not None:
            self._history.setText(history(edit_session, known, feature))

    def keep(self) -> None:
        """Write what is being written just now."""
        for field in self.fields.values():
            field.keep()

    def show_field(self, code: str) -> None:
        """Put the keyboard in the field of a column, unfolded and in view."""
        field = self.fields.get(code)
        if field is None:
            return
        for section in self.sections.values():
            if section.isAncestorOf(field):
                section.unfold()
        (field.more if isinstance(field, MultiChoiceField) else field).setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, guarded(lambda: self._reveal(code)))  # where it lies is known then

    def _reveal(self, code: str) -> None:
        if code in self.fields:
            self.ensureWidgetVisible(self.fields[code])

    def _build(self, edit_session: EditSession, known: IndexedObject, roles: Sequence[str]) -> None:
        catalogue, tongue, klass = edit_session.catalogue, language(), self._klass
        self._roles = roles_offered(catalogue, klass, roles)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(0)
        self.fields, self.sections, self._labels, self._chain = {}, {}, {}, None
        there = set(edit_session.layer(known.lager).fields().names())
        wanted = [one for one in attributes_of(catalogue, known.lager, klass) if one.kod in there]
        wanted = [one for one in wanted if one.kod != ROLE_LIST or self._roles]
        for place, group in enumerate(catalogue.grupper):
            own = [attribute for attribute in wanted if attribute.grupp == group.kod]
            if not own and place:
                continue
            section = FormSection(group.kod, group.namn.in_language(tongue), group.kod in FOLDED, body)
            self.sections[group.kod] = section
            column.addWidget(section)
            for attribute in [one for one in own if one.kod == "namn"]:
                self._put(section, attribute, catalogue)
            if place == 0:
                self._put_class(section, catalogue, known.lager, klass)
            for attribute in own:
                if attribute.kod != "namn":
                    self._put(section, attribute, catalogue)
        if self.measures is not None:
            self.measures.setParent(body)  # out of the form that goes
            section = self.sections[MEASURES] = FormSection(MEASURES, tr("Insatser"), True, body)
            section.column.addWidget(self.measures)
            self.measures.show()
            column.addWidget(section)
        history = FormSection("historik", tr("Historik"), True, body)
        self._history = quiet("", history)
        self._history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        history.column.addWidget(self._history)
        column.addWidget(history)
        column.addStretch(1)
        self.setWidget(body)

    def _put(self, section: FormSection, attribute: Attribute, catalogue: Catalogue) -> None:
        name = attribute.namn.in_language(language())
        label = f"{name} ({attribute.enhet})" if attribute.enhet else name
        source = attribute_source(catalogue, attribute).in_language(language())
        tip = "\n".join(filter(None, (attribute.hjalp.in_language(language()), source)))
        if attribute.kod == CHAIN:
            self._chain = quiet("", section)
            section.add(label, self._chain, tip)
            return
        field = MultiChoiceField(self._roles) if attribute.kod == ROLE_LIST else editor(attribute, catalogue)
        if attribute.lista:
            field.explain(sources_of(catalogue.listor.get(attribute.lista, ())))
        self._connect_field(attribute.kod, field, section, label, tip)

    def _put_class(self, section: FormSection, catalogue: Catalogue, layer: str, klass: ObjectClass | None) -> None:
        """What every object has and the program looks after: class, level, subtype."""
        tongue = language()
        classes = [(one.kod, one.namn.in_language(tongue)) for one in catalogue.classes_in(layer)]
        if len(classes) > 1:
            self._connect_field("klass", ChoiceField(classes), section, tr("Klass"), "")
        for code, label, choices in (
            ("niva", tr("Nivå"), klass.nivaer if klass is not None else ()),
            ("undertyp", tr("Undertyp"), klass.undertyper if klass is not None else ()),
        ):
            if choices:
                entries = [(one.kod, one.namn.in_language(tongue)) for one in choices]
                field = ChoiceField(entries, empty=tr("Inget valt"))
                field.explain(sources_of(choices, klass))
                self._connect_field(code, field, section, label, "")

    def count_measures(self) -> None:
        """Say after the heading how many measures the object has."""
        if self.measures is not None and MEASURES in self.sections:
            number = self.measures.count()
            self.sections[MEASURES].say(f"({number})" if number else "")

    def _connect_field(self, code: str, field: Any, section: FormSection, label: str, tip: str) -> None:
        field.setObjectName(f"falt_{code}")
        field.written.connect(guarded(lambda value, code=code: self.written.emit(code, kept(field, value))))
        self._labels[code] = section.add(label, field, tip)
        self.fields[code] = field

    def _offer_levels(self, level: str, subtype: str) -> None:
        """The levels that the subtype has, and the one that is there although it does not fit."""
        field, klass = self.fields.get("niva"), self._klass
        if field is None or klass is None or field.dirty():
            return
        offered = [one for one in klass.nivaer if one.fits(subtype) or one.kod == level]
        field.fill([(one.kod, one.namn.in_language(language())) for one in offered])
        field.explain(sources_of(offered, klass))
        for widget in (field, self._labels["niva"]):
            widget.setVisible(bool(offered or level))

    def _offers_others(self, roles: Sequence[str]) -> bool:
        """Whether an object's roles call for other ticks than there are."""
        return bool(set(roles) - {kod for kod, _name in self._roles})

    def _count(self, edit_session: EditSession, group: str, section: FormSection) -> None:
        """How much of a folded group is filled in."""
        own = [code for code in self.fields if code in edit_session.catalogue.attribut]
        own = [code for code in own if edit_session.catalogue.attribut[code].grupp == group]
        filled = sum(bool(self.fields[code].value() not in (None, "", ())) for code in own)
        section.say(f"({filled}/{len(own)})" if group in FOLDED and own else "")


def editor(attribute: Attribute, catalogue: Catalogue) -> Any:
    """The field for a kind of attribute."""
    tongue, hint = language(), attribute.hjalp.in_language(language())
    entries = [(one.kod, one.namn.in_language(tongue)) for one in catalogue.listor.get(attribute.lista, ())]
    if attribute.kod in SINGLE:
        return ChoiceField((), empty=tr("Ingen nod"))
    if attribute.typ == CHOICE:
        return ChoiceField(entries, empty=tr("Inget valt"))
    if attribute.typ == CHOICES:
        return MultiChoiceField(entries)
    if attribute.typ == YES_NO:
        return ChoiceField([(1, tr("Ja")), (0, tr("Nej"))], empty=tr("Inget valt"))
    if attribute.typ == DATE:
        return DateField()
    if attribute.typ in (INTEGER, DECIMAL):
        return NumberField(attribute.typ == INTEGER)
    if attribute.typ == LONG_TEXT:
        return TextField(hint)
    return LineField(most=most_characters(attribute.kod, catalogue))


def roles_offered(catalogue: Catalogue, klass: ObjectClass | None, there: Sequence[str]) -> list[tuple[str, str]]:
    """Code and name of the roles that fit the class, and of those that an object has although they do not."""
    roles = catalogue.listor.get(ROLE_LIST, ())
    fitting = {role.kod for role in (klass.roles_among(roles) if klass is not None else roles)}
    return [(role.kod, role.namn.in_language(language())) for role in roles if role.kod in fitting.union(there)]


def sources_of(choices: Sequence[Choice | Level], klass: ObjectClass | None = None) -> dict[str, str]:
    """Where each choice comes from, by its code; only what is not its class's or list's own source."""
    return {one.kod: choice_source(one, klass).in_language(language()) for one in choices}


def history(edit_session: EditSession, known: IndexedObject, feature: QgsFeature) -> str:
    """Who drew and changed the object, and what it is called by programs."""
    said = []
    for who, when, word in (("skapad_av", "skapad", tr("Ritad")), ("andrad_av", "andrad", tr("Ändrad"))):
        parts = (_moment(plain(feature[when])), plain(feature[who]) or "")
        said.append(" ".join(part for part in (word, *parts) if part))
    group = plain(feature["grupp"])
    rows = [*said, tr("Grupp: {name}").format(name=group) if group else ""]
    rows.append(tr("Identitet: {code}").format(code=known.objekt_id))
    return "\n".join(row for row in rows if row)


def kept(field: Any, value: Any) -> Any:
    """A field's value as the column takes it."""
    return QDate.fromString(value, "yyyy-MM-dd") if isinstance(field, DateField) and value else value


def shown(field: Any, value: Any) -> Any:
    """A column's value as the field takes it."""
    if isinstance(field, MultiChoiceField):
        return text_to_codes(value)
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return value.toString("yyyy-MM-dd")
    return value


def _moment(value: Any) -> str:
    return value.toLocalTime().toString("yyyy-MM-dd HH:mm") if isinstance(value, QDateTime) else str(value or "")[:16]


def attributes_of(catalogue: Catalogue, layer: str, klass: ObjectClass | None) -> list[Attribute]:
    """Common ones, the layer's and the class's own; not those of other classes in the layer.

    What a layer asks of its own comes before the common texts: the challenge before what is wanted.
    """
    found = catalogue.layer(layer)
    own = found.attribut if found else ()
    first = [code for code in own if catalogue.attribut[code].typ == LONG_TEXT]
    codes = [*first, *catalogue.gemensamma, *own, *(klass.attribut if klass else ())]
    return [catalogue.attribut[code] for code in dict.fromkeys(codes)]


def _nodes(edit_session: EditSession, bild_id: str) -> list[tuple[str, str]]:
    named = [
        (one.objekt_id, one.namn) for one in edit_session.objects.all() if one.lager == NODES and one.bild_id == bild_id
    ]
    return sorted(((code, name or tr("utan namn")) for code, name in named), key=lambda entry: entry[1].casefold())
