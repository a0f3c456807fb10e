// SPDX-License-Identifier: Apache-2.0
#include "model/domain/casejson.h"

#include "model/domain/casefields.h"
#include "model/domain/strictjson.h"
#include "model/rulebook/codes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2022, 3, 1);

const QByteArray kContractCase = R"({ "format": "loket-case/1",
  "id": "0190a0b0-1111-7222-8333-444455556666", "corrects": null,
  "service": "REG-PBPU", "date": "2022-03-01", "channel": "MCS", "segment": "PBPU.MANDIRI",
  "applicant": {"kind": "member"},
  "family": {
    "kk": "3174010101220001", "class": 3, "phone": "081234567890", "email": "sari@example.id",
    "address": {"line": "Jl. Tebet Raya 1", "rt": "001", "rw": "002", "village": "31.74.01.1001", "postcode": "12810"},
    "billingAddress": null,
    "bank": {"code": "BRI", "account": "002301012345501", "holder": "SARI DEWI"},
    "members": [
      {"relation": "head", "nik": "3174016909659991", "name": "SARI DEWI", "birthPlace": "JAKARTA",
       "birthDate": "1965-09-29", "sex": "P", "marital": "widowed", "citizenship": "WNI", "fktp": "0138U020",
       "photo": "sha256:00"} ] },
  "documents": [ {"code": "KTP", "member": 0}, {"code": "BANK-BOOK"} ],
  "consent": {"at": "2022-03-01T09:12:00+07:00", "textVersion": "2022-1"},
  "overrides": [ {"code": "nik.birth-differs", "path": "family.members[0].nik", "reason": "KTP asli diperiksa"} ],
  "details": { }
})";

/// A random draft: every text may be empty, half typed, in another script or longer than it should be.
class Drafts
{
public:
    explicit Drafts(quint32 seed)
        : m_random(seed)
    {
        for (const CodeText &code : allCodes())
            m_words[code.kind] += code.code;
    }

    Case next()
    {
        Case c;
        c.id
            = chance(2) ? u"0190a0b0-1111-7222-8333-4444555566%1"_s.arg(m_random.bounded(10, 99)) : QString();
        c.corrects = chance(8) ? u"0190a0b0-1111-7222-8333-444455556600"_s : QString();
        c.service = m_words.value(u"service"_s).at(m_random.bounded(int(m_words.value(u"service"_s).size())));
        c.date = QDate(2000, 1, 1).addDays(m_random.bounded(20000));
        c.channel = word(u"channel"_s);
        c.segment = word(u"segment"_s);
        c.applicant = {word(u"applicant"_s), text(), text()};
        c.family.kk = text();
        c.family.card = text();
        c.family.careClass = m_random.bounded(-1, 6);
        c.family.phone = text();
        c.family.email = text();
        c.family.address = address();
        if (chance(3))
            c.family.billingAddress = address();
        c.family.bank = {text(), text(), text()};
        for (int i = m_random.bounded(7); i > 0; --i)
            c.family.members += member();
        for (int i = m_random.bounded(4); i > 0; --i) {
            c.documents += SeenDocument{
                word(u"document"_s), chance(2) ? std::optional(m_random.bounded(9)) : std::nullopt, text()};
        }
        if (chance(2))
            c.consent = Consent{text(), text(), text()};
        for (int i = m_random.bounded(3); i > 0; --i)
            c.overrides += WarningOverride{text(), text(), text()};
        if (chance(3))
            c.details = {{u"reason"_s, text()}, {u"deep"_s, QJsonArray{1, true, QJsonValue()}}};
        return c;
    }

private:
    bool chance(int oneIn) { return m_random.bounded(oneIn) == 0; }
    QString word(const QString &kind)
    {
        const QStringList words = m_words.value(kind);
        return chance(4) ? QString() : words.at(m_random.bounded(int(words.size())));
    }
    QString text()
    {
        static const QStringList samples{u""_s,
                                         u""_s,
                                         u"3174"_s,
                                         u"0012"_s,
                                         u"12"_s,
                                         u"-7"_s,
                                         u" SARI  DEWI "_s,
                                         u"O'Neil \"x\" \\ / \t"_s,
                                         u"Ñandú 株式会社 😀"_s,
                                         u"null"_s,
                                         u"1e3"_s,
                                         QString(300, u'9'),
                                         u"+6281234567890"_s};
        return samples.at(m_random.bounded(int(samples.size())));
    }
    Address address() { return {text(), text(), text(), text(), text()}; }
    CaseMember member()
    {
        CaseMember m;
        m.relation = word(u"relation"_s);
        m.kin = word(u"kin"_s);
        for (QString *field : {&m.nik, &m.name, &m.birthPlace, &m.birthDate, &m.passport, &m.workMonths,
                               &m.fktp, &m.dentist, &m.npwp, &m.insurance, &m.photo, &m.photoWaived})
            *field = text();
        m.sex = word(u"sex"_s);
        m.marital = word(u"marital"_s);
        m.citizenship = word(u"citizenship"_s);
        return m;
    }

    QRandomGenerator m_random;
    QHash<QString, QStringList> m_words;
};

QJsonObject contractObject()
{
    return QJsonDocument::fromJson(kContractCase).object();
}

} // namespace

class TestCaseJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCaseOfTheContract()
    {
        const auto read = readCase(kContractCase, QDate(2030, 1, 1));
        QVERIFY2(bool(read), qPrintable(read ? QString() : read.error().line()));
        const Case &c = read.value();
        QCOMPARE(c.service, u"REG-PBPU"_s);
        QCOMPARE(c.date, kToday);
        QCOMPARE(c.corrects, QString());
        QCOMPARE(c.family.careClass, 3);
        QCOMPARE(c.family.address.rt, u"001"_s);
        QVERIFY(!c.family.billingAddress);
        QCOMPARE(c.family.members.size(), 1);
        QCOMPARE(c.family.members.first().birthDate, u"1965-09-29"_s);
        QCOMPARE(c.documents.first().member, std::optional(0));
        QVERIFY(!c.documents.last().member);
        QCOMPARE(c.consent->textVersion, u"2022-1"_s);
        QCOMPARE(c.overrides.first().reason, u"KTP asli diperiksa"_s);
    }

    void missingOptionalKeysAreFine()
    {
        const auto read = readCase(R"({"format":"loket-case/1","service":"REG-PBPU"})", kToday);
        QVERIFY(bool(read));
        QCOMPARE(read.value().date, kToday);
        QCOMPARE(read.value().applicant.kind, u"member"_s);
        QVERIFY(!read.value().consent);
    }

    void familyMayBeOnlyAName_data()
    {
        QTest::addColumn<QByteArray>("family");
        QTest::newRow("kk") << QByteArray(R"({"kk":"3174010101220001"})");
        QTest::newRow("card") << QByteArray(R"({"card":"9990000000001"})");
    }
    void familyMayBeOnlyAName()
    {
        QFETCH(QByteArray, family);
        const auto read = readCase(
            QByteArray(
                R"({"format":"loket-case/1","service":"CHG-FKTP","details":{"newFktp":"0138U020"},"family":)")
                + family + "}",
            kToday);
        QVERIFY(bool(read));
        QCOMPARE(writeCase(read.value()).value("family"_L1).toObject(),
                 QJsonDocument::fromJson(family).object());
    }

    void nullAndEmptyAreNothing_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("null") << QJsonValue(QJsonValue::Null);
        QTest::newRow("empty text") << QJsonValue(QString());
    }
    void nullAndEmptyAreNothing()
    {
        QFETCH(QJsonValue, value);
        QJsonObject o = contractObject();
        QJsonObject family = o.value("family"_L1).toObject();
        QJsonArray members = family.value("members"_L1).toArray();
        QJsonObject member = members.first().toObject();
        member.insert("nik"_L1, value);
        members[0] = member;
        family.insert("members"_L1, members);
        o.insert("family"_L1, family);
        const auto read = readCase(o, kToday);
        QVERIFY(bool(read));
        QCOMPARE(read.value().family.members.first().nik, QString());
    }

    void workMonthsIsANumberOrAText()
    {
        for (const auto &[json, text] :
             {std::pair(QByteArray("6"), u"6"_s), std::pair(QByteArray("\"06\""), u"06"_s)}) {
            const auto read = readCase(
                QByteArray(
                    R"({"format":"loket-case/1","service":"REG-PBPU","family":{"members":[{"workMonths":)")
                    + json + "}]}}",
                kToday);
            QVERIFY(bool(read));
            QCOMPARE(read.value().family.members.first().workMonths, text);
            const auto again = readCase(writeCase(read.value()), kToday);
            QCOMPARE(again.value().family.members.first().workMonths, text);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>(
            "from"); // replaced in the contract's case; empty: the whole text is `to`
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place"); // begins with
        QTest::addColumn<QString>("what");  // contains

        const auto row = [](const char *name, const char *from, const char *to, const QString &place,
                            const QString &what) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << place << what;
        };
        row("no format", R"("format": "loket-case/1",)", "", u"format"_s, u"missing"_s);
        row("other format", "loket-case/1", "loket-case/2", u"format"_s, u"loket-case/1"_s);
        row("no service", R"("service": "REG-PBPU",)", "", u"service"_s, u"missing"_s);
        row("unknown service", "REG-PBPU", "REG-PBPX", u"service"_s, u"unknown service 'REG-PBPX'"_s);
        row("unknown channel", "\"MCS\"", "\"VAN\"", u"channel"_s, u"KC | KLOK"_s);
        row("unknown segment", "PBPU.MANDIRI", "PBPU.X", u"segment"_s, u"unknown segment"_s);
        row("unknown relation", "\"head\"", "\"boss\"", u"family.members[0].relation"_s, u"head | husband"_s);
        row("unknown sex", "\"P\"", "\"F\"", u"family.members[0].sex"_s, u"L | P"_s);
        row("unknown marital", "\"widowed\"", "\"single?\"", u"family.members[0].marital"_s,
            u"unknown marital"_s);
        row("unknown citizenship", "\"WNI\"", "\"ID\"", u"family.members[0].citizenship"_s, u"WNI | WNA"_s);
        row("unknown applicant", R"({"kind": "member"})", R"({"kind": "boss"})", u"applicant.kind"_s,
            u"member | proxy"_s);
        row("unknown document", "\"KTP\"", "\"SIM\"", u"documents[0].code"_s, u"unknown document"_s);
        row("unknown key", "\"channel\"", "\"kanal\"", u"kanal"_s, u"unknown key"_s);
        row("unknown key of a member", "\"birthPlace\"", "\"born\"", u"family.members[0].born"_s,
            u"unknown key"_s);
        row("unknown key of the address", "\"rt\"", "\"RT\"", u"family.address.RT"_s, u"unknown key"_s);
        row("unknown key of the bank", "\"holder\"", "\"owner\"", u"family.bank.owner"_s, u"unknown key"_s);
        row("unknown key of the consent", "\"textVersion\"", "\"version\"", u"consent.version"_s,
            u"unknown key"_s);
        row("unknown key of an override", "\"reason\"", "\"why\"", u"overrides[0].why"_s, u"unknown key"_s);
        row("NIK as a number", "\"3174016909659991\"", "3174016909659991", u"family.members[0].nik"_s,
            u"loses leading zeros"_s);
        row("RT as a number", "\"001\"", "1", u"family.address.rt"_s,
            u"a text was expected, found a number"_s);
        row("class as a text", "\"class\": 3", "\"class\": \"3\"", u"family.class"_s,
            u"a whole number was expected, found a text"_s);
        row("half a class", "\"class\": 3", "\"class\": 2.5", u"family.class"_s, u"whole number"_s);
        row("name as an array", "\"SARI DEWI\", \"birthPlace\"", "[\"SARI\"], \"birthPlace\"",
            u"family.members[0].name"_s, u"a text was expected, found an array"_s);
        row("documents as an object", R"([ {"code": "KTP", "member": 0}, {"code": "BANK-BOOK"} ])", "{}",
            u"documents"_s, u"an array was expected, found an object"_s);
        row("a document as a text", R"({"code": "BANK-BOOK"})", "\"BANK-BOOK\"", u"documents[1]"_s,
            u"an object was expected, found a text"_s);
        row("family as a text", "\"details\": { }", "\"details\": [ ]", u"details"_s,
            u"an object was expected"_s);
        row("member before the first", "\"member\": 0", "\"member\": -1", u"documents[0].member"_s,
            u"from 0"_s);
        row("impossible date", "2022-03-01\", \"channel", "2022-02-30\", \"channel", u"date"_s,
            u"calendar"_s);
        row("date in other order", "2022-03-01\", \"channel", "01-03-2022\", \"channel", u"date"_s,
            u"YYYY-MM-DD"_s);
        row("date with a time", "2022-03-01\", \"channel", "2022-03-01T00:00\", \"channel", u"date"_s,
            u"YYYY-MM-DD"_s);
        row("id that is none", "0190a0b0-1111-7222-8333-444455556666", "0190", u"id"_s, u"UUID"_s);
        row("the same key twice", "\"rt\": \"001\"", R"("rt": "001", "rt": "002")",
            u"family.address.rt (line 7"_s, u"given twice"_s);
        row("the same key twice, once escaped", "\"rt\": \"001\"", R"("rt": "001", "\u0072t": "002")",
            u"family.address.rt"_s, u"given twice"_s);
        row("NaN", "\"class\": 3", "\"class\": NaN", u"family.class (line 6, column 40)"_s,
            u"not a JSON value"_s);
        row("infinity", "\"class\": 3", "\"class\": 1e999", u""_s, u""_s);
        row("leading zero", "\"class\": 3", "\"class\": 03", u"family.class"_s, u"begin with 0"_s);
        row("a comma too many", "\"details\": { }", "\"details\": { },", u"line 18, column 1"_s,
            u"a key in quotes"_s);
        row("a comma missing", "\"details\": { }", "\"details\": { } \"x\": 1", u"details (line 17"_s,
            u"',' or '}' was expected"_s);
        row("text after the end", "\"details\": { }\n}", "\"details\": { }\n} true", u"line 18, column 3"_s,
            u"after the end"_s);
        row("line break in a text", "Jl. Tebet Raya 1", "Jl. Tebet\nRaya 1", u"family.address.line"_s,
            u"line break"_s);
        row("NUL", "Jl. Tebet Raya 1", "Jl. \\u0000", u"family.address.line"_s, u"NUL"_s);
        row("half a surrogate", "Jl. Tebet Raya 1", "\\ud83d", u"family.address.line"_s, u"surrogate"_s);
        row("unknown escape", "Jl. Tebet Raya 1", "\\x41", u"family.address.line"_s, u"escape"_s);
        row("broken UTF-8", "Jl. Tebet Raya 1", "Jl. \xff\xfe", u"line 7, byte"_s, u"UTF-8"_s);
        row("overlong UTF-8", "Jl. Tebet Raya 1", "Jl. \xc0\xaf", u"line 7, byte"_s, u"UTF-8"_s);
        row("empty", "", "", u"line 1, column 1"_s, u"empty"_s);
        row("blank", "", " \n ", u"line 2, column 2"_s, u"empty"_s);
        row("an array", "", "[]", u"line 1, column 1"_s, u"object was expected"_s);
        row("a text", "", "\"x\"", u"line 1, column 1"_s, u"object was expected"_s);
        row("cut short", "", "{\"format\": \"loket-ca", u"format (line 1, column 12)"_s, u"not closed"_s);
        row("cut after a key", "", "{\"format\"", u"format"_s, u"too early"_s);
        row("binary", "",
            "\x7f"
            "ELF\x02\x01\x01",
            u"line 1, column 1"_s, u"object was expected"_s);
    }
    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, place);
        QFETCH(QString, what);
        QByteArray json = kContractCase;
        if (from.isEmpty()) {
            json = to;
        } else {
            const qsizetype at = json.indexOf(from);
            QVERIFY2(at >= 0, "the row replaces nothing");
            json.replace(at, from.size(), to);
        }
        const auto read = readCase(json, kToday);
        QVERIFY(!read);
        QVERIFY2(read.error().place.startsWith(place), qPrintable(read.error().line()));
        QVERIFY2(read.error().what.contains(what), qPrintable(read.error().line()));
        QVERIFY(!read.error().line().contains(u'\n'));
        QVERIFY(!read.error().line().isEmpty());
    }

    void sizeIsLimited()
    {
        const auto read = readCase(QByteArray(kMaxCaseBytes + 1, ' '), kToday);
        QVERIFY(!read);
        QVERIFY(read.error().line().contains(u"1048576"_s));
        QByteArray largest = kContractCase;
        largest += QByteArray(kMaxCaseBytes - largest.size(), ' ');
        QVERIFY(bool(readCase(largest, kToday)));
    }

    void membersWithoutEndAreRefused()
    {
        const QByteArray json = R"({"format":"loket-case/1","service":"REG-PBPU","family":{"members":[)"
            + QByteArray("{},").repeated(300000) + "{}]}}";
        const auto read = readCase(json, kToday);
        QVERIFY(!read);
        QCOMPARE(read.error().place, u"family.members"_s);
    }

    void deepNestingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("open");
        QTest::newRow("arrays") << QByteArray("[");
        QTest::newRow("objects") << QByteArray("{\"a\":");
    }
    void deepNestingIsRefused()
    {
        QFETCH(QByteArray, open);
        const auto read = readJsonObject("{\"details\":" + open.repeated(100000));
        QVERIFY(!read);
        QVERIFY2(read.error().what.contains(u"nested deeper"_s), qPrintable(read.error().line()));
    }

    void aByteOrderMarkIsPassedOver() { QVERIFY(bool(readCase("\xef\xbb\xbf" + kContractCase, kToday))); }

    /// Our scan and Qt's reader agree on what JSON is, apart from what only ours refuses.
    void randomDamageIsRefusedOrRead()
    {
        const quint32 seed = 20220301;
        QRandomGenerator random(seed);
        int read = 0;
        for (int i = 0; i < 20000; ++i) {
            QByteArray json = kContractCase;
            for (int k = random.bounded(1, 4); k > 0; --k) {
                const int at = random.bounded(int(json.size()));
                if (random.bounded(3) == 0)
                    json.remove(at, random.bounded(1, 8));
                else
                    json[at] = char(random.bounded(2) ? random.bounded(256)
                                                      : QByteArray("{}[]\",:0e\\ ").at(random.bounded(11)));
            }
            const bool ours = bool(readJsonObject(json));
            QJsonParseError qt;
            const QJsonDocument document = QJsonDocument::fromJson(json, &qt);
            if (ours)
                QVERIFY2(document.isObject(), qPrintable(u"seed %1, round %2"_s.arg(seed).arg(i)));
            read += ours;
        }
        qInfo("seed %u: %d of 20000 damaged texts were still JSON", seed, read);
        QVERIFY(read > 1000);
    }

    void everyDraftComesBackExactly()
    {
        const quint32 seed = 4711;
        qInfo("seed %u", seed);
        Drafts drafts(seed);
        for (int i = 0; i < 3000; ++i) {
            const Case c = drafts.next();
            const QByteArray written = QJsonDocument(writeCase(c)).toJson(QJsonDocument::Compact);
            const auto read = readCase(written, kToday);
            QVERIFY2(bool(read),
                     qPrintable(u"round %1: %2"_s.arg(i).arg(read ? QString() : read.error().line())));
            QVERIFY2(read.value() == c, qPrintable(u"round %1: %2"_s.arg(i).arg(QString::fromUtf8(written))));
            QCOMPARE(QJsonDocument(writeCase(read.value())).toJson(QJsonDocument::Compact), written);
        }
    }

    void everyFieldIsReadAndWrittenByItsPath_data()
    {
        QTest::addColumn<QString>("path");
        QStringList paths{u"channel"_s,
                          u"segment"_s,
                          u"service"_s,
                          u"corrects"_s,
                          u"id"_s,
                          u"applicant.kind"_s,
                          u"applicant.name"_s,
                          u"applicant.nik"_s,
                          u"family.kk"_s,
                          u"family.card"_s,
                          u"family.phone"_s,
                          u"family.email"_s,
                          u"family.bank.code"_s,
                          u"family.bank.account"_s,
                          u"family.bank.holder"_s,
                          u"consent.at"_s,
                          u"consent.textVersion"_s,
                          u"details.newFktp"_s};
        for (const char16_t *part : {u"line", u"rt", u"rw", u"village", u"postcode"}) {
            paths += u"family.address."_s + QString::fromUtf16(part);
            paths += u"family.billingAddress."_s + QString::fromUtf16(part);
        }
        for (const char16_t *part : {u"relation", u"kin", u"nik", u"name", u"birthPlace", u"birthDate",
                                     u"sex", u"marital", u"citizenship", u"passport", u"workMonths", u"fktp",
                                     u"dentist", u"npwp", u"insurance", u"photo", u"photoWaived"})
            paths += u"family.members[1]."_s + QString::fromUtf16(part);
        for (const QString &path : std::as_const(paths))
            QTest::newRow(qPrintable(path)) << path;
    }
    void everyFieldIsReadAndWrittenByItsPath()
    {
        QFETCH(QString, path);
        Case c;
        c.family.members.resize(2);
        const Case before = c;
        QVERIFY(setFieldText(c, path, u" half typed "_s));
        QCOMPARE(fieldText(c, path), u" half typed "_s);
        QVERIFY(!(c == before));
        QVERIFY(setFieldText(c, path, u"other"_s));
        QCOMPARE(fieldText(c, path), u"other"_s);
    }

    void dateAndClassTakeOnlyTheirKind()
    {
        Case c;
        QVERIFY(setFieldText(c, u"date"_s, u"2022-03-01"_s));
        QVERIFY(!setFieldText(c, u"date"_s, u"2022-02-30"_s));
        QCOMPARE(fieldText(c, u"date"_s), u"2022-03-01"_s);
        QVERIFY(setFieldText(c, u"family.class"_s, u"2"_s));
        QVERIFY(!setFieldText(c, u"family.class"_s, u"VIP"_s));
        QCOMPARE(fieldText(c, u"family.class"_s), u"2"_s);
        QVERIFY(setFieldText(c, u"family.class"_s, QString()));
        QCOMPARE(c.family.careClass, 0);
    }

    void pathsThatNoCaseHas_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"", "family", "family.", "family.members", "family.members[0]", "family.members[1].nik",
              "family.members[-1].nik", "family.members[00].nik", "family.members[0].NIK",
              "family.members[99999999999].nik", "family.address", "family.bank.", "format", "applicant",
              "details.", "details.a.b", "consent", "documents[0].code"})
            QTest::newRow(*path ? path : "empty") << QString::fromLatin1(path);
    }
    void pathsThatNoCaseHas()
    {
        QFETCH(QString, path);
        Case c;
        c.family.members.resize(1);
        const Case before = c;
        QVERIFY(!setFieldText(c, path, u"x"_s));
        QVERIFY(c == before);
        QCOMPARE(fieldText(c, path), QString());
    }
};

QTEST_APPLESS_MAIN(TestCaseJson)
#include "tst_casejson.moc"
