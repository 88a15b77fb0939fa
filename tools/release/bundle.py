"""Put the pure Python libraries the plugin needs into its own namespace, so that they meet nobody else's versions.

They land in `strukturbild_plugin/_bundled/`; every import of them, in the plugin and among themselves, is rewritten.
"""

from __future__ import annotations

import ast
import shutil
from importlib import metadata
from pathlib import Path

BUNDLED = {"pypdf": "pypdf", "typing_extensions": "typing_extensions"}
"""Import name -> distribution."""
NAMESPACE = "strukturbild_plugin._bundled"
LICENCE_WORDS = ("LICENSE", "LICENCE", "COPYING", "AUTHORS")


class BundleError(Exception):
    """A library is missing, or an import of it has a form that is not understood."""


def bundle(tree: Path) -> None:
    """Copy the libraries into the plugin at `tree` and rewrite all imports of them there."""
    place = tree / "_bundled"
    place.mkdir()
    (place / "__init__.py").write_text(
        '"""Libraries that follow with the plugin, each under its own licence (see the folders beside)."""\n',
        encoding="utf-8",
    )
    for name, distribution in BUNDLED.items():
        _copy(name, metadata.distribution(distribution), place)
    for file in sorted(tree.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        rewritten = rewrite(source, str(file.relative_to(tree)))
        if rewritten != source:
            file.write_text(rewritten, encoding="utf-8")


def rewrite(source: str, name: str) -> str:
    """`source` with every import of a bundled library going to the plugin's own copy."""
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.ImportFrom) and not node.level and _top(node.module or "") in BUNDLED:
            line = node.lineno - 1
            lines[line] = lines[line].replace(f"from {node.module}", f"from {NAMESPACE}.{node.module}", 1)
        elif isinstance(node, ast.Import) and any(_top(alias.name) in BUNDLED for alias in node.names):
            line = node.lineno - 1
            lines[line] = lines[line].replace(ast.unparse(node), _as_from(node, name), 1)
    result = "".join(lines)
    _check(result, name)
    return result


def _as_from(node: ast.Import, name: str) -> str:
    if len(node.names) != 1:
        raise BundleError(f"{name}:{node.lineno}: importera ett bibliotek per rad")
    alias = node.names[0]
    parent, _, last = alias.name.rpartition(".")
    if parent and not alias.asname:
        raise BundleError(f"{name}:{node.lineno}: skriv `from {parent} import {last}`")
    package = f"{NAMESPACE}.{parent}" if parent else NAMESPACE
    return f"from {package} import {last}" + (f" as {alias.asname}" if alias.asname else "")


def _check(source: str, name: str) -> None:
    for node in ast.walk(ast.parse(source, name)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        if any(_top(each) in BUNDLED for each in names):
            raise BundleError(f"{name}:{node.lineno}: importen gick inte att skriva om")  # type: ignore[attr-defined]


def _top(module: str) -> str:
    return module.split(".")[0]


def _copy(name: str, distribution: metadata.Distribution, place: Path) -> None:
    licences = place / "licences" / name
    for entry in distribution.files or ():
        source = Path(str(distribution.locate_file(entry)))
        if entry.parts[0] in (name, f"{name}.py") and entry.suffix == ".py":
            target = place / Path(*entry.parts)
        elif any(word in entry.name.upper() for word in LICENCE_WORDS) and "dist-info" in entry.parts[0]:
            target = licences / entry.name
        else:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    if not licences.is_dir() or not any((place / each).exists() for each in (name, f"{name}.py")):
        raise BundleError(f"{name} {distribution.version} har inte det som ska följa med (kod och licens)")
