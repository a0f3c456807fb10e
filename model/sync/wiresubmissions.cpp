// SPDX-License-Identifier: Apache-2.0
#include "model/sync/wire.h"
#include "model/sync/wirefeed.h"
#include "model/sync/wireobject.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct KindWord {
    Receipt::Kind kind;
    QLatin1StringView word;
};
constexpr KindWord kKindWords[]
    = {{Receipt::Kind::Received, "received"_L1}, {Receipt::Kind::AlreadyKnown, "known"_L1},
       {Receipt::Kind::Held, "held"_L1},         {Receipt::Kind::OtherBytes, "other-bytes"_L1},
       {Receipt::Kind::Refused, "refused"_L1},   {Receipt::Kind::Later, "later"_L1}};

QString kindWord(Receipt::Kind kind)
{
    for (const KindWord &known : kKindWords) {
        if (known.kind == kind)
            return known.word;
    }
    return {};
}

Receipt::Kind readKind(WireObject &from)
{
    const QString word = from.text("kind"_L1);
    for (const KindWord &known : kKindWords) {
        if (known.word == word)
            return known.kind;
    }
    // A newer centre may grade finer; not to take it for received is what matters.
    return Receipt::Kind::Later;
}

Receipt readReceipt(WireObject &from)
{
    Receipt receipt;
    receipt.id = from.text("id"_L1);
    receipt.kind = readKind(from);
    receipt.reason = from.optionalText("reason"_L1);
    if (const QJsonObject verdict = from.optionalObject("verdict"_L1); !verdict.isEmpty()) {
        if (auto entry = feedEntryFromJson(verdict))
            receipt.verdict = *entry;
        else
            from.refuse("verdict"_L1, u"an entry of the feed was expected"_s);
    }
    return receipt;
}

} // namespace

QByteArray writeSubmissions(const QList<Envelope> &envelopes)
{
    QByteArray out = R"({"envelopes":[)";
    for (const Envelope &envelope : envelopes)
        out += (out.endsWith('[') ? "" : ",") + writeEnvelopeWire(envelope);
    return out + "]}";
}

Read<QList<Envelope>> readSubmissions(const QByteArray &json)
{
    WireObject from(json, kMostSubmissionBytes);
    QList<Envelope> envelopes;
    if (!from.all().contains("envelopes"_L1))
        from.refuse("envelopes"_L1, u"an array was expected"_s);
    from.objects("envelopes"_L1, kMostEnvelopes, [&](WireObject &item) {
        const auto bytes = [&](QLatin1StringView key) {
            auto decoded = fromStrictBase64(item.text(key));
            if (!decoded)
                item.refuse(key, u"base64 was expected"_s);
            return decoded.value_or(QByteArray());
        };
        envelopes
            += Envelope{item.text("id"_L1), bytes("header"_L1), bytes("payload"_L1), bytes("signature"_L1)};
    });
    return wireResult(from, envelopes);
}

QByteArray writeSubmitReply(const SubmitReply &reply)
{
    QJsonArray receipts;
    for (const Receipt &receipt : reply.receipts) {
        QJsonObject item{{u"id"_s, receipt.id}, {u"kind"_s, kindWord(receipt.kind)}};
        putText(&item, u"reason"_s, receipt.reason);
        if (!receipt.verdict.kind.isEmpty())
            item.insert(u"verdict"_s, QJsonDocument::fromJson(writeFeedEntry(receipt.verdict)).object());
        receipts += item;
    }
    QJsonObject out{{u"receipts"_s, receipts}, {u"durableSeq"_s, reply.durableSeq}};
    if (reply.expectedSeq > 0)
        out.insert(u"expectedSeq"_s, reply.expectedSeq);
    return compactJson(out);
}

Read<SubmitReply> readSubmitReply(const QByteArray &json)
{
    WireObject from(json, kMostMessageBytes);
    SubmitReply reply;
    if (!from.all().contains("receipts"_L1))
        from.refuse("receipts"_L1, u"an array was expected"_s);
    from.objects("receipts"_L1, kMostEnvelopes,
                 [&](WireObject &item) { reply.receipts += readReceipt(item); });
    reply.expectedSeq = from.optionalNumber("expectedSeq"_L1, 0);
    reply.durableSeq = from.optionalNumber("durableSeq"_L1, 0);
    return wireResult(from, reply);
}

} // namespace Loket
