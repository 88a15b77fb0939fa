"""Small sentences the dock says about what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..i18n import tr
from ..store.gpkg.records import Head, Snapshot
from .settings import language

if TYPE_CHECKING:
    from ..export.edition.verify import Verdict


def about(head: Head, snapshot: Snapshot | None = None) -> str:
    """'Värmland, Örebro · Utkast' once the file is read; the organisation until then."""
    if snapshot is None:
        return head.organisation
    names = ", ".join(area.namn for area in snapshot.areas)
    status = picture_status(snapshot)
    return " · ".join(part for part in (names, head.organisation, status) if part)


def picture_status(snapshot: Snapshot) -> str:
    """The status of the pictures, in words; several when they differ."""
    choices = snapshot.catalogue.listor.get("bildstatus", ())
    names = {choice.kod: choice.namn.in_language(language()) for choice in choices}
    return ", ".join(dict.fromkeys(names.get(picture.status, picture.status) for picture in snapshot.pictures))


_MOST_NAMED = 5


def verdict_sentence(verdict: Verdict) -> str:
    """What verify said, edition by edition when it is about several, and what it is not about."""
    if verdict.parts:
        several = tr("I mappen finns {antal} utgåvor.").format(antal=len(verdict.parts))
        said = [several] if len(verdict.parts) > 1 else []
        said += [f"”{name}”: {verdict_sentence(part)}" for name, part in verdict.parts]
        inside = {f"{name}/{each}" for name, part in verdict.parts for each in part.outside}
        return " ".join([*said, *_not_about([each for each in verdict.outside if each not in inside])])
    sentences = {
        "same": tr("Filerna hör ihop: de visar samma utgåva och är orörda."),
        "different": tr("Filerna hör inte ihop: de visar olika utgåvor."),
        "tampered": tr("Något är ändrat efter att utgåvan gjordes."),
    }
    details = [str(detail) for detail in _as_list(verdict.details)]
    first = sentences.get(verdict.status, verdict.status)
    if verdict.status != "same":
        return " ".join([first, *details])
    if verdict.outside:
        first = tr("Filerna som innehållsförteckningen räknar upp hör ihop: de visar samma utgåva och är orörda.")
    return " ".join([first, *_not_about(verdict.outside)])


def _not_about(names: Sequence[str]) -> list[str]:
    """What else lies there, which nobody can say anything about."""
    if not names:
        return []
    shown = ", ".join(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        shown = tr("{namn} och {antal} till").format(namn=shown, antal=len(names) - _MOST_NAMED)
    return [tr("Svaret gäller inte det andra som ligger där: {namn}.").format(namn=shown)]


def _as_list(details: Any) -> list[Any]:
    return [details] if isinstance(details, str) else list(details or ())
