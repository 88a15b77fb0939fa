"""Texts with the words of the field underlined: hover or click to read what they mean."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCursor, QPalette
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from ..guarded import guarded
from ..settings import language


@guarded
class GlossaryLabel(QLabel):
    """A paragraph or a list of questions; `over_field`: the label of a field, which the Tab key passes by."""

    def __init__(self, parent: QWidget | None = None, over_field: bool = False) -> None:
        self._make: Callable[[str], str] = lambda _colour: ""
        self._over_field = over_field
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.linkHovered.connect(guarded(self._tell))
        self.linkActivated.connect(guarded(self._tell))

    def say(self, *paragraphs: str) -> None:
        """Show the paragraphs."""
        self._make = lambda colour: "".join(
            f"<p style='margin:0 0 4px 0'>{marked(text, colour)}</p>" for text in paragraphs if text
        )
        self._show()

    def ask(self, questions: tuple[str, ...]) -> None:
        """Show questions as a list."""

        def rows(colour: str) -> str:
            made = "".join(f"<li style='margin-bottom:4px'>{marked(text, colour)}</li>" for text in questions)
            return f"<ul style='margin:0; -qt-list-indent:0; margin-left:14px'>{made}</ul>" if made else ""

        self._make = rows
        self._show()

    def event(self, event: QEvent) -> bool:
        """Qt's: another theme, or a label that has come to its place and only now has the colours of the theme."""
        done = super().event(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.Polish, QEvent.Type.Show):
            self._show()
        return bool(done)

    def _show(self) -> None:
        """Words of the field are underlined in the colour of the text, which every theme makes readable."""
        colour = str(self.palette().color(QPalette.ColorRole.WindowText).name())
        said = self._make(colour)
        if said != self.text():
            self.setText(said)
            self._let_in("<a " in said)

    def _let_in(self, has_words: bool) -> None:
        """The keyboard comes here only where it has something to do; else what is typed on the way is lost."""
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse
        if has_words and not self._over_field:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)

    def _tell(self, kod: str) -> None:
        if not kod:
            QToolTip.hideText()
            return
        QToolTip.showText(QCursor.pos(), meaning(kod), self)


@guarded
class ClickableLabel(QLabel):
    """A sentence that can be clicked."""

    clicked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def mouseReleaseEvent(self, event: Any) -> None:
        """Qt's."""
        super().mouseReleaseEvent(event)
        self.clicked.emit()


def marked(text: str, colour: str) -> str:
    """`text` as safe HTML with the first of each glossary word as a link."""
    from ...catalogue.glossary import find_words

    parts, at = [], 0
    for span in find_words(text, glossary(), language(), once=True):
        parts.append(html.escape(text[at : span.start]))
        shown = html.escape(text[span.start : span.slut])
        parts.append(f'<a href="{html.escape(span.kod)}" style="color:{colour}">{shown}</a>')
        at = span.slut
    return "".join([*parts, html.escape(text[at:])])


def meaning(kod: str) -> str:
    """A word and what it means, as a tool tip."""
    word = glossary().word(kod)
    if word is None:
        return ""
    name, text = word.ord.in_language(language()), word.betyder.in_language(language())
    return f"<b>{html.escape(name)}</b><br>{html.escape(text)}"


@lru_cache(maxsize=1)
def glossary():  # type: ignore[no-untyped-def]  # its type would import the reader of YAML at start
    """The words of the field."""
    from ...catalogue.glossary import load_glossary

    return load_glossary()
