// SPDX-License-Identifier: Apache-2.0
#include "model/domain/blobname.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

bool isBlobName(const QString &name)
{
    constexpr auto prefix = "sha256:"_L1;
    constexpr qsizetype hexDigits = 64;
    return name.size() == prefix.size() + hexDigits && name.startsWith(prefix)
        && std::all_of(name.cbegin() + prefix.size(), name.cend(),
                       [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

} // namespace Loket
