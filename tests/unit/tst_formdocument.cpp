// SPDX-License-Identifier: Apache-2.0
#include "model/print/formbuild.h"
#include "model/print/formdocument.h"
#include "model/rulebook/rulebook.h"
#include "papercheck.h"

#include <QBuffer>
#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

Case sampleCase(int members)
{
    Case content;
    content.service = u"REG-PBPU"_s;
    content.date = QDate(2026, 11, 21);
    content.segment = u"PBPU.MANDIRI"_s;
    content.family.kk = u"3174010101220001"_s;
    content.family.careClass = 3;
    content.family.phone = u"081234567890"_s;
    content.family.email = u"sari@example.id"_s;
    content.family.address = {u"Jl. Tebet Raya 1"_s, u"001"_s, u"002"_s, u"31.74.01.1001"_s, u"12810"_s};
    content.family.bank = {u"BRI"_s, u"002301012345501"_s, u"SARI DEWI"_s};
    for (int i = 0; i < members; ++i) {
        CaseMember member;
        member.relation = i == 0 ? u"head"_s : u"child"_s;
        member.nik = i == 3 ? QString() : QString::number(3174016909659991 + i);
        member.name = i == 0 ? u"SARI DEWI"_s : u"ANAK KE-%1 DARI KELUARGA SARI DEWI PUSPITASARI"_s.arg(i);
        member.birthPlace = u"Jakarta"_s;
        member.birthDate = u"1990-05-01"_s;
        member.sex = u"P"_s;
        member.marital = u"single"_s;
        member.citizenship = i == 2 ? u"WNA"_s : u"WNI"_s;
        member.passport = i == 2 ? u"X1234567"_s : QString();
        member.fktp = u"0138U020"_s;
        member.photoWaived = i == 1 ? u"bayi"_s : QString();
        content.family.members += member;
    }
    return content;
}

} // namespace

/// The registration form on paper: all minimum fields are there, nothing lies over another, and there is room
/// to sign.
class TestFormDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsThere_data()
    {
        QTest::addColumn<int>("members");
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isProxy");
        QTest::newRow("one person") << 1 << u"id"_s << false;
        QTest::newRow("family of four, in English, by a proxy") << 4 << u"en"_s << true;
        QTest::newRow("family of twelve") << 12 << u"id"_s << false;
    }
    void everyFieldIsThere()
    {
        QFETCH(int, members);
        QFETCH(QString, language);
        QFETCH(bool, isProxy);
        Case content = sampleCase(members);
        if (isProxy)
            content.applicant = {u"proxy"_s, u"Budi Santoso"_s, u"3174010101700001"_s};
        const FormDocument form(facts(content, language));
        QCOMPARE(form.pageSize(), QSizeF(210, 297));
        QVERIFY(form.pageCount() >= 1 && form.pageCount() <= 1 + members / 5);
        const QStringList faults = PaperCheck::layoutFaults(form, 1.9);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));

        const QByteArray pdf = pdfOf(form, QDateTime::currentDateTimeUtc());
        const QString text = PaperCheck::toolSays(pdf, u"pdftotext"_s, {u"-layout"_s, u"FILE"_s, u"-"_s});
        for (const QString &word :
             {u"3174010101220001"_s, u"081234567890"_s, u"sari@example.id"_s, u"002301012345501"_s,
              u"Jl. Tebet Raya 1"_s, u"0138U020"_s, u"01-05-1990"_s, u"III"_s, u"2022-1"_s, u"Rina Amelia"_s,
              u"MCS2-000017"_s})
            QVERIFY2(text.contains(word), qPrintable(word + u'\n' + text));
        for (const CaseMember &member : content.family.members)
            QVERIFY2(member.nik.isEmpty() || text.contains(member.nik), qPrintable(member.nik));
        QVERIFY(text.contains(isProxy ? u"BUDI SANTOSO (3174010101700001)"_s : u"SARI DEWI"_s));
        const QString info = PaperCheck::toolSays(pdf, u"pdfinfo"_s, {u"FILE"_s});
        const auto size = QRegularExpression(u"Page size:\\s+([0-9.]+) x ([0-9.]+) pts"_s).match(info);
        QVERIFY2(qAbs(size.captured(1).toDouble() - 595.276) < 0.01, qPrintable(info));
        QVERIFY2(qAbs(size.captured(2).toDouble() - 841.89) < 0.01, qPrintable(info));
        savePicture(form, u"fdip-%1-%2"_s.arg(members).arg(language));
    }

    void draftLeavesLinesToWriteOn()
    {
        Case content = sampleCase(1);
        content.family.email.clear();
        content.family.bank = {};
        content.family.members.first().fktp.clear();
        const FormDocument form(facts(content, u"id"_s));
        QVERIFY(PaperCheck::layoutFaults(form, 1.9).isEmpty());
        QVERIFY(PaperCheck::textsOf(form).contains(u"E-mail"_s));
        QVERIFY(!PaperCheck::textsOf(form).contains(QString()));
        savePicture(form, u"fdip-draft"_s);
    }

    void whatIsNotSubmittedSaysSoAndHasNoNumber()
    {
        FormFacts draft = facts(sampleCase(2), u"id"_s);
        draft.reference.clear();
        const FormDocument form(draft);
        QCOMPARE(form.title(), u"FDIP"_s);
        const QString words = PaperCheck::textsOf(form).join(u'\n');
        QCOMPARE(words.count(u"Belum diajukan"_s), 2); // head and foot
        QVERIFY(!words.contains(u"MCS2"_s));
        QVERIFY(PaperCheck::layoutFaults(form, 1.9).isEmpty());
        savePicture(form, u"fdip-not-submitted"_s);
    }

    void signatureIsPaintedWhereItBelongs()
    {
        QImage drawn(300, 100, QImage::Format_ARGB32);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        painter.setPen(QPen(Qt::red, 6));
        painter.drawLine(10, 90, 290, 10);
        painter.end();
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        drawn.save(&buffer, "PNG");
        FormFacts signedFacts = facts(sampleCase(1), u"id"_s);
        const auto redIn = [](const QImage &page) {
            int count = 0;
            for (int y = 0; y < page.height(); ++y)
                for (int x = 0; x < page.width(); ++x)
                    count += qRed(page.pixel(x, y)) > 200 && qGreen(page.pixel(x, y)) < 60 ? 1 : 0;
            return count;
        };
        QCOMPARE(redIn(rasterPage(FormDocument(signedFacts), 0, 60)), 0);
        signedFacts.signature = png;
        const QImage page = rasterPage(FormDocument(signedFacts), 0, 60);
        QVERIFY(redIn(page) > 20);
        QCOMPARE(redIn(page.copy(0, 0, page.width(), page.height() / 4)), 0);
        signedFacts.signature = "no picture";
        QCOMPARE(redIn(rasterPage(FormDocument(signedFacts), 0, 60)), 0);
    }

private:
    FormFacts facts(const Case &content, const QString &language) const
    {
        PaperWorld world;
        world.rulebooks = m_library.get();
        world.language = language;
        world.office = u"MCS Kab. Garut · Mobil 2"_s;
        world.trial = true;
        world.now = QDateTime(QDate(2026, 11, 21), QTime(3, 7), Qt::UTC);
        Assessment assessment;
        DuesSum dues;
        dues.member = 35000 * content.family.members.size();
        assessment.dues = dues;
        assessment.dates.firstPaymentFrom = QDate(2026, 12, 5);
        assessment.dates.firstPaymentUntil = QDate(2026, 12, 21);
        return formFacts(content, assessment, u"MCS2-000017"_s, u"Rina Amelia"_s, {}, world);
    }
    void savePicture(const PrintDocument &document, const QString &name) const
    {
        const QString dir = qEnvironmentVariable("LOKET_PICTURES");
        for (int page = 0; !dir.isEmpty() && page < document.pageCount(); ++page)
            QVERIFY(rasterPage(document, page, 100)
                        .save(QDir(dir).filePath(u"%1-%2.png"_s.arg(name).arg(page + 1))));
    }
    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
};

QTEST_MAIN(TestFormDocument)
#include "tst_formdocument.moc"
