"""The folders of a KML file as one layer: folders are how somebody sorted the places, not kinds of their own."""

from __future__ import annotations

from typing import Any, Iterator, Sequence

from ....compat import ogr
from ....i18n import tr
from .raw_layer import RawLayer, RawRow, as_bytes


class JoinedLayer:
    """Several layers after each other, with the columns of all and one for the folder each row is from."""

    def __init__(self, name: str, layers: Sequence[tuple[str, RawLayer]]) -> None:
        self.name, self._layers = as_bytes(name), layers
        names = dict.fromkeys(column for _, layer in layers for column in layer.columns)
        self._names = tuple(names)
        self.columns = (*self._names, as_bytes(tr("Mapp")))
        self.count = sum(layer.count for _, layer in layers)
        kinds = {layer.geometry for _, layer in layers}
        self.geometry: int = kinds.pop() if len(kinds) == 1 else ogr.wkbUnknown
        self.system: Any = layers[0][1].system
        told = tr("Alla {antal} mappar i filen läses tillsammans: {mappar}. Kolumnen Mapp säger varifrån en rad är.")
        folders = ", ".join(f"{folder} ({layer.count})" for folder, layer in layers)
        self.notes = (told.format(antal=len(layers), mappar=folders),)

    def rows(self) -> Iterator[RawRow]:
        """Every row, folder after folder."""
        for folder, layer in self._layers:
            places = [layer.columns.index(name) if name in layer.columns else None for name in self._names]
            for row in layer.rows():
                values = [None if place is None else row.values[place] for place in places]
                yield RawRow(f"{folder} {row.number}", [*values, folder], row.geometry)

    def texts(self) -> Iterator[bytes]:
        """Every text in its rows."""
        for _, layer in self._layers:
            yield from layer.texts()
