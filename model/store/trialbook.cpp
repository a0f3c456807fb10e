// SPDX-License-Identifier: Apache-2.0
#include "model/store/trialbook.h"

#include "model/store/connection.h"
#include "model/store/familyjson.h"
#include "model/store/transaction.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr int kTrialVersion = 2;
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

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject jsonObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

Envelope envelopeRow(const Statement &row)
{
    return {row.text(0), row.blob(1), row.blob(2), row.blob(3)};
}

qint64 firstInteger(const Statement &row)
{
    return row.integer(0);
}

/// Keeps the failure, drops the count.
Outcome<Nothing> done(const Outcome<qint64> &changed)
{
    if (!changed)
        return fail(changed.error());
    return Nothing();
}

Outcome<bool> isThere(const Outcome<std::optional<qint64>> &row)
{
    if (!row)
        return fail(row.error());
    return row.value().has_value();
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
    const auto version = m_connection->one("PRAGMA user_version", firstInteger);
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
    if (auto made = m_connection->script(kSecondTrialSchema); !made)
        return made;
    return transaction.commit();
}

Outcome<Nothing> TrialBook::makeFirst(const TrialSettings &settings)
{
    if (auto made = m_connection->script(kTrialSchema); !made)
        return made;
    for (const auto &[name, value] : {std::pair(u"next-number"_s, settings.firstNumber),
                                      std::pair(u"block-size"_s, settings.blockSize)}) {
        if (auto put
            = done(m_connection->exec("INSERT INTO setting (name, value) VALUES (?, ?)", name, value));
            !put)
            return put;
    }
    return Nothing();
}

Outcome<std::optional<TrialDevice>> TrialBook::device(const QString &id)
{
    return m_connection->one(
        "SELECT id, public_key, next_seq, prev_hash FROM device WHERE id = ?",
        [](const Statement &row) {
            return TrialDevice{row.text(0), row.blob(1), row.integer(2), row.blob(3)};
        },
        id);
}

Outcome<Nothing> TrialBook::putDevice(const TrialDevice &device)
{
    return done(
        m_connection->exec("INSERT INTO device (id, public_key, next_seq, prev_hash) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (id) DO UPDATE SET next_seq = excluded.next_seq, "
                           "prev_hash = excluded.prev_hash",
                           device.id, device.publicKey, device.nextSeq, device.prevHash));
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
    return done(m_connection->exec("INSERT INTO submission (id, device, seq, header, payload, signature) "
                                   "VALUES (?, ?, ?, ?, ?, ?)",
                                   envelope.id, device, seq, envelope.header, envelope.payload,
                                   envelope.signature));
}

Outcome<qint64> TrialBook::takeFromRange(qint64 count)
{
    const auto next = m_connection->one("UPDATE setting SET value = value + ? WHERE name = 'next-number' "
                                        "RETURNING value",
                                        firstInteger, count);
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
    const auto usual = m_connection->one("SELECT value FROM setting WHERE name = 'block-size'", firstInteger);
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
    return isThere(
        m_connection->one("SELECT 1 FROM lease WHERE id = ? AND device = ? AND ? BETWEEN low AND high",
                          firstInteger, lease, device, card.toLongLong()));
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
    return isThere(m_connection->one("SELECT 1 FROM card WHERE number = ? AND submission = ?", firstInteger,
                                     card, submission));
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

Outcome<std::optional<QString>> TrialBook::familySource(const QString &kk)
{
    return m_connection->one(
        "SELECT source FROM family WHERE kk = ? AND body <> ''",
        [](const Statement &row) { return row.text(0); }, kk);
}

Outcome<std::optional<FamilyView>> TrialBook::family(const QString &kk)
{
    const auto body = m_connection->one(
        "SELECT body FROM family WHERE kk = ? AND body <> ''",
        [](const Statement &row) { return row.text(0); }, kk);
    if (!body)
        return fail(body.error());
    return body.value() ? familyFromJson(jsonObject(*body.value())) : std::optional<FamilyView>();
}

Outcome<bool> TrialBook::isNikKnown(const QString &nik, const QString &exceptKk)
{
    return isThere(
        m_connection->one("SELECT 1 FROM person WHERE nik = ? AND kk <> ?", firstInteger, nik, exceptKk));
}

Outcome<int> TrialBook::revision(const QString &kk)
{
    const auto row = m_connection->one("SELECT revision FROM family WHERE kk = ?", firstInteger, kk);
    if (!row)
        return fail(row.error());
    return int(row.value().value_or(0));
}

Outcome<Nothing> TrialBook::putFamily(FamilyView family, const QString &source)
{
    const auto before = revision(family.kk);
    if (!before)
        return fail(before.error());
    family.revision = qMax(before.value(), family.revision) + 1;
    const QString payFrom
        = family.paidUntil.isEmpty() ? family.firstPaymentFrom.toString(Qt::ISODate) : QString();
    QDate next;
    for (const FieldChange &change : family.scheduled) {
        if (change.effective.isValid() && (!next.isValid() || change.effective < next))
            next = change.effective;
    }
    const QJsonObject body = familyToJson(family);
    const auto put = m_connection->exec(
        "INSERT INTO family (kk, revision, pay_from, source, body, next_change) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (kk) DO UPDATE SET revision = excluded.revision, pay_from = excluded.pay_from,"
        " source = CASE excluded.source WHEN '' THEN source ELSE excluded.source END, body = excluded.body,"
        " next_change = excluded.next_change",
        family.kk, family.revision, payFrom, source, jsonText(body), next);
    if (!put)
        return fail(put.error());
    const auto forgotten = m_connection->exec("DELETE FROM person WHERE kk = ?", family.kk);
    if (!forgotten)
        return fail(forgotten.error());
    for (const MemberView &member : family.members) {
        if (member.nik.isEmpty())
            continue;
        const auto person = m_connection->exec(
            "INSERT INTO person (nik, kk) VALUES (?, ?) ON CONFLICT DO NOTHING", member.nik, family.kk);
        if (!person)
            return fail(person.error());
    }
    return tell(u"family"_s, body);
}

Outcome<Nothing> TrialBook::dropFamily(const QString &kk, int revision)
{
    const auto before = this->revision(kk);
    if (!before)
        return fail(before.error());
    const int after = qMax(before.value(), revision) + 1;
    const auto put = m_connection->exec(
        "INSERT INTO family (kk, revision, pay_from, source, body) VALUES (?, ?, '', '', '')"
        " ON CONFLICT (kk) DO UPDATE SET revision = excluded.revision, pay_from = '', source = '', body = '',"
        " next_change = ''",
        kk, after);
    if (!put)
        return fail(put.error());
    const auto forgotten = m_connection->exec("DELETE FROM person WHERE kk = ?", kk);
    if (!forgotten)
        return fail(forgotten.error());
    return tell(u"gone"_s, {{u"kk"_s, kk}, {u"revision"_s, after}});
}

namespace {

Outcome<QList<FamilyView>> familiesOf(const Outcome<QList<QString>> &bodies)
{
    if (!bodies)
        return fail(bodies.error());
    QList<FamilyView> families;
    for (const QString &body : bodies.value()) {
        const auto family = familyFromJson(jsonObject(body));
        if (!family)
            return fail(Failure{FailureKind::Corrupt, u"trial.db holds a family that can't be read"_s});
        families += *family;
    }
    return families;
}

} // namespace

Outcome<QList<FamilyView>> TrialBook::familiesToPay(QDate day, int limit)
{
    return familiesOf(m_connection->all(
        "SELECT body FROM family WHERE pay_from <> '' AND pay_from <= ? ORDER BY pay_from, kk LIMIT ?",
        [](const Statement &row) { return row.text(0); }, day, limit));
}

Outcome<QList<FamilyView>> TrialBook::familiesDue(QDate day, int limit)
{
    return familiesOf(m_connection->all(
        "SELECT body FROM family WHERE next_change <> '' AND next_change <= ?"
        " ORDER BY next_change, kk LIMIT ?",
        [](const Statement &row) { return row.text(0); }, day, limit));
}

Outcome<Nothing> TrialBook::putVerdict(const QString &submission, CaseState state)
{
    return done(m_connection->exec("INSERT INTO verdict (submission, state) VALUES (?, ?)"
                                   " ON CONFLICT (submission) DO UPDATE SET state = excluded.state",
                                   submission, caseStateWord(state)));
}

Outcome<std::optional<CaseState>> TrialBook::verdict(const QString &submission)
{
    const auto word = m_connection->one(
        "SELECT state FROM verdict WHERE submission = ?", [](const Statement &row) { return row.text(0); },
        submission);
    if (!word)
        return fail(word.error());
    return word.value() ? caseStateFromWord(*word.value()) : std::optional<CaseState>();
}

Outcome<Nothing> TrialBook::remember(const QString &submission, const QString &kk,
                                     const std::optional<FamilyView> &before)
{
    const auto now = revision(kk);
    if (!now)
        return fail(now.error());
    return done(m_connection->exec("INSERT INTO undo (submission, kk, revision, before) VALUES (?, ?, ?, ?)"
                                   " ON CONFLICT (submission) DO UPDATE SET revision = excluded.revision,"
                                   " before = excluded.before",
                                   submission, kk, now.value(),
                                   before ? jsonText(familyToJson(*before)) : QString()));
}

Outcome<std::optional<TrialUndo>> TrialBook::undo(const QString &submission)
{
    return m_connection->one(
        "SELECT kk, revision, before FROM undo WHERE submission = ?",
        [](const Statement &row) {
            TrialUndo undo{row.text(0), int(row.integer(1)), {}};
            if (!row.text(2).isEmpty())
                undo.before = familyFromJson(jsonObject(row.text(2)));
            return undo;
        },
        submission);
}

Outcome<Nothing> TrialBook::tell(const QString &kind, const QJsonObject &body)
{
    return done(m_connection->exec("INSERT INTO feed (kind, body) VALUES (?, ?)", kind, jsonText(body)));
}

Outcome<FeedPage> TrialBook::feed(qint64 cursor, int limit)
{
    auto entries = m_connection->all(
        "SELECT seq, kind, body FROM feed WHERE seq > ? ORDER BY seq LIMIT ?",
        [](const Statement &row) {
            return FeedEntry{row.integer(0), row.text(1), jsonObject(row.text(2))};
        },
        cursor, limit + 1);
    if (!entries)
        return fail(entries.error());
    FeedPage page{entries.take(), cursor, false};
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
    return done(m_connection->exec(
        "INSERT INTO attachment (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", sha256, bytes));
}

Outcome<qint64> TrialBook::attachments()
{
    const auto count = m_connection->one("SELECT count(*) FROM attachment", firstInteger);
    if (!count)
        return fail(count.error());
    return count.value().value_or(0);
}

} // namespace Loket
