// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assess.h"

namespace Loket {

/// Families of several segments as a counter knows them on 15 June 2022, and a lookup over them.
class KnownFamilies : public CaseLookup
{
public:
    static constexpr const char16_t *kPaying = u"3174010101220001";  ///< PBPU, class III, four people
    static constexpr const char16_t *kOwing = u"3174010101220002";   ///< PBPU, eight months behind
    static constexpr const char16_t *kWorker = u"3174010101220003";  ///< PPU-BU.SWASTA
    static constexpr const char16_t *kServant = u"3174010101220004"; ///< PPU-PN.PNS-DAE

    static QDate today() { return QDate(2022, 6, 15); }

    KnownFamilies()
    {
        families = {family(kPaying, 1), family(kOwing, 2), family(kWorker, 3), family(kServant, 4)};
        families[1].paidUntil = QStringLiteral("2021-09");
        setStatus(families[1], QStringLiteral("NONAKTIF_MENUNGGAK"));
        families[2].segment = QStringLiteral("PPU-BU.SWASTA");
        families[2].wage = 5'000'000;
        families[2].lastCovered = QStringLiteral("2022-05");
        families[2].employer = QStringLiteral("PT MAJU");
        families[3].segment = QStringLiteral("PPU-PN.PNS-DAE");
        families[3].wage = 6'000'000;
        families[3].employer = QStringLiteral("PEMKAB GARUT");
        for (FamilyView *paidByWage : {&families[2], &families[3]}) {
            paidByWage->bank = {};
            paidByWage->careClass = 2;
            paidByWage->va.clear();
        }
    }

    std::optional<FamilyView> family(const QString &kk, const QString &card, QDate,
                                     const QStringList &) const override
    {
        for (const FamilyView &one : families) {
            for (const MemberView &member : one.members) {
                if (kk.isEmpty() ? member.card == card : one.kk == kk)
                    return one;
            }
        }
        return std::nullopt;
    }

    QList<FamilyView> families;

private:
    static MemberView person(int family, int position, const char16_t *relation, const char16_t *name,
                             const char16_t *nikFront, QDate born, const char16_t *sex)
    {
        MemberView one;
        one.position = position;
        one.relation = QString::fromUtf16(relation);
        one.name = QString::fromUtf16(name);
        one.nik = QString::fromUtf16(nikFront) + QString::number(family).rightJustified(4, u'0');
        one.card = QStringLiteral("00012345%1%2")
                       .arg(family, 3, 10, QLatin1Char('0'))
                       .arg(position, 2, 10, QLatin1Char('0'));
        one.birthPlace = QStringLiteral("JAKARTA");
        one.birthDate = born;
        one.sex = QString::fromUtf16(sex);
        one.marital = position < 2 ? QStringLiteral("married") : QStringLiteral("single");
        one.citizenship = QStringLiteral("WNI");
        one.fktp = QStringLiteral("03010701");
        one.fktpSince = QDate(2021, 1, 1);
        one.status = QStringLiteral("AKTIF");
        return one;
    }

    static FamilyView family(const char16_t *kk, int number)
    {
        FamilyView one;
        one.kk = QString::fromUtf16(kk);
        one.segment = QStringLiteral("PBPU.MANDIRI");
        one.phone = QStringLiteral("081234567890");
        one.email = QStringLiteral("sari@example.id");
        one.status = QStringLiteral("AKTIF");
        one.careClass = 3;
        one.address = {QStringLiteral("Jl. Tebet Raya 1"), QStringLiteral("001"), QStringLiteral("002"),
                       QStringLiteral("31.74.01.1001"), QStringLiteral("12810")};
        one.bank = {QStringLiteral("BRI"), QStringLiteral("002301012345501"), QStringLiteral("ANDI WIJAYA")};
        one.paidUntil = QStringLiteral("2022-06");
        one.classSince = one.segmentSince = QDate(2020, 1, 1);
        one.revision = 7;
        one.members
            = {person(number, 0, u"head", u"ANDI WIJAYA", u"317401020380", QDate(1980, 3, 2), u"L"),
               person(number, 1, u"wife", u"SARI DEWI", u"317401690982", QDate(1982, 9, 29), u"P"),
               person(number, 2, u"child", u"BAGUS WIJAYA", u"317401060910", QDate(2010, 9, 6), u"L"),
               person(number, 3, u"child", u"CITRA WIJAYA", u"317401570814", QDate(2014, 8, 17), u"P")};
        one.va = QStringLiteral("88888") + one.members.first().card.right(11);
        return one;
    }

    static void setStatus(FamilyView &family, const QString &status)
    {
        family.status = status;
        for (MemberView &member : family.members)
            member.status = status;
    }
};

} // namespace Loket
