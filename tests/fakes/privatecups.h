// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace Loket {

/// A print service (cupsd) of a test's own: in a folder of its own, on a socket of its own, as "nobody" when
/// the test runs as root. It becomes the service of this process and ends with it, also when the test dies.
/// The one device keeps what it prints as one PDF a job in out().
class PrivateCups
{
public:
    PrivateCups();
    ~PrivateCups();

    /// Starts it, or starts it again with all that it knew; waits until it answers. False: see why().
    bool start();
    void stop(); ///< in good order
    void kill(); ///< at once; it can't write down anything
    QString why() const { return m_why; }

    bool addQueue(const QString &name, const QString &errorPolicy = QStringLiteral("stop-printer"));
    bool removeQueue(const QString &name)
    {
        return admin(QStringLiteral("lpadmin"), {QStringLiteral("-x"), name});
    }
    bool stopQueue(const QString &name) { return admin(QStringLiteral("cupsdisable"), {name}); }
    bool startQueue(const QString &name) { return admin(QStringLiteral("cupsenable"), {name}); }
    bool refuseJobs(const QString &name) { return admin(QStringLiteral("cupsreject"), {name}); }

    QString out() const { return m_dir.filePath(QStringLiteral("out")); }
    QStringList printed() const;   ///< paths of what came out, in the order of the jobs
    void endNextJobWith(int code); ///< the device's exit code: 1 failed, 4 stop the queue, 5 cancel
    bool closeGate();              ///< jobs wait at the device …
    bool letOneThrough();          ///< … until this; waits for the job that it lets through
    QString log() const;           ///< the service's own

private:
    bool writeFiles();
    bool write(const QString &name, const QByteArray &content, bool isProgram = false);
    bool admin(const QString &tool, const QStringList &arguments);

    QTemporaryDir m_dir;
    QProcess m_service;
    QString m_why;
    bool m_isReady = false;
};

} // namespace Loket
