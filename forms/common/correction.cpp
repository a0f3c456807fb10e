// SPDX-License-Identifier: Apache-2.0
#include "forms/common/correction.h"

#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct Correction {
    Q_DECLARE_TR_FUNCTIONS(Loket::Correction)
};

constexpr int kPage = 100;

} // namespace

bool needsAction(CaseState state)
{
    return state == CaseState::NeedsCorrection || state == CaseState::Rejected
        || state == CaseState::Conflict;
}

Outcome<QList<CaseRecord>> returnedCases(Office &office)
{
    const StoreStatus status = office.status();
    int left = 0;
    for (const CaseState state : {CaseState::NeedsCorrection, CaseState::Rejected, CaseState::Conflict})
        left += status.outbox.value(caseStateWord(state));
    QList<CaseRecord> returned;
    QStringList corrected;
    qint64 before = 0;
    // Newest first and counted: the walk ends at the oldest one that was sent back, usually on the first
    // page.
    while (left > 0) {
        const auto page = office.cases(before, kPage);
        if (!page)
            return fail(page.error());
        if (page.value().isEmpty())
            break;
        for (const CaseRecord &record : page.value()) {
            before = record.deviceSeq;
            if (!record.content.corrects.isEmpty())
                corrected += record.content.corrects; // the newer one stands in its place
            if (!needsAction(record.state))
                continue;
            --left;
            if (!corrected.contains(record.id.text()))
                returned += record;
        }
    }
    return returned;
}

std::optional<ReturnedCase> returnedCase(Office &office, const QString &caseId)
{
    const auto record = office.caseById(caseId);
    const auto delivery = office.delivery(caseId);
    if (!record || !record.value() || !delivery || !needsAction(record.value()->state))
        return std::nullopt;
    const QString &code = delivery.value().verdictCode;
    const QString known = centreReasonText(code);
    return ReturnedCase{record.value()->content, code, delivery.value().verdictPath,
                        known.isEmpty() ? record.value()->reason : known};
}

Case correctionOf(Office &office, const CaseRecord &record)
{
    const auto drafts = office.drafts();
    for (const DraftSummary &one : drafts ? drafts.value() : QList<DraftSummary>()) {
        const auto draft = office.draft(one.id);
        if (draft && draft.value() && draft.value()->corrects == record.id.text())
            return *draft.value();
    }
    Case copy = record.content;
    copy.id.clear();
    copy.corrects = record.id.text();
    copy.consent.reset(); // the family agrees to what is sent now, not to what was sent then
    // A reason that did not convince the centre is no reason any more.
    if (const auto returned = returnedCase(office, record.id.text())) {
        copy.overrides.removeIf([&](const WarningOverride &passed) {
            return passed.code == returned->code && passed.path == returned->path;
        });
    }
    return copy;
}

QString familyTitle(const Case &content)
{
    if (!content.family.members.isEmpty() && !content.family.members.first().name.trimmed().isEmpty())
        return Correction::tr("Family of %1")
            .arg(personName(content.family.members.first().name.simplified()));
    return content.family.kk.isEmpty() ? Correction::tr("New family")
                                       : Correction::tr("KK %1").arg(content.family.kk);
}

} // namespace Loket
