"""Contact sheets: printed sheets beside each other with captions, and the page that shows them all."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

from tools.gallery.plan import Contact

_WIDE, _GAP, _CAPTION, _HEAD = 1000, 24, 34, 64
"""Pixels: of a sheet, between sheets, for a caption, for the heading."""
_PAPER, _EDGE, _INK = QColor("#e9e9e6"), QColor("#c9c9c4"), QColor("#333333")


def contact_sheet(contact: Contact, pictures: Sequence[tuple[str, Path]], target: Path) -> None:
    """Write the contact sheet as PNG; `pictures`: captions and files."""
    images = [(caption, _fitted(QImage(str(file)))) for caption, file in pictures]
    rows = [images[start : start + contact.columns] for start in range(0, len(images), contact.columns)]
    heights = [max(image.height() for _caption, image in row) + _CAPTION + _GAP for row in rows]
    width = min(contact.columns, len(images)) * (_WIDE + _GAP) + _GAP
    canvas = QImage(width, sum(heights) + _HEAD + _GAP, QImage.Format.Format_RGB32)
    canvas.fill(_PAPER)
    painter = QPainter(canvas)
    _write(painter, contact.heading, QRectF(_GAP, 12, width, _HEAD - 12), 26, bold=True)
    top = _HEAD
    for row, height in zip(rows, heights):
        for place, (caption, image) in enumerate(row):
            left = _GAP + place * (_WIDE + _GAP)
            _write(painter, caption, QRectF(left, top, _WIDE, _CAPTION), 18)
            painter.drawImage(left, top + _CAPTION, image)
            painter.setPen(_EDGE)
            painter.drawRect(left, top + _CAPTION, image.width(), image.height())
        top += height
    painter.end()
    canvas.save(str(target))


def write_index(folder: Path, made: Sequence[tuple[Contact, Sequence[tuple[str, Path]]]], missing: str) -> Path:
    """Write index.html with every contact sheet, and links to its sheets at full size."""
    parts = [f"<p>{html.escape(missing)}</p>"] if missing else []
    for contact, pictures in made:
        links = " · ".join(f'<a href="{file.name}">{html.escape(caption)}</a>' for caption, file in pictures)
        heading = html.escape(contact.heading)
        parts.append(f'<h2>{heading}</h2><p>{links}</p><img loading="lazy" src="{contact.code}.png" alt="{heading}">')
    page = folder / "index.html"
    style = "body{font:16px/1.5 Lato,sans-serif;margin:2rem;max-width:1400px;color:#333}img{max-width:100%}"
    page.write_text(
        f'<!doctype html><html lang="sv"><meta charset="utf-8"><title>Galleri</title><style>{style}</style>'
        "<h1>Galleri</h1><p>Gjort för att prova programmet. Ingen bild är någon regions plan.</p>"
        f"{''.join(parts)}</html>",
        encoding="utf-8",
    )
    return page


def _fitted(image: QImage) -> QImage:
    return image.scaled(
        _WIDE, 1100, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )  # fmt: skip


def _write(painter: QPainter, text: str, where: QRectF, size: int, bold: bool = False) -> None:
    font = QFont("Lato")
    font.setPixelSize(size)
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(_INK)
    painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
