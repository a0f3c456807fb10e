// SPDX-License-Identifier: Apache-2.0
#include "forms/common/stylesheet.h"
#include "forms/common/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textContrast_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const bool dark : {false, true}) {
            const Tokens &t = dark ? darkTokens() : lightTokens();
            const QString look = dark ? u"dark "_s : u"light "_s;
            const auto row = [&](const char *name, const QColor &text, const QColor &ground) {
                QTest::newRow(qPrintable(look + QLatin1StringView(name))) << text << ground;
            };
            row("text on surface", t.text, t.surface);
            row("text on window", t.text, t.window);
            row("text on selection", t.text, t.primarySoft);
            row("muted on surface", t.muted, t.surface);
            row("muted on window", t.muted, t.window);
            row("muted on header", t.muted, t.header);
            row("muted on selection", t.muted, t.primarySoft);
            row("link on surface", t.primary, t.surface);
            row("link on selection", t.primary, t.primarySoft);
            row("primary button", t.onPrimary, t.primary);
            row("error on surface", t.danger, t.surface);
            row("warning on surface", t.warning, t.surface);
            row("rail", t.navigationText, t.navigation);
            row("rail current", t.navigationText, t.navigationCurrent);
            row("toast", t.surface, t.text);
            for (const Tone tone : {Tone::Neutral, Tone::Ok, Tone::Warning, Tone::Danger, Tone::Info})
                row(qPrintable(u"pill %1"_s.arg(int(tone))), t.tone(tone), t.toneSoft(tone));
        }
    }
    void textContrast()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
    }

    void everyTokenOfTheSheetIsKnown()
    {
        Theme theme(*qApp);
        for (const bool dark : {false, true}) {
            theme.setDark(dark);
            const QString sheet = styleSheet(theme);
            QVERIFY(!sheet.isEmpty());
            QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 20)));
        }
    }

    void sizesFollowTheTextSize()
    {
        Theme theme(*qApp);
        QCOMPARE(theme.px(Metric::kInput), 30);
        theme.setScale(150);
        QCOMPARE(theme.px(Metric::kInput), 45);
        QVERIFY(theme.font(Type::Base).pixelSize() > Metric::kFontBase);
        theme.setScale(400);
        QCOMPARE(theme.scale(), 150);
        theme.setScale(10);
        QCOMPARE(theme.scale(), 100);
    }

    void lookChangesWhileRunning()
    {
        Theme theme(*qApp);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setDark(true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(qApp->palette().color(QPalette::Window), darkTokens().window);
        theme.setDark(true);
        QCOMPARE(changed.size(), 1);
    }

    void everyIconHasAPicture()
    {
        for (int i = 0; i < int(Icon::Count_); ++i) {
            const QColor colour(Qt::red);
            const QImage image = iconPixmap(Icon(i), colour, 32).toImage();
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    drawn += qAlpha(image.pixel(x, y)) > 200 && qRed(image.pixel(x, y)) > 200;
            }
            QVERIFY2(drawn > 8, qPrintable(iconName(Icon(i))));
        }
    }

    /// Rule of the house: tokens.cpp holds every colour; no other source names one.
    void noColourElsewhere()
    {
        const QString root = QDir::cleanPath(qEnvironmentVariable("LOKET_TEST_DATA") + u"/../../forms"_s);
        static const QRegularExpression colour(
            u"#[0-9A-Fa-f]{6}\\b|QColor\\(0x|QColor\\(\\d|Qt::(red|blue|green|black|white|gray)\\b|setStyleSheet\\("_s);
        int files = 0;
        for (QDirIterator it(root, {u"*.cpp"_s, u"*.h"_s, u"*.qss"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();) {
            const QString path = it.next();
            if (path.endsWith("common/tokens.cpp"_L1) || path.endsWith("common/theme.cpp"_L1))
                continue;
            ++files;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto match = colour.match(QString::fromUtf8(file.readAll()));
            QVERIFY2(!match.hasMatch(), qPrintable(path + u": "_s + match.captured()));
        }
        QVERIFY(files > 10);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
