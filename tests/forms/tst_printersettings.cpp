// SPDX-License-Identifier: Apache-2.0
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/preferences.h"
#include "forms/common/theme.h"
#include "forms/output/formdialog.h"
#include "forms/output/printdesk.h"
#include "forms/output/printersettings.h"
#include "model/print/printdocument.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakecounter.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/fakes/fakeprinter.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    FakeCounter office;
    FakeDialogs dialogs;
    FakePrinter printer;
    PrintDesk printing{printer};
    Preferences preferences{QString()};
    PaperServices services;
    std::unique_ptr<QWidget> window;

    Desk()
    {
        services.desk = &printing;
        services.preferences = &preferences;
        office.world.rulebooks = RulebookLibrary::builtIn().get();
        office.families = {FakeCounter::sampleFamily()};
        office.records = {office.sampleCase(CaseState::Queued)};
    }
    void show(std::unique_ptr<QWidget> made)
    {
        window = std::move(made);
        window->resize(Theme::current().px(960), window->sizeHint().height());
        window->show();
    }
    void settings() { show(std::make_unique<PrinterSettings>(office, services)); }
    QComboBox *box(const char *name) const { return window->findChild<QComboBox *>(QLatin1String(name)); }
    QSpinBox *spin(const char *name) const { return window->findChild<QSpinBox *>(QLatin1String(name)); }
    QPushButton *button(const char *name) const
    {
        return window->findChild<QPushButton *>(QLatin1String(name));
    }
    void pick(const char *name, int index) const
    {
        box(name)->setCurrentIndex(index);
        Q_EMIT box(name)->activated(index);
    }
};

QString textOf(const PrintDocument &document)
{
    QStringList texts;
    for (const PlacedText &placed : placedTexts(document, 0))
        texts += placed.text;
    return texts.join(u'\n');
}

} // namespace

class TestPrinterSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_language = std::make_unique<Language>();
        m_language->set(u"id"_s);
    }

    void eachKindHasItsPrinter()
    {
        Desk desk;
        desk.settings();
        desk.pick("printKind", int(PaperKind::Card));
        desk.pick("printPrinter", 1); // the first printer, after "the usual one"
        desk.pick("printTray", 2);
        desk.pick("printMedia", 3);
        const PrintChoice card = PrintChoices(&desk.preferences).of(PaperKind::Card);
        QCOMPARE(card.printer, u"roll"_s);
        QCOMPARE(card.tray, u"tray-1"_s);
        QCOMPARE(card.media, u"CR80"_s);
        desk.pick("printKind", int(PaperKind::Receipt));
        QCOMPARE(desk.box("printPrinter")->currentIndex(), 0);
        desk.pick("printCopies", 1);
        QCOMPARE(PrintChoices(&desk.preferences).of(PaperKind::Receipt).copies, 2);
        desk.pick("printKind", int(PaperKind::Card));
        QCOMPARE(desk.box("printTray")->currentText(), u"tray-1"_s);
        desk.pick("printPrinter", 2); // another printer: its own trays
        QVERIFY(PrintChoices(&desk.preferences).of(PaperKind::Card).tray.isEmpty());
    }

    void offsetAndCalibrationPage()
    {
        Desk desk;
        desk.settings();
        QVERIFY(!desk.button("printCalibration")->isVisible());
        desk.pick("printKind", int(PaperKind::Card));
        desk.spin("printRight")->setFocus();
        desk.spin("printRight")->selectAll();
        QTest::keyClicks(desk.spin("printRight"), u"0,7"_s);
        QTest::keyClick(desk.spin("printRight"), Qt::Key_Return);
        desk.spin("printDown")->setValue(-12);
        QCOMPARE(PrintChoices(&desk.preferences).offset(u"office"_s), QPoint(7, -12));
        desk.button("printCalibration")->click();
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        QCOMPARE(desk.printer.usedOptions.first().offset, QPoint(7, -12));
        const QString text = textOf(*desk.printer.papers.first());
        QVERIFY2(text.contains(u"10,7"_s) && text.contains(u"8,8"_s),
                 qPrintable(text)); // 10 mm and what is on
        picture(*desk.window, u"settings-card"_s);
        const QString dir = qEnvironmentVariable("LOKET_PICTURES");
        if (!dir.isEmpty())
            QVERIFY(rasterPage(*desk.printer.papers.first(), 0, 200)
                        .save(QDir(dir).filePath(u"calibration.png"_s)));
    }

    void testPage()
    {
        Desk desk;
        desk.settings();
        desk.button("printTest")->click();
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        QCOMPARE(desk.printer.papers.first()->title(), u"KALIBRASI"_s);
        QTRY_VERIFY(desk.window->findChild<QLabel *>(u"printWords"_s)->text().contains(u"Tercetak"_s));
    }

    void noPrinterAndNoService()
    {
        Desk desk;
        desk.printer.there.clear();
        desk.settings();
        QVERIFY(!desk.button("printTest")->isEnabled());
        QVERIFY(desk.window->findChild<QLabel *>(u"printWords"_s)->text().contains(u"PDF"_s));
        desk.printer.isDead = true;
        desk.settings();
        QVERIFY(desk.window->findChild<QLabel *>(u"printWords"_s)->text().contains(u"CUPS"_s));
    }

    void looksRight_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        QTest::newRow("Indonesian") << u"id"_s << 100;
        QTest::newRow("English") << u"en"_s << 100;
        QTest::newRow("Indonesian, large") << u"id"_s << 150;
    }
    void looksRight()
    {
        QFETCH(QString, language);
        QFETCH(int, percent);
        m_language->set(language);
        m_theme->setScale(percent);
        Desk desk;
        desk.settings();
        desk.pick("printKind", int(PaperKind::Card));
        desk.window->resize(Theme::current().px(960), desk.window->sizeHint().height());
        const QString faults = findingsText(inspectWindow(*desk.window));
        picture(*desk.window, u"settings-%1-%2"_s.arg(language).arg(percent));
        m_theme->setScale(100);
        m_language->set(u"id"_s);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    void formOfASavedCase()
    {
        Desk desk;
        Case saved = desk.office.records.first().content;
        saved.id = desk.office.records.first().id.text();
        desk.show(std::make_unique<FormDialog>(saved, desk.office, desk.dialogs, desk.services));
        QVERIFY(desk.button("printPaper")->isEnabled());
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        QVERIFY(textOf(*desk.printer.papers.first()).contains(u"SARI DEWI"_s));
        QCOMPARE(desk.printer.papers.first()->pageSize(), QSizeF(210, 297));
        QTRY_COMPARE(
            desk.office.cards().printsOf(u"form"_s, desk.office.records.first().reference).take().size(), 1);
        picture(*desk.window, u"form-dialog"_s);
        desk.office.records.first().content.family.members.clear();
        desk.show(std::make_unique<FormDialog>(saved, desk.office, desk.dialogs, desk.services));
        QVERIFY(!desk.button("printPaper")->isEnabled());
    }

    void formBeforeSaving()
    {
        Desk desk;
        Case typed = desk.office.records.first().content;
        typed.id.clear();
        typed.family.members.first().name = u"DEWI LESTARI"_s;
        desk.show(std::make_unique<FormDialog>(typed, desk.office, desk.dialogs, desk.services));
        QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        const QString words = textOf(*desk.printer.papers.first());
        QVERIFY(words.contains(u"DEWI LESTARI"_s) && words.contains(u"Belum diajukan"_s));
        QVERIFY(!words.contains(desk.office.records.first().reference));
        picture(*desk.window, u"form-before-saving"_s);
    }

private:
    void picture(QWidget &window, const QString &name) const
    {
        const QString dir = qEnvironmentVariable("LOKET_PICTURES");
        if (!dir.isEmpty())
            QVERIFY(window.grab().save(QDir(dir).filePath(name + u".png"_s)));
    }
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

QTEST_MAIN(TestPrinterSettings)
#include "tst_printersettings.moc"
