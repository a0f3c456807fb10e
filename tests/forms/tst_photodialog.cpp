// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/cropview.h"
#include "forms/capture/photodialog.h"
#include "forms/common/dialogs.h"
#include "forms/common/language.h"
#include "forms/common/theme.h"
#include "model/imaging/crop.h"
#include "model/imaging/photo.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <sys/stat.h>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// Answers with one file.
class OneFile : public Dialogs
{
public:
    QString file;
    void confirm(QWidget *, const Question &, std::function<void(bool)>) override { }
    void reason(QWidget *, const ReasonQuestion &, std::function<void(const QString &)>) override { }
    void openFile(QWidget *, const QString &, const QString &,
                  std::function<void(const QString &)> answer) override
    {
        answer(file);
    }
    void saveFile(QWidget *, const QString &, const QString &, const QString &,
                  std::function<void(const QString &)>) override
    {
    }
    void choose(QWidget *, const ChoiceQuestion &, std::function<void(const QString &)>) override { }
    void tell(QWidget *, const QString &, const QString &) override { }
};

QByteArray picture(QSize size, const QColor &left, const QColor &right)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(left);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = size.width() / 2; x < size.width(); ++x)
            image.setPixelColor(x, y, right);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

/// A dialog on the screen.
struct Desk {
    OneFile dialogs;
    PhotoDialog dialog;
    CropView *view;
    QLabel *message;
    QPushButton *accept;
    QSignalSpy ready;

    Desk()
        : dialog(dialogs, CaptureTools{}, u"SARI DEWI"_s)
        , view(dialog.findChild<CropView *>())
        , message(dialog.findChild<QLabel *>(u"pictureTrouble"_s))
        , accept(dialog.findChild<QPushButton *>(u"usePhoto"_s))
        , ready(&dialog, &PhotoDialog::photoReady)
    {
        dialog.show();
        dialog.activateWindow();
        isActive = QTest::qWaitForWindowActive(&dialog);
    }
    bool offer(const QByteArray &bytes)
    {
        dialog.offer(bytes);
        return settled();
    }
    bool settled()
    {
        return QTest::qWaitFor([&] { return !dialog.isBusy(); }, 20'000);
    }
    bool isActive = false;
};

} // namespace

class TestPhotoDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_language = std::make_unique<Language>();
        m_language->set(u"en"_s);
    }

    void keysAlone()
    {
        Desk desk;
        QVERIFY(desk.isActive);
        QVERIFY(!desk.accept->isEnabled());
        QTemporaryDir dir;
        desk.dialogs.file = dir.filePath(u"sari.png"_s);
        QFile file(desk.dialogs.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray bytes = picture(QSize(1600, 1200), Qt::red, Qt::blue);
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();

        QTest::keyClick(&desk.dialog, Qt::Key_O, Qt::ControlModifier);
        QVERIFY(desk.settled());
        QVERIFY(desk.view->hasPicture() && desk.view->hasFocus());
        const QRectF start = defaultCrop(QSize(1600, 1200));
        QCOMPARE(desk.view->crop(), start);

        QTest::keyClick(desk.view, Qt::Key_Plus);
        QVERIFY(desk.view->crop().height() < start.height());
        const QRectF zoomed = desk.view->crop();
        QTest::keyClick(desk.view, Qt::Key_Left);
        const double small = zoomed.x() - desk.view->crop().x();
        QTest::keyClick(desk.view, Qt::Key_Left, Qt::ShiftModifier);
        const double large = zoomed.x() - small - desk.view->crop().x();
        QVERIFY(small > 0 && large > small);
        QTest::keyClick(desk.view, Qt::Key_Right);
        QTest::keyClick(desk.view, Qt::Key_Down);
        QVERIFY(desk.view->crop().y() > zoomed.y());
        QTest::keyClick(desk.view, Qt::Key_Up);
        QTest::keyClick(desk.view, Qt::Key_Minus);
        QTest::keyClick(desk.view, Qt::Key_Home);
        QCOMPARE(desk.view->crop(), start);
        for (int i = 0; i < 100; ++i) // the edge holds
            QTest::keyClick(desk.view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(desk.view->crop().x(), 0.0);

        QTest::keyClick(desk.view, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return desk.ready.size() == 1; }, 20'000));
        QCOMPARE(desk.dialog.result(), int(QDialog::Accepted));
        const QByteArray jpeg = desk.ready.first().first().toByteArray();
        QCOMPARE(jpeg, encodePhoto(bytes, QRectF(0, 0, 900, 1200)).value());
        QVERIFY(QImage::fromData(jpeg).pixelColor(100, 200).red() > 200);
    }

    void escapeGivesUp()
    {
        Desk desk;
        QVERIFY(desk.offer(picture(QSize(600, 800), Qt::red, Qt::blue)));
        QTest::keyClick(desk.view, Qt::Key_Escape);
        QCOMPARE(desk.dialog.result(), int(QDialog::Rejected));
        QVERIFY(!desk.dialog.isVisible() && desk.ready.isEmpty());
    }

    void mouseAndWheel()
    {
        Desk desk;
        QVERIFY(desk.offer(picture(QSize(1600, 1200), Qt::red, Qt::blue)));
        const QRectF start = desk.view->crop();
        const QPoint middle = desk.view->rect().center();
        QTest::mousePress(desk.view, Qt::LeftButton, {}, middle);
        QTest::mouseMove(desk.view, middle - QPoint(30, 0));
        QTest::mouseRelease(desk.view, Qt::LeftButton, {}, middle - QPoint(30, 0));
        QVERIFY(desk.view->crop().x() < start.x());
        const QRectF moved = desk.view->crop();
        QTest::mouseMove(desk.view, middle); // let go: nothing moves any more
        QCOMPARE(desk.view->crop(), moved);
        QWheelEvent wheel(middle, desk.view->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(desk.view, &wheel);
        QVERIFY(desk.view->crop().height() < moved.height());
    }

    void badPictureChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("text") << QByteArray("hello") << u"not a picture"_s;
        QTest::newRow("GIF") << QByteArray("GIF89a....") << u"JPEG or PNG"_s;
        QTest::newRow("small") << picture(QSize(100, 100), Qt::red, Qt::red) << u"too small"_s;
        QTest::newRow("cut") << picture(QSize(600, 800), Qt::red, Qt::blue).chopped(20) << u"damaged"_s;
        QByteArray huge = picture(QSize(600, 800), Qt::red, Qt::blue);
        huge[16] = 0x10; // width of the PNG header
        QTest::newRow("huge") << huge << u"too large"_s;
    }
    void badPictureChangesNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        Desk desk;
        QVERIFY(desk.offer(bytes));
        QVERIFY2(desk.message->text().contains(words), qPrintable(desk.message->text()));
        QVERIFY(!desk.view->hasPicture() && !desk.accept->isEnabled());

        QVERIFY(desk.offer(picture(QSize(600, 800), Qt::red, Qt::blue)));
        QCOMPARE(desk.message->text(), QString());
        QTest::keyClick(desk.view, Qt::Key_Plus);
        const QRectF crop = desk.view->crop();
        QVERIFY(desk.offer(bytes));
        QVERIFY2(desk.message->text().contains(words), qPrintable(desk.message->text()));
        QVERIFY(desk.accept->isEnabled()); // the good one is still there
        QCOMPARE(desk.view->crop(), crop);
    }

    void pasteAndDrop()
    {
        Desk desk;
        QGuiApplication::clipboard()->setText(u"no picture"_s);
        QTest::keyClick(&desk.dialog, Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(desk.message->text().contains(u"no picture"_s), qPrintable(desk.message->text()));
        QGuiApplication::clipboard()->setImage(
            QImage::fromData(picture(QSize(500, 700), Qt::green, Qt::green)));
        QTest::keyClick(&desk.dialog, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(desk.settled());
        QVERIFY(desk.view->hasPicture());

        QTemporaryDir dir;
        QFile file(dir.filePath(u"a.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly)
                && file.write(picture(QSize(900, 900), Qt::red, Qt::blue)) > 0);
        file.close();
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desk.dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desk.dialog, &drop);
        QVERIFY(desk.settled());
        QCOMPARE(desk.view->crop(), defaultCrop(QSize(900, 900)));
    }

    void aSlowFileStopsNothing()
    {
        const QTemporaryDir folder;
        Desk desk;
        desk.dialogs.file = folder.filePath(u"slow.png"_s);
        QCOMPARE(mkfifo(QFile::encodeName(desk.dialogs.file).constData(), 0600), 0);
        desk.dialog.chooseFile(); // nobody has written anything: a drive that sleeps
        QVERIFY(desk.dialog.isBusy());
        QFile drive(desk.dialogs.file);
        QVERIFY(drive.open(QIODevice::WriteOnly));
        drive.write(picture(QSize(300, 400), Qt::red, Qt::blue));
        drive.close();
        QVERIFY(QTest::qWaitFor([&] { return desk.accept->isEnabled(); }, 20'000));
        desk.dialogs.file = folder.filePath(u"gone.png"_s);
        desk.dialog.chooseFile();
        QVERIFY(QTest::qWaitFor([&] { return desk.message->text().contains(u"can't be opened"_s); }, 20'000));
        QVERIFY(desk.accept->isEnabled()); // the picture before is still there
    }

    void lateAnswerNeverWins()
    {
        Desk desk;
        desk.dialog.offer(picture(QSize(3000, 4000), Qt::red, Qt::blue)); // slow
        QVERIFY(desk.offer(picture(QSize(400, 400), Qt::green, Qt::green)));
        QCOMPARE(desk.view->crop(), defaultCrop(QSize(400, 400)));
    }

    void everyControlHasAName()
    {
        for (const QString &language : {u"en"_s, u"id"_s}) {
            m_language->set(language);
            Desk desk;
            for (QWidget *widget : desk.dialog.findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                    continue;
                const auto *button = qobject_cast<QAbstractButton *>(widget);
                const bool isNamed
                    = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
                QVERIFY2(isNamed,
                         qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
            }
        }
        m_language->set(u"en"_s);
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

QTEST_MAIN(TestPhotoDialog)
#include "tst_photodialog.moc"
