// SPDX-License-Identifier: Apache-2.0
// Two offices and a centre in many short lives: cases are made on either side, the line loses, doubles,
// delays, cuts and garbles, the program is killed at any write. In the end everything is once at the centre
// and the same everywhere. LOKET_CHAOS: runs (200); LOKET_SEED: the first one's seed, to replay a failing one
// with LOKET_CHAOS=1.
#include "model/services/soundness.h"
#include "model/store/bytestore.h"
#include "model/store/familyjson.h"
#include "model/sync/enrolment.h"
#include "tests/fakes/chaosline.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"
#include "tests/fakes/faultvfs.h"
#include "tests/fakes/seed.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSessions = 10;
constexpr int kOffices = 2;
constexpr int kMostCalm = 12;

Context chaosContext(const Clock &clock)
{
    static const FakeOffice office; // has loaded rules, regions and facilities
    Context context = office.context();
    context.today = clock.today();
    return context;
}

QByteArray picture(int n)
{
    QByteArray bytes(20'000 + n % 7 * 9'001, char('a' + n % 23));
    return bytes.replace(0, 8, QByteArray::number(n).rightJustified(8, '0'));
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to + u"/blobs"_s);
    for (const QString &name : QDir(from).entryList(QDir::Files))
        QFile::copy(from + u'/' + name, to + u'/' + name);
}

/// An enrolled counter's folder, made once: every run begins with a copy.
struct Template {
    QTemporaryDir dir;
    EnrolRequest request;
};

class ChaosRun
{
public:
    ChaosRun(quint32 seed, const QList<Template *> &templates, QMap<QString, int> &counts,
             const ChaosRates &rates, bool isForgetful)
        : m_random(seed)
        , m_counts(counts)
        , m_rates(rates)
        , m_context(chaosContext(m_clock))
        , m_centre(m_clock, m_context)
    {
        m_centre.book().setForgetful(isForgetful);
        for (int i = 0; i < kOffices; ++i) {
            m_centre.addOffice(u"090%1"_s.arg(i), u"Kantor %1"_s.arg(i));
            m_centre.enrol(templates.at(i)->request, u"090%1"_s.arg(i));
            m_devices += templates.at(i)->request.device;
            m_folders += m_dir.filePath(QString::number(i));
            copyFolder(templates.at(i)->dir.path(), m_folders.last());
        }
    }

    /// Empty: all is as it must be.
    QString play()
    {
        for (int session = 0; session < kSessions; ++session) {
            const bool isKilled = below(4) == 0;
            live(below(kOffices), isKilled ? 1 + below(200) : 0, m_rates);
            m_clock.advanceSeconds(below(4'000));
            if (m_copy && below(8) == 0) {
                ++m_counts[u"centre restored"_s];
                m_centre.restore(*std::exchange(m_copy, std::nullopt));
            } else if (!m_copy && below(6) == 0) {
                m_copy = m_centre.backup();
            }
        }
        const ChaosRates calm{0.0, false};
        for (int round = 0; round < kMostCalm; ++round) {
            m_clock.advanceSeconds(3'600);
            bool isQuiet = true;
            for (int i = 0; i < kOffices; ++i)
                isQuiet = live(i, 0, calm) && isQuiet;
            if (isQuiet && round > 1)
                return judge();
        }
        return u"not at rest after %1 calm rounds"_s.arg(kMostCalm);
    }

private:
    int below(int limit) { return int(m_random() % unsigned(limit)); }

    Case nextCase(int office)
    {
        const int n = ++m_made;
        const bool changes = !m_families.isEmpty() && below(3) == 0;
        Case content = registration(n, 1 + below(3));
        content.date = m_clock.today();
        if (!changes)
            return content;
        content.service = below(2) == 0 ? u"CHG-KONTAK"_s : u"CHG-ALAMAT"_s;
        const QString kk = m_families.at(below(int(m_families.size())));
        content.segment.clear();
        content.family = CaseFamily();
        content.family.kk = kk;
        content.documents = {{u"KK"_s, std::nullopt, {}}};
        content.details = content.service == "CHG-KONTAK"_L1
            ? QJsonObject{{u"newPhone"_s, u"0812%1"_s.arg(10'000'000 + n)}}
            : QJsonObject{{u"addressLine"_s, u"Jl. Uji %1 Kantor %2"_s.arg(n).arg(office)},
                          {u"addressRt"_s, u"001"_s},
                          {u"addressRw"_s, u"002"_s},
                          {u"addressVillage"_s, u"31.74.01.1001"_s},
                          {u"addressPostcode"_s, u"12810"_s}};
        return content;
    }

    /// One life of an office's program, from opening to closing or to the write at which it dies. Answers
    /// whether there was nothing left to do.
    bool live(int office, int killAt, const ChaosRates &rates)
    {
        FaultPlan plan;
        if (killAt > 0) {
            plan.failOp = FileOp::Change;
            plan.failAt = std::uint64_t(killAt);
            plan.isForever = true;
        }
        FaultVfs::use(plan);
        StoreOptions options;
        options.dir = m_folders.at(office);
        options.vfs = FaultVfs::kName;
        options.write = true;
        options.clock = &m_clock;
        bool isQuiet = false;
        {
            auto store = Store::open(options);
            if (store) {
                m_context.today = m_clock.today();
                work(*store.value(), office, rates.fault > 0 ? below(4) : 0);
                isQuiet = synchronise(*store.value(), office, rates);
            }
        }
        if (killAt > 0 && FaultVfs::count(FileOp::Change) >= std::uint64_t(killAt))
            ++m_counts[u"killed"_s];
        FaultVfs::use(FaultPlan());
        return isQuiet;
    }

    void work(Store &store, int office, int cases)
    {
        CaseService service(store, m_context);
        for (int i = 0; i < cases; ++i) {
            Case content = nextCase(office);
            if (content.service == "REG-PBPU"_L1 && below(2) == 0) {
                const auto photo = store.blobs().put(picture(m_made), u"image/jpeg"_s).result();
                if (!photo)
                    return;
                content.family.members[0].photo = photo.value();
                content.family.members[0].photoWaived.clear();
            }
            const auto saved = service.submit(content, m_actor).result();
            if (!saved)
                return; // it died: nobody was told that the case is saved
            if (saved.value().kind != Submitted::Kind::Saved)
                continue;
            m_acked += content.id;
            ++m_counts[u"cases"_s];
            if (content.service == "REG-PBPU"_L1) {
                m_families += content.family.kk;
                if (!content.family.members.first().photo.isEmpty())
                    m_photos += content.family.members.first().photo.mid(7).toLatin1();
            }
        }
    }

    bool synchronise(Store &store, int office, const ChaosRates &rates)
    {
        const auto port = m_centre.connect(m_devices.at(office));
        ChaosLine line(*port, m_random, m_counts, rates, m_late[office]);
        SyncOptions options;
        options.isForced = rates.fault == 0;
        options.random = [this] { return double(below(1'000)) / 1'000; };
        const auto summary = syncOnce(store, line, m_actor, options);
        return summary && summary.value().counts.isEmpty() && !summary.value().linkFailed;
    }

    QString judge()
    {
        for (const QString &id : m_acked) {
            const auto envelope = must(m_centre.book().submission(id));
            if (!envelope)
                return u"case %1 is not at the centre"_s.arg(id);
            if (!must(m_centre.book().verdict(id)))
                return u"case %1 was not decided"_s.arg(id);
            if (m_centre.book().effectsOf(id) > 1)
                return u"case %1 took effect %2 times"_s.arg(id).arg(m_centre.book().effectsOf(id));
        }
        for (const QByteArray &photo : m_photos) {
            const QByteArray bytes = m_centre.attachment(photo);
            if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != photo)
                return u"photo %1 is missing or damaged"_s.arg(QString::fromLatin1(photo));
        }
        QHash<QString, QString> cards;
        for (int i = 0; i < kOffices; ++i) {
            if (const QString fault = judgeOffice(i, cards); !fault.isEmpty())
                return u"office %1: %2"_s.arg(i).arg(fault);
        }
        return {};
    }

    QString judgeOffice(int office, QHash<QString, QString> &cards)
    {
        StoreOptions options;
        options.dir = m_folders.at(office);
        options.clock = &m_clock;
        const auto store = must(Store::open(options));
        if (const QStringList faults = must(checkStore(*store)); !faults.isEmpty())
            return faults.first();
        const auto reader = must(store->reader());
        for (const FamilyView &family : m_centre.book().families()) {
            const auto own = must(reader->mirroredFamily(family.kk));
            if (!own)
                return u"family %1 is missing"_s.arg(family.kk);
            if (familyToJson(*own) != familyToJson(family))
                return u"family %1 differs: %2 and at the centre %3"_s.arg(
                    family.kk,
                    QString::fromUtf8(QJsonDocument(familyToJson(*own)).toJson(QJsonDocument::Compact)),
                    QString::fromUtf8(QJsonDocument(familyToJson(family)).toJson(QJsonDocument::Compact)));
        }
        for (const CaseRecord &record : must(reader->cases(0, 10'000))) {
            const bool isAnswered = !isWaiting(record.state) || record.state == CaseState::Conflict;
            if (!isAnswered || record.state == CaseState::Parked)
                return u"case %1 is %2"_s.arg(record.id.text(), caseStateWord(record.state));
            const auto decided = must(m_centre.book().verdict(record.id.text()));
            if (decided != record.state)
                return u"case %1 is %2 here, %3 at the centre"_s.arg(
                    record.id.text(), caseStateWord(record.state),
                    decided ? caseStateWord(*decided) : u"nothing"_s);
            for (const AssignedNumber &number : record.numbers) {
                const QString &other = cards.value(number.card);
                if (!other.isEmpty() && other != record.content.family.kk)
                    return u"number %1 was given twice"_s.arg(number.card);
                cards.insert(number.card, record.content.family.kk);
            }
        }
        return {};
    }

    std::mt19937 m_random;
    QMap<QString, int> &m_counts;
    const ChaosRates m_rates;
    FixedClock m_clock{QDate(2022, 3, 1)};
    const Actor m_actor{u"rina"_s, u"petugas"_s, u"0901-1"_s};
    Context m_context;
    FakeCentre m_centre;
    QTemporaryDir m_dir{QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/loket-chaos-XXXXXX"_s
                                                              : QDir::tempPath() + u"/loket-chaos-XXXXXX"_s};
    QStringList m_devices, m_folders;
    QMap<int, QList<QList<Envelope>>> m_late; ///< on their way still
    int m_made = 0;
    QStringList m_acked, m_families;
    QList<QByteArray> m_photos;
    std::optional<FakeCentre::Copy> m_copy;
};

} // namespace

class TestChaos : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        FaultVfs::install();
        static const FixedClock clock(QDate(2022, 3, 1));
        FakeCentre centre(clock, chaosContext(clock));
        for (int i = 0; i < kOffices; ++i) {
            centre.addOffice(u"090%1"_s.arg(i), u"Kantor %1"_s.arg(i));
            m_templates += new Template;
            StoreOptions options;
            options.dir = m_templates.last()->dir.path();
            options.create = options.write = true;
            options.clock = &clock;
            const auto store = must(Store::open(options));
            m_templates.last()->request = must(enrolRequest(*store, u"code"_s));
            must(enrolStore(*store, centre.enrol(m_templates.last()->request, u"090%1"_s.arg(i)),
                            {u"rina"_s, u"petugas"_s, u"0901-1"_s}));
        }
        m_seed = seedOfTest();
    }
    void cleanupTestCase() { qDeleteAll(m_templates); }

    void everythingEndsOnceAndTheSameEverywhere()
    {
        const int runs = qEnvironmentVariableIntValue("LOKET_CHAOS") > 0
            ? qEnvironmentVariableIntValue("LOKET_CHAOS")
            : 200;
        QMap<QString, int> counts;
        for (int run = 0; run < runs; ++run) {
            const quint32 seed = m_seed + quint32(run);
            const QString fault = ChaosRun(seed, m_templates, counts, {}, false).play();
            QVERIFY2(fault.isEmpty(), qPrintable(u"LOKET_SEED=%1 LOKET_CHAOS=1: %2"_s.arg(seed).arg(fault)));
        }
        qInfo("%d runs from seed %u", runs, m_seed);
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            qInfo("%8d %s", it.value(), qPrintable(it.key()));
        constexpr int kEnough = 40; // a single one that is replayed need not meet everything
        for (const char *fault : {"request lost", "answer lost", "duplicated", "delayed",
                                  "arrived out of order", "cut", "garbled", "killed", "centre restored"})
            QVERIFY2(runs < kEnough || counts.value(QLatin1StringView(fault)) > 0, fault);
    }

    /// The same with a rule switched off must fail, or the test above sees nothing.
    void controls_data()
    {
        QTest::addColumn<bool>("isForgetful");
        QTest::addColumn<bool>("forgetsGaps");
        QTest::newRow("a centre that forgets what it received") << true << false;
        QTest::newRow("a feed with gaps") << false << true;
    }
    void controls()
    {
        QFETCH(bool, isForgetful);
        QFETCH(bool, forgetsGaps);
        QMap<QString, int> counts;
        int faulty = 0;
        constexpr int kRuns = 20;
        for (int run = 0; run < kRuns; ++run) {
            const ChaosRates rates{0.25, forgetsGaps};
            faulty
                += ChaosRun(m_seed + quint32(run), m_templates, counts, rates, isForgetful).play().isEmpty()
                ? 0
                : 1;
        }
        qInfo("%d of %d runs failed, as they must", faulty, kRuns);
        QVERIFY(faulty > 0);
    }

private:
    QList<Template *> m_templates;
    quint32 m_seed = 0;
};

int main(int argc, char *argv[])
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "36000000"); // thousands of runs take long, and each ends by itself
    QCoreApplication app(argc, argv);
    TestChaos test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_chaos.moc"
