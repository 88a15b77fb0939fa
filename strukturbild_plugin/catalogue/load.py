"""Loads the catalogue: the shipped files and a region's own, checked as one."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence

from .. import paths
from ..errors import CatalogueError
from ..i18n import tr
from .assemble import OWN, SHIPPED, Document, assemble
from .model import Catalogue
from .validate import Place, Problems
from .yaml_file import read_yaml

MAX_FILES = 200


def load_catalogue(folder: Path = paths.CATALOGUE, own_files: Sequence[Path] = ()) -> Catalogue:
    """The catalogue of `folder` with the classes of `own_files` added. Raises CatalogueError with every fault found."""
    problems = Problems()
    documents = _documents(folder, own_files, problems)
    catalogue = assemble(documents, problems)
    if problems:
        raise CatalogueError(
            tr("Katalogen över vad som kan ritas har fel och används inte. Rätta det här:"), problems.sentences()
        )
    return catalogue


def _documents(folder: Path, own_files: Sequence[Path], problems: Problems) -> list[Document]:
    files = [(path, path.relative_to(folder).as_posix(), SHIPPED) for path in _catalogue_files(folder)]
    if not files:
        raise CatalogueError(
            tr("Katalogen hittades inte i mappen {folder}. Installera om insticksprogrammet.").format(folder=folder)
        )
    files += [(Path(path), Path(path).name, OWN) for path in own_files]
    if len(files) > MAX_FILES:
        problems.add(Place(str(folder)), tr("Mappen har fler än {n} katalogfiler.").format(n=MAX_FILES))
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
