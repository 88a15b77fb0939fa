# What an `apt-get install` would bring: "14 paket, 412 MB hämtas". To be sourced; give it the whole command.
apt_size() {
    "$@" -qq --print-uris | awk '{ size += $(NF - 1) } END { printf "%d paket, %.0f MB hämtas", NR, size / 1e6 }'
}
