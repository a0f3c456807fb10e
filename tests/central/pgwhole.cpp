// SPDX-License-Identifier: Apache-2.0
#include "tests/central/pgbook.h"

#include "model/store/familyjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

// The part of PgBook that deals with an envelope as a whole: locks, then all questions, at the end all
// changes.

namespace Loket::Central {

namespace {

std::string familyText(const std::optional<FamilyView> &family)
{
    return family ? QJsonDocument(familyToJson(*family)).toJson(QJsonDocument::Compact).toStdString()
                  : std::string();
}

/// The signed bytes of a signed line are its body.
std::string bodyText(const FeedLine &line)
{
    return (line.proof.isEmpty() ? QJsonDocument(line.body).toJson(QJsonDocument::Compact) : line.proof.text)
        .toStdString();
}

/// The lines of the feed as columns.
struct Columns {
    QStringList scopes, kinds, bodies, signatures;
    explicit Columns(const QList<FeedLine> &lines)
    {
        for (const FeedLine &line : lines) {
            scopes += line.scope;
            kinds += line.kind;
            bodies += QString::fromStdString(bodyText(line));
            signatures += QString::fromLatin1(line.proof.signature.toBase64());
        }
    }
};

} // namespace

void PgBook::expect(const QString &device, const Envelope &envelope)
{
    const auto header = readEnvelopeHeader(envelope.header);
    if (!header)
        return;
    const QJsonObject family
        = QJsonDocument::fromJson(envelope.payload).object().value("family"_L1).toObject();
    QStringList names{header.value().family, family.value("kk"_L1).toString()};
    for (const QJsonValue &member : family.value("members"_L1).toArray())
        names += member["nik"_L1].toString();
    names.removeAll(QString());
    takeDevice(ask("hold", pgText(device), pgArray(names)));
    if (!m_device) // then the names are not locked either, and nothing is decided
        return;
    m_locked.unite(QSet<QString>(names.cbegin(), names.cend()));
    askExpected(header.value(), device, family);
}

void PgBook::askExpected(const EnvelopeHeader &header, const QString &device, const QJsonObject &family)
{
    const QString own = family.value("kk"_L1).toString();
    const QString kk = own.isEmpty() ? header.family : own;
    QStringList niks, leases, cards, births, bornNiks, near, bornKeys;
    for (const QJsonValue &member : family.value("members"_L1).toArray()) {
        const QString nik = member["nik"_L1].toString();
        if (!nik.isEmpty())
            niks += nik;
        const QDate born = QDate::fromString(member["birthDate"_L1].toString(), Qt::ISODate);
        if (!born.isValid())
            continue;
        births += born.toString(Qt::ISODate);
        bornNiks += nik;
        near += nearPlaces(nik);
        bornKeys += bornKey(born, nik, kk);
    }
    for (const UsedNumber &number : header.numbers) {
        cards += number.card;
        if (!number.lease.isEmpty() && !leases.contains(number.lease))
            leases += number.lease;
    }
    // What is not answered is not there.
    m_expected = Submission{device, header.deviceSeq, {header.submission, {}, {}, {}}};
    m_families.insert(kk, {});
    for (const QString &nik : std::as_const(niks))
        m_kksOfNik.insert(nik, {});
    for (const QString &lease : std::as_const(leases))
        m_leases.insert(lease, {});
    for (const QString &card : std::as_const(cards))
        m_cards.insert(card, {});
    for (const QString &key : std::as_const(bornKeys))
        m_bornOn.insert(key, {});
    for (const pqxx::row &row : ask("ask", pgText(header.submission), pgText(device), header.deviceSeq,
                                    pgText(kk), pgArray(niks), pgArray(leases), pgArray(cards),
                                    pgArray(births), pgArray(bornNiks), pgArray(near), kMostOfOneDay))
        takeAnswer(row, bornKeys);
}

void PgBook::takeAnswer(const pqxx::row &row, const QStringList &bornKeys)
{
    const QString first = textOf(row[1]), second = textOf(row[2]);
    const qint64 number = numberOf(row[4]), other = numberOf(row[5]);
    switch (Row(row[0].as<int>())) {
    case Row::Submission:
        m_found += Submission{second, number, {first, bytesOf(row[6]), bytesOf(row[7]), bytesOf(row[8])}};
        break;
    case Row::Family:
        m_families.insert(first, {int(number), other != 0, second, latinOf(row[3])});
        break;
    case Row::Nik:
        m_kksOfNik[first] += second;
        break;
    case Row::Lease:
        m_leases.insert(first, {second, number, other});
        break;
    case Row::Card:
        m_cards.insert(first, second);
        break;
    case Row::Born:
        m_bornOn[bornKeys.at(qsizetype(number) - 1)] += SimilarPerson{first, second, textOf(row[3])};
        break;
    }
}

bool PgBook::Pending::isEmpty() const
{
    return submission.envelope.id.isEmpty() && cards.isEmpty() && kk.isEmpty() && undoOf.isEmpty()
        && verdictOf.isEmpty() && told.isEmpty() && !isDevice;
}

void PgBook::flush()
{
    if (m_pending.isEmpty())
        return;
    const Pending now = std::exchange(m_pending, {});
    const Columns told(now.told);
    const CentreDevice device = now.isDevice ? *m_device : CentreDevice();
    const std::string verdict = now.verdictOf.isEmpty() ? std::string() : bodyText(now.verdict);
    const Envelope &envelope = now.submission.envelope;
    const pqxx::result written = ask(
        "write", pgText(envelope.id), pgText(now.submission.device), now.submission.seq,
        pgBytes(envelope.header), pgBytes(envelope.payload), pgBytes(envelope.signature), pgArray(now.cards),
        pgText(now.cardsOf), pgText(now.cardsCorrected), pgText(now.kk), now.family.revision,
        pgText(now.area), pgText(now.village), pgText(now.family.source), now.family.body.toStdString(),
        pgArray(now.niks), pgArray(now.names), pgArray(now.births), pgText(now.undoOf), pgText(now.undo.kk),
        now.undo.revision, familyText(now.undo.before), pgText(now.verdictOf),
        pgText(caseStateWord(now.state)), verdict, pgBytes(now.verdict.proof.signature), pgArray(told.scopes),
        pgArray(told.kinds), pgArray(told.bodies), pgArray(told.signatures), pgText(device.id),
        int(device.state), pgText(device.generation), device.nextSeq, device.prevHash.toStdString(),
        device.highestSeq, device.highestHash.toStdString(), device.durableSeq, pgText(now.due));
    if (written[0][0].as<qint64>() != now.cards.size()) // another one used them after they were asked for
        throw pqxx::sql_error("a card was used meanwhile", "write", "40001");
}

} // namespace Loket::Central
