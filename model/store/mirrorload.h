// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/mirrorrows.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>

namespace Loket {

class Connection;

/// Makes a whole new mirror.db beside the one in use and puts it in its place at the end: rows first, indexes
/// and name search after them, synced to disk, renamed. Until then the old file is untouched; an object that
/// dies unfinished, or a process that does, leaves it as it was.
///
/// The caller holds store.lock. A reader that is left, in this process or another, makes the last step answer
/// Busy: its write-ahead log would be taken for the new file's. Without readers of its own in mirror.db a
/// caller finishes here; a running program hands a sealed load to Store::replaceMirror().
class MirrorLoad
{
public:
    /// What a process that died left of one; begin() does it too.
    static void removeRemains(const QString &storeDir);
    static Outcome<std::unique_ptr<MirrorLoad>> begin(const QString &storeDir, const QByteArray &vfs = {});
    ~MirrorLoad();
    Q_DISABLE_COPY_MOVE(MirrorLoad)

    MirrorRows &rows() { return *m_rows; }
    /// The connection to the new file, for what else belongs into it (mirror_state).
    Connection &connection() { return *m_connection; }
    /// Long steps end with Cancelled when it becomes true; the load is of no use then. Outlives the load.
    void setCancel(const std::atomic_bool *cancel);
    /// Indexes and name search, which take most of the time; nothing is locked. No rows after it. Internal:
    /// also a family that came twice.
    Outcome<Nothing> index();
    /// The same where that was not done yet, and the sync of the new file. No connection() after it.
    Outcome<Nothing> seal();
    bool isSealed() const { return m_isSealed; }
    /// Puts the sealed file in the place of mirror.db, which `old` (the one writing connection) has open;
    /// afterwards `old` has the new file open, after a failure the old one (or none: Connection::reopen()).
    /// Takes milliseconds.
    Outcome<Nothing> takePlace(Connection &old);
    /// Both of them, with a connection of its own.
    Outcome<Nothing> finish();

private:
    MirrorLoad(QString storeDir, QByteArray vfs);
    Outcome<Nothing> open();
    Outcome<Nothing> complete();
    Outcome<Nothing> endOldLog(Connection &old) const;
    Outcome<Nothing> rename();
    QString newPath() const;
    QString path() const;

    QString m_dir;
    QByteArray m_vfs;
    std::unique_ptr<Connection> m_connection;
    std::optional<MirrorRows> m_rows;
    bool m_isIndexed = false;
    bool m_isSealed = false;
    bool m_isInPlace = false;
};

} // namespace Loket
