"""The difference between two sets of carried styles, so that a change can be undone and done again.

Only what the change touched is restored: what has been brought in since by others stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Mapping, Optional

from ..gpkg.attachments import LOGO, PROFILE, STYLE_KINDS
from ..gpkg.records import Attachment
from ..writing.transaction import reading, writing
from .custom_styles import apply_profile_terms, remove_profile_terms

Key = tuple[str, str]
"""Kind and name of an attachment."""
KINDS = (LOGO, *STYLE_KINDS)


@dataclass(frozen=True)
class StyleDiff:
    """Each attachment that a change touched, before and after; None where there was none."""

    before: Mapping[Key, Optional[bytes]]
    after: Mapping[Key, Optional[bytes]]

    def __bool__(self) -> bool:
        return bool(self.before)


def carried_styles(path: Path) -> tuple[Attachment, ...]:
    """Logos, profile, own symbol sets and own styles of the strukturbild at `path`. Raises StoreError."""
    with reading(path) as db:
        return tuple(each for each in db.attachments() if each.slag in KINDS)


def style_diff(before: Iterable[Attachment], after: Iterable[Attachment]) -> StyleDiff:
    """The difference from one `carried_styles` to another."""
    old, new = ({(each.slag, each.namn): each.innehall for each in one} for one in (before, after))
    touched = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    return StyleDiff({key: old.get(key) for key in touched}, {key: new.get(key) for key in touched})


def set_carried_styles(path: Path, wanted: Mapping[Key, Optional[bytes]], who: str = "") -> None:
    """Set attachments of the strukturbild at `path` to one side of a `StyleDiff`; its styles and terms follow.

    Raises StoreError, and then nothing is changed.
    """
    with writing(path, who) as db:
        words = any(kind == PROFILE for kind, _name in wanted)
        if words:
            remove_profile_terms(db)
        for (kind, name), content in wanted.items():
            if content is None:
                db.remove_attachment(kind, name)
            else:
                db.set_attachment(Attachment(kind, name, content))
        if words:
            apply_profile_terms(db)
        db.log("utseende", ", ".join(name for _kind, name in wanted))
