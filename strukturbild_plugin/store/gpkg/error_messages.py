"""Sentences for the errors of SQLite and the file system, as a planner can act on them."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from pathlib import Path
from typing import Iterator, Sequence

from ...errors import StoreError, StrukturbildError
from ...i18n import tr


def explained(error: Exception, path: Path) -> StoreError:
    """The sentence for an error met while working with the file at `path`."""
    if isinstance(error, StoreError):
        return error
    if isinstance(error, OSError):
        return StoreError(_about_file(error, path))
    if isinstance(error, sqlite3.Error):
        return StoreError(_about_database(error, path))
    if isinstance(error, UnicodeDecodeError):  # SQLite's own message, when it quotes what is broken
        return StoreError(damaged(path))
    return StoreError(tr("Filen {path} kunde inte behandlas: {fel}.").format(path=path, fel=error))


def silent(path: Path) -> str:
    """The disk or server that the open file lies on does not answer."""
    text = tr(
        "Disken eller servern där {path} ligger svarar inte. Det du har ritat är kvar här. Vänta tills den svarar, "
        "eller anslut mappen igen."
    )
    return text.format(path=path)


@contextlib.contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the file system inside the block into StoreError."""
    try:
        yield
    except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
        raise explained(error, path) from error


@contextlib.contextmanager
def speaking_of(shown: Path, made: Path) -> Iterator[None]:
    """Let errors inside the block, which builds the file `made` that nobody knows of, name the file `shown` instead.

    What the file system says, and SQLite of a full disk, becomes StoreError.
    """
    try:
        yield
    except StrukturbildError as error:
        error.args = tuple(
            str(each).replace(str(made), str(shown)).replace(made.name, shown.name) for each in error.args
        )
        raise
    except OSError as error:
        raise explained(error, shown) from error
    except sqlite3.Error as error:
        if is_disk_full(error):
            raise explained(error, shown) from error
        raise


def is_disk_full(error: Exception) -> bool:
    """Whether there was no room left for what was written."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return isinstance(error, sqlite3.Error) and any(each in str(error) for each in ("disk is full", "disk I/O"))


def _about_file(error: OSError, path: Path) -> str:
    if is_disk_full(error):
        return disk_full(path)
    if isinstance(error, FileNotFoundError):
        return tr("Filen {path} finns inte. Kontrollera mappen och namnet.").format(path=path)
    if isinstance(error, PermissionError):
        return tr(
            "Filen {path} kan inte skrivas. Den kan vara öppen i ett annat program eller ligga i en mapp "
            "där du inte får spara. Stäng den eller välj en annan mapp."
        ).format(path=path)
    return tr("Filen {path} kunde inte behandlas: {fel}.").format(path=path, fel=error.strerror or error)


def _about_database(error: sqlite3.Error, path: Path) -> str:
    text = str(error)
    if isinstance(error, sqlite3.IntegrityError):
        return tr("Uppgifterna kunde inte sparas i {path}, eftersom de bryter mot en regel: {fel}.").format(
            path=path, fel=text
        )
    if "locked" in text or "busy" in text:
        return locked(path)
    if is_disk_full(error):
        return disk_full(path)
    if "readonly" in text or "unable to open" in text:
        return _about_file(PermissionError(), path)
    if "not a database" in text:
        return tr("Filen {path} är inte en GeoPackage. Välj en strukturbild som slutar på .gpkg.").format(path=path)
    if "no such table" in text or "no such column" in text:
        return foreign(path)
    if "interrupted" in text:
        return tr(
            "Filen {path} tar orimligt lång tid att läsa eller skriva, och arbetet avbröts. Öppna en säkerhetskopia."
        ).format(path=path)
    if "malformed" in text or "corrupt" in text:
        return damaged(path)
    return tr("Filen {path} kunde inte läsas eller skrivas: {fel}.").format(path=path, fel=text)


def locked(path: Path) -> str:
    """The sentence when another program is writing in the file."""
    return tr("Filen {path} används just nu av ett annat program. Spara och stäng den där, och försök igen.").format(
        path=path
    )


def foreign(path: Path) -> str:
    """The sentence when a GeoPackage is not a strukturbild."""
    return tr(
        "Filen {path} är en GeoPackage men inte en strukturbild. Välj en strukturbild, eller skapa en ny och "
        "importera objekten från filen."
    ).format(path=path)


def newer(path: Path) -> str:
    """The sentence when the file was made with a newer program."""
    return tr(
        "Strukturbilden {path} är gjord med en nyare version av programmet. Uppdatera insticksprogrammet "
        "Strukturbild och öppna filen igen. Filen har inte ändrats."
    ).format(path=path)


def older(path: Path) -> str:
    """The sentence when the file was made with an older program and something was to be written in it."""
    return tr(
        "Strukturbilden {path} är gjord med en äldre version av programmet och måste uppgraderas innan den kan ändras. "
        "Filen har inte ändrats."
    ).format(path=path)


def incomplete(path: Path, missing: Sequence[str]) -> str:
    """The sentence when tables or columns are not there."""
    shown = ", ".join(missing[:5]) + (" ..." if len(missing) > 5 else "")
    return tr("Strukturbilden {path} saknar delar ({delar}). Öppna en säkerhetskopia i stället.").format(
        path=path, delar=shown
    )


def disk_full(path: Path) -> str:
    """The sentence when there is no room left."""
    return tr(
        "Det finns inte plats att spara {path}. Frigör plats på disken eller välj en annan mapp. Inget har ändrats."
    ).format(path=path)


def damaged(path: Path) -> str:
    """The sentence when the file is broken."""
    return tr("Filen {path} är skadad och kan inte läsas. Öppna en säkerhetskopia i stället.").format(path=path)
