// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/mirrorrows.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace Loket {

class Connection;

/// Makes a whole new mirror.db beside the one in use and puts it in its place at the end: rows first, indexes
/// and name search after them, synced to disk, renamed. Until then the old file is untouched; an object that
/// dies unfinished, or a process that does, leaves it as it was.
///
/// The caller holds store.lock, and nobody in this process has mirror.db open. A reader in another process
/// makes finish() answer Busy: its write-ahead log would be taken for the new file's.
class MirrorLoad
{
public:
    static Outcome<std::unique_ptr<MirrorLoad>> begin(const QString &storeDir, const QByteArray &vfs = {});
    ~MirrorLoad();
    Q_DISABLE_COPY_MOVE(MirrorLoad)

    MirrorRows &rows() { return *m_rows; }
    /// The connection to the new file, for what else belongs into it (mirror_state).
    Connection &connection() { return *m_connection; }
    Outcome<Nothing> finish();

private:
    MirrorLoad(QString storeDir, QByteArray vfs);
    Outcome<Nothing> open();
    Outcome<Nothing> complete();
    Outcome<Nothing> emptyOldLog() const;
    QString newPath() const;
    QString path() const;

    QString m_dir;
    QByteArray m_vfs;
    std::unique_ptr<Connection> m_connection;
    std::optional<MirrorRows> m_rows;
    bool m_isInPlace = false;
};

} // namespace Loket
