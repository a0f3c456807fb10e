// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/diskroom.h"
#include "model/base/failure.h"
#include "model/services/assess.h"
#include "model/store/cardbook.h"
#include "model/store/centreinbox.h"
#include "model/store/outboxview.h"
#include "model/store/views.h"

#include <memory>

namespace Loket {

class Clock;
class Connection;
class MirrorReader;

struct Officer {
    QString id;   ///< "rina"
    QString name; ///< "Rina Amelia"
    QString role; ///< petugas | penyelia
    friend bool operator==(const Officer &, const Officer &) = default;
};

/// Answers questions from store.db and mirror.db together (pending effects laid over the mirror). Lives on
/// the thread that made it. Every query uses an index; lists are paged by key, never by offset. It goes on
/// when mirror.db is replaced; row ids of families and members hold until then only, KK and card for good.
class StoreReader
{
public:
    ~StoreReader();

    /// Participants and waiting cases found by NIK, KK, card, VA, phone (digits: exact or beginning) or by
    /// words of the name.
    Outcome<SearchAnswer> search(const QString &text, int limit) const;
    Outcome<std::optional<FamilyView>> familyByKk(const QString &kk) const;
    /// As the centre told it last: no waiting case is laid over, and there is no history.
    Outcome<std::optional<FamilyView>> mirroredFamily(const QString &kk) const;
    Outcome<std::optional<FamilyView>> familyById(qint64 id) const;
    Outcome<std::optional<FamilyView>> familyByCard(const QString &card) const;
    Outcome<std::optional<CaseRecord>> caseById(const CaseId &id) const;
    /// Saved cases of one day, newest first; `before`: device_seq to continue below (0: from the newest).
    Outcome<QList<CaseRecord>> cases(qint64 before, int limit) const;
    /// Drafts of one officer (empty: of all), newest first.
    Outcome<QList<DraftSummary>> drafts(const QString &officer) const;
    Outcome<std::optional<Case>> draft(const QString &id) const;
    /// Parked drafts of all officers, newest first.
    Outcome<QList<DraftSummary>> parked() const;
    /// What should be looked after, of families that this counter had a case of; the most urgent first.
    Outcome<QList<FollowUp>> followUps(const FollowUpSpans &spans, int limit) const;
    Outcome<StoreStatus> status() const;
    /// Where the cases are on their way to the centre. Lives as long as the reader.
    const OutboxView &outbox() const;
    /// What the centre tells a person. Lives as long as the reader.
    const CentreInbox &inbox() const;
    /// Prints, blank cards, cards to collect. Lives as long as the reader.
    const CardBook &cards() const;
    Outcome<QList<Officer>> officers() const;
    /// Postcode last used for a village; empty: none yet.
    Outcome<QString> postcodeOf(const QString &village) const;
    /// PRAGMA integrity_check and foreign_key_check of both files and the audit chain; an empty list: sound.
    Outcome<QStringList> verify() const;
    /// A quick look at store.db alone, for `status`: the mirror can be had again, and verify() takes long on
    /// it.
    Outcome<QStringList> glance() const;
    /// For assess(): looks into this reader. Lives as long as the reader.
    const CaseLookup &lookup() const;

    /// The statements prepared so far on store.db and on mirror.db, for the test that reads their plans.
    QStringList preparedOnStore() const;
    QStringList preparedOnMirror() const;

private:
    friend class Store;
    StoreReader(std::unique_ptr<Connection> store, std::unique_ptr<MirrorReader> mirror, const Clock &clock,
                RoomTeller freeBytes);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Loket
