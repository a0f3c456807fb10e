// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/ctlprocess.h"

#include "model/store/connection.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>

#include <sqlite3.h>

#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace Loket::Fakes {

namespace {

constexpr int kPatienceMilliseconds = 120'000;

QStringList textLines(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts);
}

bool isLeftOut(const QString &table, const QString &column)
{
    return (table == "blob"_L1 && column == "file"_L1) || (table == "outbox"_L1 && column == "attempts"_L1);
}

QString valueText(sqlite3_stmt *row, int column)
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, column));
    const QByteArray value(bytes, sqlite3_column_bytes(row, column));
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
        return u"NULL"_s;
    case SQLITE_BLOB:
        return u"x'"_s + QString::fromLatin1(value.toHex()) + u"'"_s;
    default:
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(row, column)));
    }
}

} // namespace

QJsonObject CtlRun::answer() const
{
    return QJsonDocument::fromJson(out.left(out.indexOf('\n'))).object();
}

QStringList CtlRun::errors() const
{
    return textLines(err);
}

CtlRun runLoketctl(const QString &dir, const QStringList &command, const QByteArray &plan, const QString &day)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!plan.isEmpty()) {
        environment.insert(u"LD_PRELOAD"_s, qEnvironmentVariable("LOKET_FAULTVFS"));
        environment.insert(u"LOKET_FAULT"_s, QString::fromLocal8Bit(plan));
        // The sanitizers' runtime wants to be loaded first; here the fault layer is.
        const QString asan = environment.value(u"ASAN_OPTIONS"_s);
        environment.insert(u"ASAN_OPTIONS"_s,
                           (asan.isEmpty() ? asan : asan + u':') + u"verify_asan_link_order=0"_s);
    }
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("LOKETCTL"),
                  QStringList{u"--store"_s, dir, u"--today"_s, day} + command);
    if (!process.waitForFinished(kPatienceMilliseconds))
        qFatal("loketctl %s did not end", qPrintable(command.join(u' ')));
    return {process.exitStatus() == QProcess::CrashExit, process.exitCode(), process.readAllStandardOutput(),
            process.readAllStandardError()};
}

quint64 reported(const QString &reportFile, const QByteArray &word)
{
    QFile file(reportFile);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    quint64 sum = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        const qsizetype at = words.indexOf(word);
        sum += at < 0 ? 0 : words.value(at + 1).toULongLong();
    }
    return sum;
}

void copyStore(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString copy = to + file.mid(from.size());
        if (file.endsWith("/store.lock"_L1))
            continue;
        QDir().mkpath(QFileInfo(copy).path());
        // Not QFile::copy(): that syncs, which thousands of throw-away copies don't need.
        if (std::error_code error; !std::filesystem::copy_file(file.toStdString(), copy.toStdString(), error))
            qFatal("%s can't be copied", qPrintable(file));
    }
}

QStringList dumpOf(const QString &file)
{
    auto connection = openStore(file, Access::Read);
    if (!connection)
        qFatal("%s: %s", qPrintable(file), qPrintable(connection.error().detail));
    const auto tables = connection.value()->all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE 'pending_name%' AND name NOT LIKE 'participant_word%' ORDER BY name",
        [](const Statement &s) { return s.text(0); });
    if (!tables)
        qFatal("%s: %s", qPrintable(file), qPrintable(tables.error().detail));
    QStringList lines;
    for (const QString &table : tables.value()) {
        sqlite3_stmt *rows = nullptr;
        const QByteArray sql = u"SELECT * FROM %1"_s.arg(table).toUtf8();
        if (sqlite3_prepare_v2(connection.value()->handle(), sql.constData(), -1, &rows, nullptr)
            != SQLITE_OK)
            qFatal("%s", sql.constData());
        while (sqlite3_step(rows) == SQLITE_ROW) {
            QString line = table;
            for (int i = 0; i < sqlite3_column_count(rows); ++i) {
                const QString column = QString::fromUtf8(sqlite3_column_name(rows, i));
                if (!isLeftOut(table, column))
                    line += u" %1=%2"_s.arg(column, valueText(rows, i));
            }
            lines += line;
        }
        sqlite3_finalize(rows);
    }
    lines.sort();
    return lines;
}

} // namespace Loket::Fakes
