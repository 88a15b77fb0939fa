"""Which classes, levels, statuses, subtypes and roles a layer holds: a style for a print needs no others.

A layer that is drawn in must be ready for everything; one that is printed never changes. What its style need not
choose among is neither built, copied, nor asked for each object.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterable, Sequence

from ...catalogue.model import Level, ObjectClass
from ..symbol_set import STATUSES, SymbolSet
from .resolved_symbol import ResolvedSymbol, levels_of


@dataclass(frozen=True)
class StyleKind:
    """The attributes of an object that decide its symbol, but for what its geometry decides."""

    klass: str
    niva: str = ""
    status: str = ""
    undertyp: str = ""
    roller: bool = False
    """Whether it has any role."""


@dataclass(frozen=True)
class LayerContent:
    """What a layer holds; `kinds` is None for a layer that is edited and may come to hold anything."""

    kinds: frozenset[StyleKind] | None = None

    @classmethod
    def of(cls, kinds: Iterable[StyleKind]) -> LayerContent:
        """A layer that holds these and no others."""
        return cls(frozenset(kinds))

    def has(self, klass: ObjectClass) -> bool:
        """Whether objects of the class occur."""
        return self.kinds is None or any(each.klass == klass.kod for each in self.kinds)

    def classes(self, classes: Iterable[ObjectClass]) -> list[ObjectClass]:
        """Those of the classes that occur."""
        return [klass for klass in classes if self.has(klass)]

    def unknown(self, classes: Iterable[ObjectClass]) -> bool:
        """Whether objects of none of these classes occur."""
        known = {klass.kod for klass in classes}
        return self.kinds is None or any(each.klass not in known for each in self.kinds)

    def levels(self, klass: ObjectClass) -> Sequence[Level]:
        """The levels of the class that occur, largest first; the smallest also stands for those it does not have."""
        levels = levels_of(klass)
        if self.kinds is None or not levels:
            return levels
        used = {each.niva for each in self.kinds if each.klass == klass.kod}
        others = used - {level.kod for level in levels}
        return [level for level in levels if level.kod in used or (others and level is levels[-1])]

    def statuses(self, klass: ObjectClass, symbols: SymbolSet) -> tuple[str, ...]:
        """The statuses that occur with the class; the last is the one drawn for those that the set does not know."""
        known = sorted(set(symbols.status) - {symbols.utan_status}, key=_place)
        if self.kinds is None:
            return (*known, symbols.utan_status)
        used = {each.status for each in self.kinds if each.klass == klass.kod}
        rest = (symbols.utan_status,) if used - set(known) else ()
        return (*(kod for kod in known if kod in used), *rest)

    def marked(self, resolved: ResolvedSymbol, klass: ObjectClass) -> ResolvedSymbol:
        """The symbol with the marks of only those subtypes that occur with the class."""
        if self.kinds is None:
            return resolved
        used = {each.undertyp for each in self.kinds if each.klass == klass.kod}
        return replace(resolved, subtypes=tuple(each for each in resolved.subtypes if each[0] in used))

    def has_roles(self) -> bool:
        """Whether any object has a role."""
        return self.kinds is None or any(each.roller for each in self.kinds)


ANY_CONTENT = LayerContent()
"""For a layer that is drawn in."""


def _place(status: str) -> int:
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)
