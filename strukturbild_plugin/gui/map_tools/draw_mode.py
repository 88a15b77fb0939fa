"""What the pen is about to draw, and what to do on the map with it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsFeature

from ...catalogue.model import AREA, LINE, POINT, ObjectClass
from ...drawing.session.edit_buffer import text
from ...i18n import tr

POINTED, FREEHAND, BROAD = "peka", "frihand", "bred"
"""Ways to draw an area, and (the first two) a line that hangs on no nodes."""
NETWORK = ("strak", "samband")
"""Layers whose lines hang on nodes."""


@dataclass(frozen=True)
class DrawMode:
    """What the next thing drawn becomes."""

    klass: ObjectClass
    geometri: str
    lager: str
    niva: str = ""
    way: str = POINTED
    undertyp: str = ""
    """Where only some subtypes are graded, the one that goes with the level; else it is said afterwards."""

    def ways(self) -> tuple[str, ...]:
        """The ways it can be drawn in; () when there is only one."""
        if self.geometri == AREA:
            return (POINTED, FREEHAND, BROAD)
        return (POINTED, FREEHAND) if self.geometri == LINE and self.lager not in NETWORK else ()

    def snaps(self) -> bool:
        """Whether its corners are clicked, and may hold on to other corners and borders."""
        return bool(self.ways()) and not self.sweeps()

    def sweeps(self) -> bool:
        """Whether it is drawn in one sweep of the hand."""
        return self.way != POINTED and self.way in self.ways()


def draw_mode_like(klass: ObjectClass, layer: str, feature: QgsFeature, way: str) -> DrawMode:
    """What draws another like an object; of its subtype too, where that says which levels there are."""
    kind = next((kind for kind, code in klass.lager.items() if code == layer), "")
    graded = any(one is not None for _level, one in klass.kinds())
    return DrawMode(klass, kind, layer, text(feature, "niva"), way, text(feature, "undertyp") if graded else "")


def hint(draw_mode: DrawMode) -> str:
    """What to do on the map."""
    if draw_mode.lager == "strak":
        return tr("Klicka nod för nod. Enter eller högerklick avslutar, Esc lämnar.")
    if draw_mode.lager == "samband":
        return tr("Klicka på noden det går från och sedan på noden det går till. Esc lämnar.")
    if draw_mode.sweeps() and draw_mode.geometri == LINE:
        return tr("Håll musknappen nere och rita linjen. Esc lämnar.")
    if draw_mode.way == FREEHAND and draw_mode.sweeps():
        return tr("Håll musknappen nere och rita runt området. Esc lämnar.")
    if draw_mode.way == BROAD and draw_mode.sweeps():
        return tr("Håll musknappen nere och rita längs mitten. Esc lämnar.")
    if draw_mode.geometri == POINT:
        return tr("Klicka på kartan, en gång för varje. Esc lämnar.")
    if draw_mode.geometri == LINE:
        return tr(
            "Klicka dig fram längs linjen, eller håll musknappen nere och rita den. "
            "Enter eller högerklick avslutar, Esc lämnar."
        )
    return tr(
        "Klicka hörn för hörn, eller håll musknappen nere och rita runt området. "
        "Enter eller högerklick avslutar, Esc lämnar."
    )


def kept_hint() -> str:
    """What to do with something that was drawn and refused."""
    return tr("Det du ritade är kvar. Enter eller högerklick försöker igen, Esc tar bort det.")
