// SPDX-License-Identifier: Apache-2.0
#include "model/desk/devices.h"

namespace Loket {

using namespace Qt::StringLiterals;

DeviceValue deviceValue(const Rulebook &rulebook, const QString &device, int careClass, const QString &part,
                        const QString &language, QDate day, RuleTrace *trace)
{
    const Facts facts{{u"device"_s, device}, {u"class"_s, QString::number(careClass)}, {u"part"_s, part}};
    const auto row = rulebook.table(u"devices"_s).first(facts, day, trace);
    Q_ASSERT_X(row, "deviceValue", qPrintable(device)); // the table is proven to answer every combination
    return {row->number(u"most"_s), row->number(u"years"_s),
            row->cell(language == "en"_L1 ? u"noteEn"_s : u"noteId"_s), row->fired()};
}

} // namespace Loket
