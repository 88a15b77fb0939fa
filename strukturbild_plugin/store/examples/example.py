"""Worked examples: a whole strukturbild made from a readable file, marked everywhere as an example, no decided plan."""

from __future__ import annotations

import tempfile
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Mapping, Sequence

from ... import paths
from ...catalogue.model import Catalogue
from ...errors import StoreError
from ...feedback import Feedback, Silent, StepFeedback, stop_if_cancelled
from ...goals.model import GoalLink
from ...goals.tree import GoalTree, problem_list
from ...i18n import tr
from ...yaml_reader.problems import Problems
from ...yaml_reader.suggestions import allowed_text, shown
from ..create.create import NewFileContent, NewStrukturbild, content_for, goal_trees, with_ending, write_file
from ..gpkg.error_messages import explaining, speaking_of
from ..gpkg.file_access import followed, refuse_protected
from ..gpkg.file_copy import refuse_existing, replace_atomically
from ..gpkg.records import ObjectRecord, Picture, Value
from ..gpkg.row_mapping import codes_to_text
from ..importing.located_rows import located
from ..writing.transaction import writing
from .example_file import BOW, CORRIDOR, SHAPES, Example, ExampleObject, example_files, read_example
from .example_geometry import KINDS, ExampleGeometry

_EXAMPLE_IDS = uuid.UUID("395260a4-1548-597b-9c08-ec170728c249")
"""uuid5 of the URL namespace and 'urn:strukturbild:exempel'. Never change it: the fingerprint of every example and the
copies people have made of them hang on it."""


def examples(folder: Path = paths.EXAMPLES) -> tuple[tuple[str, str], ...]:
    """Code and title of every worked example in `folder`. Raises StoreError for a file with faults."""
    return tuple((example.kod, example.titel) for example in map(read_example, example_files(folder)))


def create_example(
    code: str,
    path: Path,
    feedback: Feedback | None = None,
    overwrite: bool = False,
    folder: Path = paths.EXAMPLES,
) -> Path:
    """Create the example `code` at `path` (ending .gpkg) and give its path; all of it or nothing.

    Raises StoreError with a sentence; what lay at `path` is then still there.
    """
    feedback, target = feedback or Silent(), followed(with_ending(path))
    if not overwrite:
        refuse_existing(target)
    refuse_protected(target)
    example = _named(code, folder)
    content = _content(example)
    objects, goal_links = _drawn(example, content)
    stop_if_cancelled(feedback)
    feedback.setProgress(20)
    with explaining(target), tempfile.TemporaryDirectory(prefix=".exempel-", dir=target.parent) as beside:
        # The project inside the file names the file, so it is built under its own name in a folder of its own.
        made = Path(beside) / target.name
        with speaking_of(target, made):
            write_file(made, content, StepFeedback(feedback, 20, 80))
            with writing(made, tr("Exempel")) as db:
                db.add_objects(objects)
                db.add_links(goal_links)
        stop_if_cancelled(feedback)
        if not overwrite:
            refuse_existing(target)
        replace_atomically(made, target)
    feedback.setProgress(100)
    return target


def _identity(example: Example, kind: str, name: str = "") -> str:
    """The uuid of something in the example: the same on every machine, so that its fingerprint is too."""
    return str(uuid.uuid5(_EXAMPLE_IDS, f"{example.kod}/{kind}/{name}"))


def _named(code: str, folder: Path) -> Example:
    for file in example_files(folder):
        if file.stem == code:
            return read_example(file)
    there = ", ".join(file.stem for file in example_files(folder))
    raise StoreError(tr("Exemplet ”{code}” finns inte. Det som finns är {there}.").format(code=code, there=there))


def _content(example: Example) -> NewFileContent:
    """What the template gives, with the one picture and the goal sets of the example."""
    request = NewStrukturbild(
        titel=example.titel,
        lan=example.lan,
        mall=example.mall,
        organisation=example.organisation,
        symboluppsattning=example.symboluppsattning,
        beskrivning=example.beskrivning,
        horisont=example.picture.horisont,
        exempel=True,
    )
    content = content_for(request)
    return replace(
        content,
        head=replace(content.head, strukturbild_id=_identity(example, "strukturbild")),
        pictures=(_picture(example, content.pictures),),
        goals=goal_trees(example.malsamlingar),
    )


def _picture(example: Example, offered: Sequence[Picture]) -> Picture:
    wanted = example.picture
    for picture in offered:
        if (picture.bildtyp, picture.skala) == (wanted.bildtyp, wanted.skala):
            bild_id = _identity(example, "bild", f"{wanted.bildtyp}/{wanted.skala}")
            return replace(picture, bild_id=bild_id, horisont=wanted.horisont, status=wanted.status, ordning=1)
    raise StoreError(
        tr("Mallen {template} har ingen bild av slaget {kind} i skalan {scale}, som exemplet behöver.").format(
            template=example.mall, kind=wanted.bildtyp, scale=wanted.skala
        )
    )


def _drawn(example: Example, content: NewFileContent) -> tuple[list[ObjectRecord], list[GoalLink]]:
    """The objects and their goal links. StoreError lists everything that does not fit catalogue or goals."""
    shapes = ExampleGeometry(example.objects)
    identities = {
        example_object.namn: _identity(example, "objekt", example_object.namn) for example_object in example.objects
    }
    problems = Problems()
    seen: set[str] = set()
    for example_object in example.objects:
        _check(example_object, content.catalogue, problems)
        if example_object.namn in seen:
            sentence = tr("Ett annat objekt heter redan '{name}'. Välj ett annat namn.")
            problems.add(example_object.at("namn"), sentence.format(name=shown(example_object.namn)))
        seen.add(example_object.namn)
    goal_links = _links(example, content.goals, identities, problems)
    if problems:
        raise StoreError(
            problem_list(tr("Exemplet {code} kan inte skapas:").format(code=example.kod), problems.sentences())
        )
    picture = content.pictures[0].bild_id
    return [
        _object_record(example_object, content.catalogue, shapes, identities, picture)
        for example_object in example.objects
    ], goal_links


def _check(example_object: ExampleObject, catalogue: Catalogue, problems: Problems) -> None:
    """Note what of the object the catalogue of its template does not have."""
    klass = catalogue.object_class(example_object.klass)
    if klass is None:
        help_text = allowed_text(example_object.klass, [one.kod for one in catalogue.klasser])
        problems.add(example_object.at("klass"), _not_there("klass", example_object.klass, help_text))
        return
    layer = klass.lager.get(KINDS[example_object.shape])
    if layer is None:
        sentence = tr("Klassen '{kind}' ritas inte med '{form}'. {help}")
        allowed_shapes = [form for form in SHAPES if KINDS[form] in klass.lager]
        problems.add(
            example_object.at(example_object.shape),
            sentence.format(
                kind=shown(example_object.klass), form=example_object.shape, help=allowed_text("", allowed_shapes)
            ),
        )
        return
    known = {attribute.kod for attribute in catalogue.columns(layer)}
    for key in example_object.attribut:
        if key not in known:
            sentence = tr("'{key}' betyder ingenting här. {help}")
            problems.add(example_object.at(key), sentence.format(key=shown(key), help=allowed_text(key, known)))


def _links(
    example: Example, trees: Sequence[GoalTree], identities: Mapping[str, str], problems: Problems
) -> list[GoalLink]:
    goals = {(tree.goal_set.kod, goal.kod): goal.mal_id for tree in trees for goal in tree.goals}
    goal_links = []
    for example_object in example.objects:
        for link in example_object.mal:
            found = goals.get((link.samling, link.mal))
            if found is not None:
                goal_links.append(GoalLink(identities[example_object.namn], found, link.bidrag, link.motivering))
                continue
            codes = [code for goal_set, code in goals if goal_set == link.samling]
            key, value, allowed = ("mal", link.mal, codes) if codes else ("samling", link.samling, example.malsamlingar)
            problems.add(link.location, _not_there(key, value, allowed_text(value, allowed)))
    return goal_links


def _not_there(key: str, value: str, help_text: str) -> str:
    return tr("'{key}' är '{value}'. {help}").format(key=key, value=shown(value), help=help_text)


def _object_record(
    example_object: ExampleObject,
    catalogue: Catalogue,
    shapes: ExampleGeometry,
    identities: Mapping[str, str],
    picture: str,
) -> ObjectRecord:
    klass = catalogue.object_class(example_object.klass)
    if klass is None:
        raise StoreError(tr("Klassen {kind} finns inte i mallen.").format(kind=example_object.klass))
    record = ObjectRecord(
        objekt_id=identities[example_object.namn],
        lager=klass.lager[KINDS[example_object.shape]],
        klass=example_object.klass,
        bild_id=picture,
        namn=example_object.namn,
        niva=example_object.niva,
        undertyp=example_object.undertyp,
        roller=example_object.roller,
        status=example_object.status,
        osakerhet=example_object.osakerhet,
        wkb=shapes.wkb(example_object),
        attribut={**example_object.attribut, **_references(example_object, shapes, identities)},
    )
    return located(record, catalogue)


def _references(
    example_object: ExampleObject, shapes: ExampleGeometry, identities: Mapping[str, str]
) -> dict[str, Value]:
    """What a stråk or samband says about the nodes it goes between."""
    nodes = [
        identities[shapes.node_of[name]]
        for name in example_object.anchors
        if isinstance(name, str) and name in shapes.node_of
    ]
    if example_object.shape == CORRIDOR:
        return {"noder": codes_to_text(dict.fromkeys(nodes))}
    if example_object.shape == BOW:
        return {"fran_id": nodes[0], "till_id": nodes[1]}
    return {}
