// SPDX-License-Identifier: Apache-2.0
#include "forms/common/worktexts.h"

#include "forms/common/format.h"
#include "forms/common/language.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// The context of these strings in the translation.
struct WorkTexts {
    Q_DECLARE_TR_FUNCTIONS(Loket::WorkTexts)
};

} // namespace

QString workTitle(const WorkState &work)
{
    switch (work.stop) {
    case WorkStop::Wiping:
        return WorkTexts::tr("Counter is being wiped");
    case WorkStop::Revoked:
        return WorkTexts::tr("Counter revoked");
    case WorkStop::Copied:
    case WorkStop::Frozen:
        return WorkTexts::tr("Counter frozen");
    case WorkStop::ProgramTooOld:
        return WorkTexts::tr("Loket is too old");
    case WorkStop::None:
        break;
    }
    return {};
}

QString workSentence(const WorkState &work)
{
    switch (work.stop) {
    case WorkStop::Wiping:
        return WorkTexts::tr(
            "The centre ordered that everything on this counter is deleted. What was not sent "
            "goes out first. Loket closes its work by itself then.");
    case WorkStop::Revoked:
        return WorkTexts::tr("The centre takes nothing more from this counter. No new case can be made here; "
                             "what was saved stays. Call the centre.");
    case WorkStop::Copied:
        return WorkTexts::tr(
            "The centre found a second counter with the same identity. No new case can be made "
            "here; what was saved stays. Call the centre.");
    case WorkStop::Frozen:
        return WorkTexts::tr("The centre froze this counter. No new case can be made here; what was saved is "
                             "sent all the same. Call the centre.");
    case WorkStop::ProgramTooOld:
        return WorkTexts::tr(
            "The centre takes no new cases from this version of Loket. What was saved is sent "
            "all the same. Update the program.");
    case WorkStop::None:
        break;
    }
    return {};
}

QString workReason(const WorkState &work)
{
    return currentLanguage() == "en"_L1 ? work.reasonEn : work.reasonId;
}

QString workWarning(const WorkState &work)
{
    if (!work.mayBegin() || !work.tooOldFrom.isValid())
        return {};
    return WorkTexts::tr("From %1 on the centre takes no new cases from this version of Loket. Update the "
                         "program before.")
        .arg(longDateText(work.tooOldFrom));
}

} // namespace Loket
