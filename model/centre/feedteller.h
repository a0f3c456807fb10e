// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/centrebook.h"

namespace Loket {

class DeviceKey;

/// Writes into the book what changed, and tells it in the feed to those whom it concerns: a family to its
/// area, to the area it was in before, and to the office that changed it when it looks after neither; a
/// verdict to its counter, signed. In the caller's transaction.
class FeedTeller
{
public:
    /// `office`: of the counter that the changes come from; empty: nobody's. `signer` null: verdicts are not
    /// signed.
    FeedTeller(CentreBook &book, const DeviceKey *signer, const QString &office);

    /// `source`: the submission that registers or corrects the family; none: as before. Answers it as stored.
    Outcome<FamilyView> put(const FamilyView &family, const std::optional<QString> &source);
    /// The family is no more. `last`: as it was.
    Outcome<Nothing> drop(const FamilyView &last);
    Outcome<Nothing> verdict(const QString &device, const QString &submission, CaseState state,
                             const QJsonObject &body);

private:
    Outcome<Nothing> tellFamily(const QString &kind, const QJsonObject &body, const QStringList &villages);

    CentreBook &m_book;
    const DeviceKey *m_signer;
    const QString m_office;
};

} // namespace Loket
