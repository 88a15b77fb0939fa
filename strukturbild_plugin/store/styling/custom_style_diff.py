"""A change of what a strukturbild carries for its look, told apart so that it can be taken back and done again.

Only what the change touched is put back: what has been brought in since by others stays.
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
    """What each attachment that the change touched was before and is after; None where there was none."""

    before: Mapping[Key, Optional[bytes]]
    after: Mapping[Key, Optional[bytes]]

    def __bool__(self) -> bool:
        return bool(self.before)


def carried_styles(path: Path) -> tuple[Attachment, ...]:
    """What the strukturbild at `path` carries for its look: logos, profile, own sets, own styles. Raises StoreError."""
    with reading(path) as db:
        return tuple(each for each in db.attachments() if each.slag in KINDS)


def style_diff(before: Iterable[Attachment], after: Iterable[Attachment]) -> StyleDiff:
    """What was changed from one `carried_styles` to another."""
    old, new = ({(each.slag, each.namn): each.innehall for each in one} for one in (before, after))
    touched = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    return StyleDiff({key: old.get(key) for key in touched}, {key: new.get(key) for key in touched})


def set_carried_styles(path: Path, wanted: Mapping[Key, Optional[bytes]], who: str = "") -> None:
    """Let the strukturbild at `path` carry these, one side of a `StyleDiff`; its styles and terms follow.

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
