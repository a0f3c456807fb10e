// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/usualway.h"

#include "model/domain/namekey.h"
#include "model/store/phonekey.h"
#include "tests/bench/mirrorbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Loket::Bench {

namespace {

constexpr qint64 kRowsAtOnce = 1000;

class UsualWay
{
public:
    explicit UsualWay(QSqlDatabase &db)
        : m_db(db)
        , m_find(prepared(u"SELECT id, revision, paid_until FROM family WHERE kk = ?"_s))
        , m_family(prepared(QString::fromLatin1(upsertInto("family"))))
        , m_people(prepared(u"SELECT id FROM participant WHERE family_id = ? ORDER BY position"_s))
        , m_member(prepared(QString::fromLatin1(upsertInto("participant"))))
        , m_remove(prepared(u"DELETE FROM participant WHERE id = ?"_s))
        , m_paid(
              prepared(u"INSERT INTO paid (family_id, month, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s))
        , m_position(prepared(u"UPDATE mirror_state SET epoch = ?, cursor = ?, applied_at = ?"_s))
    {
    }

    void apply(const QJsonObject &page, qint64 heardAt)
    {
        for (const QJsonValue &value : page.value("entries"_L1).toArray()) {
            if (!m_isOpen)
                must(m_isOpen = m_db.transaction(), u"begin"_s);
            const QJsonObject entry = value.toObject();
            put(entry.value("body"_L1).toObject(), heardAt);
            m_reached = entry.value("seq"_L1).toInteger();
            if (m_rows >= kRowsAtOnce)
                commit(heardAt);
        }
    }
    void commit(qint64 heardAt)
    {
        if (!m_isOpen)
            return;
        exec(m_position, {page(), m_reached, heardAt});
        must(m_db.commit(), u"commit"_s);
        m_rows = 0;
        m_isOpen = false;
    }

private:
    static QString page() { return u"bench"_s; }
    QSqlQuery prepared(const QString &sql) const
    {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        must(query.prepare(sql), query.lastError().text());
        return query;
    }
    static void exec(QSqlQuery &query, const QVariantList &values)
    {
        for (qsizetype i = 0; i < values.size(); ++i)
            query.bindValue(int(i), values.at(i));
        must(query.exec(), query.lastError().text());
    }
    /// Empty where there is none, as the columns want it.
    static QString text(const QJsonObject &object, QLatin1StringView key)
    {
        const QString value = object.value(key).toString();
        return value.isNull() ? u""_s : value;
    }

    void put(const QJsonObject &family, qint64 heardAt)
    {
        const QString kk = text(family, "kk"_L1);
        exec(m_find, {kk});
        QVariant id;
        QString paidBefore;
        const bool isThere = m_find.next();
        if (isThere) {
            if (m_find.value(1).toInt() >= family.value("revision"_L1).toInt())
                return;
            id = m_find.value(0);
            paidBefore = m_find.value(2).toString();
        }
        m_find.finish();
        putFamily(family, kk, id);
        if (!isThere)
            id = m_family.lastInsertId();
        putMembers(family.value("members"_L1).toArray(), id, isThere);
        const QString paidUntil = text(family, "paidUntil"_L1);
        if (!paidUntil.isEmpty() && paidUntil != paidBefore)
            exec(m_paid, {id, paidUntil, heardAt});
    }

    void putFamily(const QJsonObject &family, const QString &kk, const QVariant &id)
    {
        const QJsonObject address = family.value("address"_L1).toObject();
        const QJsonObject bank = family.value("bank"_L1).toObject();
        const QString phone = text(family, "phone"_L1);
        const QJsonArray scheduled = family.value("scheduled"_L1).toArray();
        const QString changes = scheduled.isEmpty()
            ? u""_s
            : QString::fromUtf8(QJsonDocument(scheduled).toJson(QJsonDocument::Compact));
        exec(m_family,
             {id,
              kk,
              kk,
              text(family, "segment"_L1),
              family.value("class"_L1).toInt(),
              text(family, "va"_L1),
              text(family, "status"_L1),
              phone,
              notNull(phoneKey(phone)),
              text(family, "email"_L1),
              text(address, "line"_L1),
              text(address, "rt"_L1),
              text(address, "rw"_L1),
              text(address, "village"_L1),
              text(address, "postcode"_L1),
              u""_s,
              text(bank, "code"_L1),
              text(bank, "account"_L1),
              text(bank, "holder"_L1),
              text(family, "paidUntil"_L1),
              text(family, "firstPaymentFrom"_L1),
              text(family, "firstPaymentUntil"_L1),
              family.value("revision"_L1).toInt(),
              text(family, "classSince"_L1),
              text(family, "segmentSince"_L1),
              text(family, "lastCovered"_L1),
              family.value("wage"_L1).toInteger(),
              text(family, "employer"_L1),
              changes});
        ++m_rows;
    }

    void putMembers(const QJsonArray &members, const QVariant &family, bool isThere)
    {
        QVariantList known;
        if (isThere) {
            exec(m_people, {family});
            while (m_people.next())
                known.append(m_people.value(0));
            m_people.finish();
        }
        for (qsizetype i = 0; i < members.size(); ++i)
            putMember(members.at(i).toObject(), i < known.size() ? known.at(i) : QVariant(), family, int(i));
        for (qsizetype i = members.size(); i < known.size(); ++i)
            exec(m_remove, {known.at(i)});
    }

    void putMember(const QJsonObject &member, const QVariant &id, const QVariant &family, int position)
    {
        const QString name = text(member, "name"_L1), card = text(member, "card"_L1);
        exec(m_member,
             {id,
              card,
              family,
              position,
              text(member, "relation"_L1),
              text(member, "kin"_L1),
              text(member, "nik"_L1),
              card,
              name,
              notNull(nameKey(name)),
              text(member, "birthPlace"_L1),
              text(member, "birthDate"_L1),
              text(member, "sex"_L1),
              text(member, "marital"_L1),
              text(member, "citizenship"_L1),
              text(member, "passport"_L1),
              text(member, "fktp"_L1),
              text(member, "dentist"_L1),
              text(member, "status"_L1),
              text(member, "photo"_L1),
              text(member, "fktpSince"_L1),
              text(member, "letterDate"_L1),
              text(member, "validUntil"_L1)});
        ++m_rows;
    }
    static QString notNull(const QString &text) { return text.isNull() ? u""_s : text; }

    QSqlDatabase &m_db;
    QSqlQuery m_find, m_family, m_people, m_member, m_remove, m_paid, m_position;
    bool m_isOpen = false;
    qint64 m_rows = 0; ///< in the transaction
    qint64 m_reached = 0;
};

} // namespace

void usualWay(const QString &path, const std::vector<QByteArray> &pages, qint64 heardAt)
{
    const QString name = u"usual"_s;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        db.setDatabaseName(path);
        must(db.open(), db.lastError().text());
        for (const auto *const pragma : {"temp_store=MEMORY", "cache_size=-32768", "synchronous=FULL",
                                         "foreign_keys=ON", "trusted_schema=ON"})
            must(QSqlQuery(db).exec(u"PRAGMA "_s + QLatin1String(pragma)), QLatin1String(pragma));
        {
            UsualWay way(db);
            for (const QByteArray &page : pages)
                way.apply(QJsonDocument::fromJson(page).object(), heardAt);
            way.commit(heardAt);
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace Loket::Bench
