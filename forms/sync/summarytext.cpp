// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/summarytext.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "model/sync/syncengine.h"

#include <QCoreApplication>
#include <QStringList>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct SyncTexts {
    Q_DECLARE_TR_FUNCTIONS(Loket::SyncTexts)
};

constexpr const char *kContext = "Loket::SyncTexts";

struct CountedKind {
    const char *kind; ///< of SyncSummary::counts
    const char *text; ///< with %1, the number as people read it
};

constexpr CountedKind kKinds[] = {
    {"sent", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 sent")},
    {"accepted", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 accepted")},
    {"accepted-changed", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 accepted with changes")},
    {"needs-correction", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 to correct")},
    {"rejected", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 rejected")},
    {"conflict", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 to decide")},
    {"parked", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 held")},
    {"families", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 family(ies) renewed")},
    {"numbers", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 card number(s) received")},
    {"attachments", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 picture(s) sent")},
    {"errors", QT_TRANSLATE_N_NOOP("Loket::SyncTexts", "%1 error(s)")},
};

} // namespace

QString syncSummaryText(const SyncSummary &summary)
{
    QStringList parts;
    for (const CountedKind &one : kKinds) {
        const int count = summary.counts.value(QLatin1StringView(one.kind));
        if (count > 0)
            parts += QCoreApplication::translate(kContext, one.text, nullptr, count).arg(numberText(count));
    }
    QString words
        = parts.isEmpty() ? SyncTexts::tr("Nothing to do: everything is up to date") : parts.join(u" · "_s);
    if (summary.linkFailed)
        words += u'\n'
            + (summary.stoppedBy && summary.stoppedBy->kind != FailureKind::Network
                   ? failureText(*summary.stoppedBy)
                   : SyncTexts::tr("The centre could not be reached. The rest waits and is sent next time."));
    return words;
}

} // namespace Loket
