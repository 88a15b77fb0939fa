"""The foot of a form whose content is saved at once: it says so, says when, and offers the way back."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import Qt, QTime
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ...i18n import tr
from ..guarded import guarded
from .head_edits import HeadEdits


@guarded
class SavedIndicator(QLabel):
    """One or two lines."""

    def __init__(self, head_edits: HeadEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head_edits = head_edits
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setContentsMargins(0, 6, 0, 6)
        self.linkActivated.connect(guarded(lambda _link: head_edits.go_back()))
        head_edits.written.connect(guarded(self._tell))
        self.rest()

    def rest(self) -> None:
        """Nothing has been written yet."""
        self.setText(html.escape(tr("Det här sparas direkt i filen, när du lämnar fältet.")))

    def _tell(self, text: str) -> None:
        time = QTime.currentTime().toString(tr("HH.mm"))
        said = tr("Sparat {time}. {what}.").format(time=time, what=f"{text[:1].upper()}{text[1:]}")
        colour = self.palette().color(self.foregroundRole()).name()
        link = f' <a href="angra" style="color:{colour}">{html.escape(tr("Ångra"))}</a>'
        self.setText(html.escape(said) + (link if self._head_edits.can_go_back() else ""))
