// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QList>
#include <QString>

namespace Loket {

/// One thing that the information desk tells.
struct InfoEntry {
    QString id;      ///< topic, number or channel
    QString group;   ///< code of the kind info-group; empty outside of the topics
    QString title;   ///< in the language asked for
    QString text;    ///< may be empty; parameters are filled in
    QString contact; ///< of a channel: number or address
    QString hours;   ///< of a channel
    FiredRule rule;
};

// `language`: "id" or "en", anything else is "id". Every list is in the order of its table and holds what is
// in force on `day`.

/// The topics of a group; of all groups when `group` is empty.
QList<InfoEntry> infoTopics(const Rulebook &, const QString &group, const QString &language, QDate day,
                            RuleTrace *);
/// Channels through which a participant is served (handbook p.21-31, p.86).
QList<InfoEntry> infoChannels(const Rulebook &, const QString &language, QDate day, RuleTrace *);
/// What is not covered (handbook p.84-86).
QList<InfoEntry> notCovered(const Rulebook &, const QString &language, QDate day, RuleTrace *);
/// Chronic illnesses of the referral-back programme (handbook p.81).
QList<InfoEntry> prbIllnesses(const Rulebook &, const QString &language, QDate day, RuleTrace *);

} // namespace Loket
