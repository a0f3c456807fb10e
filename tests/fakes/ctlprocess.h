// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace Loket::Fakes {

/// What one run of the shipped `loketctl` left behind.
struct CtlRun {
    bool wasKilled = false; ///< ended by a signal
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject answer() const; ///< the first line of `out`; empty: none that is a JSON object
    QStringList errors() const; ///< lines of `err`
};

/// Runs $LOKETCTL on the store in `dir` on 2022-03-01 (or `day`). `plan`: of faultvfs.h, empty: the system's
/// own file layer.
CtlRun runLoketctl(const QString &dir, const QStringList &command, const QByteArray &plan = {},
                   const QString &day = QStringLiteral("2022-03-01"));

/// How many operations of `word` ("change", "read", …) a report of the fault VFS tells, summed over its
/// lines.
quint64 reported(const QString &reportFile, const QByteArray &word);

/// A copy of a store's folder, without its lock.
void copyStore(const QString &from, const QString &to);

/// Every row of the file as text, ordered. Left out: what is random or counts tries (`blob.file`,
/// `outbox.attempts`, the name search's own tables).
QStringList dumpOf(const QString &file);

} // namespace Loket::Fakes
