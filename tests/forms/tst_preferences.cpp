// SPDX-License-Identifier: Apache-2.0
#include "forms/common/preferences.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// A value of the entry's kind that is not its default.
QVariant anotherValue(const Preferences::Entry &entry)
{
    for (const QVariant &value : entry.allowed) {
        if (value != entry.fallback)
            return value;
    }
    return entry.fallback.metaType() == QMetaType::fromType<bool>() ? QVariant(!entry.fallback.toBool())
                                                                    : QVariant(u"budi"_s);
}

} // namespace

/// Walks the table of preferences.
class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntry_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < Preferences::entries().size(); ++i)
            QTest::newRow(Preferences::entries().at(i).key) << i;
    }
    void everyEntry()
    {
        QFETCH(int, index);
        const Preferences::Entry &entry = Preferences::entries().at(index);
        const QVariant other = anotherValue(entry);
        QTemporaryDir dir;
        const QString file = dir.filePath(u"preferences.ini"_s);
        {
            Preferences preferences(file);
            QCOMPARE(preferences.value(entry.key), entry.fallback);
            QSignalSpy changed(&preferences, &Preferences::changed);
            preferences.set(entry.key, other);
            QCOMPARE(changed.size(), 1);
            preferences.set(entry.key, other);
            QCOMPARE(changed.size(), 1); // nothing new
            QCOMPARE(preferences.value(entry.key), other);
            if (!entry.allowed.isEmpty()) {
                preferences.set(entry.key, u"nonsense"_s);
                QCOMPARE(preferences.value(entry.key), other);
            }
        }
        Preferences again(file);
        QCOMPARE(again.value(entry.key), other);
        QCOMPARE(again.value(entry.key).metaType(), entry.fallback.metaType());
    }

    void aSpoiltFileReadsAsDefaults()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"preferences.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nlanguage=klingon\ntextSize=5000\nchannel=\nreceiptPaper=a0\n\xff\xfe\n");
        file.close();
        const Preferences preferences(file.fileName());
        QCOMPARE(preferences.language(), u"id"_s);
        QCOMPARE(preferences.textSize(), 100);
        QCOMPARE(preferences.channel(), u"MCS"_s);
        QCOMPARE(preferences.receiptPaper(), u"a5"_s);
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
