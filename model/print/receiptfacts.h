// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"
#include "model/store/views.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Loket {

/// How far card numbers and VA of a case are.
enum class NumberState {
    None,     ///< no number could be given
    Reserved, ///< from the lease, waiting for the centre
    Confirmed ///< by the centre
};

struct ReceiptMember {
    QString name;
    QString relation; ///< in words
    QDate birthDate;
    QString nik;  ///< or KITAS/KITAP; empty: none yet
    QString card; ///< empty: to follow
    friend bool operator==(const ReceiptMember &, const ReceiptMember &) = default;
};

/// One value that a case asks for, or changes.
struct ReceiptChange {
    QString label;
    QString before; ///< empty: it replaces nothing, or that is not known
    QString after;
    friend bool operator==(const ReceiptChange &, const ReceiptChange &) = default;
};

/// Everything a receipt says, in words. Made by receiptFacts(); painted by Receipt.
struct ReceiptFacts {
    QString language = QStringLiteral("id"); ///< id | en
    QString reference;                       ///< "MCS2-000017"
    QString service;                         ///< in words
    QDate day;                               ///< of the service
    CaseState state = CaseState::Queued;
    QString reason; ///< of the centre's verdict
    QString familyName;
    QString kk;
    QString segment; ///< in words
    int careClass = 0;
    QString address;
    QString phone;
    QList<ReceiptMember> members; ///< whom the case describes: everybody, or only the new ones
    bool isChange = false;        ///< about a family that is there already, or about none: not a registration
    QString person;               ///< the member whom a change is about; empty: the family
    QList<ReceiptChange> changes;
    QDate effective;           ///< first day of what was changed; null: with the centre's answer
    QDate until;               ///< last covered day of a cover that ends
    QList<qint64> instalments; ///< of arrears paid in stages, whole rupiah
    QString advice;            ///< what the person must know, by the service
    std::optional<DuesSum> dues;
    QDate payFrom;
    QDate payUntil;
    NumberState numbers = NumberState::None;
    QString va;
    QStringList documents;  ///< in words
    QString consentVersion; ///< empty: the service needs no consent
    QString consentText;    ///< what was agreed to, in words; empty: the text is not known here
    QDateTime consentAt;
    QByteArray signature; ///< PNG of what the applicant drew; empty: signed by hand, or not at all
    QString officer;
    QString office;
    QDateTime printedAt;
    int copy = 0; ///< 0: the first print; n: SALINAN KE-n
    bool trial = false;
    QString qrText; ///< signed text of the reference; empty: no code
    friend bool operator==(const ReceiptFacts &, const ReceiptFacts &) = default;
};

} // namespace Loket
