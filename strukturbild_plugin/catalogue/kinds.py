"""Words and codes for what one chooses among when an object of a class is drawn (`ObjectClass.kinds`)."""

from __future__ import annotations

from .model import Kind, Level


def kind_name(kind: Kind, language: str) -> str:
    """'Regional', 'Grönt samband' or 'Svagt grönt samband: Klass 1'."""
    level, subtype = kind
    words = [one.namn.in_language(language) for one in (subtype, level) if one is not None]
    return ": ".join(words)


def kind_codes(kind: Kind) -> tuple[str, str]:
    """Level and subtype as they are stored; '' for none."""
    level, subtype = kind
    return (level.kod if level is not None else ""), (subtype.kod if subtype is not None else "")


def subtype_of(level: Level) -> str:
    """The only subtype that has a level; '' when every subtype has it, or several."""
    return level.undertyper[0] if len(level.undertyper) == 1 else ""
