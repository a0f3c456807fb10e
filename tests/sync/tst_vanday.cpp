// SPDX-License-Identifier: Apache-2.0
// A van's evening: sixty families with photos over a line of 40 kbit/s that is cut every 90 seconds. The line
// is simulated: each call takes the time that its packed bytes need, on a clock that is set; bytes are those
// of the real wire form and packing, with a fixed price for the HTTP head of each call.
#include "model/store/bytestore.h"
#include "model/sync/packing.h"
#include "model/sync/wire.h"
#include "model/sync/wirefeed.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kBytesPerSecond = 40'000 / 8;
constexpr qint64 kUpSeconds = 90;
constexpr qint64 kHeadBytes = 350; ///< request and answer heads of one call
constexpr int kFamilies = 60;

/// Forty kbit/s; the line is there for 90 seconds, then every call under way or begun is lost until it is
/// dialled again.
class ThinLine final : public CentralLine
{
public:
    ThinLine(CentralPort &centre, FixedClock &clock)
        : CentralLine(centre)
        , m_clock(clock)
    {
    }
    qint64 sent = 0;   ///< bytes of all tries
    qint64 wasted = 0; ///< of those that a cut made come again
    int cuts = 0;
    void dial() { m_since = m_clock.nowUtc(); }

    Outcome<Welcome> hello(const CounterState &state) override
    {
        if (!carryBody(writeCounterState(state)))
            return fail(lost());
        auto welcome = CentralLine::hello(state);
        return welcome && !carryBody(writeWelcome(welcome.value())) ? fail(lost()) : welcome;
    }
    Outcome<SubmitReply> submit(const QList<Envelope> &list) override
    {
        if (!carryBody(writeSubmissions(list)))
            return fail(lost());
        auto reply = CentralLine::submit(list);
        return reply && !carryBody(writeSubmitReply(reply.value())) ? fail(lost()) : reply;
    }
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int wait) override
    {
        auto page = CentralLine::changes(epoch, cursor, limit, wait);
        return page && !carryBody(writeFeedPage(page.value())) ? fail(lost()) : page;
    }
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override
    {
        if (!carryRaw(piece.bytes.size()))
            return fail(lost());
        return CentralLine::putAttachment(piece);
    }

private:
    static Failure lost() { return {FailureKind::Network, u"the line was cut"_s}; }
    bool carryBody(const QByteArray &body) { return carryRaw(packBody(body, kThoroughLevel).bytes.size()); }
    bool carryRaw(qint64 bytes)
    {
        const qint64 all = bytes + kHeadBytes;
        const qint64 needed = all * 1'000 / kBytesPerSecond;
        const qint64 left = kUpSeconds * 1'000 - m_since.msecsTo(m_clock.nowUtc());
        const bool arrives = needed <= left;
        const qint64 took = qMax(qint64(0), qMin(needed, left));
        sent += arrives ? all : took * kBytesPerSecond / 1'000;
        m_carried += took;
        m_clock.advanceSeconds(m_carried / 1'000);
        m_carried %= 1'000;
        cuts += arrives ? 0 : 1;
        wasted += arrives ? 0 : took * kBytesPerSecond / 1'000;
        return arrives;
    }
    FixedClock &m_clock;
    QDateTime m_since;
    qint64 m_carried = 0; ///< milliseconds that the clock, which has seconds, lags behind
};

/// 40 kB that can't be packed, like a JPEG's.
QByteArray photoOf(int number)
{
    constexpr qsizetype kPhotoBytes = 40'000;
    QByteArray bytes;
    while (bytes.size() < kPhotoBytes)
        bytes += QCryptographicHash::hash(QByteArray::number(number) + QByteArray::number(bytes.size()),
                                          QCryptographicHash::Sha256);
    return bytes.left(kPhotoBytes);
}

} // namespace

class TestVanDay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEveningOverAThinLine()
    {
        FakeOffice office;
        FakeCentre centre(office.clock, office.context());
        centre.addOffice(u"0901"_s, u"Kantor Uji"_s);
        office.enrol(centre, u"0901"_s);
        office.sync(); // numbers for the day
        qint64 photoBytes = 0;
        QList<QByteArray> photos;
        for (int i = 1; i <= kFamilies; ++i) {
            Case content = registration(i, 4);
            for (CaseMember &member : content.family.members) {
                const QByteArray picture = photoOf(int(photos.size()));
                member.photo = must(office.store().blobs().put(picture, u"image/jpeg"_s).result());
                member.photoWaived.clear();
                photos += member.photo.mid(7).toLatin1();
                photoBytes += picture.size();
            }
            QVERIFY(office.submit(content).record);
        }
        ThinLine line(office.line(), office.clock);
        const QDateTime begun = office.clock.nowUtc();
        qint64 dataSeconds = -1;
        SyncOptions options;
        options.isForced = true;
        options.progress = [&](const SyncProgress &progress) {
            if (dataSeconds < 0 && progress.envelopes == 0)
                dataSeconds = begun.secsTo(office.clock.nowUtc());
        };
        int dials = 0;
        for (bool isDone = false; !isDone && dials < 200; ++dials) {
            line.dial();
            isDone = !office.sync(line, options).linkFailed;
        }
        for (const QByteArray &photo : photos)
            QCOMPARE(QCryptographicHash::hash(centre.attachment(photo), QCryptographicHash::Sha256).toHex(),
                     photo);
        QCOMPARE(centre.deliveries(), kFamilies);
        const double again = double(line.wasted) / double(line.sent);
        qInfo("data lane empty after %lld s; %d photos, %lld bytes of them; %lld bytes sent in %d dials, %d "
              "cuts; "
              "sent in vain %.2f %%",
              dataSeconds, int(photos.size()), photoBytes, line.sent, dials, line.cuts, again * 100);
        QVERIFY(dataSeconds >= 0 && dataSeconds <= 60);
        QVERIFY(line.cuts > 10);
        QVERIFY2(again <= 0.05, qPrintable(QString::number(again)));
    }
};

QTEST_GUILESS_MAIN(TestVanDay)
#include "tst_vanday.moc"
