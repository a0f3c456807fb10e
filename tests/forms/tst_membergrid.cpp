// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/celledit.h"
#include "forms/casework/membergrid.h"
#include "forms/casework/membermodel.h"
#include "forms/common/language.h"
#include "forms/common/theme.h"
#include "model/domain/casejson.h"
#include "tests/fakes/seed.h"
#include "tests/forms/fakecaseport.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// The grid between two editors, on a real window, with its model under test.
struct Desk {
    FakeCasePort port;
    CaseDraft draft{Case(), port};
    QWidget window;
    QLineEdit before;
    QLineEdit after;
    MemberGrid *grid = nullptr;
    std::unique_ptr<QAbstractItemModelTester> tester;
    bool isReady = false;

    Desk()
    {
        auto *layout = new QVBoxLayout(&window);
        grid = new MemberGrid(draft, &window);
        layout->addWidget(&before);
        layout->addWidget(grid);
        layout->addWidget(&after);
        QWidget::setTabOrder(&before, grid);
        QWidget::setTabOrder(grid, &after);
        tester = std::make_unique<QAbstractItemModelTester>(
            &grid->members(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        window.resize(940, 420);
        window.show();
        window.activateWindow();
        isReady = QTest::qWaitForWindowActive(&window);
        before.setFocus();
    }
    ~Desk()
    {
        before.setParent(nullptr);
        after.setParent(nullptr);
    }
    void type(const QString &text)
    {
        for (const QChar c : text)
            key(c);
    }
    void key(QChar c)
    {
        QTest::sendKeyEvent(QTest::Click, target(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(target(), key, modifiers);
    }
    QWidget *target() { return QApplication::focusWidget() ? QApplication::focusWidget() : grid; }
    QString shown(int row, int column) { return grid->members().index(row, column).data().toString(); }
    QString at() const
    {
        return u"%1,%2"_s.arg(grid->currentIndex().row()).arg(grid->currentIndex().column());
    }
};

} // namespace

class TestMemberGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_language = std::make_unique<Language>();
    }

    void aMemberIsTypedCellByCell()
    {
        Desk desk;
        desk.press(Qt::Key_Tab); // from the editor before: the first cell that waits
        QCOMPARE(desk.at(), u"0,2"_s);
        desk.type(u"3174016909659991"_s);
        QCOMPARE(desk.shown(0, MemberModel::BirthDate), u"29-09-1965"_s); // while still in the cell
        desk.press(Qt::Key_Tab);
        desk.type(u"sari dewi"_s);
        desk.press(Qt::Key_Tab);
        desk.type(u"jakarta"_s);
        desk.press(Qt::Key_Tab);
        QCOMPARE(desk.at(), u"0,5"_s); // Tab goes to every cell, also one that was filled
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.at(), u"0,7"_s); // Enter passes what is filled
        desk.type(u"k"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.at(), u"0,9"_s);
        desk.type(u"03010701"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.at(), u"1,1"_s); // the next row, at its relation
        const CaseMember &head = desk.draft.content().family.members.at(0);
        QCOMPARE(head.relation, u"head"_s);
        QCOMPARE(head.name, u"SARI DEWI"_s);
        QCOMPARE(head.birthPlace, u"JAKARTA"_s);
        QCOMPARE(head.birthDate, u"1965-09-29"_s);
        QCOMPARE(head.sex, u"P"_s);
        QCOMPARE(head.marital, u"married"_s);
        QCOMPARE(head.citizenship, u"WNI"_s);
        QCOMPARE(head.fktp, u"03010701"_s);
        desk.press(Qt::Key_Return); // nothing typed in the empty row: on to the next section
        QCOMPARE(QApplication::focusWidget(), &desk.after);
    }

    void tabLeavesTheEmptyRow()
    {
        Desk desk;
        desk.press(Qt::Key_Tab);
        desk.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), &desk.after);
        desk.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), desk.grid);
        desk.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), &desk.before);
    }

    void choicesByLetterNumberAndArrow_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("downs");
        QTest::addColumn<QString>("relation");
        QTest::newRow("letter") << u"s"_s << 0 << u"husband"_s;
        QTest::newRow("number") << u"4"_s << 0 << u"child"_s;
        QTest::newRow("word") << u"istri"_s << 0 << u"wife"_s;
        QTest::newRow("not understood") << u"xyz"_s << 0 << u""_s;
    }
    void choicesByLetterNumberAndArrow()
    {
        QFETCH(QString, typed);
        QFETCH(int, downs);
        QFETCH(QString, relation);
        Desk desk;
        desk.grid->showCell(0, MemberModel::Relation);
        desk.type(typed);
        for (int i = 0; i < downs; ++i)
            desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Tab);
        QCOMPARE(desk.draft.content().family.members.value(0).relation, relation);
        if (relation.isEmpty())
            QCOMPARE(desk.shown(0, MemberModel::Relation), typed);
    }

    void facilityByPartOfItsName()
    {
        Desk desk;
        const Facility wanted = desk.port.facilityIndex->all().value(1);
        desk.grid->showCell(0, MemberModel::Facility);
        desk.type(wanted.name.left(wanted.name.size() - 1).toLower());
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.draft.content().family.members.value(0).fktp, wanted.code);
        QVERIFY(!desk.shown(0, MemberModel::Facility).contains(wanted.code));
    }

    void passingThroughChangesNothing()
    {
        Desk desk;
        desk.draft.setMemberText(0, u"nik"_s, u"3174016909659991"_s);
        desk.draft.endStep();
        const int steps = desk.draft.undoStack().count();
        desk.grid->showCell(0, MemberModel::Relation);
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(desk.target(), Qt::Key_F2); // opens the cell
            desk.press(Qt::Key_Tab);
        }
        QCOMPARE(desk.draft.undoStack().count(), steps);
        QVERIFY(desk.draft.isFromNik(u"family.members[0].sex"_s));
    }

    void escapeGivesUpTheCell()
    {
        Desk desk;
        desk.draft.setMemberText(0, u"name"_s, u"SARI"_s);
        desk.draft.endStep();
        desk.grid->showCell(0, MemberModel::Name);
        desk.type(u"BIMA"_s);
        QCOMPARE(desk.draft.content().family.members.value(0).name, u"BIMA"_s);
        desk.press(Qt::Key_Escape);
        QCOMPARE(desk.draft.content().family.members.value(0).name, u"SARI"_s);
        QCOMPARE(QApplication::focusWidget(), desk.grid);
    }

    void escapeInTheEmptyRowLeavesNoMember()
    {
        Desk desk;
        desk.grid->showCell(0, MemberModel::Number);
        desk.type(u"3"_s);
        QCOMPARE(desk.draft.memberCount(), 1);
        desk.press(Qt::Key_Escape);
        QCOMPARE(desk.draft.memberCount(), 0);
        QCOMPARE(desk.grid->members().rowCount(), 1);
    }

    void rowsArePastedRemovedMovedAndComeBack()
    {
        Desk desk;
        desk.grid->showCell(0, MemberModel::Relation);
        QGuiApplication::clipboard()->setText(
            u"Hubungan\tNIK\tNama\tTgl lahir\tL/P\nKepala\t3174016909659991\tSari Dewi\t\t\nAnak\t317401110504999\tBima\t11-05-2004\tL\n"_s);
        desk.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.draft.memberCount(), 2);
        QCOMPARE(desk.shown(0, MemberModel::BirthDate), u"29-09-1965"_s);
        QCOMPARE(desk.at(), u"2,1"_s);
        const Case pasted = desk.draft.content();
        desk.grid->showCell(1, MemberModel::Name);
        desk.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(desk.draft.content().family.members.at(0).name, u"BIMA"_s);
        desk.press(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(desk.draft.memberCount(), 1);
        desk.draft.undoStack().undo();
        desk.draft.undoStack().undo();
        QCOMPARE(desk.draft.content(), pasted);
        desk.draft.undoStack().undo();
        QCOMPARE(desk.draft.memberCount(), 0);
        desk.draft.undoStack().redo();
        QCOMPARE(desk.draft.content(), pasted);
    }

    void pasteIntoACellBeingTypedTakesRows()
    {
        Desk desk;
        desk.grid->showCell(0, MemberModel::Relation);
        desk.type(u"k"_s);
        QGuiApplication::clipboard()->setText(
            u"NIK\tNama\n3174016909659991\tSARI\n3578080102039991\tADI\n"_s);
        desk.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.draft.memberCount(), 2);
    }

    void copyThenPasteIsTheSame()
    {
        Desk desk;
        desk.draft.pasteMembers(0,
                                {{{u"nik"_s, u"3174016909659991"_s},
                                  {u"name"_s, u"SARI DEWI"_s},
                                  {u"marital"_s, u"married"_s},
                                  {u"birthPlace"_s, u"JAKARTA"_s},
                                  {u"fktp"_s, u"03010701"_s}}});
        desk.grid->showCell(0, MemberModel::Relation);
        desk.grid->selectRow(0);
        desk.press(Qt::Key_C, Qt::ControlModifier);
        desk.grid->showCell(1, MemberModel::Relation);
        desk.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.draft.content().family.members.value(1), desk.draft.content().family.members.value(0));
    }

    void deleteClearsCells()
    {
        Desk desk;
        desk.draft.setMemberText(0, u"name"_s, u"SARI"_s);
        desk.grid->showCell(0, MemberModel::Name);
        desk.press(Qt::Key_Delete);
        QCOMPARE(desk.draft.content().family.members.value(0).name, QString());
    }

    void problemsMarkTheirCells()
    {
        Desk desk;
        desk.port.assessor = [](const Case &content) {
            Assessment assessment;
            for (qsizetype i = 0; i < content.family.members.size(); ++i) {
                Problem problem;
                problem.path = u"family.members[%1].nik"_s.arg(i);
                problem.code
                    = content.family.members[i].nik.isEmpty() ? u"field.required"_s : u"nik.length"_s;
                problem.args.insert(u"digits"_s, content.family.members[i].nik.size());
                assessment.problems << problem;
            }
            return assessment;
        };
        desk.draft.setMemberText(0, u"name"_s, u"BIMA"_s);
        desk.draft.assessNow();
        const QModelIndex nik = desk.grid->members().index(0, MemberModel::Number);
        QCOMPARE(nik.data(MemberModel::SeverityRole).toInt(), 3); // still empty: quiet
        desk.grid->members().setEmptyIsProblem(true);
        QCOMPARE(nik.data(MemberModel::SeverityRole).toInt(), 2);
        desk.draft.setMemberText(0, u"nik"_s, u"317401110504999"_s);
        desk.draft.assessNow();
        QCOMPARE(nik.data(MemberModel::SeverityRole).toInt(), 2);
        QVERIFY(nik.data(Qt::ToolTipRole).toString().contains(u"15"_s));
        QVERIFY(nik.data(Qt::ToolTipRole).toString().contains(u"Bima"_s));
    }

    void aFamilyOfFiveFitsWithoutScrolling()
    {
        Desk desk;
        for (int row = 0; row < 5; ++row)
            desk.draft.setMemberText(row, u"name"_s, u"ANGGOTA"_s);
        QVERIFY(desk.grid->sizeHint().height() <= 240);
        desk.window.layout()->activate();
        QVERIFY(desk.grid->viewport()->height() >= 6 * desk.grid->rowHeight(0));
    }

    void randomWorkCanBeUndoneAndIsShown()
    {
        QRandomGenerator random(Fakes::seedOfTest(1252473208));
        Desk desk;
        const Case start = desk.draft.content();
        const auto agrees = [&desk] {
            const MemberModel &model = desk.grid->members();
            if (model.rowCount() != desk.draft.memberCount() + 1)
                return false;
            for (int row = 0; row < desk.draft.memberCount(); ++row) {
                if (model.index(row, MemberModel::Name).data().toString()
                    != desk.draft.content().family.members[row].name)
                    return false;
            }
            return true;
        };
        for (int step = 0; step < 300; ++step) {
            const int row = int(random.bounded(desk.draft.memberCount() + 1));
            switch (random.bounded(7)) {
            case 0:
                desk.draft.setMemberText(row, u"name"_s, QString(1 + random.bounded(9), u'A'));
                desk.draft.endStep();
                break;
            case 1:
                desk.draft.setMemberText(row, u"nik"_s, u"3174016909659991"_s.left(int(random.bounded(17))));
                break;
            case 2:
                desk.draft.pasteMembers(row,
                                        {{{u"name"_s, u"X"_s}, {u"sex"_s, u"Q"_s}}, {{u"name"_s, u"Y"_s}}});
                break;
            case 3:
                desk.draft.removeMembers(row, 1 + int(random.bounded(2)));
                break;
            case 4:
                desk.draft.moveMember(row, int(random.bounded(desk.draft.memberCount() + 1)));
                break;
            case 5:
                desk.draft.setSeen(u"PASSPORT"_s, row, random.bounded(2) == 0);
                break;
            default:
                desk.draft.undoStack().undo();
            }
            QVERIFY2(agrees(), qPrintable(QString::number(step)));
        }
        const Case end = desk.draft.content();
        const int index = desk.draft.undoStack().index(); // what was undone last lies above it
        while (desk.draft.undoStack().canUndo())
            desk.draft.undoStack().undo();
        QCOMPARE(desk.draft.content(), start);
        QVERIFY(agrees());
        while (desk.draft.undoStack().index() < index)
            desk.draft.undoStack().redo();
        QCOMPARE(desk.draft.content(), end);
        QVERIFY(agrees());
    }

    void whateverIsTypedCanBeReadAgain()
    {
        Desk desk;
        Case start;
        start.service = u"REG-PBPU"_s;
        CaseDraft draft(start, desk.port);
        for (const QString &field : {u"relation"_s, u"kin"_s, u"nik"_s, u"name"_s, u"birthDate"_s, u"sex"_s,
                                     u"marital"_s, u"citizenship"_s, u"fktp"_s, u"workMonths"_s})
            draft.setMemberText(0, field, u"?\u00e9 \"x\\ 12"_s);
        for (const QString &path : {u"family.kk"_s, u"family.class"_s, u"family.bank.code"_s,
                                    u"family.address.village"_s, u"applicant.kind"_s, u"family.phone"_s})
            draft.setText(path, u"<tidak jelas>"_s);
        const auto read = readCase(writeCase(draft.content()), draft.content().date);
        QVERIFY2(read, read ? "" : qPrintable(read.error().line()));
        QCOMPARE(read.value(), draft.content());
        QCOMPARE(draft.text(u"family.bank.code"_s), u"<tidak jelas>"_s);
    }

    void photoCellAsksForAPhoto()
    {
        Desk desk;
        desk.draft.setMemberText(0, u"name"_s, u"SARI"_s);
        QSignalSpy wanted(desk.grid, &MemberGrid::photoWanted);
        desk.grid->showCell(0, MemberModel::Photo);
        desk.press(Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
    }

    void foreignerLeadsToItsOwnFields()
    {
        Desk desk;
        desk.grid->setDetailsOf([&desk](int row, bool) {
            return desk.draft.content().family.members.value(row).citizenship == u"WNA";
        });
        QSignalSpy wanted(desk.grid, &MemberGrid::detailsWanted);
        desk.draft.setMemberText(0, u"nik"_s, u"2C11JE4455"_s);
        desk.grid->showCell(0, MemberModel::Facility);
        desk.type(u"03010701"_s);
        desk.press(Qt::Key_Tab);
        QCOMPARE(wanted.size(), 1);
        desk.grid->continueAfter(0, true);
        QCOMPARE(desk.at(), u"1,1"_s);
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

QTEST_MAIN(TestMemberGrid)
#include "tst_membergrid.moc"
