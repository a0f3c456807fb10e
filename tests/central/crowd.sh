#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The load of a country on this machine: a private centre, and loket-crowd as its counters.
#
#   tests/central/crowd.sh [--offices M] [--counters K] [--processes N] [--steady S] [--storm S]
#
# 515 offices of 6 counters, two processes, 60 s of steady work and 90 s of the morning storm unless told otherwise;
# --storm 900 goes on until all that waited is in. Ends with 1 when a call failed or a verdict is not "accepted".
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/installer/setup.sh"
offices=515 counters=6 processes=2 steady=60 storm=90
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help)
        sed -n '3,8s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
    --offices | --counters | --processes | --steady | --storm)
        [[ ${2:-} =~ ^[0-9]+$ ]] || die "$1 needs a whole number"
        declare "${1#--}=$2"
        shift 2
        ;;
    *) die "unknown option '$1'; see $0 --help" ;;
    esac
done
build bench loket-central loket-crowd >&2
dir=$(mktemp -d)
finish() {
    trap - EXIT TERM INT HUP
    exec 9>&- # run.sh ends with its input
    wait || true
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' TERM INT HUP
mkfifo "$dir/in" "$dir/ready"
LOKET_CENTRAL=$root/build/bench/tests/central/loket-central "$root/tests/central/run.sh" --dir "$dir/centre" \
    --offices "$offices" --codes "$counters" --processes "$processes" <"$dir/in" >"$dir/ready" &
exec 9>"$dir/in"
read -r line <"$dir/ready" || die "the centre did not start"
printf '%s\n' "$line" >"$dir/ready.json"
echo "$((offices * counters)) counters, $processes processes on $(nproc) processors, load average before: $(cut -d' ' -f1-3 /proc/loadavg)"
"$root/build/bench/tests/central/loket-crowd" "$dir/ready.json" --steady "$steady" --storm "$storm"
