// SPDX-License-Identifier: Apache-2.0
#include "forms/common/officewords.h"

#include "forms/common/format.h"

#include <QCoreApplication>
#include <QUrl>

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
    case Link::Off:
        return OfficeWords::tr("Automatic sync is off");
    case Link::Refused:
        return OfficeWords::tr("The centre refuses this counter");
    case Link::Offline:
        break;
    }
    return OfficeWords::tr("No network");
}

QString linkText(const Office &office)
{
    const Link link = office.link();
    const SyncState state = office.syncState();
    if (link != Link::Offline)
        return linkText(link);
    if (!state.offlineSince.isValid())
        return OfficeWords::tr("Not connected yet");
    return OfficeWords::tr("No network since %1")
        .arg(momentText(state.offlineSince, office.clock().nowUtc()));
}

Tone linkTone(Link link)
{
    switch (link) {
    case Link::Online:
        return Tone::Ok;
    case Link::Trial:
        return Tone::Info;
    case Link::Refused:
        return Tone::Danger;
    case Link::Offline:
    case Link::Off:
        break;
    }
    return Tone::Warning;
}

QString centreText(const CentreView &centre)
{
    const QString host = QUrl(centre.url).authority();
    return centre.url.isEmpty() ? OfficeWords::tr("Trial centre, built in")
        : host.isEmpty()        ? centre.url
                                : host;
}

QString lastSyncText(const StoreStatus &status, const QDateTime &now)
{
    return status.lastSync.isValid() ? OfficeWords::tr("Last sync %1").arg(momentText(status.lastSync, now))
                                     : OfficeWords::tr("Never synchronised");
}

} // namespace Loket
