#!/usr/bin/env bash
# Run the tests and the linters on QGIS 3.44 (LTR), in a Debian trixie with trixie-backports that is made once, outside the tree, and reused.
# Everything after `--` goes to pytest.
set -euo pipefail
cd "$(dirname "$0")/../.."
source_tree=$PWD
script=$source_tree/tools/setup/ltr.sh
setting=STRUKTURBILD_LTR
home=${STRUKTURBILD_LTR:-${XDG_CACHE_HOME:-$HOME/.cache}/strukturbild/trixie}
suite=trixie
packages=(qgis python3-qgis qgis-providers python3-venv python3-pip python3-yaml python3-jinja2 python3-gdal python3-requests
    gdal-bin fonts-dejavu-core poppler-utils xvfb xdotool imagemagick qttools5-dev-tools make)

. tools/setup/apt_size.sh
. tools/setup/debian.sh

cannot() {
    if [ "${CI:-}" = true ]; then
        echo "QGIS 3.44 kan inte provas: $1" >&2
        exit 1
    fi
    echo "QGIS 3.44 hoppas över här: $1"
    exit 0
}

make_it() { # FOLDER
    local folder=$1
    echo "Bygger en Debian $suite med QGIS 3.44 i $folder (görs en gång, några minuter). Logg: $home.log"
    bootstrap "$folder" "$suite" "$home.log" eatmydata "$suite-updates" "$suite-backports"
    system_mounts "$folder"
    show_inside "$folder"
    local install=(install --no-install-recommends -t "$suite-backports" "${packages[@]}")
    { inside "$folder" apt-get -q update >>"$home.log" 2>&1 &&
      echo "  $(apt_size inside "$folder" apt-get "${install[@]}" 2>>"$home.log")" &&
      { inside "$folder" eatmydata apt-get -q -y "${install[@]}" && inside "$folder" apt-get clean; } >>"$home.log" 2>&1; } ||
        { tail -n 5 "$home.log" >&2; cannot "paketen gick inte att installera (logg: $home.log)."; }
}

# Inside: the environment, base data made by this GDAL (kept until what makes it changes), the tests and the linters.
tests_inside='
cd /project/main
bash tools/setup/venv.sh /venv
ln -sfn /venv .venv
kept=/basdata/$(cat tools/base_data/*.py tools/setup/requirements.txt | sha256sum | cut -c1-16).gpkg
if [ ! -f "$kept" ]; then
    rm -rf /basdata
    mkdir /basdata
    .venv/bin/python -m tools.base_data
    cp resources/basdata.gpkg "$kept"
fi
cp "$kept" resources/basdata.gpkg
# /tmp is memory, and less than the files of all tests take
mkdir -p /project/temporary
export PYTEST_DEBUG_TEMPROOT=/project/temporary
exec tools/test.sh "$@"
'

run_tests() { # FOLDER PYTEST-ARGUMENTS...
    local folder=$1
    shift
    system_mounts "$folder"
    show_inside "$folder"
    rm -rf --one-file-system "$folder/project"
    copy_project "$folder/project"
    show_shared "$folder/project"
    mkdir -p "$folder/venv" "$folder$HOME"
    inside "$folder" env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp "CI=${CI:-}" \
        bash -euc "$tests_inside" pytest "$@"
}

prepare() {
    local ready=$home/.ready wanted
    wanted=$(printf '%s\n' "$suite" "${packages[@]}" | sha256sum | cut -d' ' -f1)
    [ "$(cat "$ready" 2>/dev/null)" = "$wanted" ] && return
    remove "$home.new"
    own_namespace --make "$home.new"
    [ -f "$home.new/.made" ] || exit 0 # it has said why not
    remove "$home"
    mv "$home.new" "$home"
    echo "$wanted" >"$ready"
}

case "${1:-}" in
    --make) make_it "$2"; touch "$2/.made"; exit ;;
    --run) shift; run_tests "$@"; exit ;;
    --) shift ;;
esac
become_root "$@"
can_bootstrap
alone_in "$home"
prepare
own_namespace --run "$home" "$@"
