// SPDX-License-Identifier: Apache-2.0
#include "forms/common/filterfield.h"
#include "forms/common/language.h"
#include "forms/common/notelist.h"
#include "forms/common/servicebox.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"
#include "forms/find/followupcard.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakecounter.h"
#include "tests/forms/fakenavigator.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

ServiceAvailability service(const QString &code, Possibility state = Possibility::Available,
                            const QString &problem = {}, QDate earliest = {})
{
    ServiceAvailability one;
    one.service = code;
    one.answer.state = state;
    one.answer.earliest = earliest;
    if (!problem.isEmpty()) {
        one.answer.problem = Problem{};
        one.answer.problem->code = problem;
        one.answer.problem->earliest = earliest;
    }
    return one;
}

/// What can be done, shown, with the cursor in its field.
struct Desk {
    Desk()
    {
        box.setContent(
            {service(u"CHG-FKTP"_s, Possibility::NotYet, u"fktp.three-months"_s, QDate(2022, 4, 10)),
             service(u"CHG-ALAMAT"_s), service(u"REHAB"_s, Possibility::Refused, u"rehab.months"_s),
             service(u"PAY"_s)},
            rulebooks->on(QDate(2022, 3, 5)), u"Keluarga ini"_s, {act()});
        box.resize(340, 400);
        box.show();
        QVERIFY(QTest::qWaitForWindowActive(&box));
        box.filter()->setFocus();
    }
    static NoteRow act()
    {
        NoteRow row;
        row.key = u"receipt"_s;
        row.title = u"Cetak resi"_s;
        return row;
    }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    QStringList titles() const
    {
        QStringList out;
        for (int i = 0; i < box.list()->rows(); ++i) {
            const NoteRow &row = box.list()->row(i);
            out += (row.isHeading ? u"# "_s : QString()) + row.title;
        }
        return out;
    }

    std::shared_ptr<const RulebookLibrary> rulebooks = RulebookLibrary::builtIn();
    ServiceBox box;
    QSignalSpy chosen{&box, &ServiceBox::serviceChosen};
    QSignalSpy acted{&box, &ServiceBox::actChosen};
    QSignalSpy asked{&box, &ServiceBox::whyAsked};
};

} // namespace

/// The list of services and the list of what to look after, by key events.
class TestServiceList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBeginsBeforeSomethingIsChosen()
    {
        Desk desk;
        desk.key(Qt::Key_Return);
        QVERIFY(desk.chosen.isEmpty() && desk.acted.isEmpty() && desk.asked.isEmpty());
    }

    void typing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("acted");
        QTest::addColumn<QString>("asked");
        const QString none;
        QTest::newRow("a part of the name") << u"alamat"_s << u"CHG-ALAMAT"_s << none << none;
        QTest::newRow("two parts, any order") << u"bayar tagi"_s << u"PAY"_s << none << none;
        QTest::newRow("the code") << u"chg-al"_s << u"CHG-ALAMAT"_s << none << none;
        QTest::newRow("what the caller adds") << u"cetak"_s << none << u"receipt"_s << none;
        QTest::newRow("what can't be done yet") << u"fktp"_s << none << none << u"CHG-FKTP"_s;
        QTest::newRow("what can't be done") << u"cicil"_s << none << none << u"REHAB"_s;
        QTest::newRow("what can be done comes first") << u"a"_s << none << u"receipt"_s << none;
        QTest::newRow("nothing of it") << u"zzz"_s << none << none << none;
    }
    void typing()
    {
        QFETCH(QString, typed);
        QFETCH(QString, chosen);
        QFETCH(QString, acted);
        QFETCH(QString, asked);
        Desk desk;
        desk.type(typed);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.chosen.isEmpty() ? QString() : desk.chosen.last().first().toString(), chosen);
        QCOMPARE(desk.acted.isEmpty() ? QString() : desk.acted.last().first().toString(), acted);
        QCOMPARE(desk.asked.isEmpty() ? QString() : desk.asked.last().first().toString(), asked);
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.box.filter()->text().isEmpty());
        QVERIFY(desk.titles().contains(u"Tagihan dan pembayaran"_s));
    }

    void arrowsMoveOverHeadings()
    {
        Desk desk;
        QVERIFY(desk.titles().first().startsWith(u"# "_s));
        for (int i = 0; i < 3; ++i)
            desk.key(Qt::Key_Down); // receipt, facility, address: each under a heading of its own
        QVERIFY(!desk.box.list()->row(desk.box.list()->currentRow()).isHeading);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.chosen.size(), 1);
        QCOMPARE(desk.chosen.last().first().toString(), u"CHG-ALAMAT"_s);
        for (int i = 0; i < 9; ++i)
            desk.key(Qt::Key_Up);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.acted.size(), 1);
    }

    void aRowThatCantBeDoneTellsFromWhen()
    {
        Desk desk;
        desk.type(u"fktp"_s);
        const NoteRow &row = desk.box.list()->row(desk.box.list()->currentRow());
        QCOMPARE(row.mark, u"mulai 10 Apr 2022"_s);
        QCOMPARE(row.detail, u"Belum 3 bulan di FKTP sekarang"_s);
        QVERIFY(row.isQuiet);
    }

    void f1AsksWhyOfTheCurrentRow()
    {
        Desk desk;
        desk.type(u"alamat"_s);
        desk.key(Qt::Key_F1);
        QCOMPARE(desk.asked.size(), 1);
        QCOMPARE(desk.asked.last().first().toString(), u"CHG-ALAMAT"_s);
    }

    void aClickBeginsAndAClickOnTheMarkAsks()
    {
        Desk desk;
        desk.type(u"alamat"_s);
        NoteList *list = desk.box.list();
        const QRect row = list->visualRect(list->currentIndex());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(30, 12));
        QCOMPARE(desk.chosen.size(), 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.topRight() + QPoint(-30, 12));
        QCOMPARE(desk.chosen.size(), 1);
        QCOMPARE(desk.asked.size(), 1);
    }

    void followUps_data()
    {
        QTest::addColumn<FollowUp>("one");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("tone");
        const QDate today(2026, 11, 21);
        const QString kk = u"3174010101220001"_s;
        const auto add = [](const char *name, const FollowUp &one, const QString &words, Tone tone) {
            QTest::newRow(name) << one << words << int(tone);
        };
        add("payment today", {FollowUp::PaymentWindow, today, kk, {}, u"SARI DEWI"_s, {}},
            u"Sari Dewi | hari ini | pembayaran pertama"_s, Tone::Warning);
        add("payment late", {FollowUp::PaymentWindow, today.addDays(-3), kk, {}, u"SARI DEWI"_s, {}},
            u"Sari Dewi | lewat 3 hari | pembayaran pertama"_s, Tone::Danger);
        add("baby tomorrow", {FollowUp::BabyWithoutNik, today.addDays(1), kk, {}, u"BAYI NY. SARI"_s, {}},
            u"Bayi Ny. Sari | besok | NIK bayi"_s, Tone::Warning);
        add("letter", {FollowUp::SchoolLetter, QDate(2026, 12, 4), kk, {}, u"BIMA"_s, {}},
            u"Bima | 4 Des 2026 | surat sekolah habis masa berlaku"_s, Tone::Warning);
        add("term", {FollowUp::TermEnds, QDate(2026, 12, 4), kk, {}, {}, {}},
            u"KK 3174 0101 0122 0001 | 4 Des 2026 | masa jabatan atau kontrak berakhir"_s, Tone::Warning);
        add("promise", {FollowUp::DocumentPromised, today.addDays(-1), kk, u"d"_s, u"BIMA"_s, u"akta"_s},
            u"Bima | lewat 1 hari | dokumen yang dijanjikan: akta"_s, Tone::Danger);
        add("parked is never late",
            {FollowUp::Parked, today.addDays(-9), kk, u"d"_s, u"BIMA"_s, u"tanya KC"_s},
            u"Bima | 12 Nov 2026 | ditahan: tanya KC"_s, Tone::Neutral);
        add("to be decided",
            {FollowUp::Decision, today.addDays(1), kk, u"c"_s, u"BIMA"_s, {}, today.addDays(-2)},
            u"Bima | besok | perlu keputusan sejak 19 Nov 2026"_s, Tone::Warning);
        add("decision that is late",
            {FollowUp::Decision, today.addDays(-1), kk, u"c"_s, u"BIMA"_s, {}, today.addDays(-4)},
            u"Bima | lewat 1 hari | perlu keputusan sejak 17 Nov 2026, serahkan kepada penyelia"_s,
            Tone::Danger);
        add("returned", {FollowUp::CaseReturned, today, kk, u"c"_s, u"BIMA"_s, u"rejected: KK lain"_s},
            u"Bima | 21 Nov 2026 | Ditolak: KK lain"_s, Tone::Danger);
    }
    void followUps()
    {
        QFETCH(FollowUp, one);
        QFETCH(QString, words);
        QFETCH(int, tone);
        const NoteRow row = FollowUpCard::rowOf(one, QDate(2026, 11, 21));
        QCOMPARE(QStringList({row.title, row.mark, row.detail}).join(u" | "_s), words);
        QCOMPARE(int(row.tone), tone);
    }

    void oneKeyOpensWhatIsToBeLookedAfter()
    {
        FakeCounter office;
        FakeNavigator navigator;
        Case draft;
        draft.id = u"01960000-0000-7000-8000-000000000001"_s;
        office.savedDrafts.insert(draft.id, draft);
        office.records = {office.sampleCase(CaseState::NeedsCorrection)};
        const QDate today = office.today();
        office.followUpList
            = {{FollowUp::CaseReturned, today, u"1"_s, office.records.first().id.text(), {}, {}},
               {FollowUp::Parked, today, u"2"_s, draft.id, {}, {}},
               {FollowUp::PaymentWindow, today, u"3"_s, {}, {}, {}},
               {FollowUp::DocumentPromised, today, u"4"_s, u"gone"_s, {}, {}}};
        FollowUpCard card(office, navigator);
        card.reread();
        card.show();
        QVERIFY(QTest::qWaitForWindowActive(&card));
        auto *list = card.findChild<NoteList *>();
        list->setFocus();
        QCOMPARE(list->currentRow(), 0);
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(list, Qt::Key_Return);
            QTest::keyClick(list, Qt::Key_Down);
        }
        QCOMPARE(navigator.opened.size(), 1);
        QCOMPARE(navigator.opened.first().id, draft.id);
        QCOMPARE(navigator.went,
                 QStringList({u"correct "_s + office.records.first().id.text(), u"family 3"_s}));
        office.followUpList.clear();
        card.reread();
        QVERIFY(!list->isVisible());
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app);
    Language language;
    TestServiceList test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_servicelist.moc"
