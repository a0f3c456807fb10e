// SPDX-License-Identifier: Apache-2.0
#include "forms/common/officewords.h"

#include "forms/common/format.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct OfficeWords {
    Q_DECLARE_TR_FUNCTIONS(Loket::OfficeWords)
};

} // namespace

int waitingToSend(const StoreStatus &status)
{
    return status.outbox.value(caseStateWord(CaseState::Queued))
        + status.outbox.value(caseStateWord(CaseState::Sending));
}

QString linkText(Link link)
{
    switch (link) {
    case Link::Trial:
        return OfficeWords::tr("Trial centre, built in");
    case Link::Online:
        return OfficeWords::tr("Connected to the centre");
    case Link::Offline:
        break;
    }
    return OfficeWords::tr("No network");
}

Tone linkTone(Link link)
{
    return link == Link::Online ? Tone::Ok : link == Link::Trial ? Tone::Info : Tone::Warning;
}

QString lastSyncText(const StoreStatus &status, const QDateTime &now)
{
    return status.lastSync.isValid() ? OfficeWords::tr("Last sync %1").arg(momentText(status.lastSync, now))
                                     : OfficeWords::tr("Never synchronised");
}

} // namespace Loket
