// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace Loket {

/// Whether a KIS card may be printed (handbook p.14-15, p.29, p.31; FAQ PBPU no. 8).
struct CardPermission {
    QString refusal;          ///< the problem that refuses it; empty: allowed
    bool priority = false;    ///< of the groups for whom a printed card comes first
    bool needsReason = false; ///< KIS Digital first: an officer says why a card is printed
    FiredRule rule;
};
/// `status`: a code of the kind member-status. `nikMatched`: there is a NIK that the population register
/// confirms.
CardPermission cardPermission(const Rulebook &, const QString &status, const QString &segment,
                              bool nikMatched, QDate day, RuleTrace *);

/// One thing that is asked for a reprint.
struct ReprintNeed {
    QStringList documents; ///< any one of them
    FiredRule rule;
};
/// Every entry must be met. `reason`: a code of the kind reprint-reason. `outsider`: collected by somebody
/// who is not on the family card.
QList<ReprintNeed> reprintNeeds(const Rulebook &, const QString &reason, bool outsider, QDate day,
                                RuleTrace *);

/// What an outsider must show to collect a printed card: what is asked whatever the reason of the print.
/// Empty for somebody of the family card.
QList<ReprintNeed> handOverNeeds(const Rulebook &, bool outsider, QDate day, RuleTrace *);

/// Fewer blank cards of one kind than this are told to the officer.
int fewCards(const Rulebook &, RuleTrace *);
/// Fewer letters are no reason of an officer.
int shortestReason(const Rulebook &, RuleTrace *);
/// A card that was printed before this day and waits for its owner is overdue.
QDate overdueBefore(const Rulebook &, QDate today, RuleTrace *);

} // namespace Loket
