// SPDX-License-Identifier: Apache-2.0
#include "model/store/highwater.h"

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/store/audit.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/leasestore.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QString highWaterPath(const QString &dir)
{
    return dir + u"/store.high"_s;
}

QByteArray highWaterSum(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

} // namespace

std::optional<HighWater> readHighWater(const QString &dir)
{
    QFile file(highWaterPath(dir));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    constexpr qint64 kMost = 4096;
    const QList<QByteArray> lines = file.read(kMost).split('\n');
    if (lines.size() < 2 || highWaterSum(lines.at(0)) != lines.at(1))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(lines.at(0)).object();
    return HighWater{object.value("device"_L1).toString(), object.value("generation"_L1).toString(),
                     object.value("seq"_L1).toInteger(),
                     QByteArray::fromHex(object.value("lastHash"_L1).toString().toLatin1())};
}

void writeHighWater(const QString &dir, const HighWater &mark)
{
    const QByteArray text
        = QJsonDocument(QJsonObject{{u"device"_s, mark.device},
                                    {u"generation"_s, mark.generation},
                                    {u"lastHash"_s, QString::fromLatin1(mark.lastHash.toHex())},
                                    {u"seq"_s, mark.seq}})
              .toJson(QJsonDocument::Compact);
    const QString next = highWaterPath(dir) + u".new"_s;
    QFile file(next);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray bytes = text + '\n' + highWaterSum(text) + '\n';
    if (file.write(bytes) != bytes.size() || !file.flush())
        return;
    file.close();
    std::rename(QFile::encodeName(next).constData(), QFile::encodeName(highWaterPath(dir)).constData());
}

Outcome<HighWater> highWaterOf(Connection &connection)
{
    const auto device = deviceState(connection);
    if (!device)
        return fail(device.error());
    return HighWater{device.value().id, device.value().generation, device.value().seq,
                     device.value().lastHash};
}

Outcome<Nothing> adoptHighWater(Connection &connection, const HighWater &mark, const Clock &clock)
{
    const auto parked = connection.exec(
        "UPDATE case_record SET state = 'parked', reason = 'device.rolled-back' WHERE id IN"
        " (SELECT case_id FROM outbox WHERE device_seq <= ? AND state IN ('queued', 'sending'))",
        mark.seq);
    if (!parked)
        return fail(parked.error());
    const auto kept = connection.exec("UPDATE outbox SET state = 'parked', last_error = 'device.rolled-back'"
                                      " WHERE device_seq <= ? AND state IN ('queued', 'sending')",
                                      mark.seq);
    if (!kept)
        return fail(kept.error());
    if (const auto burnt = burnLeases(connection); !burnt)
        return fail(burnt.error());
    const QString generation = newUuid7(clock).toString(QUuid::WithoutBraces);
    const auto moved = connection.exec(
        "UPDATE device SET seq = ?, last_hash = ?, generation = ? WHERE one = 1 AND seq <= ?", mark.seq,
        mark.lastHash, generation, mark.seq);
    if (!moved)
        return fail(moved.error());
    const Actor program{u"loket"_s, u"petugas"_s, u"loket"_s};
    return appendAudit(connection, {program, clock.nowUtc(), u"store.rolled-back"_s, generation, QString()});
}

Outcome<bool> recoverFromOlderCopy(Connection &connection, const std::optional<HighWater> &mark,
                                   const Clock &clock)
{
    const auto own = highWaterOf(connection);
    if (!own)
        return fail(own.error());
    const bool isOlder = mark && mark->device == own.value().device
        && mark->generation == own.value().generation && mark->seq > own.value().seq;
    if (!isOlder)
        return false;
    if (const auto adopted = adoptHighWater(connection, *mark, clock); !adopted)
        return fail(adopted.error());
    return true;
}

} // namespace Loket
