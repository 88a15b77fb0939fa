"""The pictures where groups' own objects are kept of what has been made joint: 'gruppernas varianter'."""

from __future__ import annotations

from collections.abc import Iterable

from ...store.gpkg.records import Picture
from ..conflicts import deterministic_id


def variants_picture_id(bild_id: str) -> str:
    """bild_id of the picture where the groups' own objects are kept of what is joint in the picture `bild_id`.

    The same in every file, so that two who make things joint put them in one.
    """
    return deterministic_id("varianter", bild_id)


def variants_pictures(pictures: Iterable[Picture]) -> frozenset[str]:
    """bild_id of those of `pictures` that keep groups' variants of what is joint in another of them.

    They are working material: neither published nor counted unless somebody asks for them.
    """
    known = {one.bild_id for one in pictures}
    return frozenset(known & {variants_picture_id(one) for one in known})


def variant_name(name: str, grupp: str) -> str:
    """What a group's own object is called there: 'Kil (Bord 3)'."""
    return f"{name} ({grupp})"


def own_name(name: str, grupp: str) -> str:
    """What a group called it before it went there; the name as it is elsewhere."""
    added = variant_name("", grupp)
    return name[: -len(added)] if name.endswith(added) else name
