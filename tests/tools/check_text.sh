#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks that need no build: formatting, spelling, licence lines, arrows between the folders, a README in every room.
set -uo pipefail
cd "$(dirname "$0")/../.."
bad=0
fault() {
    printf 'check_text: %s\n' "$*"
    bad=1
}
mapfile -t sources < <(git ls-files '*.cpp' '*.h')
mapfile -t coded < <(git ls-files '*.cpp' '*.h' '*.cmake' '*CMakeLists.txt' '*.sh' '.ci/run' '*.py')

clang-format-14 --dry-run --Werror "${sources[@]}" 2>/tmp/check_text.$$ || {
    grep -m 20 'error:' /tmp/check_text.$$
    fault "clang-format-14 -i would change these files"
}
rm -f /tmp/check_text.$$
codespell --ignore-words tests/tools/codespell-ignore.txt --skip '*.ts,*.csv,*.svg,*.json,LICENSE,*.bin,*.zst,*.pdf,*.png' \
    $(git ls-files '*.cpp' '*.h' '*.md' '*.cmake' '*CMakeLists.txt' '*.sh' ':!resources/help' ':!resources/regions/LICENSE.md') ||
    fault "codespell found misspelt words"
for file in "${coded[@]}"; do
    head -n 3 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' || fault "$file: no SPDX line"
done
cmake -DROOT="$PWD" -P tests/tools/check_layering.cmake || fault "an include points upwards"
for room in app app/ctl $(ls -d forms model resources tests installer forms/*/ model/*/ resources/*/ tests/*/ 2>/dev/null); do
    room=${room%/}
    [ -n "$(git ls-files "$room")" ] || continue
    [ -f "$room/README.md" ] || fault "$room: no README.md"
done
tests/tools/failures.sh --check >/dev/null || { tests/tools/failures.sh --check; fault "tests/FAILURES.md names what is not there"; }
git grep -nE '\b(TODO|FIXME|HACK|XXX)\b' -- '*.cpp' '*.h' '*.sh' '*.cmake' '*CMakeLists.txt' ':!tests/tools/check_text.sh' && fault "unfinished marks"
[ $bad = 0 ] && echo "check_text: ${#sources[@]} sources, all fine"
exit $bad
