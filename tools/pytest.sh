#!/usr/bin/env bash
# Run the tests: pytest.sh [PYTEST-ARGUMENTS...].
# One worker for each core; the tests of a file stay together, for what they share is made once. A worker that dies ends
# the run: with another in its place, the tests would wait for each other for ever.
set -euo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
exec .venv/bin/python -m pytest -n auto --dist loadfile --no-loadscope-reorder --max-worker-restart 0 "$@"
