// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/privatecups.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20000; ///< for a service on a machine that is busy

const char *const kFolders[]
    = {"root", "spool", "spool/tmp", "state", "cache", "log", "out", "bin", "bin/backend"};
const char *const kSystemFolders[] = {"filter", "daemon", "cgi-bin", "driver", "monitor", "notifier"};

QString systemTool(const QString &name)
{
    return QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/bin"_s, u"/sbin"_s, u"/bin"_s});
}

void giveToNobody(const QString &path)
{
    if (::geteuid() != 0)
        return;
    if (const passwd *nobody = ::getpwnam("nobody")) {
        if (::lchown(QFile::encodeName(path).constData(), nobody->pw_uid, nobody->pw_gid) != 0)
            qWarning("could not give %s to nobody", qPrintable(path));
    }
}

} // namespace

PrivateCups::PrivateCups()
{
    ::chmod(QFile::encodeName(m_dir.path()).constData(), 0755); // "nobody" has to get in
    m_isReady = writeFiles();
    qputenv("CUPS_SERVER", QFile::encodeName(m_dir.filePath(u"state/cups.sock"_s)));
    m_service.setStandardOutputFile(QProcess::nullDevice());
    m_service.setStandardErrorFile(m_dir.filePath(u"service.err"_s));
}

PrivateCups::~PrivateCups()
{
    if (QFile::exists(m_dir.filePath(u"out/gate"_s))) // a device that waits would keep the service
        QFile::remove(m_dir.filePath(u"out/gate"_s));
    stop();
}

bool PrivateCups::write(const QString &name, const QByteArray &content, bool isProgram)
{
    const QString path = m_dir.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return false;
    file.close();
    ::chmod(QFile::encodeName(path).constData(), isProgram ? 0755 : 0644);
    giveToNobody(path);
    return true;
}

bool PrivateCups::writeFiles()
{
    giveToNobody(m_dir.path());
    for (const char *folder : kFolders) {
        const QString path = m_dir.filePath(QLatin1StringView(folder));
        if (!QDir().mkpath(path))
            return false;
        ::chmod(QFile::encodeName(path).constData(), 0755);
        giveToNobody(path);
    }
    for (const char *folder : kSystemFolders) {
        const QString name = QLatin1StringView(folder);
        QFile::link(u"/usr/lib/cups/"_s + name, m_dir.filePath(u"bin/"_s + name));
    }
    QFile backend(qEnvironmentVariable("LOKET_TEST_DATA") + u"/cups/backend.sh"_s);
    if (!backend.open(QIODevice::ReadOnly) || !write(u"bin/backend/loket"_s, backend.readAll(), true))
        return false;
    const QByteArray dir = QFile::encodeName(m_dir.path());
    const QByteArray everybody = "Order allow,deny\nAllow all\n";
    const QByteArray service = "Listen " + dir
        + "/state/cups.sock\nLogLevel debug\nMaxLogSize 0\nDefaultAuthType None\nWebInterface No\nBrowsing "
          "No\n"
          "PreserveJobHistory Yes\nPreserveJobFiles No\nMaxJobs 0\nJobRetryInterval 1\nDirtyCleanInterval 0\n"
          "<Location />\n"
        + everybody
        + "</Location>\n<Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n"
          "SubscriptionPrivateAccess all\nSubscriptionPrivateValues none\n<Limit All>\n"
        + everybody + "</Limit>\n</Policy>\n";
    const QByteArray files = "ServerRoot " + dir + "/root\nServerBin " + dir
        + "/bin\nDataDir /usr/share/cups\nRequestRoot " + dir + "/spool\nTempDir " + dir
        + "/spool/tmp\nCacheDir " + dir + "/cache\nStateDir " + dir + "/state\nAccessLog " + dir
        + "/log/access_log\nErrorLog " + dir + "/log/error_log\nPageLog " + dir
        + "/log/page_log\nSandboxing relaxed\nSystemGroup nogroup\n";
    return write(u"root/cupsd.conf"_s, service) && write(u"root/cups-files.conf"_s, files);
}

bool PrivateCups::start()
{
    const QString cupsd = systemTool(u"cupsd"_s);
    if (!m_isReady || cupsd.isEmpty()) {
        m_why = cupsd.isEmpty() ? u"no cupsd on this machine"_s : u"its files can't be written"_s;
        return false;
    }
    const QStringList arguments = {u"-f"_s, u"-c"_s, m_dir.filePath(u"root/cupsd.conf"_s), u"-s"_s,
                                   m_dir.filePath(u"root/cups-files.conf"_s)};
    // setpriv: the service ends when this process does, however that ends.
    QStringList whole = {u"--pdeathsig"_s, u"TERM"_s};
    if (::geteuid() == 0)
        whole += {u"--reuid"_s, u"nobody"_s, u"--regid"_s, u"nogroup"_s, u"--clear-groups"_s};
    m_service.start(systemTool(u"setpriv"_s), whole + QStringList{cupsd} + arguments);
    const bool answers = QTest::qWaitFor(
        [this] {
            QLocalSocket socket;
            socket.connectToServer(m_dir.filePath(u"state/cups.sock"_s));
            return m_service.state() == QProcess::NotRunning || socket.waitForConnected(100);
        },
        kPatienceMs);
    if (!answers || m_service.state() != QProcess::Running) {
        QFile error(m_dir.filePath(u"service.err"_s));
        m_why = error.open(QIODevice::ReadOnly) ? QString::fromUtf8(error.readAll()) : u"it does not start"_s;
        m_why += log().right(2000);
        return false;
    }
    return true;
}

void PrivateCups::stop()
{
    if (m_service.state() == QProcess::NotRunning)
        return;
    m_service.terminate();
    if (!m_service.waitForFinished(kPatienceMs))
        kill();
}

void PrivateCups::kill()
{
    m_service.kill();
    m_service.waitForFinished(kPatienceMs);
}

bool PrivateCups::admin(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(systemTool(tool), arguments);
    if (process.waitForFinished(kPatienceMs) && process.exitCode() == 0)
        return true;
    m_why = tool + u": "_s + QString::fromUtf8(process.readAllStandardError());
    return false;
}

bool PrivateCups::addQueue(const QString &name, const QString &errorPolicy)
{
    return admin(u"lpadmin"_s,
                 {u"-p"_s, name, u"-E"_s, u"-v"_s, u"loket:"_s + out(), u"-P"_s,
                  qEnvironmentVariable("LOKET_TEST_DATA") + u"/cups/loket.ppd"_s, u"-o"_s,
                  u"printer-error-policy="_s + errorPolicy});
}

QStringList PrivateCups::printed() const
{
    QStringList names = QDir(out()).entryList({u"*.pdf"_s}, QDir::Files);
    const auto number = [](const QString &name) { return name.section(u'-', 0, 0).toInt(); };
    std::sort(names.begin(), names.end(),
              [&](const QString &a, const QString &b) { return number(a) < number(b); });
    for (QString &name : names)
        name = out() + u'/' + name;
    return names;
}

void PrivateCups::endNextJobWith(int code)
{
    write(u"out/exit"_s, QByteArray::number(code) + '\n');
}

bool PrivateCups::closeGate()
{
    const QString gate = out() + u"/gate"_s;
    if (::mkfifo(QFile::encodeName(gate).constData(), 0666) != 0)
        return false;
    giveToNobody(gate);
    return true;
}

bool PrivateCups::letOneThrough()
{
    // Opens only when a device reads at the other end.
    int gate = -1;
    const QByteArray path = QFile::encodeName(out() + u"/gate"_s);
    const bool isThere = QTest::qWaitFor(
        [&] {
            gate = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
            return gate >= 0;
        },
        kPatienceMs);
    if (!isThere)
        return false;
    const bool isTold = ::write(gate, "go\n", 3) == 3;
    ::close(gate);
    return isTold;
}

QString PrivateCups::log() const
{
    QFile file(m_dir.filePath(u"log/error_log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace Loket
