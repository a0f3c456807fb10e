#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Sets up a bare Debian 12 (packages, build) and starts Loket on a trial store.
#
#   installer/run.sh                  opens the window; without a display: the tour, into ./tour
#   installer/run.sh --tour DIR       drives the real windows through one registration and leaves pictures, receipt, card and store in DIR
#   installer/run.sh --store DIR      uses another store folder (default: the user's data folder)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/installer/setup.sh"

tour='' arguments=()
while [ $# -gt 0 ]; do
    case $1 in
    --tour)
        [ $# -ge 2 ] || die "--tour needs a folder"
        tour=$2
        shift 2
        ;;
    --store | --today)
        [ $# -ge 2 ] || die "$1 needs a value"
        arguments+=("$1" "$2")
        shift 2
        ;;
    -h | --help)
        sed -n '3,8s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
    *) die "unknown option '$1'; see $0 --help" ;;
    esac
done
if [ -z "$tour" ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    tour=./tour
    say "no display: doing the tour into $tour instead of opening the window"
fi

need_packages build run
build release loket loketctl
program=$root/build/release/app/loket
if [ -n "$tour" ]; then
    mkdir -p "$tour" || die "cannot make the folder $tour"
    say "tour into $tour"
    QT_QPA_PLATFORM=offscreen "$program" --tour "$tour" "${arguments[@]}" || die "the tour could not be finished (see above)"
    say "tour finished: $(find "$tour" -maxdepth 1 -name '*.png' | wc -l) pictures in $tour"
else
    say "starting Loket"
    exec "$program" "${arguments[@]}"
fi
