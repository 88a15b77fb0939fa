"""Forms of the layers: tabs per attribute group, aliases, value lists and default values, derived from the catalogue.

They are written into the file's default styles, so plain QGIS shows them without the plugin and rows drawn there are
whole rows. QGIS writes every widget's value back when a form is saved, so each widget must give back exactly what it
was given, also when this one layer of the file is all that is loaded: numbers are text boxes, lists stand in the style.
"""

from __future__ import annotations

from itertools import combinations
from typing import Iterable, Mapping, Sequence

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsVectorLayer,
)

from ...catalogue.model import (
    CHOICE,
    CHOICES,
    DATE,
    LONG_TEXT,
    ROLE_LIST,
    UNCERTAINTY_LIST,
    YES_NO,
    Attribute,
    Catalogue,
    Choice,
    Level,
    ObjectClass,
    Text,
)
from ..gpkg.records import Picture
from ..gpkg.row_mapping import codes_to_text
from ..schema.tables import BINARY_COLUMN, DATE_COLUMN, FID, MOMENT_COLUMN, YES_NO_COLUMN, ColumnSpec, TableSpec

LOOKUP_TABLES = ("nod",)
"""Tables that forms look values up in; a project that shows the forms holds them under these names."""

NULL_CHOICE = "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"
"""What QGIS writes for 'no value' in a value map."""

FIXED_NAMES: Mapping[str, Text] = {
    "klass": Text("Klass", "Class"),
    "niva": Text("Nivå", "Level"),
    "undertyp": Text("Undertyp", "Subtype"),
    "bild_id": Text("Bild", "Picture"),
    "objekt_id": Text("Objekt-id", "Object id"),
    "ursprung_id": Text("Samma objekt i annan bild", "Same object in another picture"),
    "skapad_av": Text("Skapad av", "Created by"),
    "skapad": Text("Skapad", "Created"),
    "andrad_av": Text("Ändrad av", "Changed by"),
    "andrad": Text("Ändrad", "Changed"),
    "grupp": Text("Grupp", "Group"),
    "version": Text("Version", "Version"),
}
_FIRST = ("namn", "klass", "niva", "undertyp", "roll", "status", "osakerhet", "bild_id")
_HISTORY = ("objekt_id", "ursprung_id", "skapad_av", "skapad", "andrad_av", "andrad", "grupp", "version")
_HISTORY_TAB = Text("Historik", "History")
_TABLE_TAB = Text("Uppgifter", "Details")
_READ_ONLY = ("objekt_id", "ursprung_id", "skapad_av", "skapad", "andrad_av", "andrad", "version")
_NODE_REFERENCES = ("fran_id", "till_id", "nod_id")
_MAX_OFFERED = 80
"""Answers offered for a question with several; a longer drop-down would not be read."""
_MAX_ANSWER_LETTERS = 30
"""Letters of an answer put together; a longer one would make the form wider than its window."""
_HIDDEN = QgsEditorWidgetSetup("Hidden", {})
_ROW_NUMBER = QgsEditorWidgetSetup("TextEdit", {})
"""Not hidden: QGIS's own merge then keeps none of the rows (qgis/QGIS #51977). It has no place in the form's tabs."""
_USER_EXPRESSION = "coalesce(nullif(@user_full_name, ''), @user_account_name)"


def set_object_form(
    layer: QgsVectorLayer, code: str, catalogue: Catalogue, pictures: Sequence[Picture], language: str = "sv"
) -> None:
    """Give the layer of the table `code` its form. New objects go to the first of `pictures`."""
    attributes = {attribute.kod: attribute for attribute in catalogue.columns(code)}
    for index, field in enumerate(layer.fields()):
        name = field.name()
        label = FIXED_NAMES.get(name)
        if name in attributes:
            layer.setFieldAlias(index, _label(attributes[name], language))
        elif label:
            layer.setFieldAlias(index, label.in_language(language))
        setup = _fixed_widget(name, code, catalogue, pictures, language) or _widget(
            attributes.get(name), catalogue, language
        )
        layer.setEditorWidgetSetup(index, setup)
    _hide_in_table(layer, FID)
    _set_tabs(layer, _tabs(attributes, catalogue, language))
    _set_defaults(layer, code, catalogue, pictures)
    _set_constraints(layer)
    layer.setDisplayExpression('coalesce("namn", "klass")')


def set_table_form(
    layer: QgsVectorLayer,
    spec: TableSpec,
    labels: Mapping[str, str],
    lists: Mapping[str, Sequence[Choice]],
    long_texts: Sequence[str],
    language: str = "sv",
) -> None:
    """Give a table that holds no objects its aliases, value lists and text boxes."""
    columns = {column.name: column for column in spec.columns}
    for index, field in enumerate(layer.fields()):
        name = field.name()
        if name in labels:
            layer.setFieldAlias(index, labels[name])
        if name in columns:
            chosen = lists.get(name)
            listed = value_map(chosen, language, empty=not columns[name].required) if chosen else None
            layer.setEditorWidgetSetup(index, listed or _plain_widget(columns[name], name in long_texts, language))
        elif name == FID:
            layer.setEditorWidgetSetup(index, _ROW_NUMBER if spec.geometry else _HIDDEN)
        if name == f"{spec.name}_id":
            layer.setDefaultValueDefinition(index, QgsDefaultValue("uuid('WithoutBraces')"))
    if spec.geometry:
        _hide_in_table(layer, FID)
        shown = [name for name in layer.fields().names() if name != FID]
        _set_tabs(layer, [(_TABLE_TAB.in_language(language), shown)], read_only=())


def _hide_in_table(layer: QgsVectorLayer, column: str) -> None:
    """Leave a column out of QGIS's attribute table."""
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    config.setColumnHidden(layer.fields().indexOf(column), True)
    layer.setAttributeTableConfig(config)


def set_picture_default(layer: QgsVectorLayer, bild_id: str) -> None:
    """Let new objects of `layer` belong to one picture, unless the session variable @strukturbild_bild says another."""
    layer.setDefaultValueDefinition(layer.fields().indexOf("bild_id"), QgsDefaultValue(picture_default(bild_id)))


def picture_default(bild_id: str) -> str:
    """The expression that gives a new object its picture."""
    return f"coalesce(@strukturbild_bild, {_quoted(bild_id)})"


def value_map(choices: Iterable[Choice], language: str, empty: bool = False) -> QgsEditorWidgetSetup:
    """A drop-down of fixed values. One that is not among them is shown in parentheses, and stays."""
    entries: list[dict[str, str]] = [{"": NULL_CHOICE}] if empty else []
    entries.extend({choice.namn.in_language(language): choice.kod} for choice in choices)
    return QgsEditorWidgetSetup("ValueMap", {"map": entries})


def yes_no(language: str) -> QgsEditorWidgetSetup:
    """Yes, no or not said: a check box has no third state, and writes No for what was not said."""
    return value_map((Choice("1", Text("Ja", "Yes")), Choice("0", Text("Nej", "No"))), language, empty=True)


def several(choices: Sequence[Choice], language: str) -> QgsEditorWidgetSetup:
    """A drop-down of answers to a question that takes several: each alone, then those that go together.

    QGIS's own check list writes '{"a","b"}' for '{b,a}' and '{a}', drops what it does not know, and wipes all when it
    has no lookup layer. Here what is not offered (three roles, another order) is shown as it stands, and stays.
    """
    offered: list[Choice] = []
    for size in range(1, len(choices) + 1):
        together = [_joined(each, language) for each in combinations(choices, size)]
        if offered and len(offered) + len(together) > _MAX_OFFERED:
            break
        offered += [one for one in together if size == 1 or len(one.namn.sv) <= _MAX_ANSWER_LETTERS]
    return value_map(offered, language, empty=True)


def _joined(choices: Sequence[Choice], language: str) -> Choice:
    names = ", ".join(choice.namn.in_language(language) for choice in choices)
    return Choice(codes_to_text(choice.kod for choice in choices) or "", Text(names, names))


def looked_up(table: str, key: str, value: str) -> QgsEditorWidgetSetup:
    """A drop-down of the rows of another table of the file; without that table the code itself is shown, and stays.

    There is no filter on another field: QGIS 3.22 empties the list, and the value, when that field changes.
    """
    return QgsEditorWidgetSetup(
        "ValueRelation",
        {
            "AllowMulti": False,
            "AllowNull": True,
            "FilterExpression": "",
            "Key": key,
            "Value": value,
            "Layer": "",
            "LayerName": table,
            "LayerProviderName": "ogr",
            "LayerSource": f"./strukturbild.gpkg|layername={table}",
            "NofColumns": 1,
            "OrderByValue": True,
            "UseCompleter": False,
        },
    )


def _label(attribute: Attribute, language: str) -> str:
    name = attribute.namn.in_language(language)
    return f"{name} ({attribute.enhet})" if attribute.enhet else name


def _fixed_widget(
    name: str, code: str, catalogue: Catalogue, pictures: Sequence[Picture], language: str
) -> QgsEditorWidgetSetup | None:
    classes = catalogue.classes_in(code)
    if name == FID:
        return _ROW_NUMBER
    if name == "klass":
        return value_map([Choice(klass.kod, klass.namn) for klass in classes], language)
    if name == "bild_id":
        return value_map([Choice(each.bild_id, Text(each.namn, each.namn)) for each in pictures], language)
    if name == "niva":
        return _by_class([(klass, klass.nivaer) for klass in classes], language)
    if name == "undertyp":
        return _by_class([(klass, klass.undertyper) for klass in classes], language)
    if name == ROLE_LIST:
        roles = catalogue.listor.get(ROLE_LIST, ())
        fitting = [role for role in roles if any(role in klass.roles_among(roles) for klass in classes)]
        return several(fitting, language) if fitting else _HIDDEN
    if name in _NODE_REFERENCES:
        return looked_up("nod", "objekt_id", "namn")
    if name in ("skapad", "andrad"):
        return _moment()
    return None


def _by_class(lists: Sequence[tuple[ObjectClass, Sequence[Choice | Level]]], language: str) -> QgsEditorWidgetSetup:
    """The choices of a layer's classes, each once; what only some have says which: 'Lokal (Nod)', if there is room."""
    names: dict[str, dict[str, None]] = {}
    holders: dict[str, list[str]] = {}
    for klass, choices in lists:
        for choice in choices:
            names.setdefault(choice.kod, {})[choice.namn.in_language(language)] = None
            holders.setdefault(choice.kod, []).extend(_holders(klass, choice, language))
    if not names:
        return _HIDDEN
    graded = {one.kod for _klass, choices in lists for one in choices if isinstance(one, Level) and one.undertyper}

    def label(code: str) -> str:
        name = " / ".join(names[code])
        whole = f"{name} ({', '.join(holders[code])})"
        plain = (len(holders[code]) == len(lists) and code not in graded) or holders[code] == [name]
        return name if plain or len(whole) > _MAX_ANSWER_LETTERS else whole

    return value_map([Choice(code, Text(label(code), label(code))) for code in names], language, empty=True)


def _holders(klass: ObjectClass, choice: Choice | Level, language: str) -> list[str]:
    """The class, or those of its subtypes that alone have the level."""
    only = choice.undertyper if isinstance(choice, Level) else ()
    found = [one.namn for one in klass.undertyper if one.kod in only] or [klass.namn]
    return [name.in_language(language) for name in found]


def _moment() -> QgsEditorWidgetSetup:
    config = {"display_format": "yyyy-MM-dd HH:mm", "field_format": "yyyy-MM-dd HH:mm:ss", "allow_null": True}
    return QgsEditorWidgetSetup("DateTime", {**config, "calendar_popup": True})


def _date() -> QgsEditorWidgetSetup:
    config = {"display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd", "allow_null": True}
    return QgsEditorWidgetSetup("DateTime", {**config, "calendar_popup": True})


def _text_box(long: bool) -> QgsEditorWidgetSetup:
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": long, "UseHtml": False})


def _plain_widget(column: ColumnSpec, long: bool, language: str) -> QgsEditorWidgetSetup:
    """What a column is filled in with by its kind. Numbers too are text: a spin box has a least and a most."""
    if column.kind == YES_NO_COLUMN:
        return yes_no(language)
    if column.kind in (DATE_COLUMN, MOMENT_COLUMN):
        return _date() if column.kind == DATE_COLUMN else _moment()
    return QgsEditorWidgetSetup("Binary", {}) if column.kind == BINARY_COLUMN else _text_box(long)


def _widget(attribute: Attribute | None, catalogue: Catalogue, language: str) -> QgsEditorWidgetSetup:
    if attribute is None:
        return _text_box(False)
    choices = catalogue.listor.get(attribute.lista, ())
    if attribute.typ == CHOICE:
        return value_map(choices, language, empty=True)
    if attribute.typ == CHOICES:
        return several(choices, language)
    if attribute.typ == DATE:
        return _date()
    if attribute.typ == YES_NO:
        return yes_no(language)
    return _text_box(attribute.typ == LONG_TEXT)


def _tabs(attributes: Mapping[str, Attribute], catalogue: Catalogue, language: str) -> list[tuple[str, list[str]]]:
    """Name and columns of each tab: the first of the catalogue's groups also holds what every object has."""
    tabs: list[tuple[str, list[str]]] = []
    for place, group in enumerate(catalogue.grupper):
        own = [code for code, attribute in attributes.items() if attribute.grupp == group.kod]
        columns = [*_FIRST, *own] if place == 0 else own
        columns = [code for code in dict.fromkeys(columns) if place == 0 or code not in _FIRST]
        tabs.append((group.namn.in_language(language), columns))
    named = {code for _, columns in tabs for code in columns}
    history = [code for code in _HISTORY if code not in named]
    return [*((name, columns) for name, columns in tabs if columns), (_HISTORY_TAB.in_language(language), history)]


def _set_tabs(
    layer: QgsVectorLayer, tabs: Sequence[tuple[str, Sequence[str]]], read_only: Sequence[str] = _READ_ONLY
) -> None:
    config = layer.editFormConfig()
    config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    config.clearTabs()
    root = config.invisibleRootContainer()
    for title, columns in tabs:
        tab = QgsAttributeEditorContainer(title, root)
        tab.setIsGroupBox(False)
        for name in columns:
            index = layer.fields().indexOf(name)
            if index >= 0:
                tab.addChildElement(QgsAttributeEditorField(name, index, tab))
        config.addTab(tab)
    for name in read_only:
        index = layer.fields().indexOf(name)
        if index >= 0:
            config.setReadOnly(index, True)
    layer.setEditFormConfig(config)


def _set_defaults(layer: QgsVectorLayer, code: str, catalogue: Catalogue, pictures: Sequence[Picture]) -> None:
    classes = catalogue.classes_in(code)
    first = pictures[0] if pictures else None
    defaults = {
        "objekt_id": ("uuid('WithoutBraces')", False),
        "klass": (_quoted(classes[0].kod) if classes else "", False),
        "niva": (_level_expression(classes), False),
        "osakerhet": (_in_list(catalogue, UNCERTAINTY_LIST, "principiell"), False),
        "skapad_av": (_USER_EXPRESSION, False),
        "andrad_av": (_USER_EXPRESSION, True),
        "version": ("1", False),
    }
    for name, (expression, on_update) in defaults.items():
        index = layer.fields().indexOf(name)
        if index >= 0 and expression:
            layer.setDefaultValueDefinition(index, QgsDefaultValue(expression, on_update))
    if first:
        set_picture_default(layer, first.bild_id)


def _level_expression(classes: Sequence[ObjectClass]) -> str:
    """The level a new object starts with: its class's regional one, else the class's first that every subtype has."""
    cases = []
    for klass in classes:
        codes = [level.kod for level in klass.levels_for("")]
        if codes:
            start = next((code for code in codes if code.startswith("regional")), codes[0])
            cases.append((klass.kod, start))
    if len(classes) == 1:
        return _quoted(cases[0][1]) if cases else ""
    whens = " ".join(f'WHEN "klass" = {_quoted(code)} THEN {_quoted(start)}' for code, start in cases)
    return f"CASE {whens} END" if whens else ""


def _in_list(catalogue: Catalogue, name: str, wanted: str) -> str:
    codes = [choice.kod for choice in catalogue.listor.get(name, ())]
    return _quoted(wanted if wanted in codes else codes[0]) if codes else ""


def _set_constraints(layer: QgsVectorLayer) -> None:
    hard, soft = (
        QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard,
        QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft,
    )
    filled = QgsFieldConstraints.Constraint.ConstraintNotNull
    for name, strength in (("objekt_id", hard), ("bild_id", hard), ("klass", hard), ("namn", soft)):
        layer.setFieldConstraint(layer.fields().indexOf(name), filled, strength)
    unique = QgsFieldConstraints.Constraint.ConstraintUnique
    layer.setFieldConstraint(layer.fields().indexOf("objekt_id"), unique, hard)


def _quoted(text: str) -> str:
    """`text` as a string of a QGIS expression."""
    escaped = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
