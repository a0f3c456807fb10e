// SPDX-License-Identifier: Apache-2.0
#include "tests/central/crowdcounter.h"

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/domain/casejson.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

constexpr int kWantedNumbers = 400; // sixty families of four, and some
constexpr int kCardDigits = 13;
constexpr int kEntriesAtOnce = 500;

QString newId(const Clock &clock)
{
    return newUuid7(clock).toString(QUuid::WithoutBraces);
}

QString digits(qint64 number, int width)
{
    return u"%1"_s.arg(number, width, 10, QLatin1Char('0'));
}

/// Spread over the birthdays of five years.
constexpr int kBirthdays = 2000;

/// A word of letters for a number, so that families don't share a name.
QString wordOf(qint64 number)
{
    QString word;
    for (; word.size() < 6; number /= 26)
        word += QChar(u'A' + char16_t(number % 26));
    return word;
}

/// Makes the family its own people: `family` is below 9999 in each district.
void givePeople(Case &content, const QString &district, qint64 family, qint64 everywhere)
{
    const quint64 mixed = (quint64(everywhere) * 0x9E37'79B9'7F4A'7C15) >> 32;
    for (CaseMember &member : content.family.members) {
        const QDate born
            = QDate::fromString(member.birthDate, Qt::ISODate).addDays(qint64(mixed % kBirthdays));
        member.birthDate = born.toString(Qt::ISODate);
        member.name = member.name.section(u' ', 0, 0) + u' ' + wordOf(everywhere * 7919);
        const int day = born.day() + (member.sex == "P"_L1 ? 40 : 0);
        member.nik = district + digits(day, 2) + digits(born.month(), 2) + digits(born.year() % 100, 2)
            + digits(family % 9999 + 1, 4);
    }
}

} // namespace

CrowdCounter::CrowdCounter(const CrowdWorld &world, const CrowdPlace &place, QString code, int number)
    : m_world(world)
    , m_place(place)
    , m_code(std::move(code))
    , m_device(newId(*world.clock))
    , m_generation(newId(*world.clock))
    , m_number(number)
    , m_key(DeviceKey::generate())
{
}

HttpCentral &CrowdCounter::central()
{
    if (!m_central) {
        CentralAddress address;
        address.url = m_world.urls.at(m_number % m_world.urls.size());
        address.device = m_device;
        address.line.ca = m_world.ca;
        m_central
            = std::make_unique<HttpCentral>(address, *DeviceKey::fromSeed(m_key.seed()), *m_world.clock);
    }
    return *m_central;
}

template <typename Call>
CrowdCall CrowdCounter::timed(const char *what, Call call)
{
    const auto start = std::chrono::steady_clock::now();
    CrowdCall done;
    done.what = what;
    if (const Outcome<Nothing> outcome = call(done); !outcome)
        done.fault = failureWord(outcome.error().kind) + u' ' + outcome.error().detail;
    done.milliseconds
        = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return done;
}

CrowdCall CrowdCounter::enrol()
{
    return timed("enrol", [&](CrowdCall &) -> Outcome<Nothing> {
        const auto answer
            = central().enrol({m_code, m_device, m_key.publicKey(), m_key.publicKey(), u"loket-crowd"_s});
        if (!answer)
            return fail(answer.error());
        m_epoch = answer.value().epoch;
        return Nothing();
    });
}

CrowdCall CrowdCounter::hello()
{
    return timed("hello", [&](CrowdCall &) -> Outcome<Nothing> {
        const auto answer = central().hello(
            {m_generation, m_seq, m_epoch, m_cursor, u"handbook"_s, u"loket-crowd"_s, 1, {}});
        if (!answer)
            return fail(answer.error());
        return Nothing();
    });
}

CrowdCall CrowdCounter::lease()
{
    return timed("lease", [&](CrowdCall &) -> Outcome<Nothing> {
        const auto answer = central().lease({newId(*m_world.clock), kWantedNumbers});
        if (!answer)
            return fail(answer.error());
        m_lease = answer.value();
        m_nextCard = m_lease.low;
        return Nothing();
    });
}

Envelope CrowdCounter::seal()
{
    const qint64 family = qint64(m_number) * 100'000 + m_seq;
    Case content = m_world.sample;
    content.id = newId(*m_world.clock);
    content.family.kk
        = m_place.district + digits(family / 10'000 % 1'000'000, 6) + digits(family % 10'000, 4);
    content.family.address.village = m_place.village;
    givePeople(content, m_place.district, qint64(m_number % 6) * 1600 + m_seq, family);
    EnvelopeHeader header;
    header.submission = content.id;
    header.device = m_device;
    header.deviceSeq = ++m_seq;
    header.prevHash = m_hash;
    header.generation = m_generation;
    header.officer = u"petugas1"_s;
    header.service = content.service;
    header.family = content.family.kk;
    header.rulebook = u"handbook"_s;
    header.app = u"loket-crowd"_s;
    header.time = m_world.clock->nowUtc().toString(Qt::ISODateWithMs);
    header.timeCertainty = u"device"_s;
    for (int i = 0; i < content.family.members.size() && m_nextCard <= m_lease.high; ++i)
        header.numbers += UsedNumber{m_lease.leaseId, i, digits(m_nextCard++, kCardDigits)};
    const QByteArray payload = QJsonDocument(writeCase(content)).toJson(QJsonDocument::Compact);
    Envelope envelope = sealEnvelope(header, payload, m_key);
    m_hash = envelopeHash(envelope).toHex();
    return envelope;
}

CrowdCall CrowdCounter::submit(int families)
{
    while (m_waiting.size() < families)
        m_waiting += seal();
    return timed("submit", [&](CrowdCall &call) -> Outcome<Nothing> {
        const auto reply = central().submit(m_waiting);
        if (!reply)
            return fail(reply.error());
        for (const Receipt &receipt : reply.value().receipts) {
            if (receipt.kind != Receipt::Kind::Received && receipt.kind != Receipt::Kind::AlreadyKnown)
                return fail(Failure{FailureKind::Conflict, receipt.reason});
        }
        call.envelopes = int(m_waiting.size());
        m_waiting.clear();
        return Nothing();
    });
}

CrowdCall CrowdCounter::poll()
{
    return timed("changes", [&](CrowdCall &) -> Outcome<Nothing> {
        const auto page = central().changes(m_epoch, m_cursor, kEntriesAtOnce, 0);
        if (!page)
            return fail(page.error());
        for (const FeedEntry &entry : page.value().entries) {
            if (entry.kind != "verdict"_L1)
                continue;
            ++m_verdicts;
            m_refused += entry.body["state"_L1].toString() == "accepted"_L1 ? 0 : 1;
        }
        m_cursor = page.value().next;
        return Nothing();
    });
}

} // namespace Loket::Central
