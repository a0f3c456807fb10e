// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/centrebook.h"
#include "model/services/assess.h"

namespace Loket {

class DeviceKey;

/// Where envelopes come in at a centre: whose they are, whether they are whole, and in which order they
/// count. What follows the counter's chain is decided at once, by CentreJudge; what comes after a gap is kept
/// until the gap is closed. Every call is within one transaction of the caller's on the book; when it fails,
/// that has to be rolled back. One thread at a time.
class CentreDesk
{
public:
    /// Nothing is owned. `context`'s lookup and day are not used. `signer`: signs verdicts; null: they are
    /// not signed (the trial centre). `today`: the centre's day.
    CentreDesk(CentreBook &book, const Context &context, const DeviceKey *signer, QDate today);

    /// One envelope that `device` sent, or that was carried for it. Any number of times, in any order.
    Outcome<Receipt> receive(const QString &device, const Envelope &envelope);

private:
    Outcome<Receipt> receiveNew(CentreDevice &device, const Envelope &envelope);
    Outcome<std::optional<Receipt>> misplaced(CentreDevice &device, const Envelope &envelope,
                                              const EnvelopeHeader &header);
    Outcome<Nothing> keepAside(const CentreDevice &device, const Envelope &envelope, qint64 seq);
    Outcome<Nothing> beginGeneration(CentreDevice &device, const EnvelopeHeader &header);
    Outcome<Nothing> decideInOrder(CentreDevice &device);
    Outcome<Nothing> decideNext(CentreDevice &device, const Envelope &envelope, bool isChained);

    CentreBook &m_book;
    const Context &m_context;
    const DeviceKey *m_signer;
    const QDate m_today;
};

} // namespace Loket
