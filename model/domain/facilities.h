// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

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
    /// Of two facilities with the same code the first counts.
    explicit FacilityIndex(QList<Facility> facilities);
    /// "code,name,kind,area" below a line of these words, as the built-in list is. The error names the line
    /// and what is wrong with it: a code that is none or stands twice, a kind that is none, an empty name, no
    /// line.
    static Result<std::shared_ptr<const FacilityIndex>, QString> read(const QByteArray &csv);
    /// The small fictitious list of a trial store (compiled in).
    static std::shared_ptr<const FacilityIndex> trial();

    std::optional<Facility> facility(const QString &code) const;
    /// Every typed word occurs in code, name or area; at most `limit`. The one with exactly this code first,
    /// then primary care before dentists, then names that begin with the typed text, then by name. Nothing
    /// typed finds all.
    QList<Facility> find(QStringView typed, int limit) const;
    const QList<Facility> &all() const { return m_all; }

private:
    struct Keys {
        QString code; ///< lower case
        QString name; ///< nameKey()
        QString area;
    };
    QList<Facility> m_all;
    QList<Keys> m_keys; ///< of m_all, index by index
    QHash<QString, qsizetype> m_byCode;
};

} // namespace Loket
