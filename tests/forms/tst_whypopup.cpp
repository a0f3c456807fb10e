// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casepage.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/forms/fakecaseport.h"
#include "tests/forms/fakenavigator.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

WhyPopup *openPopup()
{
    return qobject_cast<WhyPopup *>(QApplication::activeModalWidget());
}

QStringList labelTexts(const QWidget *popup, const QString &name)
{
    QStringList out;
    for (const QLabel *label : popup->findChildren<QLabel *>(name))
        out += label->text();
    return out;
}

Case newFamily()
{
    Case c;
    c.service = u"REG-PBPU"_s;
    c.channel = u"MCS"_s;
    c.segment = u"PBPU.MANDIRI"_s;
    c.date = QDate(2026, 11, 21);
    c.family.kk = u"3174010101220001"_s;
    c.family.careClass = 3;
    CaseMember head;
    head.relation = u"head"_s;
    head.name = u"SARI DEWI"_s;
    head.nik = u"3174015104109991"_s; // born 2010: too young to be the head
    head.birthDate = u"2010-04-11"_s;
    head.sex = u"P"_s;
    head.citizenship = u"WNI"_s;
    head.marital = u"single"_s;
    c.family.members = {head};
    return c;
}

} // namespace

class TestWhyPopup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_language = std::make_unique<Language>();
        m_language->set(u"id"_s);
    }
    void cleanup()
    {
        if (WhyPopup *popup = openPopup())
            popup->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void saysRowSourceAndEdition();
    void saysThatThereIsNoRule();
    void f1OnAWidgetAsksAndElsewhereHelps();
    void casePage_data();
    void casePage();
    void passesInspection_data();
    void passesInspection();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

void TestWhyPopup::saysRowSourceAndEdition()
{
    QWidget window;
    window.resize(800, 700);
    QPushButton anchor(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const Rulebook &rules = RulebookLibrary::builtIn()->on(QDate(2022, 3, 1));
    RuleTrace trace;
    rules.number(u"penalty.rate"_s, QDate(2020, 12, 1), &trace);
    rules.table(u"mutation"_s)
        .first({{u"oldGroup"_s, u"PPU-PN"_s}, {u"newGroup"_s, u"PBPU"_s}}, QDate(2022, 3, 1), &trace);
    WhyPopup::open(&anchor, rules, u"Denda"_s, trace.rules());
    WhyPopup *popup = openPopup();
    QVERIFY(popup);
    QCOMPARE(labelTexts(popup, u"whyTitle"_s), (QStringList{u"Tarif denda per bulan"_s, u"Alih segmen"_s}));
    const QStringList values = labelTexts(popup, u"whyValue"_s);
    QVERIFY2(values.contains(u"2,5 %"_s) && values.contains(u"pembayaran"_s), qPrintable(values.join(u'|')));
    QVERIFY(labelTexts(popup, u"whySource"_s).first().contains(u"Perpres 64/2020"_s));
    QVERIFY(labelTexts(popup, u"whyEdition"_s).first().contains(u"handbook"_s));
    QVERIFY(labelTexts(popup, u"whyEdition"_s).first().contains(u"01-01-2022"_s));
    QTest::keyClick(popup, Qt::Key_Escape);
    QTRY_VERIFY(!openPopup());
}

void TestWhyPopup::saysThatThereIsNoRule()
{
    QWidget window;
    QPushButton anchor(&window);
    window.show();
    WhyPopup::open(&anchor, RulebookLibrary::builtIn()->on(QDate(2022, 3, 1)), u"NIK"_s, {});
    QVERIFY(openPopup());
    QVERIFY(openPopup()->findChildren<QFrame *>(u"whyRule"_s).isEmpty());
}

void TestWhyPopup::f1OnAWidgetAsksAndElsewhereHelps()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *asked = new QPushButton(&window);
    auto *other = new QPushButton(&window);
    column->addWidget(asked);
    column->addWidget(other);
    int helps = 0;
    int whys = 0;
    auto *help = new QShortcut(QKeySequence(Qt::Key_F1), &window);
    connect(help, &QShortcut::activated, this, [&helps] { ++helps; });
    WhyPopup::answerF1(asked, [&whys] { ++whys; });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    asked->setFocus();
    QTest::keyClick(asked, Qt::Key_F1);
    QCOMPARE(whys, 1);
    QCOMPARE(helps, 0);
    other->setFocus();
    QTest::keyClick(other, Qt::Key_F1);
    QCOMPARE(whys, 1);
    QCOMPARE(helps, 1);
}

void TestWhyPopup::casePage_data()
{
    QTest::addColumn<QString>("focused"); // empty: the link is clicked
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("title");

    QTest::newRow("F1 on a document") << u"document"_s << QString() << u"Dokumen yang diminta"_s;
    QTest::newRow("click beside a document") << QString() << u"whyDocument"_s << u"Dokumen yang diminta"_s;
    QTest::newRow("F1 on a problem") << u"problemLink"_s << QString() << QString();
    QTest::newRow("click beside a problem") << QString() << u"whyProblem"_s << QString();
    QTest::newRow("click below sum and dates") << QString() << u"whyDues"_s << u"Iuran per orang dan bulan"_s;
    QTest::newRow("F1 on sum and dates") << u"whyDues"_s << QString() << u"Iuran per orang dan bulan"_s;
}

void TestWhyPopup::casePage()
{
    QFETCH(QString, focused);
    QFETCH(QString, link);
    QFETCH(QString, title);
    FakeNavigator navigator;
    FakeDialogs dialogs;
    auto made = std::make_unique<FakeCasePort>();
    FakeCasePort *port = made.get();
    port->assessor = [port](const Case &content) {
        Context context;
        context.rulebooks = RulebookLibrary::builtIn().get();
        context.today = port->today();
        context.facilities = port->facilities();
        return assess(content, context);
    };
    CasePage page(newFamily(), std::move(made), navigator, dialogs);
    page.resize(1290, 694);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.cameToFront();

    // The first of them that has a rule: matters of form have none.
    QWidget *target = nullptr;
    const QString marker = link.isEmpty() ? focused : link;
    for (QWidget *widget : page.findChildren<QWidget *>(marker)) {
        if (!widget->isVisible() || target)
            continue;
        const QWidget *why = marker == u"problemLink"_s
            ? widget->parentWidget()->findChild<QWidget *>(u"whyProblem"_s)
            : widget;
        if (why && why->isVisible())
            target = widget;
    }
    QVERIFY2(target, qPrintable(marker));
    if (link.isEmpty()) {
        target->setFocus();
        QTest::keyClick(target, Qt::Key_F1);
    } else {
        QTest::mouseClick(target, Qt::LeftButton);
    }
    WhyPopup *popup = openPopup();
    QVERIFY(popup);
    const QStringList titles = labelTexts(popup, u"whyTitle"_s);
    QVERIFY(!titles.isEmpty());
    if (!title.isEmpty())
        QVERIFY2(titles.contains(title), qPrintable(titles.join(u'|')));
    for (const QString &source : labelTexts(popup, u"whySource"_s))
        QVERIFY(source.size() > tr("Source: %1").size() - 2);
    QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!openPopup());
}

void TestWhyPopup::passesInspection_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    QTest::newRow("light, Indonesian") << false << u"id"_s;
    QTest::newRow("dark, English") << true << u"en"_s;
}

void TestWhyPopup::passesInspection()
{
    QFETCH(bool, dark);
    QFETCH(QString, language);
    m_theme->setDark(dark);
    m_language->set(language);
    QWidget window;
    window.resize(1366, 768);
    QPushButton anchor(&window);
    window.show();
    const Rulebook &rules = RulebookLibrary::builtIn()->on(QDate(2022, 3, 1));
    RuleTrace trace;
    for (const QString &table : {u"rates"_s, u"shares"_s, u"mutation"_s, u"upgrade"_s})
        trace.add(rules.table(table).row(0).fired());
    WhyPopup::open(&anchor, rules, u"Iuran"_s, trace.rules());
    QVERIFY(openPopup());
    const QList<Finding> findings = inspectWindow(*openPopup());
    QVERIFY2(findings.isEmpty(), qPrintable(findingsText(findings)));
    if (const QString dir = qEnvironmentVariable("LOKET_PICTURES"); !dir.isEmpty())
        openPopup()->grab().save(dir + u"/why-%1-%2.png"_s.arg(dark ? u"dark"_s : u"light"_s, language));
    m_theme->setDark(false);
    m_language->set(u"id"_s);
}

QTEST_MAIN(TestWhyPopup)
#include "tst_whypopup.moc"
