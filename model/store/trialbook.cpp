// SPDX-License-Identifier: Apache-2.0
#include "model/store/trialbook.h"

#include "model/store/connection.h"
#include "model/store/transaction.h"
#include "model/store/trialrows.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr int kTrialVersion = 3;
constexpr int kTrialCardDigits = 13;

constexpr const char *kTrialSchema = R"(
CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE device (id TEXT PRIMARY KEY, public_key BLOB NOT NULL, next_seq INTEGER NOT NULL,
    prev_hash BLOB NOT NULL) STRICT;
CREATE TABLE submission (id TEXT PRIMARY KEY, device TEXT NOT NULL, seq INTEGER NOT NULL, header BLOB NOT NULL,
    payload BLOB NOT NULL, signature BLOB NOT NULL, UNIQUE (device, seq)) STRICT;
CREATE TABLE lease (id TEXT PRIMARY KEY, device TEXT NOT NULL, low INTEGER NOT NULL UNIQUE,
    high INTEGER NOT NULL) STRICT;
CREATE INDEX lease_of_device ON lease (device, low);
CREATE TABLE card (number TEXT PRIMARY KEY, submission TEXT NOT NULL) STRICT;
CREATE TABLE family (kk TEXT PRIMARY KEY, revision INTEGER NOT NULL, pay_from TEXT NOT NULL,
    source TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX family_to_pay ON family (pay_from) WHERE pay_from <> '';
CREATE TABLE person (nik TEXT NOT NULL, kk TEXT NOT NULL, PRIMARY KEY (nik, kk)) STRICT, WITHOUT ROWID;
CREATE INDEX person_of_family ON person (kk);
CREATE TABLE feed (seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE attachment (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
)";

/// Since cases change families that are there. A family that is gone keeps its row, without a body, so that
/// its revision goes on.
constexpr const char *kSecondTrialSchema = R"(
ALTER TABLE family ADD COLUMN next_change TEXT NOT NULL DEFAULT '';
CREATE INDEX family_to_change ON family (next_change) WHERE next_change <> '';
CREATE TABLE verdict (submission TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE undo (submission TEXT PRIMARY KEY, kk TEXT NOT NULL, revision INTEGER NOT NULL,
    before TEXT NOT NULL) STRICT, WITHOUT ROWID;
PRAGMA user_version = 2;
)";

/// Since centres merge what several counters changed, and tell stores that are older copies from others.
constexpr const char *kThirdTrialSchema = R"(
ALTER TABLE device ADD COLUMN generation TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN born TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN name TEXT NOT NULL DEFAULT '';
CREATE INDEX person_born ON person (born);
CREATE TABLE family_was (kk TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (kk, revision)) STRICT, WITHOUT ROWID;
PRAGMA user_version = 3;
)";

Envelope envelopeRow(const Statement &row)
{
    return {row.text(0), row.blob(1), row.blob(2), row.blob(3)};
}

} // namespace

TrialBook::TrialBook(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

TrialBook::~TrialBook() = default;

Outcome<std::unique_ptr<TrialBook>> TrialBook::open(const QString &path, const QByteArray &vfs,
                                                    const TrialSettings &settings)
{
    auto connection = openStore(path, Access::Write, vfs, true);
    if (!connection)
        return fail(connection.error());
    std::unique_ptr<TrialBook> book(new TrialBook(connection.take()));
    const auto prepared = book->prepare(settings);
    if (!prepared)
        return fail(prepared.error());
    return book;
}

Outcome<Nothing> TrialBook::prepare(const TrialSettings &settings)
{
    const auto version = m_connection->one("PRAGMA user_version", TrialRows::firstInteger);
    if (!version)
        return fail(version.error());
    if (version.value() == kTrialVersion)
        return Nothing();
    if (version.value() > kTrialVersion)
        return fail(Failure{FailureKind::Newer, u"trial.db"_s});
    Transaction transaction(*m_connection);
    if (!transaction.begun())
        return transaction.begun();
    if (version.value().value_or(0) == 0) {
        if (auto made = makeFirst(settings); !made)
            return made;
    }
    if (version.value().value_or(0) < 2) {
        if (auto made = m_connection->script(kSecondTrialSchema); !made)
            return made;
    }
    if (auto made = m_connection->script(kThirdTrialSchema); !made)
        return made;
    return transaction.commit();
}

Outcome<Nothing> TrialBook::makeFirst(const TrialSettings &settings)
{
    if (auto made = m_connection->script(kTrialSchema); !made)
        return made;
    for (const auto &[name, value] : {std::pair(u"next-number"_s, settings.firstNumber),
                                      std::pair(u"block-size"_s, settings.blockSize)}) {
        if (auto put = TrialRows::done(
                m_connection->exec("INSERT INTO setting (name, value) VALUES (?, ?)", name, value));
            !put)
            return put;
    }
    return Nothing();
}

Outcome<std::optional<CentreDevice>> TrialBook::device(const QString &id)
{
    return m_connection->one(
        "SELECT id, public_key, next_seq, prev_hash, generation, state,"
        " (SELECT coalesce(max(seq), 0) FROM submission WHERE submission.device = device.id)"
        " FROM device WHERE id = ?",
        [](const Statement &row) {
            CentreDevice device;
            device.id = row.text(0);
            device.publicKey = row.blob(1);
            device.nextSeq = row.integer(2);
            device.prevHash = row.blob(3);
            device.generation = row.text(4);
            device.state = Welcome::Device(row.integer(5));
            device.highestSeq = row.integer(6);
            device.highestHash = device.highestSeq < device.nextSeq ? device.prevHash : QByteArray();
            return device;
        },
        id);
}

Outcome<Nothing> TrialBook::putDevice(const CentreDevice &device)
{
    return TrialRows::done(m_connection->exec(
        "INSERT INTO device (id, public_key, next_seq, prev_hash, generation, state) VALUES (?, ?, ?, ?, ?, "
        "?)"
        " ON CONFLICT (id) DO UPDATE SET next_seq = excluded.next_seq, prev_hash = excluded.prev_hash,"
        " generation = excluded.generation, state = excluded.state",
        device.id, device.publicKey, device.nextSeq, device.prevHash, device.generation, device.state));
}

Outcome<QStringList> TrialBook::areasOf(const QString &)
{
    return QStringList();
}

Outcome<std::optional<Envelope>> TrialBook::submission(const QString &id)
{
    return m_connection->one("SELECT id, header, payload, signature FROM submission WHERE id = ?",
                             envelopeRow, id);
}

Outcome<std::optional<Envelope>> TrialBook::submissionAt(const QString &device, qint64 seq)
{
    return m_connection->one(
        "SELECT id, header, payload, signature FROM submission WHERE device = ? AND seq = ?", envelopeRow,
        device, seq);
}

Outcome<Nothing> TrialBook::addSubmission(const QString &device, qint64 seq, const Envelope &envelope)
{
    return TrialRows::done(
        m_connection->exec("INSERT INTO submission (id, device, seq, header, payload, signature) "
                           "VALUES (?, ?, ?, ?, ?, ?)",
                           envelope.id, device, seq, envelope.header, envelope.payload, envelope.signature));
}

Outcome<qint64> TrialBook::takeFromRange(qint64 count)
{
    const auto next = m_connection->one("UPDATE setting SET value = value + ? WHERE name = 'next-number' "
                                        "RETURNING value",
                                        TrialRows::firstInteger, count);
    if (!next)
        return fail(next.error());
    if (!next.value())
        return fail(Failure{FailureKind::Corrupt, u"trial.db has no number range"_s});
    return *next.value() - count;
}

Outcome<LeaseGrant> TrialBook::firstLease(const QString &device)
{
    const auto lease = m_connection->one(
        "SELECT id, low, high FROM lease WHERE device = ? ORDER BY low LIMIT 1",
        [](const Statement &row) {
            return LeaseGrant{row.text(0), row.integer(1), row.integer(2)};
        },
        device);
    if (!lease)
        return fail(lease.error());
    if (lease.value())
        return *lease.value();
    return grantLease(device, 0);
}

Outcome<LeaseGrant> TrialBook::grantLease(const QString &device, qint64 wanted)
{
    const auto usual
        = m_connection->one("SELECT value FROM setting WHERE name = 'block-size'", TrialRows::firstInteger);
    if (!usual)
        return fail(usual.error());
    const qint64 size = wanted > 0 ? wanted : usual.value().value_or(0);
    const auto low = takeFromRange(size);
    if (!low)
        return fail(low.error());
    const LeaseGrant grant{u"trial-%1"_s.arg(low.value()), low.value(), low.value() + size - 1};
    const auto put = m_connection->exec("INSERT INTO lease (id, device, low, high) VALUES (?, ?, ?, ?)",
                                        grant.leaseId, device, grant.low, grant.high);
    if (!put)
        return fail(put.error());
    return grant;
}

Outcome<bool> TrialBook::isLeasedTo(const QString &device, const QString &lease, const QString &card)
{
    return TrialRows::isThere(
        m_connection->one("SELECT 1 FROM lease WHERE id = ? AND device = ? AND ? BETWEEN low AND high",
                          TrialRows::firstInteger, lease, device, card.toLongLong()));
}

Outcome<bool> TrialBook::useCard(const QString &card, const QString &submission, const QString &corrected)
{
    const auto put = m_connection->exec("INSERT INTO card (number, submission) VALUES (?, ?)"
                                        " ON CONFLICT (number) DO UPDATE SET submission = excluded.submission"
                                        " WHERE submission = ?",
                                        card, submission, corrected);
    if (!put)
        return fail(put.error());
    return put.value() == 1;
}

Outcome<bool> TrialBook::isCardOf(const QString &card, const QString &submission)
{
    return TrialRows::isThere(m_connection->one("SELECT 1 FROM card WHERE number = ? AND submission = ?",
                                                TrialRows::firstInteger, card, submission));
}

Outcome<QString> TrialBook::ownCard(const QString &submission)
{
    const auto number = takeFromRange(1);
    if (!number)
        return fail(number.error());
    const QString card = u"%1"_s.arg(number.value(), kTrialCardDigits, 10, QLatin1Char('0'));
    const auto used = useCard(card, submission, {});
    if (!used)
        return fail(used.error());
    return card;
}

Outcome<Nothing> TrialBook::tell(const FeedLine &line)
{
    return TrialRows::done(m_connection->exec("INSERT INTO feed (kind, body) VALUES (?, ?)", line.kind,
                                              TrialRows::jsonText(line.body)));
}

Outcome<FeedPage> TrialBook::feed(qint64 cursor, int limit)
{
    auto entries = m_connection->all(
        "SELECT seq, kind, body FROM feed WHERE seq > ? ORDER BY seq LIMIT ?",
        [](const Statement &row) {
            return FeedEntry{row.integer(0), row.text(1), TrialRows::jsonObject(row.text(2)), {}};
        },
        cursor, limit + 1);
    if (!entries)
        return fail(entries.error());
    FeedPage page;
    page.entries = entries.take();
    page.next = cursor;
    if (page.entries.size() > limit) {
        page.entries.removeLast();
        page.more = true;
    }
    if (!page.entries.isEmpty())
        page.next = page.entries.last().seq;
    return page;
}

Outcome<Nothing> TrialBook::putAttachment(const QString &sha256, const QByteArray &bytes)
{
    return TrialRows::done(m_connection->exec(
        "INSERT INTO attachment (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", sha256, bytes));
}

Outcome<qint64> TrialBook::attachments()
{
    const auto count = m_connection->one("SELECT count(*) FROM attachment", TrialRows::firstInteger);
    if (!count)
        return fail(count.error());
    return count.value().value_or(0);
}

} // namespace Loket
