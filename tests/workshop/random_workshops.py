"""Workshops of any kind as plain rows: what all began with, and what each of several groups did to its copy."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random

from strukturbild_plugin.workshop.merge_outcome import MergeOutcome, merge_outcome
from strukturbild_plugin.workshop.participants import CopyIdentity, Participant, digest_of
from tests.store.helpers import new_file
from tests.workshop.hands import Copy, tables
from tests.workshop.hands_on_tables import TableHand
from tests.workshop.rows_in_files import rows_in

GROUPS = 6


@lru_cache(maxsize=1)
def _new() -> Copy:
    """The rows of a new strukturbild."""
    with tempfile.TemporaryDirectory(prefix="workshop-prov-") as folder:
        return rows_in(new_file(Path(folder)))


def begun(chance: Random, objects: int) -> Copy:
    """What all begin with: about `objects` objects, goals, links, comments, and some of everything else."""
    copy = Copy(dict(_new().rows))
    hand = TableHand(copy, chance, "start")
    hand.begin()
    for number in range(objects):
        (hand.add_node if number < 4 else chance.choice((hand.add_node, hand.add_line, hand.add_area)))()
    for _ in range(objects // 4):
        chance.choice((hand.link, hand.comment, hand.vote, hand.write_words))()
    for act in hand.first_acts:
        act()
    return copy


@dataclass(frozen=True)
class Workshop:
    """A base, and what each group has done since."""

    base: Copy
    participants: tuple[Participant, ...]


def random_workshop(chance: Random, most_objects: int, groups: int = GROUPS) -> Workshop:
    """Any workshop of `groups` groups and up to `most_objects` objects."""
    base = begun(chance, chance.randint(20, most_objects))
    participants = []
    for number in range(groups):
        copy = Copy(dict(base.rows))
        TableHand(copy, chance, f"bord{number}").act(chance.randint(0, 25))
        changes = copy.changes_since(base)
        identity = CopyIdentity(f"kopia{number}", "bas", namn=f"Bord {number}", ordning=number)
        participants.append(Participant(identity, changes, digest=digest_of(changes)))
    return Workshop(base, tuple(participants))


@dataclass
class MergedFile:
    """A main file that copies are merged into one batch after another."""

    workshop: Workshop
    content: Copy
    known: list[Participant] = field(default_factory=list)
    outcomes: list[MergeOutcome] = field(default_factory=list)

    def merge(self, added: Sequence[Participant]) -> MergeOutcome:
        news = {one.identity.kopia_id for one in added}
        after = [*(one for one in self.known if one.identity.kopia_id not in news), *added]
        after.sort(key=lambda one: one.sort_key)
        ours = self.content.changes_since(self.workshop.base)
        outcome = merge_outcome(tables(), self.workshop.base, ours, self.known, after, strict=False)
        for write in outcome.writes:
            if write.after is None:
                del self.content.rows[write.key]
            else:
                self.content.rows[write.key] = write.after
        self.known = after
        self.outcomes.append(outcome)
        return outcome


def merged_in(workshop: Workshop, batches: Sequence[Sequence[Participant]]) -> MergedFile:
    """The base with the participants merged into it, batch by batch."""
    file = MergedFile(workshop, Copy(dict(workshop.base.rows)))
    for batch in batches:
        file.merge(batch)
    return file


def orders(chance: Random, participants: Sequence[Participant], count: int) -> Iterator[list[list[Participant]]]:
    """`count` ways to merge them: shuffled, and in batches of any size."""
    for _ in range(count):
        listed = list(participants)
        chance.shuffle(listed)
        batches: list[list[Participant]] = [[]]
        for one in listed:
            if batches[-1] and chance.random() < 0.5:
                batches.append([])
            batches[-1].append(one)
        yield batches
