"""Somebody who draws, and works in every other table of a copy as well."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from strukturbild_plugin.store.gpkg import wkb
from strukturbild_plugin.workshop.merged_tables import OBJECT, Key, references
from tests.store.helpers import square
from tests.workshop.hands import WORDS, Copy, Hand

LOGOS = ("logga.png", "karta.png")


class TableHand(Hand):
    """Draws, and changes pictures, goals, questions, measures, attachments, places of names, own classes and the log.

    Not `in_project`: lets alone what the project in a file is made of, which takes a second to make anew.
    """

    def __init__(self, copy: Copy, chance: Random, name: str, in_project: bool = True) -> None:
        super().__init__(copy, chance, name)
        self.acts += [
            *[self.retitle_goal, self.write_log, self.ask, self.answer, self.plan_measure, self.place_name],
            *[self.weigh_goals, self.match_goals, self.reply, self.delete_comment, self.take_back_vote, self.agree],
            *[self.use_own_class, self.move_to_picture],
            *[self.add_goal_set, self.move_goal, self.empty_goal_set, self.move_vote, self.move_measure],
        ]
        if in_project:
            self.acts += [self.add_picture, self.rename_picture, self.delete_picture, self.rename_all]
            self.acts += [self.attach, self.detach, self.delete_class, self.empty_picture]
        else:
            self.acts.remove(self.add_class)
        self.first_acts: list[Callable[[], None]] = [
            *[self.add_picture, self.attach, self.write_log, self.ask, self.ask, self.plan_measure, self.place_name],
            *[self.weigh_goals, self.match_goals, self.reply, self.agree],
        ]

    def begin(self) -> None:
        """Goals and an own class: what the rest is about."""
        self._add("malsamling", kod="rus", namn="RUS")
        for number in range(8):
            above = "mal0" if number > 4 else None
            self._add("mal", mal_id=f"mal{number}", samling="rus", titel=f"Mål {number}", ordning=number, over_id=above)
        self.add_class()

    def add_picture(self) -> None:
        made = self._identity()
        self._add("bild", bild_id=made, namn=made, bildtyp="alternativ", skala="regional", status="arbete", ordning=9)

    def rename_picture(self) -> None:
        key = self._any(self.copy.of_kind("bild"))
        if key is not None:
            self._set(key, {"namn": " ".join(self.chance.sample(WORDS, 2))})

    def delete_picture(self) -> None:
        key = self._any(self.copy.of_kind("bild"))
        if key is None or len(self.copy.of_kind("bild")) < 2:
            return
        if not self._naming(key, OBJECT):  # else the file refuses
            self._without_picture(key)

    def _without_picture(self, key: Key) -> None:
        for other in self._naming(key):
            if other.kind == "etikettplats":
                del self.copy.rows[other]
            else:
                self._set(other, {"bild_id": None})
        del self.copy.rows[key]

    def empty_picture(self) -> None:
        """All that lies in a picture is moved to another, and it is deleted."""
        key, *others = self._shuffled("bild") or [None]
        if key is None or not others:
            return
        for one in self._naming(key, OBJECT):
            self._set(one, {"bild_id": others[0].rad_id})
        self._without_picture(key)

    def move_to_picture(self) -> None:
        key, picture = self._any(self.copy.of_kind(OBJECT)), self._any(self.copy.of_kind("bild"))
        if key is not None and picture is not None:
            self._set(key, {"bild_id": picture.rad_id})

    def rename_all(self) -> None:
        (key,) = self.copy.of_kind("strukturbild")
        self._set(key, {self.chance.choice(("titel", "organisation")): " ".join(self.chance.sample(WORDS, 2))})

    def retitle_goal(self) -> None:
        key = self._any(self.copy.of_kind("mal"))
        if key is not None:
            self._set(key, {"titel": " ".join(self.chance.sample(WORDS, 2)), "beskrivning": self.chance.choice(WORDS)})

    def add_goal_set(self) -> None:
        made = self._identity()
        self._add("malsamling", kod=made, namn=made)
        self.move_goal()

    def move_goal(self) -> None:
        """Into another set."""
        key, into = self._any(self.copy.of_kind("mal")), self._any(self.copy.of_kind("malsamling"))
        if key is not None and into is not None:
            self._set(key, {"samling": into.rad_id})

    def empty_goal_set(self) -> None:
        """All goals of a set are moved to another, and it is deleted."""
        key, *others = self._shuffled("malsamling") or [None]
        if key is None or not others:
            return
        for one in self._naming(key):
            self._set(one, {"samling": others[0].rad_id})
        del self.copy.rows[key]

    def move_vote(self) -> None:
        """From what it was put on to an object."""
        key, onto = self._any(self.copy.of_kind("rost")), self._any(self.copy.of_kind(OBJECT))
        if key is not None and onto is not None:
            self._set(key, {"objekt_id": onto.rad_id, "kommentar_id": None})

    def move_measure(self) -> None:
        """To another object."""
        key, onto = self._any(self.copy.of_kind("insats")), self._any(self.copy.of_kind(OBJECT))
        if key is not None and onto is not None:
            self._set(key, {"objekt_id": onto.rad_id})

    def attach(self) -> None:
        content = b"\x89PNG\r\n\x1a\n" + self.chance.randbytes(8)
        self._add("bilaga", slag="logotyp", namn=self.chance.choice(LOGOS), innehall=content)

    def detach(self) -> None:
        key = self._any(self.copy.of_kind("bilaga"))
        if key is not None:
            del self.copy.rows[key]

    def write_log(self) -> None:
        about = self._any(self.copy.of_kind(OBJECT))
        moment = f"2026-11-30T09:00:00.{self.chance.randrange(1000):03d}Z"
        named = about.rad_id if about else None
        self._add("logg", logg_id=self._identity(), tid=moment, vad="forankring", objekt_id=named, vem=self.name)

    def ask(self) -> None:
        about, goal = self._any(self.copy.of_kind(OBJECT)), self._any(self.copy.of_kind("mal"))
        if about is not None and goal is not None:
            made = self._identity()
            what = {"objekt_id": about.rad_id, "mal_id": goal.rad_id, "text": " ".join(self.chance.sample(WORDS, 3))}
            self._add("fraga", fraga_id=made, nyckel=made, slag="malkonflikt", status="oppen", **what, **self._audit())

    def answer(self) -> None:
        key = self._any(self.copy.of_kind("fraga"))
        if key is not None:
            self._set(key, {"status": self.chance.choice(("oppen", "besvarad")), "ansvarig": self.name})

    def plan_measure(self) -> None:
        about = self._any(self.copy.of_kind(OBJECT))
        if about is not None:
            words = {"vad": " ".join(self.chance.sample(WORDS, 3)), "ordning": self.chance.randint(1, 5)}
            self._add("insats", insats_id=self._identity(), objekt_id=about.rad_id, **words, **self._audit())

    def place_name(self) -> None:
        about = self._any(self.copy.of_kind(OBJECT))
        if about is not None:
            x, y = self._place()
            picture = str(self.copy.rows[about]["bild_id"])
            self._add("etikettplats", bild_id=picture, objekt_id=about.rad_id, papper="A3", x=x, y=y)

    def weigh_goals(self) -> None:
        goals = self.copy.of_kind("mal")
        if len(goals) > 1:
            one, other = (each.rad_id for each in self.chance.sample(goals, 2))
            self._add("mal_paverkan", fran_mal_id=one, till_mal_id=other, varde=self.chance.randint(-3, 3))

    def match_goals(self) -> None:
        goals = self.copy.of_kind("mal")
        if len(goals) > 1:
            one, other = (each.rad_id for each in self.chance.sample(goals, 2))
            self._add("mal_motsvarighet", mal_id=one, motsvarar_mal_id=other, slag="samma", vem=self.name)

    def reply(self) -> None:
        about = self._any(self.copy.of_kind("kommentar"))
        if about is not None:
            text = " ".join(self.chance.sample(WORDS, 4))
            self._add("kommentar", kommentar_id=self._identity(), text=text, svar_pa=about.rad_id, **self._audit())

    def delete_comment(self) -> None:
        key = self._any(self.copy.of_kind("kommentar"))
        if key is None:
            return
        for other in [other for other, row in self.copy.rows.items() if key in references(other, row)]:
            if other.kind == "rost":
                del self.copy.rows[other]
            else:
                self._set(other, {"svar_pa": None})
        del self.copy.rows[key]

    def take_back_vote(self) -> None:
        key = self._any(self.copy.of_kind("rost"))
        if key is not None:
            del self.copy.rows[key]

    def agree(self) -> None:
        key = self._any(self.copy.of_kind(OBJECT))
        if key is not None:
            likeness = self.chance.random()
            self._add("enighet", objekt_id=key.rad_id, grupp_id=self.name, grupp_objekt_id="deras", likhet=likeness)

    def use_own_class(self) -> None:
        key = self._any(self._own_classes())
        if key is not None:
            self._new_object("omrade", key.rad_id, wkb.normalised(square(*self._place(), 2000)))

    def delete_class(self) -> None:
        key = self._any(self._own_classes())
        if key is not None and not any(key in references(other, row) for other, row in self.copy.rows.items()):
            del self.copy.rows[key]

    def _naming(self, key: Key, kind: str = "") -> list[Key]:
        """The rows (of a kind) that name another."""
        found = (other for other, row in self.copy.rows.items() if key in references(other, row))
        return sorted(other for other in found if other.kind == (kind or other.kind))

    def _shuffled(self, kind: str) -> list[Key]:
        return self.chance.sample(there := self.copy.of_kind(kind), len(there))

    def _own_classes(self) -> list[Key]:
        return [key for key in self.copy.of_kind("klass") if self.copy.rows[key]["egen"]]
