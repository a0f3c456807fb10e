// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casedraft.h"
#include "tests/forms/fakecaseport.h"

#include <QSignalSpy>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

Case emptyCase()
{
    Case content;
    content.service = u"REG-PBPU"_s;
    content.segment = u"PBPU.MANDIRI"_s;
    return content;
}

} // namespace

/// The case being typed: steps of undo, what fills itself in, keeping.
class TestCaseDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newDraftHasAnIdAndADay()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        QVERIFY(CaseId::fromText(draft.content().id));
        QCOMPARE(draft.content().date, port.today());
        QCOMPARE(draft.keeping(), CaseDraft::Keeping::Untouched);
        draft.saveNow();
        QVERIFY(port.saved.isEmpty()); // no draft of nothing
    }

    void typingIntoOneFieldIsOneStep()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        QString typed;
        for (const QChar c : u"3174"_s)
            draft.setText(u"family.kk"_s, typed += c);
        draft.endStep();
        draft.setText(u"family.phone"_s, u"0"_s);
        draft.setText(u"family.phone"_s, u"08"_s);
        QCOMPARE(draft.undoStack().count(), 2);
        draft.undoStack().undo();
        QCOMPARE(draft.text(u"family.phone"_s), QString());
        draft.undoStack().undo();
        QCOMPARE(draft.text(u"family.kk"_s), QString());
        draft.undoStack().redo();
        draft.undoStack().redo();
        QCOMPARE(draft.text(u"family.kk"_s), u"3174"_s);
        QCOMPARE(draft.text(u"family.phone"_s), u"08"_s);
    }

    void comingBackToAFieldIsAStepOfItsOwn()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        draft.setText(u"family.kk"_s, u"31"_s);
        draft.endStep();
        draft.setText(u"family.kk"_s, u"317"_s);
        draft.undoStack().undo();
        QCOMPARE(draft.text(u"family.kk"_s), u"31"_s);
    }

    void escapeTakesBackWhatWasTypedInTheField()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        draft.setText(u"family.kk"_s, u"31"_s);
        draft.endStep();
        draft.setText(u"family.kk"_s, u"319"_s);
        draft.setText(u"family.kk"_s, u"3199"_s);
        draft.cancelStep();
        QCOMPARE(draft.text(u"family.kk"_s), u"31"_s);
        draft.cancelStep(); // nothing typed since: nothing taken back
        QCOMPARE(draft.text(u"family.kk"_s), u"31"_s);
    }

    void assessesOncePerTurn()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        const int before = port.assessed;
        QSignalSpy assessed(&draft, &CaseDraft::assessed);
        for (int i = 0; i < 50; ++i)
            draft.setText(u"family.kk"_s, QString(i % 17, u'1'));
        QVERIFY(assessed.wait(1000));
        QCOMPARE(port.assessed, before + 1);
    }

    void nikFillsBirthDateAndSex_data()
    {
        QTest::addColumn<QString>("nik");
        QTest::addColumn<QString>("born");
        QTest::addColumn<QString>("sex");
        QTest::newRow("woman") << u"3174016909659991"_s << u"1965-09-29"_s << u"P"_s;
        QTest::newRow("man") << u"3578080102039991"_s << u"2003-02-01"_s << u"L"_s;
        QTest::newRow("leap day") << u"3201016902009991"_s << u"2000-02-29"_s << u"P"_s;
        QTest::newRow("too short") << u"317401690965999"_s << u""_s << u""_s;
        QTest::newRow("no such day") << u"3502027102019991"_s << u""_s << u""_s;
    }
    void nikFillsBirthDateAndSex()
    {
        QFETCH(QString, nik);
        QFETCH(QString, born);
        QFETCH(QString, sex);
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        for (int i = 1; i <= nik.size(); ++i)
            draft.setMemberText(0, u"nik"_s, nik.left(i));
        QCOMPARE(draft.text(u"family.members[0].birthDate"_s), born);
        QCOMPARE(draft.text(u"family.members[0].sex"_s), sex);
        QCOMPARE(draft.isFromNik(u"family.members[0].birthDate"_s), !born.isEmpty());
        QCOMPARE(draft.undoStack().count(), 1);
        draft.undoStack().undo();
        QCOMPARE(draft.memberCount(), 0);
    }

    void whatWasTypedStays()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        draft.setMemberText(0, u"birthDate"_s, u"1966-01-01"_s);
        draft.setMemberText(0, u"nik"_s, u"3174016909659991"_s);
        QCOMPARE(draft.text(u"family.members[0].birthDate"_s), u"1966-01-01"_s);
        QCOMPARE(draft.text(u"family.members[0].sex"_s), u"P"_s);
        draft.setMemberText(0, u"sex"_s, u"L"_s); // typed over: no longer the NIK's
        QVERIFY(!draft.isFromNik(u"family.members[0].sex"_s));
        draft.endStep();
        draft.setMemberText(0, u"nik"_s, u"3578080102039991"_s);
        draft.setMemberText(0, u"nik"_s, u""_s);
        QCOMPARE(draft.text(u"family.members[0].sex"_s), u"L"_s);
    }

    void correctedNikCorrectsWhatItFilled()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        draft.setMemberText(0, u"nik"_s, u"3174016909659991"_s);
        draft.setMemberText(0, u"nik"_s, u"317401690965999"_s);
        QCOMPARE(draft.text(u"family.members[0].birthDate"_s), QString());
        draft.setMemberText(0, u"nik"_s, u"3578080102039991"_s);
        QCOMPARE(draft.text(u"family.members[0].birthDate"_s), u"2003-02-01"_s);
        QCOMPARE(draft.text(u"family.members[0].sex"_s), u"L"_s);
    }

    void stayPermitMakesAForeigner()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        draft.setMemberText(0, u"nik"_s, u"3174016909659991"_s);
        QCOMPARE(draft.text(u"family.members[0].citizenship"_s), u"WNI"_s);
        draft.setMemberText(1, u"nik"_s, u"2C11JE4455"_s);
        QCOMPARE(draft.text(u"family.members[1].citizenship"_s), u"WNA"_s);
        QCOMPARE(draft.text(u"family.members[1].birthDate"_s), QString());
    }

    void newMembersTakeTheFacilityOfTheHead()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        draft.setMemberText(0, u"fktp"_s, u"03010701"_s);
        draft.setMemberText(1, u"name"_s, u"BIMA"_s);
        draft.setMemberText(2, u"name"_s, u"ADI"_s);
        draft.setMemberText(2, u"fktp"_s, u"0138U020"_s);
        QCOMPARE(draft.text(u"family.members[0].relation"_s), u"head"_s);
        QCOMPARE(draft.text(u"family.members[1].fktp"_s), u"03010701"_s);
        draft.setMemberText(0, u"fktp"_s, u"1202R001"_s); // follows, but not where another was chosen
        QCOMPARE(draft.text(u"family.members[1].fktp"_s), u"1202R001"_s);
        QCOMPARE(draft.text(u"family.members[2].fktp"_s), u"0138U020"_s);
    }

    void unknownWordStaysAsTypedAndIsAProblem()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        draft.setMemberText(0, u"sex"_s, u"Q"_s);
        draft.assessNow();
        QCOMPARE(draft.text(u"family.members[0].sex"_s), u"Q"_s);
        QCOMPARE(draft.content().family.members[0].sex, QString()); // a draft can always be read again
        QCOMPARE(draft.assessment().problems.value(0).code, u"form.not-understood"_s);
        draft.setMemberText(0, u"sex"_s, u"P"_s);
        draft.assessNow();
        QVERIFY(draft.assessment().problems.isEmpty());
        QCOMPARE(draft.content().family.members[0].sex, u"P"_s);
    }

    void removedMemberTakesItsTracesAlong()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        for (int row = 0; row < 4; ++row)
            draft.setMemberText(row, u"name"_s, u"ABCD"_s.mid(row, 1));
        draft.setSeen(u"PASSPORT"_s, 1, true);
        draft.setSeen(u"PASSPORT"_s, 3, true);
        draft.setSeen(u"KK"_s, std::nullopt, true);
        draft.passWarning(u"nik.sex-differs"_s, u"family.members[3].nik"_s, u"KTP asli"_s);
        draft.passWarning(u"x"_s, u"family.phone"_s, u"y"_s);
        const Case before = draft.content();
        draft.removeMembers(1, 1);
        QCOMPARE(draft.memberCount(), 3);
        QVERIFY(draft.isSeen(u"PASSPORT"_s, 2));
        QVERIFY(!draft.isSeen(u"PASSPORT"_s, 1));
        QVERIFY(draft.isSeen(u"KK"_s, std::nullopt));
        QCOMPARE(draft.content().overrides.value(0).path, u"family.members[2].nik"_s);
        QCOMPARE(draft.content().overrides.size(), 2);
        draft.undoStack().undo();
        QCOMPARE(draft.content(), before);
    }

    void verdictsBelongToTheirPhoto()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        draft.setMemberText(0, u"name"_s, u"SARI"_s);
        draft.setMemberText(1, u"name"_s, u"BIMA"_s);
        const QString path = u"family.members[1].photo"_s;
        draft.passWarning(u"x"_s, u"family.phone"_s, u"y"_s);
        draft.setPhoto(1, u"sha256:1"_s,
                       {{u"photo.blurred"_s, u"lensa rusak"_s}, {u"photo.tilted"_s, u"sakit"_s}});
        QCOMPARE(draft.content().family.members[1].photo, u"sha256:1"_s);
        const Case before = draft.content();
        QCOMPARE(before.overrides.size(), 3);
        QCOMPARE(before.overrides[1], (WarningOverride{u"photo.blurred"_s, path, u"lensa rusak"_s}));
        draft.setPhoto(1, u"sha256:2"_s, {}); // a better one
        QCOMPARE(draft.content().overrides.size(), 1);
        QCOMPARE(draft.content().family.members[1].photo, u"sha256:2"_s);
        draft.undoStack().undo();
        QCOMPARE(draft.content(), before);
        draft.removeMembers(0, 1);
        QCOMPARE(draft.content().overrides[1].path, u"family.members[0].photo"_s);
        draft.setPhoto(7, u"sha256:3"_s, {}); // gone meanwhile
        QCOMPARE(draft.memberCount(), 1);
    }

    void movedMemberKeepsItsTraces()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        for (int row = 0; row < 3; ++row)
            draft.setMemberText(row, u"name"_s, u"ABC"_s.mid(row, 1));
        draft.setSeen(u"PASSPORT"_s, 0, true);
        draft.moveMember(0, 2);
        QCOMPARE(draft.text(u"family.members[2].name"_s), u"A"_s);
        QVERIFY(draft.isSeen(u"PASSPORT"_s, 2));
        QVERIFY(!draft.isSeen(u"PASSPORT"_s, 0));
        draft.undoStack().undo();
        QVERIFY(draft.isSeen(u"PASSPORT"_s, 0));
    }

    void everyChangeCanBeUndoneAndDoneAgain()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        QList<Case> states{draft.content()};
        const auto did = [&] { states << draft.content(); };
        draft.setText(u"family.kk"_s, u"3174010101220001"_s), draft.endStep(), did();
        draft.pasteMembers(
            0, {{{u"nik"_s, u"3174016909659991"_s}, {u"name"_s, u"SARI"_s}}, {{u"name"_s, u"BIMA"_s}}}),
            did();
        draft.setSeen(u"KK"_s, std::nullopt, true), did();
        draft.setOwnBillingAddress(true), did();
        draft.setText(u"family.billingAddress.line"_s, u"Jl. A"_s), draft.endStep(), did();
        draft.setConsent(Consent{u"2026-11-21T10:07:00+07:00"_s, u"2022-1"_s}), did();
        draft.passWarning(u"a"_s, u"b"_s, u"c"_s), did();
        draft.recallWarning(u"a"_s, u"b"_s), did();
        draft.moveMember(0, 1), did();
        draft.removeMembers(0, 1), did();
        for (qsizetype i = states.size() - 1; i > 0; --i) {
            QCOMPARE(draft.content(), states[i]);
            draft.undoStack().undo();
            QCOMPARE(draft.content(), states[i - 1]);
        }
        for (qsizetype i = 1; i < states.size(); ++i) {
            draft.undoStack().redo();
            QCOMPARE(draft.content(), states[i]);
        }
    }

    void keptTwoSecondsAfterAChange()
    {
        FakeCasePort port;
        CaseDraft draft(emptyCase(), port);
        draft.setKeepDelay(std::chrono::milliseconds(1));
        QSignalSpy states(&draft, &CaseDraft::keepingChanged);
        draft.setText(u"family.kk"_s, u"3174"_s);
        QCOMPARE(draft.keeping(), CaseDraft::Keeping::Changed);
        QTRY_COMPARE(draft.keeping(), CaseDraft::Keeping::Saved);
        QCOMPARE(port.saved.size(), 1);
        QCOMPARE(port.saved[0].family.kk, u"3174"_s);
        QCOMPARE(draft.savedAt(), port.nowUtc());
    }

    void nothingIsCalledSavedThatIsNot()
    {
        FakeCasePort port;
        port.answersAtOnce = false;
        CaseDraft draft(emptyCase(), port);
        draft.setText(u"family.kk"_s, u"3"_s);
        draft.saveNow();
        QCOMPARE(draft.keeping(), CaseDraft::Keeping::Saving);
        draft.setText(u"family.kk"_s, u"31"_s);
        draft.saveNow(); // waits for the first: an older text must not land on a newer one
        QCOMPARE(port.saved.size(), 1);
        port.answerSave(QString());
        QTRY_COMPARE(port.saved.size(), 2);
        QCOMPARE(port.saved[1].family.kk, u"31"_s);
        port.answerSave(QString());
        QTRY_COMPARE(draft.keeping(), CaseDraft::Keeping::Saved);
    }

    void failedKeepingIsToldAndTriedAgain()
    {
        FakeCasePort port;
        port.answersAtOnce = false;
        CaseDraft draft(emptyCase(), port);
        draft.setKeepDelay(std::chrono::milliseconds(1));
        draft.setText(u"family.kk"_s, u"3"_s);
        draft.saveNow();
        port.answerSave(fail(Failure{FailureKind::Full, {}}));
        QTRY_COMPARE(draft.keeping(), CaseDraft::Keeping::Failed);
        QCOMPARE(draft.failure()->kind, FailureKind::Full);
        QTRY_COMPARE(port.saved.size(), 2);
        port.answerSave(QString());
        QTRY_COMPARE(draft.keeping(), CaseDraft::Keeping::Saved);
        QVERIFY(!draft.failure());
    }
};

QTEST_GUILESS_MAIN(TestCaseDraft)
#include "tst_casedraft.moc"
