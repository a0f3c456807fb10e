// SPDX-License-Identifier: Apache-2.0
#include "model/dues/wholenumbers.h"

namespace Loket {

using namespace Qt::StringLiterals;

std::optional<InputError> findFraction(const QByteArray &json)
{
    QByteArray lastText; // the key, when a number follows
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (c == '"') {
            const qsizetype start = ++i;
            while (i < json.size() && json.at(i) != '"')
                i += json.at(i) == '\\' ? 2 : 1;
            lastText = json.mid(start, i - start);
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            const qsizetype start = i;
            while (i + 1 < json.size() && QByteArrayView("+-.eE0123456789").contains(json.at(i + 1)))
                ++i;
            const QByteArray number = json.mid(start, i + 1 - start);
            if (number.contains('.') || number.contains('e') || number.contains('E'))
                return InputError{QString::fromUtf8(lastText), u"must be a whole number"_s};
        }
    }
    return std::nullopt;
}

} // namespace Loket
