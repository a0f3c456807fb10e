// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "forms/casework/membergrid.h"
#include "forms/common/casetab.h"
#include "forms/common/office.h"
#include "forms/common/theme.h"
#include "forms/shell/mainwindow.h"
#include "tests/fakes/fakedialogs.h"

#include <QApplication>
#include <QDialog>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// An officer who only has a keyboard. Types data and counts every act that is no part of them.
///
/// The rule: a datum is its characters and the one key that ends it (Enter or Tab); both belong to the data,
/// as they would on paper to the boxes of the form. Everything else is an act: function and control keys,
/// Space, arrows, Escape, and each Enter or Tab after which nothing was typed.
class Typist
{
public:
    explicit Typist(QWidget &window)
        : m_window(window)
    {
    }
    int acts() const { return m_acts; }
    const QStringList &list() const { return m_list; }
    int characters() const { return m_characters; }

    /// Types one datum and ends it.
    void datum(const QString &text, Qt::Key end = Qt::Key_Return)
    {
        for (const QChar c : text) {
            QTest::sendKeyEvent(QTest::Click, target(), Qt::Key_unknown, QString(c), Qt::NoModifier);
            QCoreApplication::processEvents(); // a person is slower than the event loop
        }
        m_characters += int(text.size());
        QTest::keyClick(target(), end);
        QCoreApplication::processEvents();
    }
    void act(const QString &why, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_acts;
        m_list << why;
        QTest::keyClick(target(), key, modifiers);
        QCoreApplication::processEvents();
    }
    QString at() const
    {
        const QWidget *now = QApplication::focusWidget();
        if (const auto *grid = qobject_cast<const MemberGrid *>(now))
            return u"member %1.%2"_s.arg(grid->currentIndex().row()).arg(grid->currentIndex().column());
        return now ? now->objectName() : QString();
    }

private:
    QWidget *target() const
    {
        QWidget *window = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : &m_window;
        return QApplication::focusWidget() ? QApplication::focusWidget() : window;
    }

    QWidget &m_window;
    int m_acts = 0;
    int m_characters = 0;
    QStringList m_list;
};

QString photoFile(const QTemporaryDir &dir)
{
    QImage image(600, 800, QImage::Format_RGB32);
    image.fill(QColor(90, 120, 160));
    for (int y = 200; y < 600; ++y) {
        for (int x = 180; x < 420; ++x)
            image.setPixelColor(x, y, QColor(220, 180, 150));
    }
    const QString path = dir.filePath(u"foto.jpg"_s);
    image.save(path, "jpg");
    return path;
}

} // namespace

/// The whole registration of a family of four by key events alone, in the real program on a real store.
class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFamilyOfFourByKeysAlone()
    {
        QTemporaryDir dir;
        FakeDialogs dialogs;
        dialogs.fileAnswer = photoFile(dir);
        const auto opened = Application::open({dir.filePath(u"store"_s), QDate(2026, 11, 21), {}}, &dialogs);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        Application &application = *opened.value();
        MainWindow &window = application.window();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        Typist officer(window);

        officer.act(u"F3: a new registration"_s, Qt::Key_F3);
        QTRY_COMPARE(officer.at(), u"family.kk"_s);
        auto *page = window.findChild<CaseTab *>();
        QVERIFY(page);
        for (const auto &[field, text] : {std::pair(u"family.kk"_s, u"3174010101220001"_s),
                                          {u"family.class"_s, u"3"_s},
                                          {u"family.phone"_s, u"081234567890"_s},
                                          {u"family.email"_s, u"sari@example.id"_s},
                                          {u"family.address.line"_s, u"Jl. Tebet Raya 1"_s},
                                          {u"family.address.rt"_s, u"1"_s},
                                          {u"family.address.rw"_s, u"2"_s},
                                          {u"family.address.village"_s, u"tebet timur"_s},
                                          {u"family.address.postcode"_s, u"12820"_s}}) {
            QCOMPARE(officer.at(), field);
            officer.datum(text);
        }

        // relation, NIK, name, place of birth | what the NIK does not tell | marital status, facility of the
        // head
        QCOMPARE(officer.at(), u"member 0.2"_s);
        for (const QString &text :
             {u"3174016909659991"_s, u"sari dewi"_s, u"jakarta"_s, u"kawin"_s, u"03010701"_s})
            officer.datum(text);
        QCOMPARE(officer.at(), u"member 1.1"_s);
        for (const QString &text : {u"s"_s, u"2C11JE4455"_s, u"johan peters"_s, u"utrecht"_s, u"02021963"_s,
                                    u"l"_s, u"k"_s, u"NL1234567"_s, u"24"_s})
            officer.datum(text);
        QCOMPARE(officer.at(), u"member 2.1"_s);
        for (const QString &text : {u"a"_s, u"3174011105049991"_s, u"bima peters"_s, u"jakarta"_s, u"b"_s})
            officer.datum(text);
        QCOMPARE(officer.at(), u"member 3.1"_s);
        officer.datum(u"a"_s);
        officer.act(u"Enter: the baby has no NIK"_s, Qt::Key_Return);
        for (const QString &text : {u"bayi ny sari"_s, u"jakarta"_s, u"03112026"_s, u"l"_s, u"b"_s})
            officer.datum(text);
        QCOMPARE(officer.at(), u"member 4.1"_s);
        officer.act(u"Enter: nobody else"_s, Qt::Key_Return);

        QCOMPARE(officer.at(), u"family.bank.code"_s);
        officer.datum(u"bri"_s);
        officer.datum(u"002301012345501"_s);
        QCOMPARE(officer.at(), u"consent"_s);
        officer.act(u"Space: agreed"_s, Qt::Key_Space);
        officer.act(u"Enter: on to the documents"_s, Qt::Key_Return);

        const auto photo = [&] {
            officer.act(u"Enter: photo"_s, Qt::Key_Return);
            QTRY_VERIFY(QApplication::activeModalWidget());
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QSignalSpy ended(dialog, &QDialog::finished);
            auto *accept = dialog->findChild<QPushButton *>(u"usePhoto"_s);
            QVERIFY(accept);
            if (!accept->isEnabled())
                officer.act(u"Ctrl+O: choose the file"_s, Qt::Key_O, Qt::ControlModifier);
            QTRY_VERIFY(accept->isEnabled());
            officer.act(u"Enter: take this part"_s, Qt::Key_Return);
            QTRY_COMPARE(ended.size(), 1);
            QTRY_VERIFY(!QApplication::activeModalWidget());
            window.activateWindow(); // offscreen there is no window manager that does
            QTRY_VERIFY(QApplication::focusWidget());
        };
        const auto isPhotoRow = [] {
            const QWidget *now = QApplication::focusWidget();
            return now && now->accessibleName().contains(u"foto"_s, Qt::CaseInsensitive);
        };
        for (int i = 0; i < 8 && officer.at() == u"document"; ++i) {
            if (isPhotoRow())
                photo();
            else
                officer.act(u"Enter: document seen"_s, Qt::Key_Return);
        }
        QTRY_COMPARE(officer.at(), u"submitCase"_s); // everything is there
        if (!qEnvironmentVariableIsEmpty("LOKET_PICTURES"))
            window.grab().save(qEnvironmentVariable("LOKET_PICTURES") + u"/typed.png"_s);
        officer.act(u"Ctrl+Enter: submit"_s, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(officer.at(), u"reason"_s);
        officer.datum(u"akta kelahiran sedang diurus"_s);
        officer.act(u"Ctrl+Enter: submit"_s, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(page->isSubmitted(), 20000);

        const QString pictures = qEnvironmentVariable("LOKET_PICTURES");
        if (!pictures.isEmpty())
            window.grab().save(pictures + u"/summary.png"_s);
        qInfo("acts beyond the data: %d (%d characters of data)", officer.acts(), officer.characters());
        qInfo("%s", qPrintable(officer.list().join(u" | "_s)));
        QVERIFY(officer.acts() <= 25);

        const auto record = application.office().caseById(page->caseId());
        QVERIFY(record && record.value());
        const Case &saved = record.value()->content;
        QCOMPARE(saved.family.members.size(), 4);
        QCOMPARE(saved.family.careClass, 3);
        QCOMPARE(saved.family.members[0].birthDate, u"1965-09-29"_s);
        QCOMPARE(saved.family.members[1].citizenship, u"WNA"_s);
        QCOMPARE(saved.family.members[1].workMonths, u"24"_s);
        QCOMPARE(saved.family.members[2].fktp, u"03010701"_s);
        QCOMPARE(saved.family.members[3].nik, QString());
        QCOMPARE(saved.family.bank.holder, u"SARI DEWI"_s);
        for (const CaseMember &member : saved.family.members)
            QVERIFY(member.photo.startsWith(u"sha256:"_s));
        QCOMPARE(record.value()->numbers.size(), 4);
        const auto drafts = application.office().drafts();
        QVERIFY(drafts && drafts.value().isEmpty());
    }

private:
    Theme m_theme{*qApp};
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
