// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/chaosline.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Loket::Fakes {

namespace {

Failure lineCut()
{
    return {FailureKind::Network, u"the line was cut"_s};
}

} // namespace

ChaosLine::ChaosLine(CentralPort &centre, std::mt19937 &random, QMap<QString, int> &counts,
                     const ChaosRates &rates, QList<QList<Envelope>> &late)
    : CentralLine(centre)
    , m_random(random)
    , m_counts(counts)
    , m_rates(rates)
    , m_late(late)
{
}

int ChaosLine::below(int limit)
{
    return int(m_random() % unsigned(limit));
}

ChaosLine::Fate ChaosLine::fate()
{
    constexpr int kThousand = 1000;
    if (below(kThousand) >= int(m_rates.fault * kThousand))
        return Fate::Through;
    static constexpr std::pair<Fate, const char *> kFates[] = {{Fate::RequestLost, "request lost"},
                                                               {Fate::AnswerLost, "answer lost"},
                                                               {Fate::Twice, "duplicated"},
                                                               {Fate::Late, "delayed"},
                                                               {Fate::Cut, "cut"},
                                                               {Fate::Garbled, "garbled"}};
    const auto &[chosen, name] = kFates[below(int(std::size(kFates)))];
    ++m_counts[QString::fromLatin1(name)];
    return chosen;
}

/// What a call comes to that has nothing of its own to spoil.
template <typename Call>
auto ChaosLine::passed(Fate fate, Call call) -> std::invoke_result_t<Call>
{
    switch (fate) {
    case Fate::Through:
        return call();
    case Fate::Twice:
        static_cast<void>(call());
        return call();
    case Fate::AnswerLost:
    case Fate::Garbled: // an answer that can't be read is none
    case Fate::Cut:
        static_cast<void>(call());
        return fail(lineCut());
    case Fate::RequestLost:
    case Fate::Late:
        break;
    }
    return fail(lineCut());
}

void ChaosLine::deliverLate()
{
    while (!m_late.isEmpty() && below(4) > 0) {
        ++m_counts[u"arrived out of order"_s];
        static_cast<void>(m_centre.submit(m_late.takeAt(below(int(m_late.size())))));
    }
}

Outcome<Welcome> ChaosLine::hello(const CounterState &state)
{
    deliverLate();
    return passed(fate(), [&] { return m_centre.hello(state); });
}

Outcome<SubmitReply> ChaosLine::submit(const QList<Envelope> &list)
{
    const Fate fate = this->fate();
    QList<Envelope> through = list;
    if (fate == Fate::Late) {
        m_late += list;
        return fail(lineCut());
    }
    if (fate == Fate::Cut) { // a server that reads on as it comes takes what came whole
        through = list.mid(0, below(int(list.size()) + 1));
        static_cast<void>(m_centre.submit(through));
        return fail(lineCut());
    }
    if (fate == Fate::Garbled) {
        Envelope &spoilt = through[below(int(through.size()))];
        QByteArray &bytes = below(2) == 0 ? spoilt.payload : spoilt.signature;
        const qsizetype at = below(int(bytes.size()));
        bytes[at] = char(bytes.at(at) ^ (1 << below(7)));
        return m_centre.submit(through);
    }
    auto reply = passed(fate, [&] { return m_centre.submit(through); });
    deliverLate();
    return reply;
}

Outcome<FeedPage> ChaosLine::changes(const QString &epoch, qint64 cursor, int limit, int wait)
{
    auto page = passed(fate(), [&] { return m_centre.changes(epoch, cursor, limit, wait); });
    if (page && m_rates.forgetsGaps && page.value().entries.size() > 1 && below(3) == 0) {
        ++m_counts[u"gap in the feed"_s];
        page.value().entries.removeAt(below(int(page.value().entries.size()) - 1));
    }
    return page;
}

Outcome<LeaseGrant> ChaosLine::lease(const LeaseRequest &request)
{
    return passed(fate(), [&] { return m_centre.lease(request); });
}

Outcome<Nothing> ChaosLine::returnLease(const QString &leaseId, qint64 next)
{
    return passed(fate(), [&] { return m_centre.returnLease(leaseId, next); });
}

Outcome<qint64> ChaosLine::putAttachment(const AttachmentPiece &piece)
{
    const Fate fate = this->fate();
    AttachmentPiece through = piece;
    if (fate == Fate::Cut && piece.bytes.size() > 1)
        through.bytes.truncate(1 + below(int(piece.bytes.size()) - 1));
    if (fate == Fate::Garbled && !piece.bytes.isEmpty()) {
        const qsizetype at = below(int(piece.bytes.size()));
        through.bytes[at] = char(through.bytes.at(at) ^ 1);
        return m_centre.putAttachment(through);
    }
    return passed(fate, [&] { return m_centre.putAttachment(through); });
}

Outcome<SnapshotManifest> ChaosLine::snapshot()
{
    return passed(fate(), [&] { return m_centre.snapshot(); });
}

Outcome<QByteArray> ChaosLine::snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit)
{
    const Fate fate = this->fate();
    auto bytes = passed(fate == Fate::Garbled ? Fate::Through : fate,
                        [&] { return m_centre.snapshotBytes(sha256, offset, limit); });
    if (bytes && fate == Fate::Garbled && !bytes.value().isEmpty()) {
        QByteArray &spoilt = bytes.value();
        const qsizetype at = below(int(spoilt.size()));
        spoilt[at] = char(spoilt.at(at) ^ 1);
    }
    return bytes;
}

} // namespace Loket::Fakes
