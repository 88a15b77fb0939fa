"""A picture as colour-blind eyes see it, or a copier: the same matrices as the proof of the symbol sets."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QImage

from strukturbild_plugin.cartography.symbol_sets.colour import VISIONS


def seen_by(source: Path, target: Path, vision: str) -> None:
    """Write `source` (PNG) to `target` as it is seen with one of `VISIONS`."""
    import numpy

    image = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB888)
    memory = image.constBits()
    memory.setsize(image.sizeInBytes())
    rows = numpy.frombuffer(memory, numpy.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)
    steps = numpy.arange(256) / 255.0
    linear = numpy.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4).astype(numpy.float32)
    light = numpy.clip(linear[pixels] @ numpy.array(VISIONS[vision], numpy.float32).T, 0.0, 1.0)
    shown = numpy.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    made = numpy.ascontiguousarray((shown * 255 + 0.5).astype(numpy.uint8))
    QImage(made.tobytes(), image.width(), image.height(), image.width() * 3, QImage.Format.Format_RGB888).save(
        str(target)
    )
