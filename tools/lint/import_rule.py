"""Which room may import which (docs/architecture.md): read from the syntax tree, imports inside functions included."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.lint.rooms import FOLDERS, MAY_USE_TESTS, ROOMS, TOOLS, ranks

PACKAGE = "strukturbild_plugin"
PURE_ROOMS = ("yaml_reader", "catalogue", "goals")
WITH_WINDOWS = ("gui", "plugin", "__init__")
WINDOWS = ("qgis.gui", "qgis.utils", "qgis.PyQt.QtWidgets", "processing", "qgis.processing")
LATE = ("yaml", "jinja2", "pypdf", "openpyxl", "lxml", "numpy", "reportlab", "PIL")
"""Imported, if at all, only inside functions: QGIS should not start slower for them."""
AT_RUN_TIME = {"qgis", "osgeo", "yaml", "jinja2", "markupsafe", "pypdf", "processing", "sip"}
"""What QGIS ships, and what tools/release/package.py bundles (pypdf)."""


GDAL = ("osgeo", "gdal", "ogr", "osr")
GDAL_OF_ITS_OWN = ("compat", "store.importing.reading.child_reader")
"""Where GDAL is imported: for all of the plugin, and in the program of the child process, which has nothing of it."""


@dataclass(frozen=True)
class Import:
    """One imported module: `name` is 'room.module' within the package, else absolute."""

    name: str
    line: int
    inside: bool
    late: bool


def read_modules(package: Path) -> dict[str, ast.Module]:
    """Every module of the package by its name within it ('store.create'); a room's own file is 'store.__init__'."""
    modules = {}
    for path in sorted(package.rglob("*.py")):
        relative = path.relative_to(package)
        if "_bundled" not in relative.parts:
            modules[".".join(relative.with_suffix("").parts)] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return modules


def import_breaches(modules: Mapping[str, ast.Module]) -> list[str]:
    """Every breach of the import rules, as 'file:line: sentence'."""
    imports = {name: list(imports_of(name, tree, modules)) for name, tree in modules.items()}
    found: list[str] = []
    for module, targets in imports.items():
        where = f"{PACKAGE}/{module.replace('.', '/')}.py"
        for target in targets:
            found.extend(f"{where}:{target.line}: {why}" for why in _faults(module, target))
        found.extend(f"{where}:{line}: {why}" for line, why in _past_compat(module, modules[module]))
    found.extend(_impure(imports))
    found.extend(f"ringimport: {' -> '.join(ring)}" for ring in circles(imports))
    return found


def imports_of(module: str, tree: ast.Module, modules: Mapping[str, ast.Module]) -> Iterator[Import]:
    """What `module` imports anywhere in its file."""
    functions = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    late = {id(inner) for function in functions for inner in ast.walk(function)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield _resolved(alias.name, "", node.lineno, id(node) in late, modules)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            for alias in node.names:
                yield _resolved(base, alias.name, node.lineno, id(node) in late, modules)


def circles(imports: Mapping[str, list[Import]]) -> list[list[str]]:
    """Rings of modules that import each other, each once."""
    done: set[str] = set()
    rings: list[list[str]] = []

    def visit(name: str, path: list[str]) -> None:
        if name in path:
            rings.append([*path[path.index(name) :], name])
            return
        if name in done:
            return
        for target in dict.fromkeys(each.name for each in imports.get(name, ()) if each.inside and each.name != name):
            visit(target, [*path, name])
        done.add(name)

    for name in imports:
        visit(name, [])
    return rings


def _past_compat(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    return iter(()) if module in GDAL_OF_ITS_OWN else gdal_past_compat(tree)


def gdal_past_compat(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Where GDAL is imported by itself: whether it raises would then depend on what else runs in the process."""
    found: list[tuple[int, object]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.append((node.lineno, node.module))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("import_module", "__import__"):
            found += [(node.lineno, word.value) for word in node.args if isinstance(word, ast.Constant)]
    for line, name in found:
        if isinstance(name, str) and name.split(".")[0] in GDAL:
            yield line, "importerar GDAL själv; ta gdal, ogr, osr och raising_gdal ur compat"


def _absolute(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = [PACKAGE, *module.split(".")][: -node.level]
    return ".".join([*package, *((node.module or "").split(".") if node.module else ())])


def _resolved(base: str, name: str, line: int, late: bool, modules: Mapping[str, ast.Module]) -> Import:
    if base != PACKAGE and not base.startswith(PACKAGE + "."):
        # `from qgis.PyQt import QtWidgets` and `from qgis import processing` name modules too.
        longer = f"{base}.{name}" if name and base in ("qgis", "qgis.PyQt", "osgeo") else base
        return Import(longer, line, False, late)
    inner = base[len(PACKAGE) + 1 :]
    longer = f"{inner}.{name}" if inner else name
    for candidate in (longer, f"{longer}.__init__", inner, f"{inner}.__init__" if inner else "__init__"):
        if candidate in modules:
            return Import(candidate, line, True, late)
    return Import(inner or name, line, True, late)


def _faults(module: str, target: Import) -> Iterator[str]:
    room = module.split(".")[0]
    if target.inside:
        yield from _upward(module, target)
        return
    top = target.name.split(".")[0]
    if top in ("PyQt5", "PyQt6", "PySide2", "PySide6", "sip"):
        yield f"importerar {target.name}; bara qgis.PyQt"
    elif room not in WITH_WINDOWS and any(f"{target.name}.".startswith(f"{name}.") for name in WINDOWS):
        yield f"importerar {target.name}; fönster hör till gui/"
    if top not in AT_RUN_TIME and top not in sys.stdlib_module_names:
        yield f"importerar {top}, som varken QGIS eller zip-filen har med sig"
    if top in LATE and not target.late:
        yield f"importerar {top} vid start; gör det inne i funktionen som behöver det"


def _upward(module: str, target: Import) -> Iterator[str]:
    """A room that imports a higher one, or within a room a folder that imports a higher one or one on its own line."""
    here, there = module.split("."), target.name.split(".")
    rank = ranks(ROOMS)
    for name in (here[0], there[0]):
        if name not in rank:
            yield f"rummet {name} finns inte i husets ordning (tools/lint/rooms.py)"
            return
    if rank[there[0]] > rank[here[0]]:
        yield f"{here[0]} importerar uppåt: {target.name}"
    elif here[0] == there[0] and here[0] in FOLDERS and here[1] != "__init__" != there[1] and here[1] != there[1]:
        yield from _up_a_stair(here[0], here[1], there[1], target.name)


def _up_a_stair(room: str, here: str, there: str, name: str) -> Iterator[str]:
    rank = ranks(FOLDERS[room])
    unknown = [one for one in (here, there) if one not in rank]
    if unknown:
        yield f"{room}/{unknown[0]} finns inte i rummets ordning (tools/lint/rooms.py)"
    elif rank[there] >= rank[here]:
        yield f"{room}/{here} importerar uppåt eller åt sidan: {name}"


def tool_breaches(trees: Mapping[str, ast.Module]) -> list[str]:
    """Breaches of the order among tools (named 'tools.lint.house'), as 'file:line: sentence'; tests only by helpers."""
    rank = ranks(TOOLS)
    found: list[str] = []
    imports = {name: list(_imports_of_tool(name, tree, trees)) for name, tree in trees.items()}
    for module, targets in imports.items():
        here = module.split(".")[1]
        for target in targets:
            where = f"{module.replace('.', '/')}.py:{target.line}"
            top, there = target.name.split(".")[0], [*target.name.split("."), "__init__"][1]
            if top == "tests" and (here not in MAY_USE_TESTS or target.name.split(".")[-1].startswith("test_")):
                found.append(f"{where}: tools/{here} importerar ur testen: {target.name}")
            elif top == "tools" and here != there and rank.get(there, -1) >= rank.get(here, -1) and there != "__init__":
                found.append(f"{where}: tools/{here} importerar uppåt eller åt sidan: {target.name}")
    found.extend(f"ringimport: {' -> '.join(ring)}" for ring in circles(imports))
    return found


def _imports_of_tool(module: str, tree: ast.Module, trees: Mapping[str, ast.Module]) -> Iterator[Import]:
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, (ast.Import, ast.ImportFrom)) else []
        if isinstance(node, ast.ImportFrom):
            parts = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*parts, *([node.module] if node.module else [])])
            names = [f"{base}.{name}" if f"{base}.{name}" in trees else base for name in names]
        for name in names:
            yield Import(name, node.lineno, True, False)  # type: ignore[attr-defined]


def _impure(imports: Mapping[str, list[Import]]) -> Iterator[str]:
    """Pure rooms reach no qgis, not even through another module."""
    for start in imports:
        if start.split(".")[0] not in PURE_ROOMS:
            continue
        seen, queue = {start}, [start]
        while queue:
            module = queue.pop()
            for target in imports.get(module, ()):
                if target.inside and target.name not in seen:
                    seen.add(target.name)
                    queue.append(target.name)
                elif not target.inside and target.name.split(".")[0] in ("qgis", "osgeo", "processing"):
                    via = "" if module == start else f" genom {module}"
                    yield f"{PACKAGE}/{start.replace('.', '/')}.py: ska vara ren Python men når {target.name}{via}"
