// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QMetaType>
#include <QString>

namespace Loket {

/// Why the outside world (disk, store, network, device) did not do what was asked.
enum class FailureKind {
    Missing,       ///< the store or file does not exist
    LockedByOther, ///< another process writes this store; detail holds its pid
    Busy,          ///< a lock was not had in time
    Full,          ///< no space left
    ReadOnly,      ///< may not be written
    Corrupt,       ///< damaged content
    Io,            ///< any other read or write error
    Newer,         ///< written by a newer program
    Wiped,         ///< everything was deleted here by an order of the centre
    Stale,         ///< somebody saved after this was read
    Network,       ///< the other side could not be reached, or the link was cut
    Later,         ///< the other side was reached and can't do it now; retryAfter says when, if it said
    Denied,        ///< the other side does not let us in
    Gone,          ///< what was asked for is no longer kept by the other side
    Untrusted,     ///< what came is not from who it should be from
    BadInput,      ///< the content can't be accepted; detail names the place
    Conflict,      ///< known id with other content
    Cancelled,     ///< given up by the user or by shutdown
    Internal       ///< a broken promise inside the program
};

/// `detail` is for the log and the console: English, no personal data.
struct Failure {
    FailureKind kind = FailureKind::Internal;
    QString detail;
    int retryAfter = 0; ///< seconds, of Later; 0: not said
    friend bool operator==(const Failure &, const Failure &) = default;
};

template <typename T>
using Outcome = Result<T, Failure>;

/// A short English word for the kind, for logs and the console.
QString failureWord(FailureKind kind);

} // namespace Loket

Q_DECLARE_METATYPE(Loket::Failure)
