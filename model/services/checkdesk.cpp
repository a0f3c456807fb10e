// SPDX-License-Identifier: Apache-2.0
// What the desk asks of companies and before it prints a card, and the class that a wage or rank gives.
#include "model/desk/cardrules.h"
#include "model/desk/entitykinds.h"
#include "model/rulebook/codes.h"
#include "model/services/assesschecks.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHighestWage = 999'999'999'999'999;

} // namespace

void checkEntity(Assessing &at)
{
    const QString kind = at.text(u"details.entityKind"_s);
    if (!isCode(u"entity-kind"_s, kind))
        return;
    const EntityProofs proofs
        = entityProofs(at.rules, kind, at.text(u"details.licenceState"_s), at.c.date, &at.trace);
    // A kind without a licence has none that could be in process.
    at.askDocument(proofs.instead.isEmpty() ? proofs.documents : proofs.instead, proofs.rule);
    const QString npwp = at.text(u"details.npwp"_s);
    const bool hasNone = proofs.npwp == "none"_L1;
    if (npwp.isEmpty() && !hasNone)
        Assessing::because(at.error(u"details.npwp"_s, u"field.required"_s, {{"field"_L1, u"detail.npwp"_s}}),
                           proofs.rule);
    else if (!npwp.isEmpty() && hasNone)
        Assessing::because(at.warning(u"details.npwp"_s, u"field.unused"_s, {{"field"_L1, u"detail.npwp"_s}}),
                           proofs.rule);
}

void checkCard(Assessing &at)
{
    if (!at.person)
        return;
    const CardPermission card = cardPermission(at.rules, at.facts().value(u"status"_s), at.segment(),
                                               !at.person->nik.isEmpty(), at.c.date, &at.trace);
    const QString path
        = at.service->fields.contains(u"detail.printReason"_s) ? u"details.printReason"_s : QString();
    if (!card.refusal.isEmpty())
        Assessing::because(at.refusal(u"details.member"_s, card.refusal), card.rule);
    else if (card.needsReason && !path.isEmpty() && at.text(path).isEmpty())
        Assessing::because(at.error(path, u"card.digital-first"_s), card.rule);
}

void checkReprint(Assessing &at)
{
    const QString reason = at.text(u"details.reprintReason"_s);
    if (!isCode(u"reprint-reason"_s, reason))
        return;
    const bool isOther = !at.text(u"details.collector"_s).isEmpty();
    for (const ReprintNeed &need : reprintNeeds(at.rules, reason, isOther, at.c.date, &at.trace))
        at.askDocument(need.documents, need.rule);
}

void checkEntitlement(Assessing &at)
{
    const QString next = at.text(u"details.newSegment"_s);
    const QString newClass = at.text(u"details.newClass"_s);
    const QString typed = newClass.isEmpty() && at.c.family.careClass != 0
        ? QString::number(at.c.family.careClass)
        : newClass;
    qint64 wage = 0;
    for (const QString &path : {u"details.newWage"_s, u"details.wage"_s, u"details.pension"_s}) {
        if (wage == 0)
            wage = at.typedNumber(path).value_or(0);
    }
    const QString rank = at.text(u"details.rank"_s).section(u'/', 0, 0).trimmed().toUpper();
    Facts facts{{u"segment"_s, next.isEmpty() ? at.segment() : next},
                {u"rank"_s, rank},
                {u"wage"_s, wage == 0 ? QString() : QString::number(wage)}};
    const RuleTable &table = at.rules.table(u"class-by-wage"_s);
    // What is not told matters only where another rank or wage would give another class.
    for (const QString &fact : {u"rank"_s, u"wage"_s}) {
        Facts lowest = facts;
        Facts highest = facts;
        lowest.insert(fact, fact == "rank"_L1 ? u"I"_s : u"0"_s);
        highest.insert(fact, fact == "rank"_L1 ? u"IV"_s : QString::number(kHighestWage));
        const auto low = table.first(lowest, at.c.date, nullptr);
        const auto high = table.first(highest, at.c.date, nullptr);
        if (facts.value(fact).isEmpty() && low && high && low->cell(u"class"_s) != high->cell(u"class"_s))
            return;
    }
    const auto row = typed.isEmpty() ? std::nullopt : table.first(facts, at.c.date, &at.trace);
    if (!row || row->cell(u"class"_s) == typed)
        return;
    Assessing::because(at.warning(newClass.isEmpty() ? u"family.class"_s : u"details.newClass"_s,
                                  u"class.by-wage"_s, {{"class"_L1, row->cell(u"class"_s)}}),
                       *row);
}

} // namespace Loket
