// SPDX-License-Identifier: Apache-2.0
#include "model/store/centrestore.h"

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/store/audit.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/syncstate.h"
#include "model/vault/devicekey.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// What refers to others first.
constexpr const char *kEmptied[] = {
    "DELETE FROM verdict_proof",
    "DELETE FROM conflict",
    "DELETE FROM reminder",
    "DELETE FROM pending_member",
    "DELETE FROM case_number",
    "DELETE FROM pending_effect",
    "DELETE FROM outbox",
    "DELETE FROM case_base",
    "DELETE FROM blob_use",
    "DELETE FROM blob",
    "DELETE FROM case_record",
    "DELETE FROM number_lease",
    "DELETE FROM draft",
    "DELETE FROM hand_over",
    "DELETE FROM card_stock",
    "DELETE FROM print_log",
    "DELETE FROM feed_parked",
    "DELETE FROM edition",
    "DELETE FROM announcement",
    "DELETE FROM postcode",
    "DELETE FROM officer",
    // What was remembered of the trial centre. How the window looks stays.
    "DELETE FROM setting WHERE key LIKE 'feed.%' OR key LIKE 'time.%' OR key LIKE 'lease.%'"
    " OR key LIKE 'central.%' OR key LIKE 'device.%' OR key LIKE 'sync.%' OR key LIKE 'order.%'",
};

QString hexText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

Outcome<Nothing> doneOf(const Outcome<qint64> &rows)
{
    if (!rows)
        return fail(rows.error());
    return Nothing();
}

Outcome<Nothing> putSettings(Connection &connection, const Enrolment &enrolment)
{
    const QByteArray certificate
        = QJsonDocument(signedTextToJson(enrolment.certificate).toObject()).toJson(QJsonDocument::Compact);
    for (const auto &[key, value] : {std::pair(u"trial"_s, u"0"_s),
                                     {u"office"_s, enrolment.officeName},
                                     {u"office.code"_s, enrolment.office},
                                     {u"workstation"_s, enrolment.workstation},
                                     {u"central.url"_s, enrolment.centre},
                                     {u"central.ca"_s, QString::fromUtf8(enrolment.ca)},
                                     {u"central.key"_s, hexText(enrolment.centreKey)},
                                     {u"central.box"_s, hexText(enrolment.centreBoxKey)},
                                     {u"central.epoch"_s, enrolment.epoch},
                                     {u"central.certificate"_s, QString::fromUtf8(certificate)},
                                     {u"sync.enabled"_s, u"1"_s}}) {
        if (auto put = putStoreSetting(connection, key, value); !put)
            return put;
    }
    return doneOf(connection.exec("DELETE FROM setting WHERE key IN ('enrol.device', 'enrol.seed')"));
}

} // namespace

Outcome<bool> isTrialStore(Connection &connection)
{
    const auto trial = storeSetting(connection, u"trial"_s);
    if (!trial)
        return fail(trial.error());
    return trial.value() != "0"_L1;
}

Outcome<CounterIdentity> enrolIdentity(Connection &connection, const Clock &clock)
{
    const auto device = storeSetting(connection, u"enrol.device"_s);
    if (!device)
        return fail(device.error());
    const auto seed = storeSetting(connection, u"enrol.seed"_s);
    if (!seed)
        return fail(seed.error());
    CounterIdentity identity{device.value(), QByteArray::fromHex(seed.value().toLatin1())};
    if (!identity.device.isEmpty() && identity.seed.size() == DeviceKey::kSeedBytes)
        return identity;
    identity = {newUuid7(clock).toString(QUuid::WithoutBraces), DeviceKey::generate().seed()};
    if (auto put = putStoreSetting(connection, u"enrol.device"_s, identity.device); !put)
        return fail(put.error());
    if (auto put = putStoreSetting(connection, u"enrol.seed"_s, hexText(identity.seed)); !put)
        return fail(put.error());
    return identity;
}

Outcome<Nothing> becomeCounter(Connection &connection, const Enrolment &enrolment, const Actor &actor,
                               const Clock &clock)
{
    const auto identity = enrolIdentity(connection, clock);
    if (!identity)
        return fail(identity.error());
    const auto key = DeviceKey::fromSeed(identity.value().seed);
    if (!key)
        return fail(Failure{FailureKind::Corrupt, u"the device key can't be read"_s});
    for (const char *sql : kEmptied) {
        if (auto emptied = doneOf(connection.exec(sql)); !emptied)
            return emptied;
    }
    for (const EnrolledOfficer &officer : enrolment.officers) {
        auto put = doneOf(connection.exec("INSERT INTO officer (id, name, role) VALUES (?, ?, ?)", officer.id,
                                          officer.name, officer.role));
        if (!put)
            return put;
    }
    const QString generation = newUuid7(clock).toString(QUuid::WithoutBraces);
    auto device = doneOf(connection.exec("UPDATE device SET device_id = ?, key_id = ?, keys = ?, seq = 0,"
                                         " last_hash = x'', generation = ? WHERE one = 1",
                                         identity.value().device, QString::fromLatin1(key->keyId()),
                                         identity.value().seed, generation));
    if (!device)
        return device;
    if (auto put = putSettings(connection, enrolment); !put)
        return put;
    return appendAudit(connection,
                       {actor, clock.nowUtc(), u"store.enrolled"_s, identity.value().device, u""_s});
}

Outcome<CentreAccess> centreAccess(Connection &connection)
{
    QHash<QString, QString> settings;
    const auto rows
        = connection.all("SELECT key, value FROM setting WHERE key LIKE 'central.%' OR key = 'office.code'",
                         [&](const Statement &s) { return settings.insert(s.text(0), s.text(1)); });
    if (!rows)
        return fail(rows.error());
    const auto device = connection.one("SELECT device_id, keys FROM device WHERE one = 1",
                                       [](const Statement &s) { return std::pair(s.text(0), s.blob(1)); });
    if (!device)
        return fail(device.error());
    if (!device.value())
        return fail(Failure{FailureKind::Corrupt, u"the store has no device row"_s});
    const auto check = clockCheck(connection);
    if (!check)
        return fail(check.error());
    CentreAccess access;
    access.url = settings.value(u"central.url"_s);
    access.ca = settings.value(u"central.ca"_s).toUtf8();
    access.proxy = settings.value(u"central.proxy"_s);
    access.key = QByteArray::fromHex(settings.value(u"central.key"_s).toLatin1());
    access.boxKey = QByteArray::fromHex(settings.value(u"central.box"_s).toLatin1());
    access.epoch = settings.value(u"central.epoch"_s);
    access.office = settings.value(u"office.code"_s);
    access.device = device.value()->first;
    access.seed = device.value()->second;
    access.knownTime = check.value().told;
    return access;
}

Outcome<QList<LeaseState>> leaseStates(Connection &connection)
{
    return connection.all(
        "SELECT lease_id, low, high, next, expires_at, state FROM number_lease ORDER BY granted_at, low",
        [](const Statement &s) {
            const QDateTime expires = s.integer(4) > 0 ? s.time(4) : QDateTime();
            return LeaseState{{s.text(0), s.integer(1), s.integer(2), s.integer(3), expires}, s.text(5)};
        });
}

} // namespace Loket
