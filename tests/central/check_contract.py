#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks recorded exchanges between counter and centre against the OpenAPI file.

    check_contract.py OPENAPI.json RECORD.jsonl

RECORD is what loket-central writes with LOKET_CENTRAL_RECORD. Every path, query, header, body and status has to be in the
file, and the schemas are closed, so that a key nobody described is a fault. Every operation and
every answer that the file names for it has to occur, but for those of a centre that is out of order (429, 5xx); what
did not is told.
"""
import base64
import json
import re
import sys
from urllib.parse import parse_qsl, urlsplit

from jsonschema import Draft202012Validator

# What HTTP itself needs and every library sends.
TRANSPORT = {"host", "user-agent", "accept", "content-length", "content-type", "connection", "keep-alive", "expect",
             "transfer-encoding", "remote_addr", "remote_port", "local_addr", "local_port"}

OUT_OF_ORDER = {"429", "500", "503"}


class Contract:
    def __init__(self, document):
        self.document = document
        self.root = urlsplit(document["servers"][0]["url"]).path
        self.paths = []
        for template, operations in document["paths"].items():
            form = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", re.sub(r"([.])", r"\\\1", template))
            self.paths.append((re.compile(form + r"\Z"), template, operations))

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def faults_of_value(self, value, schema, place):
        whole = {**schema, "components": self.document["components"]}
        for error in Draft202012Validator(whole).iter_errors(value):
            where = "/".join(str(part) for part in error.absolute_path)
            # The message would show the value, which may be somebody's.
            yield f"{place}/{where}: {error.validator} {json.dumps(error.validator_value)[:120] if error.validator in ('required', 'enum', 'pattern', 'type') else error.message[:200] if error.validator == 'additionalProperties' else ''}"

    def faults_of_text(self, text, schema, place):
        try:
            value = json.loads(text)
        except ValueError:
            yield f"{place}: no JSON"
            return
        yield from self.faults_of_value(value, schema, place)

    def find(self, method, path):
        if not path.startswith(self.root + "/"):
            return None
        for form, template, operations in self.paths:
            match = form.match(path[len(self.root):])
            if match and method.lower() in operations:
                return template, operations[method.lower()], match.groupdict()
        return None

    def faults_of_parameters(self, operation, given, where):
        described = {}
        for parameter in map(self.resolve, operation["parameters"]):
            if parameter["in"] == where:
                described[parameter["name"].lower() if where == "header" else parameter["name"]] = parameter
        for name, value in given.items():
            if name not in described:
                yield f"{where} {name}: not described"
                continue
            schema = described[name]["schema"]
            if schema.get("type") == "integer":
                if not re.fullmatch(r"[0-9]+", value):
                    yield f"{where} {name}: no integer"
                    continue
                value = int(value)
            yield from self.faults_of_value(value, schema, f"{where} {name}")
        for name, parameter in described.items():
            if parameter.get("required") and name not in given:
                yield f"{where} {name}: missing"

    def faults_of_content(self, content, mediatype, value, place):
        if value is None and content is None:
            return
        if content is None or mediatype not in content:
            yield f"{place}: {mediatype or 'a body'} is not described"
        elif mediatype == "application/json":
            yield from self.faults_of_value(value, content[mediatype]["schema"], place)

    def faults_inside(self, name, value):
        """What signed texts, changes and envelopes hold."""
        bodies, schemas = self.document["x-bodies"], self.document["components"]["schemas"]
        changes = list(value.get("entries", [])) + list(value.get("standing", []))
        changes += [receipt["verdict"] for receipt in value.get("receipts", []) if "verdict" in receipt]
        for change in changes:
            kind = change.get("kind")
            if kind not in bodies:
                yield f"change {kind}: not described"
            elif "text" in change:
                yield from self.faults_of_text(change["text"], bodies[kind], f"change {kind}")
            else:
                yield from self.faults_of_value(change.get("body"), bodies[kind], f"change {kind}")
        for envelope in value.get("envelopes", []):
            header = base64.b64decode(envelope["header"])
            yield from self.faults_of_text(header, schemas["EnvelopeHeader"], "envelope header")
        for proof, kind in [(value.get("proof"), "LeaseText"), (value.get("certificate"), "CertificateText"),
                            (value if name == "snapshot" and "text" in value else None, "ManifestText"),
                            (value if name == "edition" and "text" in value else None,
                             "FacilitiesPackage" if '"csv"' in value.get("text", "") else "EditionPackage"),
                            (value if name == "wiped" and "text" in value else None, "WipedText")]:
            if proof:
                yield from self.faults_of_text(proof["text"], schemas[kind], kind)
        for proof in value.get("leases", []):
            yield from self.faults_of_text(proof["text"], schemas["LeaseText"], "LeaseText")

    def faults_of_request(self, exchange, operation, names, query):
        headers = {name: value for name, value in exchange["requestHeaders"].items() if name not in TRANSPORT}
        yield from self.faults_of_parameters(operation, headers, "header")
        yield from self.faults_of_parameters(operation, query, "query")
        yield from self.faults_of_parameters(operation, names, "path")
        content = operation.get("requestBody", {}).get("content")
        sent = exchange["requestHeaders"].get("content-type", "").split(";")[0]
        yield from self.faults_of_content(content, sent, exchange["request"], "request")

    def faults(self, exchange):
        """((operation, status) or None, list of faults)"""
        split = urlsplit(exchange["target"])
        found = self.find(exchange["method"], split.path)
        if not found:
            return None, [f"{exchange['method']} {split.path}: not described"]
        template, operation, names = found
        status = str(exchange["status"])
        faults = []
        if exchange["status"] < 400:  # what was refused may be refused for its form
            faults += self.faults_of_request(exchange, operation, names, dict(parse_qsl(split.query)))
        if status not in operation["responses"]:
            faults.append(f"status {status}: not described")
        else:
            response = self.resolve(operation["responses"][status])
            described = {name.lower(): self.resolve(header) for name, header in response.get("headers", {}).items()}
            for name, header in described.items():
                if header.get("required") and name not in exchange["responseHeaders"]:
                    faults.append(f"answer's header {name}: missing")
            for name in exchange["responseHeaders"]:
                if name not in described:
                    faults.append(f"answer's header {name}: not described")
            faults += self.faults_of_content(response.get("content"), exchange["type"], exchange["response"], "answer")
        texts = [exchange["response"]] + ([exchange["request"]] if exchange["status"] < 400 else [])
        for value in texts:
            if not faults and isinstance(value, dict):
                faults += self.faults_inside(operation["operationId"], value)
        where = f"{exchange['method']} {template} {status}"
        return (operation["operationId"], status), [f"{where}: {fault}" for fault in faults]


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    with open(arguments[0], encoding="utf-8") as file:
        document = json.load(file)
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    contract = Contract(document)
    wanted = {(operation["operationId"], status) for path in document["paths"].values() for operation in path.values()
              for status in operation["responses"] if status not in OUT_OF_ORDER}
    seen, faults, exchanges = {}, [], 0
    with open(arguments[1], encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            answer, found = contract.faults(json.loads(line))
            exchanges += 1
            if answer:
                seen[answer] = seen.get(answer, 0) + 1
            faults += [f"line {number}: {fault}" for fault in found]
    faults += [f"{operation} {status}: never happened" for operation, status in sorted(wanted - seen.keys())]
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    print(f"{exchanges} exchanges, {len(faults)} faults; " + f"{len(wanted & seen.keys())} of {len(wanted)} answers happened: "
          + ", ".join(f"{name} {status} ({count})" for (name, status), count in sorted(seen.items())))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
