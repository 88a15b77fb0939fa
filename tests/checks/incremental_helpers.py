"""A strukturbild that changes at random, and what a full check says of it."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from strukturbild_plugin.goals.model import Goal, GoalLink
from strukturbild_plugin.store.gpkg.records import ObjectRecord, Picture, Snapshot
from tests.store.snapshot_helpers import multiline, multipoint, multipolygon, objekt, small_snapshot, square

PICTURES = ("bild-1", "bild-2", "borta")
SPOTS = [(340_000 + east * 9_000, 6_545_000 + north * 9_000) for east in range(24) for north in range(12)]
TODAY = Picture("bild-2", "Nuläge", "nulage", "storregional", None, "", "utkast", "", "", 2)


def base() -> Snapshot:
    """Two pictures and three goals; no objects."""
    snapshot = small_snapshot(objects=(), links=())
    more = Goal("m3", "rus-17", "1.2", "Delmål", "Ren luft", 3, over_id="m1")
    return replace(snapshot, pictures=(*snapshot.pictures, TODAY), goals=(*snapshot.goals, more))


class Changing:
    """Objects and links by key, with random changes of every kind that a rule looks at."""

    def __init__(self, seed: int, objects: int) -> None:
        self.dice = random.Random(seed)
        self.objects: dict[Any, ObjectRecord] = {}
        self.links: dict[Any, GoalLink] = {}
        for _ in range(objects):
            self.add()

    def snapshot(self) -> Snapshot:
        """What there is, in any order."""
        objects, links = list(self.objects.values()), list(self.links.values())
        self.dice.shuffle(objects)
        self.dice.shuffle(links)
        return replace(base(), objects=tuple(objects), links=tuple(links))

    def step(self) -> list[tuple[str, Any]]:
        """Change something; gives the keys of what changed, and whether each is an 'objekt' or a 'koppling'."""
        kinds = [self.add, self.remove, self.change, self.change, self.change, self.move, self.link, self.unlink]
        return self.dice.choice(kinds)()

    def add(self) -> list[tuple[str, Any]]:
        layer = self.dice.choice(["nod", "nod", "strak", "samband", "gron_bla_yta", "gransbygd"])
        number = len(self.objects) + self.dice.randrange(10**6)
        key = (layer, number)
        made = objekt(f"{layer}-{number}", layer, self.shape(layer), namn=self.name())
        klass = "gron_kil" if layer == "gron_bla_yta" else layer
        made = replace(made, klass=klass, bild_id=self.dice.choice(PICTURES[:2]))
        self.objects[key] = replace(made, attribut={**made.attribut, **self.ties(layer)}, niva=self.level(layer))
        return [("objekt", key)]

    def remove(self) -> list[tuple[str, Any]]:
        key = self.any_key()
        self.objects.pop(key, None)
        return [("objekt", key)]

    def move(self) -> list[tuple[str, Any]]:
        key = self.any_key()
        if key in self.objects:
            self.objects[key] = replace(self.objects[key], wkb=self.shape(key[0]))
        return [("objekt", key)]

    def change(self) -> list[tuple[str, Any]]:
        key = self.any_key()
        if key not in self.objects:
            return []
        one, dice = self.objects[key], self.dice
        changes: list[dict[str, Any]] = [
            {"namn": self.name()},
            {"niva": self.level(key[0])},
            {"bild_id": dice.choice(PICTURES)},
            {"klass": dice.choice([key[0], "bytespunkt", "Nod", "okänd", "gron_kil"])},
            {"objekt_id": self.any_id()},
            {"undertyp": dice.choice(["hav", "Skog"])},
            {"ursprung_id": dice.choice(["", "borta", self.any_id()])},
            {"status": dice.choice(["befintlig", "Utvecklas", "kanske", ""])},
            {"wkb": dice.choice([None, b"\x01\x06"])},
            {"attribut": {**one.attribut, **self.ties(key[0])}},
            {"attribut": {"mot_start": "Oslo"}},
        ]
        self.objects[key] = replace(one, **dice.choice(changes))
        return [("objekt", key)]

    def link(self) -> list[tuple[str, Any]]:
        key = ("koppling", self.dice.randrange(10**6))
        again = [one for one in self.links.values() if self.dice.random() < 0.1]
        fresh = GoalLink(self.any_id(), self.dice.choice(["m1", "m2", "m3", "borta"]), 1, "")
        self.links[key] = again[0] if again else fresh
        return [("koppling", key)]

    def unlink(self) -> list[tuple[str, Any]]:
        if not self.links:
            return []
        key = self.dice.choice(sorted(self.links))
        del self.links[key]
        return [("koppling", key)]

    def any_key(self) -> Any:
        return self.dice.choice(sorted(self.objects)) if self.objects else ("nod", 0)

    def any_id(self) -> str:
        return self.objects[self.any_key()].objekt_id if self.objects and self.dice.random() < 0.8 else "borta"

    def nodes(self) -> list[ObjectRecord]:
        return [self.objects[key] for key in sorted(self.objects) if key[0] == "nod"]

    def name(self) -> str:
        return self.dice.choice(["", " Kil", "Kil", "kil", *(f"Ort {n}" for n in range(40))])

    def level(self, layer: str) -> str:
        return self.dice.choice({"nod": ["regional", "Regional", ""], "strak": ["regionalt", ""]}.get(layer, ["", "x"]))

    def ties(self, layer: str) -> dict[str, Any]:
        nodes = [one.objekt_id for one in self.nodes()] or ["borta"]
        chosen = [self.dice.choice([*nodes, "borta"]) for _ in range(2)]
        if layer == "strak":
            return {"noder": "{" + ",".join(chosen) + "}"}
        return dict(zip(("fran_id", "till_id"), chosen)) if layer == "samband" else {}

    def shape(self, layer: str) -> bytes:
        dice = self.dice
        near = [(x + dice.choice([0, 0, 40, 400, 2_000]), y + dice.choice([0, 300])) for x, y in dice.sample(SPOTS, 3)]
        if layer == "nod":
            return multipoint(*near[: dice.choice([1, 1, 2])])
        if layer in ("strak", "samband"):
            return multiline(near[: dice.choice([2, 3])])
        west, south = near[0]
        return multipolygon([square(west, south, dice.choice([0, 8_000, 60_000]))])
