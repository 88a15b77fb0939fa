"""Which levels and roles fit a class, also for a file from before the catalogue said so. Pure Python."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Mapping

from .. import paths
from ..errors import CatalogueError
from .load import load_catalogue
from .model import ObjectClass


def with_fitting(klass: ObjectClass) -> ObjectClass:
    """`klass` with what the program's own catalogue says fits it, where the class itself says nothing.

    A strukturbild carries its own catalogue, and one from before does not say that only weak green links have classes,
    or that a corridor is no airport. A class that a region has added says what it says.
    """
    known = None if klass.egen else _shipped(str(paths.CATALOGUE)).get(klass.kod)
    if known is None:
        return klass
    only = {level.kod: level.undertyper for level in known.nivaer}
    named = {kod for those in only.values() for kod in those}
    levels = klass.nivaer
    if all(not level.undertyper for level in levels) and named <= {one.kod for one in klass.undertyper}:
        levels = tuple(replace(level, undertyper=only.get(level.kod, ())) for level in levels)
    return replace(klass, nivaer=levels, roller=klass.roller or known.roller)


@lru_cache(maxsize=1)
def _shipped(_folder: str) -> Mapping[str, ObjectClass]:
    try:
        return {klass.kod: klass for klass in load_catalogue().klasser}
    except CatalogueError:
        return {}
