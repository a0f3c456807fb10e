// SPDX-License-Identifier: Apache-2.0
// Since when seeded people are what they are, and what they live on.
#include "model/store/seedtext.h"

#include <array>

namespace Loket {

/// Some changed lately, most long ago.
void SeedFamilies::fillSince()
{
    MirrorFamilyRow &f = m_family;
    SeedText::setMonthStart(m_since.chance(200) ? m_since.below(12) : m_since.between(12, 96),
                            f.segmentSince);
    f.classSince = f.segmentSince;
    if (m_since.chance(250))
        SeedText::setMonthStart(m_since.below(18), f.classSince);
    if (f.classSince < f.segmentSince)
        f.classSince = f.segmentSince;
    f.lastCovered.clear();
    if (f.status == "NONAKTIF_AKHIR_BULAN" || f.status == "NONAKTIF_PHK_HABIS" || f.status == "ALIH_SEGMEN")
        f.lastCovered = f.paidUntil;
}

void SeedFamilies::fillWork()
{
    constexpr std::array kTrades
        = {"SUMBER REJEKI", "MAJU BERSAMA", "KARYA MANDIRI",  "NUSA TEKSTIL", "BAHARI JAYA",
           "TANI MAKMUR",   "CIPTA BOGA",   "MITRA LOGISTIK", "GRIYA SEHAT",  "BUMI PERSADA"};
    constexpr int kThousand = 1000;
    MirrorFamilyRow &f = m_family;
    f.wage = 0;
    f.employer.clear();
    if (f.segment.starts_with("PPU-BU")) {
        f.wage = qint64(m_since.chance(850) ? m_since.between(1'900, 9'000) : m_since.between(9'000, 30'000))
            * kThousand;
        f.employer = "PT ";
        f.employer += kTrades[size_t(m_since.below(int(kTrades.size())))];
        f.employer += ' ';
        SeedText::appendDigits(quint64(1 + m_since.below(400)), 3, f.employer);
    } else if (f.segment.starts_with("PPU-PN")) {
        f.wage = qint64(m_since.between(1'700, 8'500)) * kThousand;
        f.employer = "SATKER ";
        SeedText::appendDigits(quint64(1 + m_since.below(9999)), 6, f.employer);
    } else if (f.segment.starts_with("BP-PN")) {
        f.wage = qint64(m_since.between(1'600, 4'500)) * kThousand;
    }
}

void SeedFamilies::fillMemberSince(int position)
{
    MirrorParticipantRow &m = m_members[size_t(position)];
    const Person &person = m_people[size_t(position)];
    if (position > 0 && m.fktp == m_members[0].fktp)
        m.fktpSince = m_members[0].fktpSince;
    else
        SeedText::setMonthStart(m_since.chance(150) ? m_since.below(4) : m_since.between(4, 80), m.fktpSince);
    m.letterDate.clear();
    const int age = int((SeedText::seedJulianDay() - person.birth) / SeedText::kDaysAYear);
    if (person.relation[0] == 'c' && age >= 21 && age < 25 && m_since.chance(700))
        SeedText::setIsoDay(SeedText::seedJulianDay() - m_since.below(420), m.letterDate);
    m.validUntil.clear();
    const std::string &segment = m_family.segment;
    const bool hasTerm = segment == "PPU-PN.DPRD" || segment == "PPU-PN.KADES" || segment == "PPU-PN.PPNPN"
        || segment.starts_with("PPU-PN.PPPK");
    if (person.isForeign || (position == 0 && hasTerm))
        SeedText::setIsoDay(SeedText::seedJulianDay() + m_since.between(-60, 1500), m.validUntil);
}

} // namespace Loket
