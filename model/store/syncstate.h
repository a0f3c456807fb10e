// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace Loket {

class Clock;
class Connection;

// What the counter remembers of its centre, in store.db. All functions work in the caller's transaction on
// the writer's connection; those that only read take any.

/// A value of the table `setting`; empty: none.
Outcome<QString> storeSetting(Connection &connection, const QString &key);
Outcome<Nothing> putStoreSetting(Connection &connection, const QString &key, const QString &value);

/// How far the feed was applied to store.db (verdicts, numbers, announcements); the mirror has a position of
/// its own. A position counts in the epoch that it belongs to.
struct FeedPosition {
    QString epoch;
    qint64 cursor = 0;
    friend bool operator==(const FeedPosition &, const FeedPosition &) = default;
};
Outcome<FeedPosition> storePosition(Connection &connection);
Outcome<Nothing> moveStorePosition(Connection &connection, const FeedPosition &position,
                                   const QDateTime &now);

/// The same of mirror.db, on its connection.
Outcome<FeedPosition> mirrorPosition(Connection &mirror);
Outcome<Nothing> moveMirrorPosition(Connection &mirror, const FeedPosition &position, const QDateTime &now);

/// How the device's clock stood to the centre's when they were compared last: what B.10 of the design calls
/// trusted time.
struct ClockCheck {
    qint64 bootTime = 0; ///< the centre's time, UTC milliseconds, when this machine's uptime was 0
    QString boot;        ///< of the machine's start within which it was compared; empty: never
    QDateTime told;      ///< what the centre said then; no time before it is true. Null: never
    friend bool operator==(const ClockCheck &, const ClockCheck &) = default;
};
/// Now, and how far it can be trusted: `trusted` (compared with the centre since the machine started),
/// `device` (the device's own clock), `suspect` (that clock stands before the last save or before what the
/// centre said).
struct StampedTime {
    QDateTime time;
    QString certainty;
};
Outcome<StampedTime> stampedTime(Connection &connection, const Clock &clock);
Outcome<ClockCheck> clockCheck(Connection &connection);
Outcome<Nothing> putClockCheck(Connection &connection, const ClockCheck &check);

/// An entry of the feed that this program can't apply, kept for a later one and for support.
struct ParkedEntry {
    FeedPosition at;
    QString kind;
    QString body; ///< JSON
    QString reason;
};
Outcome<Nothing> parkEntry(Connection &connection, const ParkedEntry &entry);

/// A message of the centre; one with the same id replaces it and counts as unread when it says something
/// else. `body` as the feed has it. None is kept that can't be shown: false.
Outcome<bool> putAnnouncement(Connection &connection, const QJsonObject &body);

/// An edition that the centre told of; its package is fetched later. False: known already, or no edition.
Outcome<bool> noteEdition(Connection &connection, const QJsonObject &body);
/// Ids of editions that were told and are not here yet.
Outcome<QStringList> missingEditions(Connection &connection);
Outcome<Nothing> putEdition(Connection &connection, const QString &id, const QByteArray &body,
                            const QByteArray &signature);

} // namespace Loket
