"""A region's own profile with logos, symbol set and styles, carried in a strukturbild.

Everything is checked before it is stored, in one transaction with the styles and the project that follow from it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterable, Mapping

from ...cartography.custom_styles.qml_style import clean_style
from ...cartography.layout.logos import Logo, read_logo
from ...cartography.symbol_sets.apply_profile import apply_profile
from ...cartography.symbol_sets.profile import FILE_NAME, OwnTerm, OwnTerms, RegionProfile, read_profile
from ...cartography.symbol_sets.rename_catalogue import rename_catalogue, replaced_terms, unknown_terms
from ...cartography.symbol_sets.symbol_set_library import load_symbol_set
from ...cartography.symbol_sets.symbol_set_reader import read_symbol_set
from ...errors import CatalogueError, StoreError
from ...i18n import tr
from ..gpkg.attachments import LOGO, MAX_BYTES, PROFILE, STYLE, SYMBOL_SET
from ..gpkg.records import Attachment
from ..writing.transaction import Writer, writing

_FILE_COMMENT = "# Skrivs av programmet: orden som de var, så att profilen kan tas bort."


def add_profile(path: Path, file: Path, who: str = "", instead: bool = True) -> tuple[str, ...]:
    """Add the profile in `file` to the strukturbild at `path`, with the logos it names from the same folder.

    Not `instead`: one that is there stays. Gives sentences about what was adjusted. CatalogueError lists all faults of
    the profile; StoreError when a logo is missing. Either leaves the strukturbild as it was.
    """
    file = Path(file)
    own = _bytes(file).partition(_FILE_COMMENT.encode("utf-8"))[0].rstrip() + b"\n"
    profile = read_profile(own, file.name)
    logos = _logos(file, profile)
    with writing(path, who) as db:
        if not instead and any(each.slag == PROFILE for each in db.attachments()):
            return ()
        before = remove_profile_terms(db)
        catalogue = db.catalogue()
        notes = unknown_terms(catalogue, profile.ord)
        if profile.ord:
            names = replaced_terms(catalogue, profile.ord)
            own += f"\n{_FILE_COMMENT}\nord_fore: {json.dumps(_written(names), ensure_ascii=False)}\n".encode()
            db.set_catalogue(rename_catalogue(catalogue, profile.ord))
        for name in before.logotyper if before else ():
            db.remove_attachment(LOGO, name)
        for logo in logos:
            db.set_attachment(Attachment(LOGO, logo.namn, logo.content))
        db.set_attachment(Attachment(PROFILE, FILE_NAME, own))
        symbols = load_symbol_set(db.head().symboluppsattning, _without_profile(db))
        db.log("profil", profile.namn)
    return (*apply_profile(symbols, profile).notices, *notes, *_notices(logos))


def profile_notices(file: Path) -> tuple[str, ...]:
    """What of the logos of the profile in `file` will not be drawn, in sentences. Raises as `add_profile`."""
    file = Path(file)
    return _notices(_logos(file, read_profile(_bytes(file), file.name)))


def remove_profile(path: Path, who: str = "") -> bool:
    """Remove the profile, its logos and its terms; False when there was none. Raises StoreError."""
    with writing(path, who) as db:
        before = remove_profile_terms(db)
        if before is None:
            return False
        for name in before.logotyper:
            db.remove_attachment(LOGO, name)
        db.remove_attachment(PROFILE, FILE_NAME)
        db.log("profil", tr("Profilen togs bort"))
    return True


def add_symbol_set(path: Path, file: Path, who: str = "", use: bool = True) -> str:
    """Add the symbol set in `file` and, if wanted, `use` it; gives its code.

    CatalogueError lists all faults of the file. Raises StoreError when the strukturbild cannot be written.
    """
    file = Path(file)
    content = _bytes(file)
    symbols = read_symbol_set(file.name, content)
    with writing(path, who) as db:
        db.set_attachment(Attachment(SYMBOL_SET, file.name, content))
        if use:
            db.set_head(replace(db.head(), symboluppsattning=symbols.kod))
    return symbols.kod


def add_style(path: Path, code: str, layer_code: str, qml: bytes, who: str = "") -> tuple[str, ...]:
    """Let the layer `layer_code` be drawn by a style made in QGIS wherever set `code` is used; gives what was changed.

    CatalogueError lists what cannot be in a style that is printed as vectors and opened by others.
    """
    with writing(path, who) as db:
        if db.catalogue().layer(layer_code) is None:
            raise StoreError(tr("Lagret {lager} är inget av strukturbildens lager.").format(lager=layer_code))
        symbols = load_symbol_set(code, db.attachments())
        style = clean_style(qml, symbols.typsnitt, embed=True)
        db.set_attachment(Attachment(STYLE, style_name(code, layer_code), style.qml.encode("utf-8")))
        db.log("stil", style_name(code, layer_code))
    return style.notices


def remove_style(path: Path, code: str, layer_code: str, who: str = "") -> None:
    """Let the layer be drawn by its symbol set again. Raises StoreError."""
    with writing(path, who) as db:
        db.remove_attachment(STYLE, style_name(code, layer_code))


def style_name(code: str, layer_code: str) -> str:
    """The name of a layer's own style in a set."""
    return f"{code}/{layer_code}.qml"


def remove_profile_terms(db: Writer) -> RegionProfile | None:
    """Restore the terms the catalogue had before the profile; gives the profile there was."""
    there = next((each for each in db.attachments() if each.slag == PROFILE), None)
    if there is None:
        return None
    try:
        profile = read_profile(there.innehall)
    except CatalogueError:
        return RegionProfile("")
    if profile.ord_fore:
        db.set_catalogue(rename_catalogue(db.catalogue(), profile.ord_fore))
    return profile


def apply_profile_terms(db: Writer) -> None:
    """Give the catalogue the terms of the profile that is carried, if there is one that can be read."""
    there = next((each for each in db.attachments() if each.slag == PROFILE), None)
    if there is None:
        return
    try:
        profile = read_profile(there.innehall)
    except CatalogueError:
        return
    if profile.ord:
        db.set_catalogue(rename_catalogue(db.catalogue(), profile.ord))


def _without_profile(db: Writer) -> list[Attachment]:
    return [each for each in db.attachments() if each.slag != PROFILE]


def _written(terms: OwnTerms) -> dict[str, Any]:
    """Words as the profile file has them."""

    def of(named: Mapping[str, OwnTerm]) -> dict[str, Any]:
        return {code: _term(term) for code, term in named.items()}

    lists = {name: of(named) for name, named in terms.listor.items() if named}
    found = {"klasser": of(terms.klasser), "attribut": of(terms.attribut), "strukturer": of(terms.strukturer)}
    return {name: value for name, value in {**found, "listor": lists}.items() if value}


def _term(term: OwnTerm) -> dict[str, str]:
    parts = {"sv": term.namn.sv, "en": term.namn.en, "flera_sv": term.flera.sv, "flera_en": term.flera.en}
    return {name: text for name, text in parts.items() if text}


def _logos(file: Path, profile: RegionProfile) -> list[Logo]:
    return [read_logo(name, _bytes(file.parent / name)) for name in profile.logotyper]


def _notices(logos: Iterable[Logo]) -> tuple[str, ...]:
    return tuple(filter(None, (logo.notice() for logo in logos)))


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise StoreError(tr("Filen {path} är för stor.").format(path=file))
        return file.read_bytes()
    except OSError as error:
        raise StoreError(tr("Filen {path} kunde inte läsas. Finns den kvar?").format(path=file)) from error
