// SPDX-License-Identifier: Apache-2.0
#include "forms/common/texts.h"

#include "forms/common/language.h"
#include "model/rulebook/codes.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// The context of these strings in the translation.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Loket::Texts)
};

} // namespace

QString codeLabel(const QString &kind, const QString &code)
{
    return code.isEmpty() ? QString() : codeText(kind, code, currentLanguage());
}

QString caseStateText(CaseState state)
{
    return codeLabel(u"state"_s, caseStateWord(state));
}

Tone caseStateTone(CaseState state)
{
    switch (state) {
    case CaseState::Accepted:
        return Tone::Ok;
    case CaseState::AcceptedChanged:
    case CaseState::Received:
    case CaseState::Sending:
        return Tone::Info;
    case CaseState::Queued:
    case CaseState::WaitingApproval:
    case CaseState::Parked:
        return Tone::Warning;
    case CaseState::NeedsCorrection:
    case CaseState::Rejected:
    case CaseState::Conflict:
        return Tone::Danger;
    case CaseState::Draft:
    case CaseState::Void:
        break;
    }
    return Tone::Neutral;
}

QString memberStatusText(const QString &status)
{
    // The lists need a shorter word than codes.csv has for the longer ones.
    if (status == "MENUNGGU_BAYAR"_L1)
        return Texts::tr("Waiting for payment");
    if (status == "NONAKTIF_MENUNGGAK"_L1)
        return Texts::tr("In arrears");
    if (status == "NONAKTIF_PHK_HABIS"_L1)
        return Texts::tr("Ended after dismissal");
    return codeLabel(u"member-status"_s, status);
}

Tone memberStatusTone(const QString &status)
{
    if (status == "AKTIF"_L1)
        return Tone::Ok;
    if (status == "CALON"_L1 || status == "MENUNGGU_BAYAR"_L1 || status == "NONAKTIF_AKHIR_BULAN"_L1)
        return Tone::Warning;
    if (status == "NONAKTIF_MENUNGGAK"_L1 || status == "NONAKTIF_PHK_HABIS"_L1)
        return Tone::Danger;
    return Tone::Neutral;
}

QString relationText(const QString &relation, const QString &kin)
{
    if (relation == "head"_L1)
        return Texts::tr("Head");
    return relation == "extra"_L1 && !kin.isEmpty() ? codeLabel(u"kin"_s, kin)
                                                    : codeLabel(u"relation"_s, relation);
}

QString segmentShort(const QString &segment)
{
    return segment.section(u'.', 0, 0).replace(u'-', u' ');
}

QString purgedText()
{
    return Texts::tr("Cleared away here after the centre had it for good; the centre can look it up.");
}

QString centreReasonText(const QString &reason)
{
    const QString code = reason.section(u':', 0, 0);
    for (const QString &kind : {u"verdict"_s, u"answer"_s, u"fault"_s}) {
        if (isCode(kind, code))
            return codeLabel(kind, code);
    }
    return {};
}

namespace {

/// Whether the centre itself said no, so that its reason tells more than the kind.
bool isAnswer(FailureKind kind)
{
    return kind == FailureKind::Later || kind == FailureKind::Denied || kind == FailureKind::Gone
        || kind == FailureKind::BadInput;
}

} // namespace

QString failureDetail(const Failure &failure)
{
    const QString word = failureWord(failure.kind);
    return failure.detail.isEmpty() ? word : word + u": "_s + failure.detail;
}

QString failureText(const Failure &failure)
{
    if (const QString reason = centreReasonText(failure.detail); isAnswer(failure.kind) && !reason.isEmpty())
        return reason + u'.';
    switch (failure.kind) {
    case FailureKind::Missing:
        return Texts::tr(
            "The store is not there. Look whether its folder was moved, then start Loket again.");
    case FailureKind::LockedByOther:
        return Texts::tr("This store is open in another Loket (process %1). Close that one first.")
            .arg(failure.detail);
    case FailureKind::Busy:
        return Texts::tr("The store is in use by another program (a virus scanner or a backup?). Nothing was "
                         "saved; try again in a moment. If it stays, tell support which programs run.");
    case FailureKind::Full:
        return Texts::tr("The disk is full. Nothing was saved. Make room, then save again.");
    case FailureKind::ReadOnly:
        return Texts::tr(
            "The store may not be written. Ask who looks after this computer for the right to write.");
    case FailureKind::Corrupt:
        return Texts::tr("The store is damaged. Work no further with it and call support.");
    case FailureKind::Io:
        return Texts::tr(
            "The disk reported an error. What was saved before is safe; try again, then call support.");
    case FailureKind::Newer:
        return Texts::tr("The store was written by a newer Loket. Update this program.");
    case FailureKind::Wiped:
        return Texts::tr("Everything on this counter was deleted by order of the centre. Nothing more can be "
                         "done here; call the centre.");
    case FailureKind::Stale:
        return Texts::tr("Somebody saved this meanwhile. Look at the new values, then decide.");
    case FailureKind::Network:
        return Texts::tr("The centre can't be reached. Everything stays saved here and is sent later.");
    case FailureKind::Later:
        return Texts::tr("The centre is busy. It is tried again by itself.");
    case FailureKind::Denied:
        return Texts::tr("The centre does not let this counter in. Call the branch office.");
    case FailureKind::Gone:
        return Texts::tr("The centre no longer keeps this. The data is loaded anew.");
    case FailureKind::Untrusted:
        return Texts::tr("What answered is not the centre. Nothing was sent; call the branch office.");
    case FailureKind::BadInput:
        return Texts::tr(
            "This can't be accepted as it is. Nothing was changed; tell support if it comes again.");
    case FailureKind::Conflict:
        return Texts::tr("This case was saved before with other content. Open the saved one.");
    case FailureKind::Cancelled:
        return Texts::tr("Cancelled. What was done so far is kept.");
    case FailureKind::Internal:
        break;
    }
    return Texts::tr(
        "Something went wrong inside Loket. Nothing was changed. Tell support what you did last.");
}

} // namespace Loket
