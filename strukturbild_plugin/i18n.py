"""The texts of the user interface, translated. The source language is Swedish; English comes from resources/i18n.

Pure rooms call `tr` too, so it knows nothing of Qt: the plugin hands in Qt's translator at start-up. Write `tr("Filen
{path} saknas.").format(path=path)`: a literal, formatted afterwards, so that it can be collected.
"""

from __future__ import annotations

from typing import Callable, Iterable


def _as_written(text: str) -> str:
    return text


_translate: Callable[[str], str] = _as_written


def tr(text: str) -> str:
    """`text` (Swedish) in the language of the running QGIS."""
    return _translate(text)


def joined(parts: Iterable[str]) -> str:
    """'a, b och c' in the language of the running QGIS; '' of nothing."""
    listed = list(parts)
    if len(listed) < 2:
        return "".join(listed)
    return tr("{places} och {last}").format(places=", ".join(listed[:-1]), last=listed[-1])


def use_translator(translate: Callable[[str], str] | None) -> None:
    """Set what `tr` translates with; None goes back to the Swedish source texts."""
    global _translate
    _translate = translate or _as_written
