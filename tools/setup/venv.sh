#!/usr/bin/env bash
# Make or refresh a virtual environment on the system's own Python, the one that has PyQGIS.
# Usage: venv.sh FOLDER, and venv.sh --alone FOLDER LIST for one that sees nothing of what the system has.
# Does nothing when this Python and this pinned list are what was last installed.
set -euo pipefail
cd "$(dirname "$0")/../.."
# Always the system's own: another python3 earlier on PATH lacks PyQGIS.
python=/usr/bin/python3
sees_system=true
[ "${1:-}" = --alone ] && { sees_system=false; shift; }
folder=${1:-.venv}
list=${2:-tools/setup/requirements.txt}
wanted=$({ "$python" --version; echo "$sees_system"; cat "$list"; } | sha256sum | cut -d' ' -f1)
stamp=$folder/requirements.sha256

mkdir -p "$folder"
exec 9>"$folder/.lock"
flock 9
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && [ -x "$folder/bin/python" ] && exit 0

# One that another Python made, or the system's before it was upgraded, cannot be refreshed.
fits() {
    [ -x "$folder/bin/python" ] && grep -qx "include-system-site-packages = $sees_system" "$folder/pyvenv.cfg" &&
        [ "$("$folder/bin/python" -c 'import sys, pip; print(sys.base_prefix, sys.version)' 2>/dev/null)" = \
            "$("$python" -c 'import sys; print(sys.base_prefix, sys.version)')" ]
}
options=()
$sees_system && options+=(--system-site-packages)
if ! fits; then
    rm -rf "$folder"/{bin,include,lib,lib64,share,pyvenv.cfg}
    "$python" -m venv "${options[@]}" "$folder"
fi
! $sees_system || "$folder/bin/python" -c 'import qgis.core' || { echo "PyQGIS saknas i $python: installera python3-qgis." >&2; exit 1; }
# The list is complete: without --no-deps what it forgot would come in any version.
"$folder/bin/python" -m pip install -qq --no-deps --no-warn-conflicts --disable-pip-version-check -r "$list"
echo "$wanted" >"$stamp"
