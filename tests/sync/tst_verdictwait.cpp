// SPDX-License-Identifier: Apache-2.0
// How long a run lets the centre think: a moment after something was sent, not at all otherwise.
#include "tests/fakes/centralline.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

struct WaitingLine : CentralLine {
    using CentralLine::CentralLine;
    QList<int> seconds; ///< of each page that was asked for
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds) override
    {
        seconds += waitSeconds;
        return CentralLine::changes(epoch, cursor, limit, waitSeconds);
    }
};

} // namespace

class TestVerdictWait : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyThePageAfterSendingWaits()
    {
        FixedClock clock{QDate(2022, 3, 1)};
        FakeOffice office;
        FakeCentre centre{clock, office.context()};
        centre.addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
        office.enrol(centre, u"0901"_s);
        WaitingLine line(office.line());
        office.sync(line);
        QVERIFY(!line.seconds.isEmpty());
        QVERIFY(std::ranges::none_of(line.seconds, [](int wait) { return wait > 0; }));
        line.seconds.clear();
        office.submit(registration(1));
        office.sync(line);
        QVERIFY(!line.seconds.isEmpty());
        QVERIFY(line.seconds.takeFirst() > 0);
        QVERIFY(std::ranges::none_of(line.seconds, [](int wait) { return wait > 0; }));
        QCOMPARE(office.record(registration(1).id).state,
                 CaseState::Accepted); // and the verdict came with it
    }
};

QTEST_GUILESS_MAIN(TestVerdictWait)
#include "tst_verdictwait.moc"
