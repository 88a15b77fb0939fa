"""Loads the catalogue: the shipped files and a region's own, checked as one."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence

from .. import paths
from ..errors import CatalogueError
from ..i18n import tr
from ..yaml_reader.problems import Problems, SourceLocation
from ..yaml_reader.yaml_file import read_yaml, read_yaml_bytes
from .added_attributes import CODES, is_added
from .assemble import FIXED_LISTS, OWN, SHIPPED, STORED, Document, assemble
from .model import Catalogue

MAX_FILES = 200


def load_catalogue(folder: Path = paths.CATALOGUE, own_files: Sequence[Path] = ()) -> Catalogue:
    """Load the catalogue (YAML) of `folder`, with the classes of `own_files` added.

    Raises CatalogueError with every fault found.
    """
    problems = Problems()
    documents = _documents(folder, own_files, problems)
    catalogue = assemble(documents, problems)
    if problems:
        raise CatalogueError(
            tr("Katalogen över vad som kan ritas har fel och används inte. Rätta det här:"), problems.sentences()
        )
    return catalogue


def read_catalogue_file(
    content: bytes, name: str, problems: Problems, own_files: Sequence[Path] = ()
) -> Catalogue | None:
    """Read a whole catalogue from one file (as yaml_writer.catalogue_text writes it), with the classes of `own_files`.

    Faults go to `problems`; when there are any, the answer is not to be used.
    """
    block = read_yaml_bytes(content, name, problems)
    if block is None:
        return None
    documents = [Document(name, block, STORED)]
    for path in own_files:
        own = read_yaml(Path(path), Path(path).name, problems)
        if own is not None:
            documents.append(Document(Path(path).name, own, OWN))
    return assemble(documents, problems)


def note_unsupported(catalogue: Catalogue, name: str, problems: Problems) -> None:
    """Add to `problems` what this program cannot draw of a catalogue from elsewhere, the file `name`.

    That is layers, values of fixed lists, and types of attributes that differ from the shipped catalogue's.
    """
    shipped = load_catalogue()
    for layer in catalogue.lager:
        known = shipped.layer(layer.kod)
        if known is None or known.geometri != layer.geometri:
            allowed = ", ".join(one.kod for one in shipped.lager)
            sentence = tr("Lagret finns inte i programmet med den geometrin. Tillåtna lager: {layers}.")
            problems.add(
                SourceLocation(name).at(tr("lager '{kod}'").format(kod=layer.kod)), sentence.format(layers=allowed)
            )
    for kod in FIXED_LISTS:
        codes = {choice.kod for choice in catalogue.listor.get(kod, ())}
        wanted = {choice.kod for choice in shipped.listor[kod]}
        if not codes <= wanted:
            sentence = tr("Listan får inte ha andra värden än programmets: {values}.")
            place = SourceLocation(name).at(tr("lista '{kod}'").format(kod=kod))
            problems.add(place, sentence.format(values=", ".join(sorted(wanted))))
    for kod, attribute in catalogue.attribut.items():
        known_attribute = shipped.attribut.get(kod)
        if kod in CODES and not is_added(catalogue, kod):
            continue  # its own, from before the program had one
        if known_attribute is not None and known_attribute.typ != attribute.typ:
            sentence = tr("Attributet finns i programmet med typen {typ} och måste ha den.")
            place = SourceLocation(name).at(tr("attribut '{kod}'").format(kod=kod))
            problems.add(place, sentence.format(typ=known_attribute.typ))


def shipped_documents(problems: Problems) -> list[Document]:
    """The files of the program's own catalogue, for what is to be read together with them."""
    return _documents(paths.CATALOGUE, (), problems)


def _documents(folder: Path, own_files: Sequence[Path], problems: Problems) -> list[Document]:
    files = [(path, path.relative_to(folder).as_posix(), SHIPPED) for path in _catalogue_files(folder)]
    if not files:
        raise CatalogueError(
            tr("Katalogen hittades inte i mappen {folder}. Installera om insticksprogrammet.").format(folder=folder)
        )
    files += [(Path(path), Path(path).name, OWN) for path in own_files]
    if len(files) > MAX_FILES:
        problems.add(SourceLocation(str(folder)), tr("Mappen har fler än {n} katalogfiler.").format(n=MAX_FILES))
        files = files[:MAX_FILES]
    found = []
    for path, name, kind in files:
        block = read_yaml(path, name, problems)
        if block is not None:
            found.append(Document(name, block, kind))
    return found


def _catalogue_files(folder: Path) -> list[Path]:
    """The files of the folder, then those of its `klasser`, each by name."""
    return [*sorted(folder.glob("*.yaml")), *sorted((folder / "klasser").glob("*.yaml"))]
