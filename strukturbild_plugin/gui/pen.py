"""What the pen is about to draw, and what to do on the map with it."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalogue.model import AREA, ObjectClass
from ..i18n import tr

POINTED, FREEHAND, BROAD = "peka", "frihand", "bred"
"""Ways to draw an area."""


@dataclass(frozen=True)
class Armed:
    """What the next thing drawn becomes."""

    klass: ObjectClass
    geometri: str
    lager: str
    niva: str = ""
    way: str = POINTED


def hint(armed: Armed) -> str:
    """What to do on the map."""
    if armed.lager == "strak":
        return tr("Klicka nod för nod. Enter eller högerklick avslutar, Esc lämnar.")
    if armed.lager == "samband":
        return tr("Klicka på noden det går från och sedan på noden det går till. Esc lämnar.")
    if armed.geometri == AREA and armed.way == FREEHAND:
        return tr("Håll musknappen nere och rita runt området. Esc lämnar.")
    if armed.geometri == AREA and armed.way == BROAD:
        return tr("Håll musknappen nere och rita längs mitten. Esc lämnar.")
    if armed.geometri == "punkt":
        return tr("Klicka på kartan, en gång för varje. Esc lämnar.")
    return tr("Klicka hörn för hörn. Högerklick avslutar, Esc lämnar.")
