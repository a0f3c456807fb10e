// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/feedteller.h"
#include "model/centre/merge.h"
#include "model/centre/verdict.h"
#include "model/services/assess.h"

namespace Loket {

/// How a centre decides one envelope that follows its device's chain: by the rules of the counter, then by
/// what only a centre can see. What it takes it writes into the book with what the family was before, so that
/// a case which the counter takes back can be undone. Works in the caller's transaction of the book.
class CentreJudge
{
public:
    /// As CentreDesk; `device`: the counter that the envelope is of.
    CentreJudge(CentreBook &book, const Context &context, const DeviceKey *signer, const CentreDevice &device,
                QDate today);

    Outcome<Nothing> decide(const Envelope &envelope, const EnvelopeHeader &header);
    /// Tells a verdict and remembers it for the cases that build on this one.
    Outcome<Nothing> tell(const QString &caseId, const Verdict &verdict,
                          const QList<AssignedNumber> &numbers = {});

private:
    Outcome<Nothing> takeBack(const Case &voiding, const EnvelopeHeader &header);
    Outcome<Nothing> restore(const CentreUndo &undo);
    Outcome<QString> returnedBase(const EnvelopeHeader &header);
    Outcome<std::optional<FamilyView>> knownFamily(const Case &content, const EnvelopeHeader &header);
    Outcome<CentreFacts> facts(const Case &content, const EnvelopeHeader &header, const FamilyEffect &effect);
    Outcome<Nothing> lookAtPeople(const Case &content, const EnvelopeHeader &header, CentreFacts &facts);
    Outcome<Nothing> lookAtNumbers(const EnvelopeHeader &header, CentreFacts &facts);
    Outcome<QList<AssignedNumber>> confirmedNumbers(const Case &content, const EnvelopeHeader &header,
                                                    const std::optional<FamilyView> &known);
    Outcome<QList<ForeignStep>> foreignSteps(const EnvelopeHeader &header, const FamilyView &known);
    Outcome<Nothing> accept(const Case &content, const Assessment &assessment, const EnvelopeHeader &header,
                            const std::optional<FamilyView> &known);
    Outcome<Nothing> keepRegistered(FamilyView family, const EnvelopeHeader &header);
    Outcome<Nothing> keepChanged(const std::optional<FamilyView> &known, const Case &content,
                                 const FamilyEffect &effect, const EnvelopeHeader &header);

    CentreBook &m_book;
    FeedTeller m_teller;
    const Context &m_context;
    const CentreDevice &m_device;
    const QDate m_today;
};

} // namespace Loket
