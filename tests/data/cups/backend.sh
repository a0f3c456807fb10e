#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The device at the end of a test queue: keeps what a printer would print, one file a job, whole or not at all.
# In the folder of its URI a test may put "gate" (a FIFO: every job waits until somebody writes a line) and
# "exit" (its first line ends the next job with this code instead of printing it).
[ $# -eq 0 ] && { echo 'direct loket "Loket" "Loket"'; exit 0; }
dir=${DEVICE_URI#loket:}
part="$dir/.part-$1"
trap 'rm -f "$part"; exit 1' TERM INT HUP
if [ -n "$6" ]; then cat "$6" >"$part"; else cat >"$part"; fi
[ -p "$dir/gate" ] && read -r _ <"$dir/gate"
if mv "$dir/exit" "$dir/.exit-$1" 2>/dev/null; then
    read -r code <"$dir/.exit-$1"
    rm -f "$part" "$dir/.exit-$1"
    exit "$code"
fi
mv "$part" "$dir/$1-$3.pdf"
echo "PAGE: 1 1" >&2
exit 0
