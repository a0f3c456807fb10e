// SPDX-License-Identifier: Apache-2.0
#include "app/devices/cameraroll.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

void CameraRoll::leave(const QStringList &listed)
{
    m_ghosts.removeIf([&](const QString &ghost) { return !listed.contains(ghost); });
    for (const Seat &seat : std::as_const(m_seats)) {
        const bool isOneLeft
            = !seat.pairId.isEmpty() && listed.contains(seat.qtId) != listed.contains(seat.pairId);
        if (isOneLeft)
            m_ghosts += listed.contains(seat.qtId) ? seat.qtId : seat.pairId;
    }
    m_seats.removeIf([&](const Seat &seat) {
        return !listed.contains(seat.qtId) || (!seat.pairId.isEmpty() && !listed.contains(seat.pairId));
    });
}

void CameraRoll::arrive(const ListedCamera &camera)
{
    if (m_isBeginning && !m_isFirst) {
        const auto pair = std::find_if(m_seats.begin(), m_seats.end(), [&](const Seat &seat) {
            return seat.name == camera.name && seat.pairId.isEmpty();
        });
        if (pair != m_seats.end()) {
            pair->pairId = camera.qtId;
            return;
        }
    }
    const auto isTaken = [this](const QString &id) {
        return std::any_of(m_seats.cbegin(), m_seats.cend(), [&](const Seat &seat) { return seat.id == id; });
    };
    QString id = camera.name;
    for (int number = 2; isTaken(id); ++number)
        id = u"%1 (%2)"_s.arg(camera.name).arg(number);
    m_seats.append({id, camera.name, camera.qtId});
}

void CameraRoll::update(const QList<ListedCamera> &listed)
{
    QStringList ids;
    for (const ListedCamera &camera : listed)
        ids += camera.qtId;
    leave(ids);
    for (const ListedCamera &camera : listed) {
        const bool isKnown = std::any_of(m_seats.cbegin(), m_seats.cend(), [&](const Seat &seat) {
            return seat.qtId == camera.qtId || seat.pairId == camera.qtId;
        });
        if (!isKnown && !m_ghosts.contains(camera.qtId))
            arrive(camera);
    }
    m_isFirst = false;
}

QString CameraRoll::qtId(const QString &id) const
{
    for (const Seat &seat : m_seats) {
        if (seat.id == id)
            return seat.qtId;
    }
    return {};
}

} // namespace Loket
