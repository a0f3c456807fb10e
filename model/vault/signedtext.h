// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Loket {

class DeviceKey;

/// A JSON text that somebody made once and signed: a verdict, a lease, an edition, an order. Its bytes are
/// kept and never made again.
struct SignedText {
    QByteArray text;      ///< UTF-8 JSON object
    QByteArray signature; ///< Ed25519, 64 bytes
    bool isEmpty() const { return text.isEmpty(); }
    friend bool operator==(const SignedText &, const SignedText &) = default;
};

/// Signs over "LOKET-<KIND>-1\0" || SHA-256(text), `kind` in capitals: a text that was signed as one thing
/// never counts as another.
SignedText signText(const QByteArray &kind, const QJsonObject &content, const DeviceKey &key);
/// What it says; none when it is not signed as this kind by the owner of `publicKey`, or is no JSON object.
std::optional<QJsonObject> readSignedText(const QByteArray &kind, const SignedText &text,
                                          const QByteArray &publicKey);

/// {"text": "…", "signature": base64}; null for an empty one.
QJsonValue signedTextToJson(const SignedText &text);
/// None when it has another form. An empty one for null.
std::optional<SignedText> signedTextFromJson(const QJsonValue &value);

} // namespace Loket
