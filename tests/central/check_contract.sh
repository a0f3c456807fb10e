#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The real counter and the real stand-in talk, and every exchange is checked against the OpenAPI file; then faults are
# planted in the record, each of which has to be found. LOKETCTL, LOKET_CENTRAL, LOKET_CONTRACT: the built programs.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
api=$root/resources/api/loket-central.openapi.json
check() { python3 "$root/tests/central/check_contract.py" "$api" "$@"; }
work=$(mktemp -d)
host=
finish() {
    exec 8>&- || true
    [ -z "$host" ] || wait "$host" || true
    rm -rf "$work"
}
trap finish EXIT
field() { python3 -c "import json,sys; print(eval('json.load(open(sys.argv[1]))' + sys.argv[2]))" "$1" "$2"; }
ctl() { "$LOKETCTL" --store "$work/$counter" --today 2022-03-01 "$@" >"$work/answer.json"; }

mkfifo "$work/input"
LOKET_CENTRAL_RECORD=$work/record.jsonl "$root/tests/central/run.sh" --dir "$work/centre" --participants 300 \
    >"$work/ready.json" <"$work/input" &
host=$!
exec 8>"$work/input"
for _ in $(seq 300); do
    [ -s "$work/ready.json" ] && break
    kill -0 "$host" || exit 1
    sleep 0.1
done
url=$(field "$work/ready.json" '["urls"][0]')
ca=$(field "$work/ready.json" '["ca"]')

# The same family is registered twice, so that there is a verdict with a reason.
python3 - "$root/tests/central/contract.case.json" "$work" <<'PY'
import json, sys
case = json.load(open(sys.argv[1]))
json.dump(case, open(sys.argv[2] + "/first.json", "w"))
case["family"]["members"][0]["name"] = "BUDI WIJAYA"
json.dump(case, open(sys.argv[2] + "/second.json", "w"))
PY
for counter in one two; do
    number=$([ $counter = one ] && echo 0 || echo 1)
    ctl enrol --central "$url" --ca "$ca" --code "$(field "$work/ready.json" "[\"codes\"][0][$number]")"
    ctl sync
    ctl submit "$work/$([ $counter = one ] && echo first || echo second).json"
    ctl sync
    ctl sync
done

# An edition, a message and an order reach the first counter; a case with a picture, too.
mkdir "$work/2022-02"
cat >"$work/2022-02/edition.json" <<'JSON'
{"id": "2022-02", "title": "Uji", "effectiveFrom": "2022-02-01", "extends": "handbook", "source": "Uji", "signature": null}
JSON
printf 'name,type,value,unit,from,source,note\nfirst-payment.from-days,number,21,days,,Uji 1/2022,\n' >"$work/2022-02/parameters.csv"
cat >"$work/message.json" <<'JSON'
{"id": "m-1", "from": "2022-03-01", "until": "2032-03-05", "level": "info",
 "title": {"id": "Tutup", "en": "Closed"}, "text": {"id": "Libur", "en": "Holiday"}}
JSON
central() { "$LOKET_CENTRAL" --dir "$work/centre" "$@"; }
central --publish-edition "$work/2022-02"
printf 'code,name,kind,area\n09020101,Puskesmas Uji,puskesmas,Kota Uji\n03010701,Puskesmas Tebet Contoh,puskesmas,Kota Uji\n0138U020,Klinik Uji,klinik,Kota Uji\n' >"$work/fktp-2022-02.csv"
central --publish-facilities "$work/fktp-2022-02.csv" --from 2022-02-01
central --announce "$work/message.json"
database() { "$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)/psql" -qAt -d "$(cat "$work/centre/database")" -c "$1"; }
central --order freeze --reason Diperiksa --reason-en "Looked into" --device "$(database 'SELECT id FROM device ORDER BY enrolled LIMIT 1')"
until [ "$(database 'SELECT count(*) FROM change WHERE seq IS NULL')" = 0 ]; do sleep 0.1; done
counter=one
ctl sync

# The one carries a file of the other's.
python3 - "$work" <<'PY'
import json, sys
case = json.load(open(sys.argv[1] + "/first.json"))
case["family"]["kk"], case["family"]["members"][0]["nik"] = "3174010101229902", "3174010203809902"
json.dump(case, open(sys.argv[1] + "/third.json", "w"))
PY
counter=two
ctl submit "$work/third.json"
ctl courier export "$work/load"
counter=one
ctl courier carry "$work/load" --out "$work/reply"
counter=two
ctl courier import "$work/reply"

# The other is wiped, and says so.
central --order wipe --device "$(database 'SELECT id FROM device ORDER BY enrolled OFFSET 1 LIMIT 1')"
until [ "$(database 'SELECT count(*) FROM change WHERE seq IS NULL')" = 0 ]; do sleep 0.1; done
if ctl sync; then
    echo "a wiped counter goes on" >&2
    exit 1
fi
[ ! -e "$work/two/store.db" ]
[ "$(database "SELECT count(*) FROM device WHERE wiped_text IS NOT NULL")" = 1 ]

"$LOKET_CONTRACT" "$work/ready.json" "$work/centre" 2022-02
check "$work/record.jsonl"

# Each of these the check has to find.
plant() {
    python3 - "$work/record.jsonl" "$work/planted.jsonl" "$1" <<'PY'
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
def rewrite(signed, key, value):
    text = json.loads(signed["text"])
    text[key] = value
    signed["text"] = json.dumps(text)
exec(sys.argv[3], {"lines": lines, "rewrite": rewrite, "pick": lambda text: next(line for line in lines if text in line["target"] and line["status"] == 200)})
open(sys.argv[2], "w").write("".join(json.dumps(line) + "\n" for line in lines))
PY
    if check "$work/planted.jsonl" >/dev/null 2>"$work/found"; then
        echo "not found: $1" >&2
        exit 1
    fi
    head -n 1 "$work/found"
}
plant 'pick("/hello")["response"]["surprise"] = 1'
plant 'pick("/submissions")["request"]["envelopes"][0]["extra"] = ""'
plant 'pick("/hello")["status"] = 202'
plant 'pick("/leases")["target"] = "/v1/loans"'
plant 'pick("/changes")["target"] += "&colour=red"'
plant 'pick("/hello")["requestHeaders"]["x-unknown"] = "1"'
plant 'pick("/hello")["responseHeaders"]["x-unknown"] = "1"'
plant 'del pick("/enrol")["response"]["certificate"]'
plant 'next(c for l in lines if l["response"] and "/changes" in l["target"] and l["status"] == 200 for c in l["response"]["entries"] if c["kind"] == "announcement")["body"]["colour"] = "red"'
plant 'rewrite(next(c for l in lines if l["response"] and "/changes" in l["target"] and l["status"] == 200 for c in l["response"]["entries"] if c["kind"] == "edition"), "effectiveFrom", "soon")'
plant 'rewrite(next(c for l in lines if l["response"] and "/changes" in l["target"] and l["status"] == 200 for c in l["response"]["entries"] if c["kind"] == "device"), "order", "dance")'
plant 'rewrite(next(l for l in lines if "/editions/fktp" in l["target"] and l["status"] == 200)["response"], "csv", 5)'
plant 'rewrite(pick("/wiped")["request"], "unsent", -1)'
plant 'rewrite(pick("/editions/")["response"], "files", {})'
plant 'del next(l for l in lines if l["status"] == 409)["responseHeaders"]["upload-offset"]'
plant 'next(l for l in lines if l["status"] == 204)["requestHeaders"]["upload-length"] = "many"'
plant 'next(l for l in lines if l["status"] == 206)["requestHeaders"]["range"] = "bytes=all"'
plant 'pick("/return")["request"]["more"] = 1'
plant 'next(l for l in lines if l["status"] == 403)["response"] = {}'
plant 'next(l for l in lines if l["status"] == 410)["response"]["why"] = "old"'
# And every path and answer that did not happen.
for path in enrol hello submissions changes 'leases"' return attachments 'snapshot"' chunks editions courier wiped; do
    plant "lines[:] = [l for l in lines if '$path' not in (l['target'] + '\"').replace('?', '\"?')]"
done
for status in 206 400 401 403 409 410 416; do
    plant "lines[:] = [l for l in lines if l['status'] != $status]"
done
echo "the contract holds, and every planted fault was found"
