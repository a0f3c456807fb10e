// SPDX-License-Identifier: Apache-2.0
#include "model/store/vfsfile.h"

#include "model/store/sqlfailure.h"

#include <QFile>

#include <sqlite3.h>

#include <vector>

namespace Loket {

namespace {

Failure vfsFailure(int code)
{
    const FailureKind kind = (code & 0xff) == SQLITE_IOERR && code == SQLITE_IOERR_DELETE_NOENT
        ? FailureKind::Missing
        : sqlFailureKind(code);
    return {kind, QStringLiteral("blob file: %1").arg(QString::fromUtf8(sqlite3_errstr(code)))};
}

/// An open sqlite3_file; closes itself.
class OpenVfsFile
{
public:
    OpenVfsFile(sqlite3_vfs *vfs, const QString &path, int flags)
        : m_memory(size_t(vfs->szOsFile))
        , m_name(QFile::encodeName(path)
                 + QByteArray(3, '\0')) // an empty list of URI parameters follows the name
    {
        // The type "super journal" is a plain file to SQLite: no locks, and its folder is synced with it.
        m_code = vfs->xOpen(vfs, m_name.constData(), file(), flags | SQLITE_OPEN_SUPER_JOURNAL, nullptr);
    }
    ~OpenVfsFile() { static_cast<void>(close()); }
    Q_DISABLE_COPY_MOVE(OpenVfsFile)

    int code() const { return m_code; }
    sqlite3_file *file() { return reinterpret_cast<sqlite3_file *>(m_memory.data()); }
    const sqlite3_io_methods *methods() { return file()->pMethods; }
    int close()
    {
        if (!methods())
            return SQLITE_OK;
        const int code = methods()->xClose(file());
        file()->pMethods = nullptr;
        return code;
    }

private:
    std::vector<char> m_memory;
    const QByteArray m_name;
    int m_code = SQLITE_OK;
};

sqlite3_vfs *findVfs(const QByteArray &name)
{
    return sqlite3_vfs_find(name.isEmpty() ? nullptr : name.constData());
}

/// Calls `access(offset, length)` until `size` bytes are done or one of them fails. SQLite's layers take the
/// length of a page at the most for granted; the one of Unix drops what is above 17 bits of it.
template <typename Access>
int inPieces(qint64 size, Access access)
{
    constexpr qint64 kMostPiece = 64 * 1024;
    int code = SQLITE_OK;
    for (qint64 done = 0; done < size && code == SQLITE_OK; done += kMostPiece)
        code = access(done, int(qMin(kMostPiece, size - done)));
    return code;
}

int writeAll(sqlite3_vfs *vfs, const QString &path, const QByteArray &bytes)
{
    OpenVfsFile file(vfs, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE);
    if (file.code() != SQLITE_OK)
        return file.code();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    int code = inPieces(bytes.size(), [&](qint64 offset, int length) {
        return file.methods()->xWrite(file.file(), bytes.constData() + offset, length, offset);
    });
    if (code == SQLITE_OK)
        code = file.methods()->xSync(file.file(), SQLITE_SYNC_NORMAL);
    const int closed = file.close();
    return code == SQLITE_OK ? closed : code;
}

} // namespace

Outcome<Nothing> VfsFile::write(const QByteArray &vfs, const QString &path, const QByteArray &bytes)
{
    sqlite3_vfs *const layer = findVfs(vfs);
    if (!layer)
        return fail(Failure{FailureKind::Internal, QStringLiteral("unknown VFS")});
    const int code = writeAll(layer, path, bytes);
    if (code == SQLITE_OK)
        return Nothing();
    static_cast<void>(remove(vfs, path)); // what stays is swept at the next start
    return fail(vfsFailure(code));
}

Outcome<QByteArray> VfsFile::read(const QByteArray &vfs, const QString &path)
{
    sqlite3_vfs *const layer = findVfs(vfs);
    if (!layer)
        return fail(Failure{FailureKind::Internal, QStringLiteral("unknown VFS")});
    if (!QFile::exists(path))
        return fail(Failure{FailureKind::Missing, QStringLiteral("blob file is gone")});
    OpenVfsFile file(layer, path, SQLITE_OPEN_READONLY);
    if (file.code() != SQLITE_OK)
        return fail(vfsFailure(file.code()));
    sqlite3_int64 size = 0;
    int code = file.methods()->xFileSize(file.file(), &size);
    if (code != SQLITE_OK)
        return fail(vfsFailure(code));
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    code = inPieces(size, [&](qint64 offset, int length) {
        return file.methods()->xRead(file.file(), bytes.data() + offset, length, offset);
    });
    if (code != SQLITE_OK)
        return fail(vfsFailure(code));
    return bytes;
}

Outcome<Nothing> VfsFile::remove(const QByteArray &vfs, const QString &path)
{
    sqlite3_vfs *const layer = findVfs(vfs);
    if (!layer)
        return fail(Failure{FailureKind::Internal, QStringLiteral("unknown VFS")});
    const int code = layer->xDelete(layer, QFile::encodeName(path).constData(), 0);
    if (code != SQLITE_OK)
        return fail(vfsFailure(code));
    return Nothing();
}

} // namespace Loket
