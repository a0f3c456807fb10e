// SPDX-License-Identifier: Apache-2.0
#include "model/centre/leaseterms.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qint64 kSmallestBlock = 10;
constexpr qint64 kLargestBlock = 20'000;
constexpr int kDaysUntilSoftExpiry = 30;

} // namespace

std::optional<Failure> refusedLease(const LeaseRequest &request)
{
    if (request.wanted < 0 || request.request.isEmpty())
        return Failure{FailureKind::BadInput, u"lease.request"_s};
    return std::nullopt;
}

qint64 leaseSize(const LeaseRequest &request, qint64 usual)
{
    return request.wanted == 0 ? usual : std::clamp(request.wanted, kSmallestBlock, kLargestBlock);
}

LeaseGrant grantLease(const LeaseTerms &terms, const DeviceKey &centre)
{
    const QJsonObject text{
        {u"lease"_s, terms.lease},
        {u"low"_s, terms.low},
        {u"high"_s, terms.low + terms.size - 1},
        {u"device"_s, terms.device},
        {u"key"_s, QString::fromLatin1(DeviceKey::keyIdOf(terms.publicKey))},
        {u"issued"_s, terms.now.toString(Qt::ISODateWithMs)},
        {u"expires"_s, terms.now.addDays(kDaysUntilSoftExpiry).toString(Qt::ISODateWithMs)},
        {u"epoch"_s, terms.epoch}};
    return leaseOfProof(signText("LEASE", text, centre));
}

LeaseGrant leaseOfProof(const SignedText &proof)
{
    const QJsonObject text = QJsonDocument::fromJson(proof.text).object();
    return {text["lease"_L1].toString(), text["low"_L1].toInteger(), text["high"_L1].toInteger(),
            QDateTime::fromString(text["expires"_L1].toString(), Qt::ISODateWithMs), proof};
}

std::optional<LeaseGrant> genuineLease(const SignedText &proof, const QString &device,
                                       const QByteArray &centreKey)
{
    const auto text = readSignedText("LEASE", proof, centreKey);
    if (!text || text->value("device"_L1).toString() != device)
        return std::nullopt;
    return leaseOfProof(proof);
}

std::optional<Failure> refusedReturn(qint64 low, qint64 high, qint64 returnedFrom, qint64 next)
{
    if (next < low || next > high + 1 || (returnedFrom >= 0 && next > returnedFrom))
        return Failure{FailureKind::BadInput, u"lease.high-water"_s};
    return std::nullopt;
}

} // namespace Loket
