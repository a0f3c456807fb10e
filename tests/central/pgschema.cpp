// SPDX-License-Identifier: Apache-2.0
#include "tests/central/pgschema.h"

namespace Loket::Central {

// Distribution keys, locks and what a restore means: README.md of this folder.
const char *const kPgSchema = R"(
-- One row for each history of this centre; the newest is in force. `start`: the position of the feed where it
-- parts from the one before.
CREATE TABLE epoch (number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text NOT NULL UNIQUE,
    start bigint NOT NULL, made timestamptz NOT NULL DEFAULT now());
-- The last position of the feed. Only the sequencer writes it.
CREATE TABLE head (one boolean PRIMARY KEY DEFAULT true CHECK (one), seq bigint NOT NULL);
INSERT INTO head (seq) VALUES (0);

CREATE TABLE office (code text PRIMARY KEY, name text NOT NULL, areas text[] NOT NULL);
CREATE TABLE officer (office text NOT NULL REFERENCES office, id text NOT NULL, name text NOT NULL,
    role text NOT NULL, PRIMARY KEY (office, id));
CREATE TABLE enrol_code (code text PRIMARY KEY, office text NOT NULL REFERENCES office,
    number int NOT NULL, device text UNIQUE, UNIQUE (office, number));
CREATE TABLE device (id text PRIMARY KEY, office text NOT NULL, workstation text NOT NULL UNIQUE,
    public_key bytea NOT NULL, box_key bytea NOT NULL, state smallint NOT NULL DEFAULT 0,
    generation text NOT NULL DEFAULT '', next_seq bigint NOT NULL DEFAULT 1, prev_hash text NOT NULL DEFAULT '',
    highest_seq bigint NOT NULL DEFAULT 0, highest_hash text NOT NULL DEFAULT '',
    durable_seq bigint NOT NULL DEFAULT 0, cert_text bytea NOT NULL, cert_signature bytea NOT NULL,
    enrolled timestamptz NOT NULL DEFAULT now(),
    last_order bigint NOT NULL DEFAULT 0, -- number of the last order to it
    wiped_text bytea, wiped_signature bytea) WITH (fillfactor = 50); -- its receipt for an order to wipe

-- What came, for ever. A negative seq: kept aside for a person, see CentreDesk.
CREATE TABLE submission (id text PRIMARY KEY, device text NOT NULL, seq bigint NOT NULL,
    header bytea NOT NULL, payload bytea NOT NULL, signature bytea NOT NULL,
    came timestamptz NOT NULL DEFAULT now(), UNIQUE (device, seq));
CREATE TABLE verdict (submission text PRIMARY KEY, state text NOT NULL, body text NOT NULL, proof_signature bytea);
CREATE TABLE undo (submission text PRIMARY KEY, kk text NOT NULL, revision int NOT NULL, before text);

-- Blocks of numbers. That no two share a number is the database's promise, whoever grants.
CREATE TABLE lease (id text PRIMARY KEY, device text NOT NULL, request text NOT NULL, numbers int8range NOT NULL,
    proof_text bytea NOT NULL, proof_signature bytea NOT NULL, returned_from bigint,
    UNIQUE (device, request), EXCLUDE USING gist (numbers WITH &&));
CREATE TABLE next_lease (one boolean PRIMARY KEY DEFAULT true CHECK (one), low bigint NOT NULL);
CREATE TABLE card (number text PRIMARY KEY, submission text NOT NULL);

-- A family that is gone keeps its row, without a body, so that its revision goes on.
CREATE TABLE family (kk text PRIMARY KEY, revision int NOT NULL, area text NOT NULL, village text NOT NULL,
    source text NOT NULL, body text, due date); -- due: when it changes by itself
CREATE INDEX family_due ON family (due) WHERE due IS NOT NULL;
CREATE INDEX family_of_area ON family (area, village, kk) WHERE body IS NOT NULL;
CREATE TABLE family_past (kk text NOT NULL, revision int NOT NULL, body text NOT NULL,
    PRIMARY KEY (kk, revision));
CREATE TABLE person (kk text NOT NULL, position int NOT NULL, nik text NOT NULL, name text NOT NULL,
    born date, PRIMARY KEY (kk, position));
CREATE INDEX person_nik ON person (nik) WHERE nik <> '';
CREATE INDEX person_born ON person (born, left(nik, 6), right(nik, 4)); -- nearPlaces()

-- The feed. A row has no place until the sequencer has seen it committed: a place taken inside the
-- transaction that made it would let a reader pass by one that commits later.
CREATE TABLE change (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, seq bigint UNIQUE, scope text NOT NULL,
    kind text NOT NULL, body text NOT NULL, proof_signature bytea);
CREATE INDEX change_unplaced ON change (id) WHERE seq IS NULL;
CREATE INDEX change_order ON change (scope, id) WHERE kind = 'device';
CREATE INDEX change_of_scope ON change (scope, seq) WHERE seq IS NOT NULL;

CREATE TABLE attachment (sha256 text PRIMARY KEY, length bigint NOT NULL, type text NOT NULL,
    device text NOT NULL, have bigint NOT NULL DEFAULT 0, complete boolean NOT NULL DEFAULT false);
CREATE TABLE attachment_piece (sha256 text NOT NULL REFERENCES attachment ON DELETE CASCADE,
    start bigint NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (sha256, start));

CREATE TABLE snapshot (id text PRIMARY KEY, areas text NOT NULL, epoch text NOT NULL, cursor bigint NOT NULL,
    made timestamptz NOT NULL DEFAULT now(), manifest bytea NOT NULL, signature bytea NOT NULL);
CREATE INDEX snapshot_of_areas ON snapshot (areas, made);
CREATE TABLE snapshot_chunk (sha256 text NOT NULL, snapshot text NOT NULL REFERENCES snapshot ON DELETE CASCADE,
    bytes bytea NOT NULL, PRIMARY KEY (sha256, snapshot));
ALTER TABLE snapshot_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL; -- pieces are read without reading it all

CREATE TABLE edition (id text PRIMARY KEY, text bytea NOT NULL, signature bytea NOT NULL);
CREATE TABLE standing (id text PRIMARY KEY, kind text NOT NULL,
    body text NOT NULL, proof_signature bytea);
)";

namespace {

constexpr const char *kDeviceColumns
    = "SELECT d.id, d.office, d.public_key, d.box_key, d.state, d.generation, d.next_seq, d.prev_hash,"
      " d.highest_seq, d.highest_hash, d.durable_seq FROM device d WHERE d.id = $1 FOR UPDATE";

/// One probe of an index for each scope, then the first of all of them: an idle counter's question costs the
/// same however much was told to others.
constexpr const char *kChanges
    = "SELECT h.seq AS head, e.id AS epoch, d.durable_seq, c.* FROM head h"
      " CROSS JOIN (SELECT id FROM epoch ORDER BY number DESC LIMIT 1) e"
      " JOIN device d ON d.id = $1"
      " LEFT JOIN LATERAL (SELECT x.seq, x.kind, x.body, x.proof_signature FROM unnest($2::text[]) s(scope)"
      "  CROSS JOIN LATERAL (SELECT seq, kind, body, proof_signature FROM change"
      "   WHERE scope = s.scope AND seq > $3 ORDER BY seq LIMIT $4) x"
      "  ORDER BY x.seq LIMIT $4) c ON true ORDER BY c.seq";

/// For an office that looks after everything.
constexpr const char *kAllChanges = "SELECT h.seq AS head, e.id AS epoch, d.durable_seq, c.* FROM head h"
                                    " CROSS JOIN (SELECT id FROM epoch ORDER BY number DESC LIMIT 1) e"
                                    " JOIN device d ON d.id = $1"
                                    " LEFT JOIN LATERAL (SELECT seq, kind, body, proof_signature FROM change"
                                    "  WHERE seq > $3 AND (scope LIKE 'area:%' OR scope = ANY ($2::text[])) "
                                    "ORDER BY seq LIMIT $4) c ON true"
                                    " ORDER BY c.seq";

/// The locks of an envelope: names in one order, then its counter, whose row is answered.
constexpr const char *kHold
    = "WITH held AS MATERIALIZED (SELECT count(pg_advisory_xact_lock(h)) FROM"
      " (SELECT hashtextextended(k, 0) AS h FROM unnest($2::text[]) u(k) ORDER BY 1) s)"
      " SELECT d.id, d.office, d.public_key, d.box_key, d.state, d.generation, d.next_seq, d.prev_hash,"
      " d.highest_seq, d.highest_hash, d.durable_seq FROM held, device d WHERE d.id = $1 FOR UPDATE OF d";

/// All that is asked about a usual envelope, PgBook::Row says what a row is. After the locks, in a statement
/// of its own: a statement sees what was committed before it began.
constexpr const char *kAsk
    = "SELECT 1, id, device, ''::text, seq, 0::bigint, header, payload, signature FROM submission WHERE id = "
      "$1"
      " UNION ALL SELECT 1, id, device, '', seq, 0, header, payload, signature FROM submission"
      "  WHERE device = $2 AND seq = $3 AND id <> $1"
      " UNION ALL SELECT 2, kk, source, COALESCE(body, ''), revision, (body IS NOT NULL)::int, NULL, NULL, "
      "NULL"
      "  FROM family WHERE kk = $4"
      " UNION ALL SELECT 3, nik, kk, '', 0, 0, NULL, NULL, NULL FROM person WHERE nik = ANY ($5::text[])"
      "  AND nik <> ''"
      " UNION ALL SELECT 4, id, device, '', lower(numbers),"
      "  LEAST(upper(numbers), COALESCE(returned_from, upper(numbers))), NULL, NULL, NULL"
      "  FROM lease WHERE id = ANY ($6::text[])"
      " UNION ALL SELECT 5, number, submission, '', 0, 0, NULL, NULL, NULL FROM card"
      "  WHERE number = ANY ($7::text[])"
      " UNION ALL SELECT 6, p.kk, p.nik, p.name, q.place, 0, NULL, NULL, NULL"
      "  FROM unnest($8::text[], $9::text[], $10::text[]) WITH ORDINALITY q(born, nik, near, place)"
      "  CROSS JOIN LATERAL (SELECT kk, nik, name FROM person WHERE born = q.born::date AND kk <> $4"
      "   AND left(nik, 6) = ANY (string_to_array(q.near, ',')) AND right(nik, 4) = right(q.nik, 4)) p"
      "  WHERE q.nik <> ''"
      " UNION ALL SELECT 6, p.kk, p.nik, p.name, q.place, 0, NULL, NULL, NULL"
      "  FROM unnest($8::text[], $9::text[]) WITH ORDINALITY q(born, nik, place)"
      "  CROSS JOIN LATERAL (SELECT kk, nik, name FROM person WHERE born = q.born::date AND kk <> $4"
      "   AND left(nik, 6) = '' ORDER BY kk, position LIMIT $11) p WHERE q.nik <> ''"
      " UNION ALL SELECT 6, p.kk, p.nik, p.name, q.place, 0, NULL, NULL, NULL"
      "  FROM unnest($8::text[], $9::text[]) WITH ORDINALITY q(born, nik, place)"
      "  CROSS JOIN LATERAL (SELECT kk, nik, name FROM person WHERE born = q.born::date AND kk <> $4"
      "   ORDER BY kk, position LIMIT $11) p WHERE q.nik = ''";

/// All that an envelope changes. A part whose id is empty is left out. Answers how many cards it got.
constexpr const char *kWrite
    = "WITH s AS (INSERT INTO submission (id, device, seq, header, payload, signature)"
      "  SELECT $1, $2, $3::bigint, $4::bytea, $5::bytea, $6::bytea WHERE $1 <> ''),"
      " c AS (INSERT INTO card (number, submission) SELECT unnest($7::text[]), $8 ON CONFLICT (number)"
      "  DO UPDATE SET submission = excluded.submission WHERE card.submission = $9 RETURNING 1),"
      " k AS (INSERT INTO family_past (kk, revision, body) SELECT kk, revision, body FROM family"
      "  WHERE kk = $10 AND body IS NOT NULL ON CONFLICT DO NOTHING),"
      " f AS (INSERT INTO family (kk, revision, area, village, source, body, due)"
      "  SELECT $10, $11::int, $12, $13, $14, $15, NULLIF($39, '')::date WHERE $10 <> ''"
      "  ON CONFLICT (kk) DO UPDATE SET revision = excluded.revision, area = excluded.area,"
      "  village = excluded.village, source = excluded.source, body = excluded.body, due = excluded.due),"
      " g AS (DELETE FROM person WHERE kk = $10 AND position >= cardinality($16::text[])),"
      " p AS (INSERT INTO person (kk, position, nik, name, born)"
      "  SELECT $10, ord - 1, nik, name, NULLIF(born, '')::date"
      "  FROM unnest($16::text[], $17::text[], $18::text[]) WITH ORDINALITY u(nik, name, born, ord)"
      "  ON CONFLICT (kk, position) DO UPDATE SET nik = excluded.nik, name = excluded.name,"
      "  born = excluded.born),"
      " u AS (INSERT INTO undo (submission, kk, revision, before)"
      "  SELECT $19, $20, $21::int, NULLIF($22, '') WHERE $19 <> ''"
      "  ON CONFLICT (submission) DO UPDATE SET revision = excluded.revision, before = excluded.before),"
      " v AS (INSERT INTO verdict (submission, state, body, proof_signature)"
      "  SELECT $23, $24, $25, NULLIF($26::bytea, ''::bytea) WHERE $23 <> ''"
      "  ON CONFLICT (submission) DO UPDATE SET state = excluded.state, body = excluded.body,"
      "  proof_signature = excluded.proof_signature),"
      " t AS (INSERT INTO change (scope, kind, body, proof_signature) SELECT scope, kind, body,"
      "  CASE WHEN signature <> '' THEN decode(signature, 'base64') END"
      "  FROM unnest($27::text[], $28::text[], $29::text[], $30::text[])"
      "  WITH ORDINALITY u(scope, kind, body, signature, ord) ORDER BY ord),"
      " d AS (UPDATE device SET state = $32::smallint, generation = $33, next_seq = $34, prev_hash = $35,"
      "  highest_seq = $36, highest_hash = $37, durable_seq = $38 WHERE id = $31)"
      " SELECT count(*) FROM c";

} // namespace

const std::vector<PgStatement> &pgStatements()
{
    static const std::vector<PgStatement> list = {
        // counters
        {"device", kDeviceColumns},
        {"who",
         "SELECT d.public_key, d.box_key, d.state, d.office, array_to_string(o.areas, ',')"
         " FROM device d JOIN office o ON o.code = d.office WHERE d.id = $1"},
        {"areas", "SELECT unnest(areas) FROM office WHERE code = $1"},
        // an envelope: three statements for most of them
        {"hold", kHold},
        {"ask", kAsk},
        {"write", kWrite},
        // what came
        {"submission", "SELECT id, header, payload, signature FROM submission WHERE id = $1"},
        {"submission-at",
         "SELECT id, header, payload, signature FROM submission WHERE device = $1 AND seq = $2"},
        {"verdict", "SELECT state FROM verdict WHERE submission = $1"},
        {"told-verdict", "SELECT body, proof_signature FROM verdict WHERE submission = $1"},
        {"undo", "SELECT kk, revision, COALESCE(before, '') FROM undo WHERE submission = $1"},
        // numbers
        {"lease",
         "SELECT device, lower(numbers), LEAST(upper(numbers), COALESCE(returned_from, upper(numbers)))"
         " FROM lease WHERE id = $1"},
        {"cards", "SELECT number, submission FROM card WHERE number = ANY ($1::text[])"},
        {"give-card", "INSERT INTO card (number, submission) VALUES ($1, $2) ON CONFLICT DO NOTHING"},
        {"is-card-of", "SELECT 1 FROM card WHERE number = $1 AND submission = $2"},
        // families
        {"lock",
         "SELECT pg_advisory_xact_lock(hashtextextended(k, 0))"
         " FROM (SELECT k FROM unnest($1::text[]) u(k) ORDER BY hashtextextended(k, 0)) s"},
        {"family", "SELECT revision, source, body FROM family WHERE kk = $1"},
        {"family-at",
         "SELECT body FROM family WHERE kk = $1 AND revision = $2 AND body IS NOT NULL"
         " UNION ALL SELECT body FROM family_past WHERE kk = $1 AND revision = $2 LIMIT 1"},
        {"nik-known", "SELECT 1 FROM person WHERE nik = $1 AND nik <> '' AND kk <> $2 LIMIT 1"},
        {"born-on",
         "SELECT kk, nik, name FROM person WHERE born = $1::date AND kk <> $2"
         " AND ($3 = '' OR nik = '' OR left(nik, 6) = ANY (string_to_array($4, ',')) AND right(nik, 4) = "
         "right($3, 4))"
         " ORDER BY kk, position LIMIT $5"},
        {"keep-past",
         "INSERT INTO family_past (kk, revision, body) SELECT kk, revision, body FROM family"
         " WHERE kk = $1 AND body IS NOT NULL ON CONFLICT DO NOTHING"},
        {"drop-people", "DELETE FROM person WHERE kk = $1"},
        {"drop-family",
         "INSERT INTO family (kk, revision, area, village, source, body) VALUES ($1, $2, '', '', '', NULL)"
         " ON CONFLICT (kk) DO UPDATE SET revision = excluded.revision, source = '', body = NULL, due = "
         "NULL"},
        {"due", "SELECT kk FROM family WHERE due <= $1::date ORDER BY due, kk LIMIT $2"},
        {"day-lock", "SELECT pg_advisory_xact_lock(4712)"},
        // the feed
        {"changes", kChanges},
        {"all-changes", kAllChanges},
        {"sequencer-lock", "SELECT pg_try_advisory_xact_lock(4711)"},
        {"place",
         "WITH base AS (SELECT seq FROM head FOR UPDATE),"
         " fresh AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM (SELECT id FROM change"
         "  WHERE seq IS NULL ORDER BY id LIMIT 5000) c),"
         " placed AS (UPDATE change SET seq = base.seq + fresh.n FROM fresh, base WHERE change.id = fresh.id"
         "  RETURNING change.seq)"
         " UPDATE head SET seq = head.seq + (SELECT count(*) FROM placed)"
         " WHERE EXISTS (SELECT FROM fresh) RETURNING seq"},
        {"where",
         "SELECT h.seq, e.id FROM head h CROSS JOIN"
         " (SELECT id FROM epoch ORDER BY number DESC LIMIT 1) e"},
    };
    return list;
}

} // namespace Loket::Central
