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
    QList<ReceiptMember> members;
    std::optional<DuesSum> dues;
    QDate payFrom;
    QDate payUntil;
    NumberState numbers = NumberState::None;
    QString va;
    QStringList documents;  ///< in words
    QString consentVersion; ///< empty: the service needs no consent
    QString consentText;    ///< what was agreed to, in words; empty: the text is not known here
    QDateTime consentAt;
    QString officer;
    QString office;
    QDateTime printedAt;
    int copy = 0; ///< 0: the first print; n: SALINAN KE-n
    bool trial = false;
    QString qrText; ///< signed text of the reference; empty: no code
    friend bool operator==(const ReceiptFacts &, const ReceiptFacts &) = default;
};

} // namespace Loket
