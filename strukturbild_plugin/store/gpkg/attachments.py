"""What a strukturbild may carry along (table `bilaga`), and under which names.

Names end up as file names on other people's machines and in addresses, so they are held to a few plain forms.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Mapping, Sequence

from ...catalogue.package_file import FOLDERS
from ...errors import StoreError
from ...i18n import tr

LOGO, PROFILE, SYMBOL_SET, STYLE, LAYOUT = "logotyp", "profil", "symboluppsattning", "stil", "layout"
TEMPLATE = "mall"
"""The template a strukturbild was made from, when it does not come with the program: its steps and their texts."""

NAMES: Mapping[str, re.Pattern[str]] = {
    LOGO: FOLDERS["logotyper"],
    PROFILE: FOLDERS["profil"],
    SYMBOL_SET: FOLDERS["symboler"],
    STYLE: FOLDERS["stilar"],
    LAYOUT: FOLDERS["layouter"],
    TEMPLATE: re.compile(r"mall\.yaml"),
}
"""Kind -> the names it may have: the same as in a template package, where they end up as well."""

STYLE_KINDS = (PROFILE, SYMBOL_SET, STYLE)
"""Kinds that change how the layers look."""

MAX_BYTES = 8_000_000
MAX_TOTAL_BYTES = 40_000_000
MAX_ATTACHMENTS = 300


def check_all(path: Path, listed: Sequence[tuple[Any, Any, Any]]) -> None:
    """Check kind, name and size (bytes) of every attachment of a file before any is read. Raises StoreError."""
    if len(listed) > MAX_ATTACHMENTS:
        raise StoreError(
            tr("Filen {path} har fler bilagor än vad som går att läsa ({antal}).").format(path=path, antal=len(listed))
        )
    for kind, name, size in listed:
        check(kind, name, size)
    if sum(size for _, _, size in listed) > MAX_TOTAL_BYTES:
        raise StoreError(
            tr("Bilagorna i {path} är för stora tillsammans. De får vara {mest} MB.").format(
                path=path, mest=MAX_TOTAL_BYTES // 1_000_000
            )
        )


def check(kind: object, name: object, size: object) -> None:
    """Raise StoreError when an attachment of this kind and name, so many bytes long, may not be in a strukturbild."""
    form = NAMES.get(kind) if isinstance(kind, str) else None
    if form is None or not isinstance(name, str) or not form.fullmatch(name):
        raise StoreError(
            tr(
                "Bilagan ”{namn}” av slaget ”{slag}” kan inte finnas i en strukturbild. Kontrollera slag och namn; "
                "namnet får bara ha bokstäver, siffror och bindestreck och rätt filändelse."
            ).format(namn=name, slag=kind)
        )
    if not isinstance(size, int) or size > MAX_BYTES:
        raise StoreError(
            tr("Bilagan ”{namn}” är för stor. En bilaga får vara högst {mest} MB.").format(
                namn=name, mest=MAX_BYTES // 1_000_000
            )
        )
