// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <optional>

namespace Loket {

enum class Sex { Male, Female };

/// "L" (laki-laki) or "P" (perempuan), as every Indonesian form writes it.
inline QChar sexLetter(Sex sex)
{
    return sex == Sex::Female ? u'P' : u'L';
}

/// None for anything but "L" and "P".
inline std::optional<Sex> sexFromLetter(QStringView letter)
{
    if (letter == u"L")
        return Sex::Male;
    if (letter == u"P")
        return Sex::Female;
    return std::nullopt;
}

} // namespace Loket
