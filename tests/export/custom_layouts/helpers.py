"""Layout files as a user would save them from QGIS's layout designer, and what a hostile one may hold."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QFont

TEXT_BOXES = {
    "titel": (10, 8, 277, 14),
    "underrubrik": (10, 22, 200, 8),
    "utgava": (200, 190, 90, 12),
    "kallor": (10, 196, 180, 10),
    "ingress": (210, 24, 78, 26),
}


def saved_layout(folder: Path, without: tuple[str, ...] = (), boxes: dict[str, tuple[int, ...]] | None = None) -> bytes:
    """An A4 sheet with a map, texts, legend, goals, scale bar, north arrow and a text of the user's own."""
    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    kept = []

    def put(item, name, box):
        if name in without:
            return
        item.setId(name)
        layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(box[0], box[1]))
        item.attemptResize(QgsLayoutSize(box[2], box[3]))
        kept.append(item)

    for name, box in {**TEXT_BOXES, **(boxes or {})}.items():
        if name in TEXT_BOXES:
            label = QgsLayoutItemLabel(layout)
            label.setText(f"[{name}]")
            label.setFont(QFont("DejaVu Sans", 20 if name == "titel" else 7))
            put(label, name, box)
    karta = QgsLayoutItemMap(layout)
    karta.setExtent(QgsRectangle(0, 0, 1950, 1550))
    put(karta, "karta", (10, 32, 195, 155))
    legend_box = (boxes or {}).get("teckenforklaring", (210, 52, 78, 130))
    put(QgsLayoutItemShape(layout), "teckenforklaring", legend_box)
    put(QgsLayoutItemScaleBar(layout), "skalstock", (12, 178, 60, 10))
    put(QgsLayoutItemPicture(layout), "norrpil", (196, 34, 7, 14))
    own = QgsLayoutItemLabel(layout)
    own.setText("Regionens egen rad")
    own.setFont(QFont("DejaVu Sans", 6))
    put(own, "", (10, 190, 100, 5))
    file = folder / "egen.qpt"
    if not layout.saveAsTemplate(str(file), QgsReadWriteContext()):
        raise AssertionError("layouten kunde inte sparas")
    return file.read_bytes()


HOSTILE = {
    "entiteter": lambda qpt: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + qpt,
    "trasig": lambda qpt: qpt[: len(qpt) // 2],
    "annat": lambda _qpt: "<qgis/>",
    "djup": lambda qpt: "<Layout>" + "<a>" * 5000 + "</a>" * 5000 + "</Layout>",
    "jättestor": lambda qpt: qpt + " " * 6_000_000,
    "utan sida": lambda qpt: qpt.replace('type="65638"', 'type="65641"'),
    "oändlig": lambda qpt: qpt.replace('size="277,14,mm"', 'size="1e400,14,mm"'),
    "inte tal": lambda qpt: qpt.replace('size="277,14,mm"', 'size="nan,14,mm"'),
}
"""Files that are refused."""
