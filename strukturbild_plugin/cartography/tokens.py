"""Symbol sets: one small token file each (styles/*.yaml), read into plain values.

A set holds no symbol of its own: renderers, labels, legend swatches and palette icons all derive from these values and
the catalogue. How to write one: docs/symboluppsattningar.md.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .. import paths
from ..catalogue.model import Text
from ..errors import CatalogueError
from ..i18n import tr
from .symbol_set import SymbolSet
from .token_file import read_symbol_set

__all__ = ["DEFAULT_SET", "SymbolSet", "load_symbol_set", "symbol_sets"]

DEFAULT_SET = "tryck"


def load_symbol_set(kod: str = DEFAULT_SET, folder: Path | None = None) -> SymbolSet:
    """Read the set `kod` (default when ''). CatalogueError lists every fault in the file."""
    folder = folder or paths.STYLES
    kod = kod or DEFAULT_SET
    known = [file.stem for file in sorted(folder.glob("*.yaml"))]
    if kod not in known:
        raise CatalogueError(
            tr("Symboluppsättningen {kod} finns inte. De som finns är: {known}.").format(
                kod=kod, known=", ".join(known)
            )
        )
    file = folder / f"{kod}.yaml"
    return _read(file, file.stat().st_mtime_ns)


def symbol_sets(folder: Path | None = None) -> tuple[tuple[str, Text], ...]:
    """Code and name of every set that can be used, the default first."""
    folder = folder or paths.STYLES
    found = [load_symbol_set(file.stem, folder) for file in sorted(folder.glob("*.yaml"))]
    found.sort(key=lambda symbols: (symbols.kod != DEFAULT_SET, symbols.kod))
    return tuple((symbols.kod, symbols.namn) for symbols in found)


@lru_cache(maxsize=16)
def _read(file: Path, _changed: int) -> SymbolSet:
    return read_symbol_set(file)
