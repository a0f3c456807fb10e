// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/centrebook.h"
#include "model/services/assess.h"
#include "model/sync/trialverdict.h"

namespace Loket {

class DeviceKey;

/// How a centre decides one envelope that follows its counter's chain: by the rules of the counter, then by
/// what only a centre can see. What it takes it writes into the book with what the family was before, so that
/// a case which the counter takes back can be undone, and tells it in the feed. Works in the caller's
/// transaction of the book.
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
    Outcome<Nothing> useNumbers(const EnvelopeHeader &header, CentreFacts &facts);
    Outcome<QList<AssignedNumber>> confirmedNumbers(const Case &content, const EnvelopeHeader &header,
                                                    const std::optional<FamilyView> &known);
    Outcome<Nothing> accept(const Case &content, const Assessment &assessment, const EnvelopeHeader &header,
                            const std::optional<FamilyView> &known);
    Outcome<Nothing> keepRegistered(FamilyView family, const EnvelopeHeader &header);
    Outcome<Nothing> keepChanged(const std::optional<FamilyView> &known, const FamilyEffect &effect,
                                 const EnvelopeHeader &header);
    Outcome<int> put(const FamilyView &family, const std::optional<QString> &source);
    Outcome<int> drop(const FamilyView &family);
    Outcome<Nothing> tellFamily(const FamilyView &family, const QString &kind, const QJsonObject &body);

    CentreBook &m_book;
    const Context &m_context;
    const DeviceKey *m_signer;
    const CentreDevice &m_device;
    const QDate m_today;
};

} // namespace Loket
