"""manifest.json: what an edition is and which files belong to it, so that the folder can be verified alone."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any, Mapping, Sequence

from ...checks.engine.finding import SEVERITIES, Finding
from ...errors import ExportError
from ...i18n import tr
from ...store.gpkg.records import Edition, Snapshot
from ..delivery.iso19139 import MetadataFacts
from ..formats import DELIVERY
from ..stamp import EditionStamp

NAME = "manifest.json"
FORMAT = "strukturbild-manifest/1"
_MAX_BYTES = 5_000_000
_MAX_NAME_LENGTH = 255


def make_manifest(
    snapshot: Snapshot,
    edition: Edition,
    about: MetadataFacts,
    files: Sequence[Mapping[str, Any]],
    findings: Sequence[Finding],
) -> dict[str, Any]:
    """The manifest of an edition; the same edition has the same manifest whenever it is made."""
    head = snapshot.head
    severities = Counter(finding.allvar for finding in findings)
    body: dict[str, Any] = {
        "format": FORMAT,
        "strukturbild": {
            "id": head.strukturbild_id,
            "titel": head.titel,
            "organisation": head.organisation,
            "lan": list(head.lan),
            "sprak": head.sprak,
            "exempel": head.exempel,
        },
        "utgava": stamp_entry(about.stamp, edition),
        "antal": {
            "objekt": edition.antal_objekt,
            "mallankar": edition.antal_lankar,
            "mal": len(snapshot.goals),
            "bilder": len(snapshot.pictures),
            "per_klass": dict(sorted(Counter(record.klass for record in snapshot.objects).items())),
            "anmarkningar": {severity: severities.get(severity, 0) for severity in SEVERITIES},
        },
        "filer": list(files),
        "underlag": list(about.sources),
        "licens": about.licence,
        "spridningstillstand": about.permission,
        "diarienummer": about.reference,
        "verktyg": about.tool,
    }
    return {**body, "kontrollsumma": checksum(body)}


def stamp_entry(stamp: EditionStamp, edition: Edition) -> dict[str, Any]:
    """The stamp as the manifest carries it."""
    return {
        "nummer": stamp.nummer,
        "datum": stamp.datum,
        "tid": edition.tid,
        "status": stamp.status,
        "status_namn": stamp.status_namn,
        "fingeravtryck": stamp.fingeravtryck,
    }


def file_entry(path: Path, kind: str, stamp: EditionStamp, picture: str = "") -> dict[str, Any]:
    """A file in the manifest. A GeoPackage is known by its content: merely opening it changes its bytes."""
    entry: dict[str, Any] = {"namn": path.name, "slag": kind}
    if picture:
        entry["bild_id"] = picture
    if kind == DELIVERY:
        return {**entry, "fingeravtryck": stamp.fingeravtryck}
    return {**entry, "sha256": file_digest(path)}


def write_manifest(path: Path, manifest: Mapping[str, Any]) -> None:
    """Write it as readable JSON."""
    path.write_bytes((json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest in a file; ExportError when it is none."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ValueError("size")
        text = path.read_text(encoding="utf-8-sig")  # an editor may have put a byte order mark first
        found = json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_number)
    except (OSError, ValueError, RecursionError) as error:
        raise ExportError(tr("Filen {path} går inte att läsa som innehållsförteckning.").format(path=path)) from error
    files = found.get("filer") if isinstance(found, dict) else None
    stamp = found.get("utgava") if isinstance(found, dict) else None
    if not (isinstance(files, list) and _are_entries(files) and isinstance(stamp, dict) and _is_stamp(stamp)):
        raise ExportError(tr("Filen {path} är ingen innehållsförteckning för en utgåva.").format(path=path))
    return found


def is_untouched(manifest: Mapping[str, Any]) -> bool:
    """Whether the manifest still says what it said when it was written."""
    body = {key: value for key, value in manifest.items() if key != "kontrollsumma"}
    return bool(manifest.get("kontrollsumma") == checksum(body))


def checksum(body: Mapping[str, Any]) -> str:
    """Hex SHA-256 of the manifest, however its JSON is laid out."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def file_digest(path: Path) -> str:
    """Hex SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _are_entries(files: list[Any]) -> bool:
    return all(map(_is_entry, files)) and len({entry["namn"] for entry in files}) == len(files)


def _is_entry(entry: Any) -> bool:
    """A file entry names a plain file of the folder, nothing above or below it."""
    name = entry.get("namn") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not 0 < len(name) <= _MAX_NAME_LENGTH or not name.isprintable():
        return False
    return not set(name) & set("/\\:") and name not in (".", "..")


def _is_stamp(stamp: dict[str, Any]) -> bool:
    return type(stamp.get("nummer")) is int and isinstance(stamp.get("fingeravtryck"), str)


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are there once: of two, programs choose differently."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("key")
    return found


def _no_number(constant: str) -> Any:
    raise ValueError(constant)
