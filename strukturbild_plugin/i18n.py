"""One door for every sentence a user reads. The source language is Swedish; English comes from resources/i18n.

Pure rooms call `tr` too, so it knows nothing of Qt: the plugin hands in Qt's translator at start-up.
Write `tr("Filen {path} saknas.").format(path=path)`: a literal, formatted afterwards, so that it can be collected.
"""

from __future__ import annotations

from typing import Callable


def _as_written(text: str) -> str:
    return text


_translate: Callable[[str], str] = _as_written


def tr(text: str) -> str:
    """Give `text` (Swedish) in the language of the running QGIS."""
    return _translate(text)


def use_translator(translate: Callable[[str], str] | None) -> None:
    """Let `translate` answer for `tr`; None goes back to the Swedish source texts."""
    global _translate
    _translate = translate or _as_written
