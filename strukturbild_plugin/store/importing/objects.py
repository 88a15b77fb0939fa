"""Objects into a strukturbild from any vector file a planner has: first a plan, then all of it in one transaction."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Sequence, Union

from ...catalogue.model import Catalogue, ObjectClass
from ...errors import ImportRefused, StoreError
from ...feedback import Feedback, Silent, StepFeedback, stop_if_cancelled
from ...goals.model import Goal, GoalLink
from ...i18n import joined, tr
from ..create.places import all_places
from ..gpkg.records import Area, ObjectRecord, Picture, Snapshot
from ..gpkg.row_mapping import text_to_codes
from ..writing.transaction import reading, writing
from .area import lies_in_sweden, outline_of
from .column_guess import guessed_columns
from .crs import Point
from .crs_choice import CrsDecision, CrsEvidence, chosen_system
from .drafts import Context, DraftReader, origin_of
from .geometry import first_point, kinds_name
from .goal_codes import GoalFinder
from .identity import id_column, middle, notes_on_ids
from .layer_rows import LayerRows, SourceRows, read_layers
from .located_rows import notes_on_location, with_location
from .matching import Draft, KnownObjects, Matches, matched
from .plan import CHANGED, NEW, ColumnGuess, ImportChoice, ImportPlan, PlannedRow
from .planned_rows import left_outside, planned_rows
from .request import NO, YES, ImportReport, ImportRequest, resolved, wanted_class, wanted_picture
from .source import Source, open_source
from .values import NAME, targets

_MAX_CLASSES = 6
_MAX_GONE = 12

__all__ = ["ImportPlan", "ImportReport", "ImportRequest", "carry_out", "import_objects", "plan_import"]


def import_objects(path: Path, request: ImportRequest, feedback: Feedback | None = None) -> ImportReport:
    """Import objects into the strukturbild at `path`, all that are usable in one transaction; gives what was done.

    Objects that are already there (imported before) are left as they are and named, or updated when the request says
    so. Raises ImportRefused, StoreError or Cancelled; then nothing was written.
    """
    feedback = feedback or Silent()
    plan = plan_import(path, request, StepFeedback(feedback, 0, 85))
    stop_if_cancelled(feedback)
    return carry_out(plan, path, StepFeedback(feedback, 85, 100))


def plan_import(
    target: Union[Path, str, Snapshot], request: ImportRequest, feedback: Feedback | None = None
) -> ImportPlan:
    """What importing into `target` (a file, or a snapshot of what lies open) will do. Nothing is written.

    A plan with a `refusal` needs one of its `choices` first. Raises ImportRefused for what cannot be read or does not
    exist, StoreError for the target, and Cancelled.
    """
    feedback = feedback or Silent()
    into = _Target.of(target)
    klass = wanted_class(into.catalogue, request.klass)
    picture = wanted_picture(into.pictures, request.bild_id)
    with open_source(request.source, request.x_column, request.y_column, feedback) as source:
        read = read_layers(source, request.layer_name, klass, StepFeedback(feedback, 0, 30))
        return _Planning(into, request, klass, picture, source, read).plan(StepFeedback(feedback, 30, 100))


def carry_out(plan: ImportPlan, path: Path, feedback: Feedback | None = None) -> ImportReport:
    """Write what the plan says into the strukturbild at `path`, in one transaction.

    Raises ImportRefused for a plan with a refusal, and when the file has changed since it was made; StoreError or
    Cancelled. Then nothing was written.
    """
    feedback = feedback or Silent()
    if plan.refusal:
        raise ImportRefused(plan.refusal)
    edits = plan.edits()
    updated = [row for row in plan.of(CHANGED) if row.record and row.before] if plan.request.update == YES else []
    with writing(Path(path), plan.request.who) as db:
        if edits:
            there = {record.objekt_id: record for record in db.objects()}
            known = any(record.objekt_id in there for record in edits.new)
            if known or any(there.get(row.before.objekt_id) != row.before for row in updated if row.before):
                raise ImportRefused(
                    tr("Strukturbilden har ändrats sedan importen planerades. Inget importerades. Försök igen.")
                )
            db.add_objects(edits.new)
            db.update_objects(row.record for row in updated if row.record and row.record != row.before)
            db.add_links(GoalLink(*link) for link in edits.links)
            db.log("import", f"{plan.klass}: {len(edits.new)} ({plan.file})")
        feedback.setProgress(80)
        stop_if_cancelled(feedback)
    feedback.setProgress(100)
    return ImportReport(
        len(edits.new),
        tuple((row.label, row.reason) for row in plan.not_taken()),
        plan.notes,
        len(edits.links),
        len(updated),
        tuple(record.namn or record.objekt_id for record in plan.gone),
    )


@dataclass(frozen=True)
class _Target:
    """What of a strukturbild an import needs to know."""

    catalogue: Catalogue
    pictures: Sequence[Picture]
    goals: Sequence[Goal]
    areas: Sequence[Area]
    objects: Sequence[ObjectRecord]
    links: Sequence[GoalLink]

    @classmethod
    def of(cls, target: Union[Path, str, Snapshot]) -> _Target:
        if isinstance(target, Snapshot):
            return cls(target.catalogue, target.pictures, target.goals, target.areas, target.objects, target.links)
        with reading(Path(target)) as db:
            return cls(db.catalogue(), db.pictures(), db.goals(), db.areas(), tuple(db.objects()), db.links())


class _Planning:
    """One plan being made."""

    def __init__(
        self,
        into: _Target,
        request: ImportRequest,
        klass: ObjectClass,
        picture: Picture,
        source: Source,
        read: SourceRows,
    ) -> None:
        self._into, self._klass, self._picture, self._read = into, klass, picture, read
        self._asked = request
        self._file = source.path.name
        self._path = source.path
        rows = [row.values for row in read.rows()]
        guesses = () if request.fields else guessed_columns(into.catalogue, klass, read.columns, rows)
        self._request = resolved(
            request, into.catalogue, klass, read.columns, {guess.target: guess.column for guess in guesses}
        )
        self._mapping = guesses or _asked_for(self._request, into.catalogue, klass)
        self._id = id_column(read.columns, rows, self._request.id_field, NAME in self._request.fields)
        self._outline = outline_of(into.areas)
        self._notes = [*read.notes, *(note for layer in read.layers for note in layer.notes)]
        if self._id:
            self._notes += notes_on_ids(self._id, [row.get(self._id.column) for row in rows])
        self._choices = list(read.choices)
        self._crs: list[str] = []
        self._outside: list[Draft] = []
        """Rows outside the area of a picture that has nothing yet for them to be."""

    def plan(self, feedback: Feedback) -> ImportPlan:
        decisions = [(layer, self._decision(layer)) for layer in self._read.layers]
        refused = next((decision for _, decision in decisions if decision.refusal), None)
        if refused:
            return self._finished(refusal=refused.refusal)
        area = None if self._request.whole_file else self._outline
        context = Context(self._request, self._into.catalogue, self._klass, self._picture, area, self._id)
        reader = DraftReader(context, self._path)
        for place, (layer, decision) in enumerate(decisions):
            part = StepFeedback(feedback, 90 * place / len(decisions), 90 * (place + 1) / len(decisions))
            reader.read(layer, decision, f"{layer.name} " if len(decisions) > 1 else "", part)
        known = KnownObjects(self._into.objects, self._klass.kod, self._picture.bild_id)
        stop_if_cancelled(feedback)
        self._outside = [draft for draft in reader.drafts if draft.outside and not known.own]
        drafts = [draft for draft in reader.drafts if not draft.outside or known.own]
        matches = matched(drafts, known, self._id, self._file)
        if not self._read.is_whole:  # what is not in these layers may be in the others
            matches = replace(matches, gone=())
        feedback.setProgress(95)
        return self._planned(reader, matches)

    def _planned(self, reader: DraftReader, matches: Matches) -> ImportPlan:
        goals = GoalFinder(self._into.goals)
        titles = targets(self._into.catalogue, self._klass)
        links = self._links(matches, goals)
        codes = {goal.mal_id: goal.kod for goal in self._into.goals}
        tied = {objekt_id: [codes[link.mal_id] for link in found] for objekt_id, found in links.items()}
        rows = planned_rows(matches, titles, self._request.update, tied)
        located = [with_location(row, self._into.catalogue) for row in rows]
        self._notes += notes_on_location(rows, located)
        rows = [*located, *map(left_outside, self._outside), *reader.left]
        rows.sort(key=lambda row: reader.order[row.label])
        self._notes += [*reader.notes, *matches.notes, *reader.problems(), *goals.problems()]
        self._tell_of(rows, matches)
        ties = [(link.objekt_id, link.mal_id, link.bidrag) for found in links.values() for link in found]
        return self._finished(rows, matches.gone, ties)

    def _links(self, matches: Matches, goals: GoalFinder) -> dict[str, list[GoalLink]]:
        """The ties to goals that the rows ask for and that are not there, by object."""
        there = {(link.objekt_id, link.mal_id, link.bidrag) for link in self._into.links}
        found: dict[str, list[GoalLink]] = {}
        for match in matches.found:
            if match.draft.goals and (match.before or not match.draft.outside):
                wanted = goals.links(match.objekt_id, match.draft.goals)
                new = [link for link in wanted if (link.objekt_id, link.mal_id, link.bidrag) not in there]
                if new:
                    found[match.objekt_id] = new
        return found

    def _decision(self, layer: LayerRows) -> CrsDecision:
        """The coordinate system of a layer. ImportRefused when it has no coordinates at all."""
        placed = [(row, point) for row in layer.rows if (point := first_point(row.geometry)) is not None]
        if not placed:
            raise ImportRefused(
                tr("Lagret ”{lager}” i {fil} har inga koordinater. En tabell behöver kolumner som heter x och y, "
                   "lon och lat, eller wkt.").format(lager=layer.name, fil=self._file)
            )  # fmt: skip
        column = self._request.fields.get(NAME, "")
        named = (
            _at_their_places([(str(row.values.get(column) or ""), point) for row, point in placed]) if column else ()
        )
        evidence = CrsEvidence([point for _, point in placed], self._outline, named)
        decision = chosen_system(self._file, layer.system, self._request.crs, evidence, layer.is_table)
        self._notes += decision.notes
        if not decision.refusal:
            self._crs.append(f"{decision.name or tr('ett koordinatsystem utan namn')}, {decision.why}")
        self._choices += [
            ImportChoice(tr("Läs som {namn}").format(namn=each.name), "crs", str(each.epsg))
            for each in decision.options
        ]
        return decision

    def _tell_of(self, rows: Sequence[PlannedRow], matches: Matches) -> None:
        outside = len(self._outside) + sum(match.draft.outside and match.before is None for match in matches.found)
        if outside:
            where = joined(area.namn for area in self._into.areas if area.namn)
            self._notes.append(
                tr(
                    "Utanför {område} ligger {antal} objekt, som inte hämtas. Välj hela filen för att ta med dem."
                ).format(antal=outside, område=where or tr("strukturbildens område"))
            )
            text = tr("Ta med även det som ligger utanför området ({antal} objekt)").format(antal=outside)
            self._choices.append(ImportChoice(text, "whole_file", True))
        self._tell_of_kinds(rows)
        changed = [row for row in rows if row.outcome == CHANGED]
        if changed and self._request.update != YES:
            self._notes.append(
                tr("{antal} objekt som redan finns är ändrade i källan. De ändras inte förrän du väljer att uppdatera.")
                .format(antal=len(changed))
            )  # fmt: skip
            if self._request.update != NO:
                text = tr("Uppdatera {antal} objekt som är ändrade i källan").format(antal=len(changed))
                self._choices.append(ImportChoice(text, "update", YES))
        if matches.gone:
            names = [record.namn or tr("utan namn") for record in matches.gone]
            more = [tr("{antal} till").format(antal=len(names) - _MAX_GONE)] if len(names) > _MAX_GONE else []
            self._notes.append(
                tr(
                    "{antal} objekt från en tidigare hämtning finns inte längre i filen och ligger kvar: {namn}."
                ).format(antal=len(names), namn=joined([*names[:_MAX_GONE], *more]))
            )
        self._tell_of_moved_nodes(changed)
        new = [row.record for row in rows if row.outcome == NEW and row.record]
        if new and NAME not in self._request.fields:
            self._notes.append(tr("Objekten fick inga namn. Ange vilken kolumn som är namn."))
        if new and not any(lies_in_sweden(*middle(record.wkb)) for record in new if record.wkb):
            self._notes.append(tr("Inget av objekten ligger i Sverige. Kontrollera källans koordinatsystem."))

    def _tell_of_moved_nodes(self, changed: Sequence[PlannedRow]) -> None:
        """Nodes that move away from the lines that are drawn to them."""
        moved = {row.record.objekt_id for row in changed if row.moved_m and row.record}
        tied = moved.intersection(node for record in self._into.objects for node in _nodes_of(record)) if moved else ()
        if tied:
            self._notes.append(
                tr("{antal} noder som flyttas har stråk eller samband till sig. I fönstret följer linjerna med; i en "
                   "fil som inte är öppen rättas de i granskningen efteråt.").format(antal=len(tied))
            )  # fmt: skip

    def _tell_of_kinds(self, rows: Sequence[PlannedRow]) -> None:
        """What the class is not drawn as, counted, with the classes that are."""
        for kind, count in Counter(row.kind for row in rows if row.kind).items():
            others = [one for one in self._into.catalogue.klasser if kind in one.lager and one is not self._klass]
            names = tr(" eller ").join(one.namn.sv for one in others[:_MAX_CLASSES])
            self._notes.append(
                tr(
                    "{slag}: {antal} objekt hämtas inte, för {klass} ritas inte så. Välj klassen {klasser} för dem."
                ).format(antal=count, slag=kinds_name(kind), klass=self._klass.namn.sv, klasser=names)
            )
            self._choices += [
                ImportChoice(tr("Hämta som {klass}").format(klass=one.namn.sv), "klass", one.kod)
                for one in others[:_MAX_CLASSES]
            ]

    def _finished(
        self,
        rows: Sequence[PlannedRow] = (),
        gone: Sequence[ObjectRecord] = (),
        links: Sequence[tuple[str, str, int]] = (),
        refusal: str = "",
    ) -> ImportPlan:
        return ImportPlan(
            request=self._asked,
            file=origin_of(self._path)[0],
            layers=tuple((layer.name, len(layer.rows)) for layer in self._read.layers),
            klass=self._klass.kod,
            bild_id=self._picture.bild_id,
            rows=tuple(rows),
            gone=tuple(gone),
            links=tuple(links),
            mapping=self._mapping,
            id_column=self._id.column if self._id else "",
            id_why=self._id.why if self._id else tr("namn och plats"),
            crs="; ".join(dict.fromkeys(filter(None, self._crs))),
            notes=tuple(dict.fromkeys(self._notes)),
            choices=tuple(dict.fromkeys(self._choices)),
            refusal=refusal,
        )


def _nodes_of(record: ObjectRecord) -> list[str]:
    """The nodes that a line names."""
    single = (str(record.attribut.get(column) or "") for column in ("fran_id", "till_id", "nod_id"))
    return [*filter(None, single), *text_to_codes(record.attribut.get("noder"))]


def _asked_for(request: ImportRequest, catalogue: Catalogue, klass: ObjectClass) -> tuple[ColumnGuess, ...]:
    titles = targets(catalogue, klass)
    return tuple(
        ColumnGuess(target, titles[target], column, tr("enligt ditt val")) for target, column in request.fields.items()
    )


def _at_their_places(named: Sequence[tuple[str, Point]]) -> list[tuple[Point, list[Point]]]:
    """The points whose names are those of populated places, with where those lie."""
    try:
        places: dict[str, list[Point]] = {}
        for place in all_places():
            places.setdefault(place.namn.casefold(), []).append((place.x, place.y))
    except StoreError:
        return []
    found = ((point, places.get(" ".join(name.split()).casefold(), [])) for name, point in named)
    return [(point, spots) for point, spots in found if spots]
