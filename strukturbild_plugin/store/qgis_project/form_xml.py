"""Widgets of forms exchanged in the XML of styles and projects; all else is left byte for byte."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Sequence
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from ..schema.tables import FID

SPOILING = ("", "CheckBox", "Range", "ValueRelation")
"""Kinds of widgets that may write back what they were not given; '' lets QGIS choose, and it chooses those."""

HIDDEN = "Hidden"
"""The kind of a widget that is not shown."""

FORMS_MARK = "<!-- strukturbild formulär 4 -->"
"""Stands first among the widgets of a style whose forms are of this version."""

_STYLE, _LAYER = "qgis", "maplayer"
_CONFIGURATION, _FIELD, _WIDGET = "fieldConfiguration", "field", "editWidget"

Widgets = Mapping[str, str]
"""Column -> its <editWidget>."""

_Edit = tuple[int, int, str]
"""From, to, and what is to stand there."""


def spoils(column: str, kind: str, wanted: str) -> bool:
    """Whether a widget of this kind harms rows where one of the kind `wanted` does not.

    A hidden row number does: QGIS's own merge then keeps none of the rows (qgis/QGIS #51977).
    """
    return kind in SPOILING or (column == FID and kind == HIDDEN != wanted)


def marked(style: str) -> str:
    """A style with the mark, which says that its forms are of this version; after the style when it has no widgets."""
    start = f"<{_CONFIGURATION}>"
    if FORMS_MARK in style:
        return style
    return style.replace(start, start + FORMS_MARK, 1) if start in style else style + FORMS_MARK


def widgets_in(style: str) -> dict[str, str]:
    """The widgets of a style by column."""
    raw = style.encode("utf-8")
    return {
        column: raw[one.start : one.end].decode("utf-8")
        for layer in _layers(raw)
        for form in layer.forms
        for column, one in form.widgets.items()
    }


def renewed_style(style: str, widgets: Widgets) -> str:
    """The style with every widget that can spoil a row exchanged for that of `widgets`, and the mark."""
    raw = style.encode("utf-8")
    return marked(_spliced(raw, [edit for layer in _layers(raw) for edit in layer.edits(widgets)]))


def renewed_project(text: str, widgets: Mapping[str, Widgets], name: str) -> str:
    """Project XML with the same done in the layers that show tables of the file called `name`."""
    raw = text.encode("utf-8")
    edits: list[_Edit] = []
    for layer in _layers(raw):
        file, _, rest = layer.source.partition("|layername=")
        own = widgets.get(rest.partition("|")[0])
        if own is not None and file.replace("\\", "/").rpartition("/")[2] == name:
            edits += layer.edits(own)
    return _spliced(raw, edits)


@dataclass
class _Element:
    """An element between two places. `kind`: the type of a widget."""

    start: int
    end: int = 0
    kind: str = ""


@dataclass
class _FormElement:
    """The widgets of one style. `inner_end`: where they end; None when there is nothing between the tags."""

    span: _Element
    inner_end: int | None = None
    widgets: dict[str, _Element] = field(default_factory=dict)

    def edits(self, wanted: Widgets) -> list[_Edit]:
        """What makes it safe: spoiling widgets exchanged, columns that it does not speak of added."""
        found = [
            (one.start, one.end, wanted[column])
            for column, one in self.widgets.items()
            if column in wanted and spoils(column, one.kind, _kind(wanted[column]))
        ]
        more = "".join(_field(column, widget) for column, widget in wanted.items() if column not in self.widgets)
        if self.inner_end is None:
            return [(self.span.start, self.span.end, f"<{_CONFIGURATION}>{more}</{_CONFIGURATION}>")]
        return [*found, (self.inner_end, self.inner_end, more)] if more else found


@dataclass
class _LayerElement:
    """A style, or a layer of a project with its address. `inner_end`: where what is in it ends."""

    source: str = ""
    inner_end: int | None = None
    forms: list[_FormElement] = field(default_factory=list)

    def edits(self, wanted: Widgets) -> list[_Edit]:
        """Its own form and those of the other styles it holds; one is made when it has none."""
        if not self.forms and self.inner_end is not None:
            more = "".join(_field(column, widget) for column, widget in wanted.items())
            return [(self.inner_end, self.inner_end, f"<{_CONFIGURATION}>{more}</{_CONFIGURATION}>")]
        return [edit for form in self.forms for edit in form.edits(wanted)]


def _kind(widget: str) -> str:
    return HIDDEN if f'type="{HIDDEN}"' in widget.partition(">")[0] else ""


def _field(column: str, widget: str) -> str:
    return f'<{_FIELD} configurationFlags="None" name={quoteattr(column)}>{widget}</{_FIELD}>'


def _spliced(raw: bytes, edits: Sequence[_Edit]) -> str:
    parts, place = [], 0
    for start, end, text in sorted(edits):
        parts += [raw[place:start], text.encode("utf-8")]
        place = end
    return b"".join([*parts, raw[place:]]).decode("utf-8")


def _layers(raw: bytes) -> list[_LayerElement]:
    """The styles or layers in XML that comes from anywhere; none when it is no XML, or tries to define entities."""
    reader = _FormFinder(raw)
    try:
        reader.parser.Parse(raw, True)
    except (expat.ExpatError, _Refused):
        return []
    return reader.layers


class _Refused(Exception):
    """A document that defines entities: no style does, only what wants to fill the memory."""


class _FormFinder:
    """Finds the layers of a document and their widgets."""

    def __init__(self, raw: bytes) -> None:
        self.layers: list[_LayerElement] = []
        self.parser = parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.EntityDeclHandler = self._text, self._refuse
        parser.buffer_text = True
        self._raw = raw
        self._open: list[str] = []
        self._layer: _LayerElement | None = None
        self._form: _FormElement | None = None
        self._column, self._depth = "", 0

    def _start(self, name: str, found: dict[str, str]) -> None:
        self._open.append(name)
        if name == _LAYER or (name == _STYLE and len(self._open) == 1):
            self._layer, self._depth = _LayerElement(), len(self._open)
            self.layers.append(self._layer)
        elif name == _CONFIGURATION and self._layer is not None:
            self._form = _FormElement(_Element(self.parser.CurrentByteIndex))
            self._layer.forms.append(self._form)
        elif self._form is not None and name == _FIELD:
            self._column = found.get("name", "")
        elif self._form is not None and name == _WIDGET and self._column:
            self._form.widgets[self._column] = _Element(self.parser.CurrentByteIndex, kind=found.get("type", ""))

    def _end(self, name: str) -> None:
        if self._form is not None and name == _WIDGET and self._column in self._form.widgets:
            self._form.widgets[self._column].end = self._after()
            self._column = ""
        elif self._form is not None and name == _CONFIGURATION:
            self._form.span.end, self._form.inner_end = self._after(), self._inner_end()
            self._form = None
        elif self._layer is not None and len(self._open) == self._depth:
            self._layer.inner_end = self._inner_end()
            self._layer = None
        self._open.pop()

    def _after(self) -> int:
        return self._raw.index(b">", self.parser.CurrentByteIndex) + 1

    def _inner_end(self) -> int | None:
        """Where the closing tag begins; None for an element that is one tag alone."""
        place = self.parser.CurrentByteIndex
        return place if self._raw[place : place + 2] == b"</" else None

    def _text(self, text: str) -> None:
        if self._layer is not None and self._open[-1] == "datasource" and len(self._open) == self._depth + 1:
            self._layer.source += text

    def _refuse(self, *_: Any) -> None:
        raise _Refused
