// SPDX-License-Identifier: Apache-2.0
#include "model/store/migrations.h"

namespace Loket {

// Times are UTC milliseconds, days ISO text, ids of cases the 16 bytes of the UUID. A text that is not known
// is ''.
const MigrationList &storeMigrations()
{
    static const MigrationList list = {
        {"first release",
         {
             "CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT "
             "ROWID",

             "CREATE TABLE officer (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL,"
             " is_active INTEGER NOT NULL DEFAULT 1) STRICT, WITHOUT ROWID",

             // One row. seq and last_hash belong to the last envelope that was made.
             "CREATE TABLE device (one INTEGER PRIMARY KEY CHECK (one = 1), device_id TEXT NOT NULL,"
             " key_id TEXT NOT NULL DEFAULT '', keys BLOB NOT NULL DEFAULT x'', seq INTEGER NOT NULL DEFAULT "
             "0,"
             " last_hash BLOB NOT NULL DEFAULT x'', generation TEXT NOT NULL) STRICT",

             "CREATE TABLE draft (id TEXT NOT NULL PRIMARY KEY, officer TEXT NOT NULL, service TEXT NOT NULL,"
             " title TEXT NOT NULL, body TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
             "CREATE INDEX draft_saved ON draft (saved_at)",
             "CREATE INDEX draft_officer ON draft (officer, saved_at)",

             "CREATE TABLE case_record (id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
             " device_seq INTEGER NOT NULL UNIQUE, service TEXT NOT NULL, kk TEXT NOT NULL, day TEXT NOT "
             "NULL,"
             " state TEXT NOT NULL, reference TEXT NOT NULL UNIQUE, content TEXT NOT NULL,"
             " content_sha256 BLOB NOT NULL CHECK (length(content_sha256) = 32), assessment TEXT NOT NULL,"
             " officer TEXT NOT NULL, saved_at INTEGER NOT NULL, reason TEXT NOT NULL DEFAULT '',"
             " corrects BLOB) STRICT",
             "CREATE INDEX case_kk ON case_record (kk, device_seq)",
             "CREATE INDEX case_state ON case_record (state, device_seq)",
             "CREATE INDEX case_day ON case_record (day)",

             "CREATE TABLE case_number (case_id BLOB NOT NULL REFERENCES case_record (id), member INTEGER "
             "NOT NULL,"
             " card TEXT NOT NULL UNIQUE, va TEXT NOT NULL, state TEXT NOT NULL,"
             " PRIMARY KEY (case_id, member)) STRICT, WITHOUT ROWID",
             "CREATE INDEX case_number_va ON case_number (va)",

             // What a waiting case makes of its family; gone when the verdict is in.
             "CREATE TABLE pending_effect (case_id BLOB NOT NULL PRIMARY KEY REFERENCES case_record (id),"
             " kk TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID",
             "CREATE INDEX pending_effect_kk ON pending_effect (kk)",
             "CREATE TABLE pending_member (id INTEGER PRIMARY KEY,"
             " case_id BLOB NOT NULL REFERENCES pending_effect (case_id) ON DELETE CASCADE,"
             " position INTEGER NOT NULL, kk TEXT NOT NULL, nik TEXT NOT NULL, card TEXT NOT NULL, va TEXT "
             "NOT NULL,"
             " phone_key TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, birth_date TEXT NOT NULL,"
             " segment TEXT NOT NULL, class INTEGER NOT NULL, fktp TEXT NOT NULL, status TEXT NOT NULL,"
             " UNIQUE (case_id, position)) STRICT",
             "CREATE INDEX pending_member_kk ON pending_member (kk)",
             "CREATE INDEX pending_member_nik ON pending_member (nik)",
             "CREATE INDEX pending_member_card ON pending_member (card)",
             "CREATE INDEX pending_member_va ON pending_member (va)",
             "CREATE INDEX pending_member_phone ON pending_member (phone_key)",
             "CREATE INDEX pending_member_name ON pending_member (name_key)",
             "CREATE VIRTUAL TABLE pending_name USING fts5 (name_key, content='pending_member', "
             "content_rowid='id',"
             " prefix='2 3', detail=none, tokenize='unicode61')",
             "CREATE TRIGGER pending_member_added AFTER INSERT ON pending_member BEGIN"
             " INSERT INTO pending_name (rowid, name_key) VALUES (new.id, new.name_key); END",
             "CREATE TRIGGER pending_member_gone AFTER DELETE ON pending_member BEGIN"
             " INSERT INTO pending_name (pending_name, rowid, name_key) VALUES ('delete', old.id, "
             "old.name_key); END",

             // header, payload and signature are made once at save and never made again.
             "CREATE TABLE outbox (device_seq INTEGER PRIMARY KEY,"
             " case_id BLOB NOT NULL UNIQUE REFERENCES case_record (id), header BLOB NOT NULL,"
             " payload BLOB NOT NULL, signature BLOB NOT NULL, sha256 BLOB NOT NULL CHECK (length(sha256) = "
             "32),"
             " state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, next_try INTEGER NOT NULL DEFAULT 0,"
             " last_error TEXT NOT NULL DEFAULT '', sent_at INTEGER NOT NULL DEFAULT 0,"
             " acked_at INTEGER NOT NULL DEFAULT 0) STRICT",
             "CREATE INDEX outbox_state ON outbox (state, device_seq)",

             "CREATE TABLE number_lease (lease_id TEXT NOT NULL PRIMARY KEY, low INTEGER NOT NULL,"
             " high INTEGER NOT NULL, next INTEGER NOT NULL, state TEXT NOT NULL, granted_at INTEGER NOT "
             "NULL,"
             " expires_at INTEGER NOT NULL DEFAULT 0, CHECK (next BETWEEN low AND high + 1))"
             " STRICT, WITHOUT ROWID",
             "CREATE INDEX number_lease_state ON number_lease (state, low)",

             "CREATE TABLE audit (seq INTEGER PRIMARY KEY, prev_hash BLOB NOT NULL, hash BLOB NOT NULL,"
             " at INTEGER NOT NULL, officer TEXT NOT NULL, role TEXT NOT NULL, workstation TEXT NOT NULL,"
             " action TEXT NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL) STRICT",

             "CREATE TABLE postcode (village TEXT NOT NULL PRIMARY KEY, postcode TEXT NOT NULL,"
             " used_at INTEGER NOT NULL) STRICT, WITHOUT ROWID",

             "CREATE TABLE print_log (id INTEGER PRIMARY KEY, what TEXT NOT NULL, reference TEXT NOT NULL,"
             " reason TEXT NOT NULL, day TEXT NOT NULL, at INTEGER NOT NULL, officer TEXT NOT NULL) STRICT",
             "CREATE INDEX print_log_reference ON print_log (what, reference)",
             "CREATE INDEX print_log_day ON print_log (what, day)",

             // file: the random name under blobs/. sent_at 0: the centre does not have it yet.
             "CREATE TABLE blob (sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),"
             " file TEXT NOT NULL UNIQUE, length INTEGER NOT NULL, mime TEXT NOT NULL, created_at INTEGER "
             "NOT NULL,"
             " sent_at INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID",
             // No reference to blob: a case may name a picture that this counter gets later, or never.
             "CREATE TABLE blob_use (case_id BLOB NOT NULL REFERENCES case_record (id),"
             " sha256 BLOB NOT NULL CHECK (length(sha256) = 32), role TEXT NOT NULL,"
             " PRIMARY KEY (case_id, sha256, role)) STRICT, WITHOUT ROWID",
             "CREATE INDEX blob_use_sha256 ON blob_use (sha256)",
             "CREATE INDEX blob_unsent ON blob (sent_at) WHERE sent_at = 0",

             // Entries of the feed that this program could not apply; kept for a later one.
             "CREATE TABLE feed_parked (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL,"
             " reason TEXT NOT NULL) STRICT",
         }},
        {"cases on existing families",
         {
             "ALTER TABLE draft ADD COLUMN kk TEXT NOT NULL DEFAULT ''",
             "ALTER TABLE draft ADD COLUMN note TEXT NOT NULL DEFAULT ''",
             "ALTER TABLE draft ADD COLUMN promised TEXT NOT NULL DEFAULT ''", // yyyy-mm-dd
             "ALTER TABLE draft ADD COLUMN is_parked INTEGER NOT NULL DEFAULT 0",
             "CREATE INDEX draft_parked ON draft (is_parked, saved_at)",

             "CREATE INDEX case_corrects ON case_record (corrects) WHERE corrects IS NOT NULL",
             // The waiting cases that a case was made on.
             "CREATE TABLE case_base (case_id BLOB NOT NULL REFERENCES case_record (id), base BLOB NOT NULL,"
             " PRIMARY KEY (case_id, base)) STRICT, WITHOUT ROWID",
             "CREATE INDEX case_base_base ON case_base (base)",

             // What the officers should look after, of families that this counter had a case of. case_id: a
             // waiting case says so; null: the centre does. day: what the deadline is counted from.
             "CREATE TABLE reminder (id INTEGER PRIMARY KEY, kk TEXT NOT NULL,"
             " case_id BLOB REFERENCES pending_effect (case_id) ON DELETE CASCADE,"
             " kind TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, day TEXT NOT NULL) STRICT",
             "CREATE INDEX reminder_day ON reminder (kind, day)",
             "CREATE INDEX reminder_kk ON reminder (kk)",
             "CREATE INDEX reminder_case ON reminder (case_id)",
         }},
        {"synchronisation with a centre",
         {
             // durable_at: the centre has it in a verified backup. resend: the centre lost it (it was
             // restored from an older copy), so it goes out again whatever its state.
             "ALTER TABLE outbox ADD COLUMN durable_at INTEGER NOT NULL DEFAULT 0",
             "ALTER TABLE outbox ADD COLUMN resend INTEGER NOT NULL DEFAULT 0",
             "CREATE INDEX outbox_resend ON outbox (device_seq) WHERE resend = 1",
             "CREATE INDEX outbox_durable ON outbox (device_seq) WHERE durable_at = 0",
             // What the centre's verdict names: a code, and the field of the case that must change.
             "ALTER TABLE case_record ADD COLUMN verdict_code TEXT NOT NULL DEFAULT ''",
             "ALTER TABLE case_record ADD COLUMN verdict_path TEXT NOT NULL DEFAULT ''",
             "ALTER TABLE case_record ADD COLUMN decided_at INTEGER NOT NULL DEFAULT 0",
             // The verdict as the centre signed it: the proof of what was accepted.
             "CREATE TABLE verdict_proof (case_id BLOB NOT NULL PRIMARY KEY REFERENCES case_record (id),"
             " body BLOB NOT NULL, signature BLOB NOT NULL) STRICT, WITHOUT ROWID",
             // What a person has to decide, as "loket-conflict/1".
             "CREATE TABLE conflict (case_id BLOB NOT NULL PRIMARY KEY REFERENCES case_record (id),"
             " body TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID",

             // sent: how many bytes the centre said it has; a hint only, the centre knows.
             "ALTER TABLE blob ADD COLUMN sent INTEGER NOT NULL DEFAULT 0",

             // The grant as the centre signed it; '' from the trial centre.
             "ALTER TABLE number_lease ADD COLUMN proof BLOB NOT NULL DEFAULT x''",
             "ALTER TABLE number_lease ADD COLUMN signature BLOB NOT NULL DEFAULT x''",

             // After a restore of the centre a position may occur again, in another epoch.
             "CREATE TABLE feed_aside (epoch TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL,"
             " body TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (epoch, seq)) STRICT, WITHOUT ROWID",
             "INSERT INTO feed_aside SELECT '', seq, kind, body, reason FROM feed_parked",
             "DROP TABLE feed_parked",
             "ALTER TABLE feed_aside RENAME TO feed_parked",

             "CREATE TABLE announcement (id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL,"
             " from_day TEXT NOT NULL, until_day TEXT NOT NULL, read_at INTEGER NOT NULL DEFAULT 0)"
             " STRICT, WITHOUT ROWID",
             // Editions of the rulebook that came from the centre, as it signed them. body x'': told, not
             // here yet.
             "CREATE TABLE edition (id TEXT NOT NULL PRIMARY KEY, effective_from TEXT NOT NULL,"
             " body BLOB NOT NULL DEFAULT x'', signature BLOB NOT NULL DEFAULT x'', fault TEXT NOT NULL "
             "DEFAULT"
             " '') STRICT, WITHOUT ROWID",
         }},
        {"prints with their fate, card stock and hand-over",
         {
             // state: noted (by a program that did not ask whether it came out) | file (a PDF) | sent | out |
             // failed | confirmed (by an officer) | spoilt. serial: which print of this paper it is, 0 for a
             // file; one that failed gives it back. documents: codes of what was seen, with blanks between.
             // kk, nik and name are as the card says them, for the list of cards to collect, which must not
             // need the mirror. handed: 0 nobody, -1 replaced by a later card, else the row of hand_over.
             "CREATE TABLE print_note (id INTEGER PRIMARY KEY, what TEXT NOT NULL, reference TEXT NOT NULL,"
             " serial INTEGER NOT NULL, state TEXT NOT NULL, reason_code TEXT NOT NULL DEFAULT '',"
             " reason TEXT NOT NULL, collector TEXT NOT NULL DEFAULT '', documents TEXT NOT NULL DEFAULT '',"
             " kk TEXT NOT NULL DEFAULT '', nik TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '',"
             " name_key TEXT NOT NULL DEFAULT '', blank TEXT NOT NULL DEFAULT '',"
             " printer TEXT NOT NULL DEFAULT '', job TEXT NOT NULL DEFAULT '', batch TEXT NOT NULL DEFAULT "
             "'',"
             " place INTEGER NOT NULL DEFAULT 0, day TEXT NOT NULL, at INTEGER NOT NULL,"
             " officer TEXT NOT NULL, ended_at INTEGER NOT NULL DEFAULT 0, ended_by TEXT NOT NULL DEFAULT '',"
             " error TEXT NOT NULL DEFAULT '', handed INTEGER NOT NULL DEFAULT 0) STRICT",
             "INSERT INTO print_note (id, what, reference, serial, state, reason, day, at, officer)"
             " SELECT id, what, reference, row_number() OVER (PARTITION BY what, reference ORDER BY id),"
             " 'noted', reason, day, at, officer FROM print_log",
             "DROP TABLE print_log",
             "ALTER TABLE print_note RENAME TO print_log",
             "CREATE INDEX print_log_reference ON print_log (what, reference, serial)",
             "CREATE UNIQUE INDEX print_log_serial ON print_log (what, reference, serial)"
             " WHERE serial > 0 AND state <> 'failed'",
             "CREATE INDEX print_log_day ON print_log (what, day)",
             "CREATE INDEX print_log_open ON print_log (id) WHERE state = 'sent'",
             "CREATE INDEX print_log_batch ON print_log (batch, place) WHERE batch <> ''",
             "CREATE INDEX print_log_waiting ON print_log (id)"
             " WHERE what = 'card' AND handed = 0 AND state IN ('out', 'confirmed')",

             // Rows are never changed; what is left is the sum of `change`. amount: what was counted or
             // moved.
             "CREATE TABLE card_stock (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, blank TEXT NOT NULL,"
             " amount INTEGER NOT NULL, change INTEGER NOT NULL, box TEXT NOT NULL DEFAULT '',"
             " reason_code TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',"
             " print_id INTEGER REFERENCES print_log (id), day TEXT NOT NULL, at INTEGER NOT NULL,"
             " officer TEXT NOT NULL) STRICT",
             "CREATE INDEX card_stock_blank ON card_stock (blank, kind)",
             "CREATE INDEX card_stock_print ON card_stock (print_id) WHERE print_id IS NOT NULL",

             // A hand-over that was a mistake stays, with who took it back.
             "CREATE TABLE hand_over (id INTEGER PRIMARY KEY,"
             " print_id INTEGER NOT NULL REFERENCES print_log (id), collector TEXT NOT NULL,"
             " name TEXT NOT NULL, letter TEXT NOT NULL, identity TEXT NOT NULL, note TEXT NOT NULL,"
             " day TEXT NOT NULL, at INTEGER NOT NULL, officer TEXT NOT NULL,"
             " undone_at INTEGER NOT NULL DEFAULT 0, undone_by TEXT NOT NULL DEFAULT '',"
             " undone_reason TEXT NOT NULL DEFAULT '') STRICT",
             "CREATE UNIQUE INDEX hand_over_print ON hand_over (print_id) WHERE undone_at = 0",
             "CREATE INDEX hand_over_day ON hand_over (day)",
         }},
    };
    return list;
}

} // namespace Loket
