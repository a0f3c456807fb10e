// SPDX-License-Identifier: Apache-2.0
#include "model/store/phonekey.h"

namespace Loket {

QString phoneKey(QStringView phone)
{
    QString digits;
    for (const QChar c : phone)
        if (c >= u'0' && c <= u'9')
            digits += c;
    if (digits.startsWith(u'0'))
        return QStringLiteral("62") + digits.mid(1);
    if (digits.startsWith(u'8'))
        return QStringLiteral("62") + digits;
    return digits;
}

} // namespace Loket
