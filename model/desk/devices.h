// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QString>

namespace Loket {

/// What is paid for an assistive device (handbook p.82-83).
struct DeviceValue {
    qint64 most = 0;  ///< rupiah
    qint64 years = 0; ///< not again before
    QString note;     ///< in the language asked for
    FiredRule rule;
    /// The first day on which another one is paid for.
    QDate againFrom(QDate last) const { return last.addYears(int(years)); }
};
/// `device`: a code of the kind device. `part`: "full" or "jaw" of a dental prosthesis; of anything else it
/// is not looked at.
DeviceValue deviceValue(const Rulebook &, const QString &device, int careClass, const QString &part,
                        const QString &language, QDate day, RuleTrace *);

} // namespace Loket
