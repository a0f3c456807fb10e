// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString sourceRoot()
{
    return QDir::cleanPath(qEnvironmentVariable("LOKET_TEST_DATA") + u"/../.."_s);
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression mark(u"%(L?\\d|n)"_s);
    QStringList found;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        found += it.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

/// Asks lupdate what the sources say today: no text may be without its Indonesian words.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString ts = m_dir.filePath(u"loket_id.ts"_s);
        QVERIFY(QFile::copy(sourceRoot() + u"/resources/translations/loket_id.ts"_s, ts));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE),
                      {sourceRoot() + u"/forms"_s, sourceRoot() + u"/app"_s, u"-extensions"_s, u"cpp,h"_s,
                       u"-I"_s, sourceRoot(), u"-locations"_s, u"none"_s, u"-ts"_s, ts});
        QVERIFY(lupdate.waitForFinished(120000));
        QCOMPARE(lupdate.exitCode(), 0);
        QFile file(ts);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(m_document.setContent(&file));
    }

    void everyTextIsTranslated()
    {
        QStringList faults;
        int texts = 0;
        const QDomNodeList messages = m_document.elementsByTagName(u"message"_s);
        for (int i = 0; i < messages.size(); ++i) {
            const QDomElement message = messages.at(i).toElement();
            const QDomElement translation = message.firstChildElement(u"translation"_s);
            const QString source = message.firstChildElement(u"source"_s).text();
            const QString kind = translation.attribute(u"type"_s);
            ++texts;
            if (kind == "unfinished"_L1)
                faults += u"not translated: "_s + source;
            else if (kind == "vanished"_L1 || kind == "obsolete"_L1)
                faults += u"no longer in the sources: "_s + source;
            else if (placeholders(source) != placeholders(translation.text()))
                faults += u"placeholders differ: "_s + source;
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(texts > 40);
    }

private:
    QTemporaryDir m_dir;
    QDomDocument m_document;
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
