// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeoffice.h"

#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/rulebook.h"
#include "model/services/soundness.h"
#include "model/store/devicestore.h"
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "model/sync/enrolment.h"
#include "model/sync/trialstart.h"
#include "tests/fakes/fakecentre.h"

using namespace Qt::StringLiterals;

namespace Loket::Fakes {

namespace {

CaseMember person(const QString &relation, const QString &name, const QString &nikFront, int number,
                  const QString &born, const QString &sex)
{
    CaseMember member;
    member.relation = relation;
    member.name = name;
    member.nik = u"%1%2"_s.arg(nikFront).arg(number, 4, 10, QLatin1Char('0'));
    member.birthPlace = u"JAKARTA"_s;
    member.birthDate = born;
    member.sex = sex;
    member.marital = relation == "child"_L1 ? u"single"_s : u"married"_s;
    member.citizenship = u"WNI"_s;
    member.fktp = u"0138U020"_s;
    member.photoWaived = u"kamera rusak"_s;
    return member;
}

} // namespace

Case registration(int number, int people)
{
    Case content;
    content.id = u"0190a1b2-0000-7000-8000-%1"_s.arg(number, 12, 16, QLatin1Char('0'));
    content.service = u"REG-PBPU"_s;
    content.date = QDate(2022, 3, 1);
    content.channel = u"MCS"_s;
    content.segment = u"PBPU.MANDIRI"_s;
    content.family.kk = u"317401010122%1"_s.arg(number, 4, 10, QLatin1Char('0'));
    content.family.careClass = 3;
    content.family.phone = u"081234567890"_s;
    content.family.email = u"sari@example.id"_s;
    content.family.address = {u"Jl. Tebet Raya 1"_s, u"001"_s, u"002"_s, u"31.74.01.1001"_s, u"12810"_s};
    content.family.bank = {u"BRI"_s, u"002301012345501"_s, u"SARI DEWI"_s};
    const QList<CaseMember> all = {
        person(u"head"_s, u"ANDI WIJAYA"_s, u"317401020380"_s, number, u"1980-03-02"_s, u"L"_s),
        person(u"wife"_s, u"SARI DEWI"_s, u"317401690982"_s, number, u"1982-09-29"_s, u"P"_s),
        person(u"child"_s, u"BAGUS WIJAYA"_s, u"317401060910"_s, number, u"2010-09-06"_s, u"L"_s),
        person(u"child"_s, u"CITRA WIJAYA"_s, u"317401570814"_s, number, u"2014-08-17"_s, u"P"_s),
    };
    content.family.members = all.mid(0, people);
    content.documents = {{u"KK"_s, std::nullopt, {}}, {u"BANK-BOOK"_s, std::nullopt, {}}};
    content.consent = Consent{u"2022-03-01T09:12:00+07:00"_s, u"2022-1"_s};
    return content;
}

FakeOffice::FakeOffice(const QString &folder)
    : m_dir(folder.isEmpty() ? m_own.path() : folder)
{
    static const auto rulebooks = RulebookLibrary::builtIn();
    static const auto regions = must(RegionIndex::load());
    static const auto facilities = FacilityIndex::trial();
    m_context = {rulebooks.get(), clock.today(), regions.get(), facilities.get(), nullptr};
    open();
}

FakeOffice::~FakeOffice()
{
    m_centre.reset();
    m_service.reset();
}

QString FakeOffice::dir() const
{
    return m_dir;
}

void FakeOffice::open()
{
    StoreOptions options;
    options.dir = m_dir;
    options.create = true;
    options.write = true;
    options.clock = &clock;
    m_store = must(Store::open(options));
    m_service = std::make_unique<CaseService>(*m_store, m_context);
    if (m_line)
        return;
    must(prepareTrial(*m_store, actor));
    m_centre = must(TrialCentre::open(*m_store, m_context));
}

void FakeOffice::whileClosed(const std::function<void()> &work)
{
    m_centre.reset();
    m_service.reset();
    m_store.reset();
    work();
    open();
}

void FakeOffice::enrol(FakeCentre &centre, const QString &officeCode)
{
    const EnrolRequest request = must(enrolRequest(*m_store, u"fake"_s));
    const Enrolment made = centre.enrol(request, officeCode);
    must(enrolStore(*m_store, made, actor));
    must(m_store->mirrorWriter()
             ->run(Writer::Priority::Save,
                   [&](Connection &mirror) {
                       return moveMirrorPosition(mirror, {made.epoch, 0}, clock.nowUtc());
                   })
             .result());
    m_centre.reset();
    m_line = centre.connect(request.device);
}

QString FakeOffice::device() const
{
    return must(deviceState(*look())).id;
}

SyncSummary FakeOffice::sync()
{
    return m_line ? sync(*m_line) : sync(*m_centre);
}

Submitted FakeOffice::submit(const Case &content)
{
    return must(m_service->submit(content, actor).result());
}

SyncSummary FakeOffice::sync(CentralPort &central, const SyncOptions &options)
{
    return must(syncOnce(*m_store, central, actor, options));
}

std::unique_ptr<StoreReader> FakeOffice::reader() const
{
    return must(m_store->reader());
}

CaseRecord FakeOffice::record(const QString &id) const
{
    const auto found = must(reader()->caseById(*CaseId::fromText(id)));
    if (!found)
        qFatal("no case %s", qPrintable(id));
    return *found;
}

FamilyView FakeOffice::family(const QString &kk) const
{
    const auto found = must(reader()->familyByKk(kk));
    return found ? *found : FamilyView();
}

std::unique_ptr<Connection> FakeOffice::look(const QString &file) const
{
    return must(openStore(m_dir + u'/' + file, Access::Read));
}

QStringList FakeOffice::faults() const
{
    return must(checkStore(*m_store));
}

} // namespace Loket::Fakes
