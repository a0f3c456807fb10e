// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/faultstory.h"

#include "model/store/bytestore.h"
#include "model/store/centrestore.h"
#include "model/store/devicestore.h"
#include "model/store/outbox.h"
#include "model/store/writer.h"
#include "model/sync/enrolment.h"
#include "tests/fakes/ctlprocess.h"
#include "tests/fakes/twooffices.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket::Fakes {

namespace {

constexpr auto kOffice = "0901";
constexpr auto kOther = "0902";
constexpr int kMostRounds = 3;

QString scratch()
{
    return QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/loket-faults-XXXXXX"_s
                                                 : QDir::tempPath() + u"/loket-faults-XXXXXX"_s;
}

Context contextOn(const Clock &clock)
{
    static const FakeOffice office; // has loaded rules, regions and facilities
    Context context = office.context();
    context.today = clock.today();
    return context;
}

/// The same person in two families: the centre refuses the second.
Case ofAnothersNik(Case content, int number)
{
    content.family.members[0].nik = registration(number).family.members.first().nik;
    return content;
}

Case correcting(Case content, const QString &id)
{
    content.corrects = id;
    return content;
}

} // namespace

StoryFolders::StoryFolders()
{
    FakeOffice office(trial.path());
    Case content = registration(FaultStory::kTriedOut, 2);
    content.family.members[0].photo
        = must(office.store().blobs().put(FaultStory::picture('t'), u"image/jpeg"_s).result());
    content.family.members[0].photoWaived.clear();
    office.submit(content);
    office.sync();
    request = must(enrolRequest(office.store(), u"code"_s));

    FakeOffice second(other.path());
    FakeCentre centre(second.clock, second.context());
    centre.addOffice(QLatin1StringView(kOther), u"Depok"_s);
    otherRequest = must(enrolRequest(second.store(), u"code"_s));
    must(enrolStore(second.store(), centre.enrol(otherRequest, QLatin1StringView(kOther)), second.actor));
}

FaultStory::FaultStory(const StoryFolders &folders, LinePlan line, const FaultPlan &store, bool isForgetful)
    : m_context(contextOn(m_clock))
    , m_centre(m_clock, m_context)
    , m_dir(scratch())
    , m_request(folders.request)
    , m_otherDevice(folders.otherRequest.device)
    , m_line(line)
    , m_store(store)
{
    FaultVfs::use(FaultPlan());
    m_centre.addOffice(QLatin1StringView(kOffice), u"Jakarta Selatan"_s, {u"31.74"_s});
    m_centre.addOffice(QLatin1StringView(kOther), u"Depok"_s, {u"31.74"_s, u"32.76"_s});
    m_centre.enrol(folders.otherRequest, QLatin1StringView(kOther));
    m_centre.book().setForgetful(isForgetful);
    copyStore(folders.trial.path(), m_dir.filePath(u"one"_s));
    copyStore(folders.other.path(), m_dir.filePath(u"two"_s));
}

FaultStory::~FaultStory()
{
    FaultVfs::use(FaultPlan());
}

QString FaultStory::play()
{
    FaultVfs::use(m_store);
    using Chapter = QString (FaultStory::*)();
    for (const Chapter chapter :
         {&FaultStory::begin, &FaultStory::firstDay, &FaultStory::conflict, &FaultStory::nextMonth}) {
        if (const QString fault = (this->*chapter)(); !fault.isEmpty())
            return fault;
    }
    if (!m_isMended)
        m_files = FaultVfs::counts();
    mend();
    return judgeAtRest();
}

/// The other office was there before; the counter enrols, gets numbers and its mirror.
QString FaultStory::begin()
{
    elsewhere({registration(5, 2)});
    m_centre.announce({{u"id"_s, u"a1"_s},
                       {u"from"_s, u"2022-03-01"_s},
                       {u"until"_s, u"2022-12-31"_s},
                       {u"level"_s, u"info"_s},
                       {u"title"_s, QJsonObject{{u"id"_s, u"Libur"_s}, {u"en"_s, u"Holiday"_s}}},
                       {u"text"_s, QJsonObject{{u"id"_s, u"Libur"_s}, {u"en"_s, u"Holiday"_s}}}});
    const QString fault = enrol();
    return fault.isEmpty() ? settle() : fault;
}

QString FaultStory::firstDay()
{
    elsewhere({registration(6, 1)});
    Case twice = ofAnothersNik(registration(3), 6);
    if (QString fault = submit({registration(1, 3), registration(2, 2)}, true); !fault.isEmpty())
        return fault;
    if (QString fault = submit({twice}); !fault.isEmpty())
        return fault;
    return settle();
}

/// Both offices change the street of one family; what is wrong is corrected.
QString FaultStory::conflict()
{
    elsewhere({});
    elsewhere({newStreet(2, u"Jl. Mawar 2"_s)});
    const Case street = newStreet(1, u"Jl. Melati 1"_s);
    const Case right = correcting(registration(4), registration(3).id);
    if (QString fault = submit({right, street}); !fault.isEmpty())
        return fault;
    if (QString fault = settle(); !fault.isEmpty())
        return fault;
    Case decided = correcting(newStreet(3, u"Jl. Melati 1"_s), street.id);
    decided.details.insert("baseRevision"_L1, 2);
    if (QString fault = submit({decided}); !fault.isEmpty())
        return fault;
    return settle();
}

/// The block of numbers has expired; the first payments are made; there are news.
QString FaultStory::nextMonth()
{
    m_centre.markDurable();
    m_clock.setToday(QDate(2022, 4, 4));
    m_context.today = m_clock.today();
    m_centre.announce({{u"id"_s, u"a2"_s},
                       {u"from"_s, u"2022-04-01"_s},
                       {u"until"_s, u"2022-12-31"_s},
                       {u"level"_s, u"warning"_s},
                       {u"title"_s, QJsonObject{{u"id"_s, u"Baru"_s}, {u"en"_s, u"New"_s}}},
                       {u"text"_s, QJsonObject{{u"id"_s, u"Baru"_s}, {u"en"_s, u"New"_s}}}});
    const QJsonObject note{{u"id"_s, u"2027-01"_s}, {u"effectiveFrom"_s, u"2027-01-01"_s}};
    QJsonObject package = note;
    package.insert("files"_L1, QJsonObject{{u"edition.json"_s, u"{}"_s}});
    m_centre.publishEdition(note, package);
    elsewhere({});
    if (QString fault = settle(); !fault.isEmpty())
        return fault;
    Case last = registration(7, 2);
    last.date = m_clock.today();
    if (QString fault = submit({last}, true); !fault.isEmpty())
        return fault;
    if (QString fault = settle(); !fault.isEmpty())
        return fault;
    m_centre.markDurable();
    elsewhere({});
    return settle();
}

QString FaultStory::enrol()
{
    const QString fault = perform("enrol", [this](Store &store) -> Outcome<Nothing> {
        const auto isTrial = store.writer()
                                 ->run(Writer::Priority::Save, [](Connection &c) { return isTrialStore(c); })
                                 .result();
        if (!isTrial)
            return fail(isTrial.error());
        if (!isTrial.value())
            return Nothing();
        const auto request = enrolRequest(store, u"code"_s);
        if (!request)
            return fail(request.error());
        const auto made = m_line.passed(m_line.meet(), [&] {
            return Outcome<Enrolment>(m_centre.enrol(request.value(), QLatin1StringView(kOffice)));
        });
        if (!made)
            return fail(made.error());
        return enrolStore(store, made.value(), m_actor);
    });
    if (fault.isEmpty())
        fixGeneration();
    return fault;
}

/// The one thing of an enrolment that is drawn by lot.
void FaultStory::fixGeneration()
{
    const auto store = must(openStore(m_dir.filePath(u"one/store.db"_s), Access::Write));
    must(store->exec("UPDATE device SET generation = '0190a1b2-0000-7000-a000-000000000001'"));
    QFile::remove(m_dir.filePath(u"one/store.high"_s));
}

QString FaultStory::submit(const QList<Case> &cases, bool hasPictures)
{
    return perform("submit", [&](Store &store) -> Outcome<Nothing> {
        CaseService service(store, m_context);
        for (Case content : cases) {
            if (hasPictures) {
                const char filling = content.family.kk.back().toLatin1();
                const auto photo = store.blobs().put(picture(filling), u"image/jpeg"_s).result();
                if (!photo)
                    return fail(photo.error());
                content.family.members[0].photo = photo.value();
                content.family.members[0].photoWaived.clear();
                const auto scan = store.blobs().put(picture(filling) + "scan", u"image/jpeg"_s).result();
                if (!scan)
                    return fail(scan.error());
                content.documents[0].file = scan.value();
            }
            const auto saved = service.submit(content, m_actor).result();
            if (!saved)
                return fail(saved.error());
            const auto kind = saved.value().kind;
            if (kind != Submitted::Kind::Saved && kind != Submitted::Kind::Again)
                return fail(Failure{FailureKind::Internal,
                                    u"case %1 was not saved: %2"_s.arg(content.id).arg(int(kind))});
        }
        return Nothing();
    });
}

QString FaultStory::settle()
{
    return perform("sync", [this](Store &store) { return synchronise(store); });
}

Outcome<Nothing> FaultStory::synchronise(Store &store)
{
    const auto port = m_centre.connect(m_request.device);
    FaultLine line(*port, m_line);
    SyncOptions options;
    options.isForced = true;
    options.random = [] { return 0.5; };
    for (int round = 0; round < kMostRounds; ++round) {
        const auto summary = syncOnce(store, line, m_actor, options);
        if (!summary)
            return fail(summary.error());
        if (summary.value().linkFailed)
            return fail(*summary.value().stoppedBy);
        const auto left = store.writer()
                              ->run(Writer::Priority::Save, [](Connection &c) { return leftToSend(c); })
                              .result();
        if (!left)
            return fail(left.error());
        if (summary.value().counts.isEmpty() && left.value().envelopes + left.value().blobs == 0)
            return Nothing();
    }
    return fail(Failure{FailureKind::Later, u"something is left to be sent"_s});
}

/// What the other office does meanwhile, without any fault.
void FaultStory::elsewhere(const QList<Case> &cases)
{
    const auto store = must(Store::open(optionsOf(m_dir.filePath(u"two"_s), m_clock, true)));
    CaseService service(*store, m_context);
    const auto port = m_centre.connect(m_otherDevice);
    must(syncOnce(*store, *port, m_actor));
    for (const Case &content : cases) {
        if (must(service.submit(content, m_actor).result()).kind != Submitted::Kind::Saved)
            qFatal("the other office's case was not saved");
    }
    must(syncOnce(*store, *port, m_actor));
}

} // namespace Loket::Fakes
