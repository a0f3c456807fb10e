// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/officecaseport.h"

#include "forms/capture/takephoto.h"
#include "forms/capture/takescan.h"
#include "forms/capture/takesignature.h"
#include "forms/common/correction.h"
#include "forms/common/office.h"
#include "model/imaging/scanreader.h"
#include "model/rulebook/rulebook.h"

#include <QPointer>

namespace Loket {

OfficeCasePort::OfficeCasePort(Office &office, Dialogs &dialogs, const CaptureTools &tools,
                               ApplicantScreen *screen)
    : m_office(office)
    , m_dialogs(dialogs)
    , m_tools(tools)
    , m_screen(screen)
    , m_scans(std::make_shared<const ScanReader>())
{
}

Assessment OfficeCasePort::assess(const Case &content) const
{
    return m_office.assess(content);
}

const Rulebook &OfficeCasePort::rulebook(QDate day) const
{
    return m_office.context().rulebooks->on(day);
}

const RegionIndex *OfficeCasePort::regions() const
{
    return m_office.context().regions;
}

const FacilityIndex *OfficeCasePort::facilities() const
{
    return m_office.context().facilities;
}

QDateTime OfficeCasePort::nowUtc() const
{
    return m_office.clock().nowUtc();
}

QDate OfficeCasePort::today() const
{
    return m_office.today();
}

std::optional<FamilyView> OfficeCasePort::family(const Case &content) const
{
    auto answer = content.family.kk.isEmpty() ? m_office.familyByCard(content.family.card)
                                              : m_office.family(content.family.kk);
    if (!answer || !answer.value())
        return std::nullopt;
    return asOf(*answer.take(), content.date);
}

QFuture<Outcome<SearchAnswer>> OfficeCasePort::search(const QString &text, int limit)
{
    return m_office.search(text, limit);
}

QFuture<Outcome<QString>> OfficeCasePort::saveDraft(const Case &content)
{
    return m_office.saveDraft(content);
}

std::function<void()> OfficeCasePort::discarder(const QString &id) const
{
    return [office = QPointer<Office>(&m_office), id] {
        if (office)
            office->discardDraft(id);
    };
}

QFuture<Outcome<Submitted>> OfficeCasePort::submit(const Case &content)
{
    return m_office.submit(content);
}

QFuture<Outcome<Nothing>> OfficeCasePort::park(const QString &draftId, const QString &note, QDate promised)
{
    return m_office.parkDraft(draftId, note, promised);
}

QFuture<Outcome<Nothing>> OfficeCasePort::handOver(const QString &draftId, const QString &officer)
{
    return m_office.handOver(draftId, officer);
}

QList<Officer> OfficeCasePort::otherOfficers() const
{
    QList<Officer> others = m_office.officers();
    others.removeIf([this](const Officer &one) { return one.id == m_office.officer().id; });
    return others;
}

QFuture<Outcome<QString>> OfficeCasePort::voidCase(const QString &id, const QString &reason)
{
    return m_office.voidCase(id, reason);
}

std::optional<CaseRecord> OfficeCasePort::record(const QString &id) const
{
    auto answer = m_office.caseById(id);
    return answer ? answer.take() : std::nullopt;
}

Case OfficeCasePort::correctionOf(const CaseRecord &record) const
{
    return Loket::correctionOf(m_office, record);
}

QString OfficeCasePort::postcodeOf(const QString &village) const
{
    return m_office.postcodeOf(village);
}

qint64 OfficeCasePort::numbersLeft() const
{
    return m_office.status().numbersLeft;
}

void OfficeCasePort::takePhoto(QWidget *parent, const QString &who,
                               std::function<void(const TakenPhoto &)> done)
{
    Loket::takePhoto(parent, m_office, m_dialogs, m_tools, who, std::move(done));
}

void OfficeCasePort::takeSignature(QWidget *parent, const QString &who, const QString &statement,
                                   std::function<void(const QString &)> done)
{
    Loket::takeSignature(parent, m_office, m_dialogs, m_screen, who, statement, std::move(done));
}

QByteArray OfficeCasePort::blob(const QString &name) const
{
    return m_office.blob(name);
}

void OfficeCasePort::takeScan(QWidget *parent, const QString &document, const QString &what, QDate day,
                              std::function<void(const QString &)> done)
{
    Loket::takeScan(parent, m_office, m_dialogs, m_tools, m_scans, what,
                    scanRule(rulebook(day), document, day), std::move(done));
}

void OfficeCasePort::showScan(QWidget *parent, const QString &what, const QString &name)
{
    Loket::showScan(parent, m_office, m_dialogs, what, name);
}

} // namespace Loket
