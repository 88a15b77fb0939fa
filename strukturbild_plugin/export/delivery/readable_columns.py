"""Codes in plain words: columns for readers who have neither plugin nor map."""

from __future__ import annotations

from itertools import chain, count
from typing import Container, Mapping

from ...catalogue.model import CHOICE, CHOICES, STATUS_LIST, Choice, Text
from ...goals.contribution_words import within_sentence
from ...goals.model import GoalLink
from ...store.gpkg.records import Measure, ObjectRecord, Picture, Snapshot
from ...store.gpkg.row_mapping import text_to_codes

COLUMNS = ("klass_namn", "niva_namn", "struktur", "struktur_op", "status_namn", "bild", "bildtyp", "skala", "mal")
"""Columns of the delivery's object tables beyond the strukturbild's own, in this order."""

ALIASES: Mapping[str, Text] = {
    "klass_namn": Text("Klass (i klartext)", "Class (in words)"),
    "niva_namn": Text("Nivå (i klartext)", "Level (in words)"),
    "struktur": Text("Struktur", "Structure"),
    "struktur_op": Text("Struktur i översiktsplan", "Structure in comprehensive plan"),
    "status_namn": Text("Status (i klartext)", "Status (in words)"),
    "bild": Text("Bild (i klartext)", "Picture (in words)"),
    "bildtyp": Text("Bildtyp", "Kind of picture"),
    "skala": Text("Skala", "Scale"),
    "mal": Text("Mål (i klartext)", "Goals (in words)"),
}


class ReadableTexts:
    """The words of one snapshot, in its own language."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.language = snapshot.head.sprak
        self._pictures: dict[str, Picture] = {picture.bild_id: picture for picture in snapshot.pictures}
        self._goals = {goal.mal_id: goal for goal in snapshot.goals}
        self._sets = {goal_set.kod: goal_set.namn for goal_set in snapshot.goal_sets}
        self._classes = {klass.kod: klass for klass in snapshot.catalogue.klasser}
        self._measures: dict[str, list[Measure]] | None = None
        self.links: dict[str, list[GoalLink]] = {}
        order = {goal.mal_id: place for place, goal in enumerate(snapshot.goals)}
        for link in sorted(snapshot.links, key=lambda link: (order.get(link.mal_id, len(order)), link.mal_id)):
            if link.mal_id in self._goals:
                self.links.setdefault(link.objekt_id, []).append(link)

    def text(self, text: Text) -> str:
        """`text` in the language of the strukturbild."""
        return text.in_language(self.language)

    def value(self, value_list: str, kod: str) -> str:
        """The name of a value in a list; the code itself when the list does not have it."""
        return self._named(self.snapshot.catalogue.listor.get(value_list, ()), kod)

    def class_name(self, record: ObjectRecord) -> str:
        """Name of the class."""
        klass = self._classes.get(record.klass)
        return self.text(klass.namn) if klass else record.klass

    def level(self, record: ObjectRecord) -> str:
        """Name of the level; '' when there is none."""
        klass = self._classes.get(record.klass)
        level = klass.level(record.niva) if klass else None
        return self.text(level.namn) if level else record.niva

    def subtype(self, record: ObjectRecord) -> str:
        """Name of the subtype; '' when there is none."""
        klass = self._classes.get(record.klass)
        return self._named(klass.undertyper if klass else (), record.undertyp)

    def status(self, record: ObjectRecord) -> str:
        """Name of the status."""
        return self.value(STATUS_LIST, record.status)

    def attribute(self, record: ObjectRecord, kod: str) -> tuple[str, str]:
        """What an attribute is called and says of an object, codes in words; '' when it says nothing."""
        attribute = self.snapshot.catalogue.attribut[kod]
        value = str(record.attribut.get(kod) or "")
        if attribute.typ in (CHOICE, CHOICES):
            codes = text_to_codes(value) if attribute.typ == CHOICES else (value,)
            value = ", ".join(self.value(attribute.lista, one) for one in codes if one)
        return self.text(attribute.namn), value

    def measures(self, record: ObjectRecord) -> list[str]:
        """'Ny station: Region Värmland, 2028–2032, länstransportplanen' for each measure of an object, in order."""
        if self._measures is None:
            self._measures = {}
            for one in sorted(self.snapshot.measures, key=lambda one: (one.ordning, one.insats_id)):
                self._measures.setdefault(one.objekt_id, []).append(one)
        return [measure_line(one) for one in self._measures.get(record.objekt_id, ())]

    def goals(self, record: ObjectRecord) -> list[str]:
        """'Fler ska må bra (Värmlandsstrategin), stödjer: Kortare restid' for each goal, in the order of the goals."""
        return [self.goal_line(link) for link in self.links.get(record.objekt_id, ())]

    def goal_parts(self, link: GoalLink) -> tuple[str, str, str, str]:
        """Goal, its set, contribution and reason of one link."""
        goal = self._goals[link.mal_id]
        set_name = self._sets.get(goal.samling, goal.samling)
        return goal.titel, set_name, self.contribution(link.bidrag), link.motivering

    def goal_line(self, link: GoalLink) -> str:
        """One link in words."""
        goal, set_name, contribution, reason = self.goal_parts(link)
        line = f"{goal} ({set_name}), {contribution}"
        return f"{line}: {reason}" if reason else line

    def contribution(self, bidrag: int) -> str:
        """'stödjer starkt'."""
        return self.text(within_sentence(bidrag))

    def columns(self, record: ObjectRecord) -> dict[str, str]:
        """Every readable column of an object."""
        klass = self._classes.get(record.klass)
        structure = self.snapshot.catalogue.structure(klass.struktur) if klass else None
        picture = self._pictures.get(record.bild_id)
        values = (
            self.class_name(record),
            self.level(record),
            self.text(structure.namn) if structure else "",
            structure.op_ord if structure else "",
            self.status(record),
            picture.namn if picture else "",
            self.value("bildtyp", picture.bildtyp) if picture else "",
            self.value("skala", picture.skala) if picture else "",
            "; ".join(self.goals(record)),
        )
        return dict(zip(COLUMNS, values))

    def _named(self, choices: tuple[Choice, ...], kod: str) -> str:
        return next((self.text(choice.namn) for choice in choices if choice.kod == kod), kod)


def measure_line(measure: Measure) -> str:
    """A measure on one line: what, who, when and in which plan."""
    years = "–".join(str(year) for year in dict.fromkeys((measure.fran_ar, measure.till_ar)) if year)
    more = ", ".join(part for part in (measure.aktor, years, measure.plan_ref) if part)
    return f"{measure.vad}: {more}" if more else measure.vad


def column_names(snapshot: Snapshot) -> dict[str, str]:
    """The name each readable column has in the delivery: its own, unless the catalogue has an attribute called so."""
    return {name: free_name(name, snapshot.catalogue.attribut) for name in COLUMNS}


def free_name(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or with `_text` and at need a number after it, so that it is none of `taken`."""
    longer = (f"{wanted}_text{number}" for number in count(2))
    return next(name for name in chain((wanted, f"{wanted}_text"), longer) if name not in taken)
