// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/statement.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace Loket {

/// Read: query_only, never checkpoints. Write: the one connection that changes a file; only a writer's thread
/// (and Store::open before it starts) has one.
enum class Access { Read, Write };

/// An open SQLite file with a cache of prepared statements. Closes itself. May be handed from thread to
/// thread, but only one thread may use it at a time.
class Connection
{
public:
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// The prepared statement for `sql` (a literal that lives as long as the program). It goes back into the
    /// cache when it dies, so it must not outlive the connection. A fault in it is told by its first step.
    Statement statement(const char *sql);

    /// Runs one statement with its parameters bound; the answer is the number of rows changed.
    template <typename... Values>
    Outcome<qint64> exec(const char *sql, const Values &...values)
    {
        Statement s = statement(sql);
        s.bind(values...);
        return s.finishCounting();
    }

    /// The first row, read by `read(const Statement &)`; none: no row.
    template <typename Read, typename... Values>
    auto one(const char *sql, Read read, const Values &...values)
        -> Outcome<std::optional<std::invoke_result_t<Read, const Statement &>>>
    {
        using T = std::invoke_result_t<Read, const Statement &>;
        Statement s = statement(sql);
        s.bind(values...);
        const Outcome<bool> row = s.step();
        if (!row)
            return fail(row.error());
        return row.value() ? std::optional<T>(read(s)) : std::optional<T>();
    }

    /// All rows, each read by `read(const Statement &)`.
    template <typename Read, typename... Values>
    auto all(const char *sql, Read read, const Values &...values)
        -> Outcome<QList<std::invoke_result_t<Read, const Statement &>>>
    {
        QList<std::invoke_result_t<Read, const Statement &>> rows;
        Statement s = statement(sql);
        s.bind(values...);
        for (;;) {
            const Outcome<bool> row = s.step();
            if (!row)
                return fail(row.error());
            if (!row.value())
                return rows;
            rows.append(read(s));
        }
    }

    /// Runs statements without parameters and without the cache (schema, pragmas); they may be several.
    Outcome<Nothing> script(const char *sql);

    /// Lets go of the file. Every statement and transaction of it must have ended; until reopen() it answers
    /// Busy.
    void close();
    bool isOpen() const { return m_handle != nullptr; }
    /// Opens what stands under the same name now, as it was opened first, except that it makes no file. Does
    /// nothing while it is open.
    Outcome<Nothing> reopen();

    /// How long a statement waits for the lock of another connection before it answers Busy; 5 s at first.
    void setLockWait(std::chrono::milliseconds wait);

    qint64 lastInsertRowId() const;
    bool isInTransaction() const;
    /// The C handle, for bulk work; the same thread rule holds.
    sqlite3 *handle() const { return m_handle; }
    Access access() const { return m_access; }
    const QString &path() const { return m_path; }

    /// Frames in the write-ahead log after the last commit of this connection.
    int walPages() const { return m_walPages; }
    /// Copies what can be copied of the write-ahead log into the file, without waiting for readers. Writers
    /// only.
    Outcome<Nothing> checkpoint();
    /// A consistent copy into a new file, fsynced; refuses an existing one.
    Outcome<Nothing> backupTo(const QString &path, const QByteArray &vfs = {});

    /// Texts of the statements in the cache, for the test that reads their plans.
    QStringList cachedSql() const;

private:
    friend class Statement;
    friend class Transaction;
    friend Outcome<std::unique_ptr<Connection>> openStore(const QString &, Access, const QByteArray &, bool);
    Connection(QString path, Access access, QByteArray vfs);
    Outcome<Nothing> open(bool create);
    Outcome<Nothing> emptyRecoveredLog();
    Outcome<Nothing> configure();
    static int onWal(void *self, sqlite3 *, const char *, int pages);

    struct TextHash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Cached {
        sqlite3_stmt *statement = nullptr;
        bool isUsed = false;
    };
    std::unordered_map<std::string, Cached, TextHash, std::equal_to<>> m_cache;
    sqlite3 *m_handle = nullptr; ///< null: closed
    QString m_path;
    QByteArray m_vfs;
    Access m_access;
    int m_depth = 0; ///< open Transactions, the outermost and its savepoints
    int m_walPages = 0;
    std::chrono::milliseconds m_lockWait{5000};
};

/// The one way to open a store file: WAL, synchronous FULL, foreign keys, temporaries in memory, no mmap, no
/// ATTACH, 40 reserved bytes a page in a new file (room for encrypting pages later), mode 0600. `vfs`: name
/// of a registered SQLite VFS, empty: the system's. `create`: make the file when it is missing (Access::Write
/// only). Failures: Missing, ReadOnly, Full, Io, Corrupt, Busy.
Outcome<std::unique_ptr<Connection>> openStore(const QString &path, Access access, const QByteArray &vfs = {},
                                               bool create = false);

} // namespace Loket
