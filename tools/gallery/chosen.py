"""The few pictures of the gallery that docs/galleri.md shows, small enough to be kept with the project."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

MAX_BYTES = 300_000
CHOSEN = {
    "galleri_tatt.png": "malbild_tryck_a3_karta_normal.png",
    "galleri_glest.png": "storregional_bild_tryck_a3_karta_normal.png",
    "galleri_uppsattningar.png": "mallar-a4-gransbygd.png",
    "galleri_ogon.png": "syn-tillganglig.png",
}
"""Name in docs/bilder, and in the gallery."""
_WIDTHS = (1200, 1000, 850, 700, 620, 540)


def keep_chosen(gallery: Path, folder: Path) -> list[Path]:
    """Write the chosen pictures, each as wide as it may be within `MAX_BYTES`; those not made are left as they are."""
    kept = []
    for name, source in CHOSEN.items():
        image = QImage(str(gallery / source))
        if image.isNull():
            continue
        for width in _WIDTHS:
            small = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            small.convertToFormat(QImage.Format.Format_RGB888).save(str(folder / name), "PNG", 0)
            if (folder / name).stat().st_size <= MAX_BYTES:
                break
        kept.append(folder / name)
    return kept
