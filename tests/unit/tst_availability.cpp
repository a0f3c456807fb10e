// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/services/availability.h"

#include <QJsonArray>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// What is possible for a family, at a channel, on a day.
class TestAvailability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_context.rulebooks = m_rulebooks.get(); }
    void everyStateHasItsWords();
    void registrationByChannel_data();
    void registrationByChannel();

private:
    static const ServiceAvailability *find(const QList<ServiceAvailability> &list, const QString &service)
    {
        for (const ServiceAvailability &one : list) {
            if (one.service == service)
                return &one;
        }
        return nullptr;
    }

    std::shared_ptr<const RulebookLibrary> m_rulebooks = RulebookLibrary::builtIn();
    Context m_context;
};

void TestAvailability::everyStateHasItsWords()
{
    for (const Possibility state : {Possibility::Available, Possibility::NotYet, Possibility::BackOffice,
                                    Possibility::Refused, Possibility::Elsewhere})
        QVERIFY2(isCode(u"possibility"_s, possibilityWord(state)), qPrintable(possibilityWord(state)));
}

void TestAvailability::registrationByChannel_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<bool>("offered");
    for (const QString &channel : {u"KC"_s, u"KLOK"_s, u"MPP"_s, u"MCS"_s, u"PANDAWA"_s})
        QTest::newRow(qPrintable(channel)) << channel << true;
    QTest::newRow("CARE165") << u"CARE165"_s << false;
}

void TestAvailability::registrationByChannel()
{
    QFETCH(QString, channel);
    QFETCH(bool, offered);
    const QDate day(2022, 3, 1);
    for (const auto &list : {availability(std::nullopt, channel, day, m_context),
                             channelAvailability(channel, day, m_context)}) {
        const ServiceAvailability *registration = find(list, u"REG-PBPU"_s);
        QVERIFY(registration);
        QCOMPARE(registration->isPossible(), offered);
        if (offered) {
            QCOMPARE(registration->answer.state, Possibility::Available);
            QVERIFY(!registration->answer.problem);
            continue;
        }
        QCOMPARE(registration->answer.state, Possibility::Elsewhere);
        QCOMPARE(registration->answer.problem->code, u"channel.not-offered"_s);
        QVERIFY(!registration->answer.problem->source.isEmpty());
        QCOMPARE(registration->answer.problem->args.value("offeredAt"_L1).toArray(),
                 QJsonArray({u"KC"_s, u"KLOK"_s, u"MPP"_s, u"MCS"_s, u"PANDAWA"_s}));
    }
    FamilyView family;
    family.kk = u"3174010101220001"_s;
    QVERIFY(!find(availability(family, channel, day, m_context), u"REG-PBPU"_s));
}

QTEST_GUILESS_MAIN(TestAvailability)
#include "tst_availability.moc"
