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

} // namespace

QString syncSummaryText(const SyncSummary &summary)
{
    const std::pair<QString, QString> kinds[] = {
        {u"sent"_s, SyncTexts::tr("%1 sent")},
        {u"accepted"_s, SyncTexts::tr("%1 accepted")},
        {u"accepted-changed"_s, SyncTexts::tr("%1 accepted with changes")},
        {u"needs-correction"_s, SyncTexts::tr("%1 to correct")},
        {u"rejected"_s, SyncTexts::tr("%1 rejected")},
        {u"conflict"_s, SyncTexts::tr("%1 to decide")},
        {u"parked"_s, SyncTexts::tr("%1 held")},
        {u"families"_s, SyncTexts::tr("%1 families renewed")},
        {u"numbers"_s, SyncTexts::tr("%1 card numbers received")},
        {u"attachments"_s, SyncTexts::tr("%1 pictures sent")},
        {u"errors"_s, SyncTexts::tr("%1 errors")},
    };
    QStringList parts;
    for (const auto &[kind, text] : kinds) {
        if (const int count = summary.counts.value(kind); count > 0)
            parts += text.arg(numberText(count));
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
