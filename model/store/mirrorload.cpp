// SPDX-License-Identifier: Apache-2.0
#include "model/store/mirrorload.h"

#include "model/store/connection.h"
#include "model/store/migrations.h"

#include <QFile>

#include <sqlite3.h>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

Outcome<Nothing> runAll(Connection &connection, const std::vector<const char *> &statements)
{
    for (const char *sql : statements) {
        const Outcome<Nothing> done = connection.script(sql);
        if (!done)
            return done;
    }
    return Nothing();
}

void removeDatabase(const QString &path)
{
    for (const QLatin1StringView suffix : {""_L1, "-journal"_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + suffix);
}

void syncMirrorFolder(const QString &dir)
{
    const int folder = ::open(QFile::encodeName(dir).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    static_cast<void>(::fsync(folder)); // not every file system can
    ::close(folder);
}

} // namespace

MirrorLoad::MirrorLoad(QString storeDir, QByteArray vfs)
    : m_dir(std::move(storeDir))
    , m_vfs(std::move(vfs))
{
}

MirrorLoad::~MirrorLoad()
{
    m_rows.reset();
    m_connection.reset();
    if (!m_isInPlace)
        removeDatabase(newPath());
}

QString MirrorLoad::path() const
{
    return m_dir + u"/mirror.db"_s;
}

QString MirrorLoad::newPath() const
{
    return m_dir + u"/mirror.new"_s;
}

void MirrorLoad::removeRemains(const QString &storeDir)
{
    removeDatabase(MirrorLoad(storeDir, {}).newPath());
}

Outcome<std::unique_ptr<MirrorLoad>> MirrorLoad::begin(const QString &storeDir, const QByteArray &vfs)
{
    std::unique_ptr<MirrorLoad> load(new MirrorLoad(storeDir, vfs));
    const Outcome<Nothing> opened = load->open();
    if (!opened)
        return fail(opened.error());
    return load;
}

Outcome<Nothing> MirrorLoad::open()
{
    removeDatabase(newPath()); // of a process that died
    auto made = openStore(newPath(), Access::Write, m_vfs, true);
    if (!made)
        return fail(made.error());
    m_connection = made.take();
    // Nobody sees this file before it is whole, so nothing has to be undone or synced on the way. A defensive
    // connection would not give up its journal.
    sqlite3_db_config(m_connection->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    const Outcome<Nothing> fast
        = m_connection->script("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA "
                               "locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536;"
                               "PRAGMA foreign_keys=OFF; BEGIN");
    if (!fast)
        return fast;
    const Outcome<Nothing> tables = runAll(*m_connection, mirrorTables());
    if (tables)
        m_rows.emplace(*m_connection);
    return tables;
}

void MirrorLoad::setCancel(const std::atomic_bool *cancel)
{
    constexpr int kInstructions = 20000; // some milliseconds
    sqlite3_progress_handler(
        m_connection->handle(), cancel ? kInstructions : 0,
        [](void *flag) { return static_cast<const std::atomic_bool *>(flag)->load() ? 1 : 0; },
        const_cast<std::atomic_bool *>(cancel));
}

Outcome<Nothing> MirrorLoad::index()
{
    if (m_isIndexed)
        return Nothing();
    m_rows.reset(); // its statements
    const Outcome<Nothing> done = runAll(*m_connection, mirrorIndexes());
    m_isIndexed = bool(done);
    return done;
}

Outcome<Nothing> MirrorLoad::complete()
{
    Outcome<Nothing> done = index();
    if (done)
        done = setMirrorVersion(*m_connection);
    if (done)
        done = m_connection->script("COMMIT");
    // The next two write the first page with a sync of the whole file before and after; the second makes it a
    // file with a write-ahead log again.
    if (done)
        done = m_connection->script("PRAGMA synchronous=FULL; PRAGMA journal_mode=DELETE");
    if (done)
        done = setMirrorVersion(*m_connection);
    if (done)
        done = m_connection->script("PRAGMA journal_mode=WAL; PRAGMA locking_mode=NORMAL");
    return done;
}

Outcome<Nothing> MirrorLoad::seal()
{
    if (m_isSealed)
        return Nothing();
    if (!m_connection)
        return fail(Failure{FailureKind::Internal, u"the new mirror could not be made before"_s});
    const Outcome<Nothing> completed = complete();
    m_rows.reset();
    m_connection.reset();
    m_isSealed = bool(completed);
    return completed;
}

/// What the old file's log or journal holds would be written into the new file at its next opening. Giving up
/// the mode empties and removes both; SQLite does not tell when the removing failed. A process that opens
/// the old file after this finds no log to join.
Outcome<Nothing> MirrorLoad::endOldLog(Connection &old) const
{
    constexpr int kPatienceMilliseconds = 50;                  // an open reader does not go away by waiting
    sqlite3_busy_timeout(old.handle(), kPatienceMilliseconds); // until it is closed
    const auto mode = old.one("PRAGMA journal_mode=DELETE", [](const Statement &s) { return s.text(0); });
    if (!mode)
        return fail(mode.error());
    if (mode.value() != u"delete"_s)
        return fail(Failure{FailureKind::Busy, u"mirror.db is being read"_s});
    return Nothing();
}

Outcome<Nothing> MirrorLoad::rename()
{
    if (QFile::exists(path() + u"-wal"_s) || QFile::exists(path() + u"-journal"_s))
        return fail(Failure{FailureKind::Io, u"the log of mirror.db can't be removed"_s});
    syncMirrorFolder(m_dir);
    if (std::rename(QFile::encodeName(newPath()).constData(), QFile::encodeName(path()).constData()) != 0) {
        const int reason = errno;
        return fail(Failure{reason == EACCES || reason == EROFS ? FailureKind::ReadOnly : FailureKind::Io,
                            u"mirror.db can't be replaced"_s});
    }
    m_isInPlace = true;
    syncMirrorFolder(m_dir);
    return Nothing();
}

Outcome<Nothing> MirrorLoad::takePlace(Connection &old)
{
    if (!m_isSealed || m_isInPlace)
        return fail(Failure{FailureKind::Internal, u"the new mirror is not ready"_s});
    const Outcome<Nothing> ended = endOldLog(old);
    old.close(); // also after a failure: opened again it has a log again
    Outcome<Nothing> renamed = ended ? rename() : ended;
    static_cast<void>(old.reopen()); // a failure is told by its next use, which tries again
    return renamed;
}

Outcome<Nothing> MirrorLoad::finish()
{
    if (const Outcome<Nothing> sealed = seal(); !sealed)
        return sealed;
    if (!QFile::exists(path()))
        return rename();
    auto old = openStore(path(), Access::Write, m_vfs);
    if (!old)
        return fail(old.error());
    return takePlace(*old.value());
}

} // namespace Loket
