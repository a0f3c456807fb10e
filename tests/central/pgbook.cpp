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

QString familyText(const FamilyView &family)
{
    return QString::fromUtf8(QJsonDocument(familyToJson(family)).toJson(QJsonDocument::Compact));
}

/// The signed bytes of a signed line are its body.
std::string bodyText(const FeedLine &line)
{
    return (line.proof.isEmpty() ? QJsonDocument(line.body).toJson(QJsonDocument::Compact) : line.proof.text)
        .toStdString();
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
    m_transaction.exec_prepared("lock", pgArray(missing));
    m_locked.unite(QSet<QString>(missing.cbegin(), missing.cend()));
}

void PgBook::expect(const Envelope &envelope)
{
    const auto header = readEnvelopeHeader(envelope.header);
    if (!header)
        return;
    const QJsonObject family
        = QJsonDocument::fromJson(envelope.payload).object().value("family"_L1).toObject();
    QStringList niks;
    for (const QJsonValue &member : family.value("members"_L1).toArray()) {
        if (const QString nik = member["nik"_L1].toString(); !nik.isEmpty())
            niks += nik;
    }
    lock(niks + QStringList{header.value().family, family.value("kk"_L1).toString()});
    m_expected = header.value().submission;
    for (const UsedNumber &number : header.value().numbers)
        m_expectedCards += number.card;
    if (niks.isEmpty())
        return;
    for (const QString &nik : niks)
        m_kksOfNik.insert(nik, {});
    for (const pqxx::row &row : m_transaction.exec_prepared("kks-of-niks", pgArray(niks)))
        m_kksOfNik[textOf(row[0])] += textOf(row[1]);
}

Outcome<std::optional<CentreDevice>> PgBook::device(const QString &id)
{
    if (m_device && m_device->id == id) // nobody else changes it while its row is held
        return m_device;
    const pqxx::result rows = m_transaction.exec_prepared("device", pgText(id));
    if (rows.empty())
        return std::optional<CentreDevice>();
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
    return m_device;
}

Outcome<Nothing> PgBook::putDevice(const CentreDevice &device)
{
    m_transaction.exec_prepared("put-device", pgText(device.id), int(device.state), pgText(device.generation),
                                device.nextSeq, device.prevHash.toStdString(), device.highestSeq,
                                device.highestHash.toStdString(), device.durableSeq);
    m_device = device;
    return Nothing();
}

Outcome<QStringList> PgBook::areasOf(const QString &office)
{
    if (const auto known = m_areas.constFind(office); known != m_areas.cend())
        return *known;
    QStringList areas;
    for (const pqxx::row &row : m_transaction.exec_prepared("areas", pgText(office)))
        areas += textOf(row[0]);
    m_areas.insert(office, areas);
    return areas;
}

std::optional<Envelope> PgBook::envelopeRow(const pqxx::result &rows) const
{
    if (rows.empty())
        return std::nullopt;
    return Envelope{textOf(rows[0][0]), bytesOf(rows[0][1]), bytesOf(rows[0][2]), bytesOf(rows[0][3])};
}

Outcome<std::optional<Envelope>> PgBook::submission(const QString &id)
{
    return envelopeRow(m_transaction.exec_prepared("submission", pgText(id)));
}

Outcome<std::optional<Envelope>> PgBook::submissionAt(const QString &device, qint64 seq)
{
    return envelopeRow(m_transaction.exec_prepared("submission-at", pgText(device), seq));
}

Outcome<Nothing> PgBook::addSubmission(const QString &device, qint64 seq, const Envelope &envelope)
{
    m_transaction.exec_prepared("add-submission", pgText(envelope.id), pgText(device), seq,
                                pgBytes(envelope.header), pgBytes(envelope.payload),
                                pgBytes(envelope.signature));
    return Nothing();
}

Outcome<std::optional<CaseState>> PgBook::verdict(const QString &submission)
{
    const pqxx::result rows = m_transaction.exec_prepared("verdict", pgText(submission));
    if (rows.empty())
        return std::optional<CaseState>();
    return caseStateFromWord(textOf(rows[0][0]));
}

Outcome<Nothing> PgBook::putVerdict(const QString &submission, CaseState state, const FeedLine &told)
{
    if (told.proof.isEmpty())
        m_transaction.exec_prepared("put-verdict", pgText(submission), pgText(caseStateWord(state)),
                                    bodyText(told), nullptr);
    else
        m_transaction.exec_prepared("put-verdict", pgText(submission), pgText(caseStateWord(state)),
                                    bodyText(told), pgBytes(told.proof.signature));
    return Nothing();
}

Outcome<std::optional<FeedEntry>> PgBook::toldVerdict(const QString &submission)
{
    const pqxx::result rows = m_transaction.exec_prepared("told-verdict", pgText(submission));
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
    m_transaction.exec_prepared("remember", pgText(submission), pgText(undo.kk), undo.revision,
                                pgText(undo.before ? familyText(*undo.before) : QString()));
    return Nothing();
}

Outcome<std::optional<CentreUndo>> PgBook::undo(const QString &submission)
{
    if (submission.isEmpty())
        return std::optional<CentreUndo>();
    const pqxx::result rows = m_transaction.exec_prepared("undo", pgText(submission));
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
    const pqxx::result rows = m_transaction.exec_prepared("lease", pgText(id));
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

Outcome<bool> PgBook::useCard(const QString &card, const QString &submission, const QString &corrected)
{
    if (const auto used = m_usedCards.constFind(card); submission == m_expected && used != m_usedCards.cend())
        return *used;
    QStringList cards{card};
    if (submission == m_expected && m_usedCards.isEmpty() && m_expectedCards.contains(card)) {
        cards = m_expectedCards; // all of them will be asked for
        cards.removeDuplicates();
    }
    QSet<QString> taken;
    for (const pqxx::row &row :
         m_transaction.exec_prepared("use-cards", pgArray(cards), pgText(submission), pgText(corrected)))
        taken += textOf(row[0]);
    if (submission == m_expected) {
        for (const QString &one : cards)
            m_usedCards.insert(one, taken.contains(one));
    }
    return taken.contains(card);
}

Outcome<bool> PgBook::isCardOf(const QString &card, const QString &submission)
{
    return !m_transaction.exec_prepared("is-card-of", pgText(card), pgText(submission)).empty();
}

Outcome<QString> PgBook::ownCard(const QString &submission)
{
    const QByteArray hash = QCryptographicHash::hash(submission.toUtf8(), QCryptographicHash::Sha256);
    const quint64 start = qFromBigEndian<quint64>(hash.constData());
    for (quint64 probe = 0;; ++probe) { // taken ones are few: at most every thousandth of the range is given
        const qint64 number = kFirstOwnCard + qint64((start + probe) % quint64(kOwnCards));
        const QString card = u"%1"_s.arg(number, kCardDigits, 10, QLatin1Char('0'));
        if (m_transaction.exec_prepared("give-card", pgText(card), pgText(submission)).affected_rows() == 1)
            return card;
    }
}

Outcome<Nothing> PgBook::tell(const FeedLine &line)
{
    m_told += line;
    return Nothing();
}

void PgBook::flush()
{
    if (m_told.isEmpty())
        return;
    QStringList scopes, kinds, bodies, signatures;
    for (const FeedLine &line : std::exchange(m_told, {})) {
        scopes += line.scope;
        kinds += line.kind;
        bodies += QString::fromStdString(bodyText(line));
        signatures += QString::fromLatin1(line.proof.signature.toBase64());
    }
    m_transaction.exec_prepared("tell", pgArray(scopes), pgArray(kinds), pgArray(bodies),
                                pgArray(signatures));
}

} // namespace Loket::Central
