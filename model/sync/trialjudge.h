// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/services/assess.h"
#include "model/sync/trialverdict.h"
#include "model/vault/envelope.h"

namespace Loket {

class StoreReader;
class TrialBook;

/// How the trial centre decides one envelope that follows the device's chain: by the rules of the counter,
/// then by what only a centre can see. What it takes it writes into the book with what the family was before,
/// so that a case which the counter takes back can be undone. Works in the caller's transaction of the book.
class TrialJudge
{
public:
    /// `mirror` is what the centre knew before this store; `context`'s lookup and day are not used. `today`
    /// is the centre's day.
    TrialJudge(TrialBook &book, const StoreReader &mirror, const Context &context, const QString &device,
               QDate today);

    Outcome<Nothing> decide(const Envelope &envelope, const EnvelopeHeader &header);
    /// Tells a verdict and remembers it for the cases that build on this one.
    Outcome<Nothing> tell(const QString &caseId, const Verdict &verdict,
                          const QList<AssignedNumber> &numbers = {});

private:
    Outcome<Nothing> takeBack(const Case &voiding, const EnvelopeHeader &header);
    Outcome<QString> returnedBase(const EnvelopeHeader &header);
    Outcome<std::optional<FamilyView>> knownFamily(const Case &content, const EnvelopeHeader &header);
    Outcome<CentreFacts> facts(const Case &content, const EnvelopeHeader &header, const FamilyEffect &effect);
    Outcome<bool> isFamilyKnown(const QString &kk, const QString &corrected);
    Outcome<bool> isNikKnown(const QString &nik, const QString &exceptKk);
    Outcome<QList<AssignedNumber>> confirmedNumbers(const Case &content, const EnvelopeHeader &header,
                                                    const std::optional<FamilyView> &known);
    Outcome<Nothing> accept(const Case &content, const Assessment &assessment, const EnvelopeHeader &header,
                            const std::optional<FamilyView> &known);
    Outcome<Nothing> keepRegistered(FamilyView family, const EnvelopeHeader &header);
    Outcome<Nothing> keepChanged(const std::optional<FamilyView> &known, const FamilyEffect &effect,
                                 const EnvelopeHeader &header);

    TrialBook &m_book;
    const StoreReader &m_mirror;
    const Context &m_context;
    const QString &m_device;
    const QDate m_today;
};

} // namespace Loket
