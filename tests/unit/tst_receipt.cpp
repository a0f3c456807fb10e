// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/ink.h"
#include "model/print/modules.h"
#include "model/print/printtexts.h"
#include "model/print/receiptdocument.h"
#include "papercheck.h"
#include "printsamples.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestReceipt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A service on a known family: whom, before and after, from when, what to know; nothing of a
    /// registration.
    void tellsAChange_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("id") << u"id"_s
                            << QStringList{u"Berlaku mulai"_s, u"Perubahan"_s, u"Peserta"_s, u"Tahap 2"_s,
                                           u"Perlu diketahui"_s};
        QTest::newRow("en") << u"en"_s
                            << QStringList{u"Holds from"_s, u"Change"_s, u"Member"_s, u"Stage 2"_s,
                                           u"Please note"_s};
    }
    void tellsAChange()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, says);
        ReceiptFacts facts = PrintSamples::receipt();
        facts.language = language;
        facts.isChange = true;
        facts.members.clear();
        facts.dues.reset();
        facts.numbers = NumberState::None;
        facts.payFrom = facts.payUntil = QDate();
        facts.documents.clear();
        facts.person = u"BIMA PETERS"_s;
        facts.changes = {{u"FKTP"_s, u"Puskesmas Tebet"_s, u"Klinik Sehat Sentosa Bersama Manggarai"_s},
                         {u"Alasan"_s, {}, u"Pindah domisili"_s}};
        facts.effective = QDate(2026, 12, 1);
        facts.instalments = {210'000, 209'999};
        facts.advice = u"FKTP lama melayani sampai hari itu."_s;
        for (const ReceiptPaper paper : {ReceiptPaper::A5, ReceiptPaper::Roll}) {
            const ReceiptDocument document(facts, paper);
            QCOMPARE(PaperCheck::layoutFaults(document, 1.7), QStringList());
            const QString text = PaperCheck::textsOf(document).join(u' ');
            for (const QString &part : says
                     + QStringList{u"BIMA PETERS"_s, u"01-12-2026"_s, u"Rp209.999"_s,
                                   u"Puskesmas Tebet → Klinik Sehat"_s, facts.advice})
                QVERIFY2(text.contains(part), qPrintable(part + u" is missing in "_s + text));
            for (const QString &part :
                 {u"9990000000001"_s, u"Virtual Account"_s, u"orang ×"_s, u"menyusul"_s})
                QVERIFY2(!text.contains(part), qPrintable(part + u" is in "_s + text));
        }
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void wording_data()
    {
        QTest::addColumn<int>("numbers");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("says");
        QTest::addColumn<QStringList>("saysNot");
        const QString va = u"8888890000000001"_s;
        const QString card = u"9990000000001"_s;
        QTest::newRow("no number yet")
            << int(NumberState::None) << int(CaseState::Queued) << u"id"_s
            << QStringList{u"menunggu verifikasi pusat"_s, u"Nomor kartu dan VA menyusul"_s, u"menyusul"_s,
                           u"5–21 Des 2026"_s}
            << QStringList{va, card, u"sudah disiapkan"_s, u"dikonfirmasi"_s};
        QTest::newRow("reserved, offline")
            << int(NumberState::Reserved) << int(CaseState::Queued) << u"id"_s
            << QStringList{u"menunggu verifikasi pusat"_s,
                           u"sudah disiapkan dan berlaku setelah diverifikasi pusat"_s,
                           va,
                           card,
                           u"Rp140.000"_s,
                           u"Rp168.000"_s,
                           u"–Rp28.000"_s}
            << QStringList{u"Nomor kartu dan VA menyusul"_s, u"dikonfirmasi"_s, u"Disetujui pusat"_s};
        QTest::newRow("received, still reserved")
            << int(NumberState::Reserved) << int(CaseState::Received) << u"id"_s
            << QStringList{u"menunggu verifikasi pusat"_s, va} << QStringList{u"dikonfirmasi"_s};
        QTest::newRow("confirmed") << int(NumberState::Confirmed) << int(CaseState::Accepted) << u"id"_s
                                   << QStringList{u"Disetujui pusat"_s, u"sudah dikonfirmasi pusat"_s,
                                                  u"aktif setelah pembayaran pertama"_s, va, card}
                                   << QStringList{u"menunggu"_s, u"sudah disiapkan"_s};
        QTest::newRow("confirmed, with changes")
            << int(NumberState::Confirmed) << int(CaseState::AcceptedChanged) << u"id"_s
            << QStringList{u"Disetujui pusat dengan perubahan"_s} << QStringList{u"menunggu"_s};
        QTest::newRow("rejected") << int(NumberState::Reserved) << int(CaseState::Rejected) << u"id"_s
                                  << QStringList{u"Ditolak pusat"_s, u"tidak berlaku"_s,
                                                 u"NIK sudah terdaftar"_s}
                                  << QStringList{va, u"5–21 Des 2026"_s, u"berlaku setelah"_s};
        QTest::newRow("needs correction")
            << int(NumberState::Reserved) << int(CaseState::NeedsCorrection) << u"id"_s
            << QStringList{u"Perlu perbaikan"_s, u"NIK sudah terdaftar"_s}
            << QStringList{u"Disetujui pusat"_s};
        QTest::newRow("English, no number yet")
            << int(NumberState::None) << int(CaseState::Queued) << u"en"_s
            << QStringList{u"awaiting verification by the centre"_s, u"follow once the centre"_s,
                           u"to follow"_s, u"5–21 Dec 2026"_s}
            << QStringList{va, card, u"menyusul"_s};
        QTest::newRow("English, confirmed")
            << int(NumberState::Confirmed) << int(CaseState::Accepted) << u"en"_s
            << QStringList{u"Accepted by the centre"_s, u"confirmed by the centre"_s, va}
            << QStringList{u"Anggota"_s};
    }
    void wording()
    {
        QFETCH(int, numbers);
        QFETCH(int, state);
        QFETCH(QString, language);
        QFETCH(QStringList, says);
        QFETCH(QStringList, saysNot);
        ReceiptFacts facts = PrintSamples::receipt();
        facts.language = language;
        facts.numbers = NumberState(numbers);
        facts.state = CaseState(state);
        facts.reason = u"NIK sudah terdaftar"_s;
        if (facts.numbers == NumberState::None || facts.state == CaseState::Rejected) {
            for (ReceiptMember &member : facts.members)
                member.card.clear();
        }
        for (const ReceiptPaper paper : {ReceiptPaper::A5, ReceiptPaper::Roll}) {
            const QString text = PaperCheck::textsOf(ReceiptDocument(facts, paper)).join(u'\n');
            for (const QString &part : says)
                QVERIFY2(text.contains(part), qPrintable(part + u" is missing in\n"_s + text));
            for (const QString &part : saysNot)
                QVERIFY2(!text.contains(part), qPrintable(part + u" is in\n"_s + text));
        }
    }

    void saysEverything()
    {
        const ReceiptFacts facts = PrintSamples::receipt();
        for (const ReceiptPaper paper : {ReceiptPaper::A5, ReceiptPaper::Roll}) {
            const QByteArray pdf = pdfOf(ReceiptDocument(facts, paper), facts.printedAt);
            QString text = PaperCheck::toolSays(pdf, u"pdftotext"_s, {u"-layout"_s, u"FILE"_s, u"-"_s});
            text = text.simplified();
            QStringList wanted{facts.reference,
                               facts.service,
                               facts.familyName,
                               facts.kk,
                               facts.segment,
                               facts.phone,
                               facts.va,
                               facts.officer,
                               facts.office,
                               u"Jl. Tebet Raya 1"_s,
                               u"Rp168.000"_s,
                               u"Rp140.000"_s,
                               u"Dibayar tiap bulan"_s,
                               u"5–21 Des 2026"_s,
                               u"MODE LATIHAN"_s,
                               u"21-11-2026 10.07 WIB"_s,
                               u"21-11-2026 10.05 WIB"_s,
                               u"2022-1"_s,
                               u"Kartu Keluarga"_s,
                               u"Paspor (Johan Peters)"_s,
                               u"NIK belum ada"_s,
                               u"bukan kartu peserta"_s,
                               u"III"_s};
            for (const ReceiptMember &member : facts.members)
                wanted << member.name << member.relation << printedDay(member.birthDate) << member.nik
                       << member.card;
            for (const QString &part : wanted)
                QVERIFY2(text.contains(part), qPrintable(part + u" is missing in "_s + text));
        }
    }

    void copyAndTrialAreTold()
    {
        ReceiptFacts facts = PrintSamples::receipt();
        facts.trial = false;
        QString text = PaperCheck::textsOf(ReceiptDocument(facts, ReceiptPaper::A5)).join(u'\n');
        QVERIFY(!text.contains(u"SALINAN"_s) && !text.contains(u"LATIHAN"_s));
        facts.copy = 3;
        text = PaperCheck::textsOf(ReceiptDocument(facts, ReceiptPaper::A5)).join(u'\n');
        QVERIFY(text.contains(u"SALINAN KE-3"_s) && !text.contains(u"LATIHAN"_s));
        facts.trial = true;
        facts.language = u"en"_s;
        text = PaperCheck::textsOf(ReceiptDocument(facts, ReceiptPaper::Roll)).join(u'\n');
        QVERIFY(text.contains(u"COPY No. 3"_s) && text.contains(u"TRAINING MODE"_s));
    }

    void unknownConsentTextIsNamed()
    {
        ReceiptFacts facts = PrintSamples::receipt();
        facts.consentVersion = u"2031-4"_s;
        facts.consentText.clear();
        QVERIFY(PaperCheck::textsOf(ReceiptDocument(facts, ReceiptPaper::A5))
                    .join(u'\n')
                    .contains(u"versi 2031-4"_s));
        facts.consentVersion.clear();
        QVERIFY(!PaperCheck::textsOf(ReceiptDocument(facts, ReceiptPaper::A5))
                     .join(u'\n')
                     .contains(u"Pernyataan"_s));
    }

    void signatureIsPrinted()
    {
        ReceiptFacts facts = PrintSamples::receipt();
        const auto words
            = [&] { return PaperCheck::textsOf(ReceiptDocument(facts, ReceiptPaper::A5)).join(u'\n'); };
        QVERIFY(!words().contains(u"Tanda tangan pemohon"_s));
        facts.signature = "no picture"; // of another counter, or damaged: a receipt all the same
        QVERIFY(!words().contains(u"Tanda tangan pemohon"_s));
        facts.signature
            = encodeSignature(inkPicture({{{{10, 10}, 3}, {{300, 90}, 3}, {{600, 20}, 3}}})).value();
        QVERIFY(words().contains(u"Tanda tangan pemohon"_s));
        for (const ReceiptPaper paper : {ReceiptPaper::A5, ReceiptPaper::Roll}) {
            ReceiptFacts without = facts;
            QImage blank(600, 80, QImage::Format_Grayscale8);
            blank.fill(Qt::white);
            without.signature = encodeSignature(blank).value();
            QVERIFY(rasterPage(ReceiptDocument(facts, paper), 0, 100)
                    != rasterPage(ReceiptDocument(without, paper), 0, 100));
        }
    }

    void codeIsReadBack_data()
    {
        QTest::addColumn<int>("paper");
        QTest::addColumn<int>("members");
        QTest::newRow("A5") << int(ReceiptPaper::A5) << 4;
        QTest::newRow("roll") << int(ReceiptPaper::Roll) << 4;
        QTest::newRow("A5, two pages or more") << int(ReceiptPaper::A5) << 12;
    }
    void codeIsReadBack()
    {
        QFETCH(int, paper);
        QFETCH(int, members);
        const ReceiptFacts facts
            = members == 4 ? PrintSamples::receipt() : PrintSamples::longReceipt(members);
        const ReceiptDocument receipt(facts, ReceiptPaper(paper));
        const int last = receipt.pageCount() - 1;
        QCOMPARE(PaperCheck::codeIn(rasterPage(receipt, last), u"QRCode"_s), facts.qrText);
        const QByteArray pdf = pdfOf(receipt, facts.printedAt);
        QCOMPARE(PaperCheck::codeIn(PaperCheck::pageOf(pdf, 300, last + 1), u"QRCode"_s), facts.qrText);
        if (ReceiptPaper(paper) == ReceiptPaper::Roll) // the dots of a thermal printer
            QCOMPARE(PaperCheck::codeIn(rasterPage(receipt, last, 203), u"QRCode"_s), facts.qrText);
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<int>("members");
        QTest::addColumn<bool>("longest");
        QTest::addColumn<int>("paper");
        QTest::addColumn<int>("pages");
        for (const int members : {1, 4, 7}) {
            QTest::addRow("%d members, A5", members) << members << false << int(ReceiptPaper::A5) << 1;
            QTest::addRow("%d members, roll", members) << members << false << int(ReceiptPaper::Roll) << 1;
        }
        QTest::newRow("12 members, A5") << 12 << false << int(ReceiptPaper::A5) << 2;
        QTest::newRow("1 member, longest, A5") << 1 << true << int(ReceiptPaper::A5) << 1;
        QTest::newRow("7 members, longest, A5") << 7 << true << int(ReceiptPaper::A5) << 2;
        QTest::newRow("12 members, longest, A5") << 12 << true << int(ReceiptPaper::A5) << 2;
        QTest::newRow("40 members, longest, A5") << 40 << true << int(ReceiptPaper::A5) << -1;
        QTest::newRow("40 members, longest, roll") << 40 << true << int(ReceiptPaper::Roll) << 1;
    }
    void nothingIsCut()
    {
        QFETCH(int, members);
        QFETCH(bool, longest);
        QFETCH(int, paper);
        QFETCH(int, pages);
        ReceiptFacts facts = PrintSamples::longReceipt(members);
        if (!longest) { // long, as real names go
            for (ReceiptMember &member : facts.members)
                member.name = u"RADEN AJENG SITI NURHALIZAH KUSUMANINGRUM"_s;
            facts.familyName = facts.members.first().name;
            facts.officer = u"Rina Amelia"_s;
            facts.segment = u"PBPU Mandiri"_s;
            facts.address = u"Perumahan Griya Kencana Permai Blok AA-27 Nomor 119, RT 012/RW 021, Cibeunying "
                            u"Kidul, Kabupaten "
                            "Bandung Barat, Jawa Barat 40121"_s;
        }
        for (const QString &language : {u"id"_s, u"en"_s}) {
            facts.language = language;
            facts.copy = 1;
            const ReceiptDocument receipt(facts, ReceiptPaper(paper));
            if (pages > 0)
                QCOMPARE(receipt.pageCount(), pages);
            QCOMPARE(PaperCheck::layoutFaults(receipt, 1.6).join(u'\n'), QString());
            const QStringList texts = PaperCheck::textsOf(receipt);
            const QString all = texts.join(u'\n');
            for (const ReceiptMember &member : facts.members)
                QVERIFY(texts.contains(member.name) && all.contains(member.card) && all.contains(member.nik));
            QVERIFY(texts.contains(facts.address));
            // What stands at the end is never alone on its page.
            QVERIFY(placedTexts(receipt, receipt.pageCount() - 1).size() > 12);
        }
    }

    void fileIsWhatItShouldBe_data()
    {
        QTest::addColumn<int>("paper");
        QTest::addColumn<double>("width");
        QTest::newRow("A5") << int(ReceiptPaper::A5) << 148 / 25.4 * 72;
        QTest::newRow("roll") << int(ReceiptPaper::Roll) << 80 / 25.4 * 72;
    }
    void fileIsWhatItShouldBe()
    {
        QFETCH(int, paper);
        QFETCH(double, width);
        const ReceiptFacts facts = PrintSamples::receipt();
        const ReceiptDocument receipt(facts, ReceiptPaper(paper));
        const QByteArray pdf = pdfOf(receipt, facts.printedAt);
        const QString info = PaperCheck::toolSays(pdf, u"pdfinfo"_s, {u"-isodates"_s, u"FILE"_s});
        const auto size = QRegularExpression(u"Page size:\\s+([0-9.]+) x ([0-9.]+) pts"_s).match(info);
        QVERIFY2(size.hasMatch(), qPrintable(info));
        QVERIFY(qAbs(size.captured(1).toDouble() - width) < 0.1);
        QVERIFY(qAbs(size.captured(2).toDouble() - receipt.pageSize().height() / 25.4 * 72) < 0.1);
        QVERIFY2(info.contains(QRegularExpression(u"Title:\\s+MCS2-000017\\n"_s)), qPrintable(info));
        const auto created = QRegularExpression(u"CreationDate:\\s+(\\S+)"_s).match(info);
        QCOMPARE(QDateTime::fromString(created.captured(1), Qt::ISODate).toUTC(), facts.printedAt.toUTC());
        QVERIFY(!info.contains(u"SARI"_s) && !info.contains(facts.kk));
        const QString fonts = PaperCheck::toolSays(pdf, u"pdffonts"_s, {u"FILE"_s});
        QVERIFY2(fonts.contains(u"NotoSans"_s), qPrintable(fonts));
        for (const QString &line : fonts.split(u'\n', Qt::SkipEmptyParts).mid(2))
            QVERIFY2(line.contains(QRegularExpression(u"\\syes\\s+(yes|no)\\s+yes\\s"_s)), qPrintable(line));
    }

    void sameEveryTime()
    {
        const ReceiptFacts facts = PrintSamples::receipt();
        const ReceiptDocument one(facts, ReceiptPaper::A5);
        const ReceiptDocument two(facts, ReceiptPaper::A5);
        QCOMPARE(pdfOf(one, facts.printedAt), pdfOf(two, facts.printedAt));
        QCOMPARE(rasterPage(one, 0), rasterPage(two, 0));
    }

    void everyTextIsThereInBothLanguages()
    {
        QFile file(u":/loket/cards/print-texts.csv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts).mid(1);
        QVERIFY(lines.size() > 50);
        for (const QString &line : lines) {
            const QString key = line.section(u',', 0, 0);
            QVERIFY2(hasPrintText(key), qPrintable(key));
            const QString id = printText(key, u"id"_s);
            const QString en = printText(key, u"en"_s);
            QVERIFY2(!id.isEmpty() && !en.isEmpty(), qPrintable(key));
            for (const QString &place : {u"%1"_s, u"%2"_s})
                QCOMPARE(id.contains(place), en.contains(place));
        }
    }

    void spans_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("until");
        QTest::addColumn<QString>("id");
        QTest::newRow("one month") << QDate(2022, 3, 15) << QDate(2022, 3, 31) << u"15–31 Mar 2022"_s;
        QTest::newRow("two months") << QDate(2022, 4, 20) << QDate(2022, 5, 5) << u"20 Apr – 5 Mei 2022"_s;
        QTest::newRow("two years") << QDate(2026, 12, 20) << QDate(2027, 1, 5)
                                   << u"20 Des 2026 – 5 Jan 2027"_s;
        QTest::newRow("one day") << QDate(2022, 8, 1) << QDate(2022, 8, 1) << u"1 Agu 2022"_s;
        QTest::newRow("none") << QDate() << QDate() << QString();
    }
    void spans()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, until);
        QFETCH(QString, id);
        QCOMPARE(printedSpan(from, until, u"id"_s), id);
    }

    void labelNeverStandsAlone()
    {
        ReceiptFacts facts = PrintSamples::receipt();
        facts.phone.clear();
        for (const ReceiptPaper paper : {ReceiptPaper::A5, ReceiptPaper::Roll})
            QCOMPARE(PaperCheck::textsOf(ReceiptDocument(facts, paper)).count(u"–"_s), 1);
    }

    void codesOfNothing()
    {
        QVERIFY(!qrModules(QString()));
        QVERIFY(!qrModules(QString(5000, u'x')));
        QVERIFY(!code128Modules(QString()));
        QVERIFY(!code128Modules(u"é"_s));
        ReceiptFacts facts = PrintSamples::receipt();
        facts.qrText.clear();
        const ReceiptDocument receipt(facts, ReceiptPaper::A5);
        QVERIFY(!PaperCheck::textsOf(receipt).join(u' ').contains(u"Pindai"_s));
        QCOMPARE(PaperCheck::layoutFaults(receipt, 1.6).join(u'\n'), QString());
    }
};

QTEST_MAIN(TestReceipt)
#include "tst_receipt.moc"
