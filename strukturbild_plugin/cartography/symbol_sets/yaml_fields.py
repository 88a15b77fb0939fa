"""Reading a small YAML file strictly: every fault is found and said at once, with its place and what is allowed."""

from __future__ import annotations

import re
from typing import Any, Mapping, Sequence

from ...catalogue.model import Text
from ...errors import CatalogueError
from ...i18n import tr
from ...safe_yaml import events, load

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
_MAX_BYTES = 1_000_000


def load_mapping(name: str, content: bytes) -> Mapping[str, Any]:
    """What the YAML file `name` holds; CatalogueError when it is too large, no YAML, or not names with values."""
    import yaml

    try:
        if len(content) > _MAX_BYTES:
            raise CatalogueError(tr("Filen {path} är för stor. Den får vara högst 1 MB.").format(path=name))
        text = content.decode("utf-8")
        # A few aliases of aliases are enough to fill the memory when a fault is written out.
        if any(isinstance(event, yaml.AliasEvent) for event in events(text)):
            raise CatalogueError(
                tr("Filen {path} har hänvisningar (*namn). Skriv ut värdena i stället.").format(path=name)
            )
        found = load(text)
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise CatalogueError(tr("Filen {path} kunde inte läsas: {error}").format(path=name, error=error)) from error
    if not isinstance(found, dict):
        raise CatalogueError(tr("Filen {path} är tom eller inte en lista med namn och värden.").format(path=name))
    return found


class YamlMapping:
    """A mapping in the file: reads its keys, remembers which were asked for, and collects faults."""

    def __init__(self, values: Any, place: str, faults: list[str]) -> None:
        self._place, self._faults = place, faults
        self._asked: set[str] = set()
        if not isinstance(values, dict):
            self.say("", tr("ska vara namn och värden"))
            values = {}
        self._values: Mapping[str, Any] = {str(key): value for key, value in values.items()}

    def names(self) -> tuple[str, ...]:
        """The keys there are."""
        return tuple(self._values)

    def text(self, key: str) -> str:
        """A text that says something."""
        value = self._get(key)
        if not isinstance(value, str) or not value.strip():
            self.say(key, tr("ska vara en text"))
            return ""
        return value

    def both(self, key: str) -> Text:
        """A text in the two languages."""
        part = self.part(key)
        found = Text(part.text("sv"), part.text("en"))
        part.nothing_else()
        return found

    def colour(self, key: str) -> str:
        """A colour as '#rrggbb'."""
        value = self._get(key)
        if not isinstance(value, str) or not _COLOUR.match(value):
            self.say(key, tr('{value} är ingen färg; skriv den som "#6e1a3a" inom citattecken').format(value=value))
            return "#000000"
        return value.lower()

    def names_in(self, key: str, allowed: Sequence[str]) -> tuple[str, ...]:
        """A list of allowed values."""
        value = self._get(key, [])
        if not isinstance(value, list) or any(each not in allowed for each in value):
            self.say(key, tr("{value} ska vara en lista med några av: {known}").format(
                value=value, known=", ".join(allowed)))  # fmt: skip
            return ()
        return tuple(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; none when the key is not there."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.say(key, tr("ska vara en lista med texter"))
            return ()
        return tuple(value)

    def passed(self, key: str) -> str:
        """'' for a key that may be left out; it is known all the same."""
        self._asked.add(key)
        return ""

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A number within limits."""
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            self.say(
                key, tr("{value} ska vara ett tal från {low} till {high}").format(value=value, low=low, high=high)
            )
            return low
        return float(value)

    def yes(self, key: str) -> bool:
        """A truth value."""
        value = self._get(key, False)
        # YAML reads a bare `ja` as text; `yes` and `true` as a truth value.
        if value in ("ja", "nej"):
            return bool(value == "ja")
        if not isinstance(value, bool):
            self.say(key, tr("{value} ska vara ja eller nej").format(value=value))
            return False
        return value

    def choice(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """One of the allowed values."""
        value = self._get(key, default)
        if value not in allowed:
            known = ", ".join(name for name in allowed if name)
            self.say(key, tr("{value} är inte något av: {known}").format(value=value, known=known))
            return allowed[0] if allowed else ""
        return str(value)

    def dashes(self, key: str) -> tuple[float, ...]:
        """Pairs of dash and gap in mm."""
        value = self._get(key, [])
        good = isinstance(value, list) and len(value) % 2 == 0 and all(_is_length(length) for length in value)
        if not good:
            self.say(key, tr("{value} ska vara par av streck och mellanrum i mm, som [2.2, 1.2]").format(value=value))
            return ()
        return tuple(float(length) for length in value)

    def part(self, key: str, default: Any = None) -> YamlMapping:
        """The mapping under a key."""
        return YamlMapping(self._get(key, default), f"{self._place}{key}.", self._faults)

    def parts(self, key: str) -> list[tuple[str, YamlMapping]]:
        """The mappings under a key, by name."""
        inner = self.part(key)
        return [(name, inner.part(name)) for name in inner.names()]

    def rows(self, key: str) -> list[YamlMapping]:
        """The list of mappings under a key."""
        value = self._get(key)
        if not isinstance(value, list) or not value:
            self.say(key, tr("ska vara minst en rad, den största nivån först"))
            return []
        return [YamlMapping(row, f"{self._place}{key}[{number}].", self._faults) for number, row in enumerate(value, 1)]

    def nothing_else(self) -> None:
        """Call last: says every key that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                self.say(key, tr("känns inte igen; det som kan stå här är: {known}").format(known=known))

    def say(self, key: str, what: str) -> None:
        """Note a fault at a key."""
        self._faults.append(f"{self._place}{key}".rstrip(".") + f": {what}.")

    def has(self, key: str) -> bool:
        """Whether there is such a key."""
        return key in self._values

    def is_text(self, key: str) -> bool:
        """Whether there is a text under the key."""
        return isinstance(self._values.get(key), str)

    def _get(self, key: str, default: Any = None) -> Any:
        self._asked.add(key)
        return self._values.get(key, default)


def _is_length(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= 100
