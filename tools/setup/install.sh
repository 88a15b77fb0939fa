#!/usr/bin/env bash
# Install what is missing of the system packages in the named groups: run, test, package, ltr.
# Looks with dpkg first, so that a machine that has them needs neither network nor root.
set -euo pipefail
cd "$(dirname "$0")/../.."

packages_of() {
    case "$1" in
        run) echo qgis python3-qgis qgis-providers python3-venv python3-pip python3-yaml python3-jinja2 python3-gdal ca-certificates ;;
        test) echo gdal-bin poppler-utils xvfb xdotool imagemagick postgresql postgresql-postgis ;;
        package) echo qttools5-dev-tools ;;
        ltr) echo debootstrap util-linux ;;
        *) echo "install.sh: okänd grupp: $1" >&2; exit 2 ;;
    esac
}

installed() {
    # postgresql-postgis is a name for the PostGIS of the distribution's own PostgreSQL; either will do.
    if [ "$1" = postgresql-postgis ]; then
        dpkg-query -W -f '${db:Status-Status}\n' 'postgresql-*-postgis-3' 2>/dev/null | grep -q '^installed$'
    else
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
    fi
}

command -v dpkg-query >/dev/null || { echo "Det här kräver Debian eller Ubuntu (dpkg finns inte)." >&2; exit 1; }
missing=()
for group in "$@"; do
    for package in $(packages_of "$group"); do
        installed "$package" || missing+=("$package")
    done
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Behöver installera ${missing[*]}: kör som root eller med sudo." >&2; exit 1; }
    as_root=(sudo)
fi
log=$(mktemp "${TMPDIR:-/tmp}/strukturbild-apt-XXXXXX.log")

cannot() {
    { echo "Det gick inte att installera med apt. Sist i loggen $log står:"; tail -n 8 "$log"; } >&2
    exit 1
}

. tools/setup/apt_size.sh
echo "Installerar med apt: ${missing[*]}"
as_apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
"${as_apt[@]}" update >"$log" 2>&1 || cannot
how_much=$(apt_size apt-get install --no-install-recommends "${missing[@]}" 2>>"$log") || cannot
echo "  $how_much. Logg: $log"
"${as_apt[@]}" install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1 || cannot
