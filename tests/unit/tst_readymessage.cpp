// SPDX-License-Identifier: Apache-2.0
// The message that an applicant takes home: what it says, what it does not say, and that a phone reads it.
#include "model/domain/facilities.h"
#include "model/print/modules.h"
#include "model/print/readymessage.h"
#include "model/rulebook/rulebook.h"
#include "papercheck.h"

#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestReadyMessage : public QObject
{
    Q_OBJECT

    static ReceiptFacts receipt()
    {
        ReceiptFacts facts;
        facts.reference = u"MCS2-000017"_s;
        facts.service = u"Pendaftaran PBPU"_s;
        facts.familyName = u"SARI DEWI"_s;
        facts.kk = u"3174010101220001"_s;
        facts.address = u"JL. TEBET RAYA 1"_s;
        facts.phone = u"081234567890"_s;
        facts.members
            = {{u"SARI DEWI"_s, u"Kepala"_s, QDate(1965, 9, 29), u"3174016909659991"_s, u"9990000000001"_s}};
        facts.dues = DuesSum();
        facts.dues->member = 105000;
        facts.payFrom = QDate(2022, 3, 15);
        facts.payUntil = QDate(2022, 3, 31);
        facts.numbers = NumberState::Reserved;
        facts.va = u"8888890000000001"_s;
        facts.office = u"MCS Kab. Garut"_s;
        facts.advice = u"Iuran pertama dibayar 14 sampai 30 hari setelah pendaftaran."_s;
        return facts;
    }
    static PaperWorld world(const QString &language = u"id"_s)
    {
        PaperWorld world;
        world.rulebooks = RulebookLibrary::builtIn().get();
        world.language = language;
        world.office = u"MCS Kab. Garut"_s;
        return world;
    }
    const QDate kDay{2022, 3, 1};

private Q_SLOTS:
    void aRegistration()
    {
        QCOMPARE(readyLines(readyFacts(receipt(), world(), kDay)),
                 (QStringList{u"BPJS Kesehatan – MCS Kab. Garut"_s, u"Nomor referensi: MCS2-000017"_s,
                              u"Pendaftaran PBPU"_s, u"Virtual Account: 8888890000000001"_s,
                              u"Iuran: Rp105.000 per bulan"_s, u"Bayar pertama: 15–31 Mar 2022"_s,
                              u"Jangan membayar sebelum tanggal itu; nomor menunggu verifikasi pusat."_s,
                              u"Saat mengambil kartu: bawa KTP atau KK dan pesan ini."_s,
                              u"Diambil orang lain: bawa juga Surat kuasa."_s, receipt().advice}));
    }

    void nobodyIsNamed_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("id") << u"id"_s;
        QTest::newRow("en") << u"en"_s;
    }
    void nobodyIsNamed()
    {
        QFETCH(QString, language);
        ReceiptFacts facts = receipt();
        facts.language = language;
        const QString text = readyText(readyFacts(facts, world(language), kDay), 100'000);
        for (const QString &own : {u"SARI"_s, facts.kk, u"3174016909659991"_s, u"9990000000001"_s,
                                   facts.phone, u"TEBET"_s, u"1965"_s})
            QVERIFY2(!text.contains(own, Qt::CaseInsensitive), qPrintable(own));
        QVERIFY(text.contains(facts.va) && text.contains(facts.reference));
    }

    void withoutANumber()
    {
        ReceiptFacts facts = receipt();
        facts.numbers = NumberState::None;
        const QString text = readyText(readyFacts(facts, world(), kDay));
        QVERIFY(!text.contains(facts.va));
        QVERIFY2(text.contains(u"menyusul"_s), qPrintable(text));
    }

    void aCaseThatWasRefusedIsNotPaid()
    {
        ReceiptFacts facts = receipt();
        facts.state = CaseState::Rejected;
        const QString text = readyText(readyFacts(facts, world(), kDay));
        QVERIFY(text.contains(u"Jangan membayar"_s));
        QVERIFY(!text.contains(facts.va) && !text.contains(u"105.000"_s));
    }

    void aFamilyWithArrears()
    {
        FamilyView family;
        family.segment = u"PBPU.MANDIRI"_s;
        family.careClass = 3;
        family.va = u"8888890000000001"_s;
        family.paidUntil = u"2021-12"_s;
        MemberView member;
        member.id = 4;
        family.members = {member, member};
        const QStringList lines = readyLines(readyFacts(family, world(), kDay));
        QVERIFY(lines.contains(u"Iuran: Rp70.000 per bulan"_s));
        QVERIFY2(lines.contains(u"Tunggakan: Rp140.000"_s),
                 qPrintable(lines.join(u'\n'))); // January, February
        QVERIFY(lines.contains(u"Terbayar sampai: 12-2021"_s));
        QVERIFY(!lines.join(u' ').contains(u"verifikasi"_s)); // the centre knows the number
    }

    void whatMattersLeastGoesFirst()
    {
        ReceiptFacts facts = receipt();
        facts.advice = QString(300, u'x');
        const ReadyFacts ready = readyFacts(facts, world(), kDay);
        const QString whole = readyText(ready, 100'000);
        const QString fitted = readyText(ready);
        QVERIFY(whole.contains(facts.advice) && whole.toUtf8().size() > kReadyBytes);
        QVERIFY(!fitted.contains(u"xx"_s));
        QVERIFY2(fitted.toUtf8().size() <= kReadyBytes, qPrintable(QString::number(fitted.toUtf8().size())));
        const QString least = readyText(ready, 1); // what must be said is said
        QVERIFY(least.contains(facts.va) && least.contains(u"105.000"_s) && least.contains(u"15–31 Mar"_s));
        QVERIFY(!least.contains(u"Surat kuasa"_s));
    }

    void theSlipIsReadByAPhone_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<double>("dotsPerInch");
        QTest::newRow("id, printer of rolls") << u"id"_s << 203.0;
        QTest::newRow("en, office printer") << u"en"_s << 300.0;
        QTest::newRow("id, coarse") << u"id"_s << 120.0;
    }
    void theSlipIsReadByAPhone()
    {
        QFETCH(QString, language);
        QFETCH(double, dotsPerInch);
        ReceiptFacts facts = receipt();
        facts.language = language;
        facts.trial = true;
        const ReadyFacts ready = readyFacts(facts, world(language), kDay);
        const ReadySlip slip(ready);
        QCOMPARE(slip.title(), facts.reference);
        QCOMPARE(slip.pageSize().width(), 80.0);
        QCOMPARE(PaperCheck::layoutFaults(slip, 2.0), QStringList());
        QCOMPARE(PaperCheck::codeIn(rasterPage(slip, 0, dotsPerInch), u"QRCode"_s), readyText(ready));
        QVERIFY(readyText(ready).startsWith(language == u"id" ? u"MODE LATIHAN"_s : u"TRAINING MODE"_s));
        if (const QString dir = qEnvironmentVariable("LOKET_PICTURES"); !dir.isEmpty())
            rasterPage(slip, 0, 150).save(u"%1/slip-%2.png"_s.arg(dir, language));
    }
};

QTEST_MAIN(TestReadyMessage)
#include "tst_readymessage.moc"
