// SPDX-License-Identifier: Apache-2.0
#include "forms/common/officewords.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "model/rulebook/rulebook.h"

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

QString waitText(const UnsentStanding &unsent, const QDateTime &now)
{
    if (!unsent.oldest.isValid())
        return {};
    return unsent.days > 0 ? OfficeWords::tr("%n day(s), since %1", nullptr, unsent.days)
                                 .arg(longDateText(unsent.oldest.toLocalTime().date()))
                           : OfficeWords::tr("since %1").arg(momentText(unsent.oldest, now));
}

QString unsentText(const UnsentStanding &unsent)
{
    if (unsent.pressure == Pressure::None)
        return {};
    const QString wait = OfficeWords::tr("The oldest unsent case waits for %n day(s)", nullptr, unsent.days);
    const QString all = OfficeWords::tr("%1; %n case(s) wait in all.", nullptr, unsent.cases).arg(wait);
    if (unsent.pressure == Pressure::Frozen)
        return OfficeWords::tr(
                   "%1 No new case can be begun until something was sent; drafts can be kept, and "
                   "what waits still goes out.")
            .arg(all);
    return unsent.isByAge
        ? OfficeWords::tr("%1 From %2 on no new case can be begun.").arg(all, longDateText(unsent.from))
        : OfficeWords::tr("%1 With %2 unsent cases no new one can be begun.")
              .arg(all, numberText(unsent.mostCases));
}

Tone pressureTone(Pressure pressure)
{
    switch (pressure) {
    case Pressure::None:
        break;
    case Pressure::Warning:
        return Tone::Warning;
    case Pressure::Urgent:
    case Pressure::Frozen:
        return Tone::Danger;
    }
    return Tone::Neutral;
}

QString diskText(const Office &office)
{
    const RulebookLibrary *rulebooks = office.context().rulebooks;
    if (!rulebooks)
        return {};
    const auto problem = diskProblem(office.status(), rulebooks->on(office.today()));
    return problem ? problemText(*problem, {}) + u'.' : QString();
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

QString officerName(const Office &office, const QString &id)
{
    for (const Officer &officer : office.officers()) {
        if (officer.id == id)
            return officer.name;
    }
    return id;
}

} // namespace Loket
