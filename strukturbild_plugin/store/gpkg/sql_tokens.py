"""A tokenizer for SQL, and a check that a statement for a table or an index holds nothing that runs.

A file's own schema is text that SQLite carries out whenever rows are read or written: checks, default values, generated
columns. Only what is listed here passes; everything that GDAL and QGIS write of their own accord is listed.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Sequence

WORD, NAME, TEXT, NUMBER, SIGN = "word", "name", "text", "number", "sign"

_TOKEN = re.compile(
    r"[ \t\n\f\r]*(?:"
    r"(?P<word>[A-Za-z_\u0080-\ufefe\uff00-\U0010ffff][A-Za-z0-9_$\u0080-\ufefe\uff00-\U0010ffff]*)"
    r"|(?P<name>\"(?:[^\"\0]|\"\")*\"|`(?:[^`\0]|``)*`|\[[^\]\0]*\])"
    r"|(?P<text>'(?:[^'\0]|'')*')"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![A-Za-z0-9_$.]))"
    r"|(?P<sign><>|<=|>=|!=|==|\|\||[-+*/%<>=(),.;])"
    r")"
)
_BLANK = re.compile(r"[ \t\n\f\r]*\Z")
_CURRENT = ("current_timestamp", "current_date", "current_time", "null", "true", "false")
_COLLATIONS = ("binary", "nocase", "rtrim")
_WORDS_AFTER_TYPE = (
    *("constraint", "not", "null", "primary", "unique", "default", "check", "collate", "references", "generated"),
    *("as", "on", "foreign", "deferrable"),
)


_MAX_TYPE_WORDS = 4
"""'unsigned big int' has three."""


class Token(NamedTuple):
    """A word of a statement; plain words are in lower case, names and texts without their quotes."""

    kind: str
    value: str


class UnlistedSql(ValueError):
    """The statement holds something that is not listed as harmless."""


def tokens(sql: str) -> tuple[Token, ...]:
    """The words of a statement.

    Raises UnlistedSql for what it is not sure here how SQLite reads: comments, blobs, a byte order mark (which SQLite
    passes over where a word begins, and takes for a letter within it).
    """
    found, at = [], 0
    while not _BLANK.match(sql, at):
        match = _TOKEN.match(sql, at)
        if match is None or match.lastgroup is None:
            raise UnlistedSql(sql[at : at + 20])
        kind, at = match.lastgroup, match.end()
        found.append(Token(kind, _unquoted(kind, match[kind])))
    return tuple(found)


def _unquoted(kind: str, value: str) -> str:
    if kind == WORD:
        return value.lower()
    if kind not in (NAME, TEXT):
        return value
    return value[1:-1] if value[0] == "[" else value[1:-1].replace(value[0] * 2, value[0])


class Statement:
    """Reads a statement word by word; everything raises UnlistedSql when something else stands there."""

    def __init__(self, sql: str) -> None:
        self._tokens: Sequence[Token] = tokens(sql)
        self._at = 0

    def accept(self, *words: str) -> bool:
        """Whether these words or signs come next; then they are passed."""
        ahead = self._tokens[self._at : self._at + len(words)]
        if tuple(token.value for token in ahead if token.kind in (WORD, SIGN)) != words:
            return False
        self._at += len(words)
        return True

    def expect(self, *words: str) -> None:
        """Pass these words or signs; raises UnlistedSql when others come."""
        if not self.accept(*words):
            raise UnlistedSql(" ".join(words))

    def next(self, *kinds: str) -> Token:
        """The next word, of one of these kinds."""
        if not self.next_is(*kinds):
            raise UnlistedSql(", ".join(kinds))
        self._at += 1
        return self._tokens[self._at - 1]

    def next_is(self, *kinds: str) -> bool:
        """Whether a word of one of these kinds is next."""
        return self._at < len(self._tokens) and self._tokens[self._at].kind in kinds

    def peek_word(self) -> str:
        """The next plain word, or ''."""
        return self._tokens[self._at].value if self.next_is(WORD) else ""

    def end(self) -> None:
        """Nothing more."""
        if self._at != len(self._tokens):
            raise UnlistedSql("end")

    def identifier(self) -> str:
        """A name; SQLite takes a text for one."""
        return self.next(WORD, NAME, TEXT).value

    def names(self) -> None:
        """(a, b DESC)"""
        self.expect("(")
        while True:
            self.identifier()
            if self.accept("collate"):
                self._collation()
            if self.peek_word() in ("asc", "desc"):
                self.next(WORD)
            if not self.accept(","):
                break
        self.expect(")")

    def _collation(self) -> None:
        if self.next(WORD, NAME).value.lower() not in _COLLATIONS:
            raise UnlistedSql("collate")

    # --- tables

    def table(self) -> str:
        """CREATE TABLE with plain columns, keys, and checks of number, length or list; gives the name."""
        self.expect("create", "table")
        name = self.identifier()
        self.expect("(")
        while True:
            self._table_part()
            if not self.accept(","):
                break
        self.expect(")")
        self.end()
        return name

    def _table_part(self) -> None:
        if self.peek_word() in ("constraint", "primary", "unique", "foreign", "check"):
            self._constraint(of_column=False)
            while self.peek_word() in ("constraint", "primary", "unique", "foreign", "check"):
                self._constraint(of_column=False)  # SQLite needs no comma between them
            return
        self.identifier()
        self._type()
        while self.next_is(WORD):
            self._constraint(of_column=True)

    def _type(self) -> None:
        words = 0
        while self.next_is(WORD, NAME, TEXT) and self.peek_word() not in _WORDS_AFTER_TYPE:
            words += 1
            if words > _MAX_TYPE_WORDS or not self.next(WORD, NAME, TEXT).value.isascii():
                raise UnlistedSql("type")
        if self.accept("("):
            self.next(NUMBER)
            if self.accept(","):
                self.next(NUMBER)
            self.expect(")")

    def _constraint(self, of_column: bool) -> None:
        if self.accept("constraint"):
            self.identifier()
        if self.accept("check"):
            self._check()
        elif self.accept("unique"):
            if not of_column:
                self.names()
        elif self.accept("primary", "key"):
            self._primary_key(of_column)
        elif of_column:
            self._column_constraint()
        else:
            self.expect("foreign", "key")
            self.names()
            self.expect("references")
            self._reference()

    def _primary_key(self, of_column: bool) -> None:
        if not of_column:
            self.names()
            return
        if self.peek_word() in ("asc", "desc"):
            self.next(WORD)
        self.accept("autoincrement")

    def _column_constraint(self) -> None:
        if self.accept("not", "null") or self.accept("null"):
            return
        if self.accept("default"):
            self._default()
        elif self.accept("collate"):
            self._collation()
        else:
            self.expect("references")
            self._reference()

    def _reference(self) -> None:
        """Without ON DELETE or ON UPDATE, which change rows."""
        self.identifier()
        if self.accept("("):
            self._at -= 1
            self.names()

    def _default(self) -> None:
        if self.accept("("):
            self._value()
            self.expect(")")
        else:
            self._value()

    def _value(self) -> None:
        """A number, a text, or this moment."""
        if self.accept("strftime", "("):
            self.next(TEXT)
            self.expect(",")
            if self.next(TEXT).value != "now":
                raise UnlistedSql("now")
            self.expect(")")
        elif self.accept("-") or self.accept("+"):
            self.next(NUMBER)
        elif self.next(NUMBER, TEXT, NAME, WORD).kind == WORD and self._tokens[self._at - 1].value not in _CURRENT:
            raise UnlistedSql("default")

    def _check(self) -> None:
        """("a" >= 1 AND length("b") > 0), ("c" IN ('x', 'y'))"""
        self.expect("(")
        while True:
            if self.accept("length", "("):
                self.next(NAME)
                self.expect(")")
            else:
                self.next(NAME, WORD)
            if self.accept("in", "("):
                while True:
                    self.next(TEXT, NUMBER)
                    if not self.accept(","):
                        break
                self.expect(")")
            else:
                if self.next(SIGN).value not in ("<", "<=", ">", ">=", "=", "!=", "<>"):
                    raise UnlistedSql("check")
                self.accept("-")
                self.next(NUMBER, TEXT)
            if not self.accept("and"):
                break
        self.expect(")")

    # --- indexes

    def index(self) -> tuple[str, str, bool]:
        """CREATE INDEX over plain columns, without a condition; gives its name, its table, whether it is unique."""
        self.expect("create")
        unique = self.accept("unique")
        self.expect("index")
        name = self.identifier()
        self.expect("on")
        table = self.identifier()
        self.names()
        self.end()
        return name, table, unique

    def spatial_index(self) -> str:
        """CREATE VIRTUAL TABLE of the rtree that GeoPackage has; gives its name."""
        self.expect("create", "virtual", "table")
        name = self.identifier()
        self.expect("using", "rtree", "(")
        for place, column in enumerate(("id", "minx", "maxx", "miny", "maxy")):
            if place:
                self.expect(",")
            if self.next(WORD, NAME).value != column:
                raise UnlistedSql(column)
        self.expect(")")
        self.end()
        return name
