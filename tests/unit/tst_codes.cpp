// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/codes.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// Every code has its texts, and every problem that the program can emit is a code.
class TestCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeStandsOnceWithBothTexts()
    {
        QSet<QString> seen;
        for (const CodeText &code : allCodes()) {
            const QString name = code.kind + u' ' + code.code;
            QVERIFY2(!seen.contains(name), qPrintable(name));
            seen += name;
            QVERIFY2(!code.kind.isEmpty() && !code.code.isEmpty(), qPrintable(name));
            QVERIFY2(!code.id.isEmpty() && !code.en.isEmpty(), qPrintable(name));
            QCOMPARE(codeText(code.kind, code.code, u"id"_s), code.id);
            QCOMPARE(codeText(code.kind, code.code, u"en"_s), code.en);
        }
        QVERIFY(!seen.isEmpty());
    }

    void kindsAreComplete_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("count");
        QTest::newRow("channels") << u"channel"_s << 6;
        QTest::newRow("states of the contract") << u"state"_s << 12;
        QTest::newRow("decisions") << u"decision"_s << 4;
        QTest::newRow("relations") << u"relation"_s << 5;
        QTest::newRow("classes") << u"class"_s << 3;
        QTest::newRow("services of the catalogue") << u"service"_s << 31; // with VOID
        QTest::newRow("groups of segments") << u"segment-group"_s << 7;
    }

    void kindsAreComplete()
    {
        QFETCH(QString, kind);
        QFETCH(int, count);
        QCOMPARE(codesOf(kind).size(), count);
    }

    void everySegmentIsInAGroup()
    {
        for (const QString &segment : codesOf(u"segment"_s))
            QVERIFY2(isCode(u"segment-group"_s, segment.section(u'.', 0, 0)), qPrintable(segment));
    }

    /// Reads the functions called problemCode in the sources of the model.
    void everyProblemOfAValueTypeIsACode()
    {
        static const QRegularExpression function(u"^QString problemCode\\(.*?^}"_s,
                                                 QRegularExpression::MultilineOption
                                                     | QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression literal(u"\"([a-z0-9.-]+)\""_s);
        int found = 0;
        QDirIterator files(QStringLiteral(LOKET_SOURCE_DIR "/model"), {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto body = function.globalMatch(text); body.hasNext();) {
                for (auto code = literal.globalMatch(body.next().captured()); code.hasNext(); ++found) {
                    const QString name = code.next().captured(1);
                    QVERIFY2(isCode(u"problem"_s, name), qPrintable(file.fileName() + u": "_s + name));
                }
            }
        }
        QVERIFY(found > 40);
        qInfo("%d problems of value types", found);
    }
};

QTEST_APPLESS_MAIN(TestCodes)
#include "tst_codes.moc"
