// SPDX-License-Identifier: Apache-2.0
// The applicant's side of the counter: the second monitor and the signature.
#include "familyoffour.h"
#include "forms/applicant/applicantscreen.h"
#include "forms/applicant/applicantview.h"
#include "forms/capture/inkpad.h"
#include "forms/capture/signaturedialog.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/theme.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/rulebook.h"
#include "model/services/assess.h"

#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// A zigzag over a pad, with the mouse.
void draw(InkPad *pad, int strokes = 2)
{
    const QRect area = pad->rect();
    for (int stroke = 0; stroke < strokes; ++stroke) {
        const int left = area.width() / 10 + stroke * area.width() / 4;
        QTest::mousePress(pad, Qt::LeftButton, {}, {left, area.height() / 2});
        for (int i = 1; i <= 8; ++i)
            QTest::mouseMove(pad, {left + i * area.width() / 40, area.height() * (i % 2 ? 1 : 2) / 3});
        QTest::mouseRelease(pad, Qt::LeftButton, {}, {left + area.width() / 5, area.height() / 2});
    }
}

QString text(const ApplicantFacts &facts)
{
    QStringList all{facts.title, facts.subject};
    const auto take = [&all](const QList<ApplicantFacts::Line> &lines) {
        for (const auto &line : lines)
            all << line.label + u": "_s + line.value;
    };
    take(facts.lines);
    for (const auto &person : facts.people) {
        all << person.name;
        take(person.lines);
    }
    take(facts.dues);
    return all.join(u'\n');
}

void keepPicture(QWidget &widget, const QString &name)
{
    const QString dir = qEnvironmentVariable("LOKET_PICTURES");
    if (!dir.isEmpty())
        QVERIFY(widget.grab().save(dir + u'/' + name + u".png"_s));
}

} // namespace

class TestApplicant : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_language.set(u"id"_s);
        auto regions = RegionIndex::load();
        QVERIFY(regions);
        m_regions = regions.value();
    }

    // Signature

    void isDrawnTakenBackAndKept()
    {
        SignatureDialog dialog(u"Sari Dewi"_s, u"Setuju membayar iuran."_s, nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QSignalSpy kept(&dialog, &SignatureDialog::signatureReady);
        auto *pad = dialog.findChild<InkPad *>();
        auto *accept = dialog.findChild<QPushButton *>(u"acceptSignature"_s);
        QVERIFY(!accept->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(kept.size(), 0);

        draw(pad);
        QCOMPARE(dialog.ink().strokes().size(), 2);
        QVERIFY(accept->isEnabled());
        QCOMPARE(findingsText(inspectWindow(dialog)), QString());
        keepPicture(dialog, u"tanda-tangan"_s);
        QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(dialog.ink().strokes().size(), 1);
        QTest::keyClick(&dialog, Qt::Key_Delete);
        QVERIFY(dialog.ink().strokes().isEmpty());
        QVERIFY(!accept->isEnabled());

        draw(pad);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(kept.size(), 1);
        QVERIFY(!dialog.isVisible());
        const QByteArray png = kept.first().first().toByteArray();
        const QImage image = QImage::fromData(png, "png");
        QVERIFY(!image.isNull());
        QVERIFY(png.size() <= kSignatureBytes);
        QVERIFY(image.width() <= kSignaturePixels.width() && image.height() <= kSignaturePixels.height());
        QVERIFY(image.text().isEmpty()); // no metadata
    }

    void keysGoThroughItAndNothingIsNotKept()
    {
        SignatureDialog dialog(u"Sari Dewi"_s, QString(u"Saya setuju membayar iuran. "_s).repeated(20),
                               nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *pad = dialog.findChild<InkPad *>();
        QVERIFY(pad->hasFocus());
        QVERIFY(pad->heightForWidth(pad->width()) <= pad->height()); // the field takes the whole width
        const auto *hint = dialog.findChild<QLabel *>(u"signatureHint"_s);
        const QString before = hint->text();
        QTest::keyClick(pad, Qt::Key_Return);
        QVERIFY2(hint->text().contains(u"Belum ada tanda tangan"_s), qPrintable(hint->text()));
        QCOMPARE(hint->property("role").toString(), u"error"_s);
        QVERIFY(dialog.isVisible());
        draw(pad);
        QCOMPARE(hint->property("role").toString(), u"muted"_s);
        QVERIFY(hint->text() != before);
        QStringList way;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            way += QApplication::focusWidget()->objectName();
        }
        QCOMPARE(way,
                 (QStringList{u"clearSignature"_s, u"cancelSignature"_s, u"acceptSignature"_s,
                              u"signaturePad"_s}));
        QSignalSpy kept(&dialog, &SignatureDialog::signatureReady);
        QTest::keyClick(pad, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible() && kept.isEmpty());
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }

    void slipOfTheHandIsNoSignature()
    {
        SignatureDialog dialog(u"Sari Dewi"_s, u"Setuju."_s, nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *pad = dialog.findChild<InkPad *>();
        QTest::mouseClick(pad, Qt::LeftButton, {}, pad->rect().center());
        QVERIFY(!dialog.ink().isEnough());
        QVERIFY(!dialog.findChild<QPushButton *>(u"acceptSignature"_s)->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void padTakesNothingButThePenThatIsDown()
    {
        Ink ink;
        InkPad pad(ink, true);
        pad.resize(600, 200);
        pad.show();
        QTest::mouseMove(&pad, {10, 10});
        QTest::mousePress(&pad, Qt::RightButton, {}, {20, 20});
        QVERIFY(ink.strokes().isEmpty());
        InkPad only(ink, false);
        only.resize(600, 200);
        only.show();
        draw(&only);
        QVERIFY(ink.strokes().isEmpty());
    }

    void tabletPressureMakesBroaderLines()
    {
        Ink ink;
        InkPad pad(ink, true);
        pad.resize(600, 200);
        pad.show();
        const QPointingDevice pen(
            u"pen"_s, 1, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
            QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
        const auto send = [&](QEvent::Type type, QPointF at, double pressure) {
            QTabletEvent event(type, &pen, at, at, pressure, 0, 0, 0, 0, 0, {}, Qt::LeftButton,
                               Qt::LeftButton);
            QCoreApplication::sendEvent(&pad, &event);
            QVERIFY(event.isAccepted());
        };
        send(QEvent::TabletPress, {60, 60}, 0.1);
        send(QEvent::TabletMove, {90, 80}, 0.9);
        QCOMPARE(ink.strokes().size(), 1);
        QVERIFY(ink.strokes().first().last().width > ink.strokes().first().first().width);
    }

    void aPalmIsNoInkAndAFingerBeginsAnew()
    {
        Ink ink;
        InkPad pad(ink, true);
        pad.resize(600, 200);
        pad.show();
        const auto screen = std::unique_ptr<QPointingDevice>(QTest::createTouchDevice());
        QTest::touchEvent(&pad, screen.get()).press(1, {60, 60});
        QTest::touchEvent(&pad, screen.get()).move(1, {90, 80}).press(2, {300, 150});
        QTest::touchEvent(&pad, screen.get()).move(1, {120, 60}).move(2, {310, 150});
        QTest::touchEvent(&pad, screen.get()).release(1, {120, 60}).move(2, {400, 150});
        QTest::touchEvent(&pad, screen.get()).press(1, {200, 60}).stationary(2);
        QTest::touchEvent(&pad, screen.get()).release(1, {200, 60}).release(2, {400, 150});
        QCOMPARE(ink.strokes().size(), 2);
        QCOMPARE(ink.strokes().first().size(), 3);
        QCOMPARE(ink.strokes().last().size(), 1);
    }

    void anySignatureFitsItsBudget()
    {
        const quint32 seed = qEnvironmentVariableIntValue("LOKET_SEED")
            ? quint32(qEnvironmentVariableIntValue("LOKET_SEED"))
            : 20261128;
        qInfo("LOKET_SEED=%u", seed);
        QRandomGenerator random(seed);
        for (int strokes = 1; strokes <= 256; strokes *= 4) {
            QList<Stroke> all;
            for (int i = 0; i < strokes; ++i) {
                Stroke stroke;
                for (int at = 0; at < 40; ++at)
                    stroke << InkPoint{
                        {random.bounded(Ink::kField.width()), random.bounded(Ink::kField.height())}, 3};
                all << stroke;
            }
            const auto png = encodeSignature(inkPicture(all));
            QVERIFY2(png, qPrintable(QString::number(strokes)));
            QVERIFY(png.value().size() <= kSignatureBytes);
            QCOMPARE(encodeSignature(inkPicture(all)).value(), png.value());
        }
        QVERIFY(inkPicture({}).isNull());
    }

    void brokenPictureIsNoSignature()
    {
        QCOMPARE(signatureFromPicture("nonsense").error().kind, PictureIssue::Kind::NotAnImage);
    }

    // The applicant's screen

    void showsWhatIsRegisteredAndNothingElse()
    {
        Case content = Fakes::familyOfFour();
        content.documents = {{u"KTP"_s, 0, {}}};
        content.overrides = {{u"nik.birth-differs"_s, u"family.members[0].nik"_s, u"CATATAN RAHASIA"_s}};
        content.family.members[0].photoWaived = u"FOTO MENYUSUL"_s;
        const ApplicantFacts facts = factsOf(content);
        const QString all = text(facts);
        for (const CaseMember &member : content.family.members)
            QVERIFY2(all.contains(member.name.toUpper()), qPrintable(all));
        QVERIFY(all.contains(content.family.phone));
        QVERIFY(!all.contains(u"RAHASIA"_s));
        QVERIFY(!all.contains(u"MENYUSUL"_s));
        QVERIFY(!all.contains(u"KTP elektronik"_s));
        QVERIFY(factsOf(Case{}).isEmpty());
    }

    void isOnOnlyWithASecondMonitor()
    {
        QWidget officer;
        QScreen *second = nullptr;
        ApplicantScreen screen(officer, [&] { return second; });
        QSignalSpy off(&screen, &ApplicantScreen::turnedOff);
        screen.setSwitchedOn(true);
        QVERIFY(!screen.isOn());
        second = QGuiApplication::primaryScreen();
        Q_EMIT qApp->screenAdded(second);
        QTRY_VERIFY(screen.isOn());
        QCOMPARE(screen.geometry(), second->geometry());
        QVERIFY(screen.windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus)); // never in the officer's way
        second = nullptr;
        Q_EMIT qApp->screenRemoved(QGuiApplication::primaryScreen());
        QTRY_VERIFY(!screen.isOn());
        QCOMPARE(off.size(), 1);
    }

    void followsItsMonitorAndTheOfficersWindow()
    {
        QWidget officer;
        QScreen *second = QGuiApplication::primaryScreen();
        ApplicantScreen screen(officer, [&] { return second; });
        screen.setSwitchedOn(true);
        officer.show(); // after it, as the main window
        Ink ink;
        screen.ask(ink, u"Sari Dewi"_s, u"Bersedia."_s);
        const int high = screen.findChild<InkPad *>(u"applicantPad"_s)->parentWidget()->height();
        screen.setGeometry(0, 0, 320, 200);
        Q_EMIT second->geometryChanged(second->geometry());
        QTRY_COMPARE(screen.geometry(), second->geometry());
        QVERIFY(screen.findChild<InkPad *>(u"applicantPad"_s)); // still asks, in the new size
        QCOMPARE(screen.findChild<InkPad *>(u"applicantPad"_s)->parentWidget()->height(), high);
        screen.endAsk();
        second = nullptr; // the officer's window was moved to the only other monitor
        Q_EMIT officer.windowHandle()->screenChanged(QGuiApplication::primaryScreen());
        QTRY_VERIFY(!screen.isOn());
    }

    void isBlankWithoutCaseAndWhenNobodyWorks()
    {
        QWidget officer;
        officer.show();
        ApplicantScreen screen(officer, [] { return QGuiApplication::primaryScreen(); });
        const ApplicantFacts facts = factsOf(Fakes::familyOfFour());
        screen.show(facts);
        QVERIFY(screen.shown().isEmpty()); // not switched on
        screen.setSwitchedOn(true);
        screen.show(facts);
        QCOMPARE(screen.shown(), facts);
        screen.show({});
        QVERIFY(screen.shown().isEmpty());
        screen.show(facts);
        screen.setIdleTime(std::chrono::milliseconds(1));
        QTest::keyClick(&officer, Qt::Key_A); // the time counts from here
        QTRY_VERIFY(screen.shown().isEmpty());
        QTest::mouseClick(&screen, Qt::LeftButton); // the applicant is not the officer
        QVERIFY(screen.shown().isEmpty());
        screen.setIdleTime(std::chrono::minutes(2));
        QTest::keyClick(&officer, Qt::Key_A);
        QCOMPARE(screen.shown(), facts);
        screen.setSwitchedOn(false);
        QVERIFY(!screen.isOn());
        QVERIFY(screen.shown().isEmpty());
    }

    void factsAreLaidOutOnceATurn()
    {
        QWidget officer;
        ApplicantScreen screen(officer, [] { return QGuiApplication::primaryScreen(); });
        const ApplicantFacts facts = factsOf(Fakes::familyOfFour());
        int old = 0, made = 0;
        screen.showSoon([&] { return ++old, facts; });
        screen.setSwitchedOn(true);
        for (int i = 0; i < 5; ++i)
            screen.showSoon([&] { return ++old, ApplicantFacts(); });
        screen.showSoon([&] { return ++made, facts; }); // the newest counts
        QVERIFY(screen.shown().isEmpty());
        QTRY_COMPARE(screen.shown(), facts);
        QCOMPARE(made, 1);
        QCOMPARE(old, 0);
        screen.showSoon([&] { return ++made, ApplicantFacts(); });
        QTRY_VERIFY(screen.shown().isEmpty());
        QCOMPARE(made, 2);
    }

    void signsOnTheSecondMonitor()
    {
        QWidget officer;
        QScreen *second = QGuiApplication::primaryScreen();
        ApplicantScreen screen(officer, [&] { return second; });
        screen.setSwitchedOn(true);
        screen.show(factsOf(Fakes::familyOfFour()));
        SignatureDialog dialog(u"Sari Dewi"_s, u"Bersedia membayar iuran pertama."_s, &screen);
        dialog.show();
        auto *pad = screen.findChild<InkPad *>(u"applicantPad"_s);
        QVERIFY(pad);
        QTRY_VERIFY(pad->width() > 200);
        draw(dialog.findChild<InkPad *>(u"signaturePad"_s)); // the officer's only shows
        QVERIFY(dialog.ink().strokes().isEmpty());
        draw(pad);
        QCOMPARE(dialog.ink().strokes().size(), 2);
        keepPicture(screen, u"layar-pemohon-tanda-tangan"_s);
        QCOMPARE(findingsText(inspectWindow(screen)), QString());
        auto *hint = dialog.findChild<QLabel *>(u"signatureHint"_s);
        const QString signing = hint->text();
        Q_EMIT dialog.ink().finished();
        QVERIFY(hint->text() != signing);
        QSignalSpy kept(&dialog, &SignatureDialog::signatureReady);
        // The cable is pulled: the applicant may go on at the officer's screen.
        second = nullptr;
        Q_EMIT qApp->screenRemoved(QGuiApplication::primaryScreen());
        QTRY_VERIFY(!screen.isOn());
        dialog.ink().clear();
        auto *here = dialog.findChild<InkPad *>(u"signaturePad"_s);
        dialog.activateWindow();
        QTRY_VERIFY(here->hasFocus());
        QCOMPARE(here->nextInFocusChain(), dialog.findChild<QPushButton *>(u"clearSignature"_s));
        draw(here);
        QCOMPARE(dialog.ink().strokes().size(), 2);
        QTest::keyClick(here, Qt::Key_Return);
        QCOMPARE(kept.size(), 1);
    }

    void largeFamilyTurnsPages_data()
    {
        QTest::addColumn<int>("members");
        QTest::addColumn<QSize>("size");
        for (const int members : {1, 4, 9, 20}) {
            QTest::addRow("%d on 1920x1080", members) << members << QSize(1920, 1080);
            QTest::addRow("%d on 1024x768", members) << members << QSize(1024, 768);
        }
    }
    void largeFamilyTurnsPages()
    {
        QFETCH(int, members);
        QFETCH(QSize, size);
        Case content = Fakes::familyOfFour();
        const CaseMember child = content.family.members.last();
        while (content.family.members.size() < members) {
            content.family.members << child;
            content.family.members.last().name = u"ANAK NOMOR %1"_s.arg(content.family.members.size());
        }
        while (content.family.members.size() > members)
            content.family.members.removeLast();
        ApplicantView view;
        view.resize(size);
        view.show(factsOf(content));
        static_cast<QWidget &>(view).show();
        QVERIFY(view.pageCount() >= 1);
        QVERIFY2(members > 4 || view.pageCount() == 1, qPrintable(QString::number(view.pageCount())));
        const QSizeF room(size.width() * 0.9, size.height() * 0.8);
        const ApplicantPages pages = applicantPages(factsOf(content), room, lightTokens());
        QString all;
        for (const QString &page : pages.pages) {
            QTextDocument document;
            layOutApplicantText(document, page, room.width(), pages.size);
            QVERIFY(document.size().height() <= room.height());
            QVERIFY(document.size().width() <= room.width() + 1);
            all += document.toPlainText();
        }
        for (const CaseMember &member : content.family.members)
            QVERIFY(all.contains(member.name.toUpper()));
        keepPicture(view, u"layar-pemohon-%1-%2"_s.arg(members).arg(size.width()));
        const int before = view.page();
        view.turn();
        QCOMPARE(view.page(), view.pageCount() > 1 ? before + 1 : before);
    }

private:
    ApplicantFacts factsOf(const Case &content) const
    {
        PaperWorld world;
        world.regions = m_regions.get();
        const auto facilities = FacilityIndex::trial();
        world.facilities = facilities.get();
        const auto rulebooks = RulebookLibrary::builtIn();
        Context context;
        context.rulebooks = rulebooks.get();
        context.today = QDate(2022, 3, 1);
        context.regions = m_regions.get();
        context.facilities = facilities.get();
        const Case dated = content.service.isEmpty() ? content : [&] {
            Case c = content;
            c.date = context.today;
            return c;
        }();
        return applicantFacts(dated, assess(dated, context), rulebooks->on(context.today), world,
                              std::nullopt);
    }

    std::unique_ptr<Theme> m_theme;
    Language m_language;
    std::shared_ptr<const RegionIndex> m_regions;
};

QTEST_MAIN(TestApplicant)
#include "tst_applicant.moc"
