// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/print/receiptbuild.h"
#include "model/print/receiptdocument.h"
#include "model/print/receiptseal.h"
#include "model/rulebook/rulebook.h"
#include "model/store/store.h"
#include "model/store/storereader.h"
#include "papercheck.h"
#include "printsamples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kCase = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
constexpr auto kDay = "2026-11-21";
constexpr auto kPaidDay = "2026-12-05"; // the first day of the payment window, when the trial centre pays

struct Run {
    int exitCode = -1;
    QJsonObject out;
    QString err;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPapers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QFile photo(m_dir.filePath(u"sari.jpg"_s));
        QVERIFY(photo.open(QIODevice::WriteOnly) && photo.write(PrintSamples::photo()) > 0);
        QFile file(m_dir.filePath(u"case.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(family()).toJson()) > 0);
        file.close();
        photo.close();
        const Run run = loketctl({u"--today"_s, kDayText, u"submit"_s, file.fileName()});
        QVERIFY2(run.exitCode == 0, qPrintable(run.err + QString::fromUtf8(QJsonDocument(run.out).toJson())));
        m_card = run.out.value("numbers"_L1)[0].toObject().value("card"_L1).toString();
        QCOMPARE(m_card.size(), 13);
    }

    void receiptWhileWaiting()
    {
        const Run run = receipt(kDay, u"first.pdf"_s, {});
        QVERIFY2(run.exitCode == 0, qPrintable(run.err));
        QCOMPARE(run.err, QString());
        QCOMPARE(run.out.value("copy"_L1).toInt(), 0);
        QCOMPARE(run.out.value("pages"_L1).toInt(), 1);
        const QByteArray pdf = bytesOf(m_dir.filePath(u"first.pdf"_s));
        const QString text = textOf(pdf);
        for (const QString &part : {u"SARI DEWI"_s, u"menunggu verifikasi pusat"_s, u"MODE LATIHAN"_s, m_card,
                                    u"Rp70.000"_s, run.out.value("reference"_L1).toString()})
            QVERIFY2(text.contains(part), qPrintable(part + u" is missing in "_s + text));
        QVERIFY(!text.contains(u"SALINAN"_s));

        const auto seal = ReceiptSeal::parse(PaperCheck::codeIn(PaperCheck::pageOf(pdf, 300), u"QRCode"_s));
        QVERIFY(seal);
        QCOMPARE(seal->reference, run.out.value("reference"_L1).toString());
        QCOMPARE(seal->caseId, QLatin1String(kCase));
    }

    void aPipeOrDeviceIsNotReplaced()
    {
        const QString pipe = m_dir.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const Run run = receipt(kDay, u"pipe"_s, {});
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.err.contains(u"not an ordinary file"_s), qPrintable(run.err));
        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(pipe).constData(), &info), 0);
        QVERIFY(S_ISFIFO(info.st_mode));
    }

    void windowPrintsTheSame()
    {
        FixedClock clock(QDate::fromString(kDayText, Qt::ISODate));
        auto store = Store::open({m_dir.filePath(u"store"_s), {}, false, true, &clock});
        QVERIFY(bool(store));
        const auto reader = store.value()->reader();
        QVERIFY(bool(reader));
        const auto record = reader.value()->caseById(*CaseId::fromText(QString(QLatin1String(kCase))));
        QVERIFY(record && record.value());
        const auto regions = RegionIndex::load();
        QVERIFY(bool(regions));
        const auto facilities = FacilityIndex::trial();
        const auto seal = sealReceipt(*store.value(), record.value()->reference, record.value()->id).result();
        QVERIFY(bool(seal));
        const auto status = reader.value()->status();
        QVERIFY(bool(status));
        const PaperWorld world{RulebookLibrary::builtIn().get(),
                               regions.value().get(),
                               facilities.get(),
                               u"id"_s,
                               status.value().office,
                               status.value().isTrial,
                               clock.nowUtc()};
        const ReceiptDocument document(
            receiptFacts(*record.value(), {record.value()->officer, 0, seal.value()}, world),
            ReceiptPaper::A5);
        // Not byte for byte: the order in which the writer lists its fonts is its own.
        const QByteArray ours = pdfOf(document, clock.nowUtc());
        const QByteArray theirs = bytesOf(m_dir.filePath(u"first.pdf"_s));
        QCOMPARE(textOf(ours), textOf(theirs));
        QCOMPARE(PaperCheck::pageOf(ours, 300), PaperCheck::pageOf(theirs, 300));
    }

    void reprintSaysCopy()
    {
        const Run roll = receipt(kDay, u"second.pdf"_s, {u"--paper"_s, u"roll"_s, u"--language"_s, u"en"_s});
        QVERIFY2(roll.exitCode == 0, qPrintable(roll.err));
        QCOMPARE(roll.out.value("copy"_L1).toInt(), 1);
        const QString text = textOf(bytesOf(m_dir.filePath(u"second.pdf"_s)));
        QVERIFY2(text.contains(u"COPY No. 1"_s), qPrintable(text));
        const Run again = receipt(kDay, u"third.pdf"_s, {});
        QCOMPARE(again.out.value("copy"_L1).toInt(), 2);
        QVERIFY(textOf(bytesOf(m_dir.filePath(u"third.pdf"_s))).contains(u"SALINAN KE-2"_s));
    }

    void cardOnlyWhenConfirmedAndActive()
    {
        const QString path = m_dir.filePath(u"card.pdf"_s);
        Run run = loketctl({u"--today"_s, kDayText, u"card"_s, m_card, u"--pdf"_s, path});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(u"card.not-confirmed"_s) && run.err.count(u'\n') == 1, qPrintable(run.err));
        QCOMPARE(loketctl({u"--today"_s, kDayText, u"sync"_s}).exitCode, 0);
        run = loketctl({u"--today"_s, kDayText, u"card"_s, m_card, u"--pdf"_s, path});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(u"card.not-paid"_s), qPrintable(run.err));
        QVERIFY(!QFile::exists(path));
        QCOMPARE(loketctl({u"--today"_s, QLatin1String(kPaidDay), u"sync"_s}).exitCode, 0);
        run = loketctl({u"--today"_s, QLatin1String(kPaidDay), u"card"_s, m_card, u"--pdf"_s, path});
        QVERIFY2(run.exitCode == 0, qPrintable(run.err));
        QVERIFY(run.out.value("photo"_L1).toBool());
        const QByteArray pdf = bytesOf(path);
        const QString text = textOf(pdf);
        const QString fktp = FacilityIndex::trial()->facility(u"0138U020"_s)->name;
        for (const QString &part :
             {m_card, u"SARI DEWI"_s, u"29-09-1965"_s, u"Jl. Tebet Raya 1, RT 001/RW 002"_s,
              u"3174016909659991"_s, fktp, u"III"_s, u"MODE LATIHAN"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" is missing in "_s + text));
        QCOMPARE(PaperCheck::codeIn(PaperCheck::pageOf(pdf, 300), u"Code128"_s), m_card);
        QVERIFY(PaperCheck::toolSays(pdf, u"pdfinfo"_s, {u"FILE"_s}).contains(u"242.646 x 153.014 pts"_s));
    }

    void receiptAfterTheVerdict()
    {
        const Run run = receipt(kPaidDay, u"late.pdf"_s, {});
        QVERIFY2(run.exitCode == 0, qPrintable(run.err));
        const QString text = textOf(bytesOf(m_dir.filePath(u"late.pdf"_s)));
        QVERIFY2(text.contains(u"Disetujui pusat"_s) && text.contains(u"sudah dikonfirmasi pusat"_s),
                 qPrintable(text));
        QVERIFY(!text.contains(u"menunggu verifikasi"_s));
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const QString file = m_dir.filePath(u"never.pdf"_s);
        const QString other = u"0190a1b2-c3d4-7e5f-8a9b-000000000000"_s;
        QTest::newRow("receipt, no such case") << QStringList{u"receipt"_s, other, u"--pdf"_s, file} << 1;
        QTest::newRow("receipt, not an id") << QStringList{u"receipt"_s, u"17"_s, u"--pdf"_s, file} << 2;
        QTest::newRow("receipt, no file") << QStringList{u"receipt"_s, QLatin1String(kCase)} << 2;
        QTest::newRow("receipt, unknown paper")
            << QStringList{u"receipt"_s, QLatin1String(kCase), u"--pdf"_s, file, u"--paper"_s, u"a4"_s} << 2;
        QTest::newRow("receipt, option twice")
            << QStringList{u"receipt"_s, QLatin1String(kCase), u"--pdf"_s, file, u"--pdf"_s, file} << 2;
        QTest::newRow("receipt, unknown language")
            << QStringList{u"receipt"_s, QLatin1String(kCase), u"--pdf"_s, file, u"--language"_s, u"fr"_s}
            << 2;
        QTest::newRow("receipt, folder that is not there")
            << QStringList{u"receipt"_s, QLatin1String(kCase), u"--pdf"_s, u"/nonexistent/r.pdf"_s} << 3;
        QTest::newRow("card, nobody") << QStringList{u"card"_s, u"0001234567890"_s, u"--pdf"_s, file} << 1;
        QTest::newRow("card, not a number") << QStringList{u"card"_s, u"12345"_s, u"--pdf"_s, file} << 2;
        QTest::newRow("card, unknown stock")
            << QStringList{u"card"_s, u"0001234567890"_s, u"--pdf"_s, file, u"--stock"_s, u"gold"_s} << 2;
        QTest::newRow("no store") << QStringList{u"--store"_s,       u"/nonexistent"_s, u"card"_s,
                                                 u"0001234567890"_s, u"--pdf"_s,        file}
                                  << 3;
    }
    void refused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Run run = loketctl(arguments);
        QVERIFY2(run.exitCode == exitCode, qPrintable(u"%1: %2"_s.arg(run.exitCode).arg(run.err)));
        QVERIFY2(run.err.count(u'\n') == 1 && run.err.startsWith(u"loketctl: "_s), qPrintable(run.err));
        QVERIFY(!QFile::exists(m_dir.filePath(u"never.pdf"_s)));
    }

private:
    static QJsonObject family()
    {
        const auto member = [](const char *relation, const char *nik, const char *name, const char *born,
                               const char *sex, const char *marital) {
            return QJsonObject{{u"relation"_s, QLatin1String(relation)},
                               {u"nik"_s, QLatin1String(nik)},
                               {u"name"_s, QLatin1String(name)},
                               {u"birthPlace"_s, u"JAKARTA"_s},
                               {u"birthDate"_s, QLatin1String(born)},
                               {u"sex"_s, QLatin1String(sex)},
                               {u"marital"_s, QLatin1String(marital)},
                               {u"citizenship"_s, u"WNI"_s},
                               {u"fktp"_s, u"0138U020"_s}};
        };
        QJsonObject head = member("head", "3174016909659991", "SARI DEWI", "1965-09-29", "P", "widowed");
        head.insert(u"photo"_s, u"sari.jpg"_s);
        QJsonObject son = member("child", "3174011105049992", "BIMA DEWANTARA", "2004-05-11", "L", "single");
        son.insert(u"photo"_s, QJsonValue());
        son.insert(u"photoWaived"_s, u"kamera rusak"_s);
        const QJsonObject address{{u"line"_s, u"Jl. Tebet Raya 1"_s},
                                  {u"rt"_s, u"001"_s},
                                  {u"rw"_s, u"002"_s},
                                  {u"village"_s, u"31.74.01.1001"_s},
                                  {u"postcode"_s, u"12810"_s}};
        const QJsonObject bank{
            {u"code"_s, u"BRI"_s}, {u"account"_s, u"002301012345501"_s}, {u"holder"_s, u"SARI DEWI"_s}};
        const QJsonObject people{{u"kk"_s, u"3174010101220001"_s},
                                 {u"class"_s, 3},
                                 {u"phone"_s, u"081234567890"_s},
                                 {u"email"_s, u"sari@example.id"_s},
                                 {u"address"_s, address},
                                 {u"billingAddress"_s, QJsonValue()},
                                 {u"bank"_s, bank},
                                 {u"members"_s, QJsonArray{head, son}}};
        const QJsonArray documents{QJsonObject{{u"code"_s, u"KK"_s}},
                                   QJsonObject{{u"code"_s, u"BANK-BOOK"_s}}};
        return {{u"format"_s, u"loket-case/1"_s},
                {u"id"_s, QLatin1String(kCase)},
                {u"service"_s, u"REG-PBPU"_s},
                {u"date"_s, QLatin1String(kDay)},
                {u"channel"_s, u"MCS"_s},
                {u"segment"_s, u"PBPU.MANDIRI"_s},
                {u"applicant"_s, QJsonObject{{u"kind"_s, u"member"_s}}},
                {u"family"_s, people},
                {u"documents"_s, documents},
                {u"consent"_s,
                 QJsonObject{{u"at"_s, u"2026-11-21T09:00:00+07:00"_s}, {u"textVersion"_s, u"2022-1"_s}}}};
    }

    Run loketctl(const QStringList &arguments) const
    {
        QStringList words = arguments;
        if (!words.contains(u"--store"_s))
            words = QStringList{u"--store"_s, m_dir.filePath(u"store"_s)} + words;
        QProcess process;
        process.start(qEnvironmentVariable("LOKETCTL"), words);
        Run run;
        if (!process.waitForFinished(60'000))
            return run;
        run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        run.out = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        run.err = QString::fromUtf8(process.readAllStandardError());
        return run;
    }

    Run receipt(const char *day, const QString &file, const QStringList &more) const
    {
        return loketctl(QStringList{u"--today"_s, QLatin1String(day), u"receipt"_s, QLatin1String(kCase),
                                    u"--pdf"_s, m_dir.filePath(file)}
                        + more);
    }

    static QString textOf(const QByteArray &pdf)
    {
        return PaperCheck::toolSays(pdf, u"pdftotext"_s, {u"-layout"_s, u"FILE"_s, u"-"_s}).simplified();
    }

    const QString kDayText = QLatin1String(kDay);
    QTemporaryDir m_dir;
    QString m_card;
};

QTEST_MAIN(TestPapers)
#include "tst_papers.moc"
