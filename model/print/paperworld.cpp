// SPDX-License-Identifier: Apache-2.0
#include "model/print/paperworld.h"

#include "model/domain/regions.h"

#include <QStringList>

namespace Loket {

using namespace Qt::StringLiterals;

QString addressText(const Address &address, const RegionIndex *regions)
{
    QStringList parts;
    if (!address.line.trimmed().isEmpty())
        parts += address.line.simplified();
    QStringList ward;
    if (!address.rt.isEmpty())
        ward += u"RT "_s + address.rt;
    if (!address.rw.isEmpty())
        ward += u"RW "_s + address.rw;
    if (!ward.isEmpty())
        parts += ward.join(u'/');
    const auto village = regions ? regions->village(address.village) : std::nullopt;
    if (village)
        parts << village->village << village->district << village->regency << village->province;
    else if (!address.village.isEmpty())
        parts += address.village;
    QString text = parts.join(u", "_s);
    if (!address.postcode.isEmpty())
        text += (text.isEmpty() ? QString() : u" "_s) + address.postcode;
    return text;
}

} // namespace Loket
