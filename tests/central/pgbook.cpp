// SPDX-License-Identifier: Apache-2.0
#include "tests/central/pgbook.h"

#include "model/store/familyjson.h"

#include <QCryptographicHash>
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

Outcome<std::optional<CentreDevice>> PgBook::device(const QString &id)
{
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
    return std::optional(device);
}

Outcome<Nothing> PgBook::putDevice(const CentreDevice &device)
{
    m_transaction.exec_prepared("put-device", pgText(device.id), int(device.state), pgText(device.generation),
                                device.nextSeq, device.prevHash.toStdString(), device.highestSeq,
                                device.highestHash.toStdString(), device.durableSeq);
    return Nothing();
}

Outcome<QStringList> PgBook::areasOf(const QString &office)
{
    QStringList areas;
    for (const pqxx::row &row : m_transaction.exec_prepared("areas", pgText(office)))
        areas += textOf(row[0]);
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

Outcome<bool> PgBook::isLeasedTo(const QString &device, const QString &lease, const QString &card)
{
    return !m_transaction.exec_prepared("is-leased", pgText(lease), pgText(device), card.toLongLong())
                .empty();
}

Outcome<bool> PgBook::useCard(const QString &card, const QString &submission, const QString &corrected)
{
    return m_transaction.exec_prepared("use-card", pgText(card), pgText(submission), pgText(corrected))
               .affected_rows()
        == 1;
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
    if (line.proof.isEmpty())
        m_transaction.exec_prepared("tell", pgText(line.scope), pgText(line.kind), bodyText(line), nullptr);
    else
        m_transaction.exec_prepared("tell", pgText(line.scope), pgText(line.kind), bodyText(line),
                                    pgBytes(line.proof.signature));
    return Nothing();
}

} // namespace Loket::Central
