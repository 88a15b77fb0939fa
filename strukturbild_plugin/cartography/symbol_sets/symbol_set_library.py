"""Symbol sets: loaded by code from YAML files and attachments, with the region's profile applied.

A set holds no symbol of its own: renderers, labels, legend swatches and palette icons all derive from these values and
the catalogue. This is the one place where it is decided what a strukturbild looks like: a set the strukturbild carries
along goes before one of the same name that is shipped (styles/*.yaml), its profile is put on, and its own styles of
layers are taken up. How to write one: docs/symboluppsattningar.md.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Iterable, Protocol

from ... import paths
from ...catalogue.model import Text
from ...errors import CatalogueError
from ...i18n import tr
from ..custom_styles.qml_style import clean_style
from ..symbol_set import SymbolSet
from ..typography.fonts import family_or_shipped
from .apply_profile import apply_profile
from .profile import read_profile
from .symbol_set_reader import read_symbol_set

__all__ = ["DEFAULT_SET", "SymbolSet", "load_symbol_set", "style_attachments", "symbol_sets", "typeface"]

DEFAULT_SET = "tryck"
SYMBOL_SET, PROFILE, STYLE = "symboluppsattning", "profil", "stil"
"""Kinds of attachments that change how a strukturbild looks."""


class CarriedFile(Protocol):
    """A file that a strukturbild carries along."""

    @property
    def slag(self) -> str:
        """What kind of file."""

    @property
    def namn(self) -> str:
        """Its name among those of its kind."""

    @property
    def innehall(self) -> bytes:
        """What is in it."""


def load_symbol_set(
    kod: str = DEFAULT_SET, attachments: Iterable[CarriedFile] = (), folder: Path | None = None
) -> SymbolSet:
    """Load a symbol set as a strukturbild with these attachments has it, with its own profile and layer styles applied.

    `kod`: code of the set, the default when ''; also one among the attachments. `folder`: of the shipped sets. Raises
    CatalogueError when there is no such set, or with every fault in its file. An attachment that cannot be used is left
    out, and `notices` says so.
    """
    folder = folder or paths.STYLES
    kod = kod or DEFAULT_SET
    return _resolved(kod, style_attachments(attachments), _file_state(folder, kod))


def usable_symbol_set(kod: str, attachments: Iterable[CarriedFile]) -> tuple[SymbolSet, bool]:
    """The symbol set that a strukturbild is drawn with here, and whether it is its own: one that is not there is no
    reason to draw nothing, and the default takes its place.
    """
    carried = tuple(attachments)
    try:
        return load_symbol_set(kod, carried), True
    except CatalogueError:
        return load_symbol_set("", carried), False


def typeface(kod: str, attachments: Iterable[CarriedFile]) -> str:
    """The typeface (font family) that a strukturbild with this symbol set and these attachments is printed in.

    Raises CatalogueError as `load_symbol_set` does.
    """
    return family_or_shipped(load_symbol_set(kod, attachments).typsnitt)


def style_attachments(attachments: Iterable[CarriedFile]) -> tuple[tuple[str, str, bytes], ...]:
    """(kind, name, content) of the attachments that change how maps are drawn, sorted: to compare and cache by."""
    kinds = (SYMBOL_SET, PROFILE, STYLE)
    return tuple(sorted((each.slag, each.namn, each.innehall) for each in attachments if each.slag in kinds))


def symbol_sets(attachments: Iterable[CarriedFile] = (), folder: Path | None = None) -> tuple[tuple[str, Text], ...]:
    """Code and name of every set that can be used: the default, then those among the attachments, then by code.

    Raises CatalogueError when a shipped set cannot be read.
    """
    folder = folder or paths.STYLES
    carried = style_attachments(attachments)
    own = _own_codes(carried)
    found = []
    for kod in sorted({*own, *(file.stem for file in folder.glob("*.yaml"))}):
        try:
            found.append(_resolved(kod, carried, _file_state(folder, kod)))
        except CatalogueError:
            if kod not in own:
                raise
    found.sort(key=lambda symbols: (symbols.kod != DEFAULT_SET, symbols.kod not in own, symbols.kod))
    return tuple((symbols.kod, symbols.namn) for symbols in found)


def symbol_set_codes(attachments: Iterable[CarriedFile] = ()) -> frozenset[str]:
    """Codes of all sets: the shipped ones and those among the attachments. Reads no set."""
    return frozenset(_own_codes(style_attachments(attachments))).union(
        file.stem for file in paths.STYLES.glob("*.yaml")
    )


def _own_codes(carried: Iterable[tuple[str, str, bytes]]) -> set[str]:
    return {name[: -len(".yaml")] for kind, name, _content in carried if kind == SYMBOL_SET}


def _file_state(folder: Path, kod: str) -> tuple[Path, int]:
    """The set's file in `folder` and when it was changed, 0 when there is none."""
    known = {file.stem: file for file in folder.glob("*.yaml")}
    file = known.get(kod)
    return (file, file.stat().st_mtime_ns) if file is not None else (folder, 0)


@lru_cache(maxsize=32)
def _resolved(kod: str, carried: tuple[tuple[str, str, bytes], ...], state: tuple[Path, int]) -> SymbolSet:
    notices: list[str] = []
    symbols = _own_set(kod, carried, notices) or _shipped(kod, *state)
    styles = {}
    for kind, name, content in carried:
        try:
            if kind == PROFILE:
                symbols = apply_profile(symbols, read_profile(content, name))
            elif kind == STYLE and name.startswith(f"{kod}/"):
                styles[name[len(kod) + 1 : -len(".qml")]] = clean_style(content, symbols.typsnitt).qml
        except CatalogueError as error:
            notices.append(str(error))
    return replace(symbols, stilar=styles, notices=(*notices, *symbols.notices))


def _own_set(kod: str, carried: tuple[tuple[str, str, bytes], ...], notices: list[str]) -> SymbolSet | None:
    for kind, name, content in carried:
        if kind == SYMBOL_SET and name == f"{kod}.yaml":
            try:
                return read_symbol_set(name, content)
            except CatalogueError as error:
                notices.append(str(error))
                return _shipped(DEFAULT_SET, *_file_state(paths.STYLES, DEFAULT_SET))
    return None


def _shipped(kod: str, file: Path, changed: int) -> SymbolSet:
    if not changed:
        known = ", ".join(each.stem for each in sorted(file.glob("*.yaml")))
        raise CatalogueError(
            tr("Symboluppsättningen {kod} finns inte. De som finns är: {known}.").format(kod=kod, known=known)
        )
    return _read(file, changed)


@lru_cache(maxsize=16)
def _read(file: Path, _changed: int) -> SymbolSet:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CatalogueError(
            tr("Symboluppsättningen {path} kunde inte läsas: {error}").format(path=file.name, error=error)
        ) from error
    return read_symbol_set(file.name, content, complete=file.parent == paths.STYLES)
