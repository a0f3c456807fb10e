// SPDX-License-Identifier: Apache-2.0
// The centre's side of a courier file.
#include "model/sync/courierfile.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr int kPageEntries = 1000;
/// Of an entry besides its body: number, kind, and the signature in base64.
constexpr qint64 kAroundEntry = 250;

bool isWhole(const AttachmentPiece &piece)
{
    return piece.bytes.size() == piece.length
        && QCryptographicHash::hash(piece.bytes, QCryptographicHash::Sha256).toHex() == piece.sha256;
}

/// In pieces as over a line, for that is what a centre takes.
bool putWhole(const AttachmentPiece &whole, CentralPort &central)
{
    constexpr qint64 kPiece = 1024 * 1024;
    for (qint64 at = 0; at < whole.length;) {
        const auto has = central.putAttachment(
            {whole.sha256, whole.length, whole.type, at, whole.bytes.mid(at, kPiece)});
        if (!has || has.value() <= at)
            return false;
        at = has.value();
    }
    return true;
}

qint64 bytesOf(const FeedEntry &entry)
{
    const qint64 body = !entry.text.isEmpty() ? entry.text.size()
        : !entry.proof.isEmpty()              ? entry.proof.text.size()
                                 : QJsonDocument(entry.body).toJson(QJsonDocument::Compact).size();
    // A signed one travels with the text that was signed.
    return kAroundEntry + (entry.proof.isEmpty() ? body : body + entry.proof.text.size() * 4 / 3);
}

QString editionOf(const FeedEntry &entry)
{
    const QJsonObject body = !entry.body.isEmpty()
        ? entry.body
        : QJsonDocument::fromJson(entry.text.isEmpty() ? entry.proof.text : entry.text).object();
    return entry.kind == "edition"_L1 || entry.kind == "facilities"_L1 ? body.value("id"_L1).toString()
                                                                       : QString();
}

/// One answer while it is filled.
class Serving
{
public:
    Serving(const CourierLoad &load, CentralPort &central, qint64 mostBytes)
        : m_load(load)
        , m_central(central)
        , m_left(mostBytes)
    {
    }
    Outcome<CourierReply> run();

private:
    Outcome<Nothing> take();
    Outcome<Nothing> readFeed();
    Outcome<Nothing> addEditions();

    const CourierLoad &m_load;
    CentralPort &m_central;
    qint64 m_left; ///< bytes that still go into the answer
    CourierReply m_reply;
};

Outcome<CourierReply> Serving::run()
{
    m_reply.device = m_load.device;
    m_reply.number = m_load.number;
    m_reply.from = m_load.state.cursor;
    auto welcome = m_central.hello(m_load.state);
    if (!welcome)
        return fail(welcome.error());
    m_reply.welcome = welcome.take();
    m_reply.page.epoch = m_reply.welcome.epoch;
    m_reply.page.next = m_reply.from;
    if (m_reply.welcome.device != Welcome::Device::Active)
        return std::move(m_reply);
    for (const auto &step : {&Serving::take, &Serving::readFeed, &Serving::addEditions}) {
        if (const auto done = (this->*step)(); !done)
            return fail(done.error());
    }
    // As it stands after all that; what a new counter is told besides, only the first greeting has.
    auto after = m_central.hello(m_load.state);
    if (!after)
        return fail(after.error());
    const QList<FeedEntry> standing = m_reply.welcome.standing;
    const qint64 begun = m_reply.welcome.epochStart; // what was decided since is news to the counter
    m_reply.welcome = after.take();
    m_reply.welcome.epochStart = begun;
    if (!standing.isEmpty())
        m_reply.welcome.standing = standing;
    return std::move(m_reply);
}

/// What was brought.
Outcome<Nothing> Serving::take()
{
    for (qsizetype at = 0; at < m_load.envelopes.size(); at += kMostEnvelopes) {
        const auto taken = m_central.submit(m_load.envelopes.mid(at, kMostEnvelopes));
        if (!taken)
            return fail(taken.error());
        m_reply.receipts += taken.value().receipts;
        m_reply.durableSeq = taken.value().durableSeq;
    }
    for (const AttachmentPiece &piece : m_load.attachments) {
        if (isWhole(piece) && putWhole(piece, m_central))
            m_reply.attachments += piece.sha256;
    }
    if (!m_load.leaseRequest.isEmpty()) {
        if (const auto grant = m_central.lease({m_load.leaseRequest, 0}))
            m_reply.lease = grant.value();
    }
    return Nothing();
}

/// Page after page, as long as the file has room: the rest waits for the next one.
Outcome<Nothing> Serving::readFeed()
{
    // In another epoch the counter's position means nothing: it goes on where the histories part.
    const QString &epoch = m_reply.welcome.epoch;
    if (!m_load.state.epoch.isEmpty() && m_load.state.epoch != epoch)
        m_reply.from = qMin(m_reply.from, m_reply.welcome.epochStart);
    FeedPage &all = m_reply.page;
    all.next = m_reply.from;
    for (all.more = true; all.more;) {
        const auto page = m_central.changes(epoch, all.next, kPageEntries);
        if (!page)
            return fail(page.error());
        all.durableSeq = page.value().durableSeq;
        for (const FeedEntry &entry : page.value().entries) {
            const qint64 bytes = bytesOf(entry);
            const bool isFirst = all.entries.isEmpty(); // one always goes, or it would wait for ever
            if ((bytes > m_left && !isFirst) || all.entries.size() == kMostListed)
                return Nothing();
            m_left -= bytes;
            all.entries += entry;
            all.next = entry.seq;
        }
        all.more = page.value().more;
        all.next = page.value().next;
    }
    return Nothing();
}

/// What a counter lacks of the rules: those that it asks for, then those that the file itself tells of.
Outcome<Nothing> Serving::addEditions()
{
    QStringList ids = m_load.editions;
    for (const QList<FeedEntry> &told : {m_reply.welcome.standing, m_reply.page.entries}) {
        for (const FeedEntry &entry : told) {
            if (const QString id = editionOf(entry); !id.isEmpty())
                ids += id;
        }
    }
    ids.removeDuplicates();
    for (const QString &id : std::as_const(ids)) {
        const auto package = m_central.edition(id);
        if (!package
            && (package.error().kind == FailureKind::BadInput || package.error().kind == FailureKind::Gone))
            continue; // told and not kept: it is asked for again
        if (!package)
            return fail(package.error());
        const qint64 bytes = package.value().text.size() * 4 / 3 + kAroundEntry;
        if (bytes > m_left && !m_reply.editions.isEmpty())
            break; // wanted again with the next file
        m_left -= bytes;
        m_reply.editions += package.value();
    }
    return Nothing();
}

} // namespace

Outcome<CourierReply> serveCourier(const CourierLoad &load, CentralPort &central, qint64 mostBytes)
{
    return Serving(load, central, mostBytes).run();
}

Outcome<QByteArray>
answerCourier(const QByteArray &sealed, const BoxKey &centreBox, const DeviceKey &centreKey,
              const std::function<Outcome<std::optional<CourierSender>>(const QString &device)> &find)
{
    const auto opened = openCourierLoad(sealed, centreBox);
    if (!opened)
        return fail(Failure{FailureKind::BadInput, u"courier.damaged"_s});
    const CourierLoad &load = opened.value().load;
    const auto sender = find(load.device);
    if (!sender)
        return fail(sender.error());
    if (!sender.value() || !opened.value().isSignedBy(sender.value()->publicKey))
        return fail(Failure{FailureKind::BadInput, u"courier.signature"_s});
    const auto reply = serveCourier(load, *sender.value()->session);
    if (!reply)
        return fail(reply.error());
    const auto file = writeCourierReply(reply.value(), centreKey, sender.value()->boxKey);
    if (!file)
        return fail(Failure{FailureKind::BadInput, u"courier.box-key"_s});
    return *file;
}

} // namespace Loket
