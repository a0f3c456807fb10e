#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A centre for tests and trials on this machine alone: a private PostgreSQL and loket-central on 127.0.0.1.
#
#   tests/central/run.sh --dir D [--port P] [--processes N] [--offices M] [--codes K] [--participants N] \
#       [--today DAY]
#
# Prints one JSON line when it is ready, {"urls":[…],"ca":"…/ca.pem","codes":[["code of office 1","…"],…]}, and ends with
# everything it started on SIGTERM or when its standard input closes. What it made stays in D: started again on it, the
# centre goes on where it was. D/database holds what libpq needs, D/central-0.pid … the processes.
# LOKET_CENTRAL: the program, when it is built already.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/installer/setup.sh"
dir= port=0 processes=1 offices=2 codes=8 participants=3000 today=
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help)
        sed -n '3,12s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
    --dir | --port | --processes | --offices | --codes | --participants | --today)
        [ -n "${2:-}" ] || die "$1 needs a value"
        declare "${1#--}=$2"
        shift 2
        ;;
    *) die "unknown option '$1'; see $0 --help" ;;
    esac
done
[ -n "$dir" ] || die "--dir D is needed"
for number in "$port" "$processes" "$offices" "$codes" "$participants"; do
    [[ $number =~ ^[0-9]+$ ]] || die "'$number' is not a whole number"
done
[ "$processes" -ge 1 ] && [ "$offices" -ge 1 ] || die "--processes and --offices are 1 at least"

exec 3<&0 # of a command in the background bash closes 0
central=${LOKET_CENTRAL:-$root/build/ci/tests/central/loket-central}
if [ -z "${LOKET_CENTRAL:-}" ]; then
    need_packages build run test >&2
    build ci loket-central loketctl >&2
fi
[ -x "$central" ] || die "$central is missing"
pg=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$pg" ] || die "PostgreSQL is missing"

mkdir -p "$dir"
dir=$(cd "$dir" && pwd -P)
chmod 711 "$dir"
# The socket's path may have 107 bytes only, and PostgreSQL does not run as root.
run=$(mktemp -d /tmp/loket-central.XXXXXX)
as=()
if [ "$(id -u)" = 0 ]; then
    as=(setpriv --reuid postgres --regid postgres --init-groups)
    chown postgres: "$run"
fi
data=$dir/pg
pids=()

stop_postgres() { (cd / && "${as[@]}" "$pg/pg_ctl" -D "$data" -m fast -w stop) >/dev/null 2>&1 || true; }
# shellcheck disable=SC2317
finish() {
    trap - EXIT TERM INT HUP
    [ ${#pids[@]} = 0 ] || kill -TERM "${pids[@]}" 2>/dev/null || true
    [ -z "${reader:-}" ] || kill "$reader" 2>/dev/null || true
    [ ${#pids[@]} = 0 ] || wait "${pids[@]}" 2>/dev/null || true # the database ends last
    stop_postgres
    wait 2>/dev/null || true
    [ "$data" = "$dir/pg" ] || { mv "$data" "$dir/pg" && rm -f "$dir/pg.place"; }
    rm -rf "$run" "$dir"/central-*.pid
}
trap finish EXIT
trap 'exit 0' TERM INT HUP

# A data folder that a killed run left elsewhere; else the one in D, where the server's user can reach it.
[ ! -f "$dir/pg.place" ] || { data=$(cat "$dir/pg.place") && stop_postgres && mv "$data" "$dir/pg" && rm "$dir/pg.place"; }
data=$dir/pg
mkdir -p "$data"
[ ${#as[@]} = 0 ] || chown postgres: "$data"
chmod 700 "$data"
if ! (cd / && "${as[@]}" test -w "$data"); then
    mv "$data" "$run/pg"
    data=$run/pg
    echo "$data" >"$dir/pg.place"
fi
if [ ! -f "$data/PG_VERSION" ]; then
    (cd / && "${as[@]}" "$pg/initdb" -D "$data" -U loket -A trust -E UTF8 --locale=C.UTF-8 --no-instructions) >"$dir/initdb.log" ||
        die "initdb failed, see $dir/initdb.log"
    cat >>"$data/postgresql.conf" <<'CONF'
listen_addresses = ''
max_connections = 200
shared_buffers = 256MB
max_wal_size = 2GB
jit = off
default_toast_compression = lz4
CONF
fi
# A child whose parent is gone ends, however that was: kill -9 of this script leaves nothing behind. INT: a fast shutdown.
(cd / && exec "${as[@]}" setpriv --pdeathsig INT "$pg/postgres" -D "$data" -k "$run") >"$run/log" 2>&1 3<&- </dev/null &
postgres=$!
until "$pg/pg_isready" -q -h "$run"; do
    kill -0 "$postgres" 2>/dev/null || {
        cat "$run/log" >&2
        die "PostgreSQL did not start"
    }
    sleep 0.1
done
echo "host=$run user=loket dbname=loket" >"$dir/database"
"$pg/psql" -qAt -h "$run" -U loket -d postgres -c "SELECT 1 FROM pg_database WHERE datname = 'loket'" | grep -q 1 ||
    "$pg/createdb" -h "$run" -U loket loket

# A certificate authority of its own, and a leaf for this machine.
if [ ! -f "$dir/server.pem" ]; then
    (
        umask 077
        cd "$dir"
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Loket trial CA" \
            -keyout ca.key -out ca.pem
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=localhost" -keyout server.key -out server.csr
        openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -out server.pem \
            -extfile <(echo "subjectAltName=IP:127.0.0.1,DNS:localhost")
        rm -f server.csr
        chmod 644 ca.pem
    ) 2>"$dir/openssl.log" || die "openssl failed, see $dir/openssl.log"
fi

made=$("$central" --init --dir "$dir" --offices "$offices" --codes "$codes" --participants "$participants")
urls=
for ((i = 0; i < processes; i++)); do
    wanted=0
    [ "$port" = 0 ] || wanted=$((port + i))
    mkfifo "$run/ready.$i"
    setpriv --pdeathsig TERM "$central" --serve --dir "$dir" --port "$wanted" ${today:+--today "$today"} >"$run/ready.$i" 2>>"$dir/central-$i.log" 3<&- </dev/null &
    pids+=($!)
    echo $! >"$dir/central-$i.pid"
    read -r got <"$run/ready.$i" || die "loket-central did not start, see $dir/central-$i.log"
    urls+="${urls:+,}\"https://127.0.0.1:$got\""
done
printf '{"urls":[%s],"ca":"%s","codes":%s}\n' "$urls" "$dir/ca.pem" "$made"

cat <&3 >/dev/null &
reader=$!
wait "$reader" || true
