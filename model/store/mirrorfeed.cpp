// SPDX-License-Identifier: Apache-2.0
#include "model/store/mirrorfeed.h"

#include "model/store/connection.h"
#include "model/store/mirrorapply.h"

namespace Loket {

Outcome<bool> putFamily(Connection &connection, const FamilyView &family, const QDateTime &at)
{
    FamilyRows rows;
    rows.read(family);
    return MirrorApply(connection).put(rows, at);
}

Outcome<bool> dropFamily(Connection &connection, const QString &kk, int revision)
{
    return MirrorApply(connection).drop(kk, revision);
}

} // namespace Loket
