// SPDX-License-Identifier: Apache-2.0
#include "tests/central/pgbook.h"

#include "model/store/familyjson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

constexpr int kCardDigits = 13;

std::optional<Envelope> envelopeRow(const pqxx::result &rows)
{
    if (rows.empty())
        return std::nullopt;
    return Envelope{textOf(rows[0][0]), bytesOf(rows[0][1]), bytesOf(rows[0][2]), bytesOf(rows[0][3])};
}

} // namespace

PgBook::PgBook(pqxx::transaction_base &transaction)
    : m_transaction(transaction)
{
}

void PgBook::lock(const QStringList &names)
{
    QStringList missing;
    for (const QString &name : names) {
        if (!name.isEmpty() && !m_locked.contains(name))
            missing += name;
    }
    if (missing.isEmpty())
        return;
    ask("lock", pgArray(missing));
    m_locked.unite(QSet<QString>(missing.cbegin(), missing.cend()));
}

Outcome<std::optional<CentreDevice>> PgBook::device(const QString &id)
{
    if (m_device && m_device->id == id) // nobody else changes it while its row is held
        return m_device;
    if (m_pending.isDevice)
        flush();
    m_device.reset();
    takeDevice(ask("device", pgText(id)));
    return m_device;
}

void PgBook::takeDevice(const pqxx::result &rows)
{
    if (rows.empty())
        return;
    const pqxx::row row = rows[0];
    CentreDevice device;
    device.id = textOf(row[0]);
    device.office = textOf(row[1]);
    device.publicKey = bytesOf(row[2]);
    device.boxKey = bytesOf(row[3]);
    device.state = Welcome::Device(row[4].as<int>());
    device.generation = textOf(row[5]);
    device.nextSeq = numberOf(row[6]);
    device.prevHash = latinOf(row[7]);
    device.highestSeq = numberOf(row[8]);
    device.highestHash = latinOf(row[9]);
    device.durableSeq = numberOf(row[10]);
    m_device = device;
}

Outcome<Nothing> PgBook::putDevice(const CentreDevice &device)
{
    if (m_pending.isDevice && m_device->id != device.id)
        flush();
    m_device = device;
    m_pending.isDevice = true;
    return Nothing();
}

Outcome<QStringList> PgBook::areasOf(const QString &office)
{
    if (const auto known = m_areas.constFind(office); known != m_areas.cend())
        return *known;
    QStringList areas;
    for (const pqxx::row &row : ask("areas", pgText(office)))
        areas += textOf(row[0]);
    m_areas.insert(office, areas);
    return areas;
}

Outcome<std::optional<Envelope>> PgBook::submission(const QString &id)
{
    if (m_pending.submission.envelope.id == id)
        return std::optional(m_pending.submission.envelope);
    if (m_expected && m_expected->envelope.id == id) {
        for (const Submission &one : std::as_const(m_found)) {
            if (one.envelope.id == id)
                return std::optional(one.envelope);
        }
        return std::optional<Envelope>();
    }
    return envelopeRow(ask("submission", pgText(id)));
}

Outcome<std::optional<Envelope>> PgBook::submissionAt(const QString &device, qint64 seq)
{
    const auto isThere = [&](const Submission &one) {
        return !one.envelope.id.isEmpty() && one.device == device && one.seq == seq;
    };
    if (isThere(m_pending.submission))
        return std::optional(m_pending.submission.envelope);
    if (m_expected && m_expected->device == device && m_expected->seq == seq) {
        const auto found = std::find_if(m_found.cbegin(), m_found.cend(), isThere);
        return found == m_found.cend() ? std::optional<Envelope>() : std::optional(found->envelope);
    }
    return envelopeRow(ask("submission-at", pgText(device), seq));
}

Outcome<Nothing> PgBook::addSubmission(const QString &device, qint64 seq, const Envelope &envelope)
{
    if (!m_pending.submission.envelope.id.isEmpty())
        flush();
    m_pending.submission = {device, seq, envelope};
    m_expected.reset();
    return Nothing();
}

Outcome<std::optional<CaseState>> PgBook::verdict(const QString &submission)
{
    if (m_pending.verdictOf == submission)
        flush();
    const pqxx::result rows = ask("verdict", pgText(submission));
    if (rows.empty())
        return std::optional<CaseState>();
    return caseStateFromWord(textOf(rows[0][0]));
}

Outcome<Nothing> PgBook::putVerdict(const QString &submission, CaseState state, const FeedLine &told)
{
    if (!m_pending.verdictOf.isEmpty())
        flush();
    m_pending.verdictOf = submission;
    m_pending.state = state;
    m_pending.verdict = told;
    return Nothing();
}

Outcome<std::optional<FeedEntry>> PgBook::toldVerdict(const QString &submission)
{
    if (m_pending.verdictOf == submission)
        flush();
    const pqxx::result rows = ask("told-verdict", pgText(submission));
    if (rows.empty())
        return std::optional<FeedEntry>();
    const QByteArray body = latinOf(rows[0][0]);
    FeedEntry entry{0, u"verdict"_s, {}, {}, body};
    if (!rows[0][1].is_null())
        entry.proof = {body, bytesOf(rows[0][1])};
    return std::optional(entry);
}

Outcome<Nothing> PgBook::remember(const QString &submission, const CentreUndo &undo)
{
    if (!m_pending.undoOf.isEmpty())
        flush();
    m_pending.undoOf = submission;
    m_pending.undo = undo;
    return Nothing();
}

Outcome<std::optional<CentreUndo>> PgBook::undo(const QString &submission)
{
    if (submission.isEmpty())
        return std::optional<CentreUndo>();
    if (m_pending.undoOf == submission)
        flush();
    const pqxx::result rows = ask("undo", pgText(submission));
    if (rows.empty())
        return std::optional<CentreUndo>();
    CentreUndo undo;
    undo.kk = textOf(rows[0][0]);
    undo.revision = rows[0][1].as<int>();
    const QByteArray before = latinOf(rows[0][2]);
    if (!before.isEmpty())
        undo.before = familyFromJson(QJsonDocument::fromJson(before).object());
    return std::optional(undo);
}

const PgBook::Lease &PgBook::leaseOf(const QString &id)
{
    if (const auto known = m_leases.constFind(id); known != m_leases.cend())
        return *known;
    Lease lease;
    const pqxx::result rows = ask("lease", pgText(id));
    if (!rows.empty())
        lease = {textOf(rows[0][0]), numberOf(rows[0][1]), numberOf(rows[0][2])};
    return *m_leases.insert(id, lease);
}

Outcome<bool> PgBook::isLeasedTo(const QString &device, const QString &lease, const QString &card)
{
    const Lease &block = leaseOf(lease);
    const qint64 number = card.toLongLong();
    return block.device == device && number >= block.low && number < block.end;
}

/// The submission that it was given to; empty: none.
QString PgBook::holderOf(const QString &card)
{
    if (const auto known = m_cards.constFind(card); known != m_cards.cend())
        return *known;
    const pqxx::result rows = ask("cards", pgArray({card}));
    return *m_cards.insert(card, rows.empty() ? QString() : textOf(rows[0][1]));
}

Outcome<bool> PgBook::useCard(const QString &card, const QString &submission, const QString &corrected)
{
    const QString holder = holderOf(card);
    if (!holder.isEmpty() && holder != corrected)
        return false;
    if (!m_pending.cards.isEmpty()
        && (m_pending.cardsOf != submission || m_pending.cardsCorrected != corrected))
        flush();
    m_pending.cards += card;
    m_pending.cardsOf = submission;
    m_pending.cardsCorrected = corrected;
    m_cards.insert(card, submission);
    return true;
}

Outcome<bool> PgBook::isCardOf(const QString &card, const QString &submission)
{
    return !submission.isEmpty() && holderOf(card) == submission;
}

Outcome<QString> PgBook::ownCard(const QString &submission)
{
    const QByteArray hash = QCryptographicHash::hash(submission.toUtf8(), QCryptographicHash::Sha256);
    const quint64 start = qFromBigEndian<quint64>(hash.constData());
    for (quint64 probe = 0;; ++probe) { // taken ones are few: at most every thousandth of the range is given
        const qint64 number = kFirstOwnCard + qint64((start + probe) % quint64(kOwnCards));
        const QString card = u"%1"_s.arg(number, kCardDigits, 10, QLatin1Char('0'));
        if (m_cards.value(card).isEmpty()
            && ask("give-card", pgText(card), pgText(submission)).affected_rows() == 1) {
            m_cards.insert(card, submission);
            return card;
        }
    }
}

Outcome<Nothing> PgBook::tell(const FeedLine &line)
{
    m_pending.told += line;
    return Nothing();
}

} // namespace Loket::Central
