// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace Loket::Central {

/// A centre started by run.sh for one test; ended with the object. Faults of the machine end the test
/// program.
class CentralHost
{
public:
    /// `folder` must exist as long as this. `record`: file of every exchange; empty: none.
    CentralHost(const QString &folder, const QStringList &arguments, const QString &record = {});
    ~CentralHost();
    CentralHost(const CentralHost &) = delete;
    CentralHost &operator=(const CentralHost &) = delete;

    QString url(int process) const
    {
        return m_ready.value(QStringLiteral("urls")).toArray().at(process).toString();
    }
    QString ca() const { return m_ready.value(QStringLiteral("ca")).toString(); }
    QString code(int office, int number) const;
    /// As libpq reads it.
    QString database() const;

    /// kill -9; the others go on.
    void kill(int process);
    /// Runs loket-central with --dir and these arguments, and waits for its end.
    void tell(const QStringList &arguments) const;
    /// The same without waiting.
    std::unique_ptr<QProcess> begin(const QStringList &arguments) const;
    /// pg_dump into a file, and the database replaced by what is in one.
    void dump(const QString &file);
    void restore(const QString &file);

private:
    void psql(const QString &program, const QStringList &arguments) const;
    const QString m_folder;
    QProcess m_process;
    QJsonObject m_ready;
};

} // namespace Loket::Central
