"""The colours of groups in the window: those that the workshop has given them, and others always the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...workshop.start import GROUP_COLOURS

NOBODY = "#5f6b73"
"""Of what no group has made."""


def colours_for(names: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """A colour ('#rrggbb') for each group by name, sorted: its own as in `known`, else one that is free."""
    from ...cartography.symbols.contributor_styles import group_colours  # not at QGIS's start

    wanted = sorted({name for name in names if name})
    taken = {known[name].lower() for name in wanted if name in known}
    free = [colour for colour in GROUP_COLOURS if colour not in taken] or list(GROUP_COLOURS)
    others = group_colours(free, [name for name in wanted if name not in known])
    return {name: known.get(name) or others[name] for name in wanted}
