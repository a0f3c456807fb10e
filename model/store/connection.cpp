// SPDX-License-Identifier: Apache-2.0
#include "model/store/connection.h"

#include "model/store/sqlfailure.h"

#include <QFile>
#include <QStringList>

#include <sqlite3.h>

#include <utility>

#include <sys/stat.h>

namespace Loket {

namespace {

constexpr int kOldestSqlite = 3037000;    // STRICT tables
constexpr int kReservedBytes = 40;        // a nonce of 24 and a tag of 16
constexpr int kLogWaitMilliseconds = 250; // for readers to let go of a recovered log

/// psow=0: a disk may damage a whole sector when power goes while it writes a part of it, so a commit is
/// filled up to the end of its sector and the next one never touches it.
QByteArray uriOf(const QString &path)
{
    return "file:" + QFile::encodeName(path).toPercentEncoding("/") + "?psow=0";
}

Failure closedFailure()
{
    return {FailureKind::Busy, QStringLiteral("the file is being replaced")};
}

} // namespace

Connection::Connection(QString path, Access access, QByteArray vfs)
    : m_path(std::move(path))
    , m_vfs(std::move(vfs))
    , m_access(access)
{
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    for (auto &[sql, cached] : m_cache)
        sqlite3_finalize(cached.statement);
    m_cache.clear();
    sqlite3_close_v2(std::exchange(m_handle, nullptr));
    m_walPages = 0;
}

Outcome<Nothing> Connection::open(bool create)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI
        | (create ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(uriOf(m_path).constData(), &m_handle, flags,
                                     m_vfs.isEmpty() ? nullptr : m_vfs.constData());
    if (code != SQLITE_OK)
        return fail(sqlFailure(m_handle, code));
    if (create) // before the first byte; the log and its index inherit the mode
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    return configure();
}

Outcome<Nothing> Connection::reopen()
{
    if (m_handle)
        return Nothing();
    if (!QFile::exists(m_path))
        return fail(Failure{FailureKind::Missing, QStringLiteral("no store file")});
    Outcome<Nothing> opened = open(false);
    if (!opened)
        close();
    return opened;
}

Statement Connection::statement(const char *sql)
{
    if (!m_handle)
        return Statement(*this, nullptr, nullptr, closedFailure());
    auto found = m_cache.find(std::string_view(sql));
    if (found != m_cache.end() && !found->second.isUsed)
        return Statement(*this, found->second.statement, &found->second.isUsed, std::nullopt);
    sqlite3_stmt *made = nullptr;
    const unsigned flags = found == m_cache.end() ? SQLITE_PREPARE_PERSISTENT : 0;
    const int code = sqlite3_prepare_v3(m_handle, sql, -1, flags, &made, nullptr);
    if (code != SQLITE_OK)
        return Statement(*this, nullptr, nullptr, sqlFailure(m_handle, code));
    if (found != m_cache.end()) // the same text is being stepped further out
        return Statement(*this, made, nullptr, std::nullopt);
    Cached &entry = m_cache.emplace(sql, Cached{made, false}).first->second;
    return Statement(*this, made, &entry.isUsed, std::nullopt);
}

Outcome<Nothing> Connection::script(const char *sql)
{
    if (!m_handle)
        return fail(closedFailure());
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(sqlFailure(m_handle, code));
    return Nothing();
}

void Connection::setLockWait(std::chrono::milliseconds wait)
{
    m_lockWait = wait;
    if (m_handle)
        sqlite3_busy_timeout(m_handle, int(wait.count()));
}

qint64 Connection::lastInsertRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

bool Connection::isInTransaction() const
{
    return m_handle && !sqlite3_get_autocommit(m_handle);
}

Outcome<Nothing> Connection::emptyRecoveredLog()
{
    // A process that was killed between a commit and its padding leaves a log that ends inside a sector.
    // Appending there would put that commit at the mercy of the next power cut, after parts of it are in the
    // file already.
    sqlite3_busy_timeout(m_handle, kLogWaitMilliseconds);
    const int code
        = sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_handle, int(m_lockWait.count()));
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) // busy: somebody reads the log just now
        return fail(sqlFailure(m_handle, code));
    return Nothing();
}

Outcome<Nothing> Connection::checkpoint()
{
    Q_ASSERT(m_access == Access::Write);
    if (!m_handle)
        return fail(closedFailure());
    const int code
        = sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(sqlFailure(m_handle, code));
    m_walPages = 0;
    return Nothing();
}

Outcome<Nothing> Connection::backupTo(const QString &path, const QByteArray &vfs)
{
    if (QFile::exists(path))
        return fail(Failure{FailureKind::Conflict, QStringLiteral("the copy's file exists")});
    sqlite3 *raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &raw, flags,
                               vfs.isEmpty() ? nullptr : vfs.constData());
    const std::unique_ptr<sqlite3, int (*)(sqlite3 *)> target(raw, &sqlite3_close);
    if (code != SQLITE_OK)
        return fail(sqlFailure(raw, code));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    sqlite3_backup *const copy = sqlite3_backup_init(raw, "main", m_handle, "main");
    if (!copy)
        return fail(sqlFailure(raw, sqlite3_extended_errcode(raw)));
    code = sqlite3_backup_step(copy, -1);
    const int finished = sqlite3_backup_finish(copy); // commits the copy, with its own sync
    if (code != SQLITE_DONE)
        return fail(sqlFailure(raw, code));
    if (finished != SQLITE_OK)
        return fail(sqlFailure(raw, finished));
    return Nothing();
}

QStringList Connection::cachedSql() const
{
    QStringList texts;
    for (const auto &[sql, cached] : m_cache)
        texts.append(QString::fromStdString(sql));
    return texts;
}

int Connection::onWal(void *self, sqlite3 *, const char *, int pages)
{
    static_cast<Connection *>(self)->m_walPages = pages;
    return SQLITE_OK;
}

Outcome<Nothing> Connection::configure()
{
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, int(m_lockWait.count()));
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // A writer runs the triggers that keep the name search up to date; SQLite 3.40 counts FTS5 as unsafe in
    // them.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, m_access == Access::Write, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    // Only the writer checkpoints: SQLite before 3.51.3 may damage a file whose log two connections reset at
    // once.
    if (m_access == Access::Read)
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // The writer checkpoints between its jobs, so that no save pays for it.
    sqlite3_wal_autocheckpoint(m_handle, 0);
    if (m_access == Access::Write)
        sqlite3_wal_hook(m_handle, &Connection::onWal, this);

    const Outcome<Nothing> first
        = script("PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; PRAGMA cache_size=-32768;"
                 "PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON;");
    if (!first)
        return first;
    if (m_access == Access::Read)
        return script("PRAGMA query_only=ON; SELECT 1 FROM sqlite_schema LIMIT 1");

    if (sqlite3_db_readonly(m_handle, "main") == 1)
        return fail(Failure{FailureKind::ReadOnly, QStringLiteral("the store file can't be written")});
    const auto pages = one("PRAGMA page_count", [](const Statement &s) { return s.integer(0); });
    if (!pages)
        return fail(pages.error());
    if (pages.value().value_or(0) == 0) {
        int reserved = kReservedBytes;
        sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    }
    const auto mode = one("PRAGMA journal_mode=WAL", [](const Statement &s) { return s.text(0); });
    if (!mode)
        return fail(mode.error());
    if (mode.value() != QStringLiteral("wal"))
        return fail(Failure{FailureKind::Io, QStringLiteral("no write-ahead log on this file system")});
    return emptyRecoveredLog();
}

Outcome<std::unique_ptr<Connection>> openStore(const QString &path, Access access, const QByteArray &vfs,
                                               bool create)
{
    if (sqlite3_libversion_number() < kOldestSqlite)
        return fail(Failure{FailureKind::Internal, QStringLiteral("SQLite is older than 3.37")});
    const bool isThere = QFile::exists(path);
    if (!isThere && !(create && access == Access::Write))
        return fail(Failure{FailureKind::Missing, QStringLiteral("no store file")});
    std::unique_ptr<Connection> connection(new Connection(path, access, vfs));
    const Outcome<Nothing> opened = connection->open(!isThere);
    if (!opened)
        return fail(opened.error());
    return connection;
}

} // namespace Loket
