"""What is measured: the picture that is drawn, and the stamp that is printed on it."""

from __future__ import annotations

from typing import Any


def picture_with_objects(snapshot: Any) -> str:
    """The id of the first picture that has objects."""
    return next(p.bild_id for p in snapshot.pictures if any(o.bild_id == p.bild_id for o in snapshot.objects))


def stamp_of_zeros() -> Any:
    """A stamp that is no edition's."""
    from strukturbild_plugin.export.stamp import EditionStamp

    return EditionStamp(1, "2026-01-01", "utkast", "Utkast", "0" * 64)
