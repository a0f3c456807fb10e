// SPDX-License-Identifier: Apache-2.0
#include "model/dues/phkproofs.h"

#include "model/rulebook/codes.h"

namespace Loket {

using namespace Qt::StringLiterals;

QList<PhkProof> phkProofs(const Rulebook &rulebook, const QString &kind, QDate day, RuleTrace *trace)
{
    QList<PhkProof> out;
    for (const RuleRow &row : rulebook.table(u"phk-proofs"_s).all({{u"kind"_s, kind}}, day, trace))
        out += {row.list(u"documents"_s), row.fired()};
    return out;
}

QStringList phkKinds(const Rulebook &rulebook, QDate day)
{
    QStringList out;
    for (const QString &kind : codesOf(u"phk-kind"_s)) {
        if (!phkProofs(rulebook, kind, day, nullptr).isEmpty())
            out += kind;
    }
    return out;
}

} // namespace Loket
