"""Call classes and functions by the names in names.txt ('store.gpkg.records:Objekt -> ObjectRecord'), in every file.

A name is changed where it is defined, in files that import it (also through a module that hands it on), behind the name
of its module, in code that a test keeps as text, and between backquotes in comments and documentation.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize

from .sources import PACKAGE, ROOT, base_of, module_of, pairs, python_files

Names = dict[str, dict[str, str]]
"""Module -> old name -> new name."""


def wanted() -> Names:
    """The list, with whole names of modules."""
    found: Names = {}
    for old, new in pairs("names.txt"):
        module, _, name = old.partition(":")
        found.setdefault(f"{PACKAGE}.{module}", {})[name] = new
    return found


def handed_on(names: Names, trees: dict[str, ast.Module]) -> Names:
    """The same with the modules that import such a name and are imported from in turn."""
    known = {module_of(path) for path in trees}
    grown = {module: dict(inside) for module, inside in names.items()}
    growing = True
    while growing:
        growing = False
        for path, tree in trees.items():
            own = grown.setdefault(module_of(path), {})
            for node in (each for each in tree.body if isinstance(each, ast.ImportFrom)):
                inside = grown.get(base_of(path, node), {})
                for alias in node.names if inside else ():
                    plain = alias.asname in (None, alias.name) and f"{base_of(path, node)}.{alias.name}" not in known
                    if plain and alias.name in inside and alias.name not in own:
                        own[alias.name] = inside[alias.name]
                        growing = True
    return grown


class Renaming:
    """One file: which of its words get which new ones."""

    def __init__(self, path: str, tree: ast.Module, names: Names, known: set[str]) -> None:
        self._names = names
        self.bare = dict(names.get(module_of(path), {}))
        self._behind: dict[tuple[int, int], str] = {}
        self._before_as: dict[tuple[int, str], str] = {}
        modules: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                base = base_of(path, node)
                for alias in node.names:
                    new = names.get(base, {}).get(alias.name)
                    if f"{base}.{alias.name}" in known:
                        modules[alias.asname or alias.name] = f"{base}.{alias.name}"
                    elif new and alias.asname:
                        self._before_as[(alias.lineno, alias.name)] = new
                    elif new:
                        self.bare[alias.name] = new
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
                new = names.get(modules[node.value.id], {}).get(node.attr)
                if new:
                    self._behind[(node.end_lineno or 0, node.end_col_offset or 0)] = new

    def word(self, token: tokenize.TokenInfo, before: str, column: int) -> str:
        """The new form of a name; `before` is the token before it, `column` where it ends, in bytes."""
        if before == ".":
            return self._behind.get((token.end[0], column), token.string)
        return self._before_as.get((token.start[0], token.string)) or self.bare.get(token.string, token.string)

    def text(self, text: str, is_string: bool, before: str) -> str:
        """The new form of a comment or a string."""
        if "`" in text:
            for old, new in self.bare.items():
                text = re.sub(rf"`{old}(?=[`.(])", f"`{new}", text)
        if is_string and before in (":", "->", "[", ",") and text[1:-1] in self.bare:
            text = text[0] + self.bare[text[1:-1]] + text[-1]
        return self._code_in(text) if is_string and PACKAGE in text else text

    def _code_in(self, text: str) -> str:
        for module, inside in self._names.items():
            for old, new in inside.items():
                text = re.sub(rf"\b{re.escape(module)}\.{old}\b(?!\.py)", f"{module}.{new}", text)
                if re.search(rf"from {re.escape(module)} import [^\n;]*\b{old}\b", text):
                    text = re.sub(rf"(?<![\w.]){old}\b", new, text)
        return text


def renamed(text: str, renaming: Renaming) -> str:
    """The text of a file with the new names."""
    lines, edits, before = text.split("\n"), [], ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        new = token.string
        if token.type == tokenize.NAME:
            new = renaming.word(token, before, len(lines[token.end[0] - 1][: token.end[1]].encode()))
        elif token.type in (tokenize.STRING, tokenize.COMMENT):
            new = renaming.text(token.string, token.type == tokenize.STRING, before)
        if new != token.string:
            edits.append((token.start, token.end, new))
        if token.type not in (tokenize.NL, tokenize.COMMENT):
            before = token.string
    for (first, start), (last, end), new in sorted(edits, reverse=True):
        whole = lines[first - 1][:start] + new + lines[last - 1][end:]
        lines[first - 1 : last] = whole.split("\n")
    return "\n".join(lines)


def main() -> int:
    """Rename everything."""
    trees = {path: ast.parse((ROOT / path).read_text(encoding="utf-8")) for path in python_files()}
    known, names = {module_of(path) for path in trees}, handed_on(wanted(), trees)
    changed = 0
    for path, tree in trees.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        made = renamed(text, Renaming(path, tree, names, known))
        if made != text:
            (ROOT / path).write_text(made, encoding="utf-8")
            changed += 1
    print(f"{changed} filer ändrade.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
