"""The libraries that are bundled with the plugin.

The packaged plugin holds its own copy of each in `_bundled`, and the packager turns the imports below to it; from a
clone the installed one serves. Nothing is imported before it is asked for, and nothing is ever put on sys.path.
"""

from __future__ import annotations

from typing import Any

from .errors import StrukturbildError
from .i18n import tr


def pypdf() -> Any:
    """The library that reads and writes PDF files."""
    try:
        import pypdf
    except ImportError as error:
        raise StrukturbildError(
            tr(
                "Programbiblioteket pypdf saknas, så PDF-filer kan inte göras. Installera om insticksprogrammet från "
                "zip-filen."
            )
        ) from error
    return pypdf
