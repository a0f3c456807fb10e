#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Sets up a bare Debian 12 and runs every test.
#
#   tests/run.sh             everything: checks of the text, the checked build, all tests, the model under ASan and UBSan, the tour, the package
#   tests/run.sh quick       the checked build and its tests only
#   tests/run.sh bench       the measurements (they print ratios; they never fail a run)
#   tests/run.sh long        the long versions of the kill, fault and mutation tests
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/installer/setup.sh"
mode=${1:-all}
case $mode in
all | quick | bench | long) ;;
-h | --help)
    sed -n '3,8s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
*) die "unknown mode '$mode'; see $0 --help" ;;
esac
started=$SECONDS
stamp() { say "$1 ($((SECONDS - started)) s since the start)"; }

need_packages build run test
cd "$root"

if [ "$mode" = all ]; then
    stamp "checks of the text"
    tests/tools/check_text.sh || die "the text checks found something (see above)"
fi

if [ "$mode" = bench ]; then
    build bench
    for program in build/bench/tests/bench/bench_*; do
        [ -x "$program" ] && [ -f "$program" ] || continue
        stamp "$(basename "$program")"
        QT_QPA_PLATFORM=offscreen TZ=Asia/Jakarta LC_ALL=C.UTF-8 "$program"
    done
    exit 0
fi

build ci
if [ "$mode" = long ]; then
    stamp "long tests"
    export QTEST_FUNCTION_TIMEOUT=36000000 # each ends by itself, some after an hour
    LOKET_MUTATIONS=100000 ctest --preset ci -R '^tst_assess$' --output-on-failure -V
    LOKET_CHAOS=10000 LOKET_MERGES=1000000 ctest --preset ci -R '^tst_(chaos|merge)$' --timeout 7200 --output-on-failure -V
    LOKET_CARD_BATCHES=50000 ctest --preset ci -R '^tst_cardrun$' --output-on-failure -V
    LOKET_PORTRAIT_SEEDS=20 ctest --preset ci -R '^tst_portrait$' --output-on-failure -V
    LOKET_FAULTS=full ctest --preset ci -R '^tst_nthfault$' --timeout 14400 --output-on-failure -V
    build asan
    LOKET_CORRUPTIONS=10000 ctest --preset asan -R '^tst_corruptions$' --timeout 7200 --output-on-failure -V
    LOKET_KILLS=500 LOKET_WINDOW_KILLS=100 LOKET_FAULTS=full ctest --preset ci -L 'e2e' --output-on-failure
    exit 0
fi
stamp "tests"
ctest --preset ci -j2 --output-on-failure
[ "$mode" = all ] || exit 0

build asan
stamp "the model under ASan and UBSan"
# The random tests were whole above; a tenth of them is enough for what the sanitizers look for.
LOKET_CHAOS=40 LOKET_MERGES=2000 ctest --preset asan -j2 -L 'model|store' --output-on-failure

stamp "the tour"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
QT_QPA_PLATFORM=offscreen build/ci/app/loket --tour "$out/tour" || die "the tour could not be finished"
for file in receipt.pdf case.json; do
    [ -s "$out/tour/$file" ] || die "the tour left no $file"
done
ls "$out"/tour/card-*.pdf >/dev/null || die "the tour left no card"

stamp "the package"
tests/tools/check_package.sh build/ci "$out" || die "the package is not right (see above)"
stamp "all done"
