"""What is said of files that cannot be merged as they are, and the words of menus and windows that it names."""

from __future__ import annotations

import contextlib
from pathlib import Path

from ...i18n import tr
from ...store.gpkg.error_messages import damaged

ODD_CELLS = (ValueError, TypeError, LookupError, OverflowError)
"""What reading a file raises whose cells hold what their columns cannot mean."""


def get_objects() -> str:
    """The entry of the file menu that brings in what is drawn in any file."""
    return tr("Hämta objekt ur en fil…")


def take_revisions() -> str:
    """The choice to merge files that became strukturbilder of their own."""
    return tr("Ta med filer som har blivit en ny strukturbild")


def other_strukturbild(titel: str, own: str) -> str:
    """Another strukturbild than the main file, which has nothing to do with it."""
    return tr(
        "Är en annan strukturbild (”{titel}”) och kan inte slås ihop med den här. Välj en kopia av ”{egen}”, eller "
        "öppna huvudfilen och välj Arkiv > {meny}"
    ).format(titel=titel, egen=own, meny=get_objects())


def became_revision(titel: str) -> str:
    """A new strukturbild that somebody made of the main file or of a group's copy of it."""
    return tr("Har blivit en ny strukturbild (”{titel}”), gjord av den här med ”Spara som…”.").format(titel=titel)


def revision_left_out(titel: str) -> str:
    """Such a file, when it was not asked for."""
    way = tr("Kryssa för ”{val}” så slås det som är ritat i den ihop med resten.").format(val=take_revisions())
    return f"{became_revision(titel)} {way}"


def revision_taken() -> str:
    """Such a file, when it was merged."""
    return tr(
        "Har blivit en ny strukturbild. Det som är ritat i den är med, men inte dess titel och inte att bilderna "
        "blev utkast igen."
    )


def other_origin(base: Path, titel: str) -> str:
    """What was given as the file that copies were made of, and is another strukturbild."""
    return tr(
        "Filen {path}, som är angiven under ”Kopiorna gjordes av”, är en annan strukturbild (”{titel}”). Ange den fil "
        "som kopiorna togs från."
    ).format(path=base, titel=titel)


def other_system(layer: str, system: str) -> str:
    """A layer that somebody has saved in another coordinate system."""
    return tr(
        "Lagret ”{lager}” har sparats i ett annat koordinatsystem ({system}) än SWEREF 99 TM. Be gruppen om filen som "
        "den var innan, eller öppna huvudfilen och välj Arkiv > {meny}"
    ).format(lager=layer, system=system, meny=get_objects())


def moved_layer(path: Path, layer: str, system: str) -> str:
    """The same in a file that is compared with another."""
    return tr(
        "Lagret ”{lager}” i {path} har sparats i ett annat koordinatsystem ({system}) än SWEREF 99 TM, och filen kan "
        "inte jämföras. Välj filen som den var innan."
    ).format(lager=layer, path=path, system=system)


def has_been_merged(who: str) -> str:
    """A group's copy that others' copies have been merged into."""
    return tr(
        "Gruppen har själv slagit ihop andra kopior i den ({vem}). Det som är ritat i dem räknas som gruppens eget. Be "
        "gruppen om filen som den var innan, om den finns kvar."
    ).format(vem=who)


def copy_trouble(error: Exception, path: Path) -> str:
    """What is wrong with a copy that somebody else has made, and what to ask them for; without where it lies."""
    if isinstance(error, ODD_CELLS) or str(error) == damaged(path):
        return tr("Är skadad och kan inte läsas. Be gruppen skicka filen igen.")
    with contextlib.suppress(OSError):
        if path.is_file() and not path.stat().st_size:
            return tr("Är tom. Be gruppen skicka filen igen.")
    return str(error).replace(str(path), path.name)
