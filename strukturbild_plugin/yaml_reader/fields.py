"""Takes what a file says field by field, and notes every fault with file, place, line and what to do.

The one answer to how a truth value, a number, a colour, a code and a text are written, whatever kind of file it is.
"""

from __future__ import annotations

import re
from typing import Any, Collection, Iterator, Sequence

from ..bilingual_text import NO_TEXT, Text
from ..i18n import tr
from .block import BlockKeys, is_plain
from .problems import SourceLocation
from .suggestions import CODE, code_help, shown
from .yaml_file import YamlBlock

MAX_TEXT = 4000
_INTEGER = re.compile(r"[-+]?\d{1,9}")
_NUMBER = re.compile(r"[-+]?(\d{1,9}(\.\d{0,20})?|\.\d{1,20})([eE][-+]?\d{1,2})?")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_YES, _NO = ("ja", "true", "yes", "on", "1"), ("nej", "false", "no", "off", "0", "")
MIN_YEAR, MAX_YEAR = 1900, 2200


class Fields(BlockKeys):
    """The fields of one block, taken one by one; `done` reports those that were not asked for.

    What is missing or wrong is reported to `problems` and answered with something harmless: '', (), False or the least
    number.
    """

    def text(
        self,
        key: str,
        required: bool = True,
        example: str = '"..."',
        most: int = MAX_TEXT,
        pattern: re.Pattern[str] | None = None,
        wanted: str = "",
    ) -> str:
        """A text without surrounding whitespace, at most `most` characters; '' when absent.

        `pattern`: what it must match (also when it is ''), named `wanted` in the message.
        """
        value = self._single(key, required, tr("en text"), example)
        if value is None:
            return ""
        text = self._tidy(key, value, required, most)
        if pattern is not None and not pattern.fullmatch(text):
            self.wrong(key, text, wanted)
            return ""
        return text

    def both(self, key: str, required: bool = True) -> Text:
        """A text in Swedish and English: `namn: {sv: Nod, en: Node}`. A plain text is taken as Swedish."""
        value = self.take(key)
        if value is None:
            if required:
                self.missing(key, "{sv: ..., en: ...}")
            return NO_TEXT
        if not is_plain(value):
            return self.inside(key).languages()
        inner = Fields({"sv": value}, self._place_of(key), self.problems, self.complete)
        return inner.languages()

    def languages(self) -> Text:
        """This block itself as a text in the two languages: `{sv: ..., en: ...}` and nothing else."""
        found = Text(self.text("sv"), self.text("en", required=self.complete))
        self.done()
        return found

    def code(self, key: str, required: bool = True) -> str:
        """A well-formed code; '' when absent."""
        kod = self.text(key, required, example="en_kod")
        if kod and not CODE.fullmatch(kod):
            self.problem(tr("'{key}' är '{value}'.").format(key=shown(key), value=shown(kod)) + " " + code_help(), key)
            return ""
        return kod

    def file_code(self, pattern: re.Pattern[str] = CODE, wanted: str = "") -> str:
        """The code of the whole file, under `kod`: the file's name without .yaml, written like `pattern` (`wanted`)."""
        stem = self.place.stem()
        kod = self.text("kod", example=stem)
        if kod and kod != stem:
            self.wrong("kod", kod, tr("filens namn utan .yaml, '{name}'").format(name=shown(stem)))
        elif kod and not pattern.fullmatch(kod):
            said = tr("små bokstäver a-z, siffror och _, med en bokstav först; döp om filen så att den heter likadant")
            self.wrong("kod", kod, wanted or said)
        return kod

    def choice(self, key: str, allowed: Collection[str], required: bool = True) -> str:
        """One of `allowed`; '' when absent or wrong."""
        value = self.text(key, required, example=next(iter(allowed), "..."))
        if not value or value in allowed:
            return value
        self.not_allowed(tr("'{key}' är '{value}'. {help}"), key, value, allowed)
        return ""

    def colour(self, key: str, required: bool = True) -> str:
        """A colour as '#rrggbb' in small letters; '' when absent or wrong."""
        example = '"#6e1a3a"'
        wanted = tr("en färg som {example}, inom citattecken").format(example=example)
        value = self._single(key, required, wanted, example)
        if value is None:
            return ""
        if not _COLOUR.fullmatch(value.strip()):
            self.wrong(key, value, wanted)
            return ""
        return value.strip().lower()

    def codes(
        self,
        key: str,
        allowed: Collection[str] | None,
        required: bool = False,
        pattern: re.Pattern[str] = CODE,
        wanted: str = "",
        example: str = "[kod1, kod2]",
    ) -> tuple[str, ...]:
        """A list of codes, each once and each one of `allowed` (None: any that is written like `pattern`: `wanted`)."""
        found = self._listed(key, tr("en lista: {example}").format(example=example), example, required)
        return tuple(kod for item, kod in found if self._known(key, item, kod, allowed, pattern, wanted))

    def words(self, key: str, required: bool = True) -> tuple[str, ...]:
        """A list of texts, each once; when required at least one."""
        wanted = tr("en lista: {example}").format(example="[ord1, ord2]")
        found = self._listed(key, wanted, "[ord1, ord2]", required)
        if required and self._block.get(key) == []:
            self.wrong(key, [], wanted)
        return tuple(self._tidy(key, word, True, MAX_TEXT, item) for item, word in found)

    def integer(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number within the limits. Without a default it is required."""
        value = self._single(key, default is None, _within(tr("ett heltal"), least, most), str(least))
        return int(self._within_limits(key, value, _INTEGER, tr("ett heltal"), least, most, default))

    def year(self, key: str) -> int | None:
        """A year, MIN_YEAR to MAX_YEAR; None when absent."""
        return self.integer(key, MIN_YEAR, MAX_YEAR) if self.has(key) else None

    def number(self, key: str, least: float, most: float, default: float | None = None) -> float:
        """A number within the limits, with a decimal point. Without a default it is required."""
        value = self._single(key, default is None, _within(_a_number(), least, most), f"{least:g}")
        return float(self._within_limits(key, value, _NUMBER, _a_number(), least, most, default))

    def numbers(self, key: str, least: float, most: float) -> tuple[float, ...]:
        """A list of numbers within the limits; () when absent."""
        wanted = tr("en lista: {example}").format(example="[2.2, 1.2]")
        found = self._listed(key, wanted, "[2.2, 1.2]", required=False, once=False)
        return tuple(
            self._within_limits(key, value, _NUMBER, _a_number(), least, most, None, item) for item, value in found
        )

    def yes_no(self, key: str) -> bool:
        """ja/nej, as YAML's own true/false, yes/no and on/off, and 1/0 out of tables; absent is no."""
        value = self._single(key, False, tr("ja eller nej"), "ja")
        if value is None or value.strip().lower() in _NO:
            return False
        if value.strip().lower() not in _YES:
            self.wrong(key, value, tr("ja eller nej"))
            return False
        return True

    def blocks(
        self, key: str, label: str, pattern: re.Pattern[str] = CODE, empty: bool = False, required: bool = False
    ) -> Iterator[tuple[str, Fields]]:
        """Each `kod: {...}` under `key`, with the fields of its block; badly formed codes are noted and left out.

        `empty`: a code may stand by itself, as `kod:`.
        """
        if required or self.take(key) is not None:
            inside = self.inside(key)
            inside.place = self.place.at_line(inside.place.line_number)
            yield from inside.every(label, pattern, empty)

    def inside(self, key: str, required: bool = True) -> Fields:
        """The fields of the block under `key`; when not `required`, an empty one when it is absent."""
        value = self.take(key)
        if value is not None:
            return Fields(value, self._place_of(key), self.problems, self.complete)
        nothing = Fields(YamlBlock(), self._place_of(key), self.problems, self.complete)
        if not required:
            return nothing
        self.problem(tr("'{key}' saknas. Skriv '{key}:' och värdena indragna under.").format(key=shown(key)), key)
        return nothing.silent()

    def every(self, label: str, pattern: re.Pattern[str] = CODE, empty: bool = False) -> Iterator[tuple[str, Fields]]:
        """Each `kod: {...}` of this block itself; `empty`: or `kod:` alone."""
        for kod, inner in self._block.items():
            self.take(kod)
            place = self.place.at(f"{label} '{shown(kod)}'", self.line_of(kod))
            if not isinstance(kod, str) or not pattern.fullmatch(kod):
                self.problems.add(place, code_help())
                continue
            yield kod, Fields({} if inner is None and empty else inner, place, self.problems, self.complete)

    def items(self, key: str, label: str, required: bool = False) -> Iterator[Fields]:
        """Each block of the list under `key`; when `required` at least one."""
        for item, inner in self._parts(key, required):
            place = self.place.at(f"{label} {item + 1}", self.line_of(key, item))
            yield Fields(inner, place, self.problems, self.complete)

    def rows(
        self, key: str, label: str, columns: Sequence[str], single: str = "", required: bool = False
    ) -> Iterator[Fields]:
        """Each row of a list of lists, `[[13.5, 59.4], ...]`, as a block with the keys `columns`.

        `single`: a part that is just a text has only this key.
        """
        for item, inner in self._parts(key, required):
            yield self._row(key, inner, columns, single, item, f"{label} {item + 1}")

    def row(self, key: str, columns: Sequence[str], single: str = "") -> Fields:
        """The list under `key`, `[13.5, 59.4]`, as such a block."""
        value = self.take(key)
        if value is None:
            self.missing(key, _shape(columns))
            return self._row(key, [None] * len(columns), columns, single, -1, f"'{key}'").silent()
        return self._row(key, value, columns, single, -1, f"'{key}'")

    def silent(self) -> Fields:
        """The same fields, reporting nothing more: what is wrong is already noted."""
        self._is_invalid = True
        return self

    def over(self, common: Fields) -> Fields:
        """These fields, and those of `common` where a key is absent here."""
        block = YamlBlock(self.place.line_number)
        for fields in (common, self):
            block.update(fields._block)
            block.line_numbers.update({key: fields.line_of(key) for key in fields._block})
        whole = Fields(block, self.place, self.problems, self.complete)
        whole._is_invalid = self._is_invalid
        return whole

    def _single(self, key: str, required: bool, wanted: str, example: str) -> str | None:
        """The single value as written; None when it is absent, or something else, which is then noted."""
        value = self.take(key)
        if value is None:
            if required:
                self.missing(key, example)
            return None
        if not is_plain(value):
            self.wrong(key, value, wanted)
            return None
        return str(value)

    def _listed(
        self, key: str, wanted: str, example: str, required: bool, once: bool = True
    ) -> Iterator[tuple[int, str]]:
        """Place and value of each part of the list under `key`, when it is one of single values."""
        value = self.take(key)
        if value is None:
            if required:
                self.missing(key, example)
            return
        if not isinstance(value, (list, tuple)):
            self.wrong(key, value, wanted)
            return
        for item, part in enumerate(value):
            if not isinstance(part, str):
                self.wrong(key, part, wanted, item)
                return
        seen: set[str] = set()
        for item, part in enumerate(value):
            if once and part in seen:
                sentence = tr("'{value}' står flera gånger i '{key}'. Ta bort den ena.")
                self.problem(sentence.format(value=shown(part), key=shown(key)), key, item)
                continue
            seen.add(part)
            yield item, part

    def _parts(self, key: str, required: bool) -> Iterator[tuple[int, Any]]:
        value = self.take(key)
        wanted = tr("en lista, där varje del börjar med ett bindestreck")
        if value is None:
            if required:
                self.problem(tr("'{key}' saknas. Det ska vara {wanted}.").format(key=shown(key), wanted=wanted), key)
        elif not isinstance(value, list) or (required and not value):
            self.wrong(key, value, wanted)
        else:
            yield from enumerate(value)

    def _row(self, key: str, value: Any, columns: Sequence[str], single: str, item: int, label: str) -> Fields:
        block = YamlBlock()
        if isinstance(value, list) and len(value) == len(columns):
            block.update(zip(columns, value))
            block.line_numbers.update(zip(columns, getattr(value, "line_numbers", ())))
        elif single and is_plain(value):
            block[single] = value
        else:
            self.wrong(key, value, tr("skrivet så: {shape}").format(shape=_shape(columns)), item)
            block = YamlBlock()
        place = self.place.at(label, self.line_of(key, item))
        fields = Fields(block, place, self.problems, self.complete)
        return fields if block else fields.silent()

    def _place_of(self, key: str) -> SourceLocation:
        return self.place.at(f"'{shown(key)}'", self.line_of(key))

    def _tidy(self, key: str, text: str, required: bool, most: int, item: int = -1) -> str:
        text = text.strip()
        if len(text) > most:
            sentence = tr("'{key}' är längre än {n} tecken. Korta texten.")
            self.problem(sentence.format(key=shown(key), n=most), key, item)
            return text[:most]
        if required and not text:
            self.problem(tr("'{key}' är tom. Skriv en text.").format(key=shown(key)), key, item)
        return text

    def _known(
        self, key: str, item: int, kod: str, allowed: Collection[str] | None, pattern: re.Pattern[str], wanted: str
    ) -> bool:
        if allowed is not None:
            if kod not in allowed:
                self.not_allowed(tr("'{key}' nämner '{value}'. {help}"), key, kod, allowed, item=item)
            return kod in allowed
        if pattern.fullmatch(kod):
            return True
        if pattern is CODE:
            self.problem(f"'{key}': '{shown(kod)}': {code_help()}", key, item)
        else:
            sentence = tr("'{key}' nämner '{value}', som ska vara {wanted}.")
            self.problem(sentence.format(key=shown(key), value=shown(kod), wanted=wanted), key, item)
        return False

    def _within_limits(
        self,
        key: str,
        value: str | None,
        pattern: re.Pattern[str],
        kind: str,
        least: float,
        most: float,
        default: float | None,
        item: int = -1,
    ) -> float:
        text = (value or "").strip()
        if text and pattern.fullmatch(text) and least <= float(text) <= most:
            return float(text)
        if text or (value is not None and default is None):
            self.wrong(key, text, _within(kind, least, most), item)
        return least if default is None else default


def _within(kind: str, least: float, most: float) -> str:
    return tr("{kind} mellan {least} och {most}").format(kind=kind, least=f"{least:g}", most=f"{most:g}")


def _a_number() -> str:
    return tr("ett tal (med punkt, till exempel 2.5)")


def _shape(columns: Sequence[str]) -> str:
    return f"[{', '.join(columns)}]"
