// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace Loket {

/// The form in which phone numbers are searched: digits with the country code ("081234567890", "+62
/// 812-3456-7890" and "62812…" are all "6281234567890"; also a beginning of one, as it is typed). The only
/// function that makes phone_key.
QString phoneKey(QStringView phone);
/// The same of UTF-8, into a string that is used again.
void putPhoneKey(std::string_view phone, std::string &key);

} // namespace Loket
