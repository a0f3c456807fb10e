// SPDX-License-Identifier: Apache-2.0
#include "model/services/conflictresolution.h"

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/domain/casefields.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"
#include "model/services/effects.h"
#include "model/services/submission.h"
#include "model/services/voiding.h"
#include "model/store/audit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QString memberPlace(const Case &content, const ConflictGroup &group, const QString &field)
{
    for (int i = 0; i < content.family.members.size(); ++i) {
        const CaseMember &member = content.family.members.at(i);
        if (member.nik == group.member || member.name == group.member)
            return u"family.members[%1].%2"_s.arg(i).arg(field);
    }
    return {};
}

/// Where the case holds the value that becomes `field` of the family; empty: nowhere.
QString placeOf(const Case &content, const Rulebook &rulebook, const ConflictGroup &group,
                const QString &field)
{
    const Service *asked = service(rulebook, content.service);
    if (asked && asked->family == "new"_L1) {
        const QString path
            = group.member.isEmpty() ? u"family."_s + field : memberPlace(content, group, field);
        return fieldText(content, path).isEmpty() ? QString() : path;
    }
    const RuleTable &effects = rulebook.table(u"effects"_s);
    for (qsizetype i = 0; i < effects.size(); ++i) {
        const RuleRow row = effects.row(i);
        const QString path = row.cell(u"value"_s);
        if (row.list(u"service"_s).contains(content.service) && row.cell(u"field"_s) == field
            && !path.startsWith(u'=') && !path.contains(u':') && !fieldText(content, path).isEmpty())
            return path;
    }
    return {};
}

bool isDecided(const ConflictView &conflict, const ConflictDecision &decision)
{
    return std::all_of(conflict.groups.cbegin(), conflict.groups.cend(),
                       [&](const ConflictGroup &group) { return decision.sides.contains(group.key()); });
}

bool isAllTheirs(const ConflictView &conflict, const ConflictDecision &decision)
{
    return std::all_of(conflict.groups.cbegin(), conflict.groups.cend(), [&](const ConflictGroup &group) {
        return decision.sides.value(group.key()) == ConflictSide::Theirs;
    });
}

bool isInConflict(const ConflictView &conflict, const QString &member, const QString &field)
{
    return std::any_of(conflict.groups.cbegin(), conflict.groups.cend(), [&](const ConflictGroup &group) {
        return group.member == member
            && std::any_of(group.fields.cbegin(), group.fields.cend(), [&](const ConflictField &one) {
                   return one.field == field || one.field == "left"_L1; // who left has no other field
               });
    });
}

} // namespace

std::optional<Case> decidedContent(const ConflictView &conflict, const ConflictDecision &decision,
                                   const Rulebook &rulebook, bool fillsTheirs)
{
    Case content = conflict.record.content;
    content.corrects = conflict.record.id.text();
    content.id.clear();
    for (const ConflictGroup &group : conflict.groups) {
        const bool isMine = decision.sides.value(group.key()) == ConflictSide::Mine;
        content.overrides
            += {(isMine ? kConflictMine : kConflictTheirs).toString(), group.key(), decision.reason};
        for (const ConflictField &field : isMine ? QList<ConflictField>() : group.fields) {
            const QString place = placeOf(content, rulebook, group, field.field);
            if (place.isEmpty() && field.mine != field.base) // else the case says nothing of it
                return std::nullopt;
            if (place.isEmpty())
                continue;
            if (!fillsTheirs && place.startsWith("details."_L1))
                content.details.remove(place.mid(8));
            else if (!setFieldText(content, place, field.theirs))
                return std::nullopt;
        }
    }
    const Service *asked = service(rulebook, content.service);
    if (asked && (asked->family == "existing"_L1 || asked->family == "any"_L1) && conflict.revision > 0)
        content.details.insert("baseRevision"_L1, conflict.revision);
    return content;
}

ConflictResolution::ConflictResolution(Connection &connection, MirrorReader &mirror, const Context &context,
                                       const Clock &clock, const Actor &actor)
    : m_connection(connection)
    , m_mirror(mirror)
    , m_context(context)
    , m_clock(clock)
    , m_actor(actor)
{
}

Outcome<ConflictAnswer> ConflictResolution::run(const CaseId &id, const ConflictDecision &decision)
{
    const auto conflict = CentreInbox(m_connection).conflict(id);
    if (!conflict)
        return fail(conflict.error());
    if (!conflict.value())
        return ConflictAnswer{u"conflict.unknown"_s, {}, {}};
    if (!conflict.value()->isOpen())
        return ConflictAnswer{u"conflict.decided"_s, {}, {}};
    if (!isDecided(*conflict.value(), decision))
        return ConflictAnswer{u"conflict.open-group"_s, {}, {}};
    bool isWithdrawn = isAllTheirs(*conflict.value(), decision);
    if (isWithdrawn) {
        const auto more = asksForMore(*conflict.value());
        if (!more)
            return fail(more.error());
        isWithdrawn = !more.value();
    }
    auto answer = isWithdrawn ? withdraw(*conflict.value(), decision) : replace(*conflict.value(), decision);
    if (!answer || !answer.value().problem.isEmpty())
        return answer;
    if (const auto audited = audit(*conflict.value(), decision); !audited)
        return fail(audited.error());
    return answer;
}

/// Whether the case changes something of the family that was not in conflict: that is no less wanted.
Outcome<bool> ConflictResolution::asksForMore(const ConflictView &conflict) const
{
    const Case &content = conflict.record.content;
    const StoreLookup lookup(m_connection, m_mirror);
    const auto known
        = lookup.family(content.family.kk, content.family.card, content.date, {conflict.record.id.text()});
    if (lookup.failure())
        return fail(*lookup.failure());
    if (!known)
        return false;
    const FamilyEffect effect = effectOf(content, known, conflict.record.numbers, conflict.record.assessment,
                                         m_context.rulebooks->on(content.date), {});
    const bool addsSomebody
        = std::any_of(effect.added.cbegin(), effect.added.cend(), [&](const MemberView &one) {
              return !isInConflict(conflict, memberKey(one), u"name"_s);
          });
    return addsSomebody
        || std::any_of(effect.changes.cbegin(), effect.changes.cend(), [&](const FieldChange &change) {
               FamilyView changed = *known;
               return !isInConflict(conflict, change.member, change.field) && applyChange(changed, change)
                   && changed != *known;
           });
}

Outcome<ConflictAnswer> ConflictResolution::withdraw(const ConflictView &conflict,
                                                     const ConflictDecision &decision)
{
    const auto withdrawn
        = Voiding(m_connection, m_clock, m_actor).withdraw(conflict.record.id, decision.reason);
    if (!withdrawn)
        return fail(withdrawn.error());
    return ConflictAnswer{withdrawn.value(), {}, {}};
}

Outcome<ConflictAnswer> ConflictResolution::replace(const ConflictView &conflict,
                                                    const ConflictDecision &decision)
{
    const Rulebook &rulebook = m_context.rulebooks->on(conflict.record.content.date);
    ConflictAnswer answer{u"conflict.whole"_s, {}, {}};
    // What may be missing is left out, so that the new case changes nothing else; what the service asks for
    // is said with the centre's own value.
    for (const bool fills : {false, true}) {
        auto content = decidedContent(conflict, decision, rulebook, fills);
        if (!content)
            continue;
        content->id = CaseId(newUuid7(m_clock)).text();
        const auto saved = Submission(m_connection, m_mirror, m_context, m_clock, m_actor).run(*content);
        if (!saved)
            return fail(saved.error());
        if (saved.value().kind == Submitted::Kind::Saved)
            return ConflictAnswer{{}, content->id, {}};
        if (saved.value().kind == Submitted::Kind::Stopped)
            return ConflictAnswer{
                saved.value().assessment.problems.first().code, {}, saved.value().assessment};
        answer.problem = u"conflict.not-ready"_s;
        answer.assessment = saved.value().assessment;
    }
    return answer;
}

/// Which side was taken for what; the values stand in the case.
Outcome<Nothing> ConflictResolution::audit(const ConflictView &conflict, const ConflictDecision &decision)
{
    QStringList taken;
    for (const ConflictGroup &group : conflict.groups) {
        const bool isMine = decision.sides.value(group.key()) == ConflictSide::Mine;
        taken += group.group + (isMine ? u"=counter"_s : u"=centre"_s);
    }
    return appendAudit(m_connection,
                       {m_actor, m_clock.nowUtc(), u"conflict.decide"_s, conflict.record.id.text(),
                        taken.join(u' ') + u": "_s + decision.reason});
}

} // namespace Loket
