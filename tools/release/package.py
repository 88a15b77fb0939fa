"""Make the zip that users install, dist/strukturbild_plugin-VERSION.zip: `python -m tools.release.package [FOLDER]`.

The same files give the same bytes: names are sorted, times fixed, and nothing but what is listed here goes in.
"""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tools.release.bundle import BUNDLED, bundle

ROOT = Path(__file__).resolve().parents[2]
NAME = "strukturbild_plugin"
DATA = ("resources", "styles", "templates")
TOP_FILES = ("metadata.txt", "LICENSE", "README.md", "CHANGELOG.md")
MAX_ZIP_BYTES = 25 * 1024 * 1024
"""What the plugin repository takes."""
IGNORED_NAMES = {"__pycache__", ".DS_Store"}
BINARIES = {".so", ".dll", ".dylib", ".pyd", ".pyc", ".pyo", ".exe", ".a", ".o", ".whl", ".zip", ".jar"}
FILE_TIME = (2020, 1, 1, 0, 0, 0)
LRELEASE_PATH = "/usr/lib/qt5/bin:/usr/lib/qt6/bin:/usr/bin"


class PackageError(Exception):
    """The zip cannot be made; the message says why."""


def version(root: Path = ROOT) -> str:
    """The version that metadata.txt names."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(root / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def make_package(folder: Path, root: Path = ROOT) -> Path:
    """Write the zip into `folder` and give its path; PackageError when something it needs is missing."""
    if not (root / "resources" / "basdata.gpkg").is_file():
        raise PackageError("resources/basdata.gpkg saknas: kör `make base` först.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        tree = Path(work, NAME)
        _gather(root, tree)
        _compile_translations(root / "resources" / "i18n", tree / "resources" / "i18n")
        bundle(tree)
        _refuse_binaries(tree)
        finished = folder / f"{NAME}-{version(root)}.zip"
        draft = Path(work, finished.name)
        write_zip(tree, draft)
        if draft.stat().st_size > MAX_ZIP_BYTES:
            raise PackageError(
                f"Zip-filen blev {draft.stat().st_size / 1e6:.1f} MB; högst {MAX_ZIP_BYTES / 1e6:.0f} går."
            )
        draft.replace(finished)
    return finished


def _gather(root: Path, tree: Path) -> None:
    ignored = shutil.ignore_patterns(*IGNORED_NAMES, "*.pyc", "*.qm", "*.ts", "*.gpkg-wal", "*.gpkg-shm", "*~")
    shutil.copytree(root / NAME, tree, ignore=ignored)
    for name in DATA:
        shutil.copytree(root / name, tree / name, ignore=ignored)
    for name in TOP_FILES:
        shutil.copy(root / name, tree / name)
    shutil.copytree(root / "tools" / "release" / "licences", tree / "licences")


def _compile_translations(sources: Path, target: Path) -> None:
    tool = shutil.which("lrelease", path=LRELEASE_PATH) or shutil.which("lrelease")
    for source in sorted(sources.glob("*.ts")):
        if tool is None:
            raise PackageError("lrelease saknas: installera qttools5-dev-tools.")
        target.mkdir(parents=True, exist_ok=True)
        compiled = target / f"{source.stem}.qm"
        subprocess.run([tool, "-silent", str(source), "-qm", str(compiled)], check=True)


def _refuse_binaries(tree: Path) -> None:
    found = [str(path.relative_to(tree)) for path in _files(tree) if path.suffix.lower() in BINARIES]
    if found:
        raise PackageError(f"Binärer får inte följa med: {', '.join(found)}")


def _files(tree: Path) -> Iterator[Path]:
    yield from sorted((path for path in tree.rglob("*") if path.is_file()), key=lambda path: path.as_posix())


def write_zip(tree: Path, target: Path) -> None:
    """Zip the folder `tree`, itself included, so that the same files give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in _files(tree):
            entry = zipfile.ZipInfo(path.relative_to(tree.parent).as_posix(), FILE_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, path.read_bytes())


def main(arguments: list[str]) -> int:
    """Make it, and say where it is."""
    try:
        made = make_package(Path(arguments[0]) if arguments else ROOT / "dist")
    except PackageError as error:
        print(error, file=sys.stderr)
        return 1
    with zipfile.ZipFile(made) as archive:
        count = len(archive.namelist())
    print(f"{made}: {made.stat().st_size / 1e6:.2f} MB, {count} filer, med {' och '.join(BUNDLED)} inuti.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
