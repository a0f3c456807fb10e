// SPDX-License-Identifier: Apache-2.0
// Every reason that a centre gives, read out of the sources of the desk, the stand-in and the fake, has a
// sentence for the officer in both languages.
#include "model/rulebook/codes.h"
#include "model/vault/envelopeheader.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

QString kindOf(const QString &code)
{
    for (const QString &kind : {u"verdict"_s, u"answer"_s}) {
        if (isCode(kind, code))
            return kind;
    }
    return {};
}

/// The codes in C++ text: u"word.word"_s, and what stands first in an answer with a status of its own.
QSet<QString> codesIn(const QString &text)
{
    static const QRegularExpression dotted(uR"x(u"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"_s)x"_s);
    static const QRegularExpression answered(uR"x(\berror\([0-9]{3}, u"([a-z.-]+)"_s)x"_s);
    QSet<QString> codes;
    for (const QRegularExpression &form : {dotted, answered}) {
        for (auto found = form.globalMatch(text); found.hasNext();)
            codes += found.next().captured(1);
    }
    return codes;
}

/// Those of the sources of a folder below the root whose names begin like this; tests are none of a centre's.
QSet<QString> codesBelow(const QString &folder, const QString &begin = {})
{
    QSet<QString> codes;
    const QString root = qEnvironmentVariable("LOKET_TEST_DATA") + u"/../../"_s;
    for (QDirIterator files(root + folder, {u"*.cpp"_s}, QDir::Files); files.hasNext();) {
        files.next();
        QFile source(files.filePath());
        if (files.fileName().startsWith("tst_"_L1) || !files.fileName().startsWith(begin)
            || !source.open(QIODevice::ReadOnly))
            continue;
        codes += codesIn(QString::fromUtf8(source.readAll()));
    }
    return codes;
}

} // namespace

class TestReceiptCodes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSourcesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("a reason") << u"return refused(u\"device.fork\"_s);"_s << u"device.fork"_s;
        QTest::newRow("one word") << u"return error(503, u\"later\"_s);"_s << u"later"_s;
        QTest::newRow("no code") << u"fail(Failure{FailureKind::Io, u\"can't be read\"_s});"_s << u""_s;
    }
    void theSourcesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QCOMPARE(codesIn(text), code.isEmpty() ? QSet<QString>() : QSet<QString>{code});
    }

    void everyReasonOfACentre_data()
    {
        QTest::addColumn<QSet<QString>>("codes");
        QTest::addColumn<int>("least");
        QTest::newRow("desk and judge") << codesBelow(u"model/centre"_s) << 20;
        QTest::newRow("loket-central") << codesBelow(u"tests/central"_s) << 20;
        QTest::newRow("the centre in memory") << codesBelow(u"tests/fakes"_s, u"fakecentre"_s) << 8;
    }
    void everyReasonOfACentre()
    {
        QFETCH(QSet<QString>, codes);
        QFETCH(int, least);
        for (const QString &code : codes)
            QVERIFY2(!kindOf(code).isEmpty(), qPrintable(code));
        QVERIFY2(codes.size() >= least, qPrintable(QString::number(codes.size())));
    }

    /// The other way round: a sentence that no centre says is dead.
    void everyAnswerIsGiven()
    {
        const QSet<QString> given = codesBelow(u"tests/central"_s) + codesBelow(u"model/centre"_s)
            + codesBelow(u"tests/fakes"_s, u"fakecentre"_s) + codesBelow(u"model/sync"_s);
        for (const QString &code : codesOf(u"answer"_s))
            QVERIFY2(given.contains(code), qPrintable(code));
    }

    /// What happened; that the work is safe, or what to do. No full stop: the window goes on behind it.
    void anAnswerIsASentence()
    {
        for (const QString &code : codesOf(u"answer"_s)) {
            for (const QString &language : {u"id"_s, u"en"_s}) {
                const QString words = codeText(u"answer"_s, code, language);
                QVERIFY2(words.contains(u"; "_s) || words.contains(u", "_s), qPrintable(code));
                QVERIFY2(words.at(0).isUpper() && !words.endsWith(u'.'), qPrintable(code));
            }
        }
    }

    void everyFaultOfAnEnvelope()
    {
        for (int fault = 0; !envelopeFaultWord(EnvelopeFault(fault)).isEmpty(); ++fault) {
            const QString code = u"envelope."_s + envelopeFaultWord(EnvelopeFault(fault)).replace(u' ', u'-');
            QVERIFY2(isCode(u"verdict"_s, code), qPrintable(code));
        }
        QVERIFY(!envelopeFaultWord(EnvelopeFault::NotJson).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReceiptCodes)
#include "tst_receiptcodes.moc"
