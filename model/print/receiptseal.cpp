// SPDX-License-Identifier: Apache-2.0
#include "model/print/receiptseal.h"

#include "model/store/devicestore.h"
#include "model/store/store.h"
#include "model/store/writer.h"
#include "model/vault/devicekey.h"

#include <QStringList>

namespace Loket {

using namespace Qt::StringLiterals;

static const auto kSealMark = u"LOKET1"_s;

QByteArray receiptSealMessage(const QString &reference, const QString &caseId)
{
    return QByteArray("LOKET-RECEIPT-1\0", 16) + reference.toUtf8() + '|' + caseId.toUtf8();
}

QString ReceiptSeal::text() const
{
    const QByteArray base
        = signature.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return QStringList{kSealMark, reference, caseId, QString::fromLatin1(base)}.join(u'|');
}

std::optional<ReceiptSeal> ReceiptSeal::parse(const QString &text)
{
    const QStringList parts = text.split(u'|');
    if (parts.size() != 4 || parts[0] != kSealMark || parts[1].isEmpty())
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(
        parts[3].toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != DeviceKey::kSignatureBytes)
        return std::nullopt;
    return ReceiptSeal{parts[1], parts[2], decoded.decoded};
}

bool ReceiptSeal::isGenuine(const QByteArray &publicKey) const
{
    return DeviceKey::verify(receiptSealMessage(reference, caseId), signature, publicKey);
}

QFuture<Outcome<QString>> sealReceipt(Store &store, const QString &reference, const CaseId &id)
{
    return store.writer()->run(
        Writer::Priority::Save, [reference, id](Connection &connection) -> Outcome<QString> {
            const auto key = deviceKey(connection);
            if (!key)
                return fail(key.error());
            ReceiptSeal seal{reference, id.text(), {}};
            seal.signature = key.value().sign(receiptSealMessage(seal.reference, seal.caseId));
            return seal.text();
        });
}

} // namespace Loket
