"""What the tests of printed sheets share: the example with a present beside its future, logos, reading a PDF."""

from __future__ import annotations

import dataclasses
import re
import uuid

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.export.stamp import EditionStamp
from strukturbild_plugin.store.gpkg.records import Attachment, Snapshot

PRESENT = "nulaget"


def stamp_of(snapshot: Snapshot) -> EditionStamp:
    """The stamp of a first edition."""
    return EditionStamp(1, "2026-11-20", "utkast", "Utkast", fingerprint(snapshot))


def with_present(snapshot: Snapshot) -> Snapshot:
    """The example with a picture of the present: most is there already, one node is smaller, one thing is gone."""
    wanted = snapshot.pictures[0]
    present = dataclasses.replace(
        wanted, bild_id=PRESENT, namn="Nuläge", bildtyp="nulage", horisont=2025, ordning=wanted.ordning - 1
    )
    copies = []
    for objekt in snapshot.objects:
        if objekt.bild_id != wanted.bild_id or objekt.status == "foreslagen" or objekt.namn == "Hällefors":
            continue
        copy = dataclasses.replace(
            objekt, objekt_id=str(uuid.uuid5(uuid.NAMESPACE_OID, objekt.objekt_id)), bild_id=PRESENT,
            ursprung_id=objekt.objekt_id, status="befintlig",
        )  # fmt: skip
        copies.append(dataclasses.replace(copy, niva="delregional") if objekt.namn == "Arvika" else copy)
    gone = next(objekt for objekt in copies if objekt.namn == "Hagfors")
    shape = next(objekt.wkb for objekt in snapshot.objects if objekt.namn == "Hällefors")
    copies.append(dataclasses.replace(gone, objekt_id=str(uuid.uuid4()), ursprung_id="", namn="Grythyttan", wkb=shape))
    return dataclasses.replace(snapshot, pictures=(present, *snapshot.pictures), objects=(*snapshot.objects, *copies))


def with_logos(snapshot: Snapshot, *logos: tuple[str, bytes]) -> Snapshot:
    """The strukturbild carrying logos."""
    return dataclasses.replace(
        snapshot,
        attachments=(*snapshot.attachments, *(Attachment("logotyp", name, content) for name, content in logos)),
    )


def svg_logo(colour: str, width: int = 120, height: int = 40) -> bytes:
    """A plain logo in vector."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><rect width="{height}" '
        f'height="{height}" rx="6" fill="{colour}"/><path d="M{height + 8} {height / 2}H{width}" stroke="{colour}" '
        f'stroke-width="10"/></svg>'
    ).encode()


def png_logo(colour: str, width: int = 300, height: int = 120) -> bytes:
    """A plain logo in dots."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


def letters(text: str) -> str:
    """Without blanks: lines are broken where there is room."""
    return re.sub(r"\s+", "", text)
