// SPDX-License-Identifier: Apache-2.0
#include "model/store/syncstate.h"

#include "model/base/clock.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"

#include <QDate>
#include <QJsonDocument>
#include <QStringList>

#include <functional>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

Outcome<Nothing> stateDone(const Outcome<qint64> &changed)
{
    if (!changed)
        return fail(changed.error());
    return Nothing();
}

Outcome<bool> stateChanged(const Outcome<qint64> &changed)
{
    if (!changed)
        return fail(changed.error());
    return changed.value() > 0;
}

Outcome<Nothing> putSettings(Connection &connection, std::initializer_list<std::pair<QString, QString>> pairs)
{
    for (const auto &[key, value] : pairs) {
        if (auto put = putStoreSetting(connection, key, value); !put)
            return put;
    }
    return Nothing();
}

} // namespace

Outcome<QString> storeSetting(Connection &connection, const QString &key)
{
    const auto row = connection.one(
        "SELECT value FROM setting WHERE key = ?", [](const Statement &s) { return s.text(0); }, key);
    if (!row)
        return fail(row.error());
    return row.value().value_or(QString());
}

Outcome<Nothing> putStoreSetting(Connection &connection, const QString &key, const QString &value)
{
    return stateDone(connection.exec("INSERT INTO setting (key, value) VALUES (?, ?)"
                                     " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                     key, value));
}

Outcome<FeedPosition> storePosition(Connection &connection)
{
    const auto epoch = storeSetting(connection, u"feed.epoch"_s);
    if (!epoch)
        return fail(epoch.error());
    const auto cursor = storeSetting(connection, u"feed.cursor"_s);
    if (!cursor)
        return fail(cursor.error());
    return FeedPosition{epoch.value(), cursor.value().toLongLong()};
}

Outcome<Nothing> moveStorePosition(Connection &connection, const FeedPosition &position, const QDateTime &now)
{
    return putSettings(connection,
                       {{u"feed.epoch"_s, position.epoch},
                        {u"feed.cursor"_s, QString::number(position.cursor)},
                        {u"sync.last"_s, QString::number(now.toMSecsSinceEpoch())}});
}

Outcome<FeedPosition> mirrorPosition(Connection &mirror)
{
    const auto row
        = mirror.one("SELECT epoch, cursor FROM mirror_state WHERE one = 1", [](const Statement &s) {
              return FeedPosition{s.text(0), s.integer(1)};
          });
    if (!row)
        return fail(row.error());
    return row.value().value_or(FeedPosition());
}

Outcome<Nothing> moveMirrorPosition(Connection &mirror, const FeedPosition &position, const QDateTime &now)
{
    return stateDone(
        mirror.exec("UPDATE mirror_state SET epoch = ?, cursor = ?, applied_at = ? WHERE one = 1",
                    position.epoch, position.cursor, now));
}

Outcome<ClockCheck> clockCheck(Connection &connection)
{
    ClockCheck check;
    for (const auto &[key, take] :
         std::initializer_list<std::pair<QString, std::function<void(const QString &)>>>{
             {u"time.boot-ms"_s, [&](const QString &text) { check.bootTime = text.toLongLong(); }},
             {u"time.boot"_s, [&](const QString &text) { check.boot = text; }},
             {u"time.told"_s,
              [&](const QString &text) { check.told = QDateTime::fromString(text, Qt::ISODateWithMs); }}}) {
        const auto text = storeSetting(connection, key);
        if (!text)
            return fail(text.error());
        take(text.value());
    }
    return check;
}

Outcome<Nothing> putClockCheck(Connection &connection, const ClockCheck &check)
{
    return putSettings(connection,
                       {{u"time.boot-ms"_s, QString::number(check.bootTime)},
                        {u"time.boot"_s, check.boot},
                        {u"time.told"_s, check.told.toString(Qt::ISODateWithMs)}});
}

Outcome<StampedTime> stampedTime(Connection &connection, const Clock &clock)
{
    const auto check = clockCheck(connection);
    if (!check)
        return fail(check.error());
    if (!check.value().boot.isEmpty() && check.value().boot == clock.bootId())
        return StampedTime{QDateTime::fromMSecsSinceEpoch(check.value().bootTime + clock.uptime(), Qt::UTC),
                           u"trusted"_s};
    const QDateTime now = clock.nowUtc();
    const auto saved = lastSavedAt(connection);
    if (!saved)
        return fail(saved.error());
    const bool isBehind = (saved.value().isValid() && now < saved.value())
        || (check.value().told.isValid() && now < check.value().told);
    return StampedTime{now, isBehind ? u"suspect"_s : u"device"_s};
}

Outcome<Nothing> parkEntry(Connection &connection, const ParkedEntry &entry)
{
    return stateDone(connection.exec("INSERT INTO feed_parked (epoch, seq, kind, body, reason)"
                                     " VALUES (?, ?, ?, ?, ?) ON CONFLICT (epoch, seq) DO NOTHING",
                                     entry.at.epoch, entry.at.cursor, entry.kind, entry.body, entry.reason));
}

Outcome<bool> putAnnouncement(Connection &connection, const QJsonObject &body)
{
    const QString id = body.value("id"_L1).toString();
    const QString from = body.value("from"_L1).toString();
    const QString until = body.value("until"_L1).toString();
    if (id.isEmpty() || !QDate::fromString(from, Qt::ISODate).isValid()
        || !QDate::fromString(until, Qt::ISODate).isValid() || !body.value("title"_L1).isObject())
        return false;
    const auto put = connection.exec(
        "INSERT INTO announcement (id, body, from_day, until_day) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET read_at = CASE body WHEN excluded.body THEN read_at ELSE 0 END,"
        " body = excluded.body, from_day = excluded.from_day, until_day = excluded.until_day",
        id, QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)), from, until);
    return put ? Outcome<bool>(true) : Outcome<bool>(fail(put.error()));
}

Outcome<bool> noteEdition(Connection &connection, const QJsonObject &body)
{
    const QString id = body.value("id"_L1).toString();
    const QString from = body.value("effectiveFrom"_L1).toString();
    if (id.isEmpty() || !QDate::fromString(from, Qt::ISODate).isValid())
        return false;
    return stateChanged(connection.exec(
        "INSERT INTO edition (id, effective_from) VALUES (?, ?) ON CONFLICT (id) DO NOTHING", id, from));
}

Outcome<QStringList> missingEditions(Connection &connection)
{
    const auto ids = connection.all("SELECT id FROM edition WHERE length(body) = 0 ORDER BY effective_from",
                                    [](const Statement &s) { return s.text(0); });
    if (!ids)
        return fail(ids.error());
    return QStringList(ids.value());
}

Outcome<Nothing> putEdition(Connection &connection, const QString &id, const QByteArray &body,
                            const QByteArray &signature)
{
    return stateDone(
        connection.exec("UPDATE edition SET body = ?, signature = ? WHERE id = ?", body, signature, id));
}

} // namespace Loket
