"""The workshop's promises: what is there is not installed again, and what cannot be proven is said, not passed over."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def stubs(folder: Path, **programs: str) -> dict[str, str]:
    """An environment in which these programs come first: stubs(tmp, sudo='exit 1')."""
    folder.mkdir()
    for name, body in programs.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        program.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}


def run(script: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one of the project's scripts."""
    command = ["bash", str(ROOT / script), *words]
    return subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_where_the_newer_qgis_cannot_be_had_the_run_says_so_and_fails_only_in_ci(
    tmp_path: Path, ci: str, code: int
) -> None:
    environment = stubs(tmp_path / "bin", unshare="exit 1", sudo="exit 1", debootstrap="exit 1", apt_get="exit 1")
    done = run("tools/ltr.sh", **{**environment, "CI": ci, "STRUKTURBILD_LTR": str(tmp_path / "trixie")})
    assert done.returncode == code, done.stdout + done.stderr
    assert "QGIS 3.44" in done.stdout + done.stderr
    assert not (tmp_path / "trixie").exists()


def test_what_is_installed_is_not_asked_for_again(tmp_path: Path) -> None:
    environment = stubs(tmp_path / "bin", dpkg_query="echo installed", apt_get="echo hämtar; exit 1", sudo="exit 1")
    done = run("tools/install.sh", "run", "test", "package", "ltr", **environment)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_what_is_missing_is_named_and_only_that_is_installed(tmp_path: Path) -> None:
    here = 'for word; do last=$word; done; [ "$last" = xdotool ] || echo installed'
    environment = stubs(tmp_path / "bin", dpkg_query=here, apt_get='echo "apt $*"', sudo='exec "$@"')
    done = run("tools/install.sh", "run", "test", **environment)
    assert done.returncode == 0, done.stderr
    assert "Installerar med apt: xdotool\n" in done.stdout
    installing = next(line for line in done.stdout.splitlines() if " install " in line)
    assert installing.endswith("--no-install-recommends xdotool")


def test_every_pinned_package_has_one_exact_version() -> None:
    lines = (ROOT / "tools" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith("#")]
    assert len(packages) > 10
    assert [line for line in packages if line.count("==") != 1] == []


def test_ci_runs_the_tests_on_both_versions_and_makes_the_package() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert script.index("make test\n") < script.index("make test-ltr\n") < script.index("make package\n")
