// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

#include <memory>
#include <optional>

namespace Loket {

struct Facility {
    QString code; ///< "0138U020"
    QString name;
    QString kind; ///< puskesmas | klinik | dokter | gigi | rs-d
    QString area; ///< regency or city, for the picker
    friend bool operator==(const Facility &, const Facility &) = default;
};

/// The FKTP and dentist list. Read-only after construction, any thread.
class FacilityIndex
{
public:
    explicit FacilityIndex(QList<Facility> facilities);
    /// The small fictitious list of a trial store (compiled in).
    static std::shared_ptr<const FacilityIndex> trial();

    std::optional<Facility> facility(const QString &code) const;
    /// Every typed word occurs in code, name or area; at most `limit`, primary care before dentists.
    QList<Facility> find(QStringView typed, int limit) const;
    const QList<Facility> &all() const { return m_all; }

private:
    QList<Facility> m_all;
    QHash<QString, qsizetype> m_byCode;
};

} // namespace Loket
