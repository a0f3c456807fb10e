// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Loket {

/// An entry of Qt's list of cameras.
struct ListedCamera {
    QString qtId; ///< a running number: another one after replugging, and in another run of the program
    QString name;
    friend bool operator==(const ListedCamera &, const ListedCamera &) = default;
};

/// Who is who in Qt's list. Qt 6.4 with GStreamer 1.22 lists every camera that is there at the beginning
/// twice, once found and a moment later once told, and when it is pulled out it forgets only one of the two.
/// The roll knows such pairs, and gives cameras ids that stay: their name, with a number when there are
/// several of it.
class CameraRoll
{
public:
    struct Seat {
        QString id;
        QString name;
        QString qtId;
        QString pairId = {}; ///< the same camera, listed again; empty: it was not
        friend bool operator==(const Seat &, const Seat &) = default;
    };

    /// Takes Qt's list as it is now. The first one has no pairs.
    void update(const QList<ListedCamera> &listed);
    /// From now on an unknown entry is another camera, also when its name is known.
    void endOfBeginning() { m_isBeginning = false; }
    const QList<Seat> &cameras() const { return m_seats; } ///< in Qt's order
    QString qtId(const QString &id) const;                 ///< empty: not there

private:
    void leave(const QStringList &listed);
    void arrive(const ListedCamera &camera);

    QList<Seat> m_seats;
    QStringList m_ghosts; ///< entries that Qt forgot to remove
    bool m_isFirst = true;
    bool m_isBeginning = true;
};

} // namespace Loket
