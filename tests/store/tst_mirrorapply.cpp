// SPDX-License-Identifier: Apache-2.0
// The feed's way into mirror.db against the simple one: a map of the newest state of every family.
#include "model/domain/namekey.h"
#include "model/store/familyjson.h"
#include "model/store/mirrorapply.h"
#include "model/store/phonekey.h"
#include "model/store/storereader.h"
#include "tests/fakes/seed.h"
#include "tests/store/samples.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <map>
#include <set>

using namespace Loket;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

namespace {

class Families
{
public:
    explicit Families(quint32 seed)
        : m_random(seed)
    {
    }
    int below(int most) { return m_random.bounded(most); }
    QString kk() { return u"31740101012%1"_s.arg(below(60), 5, 10, QLatin1Char('0')); }
    QDate dayOrNone() { return below(3) == 0 ? QDate() : QDate(2000, 1, 1).addDays(below(9000)); }
    QString word()
    {
        static const QStringList words
            = {u""_s,  u"SITI"_s,        u"O'NEIL"_s, u"Ñoño"_s,    u"a \"b\" \\c"_s, u"AḤMAD"_s,
               u"x"_s, u"De  la-Cruz"_s, u"\n\t"_s,   u"😀 emoji"_s, u"BUDI JAYA"_s};
        return words.at(below(int(words.size())));
    }
    QString phone()
    {
        static const QStringList phones = {u""_s, u"081234567890"_s, u"+62 812-3456"_s, u"8123"_s, u"0"_s};
        return phones.at(below(int(phones.size()))) + (below(2) ? QString::number(below(50)) : QString());
    }
    MemberView member()
    {
        MemberView m;
        m.relation = below(2) ? u"child"_s : u"head"_s;
        m.kin = word();
        m.nik = below(4) ? QString::number(3174010000000000 + below(500)) : QString();
        m.card = below(4) ? QString::number(1000000000 + below(500)) : QString();
        m.name = u"N"_s + word();
        m.birthPlace = word();
        m.birthDate = dayOrNone();
        m.sex = u"L"_s;
        m.marital = word();
        m.citizenship = u"WNI"_s;
        m.fktp = word();
        m.status = u"AKTIF"_s;
        m.fktpSince = dayOrNone();
        m.validUntil = dayOrNone();
        return m;
    }
    /// Another state of it: everything, or a few things.
    FamilyView next(FamilyView f)
    {
        f.revision += below(6) == 0 ? -below(2) : 1 + below(3);
        if (f.members.isEmpty() || below(5) == 0) {
            f.members.clear();
            for (int i = below(5); i >= 0; --i)
                f.members += member();
            f.segment = word();
            f.va = QString::number(below(100));
            f.phone = phone();
            f.email = word();
            f.address = {word(), u"001"_s, u"002"_s, u"31.74.01.1001"_s, u"12810"_s};
            f.billingAddress = below(3) ? std::nullopt : std::optional(Address{word(), {}, {}, {}, {}});
            f.bank = {u"BRI"_s, word(), word()};
            f.firstPaymentFrom = dayOrNone();
            f.classSince = dayOrNone();
            f.wage = below(2) * qint64(4500000000);
            f.employer = word();
            f.scheduled.clear();
            if (below(3) == 0)
                f.scheduled += {u"1"_s, u"class"_s, word(), QDate(2022, 5, 1), {}, u"CLASS"_s};
        }
        f.paidUntil = below(3) ? u"2022-0%1"_s.arg(1 + below(9)) : QString();
        f.careClass = 1 + below(3);
        if (below(3) == 0)
            f.phone = phone();
        if (below(2) == 0)
            f.members[below(int(f.members.size()))].status = word();
        if (below(4) == 0)
            f.members[below(int(f.members.size()))] = member();
        if (below(6) == 0)
            f.members.insert(below(int(f.members.size())), member());
        if (f.members.size() > 1 && below(6) == 0)
            f.members.remove(below(int(f.members.size())));
        for (qsizetype i = 0; i < f.members.size(); ++i)
            f.members[i].position = int(i);
        return f;
    }

private:
    QRandomGenerator m_random;
};

FamilyView withoutIds(FamilyView family)
{
    family.id = 0;
    for (MemberView &member : family.members)
        member.id = 0;
    return family;
}

QByteArray textOf(const FamilyView &family, bool indented)
{
    return QJsonDocument(familyToJson(family))
        .toJson(indented ? QJsonDocument::Indented : QJsonDocument::Compact);
}

/// JSON with ' for ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

template <typename Job>
auto inMirror(Store &store, Job job)
{
    return must(store.mirrorWriter()->run(Writer::Priority::Feed, std::move(job)));
}

} // namespace

class TestMirrorApply : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatTheSimpleWayMakes()
    {
        const quint32 seed = Fakes::seedOfTest();
        qInfo("seed %u", seed);
        Families random(seed);
        QTemporaryDir dir(quickFolder());
        const auto store = openedStore(dir.path());
        std::map<QString, FamilyView> simple;
        std::set<std::pair<QString, QString>> paid;
        int changed = 0, older = 0, gone = 0;
        FamilyRows rows; // the same all the time: nothing of a family may stay for the next one
        for (int round = 0; round < 60; ++round) {
            inMirror(*store, [&](Connection &c) -> Outcome<Nothing> {
                MirrorApply apply(c);
                for (int i = 0; i < 20; ++i) {
                    const QString kk = random.kk();
                    const auto known = simple.find(kk);
                    if (random.below(8) == 0) {
                        const int revision = random.below(40);
                        const bool is = known != simple.end() && known->second.revision < revision;
                        if (must(apply.drop(kk, revision)) != is)
                            qFatal("seed %u: a family is gone or not", seed);
                        if (is) {
                            simple.erase(known);
                            ++gone;
                            std::erase_if(paid, [&](const auto &one) { return one.first == kk; });
                        }
                        continue;
                    }
                    FamilyView family = random.next(known == simple.end() ? FamilyView() : known->second);
                    family.kk = kk;
                    const QByteArray text = textOf(family, random.below(2));
                    if (!rows.read(text))
                        qFatal("seed %u: not read: %s", seed, text.constData());
                    const int before = known == simple.end() ? 0 : known->second.revision;
                    const bool is = family.revision > before;
                    const QString paidBefore = known == simple.end() ? QString() : known->second.paidUntil;
                    if (must(apply.put(rows, day().nowUtc())) != is)
                        qFatal("seed %u: a family changed or not", seed);
                    ++(is ? changed : older);
                    if (!is)
                        continue;
                    simple[kk] = family;
                    if (!family.paidUntil.isEmpty() && family.paidUntil != paidBefore)
                        paid.insert({kk, family.paidUntil});
                }
                return Nothing();
            });
        }
        compare(*store, simple, paid);
        qInfo("%d changed, %d older ones, %d gone; %zu families left", changed, older, gone, simple.size());
        QVERIFY(changed > 500 && older > 20 && gone > 10);
    }

    void readsTheSameAsTheParser_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << json("[]");
        QTest::newRow("no KK") << json("{'members':[{'name':'A'}],'revision':1}");
        QTest::newRow("no members") << json("{'kk':'1','revision':1}");
        QTest::newRow("a member without a name") << json("{'kk':'1','members':[{'name':'A'},{}]}");
        QTest::newRow("a member of another type") << json("{'kk':'1','members':[1]}");
        QTest::newRow("cut off") << json("{'kk':'1','members':[{'name':'A'}],'revision':1}").chopped(1);
        QTest::newRow("text behind it") << json("{'kk':'1','members':[{'name':'A'}]} x");
        QTest::newRow("keys in another order")
            << json("{'va':'9','revision':3,'members':[{'sex':'P','name':'A'}],'kk':'1','class':2}");
        QTest::newRow("nulls and unknown keys")
            << json("{'kk':'1','va':null,'new':{'a':[1,{'b':2}]},'bank':null,'address':null,"
                    "'members':[{'name':'A','nik':null,'x':[[]]}],'revision':7,'wage':null}");
        QTest::newRow("other types") << json(
            "{'kk':'1','va':5,'class':'3','revision':4.0,'wage':1e6,'bank':[],"
            "'members':[{'name':'A','nik':17,'birthDate':20000101}]}");
        QTest::newRow("days") << json(
            "{'kk':'1','classSince':'2022-02-29','segmentSince':'2024-02-29',"
            "'members':[{'name':'A','birthDate':'1999-12-31T10:00','validUntil':'soon'}]}");
        QTest::newRow("escapes") << json(
            "{'kk':'1','email':'a\\u0041\\n\\ud83d\\ude00','members':[{'name':'\\u00c9 \\'x\\''}]}");
        QTest::newRow("large numbers")
            << json("{'kk':'1','class':99999999999,'revision':3000000000,'wage':9007199254740993,"
                    "'members':[{'name':'A'}]}");
    }
    void readsTheSameAsTheParser()
    {
        QFETCH(QByteArray, text);
        const auto family = familyFromJson(QJsonDocument::fromJson(text).object());
        FamilyRows rows, expected;
        static_cast<void>(rows.read(textOf(Families(1).next({}), false))); // leaves texts behind
        QCOMPARE(rows.read(text), family.has_value());
        if (!family)
            return;
        expected.read(*family);
        QCOMPARE(texts(rows), texts(expected));
    }

    void onlyWhatChangedIsWritten()
    {
        QTemporaryDir dir(quickFolder());
        const auto store = openedStore(dir.path());
        FamilyView sari = family(u"3174010101220001"_s, u"081234567890"_s,
                                 {u"SARI DEWI|3174016909659991|0001|1965-09-29"_s,
                                  u"BUDI|3174010101900001|0002|1990-01-01"_s,
                                  u"CITRA|3174010101900002|0003|1992-01-01"_s});
        mirror(*store, {sari});
        const auto apply = [&](qint64 *allChanges) {
            ++sari.revision;
            return inMirror(*store, [&](Connection &c) -> Outcome<MirrorApply::Counts> {
                const qint64 before = sqlite3_total_changes64(c.handle());
                MirrorApply one(c);
                FamilyRows rows;
                rows.read(sari);
                must(one.put(rows, {}));
                *allChanges = sqlite3_total_changes64(c.handle()) - before;
                return one.counts();
            });
        };
        qint64 all = 0;
        sari.paidUntil = u"2022-04"_s;
        MirrorApply::Counts counts = apply(&all);
        QCOMPARE(counts.rows, 1);
        QCOMPARE(counts.keyed, 0);
        QCOMPARE(counts.skipped, 3);
        QCOMPARE(all, 1); // no trigger ran: neither the name search nor the counter was touched
        sari.members[1].status = u"NONAKTIF"_s;
        counts = apply(&all);
        QCOMPARE(counts.rows, 2);
        QCOMPARE(counts.keyed, 0);
        QCOMPARE(all, 2);
        sari.members[1].nik = u"3174010101900009"_s;
        counts = apply(&all);
        QCOMPARE(counts.rows, 2);
        QCOMPARE(counts.keyed, 1);
        QCOMPARE(all, 2);
        sari.members.removeLast();
        counts = apply(&all);
        QCOMPARE(counts.rows, 2);
        QCOMPARE(counts.skipped, 2);
        QCOMPARE(must(must(store->reader())->status()).participants, 2);
    }

private:
    static QStringList texts(const FamilyRows &rows)
    {
        const MirrorFamilyRow &f = rows.family();
        std::vector<std::string> all = {f.centralId,
                                        f.kk,
                                        f.segment,
                                        f.va,
                                        f.status,
                                        f.phone,
                                        f.phoneKey,
                                        f.email,
                                        f.line,
                                        f.rt,
                                        f.rw,
                                        f.village,
                                        f.postcode,
                                        f.billing,
                                        f.bank,
                                        f.account,
                                        f.holder,
                                        f.paidUntil,
                                        f.firstPaymentFrom,
                                        f.firstPaymentUntil,
                                        f.classSince,
                                        f.segmentSince,
                                        f.lastCovered,
                                        f.employer,
                                        f.scheduled,
                                        std::to_string(f.careClass),
                                        std::to_string(f.revision),
                                        std::to_string(f.wage)};
        for (const MirrorParticipantRow &m : rows.members())
            all.insert(all.end(),
                       {std::to_string(m.position),
                        m.centralId,
                        m.relation,
                        m.kin,
                        m.nik,
                        m.card,
                        m.name,
                        m.nameKey,
                        m.birthPlace,
                        m.birthDate,
                        m.sex,
                        m.marital,
                        m.citizenship,
                        m.passport,
                        m.fktp,
                        m.dentist,
                        m.status,
                        m.photo,
                        m.fktpSince,
                        m.letterDate,
                        m.validUntil});
        QStringList texts;
        for (const std::string &one : all)
            texts += QString::fromStdString(one);
        return texts;
    }

    static void compare(Store &store, const std::map<QString, FamilyView> &simple,
                        const std::set<std::pair<QString, QString>> &paid)
    {
        const auto reader = must(store.reader());
        qint64 people = 0;
        for (const auto &[kk, expected] : simple) {
            const auto found = must(reader->mirroredFamily(kk));
            QVERIFY(found);
            QCOMPARE(withoutIds(*found), withoutIds(expected));
            people += expected.members.size();
        }
        QCOMPARE(must(reader->status()).participants, people);
        QCOMPARE(must(reader->verify()), QStringList());
        const auto mirror = must(openStore(store.dir() + u"/mirror.db"_s, Access::Read));
        const auto text = [](const Statement &s) { return std::pair(s.text(0), s.text(1)); };
        const auto keys = must(mirror->all("SELECT name, name_key FROM participant", text));
        QCOMPARE(keys.size(), people);
        for (const auto &[name, key] : keys)
            QCOMPARE(key, nameKey(name));
        const auto phones = must(mirror->all("SELECT phone, phone_key FROM family", text));
        QCOMPARE(size_t(phones.size()), simple.size());
        for (const auto &[phone, key] : phones)
            QCOMPARE(key, phoneKey(phone));
        const auto months
            = must(mirror->all("SELECT f.kk, p.month FROM paid p JOIN family f ON f.id = p.family_id", text));
        QCOMPARE(std::set(months.begin(), months.end()), paid);
        // the name search holds what the rows hold
        inMirror(store, [](Connection &c) {
            return c.script("INSERT INTO participant_word (participant_word) VALUES ('integrity-check')");
        });
    }
};

QTEST_GUILESS_MAIN(TestMirrorApply)
#include "tst_mirrorapply.moc"
