// SPDX-License-Identifier: Apache-2.0
// A store that an older copy was put over, a clock that is wrong, and a centre that does not sign.
#include "model/store/highwater.h"
#include "model/store/syncstate.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"

#include <QFile>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

qint64 numberIn(const FakeOffice &office, const char *sql)
{
    return must(office.look()->one(sql, [](const Statement &s) { return s.integer(0); })).value_or(-1);
}

QString generation(const FakeOffice &office)
{
    return must(office.reader()->status()).generation;
}

/// Copies store.db (and its high-water mark when asked) out, and later back in.
class OldCopy
{
public:
    OldCopy(FakeOffice &office, bool withMark)
        : m_office(office)
    {
        m_names << u"store.db"_s;
        if (withMark)
            m_names << u"store.high"_s;
        office.whileClosed([this] {
            for (const QString &name : m_names)
                QFile::copy(m_office.dir() + u'/' + name, m_dir.filePath(name));
        });
    }
    void putBack()
    {
        m_office.whileClosed([this] {
            for (const QString &name : m_names) {
                for (const char *suffix : {"", "-wal", "-shm"})
                    QFile::remove(m_office.dir() + u'/' + name + QLatin1StringView(suffix));
                QFile::copy(m_dir.filePath(name), m_office.dir() + u'/' + name);
            }
        });
    }

private:
    FakeOffice &m_office;
    QStringList m_names;
    QTemporaryDir m_dir;
};

/// A centre whose signatures are of somebody else.
class Impostor final : public CentralLine
{
public:
    using CentralLine::CentralLine;
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int wait) override
    {
        auto page = CentralLine::changes(epoch, cursor, limit, wait);
        if (page) {
            for (FeedEntry &entry : page.value().entries) {
                if (!entry.proof.isEmpty())
                    entry.proof.signature[0] = char(entry.proof.signature.at(0) ^ 1);
            }
        }
        return page;
    }
};

} // namespace

class TestHighWater : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOlderCopyBeginsANewGeneration_data()
    {
        QTest::addColumn<bool>("withMark");
        QTest::addColumn<bool>("wasSent");
        QTest::newRow("the mark tells, nothing was sent") << false << false;
        QTest::newRow("the mark tells, all was sent") << false << true;
        QTest::newRow("a whole disk image, the centre tells") << true << true;
    }
    void anOlderCopyBeginsANewGeneration()
    {
        QFETCH(bool, withMark);
        QFETCH(bool, wasSent);
        FakeOffice office;
        office.submit(registration(1));
        office.sync();
        OldCopy old(office, withMark);
        const Submitted lost = office.submit(registration(2));
        if (wasSent)
            office.sync();
        const QString before = generation(office);
        old.putBack();
        office.sync();
        QVERIFY(generation(office) != before);
        QVERIFY(numberIn(office, "SELECT count(*) FROM number_lease WHERE state = 'burnt'") > 0);
        QCOMPARE(numberIn(office, "SELECT count(*) FROM audit WHERE action = 'store.rolled-back'"), 1);

        office.sync();
        const Submitted next = office.submit(registration(3));
        QVERIFY(next.record);
        QCOMPARE(next.record->deviceSeq, 3); // the second place is used, whatever became of it
        QVERIFY(!next.firstNumbers.isEmpty());
        QVERIFY(next.firstNumbers.first().card != lost.firstNumbers.first().card);
        office.sync();
        office.sync();
        QCOMPARE(office.record(registration(3).id).state, CaseState::Accepted);
        QCOMPARE(office.faults(), QStringList());
    }

    void aTornMarkIsNone()
    {
        FakeOffice office;
        office.submit(registration(1));
        const QString before = generation(office);
        office.whileClosed([&] {
            QFile file(office.dir() + u"/store.high"_s);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.resize(file.size() / 2));
        });
        QCOMPARE(generation(office), before);
        QCOMPARE(office.sync().counts.value(u"accepted"_s), 1);
    }

    void aClockThatWasSetBackIsSuspect()
    {
        FakeOffice office;
        office.submit(registration(1));
        office.clock.setToday(QDate(2021, 3, 1));
        const auto stamped = must(stampedTime(*office.look(), office.clock));
        QCOMPARE(stamped.certainty, u"suspect"_s);
    }

    void whatTheCentreDidNotSignDoesNotCount()
    {
        FakeOffice office;
        FakeCentre centre(office.clock, office.context());
        centre.addOffice(u"0901"_s, u"Kantor Uji"_s);
        office.enrol(centre, u"0901"_s);
        const Case content = registration(1);
        office.submit(content);
        Impostor line(office.line());
        office.sync(line);
        QCOMPARE(office.record(content.id).state, CaseState::Received);
        QVERIFY(numberIn(office, "SELECT count(*) FROM feed_parked WHERE kind = 'verdict'") > 0);
        QCOMPARE(numberIn(office, "SELECT count(*) FROM verdict_proof"), 0);
    }
};

QTEST_GUILESS_MAIN(TestHighWater)
#include "tst_highwater.moc"
