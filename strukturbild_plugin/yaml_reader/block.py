"""One block of a file: which keys it has, where they are, and how faults in it are worded."""

from __future__ import annotations

from typing import Any, Collection, Mapping

from ..i18n import tr
from .problems import Problems, SourceLocation
from .suggestions import allowed_text, shown


class BlockKeys:
    """The keys of one block. Remembers which were taken; `done` reports the others."""

    def __init__(self, block: object, place: SourceLocation, problems: Problems, complete: bool = True) -> None:
        """`complete`: texts are required in both languages (the shipped files), else Swedish is enough."""
        self.place = place.at_line(getattr(block, "line_number", 0)) if not place.line_number else place
        self.problems, self.complete = problems, complete
        self._taken: dict[str, None] = {}
        self._block: Mapping[str, Any] = block if isinstance(block, dict) else {}
        self._lines: Mapping[str, int] = getattr(self._block, "line_numbers", {})
        self._is_invalid = False
        if not isinstance(block, dict):
            self.problem(tr("Här ska det stå underrubriker med värden, men det står {got}.").format(got=kind_of(block)))
            self._is_invalid = True

    def problem(self, what: str, key: str = "", item: int = -1) -> None:
        """Note a fault in this block, at the line of `key` (of part `item` of the list there) when there is one.

        When it is no block at all, that is said once and enough.
        """
        if not self._is_invalid:
            self.problems.add(self.place.at_line(self.line_of(key, item)), what)

    def line_of(self, key: str, item: int = -1) -> int:
        """The line of a key, or of a part of the list under it; that of the block when it is not there."""
        lines = getattr(self._block.get(key), "line_numbers", ())
        if item >= 0 and isinstance(lines, list) and item < len(lines):
            return int(lines[item])
        return self._lines.get(key) or self.place.line_number

    def written(self) -> tuple[str, ...]:
        """The keys that are written, in order; they still have to be taken."""
        return tuple(self._block)

    def lines(self) -> Mapping[str, int]:
        """The line of each key."""
        return {key: self.line_of(key) for key in self._block}

    def has(self, key: str) -> bool:
        """Whether the field is there with a value."""
        return self.take(key) is not None

    def has_text(self, key: str) -> bool:
        """Whether the field is there with a single value: no list and no block."""
        return is_plain(self.take(key))

    def missing(self, key: str, example: str) -> None:
        """Note that `key` is not there; `example` is how its value may be written."""
        self.problem(
            tr("'{key}' saknas. Skriv till exempel {key}: {example}").format(key=shown(key), example=example), key
        )

    def wrong(self, key: str, value: object, wanted: str, item: int = -1) -> None:
        """Note that `value` should be something else: `wanted`, such as 'ett heltal'."""
        sentence = tr("'{key}' är {value} men ska vara {wanted}.")
        self.problem(sentence.format(key=shown(key), value=kind_of(value), wanted=wanted), key, item)

    def done(self) -> None:
        """Report fields that mean nothing here."""
        for key, value in self._block.items():
            if key in self._taken:
                continue
            if value is None:
                comma = tr(
                    "'{key}' står för sig själv. En text med komma behöver citattecken, och tal skrivs med punkt."
                )
                self.problem(comma.format(key=shown(key)), key)
                continue
            sentence = tr("'{key}' betyder ingenting här. {help}")
            self.not_allowed(sentence, shown(key), str(key), self._taken, at=key)

    def not_allowed(
        self, sentence: str, key: str, value: str, allowed: Collection[str], at: str = "", item: int = -1
    ) -> None:
        """Note that `value` is none of `allowed`: `sentence` with {key}, {value}, {help}. `at`: the key of the line."""
        help_text = "" if self.problems.is_full() else allowed_text(value, allowed)
        self.problem(sentence.format(key=shown(key), value=shown(value), help=help_text), at or key, item)

    def take(self, key: str) -> Any:
        """The value under `key`, which is then known; None when it is not there."""
        self._taken[key] = None
        return self._block.get(key)


def is_plain(value: object) -> bool:
    """Whether it is a single value."""
    return isinstance(value, (str, int, float))


def kind_of(value: object) -> str:
    """What a faulty value is, in words."""
    if value is None:
        return tr("ingenting")
    if isinstance(value, (list, tuple)):
        return tr("en lista") if value else tr("en tom lista")
    if isinstance(value, dict):
        return tr("underrubriker")
    return f"'{shown(value)}'"
