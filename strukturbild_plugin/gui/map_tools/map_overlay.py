"""The card on the map: the draw mode or the selection, what can be done with it, and what the next click does."""

from __future__ import annotations

from typing import Protocol

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtBoundSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ..guarded import guarded
from ..options.author import AuthorButton
from ..settings import language
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import heading, quiet
from .base_tool import HeldTool
from .object_actions import ActionHost, ObjectAction

_MARGIN = 10
_SLACK = 6
_MOVES = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_STYLE = "#strukturbild_kort{background:palette(window);border:1px solid palette(mid);border-radius:6px}"


class OverlayHost(ActionHost, Protocol):
    """What the card says something of, and what its cross puts down."""

    draw_mode_changed: pyqtBoundSignal
    tool_changed: pyqtBoundSignal
    changed: pyqtBoundSignal

    @property
    def current_tool(self) -> HeldTool | None: ...

    @property
    def hint(self) -> str: ...

    def in_select_mode(self) -> bool: ...

    def select_tool_active(self) -> bool: ...

    def unset_tool(self) -> None: ...


@guarded
class MapOverlay(QFrame):
    """Lies over the top of the map while there is something to say; as narrow as what it says."""

    def __init__(self, tools: OverlayHost) -> None:
        super().__init__(tools.iface.mapCanvas())
        self.setObjectName("strukturbild_kort")
        self.setStyleSheet(_STYLE)
        self._tools, self._canvas = tools, tools.iface.mapCanvas()
        self.buttons: dict[str, QToolButton] = {}
        self._about: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 6, 8)
        column.setSpacing(3)
        top = QHBoxLayout()
        self.title, self.hint = heading("", self), quiet("", self)
        self.shut = QToolButton(self)
        self.shut.setAutoRaise(True)
        self.shut.setIcon(QgsApplication.getThemeIcon("/mIconClose.svg"))
        self.shut.setToolTip(tr("Lämna (Esc)"))
        self.shut.setAccessibleName(tr("Lämna"))
        self.shut.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shut.clicked.connect(guarded(lambda _=False: self._leave()))
        self.who = AuthorButton(tools.who, self)
        top.addWidget(self.title, 1)
        top.addWidget(self.who, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        column.addWidget(self._row)
        column.addWidget(self.hint)
        self.hide()
        self._bar = tools.iface.messageBar()
        for one in (self._canvas, self._bar):
            one.installEventFilter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self.show_state))
        for signal in (tools.tool_changed, tools.changed, tools.draw_mode_changed, tools.who.changed):
            signal.connect(guarded(lambda *_: self._soon.start()))

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._soon.stop()
        for one in (self._canvas, self._bar):
            one.removeEventFilter(self)
        self.setParent(None)
        self.deleteLater()

    def show_state(self) -> None:
        """Say how things are now."""
        tools = self._tools
        title, said = "", ""
        if tools.draw_mode is not None:
            title = tr("Ritar: {klass}").format(klass=tools.draw_mode.klass.namn.in_language(language()))
            here = [one.namn for one in tools.pictures if one.bild_id == tools.picture]
            title = f"{title} · {here[0]}" if len(tools.pictures) > 1 and here else title
            said = tools.hint
        elif tools.current_tool is not None and tools.current_tool.title:
            title, said = tools.current_tool.title, tools.hint
        elif tools.selection.ids:
            title, said = tools.actions.title(), tools.hint
        elif tools.in_select_mode():
            title = tr("Välj och flytta")
            said = tr("Klicka på något, eller dra en ruta runt flera. Ctrl-klick tar en till. En nod kan dras.")
        self.title.setText(title)
        self.hint.setText(said)
        self.hint.setVisible(bool(said))
        self.who.setVisible(tools.draw_mode is not None or bool(tools.current_tool and tools.current_tool.title))
        self._show_actions(bool(tools.selection.ids) and not said)
        self.setVisible(bool(title))
        self._place()
        QTimer.singleShot(0, guarded(self._place))  # the style gives buttons their size when they are shown

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The map has another size, or a message came over it: the card lies below."""
        if event.type() in _MOVES and self.isVisible():
            QTimer.singleShot(0, guarded(self._place))
        return False

    def _leave(self) -> None:
        if self._tools.select_tool_active() and not self._tools.selection.ids:
            self._tools.unset_tool()
        else:
            self._tools.step_back()
        self._canvas.setFocus()

    def _show_actions(self, wanted: bool) -> None:
        """New buttons only for another choice: one that is about to be pressed must not be exchanged."""
        actions = self._tools.actions.all() if wanted else []
        about = (
            tuple(self._tools.selection.known()),
            *((a.kod, a.why_not, [c[::2] for c in a.choices]) for a in actions),
        )
        self._row.setVisible(wanted)
        if about == self._about:
            return
        self._about = about
        while self._flow.count():
            self._flow.takeAt(0)
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {act.kod: self._button(act) for act in actions}
        for button in self.buttons.values():
            self._flow.addWidget(button)

    def _button(self, act: ObjectAction) -> QToolButton:
        button = QToolButton(self._row)
        button.setObjectName(f"atgard_{act.kod}")
        button.setText(act.text)
        button.setToolTip(act.why_not or act.tip)
        button.setEnabled(not act.why_not)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if act.choices:
            button.setMenu(choices_menu(act, button))
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        elif act.do is not None:
            button.clicked.connect(guarded(lambda _=False, do=act.do: do()))
        return button

    def _place(self) -> None:
        if sip.isdeleted(self._canvas):  # the window is being closed
            return
        room = self._canvas.width() - 2 * _MARGIN
        margins = self.layout().contentsMargins()
        wide = self.fontMetrics().averageCharWidth() * 46
        wide = max(wide, self._flow.sizeHint().width() + _SLACK if self.buttons else 0)
        beside = self.who.sizeHint().width() + _SLACK if self.who.isVisibleTo(self) else 0
        for label, more in ((self.title, beside), (self.hint, 0)):
            wide = max(wide, label.fontMetrics().horizontalAdvance(label.text()) + 40 + more)
        width = min(wide + margins.left() + margins.right(), room)
        inner = width - margins.left() - margins.right()
        self._row.setFixedHeight(self._flow.heightForWidth(inner) if self.buttons else 0)
        tall = self.layout().heightForWidth(max(width, 120))
        self.setFixedSize(max(width, 120), tall if tall > 0 else self.layout().sizeHint().height())
        below = self._bar.height() if self._bar.isVisible() else 0
        self.move((self._canvas.width() - self.width()) // 2, below + _MARGIN)
        self.raise_()


def choices_menu(act: ObjectAction, parent: QWidget) -> QMenu:
    """What an act can be done with."""
    menu = QMenu(parent)
    for text, call, possible in act.choices:
        action = menu.addAction(text)
        action.setEnabled(possible)
        action.triggered.connect(guarded(lambda _=False, call=call: call()))
    return menu
