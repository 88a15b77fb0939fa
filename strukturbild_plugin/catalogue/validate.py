"""Checks what a catalogue or template file says, field by field, and collects every fault with its place.

A problem reads: file, place (line): what is wrong, allowed values, the nearest suggestion.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any, Collection, Iterator, Mapping

from ..i18n import tr
from .model import Text

MAX_SHOWN = 300
"""More problems than this are counted, not written out: a hostile file must not fill the screen."""
MAX_TEXT = 4000
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_WHOLE = re.compile(r"[-+]?\d{1,9}")
_NUMBER = re.compile(r"[-+]?\d{1,9}(\.\d{1,9})?")
_YES, _NO = ("true", "ja", "1"), ("false", "nej", "0", "")


@dataclass(frozen=True)
class SourceLocation:
    """Where something stands: 'klasser/bebyggelse.yaml, klass 'nod', nivå 'regional' (rad 34)'."""

    file: str
    parts: tuple[str, ...] = ()
    rad: int = 0

    def at(self, part: str, rad: int = 0) -> SourceLocation:
        """A place inside this one."""
        return SourceLocation(self.file, (*self.parts, part), rad or self.rad)

    def line(self, rad: int) -> SourceLocation:
        """The same place, with its line."""
        return replace(self, rad=rad)

    def __str__(self) -> str:
        where = ", ".join((self.file, *self.parts))
        return tr("{place} (rad {line})").format(place=where, line=self.rad) if self.rad else where


class Problems:
    """The faults found so far."""

    def __init__(self) -> None:
        self._found: list[tuple[SourceLocation, str]] = []
        self._more = 0

    def add(self, place: SourceLocation, what: str) -> None:
        """Note one fault."""
        if len(self._found) < MAX_SHOWN:
            self._found.append((place, what))
        else:
            self._more += 1

    def take(self, others: Problems) -> None:
        """Note the faults that were found elsewhere."""
        for place, what in others._found:
            self.add(place, what)

    def __bool__(self) -> bool:
        return bool(self._found)

    def full(self) -> bool:
        """Whether further faults are only counted: no use in working out a suggestion for them."""
        return len(self._found) >= MAX_SHOWN

    def sentences(self) -> tuple[str, ...]:
        """All faults, file by file and down each file."""
        files = list(dict.fromkeys(place.file for place, _what in self._found))
        ordered = sorted(self._found, key=lambda found: (files.index(found[0].file), found[0].rad))
        more = (tr("... och {n} fel till.").format(n=self._more),) if self._more else ()
        return (*(f"{place}: {what}" for place, what in ordered), *more)


class Fields:
    """The fields of one block, taken one by one; `done` reports what nobody asked for."""

    def __init__(self, block: object, place: SourceLocation, problems: Problems, complete: bool = True) -> None:
        """`complete`: texts are required in both languages (the shipped files), else Swedish is enough."""
        self.place, self.problems, self.complete = place, problems, complete
        self._taken: dict[str, None] = {}
        self._block: Mapping[str, Any] = block if isinstance(block, Mapping) else {}
        self._hopeless = False
        if not isinstance(block, Mapping):
            self.problem(tr("Här ska det stå underrubriker med värden, men det står {got}.").format(got=_kind(block)))
            self._hopeless = True

    def problem(self, what: str) -> None:
        """Note a fault in this block; when it is no block at all, that is said once and enough."""
        if not self._hopeless:
            self.problems.add(self.place, what)

    def has(self, key: str) -> bool:
        """Whether the field is there with a value."""
        return self._take(key) is not None

    def text(self, key: str, required: bool = True) -> str:
        """A text; '' when absent."""
        value = self._take(key)
        if value is None:
            if required:
                self.problem(tr("'{key}' saknas.").format(key=key))
            return ""
        if not _is_plain(value):
            self.problem(tr("'{key}' ska vara en text, men är {got}.").format(key=key, got=_kind(value)))
            return ""
        return self._tidy(key, str(value), required)

    def both(self, key: str, required: bool = True) -> Text:
        """A text in Swedish and English: `namn: {sv: Nod, en: Node}`. A plain text is taken as Swedish."""
        value = self._take(key)
        if value is None:
            if required:
                self.problem(tr("'{key}' saknas. Skriv till exempel {key}: {{sv: ..., en: ...}}.").format(key=key))
            return Text("", "")
        if _is_plain(value):
            value = {"sv": value}
        inner = Fields(value, self.place.at(f"'{key}'"), self.problems, self.complete)
        texts = Text(inner.text("sv"), inner.text("en", required=self.complete))
        inner.done()
        return texts

    def code(self, key: str, required: bool = True) -> str:
        """A well-formed code; '' when absent."""
        kod = self.text(key, required)
        if kod and not CODE.fullmatch(kod):
            self.problem(tr("'{key}' är '{value}'.").format(key=key, value=kod[:60]) + " " + code_help())
            return ""
        return kod

    def choice(self, key: str, allowed: Collection[str], required: bool = True) -> str:
        """One of `allowed`; '' when absent or wrong."""
        value = self.text(key, required)
        if not value or value in allowed:
            return value
        self._not_allowed(tr("'{key}' är '{value}'. {help}"), key, value, allowed)
        return ""

    def codes(
        self, key: str, allowed: Collection[str] | None, required: bool = False, pattern: re.Pattern[str] = CODE
    ) -> tuple[str, ...]:
        """A list of codes, each once and each one of `allowed` (None: any that is written like `pattern`)."""
        value = self._take(key)
        if value is None:
            if required:
                self.problem(tr("'{key}' saknas. Skriv en lista: [kod1, kod2].").format(key=key))
            return ()
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
            self.problem(tr("'{key}' ska vara en lista av koder: [kod1, kod2].").format(key=key))
            return ()
        once = self._each_once(key, value)
        return tuple(dict.fromkeys(item for item in once if self._known(key, item, allowed, pattern)))

    def words(self, key: str, required: bool = True) -> tuple[str, ...]:
        """A list of texts, each once."""
        value = self._take(key)
        if value is None and not required:
            return ()
        if not isinstance(value, (list, tuple)) or not value or not all(isinstance(item, str) for item in value):
            self.problem(tr("'{key}' ska vara en lista av ord: [ord1, ord2].").format(key=key))
            return ()
        return tuple(dict.fromkeys(self._tidy(key, item, True) for item in self._each_once(key, value)))

    def integer(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number within the limits. Without a default it is required."""
        return int(self._numeric(key, _WHOLE, tr("ett heltal"), least, most, default))

    def number(self, key: str, least: float, most: float, default: float | None = None) -> float:
        """A number within the limits, with a decimal point. Without a default it is required."""
        return float(self._numeric(key, _NUMBER, tr("ett tal (med punkt, till exempel 2.5)"), least, most, default))

    def yes_no(self, key: str) -> bool:
        """ja/nej or true/false; absent is no."""
        value = self.text(key, required=False).lower()
        if value not in (*_YES, *_NO):
            self.problem(tr("'{key}' ska vara ja eller nej.").format(key=key))
        return value in _YES

    def blocks(
        self, key: str, label: str, pattern: re.Pattern[str] = CODE, empty: bool = False
    ) -> Iterator[tuple[str, Fields]]:
        """Each `kod: {...}` under `key`, with the fields of its block; badly formed codes are noted and left out.

        `empty`: a code may stand by itself, as `kod:`.
        """
        if self._take(key) is not None:
            inside = self.inside(key)
            inside.place = self.place.line(inside.place.rad)
            yield from inside.every(label, pattern, empty)

    def inside(self, key: str) -> Fields:
        """The fields of the block under `key`."""
        value = self._take(key)
        return Fields(value, self.place.at(f"'{key}'", getattr(value, "rad", 0)), self.problems, self.complete)

    def every(self, label: str, pattern: re.Pattern[str] = CODE, empty: bool = False) -> Iterator[tuple[str, Fields]]:
        """Each `kod: {...}` of this block itself; `empty`: or `kod:` alone."""
        for kod, inner in self._block.items():
            self._take(kod)
            place = self.place.at(f"{label} '{str(kod)[:60]}'", getattr(inner, "rad", 0))
            if not isinstance(kod, str) or not pattern.fullmatch(kod):
                self.problems.add(place, code_help())
                continue
            yield kod, Fields({} if inner is None and empty else inner, place, self.problems, self.complete)

    def items(self, key: str, label: str) -> Iterator[Fields]:
        """Each block of the list under `key`."""
        value = self._take(key)
        if value is None:
            return
        if not isinstance(value, list):
            sentence = tr("Under '{key}' ska det stå en lista, där varje del börjar med ett bindestreck.")
            self.problem(sentence.format(key=key))
            return
        for number, inner in enumerate(value, start=1):
            place = self.place.at(f"{label} {number}", getattr(inner, "rad", 0))
            yield Fields(inner, place, self.problems, self.complete)

    def done(self) -> None:
        """Report fields that mean nothing here."""
        for key, value in self._block.items():
            if key in self._taken:
                continue
            if value is None:
                comma = tr(
                    "'{key}' står för sig själv. En text med komma behöver citattecken, och tal skrivs med punkt."
                )
                self.problem(comma.format(key=str(key)[:60]))
                continue
            self._not_allowed(tr("'{key}' betyder ingenting här. {help}"), str(key)[:60], str(key), self._taken)

    def _not_allowed(self, sentence: str, key: str, value: str, allowed: Collection[str]) -> None:
        help_text = "" if self.problems.full() else allowed_text(value, allowed)
        self.problem(sentence.format(key=key, value=value[:60], help=help_text))

    def _take(self, key: str) -> Any:
        self._taken[key] = None
        return self._block.get(key)

    def _tidy(self, key: str, text: str, required: bool) -> str:
        text = text.strip()
        if len(text) > MAX_TEXT:
            self.problem(tr("'{key}' är längre än {n} tecken.").format(key=key, n=MAX_TEXT))
            return text[:MAX_TEXT]
        if required and not text:
            self.problem(tr("'{key}' är tom.").format(key=key))
        return text

    def _each_once(self, key: str, codes: Collection[str]) -> tuple[str, ...]:
        for kod in (kod for kod, times in Counter(codes).items() if times > 1):
            self.problem(tr("'{value}' står flera gånger i '{key}'.").format(value=kod[:60], key=key))
        return tuple(codes)

    def _known(self, key: str, kod: str, allowed: Collection[str] | None, pattern: re.Pattern[str]) -> bool:
        if allowed is None:
            fits = pattern.fullmatch(kod) is not None
            if not fits and pattern is CODE:
                self.problem(f"'{key}': '{kod[:60]}': {code_help()}")
            elif not fits:
                self.problem(
                    tr("'{key}' nämner '{value}', som inte är skrivet som det ska.").format(key=key, value=kod[:60])
                )
            return fits
        if kod not in allowed:
            self._not_allowed(tr("'{key}' nämner '{value}'. {help}"), key, kod, allowed)
        return kod in allowed

    def _numeric(
        self, key: str, pattern: re.Pattern[str], kind: str, least: float, most: float, default: float | None
    ) -> float:
        text = self.text(key, required=default is None)
        if text and pattern.fullmatch(text) and least <= float(text) <= most:
            return float(text)
        if text:
            self.problem(
                tr("'{key}' är '{value}' men ska vara {kind} mellan {least} och {most}.").format(
                    key=key, value=text[:60], kind=kind, least=f"{least:g}", most=f"{most:g}"
                )
            )
        return least if default is None else default


def allowed_text(value: str, allowed: Collection[str]) -> str:
    """'Tillåtna värden: a, b. Menade du 'a'?'"""
    shown = sorted(allowed)
    values = ", ".join(shown[:60]) + (" ..." if len(shown) > 60 else "")
    sentence = tr("Tillåtna värden: {values}.").format(values=values)
    near = nearest(value, allowed)
    return sentence + " " + tr("Menade du '{value}'?").format(value=near) if near else sentence


def nearest(value: str, allowed: Collection[str]) -> str:
    """The allowed value most like `value`, or ''."""
    by_small = {kod.lower(): kod for kod in allowed}
    found = difflib.get_close_matches(value[:60].lower(), list(by_small), n=1, cutoff=0.5)
    return by_small[found[0]] if found else ""


def code_help() -> str:
    """How a code is written."""
    return tr("En kod skrivs med små bokstäver a-z, siffror och _, börjar med en bokstav och är högst 40 tecken.")


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float))


def _kind(value: object) -> str:
    if value is None:
        return tr("ingenting")
    if isinstance(value, (list, tuple)):
        return tr("en lista")
    if isinstance(value, Mapping):
        return tr("underrubriker")
    return f"'{str(value)[:60]}'"
