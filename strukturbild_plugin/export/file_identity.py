"""The metadata that a file of an edition carries, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from .stamp import EditionStamp


@dataclass(frozen=True)
class FileIdentity:
    """What the file shall say about itself."""

    title: str
    organisation: str
    description: str
    keywords: tuple[str, ...]
    language: str
    """'sv' or 'en'."""
    made_at: str
    """When the edition was made, UTC, ISO 8601 with Z."""
    tool: str
    stamp: EditionStamp
    licence: str = ""
    permission: str = ""
    """Permission to publish (spridningstillstånd)."""
    reference: str = ""
    """The region's own reference (diarienummer)."""
