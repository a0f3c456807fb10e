// SPDX-License-Identifier: Apache-2.0
#include "model/store/phonekey.h"

namespace Loket {

void putPhoneKey(std::string_view phone, std::string &key)
{
    key.clear();
    for (const char c : phone)
        if (c >= '0' && c <= '9')
            key += c;
    if (key.starts_with('0'))
        key.replace(0, 1, "62");
    else if (key.starts_with('8'))
        key.insert(0, "62");
}

QString phoneKey(QStringView phone)
{
    std::string key;
    putPhoneKey(phone.toUtf8().toStdString(), key);
    return QString::fromStdString(key);
}

} // namespace Loket
