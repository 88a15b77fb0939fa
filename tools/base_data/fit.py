"""Brings county, country and coast onto one line.

SCB's generalised län end some kilometres from GSHHG's coast, and Natural Earth's border is not SCB's. Every piece of
land that belongs to nobody goes to the nearest owner; along the national border Sweden's line (SCB) counts.
"""

from __future__ import annotations

from typing import Mapping, NamedTuple, Sequence

from qgis.core import QgsGeometry, QgsPointXY

from tools.base_data.coast import Water
from tools.base_data.neighbours import NeighbourArea
from tools.base_data.regions import County
from tools.base_data.shapes import areas, lines, parts, united

MIN_PIECE_M2 = 2_000.0
"""m2; what is smaller is left over from the overlay, not land."""
MIN_OPEN_LAKE_M2 = 1e8
"""m2; smaller lakes are never left out of the län."""
MAX_GAP_M2 = 3e7
"""m2; holes smaller than this in a county are filled."""
MIN_BORDER_M = 200.0
MAX_OWNER_DISTANCE_M = 60_000.0
"""Metres: land farther than this from any owner is left out. Gotska Sandön lies 45 km from SCB's Gotland."""


class Fitted(NamedTuple):
    """Areas on one coast: dry land by län, country and neighbouring region; and the borders between them."""

    lan: Mapping[str, QgsGeometry]
    reach: Mapping[str, QgsGeometry]
    """SCB's county together with its dry land: the widest sense, so that no harbour town falls outside."""
    countries: tuple[NeighbourArea, ...]
    regions: tuple[NeighbourArea, ...]
    county_borders: tuple[tuple[str, str, QgsGeometry], ...]
    country_borders: tuple[tuple[str, str, QgsGeometry], ...]


def fit(
    lan: Sequence[County], water: Water, countries: Sequence[NeighbourArea], regions: Sequence[NeighbourArea]
) -> Fitted:
    """Lay everything on the coast of `water`."""
    own = {each.lan_kod: each.geometry for each in lan}
    dry = areas(water.land.difference(united(_open_lakes(own, water))), MIN_PIECE_M2)
    foreign = {area.iso: area.geometry for area in countries if area.iso != "SE"}
    counties = _share(own, _swedish(dry, united(own.values()), united(foreign.values())))
    sweden = united(counties.values())
    abroad = _share(foreign, areas(dry.difference(sweden), MIN_PIECE_M2))
    fitted = []
    for iso in sorted({area.iso for area in regions}):
        names = {area.namn: area.geometry for area in regions if area.iso == iso}
        fitted += [NeighbourArea(iso, name, shape) for name, shape in _share(names, abroad[iso]).items()]
    whole = {"SE": sweden, **abroad}
    named = {area.iso: area.namn for area in countries}
    return Fitted(
        counties,
        {code: _whole(united([own[code], counties[code]])) for code in own},
        tuple(NeighbourArea(iso, named[iso], whole[iso]) for iso in sorted(whole) if not whole[iso].isEmpty()),
        tuple(fitted),
        _borders(counties),
        _borders(whole),
    )


def _whole(county: QgsGeometry) -> QgsGeometry:
    """A county without the small gaps that two unlike shores leave between them."""
    return areas(county.removeInteriorRings(MAX_GAP_M2), MIN_PIECE_M2)


def _open_lakes(counties: Mapping[str, QgsGeometry], water: Water) -> list[QgsGeometry]:
    """Lakes that SCB's län leave out for the most part (Vänern, Vättern, Mälaren): their water is nobody's land."""
    land = united(counties.values())
    large = [lake for lake in water.lakes if lake.area() > MIN_OPEN_LAKE_M2 and lake.intersects(land)]
    return [
        lake
        for lake in large
        if land.intersection(lake).area() < lake.area() / 2 and land.convexHull().contains(lake.centroid())
    ]


def _swedish(dry: QgsGeometry, sweden: QgsGeometry, foreign: QgsGeometry) -> QgsGeometry:
    """Sweden's dry land: SCB's, and the pieces nobody claims that lie nearer to it than to another country."""
    pieces = [dry.intersection(sweden)]
    home, away = _Near(sweden), _Near(foreign)
    for piece in _pieces(dry.difference(united([sweden, foreign]))):
        at_home, outside = home.distance(piece), away.distance(piece)
        if at_home > MAX_OWNER_DISTANCE_M or outside < at_home:
            continue
        touches_both = at_home < 1 and outside < 1
        if not touches_both or home.shared(piece) > 2 * away.shared(piece):
            pieces.append(piece)
    return united(pieces)


def _share(owners: Mapping[str, QgsGeometry], land: QgsGeometry) -> dict[str, QgsGeometry]:
    """Divide `land`: what an owner covers is its own, the rest goes to the nearest."""
    got = {key: [areas(owner.intersection(land))] for key, owner in owners.items()}
    near = {key: _Near(owner) for key, owner in owners.items()}
    for piece in _pieces(land.difference(united(owners.values()))):
        distances = {key: each.distance(piece) for key, each in near.items()}
        nearest = min(distances.values())
        candidates = [key for key, distance in distances.items() if distance <= nearest + 1]
        if nearest > MAX_OWNER_DISTANCE_M:
            continue
        for key, part in _split(piece, {key: owners[key] for key in candidates}).items():
            got[key].append(part)
    return {key: areas(united(shapes), MIN_PIECE_M2) for key, shapes in got.items()}


def _split(piece: QgsGeometry, owners: Mapping[str, QgsGeometry]) -> dict[str, QgsGeometry]:
    """Divide a piece among the owners it touches, each point to the nearest (Voronoi of their edges)."""
    if len(owners) == 1:
        return {next(iter(owners)): piece}
    seeds = {key: _edge_points(owner, piece) for key, owner in owners.items()}
    every = QgsGeometry.unaryUnion([each for each in seeds.values() if not each.isEmpty()])
    cells = parts(every.voronoiDiagram(piece.buffer(20_000, 4)))
    result = {}
    for key, seed in seeds.items():
        if seed.isEmpty():
            continue
        engine = QgsGeometry.createGeometryEngine(seed.constGet())
        engine.prepareGeometry()
        own = united([cell for cell in cells if engine.intersects(cell.constGet())])
        part = areas(own.intersection(piece), MIN_PIECE_M2) if not own.isEmpty() else QgsGeometry()
        if not part.isEmpty():
            result[key] = part
    return result


def _edge_points(owner: QgsGeometry, piece: QgsGeometry) -> QgsGeometry:
    """Points each 250 m along the edge of `owner` where `piece` lies."""
    edge = _edge(owner).intersection(piece.buffer(500, 4))
    if edge.isEmpty():
        return QgsGeometry()
    dense = edge.densifyByDistance(250)
    return QgsGeometry.fromMultiPointXY([QgsPointXY(vertex) for vertex in dense.vertices()])


def _borders(owners: Mapping[str, QgsGeometry]) -> tuple[tuple[str, str, QgsGeometry], ...]:
    """The line between each two neighbours, without coast."""
    found = []
    keys = sorted(owners)
    for place, one in enumerate(keys):
        for other in keys[place + 1 :]:
            if owners[one].boundingBox().intersects(owners[other].boundingBox()):
                line = lines(_edge(owners[one]).intersection(owners[other].buffer(1, 2)), MIN_BORDER_M)
                if not line.isEmpty():
                    found.append((one, other, line))
    return tuple(found)


def _edge(owner: QgsGeometry) -> QgsGeometry:
    return QgsGeometry(owner.constGet().boundary())


def _pieces(land: QgsGeometry) -> list[QgsGeometry]:
    return [piece for piece in parts(areas(land, MIN_PIECE_M2)) if not piece.isEmpty()]


class _Near:
    """Distances to one area, prepared."""

    def __init__(self, shape: QgsGeometry) -> None:
        self._shape = shape
        self._engine = QgsGeometry.createGeometryEngine(shape.constGet())
        self._engine.prepareGeometry()

    def distance(self, piece: QgsGeometry) -> float:
        """Metres to `piece`."""
        return self._engine.distance(piece.constGet())

    def shared(self, piece: QgsGeometry) -> float:
        """Metres of edge that `piece` has along this area."""
        return _edge(piece).intersection(self._shape.buffer(1, 2)).length()
