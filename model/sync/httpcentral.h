// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "model/sync/httpline.h"
#include "model/vault/devicekey.h"

namespace Loket {

class Clock;

/// Who calls, and whom.
struct CentralAddress {
    QString url;    ///< "https://pusat.example:8443", with or without a path; "/v1/…" is put behind it
    QString device; ///< of this counter
    LineOptions line;
};

/// The centre over HTTPS (contracts.md §6): JSON both ways, packed when that helps, each request signed by
/// the device's key. Failures as CentralPort says; TLS that is not the centre's, and a lease that is not what
/// its proof says, are Untrusted. Whether the centre signed verdicts, leases, editions and manifests is
/// judged by who takes them, since the courier brings them too. A call that is answered 401 to 429 or 503
/// names the centre's code in the failure's detail. Blocks; one thread at a time.
class HttpCentral final : public CentralPort
{
public:
    /// `clock` outlives it, and so does `cancel`, which any thread may set.
    HttpCentral(CentralAddress address, DeviceKey key, const Clock &clock,
                const std::atomic_bool *cancel = nullptr);
    ~HttpCentral() override;

    /// Makes this device a counter. Asked again with the same code and keys it answers the same. `centre` and
    /// `ca` of the answer are filled in from the address.
    Outcome<Enrolment> enrol(const EnrolRequest &request);

    Outcome<Welcome> hello(const CounterState &state) override;
    Outcome<SubmitReply> submit(const QList<Envelope> &envelopes) override;
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds) override;
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override;
    Outcome<Nothing> returnLease(const QString &leaseId, qint64 next) override;
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override;
    Outcome<SnapshotManifest> snapshot() override;
    Outcome<QByteArray> snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit) override;
    Outcome<SignedText> edition(const QString &id) override;
    Outcome<QByteArray> carry(const QByteArray &sealed) override;
    Outcome<Nothing> wiped(const SignedText &receipt) override;

private:
    struct Call {
        QByteArray method;
        QByteArray target; ///< behind the address: "/v1/hello"
        QByteArray body = {};
        QByteArray type = "application/json";
        bool isPacked = true; ///< `body` may be packed
        QList<QByteArray> headers = {};
        qsizetype most = 1024 * 1024; ///< of the answer
        int idle = 0;
    };
    Outcome<LineAnswer> send(const Call &call);
    /// The body of an answer of 200 and the like, unpacked.
    Outcome<QByteArray> ask(const Call &call);
    /// Posts JSON and reads the answer by `read`.
    template <typename Reader>
    auto exchange(const Call &call, Reader read);
    Outcome<Nothing> checkCertificate(const QDateTime &told) const;

    const CentralAddress m_address;
    const DeviceKey m_key;
    const Clock &m_clock;
    HttpLine m_line;
};

} // namespace Loket
