"""Small sentences the dock says about what it shows."""

from __future__ import annotations

from typing import Any

from ..i18n import tr
from ..store.records import Head, Snapshot
from .settings import language


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


def verdict_sentence(verdict: Any) -> str:
    """What verify said."""
    sentences = {
        "same": tr("Filerna hör ihop: de visar samma utgåva och är orörda."),
        "different": tr("Filerna hör inte ihop: de visar olika utgåvor."),
        "tampered": tr("Något är ändrat efter att utgåvan gjordes."),
    }
    details = [str(detail) for detail in _as_list(verdict.details)]
    first = sentences.get(verdict.status, verdict.status)
    return first if verdict.status == "same" else " ".join([first, *details])


def _as_list(details: Any) -> list[Any]:
    return [details] if isinstance(details, str) else list(details or ())
