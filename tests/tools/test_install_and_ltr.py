"""The workshop's promises: what is there is not installed again, and what cannot be proven is said, not passed over."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.package.helpers import Profile

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("requirements.txt", "requirements-lint.txt")


def program(file: Path, body: str) -> Path:
    """A shell script that can be run."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def stubs(folder: Path, **programs: str) -> dict[str, str]:
    """An environment in which these programs come first: stubs(tmp, sudo='exit 1')."""
    for name, body in programs.items():
        program(folder / name.replace("_", "-"), body)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}


def run(script: Path | str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one of the project's scripts."""
    command = ["bash", str(ROOT / script), *words]
    return subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def another_python_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A python3 earlier on PATH than the system's, with a library of its own that has no QGIS."""
    python = program(tmp_path / "annan" / "bin" / "python3", "exit 99")
    library = tmp_path / "annan" / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    (library / "lib-dynload").mkdir(parents=True)
    (library / "os.py").touch()
    monkeypatch.setenv("PATH", f"{python.parent}:{os.environ['PATH']}")
    assert shutil.which("python3") == str(python)
    return python


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_where_the_newer_qgis_cannot_be_had_the_run_says_so_and_fails_only_in_ci(
    tmp_path: Path, ci: str, code: int
) -> None:
    environment = stubs(tmp_path / "bin", unshare="exit 1", sudo="exit 1", debootstrap="exit 1", apt_get="exit 1")
    done = run("tools/setup/ltr.sh", **{**environment, "CI": ci, "STRUKTURBILD_LTR": str(tmp_path / "trixie")})
    assert done.returncode == code, done.stdout + done.stderr
    assert "QGIS 3.44" in done.stdout + done.stderr
    assert not (tmp_path / "trixie").exists()


def test_where_an_empty_debian_cannot_be_had_nothing_is_said_to_be_proven(tmp_path: Path) -> None:
    environment = stubs(tmp_path / "bin", unshare="exit 1", sudo="exit 1", debootstrap="exit 1", apt_get="exit 1")
    done = run("tools/setup/fresh.sh", **{**environment, "STRUKTURBILD_FRESH": str(tmp_path / "tom")})
    assert done.returncode == 1 and "En ny maskin kan inte provas: " in done.stderr
    assert not (tmp_path / "tom").exists()


def test_what_is_installed_is_not_asked_for_again(tmp_path: Path) -> None:
    environment = stubs(tmp_path / "bin", dpkg_query="echo installed", apt_get="echo hämtar; exit 1", sudo="exit 1")
    done = run("tools/setup/install.sh", "run", "test", "package", "ltr", **environment)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


ALL_BUT_XDOTOOL = 'for word; do last=$word; done; [ "$last" = xdotool ] || echo installed'
APT = """
case "$*" in
    *--print-uris*) printf "'http://spegel/a' a_1.deb 1500000 x\\n'http://spegel/b' b_1.deb 600000 y\\n" ;;
    *) echo "apt $*"; case "$*" in *" install "*) exit ${APT_CODE:-0} ;; esac ;;
esac
"""


def test_what_is_missing_is_named_and_only_that_is_installed(tmp_path: Path) -> None:
    environment = stubs(tmp_path / "bin", dpkg_query=ALL_BUT_XDOTOOL, apt_get=APT, sudo='exec "$@"')
    done = run("tools/setup/install.sh", "run", "test", **{**environment, "TMPDIR": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    (log,) = tmp_path.glob("*.log")
    assert done.stdout == f"Installerar med apt: xdotool\n  2 paket, 2 MB hämtas. Logg: {log}\n"
    installing = next(line for line in log.read_text(encoding="utf-8").splitlines() if " install " in line)
    assert installing.endswith("--no-install-recommends xdotool")


def test_an_installation_that_fails_shows_the_end_of_its_log_and_where_it_is(tmp_path: Path) -> None:
    environment = stubs(tmp_path / "bin", dpkg_query=ALL_BUT_XDOTOOL, apt_get=APT, sudo='exec "$@"')
    done = run("tools/setup/install.sh", "test", **{**environment, "TMPDIR": str(tmp_path), "APT_CODE": "100"})
    (log,) = tmp_path.glob("*.log")
    assert done.returncode == 1
    assert str(log) in done.stderr and "install -y --no-install-recommends xdotool" in done.stderr


@pytest.mark.parametrize("name", LISTS)
def test_every_pinned_package_has_one_exact_version(name: str) -> None:
    lines = (ROOT / "tools" / "setup" / name).read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith("#")]
    assert len(packages) > 10
    assert [line for line in packages if line.count("==") != 1] == []


def environment_in(folder: Path) -> subprocess.CompletedProcess[str]:
    """Make or refresh an environment of nothing, and ask its Python what it is."""
    empty = folder.parent / "inget.txt"
    empty.touch()
    made = run("tools/setup/venv.sh", "--alone", str(folder), str(empty), **os.environ)
    assert made.returncode == 0, made.stderr
    asking = "import importlib.util, sys; print(sys.base_prefix, importlib.util.find_spec('qgis'))"
    return subprocess.run([str(folder / "bin" / "python"), "-c", asking], capture_output=True, text=True, check=False)


def test_the_linters_see_the_system_s_python_and_nothing_that_is_installed_in_it(
    another_python_first: Path, tmp_path: Path
) -> None:
    """Also where another Python has left an environment, which is made anew; one with an older list is kept."""
    folder = tmp_path / "miljö med blank"
    program(folder / "bin" / "python", "exit 99")
    (folder / "pyvenv.cfg").write_text(f"home = {another_python_first.parent}\n", encoding="utf-8")
    assert environment_in(folder).stdout == "/usr None\n"
    mark = folder / "lib" / "kvar"
    mark.touch()
    (folder / "requirements.sha256").write_text("en äldre lista\n", encoding="utf-8")
    assert environment_in(folder).stdout == "/usr None\n" and mark.exists()


def test_another_python_first_on_path_changes_nothing_for_make_and_qgis(
    another_python_first: Path, tmp_path: Path
) -> None:
    asked = ["make", "-s", "--eval=asked: ; @command -v python3", "asked"]
    found = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    assert found in ("/usr/bin/python3", "/bin/python3")
    done = Profile(tmp_path).process("plugins")
    said = done.stdout + done.stderr
    assert done.returncode == 0 and "processing" in said and "Python" not in said, said


@pytest.mark.parametrize(("tests", "lint"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_tests_and_linters_both_run_whatever_the_other_says(tmp_path: Path, tests: int, lint: int) -> None:
    script = tmp_path / "tools" / "test.sh"
    program(tmp_path / "tools" / "pytest.sh", f'echo "test: $*"; exit {tests}')
    program(tmp_path / "tools" / "lint" / "lint.sh", f"echo kontroll; exit {lint}")
    shutil.copy(ROOT / "tools" / "test.sh", script)
    done = run(script, "-k", "karta eller blad", **os.environ)
    assert done.stdout.splitlines() == ["test: -k karta eller blad", "kontroll"]
    assert done.returncode == max(tests, lint)
    assert ("Testen gick inte igenom" in done.stderr) == bool(tests)
    assert ("kontrollen av koden har anmärkningar" in done.stderr) == bool(lint)


def test_every_check_of_the_code_runs_also_after_one_that_complained(tmp_path: Path) -> None:
    script = tmp_path / "tools" / "lint" / "lint.sh"
    program(tmp_path / "tools" / "setup" / "venv.sh", "exit 0")
    script.parent.mkdir(parents=True)
    shutil.copy(ROOT / "tools" / "lint" / "lint.sh", script)
    for folder in (".venv", ".venv/lint"):
        program(tmp_path / folder / "bin" / "python", 'echo "$2"; [ "$2" != ruff ] && [ "$2" != tools.lint.house ]')
    done = run(script, **os.environ)
    assert done.stdout.split() == ["ruff", "mypy", "bandit", "flake8", "tools.lint.qt6", "tools.lint.house"]
    assert done.returncode == 1 and re.search("anmärkningar: ruff, house", done.stderr)


def test_ci_runs_the_tests_on_both_versions_and_makes_the_package() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert script.index("make test\n") < script.index("make test-ltr\n") < script.index("make package\n")
