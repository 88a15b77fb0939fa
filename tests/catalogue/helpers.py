"""Small catalogue and template files for the tests of the catalogue, and what domain.md asks of the shipped one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from strukturbild_plugin import paths
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.errors import CatalogueError

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "mallar.md"

# klass: struktur, {geometri: lager}, nivåer, undertyper. The table of recommended classes, section 3.1.
DOMAIN_CLASSES: dict[str, tuple[str, dict[str, str], str, str]] = {
    "nod": ("B", {"punkt": "nod"}, "storregional regional delregional lokal", ""),
    "landsbygdsnod": ("B", {"punkt": "nod"}, "regional", ""),
    "bytespunkt": ("K", {"punkt": "nod"}, "storregional regional lokal", "station hamn flygplats knutpunkt_gods"),
    "strak": (
        "K",
        {"linje": "strak"},
        "storregional regional delregional",
        "huvudstrak tillvaxtstrak transportstrak utvecklingsstrak",
    ),
    "samband": ("K", {"linje": "samband"}, "storregional mellanregional inomregional", ""),
    "tvarforbindelse": ("K", {"linje": "samband"}, "storregional", ""),
    "barriar": ("K", {"linje": "barriar", "yta": "omrade"}, "", "fysisk mental"),
    "gron_kil": ("G", {"yta": "gron_bla_yta"}, "regional", ""),
    "gron_vardekarna": ("G", {"yta": "gron_bla_yta"}, "regional", ""),
    "gron_samband": (
        "G",
        {"linje": "gron_bla_lank", "yta": "gron_bla_yta"},
        "klass_1 klass_2 klass_3",
        "samband svagt_samband",
    ),
    "vardetrakt": (
        "G",
        {"yta": "gron_bla_yta"},
        "",
        "skog lovskog odlingslandskap vatmark sjo_vattendrag kust_hav fjall",
    ),
    "bla_struktur": (
        "G",
        {"yta": "gron_bla_yta", "linje": "gron_bla_lank"},
        "regional",
        "kustzon vattenstrak skargard",
    ),
    "bebyggelselage": ("B", {"yta": "omrade"}, "strategiskt primart sekundart", ""),
    "gransbygd": ("A", {"yta": "gransbygd"}, "", "mellan_lan mellan_kommuner riksgrans"),
    "landsbygd": ("A", {"yta": "omrade"}, "", "slattbygd mellanbygd skogsbygd"),
    "omland": ("B", {"yta": "omrade"}, "", "omland vardagsregion"),
    "verksamhet": ("A", {"yta": "omrade", "punkt": "nod"}, "regional", "naringsliv energi totalforsvar digital"),
    "forsorjningsnat": ("A", {"linje": "strak"}, "regional", "elnat digitalt_nat gas varme"),
    "delregion": ("A", {"yta": "omrade"}, "", ""),
}

OWN_CLASS = """\
listor:
  arstid:
    vinter: {sv: Vinter, en: Winter}
    sommar: {sv: Sommar}
fler_varden:
  roll:
    friluftsnod: {sv: Friluftsnod, en: Outdoor hub}
attribut:
  arstid:
    namn: {sv: Årstid, en: Season}
    typ: flerval
    lista: arstid
    grupp: egenskaper
  langd:
    namn: Längd
    typ: decimal
    enhet: km
    grupp: egenskaper
klasser:
  led:
    namn: {sv: Vandringsled, en: Trail}
    struktur: G
    lager: {linje: gron_bla_lank}
    ordning: 45
    symbol: stig
    nivaer:
      regional: {sv: Regional, storlek: 1.5}
    undertyper:
      pilgrim: {sv: Pilgrimsled}
    attribut: [arstid, langd, minsta_bredd]
"""


def own_file(folder: Path, text: str, name: str = "egen.yaml") -> Path:
    """A file of own classes."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(*own_files: Path, folder: Path = paths.CATALOGUE) -> tuple[str, ...]:
    """What the loader complains of; () when it does not."""
    try:
        load_catalogue(folder, own_files)
    except CatalogueError as error:
        return error.problems
    return ()


def catalogue_copy(folder: Path) -> Path:
    """The shipped catalogue, to be spoiled."""
    return Path(shutil.copytree(paths.CATALOGUE, folder / "katalog"))


def change(path: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file; it must be there."""
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{old!r} finns inte i {path.name}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def manual_examples(folder: Path) -> dict[str, Path]:
    """The YAML files written out in docs/mallar.md, each named by its first comment, as real files."""
    blocks = re.findall(r"```yaml\n(# (\S+\.yaml)\n.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)
    return {name: own_file(folder, text, name) for text, name in blocks}
