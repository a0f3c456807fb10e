#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# check_package.sh BUILD OUT: makes the .deb of a build folder, checks it, unpacks it and starts what is in it.
set -euo pipefail
build=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
(cd "$build" && cpack -G DEB -B "$out/package") >"$out/cpack.log" 2>&1 || {
    tail -n 20 "$out/cpack.log"
    exit 1
}
deb=$(ls "$out"/package/*.deb)
lintian --no-tag-display-limit --tag-display-limit 0 --suppress-tags \
    initial-upload-closes-no-bugs,no-manual-page,embedded-library,hardening-no-fortify-functions,hardening-no-pie,hardening-no-bindnow \
    "$deb" >"$out/lintian.log" 2>&1 || true
if grep -E '^E:' "$out/lintian.log"; then
    echo "check_package: lintian found errors"
    exit 1
fi
desktop-file-validate "$here/../../installer/id.loket.Loket.desktop"
appstreamcli validate --no-net "$here/../../installer/id.loket.Loket.metainfo.xml" >"$out/appstream.log" || {
    cat "$out/appstream.log"
    exit 1
}
dpkg-deb -x "$deb" "$out/installed"
bin=$out/installed/usr/bin
"$bin/loketctl" help >/dev/null
# The face finder is there, finds all it links, and no program links OpenCV itself.
face=$out/installed/usr/lib/loket/loketface.so
if [ -e "$build/lib/loket/loketface.so" ]; then
    [ -e "$face" ] || { echo "check_package: the face finder is missing"; exit 1; }
    if ldd "$face" | grep "not found"; then
        echo "check_package: the face finder lacks libraries"
        exit 1
    fi
    dpkg-deb -f "$deb" Depends | grep -q libopencv-objdetect || { echo "check_package: OpenCV is not in Depends"; exit 1; }
    dpkg-deb -f "$deb" Depends | grep -q opencv-data || { echo "check_package: opencv-data is not in Depends"; exit 1; }
fi
for program in "$bin/loket" "$bin/loketctl"; do
    if ldd "$program" | grep -q opencv; then
        echo "check_package: $(basename "$program") loads OpenCV with every start"
        exit 1
    fi
done
# The installed window program is started for real: it does its tour, away from the source tree.
(cd / && QT_QPA_PLATFORM=offscreen "$bin/loket" --tour "$out/installed-tour" >"$out/tour.log" 2>&1) || {
    tail -n 20 "$out/tour.log"
    exit 1
}
ls "$out"/installed-tour/receipt.pdf >/dev/null
echo "check_package: $(basename "$deb") $(stat -c %s "$deb") bytes; its loket and loketctl start"
