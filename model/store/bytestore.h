// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>
#include <optional>

namespace Loket {

class Clock;
class Connection;
class Writer;

/// Photos and scans, named by their content: "sha256:<64 hex digits>". On disk they lie under blobs/ with
/// random file names that say nothing; store.db knows which is which, and a file counts only once its row is
/// committed. Safe from any thread.
class ByteStore
{
public:
    static constexpr qsizetype kMaxBytes = 16 * 1024 * 1024;

    /// `clock` and `writer` (null: reading only) outlive the byte store.
    ByteStore(const QString &storeDir, const QByteArray &vfs, const Clock &clock, Writer *writer);
    ~ByteStore();
    Q_DISABLE_COPY_MOVE(ByteStore)

    static QString nameOf(const QByteArray &bytes);
    /// "image/png" or "image/jpeg", by content.
    static QString typeOf(const QByteArray &bytes);
    /// The 32 bytes of a name; none: not a name.
    static std::optional<QByteArray> digestOf(const QString &name);

    /// Keeps the bytes; the answer is their name, after file and row are synced. Known bytes are not written
    /// again. `mime`: "image/jpeg". Failures: those of the writer; BadInput: empty or over kMaxBytes.
    QFuture<Outcome<QString>> put(const QByteArray &bytes, const QString &mime);
    /// The same inside a job of the writer.
    Outcome<QString> putIn(Connection &connection, const QByteArray &bytes, const QString &mime);

    /// Missing: not here. Corrupt: the file is not what its name says. Reads the disk on the calling thread.
    Outcome<QByteArray> get(const QString &name) const;
    Outcome<bool> has(const QString &name) const;

    /// Deletes files that no row names (left by a crash); the answer is how many. Only while the store is
    /// being opened.
    Outcome<int> sweep(Connection &connection);
    /// Copies every picture and scan of the store into `dir`/blobs, under the same file names, synced. What
    /// is missing or damaged here is left out: verify() tells of it. The folder must not exist yet.
    Outcome<Nothing> copyTo(Connection &connection, const QString &dir) const;
    /// Deletes files whose rows are gone for good; one that can't be is swept at the next start.
    void discard(const QStringList &files) const;
    /// Reads every file; one line for each that is missing or damaged.
    Outcome<QStringList> verify() const;

private:
    struct Row {
        QString file;
        qint64 length = 0;
    };
    Outcome<std::optional<Row>> rowOf(const QByteArray &digest) const;
    Outcome<QByteArray> read(const QByteArray &digest, const Row &row) const;
    Outcome<Connection *> reader() const; ///< under m_mutex
    QString pathOf(const QString &file) const;

    const QString m_storeDir;
    const QByteArray m_vfs;
    const Clock &m_clock;
    Writer *const m_writer;
    mutable std::mutex m_mutex; ///< guards the connection below, which serves all threads
    mutable std::unique_ptr<Connection> m_reader;
};

} // namespace Loket
