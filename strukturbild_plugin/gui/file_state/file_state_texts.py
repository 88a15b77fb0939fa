"""The sentence and the button for each thing that can become of the open file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ...i18n import tr
from ...store.gpkg.error_messages import part_names
from ...store.gpkg.held_file import FileLook, FileState
from ...store.gpkg.row_versions import RowVersion


def state_sentence(look: FileLook, path: Path) -> str:
    """What has become of the file that was opened at `path`, and what to do; '' when it is as it should be."""
    text = {
        FileState.READ_ONLY: tr("Filen {name} är skrivskyddad. Spara en kopia för att kunna rita."),
        FileState.DELETED: tr("Filen {name} är borttagen. Innehållet finns kvar här: spara det i en ny fil."),
        FileState.LOST: tr(
            "Filen {name} går inte att nå. Det du har ritat är kvar här. Anslut mappen {folder} igen eller lägg "
            "tillbaka filen."
        ),
        FileState.REPLACED: tr(
            "Någon har bytt ut filen {name} mot en annan version. Öppna den nya; din sparas bredvid, och det du inte "
            "hunnit spara följer med."
        ),
        FileState.OTHER: tr("En annan fil har tagit platsen för {name}. Spara din strukturbild i en ny fil."),
        FileState.OVERWRITTEN: tr(
            "En annan version av {name} har skrivits över den här medan den var öppen. Öppna den på nytt; det du inte "
            "hunnit spara följer med. Av det som sparats här finns de senaste lägena i Tidigare lägen."
        ),
    }
    if look.state is FileState.INCOMPLETE:
        return tr(
            "Filen {name} saknar {delar}, som ett annat program har tagit bort eller döpt om. Öppna den på nytt, så "
            "kan den lagas; det du inte hunnit spara följer med."
        ).format(name=path.name, delar=part_names(look.missing))
    if look.state is FileState.MOVED:
        moved = look.path.parent != path.parent
        new = str(look.path) if moved else look.path.name
        said = (
            tr("Filen {name} har flyttats till {new}. Öppna den där för att rita vidare; det osparade följer med.")
            if moved
            else tr("Filen {name} heter nu {new}. Öppna den för att rita vidare; det osparade följer med.")
        )
        return said.format(name=path.name, new=new)
    return text.get(look.state, "").format(name=path.name, folder=path.parent)


def state_button(look: FileLook, path: Path) -> str:
    """What the button that mends it says."""
    if look.state is FileState.MOVED:
        moved = look.path.parent != path.parent
        return tr("Öppna den på sin nya plats") if moved else tr("Öppna den under sitt nya namn")
    text = {
        FileState.READ_ONLY: tr("Spara en kopia att rita i"),
        FileState.DELETED: tr("Spara en ny fil…"),
        FileState.LOST: tr("Försök igen"),
        FileState.REPLACED: tr("Öppna den nya"),
        FileState.OTHER: tr("Spara min i en ny fil…"),
        FileState.OVERWRITTEN: tr("Öppna den på nytt"),
        FileState.INCOMPLETE: tr("Öppna den på nytt"),
    }
    return text.get(look.state, "")


def conflict_sentence(conflicts: Mapping[tuple[str, int], RowVersion | None]) -> str:
    """Which rows somebody else has changed that are changed here too; '' when there are none."""
    if not conflicts:
        return ""
    rows = [row for row in conflicts.values() if row is not None]
    if len(conflicts) > 1:
        text = tr("{n} objekt som du har ändrat har också ändrats av någon annan. Hämta deras innan du sparar.")
        return text.format(n=len(conflicts))
    if not rows:
        return tr("Ett objekt som du har ändrat har tagits bort av någon annan. Hämta deras ändringar innan du sparar.")
    name = f"”{rows[0].name}”" if rows[0].name else tr("Ett objekt som du har ändrat")
    who = rows[0].who or tr("någon annan")
    text = tr("{name} har också ändrats av {who}. Hämta deras ändringar innan du sparar; dina läggs tillbaka efteråt.")
    return text.format(name=name, who=who)


def overwritten_sentence(conflicts: Mapping[tuple[str, int], RowVersion | None]) -> str:
    """QGIS's own save writes over what others have written in these rows."""
    names = [f"”{row.name}”" for row in conflicts.values() if row is not None and row.name]
    text = tr(
        "{n} objekt hade också ändrats av någon annan: {names}. QGIS egen sparknapp behåller ditt där båda har "
        "skrivit. Spara med panelens knapp, så får du välja."
    )
    return text.format(n=len(conflicts), names=", ".join(names) or "?")
