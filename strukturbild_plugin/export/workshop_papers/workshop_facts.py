"""What the papers of a workshop tell: its plan, the main file, and which file is whose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...workshop.start import ADDITIONS, COMMENTS_ONLY, Group, WorkshopPlan


@dataclass(frozen=True)
class WorkshopFacts:
    """`files`: the groups' files, in the order of the groups."""

    plan: WorkshopPlan
    titel: str
    """That of the strukturbild."""
    main: Path
    files: tuple[Path, ...]

    def rights_of(self, group: Group) -> str:
        """The code of what a group may change."""
        return group.far_andra or self.plan.far_andra

    @property
    def somebody_draws(self) -> bool:
        """Whether any group may do more than comment and vote."""
        return any(self.rights_of(group) != COMMENTS_ONLY for group in self.plan.groups)

    @property
    def somebody_only_comments(self) -> bool:
        """Whether any group may comment and vote, and nothing else."""
        return any(self.rights_of(group) == COMMENTS_ONLY for group in self.plan.groups)

    @property
    def somebody_only_adds(self) -> bool:
        """Whether any group may not change what was there from the start."""
        return any(self.rights_of(group) == ADDITIONS for group in self.plan.groups)

    def pairs(self) -> list[tuple[Group, str]]:
        """Each group and what its file is called."""
        return [(group, path.name) for group, path in zip(self.plan.groups, self.files)]
