// SPDX-License-Identifier: Apache-2.0
// What the centre sends back comes to the officer who made the case, at the field that must change: the real
// program on a real store, keys, its own synchronisation, and a centre that decides as every centre does.
#include "app/application.h"
#include "app/tour/hand.h"
#include "forms/casework/casedraft.h"
#include "forms/casework/casepage.h"
#include "forms/casework/membergrid.h"
#include "forms/casework/membermodel.h"
#include "forms/casework/noticebar.h"
#include "forms/common/inspect.h"
#include "forms/common/notelist.h"
#include "forms/common/office.h"
#include "forms/common/theme.h"
#include "forms/shell/casespage.h"
#include "forms/shell/mainwindow.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/fakes/fakeoffice.h"

#include <QApplication>
#include <QCheckBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <mutex>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20000;
const QDate kDay(2022, 3, 1);

/// The sync thread's line to a centre that the test looks into as well: one of them at a time.
class SharedLine final : public CentralLine
{
public:
    SharedLine(std::unique_ptr<CentralPort> centre, std::mutex &mutex)
        : CentralLine(*centre)
        , m_centre(std::move(centre))
        , m_mutex(mutex)
    {
    }
    Outcome<Welcome> hello(const CounterState &state) override
    {
        const std::lock_guard lock(m_mutex);
        return CentralLine::hello(state);
    }
    Outcome<SubmitReply> submit(const QList<Envelope> &list) override
    {
        const std::lock_guard lock(m_mutex);
        return CentralLine::submit(list);
    }
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds) override
    {
        const std::lock_guard lock(m_mutex);
        return CentralLine::changes(epoch, cursor, limit, waitSeconds);
    }
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override
    {
        const std::lock_guard lock(m_mutex);
        return CentralLine::lease(request);
    }

private:
    std::unique_ptr<CentralPort> m_centre;
    std::mutex &m_mutex;
};

FamilyView livingElsewhere(const Case &content)
{
    FamilyView family;
    family.kk = content.family.kk;
    family.segment = content.segment;
    family.careClass = 3;
    family.phone = content.family.phone;
    family.address = content.family.address;
    family.status = u"AKTIF"_s;
    family.revision = 1;
    for (const CaseMember &typed : content.family.members) {
        MemberView member;
        member.position = int(family.members.size());
        member.relation = typed.relation;
        member.nik = typed.nik;
        member.name = u"ORANG LAIN"_s;
        member.card = u"00009999000%1"_s.arg(member.position + 10);
        member.birthDate = QDate(1990, 1, 1);
        member.sex = typed.sex;
        member.status = family.status;
        family.members += member;
    }
    return family;
}

/// A counter of a centre, with its window, on a Tuesday.
struct Counter {
    FixedClock clock{kDay};
    QTemporaryDir dir;
    std::unique_ptr<FakeCentre> centre;
    std::mutex mutex; ///< before the centre is looked into
    FakeDialogs dialogs;
    std::unique_ptr<Application> application;
    Hand hand;

    /// `known`: families that the centre has and this counter has never heard of.
    explicit Counter(const QList<FamilyView> &known)
    {
        FakeOffice first(dir.path());
        centre = std::make_unique<FakeCentre>(clock, context());
        centre->seed(known);
        centre->addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
        first.enrol(*centre, u"0901"_s);
        m_device = first.device();
    }
    void open()
    {
        LaunchOptions options{dir.path(), kDay, {}};
        options.centre = [this](Store &, const Context &,
                                const std::atomic_bool *) -> Outcome<std::unique_ptr<CentralPort>> {
            return std::unique_ptr<CentralPort>(
                std::make_unique<SharedLine>(centre->connect(m_device), mutex));
        };
        application = must(Application::open(options, &dialogs));
        window().resize(1366, 768);
        window().show();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    MainWindow &window() { return application->window(); }
    Office &office() { return application->office(); }
    CasePage *page() { return qobject_cast<CasePage *>(window().casesPage()->current()); }
    NoteList *followUps() { return window().findChild<NoteList *>(u"followUps"_s); }

    /// The newest case of the counter.
    CaseRecord newest() { return must(office().cases(0, 1)).first(); }
    /// One synchronisation from beginning to end.
    void sync()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!office().syncState().isRunning, kPatience);
        office().startSync();
        QTRY_VERIFY_WITH_TIMEOUT(!office().syncState().isRunning, kPatience);
        QVERIFY(!office().syncState().failure);
    }
    /// Ctrl+Enter until it is saved: warnings are asked about once.
    void submit()
    {
        hand.press(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(0);
        if (!page()->isSubmitted())
            hand.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(page()->isSubmitted(), kPatience);
    }
    /// F6 until the focus is where `path` is typed; false: there is no problem there.
    bool goToProblemAt(const QString &path)
    {
        for (int i = 0; i < 20; ++i) {
            hand.press(Qt::Key_F6);
            if (const auto *grid = qobject_cast<MemberGrid *>(QApplication::focusWidget())) {
                const QString at = u"family.members[%1].nik"_s.arg(grid->currentIndex().row());
                if (grid->currentIndex().column() == MemberModel::Number && at == path)
                    return true;
            } else if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == path) {
                return true;
            }
        }
        return false;
    }
    void lookAround(const QString &name)
    {
        QTest::qWait(0);
        if (const QString pictures = qEnvironmentVariable("LOKET_PICTURES"); !pictures.isEmpty())
            window().grab().save(pictures + u"/correcting-"_s + name + u".png"_s);
        QStringList faults;
        for (const Finding &finding : inspectWindow(window()))
            faults += finding.line();
        QVERIFY2(faults.isEmpty(), qPrintable(name + u": "_s + faults.join(u'\n')));
    }

private:
    static const Context &context()
    {
        static FakeOffice rules; // a store of its own, for its rules and lists
        return rules.context();
    }
    QString m_device;
};

} // namespace

class TestCorrecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s));
    }

    void aCorrectionComesToItsMakerAtTheField()
    {
        const Case right = registration(1, 3);
        const Case other = registration(2, 3);
        const QString wrongNik = other.family.members.at(1).nik; // of somebody the centre knows
        const QString path = u"family.members[1].nik"_s;
        Counter counter({livingElsewhere(other)});
        counter.open();
        QCOMPARE(counter.office().officer().id, u"rina"_s);

        // Rina types the wife's NIK, and mistakes it for another.
        Case typed = right;
        typed.family.members[1].nik.clear();
        counter.window().openCase(typed);
        QVERIFY(counter.page());
        QVERIFY(counter.goToProblemAt(path));
        counter.hand.enter(wrongNik);
        counter.submit();
        const CaseRecord sent = counter.newest();
        QCOMPARE(sent.officer, u"rina"_s);
        QCOMPARE(sent.content.family.members.at(1).nik, wrongNik);

        // She goes on with something else; the verdict comes by itself and takes nothing from her.
        counter.hand.press(Qt::Key_F2);
        QWidget *const focus = QApplication::focusWidget();
        QSignalSpy verdicts(&counter.office(), &Office::verdictsCame);
        counter.sync();
        QTRY_COMPARE_WITH_TIMEOUT(counter.newest().state, CaseState::NeedsCorrection, kPatience);
        QTRY_COMPARE(verdicts.size(), 1);
        QVERIFY2(counter.window().toastText().contains(u"Perlu perbaikan"_s),
                 qPrintable(counter.window().toastText()));
        QCOMPARE(QApplication::focusWidget(), focus);
        const Delivery said = must(counter.office().delivery(sent.id.text()));
        QCOMPARE(said.verdictPath, path);
        QCOMPARE(said.verdictCode, u"nik.registered"_s);

        // It is not Sari's, and the supervisor sees whose it is.
        counter.office().setOfficer(u"sari"_s);
        QTRY_COMPARE(counter.followUps()->rows(), 0);
        counter.office().setOfficer(u"budi"_s);
        QTRY_COMPARE(counter.followUps()->rows(), 1);
        QVERIFY2(counter.followUps()->row(0).detail.startsWith(u"kasus Rina Amelia · Perlu perbaikan"_s),
                 qPrintable(counter.followUps()->row(0).detail));
        counter.office().setOfficer(u"rina"_s);
        QTRY_COMPARE(counter.followUps()->rows(), 1);
        QVERIFY2(counter.followUps()->row(0).detail.startsWith(u"Perlu perbaikan: NIK sudah terdaftar"_s),
                 qPrintable(counter.followUps()->row(0).detail));
        counter.lookAround(u"home"_s);

        // One key from the search field, one more opens it: the cursor is in that very field.
        counter.hand.press(Qt::Key_F2);
        counter.hand.press(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), counter.followUps());
        counter.hand.press(Qt::Key_Return);
        QTRY_VERIFY(counter.page() && !counter.page()->isSubmitted());
        QCOMPARE(counter.page()->draft().content().corrects, sent.id.text());
        auto *grid = qobject_cast<MemberGrid *>(QApplication::focusWidget());
        QVERIFY2(grid, "the focus is not among the members");
        QCOMPARE(grid->currentIndex().row(), 1);
        QCOMPARE(grid->currentIndex().column(), int(MemberModel::Number));
        const QString beside = grid->currentIndex().data(MemberModel::ProblemRole).toString();
        QVERIFY2(beside.contains(u"NIK sudah terdaftar sebagai peserta"_s), qPrintable(beside));
        QVERIFY(counter.page()->findChild<NoticeBar *>()->text().contains(u"NIK sudah terdaftar"_s));
        counter.lookAround(u"field"_s);

        // She puts it right; nothing reminds of the old one any more.
        counter.hand.enter(right.family.members.at(1).nik);
        counter.page()->draft().assessNow();
        for (const Problem &problem : counter.page()->draft().assessment().problems)
            QVERIFY2(!problem.args.contains("centre"_L1), "still told");
        QVERIFY(counter.goToProblemAt(u"consent"_s)); // the family agrees anew
        counter.hand.press(Qt::Key_Space);
        counter.submit();
        QCOMPARE(counter.newest().content.corrects, sent.id.text());
        counter.hand.press(Qt::Key_F2);
        QTRY_COMPARE(counter.followUps()->rows(), 0); // as soon as it is on disk
        counter.sync();
        QTRY_COMPARE_WITH_TIMEOUT(counter.newest().state, CaseState::Accepted, kPatience);
        settled(counter, right);
    }

    void aRejectionShowsItsReasonAndWhatIsPossible()
    {
        const Case content = registration(1, 2);
        Counter counter({livingElsewhere(content)}); // that family card is taken
        counter.open();
        counter.window().openCase(content);
        counter.submit();
        counter.hand.press(Qt::Key_F2);
        counter.sync();
        QTRY_COMPARE_WITH_TIMEOUT(counter.newest().state, CaseState::Rejected, kPatience);
        QTRY_COMPARE(counter.followUps()->rows(), 1);
        const CaseRecord rejected = counter.newest();

        // Asked what to do: the wrong number may have been typed.
        counter.dialogs.choiceAnswer = u"correct"_s;
        counter.hand.press(Qt::Key_F2);
        counter.hand.press(Qt::Key_Down);
        counter.hand.press(Qt::Key_Return);
        QCOMPARE(counter.dialogs.asked, QStringList{u"Ditolak oleh pusat"_s});
        QVERIFY2(counter.dialogs.lastText.contains(u"KK ini sudah terdaftar"_s),
                 qPrintable(counter.dialogs.lastText));
        QTRY_VERIFY(counter.page() && !counter.page()->isSubmitted());
        QCOMPARE(counter.page()->draft().content().corrects, rejected.id.text());
        counter.hand.press(Qt::Key_W, Qt::ControlModifier);

        // Or nothing is to be registered: it leaves the list, and the centre hears of it.
        counter.dialogs.choiceAnswer = u"letGo"_s;
        counter.dialogs.reasonAnswer = u"Sudah terdaftar"_s;
        counter.hand.press(Qt::Key_F2);
        QTRY_VERIFY(counter.followUps()->rows() > 0);
        counter.followUps()->setFocus();
        counter.hand.press(Qt::Key_Return);
        QTRY_COMPARE(counter.window().toastText(), u"Kasus ini batal."_s);
        QTRY_COMPARE_WITH_TIMEOUT(must(counter.office().caseById(rejected.id.text()))->state, CaseState::Void,
                                  kPatience);
        QTRY_COMPARE(counter.followUps()->rows(), 0);
        counter.sync();
        QTRY_COMPARE_WITH_TIMEOUT(counter.newest().state, CaseState::Accepted, kPatience); // its VOID
        const std::lock_guard lock(counter.mutex);
        QCOMPARE(must(counter.centre->book().verdict(rejected.id.text())), CaseState::Void);
        QCOMPARE(must(counter.centre->book().family(content.family.kk))->members.first().name,
                 u"ORANG LAIN"_s); // who was there is as before
    }

private:
    /// The family is the centre's and the counter's, nothing waits, nobody is needed.
    static void settled(Counter &counter, const Case &right)
    {
        counter.sync();
        const auto family = must(counter.office().family(right.family.kk));
        QVERIFY(family);
        QVERIFY(family->pendingCase.isEmpty());
        QCOMPARE(family->members.size(), right.family.members.size());
        QCOMPARE(family->members.at(1).nik, right.family.members.at(1).nik);
        QVERIFY(must(counter.office().outbox(OutboxFilter::Waiting, 0, 10)).isEmpty());
        QVERIFY(must(counter.office().outbox(OutboxFilter::NeedsPerson, 0, 10)).isEmpty());
        QVERIFY(must(counter.office().drafts()).isEmpty());
        const std::lock_guard lock(counter.mutex);
        const auto atCentre = must(counter.centre->book().family(right.family.kk));
        QVERIFY(atCentre);
        QCOMPARE(atCentre->members.at(1).nik, right.family.members.at(1).nik);
        QCOMPARE(atCentre->members.at(1).card, family->members.at(1).card);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app);
    TestCorrecting test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_correcting.moc"
