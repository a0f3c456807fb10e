// SPDX-License-Identifier: Apache-2.0
#include "model/vault/envelopeheader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QJsonValue headerText(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue headerText(const QByteArray &text)
{
    return headerText(QString::fromLatin1(text));
}

QJsonValue headerNumber(std::optional<int> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue headerNumbers(const QList<UsedNumber> &numbers)
{
    if (numbers.isEmpty())
        return {};
    QJsonArray list;
    for (const UsedNumber &number : numbers)
        list += QJsonObject{
            {u"card"_s, number.card}, {u"lease"_s, headerText(number.lease)}, {u"member"_s, number.member}};
    return list;
}

QJsonValue headerAttachments(const QList<Attachment> &attachments)
{
    if (attachments.isEmpty())
        return {};
    QJsonArray list;
    for (const Attachment &item : attachments)
        list += QJsonObject{{u"length"_s, item.length > 0 ? QJsonValue(item.length) : QJsonValue()},
                            {u"member"_s, headerNumber(item.member)},
                            {u"role"_s, item.role},
                            {u"sha256"_s, QString::fromLatin1(item.sha256)},
                            {u"type"_s, headerText(item.type)}};
    return list;
}

QJsonValue headerIds(const QStringList &ids)
{
    return ids.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(ids));
}

/// Takes keys out of an object one by one and remembers whether every one was there with the right type.
class StrictObject
{
public:
    explicit StrictObject(const QJsonValue &value)
        : m_object(value.toObject())
        , m_sound(value.isObject())
    {
    }
    bool isDone() const { return m_sound && m_object.isEmpty(); }
    void spoil() { m_sound = false; }

    QJsonValue take(const QString &key)
    {
        if (!m_object.contains(key))
            m_sound = false;
        return m_object.take(key);
    }
    QString text(const QString &key)
    {
        const QJsonValue value = take(key);
        m_sound = m_sound && value.isString() && !value.toString().isEmpty();
        return value.toString();
    }
    QString optionalText(const QString &key)
    {
        const QJsonValue value = take(key);
        m_sound = m_sound && (value.isNull() || (value.isString() && !value.toString().isEmpty()));
        return value.toString();
    }
    qint64 number(const QString &key)
    {
        const QJsonValue value = take(key);
        const qint64 number = value.toInteger(-1);
        m_sound = m_sound && value.isDouble() && number >= 0;
        return number;
    }
    std::optional<int> optionalNumber(const QString &key)
    {
        if (m_object.value(key).isNull()) {
            take(key);
            return std::nullopt;
        }
        return int(number(key));
    }
    /// Null reads as 0.
    qint64 optionalLength(const QString &key)
    {
        if (m_object.value(key).isNull()) {
            take(key);
            return 0;
        }
        return number(key);
    }
    /// Null, or an array that is not empty.
    QJsonArray optionalArray(const QString &key)
    {
        const QJsonValue value = take(key);
        m_sound = m_sound && (value.isNull() || (value.isArray() && !value.toArray().isEmpty()));
        return value.toArray();
    }

private:
    QJsonObject m_object;
    bool m_sound;
};

} // namespace

QString envelopeFaultWord(EnvelopeFault fault)
{
    switch (fault) {
    case EnvelopeFault::NotJson:
        return u"not JSON"_s;
    case EnvelopeFault::WrongVersion:
        return u"unknown envelope version"_s;
    case EnvelopeFault::BadHeader:
        return u"bad header"_s;
    case EnvelopeFault::WrongId:
        return u"wrong submission id"_s;
    case EnvelopeFault::PayloadMismatch:
        return u"payload differs from what was signed"_s;
    case EnvelopeFault::BadSignature:
        return u"bad signature"_s;
    }
    return {};
}

QByteArray writeEnvelopeHeader(const EnvelopeHeader &header)
{
    const QJsonObject object{{u"app"_s, headerText(header.app)},
                             {u"approver"_s, headerText(header.approver)},
                             {u"attachments"_s, headerAttachments(header.attachments)},
                             {u"baseRevision"_s, headerNumber(header.baseRevision)},
                             {u"buildsOn"_s, headerIds(header.buildsOn)},
                             {u"corrects"_s, headerText(header.corrects)},
                             {u"device"_s, header.device},
                             {u"deviceSeq"_s, header.deviceSeq},
                             {u"envelope"_s, QString::fromLatin1(kEnvelopeVersion)},
                             {u"family"_s, headerText(header.family)},
                             {u"generation"_s, header.generation},
                             {u"key"_s, QString::fromLatin1(header.key)},
                             {u"numbers"_s, headerNumbers(header.numbers)},
                             {u"officer"_s, headerText(header.officer)},
                             {u"payloadLength"_s, header.payloadLength},
                             {u"payloadSha256"_s, QString::fromLatin1(header.payloadSha256)},
                             {u"prevHash"_s, headerText(header.prevHash)},
                             {u"protocol"_s, header.protocol},
                             {u"rulebook"_s, headerText(header.rulebook)},
                             {u"service"_s, header.service},
                             {u"submission"_s, header.submission},
                             {u"ticket"_s, headerText(header.ticket)},
                             {u"time"_s, header.time},
                             {u"timeCertainty"_s, header.timeCertainty}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<EnvelopeHeader, EnvelopeFault> readEnvelopeHeader(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return fail(EnvelopeFault::NotJson);
    if (document.object().value("envelope"_L1).toString() != QLatin1StringView(kEnvelopeVersion))
        return fail(EnvelopeFault::WrongVersion);

    StrictObject object(document.object());
    object.take(u"envelope"_s);
    EnvelopeHeader header;
    header.submission = object.text(u"submission"_s);
    header.device = object.text(u"device"_s);
    header.key = object.text(u"key"_s).toLatin1();
    header.deviceSeq = object.number(u"deviceSeq"_s);
    header.prevHash = object.optionalText(u"prevHash"_s).toLatin1();
    header.generation = object.text(u"generation"_s);
    header.officer = object.optionalText(u"officer"_s);
    header.ticket = object.optionalText(u"ticket"_s);
    header.approver = object.optionalText(u"approver"_s);
    header.service = object.text(u"service"_s);
    header.family = object.optionalText(u"family"_s);
    header.baseRevision = object.optionalNumber(u"baseRevision"_s);
    for (const QJsonValue &id : object.optionalArray(u"buildsOn"_s)) {
        if (!id.isString())
            object.spoil();
        header.buildsOn += id.toString();
    }
    header.corrects = object.optionalText(u"corrects"_s);
    header.protocol = int(object.number(u"protocol"_s));
    header.rulebook = object.optionalText(u"rulebook"_s);
    header.app = object.optionalText(u"app"_s);
    header.time = object.text(u"time"_s);
    header.timeCertainty = object.text(u"timeCertainty"_s);
    for (const QJsonValue &entry : object.optionalArray(u"numbers"_s)) {
        StrictObject item(entry);
        UsedNumber number;
        number.card = item.text(u"card"_s);
        number.lease = item.optionalText(u"lease"_s);
        number.member = int(item.number(u"member"_s));
        if (!item.isDone())
            object.spoil();
        header.numbers += number;
    }
    for (const QJsonValue &entry : object.optionalArray(u"attachments"_s)) {
        StrictObject item(entry);
        Attachment attachment;
        attachment.length = item.optionalLength(u"length"_s);
        attachment.member = item.optionalNumber(u"member"_s);
        attachment.role = item.text(u"role"_s);
        attachment.sha256 = item.text(u"sha256"_s).toLatin1();
        attachment.type = item.optionalText(u"type"_s);
        if (attachment.type.isEmpty() != (attachment.length == 0)) // known together or not at all
            object.spoil();
        if (!item.isDone())
            object.spoil();
        header.attachments += attachment;
    }
    header.payloadLength = object.number(u"payloadLength"_s);
    header.payloadSha256 = object.text(u"payloadSha256"_s).toLatin1();
    if (!object.isDone())
        return fail(EnvelopeFault::BadHeader);
    return header;
}

} // namespace Loket
