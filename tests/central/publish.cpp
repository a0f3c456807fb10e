// SPDX-License-Identifier: Apache-2.0
#include "tests/central/publish.h"

#include "model/sync/storededitions.h"
#include "model/vault/devicekey.h"
#include "model/vault/signedtext.h"
#include "tests/central/pgbook.h"
#include "tests/central/pgpool.h"

#include <QDate>
#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

Failure badInput(const QString &what)
{
    return {FailureKind::BadInput, what};
}

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// In the feed, and to who comes later. Nothing when it stands like this already.
Outcome<Nothing> stand(pqxx::work &work, const FeedLine &line)
{
    const std::string id = pgText(line.kind + u'/' + line.body["id"_L1].toString());
    const QByteArray body = line.proof.isEmpty() ? jsonText(line.body) : line.proof.text;
    const pqxx::result changed = work.exec_params(
        "INSERT INTO standing (id, kind, body, proof_signature) VALUES ($1, $2, $3, NULLIF($4::bytea, ''))"
        " ON CONFLICT (id) DO UPDATE SET body = excluded.body, proof_signature = excluded.proof_signature"
        " WHERE standing.body <> excluded.body RETURNING 1",
        id, pgText(line.kind), body.toStdString(), pgBytes(line.proof.signature));
    if (changed.empty())
        return Nothing();
    PgBook book(work);
    if (auto told = book.tell(line); !told)
        return told;
    book.flush();
    return Nothing();
}

/// Empty: it is a message.
QString faultOf(const QJsonObject &message)
{
    static const QStringList keys{u"id"_s, u"from"_s, u"until"_s, u"level"_s, u"title"_s, u"text"_s};
    for (const QString &key : message.keys()) {
        if (!keys.contains(key))
            return key + u": unknown"_s;
    }
    if (message["id"_L1].toString().isEmpty())
        return u"id: is missing"_s;
    const QDate from = QDate::fromString(message["from"_L1].toString(), Qt::ISODate);
    const QDate until = QDate::fromString(message["until"_L1].toString(), Qt::ISODate);
    if (!from.isValid() || !until.isValid() || until < from)
        return u"from, until: two days, in this order"_s;
    if (message["level"_L1] != "info"_L1 && message["level"_L1] != "warning"_L1)
        return u"level: info or warning"_s;
    for (const QString &key : {u"title"_s, u"text"_s}) {
        const QJsonObject texts = message[key].toObject();
        if (texts.size() != 2 || texts["id"_L1].toString().isEmpty() || texts["en"_L1].toString().isEmpty())
            return key + u": an Indonesian (id) and an English (en) text"_s;
    }
    return {};
}

Outcome<QList<QJsonObject>> packagesOf(pqxx::transaction_base &now)
{
    QList<QJsonObject> packages;
    for (const pqxx::row &row : now.exec("SELECT text FROM edition ORDER BY id"))
        packages += QJsonDocument::fromJson(bytesOf(row[0])).object();
    std::sort(packages.begin(), packages.end(), [](const QJsonObject &one, const QJsonObject &other) {
        return one["effectiveFrom"_L1].toString() < other["effectiveFrom"_L1].toString();
    });
    return packages;
}

} // namespace

Outcome<Nothing> publishEdition(PgPool &pool, const DeviceKey &signer, const QString &folder)
{
    const QJsonObject package = editionPackage(folder);
    const QString id = package["id"_L1].toString();
    if (id.isEmpty())
        return fail(badInput(folder + u": no edition.json with an id"_s));
    using Answer = Outcome<Nothing>;
    return pool.inTransaction<Nothing>([&](pqxx::work &work) -> Answer {
        auto known = packagesOf(work);
        if (!known)
            return fail(known.error());
        for (const QJsonObject &one : known.value()) {
            if (one["id"_L1] == id)
                return one == package ? Answer(Nothing()) : fail(badInput(id + u": published already"_s));
        }
        QStringList faults;
        editionsWith(known.value() + QList<QJsonObject>{package}, &faults);
        if (!faults.isEmpty())
            return fail(badInput(faults.first()));
        const SignedText signedPackage = signText("EDITION", package, signer);
        work.exec_params("INSERT INTO edition (id, text, signature) VALUES ($1, $2, $3)", pgText(id),
                         pgBytes(signedPackage.text), pgBytes(signedPackage.signature));
        const QJsonObject note{{u"id"_s, id}, {u"effectiveFrom"_s, package["effectiveFrom"_L1]}};
        return stand(work, {u"all"_s, u"edition"_s, note, signText("EDITION", note, signer)});
    });
}

Outcome<Nothing> announce(PgPool &pool, const QJsonObject &message)
{
    if (const QString fault = faultOf(message); !fault.isEmpty())
        return fail(badInput(fault));
    return pool.inTransaction<Nothing>([&](pqxx::work &work) {
        return stand(work, {u"all"_s, u"announcement"_s, message, {}});
    });
}

Outcome<Nothing> order(PgPool &pool, const DeviceKey &signer, const QString &device, const QString &word)
{
    static const QHash<QString, Welcome::Device> states{{u"freeze"_s, Welcome::Device::Frozen},
                                                        {u"revoke"_s, Welcome::Device::Revoked},
                                                        {u"wipe"_s, Welcome::Device::Active}};
    if (!states.contains(word))
        return fail(badInput(word + u": freeze, revoke or wipe"_s));
    return pool.inTransaction<Nothing>([&](pqxx::work &work) -> Outcome<Nothing> {
        const pqxx::result known
            = work.exec_params("UPDATE device SET state = GREATEST(state, $2) WHERE id = $1"
                               " RETURNING id",
                               pgText(device), int(states.value(word)));
        if (known.empty())
            return fail(Failure{FailureKind::Missing, u"no counter "_s + device});
        const QJsonObject body{{u"device"_s, device}, {u"order"_s, word}};
        PgBook book(work);
        if (auto told
            = book.tell({u"device:"_s + device, u"device"_s, body, signText("ORDER", body, signer)});
            !told)
            return told;
        book.flush();
        return Nothing();
    });
}

Outcome<std::shared_ptr<const RulebookLibrary>> publishedEditions(PgPool &pool)
{
    const auto packages = pool.inSnapshot<QList<QJsonObject>>(packagesOf);
    if (!packages)
        return fail(packages.error());
    QStringList faults;
    auto library = editionsWith(packages.value(), &faults);
    if (!faults.isEmpty()) // it was proven when it was published: by another program than this one
        return fail(Failure{FailureKind::Internal, faults.first()});
    return library;
}

} // namespace Loket::Central
