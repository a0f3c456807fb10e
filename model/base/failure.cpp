// SPDX-License-Identifier: Apache-2.0
#include "model/base/failure.h"

namespace Loket {

QString failureWord(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Missing:
        return QStringLiteral("missing");
    case FailureKind::LockedByOther:
        return QStringLiteral("locked");
    case FailureKind::Busy:
        return QStringLiteral("busy");
    case FailureKind::Full:
        return QStringLiteral("disk full");
    case FailureKind::ReadOnly:
        return QStringLiteral("read-only");
    case FailureKind::Corrupt:
        return QStringLiteral("damaged");
    case FailureKind::Io:
        return QStringLiteral("input/output error");
    case FailureKind::Newer:
        return QStringLiteral("written by a newer program");
    case FailureKind::Wiped:
        return QStringLiteral("wiped by order of the centre");
    case FailureKind::Stale:
        return QStringLiteral("changed meanwhile");
    case FailureKind::Network:
        return QStringLiteral("network");
    case FailureKind::Later:
        return QStringLiteral("not now");
    case FailureKind::Denied:
        return QStringLiteral("denied");
    case FailureKind::Gone:
        return QStringLiteral("no longer kept");
    case FailureKind::Untrusted:
        return QStringLiteral("not trusted");
    case FailureKind::BadInput:
        return QStringLiteral("bad input");
    case FailureKind::Conflict:
        return QStringLiteral("known id with other content");
    case FailureKind::Cancelled:
        return QStringLiteral("cancelled");
    case FailureKind::Internal:
        return QStringLiteral("internal error");
    }
    return {};
}

} // namespace Loket
