# SPDX-License-Identifier: Apache-2.0
# Sourced by installer/run.sh and tests/run.sh: installs what is missing and builds. Nothing here runs by itself.

say() { printf '== %s\n' "$*"; }
die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# need_packages SECTION…: installs the packages of these sections of debian-packages that are not there yet.
need_packages() {
    command -v dpkg-query >/dev/null || die "this is not a Debian system: dpkg-query is missing"
    local section name missing=()
    for section in "$@"; do
        while read -r name; do
            # ${Status} and not only a name: a removed package leaves its configuration behind.
            [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
        done < <(awk -v s="$section" '$1 == s { print $2 }' "$root/installer/debian-packages")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "packages are missing and neither root nor sudo is at hand: ${missing[*]}"
        as_root=(sudo)
    fi
    say "installing ${#missing[@]} packages: ${missing[*]}"
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update -q &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } \
        >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        die "apt-get could not install the packages (whole log: $log)"
    fi
    rm -f "$log"
}

# build PRESET [TARGET…]: configures once, then builds. Quiet unless something is wrong.
build() {
    local preset=$1 log
    shift
    log=$root/build/$preset.log
    mkdir -p "$root/build"
    if [ ! -f "$root/build/$preset/build.ninja" ]; then
        say "configuring ($preset)"
        (cd "$root" && cmake --preset "$preset") >"$log" 2>&1 || {
            tail -n 15 "$log" >&2
            die "cmake could not configure (whole log: $log)"
        }
    fi
    say "building ($preset)"
    (cd "$root" && cmake --build --preset "$preset" ${1:+--target "$@"}) >"$log" 2>&1 || {
        grep -E 'error|Error|FAILED' "$log" | head -n 20 >&2
        die "the build failed (whole log: $log)"
    }
}
