"""What the tests of deliveries share."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def rows(path: Path, sql: str, *values: object) -> list[tuple]:
    """The rows of a query, with plain SQLite."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()
