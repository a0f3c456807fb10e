// SPDX-License-Identifier: Apache-2.0
// The family that a case is about.
#include "forms/casework/casedraft.h"

#include "model/domain/casefields.h"

using namespace Qt::StringLiterals;

namespace Loket {

FamilyNeed CaseDraft::familyNeed() const
{
    return Loket::familyNeed(m_port.rulebook(m_state.content.date), m_state.content.service);
}

void CaseDraft::readKnown()
{
    const FamilyNeed need = familyNeed();
    const CaseFamily &family = m_state.content.family;
    const bool isNamed = !family.kk.isEmpty() || !family.card.isEmpty();
    m_known = isNamed && (need == FamilyNeed::Existing || need == FamilyNeed::Any)
        ? m_port.family(m_state.content)
        : std::nullopt;
}

QString CaseDraft::whomPath() const
{
    const Field *whom = memberField(m_port.rulebook(m_state.content.date), m_state.content.service);
    return whom ? whom->path : QString();
}

const Field *CaseDraft::field(const QString &path) const
{
    const auto found = m_fields.constFind(path);
    return found == m_fields.cend() ? nullptr : &*found;
}

void CaseDraft::takeFamily(const FamilyView &family, const QString &memberKey)
{
    State next = m_state;
    next.notUnderstood.remove(whomPath());
    putFamily(next.content, m_port.rulebook(next.content.date), family, memberKey);
    endStep();
    push(std::move(next), tr("family chosen"));
}

/// The head's name beside what was typed: the holder of an account whose number was.
void CaseDraft::fillNames(State &state, const QString &path) const
{
    const MemberView *head = m_known ? knownHead(*m_known) : nullptr;
    for (const QString &name : m_nameDefaults) {
        const bool isBeside = name != path && name.section(u'.', 0, -2) == path.section(u'.', 0, -2);
        if (head && isBeside && fieldText(state.content, name).isEmpty())
            setFieldText(state.content, name, head->name);
    }
}

void CaseDraft::leaveFamily()
{
    State next = m_state;
    dropFamily(next.content, m_port.rulebook(next.content.date));
    next.notUnderstood.remove(whomPath());
    endStep();
    push(std::move(next), tr("no family"));
}

} // namespace Loket
