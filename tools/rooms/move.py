"""Move files as moves.txt says, and let every import, module name and path in code and documents follow.

A new folder gets an `__init__.py` that says what folders.txt says of it. Afterwards: `ruff check --select I --fix .`,
lines that became too long, and places reckoned from `__file__`.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from .sources import OURS, PACKAGE, ROOT, base_of, module_of, pairs, python_files, tracked

WIDTH = 120
TEXTS = (".md", ".toml", ".sh", ".txt", ".yaml", ".html", "Makefile")
LEFT_ALONE = ("CHANGELOG.md", "resources/", "tools/rooms/")
DONE = "\x01"
"""Before a module's name that is new already, until all is written."""


class Moves:
    """What goes where."""

    def __init__(self, moves: dict[str, str]) -> None:
        self.files = moves
        self.modules = {module_of(old): module_of(new) for old, new in moves.items() if old.endswith(".py")}
        self.known = {module_of(path) for path in python_files()}
        inside = {old: new for old, new in moves.items() if old.startswith(f"{PACKAGE}/")}
        cut = len(PACKAGE) + 1
        self._paths = {**moves, **{old[cut:]: new[cut:] for old, new in inside.items()}}
        self._module_names = re.compile(rf"(?<![\w.{DONE}])({_either(self.modules)})(?!\w)(?!\.\w+\.py)")
        self._path_names = re.compile(rf"(?<![\w/.-])({_either(self._paths)})(?!\w)")

    def words(self, text: str) -> str:
        """`text` with modules and paths called by their new names."""
        text = self._module_names.sub(lambda found: self.modules[found.group(1)], text)
        return self._path_names.sub(lambda found: self._paths[found.group(1)], text).replace(DONE, "")

    def code(self, path: str, text: str) -> str:
        """The Python file at `path` with its imports from the new places."""
        lines, edits = text.split("\n"), []
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom) and base_of(path, node).split(".")[0] in OURS:
                made = self._import(path, node, lines)
                if made:
                    edits.append((node.lineno - 1, node.end_lineno or node.lineno, made))
        for start, end, made in sorted(edits, reverse=True):
            lines[start:end] = made
        return self.words("\n".join(lines))

    def _import(self, path: str, node: ast.ImportFrom, lines: list[str]) -> list[str]:
        """The lines of an import as they shall be; none when they may stay."""
        base, groups = base_of(path, node), {}  # type: ignore[var-annotated]
        for alias in node.names:
            whole, called = f"{base}.{alias.name}", alias.asname or alias.name
            said = re.search(r",(  #.*)$", lines[alias.lineno - 1]) if alias.lineno > node.lineno else None
            if whole in self.known and whole != base:
                parent, _, leaf = self.modules.get(whole, whole).rpartition(".")
                groups.setdefault(parent, []).append(leaf if leaf == called else f"{leaf} as {called}")
            else:
                name = alias.name if called == alias.name else f"{alias.name} as {called}"
                groups.setdefault(self.modules.get(base, base), []).append(name + (said.group(1) if said else ""))
        before = "." * node.level + (node.module or "")
        sources = [self._seen_from(path, module) for module in groups]
        if sources == [before] and not self._renamed(node, base):
            return []
        indent = lines[node.lineno - 1][: node.col_offset]
        last = lines[(node.end_lineno or node.lineno) - 1].encode()[node.end_col_offset :].decode()
        remark = re.search(r"  #.*$", lines[node.lineno - 1])
        tail = last if node.lineno == node.end_lineno else (remark.group() if remark else "")
        return [line for source, names in zip(sources, groups.values()) for line in _laid(indent, source, names, tail)]

    def _renamed(self, node: ast.ImportFrom, base: str) -> bool:
        return any(f"{base}.{alias.name}" in self.modules for alias in node.names)

    def _seen_from(self, path: str, module: str) -> str:
        """`module` as the file says it: relative within the package, else whole."""
        parts, here = module.split("."), list(Path(self.files.get(path, path)).parent.parts)
        if here[0] != PACKAGE or parts[0] != PACKAGE:
            return DONE + module
        same = 0
        while same < min(len(parts), len(here)) and parts[same] == here[same]:
            same += 1
        return "." * (len(here) - same + 1) + ".".join(parts[same:])


def _either(names: dict[str, str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _laid(indent: str, source: str, names: list[str], tail: str) -> list[str]:
    line = f"{indent}from {source} import {', '.join(names)}{tail}"
    if len(line) <= WIDTH and not any("#" in name for name in names):
        return [line]
    parts = (name.partition("  #") for name in names)
    rows = [f"{indent}    {name},{mark}{remark}" for name, mark, remark in parts]
    return [f"{indent}from {source} import ({tail}", *rows, f"{indent})"]


def _introduce(folder: str) -> None:
    """Make `folder` a package, with the sentence that says what lives there."""
    file = ROOT / folder / "__init__.py"
    if not file.exists():
        sentence = dict(pairs("folders.txt")).get(folder, "")
        file.write_text(f'"""{sentence}"""\n' if sentence else "", encoding="utf-8")


def main() -> int:
    """Move everything; 1 and nothing done when the list does not fit the project."""
    moves = dict(pairs("moves.txt"))
    faults = [f"finns inte: {old}" for old in moves if old not in tracked()]
    if faults or len(set(moves.values())) < len(moves):
        print("\n".join(faults) or "två filer skulle få samma namn")
        return 1
    planned = Moves(moves)
    for path in tracked():
        is_code = path.endswith(".py")
        if path.startswith(LEFT_ALONE) or not (is_code or path.endswith(TEXTS)):
            continue
        text = (ROOT / path).read_text(encoding="utf-8")
        made = planned.code(path, text) if is_code else planned.words(text)
        if made != text:
            (ROOT / path).write_text(made, encoding="utf-8")
    for old, new in moves.items():
        (ROOT / new).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["git", "mv", old, new], cwd=ROOT, check=True)
    for folder in {str(Path(new).parent) for new in moves.values()}:
        _introduce(folder)
    print(f"{len(moves)} filer flyttade.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
