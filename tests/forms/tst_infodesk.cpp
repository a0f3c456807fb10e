// SPDX-License-Identifier: Apache-2.0
#include "forms/common/filterfield.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/notelist.h"
#include "forms/common/preferences.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"
#include "forms/desk/infodesk.h"
#include "forms/shell/mainwindow.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakecounter.h"
#include "tests/fakes/fakedialogs.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// The main window with the information desk, opened by its key.
struct Counter {
    explicit Counter(QDate today = QDate(2022, 3, 1))
        : office(today)
    {
        office.world.rulebooks = rulebooks.get();
        window = std::make_unique<MainWindow>(office, preferences, language, dialogs, Rooms());
        window->show();
        isReady = QTest::qWaitForWindowActive(window.get());
        key(Qt::Key_F10);
        desk = window->findChild<InfoDesk *>();
        if (!isReady || !desk)
            return;
        desk->activateWindow();
        isReady = QTest::qWaitFor([this] { return QApplication::focusWidget() == desk->filter(); });
    }
    void key(Qt::Key key) const
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
        QTest::keyClick(target, key);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    QString current() const
    {
        const int row = desk->list()->currentRow();
        return row < 0 ? QString() : desk->list()->row(row).title;
    }
    QStringList titles() const
    {
        QStringList out;
        for (int i = 0; i < desk->list()->rows(); ++i)
            out += desk->list()->row(i).title;
        return out;
    }

    std::shared_ptr<const RulebookLibrary> rulebooks = RulebookLibrary::builtIn();
    FakeCounter office;
    Preferences preferences{QString()};
    Language language;
    FakeDialogs dialogs;
    std::unique_ptr<MainWindow> window;
    InfoDesk *desk = nullptr;
    bool isReady = false;
};

} // namespace

/// The information desk by key events.
class TestInfoDesk : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void typingFinds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("words"); // of its detail
        QTest::newRow("a device of a class")
            << u"kacamata iii"_s << u"Kacamata, Kelas III"_s << u"Rp150.000"_s;
        QTest::newRow("a device") << u"kruk"_s << u"Kruk"_s << u"5 tahun"_s;
        QTest::newRow("newborn") << u"bayi baru lahir didaftarkan"_s << u"Bayi baru lahir"_s << u"28 hari"_s;
        QTest::newRow("not covered") << u"ortodonsi"_s << u"Meratakan gigi (ortodonsi)"_s << QString();
        QTest::newRow("a number to call")
            << u"whatsapp 0811"_s << u"PANDAWA (WhatsApp)"_s << u"08118165165"_s;
        QTest::newRow("a holiday") << u"nyepi"_s << u"03-03-2022"_s << u"Nyepi"_s;
        QTest::newRow("by its section")
            << u"hak peserta pengaduan"_s << u"Menyampaikan pengaduan, saran, dan aspirasi"_s << QString();
    }
    void typingFinds()
    {
        QFETCH(QString, typed);
        QFETCH(QString, title);
        QFETCH(QString, words);
        Counter counter;
        QVERIFY(counter.isReady);
        counter.type(typed);
        QCOMPARE(counter.current(), title);
        const NoteRow &row = counter.desk->list()->row(counter.desk->list()->currentRow());
        QVERIFY2(row.detail.contains(words), qPrintable(row.detail));
        QVERIFY(!row.tip.isEmpty());
        counter.key(Qt::Key_Return);
        const auto *why = counter.desk->findChild<WhyPopup *>();
        QVERIFY(why);
        const QList<QLabel *> labels = why->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                            [&row](const QLabel *label) { return label->text().contains(row.tip); }));
    }

    void nothingFits()
    {
        Counter counter;
        QVERIFY(counter.isReady);
        counter.type(u"zzz"_s);
        QCOMPARE(counter.desk->list()->rows(), 0);
        counter.key(Qt::Key_Return);
        QVERIFY(!counter.desk->findChild<WhyPopup *>());
    }

    /// Every entry of the rulebook of the day is in the list; a device once for each value.
    void everythingIsThere()
    {
        Counter counter;
        QVERIFY(counter.isReady);
        const Rulebook &rules = counter.rulebooks->on(QDate(2022, 3, 1));
        QSet<QString> shown;
        for (int i = 0; i < counter.desk->list()->rows(); ++i)
            shown += counter.desk->list()->row(i).key;
        for (const char *name : {"info-topics", "not-covered", "prb", "devices", "channels-info"}) {
            const RuleTable &table = rules.table(QString::fromLatin1(name));
            for (qsizetype i = 0; i < table.size(); ++i)
                QVERIFY2(shown.contains(table.row(i).fired().file), qPrintable(table.row(i).fired().file));
        }
    }

    void itFollowsTheDayAndTheLanguage()
    {
        Counter counter(QDate(2024, 3, 1));
        QVERIFY(counter.isReady);
        QVERIFY(counter.titles().contains(u"10-04-2024"_s));
        QVERIFY(!counter.titles().contains(u"03-03-2022"_s));
        counter.language.set(u"en"_s);
        QApplication::processEvents();
        QVERIFY(counter.titles().contains(u"Glasses, Class III"_s));
        QCOMPARE(counter.desk->windowTitle(), u"Information"_s);
        counter.language.set(u"id"_s);
        QApplication::processEvents();
        QVERIFY(counter.titles().contains(u"Kacamata, Kelas III"_s));
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Indonesian") << u"id"_s;
        QTest::newRow("English") << u"en"_s;
    }
    void nothingIsCut()
    {
        QFETCH(QString, language);
        Counter counter;
        QVERIFY(counter.isReady);
        counter.language.set(language);
        QApplication::processEvents();
        const QList<Finding> findings = inspectWindow(*counter.desk);
        QVERIFY2(findings.isEmpty(), qPrintable(findingsText(findings)));
        counter.language.set(u"id"_s);
    }

    void escapeGoesBack()
    {
        Counter counter;
        QVERIFY(counter.isReady);
        counter.type(u"x"_s);
        counter.key(Qt::Key_Escape); // empties the field
        QVERIFY(counter.desk->filter()->text().isEmpty());
        counter.key(Qt::Key_Escape);
        QVERIFY(!counter.desk->isVisible());
    }
};

QTEST_MAIN(TestInfoDesk)
#include "tst_infodesk.moc"
