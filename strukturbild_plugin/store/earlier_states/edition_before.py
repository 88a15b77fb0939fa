"""The strukturbild as it was at the edition before one, where it was kept."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from .restore_state import usable_copy
from .state_folder import StateFolder


@contextlib.contextmanager
def edition_before(folder: StateFolder, number: int) -> Iterator[tuple[int, Path] | None]:
    """Number and file of the latest edition before edition `number` that was kept in `folder`; None of none.

    The file is a copy and gone afterwards. Raises StoreError for one that is damaged.
    """
    kept = [state for state in folder.states() if 0 < state.edition < number]
    if not kept:
        yield None
        return
    latest = max(kept, key=lambda state: (state.edition, state.moment))
    with usable_copy(latest.path) as copy:
        yield latest.edition, copy
