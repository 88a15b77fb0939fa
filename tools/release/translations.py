"""The English texts: collect every tr("..."), keep resources/i18n/strukturbild_en.ts up to date, compile it.

`python -m tools.release.translations` updates and compiles; `--check` changes nothing. Both list what lacks a
translation and fail when something does. The source language is Swedish and needs no file.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "strukturbild_plugin"
ENGLISH = ROOT / "resources" / "i18n" / "strukturbild_en.ts"
CONTEXT = "strukturbild"
RELEASERS = ("lrelease", "lrelease-qt5", "lrelease-qt6", "lrelease6", "pyside6-lrelease")

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="en" sourcelanguage="sv">\n'


@dataclass(frozen=True)
class Collected:
    """`texts`: each Swedish text and the files it stands in. `faults`: calls that cannot be collected."""

    texts: dict[str, tuple[str, ...]]
    faults: tuple[str, ...]


def collect(package: Path = PACKAGE) -> Collected:
    """Every literal given to `tr` in the package, in the order of files and lines."""
    places: dict[str, list[str]] = {}
    faults: list[str] = []
    for path in sorted(package.rglob("*.py")):
        if "_bundled" in path.parts:
            continue
        name = path.relative_to(package.parent).as_posix()
        for call in _calls_of_tr(ast.parse(path.read_text(encoding="utf-8"), name)):
            text = call.args[0] if len(call.args) == 1 else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str) and not call.keywords:
                where = places.setdefault(text.value, [])
                if name not in where:
                    where.append(name)
            elif name != "strukturbild_plugin/i18n.py":
                faults.append(f"{name}:{call.lineno}: tr() ska ha en ordagrann text")
    return Collected({text: tuple(where) for text, where in places.items()}, tuple(faults))


def read_english(path: Path = ENGLISH) -> dict[str, str]:
    """Swedish text -> English, finished ones alone."""
    if not path.is_file():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            found[message.findtext("source", "")] = translation.text
    return found


def missing(texts: Iterable[str], english: Mapping[str, str]) -> list[str]:
    """Texts without a finished translation."""
    return [text for text in texts if not english.get(text, "").strip()]


def write_english(texts: Mapping[str, Iterable[str]], english: Mapping[str, str], path: Path = ENGLISH) -> None:
    """The Qt Linguist file: every text once, the untranslated marked, those no longer used left out."""
    lines = [_HEAD, f"<context>\n    <name>{CONTEXT}</name>\n"]
    for text, files in texts.items():
        translation = english.get(text, "")
        mark = "" if translation.strip() else ' type="unfinished"'
        lines.append("    <message>\n")
        lines.extend(f'        <location filename="../../{name}"/>\n' for name in files)
        lines.append(f"        <source>{escape(text)}</source>\n")
        lines.append(f"        <translation{mark}>{escape(translation)}</translation>\n    </message>\n")
    lines.append("</context>\n</TS>\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(lines), encoding="utf-8")


def compile_english(path: Path = ENGLISH) -> Path | None:
    """The .qm that QGIS loads, beside the .ts; None when Qt's lrelease is not installed."""
    releaser = next((found for name in RELEASERS if (found := shutil.which(name))), None)
    if releaser is None:
        return None
    compiled = path.with_suffix(".qm")
    subprocess.run([releaser, "-silent", str(path), "-qm", str(compiled)], check=True)
    return compiled


def _calls_of_tr(tree: ast.Module) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "tr"]
    return sorted(named, key=lambda call: call.lineno)


def main(arguments: list[str] | None = None) -> int:
    """Update (or check) and report; 1 when something is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing")
    checking = parser.parse_args(arguments).check
    collected, english = collect(), read_english()
    if not checking:
        write_english(collected.texts, english)
        if compile_english() is None:
            print("lrelease saknas: texterna kompilerades inte (apt: qttools5-dev-tools).")
    lacking = missing(collected.texts, english)
    for line in (*collected.faults, *(f"Saknar engelska: {text}" for text in lacking)):
        print(line)
    print(f"{len(collected.texts)} texter, {len(lacking)} utan engelska.")
    return 1 if lacking or collected.faults else 0


if __name__ == "__main__":
    sys.exit(main())
