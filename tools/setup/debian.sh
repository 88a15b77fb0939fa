# Making a Debian in a folder and running the project in it: what tools/setup/ltr.sh and tools/setup/fresh.sh share. To be sourced.
# Wanted of the script: cannot MESSAGE; $script, itself; $source_tree; $home, its folder, and $setting, which names that.
# Mirror, keyring, CA bundle and pip's settings are those of this machine.
# All mounts live in a private namespace of the process: the kernel takes them away however it ends.

become_root() {
    [ "$(id -u)" -eq 0 ] && return
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || cannot "det kräver root eller sudo utan lösenord."
    exec sudo -n -E env "HOME=$HOME" "CI=${CI:-}" "$setting=$home" bash "$script" "$@"
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

# An empty Debian in FOLDER, with the packages EXTRA (comma separated), that fetches from SUITE and the suites after it.
bootstrap() { # FOLDER SUITE LOG EXTRA MORE-SUITES...
    local folder=$1 suite=$2 log=$3 extra=$4 url key
    shift 4
    url=$(mirror)
    [ -n "$url" ] || cannot "apt här har ingen Debianspegel (ange STRUKTURBILD_DEBIAN_MIRROR)."
    key=$(keyring)
    [ -n "$key" ] || cannot "Debians nyckelring saknas (paketet debian-archive-keyring)."
    eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
    export http_proxy https_proxy
    debootstrap --variant=minbase --include="ca-certificates,$extra" --keyring="$key" "$suite" "$folder" "$url" >"$log" 2>&1 ||
        { tail -n 5 "$log" >&2; cannot "debootstrap gick inte igenom (logg: $log)."; }
    for suite in "$suite" "$@"; do echo "deb $url $suite main"; done >"$folder/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::(https?|ftp)::' >"$folder/etc/apt/apt.conf.d/90machine" || true
    printf '#!/bin/sh\nexit 101\n' >"$folder/usr/sbin/policy-rc.d"
    chmod +x "$folder/usr/sbin/policy-rc.d"
}

copy_project() { # PLACE: the tree as it is now, without what was built, in PLACE/main
    local place=$1
    mkdir -p "$place/main"
    tar -C "$source_tree" --exclude=./.git --exclude=./.venv --exclude=./out --exclude=./dist --exclude=./build \
        --exclude=./resources/basdata.gpkg \
        --exclude='*_cache' --exclude=__pycache__ -cf - . | tar -C "$place/main" --no-same-owner -xf -
}

show_shared() { # PLACE: the shared data beside the project, if there are any
    local place=$1
    if [ -d "$source_tree/../shared/data" ]; then
        mkdir -p "$place/shared/data"
        mount --bind "$source_tree/../shared/data" "$place/shared/data"
        mount -o remount,bind,ro "$place/shared/data"
    fi
}

remove() { # FOLDER, never one with something mounted in it
    ! grep -qs " $1/" /proc/self/mountinfo || cannot "$1 har något monterat i sig."
    rm -rf --one-file-system "$1"
}

own_namespace() { # ask the script to do one thing among mounts and processes of its own
    unshare --mount --pid --fork --kill-child --propagation private bash "$script" "$@"
}

can_bootstrap() {
    command -v debootstrap >/dev/null || bash tools/setup/install.sh ltr || cannot "debootstrap saknas och gick inte att installera."
    unshare --mount --pid --fork true 2>/dev/null || cannot "maskinen tillåter inga egna namnrymder (unshare)."
}

alone_in() { # HOME: wait until nobody else works there
    mkdir -p "$(dirname "$1")"
    exec 8>"$1.lock"
    flock -n 8 || { echo "Väntar på en annan körning i $1"; flock 8; }
}
