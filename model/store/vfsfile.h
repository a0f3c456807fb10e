// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3_file;

namespace Loket {

/// A whole file read or written through an SQLite VFS, so that whatever is done to the database's input and
/// output (encryption, faults in tests) is done to it as well. Failures: Missing, Full, ReadOnly, Io.
class VfsFile
{
public:
    /// Makes a new file of mode 0600, writes `bytes`, syncs file and folder. A failed one is taken away
    /// again.
    static Outcome<Nothing> write(const QByteArray &vfs, const QString &path, const QByteArray &bytes);
    static Outcome<QByteArray> read(const QByteArray &vfs, const QString &path);
    static Outcome<Nothing> remove(const QByteArray &vfs, const QString &path);
};

} // namespace Loket
