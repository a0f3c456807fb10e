// SPDX-License-Identifier: Apache-2.0
// PgBook under a CentreDesk: how often an envelope asks the database, and what several at once may not do.
#include "model/centre/centredesk.h"
#include "model/domain/casejson.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/rulebook.h"
#include "model/vault/devicekey.h"
#include "tests/central/centralhost.h"
#include "tests/central/pgbook.h"
#include "tests/fakes/fakeoffice.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Loket;
using namespace Loket::Central;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFirstCard = 4'100'000'001;

/// A counter with a chain and a block of numbers, without a store.
class Chain
{
public:
    Chain(PgPool &pool, const QString &name)
        : m_device(name)
        , m_key(DeviceKey::generate())
    {
        must(pool.inTransaction<Nothing>([&](pqxx::work &work) -> Outcome<Nothing> {
            work.exec_params("INSERT INTO device (id, office, workstation, public_key, box_key, cert_text,"
                             " cert_signature) VALUES ($1, '0901', $1, $2, $2, '', '')",
                             pgText(name), pgBytes(m_key.publicKey()));
            work.exec_params("INSERT INTO lease (id, device, request, numbers, proof_text, proof_signature)"
                             " SELECT $1, $1, '', int8range(low, low + 100), '', ''"
                             " FROM (SELECT $2::bigint + 100 * count(*) AS low FROM lease) b",
                             pgText(name), kFirstCard);
            m_firstCard = numberOf(
                work.exec_params1("SELECT lower(numbers) FROM lease WHERE id = $1", pgText(name))[0]);
            return Nothing();
        }));
    }

    /// With the first card of its block that was not used, and so on; or from `card` on.
    Envelope seal(const Case &content, std::optional<qint64> card = {})
    {
        EnvelopeHeader header;
        header.submission = content.id;
        header.device = m_device;
        header.deviceSeq = ++m_seq;
        header.prevHash = m_hash;
        header.generation = u"one"_s;
        header.officer = u"petugas1"_s;
        header.service = content.service;
        header.family = content.family.kk;
        header.rulebook = u"handbook"_s;
        header.app = u"test"_s;
        header.time = u"2022-03-01T02:00:00.000Z"_s;
        header.timeCertainty = u"device"_s;
        for (int i = 0; i < content.family.members.size(); ++i) {
            const qint64 number = card ? *card + i : m_firstCard + m_used++;
            header.numbers += UsedNumber{m_device, i, u"%1"_s.arg(number, 13, 10, QLatin1Char('0'))};
        }
        const Envelope envelope
            = sealEnvelope(header, QJsonDocument(writeCase(content)).toJson(QJsonDocument::Compact), m_key);
        m_hash = envelopeHash(envelope).toHex();
        return envelope;
    }
    const QString &device() const { return m_device; }
    qint64 firstCard() const { return m_firstCard; }

private:
    const QString m_device;
    const DeviceKey m_key;
    qint64 m_seq = 0, m_firstCard = 0, m_used = 0;
    QByteArray m_hash;
};

struct Handled {
    Receipt receipt;
    int statements = 0;
    QString verdict, code; ///< empty: none
};

} // namespace

class TestCentralBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anEnvelopeIsThreeStatements();
    void theSamePersonIsFoundHoweverManyShareTheDay();
    void aCardThatIsTakenMeanwhileIsGivenOnce();
    void whatWaitedForAGapIsDecidedTogether();

private:
    /// In a transaction of its own; `meanwhile` runs once, when all is decided and nothing is written.
    Handled handle(const QString &device, const Envelope &envelope, bool isExpected = true,
                   const std::function<void()> &meanwhile = {});
    void exec(const std::string &sql);

    QTemporaryDir m_folder;
    std::unique_ptr<CentralHost> m_host;
    std::unique_ptr<PgPool> m_pool;
    std::shared_ptr<const RulebookLibrary> m_rulebooks;
    std::shared_ptr<const RegionIndex> m_regions;
    std::shared_ptr<const FacilityIndex> m_facilities;
};

void TestCentralBook::initTestCase()
{
    m_host = std::make_unique<CentralHost>(m_folder.path(),
                                           QStringList{u"--offices"_s, u"1"_s, u"--participants"_s, u"10"_s});
    m_pool = std::make_unique<PgPool>(m_host->database().toStdString(), 2);
    m_rulebooks = RulebookLibrary::builtIn();
    m_regions = must(RegionIndex::load());
    m_facilities = FacilityIndex::trial();
}

void TestCentralBook::exec(const std::string &sql)
{
    must(m_pool->inTransaction<Nothing>([&](pqxx::work &work) -> Outcome<Nothing> {
        work.exec(sql);
        return Nothing();
    }));
}

Handled TestCentralBook::handle(const QString &device, const Envelope &envelope, bool isExpected,
                                const std::function<void()> &meanwhile)
{
    const Context context{m_rulebooks.get(), {}, m_regions.get(), m_facilities.get(), nullptr};
    static const DeviceKey signer = DeviceKey::generate();
    std::function<void()> once = meanwhile;
    return must(m_pool->inTransaction<Handled>([&](pqxx::work &work) -> Outcome<Handled> {
        Handled handled;
        PgBook book(work);
        book.knowAreas(u"0901"_s, {u"31.74"_s});
        if (isExpected)
            book.expect(device, envelope);
        CentreDesk desk(book, context, &signer, QDate(2022, 3, 1));
        auto receipt = desk.receive(device, envelope);
        if (!receipt)
            return fail(receipt.error());
        handled.receipt = receipt.take();
        if (const auto now = std::exchange(once, nullptr))
            now();
        book.flush();
        handled.statements = book.statements();
        if (const auto told = must(book.toldVerdict(envelope.id))) {
            const QJsonObject body = QJsonDocument::fromJson(told->proof.text).object();
            handled.verdict = body["state"_L1].toString();
            handled.code = body["code"_L1].toString();
        }
        return handled;
    }));
}

void TestCentralBook::anEnvelopeIsThreeStatements()
{
    Chain chain(*m_pool, u"counting"_s);
    Envelope last;
    for (int number = 1; number <= 3; ++number) {
        last = chain.seal(registration(number, 4));
        const Handled handled = handle(chain.device(), last);
        QCOMPARE(handled.verdict, u"accepted"_s);
        QCOMPARE(handled.receipt.kind, Receipt::Kind::Received);
        QCOMPARE(handled.statements, 3);
    }
    const Handled again = handle(chain.device(), last);
    QCOMPARE(again.receipt.kind, Receipt::Kind::AlreadyKnown);
    QCOMPARE(again.statements, 3);
    // The control: what it is without expect().
    const Handled unexpected = handle(chain.device(), chain.seal(registration(4, 4)), false);
    qInfo("statements for a family of four: 3, without expect() %d", unexpected.statements);
    QVERIFY(unexpected.statements > 10);
}

/// 300 people of one birth date and one serial stand before the one who is meant.
void TestCentralBook::theSamePersonIsFoundHoweverManyShareTheDay()
{
    Case content = registration(20, 1);
    content.family.members[0].name = u"HENDRA GUNAWAN"_s;
    const QString nik = content.family.members.at(0).nik;
    const std::string serial = pgText(nik.mid(6));
    exec("INSERT INTO person (kk, position, nik, name, born) SELECT '0000' || n, 0,"
         " lpad((n * 37 % 1000)::text, 3, '0') || '999' || '"
         + serial + "', 'ORANG ' || n, '" + pgText(content.family.members.at(0).birthDate)
         + "' FROM generate_series(100, 399) n");
    const auto mistyped = [&](qsizetype at) {
        QString other = nik;
        other[at] = other.at(at) == u'9' ? u'8' : u'9';
        return pgText(other);
    };
    Chain chain(*m_pool, u"similar"_s);
    for (const qsizetype at : {0, 3, 5, 8}) {
        exec("INSERT INTO person (kk, position, nik, name, born) VALUES ('9999', 0, '" + mistyped(at)
             + "', 'HENDRA GUNAWAN', '" + pgText(content.family.members.at(0).birthDate) + "')");
        content.id = u"0190a1b2-0000-7000-8000-00000000ff%1"_s.arg(10 + at);
        const Handled handled = handle(chain.device(), chain.seal(content));
        QCOMPARE(handled.code, u"person.similar"_s);
        exec("DELETE FROM person WHERE kk = '9999'");
    }
    content.id = u"0190a1b2-0000-7000-8000-00000000ff09"_s;
    QCOMPARE(handle(chain.device(), chain.seal(content)).verdict, u"accepted"_s);
}

/// Two transactions saw that it is free: the one that comes second decides anew.
void TestCentralBook::aCardThatIsTakenMeanwhileIsGivenOnce()
{
    Chain chain(*m_pool, u"racing"_s);
    const Envelope envelope = chain.seal(registration(30, 2));
    int runs = 0;
    const Handled handled = handle(chain.device(), envelope, true, [&] {
        ++runs;
        exec("INSERT INTO card (number, submission) VALUES ('"
             + pgText(QString::number(chain.firstCard() + 1)).insert(0, 3, '0') + "', 'somebody')");
    });
    QCOMPARE(runs, 1);
    QCOMPARE(handled.code, u"card.taken"_s);
    const auto holders = must(m_pool->inSnapshot<QStringList>([&](auto &now) -> Outcome<QStringList> {
        QStringList list;
        for (const pqxx::row &row : now.exec_params("SELECT submission FROM card WHERE number::bigint"
                                                    " BETWEEN $1 AND $1 + 1 ORDER BY number",
                                                    chain.firstCard()))
            list += textOf(row[0]);
        return list;
    }));
    QCOMPARE(holders, (QStringList{envelope.id, u"somebody"_s}));
}

/// Several decisions in one transaction: what one wrote, the next one sees.
void TestCentralBook::whatWaitedForAGapIsDecidedTogether()
{
    Chain chain(*m_pool, u"waiting"_s);
    const Envelope first = chain.seal(registration(40, 3));
    Case same = registration(41, 2); // a NIK of the first
    same.family.members[1].nik = registration(40, 3).family.members.at(1).nik;
    const Envelope second = chain.seal(same), third = chain.seal(registration(42, 1), chain.firstCard() + 2);
    QCOMPARE(handle(chain.device(), third).receipt.kind, Receipt::Kind::Held);
    QCOMPARE(handle(chain.device(), second).receipt.kind, Receipt::Kind::Held);
    QCOMPARE(handle(chain.device(), first).verdict, u"accepted"_s);
    QCOMPARE(handle(chain.device(), second).code, u"nik.registered"_s);
    QCOMPARE(handle(chain.device(), third).code, u"card.taken"_s);
}

QTEST_GUILESS_MAIN(TestCentralBook)
#include "tst_centralbook.moc"
