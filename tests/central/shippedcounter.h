// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/casejson.h"
#include "tests/central/centralhost.h"
#include "tests/central/pgpool.h"
#include "tests/fakes/ctlprocess.h"
#include "tests/fakes/fakeoffice.h"

#include <QFile>
#include <QJsonDocument>

namespace Loket::Central {

using namespace Qt::StringLiterals;

/// A counter as it is shipped: every step is a process of loketctl.
class ShippedCounter
{
public:
    ShippedCounter(const QString &folder, const CentralHost &host, int office, int number)
        : m_dir(folder)
        , m_ca(host.ca())
    {
        run({u"enrol"_s, u"--central"_s, host.url(0), u"--ca"_s, m_ca, u"--code"_s,
             host.code(office, number)});
        sync(host.url(0)); // numbers for the first families
    }

    void submit(int number) { submit(Fakes::registration(number, 1 + number % 4)); }
    void submit(const Case &content)
    {
        const QString file = m_dir + u".case.json"_s;
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly))
            qFatal("%s can't be written", qPrintable(file));
        out.write(QJsonDocument(writeCase(content)).toJson());
        out.close();
        run({u"submit"_s, file});
    }
    /// Answers the exit code: 0, or 3 when the link failed.
    int sync(const QString &url)
    {
        const Fakes::CtlRun done = Fakes::runLoketctl(m_dir, {u"sync"_s, u"--central"_s, url});
        if (done.exitCode != 0 && done.exitCode != 3)
            qFatal("sync: %s", done.err.constData());
        return done.exitCode;
    }
    /// Without waiting for it.
    std::unique_ptr<QProcess> beginSync(const QString &url)
    {
        auto process = std::make_unique<QProcess>();
        process->start(qEnvironmentVariable("LOKETCTL"),
                       {u"--store"_s, m_dir, u"--today"_s, u"2022-03-01"_s, u"sync"_s, u"--central"_s, url});
        return process;
    }
    /// State, numbers and reason of a case, as the counter shows them.
    QString shown(int number) const
    {
        const QJsonObject record = run({u"show"_s, Fakes::registration(number).id}).answer();
        QJsonObject seen;
        for (const QString &key : {u"state"_s, u"numbers"_s, u"reason"_s})
            seen.insert(key, record.value(key));
        return QString::fromUtf8(QJsonDocument(seen).toJson(QJsonDocument::Compact));
    }
    QString state(int number) const
    {
        return run({u"show"_s, Fakes::registration(number).id}).answer()["state"_L1].toString();
    }
    Fakes::CtlRun run(const QStringList &command) const
    {
        Fakes::CtlRun done = Fakes::runLoketctl(m_dir, command);
        if (done.exitCode != 0)
            qFatal("loketctl %s: %s%s", qPrintable(command.first()), done.err.constData(),
                   done.out.constData());
        return done;
    }

private:
    const QString m_dir, m_ca;
};

/// Rows of the centre's database, each as one text.
inline QStringList rowsOf(const CentralHost &host, const std::string &sql)
{
    PgPool pool(host.database().toStdString(), 1);
    const auto rows = pool.inSnapshot<QStringList>([&](pqxx::transaction_base &now) -> Outcome<QStringList> {
        QStringList lines;
        for (const pqxx::row &row : now.exec(sql)) {
            QStringList values;
            for (const pqxx::field &field : row)
                values += textOf(field);
            lines += values.join(u'|');
        }
        return lines;
    });
    return Fakes::must(rows);
}

inline qint64 countOf(const CentralHost &host, const std::string &what)
{
    return rowsOf(host, "SELECT count(*) FROM " + what).first().toLongLong();
}

} // namespace Loket::Central
