// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>

#include <vector>

namespace Loket {

class Connection;

struct Migration {
    const char *why;
    std::vector<const char *> sql;
};

/// Append only. Entry N takes a file from user_version N to N + 1; a shipped entry never changes.
using MigrationList = std::vector<Migration>;

const MigrationList &storeMigrations();  ///< of store.db
const MigrationList &mirrorMigrations(); ///< of mirror.db

/// The two halves of mirror.db's schema, for a bulk load: tables first, then the rows, then indexes, name
/// search (filled from the rows) and triggers; at last setMirrorVersion().
const std::vector<const char *> &mirrorTables();
const std::vector<const char *> &mirrorIndexes();
Outcome<Nothing> setMirrorVersion(Connection &connection);

/// Brings a file up to the list, one transaction a step. A file that holds data already is copied to
/// "<file>.v<N>.bak" first. Newer: the file was written by a newer program; nothing is changed.
Outcome<Nothing> migrate(Connection &connection, const MigrationList &list, const QByteArray &vfs = {});
/// For a reader: Newer or Missing (an older or empty file that only the writer may bring up) unless the
/// versions agree.
Outcome<Nothing> checkVersion(Connection &connection, const MigrationList &list);

} // namespace Loket
