#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Plays the table of tests/FAILURES.md: runs the tests that each row names and prints how often what was reached.
#
#   tests/tools/failures.sh             every row
#   tests/tools/failures.sh WORDS       the rows whose first column has these words
#   tests/tools/failures.sh --check     no run: every named test and function exists, and is built
set -uo pipefail
cd "$(dirname "$0")/../.."
table=tests/FAILURES.md
preset=${LOKET_PRESET:-ci}

# "row|test function …": a test without a function is meant as a whole.
rows() {
    awk -F'|' '/^\|/ && $2 !~ /^ *(failure|-+) *$/ {
        gsub(/^ +| +$/, "", $2); names = ""; rest = $4
        while (match(rest, /`tst_[a-z0-9]+(: [A-Za-z0-9]+)?`/)) {
            name = substr(rest, RSTART + 1, RLENGTH - 2); sub(/: /, ":", name)
            names = names " " name; rest = substr(rest, RSTART + RLENGTH)
        }
        print $2 "|" substr(names, 2)
    }' "$table"
}

check() {
    local bad=0 row names name test function source found=0
    while IFS='|' read -r row names; do
        found=$((found + 1))
        [ -n "$names" ] || { printf 'failures: "%s" names no test\n' "$row"; bad=1; }
        for name in $names; do
            test=${name%%:*}
            function=${name#"$test"}
            function=${function#:}
            source=$(git ls-files "tests/*/$test.cpp")
            if [ -z "$source" ]; then
                printf 'failures: "%s": there is no %s\n' "$row" "$test"
                bad=1
            elif ! grep -qE "(\b$test\b|[ (]${test#tst_}[ )]|foreach\(.*\b${test#tst_}\b)" "$(dirname "$source")/CMakeLists.txt"; then
                printf 'failures: "%s": %s is not built\n' "$row" "$test"
                bad=1
            elif [ -n "$function" ] && ! grep -qE "\bvoid (\w+::)?$function\(\)" "$source"; then
                printf 'failures: "%s": %s has no %s\n' "$row" "$test" "$function"
                bad=1
            fi
        done
    done < <(rows)
    [ "$found" -gt 0 ] || { printf 'failures: no table in %s\n' "$table"; bad=1; }
    [ $bad = 0 ] && printf 'failures: %d rows, every test is there\n' "$found"
    return $bad
}

# What one test said: its figures and how it ended. Each test runs once, however many rows name it.
declare -A said
play() {
    local test=$1
    [ -n "${said[$test]:-}" ] && return
    said[$test]=$(ctest --preset "$preset" -R "^$test\$" --no-tests=error -V 2>&1 |
        sed -nE 's/^[0-9]+: (QINFO|PASS|FAIL!|Totals)( *: |: )/\1: /p' || true)
    case ${said[$test]} in
    *"Totals: "*" 0 failed"*) ;;
    *)
        said[$test]+=$'\nFAIL!: '"$test did not end well"
        ended=1
        ;;
    esac
}

ended=0
case ${1:-} in
-h | --help) sed -n '3,7s/^# \{0,1\}//p' "$0" ;;
--check) check ;;
*)
    check || exit 1
    while IFS='|' read -r row names; do
        [[ $row == *"${1:-}"* ]] || continue
        printf '\n%s\n' "$row"
        for name in $names; do
            test=${name%%:*}
            function=${name#"$test"}
            play "$test"
            # Of a function only its own figures; a function with rows passes once for each.
            printf '  %s: %s passed\n' "$name" \
                "$(grep -cE "^PASS: \w+::${function#:}${function:+\(}" <<<"${said[$test]}")"
            grep -E "^(QINFO: \w+::${function#:}|FAIL!)" <<<"${said[$test]}" | sed 's/^[A-Z!]*: \(\w*::\)*/    /'
        done
    done < <(rows)
    exit $ended
    ;;
esac
