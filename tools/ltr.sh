#!/usr/bin/env bash
# Run the tests and the linters on QGIS 3.44 (LTR), in a Debian trixie with trixie-backports that is made once, outside the tree, and reused.
# Mirror, keyring, CA bundle and pip's settings are those of this machine. Everything after `--` goes to pytest.
# All mounts live in a private namespace of this process: the kernel takes them away however it ends.
set -euo pipefail
cd "$(dirname "$0")/.."
source_tree=$PWD
home=${STRUKTURBILD_LTR:-${XDG_CACHE_HOME:-$HOME/.cache}/strukturbild/trixie}
suite=trixie
packages=(qgis python3-qgis qgis-providers python3-venv python3-pip python3-yaml python3-jinja2 python3-gdal python3-requests
    gdal-bin fonts-dejavu-core poppler-utils xvfb xdotool imagemagick qttools5-dev-tools make)

. tools/apt_size.sh

cannot() {
    if [ "${CI:-}" = true ]; then
        echo "QGIS 3.44 kan inte provas: $1" >&2
        exit 1
    fi
    echo "QGIS 3.44 hoppas över här: $1"
    exit 0
}

become_root() {
    [ "$(id -u)" -eq 0 ] && return
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || cannot "det kräver root eller sudo utan lösenord."
    exec sudo -n -E env "HOME=$HOME" "CI=${CI:-}" "STRUKTURBILD_LTR=$home" bash "$source_tree/tools/ltr.sh" "$@"
}

# The Debian mirror that apt uses here, whichever way its sources are written.
mirror() {
    local found
    found=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -E '^(https?|file)://' |
        grep -vE 'security|backports' | grep -E '/debian/?$' | head -n1)
    echo "${STRUKTURBILD_DEBIAN_MIRROR:-$found}"
}

keyring() {
    local file
    for file in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
        [ -f "$file" ] && { echo "$file"; return; }
    done
}

# What pip and TLS are told here that names something on this machine's disk: it must be seen inside too.
local_paths() {
    local files=(/etc/ssl/certs/ca-certificates.crt /etc/pip.conf "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf")
    [ -n "${PIP_CONFIG_FILE:-}" ] && files+=("$PIP_CONFIG_FILE")
    printf '%s\n' "${files[@]}"
    { env | grep -E '^(PIP_|SSL_CERT|REQUESTS_CA|CURL_CA)' || true
      for file in "${files[@]:1}"; do [ -f "$file" ] && cat "$file"; done; } |
        tr ' =' '\n\n' | sed 's#^file://[^/]*##' | grep -E '^/[^/]' || true
}

show_inside() { # FOLDER: bind what pip and TLS need, read-only, at the same place
    local path target
    # pip's index in a folder (".../simple") keeps its files beside it.
    local_paths | sed 's#/simple/\?$##' | sort -u | while read -r path; do
        [ -e "$path" ] || continue
        target=$1$(realpath -m "$path")
        # A folder that it has of its own (/etc/ssl/certs) stays its own: packages write there.
        if [ -d "$target" ] && [ -n "$(ls -A "$target")" ]; then continue; fi
        if [ -d "$path" ]; then mkdir -p "$target"; else mkdir -p "$(dirname "$target")"; [ -e "$target" ] || : >"$target"; fi
        mount --bind "$path" "$target"
        mount -o remount,bind,ro "$target"
    done
    mount --bind /etc/resolv.conf "$1/etc/resolv.conf" 2>/dev/null || cp -L /etc/resolv.conf "$1/etc/resolv.conf"
    mount --bind /etc/hosts "$1/etc/hosts" 2>/dev/null || true
}

system_mounts() {
    mountpoint -q "$1/proc" || mount -t proc proc "$1/proc"
    mount --rbind /dev "$1/dev"
    mount -t tmpfs tmpfs "$1/tmp"
}

inside() { # FOLDER COMMAND...
    local folder=$1
    shift
    chroot "$folder" /usr/bin/env "HOME=$HOME" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

make_it() { # FOLDER
    local folder=$1 url key
    url=$(mirror)
    [ -n "$url" ] || cannot "apt här har ingen Debianspegel (ange STRUKTURBILD_DEBIAN_MIRROR)."
    key=$(keyring)
    [ -n "$key" ] || cannot "Debians nyckelring saknas (paketet debian-archive-keyring)."
    eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
    export http_proxy https_proxy
    echo "Bygger en Debian $suite med QGIS 3.44 i $folder (görs en gång, några minuter). Logg: $home.log"
    debootstrap --variant=minbase --include=ca-certificates,eatmydata --keyring="$key" "$suite" "$folder" "$url" >"$home.log" 2>&1 ||
        { tail -n 5 "$home.log" >&2; cannot "debootstrap gick inte igenom (logg: $home.log)."; }
    printf 'deb %s %s main\n' "$url" "$suite" "$url" "$suite-updates" "$url" "$suite-backports" >"$folder/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::(https?|ftp)::' >"$folder/etc/apt/apt.conf.d/90machine" || true
    printf '#!/bin/sh\nexit 101\n' >"$folder/usr/sbin/policy-rc.d"
    chmod +x "$folder/usr/sbin/policy-rc.d"
    system_mounts "$folder"
    show_inside "$folder"
    local install=(install --no-install-recommends -t "$suite-backports" "${packages[@]}")
    { inside "$folder" apt-get -q update >>"$home.log" 2>&1 &&
      echo "  $(apt_size inside "$folder" apt-get "${install[@]}" 2>>"$home.log")" &&
      { inside "$folder" eatmydata apt-get -q -y "${install[@]}" && inside "$folder" apt-get clean; } >>"$home.log" 2>&1; } ||
        { tail -n 5 "$home.log" >&2; cannot "paketen gick inte att installera (logg: $home.log)."; }
}

copy_project() { # FOLDER: a fresh copy of the tree, and the shared data beside it if there is any
    local place=$1/project
    rm -rf --one-file-system "$place"
    mkdir -p "$place/main"
    tar -C "$source_tree" --exclude=./.git --exclude=./.venv --exclude=./out --exclude=./dist --exclude=./build \
        --exclude=./resources/basdata.gpkg \
        --exclude='*_cache' --exclude=__pycache__ -cf - . | tar -C "$place/main" --no-same-owner -xf -
    if [ -d "$source_tree/../shared/data" ]; then
        mkdir -p "$place/shared/data"
        mount --bind "$source_tree/../shared/data" "$place/shared/data"
        mount -o remount,bind,ro "$place/shared/data"
    fi
}

# Inside: the environment, base data made by this GDAL (kept until what makes it changes), the tests and the linters.
tests_inside='
cd /project/main
bash tools/venv.sh /venv
ln -sfn /venv .venv
kept=/basdata/$(cat tools/build_base.py tools/base/*.py tools/requirements.txt | sha256sum | cut -c1-16).gpkg
if [ ! -f "$kept" ]; then
    rm -rf /basdata
    mkdir /basdata
    .venv/bin/python -m tools.build_base
    cp resources/basdata.gpkg "$kept"
fi
cp "$kept" resources/basdata.gpkg
exec tools/test.sh "$@"
'

run_tests() { # FOLDER PYTEST-ARGUMENTS...
    local folder=$1
    shift
    system_mounts "$folder"
    show_inside "$folder"
    copy_project "$folder"
    mkdir -p "$folder/venv" "$folder$HOME"
    inside "$folder" env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp "CI=${CI:-}" \
        bash -euc "$tests_inside" pytest "$@"
}

remove() { # FOLDER, never one with something mounted in it
    ! grep -qs " $1/" /proc/self/mountinfo || cannot "$1 har något monterat i sig."
    rm -rf --one-file-system "$1"
}

own_namespace() { # ask this file to do one thing among mounts and processes of its own
    unshare --mount --pid --fork --kill-child --propagation private bash "$source_tree/tools/ltr.sh" "$@"
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
command -v debootstrap >/dev/null || bash tools/install.sh ltr || cannot "debootstrap saknas och gick inte att installera."
unshare --mount --pid --fork true 2>/dev/null || cannot "maskinen tillåter inga egna namnrymder (unshare)."
mkdir -p "$(dirname "$home")"
exec 8>"$home.lock"
flock -n 8 || { echo "Väntar på en annan körning i $home"; flock 8; }
prepare
own_namespace --run "$home" "$@"
