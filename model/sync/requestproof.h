// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Loket {

class DeviceKey;

/// What a request is, as its signature sees it.
struct SignedRequest {
    QByteArray method; ///< "POST"
    QByteArray target; ///< path and query as sent, "/v1/changes?cursor=7"
    QByteArray body;   ///< as sent: after packing
};

/// Who sent a request: the value of its header `Authorization`, Loket device="…", time="…", signature="…".
/// Independent of where TLS ends.
struct RequestProof {
    QString device;
    qint64 time = 0; ///< UTC seconds of the counter's clock, which may be wrong: told, never compared
    QByteArray signature;
    friend bool operator==(const RequestProof &, const RequestProof &) = default;
};

/// Ed25519 over "LOKET-REQ-1\0" || method || "\n" || target || "\n" || time || "\n" || hex SHA-256 of body.
RequestProof signRequest(const SignedRequest &request, const QString &device, qint64 time,
                         const DeviceKey &key);
bool checkRequest(const RequestProof &proof, const SignedRequest &request, const QByteArray &publicKey);

QByteArray writeAuthorization(const RequestProof &proof);
/// None when it is of another scheme or form.
std::optional<RequestProof> readAuthorization(const QByteArray &value);

} // namespace Loket
