"""Packs (tillägg) to tick, each with its symbols: for a new strukturbild, and for one that there is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from ...cartography.symbol_set import SymbolSet
from ...catalogue.load import load_catalogue
from ...catalogue.packs import Pack
from ...i18n import tr
from ...store.writing.with_packs import with_packs
from ..guarded import guarded
from ..widgets.labels import quiet

_SWATCH = QSize(30, 18)
_GAP = 4


@guarded
class PackList(QWidget):
    """One line for each pack: a box to tick, its symbols, its name, and what it is for.

    `side_by_side`: all in one line, with the first symbol, and what they are for as a tool tip.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        packs: Sequence[Pack],
        symbols: SymbolSet,
        language: str,
        there: Collection[str] = (),
        parent: QWidget | None = None,
        side_by_side: bool = False,
    ) -> None:
        """`there`: codes of packs that the strukturbild has already; they cannot be ticked."""
        super().__init__(parent)
        lines = QGridLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setVerticalSpacing(2)
        lines.setHorizontalSpacing(8)
        self._side_by_side = side_by_side
        lines.setColumnStretch(len(packs) if side_by_side else 1, 1)
        self.boxes: dict[str, QCheckBox] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._most = 1 if side_by_side else max((len(pack.klasser) for pack in packs), default=0)
        for pack in packs:
            self._add(lines, pack, symbols, language, pack.kod in there)

    def ticked(self) -> tuple[str, ...]:
        """Codes of the ticked packs, in order."""
        return tuple(kod for kod, box in self.boxes.items() if box.isEnabled() and box.isChecked())

    def _add(self, lines: QGridLayout, pack: Pack, symbols: SymbolSet, language: str, there: bool) -> None:
        name = pack.namn.in_language(language)
        box = QCheckBox(tr("{name} (finns redan)").format(name=name) if there else name, self)
        box.setObjectName(f"tillagg_{pack.kod}")
        icon, size = self._symbols(pack, symbols)
        box.setIcon(icon)
        box.setIconSize(size)
        box.setChecked(there)
        box.setEnabled(not there)
        described = pack.beskrivning.in_language(language)
        box.setAccessibleDescription(described)
        brought = [f"{klass.namn.in_language(language)}: {klass.hjalp.in_language(language)}" for klass in pack.klasser]
        box.setToolTip("\n\n".join([described, *brought] if self._side_by_side else brought))
        box.toggled.connect(guarded(lambda _on: self.changed.emit()))
        place = len(self.boxes)
        self.boxes[pack.kod] = box
        if self._side_by_side:
            lines.addWidget(box, 0, place)
            return
        lines.addWidget(box, place, 0)
        lines.addWidget(quiet(described, self), place, 1)

    def _symbols(self, pack: Pack, symbols: SymbolSet) -> tuple[QIcon, QSize]:
        """The symbols of the pack's classes side by side, as the palette draws them."""
        from ...cartography.layout.legend import draw_swatch, swatch_of

        ratio = self.devicePixelRatioF()
        catalogue = with_packs(load_catalogue(), [pack])
        wide, high = round(_SWATCH.width() * ratio), round(_SWATCH.height() * ratio)
        count, gap = self._most, round(_GAP * ratio)  # names stand below each other
        picture = QPixmap(count * wide + (count - 1) * gap, high)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        for place, klass in enumerate(pack.klasser[:count]):
            swatch = draw_swatch(swatch_of(catalogue, symbols, klass.kod), wide, high, 96 * ratio)
            swatch.setDevicePixelRatio(1)
            painter.drawImage(place * (wide + gap), 0, swatch)
        painter.end()
        size = QSize(count * _SWATCH.width() + (count - 1) * _GAP, _SWATCH.height())
        picture.setDevicePixelRatio(ratio)
        return QIcon(picture), size
