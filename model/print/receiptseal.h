// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/base/ids.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <optional>

namespace Loket {

class Store;

/// What the code on a receipt says: "LOKET1|<reference>|<case id>|<signature>", the signature being the
/// device key's Ed25519 over "LOKET-RECEIPT-1\0<reference>|<case id>", base64url. It proves that this counter
/// made the receipt.
struct ReceiptSeal {
    QString reference;
    QString caseId;
    QByteArray signature;

    QString text() const;
    /// None: not such a text.
    static std::optional<ReceiptSeal> parse(const QString &text);
    /// Whether the holder of the key signed this reference.
    bool isGenuine(const QByteArray &publicKey) const;
};

/// The bytes that are signed.
QByteArray receiptSealMessage(const QString &reference, const QString &caseId);

/// Signs with the key of the store's counter; the answer is the text of the code. Needs a writing store. Any
/// thread.
QFuture<Outcome<QString>> sealReceipt(Store &store, const QString &reference, const CaseId &id);

} // namespace Loket
