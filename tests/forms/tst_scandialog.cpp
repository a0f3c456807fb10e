// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/quadview.h"
#include "forms/capture/scandialog.h"
#include "forms/casework/casedraft.h"
#include "forms/casework/documentpanel.h"
#include "forms/casework/documentrow.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/theme.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/forms/fakecaseport.h"

#include <QBuffer>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

#include <sys/stat.h>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const ScanRule kCard{ScanRule::Shape::Card, false, 1'012, 150'000, {}};
const ScanRule kLetter{ScanRule::Shape::A4, true, 1'754, 200'000, {}};

/// A card that lies a little turned on a dark desk.
QImage cardOnDesk()
{
    QImage picture(1'280, 960, QImage::Format_RGB32);
    picture.fill(QColor(50, 45, 40));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(640, 480);
    painter.rotate(7);
    painter.fillRect(-428, -270, 856, 540, QColor(180, 208, 228));
    painter.fillRect(200, -160, 180, 240, QColor(190, 60, 50));
    for (int line = 0; line < 10; ++line)
        painter.fillRect(-380, -200 + line * 38, 280 + (line * 97) % 220, 14, QColor(40, 40, 50));
    return picture;
}

QByteArray pngOf(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

QByteArray pdfOfPages(int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(100, 100, 300, 100 + 150 * page, Qt::black);
    }
    painter.end();
    return buffer.data();
}

/// Whether a process is running that was started by a file of this folder.
bool runsFrom(const QString &folder)
{
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    return std::any_of(processes.cbegin(), processes.cend(), [&](const QString &process) {
        QFile words(u"/proc/"_s + process + u"/cmdline"_s);
        return words.open(QIODevice::ReadOnly) && words.readAll().contains(folder.toUtf8());
    });
}

struct Desk {
    FakeDialogs dialogs;
    ScanDialog dialog;
    QuadView *view;
    QLabel *message;
    QPushButton *accept;
    QSignalSpy ready;

    explicit Desk(const ScanRule &rule, PdfPages pdf = PdfPages())
        : dialog(dialogs, CaptureTools{}, std::make_shared<const ScanReader>(std::move(pdf)),
                 u"KTP elektronik"_s, rule)
        , view(dialog.findChild<QuadView *>())
        , message(dialog.findChild<QLabel *>(u"scanTrouble"_s))
        , accept(dialog.findChild<QPushButton *>(u"useScan"_s))
        , ready(&dialog, &ScanDialog::scanReady)
    {
        dialog.show();
        dialog.activateWindow();
        isActive = QTest::qWaitForWindowActive(&dialog);
    }
    bool isActive = false;
    bool settled()
    {
        return QTest::qWaitFor([&] { return !dialog.isBusy(); }, 60'000);
    }
    bool offer(const QByteArray &bytes)
    {
        dialog.offer(bytes);
        return settled();
    }
    /// The scan, once it is accepted with Enter.
    QByteArray entered()
    {
        QTest::keyClick(&dialog, Qt::Key_Return);
        return QTest::qWaitFor([&] { return ready.size() == 1; }, 60'000) ? ready[0][0].toByteArray()
                                                                          : QByteArray();
    }
    void picture(const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("LOKET_PICTURES"); !folder.isEmpty())
            dialog.grab().save(QDir(folder).filePath(name));
    }
};

} // namespace

class TestScanDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_language = std::make_unique<Language>();
        m_language->set(u"en"_s);
    }

    void edgesAreShownAndKept()
    {
        Desk desk(kCard);
        desk.picture(u"scan-empty.png"_s);
        QVERIFY(!desk.accept->isEnabled());
        QVERIFY(desk.offer(pngOf(cardOnDesk())));
        QVERIFY(desk.view->hasPicture());
        QCOMPARE(desk.message->text(), QString());
        if (!makePageFinder())
            QCOMPARE(desk.view->quad(), wholeQuad(QSize(1'280, 960)));
        else
            QVERIFY(QLineF(desk.view->quad().corners[0], QPointF(640 - 392, 480 - 320)).length() < 20);
        QVERIFY(QTest::qWaitFor(
            [&] {
                return !desk.dialog.findChild<QLabel *>(u"scanPreview"_s)->pixmap(Qt::ReturnByValue).isNull();
            },
            30'000));
        desk.picture(u"scan-edges.png"_s);
        const QByteArray jpeg = desk.entered();
        QVERIFY(!jpeg.isEmpty());
        QVERIFY(jpeg.size() <= kCard.bytes);
        const QImage scan = QImage::fromData(jpeg, "jpeg");
        QVERIFY(qAbs(double(scan.width()) / scan.height() - 85.6 / 54) < 0.02);
        if (makePageFinder()) { // nothing of the desk is left in the corners
            for (const QPoint &at : {QPoint(12, 12), QPoint(scan.width() - 12, scan.height() - 12)})
                QVERIFY(scan.pixelColor(at).lightness() > 120);
        }
        QCOMPARE(desk.dialog.result(), int(QDialog::Accepted));
    }

    void cornersMoveByKeys()
    {
        Desk desk(kCard);
        QVERIFY(desk.offer(pngOf(cardOnDesk())));
        QVERIFY(desk.view->hasFocus());
        QTest::keyClick(desk.view, Qt::Key_Home);
        QCOMPARE(desk.view->quad(), wholeQuad(QSize(1'280, 960)));
        QTest::keyClick(desk.view, Qt::Key_3);
        QCOMPARE(desk.view->corner(), 2);
        QTest::keyClick(desk.view, Qt::Key_Left);
        const double one = 1'280 - desk.view->quad().corners[2].x();
        QVERIFY(one > 0);
        QTest::keyClick(desk.view, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(960 - desk.view->quad().corners[2].y() > 3 * one);
        QTest::keyClick(desk.view, Qt::Key_Space);
        QCOMPARE(desk.view->corner(), 3);
        QTest::keyClick(desk.view, Qt::Key_Down); // outside: stays
        QCOMPARE(desk.view->quad().corners[3], QPointF(0, 960));
        QTest::keyClick(desk.view, Qt::Key_R);
        QCOMPARE(desk.view->picture().size(), QSize(960, 1'280));
        QVERIFY(isSound(desk.view->quad(), QSize(960, 1'280)));
        QTest::keyClick(desk.view, Qt::Key_End);
        const QImage scan = QImage::fromData(desk.entered(), "jpeg");
        QVERIFY(scan.height() > scan.width()); // the card stands now
    }

    void cornersMoveByMouse()
    {
        Desk desk(kCard);
        QVERIFY(desk.offer(pngOf(cardOnDesk())));
        QTest::keyClick(desk.view, Qt::Key_Home);
        const QPoint middle = desk.view->rect().center();
        const QPointF before = desk.view->quad().corners[0];
        // The picture is as wide as the view, a few pixels aside.
        const double high = (desk.view->width() - 20) * 0.75;
        const QPoint corner(10, int(middle.y() - high / 2));
        QTest::mousePress(desk.view, Qt::LeftButton, {}, corner);
        QTest::mouseMove(desk.view, corner + QPoint(60, 40));
        QTest::mouseRelease(desk.view, Qt::LeftButton, {}, corner + QPoint(60, 40));
        QVERIFY(desk.view->quad().corners[0].x() > before.x() + 40);
        QVERIFY(desk.view->quad().corners[0].y() > before.y() + 20);
    }

    void pagesOfAPdf()
    {
        Desk desk(kLetter);
        auto *label = desk.dialog.findChild<QLabel *>(u"scanPage"_s);
        QVERIFY(!label->isVisible());
        QVERIFY(desk.offer(pdfOfPages(3)));
        QVERIFY(label->isVisible());
        QVERIFY(label->text().contains(u"1"_s) && label->text().contains(u"3"_s));
        const QImage first = desk.view->picture();
        QTest::keyClick(desk.view, Qt::Key_PageDown);
        QVERIFY(desk.settled());
        QVERIFY(label->text().contains(u"2"_s));
        QVERIFY(desk.view->picture() != first);
        desk.picture(u"scan-pdf.png"_s);
        QTest::keyClick(desk.view, Qt::Key_PageUp);
        QVERIFY(desk.settled());
        QVERIFY(desk.view->picture() == first);
        const QImage scan = QImage::fromData(desk.entered(), "jpeg");
        QCOMPARE(scan.format(), QImage::Format_Grayscale8);
        QCOMPARE(scan.height(), kLetter.longSide);
    }

    void whatCannotBeUsedIsToldAndChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Kartu Keluarga");
        QTest::newRow("cut picture") << pngOf(cardOnDesk()).left(500);
        QTest::newRow("cut PDF") << pdfOfPages(1).left(300);
        QTest::newRow("hundred pages") << pdfOfPages(100);
        QTest::newRow("nothing") << QByteArray();
    }
    void whatCannotBeUsedIsToldAndChangesNothing()
    {
        QFETCH(QByteArray, bytes);
        Desk desk(kCard);
        QVERIFY(desk.offer(pngOf(cardOnDesk())));
        const QImage before = desk.view->picture();
        QVERIFY(desk.offer(bytes));
        QVERIFY(!desk.message->text().isEmpty());
        QVERIFY(desk.view->picture() == before);
        QVERIFY(desk.accept->isEnabled());
    }

    void aSlowFileStopsNothing()
    {
        const QTemporaryDir folder;
        Desk desk(kCard);
        desk.dialogs.fileAnswer = folder.filePath(u"slow.png"_s);
        QCOMPARE(mkfifo(QFile::encodeName(desk.dialogs.fileAnswer).constData(), 0600), 0);
        desk.dialog.chooseFile(); // nobody has written anything: a drive that sleeps
        QVERIFY(desk.dialog.isBusy());
        QFile drive(desk.dialogs.fileAnswer);
        QVERIFY(drive.open(QIODevice::WriteOnly));
        drive.write(pngOf(cardOnDesk()));
        drive.close();
        QVERIFY(QTest::qWaitFor([&] { return desk.view->hasPicture(); }, 60'000));
        desk.dialogs.fileAnswer = folder.filePath(u"gone.png"_s);
        desk.dialog.chooseFile();
        QVERIFY(QTest::qWaitFor([&] { return desk.message->text().contains(u"can't be opened"_s); }, 20'000));
        QVERIFY(desk.view->hasPicture()); // the picture before is still there
    }

    void escStopsASlowPdf()
    {
        const QTemporaryDir folder;
        for (const char *name : {"pdfinfo", "pdftoppm"}) {
            QFile file(folder.filePath(QLatin1StringView(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("#!/bin/sh\nexec tail -f \"$0\"\n"); // its name shows where it comes from
            file.close();
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        }
        PdfLimits limits;
        limits.time = std::chrono::minutes(2);
        Desk desk(kLetter, PdfPages(limits, folder.path()));
        desk.dialog.offer(pdfOfPages(1));
        QVERIFY(desk.dialog.isBusy());
        QVERIFY(QTest::qWaitFor([&] { return runsFrom(folder.path()); }, 20'000));
        desk.picture(u"scan-reading.png"_s);
        QTest::keyClick(&desk.dialog, Qt::Key_Escape);
        QVERIFY(!desk.dialog.isBusy());
        QVERIFY(QTest::qWaitFor([&] { return !runsFrom(folder.path()); }, 20'000)); // it ended as well
        QVERIFY(desk.dialog.isVisible()); // the first Esc ends the reading only
        QVERIFY(!desk.message->text().isEmpty());
        QTest::keyClick(&desk.dialog, Qt::Key_Escape);
        QVERIFY(!desk.dialog.isVisible());
        QVERIFY(desk.ready.isEmpty());
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Indonesian") << u"id"_s;
        QTest::newRow("English") << u"en"_s;
    }
    void nothingIsCutOff()
    {
        QFETCH(QString, language);
        m_language->set(language);
        Desk desk(kLetter);
        QVERIFY(desk.offer(pdfOfPages(2)));
        const QList<Finding> findings = inspectWindow(desk.dialog);
        m_language->set(u"en"_s);
        QVERIFY2(findings.isEmpty(), qPrintable(findingsText(findings)));
    }

    void checklistScansShowsAndDrops()
    {
        FakeCasePort port;
        port.assessor = [](const Case &content) {
            Assessment answer;
            DocumentNeed need;
            need.code = u"KTP-OR-KK"_s;
            need.required = true;
            need.seen = !content.documents.isEmpty();
            answer.documents = {need};
            return answer;
        };
        Case content;
        content.service = u"REG-PBPU"_s;
        content.date = QDate(2026, 11, 21);
        CaseDraft draft(content, port);
        DocumentPanel panel(draft);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.focusFirstOpen();
        auto *box = panel.findChild<QCheckBox *>(u"document"_s);
        QVERIFY(box->hasFocus());
        auto *view = panel.findChild<QPushButton *>(u"viewScan"_s);
        QVERIFY(!view->isVisible());

        QTest::keyClick(box, Qt::Key_V); // there is none yet
        QTest::keyClick(box, Qt::Key_S);
        QCOMPARE(port.scanned, QStringList{u"KTP-OR-KK"_s});
        QCOMPARE(draft.content().documents.size(), 1);
        const QString file = draft.content().documents[0].file;
        QVERIFY(file.startsWith(u"sha256:"_s));
        QVERIFY(QTest::qWaitFor([&] { return box->isChecked() && view->isVisible(); }));
        QTest::keyClick(box, Qt::Key_V);
        QCOMPARE(port.shownScans, QStringList{file});

        QTest::keyClick(box, Qt::Key_S); // another one in its place
        QVERIFY(draft.content().documents[0].file != file);
        QCOMPARE(draft.content().documents.size(), 1);
        draft.undoStack().undo();
        QCOMPARE(draft.content().documents[0].file, file);

        QTest::keyClick(box, Qt::Key_Delete);
        QCOMPARE(draft.content().documents.size(), 1); // it was seen all the same
        QCOMPARE(draft.content().documents[0].file, QString());
        QVERIFY(QTest::qWaitFor([&] { return !view->isVisible(); }));
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

QTEST_MAIN(TestScanDialog)
#include "tst_scandialog.moc"
