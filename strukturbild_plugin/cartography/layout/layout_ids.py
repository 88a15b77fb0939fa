"""The ids that layout items are known by, and those that every sheet of an edition must have."""

from __future__ import annotations

from functools import lru_cache
from typing import Mapping

from ...i18n import tr
from ...sanitize import qpt, xml
from ...sanitize.content import ContentError

MAP, LOCATOR = "karta", "orienteringskarta"
REQUIRED = (MAP, "titel", "utgava", "kallor")
"""The map, what it is, which edition, and whose data (licences ask for it)."""
_ALIASES: Mapping[str, str] = {
    "underrad": "underrubrik",
    "principbild": "princip",
    "källor": "kallor",
    "mål": "mal",
    "utgåva": "utgava",
}
"""Other spellings, and the names that the program's own sheet uses."""


def item_name(item_id: str) -> str:
    """What a layout item with this id is filled as: the id in lower case, and old names as the new ones."""
    name = item_id.strip().lower()
    return _ALIASES.get(name, name)


@lru_cache(maxsize=8)
def unusable_layout(content: bytes, name: str) -> str:
    """Why a layout file (QPT) called `name` cannot be filled, as a sentence; '' when it can."""
    try:
        lacking = missing_items(qpt.clean(content).content)
    except ContentError as error:
        return unusable_sentence(name, error)
    return unusable_sentence(name, missing_items_text(lacking)) if lacking else ""


def unusable_sentence(name: str, why: object) -> str:
    """That the layout called `name` cannot be used, and why."""
    return tr("Layouten {namn} kan inte användas. {varfor}").format(namn=name, varfor=why)


def missing_items(clean: bytes) -> tuple[str, ...]:
    """The required ids (`REQUIRED`) that a cleaned layout file (QPT) lacks; a lone map counts as the map.

    Raises ContentError when the file is no XML.
    """
    items = [each for each in xml.elements(xml.read(clean).root) if each.tag == "LayoutItem"]
    names = {item_name(each.get("id", "")) for each in items} - {MAP}
    maps = [item_name(each.get("id", "")) for each in items if each.get("type") == qpt.MAP_ITEM]
    if MAP in maps or sum(name != LOCATOR for name in maps) == 1:
        names.add(MAP)
    return tuple(name for name in REQUIRED if name not in names)


def missing_items_text(lacking: tuple[str, ...]) -> str:
    """A sentence with the ids that a layout lacks, and how to set an item's id in QGIS."""
    return tr(
        "Layouten saknar {delar}. Öppna den i QGIS layouthanterare, markera objektet som ska vara det och skriv "
        "namnet i fältet Id under Elementegenskaper."
    ).format(delar=", ".join(f"”{name}”" for name in lacking))
