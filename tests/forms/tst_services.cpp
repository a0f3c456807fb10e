// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casedraft.h"
#include "forms/casework/casefield.h"
#include "forms/casework/casepage.h"
#include "forms/casework/casesection.h"
#include "forms/casework/casesummary.h"
#include "forms/casework/knownfamily.h"
#include "forms/casework/memberchooser.h"
#include "forms/casework/membergrid.h"
#include "forms/casework/membermodel.h"
#include "forms/casework/memberpath.h"
#include "forms/casework/noteedit.h"
#include "forms/casework/noticebar.h"
#include "forms/common/actcounter.h"
#include "forms/common/language.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "model/domain/casefields.h"
#include "model/rulebook/codes.h"
#include "tests/fakes/editionpatch.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/forms/fakecaseport.h"
#include "tests/forms/fakenavigator.h"
#include "tests/forms/knownfamilies.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

using Data = QHash<QString, QString>;

/// A page over the real rules and some known families.
struct Counter {
    explicit Counter(const Case &start,
                     std::shared_ptr<const RulebookLibrary> rulebooks = RulebookLibrary::builtIn())
    {
        static const auto kRegions = RegionIndex::load();
        auto made = std::make_unique<FakeCasePort>(KnownFamilies::today());
        port = made.get();
        port->rulebooks = std::move(rulebooks);
        port->families = known.families;
        if (kRegions)
            port->regionIndex = kRegions.value();
        port->assessor = [this](const Case &content) {
            Context context;
            context.rulebooks = port->rulebooks.get();
            context.today = port->today();
            context.regions = port->regions();
            context.facilities = port->facilities();
            context.lookup = &known;
            return assess(content, context);
        };
        page = std::make_unique<CasePage>(start, std::move(made), navigator, dialogs);
        page->resize(1290, 694);
        page->show();
        // The window's key.
        auto *submit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), page.get());
        QObject::connect(submit, &QShortcut::activated, page.get(), [this] { page->perform(Act::Submit); });
        isReady = QTest::qWaitForWindowActive(page.get());
        page->cameToFront();
    }
    const Assessment &assessment() const { return page->draft().assessment(); }
    QString problems() const
    {
        QStringList words = {decisionWord(assessment().decision)};
        for (const Problem &problem : assessment().problems)
            words << problem.path + u": "_s + problem.code;
        for (const DocumentNeed &need : assessment().documents) {
            if (need.required && !need.seen)
                words << u"not seen: "_s + need.code;
        }
        return words.join(u"; "_s);
    }

    KnownFamilies known;
    FakeNavigator navigator;
    FakeDialogs dialogs;
    FakeCasePort *port = nullptr;
    std::unique_ptr<CasePage> page;
    bool isReady = false;
};

/// An officer with a keyboard who knows the data and goes where the focus leads.
class Clerk
{
public:
    Clerk(CasePage &page, Data data)
        : m_page(page)
        , m_data(std::move(data))
    {
    }

    /// Fills until the focus stands on the button that submits. False: it never got there.
    bool fill()
    {
        for (int step = 0; step < 120; ++step) {
            QWidget *now = QApplication::focusWidget();
            if (!now)
                return false;
            const QString name = now->objectName();
            m_way << name;
            if (name == u"submitCase")
                return true;
            if (auto *grid = qobject_cast<MemberGrid *>(now))
                fillCell(*grid);
            else if (name == u"memberCell")
                key(Qt::Key_Return);
            else if (qobject_cast<MemberChooser *>(now) && m_data.contains(name))
                type(m_data.value(name)); // one figure is enough
            else if (name == u"consent")
                agree(*now);
            else if (name == u"document")
                key(Qt::Key_Return);
            else if (name == u"reason")
                answer(u"diperiksa pada aslinya"_s);
            else
                answer(m_data.value(name));
        }
        return false;
    }
    QString way() const { return m_way.join(u" > "_s); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const QString &text)
    {
        for (const QChar c : text) {
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(c),
                                Qt::NoModifier);
            QCoreApplication::processEvents();
        }
    }

private:
    void answer(const QString &text)
    {
        type(text);
        key(Qt::Key_Return);
    }
    void agree(const QWidget &box)
    {
        if (!qobject_cast<const QCheckBox *>(&box)->isChecked())
            key(Qt::Key_Space);
        key(Qt::Key_Return);
    }
    void fillCell(MemberGrid &grid)
    {
        const QModelIndex at = grid.currentIndex();
        const QString path = memberPath(at.row(), MemberModel::fieldOf(at.column()));
        answer(m_page.draft().text(path).isEmpty() ? m_data.value(path) : QString());
    }

    CasePage &m_page;
    Data m_data;
    QStringList m_way;
};

Case on(const char16_t *service, const char16_t *kk, const KnownFamilies &known,
        const RulebookLibrary &rulebooks = *RulebookLibrary::builtIn())
{
    Case content;
    content.service = QString::fromUtf16(service);
    content.date = KnownFamilies::today();
    content.channel = u"MCS"_s;
    if (kk)
        putFamily(content, rulebooks.on(content.date),
                  *known.family(QString::fromUtf16(kk), {}, content.date, {}), {});
    return content;
}

Data registration(Data more)
{
    const Data family = {{u"family.kk"_s, u"3174010101220077"_s},
                         {u"family.class"_s, u"2"_s},
                         {u"family.phone"_s, u"081234567890"_s},
                         {u"family.email"_s, u"budi@example.id"_s},
                         {u"family.address.line"_s, u"Jl. Tebet Raya 1"_s},
                         {u"family.address.rt"_s, u"1"_s},
                         {u"family.address.rw"_s, u"2"_s},
                         {u"family.address.village"_s, u"tebet timur"_s},
                         {u"family.address.postcode"_s, u"12820"_s},
                         {u"family.bank.code"_s, u"bri"_s},
                         {u"family.bank.account"_s, u"002301012345501"_s},
                         {u"family.members[0].nik"_s, u"3174010203800077"_s},
                         {u"family.members[0].name"_s, u"budi santoso"_s},
                         {u"family.members[0].birthPlace"_s, u"jakarta"_s},
                         {u"family.members[0].marital"_s, u"b"_s},
                         {u"family.members[0].fktp"_s, u"03010701"_s}};
    more.insert(family);
    return more;
}

Data newMember(const QString &relation, const QString &nik, const QString &name, Data more = {})
{
    const Data member = {{u"family.members[0].relation"_s, relation},
                         {u"family.members[0].nik"_s, nik},
                         {u"family.members[0].name"_s, name},
                         {u"family.members[0].birthPlace"_s, u"jakarta"_s},
                         {u"family.members[0].marital"_s, u"b"_s}};
    more.insert(member);
    return more;
}

} // namespace

/// Every service of the counter, done on the page by keys.
class TestServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_language.set(u"id"_s); }

    void byKeys_data()
    {
        QTest::addColumn<Case>("start");
        QTest::addColumn<Data>("data");
        const KnownFamilies known;
        const auto row = [&known](const char16_t *service, const char16_t *kk, const Data &data,
                                  const char16_t *segment = nullptr) {
            Case start = on(service, kk, known);
            if (segment)
                start.segment = QString::fromUtf16(segment);
            // Where an officer sits: PANDAWA and the Care Center see no documents on a desk.
            for (const QString &channel : {u"KC"_s, u"KLOK"_s, u"MPP"_s, u"MCS"_s}) {
                start.channel = channel;
                const Facts facts{{u"service"_s, start.service}, {u"channel"_s, channel}};
                const auto offer = RulebookLibrary::builtIn()
                                       ->on(start.date)
                                       .table(u"channels"_s)
                                       .first(facts, start.date, nullptr);
                if (offer && offer->flag(u"offered"_s))
                    QTest::newRow(qPrintable(start.service + u' ' + channel)) << start << data;
            }
        };
        const char16_t *paying = KnownFamilies::kPaying;
        row(u"REG-PPUPN", nullptr,
            registration({{u"details.nip"_s, u"198003022005011001"_s},
                          {u"details.office"_s, u"Dinas Pendidikan"_s},
                          {u"details.wage"_s, u"6 jt"_s}}),
            u"PPU-PN.PNS-DAE");
        row(u"REG-PPUBU", nullptr,
            registration({{u"details.employer"_s, u"PT Maju"_s}, {u"details.wage"_s, u"5000000"_s}}),
            u"PPU-BU.SWASTA");
        row(u"REG-BPPN", nullptr,
            registration({{u"details.pensionNo"_s, u"KARIP-77"_s}, {u"details.pension"_s, u"3.000.000"_s}}),
            u"BP-PN.PENSIUN");
        Data pemda = registration({{u"details.agreement"_s, u"PKS 12/2022"_s}});
        pemda[u"family.class"_s] = u"3"_s;
        row(u"REG-PDPEMDA", nullptr, pemda, u"PDPEMDA");
        row(u"REG-KOL", nullptr,
            {{u"details.collectiveKind"_s, u"panti"_s},
             {u"details.organisation"_s, u"Panti Kasih"_s},
             {u"details.picName"_s, u"dewi"_s},
             {u"details.picPhone"_s, u"081234567891"_s},
             {u"details.people"_s, u"24"_s}});
        row(u"REG-PPUPN-KOL", nullptr,
            {{u"details.office"_s, u"Pemkab Garut"_s},
             {u"details.picName"_s, u"dewi"_s},
             {u"details.picPhone"_s, u"081234567891"_s},
             {u"details.people"_s, u"240"_s}});
        row(u"REG-BU", nullptr,
            {{u"details.entityKind"_s, u"cv"_s},
             {u"details.entityName"_s, u"CV Maju"_s},
             {u"details.entityAddress"_s, u"Jl. Asia Afrika 1"_s},
             {u"details.entityPhone"_s, u"0221234567"_s},
             {u"details.entityEmail"_s, u"cv@example.id"_s},
             {u"details.licenceState"_s, u"izin berlaku"_s},
             {u"details.licence"_s, u"NIB 123"_s},
             {u"details.npwp"_s, u"012345678901000"_s},
             {u"details.ownerName"_s, u"dewi"_s},
             {u"details.contactName"_s, u"rudi"_s},
             {u"details.contactPhone"_s, u"081234567891"_s}});
        row(u"NEWBORN", paying,
            newMember(u"a"_s, {}, u"bayi ny. sari"_s,
                      {{u"family.members[0].birthDate"_s, u"10062022"_s},
                       {u"family.members[0].sex"_s, u"l"_s},
                       {u"details.motherMember"_s, u"2"_s}}));
        row(u"FAM-ADD", paying, newMember(u"a"_s, u"3174010304120077"_s, u"dimas wijaya"_s));
        row(u"MUT-SEG", KnownFamilies::kWorker,
            {{u"details.newSegment"_s, u"pekerja mandiri"_s},
             {u"details.newClass"_s, u"3"_s},
             {u"details.lastCovered"_s, u"0522"_s},
             {u"family.bank.code"_s, u"bri"_s},
             {u"family.bank.account"_s, u"002301012345501"_s}});
        row(u"FAM-DEL-DEATH", paying,
            {{u"details.member"_s, u"2"_s},
             {u"details.died"_s, u"1-6-22"_s},
             {u"details.deathSource"_s, u"keluarga"_s}});
        row(u"FAM-DEL-DIVORCE", paying,
            {{u"details.member"_s, u"2"_s}, {u"details.divorced"_s, u"01062022"_s}});
        row(u"FAM-HEAD", paying,
            {{u"details.newHead"_s, u"2"_s},
             {u"details.headReason"_s, u"pecah"_s},
             {u"details.newKk"_s, u"3174010101220099"_s},
             {u"details.leaving"_s, u"1, 3"_s}});
        row(u"CHG-KEPENDUDUKAN", paying,
            {{u"details.member"_s, u"4"_s}, {u"details.newName"_s, u"citra w"_s}});
        row(u"CHG-ALAMAT", paying,
            {{u"details.addressLine"_s, u"Jl. Manggarai 2"_s},
             {u"details.addressRt"_s, u"3"_s},
             {u"details.addressRw"_s, u"4"_s},
             {u"details.addressVillage"_s, u"tebet barat"_s},
             {u"details.addressPostcode"_s, u"12810"_s}});
        row(u"CHG-KONTAK", paying, {{u"details.newPhone"_s, u"081299998888"_s}});
        row(u"CHG-KELAS-PBPU", paying, {{u"details.newClass"_s, u"2"_s}});
        row(u"CHG-KELAS-PPU", KnownFamilies::kWorker,
            {{u"details.newWage"_s, u"9 juta"_s}, {u"details.newClass"_s, u"1"_s}});
        row(u"CHG-FKTP", paying, {{u"details.member"_s, u"3"_s}, {u"details.newFktp"_s, u"0138U020"_s}});
        row(u"AUTODEBIT", paying,
            {{u"family.bank.code"_s, u"bni"_s},
             {u"family.bank.account"_s, u"0123456789"_s},
             {u"details.holderRelation"_s, u"kepala"_s},
             {u"details.debitPhone"_s, u"081234567890"_s}});
        row(u"REHAB", KnownFamilies::kOwing, {{u"details.stages"_s, u"4"_s}});
        row(u"KIS-PRINT", paying,
            {{u"details.member"_s, u"3"_s}, {u"details.printReason"_s, u"tidak punya HP"_s}});
        row(u"KIS-REPRINT", paying,
            {{u"details.member"_s, u"3"_s}, {u"details.reprintReason"_s, u"hilang"_s}});
        row(u"PAY", KnownFamilies::kOwing,
            {{u"details.payMonths"_s, u"9"_s},
             {u"details.amount"_s, u"1260000"_s},
             {u"details.payChannel"_s, u"bank"_s},
             {u"details.proof"_s, u"BRI-1"_s}});
        row(u"INFO", paying, {{u"details.topic"_s, u"tagihan"_s}});
        row(u"COMPLAINT", paying,
            {{u"details.complaintKind"_s, u"saran"_s},
             {u"details.complaintForm"_s, u"lisan"_s},
             {u"details.subject"_s, u"antrean"_s},
             {u"details.text"_s, u"Tambah kursi"_s},
             {u"details.contact"_s, u"081234567890"_s}});
        row(u"DONASI", paying,
            {{u"details.donor"_s, u"perorangan"_s},
             {u"details.donorName"_s, u"Hamba Allah"_s},
             {u"details.donorId"_s, u"3174010203800001"_s},
             {u"details.donorPhone"_s, u"081234567890"_s},
             {u"details.donorMonths"_s, u"12"_s},
             {u"details.people"_s, u"3"_s},
             {u"family.bank.code"_s, u"bri"_s},
             {u"family.bank.account"_s, u"002301012345501"_s}});
        row(u"PHK", KnownFamilies::kWorker,
            {{u"details.dismissed"_s, u"1-6-2022"_s},
             {u"details.dismissalKind"_s, m_anyDismissal},
             {u"details.proofNo"_s, u"PB-1"_s}});
    }

    void byKeys()
    {
        QFETCH(Case, start);
        QFETCH(Data, data);
        Counter counter(start);
        QVERIFY(counter.isReady);
        ActCounter acts;
        Clerk clerk(*counter.page, data);
        const bool isThere = clerk.fill();
        picture(*counter.page, start.service);
        QVERIFY2(isThere, qPrintable(clerk.way() + u" | "_s + counter.problems()));
        counter.page->draft().assessNow();
        QVERIFY2(counter.assessment().decision == Decision::Ready,
                 qPrintable(counter.problems() + u" | "_s + clerk.way()));
        for (int i = 0; i < 6 && counter.port->submitted.isEmpty(); ++i) {
            clerk.key(Qt::Key_Return, Qt::ControlModifier);
            if (counter.port->submitted.isEmpty() && QApplication::focusWidget()
                && QApplication::focusWidget()->objectName() == u"reason") {
                clerk.type(u"diperiksa pada aslinya"_s);
                clerk.key(Qt::Key_Return);
            }
        }
        QCOMPARE(counter.port->submitted.size(), 1);
        qInfo("%-16s acts beyond the data: %2d, characters: %d", qPrintable(start.service), acts.acts(),
              acts.typed());
        const Case sent = counter.port->submitted.first();
        QCOMPARE(sent.service, start.service);
        Submitted answer;
        answer.kind = Submitted::Kind::Saved;
        answer.record = recordOf(counter, sent);
        counter.port->answerSubmit(Outcome<Submitted>(answer));
        QTRY_VERIFY(counter.page->isSubmitted());
        picture(*counter.page, start.service + u"-saved"_s);
    }

    /// A case without a family asks for one first; whoever was looked for is the member concerned.
    void familyIsAskedFor()
    {
        Case start = on(u"CHG-KEPENDUDUKAN", nullptr, KnownFamilies());
        Counter counter(start);
        Clerk clerk(*counter.page, {});
        QCOMPARE(focused(), u"findFamily"_s);
        QVERIFY(!counter.page->findChild<QWidget *>(u"withoutFamily"_s)->isVisible());
        clerk.type(u"bagus"_s);
        clerk.key(Qt::Key_Return);
        const Case &content = counter.page->draft().content();
        QCOMPARE(content.family.kk, QString::fromUtf16(KnownFamilies::kPaying));
        QCOMPARE(content.segment, u"PBPU.MANDIRI"_s);
        QCOMPARE(fieldText(content, u"details.baseRevision"_s), u"7"_s);
        const MemberView &bagus = counter.known.families.first().members.at(2);
        QCOMPARE(fieldText(content, u"details.member"_s), memberKey(bagus));
        QCOMPARE(focused(), u"details.newNik"_s);

        auto *page = counter.page.get();
        page->draft().undoStack().undo();
        QVERIFY(page->draft().content().family.kk.isEmpty());
        QTRY_VERIFY(page->findChild<QWidget *>(u"findFamily"_s)->isVisible());
    }

    void aCaseMayBeAboutNoFamily()
    {
        Counter counter(on(u"INFO", nullptr, KnownFamilies()));
        Clerk clerk(*counter.page, {{u"details.topic"_s, u"tagihan"_s}});
        QCOMPARE(focused(), u"findFamily"_s);
        clerk.key(Qt::Key_Return); // nothing typed: goes on without a family
        QVERIFY(!counter.page->findChild<QWidget *>(u"findFamily"_s)->isVisible());
        QVERIFY2(clerk.fill(), qPrintable(clerk.way()));
        counter.page->draft().assessNow();
        QVERIFY2(counter.assessment().decision == Decision::Ready, qPrintable(counter.problems()));
        QVERIFY(!counter.page->findChild<QWidget *>(u"consent"_s));
        QVERIFY(!counter.page->findChild<QWidget *>(u"documents"_s)->isVisible());
    }

    /// By number, by part of the name, by arrow keys; taken by Enter and by Tab.
    void aMemberIsChosenByKeys_data()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<int>("member");
        QTest::newRow("number") << QList<int>{Qt::Key_3} << 2;
        QTest::newRow("name") << QList<int>{Qt::Key_C, Qt::Key_I, Qt::Key_Return} << 3;
        QTest::newRow("second word") << QList<int>{Qt::Key_D, Qt::Key_E, Qt::Key_Tab} << 1;
        QTest::newRow("arrows") << QList<int>{Qt::Key_Down, Qt::Key_Return} << 1;
        QTest::newRow("arrows, Tab") << QList<int>{Qt::Key_Down, Qt::Key_Down, Qt::Key_Tab} << 2;
        QTest::newRow("wrong letters stay out")
            << QList<int>{Qt::Key_B, Qt::Key_X, Qt::Key_A, Qt::Key_Return} << 2;
    }
    void aMemberIsChosenByKeys()
    {
        QFETCH(QList<int>, keys);
        QFETCH(int, member);
        Counter counter(on(u"KIS-REPRINT", KnownFamilies::kPaying, KnownFamilies()));
        QCOMPARE(focused(), u"details.member"_s);
        Clerk clerk(*counter.page, {});
        for (const int key : keys)
            clerk.key(Qt::Key(key));
        QCOMPARE(counter.page->draft().text(u"details.member"_s),
                 memberKey(counter.known.families.first().members.at(member)));
        QCOMPARE(focused(), u"details.reprintReason"_s);
    }

    /// What is asked only of some appears and goes with what was typed.
    void conditionalFieldsComeAndGo()
    {
        Counter counter(on(u"FAM-HEAD", KnownFamilies::kPaying, KnownFamilies()));
        Clerk clerk(*counter.page, {});
        auto *newKk = counter.page->findChild<QWidget *>(u"details.newKk"_s);
        QVERIFY(newKk && !newKk->isVisible());
        clerk.type(u"2"_s);
        clerk.type(u"pecah"_s);
        clerk.key(Qt::Key_Return);
        QVERIFY(newKk->isVisible());
        QCOMPARE(focused(), u"details.newKk"_s);
        auto *reason = counter.page->findChild<QLineEdit *>(u"details.headReason"_s);
        reason->setFocus(Qt::TabFocusReason);
        reason->selectAll();
        clerk.type(u"cerai"_s);
        clerk.key(Qt::Key_Return);
        QVERIFY(!newKk->isVisible());
    }

    void oldValuesStandBesideNewOnes()
    {
        Counter counter(on(u"CHG-ALAMAT", KnownFamilies::kPaying, KnownFamilies()));
        for (const auto &[path, words] :
             {std::pair(u"details.addressLine"_s, u"Jl. Tebet Raya 1"_s),
              {u"details.addressRt"_s, u"001"_s},
              {u"details.addressVillage"_s, u"Tebet Timur, Tebet, Jakarta Selatan"_s}}) {
            auto *editor = counter.page->findChild<QWidget *>(path);
            QVERIFY(editor);
            QVERIFY2(editor->accessibleDescription().contains(words),
                     qPrintable(editor->accessibleDescription()));
        }
    }

    void aDraftIsPutAside()
    {
        Counter counter(on(u"CHG-ALAMAT", KnownFamilies::kPaying, KnownFamilies()));
        Clerk clerk(*counter.page, {});
        clerk.type(u"Jl. Manggarai 2"_s);
        QSignalSpy closed(counter.page.get(), &CaseTab::closeRequested);
        counter.page->findChild<QAction *>(u"parkCase"_s)->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget *dialog = QApplication::activeModalWidget();
        QTRY_COMPARE(focused(), u"parkNote"_s);
        clerk.type(u"KTP menyusul"_s);
        clerk.key(Qt::Key_Return);
        clerk.type(u"20062022"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(closed.size(), 1);
        const QString id = counter.page->caseId();
        QCOMPARE(counter.port->around, QStringList{u"park %1 KTP menyusul 2022-06-20"_s.arg(id)});
        QCOMPARE(counter.port->saved.last().details.value("addressLine"_L1).toString(), u"Jl. Manggarai 2"_s);
        QCOMPARE(counter.navigator.sheets.size(), 1);
        QStringList words;
        for (const SheetSection &section : counter.navigator.sheets.first().sections) {
            words << section.texts;
            for (const SheetSection::Line &line : section.lines)
                words << line.value;
        }
        const QString sheet = words.join(u'\n');
        for (const QString &part :
             {codeLabel(u"document"_s, u"KTP-OR-KK"_s), u"KTP menyusul"_s, u"20 Jun 2022"_s})
            QVERIFY2(sheet.contains(part), qPrintable(sheet));
    }

    void aDraftIsHandedOver()
    {
        Counter counter(on(u"CHG-KONTAK", KnownFamilies::kPaying, KnownFamilies()));
        counter.port->others = {{u"budi"_s, u"Budi"_s, u"petugas"_s}, {u"sita"_s, u"Sita"_s, u"petugas"_s}};
        counter.dialogs.choiceAnswer = u"sita"_s;
        QSignalSpy closed(counter.page.get(), &CaseTab::closeRequested);
        counter.page->findChild<QAction *>(u"handOverCase"_s)->trigger();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(counter.port->around, QStringList{u"hand over %1 sita"_s.arg(counter.page->caseId())});
    }

    void aSavedCaseIsTakenBackOrCorrected()
    {
        Counter counter(on(u"CHG-KONTAK", KnownFamilies::kPaying, KnownFamilies()));
        Clerk clerk(*counter.page, {{u"details.newPhone"_s, u"081299998888"_s}});
        QVERIFY(clerk.fill());
        clerk.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(counter.port->submitted.size(), 1);
        Submitted answer;
        answer.kind = Submitted::Kind::Saved;
        answer.record = recordOf(counter, counter.port->submitted.first());
        counter.port->stored = answer.record;
        counter.port->answerSubmit(Outcome<Submitted>(answer));
        QTRY_VERIFY(counter.page->isSubmitted());
        const auto button
            = [&counter](const QString &name) { return counter.page->findChild<QPushButton *>(name); };
        QVERIFY(button(u"voidCase"_s)->isVisible());

        button(u"correctCase"_s)->click();
        QCOMPARE(counter.navigator.opened.size(), 1);
        QCOMPARE(counter.navigator.opened.first().corrects, counter.page->caseId());

        counter.port->voidProblem = u"void.sent"_s;
        button(u"voidCase"_s)->click();
        QTRY_COMPARE(counter.dialogs.asked.size(), 2); // the reason, and why not
        QVERIFY(button(u"voidCase"_s)->isVisible());
        counter.port->voidProblem.clear();
        button(u"voidCase"_s)->click();
        QTRY_VERIFY(!button(u"voidCase"_s)->isVisible());
        QVERIFY(!button(u"correctCase"_s)->isVisible());
        QCOMPARE(counter.port->around.last(),
                 u"void %1 %2"_s.arg(counter.page->caseId(), counter.dialogs.reasonAnswer));
    }

    void aRelatedFamilyStartsFromThisOne()
    {
        Counter counter(on(u"CHG-KONTAK", KnownFamilies::kPaying, KnownFamilies()));
        counter.page->findChild<QAction *>(u"startRelated"_s)->trigger();
        QCOMPARE(counter.navigator.opened.size(), 1);
        const Case &related = counter.navigator.opened.first();
        QCOMPARE(related.service, u"REG-PBPU"_s);
        QCOMPARE(related.family.address.line, u"Jl. Tebet Raya 1"_s);
        QCOMPARE(related.family.phone, u"081234567890"_s);
        QVERIFY(related.family.kk.isEmpty() && related.family.members.isEmpty() && related.id.isEmpty());
    }

    /// A service that no counter offers says why and where to go, and prints it.
    void whatIsDoneElsewhereSaysSo_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("says");
        QTest::newRow("REG-PBI") << u"REG-PBI"_s << u"KC"_s << u"Dinas Sosial"_s;
        QTest::newRow("REG-BU") << u"REG-BU"_s << u"MCS"_s << u"OSS"_s;
        QTest::newRow("REG-KOL") << u"REG-KOL"_s << u"MPP"_s << codeLabel(u"channel"_s, u"KC"_s);
    }
    void whatIsDoneElsewhereSaysSo()
    {
        QFETCH(QString, service);
        QFETCH(QString, channel);
        QFETCH(QString, says);
        Case start;
        start.service = service;
        start.channel = channel;
        start.date = KnownFamilies::today();
        Counter counter(start);
        picture(*counter.page, u"elsewhere-"_s + service);
        QVERIFY(counter.page->findChild<QLabel *>(u"elsewhereWhere"_s)->text().contains(says));
        QCOMPARE(focused(), u"printElsewhere"_s);
        Clerk(*counter.page, {}).key(Qt::Key_Space);
        QCOMPARE(counter.navigator.sheets.size(), 1);
    }

    /// Nothing but rows of the rulebook: the fields and documents of a service that nobody has programmed.
    void anInventedServiceNeedsOnlyRows()
    {
        EditionPatch patch;
        const auto add = [&patch](const QString &file, const Data &cells) {
            QStringList row;
            for (const QString &column : patch.header(file)) {
                const QString cell = cells.value(column);
                row << (cell.contains(u',') ? u'"' + cell + u'"' : cell);
            }
            const QList<int> lines = patch.rowLines(file);
            patch.insertLine(file, lines.first() - 1, row.join(u','));
        };
        const auto addField = [&add](const QString &name, const QString &kind, const QString &label) {
            add(u"fields.csv"_s,
                {{u"id"_s, u"detail."_s + name},
                 {u"path"_s, u"details."_s + name},
                 {u"kind"_s, kind},
                 {u"labelId"_s, label},
                 {u"labelEn"_s, label},
                 {u"source"_s, u"uji"_s}});
        };
        addField(u"bicycles"_s, u"number"_s, u"Jumlah sepeda"_s);
        addField(u"cycling"_s, u"month"_s, u"Bersepeda sejak"_s);
        addField(u"helmet"_s, u"flag"_s, u"Punya helm"_s);
        addField(u"helmetNote"_s, u"note"_s, u"Keterangan helm"_s);
        add(u"services.csv"_s,
            {{u"code"_s, u"CYCLIST"_s},
             {u"nameId"_s, u"Pesepeda sehat"_s},
             {u"nameEn"_s, u"Healthy cyclist"_s},
             {u"group"_s, u"member"_s},
             {u"sections"_s, u"case|applicant|details|documents|consent"_s},
             {u"fields"_s,
              u"case.date|case.channel|case.segment|applicant.kind|applicant.name|applicant.nik|family.kk|"
              "family.card|detail.member|detail.bicycles|detail.cycling|detail.helmet|detail.helmetNote"_s},
             {u"required"_s, u"case.channel|detail.member|detail.bicycles|detail.cycling|detail.helmet"_s},
             {u"consent"_s, u"yes"_s},
             {u"family"_s, u"existing"_s},
             {u"dues"_s, u"none"_s},
             {u"effective"_s, u"next-month"_s},
             {u"receiptId"_s, u"Selamat bersepeda."_s},
             {u"receiptEn"_s, u"Enjoy the ride."_s},
             {u"source"_s, u"uji"_s}});
        add(u"channels.csv"_s,
            {{u"service"_s, u"CYCLIST"_s},
             {u"channel"_s, u"MCS"_s},
             {u"offered"_s, u"yes"_s},
             {u"source"_s, u"uji"_s}});
        add(u"documents.csv"_s,
            {{u"service"_s, u"CYCLIST"_s},
             {u"document"_s, u"KTP-OR-KK"_s},
             {u"scope"_s, u"family"_s},
             {u"accepts"_s, u"KTP|KK|KTP-OR-KK"_s},
             {u"required"_s, u"yes"_s},
             {u"source"_s, u"uji"_s}});
        add(u"conditional-fields.csv"_s,
            {{u"service"_s, u"CYCLIST"_s},
             {u"when"_s, u"details.helmet=no"_s},
             {u"field"_s, u"detail.helmetNote"_s},
             {u"source"_s, u"uji"_s}});
        const auto loaded = patch.load();
        QString faults;
        for (const RulebookFault &fault : loaded ? QList<RulebookFault>() : loaded.error())
            faults += u"%1:%2 %3; "_s.arg(fault.file).arg(fault.line).arg(fault.what);
        QVERIFY2(loaded, qPrintable(faults));

        Counter counter(on(u"CYCLIST", KnownFamilies::kPaying, KnownFamilies(), *loaded.value()),
                        loaded.value());
        QVERIFY(counter.page->title().startsWith(u"Pesepeda sehat"_s));
        ActCounter acts;
        Clerk clerk(*counter.page,
                    {{u"details.member"_s, u"3"_s},
                     {u"details.bicycles"_s, u"2"_s},
                     {u"details.cycling"_s, u"0121"_s},
                     {u"details.helmet"_s, u"t"_s},
                     {u"details.helmetNote"_s, u"segera dibeli"_s}});
        QVERIFY2(clerk.fill(), qPrintable(clerk.way()));
        picture(*counter.page, u"invented"_s);
        counter.page->draft().assessNow();
        QVERIFY2(counter.assessment().decision == Decision::Ready,
                 qPrintable(counter.problems() + u" | "_s + clerk.way()));
        QCOMPARE(counter.assessment().dates.effective, QDate(2022, 7, 1));
        clerk.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(counter.port->submitted.size(), 1);
        const Case sent = counter.port->submitted.first();
        QCOMPARE(fieldText(sent, u"details.cycling"_s), u"2021-01"_s);
        QCOMPARE(fieldText(sent, u"details.helmet"_s), u"no"_s);
        QCOMPARE(fieldText(sent, u"details.helmetNote"_s), u"segera dibeli"_s);
        qInfo("%-16s acts beyond the data: %2d, characters: %d", "invented", acts.acts(), acts.typed());
    }

private:
    static QString focused()
    {
        const QWidget *now = QApplication::focusWidget();
        return now ? now->objectName() : QString();
    }

    static CaseRecord recordOf(const Counter &counter, const Case &sent)
    {
        return {*CaseId::fromText(sent.id),
                CaseState::Queued,
                sent,
                counter.assessment(),
                u"MCS2-000017"_s,
                17,
                counter.port->nowUtc(),
                u"rina"_s,
                {},
                {}};
    }

    /// To look at: in both languages and both looks, when a folder is named.
    void picture(QWidget &page, const QString &name)
    {
        const QString folder = qEnvironmentVariable("LOKET_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto &[language, isDark] : {std::pair(u"en"_s, true), {u"id"_s, false}}) {
            m_language.set(language);
            m_theme.setDark(isDark);
            for (int turn = 0; turn < 5;
                 ++turn) { // new lines show themselves a turn later, then they are laid out
                QCoreApplication::processEvents();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            }
            page.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, language));
        }
    }

    const QString m_anyDismissal = codeText(u"phk-kind"_s, codesOf(u"phk-kind"_s).value(0), u"id"_s);
    Theme m_theme{*qApp};
    Language m_language;
};

QTEST_MAIN(TestServices)
#include "tst_services.moc"
