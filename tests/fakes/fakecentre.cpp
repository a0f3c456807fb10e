// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakecentre.h"

#include "model/centre/centredesk.h"
#include "model/centre/daywork.h"
#include "model/centre/greeting.h"
#include "model/centre/leaseterms.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket::Fakes {

namespace {

constexpr qint64 kFirstCard = 4'000'000'001;
constexpr qint64 kUsualBlock = 200;
/// More than a centre grants between two backups.
constexpr qint64 kSteppedOver = 1'000'000;
constexpr int kMostEntries = 1000;

bool isRead(const FeedLine &line, const CentreDevice &device, const QStringList &areas)
{
    return line.scope == "all"_L1 || line.scope == u"device:"_s + device.id
        || line.scope == u"office:"_s + device.office
        || (line.scope.startsWith("area:"_L1) && (areas.isEmpty() || areas.contains(line.scope.mid(5))));
}

Failure unknownDevice()
{
    return {FailureKind::Denied, u"device.unknown"_s};
}

} // namespace

FakeCentre::FakeCentre(const Clock &clock, const Context &context)
    : m_clock(clock)
    , m_context(context)
    , m_key(*DeviceKey::fromSeed(QByteArray(DeviceKey::kSeedBytes, 'c')))
    , m_box(BoxKey::of(*DeviceKey::fromSeed(QByteArray(DeviceKey::kSeedBytes, 'b'))))
{
    m_context.lookup = nullptr;
    m_kept.nextCard = kFirstCard;
    beginEpoch(0);
}

FakeCentre::~FakeCentre() = default;

void FakeCentre::beginEpoch(qint64 start)
{
    m_epochs += Epoch{u"0190c0de-0000-7000-8000-%1"_s.arg(m_epochs.size(), 12, 16, QLatin1Char('0')), start};
}

/// The centre's day is Jakarta's.
QDate FakeCentre::today() const
{
    return m_clock.nowUtc().toOffsetFromUtc(7 * 3600).date();
}

void FakeCentre::addOffice(const QString &code, const QString &name, const QStringList &areas)
{
    m_offices.insert(code, {name, 0});
    m_kept.book.setAreas(code, areas);
}

Enrolment FakeCentre::enrol(const EnrolRequest &request, const QString &office)
{
    if (!m_offices.contains(office))
        qFatal("no office %s", qPrintable(office));
    if (const auto before = m_enrolled.constFind(request.device); before != m_enrolled.constEnd())
        return *before; // its answer was lost
    Office &home = m_offices[office];
    CentreDevice device;
    device.id = request.device;
    device.office = office;
    device.publicKey = request.publicKey;
    device.boxKey = request.boxKey;
    m_kept.book.begin();
    (void)m_kept.book.putDevice(device); // never fails
    Enrolment made;
    made.centre = u"https://centre.example"_s;
    made.office = office;
    made.officeName = home.name;
    made.workstation = u"%1-%2"_s.arg(office).arg(++home.counters);
    made.epoch = epoch();
    made.centreKey = m_key.publicKey();
    made.centreBoxKey = m_box.publicKey();
    made.now = m_clock.nowUtc();
    made.officers = {{u"rina"_s, u"Rina Amelia"_s, u"petugas"_s},
                     {u"sari"_s, u"Sari Uji"_s, u"petugas"_s},
                     {u"budi"_s, u"Budi Santoso"_s, u"penyelia"_s}};
    made.certificate = signText("CERT",
                                {{u"device"_s, request.device},
                                 {u"office"_s, office},
                                 {u"workstation"_s, made.workstation},
                                 {u"key"_s, QString::fromLatin1(request.publicKey.toHex())},
                                 {u"until"_s, today().addYears(1).toString(Qt::ISODate)}},
                                m_key);
    m_enrolled.insert(request.device, made);
    return made;
}

void FakeCentre::setDevice(const QString &device, Welcome::Device state)
{
    auto known = m_kept.book.device(device);
    if (!known || !known.value())
        qFatal("no counter %s", qPrintable(device));
    known.value()->state = state;
    (void)m_kept.book.putDevice(*known.value());
}

void FakeCentre::seed(const QList<FamilyView> &families)
{
    for (const FamilyView &family : families)
        (void)m_kept.book.putFamily(family, QString());
}

void FakeCentre::announce(const QJsonObject &body)
{
    const FeedLine line{u"all"_s, u"announcement"_s, body, {}};
    (void)m_kept.book.tell(line);
    m_kept.standing.insert(u"announcement/"_s + body["id"_L1].toString(), line);
}

void FakeCentre::publishEdition(const QJsonObject &note, const QJsonObject &package)
{
    const QString id = note["id"_L1].toString();
    m_kept.editions.insert(id, signText("EDITION", package, m_key));
    const FeedLine line{u"all"_s, u"edition"_s, note, signText("EDITION", note, m_key)};
    (void)m_kept.book.tell(line);
    m_kept.standing.insert(u"edition/"_s + id, line);
}

void FakeCentre::publishFacilities(const QJsonObject &note, const QJsonObject &package)
{
    const QString id = note["id"_L1].toString();
    m_kept.editions.insert(id, signText("FACILITIES", package, m_key));
    const FeedLine line{u"all"_s, u"facilities"_s, note, signText("FACILITIES", note, m_key)};
    (void)m_kept.book.tell(line);
    m_kept.standing.insert(u"facilities/"_s + id, line);
}

void FakeCentre::order(const QString &device, const QJsonObject &body)
{
    (void)m_kept.book.tell({u"device:"_s + device, u"device"_s, body, signText("ORDER", body, m_key)});
}

void FakeCentre::markDurable()
{
    const QHash<QString, CentreDevice> devices = m_kept.book.devices();
    for (CentreDevice device : devices) {
        device.durableSeq = device.nextSeq - 1;
        (void)m_kept.book.putDevice(device);
    }
}

void FakeCentre::restore(const Copy &copy)
{
    m_kept = copy;
    m_kept.book.begin();
    m_kept.nextCard += kSteppedOver;
    m_arriving.clear();
    m_workedOn = {};
    beginEpoch(head());
}

qint64 FakeCentre::epochStart(const QString &epoch) const
{
    const auto named
        = std::find_if(m_epochs.cbegin(), m_epochs.cend(), [&](const Epoch &one) { return one.id == epoch; });
    QList<qint64> starts;
    for (auto later = named; later != m_epochs.cend() && ++later != m_epochs.cend();)
        starts += later->start;
    return partingOf(epoch, named != m_epochs.cend(), starts, head());
}

Outcome<Welcome> FakeCentre::hello(const QString &device, const CounterState &state)
{
    const auto known = m_kept.book.device(device);
    if (!known || !known.value())
        return fail(unknownDevice());
    for (const SignedText &proof : state.leases)
        registerLease(device, proof);
    QList<FeedEntry> told;
    for (const FeedLine &line : m_kept.standing)
        told += FeedEntry{0, line.kind, line.body, line.proof};
    for (const FeedLine &line : m_kept.book.feed()) {
        if (line.kind == "device"_L1 && line.scope == u"device:"_s + device)
            told += FeedEntry{0, line.kind, line.body, line.proof};
    }
    return welcomeOf(*known.value(), state, {epoch(), head(), epochStart(state.epoch), m_clock.nowUtc()},
                     told, today());
}

Outcome<SubmitReply> FakeCentre::submit(const QString &device, const QList<Envelope> &envelopes)
{
    SubmitReply reply;
    CentreDesk desk(m_kept.book, m_context, &m_key, today());
    for (const Envelope &envelope : envelopes) {
        ++m_deliveries;
        m_kept.book.begin();
        auto receipt = desk.receive(device, envelope);
        if (!receipt) {
            m_kept.book.rollBack();
            return fail(receipt.error());
        }
        reply.receipts += receipt.take();
    }
    const auto now = m_kept.book.device(device);
    if (now && now.value()) {
        reply.expectedSeq = now.value()->nextSeq;
        reply.durableSeq = now.value()->durableSeq;
    }
    return reply;
}

/// As a centre does at the beginning of its day.
void FakeCentre::doDayWork()
{
    if (m_workedOn == today())
        return;
    m_workedOn = today();
    m_kept.book.begin();
    DayWork work(m_kept.book, m_workedOn);
    for (auto looked = work.step(); looked && looked.value() > 0;)
        looked = work.step();
}

Outcome<FeedPage> FakeCentre::changes(const QString &device, const QString &epoch, qint64 cursor, int limit)
{
    const auto known = m_kept.book.device(device);
    if (!known || !known.value())
        return fail(unknownDevice());
    if (cursor < 0 || limit < 1)
        return fail(Failure{FailureKind::BadInput, u"changes.query"_s});
    doDayWork();
    if ((!epoch.isEmpty() && epoch != this->epoch()) || cursor > head())
        return fail(Failure{FailureKind::Gone, u"epoch.other"_s});
    if (cursor < m_forgotten)
        return fail(Failure{FailureKind::Gone, u"cursor.old"_s});
    const auto areas = m_kept.book.areasOf(known.value()->office);
    if (!areas)
        return fail(areas.error());
    FeedPage page;
    page.epoch = this->epoch();
    page.durableSeq = known.value()->durableSeq;
    page.next = head(); // what lies between is for others
    for (qint64 place = cursor; place < head(); ++place) {
        const FeedLine &line = m_kept.book.feed().at(place);
        if (!isRead(line, *known.value(), areas.value()))
            continue;
        if (page.entries.size() == qMin(limit, kMostEntries)) {
            page.more = true;
            page.next = page.entries.last().seq;
            break;
        }
        page.entries += FeedEntry{place + 1, line.kind, line.body, line.proof};
    }
    return page;
}

bool FakeCentre::isFree(qint64 low, qint64 high) const
{
    const auto &leases = m_kept.book.leases();
    return std::none_of(leases.cbegin(), leases.cend(), [&](const MemoryLease &lease) {
        return lease.grant.low <= high && low <= lease.grant.high;
    });
}

Outcome<LeaseGrant> FakeCentre::lease(const QString &device, const LeaseRequest &request)
{
    if (const auto refused = refusedLease(request))
        return fail(*refused);
    const auto known = m_kept.book.device(device);
    if (!known || !known.value() || known.value()->state != Welcome::Device::Active)
        return fail(unknownDevice());
    for (const MemoryLease &before : m_kept.book.leases()) {
        if (before.device == device && before.request == request.request)
            return before.grant;
    }
    LeaseTerms terms;
    terms.size = leaseSize(request, kUsualBlock);
    while (!isFree(m_kept.nextCard, m_kept.nextCard + terms.size - 1))
        m_kept.nextCard += terms.size; // a restored centre learns late of what it granted
    terms.lease = u"0190cafe-0000-7000-8000-%1"_s.arg(++m_leases, 12, 16, QLatin1Char('0'));
    terms.low = m_kept.nextCard;
    terms.device = device;
    terms.publicKey = known.value()->publicKey;
    terms.now = m_clock.nowUtc();
    terms.epoch = epoch();
    m_kept.nextCard += terms.size;
    const LeaseGrant grant = grantLease(terms, m_key);
    m_kept.book.putLease({device, request.request, grant});
    const QJsonObject text = QJsonDocument::fromJson(grant.proof.text).object();
    (void)m_kept.book.tell({u"device:"_s + device, u"lease"_s, text, grant.proof}); // never fails
    return grant;
}

Outcome<Nothing> FakeCentre::returnLease(const QString &device, const QString &leaseId, qint64 next)
{
    MemoryLease lease = m_kept.book.leases().value(leaseId);
    if (lease.device != device || device.isEmpty())
        return fail(Failure{FailureKind::BadInput, u"lease.unknown"_s});
    if (const auto refused = refusedReturn(lease.grant.low, lease.grant.high, lease.returnedFrom, next))
        return fail(*refused);
    lease.returnedFrom = next;
    m_kept.book.putLease(lease);
    return Nothing();
}

void FakeCentre::registerLease(const QString &device, const SignedText &proof)
{
    const auto shown = genuineLease(proof, device, m_key.publicKey());
    if (!shown)
        return;
    const LeaseGrant &grant = *shown;
    if (!m_kept.book.leases().contains(grant.leaseId) && isFree(grant.low, grant.high))
        m_kept.book.putLease({device, u"proof:"_s + grant.leaseId, grant});
}

} // namespace Loket::Fakes
