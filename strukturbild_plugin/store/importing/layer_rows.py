"""The layers of a source that are read, and their rows; said what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Sequence

from ...catalogue.model import ObjectClass
from ...errors import ImportRefused
from ...feedback import Feedback, stop_if_cancelled
from ...i18n import joined, tr
from .plan import ImportChoice
from .request import ALL_LAYERS
from .source import OpenLayer, Source, SourceLayer, SourceRow

ROWS_BETWEEN_CHECKS = 50
_MAX_OFFERED = 12


@dataclass(frozen=True)
class LayerRows:
    """The rows of one layer."""

    name: str
    columns: tuple[str, ...]
    system: Any
    """Its declared CRS (osr) or None."""
    rows: tuple[SourceRow, ...]
    notes: tuple[str, ...]
    is_table: bool = False
    """Whether its coordinates, and what says which system they are in, are columns."""


@dataclass(frozen=True)
class SourceRows:
    """All that is read of a source."""

    layers: tuple[LayerRows, ...]
    notes: tuple[str, ...]
    choices: tuple[ImportChoice, ...]
    is_whole: bool = True
    """Whether no other layer of the source could hold rows that were imported before."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of all layers, each once."""
        return tuple(dict.fromkeys(column for layer in self.layers for column in layer.columns))

    def rows(self) -> list[SourceRow]:
        """The rows of all layers."""
        return [row for layer in self.layers for row in layer.rows]


def read_layers(source: Source, wanted: str, klass: ObjectClass, feedback: Feedback) -> SourceRows:
    """The rows of the layer `wanted`, of ALL_LAYERS that the class is drawn as, or of those likeliest meant ('').

    Raises ImportRefused when there is no such layer or it is empty.
    """
    opened, notes, choices = _chosen(source, wanted, klass)
    read = []
    total = max(sum(layer.count for layer in opened), 1)
    done = 0
    for layer in opened:
        rows = []
        for row in layer.rows():
            if done % ROWS_BETWEEN_CHECKS == 0:
                stop_if_cancelled(feedback)
                feedback.setProgress(100 * done / total)
            rows.append(row)
            done += 1
        known = (layer.name, tuple(layer.columns), layer.system)
        read.append(LayerRows(*known, tuple(rows), tuple(layer.notes), layer.is_table))
    if not done:
        raise ImportRefused(
            tr("Lagret ”{lager}” i {fil} är tomt. Välj ett annat lager eller en annan fil.").format(
                lager=opened[0].name, fil=source.path.name
            )
        )
    is_whole = len(opened) == len(source.layers()) or wanted == ALL_LAYERS
    return SourceRows(tuple(layer for layer in read if layer.rows), notes, choices, is_whole)


def _chosen(
    source: Source, wanted: str, klass: ObjectClass
) -> tuple[list[OpenLayer], tuple[str, ...], tuple[ImportChoice, ...]]:
    if wanted and wanted != ALL_LAYERS:
        return [source.layer(wanted)], (), ()
    listed = source.layers()
    if len(listed) == 1:
        return [source.layer("")], (), ()
    fitting = [layer for layer in listed if layer.count and layer.kinds & set(klass.lager)]
    opened = [] if fitting else [source.layer("")]
    taken = fitting if wanted else [layer for layer in fitting if layer.columns == fitting[0].columns]
    names = {layer.name for layer in taken} | {layer.name for layer in opened}
    left = [layer for layer in listed if layer.name not in names and layer.count]
    notes = []
    if len(taken) > 1 and not left:
        notes.append(tr("Flera lager hämtas: {lager}.").format(lager=_counts(taken)))
    if left and taken:  # the source itself says it of tables
        notes.append(
            tr("Ur filen hämtas {tagna}. Där finns också {andra}; ange lagret för att hämta det.").format(
                tagna=_counts(taken), andra=_counts(left)
            )
        )
    if wanted:
        return opened or [source.layer(layer.name) for layer in taken], tuple(notes), ()
    choices = [
        ImportChoice(tr("Hämta lagret {lager}").format(lager=_count(layer)), "layer_name", layer.name)
        for layer in (*(taken if len(taken) > 1 else ()), *left)[:_MAX_OFFERED]
    ]
    if len(fitting) > len(taken):
        choices.append(ImportChoice(tr("Hämta alla lager som passar klassen"), "layer_name", ALL_LAYERS))
    return opened or [source.layer(layer.name) for layer in taken], tuple(notes), tuple(choices)


def _counts(layers: Sequence[SourceLayer]) -> str:
    more = [tr("{antal} till").format(antal=len(layers) - _MAX_OFFERED)] if len(layers) > _MAX_OFFERED else []
    return joined([*(_count(layer) for layer in layers[:_MAX_OFFERED]), *more])


def _count(layer: SourceLayer) -> str:
    return tr("”{namn}” ({antal} objekt)").format(namn=layer.name, antal=layer.count)
