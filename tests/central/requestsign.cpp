// SPDX-License-Identifier: Apache-2.0
#include "tests/central/requestsign.h"

#include "model/vault/devicekey.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Loket::Central {

std::optional<RequestSignature> RequestSignature::read(const QByteArray &header)
{
    static const QRegularExpression form(
        u"^Loket device=\"([0-9a-f-]{36})\", time=\"([0-9]{1,12})\", signature=\"([A-Za-z0-9+/]{86}==)\"$"_s);
    const auto match = form.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return std::nullopt;
    return RequestSignature{match.captured(1), match.captured(2).toLatin1(),
                            QByteArray::fromBase64(match.captured(3).toLatin1())};
}

bool RequestSignature::isOf(const HttpRequest &request, const QByteArray &publicKey) const
{
    const QByteArray message = QByteArray("LOKET-REQ-1") + '\0' + request.method + '\n' + request.target
        + '\n' + time + '\n' + QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
    return DeviceKey::verify(message, signature, publicKey);
}

} // namespace Loket::Central
