// SPDX-License-Identifier: Apache-2.0
#include "model/vault/signedtext.h"

#include "model/vault/devicekey.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

static QByteArray signedMessage(const QByteArray &kind, const QByteArray &text)
{
    return "LOKET-" + kind + "-1" + '\0' + QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

SignedText signText(const QByteArray &kind, const QJsonObject &content, const DeviceKey &key)
{
    const QByteArray text = QJsonDocument(content).toJson(QJsonDocument::Compact);
    return {text, key.sign(signedMessage(kind, text))};
}

std::optional<QJsonObject> readSignedText(const QByteArray &kind, const SignedText &text,
                                          const QByteArray &publicKey)
{
    if (!DeviceKey::verify(signedMessage(kind, text.text), text.signature, publicKey))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(text.text);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QJsonValue signedTextToJson(const SignedText &text)
{
    if (text.isEmpty())
        return {};
    return QJsonObject{{u"text"_s, QString::fromUtf8(text.text)},
                       {u"signature"_s, QString::fromLatin1(text.signature.toBase64())}};
}

std::optional<SignedText> signedTextFromJson(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return SignedText();
    const auto signature = QByteArray::fromBase64Encoding(value["signature"_L1].toString().toLatin1(),
                                                          QByteArray::AbortOnBase64DecodingErrors);
    SignedText text{value["text"_L1].toString().toUtf8(), *signature};
    if (text.text.isEmpty() || signature.decodingStatus != QByteArray::Base64DecodingStatus::Ok
        || text.signature.size() != DeviceKey::kSignatureBytes)
        return std::nullopt;
    return text;
}

} // namespace Loket
