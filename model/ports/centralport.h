// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/vault/envelope.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Loket {

/// What the centre says to one envelope on receiving it.
struct Receipt {
    enum class Kind { Received, AlreadyKnown, OtherBytes, Refused };
    QString id;
    Kind kind = Kind::Received;
    QString reason;
};

/// A change that the centre tells: a verdict on a case of ours, the new state of a family, or its end.
struct FeedEntry {
    qint64 seq = 0; ///< cursor position, rising without gaps for a reader
    QString kind;   ///< "verdict" | "family" | "gone" | "lease"
    QJsonObject body;
};

struct FeedPage {
    QList<FeedEntry> entries;
    qint64 next = 0; ///< cursor to ask with next time
    bool more = false;
};

/// A block of card numbers, both ends inclusive.
struct LeaseGrant {
    QString leaseId;
    qint64 low = 0;
    qint64 high = -1;
};

/// The central service, as the engine sees it. Calls block; they are made on the sync thread, never on the
/// window's.
class CentralPort
{
public:
    virtual ~CentralPort() = default;
    virtual Outcome<QList<Receipt>> submit(const QList<Envelope> &) = 0;
    virtual Outcome<FeedPage> changes(qint64 cursor, int limit) = 0;
    virtual Outcome<LeaseGrant> lease(qint64 wanted) = 0;
    /// Stores an attachment by its SHA-256 (hex); sending it again is harmless.
    virtual Outcome<Nothing> putAttachment(const QString &sha256, const QByteArray &bytes) = 0;
};

} // namespace Loket
