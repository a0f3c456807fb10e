// SPDX-License-Identifier: Apache-2.0
#include "model/centre/merge.h"

#include "model/rulebook/rulebook.h"
#include "model/store/familyjson.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// How the edition in force groups fields.
class Groups
{
public:
    Groups(const Rulebook &rulebook, RuleTrace *trace)
        : m_table(rulebook.table(u"merge-groups"_s))
        , m_trace(trace)
    {
    }
    QString of(const QString &field) const { return word(field, u"group"_s, u"other"_s); }
    /// What the edition knows no group for a person looks at.
    QString ifBoth(const QString &field) const { return word(field, u"both"_s, u"person"_s); }
    QString ifLater(const QString &field) const { return word(field, u"later"_s, u"person"_s); }
    /// In the order of the table.
    QStringList fieldsOf(const QString &group) const
    {
        QStringList fields;
        for (qsizetype i = 0; i < m_table.size(); ++i) {
            const RuleRow row = m_table.row(i);
            if (row.cell(u"group"_s) == group)
                fields += row.cell(u"field"_s);
        }
        return fields;
    }

private:
    QString word(const QString &field, const QString &column, const QString &otherwise) const
    {
        // The billing address is asked for as a part of the address.
        const QString key = field.startsWith("billing."_L1) ? u"address."_s + field.mid(8) : field;
        const auto row = m_table.byKey(key, {}, m_trace);
        return row ? row->cell(column) : otherwise;
    }

    const RuleTable &m_table;
    RuleTrace *m_trace;
};

QJsonValue valueAt(const QJsonObject &object, const QString &field)
{
    QJsonValue value = object;
    for (const QString &part : field.split(u'.'))
        value = value[part];
    return value;
}

const MemberView *memberOf(const FamilyView &family, const QString &key)
{
    const auto found
        = std::find_if(family.members.cbegin(), family.members.cend(), [&](const MemberView &one) {
              return memberKey(one) == key || (!key.isEmpty() && (one.nik == key || one.card == key));
          });
    return found == family.members.cend() ? nullptr : &*found;
}

/// A family whose fields are asked for by name. Only the part that is asked for is written out, once: a
/// merge asks for one or two fields of each step.
class Named
{
public:
    /// The family outlives it.
    explicit Named(const FamilyView &family)
        : m_family(&family)
    {
    }
    /// Of a member or ("") of the family. Empty: nothing, or no such member or field.
    QString text(const QString &member, const QString &field) const
    {
        if (member.isEmpty()) {
            const QString place
                = field.startsWith("billing."_L1) ? u"billingAddress."_s + field.mid(8) : field;
            return valueAt(whole(), place).toVariant().toString();
        }
        const MemberView *one = memberOf(*m_family, member);
        if (field == "left"_L1)
            return one ? QString() : u"yes"_s;
        return one ? written(*one).value(field).toVariant().toString() : QString();
    }

private:
    /// Without its members.
    const QJsonObject &whole() const
    {
        if (m_whole.isEmpty())
            m_whole = familyHeadToJson(*m_family);
        return m_whole;
    }
    const QJsonObject &written(const MemberView &member) const
    {
        QJsonObject &object = m_members[&member - m_family->members.constData()];
        if (object.isEmpty())
            object = memberToJson(member);
        return object;
    }

    const FamilyView *m_family;
    mutable QJsonObject m_whole;
    mutable QHash<qsizetype, QJsonObject> m_members;
};

/// A ForeignStep whose fields are asked for by name.
struct NamedStep {
    std::optional<Named> before;
    Named after;
};

QList<NamedStep> namedSteps(const QList<ForeignStep> &steps)
{
    QList<NamedStep> named;
    for (const ForeignStep &step : steps)
        named
            += NamedStep{step.before ? std::optional<Named>(*step.before) : std::nullopt, Named(step.after)};
    return named;
}

struct GroupKey {
    QString group, member;
    friend bool operator==(const GroupKey &, const GroupKey &) = default;
};

/// Whether others changed the field, and from which value. A step whose beginning is not kept counts as a
/// change.
std::optional<QString> foreignBase(const QList<NamedStep> &steps, const QString &member, const QString &field)
{
    for (const NamedStep &step : steps) {
        if (!step.before)
            return QString();
        const QString before = step.before->text(member, field);
        if (before != step.after.text(member, field))
            return before;
    }
    return std::nullopt;
}

bool isSameMember(const FamilyView &family, const QString &one, const QString &other)
{
    if (one == other)
        return true;
    const MemberView *member = one.isEmpty() || other.isEmpty() ? nullptr : memberOf(family, one);
    return member && member == memberOf(family, other);
}

/// What others decided for a later day since the case was made, and nobody took back.
QList<FieldChange> plannedByOthers(const QList<ForeignStep> &steps, const FamilyView &now)
{
    QList<FieldChange> planned;
    for (const FieldChange &change : now.scheduled) {
        const bool isNew = std::any_of(steps.cbegin(), steps.cend(), [&](const ForeignStep &step) {
            return step.after.scheduled.contains(change)
                && !(step.before && step.before->scheduled.contains(change));
        });
        if (isNew)
            planned += change;
    }
    return planned;
}

bool wasPaidSince(const QList<NamedStep> &steps)
{
    return foreignBase(steps, {}, u"paidUntil"_s).has_value();
}

QJsonObject conflictField(const QString &field, const QString &base, const QString &mine,
                          const QString &theirs)
{
    return {{u"field"_s, field}, {u"base"_s, base}, {u"mine"_s, mine}, {u"theirs"_s, theirs}};
}

class Merger
{
public:
    Merger(const Groups &groups, const QList<ForeignStep> &steps, const FamilyView &now,
           const FamilyEffect &mine)
        : m_groupsOf(groups)
        , m_steps(namedSteps(steps))
        , m_planned(plannedByOthers(steps, now))
        , m_now(now)
        , m_named(now)
        , m_mine(mine)
    {
    }
    Merged run()
    {
        m_merged.effect = m_mine;
        m_merged.effect.changes.clear();
        QList<GroupKey> seen;
        for (const FieldChange &change : m_mine.changes) {
            const GroupKey key{m_groupsOf.of(change.field), change.member};
            if (seen.contains(key))
                continue;
            seen += key;
            mergeGroup(key);
        }
        mergeAdded();
        if (!m_groups.isEmpty())
            m_merged.conflict = {{u"format"_s, u"loket-conflict/1"_s},
                                 {u"revision"_s, m_now.revision},
                                 {u"groups"_s, m_groups}};
        return m_merged;
    }

private:
    void mergeGroup(const GroupKey &key)
    {
        QList<FieldChange> mine;
        std::copy_if(m_mine.changes.cbegin(), m_mine.changes.cend(), std::back_inserter(mine),
                     [&](const FieldChange &one) {
                         return one.member == key.member && m_groupsOf.of(one.field) == key.group;
                     });
        const MemberView *member = key.member.isEmpty() ? nullptr : memberOf(m_now, key.member);
        if (!key.member.isEmpty() && !member) {
            addConflict(
                {u"membership"_s, key.member},
                {conflictField(u"left"_s, {}, mine.first().field + u'=' + mine.first().value, u"yes"_s)});
            return;
        }
        if (member && member->status == "MENINGGAL"_L1 && key.group != "end"_L1
            && foreignBase(m_steps, key.member, u"status"_s)) {
            m_merged.isLate = true;
            return;
        }
        const QJsonArray now = differences(key, mine);
        const QJsonArray later = plannedDifferences(key, mine);
        if (needsPerson(now, &Groups::ifBoth)) {
            addConflict(key, now);
        } else if (needsPerson(later, &Groups::ifLater)) {
            addConflict(key, later);
        } else {
            note(mine, later);
            m_merged.effect.changes += mine;
        }
    }

    /// Fields of the group that both sides changed, or that the group ties together, and that end
    /// differently.
    QJsonArray differences(const GroupKey &key, const QList<FieldChange> &mine) const
    {
        QStringList fields = m_groupsOf.fieldsOf(key.group);
        for (const FieldChange &one : mine) {
            if (!fields.contains(one.field))
                fields += one.field;
        }
        QJsonArray list;
        bool isForeign = false;
        for (const QString &field : fields) {
            const auto base = foreignBase(m_steps, key.member, field);
            const QString theirs = m_named.text(key.member, field);
            const FieldChange *own = changeOf(mine, field);
            const QString wanted = own ? own->value : base.value_or(theirs);
            isForeign = isForeign || base || (own && isEnd(*own) && wasPaidSince(m_steps));
            if (wanted != theirs)
                list += conflictField(field, base.value_or(theirs), wanted, theirs);
        }
        return isForeign ? list : QJsonArray();
    }

    /// The same against what others decided for a later day.
    QJsonArray plannedDifferences(const GroupKey &key, const QList<FieldChange> &mine) const
    {
        QList<FieldChange> theirs;
        std::copy_if(
            m_planned.cbegin(), m_planned.cend(), std::back_inserter(theirs), [&](const FieldChange &one) {
                return m_groupsOf.of(one.field) == key.group && isSameMember(m_now, one.member, key.member);
            });
        QStringList fields;
        for (const FieldChange &one : mine + theirs) {
            if (!theirs.isEmpty() && !fields.contains(one.field))
                fields += one.field;
        }
        QJsonArray list;
        for (const QString &field : std::as_const(fields)) {
            const QString now = m_named.text(key.member, field);
            const FieldChange *own = changeOf(mine, field), *other = changeOf(theirs, field);
            const QString wanted = own ? own->value : now;
            const QString decided = other ? other->value : now;
            if (wanted != decided)
                list += conflictField(field, now, wanted, decided);
        }
        return list;
    }

    /// The last that is said of the field; null: nothing.
    static const FieldChange *changeOf(const QList<FieldChange> &changes, const QString &field)
    {
        const auto found = std::find_if(changes.crbegin(), changes.crend(),
                                        [&](const FieldChange &one) { return one.field == field; });
        return found == changes.crend() ? nullptr : &*found;
    }

    static bool isEnd(const FieldChange &change)
    {
        return change.field == "left"_L1 || (change.field == "status"_L1 && change.value == "MENINGGAL"_L1);
    }

    bool needsPerson(const QJsonArray &fields, QString (Groups::*rule)(const QString &) const) const
    {
        return std::any_of(fields.cbegin(), fields.cend(), [&](const QJsonValue &one) {
            const QString word = (m_groupsOf.*rule)(one["field"_L1].toString());
            return word == "person"_L1 || (word == "paid"_L1 && wasPaidSince(m_steps));
        });
    }

    /// Where both sides said something else and the newer one is taken.
    void note(const QList<FieldChange> &mine, const QJsonArray &later)
    {
        for (const FieldChange &one : mine) {
            const bool isPlanned = std::any_of(later.cbegin(), later.cend(), [&](const QJsonValue &field) {
                return field["field"_L1] == one.field && field["theirs"_L1] != field["base"_L1];
            });
            if (isPlanned
                || (one.value != m_named.text(one.member, one.field)
                    && foreignBase(m_steps, one.member, one.field)))
                m_merged.notes += one.field;
        }
    }

    /// The union of what both sides added; who is there already under another card needs a person.
    void mergeAdded()
    {
        for (const MemberView &one : m_mine.added) {
            const auto same
                = std::find_if(m_now.members.cbegin(), m_now.members.cend(), [&](const MemberView &other) {
                      return !one.nik.isEmpty() && other.nik == one.nik && other.card != one.card;
                  });
            if (same != m_now.members.cend() && foreignBase(m_steps, memberKey(*same), u"name"_s))
                addConflict({u"membership"_s, memberKey(one)},
                            {conflictField(u"name"_s, {}, one.name, same->name)});
        }
    }

    void addConflict(const GroupKey &key, const QJsonArray &fields)
    {
        m_groups += QJsonObject{{u"group"_s, key.group}, {u"member"_s, key.member}, {u"fields"_s, fields}};
    }

    const Groups &m_groupsOf;
    const QList<NamedStep> m_steps;
    const QList<FieldChange> m_planned;
    const FamilyView &m_now;
    const Named m_named;
    const FamilyEffect &m_mine;
    Merged m_merged;
    QJsonArray m_groups;
};

} // namespace

QString mergeGroupOf(const Rulebook &rulebook, const QString &field)
{
    return Groups(rulebook, nullptr).of(field);
}

Merged mergeChanges(const Rulebook &rulebook, const QList<ForeignStep> &steps, const FamilyView &now,
                    const FamilyEffect &mine, RuleTrace *trace)
{
    const Groups groups(rulebook, trace);
    return Merger(groups, steps, now, mine).run();
}

FamilyView withoutReplaced(const Rulebook &rulebook, FamilyView family, const QList<FieldChange> &changes,
                           const QStringList &groups)
{
    const FamilyView now = family;
    family.scheduled.removeIf([&](const FieldChange &planned) {
        const QString group = mergeGroupOf(rulebook, planned.field);
        return std::any_of(changes.cbegin(), changes.cend(),
                           [&](const FieldChange &one) {
                               return one.field == planned.field
                                   && isSameMember(now, one.member, planned.member);
                           })
            || std::any_of(groups.cbegin(), groups.cend(), [&](const QString &key) {
                   return key.section(u' ', 0, 0) == group
                       && isSameMember(now, key.section(u' ', 1), planned.member);
               });
    });
    return family;
}

} // namespace Loket
