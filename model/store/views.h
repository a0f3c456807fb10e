// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/ids.h"
#include "model/domain/case.h"
#include "model/services/assessment.h"
#include "model/store/workstop.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Loket {

// What the store answers. Plain values, safe to hand between threads.

/// Where a case is, with the words of contracts §6.3.
enum class CaseState {
    Draft,
    Queued,
    WaitingApproval,
    Sending,
    Received,
    Accepted,
    AcceptedChanged,
    NeedsCorrection,
    Rejected,
    Conflict,
    Parked,
    Void
};
QString caseStateWord(CaseState); ///< "queued", "needs-correction", …
std::optional<CaseState> caseStateFromWord(const QString &word);
/// Whether the centre has not yet given its verdict.
bool isWaiting(CaseState);

struct MemberView {
    qint64 id = 0;    ///< row id in the mirror; 0: only in a pending case
    int position = 0; ///< index in the family, head first
    QString relation, kin, nik, card, name, birthPlace, sex, marital, citizenship, passport;
    QDate birthDate;
    QString fktp, dentist;
    QDate fktpSince;        ///< first day at this facility; null: not known
    QDate letterDate;       ///< of the latest school letter; null: none
    QDate validUntil;       ///< end of a term of office or contract; null: none
    QString status;         ///< CALON | MENUNGGU_BAYAR | AKTIF | NONAKTIF_MENUNGGAK | NONAKTIF_AKHIR_BULAN |
                            ///< NONAKTIF_PHK_HABIS | MENINGGAL | ALIH_SEGMEN
    QString photo;          ///< "sha256:…" or empty
    bool isPending = false; ///< a case that waits for the centre made or changed this
    friend bool operator==(const MemberView &, const MemberView &) = default;
};

/// Names a member of a family for as long as the family is one: the card number, before there is one the NIK,
/// and for who has neither the name. What `details.member` of a case holds.
QString memberKey(const MemberView &);

/// One value that a case changes.
struct FieldChange {
    QString member; ///< memberKey() of whom; empty: of the family
    QString field; ///< as in the case format: "fktp", "class", "address.village", "status", …; "left": leaves
                   ///< the family
    QString value;   ///< "yes" for "left"
    QDate effective; ///< first day of the new value; null: with the centre's answer
    QString caseId;
    QString service;
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// One line of a family's history.
struct HistoryLine {
    enum class Kind {
        Case,        ///< a case of this counter
        CardPrinted, ///< `detail`: the card's number; `reference`: why it was printed, may be empty
        DuesPaid     ///< `detail`: paid until this month, yyyy-mm; `date`: when this counter heard of it
    };
    QString caseId; ///< of a Case only
    QDate date;
    QString service; ///< of a Case only
    CaseState state = CaseState::Queued;
    QString officer;
    QString reference;
    Kind kind = Kind::Case;
    QString detail = {};
    bool isPending = false; ///< the centre has not decided yet
    friend bool operator==(const HistoryLine &, const HistoryLine &) = default;
};

/// A family: the mirror's row with pending effects laid over it.
struct FamilyView {
    qint64 id = 0; ///< row id in the mirror; 0: only in a pending case
    QString kk, segment, phone, email, va, status;
    int careClass = 0;
    Address address;
    std::optional<Address> billingAddress;
    BankAccount bank;
    QString paidUntil; ///< yyyy-mm; empty: nothing paid yet
    QDate firstPaymentFrom, firstPaymentUntil;
    QDate classSince;             ///< first day in this class; null: not known
    QDate segmentSince;           ///< first day in this segment; null: not known
    QString lastCovered;          ///< yyyy-mm, the last month of a cover that ended; empty: it has not
    qint64 wage = 0;              ///< of the worker or pensioner, whole rupiah a month; 0: not known
    QString employer;             ///< number or name of the employer or office; empty: none
    QList<FieldChange> scheduled; ///< decided or proposed, and not in force yet
    int revision = 0;
    QString pendingCase; ///< id of the case whose effect is laid over; empty: none
    QList<MemberView> members;
    QList<HistoryLine> history; ///< cases, printed cards and dues, newest first
    friend bool operator==(const FamilyView &, const FamilyView &) = default;
};

/// What a saved case makes of its family until the centre's verdict is in.
struct FamilyEffect {
    std::optional<FamilyView> registered; ///< a new family; the rest is empty then
    QList<MemberView> added;
    QList<FieldChange> changes;
    friend bool operator==(const FamilyEffect &, const FamilyEffect &) = default;
};

/// The family with every scheduled change in force that is due by `day`; those are gone from `scheduled`.
FamilyView asOf(FamilyView family, QDate day);
/// Adds a member at the end; who has the same card number is replaced where he stands.
void putMember(FamilyView &, MemberView);
/// Puts one value; false for a member or field that the family does not have.
bool applyChange(FamilyView &, const FieldChange &);

/// One participant found by a search.
struct SearchHit {
    qint64 memberId = 0; ///< mirror row; 0: from a pending case
    qint64 familyId = 0;
    QString caseId; ///< the waiting case that this hit comes from; empty: from the mirror
    QString kk, nik, card, name, segment, fktp, status;
    QDate birthDate;
    int careClass = 0;
    int rank = 0; ///< smaller is better
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

struct SearchAnswer {
    QList<SearchHit> hits;
    bool more = false;       ///< there are more hits than were asked for
    qint64 participants = 0; ///< in the mirror
};

/// Number given to one member out of the lease.
struct AssignedNumber {
    int member = 0;
    QString card;
    QString va;    ///< the family's, on the head's row too
    QString state; ///< reserved | confirmed | void | spoilt
    friend bool operator==(const AssignedNumber &, const AssignedNumber &) = default;
};

/// A case that was saved for good.
struct CaseRecord {
    CaseId id;
    CaseState state = CaseState::Queued;
    Case content;
    Assessment assessment; ///< as it was at saving
    QString reference;     ///< for people: "<workstation>-<device_seq>", e.g. "MCS2-000017"
    qint64 deviceSeq = 0;
    QDateTime savedAt; ///< UTC
    QString officer;
    QList<AssignedNumber> numbers;
    QString reason; ///< of the verdict, for a person
    int printedReceipts = 0;
    /// It was cleared away here after the centre had it for good: `content` names service, day and family
    /// only, `assessment` nothing.
    bool isPurged = false;
};

struct DraftSummary {
    QString id; ///< the case id that it will have
    QString service;
    QString title; ///< name of the head or "KK …", for the list
    QString officer;
    QDateTime savedAt;     ///< UTC
    QString kk = {};       ///< of the family it is about; empty: not known yet
    QString note = {};     ///< why it was parked
    QDate promised = {};   ///< when a missing document is to be brought; null: none was promised
    bool isParked = false; ///< waits for the back office or for what was promised
    friend bool operator==(const DraftSummary &, const DraftSummary &) = default;
};

/// Something that an officer should look after.
struct FollowUp {
    enum Kind {
        PaymentWindow,    ///< `day`: last day of the first payment
        BabyWithoutNik,   ///< `day`: until when the NIK is wanted
        SchoolLetter,     ///< `day`: last day on which the school letter counts
        TermEnds,         ///< `day`: end of a term of office or contract
        DocumentPromised, ///< `day`: when it was to be brought
        CaseReturned,     ///< `day`: of the case
        Decision, ///< `day`: the last one to decide between this counter and the centre; `since` is told
        Parked    ///< `day`: when it was parked
    };
    Kind kind = PaymentWindow;
    QDate day;
    QString kk;
    QString caseId;       ///< case (CaseReturned, Decision) or draft (DocumentPromised, Parked) to open; else
                          ///< empty: the family
    QString name;         ///< of the member it is about, else of the head; empty: not known
    QString detail;       ///< the note of a draft; "<state word>: <reason>" of a returned case
    QDate since = {};     ///< null: not told
    QString officer = {}; ///< who made the case (CaseReturned, Decision); else empty
    friend bool operator==(const FollowUp &, const FollowUp &) = default;
};

/// From when on things are told, and how long after they went by. The months are the rulebook's.
///
/// What the centre sent back is for the officer who made the case: with `officer` named, others are not told,
/// unless `seesAll` (a supervisor), or the maker no longer works here, or a decision is late.
struct FollowUpSpans {
    QDate today;
    int babyMonths = 0;   ///< newborn.nik-months
    int letterMonths = 0; ///< dependants.letter-months
    int decisionDays = 0; ///< conflict.days
    int paymentDays = 7;  ///< so many days before the payment window ends
    int expiryDays = 30;  ///< so many days before a letter or term ends
    int pastDays = 31;    ///< so many days after the day
    QString officer = {}; ///< whose list it is; empty: everybody's
    bool seesAll = false;
};

/// Saved here, and the centre has not received them. What is held is not among them: it was offered, and a
/// person has to look at it; nor what a restored centre lost: it goes out again with the next contact.
struct UnsentCases {
    int count = 0;
    QDateTime oldest;       ///< when the first of them was saved, UTC; null: none
    bool isAgeKnown = true; ///< false: the clock is known to be wrong, so nobody knows for how long they wait
    friend bool operator==(const UnsentCases &, const UnsentCases &) = default;
};

/// What the status bar and `loketctl status` show.
struct StoreStatus {
    bool isTrial = true;
    QString office, workstation;
    int drafts = 0;
    QHash<QString, int> outbox; ///< state word -> count
    qint64 numbersLeft = 0;
    QDateTime lastSync; ///< UTC; null: never
    qint64 participants = 0;
    qint64 storeBytes = 0, mirrorBytes = 0;
    qint64 casesToday = 0, cardsPrintedToday = 0;
    QString generation;
    UnsentCases unsent;
    qint64 freeBytes = -1; ///< on the store's disk; -1: not known
    WorkState work;        ///< whether new cases may be made
};

} // namespace Loket
