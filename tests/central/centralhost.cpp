// SPDX-License-Identifier: Apache-2.0
#include "tests/central/centralhost.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

constexpr int kPatienceMilliseconds = 60'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(path));
    return file.readAll().trimmed();
}

} // namespace

CentralHost::CentralHost(const QString &folder, const QStringList &arguments, const QString &record)
    : m_folder(folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!record.isEmpty())
        environment.insert(u"LOKET_CENTRAL_RECORD"_s, record);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(qEnvironmentVariable("LOKET_CENTRAL_RUN"), QStringList{u"--dir"_s, folder} + arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatienceMilliseconds))
            qFatal("run.sh did not get ready");
    }
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
}

CentralHost::~CentralHost()
{
    m_process.closeWriteChannel(); // as promised, it ends with its input
    if (!m_process.waitForFinished(kPatienceMilliseconds))
        qFatal("run.sh did not end");
}

QString CentralHost::code(int office, int number) const
{
    return m_ready.value("codes"_L1).toArray().at(office).toArray().at(number).toString();
}

QString CentralHost::database() const
{
    return QString::fromUtf8(contentOf(m_folder + u"/database"_s));
}

void CentralHost::kill(int process)
{
    ::kill(contentOf(m_folder + u"/central-%1.pid"_s.arg(process)).toInt(), SIGKILL);
}

std::unique_ptr<QProcess> CentralHost::begin(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->start(qEnvironmentVariable("LOKET_CENTRAL"), QStringList{u"--dir"_s, m_folder} + arguments);
    return process;
}

void CentralHost::tell(const QStringList &arguments) const
{
    if (QProcess::execute(qEnvironmentVariable("LOKET_CENTRAL"),
                          QStringList{u"--dir"_s, m_folder} + arguments)
        != 0)
        qFatal("loket-central %s failed", qPrintable(arguments.join(u' ')));
}

void CentralHost::psql(const QString &program, const QStringList &arguments) const
{
    static const QRegularExpression host(u"host=(\\S+)"_s);
    const QString socket = host.match(database()).captured(1);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, QStringList{u"-h"_s, socket, u"-U"_s, u"loket"_s} + arguments);
    if (!process.waitForFinished(kPatienceMilliseconds) || process.exitCode() != 0)
        qFatal("%s failed", qPrintable(program));
}

void CentralHost::dump(const QString &file)
{
    psql(u"pg_dump"_s, {u"-Fc"_s, u"-f"_s, file, u"loket"_s});
}

void CentralHost::restore(const QString &file)
{
    psql(u"psql"_s, {u"-qd"_s, u"postgres"_s, u"-c"_s, u"DROP DATABASE loket WITH (FORCE)"_s});
    psql(u"createdb"_s, {u"loket"_s});
    psql(u"pg_restore"_s, {u"-d"_s, u"loket"_s, file});
}

} // namespace Loket::Central
