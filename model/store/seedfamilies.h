// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/mirrorrows.h"
#include "model/store/seedplaces.h"
#include "model/store/seedrandom.h"
#include "model/store/seedwords.h"

#include <span>
#include <string>
#include <vector>

namespace Loket {

/// A bank as the rulebook's table "banks" has it.
struct SeedBank {
    std::string code;     ///< "BRI"
    std::string vaPrefix; ///< "88888"
    int accountDigits = 10;
};

/// What synthetic families are made from.
struct SeedWorld {
    SeedPlaces places;
    SeedWords words;
    std::vector<std::string> primaryCare; ///< codes of facilities; at least one
    std::vector<std::string> dentists;    ///< may be empty
    std::vector<SeedBank> banks;          ///< at least one
};

/// Makes synthetic families as mirror.db holds them: couples and single parents with children and now and
/// then a grandparent, ages that fit each other, NIKs that fit birth, sex and region, a spread of segments,
/// classes and states. The same number of the same seed is always the same family, also on another machine;
/// they all live on kSeedDay.
class SeedFamilies
{
public:
    /// The day on which the families are as they are: ages and payments refer to it.
    static constexpr int kSeedYear = 2022, kSeedMonth = 3, kSeedDayOfMonth = 1;

    SeedFamilies(const SeedWorld &world, quint64 seed);

    /// Makes family `number` (from 0) with at most `most` members; its first participant gets row id
    /// `firstId`. A rest of one is never left over unless `most` is 1, so that all families have 2 to 7.
    void make(qint64 number, qint64 firstId, qint64 most);
    const MirrorFamilyRow &family() const { return m_family; }
    std::span<const MirrorParticipantRow> members() const { return {m_members.data(), size_t(m_size)}; }

private:
    struct Person {
        bool female = false;
        int birth = 0; ///< julian day
        const char *relation = "child";
        const char *kin = "";
        const char *marital = "single";
        int birthOrder = 1;
        std::string clan;
        bool isForeign = false;
    };
    void chooseSize(qint64 most);
    void choosePeople();
    void chooseSegment();
    void fillFamily(qint64 number);
    void fillContact();
    void fillPayment();
    void fillSince();
    void fillWork();
    void fillMemberSince(int position);
    void fillMember(int position, qint64 id);
    void fillNik(const Person &person, size_t district, std::string &nik);
    std::string memberStatus(const Person &person);

    const SeedWorld &m_world;
    quint64 m_seed;
    SeedRandom m_random;
    SeedRandom m_since; ///< of what was added later, so that the rest stays as it was
    const SeedWords::Province *m_province = nullptr;
    const SeedWords::Group *m_group = nullptr;
    size_t m_village = 0;
    size_t m_district = 0;
    int m_size = 0;
    std::vector<Person> m_people;
    std::vector<int> m_births; ///< of the children, oldest first
    MirrorFamilyRow m_family;
    std::vector<MirrorParticipantRow> m_members;
    QByteArray m_key;
};

} // namespace Loket
