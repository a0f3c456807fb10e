// SPDX-License-Identifier: Apache-2.0
#include "forms/common/actcounter.h"
#include "forms/common/cardframe.h"
#include "forms/common/fieldbox.h"
#include "forms/common/inspect.h"
#include "forms/common/keybutton.h"
#include "forms/common/linkbutton.h"
#include "forms/common/listtable.h"
#include "forms/common/pill.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTest>
#include <QToolButton>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// A sound little page; each test plants one fault in it.
struct SoundPage {
    SoundPage()
    {
        window.setProperty("role", u"sheet"_s);
        window.setAttribute(Qt::WA_StyledBackground);
        window.resize(640, 400);
        auto *row = new QHBoxLayout(&window);
        auto *left = new CardFrame(u"Keluarga"_s, &window);
        name = new QLineEdit(left);
        name->setObjectName("name"_L1);
        phone = new QLineEdit(left);
        phone->setObjectName("phone"_L1);
        left->body()->addWidget(new FieldBox(u"Nama"_s, name, left));
        left->body()->addWidget(new FieldBox(u"Telepon"_s, phone, left));
        label = roleLabel(u"muted"_s, left, u"semua yang ada di KK"_s);
        label->setObjectName("label"_L1);
        left->body()->addWidget(label);
        table = new ListTable(left);
        table->setObjectName("table"_L1);
        table->setAccessibleName(u"Anggota"_s);
        model.setHorizontalHeaderLabels({u"Nama"_s, u"Status"_s});
        model.appendRow({new QStandardItem(u"Sari Dewi"_s), new QStandardItem(u"Aktif"_s)});
        table->setModel(&model);
        left->body()->addWidget(table);
        auto *right = new CardFrame(u"Masalah"_s, &window);
        pill = new Pill(u"1 salah"_s, Tone::Danger, right);
        right->body()->addWidget(pill);
        link = new LinkButton(u"NIK kurang 1 angka"_s, right);
        link->setObjectName("link"_L1);
        right->body()->addWidget(link);
        button = new KeyButton(right);
        button->setObjectName("submit"_L1);
        button->setText(u"Ajukan"_s);
        button->setKey(u"Ctrl Enter"_s);
        button->setPrimary(true);
        right->body()->addWidget(button);
        row->addWidget(left, 1);
        row->addWidget(right);
    }
    void show()
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (int pass = 0; pass < 5; ++pass)
            QCoreApplication::processEvents(); // laid out for good: what is moved from here on stays there
    }
    QStringList found()
    {
        QStringList rules;
        for (const Finding &finding : inspectWindow(window))
            rules += finding.rule + u' ' + finding.widget.section(u'/', -1);
        return rules;
    }

    QStandardItemModel model;
    QWidget window;
    QLineEdit *name = nullptr;
    QLineEdit *phone = nullptr;
    QLabel *label = nullptr;
    ListTable *table = nullptr;
    Pill *pill = nullptr;
    LinkButton *link = nullptr;
    KeyButton *button = nullptr;
};

void setOrder(const QList<QWidget *> &order)
{
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order.at(i - 1), order.at(i));
}

} // namespace

/// The reviewer is reviewed: it is silent on a sound page and names every planted fault.
class TestInspect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundPageHasNoFindings_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("size");
        QTest::newRow("light") << false << 100;
        QTest::newRow("dark") << true << 100;
        QTest::newRow("large") << false << 150;
    }
    void aSoundPageHasNoFindings()
    {
        QFETCH(bool, dark);
        QFETCH(int, size);
        Theme::current().setDark(dark);
        Theme::current().setScale(size);
        SoundPage page;
        page.show();
        const auto findings = inspectWindow(page.window);
        QVERIFY2(findings.isEmpty(), qPrintable(findingsText(findings)));
        Theme::current().setDark(false);
        Theme::current().setScale(100);
    }

    void cutLabel()
    {
        SoundPage page;
        page.label->setFixedWidth(40);
        page.show();
        QCOMPARE(page.found(), QStringList({u"cut label"_s}));
    }

    void cutWrappedLabel()
    {
        SoundPage page;
        page.label->setWordWrap(true);
        page.label->setText(u"semua yang ada di KK wajib didaftarkan, kelas yang sama "_s.repeated(6));
        page.label->setFixedHeight(20);
        page.show();
        QCOMPARE(page.found(), QStringList({u"cut label"_s}));
    }

    void cutButton()
    {
        SoundPage page;
        page.button->setFixedWidth(60);
        page.show();
        QVERIFY(page.found().contains(u"cut submit"_s));
    }

    void cutField()
    {
        SoundPage page;
        page.name->setFixedWidth(90);
        page.name->setText(u"SARI DEWI KUSUMANINGRUM"_s);
        page.show();
        QCOMPARE(page.found(), QStringList({u"cut name"_s}));
    }

    void cutCellAndHeader()
    {
        SoundPage page;
        page.show();
        page.table->setColumnWidth(0, 20);
        QCOMPARE(page.found(), QStringList({u"cut QHeaderView"_s, u"cut table"_s}));
        page.table->setProperty("mayShorten", QVariantList{0});
        QCOMPARE(page.found(), QStringList({u"cut QHeaderView"_s}));
    }

    void cutColumn()
    {
        SoundPage page;
        auto *column = new SideColumn(&page.window);
        auto *wide = roleLabel(u"muted"_s, column,
                               u"dilewati: akta kelahiran sedang diurus – urungkan "_s.repeated(2));
        column->add(wide);
        page.window.layout()->addWidget(column);
        page.window.resize(1200, 400);
        page.show();
        QCOMPARE(page.found(), QStringList({u"cut SideColumn"_s}));
    }

    void overlap()
    {
        SoundPage page;
        page.show();
        page.pill->move(page.link->pos());
        QCOMPARE(page.found(), QStringList({u"overlap Pill"_s}));
        page.pill->setProperty("floats", true);
        QCOMPARE(page.found(), QStringList());
    }

    void outsideOfItsParent()
    {
        SoundPage page;
        page.show();
        page.link->move(page.link->parentWidget()->width() - 20, page.link->y());
        QVERIFY(page.found().contains(u"outside link"_s));
    }

    void namelessControl()
    {
        SoundPage page;
        page.table->setAccessibleName({});
        page.show();
        QCOMPARE(page.found(), QStringList({u"name table"_s}));
    }

    void wrongTabOrder()
    {
        SoundPage page;
        setOrder({page.phone, page.name, page.table, page.link, page.button});
        page.show();
        QCOMPARE(page.found(), QStringList({u"order name"_s}));
    }

    void columnsAreReadOneAfterTheOther()
    {
        SoundPage page;
        setOrder({page.name, page.link, page.phone, page.table, page.button}); // zigzag
        page.show();
        QCOMPARE(page.found(), QStringList({u"order phone"_s}));
    }

    void lowContrast()
    {
        SoundPage page;
        page.show();
        QPalette faint = page.label->palette();
        page.label->setProperty("role", QString());
        faint.setColor(QPalette::WindowText, lightTokens().line);
        page.label->setStyle(QApplication::style());
        page.label->setText(u"<font color='%1'>semua yang ada di KK</font>"_s.arg(lightTokens().line.name()));
        page.label->setTextFormat(Qt::RichText);
        QCOMPARE(page.found(), QStringList({u"contrast label"_s}));
    }

    void lowContrastInACell()
    {
        SoundPage page;
        page.table->setItemDelegate(new QStyledItemDelegate(page.table));
        page.model.item(0, 0)->setForeground(lightTokens().line);
        page.show();
        QVERIFY(page.found().contains(u"contrast table"_s));
    }

    void smallTarget()
    {
        SoundPage page;
        QToolButton tiny(page.link->parentWidget());
        tiny.setObjectName("tiny"_L1);
        tiny.setAccessibleName(u"Tutup"_s);
        tiny.setGeometry(2, page.window.height() - 60, 16, 16);
        page.show();
        QVERIFY2(page.found().contains(u"target tiny"_s), qPrintable(page.found().join(u'\n')));
    }

    void actsAreCounted()
    {
        SoundPage page;
        page.show();
        page.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page.window));
        int fired = 0;
        QShortcut key(QKeySequence(Qt::Key_F6), &page.window);
        connect(&key, &QShortcut::activated, &page.window, [&fired] { ++fired; });
        ActCounter counter;
        page.name->setFocus();
        QTest::keyClicks(page.name, u"Sari D"_s); // six letters
        QTest::keyClick(page.name, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), page.phone);
        QTest::keyClick(page.phone, Qt::Key_F6);
        QTest::keyClick(page.phone, Qt::Key_S, Qt::ControlModifier); // nobody takes it: still one act
        QTest::mouseClick(page.label, Qt::LeftButton);               // goes on to the parents: one click
        QTest::mouseClick(page.button, Qt::LeftButton);
        QCOMPARE(fired, 1);
        QCOMPARE(counter.typed(), 6);
        QCOMPARE(counter.keys(), 3);
        QCOMPARE(counter.clicks(), 2);
        QCOMPARE(counter.acts(), 5);
        counter.reset();
        QCOMPARE(counter.acts(), 0);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app);
    TestInspect test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_inspect.moc"
