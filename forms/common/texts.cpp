// SPDX-License-Identifier: Apache-2.0
#include "forms/common/texts.h"

#include "forms/common/language.h"
#include "model/rulebook/codes.h"

#include <QCoreApplication>
#include <QHash>

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
    switch (state) {
    case CaseState::Draft:
        return Texts::tr("draft");
    case CaseState::Queued:
        return Texts::tr("saved, waiting to be sent");
    case CaseState::WaitingApproval:
        return Texts::tr("waiting for the supervisor");
    case CaseState::Sending:
        return Texts::tr("being sent");
    case CaseState::Received:
        return Texts::tr("received by the server");
    case CaseState::Accepted:
        return Texts::tr("accepted");
    case CaseState::AcceptedChanged:
        return Texts::tr("accepted with changes");
    case CaseState::NeedsCorrection:
        return Texts::tr("needs correction");
    case CaseState::Rejected:
        return Texts::tr("rejected");
    case CaseState::Conflict:
        return Texts::tr("needs a decision");
    case CaseState::Parked:
        return Texts::tr("held back");
    case CaseState::Void:
        return Texts::tr("cancelled");
    }
    return {};
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
    static const QHash<QString, const char *> texts = {
        {u"CALON"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Applicant")},
        {u"MENUNGGU_BAYAR"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Waiting for payment")},
        {u"AKTIF"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Active")},
        {u"NONAKTIF_MENUNGGAK"_s, QT_TRANSLATE_NOOP("Loket::Texts", "In arrears")},
        {u"NONAKTIF_AKHIR_BULAN"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Ends this month")},
        {u"NONAKTIF_PHK_HABIS"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Ended after dismissal")},
        {u"MENINGGAL"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Deceased")},
        {u"ALIH_SEGMEN"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Changing segment")},
    };
    const auto text = texts.constFind(status);
    return text == texts.cend() ? status : QCoreApplication::translate("Loket::Texts", *text);
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
    if (relation == "extra"_L1 && !kin.isEmpty())
        return codeLabel(u"kin"_s, kin);
    static const QHash<QString, const char *> texts = {
        {u"head"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Head")},
        {u"husband"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Husband")},
        {u"wife"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Wife")},
        {u"child"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Child")},
        {u"extra"_s, QT_TRANSLATE_NOOP("Loket::Texts", "Other family")},
    };
    const auto text = texts.constFind(relation);
    return text == texts.cend() ? relation : QCoreApplication::translate("Loket::Texts", *text);
}

QString failureText(const Failure &failure)
{
    switch (failure.kind) {
    case FailureKind::Missing:
        return Texts::tr(
            "The store is not there. Look whether its folder was moved, then start Loket again.");
    case FailureKind::LockedByOther:
        return Texts::tr("This store is open in another Loket (process %1). Close that one first.")
            .arg(failure.detail);
    case FailureKind::Busy:
        return Texts::tr("The store is busy. Try again in a moment.");
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
    case FailureKind::Stale:
        return Texts::tr("Somebody saved this meanwhile. Look at the new values, then decide.");
    case FailureKind::Network:
        return Texts::tr("The centre can't be reached. Everything stays saved here and is sent later.");
    case FailureKind::BadInput:
        return Texts::tr("This can't be accepted: %1").arg(failure.detail);
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
