// SPDX-License-Identifier: Apache-2.0
#include "model/store/seedfamilies.h"

#include "model/domain/namekey.h"
#include "model/store/seedtext.h"

#include <algorithm>
#include <array>

namespace Loket {

namespace {

constexpr int kMostMembers = 7;
/// A card number of its own for every row: a permutation of nine digits, so that neighbours don't differ by
/// one.
void setCard(qint64 id, std::string &card)
{
    constexpr quint64 kNumbers = 1'000'000'000;
    constexpr quint64 kStep = 387'420'489; // odd and no multiple of five
    card = "0001";
    SeedText::appendDigits((quint64(id) * kStep + 123'456'789) % kNumbers, 9, card);
}

struct SegmentShare {
    const char *code;
    int share;
    std::array<int, 3> classes; ///< weights of class 1, 2, 3
};

// Roughly the make-up of the whole membership.
constexpr std::array kSegmentShares = {
    SegmentShare{"PBI", 380, {0, 0, 1}},
    SegmentShare{"PBPU.MANDIRI", 190, {15, 20, 65}},
    SegmentShare{"PDPEMDA", 150, {0, 0, 1}},
    SegmentShare{"PPU-BU.SWASTA", 150, {40, 60, 0}},
    SegmentShare{"PPU-BU.BUMN", 15, {75, 25, 0}},
    SegmentShare{"PPU-BU.BUMD", 7, {60, 40, 0}},
    SegmentShare{"PPU-PN.PNS-DAE", 30, {65, 35, 0}},
    SegmentShare{"PPU-PN.PNS-PUS", 14, {65, 35, 0}},
    SegmentShare{"PPU-PN.PPPK-DAE", 8, {50, 50, 0}},
    SegmentShare{"PPU-PN.TNI", 6, {50, 50, 0}},
    SegmentShare{"PPU-PN.POLRI", 7, {50, 50, 0}},
    SegmentShare{"PPU-PN.KADES", 7, {20, 80, 0}},
    SegmentShare{"PPU-PN.PPNPN", 6, {20, 80, 0}},
    SegmentShare{"PPU-PN.DPRD", 1, {1, 0, 0}},
    SegmentShare{"BP-PN.PENSIUN", 16, {55, 45, 0}},
    SegmentShare{"BP-PN.VETERAN", 2, {1, 0, 0}},
    SegmentShare{"BP-NPN.PEMBERIKERJA", 6, {50, 30, 20}},
    SegmentShare{"BP-NPN.INVESTOR", 2, {80, 15, 5}},
    SegmentShare{"BP-NPN.BP-LAIN", 3, {25, 30, 45}},
};

int totalSegmentShare()
{
    int total = 0;
    for (const SegmentShare &segment : kSegmentShares)
        total += segment.share;
    return total;
}

bool paysItself(const std::string &segment)
{
    return segment.starts_with("PBPU") || segment.starts_with("BP-NPN");
}

} // namespace

SeedFamilies::SeedFamilies(const SeedWorld &world, quint64 seed)
    : m_world(world)
    , m_seed(seed)
    , m_random(seed, 0)
    , m_since(seed, 0)
    , m_people(kMostMembers)
    , m_members(kMostMembers)
{
}

void SeedFamilies::make(qint64 number, qint64 firstId, qint64 most)
{
    m_random = SeedRandom(m_seed, quint64(number));
    m_since = SeedRandom(~m_seed, quint64(number));
    const SeedPlaces::Place place = m_world.places.any(m_random);
    m_province = &m_world.words.provinces[place.province];
    m_village = place.village;
    m_district = m_world.places.districtOf(place.village);
    m_group = &m_world.words.groupFor(*m_province, m_random);
    chooseSize(most);
    choosePeople();
    chooseSegment();
    m_family.id = number + 1;
    for (int position = 0; position < m_size; ++position)
        fillMember(position, firstId + position);
    fillFamily(number);
    fillContact();
    fillPayment();
    fillSince();
    fillWork();
    for (int position = 0; position < m_size; ++position)
        fillMemberSince(position);
}

void SeedFamilies::chooseSize(qint64 most)
{
    m_size = 2 + m_random.weighted({18, 27, 29, 16, 7, 3});
    if (most < 2 || most == m_size)
        m_size = int(std::min<qint64>(most, m_size));
    else if (most < m_size)
        m_size = int(most);
    else if (most - m_size == 1)
        m_size += m_size < kMostMembers ? 1 : -1;
}

void SeedFamilies::choosePeople()
{
    const bool isCouple = m_size > 1 && m_random.chance(m_size == 2 ? 550 : 860);
    const bool hasExtra = m_size >= (isCouple ? 4 : 3) && m_random.chance(120);
    const int children = m_size - (isCouple ? 2 : 1) - (hasExtra ? 1 : 0);
    const bool hasClan = !m_group->clans.empty();
    const std::string clan
        = hasClan ? m_group->clans[size_t(m_random.below(int(m_group->clans.size())))] : std::string();

    Person &head = m_people[0];
    head = {};
    head.female = isCouple ? m_random.chance(20) : m_random.chance(800);
    const int motherAge = 20 + children + m_random.below(22) + m_random.below(22);
    const int headAge = isCouple && !head.female ? motherAge + m_random.between(-1, 6) : motherAge;
    const auto bornAt = [this](int age) {
        return SeedText::seedJulianDay() - int(age * SeedText::kDaysAYear) - m_random.below(365);
    };
    head.birth = bornAt(headAge);
    head.relation = "head";
    head.marital = isCouple ? "married" : m_random.chance(headAge > 45 ? 700 : 350) ? "widowed" : "divorced";
    if (!isCouple && children == 0)
        head.marital = m_random.chance(500) ? "single" : head.marital;
    head.clan = clan;
    head.birthOrder = m_random.between(1, 4);

    int next = 1;
    if (isCouple) {
        Person &spouse = m_people[size_t(next++)];
        spouse = {};
        spouse.female = !head.female;
        spouse.birth = bornAt(head.female ? headAge + m_random.between(-1, 6) : motherAge);
        spouse.relation = spouse.female ? "wife" : "husband";
        spouse.marital = "married";
        spouse.birthOrder = m_random.between(1, 4);
        spouse.isForeign = m_random.chance(2);
        if (hasClan && !spouse.isForeign)
            spouse.clan = m_group->clans[size_t(m_random.below(int(m_group->clans.size())))];
    }
    m_births.clear();
    const int oldest = std::min(motherAge - 19, 27);
    for (int child = 0; child < children; ++child)
        m_births.push_back(SeedText::seedJulianDay() - m_random.below(int(oldest * SeedText::kDaysAYear)));
    std::sort(m_births.begin(), m_births.end());
    for (int child = 0; child < children; ++child) {
        Person &person = m_people[size_t(next++)];
        person = {};
        person.female = m_random.chance(490);
        person.birth = m_births[size_t(child)];
        person.birthOrder = child + 1;
        person.clan = clan;
    }
    if (hasExtra) {
        Person &parent = m_people[size_t(next++)];
        parent = {};
        parent.female = m_random.chance(680);
        parent.birth = bornAt(std::min(headAge + m_random.between(19, 34), 96));
        parent.relation = "extra";
        const bool ofHead = !isCouple || m_random.chance(600);
        parent.kin
            = parent.female ? (ofHead ? "mother" : "mother-in-law") : (ofHead ? "father" : "father-in-law");
        parent.marital = "widowed";
        parent.birthOrder = m_random.between(1, 4);
        parent.clan = parent.female || !ofHead ? std::string() : clan;
    }
}

void SeedFamilies::chooseSegment()
{
    static const int total = totalSegmentShare();
    int left = m_random.below(total);
    const SegmentShare *chosen = kSegmentShares.data();
    while (left >= chosen->share)
        left -= (chosen++)->share;
    m_family.segment = chosen->code;
    m_family.careClass = 1 + m_random.weighted({chosen->classes[0], chosen->classes[1], chosen->classes[2]});
    m_family.status = "AKTIF";
    if (paysItself(m_family.segment)) {
        switch (m_random.weighted({720, 230, 25, 25})) {
        case 1:
            m_family.status = "NONAKTIF_MENUNGGAK";
            break;
        case 2:
            m_family.status = "MENUNGGU_BAYAR";
            break;
        case 3:
            m_family.status = "ALIH_SEGMEN";
            break;
        default:
            break;
        }
    } else if (m_family.segment.starts_with("PPU-BU")) {
        if (m_random.chance(40))
            m_family.status = m_random.chance(500) ? "NONAKTIF_PHK_HABIS" : "NONAKTIF_AKHIR_BULAN";
    } else if (m_random.chance(15)) {
        m_family.status = "NONAKTIF_AKHIR_BULAN";
    }
}

void SeedFamilies::fillFamily(qint64 number)
{
    MirrorFamilyRow &f = m_family;
    f.centralId = "seed-" + std::to_string(m_seed) + '-' + std::to_string(number);
    // Region and day of issue, then a serial: some day of the last fifteen years.
    m_world.places.districtDigits(m_district, f.kk);
    std::string issued;
    SeedText::setIsoDay(SeedText::seedJulianDay() - m_random.below(15 * 365), issued);
    f.kk.append(issued, 8, 2).append(issued, 5, 2).append(issued, 2, 2);
    SeedText::appendDigits(quint64(1 + m_random.below(9999)), 4, f.kk);
    f.line = "JL. " + m_world.words.streets[size_t(m_random.below(int(m_world.words.streets.size())))]
        + " NO. " + std::to_string(1 + m_random.below(200));
    f.rt.clear();
    f.rw.clear();
    SeedText::appendDigits(quint64(1 + m_random.below(12)), 3, f.rt);
    SeedText::appendDigits(quint64(1 + m_random.below(9)), 3, f.rw);
    m_world.places.villageCode(m_village, f.village);
    m_world.places.postcode(m_village, m_random, f.postcode);
    f.revision = 1 + m_random.weighted({70, 20, 8, 2});
}

void SeedFamilies::fillContact()
{
    constexpr std::array kMobileFronts
        = {"811", "812", "813", "821", "822", "852", "853", "856", "857", "815",
           "816", "817", "818", "819", "877", "878", "881", "895", "896", "838"};
    MirrorFamilyRow &f = m_family;
    f.phone = "+62";
    f.phone += kMobileFronts[size_t(m_random.below(int(kMobileFronts.size())))];
    SeedText::appendRandomDigits(m_random.between(7, 8), m_random, f.phone);
    f.phoneKey.assign(f.phone, 1);
    f.email.clear();
    if (m_random.chance(250)) {
        f.email = m_members[0].nameKey;
        std::replace(f.email.begin(), f.email.end(), ' ', '.');
        f.email += std::to_string(m_random.below(100)) + "@example.id";
    }
}

void SeedFamilies::fillPayment()
{
    MirrorFamilyRow &f = m_family;
    const SeedBank &bank = m_world.banks[size_t(m_random.below(int(m_world.banks.size())))];
    f.va.assign(bank.vaPrefix).append(m_members[0].card, 2);
    const bool hasAccount = paysItself(f.segment);
    f.bank = hasAccount ? bank.code : std::string();
    f.account.clear();
    if (hasAccount)
        SeedText::appendRandomDigits(bank.accountDigits, m_random, f.account);
    f.holder = hasAccount ? m_members[0].name : std::string();
    f.firstPaymentFrom.clear();
    f.firstPaymentUntil.clear();
    f.paidUntil.clear();
    if (f.status == "MENUNGGU_BAYAR") {
        const int registered = SeedText::seedJulianDay() - m_random.below(28);
        SeedText::setIsoDay(registered + 14, f.firstPaymentFrom);
        SeedText::setIsoDay(registered + 30, f.firstPaymentUntil);
    } else if (f.status == "AKTIF") {
        SeedText::setMonthsAgo(0, f.paidUntil);
    } else {
        SeedText::setMonthsAgo(1 + m_random.below(f.status == "NONAKTIF_MENUNGGAK" ? 36 : 12), f.paidUntil);
    }
}

void SeedFamilies::fillMember(int position, qint64 id)
{
    const Person &person = m_people[size_t(position)];
    MirrorParticipantRow &m = m_members[size_t(position)];
    m.id = id;
    m.familyId = m_family.id;
    m.position = position;
    m.centralId = "seed-" + std::to_string(m_seed) + '-' + std::to_string(m_family.id - 1) + '.'
        + std::to_string(position);
    m.relation = person.relation;
    m.kin = person.kin;
    m.marital = person.marital;
    m.sex = person.female ? "P" : "L";
    m.citizenship = person.isForeign ? "WNA" : "WNI";
    m.passport.clear();
    m_world.words.makeName(*m_group, person.female, person.birthOrder, person.clan, m_random, m.name);
    m_key.clear();
    appendNameKey(QByteArrayView(m.name.data(), qsizetype(m.name.size())), m_key);
    m.nameKey.assign(m_key.constData(), size_t(m_key.size()));
    SeedText::setIsoDay(person.birth, m.birthDate);
    // Children are mostly from here; their parents may have been registered elsewhere.
    const bool isFromHere = m_random.chance(person.relation[0] == 'c' ? 960 : 850);
    const size_t province = size_t(m_province - m_world.words.provinces.data());
    const size_t district = isFromHere ? m_district
        : m_random.chance(600)         ? m_world.places.districtOf(m_world.places.anyIn(province, m_random))
                                       : m_world.places.districtOf(m_world.places.any(m_random).village);
    m.birthPlace = m_world.places.birthPlace(district);
    fillNik(person, district, m.nik);
    if (person.isForeign) {
        m.passport = "X";
        SeedText::appendRandomDigits(7, m_random, m.passport);
    }
    setCard(id, m.card);
    if (position == 0 || m_random.chance(60))
        m.fktp = m_world.primaryCare[size_t(m_random.below(int(m_world.primaryCare.size())))];
    else
        m.fktp = m_members[0].fktp;
    m.dentist.clear();
    if (!m_world.dentists.empty() && m_random.chance(80))
        m.dentist = m_world.dentists[size_t(m_random.below(int(m_world.dentists.size())))];
    m.status = memberStatus(person);
}

void SeedFamilies::fillNik(const Person &person, size_t district, std::string &nik)
{
    nik.clear();
    if (person.isForeign) { // number of a stay permit
        nik = "2C2";
        SeedText::appendRandomDigits(1, m_random, nik);
        nik += "JE";
        SeedText::appendRandomDigits(4, m_random, nik);
        nik += "AS";
        return;
    }
    constexpr int kDaysWithoutNik = 80;
    if (SeedText::seedJulianDay() - person.birth < kDaysWithoutNik && m_random.chance(600))
        return;
    int year = 0;
    int month = 0;
    int day = 0;
    QDate::fromJulianDay(person.birth).getDate(&year, &month, &day);
    m_world.places.districtDigits(district, nik);
    SeedText::appendDigits(quint64(day + (person.female ? 40 : 0)), 2, nik);
    SeedText::appendDigits(quint64(month), 2, nik);
    SeedText::appendDigits(quint64(year % 100), 2, nik);
    SeedText::appendDigits(quint64(1 + m_random.below(m_random.chance(900) ? 60 : 9999)), 4, nik);
}

std::string SeedFamilies::memberStatus(const Person &person)
{
    const int age = int((SeedText::seedJulianDay() - person.birth) / SeedText::kDaysAYear);
    if (person.relation[0] != 'h' && m_random.chance(age > 70 ? 40 : 3))
        return "MENINGGAL";
    return m_family.status;
}

} // namespace Loket
