"""Where the merged file may lie, and files that are none: nothing that goes in is ever written over."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.workshop.copies import LEFT_OUT, MERGED
from strukturbild_plugin.workshop.merge import merge_copies
from tests.workshop.helpers import change, merged

Started = tuple[Path, tuple[Path, ...]]


def test_the_file_that_copies_were_made_of_is_not_written_over(started: Started) -> None:
    main, _ = started
    base, copy = (Path(shutil.copy(main, main.with_name(name))) for name in ("bas.gpkg", "kommun.gpkg"))
    before = base.read_bytes()
    with pytest.raises(StoreError, match="slås ihop"):
        merge_copies(main, [copy], base, base=base, overwrite=True)
    assert base.read_bytes() == before


def test_the_file_of_a_group_that_is_not_merged_is_not_written_over(started: Started) -> None:
    main, (one, two, *_) = started
    change(two, "Karlstad", namn="Solstaden")
    before = two.read_bytes()
    with pytest.raises(StoreError, match="Bord 2"):
        merge_copies(main, [one], two, overwrite=True)
    assert two.read_bytes() == before


def test_a_name_that_is_too_long_is_told(started: Started) -> None:
    main, (one, *_) = started
    with pytest.raises(StoreError, match="för långt"):
        merge_copies(main, [one], main.with_name("å" * 260 + ".gpkg"))


@pytest.mark.skipif(os.name == "nt", reason="Windows har inga namngivna rör i mappar")
def test_what_is_no_file_is_named_and_not_waited_for(started: Started) -> None:
    main, (one, *_) = started
    pipe, long = main.with_name("rör.gpkg"), main.with_name("å" * 260 + ".gpkg")
    os.mkfifo(pipe)
    report = merged(main, [pipe, long, one])
    assert [each.state for each in report.copies] == [LEFT_OUT, LEFT_OUT, MERGED]
    assert "ingen vanlig fil" in report.copies[0].sentences[0] and "för långt" in report.copies[1].sentences[0]
