#!/usr/bin/env bash
# Prove that a new machine is enough: an empty Debian 13 that has make and sudo, and a folder with blanks and åäö.
# As root with the richer data beside the project; as another user without them, where another python3 comes first.
# Usage: fresh.sh [WHO [TARGET...]]. WHO: root or user. With targets of make it goes on in the Debian of the last run,
# with the tree as it is now; $ARGS goes to the tests.
set -euo pipefail
cd "$(dirname "$0")/../.."
source_tree=$PWD
script=$source_tree/tools/setup/fresh.sh
setting=STRUKTURBILD_FRESH
home=${STRUKTURBILD_FRESH:-${XDG_CACHE_HOME:-$HOME/.cache}/strukturbild/fresh}
suite=trixie
somebody=anna
place='/srv/Min mapp åäö/struktur bild'

. tools/setup/debian.sh

cannot() {
    echo "En ny maskin kan inte provas: $1" >&2
    exit 1
}

make_it() { # FOLDER
    bootstrap "$1" "$suite" "$home.log" make,sudo "$suite-updates"
    inside "$1" useradd --create-home --shell /bin/bash "$somebody"
    echo "$somebody ALL=(ALL) NOPASSWD: ALL" >"$1/etc/sudoers.d/$somebody"
}

show_pip_to_user() { # FOLDER: pip's settings of this user as those of the other
    local file
    for file in .config/pip/pip.conf .pip/pip.conf; do
        [ -f "$HOME/$file" ] || continue
        inside "$1" runuser -u "$somebody" -- mkdir -p "/home/$somebody/$(dirname "$file")"
        touch "$1/home/$somebody/$file"
        mount --bind "$HOME/$file" "$1/home/$somebody/$file"
    done
}

# Nothing of this machine's environment but what its network needs.
as() { # FOLDER WHO COMMAND...
    local folder=$1 who=$2 kept become=() user_home=/root
    shift 2
    [ "$who" = root ] || { user_home=/home/$somebody; become=(runuser -u "$somebody" --); }
    mapfile -t kept < <(env | grep -iE '^(PIP_|SSL_CERT|REQUESTS_CA|CURL_CA|https?_proxy=|no_proxy=)' || true)
    chroot "$folder" "${become[@]}" /usr/bin/env -i "${kept[@]}" "HOME=$user_home" CI=true \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

prove() { # FOLDER WHO TARGET...
    local folder=$1 who=$2 target
    shift 2
    system_mounts "$folder"
    show_inside "$folder"
    copy_project "$folder$place"
    if [ "$who" = root ]; then
        show_shared "$folder$place"
    else
        show_pip_to_user "$folder"
        inside "$folder" chown -R "$somebody" "$place/main"
        printf '#!/bin/sh\necho "Det här är en annan Python." >&2\nexit 99\n' >"$folder/usr/local/bin/python3"
        chmod +x "$folder/usr/local/bin/python3"
    fi
    for target in "$@"; do
        echo "== $who: make $target"
        as "$folder" "$who" bash -c 'cd "$0" && exec make "$@"' "$place/main" "$target" "ARGS=${ARGS:-}"
    done
}

case "${1:-}" in
    --make) make_it "$2"; touch "$2/.made"; exit ;;
    --prove) shift; prove "$@"; exit ;;
esac
become_root "$@"
can_bootstrap
alone_in "$home"
mkdir -p "$home"
[ -f "$home/empty/.made" ] || { remove "$home/empty"; own_namespace --make "$home/empty"; }
for who in ${1:-root user}; do
    if [ $# -lt 2 ] || [ ! -d "$home/$who" ]; then
        remove "$home/$who"
        cp -a "$home/empty" "$home/$who"
    fi
    own_namespace --prove "$home/$who" "$who" "${@:2}" $([ $# -ge 2 ] || echo demo package test)
done
