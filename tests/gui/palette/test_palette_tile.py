"""A tile of the palette keeps what is read after a long name: how it is drawn and how many there are."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from strukturbild_plugin.gui.palette.palette_tile import PaletteTile

LONG = "Område för näringsliv, energi eller totalförsvar"


def test_a_long_name_is_shortened_at_its_end_and_told_in_full_to_who_listens(qgis_app: QgsApplication) -> None:
    room = QWidget()
    tile = PaletteTile("ruta", QIcon(), room)
    tile.resize(320, 30)
    tile.say(LONG, " (yta)  (3)")
    assert tile.text().startswith("  Område för") and tile.text().endswith("… (yta)  (3)")
    assert tile.accessibleName() == f"{LONG} (yta)  (3)"
    tile.say("Nod", "")
    assert tile.text() == "  Nod"
