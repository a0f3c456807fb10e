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
#include <QRegularExpression>

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
    for (const pqxx::row &row : now.exec("SELECT text FROM edition WHERE id NOT LIKE 'fktp-%' ORDER BY id"))
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

Outcome<Nothing> publishFacilities(PgPool &pool, const DeviceKey &signer, const QString &id, QDate from,
                                   const QByteArray &csv)
{
    static const QRegularExpression form(u"^fktp-[0-9A-Za-z.-]{1,50}$"_s);
    if (!form.match(id).hasMatch() || !from.isValid())
        return fail(badInput(id + u": an id that begins with fktp-, and a day, were expected"_s));
    if (const auto list = FacilityIndex::read(csv); !list)
        return fail(badInput(list.error()));
    const QJsonObject package = facilitiesPackage(id, from, csv);
    const SignedText signedPackage = signText("FACILITIES", package, signer);
    return pool.inTransaction<Nothing>([&](pqxx::work &work) -> Outcome<Nothing> {
        const pqxx::result known = work.exec_params("SELECT text FROM edition WHERE id = $1", pgText(id));
        if (!known.empty())
            return bytesOf(known[0][0]) == signedPackage.text ? Outcome<Nothing>(Nothing())
                                                              : fail(badInput(id + u": published already"_s));
        work.exec_params("INSERT INTO edition (id, text, signature) VALUES ($1, $2, $3)", pgText(id),
                         pgBytes(signedPackage.text), pgBytes(signedPackage.signature));
        const QJsonObject note{{u"id"_s, id}, {u"effectiveFrom"_s, package["effectiveFrom"_L1]}};
        return stand(work, {u"all"_s, u"facilities"_s, note, signText("FACILITIES", note, signer)});
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

Outcome<Nothing> order(PgPool &pool, const DeviceKey &signer, const QString &device, const QString &word,
                       const OrderReason &reason)
{
    static const QStringList words{u"freeze"_s, u"unfreeze"_s, u"wipe"_s, u"revoke"_s};
    if (!words.contains(word))
        return fail(badInput(word + u": "_s + words.join(u", "_s)));
    return pool.inTransaction<Nothing>([&](pqxx::work &work) -> Outcome<Nothing> {
        // The number rises even when the database was restored from an older copy.
        const pqxx::result known = work.exec_params(
            "UPDATE device SET last_order = GREATEST(last_order + 1, extract(epoch FROM now())::bigint),"
            " state = CASE WHEN $2 = 'revoke' THEN $3 WHEN $2 = 'unfreeze' AND state = $4 THEN $5 ELSE state "
            "END"
            " WHERE id = $1 RETURNING last_order",
            pgText(device), pgText(word), int(Welcome::Device::Revoked), int(Welcome::Device::Frozen),
            int(Welcome::Device::Active));
        if (known.empty())
            return fail(Failure{FailureKind::Missing, u"no counter "_s + device});
        const QJsonValue why = reason.id.isEmpty()
            ? QJsonValue()
            : QJsonValue(QJsonObject{{u"id"_s, reason.id}, {u"en"_s, reason.en}});
        const QJsonObject body{{u"device"_s, device},
                               {u"order"_s, word},
                               {u"number"_s, numberOf(known[0][0])},
                               {u"reason"_s, why}};
        PgBook book(work);
        if (auto told
            = book.tell({u"device:"_s + device, u"device"_s, body, signText("ORDER", body, signer)});
            !told)
            return told;
        book.flush();
        return Nothing();
    });
}

Outcome<Nothing> keepWipeReceipt(PgPool &pool, const SignedText &receipt)
{
    const QString device = QJsonDocument::fromJson(receipt.text).object()["device"_L1].toString();
    return pool.inTransaction<Nothing>([&](pqxx::work &work) -> Outcome<Nothing> {
        const pqxx::result known
            = work.exec_params("SELECT public_key FROM device WHERE id = $1", pgText(device));
        if (known.empty() || !readSignedText("WIPED", receipt, bytesOf(known[0][0])))
            return fail(badInput(u"receipt.signature"_s));
        work.exec_params("UPDATE device SET wiped_text = $2, wiped_signature = $3 WHERE id = $1",
                         pgText(device), pgBytes(receipt.text), pgBytes(receipt.signature));
        return Nothing();
    });
}

Outcome<std::shared_ptr<const FacilityIndex>> publishedFacilities(PgPool &pool, QDate day)
{
    const auto packages
        = pool.inSnapshot<QList<QJsonObject>>([](pqxx::transaction_base &now) -> Outcome<QList<QJsonObject>> {
              QList<QJsonObject> lists;
              for (const pqxx::row &row : now.exec("SELECT text FROM edition WHERE id LIKE 'fktp-%'"))
                  lists += QJsonDocument::fromJson(bytesOf(row[0])).object();
              return lists;
          });
    if (!packages)
        return fail(packages.error());
    QJsonObject newest;
    for (const QJsonObject &one : packages.value()) {
        const QString from = one["effectiveFrom"_L1].toString();
        if (from <= day.toString(Qt::ISODate) && from >= newest["effectiveFrom"_L1].toString())
            newest = one;
    }
    if (newest.isEmpty())
        return FacilityIndex::trial();
    auto list = FacilityIndex::read(newest["csv"_L1].toString().toUtf8());
    return list ? Outcome<std::shared_ptr<const FacilityIndex>>(list.take())
                : fail(Failure{FailureKind::Internal, list.error()});
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
