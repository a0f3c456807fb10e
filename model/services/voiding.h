// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"
#include "model/store/views.h"

namespace Loket {

class Clock;
class Connection;

/// The service word of the envelope that takes a case back.
inline constexpr QStringView kVoidService = u"VOID";

/// Takes back a case that was saved today and not sent yet, or that the centre sent back and that nobody
/// will correct, in the caller's transaction: the case becomes void, its pending effect goes, its numbers are
/// spoilt for good. Its envelope can't be unmade, so another one that names it in `corrects` follows in the
/// chain, and the centre takes back what it did. This can't be undone.
class Voiding
{
public:
    Voiding(Connection &connection, const Clock &clock, const Actor &actor);

    /// Empty: done. Else why not, and nothing was changed: void.unknown, void.done (it is void already),
    /// void.sent (the centre may have it), void.other-day, void.correction (correct it again instead),
    /// void.built-on (a later case needs it).
    Outcome<QString> run(const CaseId &id, const QString &reason);
    /// The same for a case that the centre could not merge, on any day: the centre's values stay. Empty:
    /// done; else void.unknown, or conflict.decided (it is in conflict no longer).
    Outcome<QString> withdraw(const CaseId &id, const QString &reason);

private:
    Outcome<QString> takeBack(const CaseRecord &record, const QString &reason);
    Outcome<QString> problemOf(const std::optional<CaseRecord> &record) const;
    Outcome<Nothing> send(const CaseRecord &spoilt, const QString &reason);

    Connection &m_connection;
    const Clock &m_clock;
    const Actor &m_actor;
};

} // namespace Loket
