"""Fields for several objects: where their values differ they say so, and leave them until another is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLineEdit, QPlainTextEdit

from ...i18n import tr
from ..guarded import guarded
from ..widgets.fields import ChoiceField
from ..widgets.multi_choice_field import MultiChoiceField

MIXED = "\x00mixed"
"""Stands for different values in a list of choices."""


def mixed_words() -> str:
    """What stands where the values differ."""
    return tr("Olika värden")


@guarded
class MixedChoiceField(ChoiceField):
    """A choice that can also stand for different ones."""

    def __init__(self, entries: Sequence[tuple[Any, str]] = (), empty: str | None = None) -> None:
        self._entries: list[tuple[Any, str]] = []
        super().__init__(entries, empty)

    def fill(self, entries: Sequence[tuple[Any, str]]) -> None:
        """Other things to choose between."""
        self._entries = list(entries)
        super().fill(entries)

    def show_values(self, values: Sequence[Any]) -> None:
        """What the objects have."""
        mixed = len(values) > 1
        self._kept = None  # what was kept is another selection's
        super().fill([(MIXED, mixed_words()), *self._entries] if mixed else self._entries)
        self.set_value(MIXED if mixed else values[0] if values else None)

    def keep(self) -> None:
        """Tell what was chosen; going back to different values is no choice."""
        if self.value() == MIXED:
            self.set_value(self._kept)
            return
        super().keep()


@guarded
class MixedMultiChoiceField(MultiChoiceField):
    """Ticks that some of the objects have are half ticked. `written`: (codes for all, codes for none)."""

    def show_values(self, values: Iterable[Sequence[str]]) -> None:
        """What each of the objects has."""
        each = [set(one) for one in values]
        for code, tick in self.ticks.items():
            having = sum(code in one for one in each)
            states = Qt.CheckState
            tick.setTristate(False)
            tick.setCheckState(
                states.Checked if having == len(each) else states.PartiallyChecked if having else states.Unchecked
            )
        self._kept = tuple(code for code in self.ticks if all(code in one for one in each))
        some = [code for code in self.ticks if any(code in one for one in each) and code not in self._kept]
        said = [self._texts[code] for code in self._kept]
        said += [tr("{name} (några)").format(name=self._texts[code]) for code in some]
        self.said.setText(", ".join(said) or tr("Inget valt"))
        self._states = {code: tick.checkState() for code, tick in self.ticks.items()}

    def dirty(self) -> bool:
        """Never for long: a tick is told at once."""
        return any(tick.checkState() != self._states[code] for code, tick in self.ticks.items())

    def keep(self) -> None:
        """Tell what was ticked, or no longer."""
        changed = {code: tick.checkState() for code, tick in self.ticks.items()}
        changed = {code: state for code, state in changed.items() if state != self._states[code]}
        on = tuple(code for code, state in changed.items() if state == Qt.CheckState.Checked)
        off = tuple(code for code, state in changed.items() if state == Qt.CheckState.Unchecked)
        if on or off:
            self._states.update(changed)
            self.written.emit((on, off))


def show_in_text(field: Any, values: Sequence[Any]) -> None:
    """Show in a field of text, number or day what the objects have; of different ones only that they differ."""
    mixed = len(values) > 1
    field.set_value(None if mixed or not values else values[0])
    if isinstance(field, (QLineEdit, QPlainTextEdit)):
        hint = field.property("hint")
        if hint is None:
            field.setProperty("hint", field.placeholderText())
            hint = field.placeholderText()
        field.setPlaceholderText(mixed_words() if mixed else hint)
