// SPDX-License-Identifier: Apache-2.0
#include "model/store/sqlfailure.h"

#include <sqlite3.h>

#include <cerrno>

namespace Loket {

FailureKind sqlFailureKind(int resultCode)
{
    switch (resultCode & 0xff) {
    case SQLITE_FULL:
        return FailureKind::Full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return FailureKind::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return FailureKind::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return FailureKind::Busy;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOLFS:
        return FailureKind::Io;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
        return FailureKind::Cancelled;
    case SQLITE_TOOBIG:
        return FailureKind::BadInput;
    default:
        return FailureKind::Internal;
    }
}

Failure sqlFailure(sqlite3 *handle, int resultCode)
{
    FailureKind kind = sqlFailureKind(resultCode);
    QString detail = QString::fromUtf8(sqlite3_errstr(resultCode));
    if (handle) {
        const int systemError = sqlite3_system_errno(handle);
        // A failed open or sync hides the reason that the officer can do something about.
        if (kind == FailureKind::Io && (systemError == ENOSPC || systemError == EDQUOT))
            kind = FailureKind::Full;
        else if (kind == FailureKind::Io
                 && (systemError == EROFS || systemError == EACCES || systemError == EPERM))
            kind = FailureKind::ReadOnly;
        if ((resultCode & 0xff) == SQLITE_CONSTRAINT || (resultCode & 0xff) == SQLITE_ERROR)
            detail = QString::fromUtf8(sqlite3_errmsg(handle));
    }
    return {kind, QStringLiteral("sqlite %1: %2").arg(resultCode).arg(detail)};
}

} // namespace Loket
