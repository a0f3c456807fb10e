// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calcanswercard.h"
#include "forms/calc/calcbox.h"
#include "forms/calc/calcform.h"
#include "forms/calc/calclist.h"
#include "forms/calc/calcpage.h"
#include "forms/calc/calcstepsmodel.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/listtable.h"
#include "forms/common/preferences.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"
#include "forms/shell/mainwindow.h"
#include "model/domain/casefields.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/print/sheetdocument.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakecounter.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/forms/fakenavigator.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// What an officer would type for a value.
QString typedText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &entry : value.toArray())
            parts += typedText(entry);
        return parts.join(u", "_s);
    }
    if (value.isBool())
        return value.toBool() ? u"y"_s : u"t"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    const QString text = value.toString();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid())
        return day.toString(u"ddMMyyyy"_s);
    const QDate month = QDate::fromString(text + u"-01"_s, Qt::ISODate);
    return month.isValid() ? month.toString(u"M/yyyy"_s) : text;
}

QJsonValue wantedFor(const QJsonObject &in, const QString &place)
{
    if (!place.contains(u'['))
        return in.value(place);
    const QJsonArray entries = in.value(place.section(u'[', 0, 0)).toArray();
    return entries.at(place.section(u'[', 1).section(u']', 0, 0).toInt())
        .toObject()
        .value(place.section(u"]."_s, 1));
}

struct Counter {
    explicit Counter(const std::shared_ptr<const RegionIndex> &regions, QDate today = QDate(2022, 10, 3))
        : office(today)
    {
        office.world.rulebooks = rulebooks.get();
        office.world.regions = regions.get();
        office.world.facilities = facilities.get();
        Rooms rooms;
        rooms.sheet = [this](const SheetFacts &facts, Office &, Dialogs &, QWidget *) { printed += facts; };
        window = std::make_unique<MainWindow>(office, preferences, language, dialogs, rooms);
        window->show();
        isReady = QTest::qWaitForWindowActive(window.get());
        page = window->findChild<CalcPage *>();
    }
    void key(int code, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
        QTest::keyClick(target, Qt::Key(code), modifiers);
    }
    void type(const QString &text) const
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(c),
                                Qt::NoModifier);
    }
    QString focused() const
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    CalcForm *form() const { return page->findChild<CalcForm *>(); }
    CalcAnswerCard *card() const { return page->findChild<CalcAnswerCard *>(); }
    ListTable *steps() const { return page->findChild<ListTable *>(u"calcSteps"_s); }
    QList<CalcBox *> shownBoxes() const
    {
        QList<CalcBox *> out;
        for (CalcBox *box : form()->findChildren<CalcBox *>(Qt::FindDirectChildrenOnly)) {
            if (!box->isHidden())
                out += box;
        }
        return out;
    }
    /// Opens the page, finds the calculator by its name and goes to its first field: keys only.
    void open(const QString &name) const
    {
        key(Qt::Key_F9);
        page->findChild<CalcList *>()->focusFilter();
        type(calcInfo(name)->title.id);
        key(Qt::Key_Return);
    }
    /// Types one input into the fields as they come into sight; what it doesn't name is emptied.
    void fill(const QJsonObject &in) const
    {
        QStringList done;
        for (bool isMore = true; isMore;) {
            isMore = false;
            for (CalcBox *box : shownBoxes()) {
                const QJsonValue value = wantedFor(in, box->place());
                const bool isEmptyEntry = box->place().contains(u'[') && value.isUndefined();
                if (done.contains(box->place()) || isEmptyEntry)
                    continue;
                done += box->place();
                box->edit()->setFocus(Qt::TabFocusReason);
                box->edit()->selectAll();
                key(Qt::Key_Delete);
                if (!value.isUndefined())
                    type(typedText(value));
                key(Qt::Key_Tab);
                isMore = true;
                break; // other fields may be in sight now
            }
        }
    }

    std::shared_ptr<const RulebookLibrary> rulebooks = RulebookLibrary::builtIn();
    std::shared_ptr<const FacilityIndex> facilities = FacilityIndex::trial();
    FakeCounter office;
    Preferences preferences{QString()};
    Language language;
    FakeDialogs dialogs;
    QList<SheetFacts> printed;
    std::unique_ptr<MainWindow> window;
    CalcPage *page = nullptr;
    bool isReady = false;
};

} // namespace

class TestCalcPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void goldenRowsByKey_data();
    void goldenRowsByKey();
    void asTypedAndNothingRefused();
    void fieldsFollowTheBranch();
    void escapeGivesBack();
    void lastInputsStay();
    void everyStepSaysWhy();
    void opensFilled();
    void knowsTheFamilyInFront();
    void takesIntoACase_data();
    void takesIntoACase();
    void printsWhatIsOnThePage();
    void listIsFoundByTyping();
    void languageChanges();
    void everyLook_data();
    void everyLook();

private:
    std::unique_ptr<Theme> m_theme;
    std::shared_ptr<const RegionIndex> m_regions;
};

void TestCalcPage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    auto regions = RegionIndex::load();
    QVERIFY(regions);
    m_regions = regions.value();
}

void TestCalcPage::cleanup()
{
    if (QWidget *popup = QApplication::activeModalWidget())
        popup->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestCalcPage::goldenRowsByKey_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("in");
    QTest::addColumn<QJsonObject>("out");
    constexpr int kEvery = 20; // rows of sixty
    for (const QString &name : calculatorNames()) {
        QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/calc/%1.jsonl"_s.arg(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QList<QByteArray> rows = file.readAll().trimmed().split('\n');
        for (qsizetype i = 1; i < rows.size(); i += kEvery) {
            const QJsonObject row = QJsonDocument::fromJson(rows.at(i)).object();
            QTest::addRow("%s %d", qPrintable(name), int(i + 1))
                << name << row.value("in"_L1).toObject() << row.value("out"_L1).toObject();
        }
    }
}

void TestCalcPage::goldenRowsByKey()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, in);
    QFETCH(QJsonObject, out);
    Counter counter(m_regions);
    QVERIFY(counter.isReady);
    counter.open(name);
    QCOMPARE(counter.window->place(), Place::Calc);
    QCOMPARE(counter.page->calculator(), name);
    QVERIFY2(counter.form()->isAncestorOf(QApplication::focusWidget()), qPrintable(counter.focused()));
    counter.fill(in);

    QVERIFY2(!counter.page->answer().error, qPrintable(counter.card()->problem()));
    const QJsonObject answer = counter.page->answer().out;
    for (const QString &key : out.keys())
        QVERIFY2(answer.value(key) == out.value(key),
                 QJsonDocument(answer).toJson(QJsonDocument::Compact) + " " + key.toUtf8());
    // The page says it in words, in the order of the texts.
    QStringList said;
    for (const CalcLine &line : calcResultLines(name, out, u"id"_s))
        said += line.label + u": "_s + line.value;
    const QStringList shown = counter.card()->lines();
    for (const QString &line : said)
        QVERIFY2(shown.contains(line), qPrintable(line + u" not in "_s + shown.join(u'|')));
    QCOMPARE(counter.steps()->model()->rowCount(), counter.page->answer().steps.size());
}

void TestCalcPage::asTypedAndNothingRefused()
{
    Counter counter(m_regions);
    counter.open(u"first-payment"_s);
    auto *edit = counter.form()->box(u"registered"_s)->edit();
    edit->setFocus();
    edit->selectAll();
    counter.type(u"30 feb 2022 atau nanti"_s);
    QCOMPARE(edit->text(), u"30 feb 2022 atau nanti"_s);
    QCOMPARE(counter.card()->problem(), u"Tanggal daftar belum berupa tanggal yang ada (hh-bb-tttt)"_s);
    QVERIFY(counter.card()->lines().isEmpty());
    QVERIFY(counter.form()->box(u"registered"_s)->problem().isEmpty()); // not while typing
    counter.key(Qt::Key_Tab);
    QVERIFY(!counter.form()->box(u"registered"_s)->problem().isEmpty());
    QCOMPARE(edit->text(), u"30 feb 2022 atau nanti"_s);
    // The answer follows every key.
    edit->setFocus();
    edit->selectAll();
    counter.type(u"1-3-2022"_s);
    QCOMPARE(counter.card()->lines().first(), u"Boleh dibayar mulai: 15-03-2022"_s);
}

void TestCalcPage::fieldsFollowTheBranch()
{
    Counter counter(m_regions);
    counter.open(u"dues"_s);
    const auto places = [&counter] {
        QStringList out;
        for (const CalcBox *box : counter.shownBoxes())
            out += box->place();
        return out;
    };
    QCOMPARE(places(), (QStringList{u"segment"_s, u"month"_s, u"members"_s, u"class"_s}));
    auto *segment = counter.form()->box(u"segment"_s)->edit();
    segment->setFocus(Qt::TabFocusReason);
    segment->selectAll();
    counter.type(u"swasta"_s);
    counter.key(Qt::Key_Return);
    QCOMPARE(places(), (QStringList{u"segment"_s, u"month"_s, u"wage"_s, u"floor"_s, u"extra"_s}));
    QCOMPARE(counter.focused(), u"month"_s);
    QCOMPARE(counter.card()->problem(), u"Upah sebulan belum diisi"_s);
    counter.key(Qt::Key_Return);
    QCOMPARE(counter.focused(), u"wage"_s);
    counter.type(u"3 jt"_s);
    QCOMPARE(counter.card()->lines().first(), u"Dibayar peserta: Rp30.000"_s);
}

void TestCalcPage::escapeGivesBack()
{
    Counter counter(m_regions);
    counter.open(u"arrears"_s);
    auto *members = counter.form()->box(u"members"_s)->edit();
    members->setFocus(Qt::TabFocusReason);
    members->selectAll();
    counter.type(u"44"_s);
    QCOMPARE(counter.form()->box(u"members"_s)->value().toInteger(), 44);
    counter.key(Qt::Key_Escape);
    QCOMPARE(members->text(), u"1"_s);
    QCOMPARE(counter.form()->box(u"members"_s)->value().toInteger(), 1);
    QCOMPARE(counter.window->place(), Place::Calc);
    counter.key(Qt::Key_Escape); // nothing to give back: home
    QCOMPARE(counter.window->place(), Place::Search);
}

void TestCalcPage::lastInputsStay()
{
    Counter counter(m_regions);
    counter.open(u"penalty"_s);
    counter.fill(QJsonDocument::fromJson(
                     R"({"cbg":10000000,"months":20,"reactivated":"2021-01-02","admitted":"2021-02-16"})")
                     .object());
    QCOMPARE(counter.page->answer().out.value("amount"_L1).toInteger(), 6000000);
    counter.open(u"phk"_s);
    counter.key(Qt::Key_F2);
    counter.open(u"penalty"_s);
    QCOMPARE(counter.page->answer().out.value("amount"_L1).toInteger(), 6000000);
    QTest::mouseClick(counter.page->findChild<QPushButton *>(u"clearCalc"_s), Qt::LeftButton);
    QVERIFY(counter.form()->box(u"cbg"_s)->value().isUndefined());
    QCOMPARE(counter.card()->problem(), u"Perkiraan biaya INA-CBG belum diisi"_s);
    QCOMPARE(counter.focused(), u"cbg"_s);
}

void TestCalcPage::everyStepSaysWhy()
{
    Counter counter(m_regions);
    counter.open(u"arrears"_s);
    counter.fill(
        QJsonDocument::fromJson(R"({"class":3,"members":3,"firstUnpaid":"2020-11","payMonth":"2021-02"})")
            .object());
    ListTable *steps = counter.steps();
    QAbstractItemModelTester tester(steps->model());
    steps->setFocus();
    for (int row = 0; row < steps->model()->rowCount(); ++row) {
        steps->selectRow(row);
        counter.key(row % 2 == 0 ? Qt::Key_Return : Qt::Key_F1);
        auto *popup = qobject_cast<WhyPopup *>(QApplication::activeModalWidget());
        QVERIFY2(popup, qPrintable(QString::number(row)));
        QCOMPARE(popup->findChildren<QLabel *>(u"whyTitle"_s).size(), 1);
        QTest::keyClick(popup, Qt::Key_Escape);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(QApplication::focusWidget(), steps);
    }
    QVERIFY(!QApplication::activeModalWidget());
    QTest::mouseClick(steps->viewport(), Qt::LeftButton, {},
                      steps->visualRect(steps->model()->index(1, CalcStepsModel::Why)).center());
    QVERIFY(qobject_cast<WhyPopup *>(QApplication::activeModalWidget()));
}

void TestCalcPage::opensFilled()
{
    Counter counter(m_regions);
    counter.window->showCalculation(
        u"dues"_s,
        QJsonDocument::fromJson(R"({"segment":"PBPU.MANDIRI","class":3,"members":4,"month":"2022-03"})")
            .object(),
        u"3174010101220001"_s);
    QCOMPARE(counter.window->place(), Place::Calc);
    QCOMPARE(counter.page->answer().out.value("gross"_L1).toInteger(), 168000);
    QCOMPARE(counter.form()->box(u"members"_s)->edit()->text(), u"4"_s);
    QCOMPARE(counter.form()->box(u"month"_s)->edit()->text(), u"03-2022"_s);
}

void TestCalcPage::knowsTheFamilyInFront()
{
    Counter counter(m_regions);
    FamilyView family = FakeCounter::sampleFamily();
    family.segment = u"PBPU.MANDIRI"_s;
    family.careClass = 2;
    family.paidUntil = u"2022-06"_s;
    family.classSince = QDate(2021, 12, 3);
    for (MemberView &member : family.members) {
        if (member.relation == "child"_L1)
            member.birthDate = QDate(2010, 5, 1);
    }
    counter.office.families = {family};
    counter.window->showFamily(family.kk);
    counter.key(Qt::Key_F9);
    QCOMPARE(counter.window->place(), Place::Calc);
    QCOMPARE(counter.page->findChild<QLabel *>(u"calcAbout"_s)->text(), u"Keluarga Sari Dewi"_s);
    counter.open(u"arrears"_s);
    // July to September are unpaid; October is the month of payment.
    QCOMPARE(counter.page->answer().out.value("months"_L1).toInt(), 3);
    QCOMPARE(counter.page->answer().out.value("total"_L1).toInt(), 4 * 100000 * int(family.members.size()));
    counter.open(u"class-change"_s);
    QCOMPARE(counter.page->answer().out.value("earliest"_L1).toString(), u"2022-12-03"_s);
    counter.open(u"dependants"_s);
    QCOMPARE(counter.page->answer().out.value("quota"_L1).toArray().size(), 3); // husband and two children
    counter.page->findChild<CalcList *>()->focusFilter();
    QTest::mouseClick(counter.page->findChild<QPushButton *>(u"clearCalc"_s), Qt::LeftButton);
    QVERIFY(counter.page->findChild<QLabel *>(u"calcAbout"_s)->isHidden());
    QVERIFY(counter.page->answer().out.value("quota"_L1).toArray().isEmpty());
}

void TestCalcPage::printsWhatIsOnThePage()
{
    Counter counter(m_regions);
    counter.open(u"phk"_s);
    counter.key(Qt::Key_P, Qt::ControlModifier); // nothing to print yet
    QVERIFY(counter.printed.isEmpty());
    QVERIFY(!counter.page->findChild<QPushButton *>(u"printCalc"_s)->isEnabled());
    counter.fill(QJsonDocument::fromJson(R"({"dismissed":"2022-02-14","date":"2022-08-14"})").object());
    counter.key(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(counter.printed.size(), 1);
    const SheetFacts &sheet = counter.printed.first();
    QCOMPARE(sheet.title, u"Jaminan setelah PHK"_s);
    QCOMPARE(sheet.subtitle, u"Perkiraan, bukan tagihan"_s);
    QStringList lines;
    for (const SheetSection &section : sheet.sections) {
        lines += u"["_s + section.title + u"]"_s;
        for (const SheetSection::Line &line : section.lines)
            lines += line.label + u": "_s + line.value;
        lines += section.texts;
    }
    const QStringList expected
        = {u"[Yang diketahui]"_s,
           u"Tanggal PHK: 14-02-2022"_s,
           u"Pada tanggal: 14-08-2022"_s,
           u"[Hasil]"_s,
           u"Dijamin: ya"_s,
           u"Sampai dengan: 14-08-2022"_s,
           u"Kelas: III"_s,
           u"[Langkah hitungan]"_s,
           u"Dijamin sampai dengan: 14-02-2022 + 6 bulan = 14-08-2022"_s,
           u"Kelas: menurut aturan = III"_s,
           u"Dijamin pada hari itu: 14-08-2022, antara 14-02-2022 dan 14-08-2022 = ya"_s,
           u"[Aturan dan sumber]"_s,
           u"• Radar Bandung 2021-07-19"_s,
           u"Buku aturan handbook, berlaku mulai 01-01-2022"_s};
    QCOMPARE(lines, expected);
}

void TestCalcPage::takesIntoACase_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QStringList>("places"); // path=text

    QTest::newRow("segment") << u"mutation"_s
                             << QByteArray(
                                    R"({"from":"PPU-BU.SWASTA","to":"PBPU.MANDIRI","lastCovered":"2022-03",)"
                                    R"("paid":"2022-05-10","paidMonths":["2022-04","2022-05"]})")
                             << u"MUT-SEG"_s
                             << QStringList{u"details.newSegment=PBPU.MANDIRI"_s,
                                            u"details.lastCovered=2022-03"_s, u"details.paid=2022-05-10"_s,
                                            u"details.paidFrom=2022-04"_s};
    QTest::newRow("facility") << u"fktp-change"_s
                              << QByteArray(
                                     R"({"since":"2022-08-10","requested":"2022-09-05","reason":"duty"})")
                              << u"CHG-FKTP"_s
                              << QStringList{u"details.reason=duty"_s, u"details.fktpSince=2022-08-10"_s};
    QTest::newRow("class")
        << u"class-change"_s
        << QByteArray(R"({"segment":"PBPU.MANDIRI","since":"2021-03-15","requested":"2022-03-15"})")
        << u"CHG-KELAS-PBPU"_s << QStringList{u"details.classSince=2021-03-15"_s};
    QTest::newRow("class of an employee")
        << u"class-change"_s << QByteArray(R"({"segment":"PPU-BU.SWASTA","requested":"2022-03-15"})")
        << u"CHG-KELAS-PPU"_s << QStringList();
    QTest::newRow("baby")
        << u"newborn"_s
        << QByteArray(R"({"born":"2022-02-10","registered":"2022-04-05","segment":"PBPU.MANDIRI","class":3})")
        << u"NEWBORN"_s << QStringList{u"family.members[0].birthDate=2022-02-10"_s};
    QTest::newRow("instalments")
        << u"instalments"_s << QByteArray(R"({"date":"2022-10-03","arrears":1260000,"months":12,"stages":6})")
        << u"REHAB"_s
        << QStringList{u"details.arrears=1260000"_s, u"details.months=12"_s, u"details.stages=6"_s};
    QTest::newRow("dismissal") << u"phk"_s << QByteArray(R"({"dismissed":"2022-02-14","kind":"merger"})")
                               << u"PHK"_s
                               << QStringList{u"details.dismissed=2022-02-14"_s,
                                              u"details.dismissalKind=merger"_s};
    QTest::newRow("arrears") << u"arrears"_s
                             << QByteArray(
                                    R"({"class":3,"members":3,"firstUnpaid":"2020-12","payMonth":"2023-06"})")
                             << u"PAY"_s << QStringList{u"details.amount=2625000"_s};
    QTest::newRow("no service") << u"due-date"_s << QByteArray(R"({"month":"2022-07"})") << QString()
                                << QStringList();
}

void TestCalcPage::takesIntoACase()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, in);
    QFETCH(QString, service);
    QFETCH(QStringList, places);
    FakeCounter office(QDate(2022, 10, 3));
    office.world.rulebooks = RulebookLibrary::builtIn().get();
    office.families = {FakeCounter::sampleFamily()};
    FakeNavigator navigator;
    CalcPage page(office, navigator);
    page.openWith(name, QJsonDocument::fromJson(in).object(), office.families.first().kk);
    auto *take = page.findChild<QPushButton *>(u"takeIntoCase"_s);
    QCOMPARE(take->isHidden(), service.isEmpty());
    if (service.isEmpty())
        return;
    take->click();
    QCOMPARE(navigator.opened.size(), 1);
    const Case &content = navigator.opened.first();
    QCOMPARE(content.service, service);
    QCOMPARE(content.family.kk, office.families.first().kk);
    for (const QString &place : places)
        QCOMPARE(fieldText(content, place.section(u'=', 0, 0)), place.section(u'=', 1));
}

void TestCalcPage::listIsFoundByTyping()
{
    Counter counter(m_regions);
    counter.key(Qt::Key_F9);
    QCOMPARE(counter.focused(), u"calcFilter"_s);
    counter.type(u"cicil"_s);
    QCOMPARE(counter.page->calculator(), u"instalments"_s);
    counter.key(Qt::Key_Escape);
    QCOMPARE(counter.page->findChild<ListTable *>(u"calculators"_s)->model()->rowCount(), 15);
    QCOMPARE(counter.page->calculator(), u"instalments"_s);
    counter.key(Qt::Key_Down);
    QCOMPARE(counter.page->calculator(), u"mutation"_s);
    counter.key(Qt::Key_Return);
    QCOMPARE(counter.focused(), u"from"_s);
}

void TestCalcPage::languageChanges()
{
    Counter counter(m_regions);
    counter.open(u"dues"_s);
    QCOMPARE(counter.form()->box(u"class"_s)->label(), u"Kelas"_s);
    counter.preferences.setLanguage(u"en"_s);
    QCoreApplication::processEvents();
    QCOMPARE(counter.form()->box(u"class"_s)->label(), u"Class"_s);
    QVERIFY(counter.card()->lines().first().startsWith(u"Paid by the member"_s));
    QCOMPARE(counter.steps()->model()->index(0, CalcStepsModel::Why).data().toString(), u"Why?"_s);
    counter.preferences.setLanguage(u"id"_s);
}

void TestCalcPage::everyLook_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("size");
    QTest::newRow("id-light") << u"id"_s << false << 100;
    QTest::newRow("en-dark") << u"en"_s << true << 100;
    QTest::newRow("id-150") << u"id"_s << false << 150;
}

void TestCalcPage::everyLook()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(int, size);
    Counter counter(m_regions);
    counter.preferences.setLanguage(language);
    counter.preferences.setDark(dark);
    counter.preferences.setTextSize(size);
    const auto look = [&](const QString &picture) {
        QCoreApplication::processEvents();
        const QList<Finding> findings = inspectWindow(*counter.window);
        if (const QString dir = qEnvironmentVariable("LOKET_PICTURES"); !dir.isEmpty())
            counter.window->grab().save(
                dir + u"/calc-%1-%2.png"_s.arg(picture, QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY2(findings.isEmpty(), qPrintable(picture + u'\n' + findingsText(findings)));
        QVERIFY(counter.window->minimumSizeHint().width() <= 1366);
        QVERIFY(counter.window->minimumSizeHint().height() <= 768);
    };
    counter.window->go(Place::Calc);
    look(u"start"_s);
    const QHash<QString, QByteArray> inputs = {
        {u"dues"_s,
         R"({"segment":"PPU-BU.SWASTA","month":"2022-03","wage":3000000,"floor":4200479,"extra":2})"},
        {u"arrears"_s, R"({"class":3,"members":3,"firstUnpaid":"2020-12","payMonth":"2023-06"})"},
        {u"instalments"_s, R"({"date":"2022-10-03","arrears":1260000,"months":12,"stages":12})"},
        {u"mutation"_s,
         R"({"from":"PPU-BU.SWASTA","to":"PBPU.MANDIRI","lastCovered":"2022-03","paid":"2022-05-10","paidMonths":["2022-05"],"changed":"2022-05-02"})"},
        {u"fktp-change"_s, R"({"since":"2022-01-10","requested":"2022-03-05"})"},
        {u"dependants"_s,
         R"({"date":"2022-06-01","spouse":true,"children":[{"born":"2001-06-01"},{"born":"2008-01-01","letter":"2022-01-01"}],"others":["mother","father"]})"},
        {u"penalty"_s, R"({"cbg":10000000,"months":20,"reactivated":"2021-01-02","admitted":"2021-02-16"})"},
        {u"nik"_s, R"({"nik":"3174016909659991","born":"1965-09-29","sex":"P"})"},
        {u"first-payment"_s, R"({"registered":"2022-02-30"})"},
    };
    for (auto it = inputs.cbegin(); it != inputs.cend(); ++it) {
        counter.window->showCalculation(it.key(), QJsonDocument::fromJson(it.value()).object(), {});
        QCoreApplication::processEvents(); // laid out before the focus scrolls to it
        counter.page->findChild<CalcList *>()->focusFilter();
        counter.steps()->setFocus();
        look(it.key());
    }
    counter.page->setFamily(FakeCounter::sampleFamily());
    counter.page->openWith(u"class-change"_s, {});
    counter.page->findChild<CalcList *>()->focusFilter();
    look(u"family"_s);
    counter.preferences.setTextSize(100);
    counter.preferences.setDark(false);
    counter.preferences.setLanguage(u"id"_s);
}

QTEST_MAIN(TestCalcPage)
#include "tst_calcpage.moc"
