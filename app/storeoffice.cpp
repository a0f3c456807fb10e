// SPDX-License-Identifier: Apache-2.0
#include "app/storeoffice.h"

#include "app/counterclock.h"
#include "app/enrolthread.h"
#include "app/searchthread.h"
#include "app/storecards.h"
#include "app/syncpilot.h"
#include "app/syncthread.h"
#include "forms/common/officewords.h"
#include "forms/common/preferences.h"
#include "forms/common/whendone.h"
#include "model/rulebook/rulebook.h"
#include "model/services/purging.h"
#include "model/store/bytestore.h"
#include "model/store/store.h"

#include <algorithm>
#include <chrono>

namespace Loket {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr auto kCardsPause = 250ms; ///< between two readings while a batch writes
}

Outcome<std::unique_ptr<StoreOffice>> StoreOffice::open(Store &store, const Context &context,
                                                        CounterClock &clock, const Preferences &preferences,
                                                        CentreFactory centre)
{
    auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    std::unique_ptr<StoreOffice> office(
        new StoreOffice(store, context, clock, preferences, std::move(centre), reader.take()));
    if (const auto chosen = office->chooseOfficer(); !chosen)
        return fail(chosen.error());
    if (const auto status = office->m_reader->status(); !status)
        return fail(status.error());
    const auto known = office->m_reader->outbox().centre();
    if (!known)
        return fail(known.error());
    office->reread();
    office->startPilot(known.value().device);
    office->purge();
    return office;
}

StoreOffice::StoreOffice(Store &store, const Context &context, CounterClock &clock,
                         const Preferences &preferences, CentreFactory centre,
                         std::unique_ptr<StoreReader> reader)
    : m_store(store)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_reader(std::move(reader))
    , m_context(context)
    , m_service(store, context)
    , m_search(std::make_unique<SearchThread>(store))
    , m_cardsPace(kCardsPause, [this] {
        if (reread())
            Q_EMIT changed();
    })
{
    m_context.today = m_clock.today();
    m_context.lookup = &m_reader->lookup();
    m_cards = std::make_unique<StoreCards>(
        store, *m_reader, m_context, [this] { return actor(); }, [this] { m_cardsPace.ask(); });
    m_enrolThread = std::make_unique<EnrolThread>(store);
    m_syncThread = std::make_unique<SyncThread>(store, m_context, std::move(centre));
    connect(m_syncThread.get(), &SyncThread::progressed, this, &StoreOffice::noteProgress);
    connect(m_syncThread.get(), &SyncThread::finished, this, &StoreOffice::endSync);
    connect(&m_syncTick, &QTimer::timeout, this, &StoreOffice::followSync);
    connect(&m_dayTick, &QTimer::timeout, this, &StoreOffice::lookAtDay);
    connect(&m_dayTick, &QTimer::timeout, this, &StoreOffice::lookAtWipe);
    m_dayTick.start(20s);
}

StoreOffice::~StoreOffice() = default;

Outcome<Nothing> StoreOffice::chooseOfficer()
{
    const auto officers = m_reader->officers();
    if (!officers)
        return fail(officers.error());
    m_officers = officers.value();
    // Who worked here last; at first an ordinary officer, not a supervisor.
    const auto rank = [this](const Officer &one) {
        return one.id == m_preferences.officer() ? 0 : one.role == "petugas"_L1 ? 1 : 2;
    };
    const auto chosen
        = std::min_element(m_officers.cbegin(), m_officers.cend(),
                           [&](const Officer &a, const Officer &b) { return rank(a) < rank(b); });
    m_officer = chosen == m_officers.cend() ? Officer() : *chosen;
    return Nothing();
}

/// Step by step behind whatever waits, until nothing is left or the window closes.
void StoreOffice::purge()
{
    if (m_status.isTrial)
        return;
    const int days = purgeDays(m_context.rulebooks->on(m_context.today));
    whenDone(purgeSome(m_store, actor(), days), this, [this](const Outcome<PurgeCount> &some) {
        if (some && some.value().isMore)
            purge();
        else if (some && reread())
            Q_EMIT changed();
    });
}

void StoreOffice::startPilot(const QString &device)
{
    m_pilot = std::make_unique<SyncPilot>(device, m_clock);
    connect(m_pilot.get(), &SyncPilot::due, this, [this] { runSync(false); });
    if (!m_status.isTrial && m_centre.isSyncEnabled)
        m_pilot->begin();
}

const Clock &StoreOffice::clock() const
{
    return m_clock;
}

Actor StoreOffice::actor() const
{
    return {m_officer.id, m_officer.role, m_status.workstation};
}

void StoreOffice::setOfficer(const QString &id)
{
    for (const Officer &one : m_officers) {
        if (one.id != id)
            continue;
        m_officer = one;
        Q_EMIT officerChanged();
        return;
    }
}

QString StoreOffice::channel() const
{
    return m_preferences.channel();
}

void StoreOffice::setTrialDay(QDate day)
{
    if (!m_status.isTrial)
        return;
    m_clock.moveTo(day);
    lookAtDay();
}

bool StoreOffice::isDayMoved() const
{
    return m_clock.isMoved();
}

void StoreOffice::lookAtDay()
{
    if (m_context.today == m_clock.today())
        return;
    m_context.today = m_clock.today();
    reread();
    m_store.keepReserve(); // as at the start: a counter may be open for weeks
    purge();
    Q_EMIT dayChanged();
    Q_EMIT changed();
}

std::optional<Problem> StoreOffice::beginProblem()
{
    reread(); // what can't be read is told by what the officer does next
    return Loket::beginProblem(m_status, m_context.rulebooks->on(m_context.today), m_clock.nowUtc());
}

QFuture<Outcome<SearchAnswer>> StoreOffice::search(const QString &text, int limit)
{
    return m_search->search(text, limit);
}

Outcome<std::optional<FamilyView>> StoreOffice::family(const QString &kk)
{
    return m_reader->familyByKk(kk);
}

Outcome<std::optional<FamilyView>> StoreOffice::familyByCard(const QString &card)
{
    return m_reader->familyByCard(card);
}

Outcome<std::optional<CaseRecord>> StoreOffice::caseById(const QString &id)
{
    const auto typed = CaseId::fromText(id);
    return typed ? m_reader->caseById(*typed) : std::optional<CaseRecord>();
}

Outcome<QList<CaseRecord>> StoreOffice::cases(qint64 before, int limit)
{
    return m_reader->cases(before, limit);
}

Outcome<QList<DraftSummary>> StoreOffice::drafts()
{
    return m_reader->drafts(m_officer.id);
}

Outcome<std::optional<Case>> StoreOffice::draft(const QString &id)
{
    return m_reader->draft(id);
}

Outcome<QList<DraftSummary>> StoreOffice::parked()
{
    return m_reader->parked();
}

Outcome<QList<FollowUp>> StoreOffice::followUps(int limit)
{
    const Rulebook &rules = m_context.rulebooks->on(m_context.today);
    FollowUpSpans spans{m_context.today};
    spans.babyMonths = int(rules.number(u"newborn.nik-months"_s));
    spans.letterMonths = int(rules.number(u"dependants.letter-months"_s));
    spans.decisionDays = int(rules.number(u"conflict.days"_s));
    spans.officer = m_officer.id;
    spans.seesAll = m_officer.role == "penyelia"_L1;
    return m_reader->followUps(spans, limit);
}

QString StoreOffice::postcodeOf(const QString &village)
{
    const auto postcode = m_reader->postcodeOf(village);
    return postcode ? postcode.value() : QString(); // only a suggestion: the officer types it then
}

QByteArray StoreOffice::blob(const QString &name)
{
    const auto bytes = m_store.blobs().get(name);
    return bytes ? bytes.value() : QByteArray();
}

QFuture<Outcome<QString>> StoreOffice::putBlob(const QByteArray &bytes)
{
    return m_store.blobs().put(bytes, ByteStore::typeOf(bytes));
}

QFuture<Outcome<Submitted>> StoreOffice::submit(const Case &content)
{
    auto future = written(m_service.submit(content, actor()));
    whenDone(future, this, [this](const Outcome<Submitted> &answer) {
        if (answer && answer.value().kind == Submitted::Kind::Saved)
            m_pilot->saved();
    });
    return future;
}

QFuture<Outcome<QString>> StoreOffice::saveDraft(const Case &content)
{
    return written(m_service.saveDraft(content, actor()));
}

QFuture<Outcome<Nothing>> StoreOffice::discardDraft(const QString &id)
{
    return written(m_service.discardDraft(id, actor()));
}

QFuture<Outcome<Nothing>> StoreOffice::parkDraft(const QString &draftId, const QString &note, QDate promised)
{
    return written(m_service.parkDraft(draftId, note, promised, actor()));
}

QFuture<Outcome<Nothing>> StoreOffice::handOver(const QString &draftId, const QString &officerId)
{
    return written(m_service.handOver(draftId, officerId, actor()));
}

QFuture<Outcome<QString>> StoreOffice::voidCase(const QString &id, const QString &reason)
{
    return written(m_service.voidCase(id, reason, actor()));
}

QFuture<Outcome<int>> StoreOffice::notePrinted(const QString &what, const QString &reference,
                                               const QString &reason)
{
    return written(m_service.notePrinted(what, reference, reason, actor()));
}

CardLedger &StoreOffice::cards()
{
    return *m_cards;
}

bool StoreOffice::reread()
{
    m_cards->reread();
    const auto status = m_reader->status();
    if (status)
        m_status = status.value();
    const int days = int(m_context.rulebooks->on(m_context.today).number(u"conflict.days"_s));
    if (const auto centre = m_reader->outbox().centre(m_context.today.addDays(-days).startOfDay().toUTC()))
        m_centre = centre.value();
    return bool(status);
}

} // namespace Loket
