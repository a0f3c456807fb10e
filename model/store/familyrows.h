// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/mirrorrows.h"
#include "model/store/views.h"

#include <QByteArrayView>

#include <memory>
#include <span>
#include <vector>

namespace Loket {

/// Turns families as the centre tells them ("loket-family/1") into the rows that mirror.db keeps, one after
/// the other and without a QJsonDocument between: a feed or a snapshot brings hundreds of thousands. Reads
/// what familyFromJson() reads, with the same answer. Row ids stay as they are. Used on one thread.
class FamilyRows
{
public:
    /// Bytes that may be read behind a text that is read in place.
    static constexpr size_t kPadding = 64;

    FamilyRows();
    ~FamilyRows();
    Q_DISABLE_COPY_MOVE(FamilyRows)

    /// False when it is no family; the rows hold nothing of use then.
    bool read(QByteArrayView json);
    /// The same without a copy; kPadding bytes behind it must be readable.
    bool readPadded(QByteArrayView json);
    void read(const FamilyView &family);

    MirrorFamilyRow &family() { return m_family; }
    const MirrorFamilyRow &family() const { return m_family; }
    std::span<MirrorParticipantRow> members() { return {m_members.data(), m_size}; }
    std::span<const MirrorParticipantRow> members() const { return {m_members.data(), m_size}; }

private:
    struct Reading;
    MirrorParticipantRow &nextMember();

    MirrorFamilyRow m_family;
    std::vector<MirrorParticipantRow> m_members; ///< of the largest family so far
    size_t m_size = 0;
    std::unique_ptr<Reading> m_reading;
};

} // namespace Loket
