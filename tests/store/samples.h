// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/domain/casejson.h"
#include "model/store/casestore.h"
#include "model/store/connection.h"
#include "model/store/mirrorfeed.h"
#include "model/store/store.h"
#include "model/store/writer.h"
#include "model/vault/devicekey.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

#include <memory>

namespace Loket::Samples {

inline const FixedClock &day()
{
    static const FixedClock stands(QDate(2022, 3, 1));
    return stands;
}

inline Actor rina()
{
    return {QStringLiteral("rina"), QStringLiteral("petugas"), QStringLiteral("MCS2")};
}

inline std::unique_ptr<Store> openedStore(const QString &dir, const QByteArray &vfs = {})
{
    auto store = Store::open({dir, vfs, true, true, &day()});
    if (!store)
        qFatal("the store does not open: %s", qPrintable(store.error().detail));
    return store.take();
}

/// A draft as it looks after the first key.
inline Case begunCase()
{
    Case begun;
    begun.service = QStringLiteral("REG-PBPU");
    begun.date = day().today();
    return begun;
}

/// Where tests with very many syncs keep their files: in memory when there is such a folder.
inline QString quickFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/loket-XXXXXX");
}

inline FamilyView family(const QString &kk, const QString &phone, const QStringList &people)
{
    FamilyView family;
    family.kk = kk;
    family.segment = QStringLiteral("PBPU.MANDIRI");
    family.careClass = 3;
    family.phone = phone;
    family.status = QStringLiteral("AKTIF");
    family.va = QStringLiteral("88888") + kk.right(11);
    family.address = {QStringLiteral("Jl. Tebet Raya 1"), QStringLiteral("001"), QStringLiteral("002"),
                      QStringLiteral("31.74.01.1001"), QStringLiteral("12810")};
    family.revision = 1;
    for (const QString &person : people) { // "name|nik|card|birth date"
        const QStringList parts = person.split(u'|');
        MemberView member;
        member.position = int(family.members.size());
        member.relation = member.position == 0 ? QStringLiteral("head") : QStringLiteral("child");
        member.name = parts.value(0);
        member.nik = parts.value(1);
        member.card = parts.value(2);
        member.birthDate = QDate::fromString(parts.value(3), Qt::ISODate);
        member.sex = QStringLiteral("P");
        member.citizenship = QStringLiteral("WNI");
        member.fktp = QStringLiteral("0138U020");
        member.status = QStringLiteral("AKTIF");
        family.members.append(member);
    }
    return family;
}

template <typename T>
T must(Outcome<T> outcome)
{
    if (!outcome)
        qFatal("%s: %s", qPrintable(failureWord(outcome.error().kind)), qPrintable(outcome.error().detail));
    return outcome.take();
}

template <typename T>
T must(QFuture<Outcome<T>> future)
{
    future.waitForFinished();
    return must(future.takeResult());
}

inline void mirror(Store &store, const QList<FamilyView> &families)
{
    must(store.mirrorWriter()->run(Writer::Priority::Feed, [families](Connection &c) -> Outcome<Nothing> {
        for (const FamilyView &one : families)
            must(putFamily(c, one));
        return Nothing();
    }));
}

/// A saved case that makes `family`, with its envelope and pending effect.
inline CaseRecord waitingCase(Store &store, const FamilyView &family, qint64 seq,
                              CaseState state = CaseState::Queued)
{
    Case content;
    content.id = CaseId(newUuid7(day())).text();
    content.service = QStringLiteral("REG-PBPU");
    content.date = day().today();
    content.channel = QStringLiteral("MCS");
    content.segment = family.segment;
    content.family.kk = family.kk;
    for (const MemberView &member : family.members) {
        CaseMember one;
        one.name = member.name;
        one.nik = member.nik;
        content.family.members.append(one);
    }
    CaseRecord record{*CaseId::fromText(content.id),
                      state,
                      content,
                      {},
                      QStringLiteral("MCS2-%1").arg(seq, 6, 10, QLatin1Char('0')),
                      seq,
                      day().nowUtc(),
                      rina().officer,
                      {},
                      {},
                      0};
    for (const MemberView &member : family.members)
        if (!member.card.isEmpty())
            record.numbers.append({member.position, member.card, family.va, QStringLiteral("reserved")});
    record.assessment.decision = Decision::Ready;
    record.assessment.rulebook = QStringLiteral("handbook");
    EnvelopeHeader header;
    header.submission = content.id;
    header.device = CaseId(newUuid7(day())).text();
    header.generation = header.device;
    header.service = content.service;
    header.deviceSeq = seq;
    header.time = day().nowUtc().toString(Qt::ISODateWithMs);
    header.timeCertainty = QStringLiteral("device");
    const DeviceKey key = DeviceKey::generate();
    const Envelope envelope
        = sealEnvelope(header, QJsonDocument(writeCase(content)).toJson(QJsonDocument::Compact), key);
    must(store.writer()->run(Writer::Priority::Save, [&](Connection &c) -> Outcome<Nothing> {
        must(insertCase(c, {record, envelope, envelopeHash(envelope)}));
        if (isWaiting(state))
            must(insertPendingEffect(c, record.id, family.kk, {family, {}, {}}, family));
        return Nothing();
    }));
    return record;
}

} // namespace Loket::Samples
