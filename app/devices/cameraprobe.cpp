// SPDX-License-Identifier: Apache-2.0
#include "app/devices/cameraprobe.h"

#include <QDir>
#include <QFile>

#include <cerrno>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace Loket {

using namespace Qt::StringLiterals;

#ifdef Q_OS_LINUX

static CameraTrouble troubleOf(int error, CameraTrouble otherwise)
{
    switch (error) {
    case EACCES:
    case EPERM:
        return CameraTrouble::Denied;
    case EBUSY:
        return CameraTrouble::Busy;
    case ENOENT:
    case ENODEV:
    case ENXIO:
        return CameraTrouble::Pulled;
    default:
        return otherwise;
    }
}

QStringList cameraFiles(const QString &name)
{
    QStringList files;
    const QDir all(u"/sys/class/video4linux"_s);
    for (const QString &entry : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile label(all.filePath(entry + u"/name"_s));
        if (label.open(QIODevice::ReadOnly) && QString::fromUtf8(label.readAll()).trimmed() == name)
            files += u"/dev/"_s + entry;
    }
    return files;
}

static CameraTrouble askKernel(const QString &deviceFile, CameraTrouble otherwise)
{
    const int device = ::open(QFile::encodeName(deviceFile).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (device < 0)
        return troubleOf(errno, otherwise);
    // Opening works for everybody at once; the buffers have one owner. Asking for none changes nothing.
    v4l2_requestbuffers none = {};
    none.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    none.memory = V4L2_MEMORY_MMAP;
    const int answer = ::ioctl(device, VIDIOC_REQBUFS, &none);
    const int error = errno;
    ::close(device);
    return answer < 0 ? troubleOf(error, otherwise) : otherwise;
}

CameraTrouble whyUnusable(const QStringList &deviceFiles, CameraTrouble otherwise)
{
    for (const QString &file : deviceFiles) {
        if (const CameraTrouble why = askKernel(file, otherwise); why != otherwise)
            return why;
    }
    return otherwise;
}

#else

QStringList cameraFiles(const QString &)
{
    return {};
}

CameraTrouble whyUnusable(const QStringList &, CameraTrouble otherwise)
{
    return otherwise;
}

#endif

} // namespace Loket
