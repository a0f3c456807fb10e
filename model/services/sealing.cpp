// SPDX-License-Identifier: Apache-2.0
#include "model/services/sealing.h"

#include "model/domain/casejson.h"
#include "model/store/casestore.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/syncstate.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

static constexpr int kReferenceDigits = 6;

QByteArray frozenContent(const Case &content)
{
    return QJsonDocument(writeCase(content)).toJson(QJsonDocument::Compact);
}

QString caseReference(const Actor &actor, qint64 deviceSeq)
{
    return u"%1-%2"_s.arg(actor.workstation).arg(deviceSeq, kReferenceDigits, 10, QLatin1Char('0'));
}

Outcome<EnvelopeHeader> startHeader(Connection &connection, const CaseRecord &record, const Clock &clock)
{
    const auto stamped = stampedTime(connection, clock);
    if (!stamped)
        return fail(stamped.error());
    const auto device = deviceState(connection);
    if (!device)
        return fail(device.error());
    EnvelopeHeader header;
    header.submission = record.id.text();
    header.device = device.value().id;
    header.deviceSeq = record.deviceSeq;
    header.prevHash = device.value().lastHash.toHex();
    header.generation = device.value().generation;
    header.officer = record.officer;
    header.service = record.content.service;
    header.corrects = record.content.corrects;
    header.rulebook = record.assessment.rulebook;
    header.app = QStringLiteral(LOKET_VERSION);
    header.time = stamped.value().time.toString(Qt::ISODateWithMs);
    header.timeCertainty = stamped.value().certainty;
    return header;
}

Outcome<Nothing> sealAndKeep(Connection &connection, const CaseRecord &record, const EnvelopeHeader &header)
{
    const auto key = deviceKey(connection);
    if (!key)
        return fail(key.error());
    const Envelope envelope = sealEnvelope(header, frozenContent(record.content), key.value());
    const QByteArray hash = envelopeHash(envelope);
    if (auto put = insertCase(connection, {record, envelope, hash}); !put)
        return put;
    return advanceDevice(connection, record.deviceSeq, hash);
}

} // namespace Loket
