#!/usr/bin/env bash
# Make or refresh a virtual environment on the system's own Python, the one that has PyQGIS.
# Usage: venv.sh FOLDER. Does nothing when the pinned list is the one last installed.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-.venv}
# Always the system's own: another python3 earlier on PATH lacks PyQGIS.
python=/usr/bin/python3
wanted=$(sha256sum tools/requirements.txt | cut -d' ' -f1)
stamp=$folder/requirements.sha256

mkdir -p "$folder"
exec 9>"$folder/.lock"
flock 9
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && [ -x "$folder/bin/python" ] && exit 0

[ -x "$folder/bin/python" ] || "$python" -m venv --system-site-packages "$folder"
"$folder/bin/python" -c 'import qgis.core' || { echo "PyQGIS saknas i $python: installera python3-qgis." >&2; exit 1; }
"$folder/bin/python" -m pip install -qq --no-warn-conflicts --disable-pip-version-check -r tools/requirements.txt
echo "$wanted" >"$stamp"
