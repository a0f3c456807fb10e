// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QtGlobal>

#include <memory>
#include <string>

namespace Loket {

class Connection;

// The rows of mirror.db as they lie there, in UTF-8. Used where hundreds of thousands are written at once: a
// row object is filled again for every row, so its texts are allocated once.

struct MirrorFamilyRow {
    qint64 id = 0;
    std::string centralId, kk, segment;
    int careClass = 0;
    std::string va, status, phone, phoneKey, email, line, rt, rw, village, postcode, billing, bank, account,
        holder;
    std::string paidUntil, firstPaymentFrom, firstPaymentUntil;
    int revision = 1;
    std::string classSince, segmentSince, lastCovered;
    qint64 wage = 0;
    std::string employer, scheduled;
};

struct MirrorParticipantRow {
    qint64 id = 0;
    std::string centralId;
    qint64 familyId = 0;
    int position = 0;
    std::string relation, kin, nik, card, name, nameKey, birthPlace, birthDate, sex, marital, citizenship,
        passport;
    std::string fktp, dentist, status, photo, fktpSince, letterDate, validUntil;
};

/// Inserts rows through two statements of its own. Lives on the connection's thread and not longer than it.
class MirrorRows
{
public:
    explicit MirrorRows(Connection &connection);
    ~MirrorRows();
    Q_DISABLE_COPY_MOVE(MirrorRows)

    /// Within a transaction of the caller's.
    Outcome<Nothing> add(const MirrorFamilyRow &row);
    Outcome<Nothing> add(const MirrorParticipantRow &row);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Loket
