#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh is killed with -9: PostgreSQL and the services end with it, and the centre goes on where it was when it is started
# again. LOKET_CENTRAL: the built program.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
host=
finish() {
    exec 8>&- || true
    [ -z "$host" ] || wait "$host" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
mkfifo "$work/input"
start() {
    rm -f "$work/ready.json"
    "$root/tests/central/run.sh" --dir "$work/centre" --processes 2 --participants 0 >"$work/ready.json" <"$work/input" 8>&- &
    host=$!
    exec 8>"$work/input"
    until [ -s "$work/ready.json" ]; do
        kill -0 "$host" || exit 1
        sleep 0.1
    done
}
children() {
    local data=$work/centre/pg
    [ ! -f "$work/centre/pg.place" ] || data=$(cat "$work/centre/pg.place")
    head -n 1 "$data/postmaster.pid"
    cat "$work"/centre/central-*.pid
}
psql() { "$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)/psql" -qAt -d "$(cat "$work/centre/database")" -c "$1"; }

start
psql "INSERT INTO office (code, name, areas) VALUES ('kept', 'Kept', '{}')"
pids=$(children)
[ "$(wc -w <<<"$pids")" = 3 ] || { echo "3 processes were expected, not: $pids" >&2; exit 1; }
for pid in $pids; do
    kill -0 "$pid"
done
kill -KILL "$host"
wait "$host" 2>/dev/null || true
for pid in $pids; do
    timeout 30 tail --pid="$pid" -f /dev/null || { echo "process $pid outlives run.sh" >&2; exit 1; }
done
start
[ "$(psql "SELECT name FROM office WHERE code = 'kept'")" = Kept ] || { echo "what was committed is not there" >&2; exit 1; }
echo "3 processes ended with run.sh, and what was committed is there"
