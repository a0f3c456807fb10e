// SPDX-License-Identifier: Apache-2.0
#include "model/store/storelock.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace Loket {

namespace {

Failure lockFailure(int error)
{
    const FailureKind kind = error == ENOSPC || error == EDQUOT ? FailureKind::Full
        : error == EACCES || error == EPERM || error == EROFS   ? FailureKind::ReadOnly
        : error == ENOENT                                       ? FailureKind::Missing
                                                                : FailureKind::Io;
    return {kind, QStringLiteral("store.lock: %1").arg(QString::fromLocal8Bit(std::strerror(error)))};
}

} // namespace

Outcome<std::unique_ptr<StoreLock>> StoreLock::take(const QString &dir)
{
    const QByteArray path = QFile::encodeName(dir + QStringLiteral("/store.lock"));
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(lockFailure(errno));
    std::unique_ptr<StoreLock> lock(new StoreLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        if (error != EWOULDBLOCK)
            return fail(lockFailure(error));
        char text[32] = {};
        const ssize_t length = ::pread(descriptor, text, sizeof text - 1, 0);
        return fail(Failure{FailureKind::LockedByOther,
                            length > 0 ? QString::fromLatin1(text).trimmed() : QStringLiteral("?")});
    }
    // The pid only tells a person who holds it; a full disk must not keep the officer from working.
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(descriptor, 0) == 0)
        static_cast<void>(::pwrite(descriptor, pid.constData(), size_t(pid.size()), 0) == pid.size());
    return lock;
}

StoreLock::~StoreLock()
{
    ::close(m_descriptor);
}

} // namespace Loket
