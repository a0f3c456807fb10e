// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/recordjson.h"

#include "model/domain/casejson.h"

using namespace Qt::StringLiterals;

namespace Loket {

static QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

static QJsonValue momentJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonArray numbersJson(const QList<AssignedNumber> &numbers)
{
    QJsonArray list;
    for (const AssignedNumber &number : numbers)
        list += QJsonObject{{u"member"_s, number.member},
                            {u"card"_s, number.card},
                            {u"va"_s, orNull(number.va)},
                            {u"state"_s, number.state}};
    return list;
}

QJsonObject recordJson(const CaseRecord &record)
{
    const QJsonValue verdict = isWaiting(record.state)
        ? QJsonValue()
        : QJsonObject{{u"state"_s, caseStateWord(record.state)}, {u"reason"_s, orNull(record.reason)}};
    return {{u"case"_s, record.id.text()},
            {u"state"_s, caseStateWord(record.state)},
            {u"reference"_s, record.reference},
            {u"deviceSeq"_s, record.deviceSeq},
            {u"savedAt"_s, momentJson(record.savedAt)},
            {u"officer"_s, record.officer},
            {u"numbers"_s, numbersJson(record.numbers)},
            {u"reason"_s, orNull(record.reason)},
            {u"verdict"_s, verdict},
            {u"printedReceipts"_s, record.printedReceipts},
            {u"purged"_s, record.isPurged},
            {u"assessment"_s, writeAssessment(record.assessment)},
            {u"content"_s, writeCase(record.content)}};
}

QJsonObject hitJson(const SearchHit &hit)
{
    return {{u"kk"_s, hit.kk},
            {u"nik"_s, orNull(hit.nik)},
            {u"card"_s, orNull(hit.card)},
            {u"name"_s, hit.name},
            {u"birthDate"_s, orNull(hit.birthDate.toString(Qt::ISODate))},
            {u"segment"_s, hit.segment},
            {u"class"_s, hit.careClass},
            {u"fktp"_s, orNull(hit.fktp)},
            {u"status"_s, hit.status},
            {u"case"_s, orNull(hit.caseId)}};
}

QJsonObject statusJson(const StoreStatus &status)
{
    QJsonObject outbox;
    for (auto it = status.outbox.cbegin(); it != status.outbox.cend(); ++it)
        outbox.insert(it.key(), it.value());
    return {{u"trial"_s, status.isTrial},
            {u"office"_s, orNull(status.office)},
            {u"workstation"_s, orNull(status.workstation)},
            {u"generation"_s, status.generation},
            {u"drafts"_s, status.drafts},
            {u"outbox"_s, outbox},
            {u"numbersLeft"_s, status.numbersLeft},
            {u"lastSync"_s, momentJson(status.lastSync)},
            {u"participants"_s, status.participants},
            {u"casesToday"_s, status.casesToday},
            {u"cardsPrintedToday"_s, status.cardsPrintedToday},
            {u"storeBytes"_s, status.storeBytes},
            {u"mirrorBytes"_s, status.mirrorBytes},
            {u"freeBytes"_s, status.freeBytes < 0 ? QJsonValue() : QJsonValue(status.freeBytes)},
            {u"stopped"_s, orNull(problemCode(status.work.stop))}};
}

} // namespace Loket
