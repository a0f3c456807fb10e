// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

namespace Loket {

/// Whether a change is allowed, and from when.
struct Permission {
    bool allowed = false;
    QString code;    ///< the problem that refuses it
    QDate earliest;  ///< from when it would be allowed; null: no date
    QDate effective; ///< when it takes effect; null: refused, or somebody else decides
    QString source;
};

} // namespace Loket
