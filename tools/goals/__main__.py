"""Check a folder of goal sets: that each can be read, its dates, titles, successors and addresses, and that each län
has one strategy in force. Says what is wrong and ends with 1; `python -m tools.goals [FOLDER]`.
"""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from strukturbild_plugin import paths
from strukturbild_plugin.errors import GoalError
from strukturbild_plugin.goals.goal_library import read_goal_library
from strukturbild_plugin.goals.goal_library_check import library_problems
from strukturbild_plugin.goals.set_texts import validity_warning

COUNTIES = (
    *("01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13"),
    *("14", "17", "18", "19", "20", "21", "22", "23", "24", "25"),
)


def main() -> int:
    """Read the folder and say what is wrong."""
    reader = argparse.ArgumentParser(description="Kontrollera ett målbibliotek.")
    reader.add_argument("mapp", nargs="?", type=Path, default=paths.GOAL_SETS)
    folder = reader.parse_args().mapp
    try:
        library = read_goal_library(folder)
    except GoalError as error:
        print(error)
        return 1
    today = datetime.now().astimezone().date()
    own = folder == paths.GOAL_SETS
    problems = library_problems(library, today, COUNTIES if own else ())
    for one in problems:
        print(f"- {one}")
    goals = sum(len(tree.goals) for tree in library.trees.values())
    print(f"{library.name} {library.version}: {len(library.trees)} samlingar, {goals} mål, {len(problems)} fel.")
    for kod, tree in library.current().items():
        said = validity_warning(tree.goal_set, today)
        if said:
            print(f"  {kod}: {said}")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
