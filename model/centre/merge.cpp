// SPDX-License-Identifier: Apache-2.0
#include "model/centre/merge.h"

#include "model/store/familyjson.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// Which fields belong together. A judgement of the design (reliability.md B.9), not a rule of the insurance.
const QHash<QString, QString> &groupTable()
{
    static const QHash<QString, QString> table = {
        {u"nik"_s, u"identity"_s},        {u"name"_s, u"identity"_s},       {u"birthDate"_s, u"identity"_s},
        {u"birthPlace"_s, u"identity"_s}, {u"sex"_s, u"identity"_s},        {u"phone"_s, u"contact"_s},
        {u"email"_s, u"contact"_s},       {u"status"_s, u"end"_s},          {u"left"_s, u"end"_s},
        {u"kk"_s, u"membership"_s},       {u"relation"_s, u"membership"_s},
    };
    return table;
}

QStringList fieldsOf(const QString &group)
{
    if (group == "address"_L1)
        return {u"address.line"_s, u"address.rt"_s, u"address.rw"_s, u"address.village"_s,
                u"address.postcode"_s};
    if (group == "bank"_L1)
        return {u"bank.code"_s, u"bank.account"_s, u"bank.holder"_s};
    QStringList fields = groupTable().keys(group);
    std::sort(fields.begin(), fields.end());
    return fields;
}

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

/// A family whose fields are asked for by name.
class Named
{
public:
    /// The family outlives it.
    explicit Named(const FamilyView &family)
        : m_family(&family)
        , m_whole(familyToJson(family))
    {
    }
    /// Of a member or ("") of the family. Empty: nothing, or no such member or field.
    QString text(const QString &member, const QString &field) const
    {
        if (member.isEmpty()) {
            const QString place
                = field.startsWith("billing."_L1) ? u"billingAddress."_s + field.mid(8) : field;
            return valueAt(m_whole, place).toVariant().toString();
        }
        const MemberView *one = memberOf(*m_family, member);
        if (field == "left"_L1)
            return one ? QString() : u"yes"_s;
        if (!one)
            return {};
        const qsizetype index = one - m_family->members.constData();
        return m_whole.value("members"_L1).toArray().at(index)[field].toVariant().toString();
    }

private:
    const FamilyView *m_family;
    QJsonObject m_whole;
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
    Merger(const QList<ForeignStep> &steps, const FamilyView &now, const FamilyEffect &mine)
        : m_steps(namedSteps(steps))
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
            const GroupKey key{mergeGroupOf(change.field), change.member};
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
                         return one.member == key.member && mergeGroupOf(one.field) == key.group;
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
        const QJsonArray differing = differences(key, mine);
        if (differing.isEmpty() || !needsPerson(key)) {
            for (const FieldChange &one : mine) {
                if (one.value != m_named.text(one.member, one.field)
                    && foreignBase(m_steps, one.member, one.field))
                    m_merged.notes += one.field;
            }
            m_merged.effect.changes += mine;
        } else {
            addConflict(key, differing);
        }
    }

    /// Fields of the group that both sides changed, or that the group ties together, and that end
    /// differently.
    QJsonArray differences(const GroupKey &key, const QList<FieldChange> &mine) const
    {
        QStringList fields = fieldsOf(key.group);
        for (const FieldChange &one : mine) {
            if (!fields.contains(one.field))
                fields += one.field;
        }
        QJsonArray list;
        bool isForeign = false;
        for (const QString &field : fields) {
            const auto base = foreignBase(m_steps, key.member, field);
            const QString theirs = m_named.text(key.member, field);
            const auto own = std::find_if(mine.cbegin(), mine.cend(),
                                          [&](const FieldChange &one) { return one.field == field; });
            const QString wanted = own == mine.cend() ? base.value_or(theirs) : own->value;
            isForeign = isForeign || base;
            if (own != mine.cend() && own->field == "left"_L1)
                isForeign = isForeign || wasPaidSince(m_steps);
            if (own != mine.cend() && wanted == "MENINGGAL"_L1)
                isForeign = isForeign || wasPaidSince(m_steps);
            if (wanted != theirs)
                list += conflictField(field, base.value_or(theirs), wanted, theirs);
        }
        return isForeign ? list : QJsonArray();
    }

    bool needsPerson(const GroupKey &key) const
    {
        if (key.group == "end"_L1)
            return wasPaidSince(m_steps);
        return key.group == "identity"_L1 || key.group == "address"_L1 || key.group == "bank"_L1
            || key.group == "membership"_L1;
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

    const QList<NamedStep> m_steps;
    const FamilyView &m_now;
    const Named m_named;
    const FamilyEffect &m_mine;
    Merged m_merged;
    QJsonArray m_groups;
};

} // namespace

QString mergeGroupOf(const QString &field)
{
    if (field.startsWith("address."_L1) || field.startsWith("billing."_L1))
        return u"address"_s;
    if (field.startsWith("bank."_L1))
        return u"bank"_s;
    return groupTable().value(field, u"right"_s);
}

Merged mergeChanges(const QList<ForeignStep> &steps, const FamilyView &now, const FamilyEffect &mine)
{
    return Merger(steps, now, mine).run();
}

} // namespace Loket
