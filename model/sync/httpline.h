// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <atomic>
#include <memory>

namespace Loket {

/// How long a line is waited for, in seconds. There is no limit on a transfer that moves.
struct LinePatience {
    int connect = 15;
    int idle = 60; ///< without a byte
};

struct LineOptions {
    QByteArray ca;       ///< PEM; nothing else is trusted
    QString proxy;       ///< "http://proxy:3128"; empty: as the environment says (https_proxy, no_proxy)
    QDateTime knownTime; ///< what the centre said last: the true time is not before it. Null: nothing known
    LinePatience patience = {};
};

struct LineRequest {
    QByteArray method;         ///< "POST"
    QByteArray url;            ///< "https://…"
    QList<QByteArray> headers; ///< "Name: value"
    QByteArray body;
    qsizetype most = 0; ///< bytes of an answer's body as they come; more is a failure
    int idle = 0;       ///< seconds added to the patience, for answers that are held back
};

struct LineAnswer {
    int status = 0;
    QByteArray body;            ///< as it came
    QByteArray contentEncoding; ///< empty: none
    QByteArray uploadOffset;    ///< of the header Upload-Offset; empty: none
    int retryAfter = 0;         ///< seconds; 0: not said
};

/// A line to one HTTPS server: TLS 1.2 and above, kept alive, resumed, HTTP/2 where offered. Blocks. One
/// thread at a time; `cancel` may be set by any, and is looked at once a second at least.
///
/// **The clock.** A certificate that would be good but for its days is taken when it was still good at
/// `knownTime`, for a counter whose clock is a year wrong has to reach the centre that can tell it the time.
/// certificateDoubt() says that this happened, and the caller compares with the time that the centre tells.
class HttpLine
{
public:
    explicit HttpLine(LineOptions options, const std::atomic_bool *cancel = nullptr);
    ~HttpLine();
    Q_DISABLE_COPY_MOVE(HttpLine)

    /// Every status is an answer. Failures: Network, Cancelled, Untrusted (not the centre's certificate; the
    /// detail names both times when it is its days), BadInput (the certificate authority's file is none).
    Outcome<LineAnswer> ask(const LineRequest &request);

    struct Validity {
        QDateTime from, until; ///< UTC; null: there was no doubt
    };
    /// The days of a certificate that this device's clock stands outside of.
    Validity certificateDoubt() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Loket
