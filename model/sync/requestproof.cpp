// SPDX-License-Identifier: Apache-2.0
#include "model/sync/requestproof.h"

#include "model/vault/devicekey.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Loket {

static QByteArray requestMessage(const SignedRequest &request, qint64 time)
{
    static const QByteArray kDomain("LOKET-REQ-1\0", 12);
    return kDomain + request.method + '\n' + request.target + '\n' + QByteArray::number(time) + '\n'
        + QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
}

RequestProof signRequest(const SignedRequest &request, const QString &device, qint64 time,
                         const DeviceKey &key)
{
    return {device, time, key.sign(requestMessage(request, time))};
}

bool checkRequest(const RequestProof &proof, const SignedRequest &request, const QByteArray &publicKey)
{
    return DeviceKey::verify(requestMessage(request, proof.time), proof.signature, publicKey);
}

QByteArray writeAuthorization(const RequestProof &proof)
{
    return R"(Loket device=")" + proof.device.toLatin1() + R"(", time=")" + QByteArray::number(proof.time)
        + R"(", signature=")" + proof.signature.toBase64() + '"';
}

std::optional<RequestProof> readAuthorization(const QByteArray &value)
{
    if (value.size() > 400)
        return std::nullopt;
    static const QRegularExpression kForm(
        uR"x(^Loket device="([0-9a-f-]{36})", time="(-?[0-9]{1,12})", signature="([A-Za-z0-9+/]{86}==)"\z)x"_s);
    const QRegularExpressionMatch match = kForm.match(QString::fromLatin1(value));
    if (!match.hasMatch())
        return std::nullopt;
    return RequestProof{match.captured(1), match.captured(2).toLongLong(),
                        QByteArray::fromBase64(match.captured(3).toLatin1())};
}

} // namespace Loket
