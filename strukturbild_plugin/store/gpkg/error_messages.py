"""Sentences for the errors of SQLite and the file system, as a planner can act on them."""

from __future__ import annotations

import contextlib
import errno
import re
import sqlite3
from pathlib import Path
from typing import Iterator, Sequence

from ...errors import IncompleteFile, StoreError, StrukturbildError
from ...i18n import tr

_NO_TABLE = re.compile(r"no such table: (?:main\.)?(\w+)")
_NO_COLUMN_OF = re.compile(r"(?:no such column: (?:main\.)?|table )(\w+)(?:\.| has no column named )(\w+)")
_NO_COLUMN = re.compile(r"no such column: \"?(\w+)\"?")
"""SQLite's own words. The schema's names are letters, digits and underscores."""
_MOST_NAMED = 3


def explained(error: Exception, path: Path) -> StoreError:
    """The sentence for an error met while working with the file at `path`."""
    if isinstance(error, StoreError):
        return error
    if isinstance(error, OSError):
        return StoreError(_about_file(error, path))
    if isinstance(error, sqlite3.Error):
        gone = _gone(str(error))
        if gone and _is_strukturbild(path):
            return incomplete(path, (gone,))
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
    if error.errno == errno.ENAMETOOLONG:
        return tr("Namnet {namn} är för långt. Välj ett kortare.").format(namn=path.name)
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
        return read_only(path) if path.is_file() else _about_file(PermissionError(), path)
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


def read_only(path: Path) -> str:
    """The sentence when nothing can be written in the file, or beside it as SQLite must."""
    return tr(
        "Det går inte att skriva i filen {path}: den är skrivskyddad, ligger i en mapp där du inte får spara eller är "
        "öppen i ett annat program. Stäng den där, eller kopiera den till en mapp där du får spara och arbeta i kopian."
    ).format(path=path)


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


def incomplete(path: Path, missing: Sequence[str]) -> IncompleteFile:
    """The error when tables or columns ('table' or 'table.column') are not there."""
    sentence = tr(
        "Strukturbilden {path} saknar {delar}, som ett annat program har tagit bort eller döpt om. Öppna den på nytt i "
        "panelen Strukturbild och välj att laga den, eller öppna en säkerhetskopia. Det som var ifyllt där finns i ett "
        "tidigare läge."
    )
    return IncompleteFile(sentence.format(path=path, delar=part_names(missing)), path, tuple(missing))


def part_names(missing: Sequence[str]) -> str:
    """The first of the missing parts by name, and how many more there are."""
    named = [part_name(each) for each in missing[:_MOST_NAMED]]
    if len(missing) > len(named):
        named.append(tr("{count} delar till").format(count=len(missing) - len(named)))
    return ", ".join(named)


def part_name(part: str) -> str:
    """'kolumnen ”namn” i tabellen ”nod”' for 'nod.namn'; a column whose table is not known is named alone."""
    table, dot, column = part.rpartition(".")
    if table:
        return tr("kolumnen ”{kolumn}” i tabellen ”{tabell}”").format(kolumn=column, tabell=table)
    return (tr("kolumnen ”{namn}”") if dot else tr("tabellen ”{namn}”")).format(namn=column)


def _gone(text: str) -> str:
    """The table or column that SQLite misses, as in `incomplete`; '' when it says something else."""
    if found := _NO_TABLE.fullmatch(text):
        return found[1]
    if found := _NO_COLUMN_OF.fullmatch(text):
        return f"{found[1]}.{found[2]}"
    if found := _NO_COLUMN.fullmatch(text):
        return f".{found[1]}"
    return ""


def _is_strukturbild(path: Path) -> bool:
    """Whether the file has a strukturbild's first table."""
    try:
        uri = f"{Path(path).absolute().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0)) as connection:
            return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'strukturbild'").fetchone())
    except (sqlite3.Error, ValueError):
        return False


def disk_full(path: Path) -> str:
    """The sentence when there is no room left."""
    return tr(
        "Det finns inte plats att spara {path}. Frigör plats på disken eller välj en annan mapp. Inget har ändrats."
    ).format(path=path)


def damaged(path: Path) -> str:
    """The sentence when the file is broken."""
    return tr("Filen {path} är skadad och kan inte läsas. Öppna en säkerhetskopia i stället.").format(path=path)
