"""Packs (tillägg): classes that only some strukturbilder need, brought into the file that asks for them.

A pack is a file of own classes, as docs/mallar.md describes them, with a heading `tillagg`. It is read as strictly as
the catalogue itself. In a strukturbild its classes are own classes: the file stays whole whatever becomes of the pack.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Mapping, Sequence

from .. import paths
from ..errors import CatalogueError
from ..i18n import tr
from ..yaml_reader.fields import Fields
from ..yaml_reader.problems import Problems, SourceLocation
from ..yaml_reader.suggestions import allowed_text
from ..yaml_reader.yaml_file import YamlBlock, read_yaml
from .assemble import PACK, Document, assemble
from .load import shipped_documents
from .model import Attribute, Catalogue, Choice, ObjectClass, Text

_HEADING = "tillagg"


@dataclass(frozen=True)
class Pack:
    """What a pack is called, and what it brings."""

    kod: str
    namn: Text
    beskrivning: Text
    """One sentence: what it is for."""
    version: str
    ordning: int
    """Place in the list to choose from."""
    klasser: tuple[ObjectClass, ...]
    listor: Mapping[str, tuple[Choice, ...]]
    attribut: Mapping[str, Attribute]


def load_packs(folder: Path = paths.PACKS) -> tuple[Pack, ...]:
    """Load the packs of the folder, in their order. Raises CatalogueError with every fault of any of them."""
    problems = Problems()
    blocks = {path.name: read_yaml(path, path.name, problems) for path in sorted(folder.glob("*.yaml"))}
    read = {name: block for name, block in blocks.items() if block is not None}
    headings = {name: _heading(name, block, problems) for name, block in read.items()}
    documents = [Document(name, block, PACK) for name, block in read.items()]
    catalogue = assemble([*shipped_documents(problems), *documents], problems)
    if problems:
        raise CatalogueError(
            tr("Tilläggen till katalogen har fel och används inte. Rätta det här:"), problems.sentences()
        )
    packs = (_pack(headings[name], block, catalogue) for name, block in read.items())
    return tuple(sorted(packs, key=lambda pack: (pack.ordning, pack.kod)))


def chosen_packs(codes: Sequence[str], folder: Path = paths.PACKS) -> tuple[Pack, ...]:
    """The packs with these codes, each once; () without reading anything when there are none.

    Raises CatalogueError with the codes there are when one is unknown.
    """
    if not codes:
        return ()
    known = {pack.kod: pack for pack in load_packs(folder)}
    for kod in codes:
        if kod not in known:
            sentence = tr("Det finns inget tillägg med koden '{kod}'. {help}")
            raise CatalogueError(sentence.format(kod=kod[:60], help=allowed_text(kod, sorted(known))))
    return tuple(known[kod] for kod in dict.fromkeys(codes))


def _heading(name: str, block: YamlBlock, problems: Problems) -> dict[str, Any]:
    """What stands under `tillagg`, which is taken out: the rest is read as part of a catalogue."""
    fields = Fields(block, SourceLocation(name), problems, True).inside(_HEADING)
    found = {
        "kod": fields.file_code(),
        "namn": fields.both("namn"),
        "beskrivning": fields.both("beskrivning"),
        "version": fields.text("version"),
        "ordning": fields.integer("ordning", 0, 9999),
    }
    fields.done()
    block.pop(_HEADING, None)
    return found


def _pack(heading: Mapping[str, Any], block: YamlBlock, catalogue: Catalogue) -> Pack:
    return Pack(
        **heading,
        klasser=tuple(klass for klass in catalogue.klasser if klass.kod in block.get("klasser", ())),
        listor={kod: catalogue.listor[kod] for kod in block.get("listor", ())},
        attribut={kod: catalogue.attribut[kod] for kod in block.get("attribut", ())},
    )
