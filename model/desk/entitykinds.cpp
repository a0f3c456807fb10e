// SPDX-License-Identifier: Apache-2.0
#include "model/desk/entitykinds.h"

namespace Loket {

using namespace Qt::StringLiterals;

EntityProofs entityProofs(const Rulebook &rulebook, const QString &kind, const QString &licenceState,
                          QDate day, RuleTrace *trace)
{
    const auto row = rulebook.table(u"entity-kinds"_s).first({{u"kind"_s, kind}}, day, trace);
    Q_ASSERT_X(row, "entityProofs", qPrintable(kind)); // the table is proven to answer every kind
    EntityProofs out;
    out.documents = row->list(u"documents"_s);
    if (licenceState == "in-process"_L1)
        out.instead = row->list(u"inProcess"_s);
    else if (licenceState == "renewal"_L1)
        out.instead = row->list(u"renewal"_s);
    out.npwp = row->cell(u"npwp"_s);
    out.rule = row->fired();
    return out;
}

} // namespace Loket
