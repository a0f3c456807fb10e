// SPDX-License-Identifier: Apache-2.0
#include "printsamples.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QTimeZone>

namespace Loket::PrintSamples {

using namespace Qt::StringLiterals;

ReceiptFacts receipt()
{
    ReceiptFacts facts;
    facts.reference = u"MCS2-000017"_s;
    facts.service = u"Pendaftaran peserta PBPU/BP bukan PN"_s;
    facts.day = QDate(2026, 11, 21);
    facts.state = CaseState::Queued;
    facts.familyName = u"SARI DEWI"_s;
    facts.kk = u"3174010101220001"_s;
    facts.segment = u"PBPU Mandiri"_s;
    facts.careClass = 3;
    facts.address
        = u"Jl. Tebet Raya 1, RT 001/RW 002, Tebet Timur, Tebet, Kota Jakarta Selatan, DKI Jakarta 12810"_s;
    facts.phone = u"081234567890"_s;
    facts.members = {
        {u"SARI DEWI"_s, u"Kepala keluarga"_s, QDate(1965, 9, 29), u"3174016909659991"_s, u"9990000000001"_s},
        {u"JOHAN PETERS"_s, u"Suami"_s, QDate(1963, 2, 2), u"2C11JE4455"_s, u"9990000000002"_s},
        {u"BIMA PETERS"_s, u"Anak"_s, QDate(2004, 5, 11), u"3174011105049992"_s, u"9990000000003"_s},
        {u"BAYI NY. SARI DEWI"_s, u"Anak"_s, QDate(2026, 11, 3), QString(), u"9990000000004"_s},
    };
    DuesSum dues;
    dues.month = u"2026-12"_s;
    dues.gross = 168000;
    dues.member = 140000;
    dues.government = 28000;
    facts.dues = dues;
    facts.payFrom = QDate(2026, 12, 5);
    facts.payUntil = QDate(2026, 12, 21);
    facts.numbers = NumberState::Reserved;
    facts.va = u"8888890000000001"_s;
    facts.documents = {u"Kartu Keluarga"_s, u"KTP elektronik (Sari Dewi)"_s, u"Paspor (Johan Peters)"_s,
                       u"Surat izin kerja (Johan Peters)"_s, u"Buku tabungan bank autodebit"_s};
    facts.consentVersion = u"2022-1"_s;
    facts.consentText
        = u"Saya menyetujui pendaftaran ini, menyatakan data yang saya berikan benar, dan akan membayar "
          u"iuran "
          "pertama paling cepat 14 (empat belas) hari kalender setelah pendaftaran dan iuran bulan "
          "berikutnya paling lambat tanggal 10 setiap bulan."_s;
    facts.consentAt = QDateTime(QDate(2026, 11, 21), QTime(3, 5), Qt::UTC);
    facts.officer = u"Rina Amelia"_s;
    facts.office = u"MCS Kab. Garut · Mobil 2"_s;
    facts.printedAt = QDateTime(QDate(2026, 11, 21), QTime(3, 7), Qt::UTC);
    facts.trial = true;
    facts.qrText = u"LOKET1|MCS2-000017|0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b|"
                   "kJ9xQ2mT4vW7yB1nC5dF8gH0jK3lM6pR9sU2vX5zA8bE1dG4fI7hL0kN3oP6qS9tV2wY5xZ8aC1bD4eF7gH0iA"_s;
    return facts;
}

ReceiptFacts longReceipt(int count)
{
    ReceiptFacts facts = receipt();
    const QString name = u"RADEN MAS WIRYONINGRATAN KUSUMADININGRAT SASTRODIWIRYO PRAWIRONEGORO HADININGRAT "
                         "MANGKUNEGARAN ADI"_s;
    facts.familyName = name;
    facts.office = u"Kantor Layanan Operasional Kabupaten Kepulauan Siau Tagulandang Biaro, Sulawesi Utara"_s;
    facts.officer = name;
    facts.address
        = u"Perumahan Griya Kencana Permai Sejahtera Blok AA-27 Nomor 119 Gang Haji Abdurrahman Wahid, RT "
          u"012/"
          "RW 021, Baolan Talibana Mepanga Selatan, Siau Timur Selatan, Kabupaten Kepulauan Siau Tagulandang "
          "Biaro, Sulawesi Utara 95861"_s;
    facts.segment
        = u"Bukan Pekerja Penyelenggara Negara, janda/duda/anak yatim piatu veteran dan perintis kemerdekaan"_s;
    facts.members.clear();
    for (int i = 0; i < count; ++i) {
        facts.members.append({name.left(100 - i * 3), u"Tambahan (ibu mertua)"_s, QDate(1950 + i, 12, 30),
                              u"317401690965999%1"_s.arg(i % 10), u"99900000000%1"_s.arg(10 + i)});
    }
    return facts;
}

QByteArray photo()
{
    QImage image(354, 472, QImage::Format_RGB32);
    image.fill(QColor(0xb2, 0x22, 0x22));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x2c, 0x3e, 0x50));
    painter.drawEllipse(QRectF(37, 330, 280, 300));
    painter.setBrush(QColor(0x1f, 0x18, 0x14));
    painter.drawEllipse(QRectF(92, 70, 170, 200));
    painter.setBrush(QColor(0xd8, 0xa4, 0x7f));
    painter.drawRect(QRectF(150, 270, 54, 90));
    painter.drawEllipse(QRectF(102, 100, 150, 205));
    painter.setBrush(QColor(0x1f, 0x18, 0x14));
    painter.drawEllipse(QRectF(140, 185, 16, 10));
    painter.drawEllipse(QRectF(198, 185, 16, 10));
    painter.setBrush(QColor(0xa0, 0x40, 0x40));
    painter.drawEllipse(QRectF(155, 250, 44, 12));
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg", 92);
    return buffer.data();
}

CardFacts card()
{
    CardFacts facts;
    facts.reference = u"MCS2-000017"_s;
    facts.number = u"9990000000001"_s;
    facts.name = u"SARI DEWI"_s;
    facts.birthDate = QDate(1965, 9, 29);
    facts.address
        = u"Jl. Tebet Raya 1, RT 001/RW 002, Tebet Timur, Tebet, Kota Jakarta Selatan, DKI Jakarta 12810"_s;
    facts.nik = u"3174016909659991"_s;
    facts.fktp = u"Puskesmas Tebet"_s;
    facts.careClass = 3;
    facts.photo = photo();
    facts.trial = true;
    return facts;
}

CardFacts longCard()
{
    CardFacts facts = card();
    const ReceiptFacts other = longReceipt(1);
    facts.name = other.familyName;
    facts.address = other.address;
    facts.fktp = u"Puskesmas Pembantu Rawat Inap Kecamatan Siau Timur Selatan Kabupaten Kepulauan Siau"_s;
    return facts;
}

} // namespace Loket::PrintSamples
