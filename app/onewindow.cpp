// SPDX-License-Identifier: Apache-2.0
#include "app/onewindow.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSocketNotifier>
#include <QThread>

#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace Loket {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenTries = 50ms;
constexpr int kAnswerMilliseconds = 1000;

QString socketFile(const QString &dir)
{
    return dir + u"/window.socket"_s;
}

/// The address of the socket, by way of an open folder: a path of its own may be longer than an address
/// holds.
struct SocketAddress {
    explicit SocketAddress(const QString &dir)
        : folder(::open(QFile::encodeName(dir).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    {
        name.sun_family = AF_UNIX;
        const QByteArray path = "/proc/self/fd/" + QByteArray::number(folder) + "/window.socket";
        std::memcpy(name.sun_path, path.constData(), size_t(path.size()) + 1);
    }
    ~SocketAddress()
    {
        if (folder >= 0)
            ::close(folder);
    }
    Q_DISABLE_COPY_MOVE(SocketAddress)
    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&name); }
    int folder;
    sockaddr_un name = {};
};

int localSocket(int flags)
{
    return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | flags, 0);
}

/// One try; false: nobody listens, or nobody answers.
bool askOnce(const QString &dir)
{
    const SocketAddress address(dir);
    const int socket = localSocket(0);
    bool isAnswered = false;
    if (address.folder >= 0 && ::connect(socket, address.get(), sizeof address.name) == 0) {
        pollfd waiting{socket, POLLIN, 0};
        char word = 0;
        isAnswered = ::poll(&waiting, 1, kAnswerMilliseconds) == 1 && ::read(socket, &word, 1) == 1;
    }
    if (socket >= 0)
        ::close(socket);
    return isAnswered;
}

} // namespace

OneWindow::OneWindow(const QString &storeDir, std::function<void()> show)
    : m_dir(storeDir)
    , m_show(std::move(show))
{
    constexpr int kWaiting = 32;
    const SocketAddress address(m_dir);
    m_socket = localSocket(SOCK_NONBLOCK);
    ::unlink(QFile::encodeName(socketFile(m_dir)).constData()); // of a program that died
    if (m_socket < 0 || ::bind(m_socket, address.get(), sizeof address.name) != 0
        || ::listen(m_socket, kWaiting) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { answer(); });
}

OneWindow::~OneWindow()
{
    m_notifier.reset();
    if (m_socket >= 0)
        ::close(m_socket);
    ::unlink(QFile::encodeName(socketFile(m_dir)).constData());
}

void OneWindow::answer()
{
    const int asking = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
    if (asking < 0)
        return;
    m_show();
    static_cast<void>(::send(asking, "1", 1, MSG_NOSIGNAL)); // who asked may have given up
    ::close(asking);
}

bool OneWindow::ask(const QString &storeDir, std::chrono::milliseconds patience)
{
    const QDeadlineTimer end(patience);
    while (!askOnce(storeDir)) {
        if (end.hasExpired())
            return false;
        QThread::msleep(kBetweenTries.count());
    }
    return true;
}

} // namespace Loket
