// SPDX-License-Identifier: Apache-2.0
#include "model/services/effects.h"

#include "model/domain/casefields.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"
#include "model/services/registration.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// Makes the changes of one case out of the rows that fit it.
class EffectMaker
{
public:
    EffectMaker(const Case &content, const std::optional<FamilyView> &known, const Assessment &assessment,
                const Rulebook &rulebook, const Service &service)
        : m_case(content)
        , m_known(known)
        , m_assessment(assessment)
        , m_rulebook(rulebook)
    {
        for (const QString &id : service.fields) {
            const Field *one = field(rulebook, id);
            const QString text = fieldText(content, one->path).trimmed();
            m_facts.insert(one->path, text);
            m_kinds.insert(one->path, one->kind);
            if (one->kind == "member"_L1 && m_person.isEmpty())
                m_person = keyOf(text);
        }
        const QString segment = content.segment.isEmpty() && known ? known->segment : content.segment;
        m_facts.insert(segmentFacts(segment));
        m_facts.insert(u"service"_s, content.service);
        m_facts.insert(u"channel"_s, content.channel);
        m_facts.insert(u"newGroup"_s, m_facts.value(u"details.newSegment"_s).section(u'.', 0, 0));
    }

    /// Rows that change nothing, because their value was not typed, are not in `trace`.
    QList<FieldChange> changes(RuleTrace *trace)
    {
        for (const RuleRow &row : m_rulebook.table(u"effects"_s).all(m_facts, m_case.date, nullptr)) {
            const qsizetype before = m_changes.size();
            add(row);
            if (trace && m_changes.size() > before)
                trace->add(row.fired());
        }
        keepKeysToTheEnd();
        return m_changes;
    }

private:
    /// Who has no card yet is named by the NIK or name: while that is changed, nothing else may come after
    /// it.
    void keepKeysToTheEnd()
    {
        for (const QString &field : {u"name"_s, u"nik"_s})
            std::stable_partition(m_changes.begin(), m_changes.end(), [&](const FieldChange &change) {
                return change.field != field || change.member != m_person || !isKey(field);
            });
    }

    bool isKey(const QString &field) const
    {
        for (const MemberView &one : m_known ? m_known->members : QList<MemberView>()) {
            if (memberKey(one) == m_person)
                return (field == "nik"_L1 ? one.nik : one.name) == m_person;
        }
        return false;
    }

    QString keyOfHead() const
    {
        for (const MemberView &one : m_known ? m_known->members : QList<MemberView>()) {
            if (one.relation == "head"_L1)
                return memberKey(one);
        }
        return {};
    }

    /// The member's key, whatever of the member was named.
    QString keyOf(const QString &named) const
    {
        for (const MemberView &one : m_known ? m_known->members : QList<MemberView>()) {
            if (memberKey(one) == named || (!named.isEmpty() && (one.nik == named || one.card == named)))
                return memberKey(one);
        }
        return named;
    }

    QString valueOf(const QString &cell) const
    {
        if (cell.startsWith(u'='))
            return cell.mid(1);
        if (cell.startsWith("param:"_L1))
            return QString::number(m_rulebook.number(cell.mid(6)));
        if (cell.startsWith("va-of:"_L1))
            return familyVaOf(keyOf(m_facts.value(cell.mid(6))));
        return m_facts.value(cell);
    }

    /// The family's VA keeps its front; the rest follows the card.
    QString familyVaOf(const QString &card) const
    {
        constexpr qsizetype tail = 11;
        if (!m_known || m_known->va.size() <= tail || card.size() < tail)
            return {};
        return m_known->va.chopped(tail) + card.right(tail);
    }

    void add(const RuleRow &row)
    {
        const QString value = valueOf(row.cell(u"value"_s));
        if (value.isEmpty())
            return;
        FieldChange change;
        change.field = row.cell(u"field"_s);
        change.value = value;
        change.service = m_case.service;
        change.caseId = m_case.id;
        if (row.cell(u"day"_s) == "effective"_L1)
            change.effective = m_assessment.dates.effective;
        const QString scope = row.cell(u"scope"_s);
        if (scope == "family"_L1) {
            m_changes += change;
        } else if (scope == "member"_L1) {
            change.member = m_person;
            if (!change.member.isEmpty())
                m_changes += change;
        } else if (scope == "head"_L1) {
            change.member = keyOfHead();
            if (!change.member.isEmpty() && change.member != m_person)
                m_changes += change;
        } else if (m_kinds.value(row.cell(u"value"_s)) == "members"_L1) {
            change.value = u"yes"_s; // the value names who
            for (const QString &key : value.split(u'|'))
                addFor(keyOf(key.trimmed()), change);
        } else {
            for (const MemberView &one : m_known ? m_known->members : QList<MemberView>())
                addFor(memberKey(one), change);
        }
    }

    void addFor(const QString &member, FieldChange change)
    {
        change.member = member;
        m_changes += change;
    }

    const Case &m_case;
    const std::optional<FamilyView> &m_known;
    const Assessment &m_assessment;
    const Rulebook &m_rulebook;
    Facts m_facts;
    QHash<QString, QString> m_kinds;
    QString m_person;
    QList<FieldChange> m_changes;
};

} // namespace

FamilyEffect effectOf(const Case &content, const std::optional<FamilyView> &known,
                      const QList<AssignedNumber> &numbers, const Assessment &assessment,
                      const Rulebook &rulebook, const QString &status, RuleTrace *trace)
{
    FamilyEffect effect;
    const Service *asked = service(rulebook, content.service);
    if (!asked || asked->family == "none"_L1)
        return effect;
    if (asked->family == "new"_L1) {
        effect.registered = registeredFamily(content, numbers, assessment, status);
        const auto bare = effect.registered; // what was registered without the details
        for (FieldChange change : EffectMaker(content, bare, assessment, rulebook, *asked).changes(trace)) {
            change.caseId.clear(); // the family is new as a whole
            applyChange(*effect.registered, change);
        }
        return effect;
    }
    FamilyView described = registeredFamily(content, numbers, assessment, status);
    for (MemberView &one : described.members) {
        one.position += known ? int(known->members.size()) : 0;
        one.fktpSince = content.date;
        effect.added += one;
    }
    effect.changes = EffectMaker(content, known, assessment, rulebook, *asked).changes(trace);
    return effect;
}

QList<int> membersInNeedOfNumbers(const Case &content, const Rulebook &rulebook)
{
    const Service *asked = service(rulebook, content.service);
    QList<int> members;
    for (int i = 0; asked && asked->family != "none"_L1 && i < content.family.members.size(); ++i)
        members += i;
    return members;
}

} // namespace Loket
