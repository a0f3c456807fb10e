// SPDX-License-Identifier: Apache-2.0
#include "model/store/migrations.h"

namespace Loket {

namespace {

// What a shipped version made never changes; a later one adds to it.

const std::vector<const char *> kFirstTables = {
    "CREATE TABLE family (id INTEGER PRIMARY KEY, central_id TEXT NOT NULL, kk TEXT NOT NULL,"
    " segment TEXT NOT NULL, class INTEGER NOT NULL, va TEXT NOT NULL, status TEXT NOT NULL,"
    " phone TEXT NOT NULL, phone_key TEXT NOT NULL, email TEXT NOT NULL, line TEXT NOT NULL, rt TEXT NOT "
    "NULL,"
    " rw TEXT NOT NULL, village TEXT NOT NULL, postcode TEXT NOT NULL,"
    " billing TEXT NOT NULL," // JSON of the billing address; '': the same
    " bank TEXT NOT NULL, account TEXT NOT NULL, holder TEXT NOT NULL,"
    " paid_until TEXT NOT NULL,"                                            // yyyy-mm
    " first_payment_from TEXT NOT NULL, first_payment_until TEXT NOT NULL," // yyyy-mm-dd
    " revision INTEGER NOT NULL) STRICT",

    // A NIK may occur twice: finding that is a service, refusing it would hide a person.
    "CREATE TABLE participant (id INTEGER PRIMARY KEY, central_id TEXT NOT NULL,"
    " family_id INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE, position INTEGER NOT NULL,"
    " relation TEXT NOT NULL, kin TEXT NOT NULL, nik TEXT NOT NULL, card TEXT NOT NULL, name TEXT NOT "
    "NULL,"
    " name_key TEXT NOT NULL, birth_place TEXT NOT NULL, birth_date TEXT NOT NULL, sex TEXT NOT NULL,"
    " marital TEXT NOT NULL, citizenship TEXT NOT NULL, passport TEXT NOT NULL, fktp TEXT NOT NULL,"
    " dentist TEXT NOT NULL, status TEXT NOT NULL, photo TEXT NOT NULL) STRICT",

    // The position in the centre's feed moves in the same transaction as the rows. participants is
    // counted by triggers, so that no screen counts a million rows.
    "CREATE TABLE mirror_state (one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL DEFAULT '',"
    " cursor INTEGER NOT NULL DEFAULT 0, applied_at INTEGER NOT NULL DEFAULT 0,"
    " participants INTEGER NOT NULL DEFAULT 0) STRICT",
    "INSERT INTO mirror_state (one) VALUES (1)",
};

const std::vector<const char *> kSecondTables = {
    "ALTER TABLE family ADD COLUMN class_since TEXT NOT NULL DEFAULT ''",   // yyyy-mm-dd
    "ALTER TABLE family ADD COLUMN segment_since TEXT NOT NULL DEFAULT ''", // yyyy-mm-dd
    "ALTER TABLE family ADD COLUMN last_covered TEXT NOT NULL DEFAULT ''",  // yyyy-mm
    "ALTER TABLE family ADD COLUMN wage INTEGER NOT NULL DEFAULT 0",        // whole rupiah
    "ALTER TABLE family ADD COLUMN employer TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE family ADD COLUMN scheduled TEXT NOT NULL DEFAULT ''", // JSON of the changes to come; '':
                                                                        // none
    "ALTER TABLE participant ADD COLUMN fktp_since TEXT NOT NULL DEFAULT ''",  // yyyy-mm-dd
    "ALTER TABLE participant ADD COLUMN letter_date TEXT NOT NULL DEFAULT ''", // yyyy-mm-dd
    "ALTER TABLE participant ADD COLUMN valid_until TEXT NOT NULL DEFAULT ''", // yyyy-mm-dd
    // How paid_until moved, as far as this counter heard of it.
    "CREATE TABLE paid (family_id INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE,"
    " month TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (family_id, month)) STRICT, WITHOUT ROWID",
};

} // namespace

const std::vector<const char *> &mirrorTables()
{
    static const std::vector<const char *> statements = [] {
        std::vector<const char *> all = kFirstTables;
        all.insert(all.end(), kSecondTables.begin(), kSecondTables.end());
        return all;
    }();
    return statements;
}

const std::vector<const char *> &mirrorIndexes()
{
    static const std::vector<const char *> statements = {
        "CREATE UNIQUE INDEX family_central ON family (central_id)",
        "CREATE INDEX family_kk ON family (kk)",
        "CREATE INDEX family_va ON family (va)",
        "CREATE INDEX family_phone ON family (phone_key)",
        "CREATE INDEX participant_family ON participant (family_id, position)",
        "CREATE INDEX participant_nik ON participant (nik)",
        "CREATE INDEX participant_card ON participant (card)",
        "CREATE INDEX participant_name ON participant (name_key)",
        "CREATE VIRTUAL TABLE participant_word USING fts5 (name_key, content='participant', "
        "content_rowid='id',"
        " prefix='2 3', detail=none, tokenize='unicode61')",
        "INSERT INTO participant_word (participant_word) VALUES ('rebuild')",
        "UPDATE mirror_state SET participants = (SELECT count(*) FROM participant)",

        "CREATE TRIGGER participant_added AFTER INSERT ON participant BEGIN"
        " INSERT INTO participant_word (rowid, name_key) VALUES (new.id, new.name_key);"
        " UPDATE mirror_state SET participants = participants + 1; END",
        "CREATE TRIGGER participant_gone AFTER DELETE ON participant BEGIN"
        " INSERT INTO participant_word (participant_word, rowid, name_key)"
        " VALUES ('delete', old.id, old.name_key);"
        " UPDATE mirror_state SET participants = participants - 1; END",
        "CREATE TRIGGER participant_renamed AFTER UPDATE OF name_key ON participant"
        " WHEN new.name_key <> old.name_key BEGIN"
        " INSERT INTO participant_word (participant_word, rowid, name_key)"
        " VALUES ('delete', old.id, old.name_key);"
        " INSERT INTO participant_word (rowid, name_key) VALUES (new.id, new.name_key); END",
    };
    return statements;
}

const MigrationList &mirrorMigrations()
{
    static const MigrationList list = [] {
        Migration first{"first release", kFirstTables};
        first.sql.insert(first.sql.end(), mirrorIndexes().begin(), mirrorIndexes().end());
        return MigrationList{first, {"dates, wage and changes to come", kSecondTables}};
    }();
    return list;
}

} // namespace Loket
