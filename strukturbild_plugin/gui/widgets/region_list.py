"""The areas a strukturbild can be about, with ticks: Swedish län, Norwegian fylker and Finnish landskap."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.PyQt.QtWidgets import QWidget

from ...i18n import joined, tr
from ...region_codes import FINLAND, NORWAY, SWEDEN, is_swedish
from ...store.create.regions import Region, short_name
from ..guarded import guarded
from .check_list import CheckList, Entry


@guarded
class RegionList(CheckList):
    """Grouped by country; the search line finds names and codes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sök län, fylke eller landskap"), parent)

    def fill_regions(self, regions: Sequence[Region], ticked: Collection[str] = ()) -> None:
        """All `regions` under the names of their countries, those with the codes `ticked` ticked."""
        self.fill(region_entries(regions), ticked)


def region_entries(regions: Sequence[Region]) -> list[Entry]:
    """Code, text and tool tip of each region; a heading without code before those of each country."""
    titles = {SWEDEN: tr("Sverige: län"), NORWAY: tr("Norge: fylken"), FINLAND: tr("Finland: landskap")}
    found: list[Entry] = []
    for land, title in titles.items():
        here = [(region.kod, region.namn, region.kod) for region in regions if region.land == land]
        found += [("", title, ""), *here] if here else []
    return found


def goals_abroad(names: Sequence[str]) -> str:
    """What is said of areas in Norway and Finland without goals; '' when there are none."""
    text = tr("För {names} finns inga mål i biblioteket: hämta in från fil eller skriv egna.")
    return text.format(names=joined(names)) if names else ""


def map_abroad(regions: Sequence[Region]) -> str:
    """What is different on the map for areas that are no Swedish län; '' when all are."""
    if all(is_swedish(region.kod) for region in regions):
        return ""
    return tr("Kommunkoder fylls i bara för svenska kommuner. Kartan ritas i SWEREF 99 TM också utanför Sverige.")


def names_abroad(regions: Sequence[Region]) -> list[str]:
    """The short names of the areas that are no Swedish län."""
    return [short_name(region.namn) for region in regions if not is_swedish(region.kod)]
