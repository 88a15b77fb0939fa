"""Every sentence a user may see has an English twin, and none of them slips past the collector."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tools.release.translations import PACKAGE, collect, missing, read_english, write_english

SHOWN_BY = {
    *("setText", "setWindowTitle", "setToolTip", "setPlaceholderText", "setTitle", "setStatusTip", "setWhatsThis"),
    *("setSpecialValueText", "setInformativeText", "setAccessibleName", "setHeaderLabels", "addTab", "addRow"),
    *("QAction", "addMenu", "QLabel", "QPushButton", "QGroupBox", "QCheckBox", "QRadioButton", "heading"),
    *("quiet", "pushMessage", "pushInfo", "pushWarning", "reportError", "setProgressText"),
    *("insertGroup", "addGroup", "warn", "well"),
    *("ask_text", "ask_choice", "ask_file", "ask_files", "ask_folder", "ask_destination", "ask_folder_destination"),
    *("ask_yes_no", "ask_number", "QgsProcessingOutputString", "QgsProcessingOutputNumber"),
}
CODES = re.compile(r"[A-Z_]+|[a-z_0-9]+|[^A-Za-zÅÄÖåäö]*|[A-Za-z]+ \(\*\.[a-z]+\)|\[?\{.*")
"""Texts that are no words: codes, signs, file kinds, formatted values."""


def test_every_text_has_finished_english() -> None:
    collected = collect()
    assert not collected.faults
    assert len(collected.texts) > 100
    assert missing(collected.texts, read_english()) == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    def names(text: str) -> list[str]:
        return sorted(re.findall(r"\{([^{}]*)\}", text))

    english = read_english()
    differ = [text for text in collect().texts if text in english and names(text) != names(english[text])]
    assert differ == []


def test_english_texts_are_english() -> None:
    swedish = re.compile(r"\b(och|inte|filen|är|för|ska|välj|kunde|måste|finns)\b", re.IGNORECASE)
    quoted = re.compile(r"\{.*?\}|[”\"“].*?[”\"]")
    assert [text for text in read_english().values() if swedish.search(quoted.sub("", text))] == []


def test_the_plugin_has_one_name() -> None:
    """Swedish QGIS has *Plugin* in its menus; in a sentence it is an insticksprogram, and nothing else."""
    other = re.compile(r"\b(instick|insticket|tillägget|pluginen|pluginet)\b", re.IGNORECASE)
    root = PACKAGE.parent
    pages = [*root.glob("*.md"), *root.glob("docs/*.md"), root / "metadata.txt", *root.glob("templates/**/*.yaml")]
    assert [text for text in collect().texts if other.search(text)] == []
    assert [page.name for page in pages if other.search(page.read_text(encoding="utf-8"))] == []


def test_no_shown_text_stands_outside_tr() -> None:
    bare = [
        f"{path.name}:{call.lineno}: {text.value}"
        for path in [*sorted(PACKAGE.glob("gui/*.py")), *sorted(PACKAGE.glob("processing/*.py")), PACKAGE / "plugin.py"]
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _name(call.func) in SHOWN_BY
        for text in _literals(call)
        if not CODES.fullmatch(text.value)
    ]
    assert bare == []


def test_the_collector_sees_what_it_should(tmp_path: Path) -> None:
    package = tmp_path / "rum"
    package.mkdir()
    (package / "a.py").write_text('x = tr("Ett " "ord")\ny = tr("Ett ord")\nz = tr(f"{x}")\nw = tr(x)\n', "utf-8")
    collected = collect(package)
    assert collected.texts == {"Ett ord": ("rum/a.py",)}
    assert len(collected.faults) == 2


def test_the_file_keeps_what_is_translated(tmp_path: Path) -> None:
    file = tmp_path / "en.ts"
    write_english({"Ett & två": ("a.py",), "Tre": ("a.py", "b.py")}, {"Ett & två": "One < two", "Borta": "Gone"}, file)
    assert read_english(file) == {"Ett & två": "One < two"}


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literals(call: ast.Call) -> list[ast.Constant]:
    """String literals that are direct arguments (or in a list that is), not those given to tr."""
    arguments = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in ("text", "label"))]
    arguments += [inner for one in arguments if isinstance(one, ast.List) for inner in one.elts]
    return [one for one in arguments if isinstance(one, ast.Constant) and isinstance(one.value, str)]
