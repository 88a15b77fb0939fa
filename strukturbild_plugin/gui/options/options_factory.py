"""What QGIS is given at its start to make the settings page with, later: as little as may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ...i18n import tr
from ..guarded import guarded
from ..settings import PAGE

__all__ = ["PAGE", "OptionsFactory"]


@guarded
class OptionsFactory(QgsOptionsWidgetFactory):
    """`changed`: called after settings have been kept."""

    def __init__(self, changed: Callable[[], None]) -> None:
        icon = Path(__file__).resolve().parents[1] / "icons" / "strukturbild.svg"
        super().__init__(tr("Strukturbild"), QIcon(str(icon)))
        self._changed = changed

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        """QGIS's: a fresh page each time the window is opened."""
        from .options_page import OptionsPage

        return OptionsPage(parent, self._changed)
