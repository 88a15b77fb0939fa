#!/usr/bin/env bash
# Style, types, security, Qt 6, and the rules of the house: every check, also after one that has complained.
# The tools see nothing of what the machine has; the last two read the program as QGIS's own Python does.
set -uo pipefail
cd "$(dirname "$0")/../.."
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
shipped=strukturbild_plugin
tools/setup/venv.sh --alone .venv/lint tools/setup/requirements-lint.txt || exit
failed=()

check() { # NAME COMMAND...
    local name=$1
    shift
    "$@" || failed+=("$name")
}

with=.venv/lint/bin/python
check ruff "$with" -m ruff check .
check mypy "$with" -m mypy
check bandit "$with" -m bandit -q -r "$shipped" -c pyproject.toml
check flake8 "$with" -m flake8 --isolated --select QGS --extend-ignore QGS105,QGS2 "$shipped"
check qt6 .venv/bin/python -m tools.lint.qt6 "$shipped"
check house .venv/bin/python -m tools.lint.house
[ ${#failed[@]} -eq 0 ] && exit
names=$(printf ', %s' "${failed[@]}")
echo "Kontrollen av koden har anmärkningar: ${names:2}." >&2
exit 1
