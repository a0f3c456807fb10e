// SPDX-License-Identifier: Apache-2.0
#include "model/store/familyrows.h"

#include "model/domain/namekey.h"
#include "model/store/familyjson.h"
#include "model/store/phonekey.h"

#include <QJsonDocument>

#include <simdjson.h>

#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
namespace od = simdjson::ondemand;

namespace Loket {

namespace {

using FamilyText = std::string MirrorFamilyRow::*;
using MemberText = std::string MirrorParticipantRow::*;

/// A key whose value is a text, or null. `isDay`: an ISO day, empty when it is none.
template <typename Field>
struct TextKey {
    std::string_view key;
    Field field;
    bool isDay = false;
};

// In the order in which they usually come, so that the first guess is right.
constexpr std::array kFamilyKeys = {
    TextKey<FamilyText>{"classSince", &MirrorFamilyRow::classSince, true},
    TextKey<FamilyText>{"email", &MirrorFamilyRow::email},
    TextKey<FamilyText>{"employer", &MirrorFamilyRow::employer},
    TextKey<FamilyText>{"firstPaymentFrom", &MirrorFamilyRow::firstPaymentFrom, true},
    TextKey<FamilyText>{"firstPaymentUntil", &MirrorFamilyRow::firstPaymentUntil, true},
    TextKey<FamilyText>{"kk", &MirrorFamilyRow::kk},
    TextKey<FamilyText>{"lastCovered", &MirrorFamilyRow::lastCovered},
    TextKey<FamilyText>{"paidUntil", &MirrorFamilyRow::paidUntil},
    TextKey<FamilyText>{"phone", &MirrorFamilyRow::phone},
    TextKey<FamilyText>{"segment", &MirrorFamilyRow::segment},
    TextKey<FamilyText>{"segmentSince", &MirrorFamilyRow::segmentSince, true},
    TextKey<FamilyText>{"status", &MirrorFamilyRow::status},
    TextKey<FamilyText>{"va", &MirrorFamilyRow::va},
};
constexpr std::array kAddressKeys
    = {TextKey<FamilyText>{"line", &MirrorFamilyRow::line},
       TextKey<FamilyText>{"postcode", &MirrorFamilyRow::postcode},
       TextKey<FamilyText>{"rt", &MirrorFamilyRow::rt}, TextKey<FamilyText>{"rw", &MirrorFamilyRow::rw},
       TextKey<FamilyText>{"village", &MirrorFamilyRow::village}};
constexpr std::array kBankKeys = {TextKey<FamilyText>{"account", &MirrorFamilyRow::account},
                                  TextKey<FamilyText>{"code", &MirrorFamilyRow::bank},
                                  TextKey<FamilyText>{"holder", &MirrorFamilyRow::holder}};
constexpr std::array kMemberKeys = {
    TextKey<MemberText>{"birthDate", &MirrorParticipantRow::birthDate, true},
    TextKey<MemberText>{"birthPlace", &MirrorParticipantRow::birthPlace},
    TextKey<MemberText>{"card", &MirrorParticipantRow::card},
    TextKey<MemberText>{"citizenship", &MirrorParticipantRow::citizenship},
    TextKey<MemberText>{"dentist", &MirrorParticipantRow::dentist},
    TextKey<MemberText>{"fktp", &MirrorParticipantRow::fktp},
    TextKey<MemberText>{"fktpSince", &MirrorParticipantRow::fktpSince, true},
    TextKey<MemberText>{"kin", &MirrorParticipantRow::kin},
    TextKey<MemberText>{"letterDate", &MirrorParticipantRow::letterDate, true},
    TextKey<MemberText>{"marital", &MirrorParticipantRow::marital},
    TextKey<MemberText>{"name", &MirrorParticipantRow::name},
    TextKey<MemberText>{"nik", &MirrorParticipantRow::nik},
    TextKey<MemberText>{"passport", &MirrorParticipantRow::passport},
    TextKey<MemberText>{"photo", &MirrorParticipantRow::photo},
    TextKey<MemberText>{"relation", &MirrorParticipantRow::relation},
    TextKey<MemberText>{"sex", &MirrorParticipantRow::sex},
    TextKey<MemberText>{"status", &MirrorParticipantRow::status},
    TextKey<MemberText>{"validUntil", &MirrorParticipantRow::validUntil, true},
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// An ISO day of whose existence there is no doubt.
bool isPlainDay(std::string_view text)
{
    constexpr std::string_view form = "dddd-dd-dd";
    if (text.size() != form.size())
        return false;
    for (size_t i = 0; i < form.size(); ++i)
        if (form[i] == '-' ? text[i] != '-' : !isDigit(text[i]))
            return false;
    const int month = (text[5] - '0') * 10 + text[6] - '0';
    const int day = (text[8] - '0') * 10 + text[9] - '0';
    return text.substr(0, 4) != "0000" && month >= 1 && month <= 12 && day >= 1 && day <= 28;
}

void assignDay(std::string_view text, std::string &to)
{
    if (text.empty() || isPlainDay(text)) {
        to = text;
        return;
    }
    const QDate day = QDate::fromString(QString::fromUtf8(text.data(), qsizetype(text.size())), Qt::ISODate);
    to = day.isValid() ? day.toString(Qt::ISODate).toStdString() : std::string();
}

/// False when it is broken; another type than a text reads as an empty one.
bool readText(od::value &value, bool isDay, std::string &to)
{
    std::string_view text;
    const simdjson::error_code error = value.get_string().get(text);
    if (error == simdjson::INCORRECT_TYPE)
        return true;
    if (error)
        return false;
    if (isDay)
        assignDay(text, to);
    else
        to = text;
    return true;
}

template <typename Number>
void readNumber(od::value &value, Number &to)
{
    double number = 0;
    if (int64_t whole = 0; !value.get_int64().get(whole)) {
        if (whole >= std::numeric_limits<Number>::min() && whole <= std::numeric_limits<Number>::max())
            to = Number(whole);
    } else if (!value.get_double().get(number) && std::abs(number) < 1e15 && std::trunc(number) == number
               && std::abs(number) <= double(std::numeric_limits<Number>::max())) {
        to = Number(number);
    }
}

/// Reads the keys of an object into a row; what is no text of it is handed to `other`, which tells whether it
/// could be read.
template <typename Row, typename Keys, typename Other>
bool readKeys(od::object &object, const Keys &keys, Row &row, Other other)
{
    size_t guess = 0;
    for (auto field : object) {
        std::string_view key;
        od::value value;
        if (field.unescaped_key().get(key) || field.value().get(value))
            return false;
        size_t tried = 0;
        while (tried < keys.size() && keys[guess].key != key) {
            guess = guess + 1 == keys.size() ? 0 : guess + 1;
            ++tried;
        }
        const bool isRead = tried < keys.size() ? readText(value, keys[guess].isDay, row.*keys[guess].field)
                                                : other(key, value);
        if (!isRead)
            return false;
    }
    return true;
}

constexpr auto kNothingElse = [](std::string_view, od::value &) { return true; };

template <typename Keys>
bool readPartOf(od::value &value, const Keys &keys, MirrorFamilyRow &row)
{
    od::object object;
    const simdjson::error_code error = value.get_object().get(object);
    if (error)
        return error == simdjson::INCORRECT_TYPE;
    return readKeys(object, keys, row, kNothingElse);
}

std::string billingText(const Address &address)
{
    FamilyView family;
    family.billingAddress = address;
    return QJsonDocument(familyToJson(family).value("billingAddress"_L1).toObject())
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

/// Rare, so it may take its time.
bool readBilling(od::value &value, std::string &to)
{
    MirrorFamilyRow part;
    od::json_type type{};
    if (value.type().get(type))
        return false;
    if (type != od::json_type::object)
        return true;
    if (!readPartOf(value, kAddressKeys, part))
        return false;
    to = billingText({QString::fromStdString(part.line), QString::fromStdString(part.rt),
                      QString::fromStdString(part.rw), QString::fromStdString(part.village),
                      QString::fromStdString(part.postcode)});
    return true;
}

bool readScheduled(od::value &value, std::string &to)
{
    od::array array;
    const simdjson::error_code error = value.get_array().get(array);
    if (error)
        return error == simdjson::INCORRECT_TYPE;
    std::string_view raw;
    if (array.raw_json().get(raw))
        return false;
    if (raw != "[]")
        to = changesText(changesOfText(QString::fromUtf8(raw.data(), qsizetype(raw.size())))).toStdString();
    return true;
}

template <typename Row, typename Keys>
void clearKeys(Row &row, const Keys &keys)
{
    for (const auto &key : keys)
        (row.*key.field).clear();
}

} // namespace

struct FamilyRows::Reading {
    od::parser parser;
    std::string copy;
    QByteArray nameKey;

    bool readMember(od::value &value, MirrorParticipantRow &row)
    {
        od::object object;
        if (value.get_object().get(object) || !readKeys(object, kMemberKeys, row, kNothingElse))
            return false;
        nameKey.resize(0);
        appendNameKey(row.name, nameKey);
        row.nameKey.assign(nameKey.constData(), size_t(nameKey.size()));
        row.centralId = row.card;
        return !row.name.empty();
    }
};

FamilyRows::FamilyRows()
    : m_reading(std::make_unique<Reading>())
{
}

FamilyRows::~FamilyRows() = default;

MirrorParticipantRow &FamilyRows::nextMember()
{
    if (m_size == m_members.size())
        m_members.emplace_back();
    MirrorParticipantRow &row = m_members[m_size];
    clearKeys(row, kMemberKeys);
    row.id = 0;
    row.position = int(m_size++);
    return row;
}

bool FamilyRows::read(QByteArrayView json)
{
    std::string &copy = m_reading->copy;
    copy.reserve(size_t(json.size()) + kPadding);
    copy.assign(json.data(), size_t(json.size()));
    return readPadded({copy.data(), json.size()});
}

bool FamilyRows::readPadded(QByteArrayView json)
{
    static_assert(kPadding >= simdjson::SIMDJSON_PADDING);
    m_size = 0;
    m_family.id = 0;
    clearKeys(m_family, kFamilyKeys);
    clearKeys(m_family, kAddressKeys);
    clearKeys(m_family, kBankKeys);
    m_family.billing.clear();
    m_family.scheduled.clear();
    m_family.careClass = m_family.revision = 0;
    m_family.wage = 0;

    od::document document;
    od::object object;
    if (m_reading->parser.iterate(json.data(), size_t(json.size()), size_t(json.size()) + kPadding)
            .get(document)
        || document.get_object().get(object))
        return false;
    const auto readMembers = [this](od::value &value) {
        od::array array;
        if (value.get_array().get(array))
            return false;
        m_size = 0;
        for (auto element : array) {
            od::value member;
            if (element.get(member) || !m_reading->readMember(member, nextMember()))
                return false;
        }
        return true;
    };
    const bool isRead = readKeys(object, kFamilyKeys, m_family, [&](std::string_view key, od::value &value) {
        if (key == "members")
            return readMembers(value);
        if (key == "address")
            return readPartOf(value, kAddressKeys, m_family);
        if (key == "bank")
            return readPartOf(value, kBankKeys, m_family);
        if (key == "billingAddress")
            return readBilling(value, m_family.billing);
        if (key == "scheduled")
            return readScheduled(value, m_family.scheduled);
        if (key == "class")
            readNumber(value, m_family.careClass);
        else if (key == "revision")
            readNumber(value, m_family.revision);
        else if (key == "wage")
            readNumber(value, m_family.wage);
        return true;
    });
    if (!isRead || document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        return false;
    m_family.centralId = m_family.kk;
    putPhoneKey(m_family.phone, m_family.phoneKey);
    return !m_family.kk.empty() && m_size > 0;
}

void FamilyRows::read(const FamilyView &family)
{
    const auto text = [](const QString &value) { return value.toStdString(); };
    const auto day = [](QDate value) {
        return value.isValid() ? value.toString(Qt::ISODate).toStdString() : std::string();
    };
    const std::string kk = text(family.kk);
    m_family = {0,
                kk,
                kk,
                text(family.segment),
                family.careClass,
                text(family.va),
                text(family.status),
                text(family.phone),
                text(phoneKey(family.phone)),
                text(family.email),
                text(family.address.line),
                text(family.address.rt),
                text(family.address.rw),
                text(family.address.village),
                text(family.address.postcode),
                family.billingAddress ? billingText(*family.billingAddress) : std::string(),
                text(family.bank.code),
                text(family.bank.account),
                text(family.bank.holder),
                text(family.paidUntil),
                day(family.firstPaymentFrom),
                day(family.firstPaymentUntil),
                family.revision,
                day(family.classSince),
                day(family.segmentSince),
                text(family.lastCovered),
                family.wage,
                text(family.employer),
                text(changesText(family.scheduled))};
    m_size = 0;
    for (const MemberView &m : family.members) {
        MirrorParticipantRow &row = nextMember();
        row = {0,
               text(m.card),
               0,
               row.position,
               text(m.relation),
               text(m.kin),
               text(m.nik),
               text(m.card),
               text(m.name),
               text(nameKey(m.name)),
               text(m.birthPlace),
               day(m.birthDate),
               text(m.sex),
               text(m.marital),
               text(m.citizenship),
               text(m.passport),
               text(m.fktp),
               text(m.dentist),
               text(m.status),
               text(m.photo),
               day(m.fktpSince),
               day(m.letterDate),
               day(m.validUntil)};
    }
}

} // namespace Loket
