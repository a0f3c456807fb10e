// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/draftstep.h"

namespace Loket {

DraftStep::DraftStep(CaseDraft &draft, CaseDraft::State before, CaseDraft::State after, const QString &title,
                     QString mergeKey)
    : QUndoCommand(title)
    , m_draft(draft)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_mergeKey(std::move(mergeKey))
{
}

bool DraftStep::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const DraftStep *>(other);
    if (m_mergeKey.isEmpty() || next->m_mergeKey != m_mergeKey)
        return false;
    m_after = next->m_after;
    setObsolete(m_after == m_before);
    return true;
}

void DraftStep::undo()
{
    m_draft.apply(m_before);
}

void DraftStep::redo()
{
    m_draft.apply(m_after);
}

} // namespace Loket
