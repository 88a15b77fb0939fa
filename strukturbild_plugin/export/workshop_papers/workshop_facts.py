"""What the papers of a workshop tell: its plan, the main file, and which file is whose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...workshop.start import Group, WorkshopPlan


@dataclass(frozen=True)
class WorkshopFacts:
    """`files`: the groups' files, in the order of the groups."""

    plan: WorkshopPlan
    titel: str
    """That of the strukturbild."""
    main: Path
    files: tuple[Path, ...]

    def pairs(self) -> list[tuple[Group, str]]:
        """Each group and what its file is called."""
        return [(group, path.name) for group, path in zip(self.plan.groups, self.files)]
