#!/usr/bin/env bash
# Run all tests and then check the code: both, whatever the first says. Fails if either does, and the end says which.
# Usage: test.sh [PYTEST-ARGUMENTS...]
set -uo pipefail
cd "$(dirname "$0")/.."
trap 'exit 130' INT
tools/pytest.sh "$@" && tests=0 || tests=$?
tools/lint/lint.sh && lint=0 || lint=$?
[ "$lint" -eq 0 ] || lint_said=", kontrollen av koden har anmärkningar (make lint)"
if [ "$tests" -ne 0 ]; then
    echo "Testen gick inte igenom${lint_said:-}." >&2
elif [ "$lint" -ne 0 ]; then
    echo "Testen gick igenom${lint_said}." >&2
fi
[ "$tests" -eq 0 ] && exit "$lint"
exit "$tests"
