// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/casedraft.h"

#include <QUndoCommand>

namespace Loket {

/// One step of undo: the whole state before and after. A case is small and its parts are shared, so a step
/// costs a few pointers, and going back can't miss a side effect such as a date filled from the NIK.
class DraftStep : public QUndoCommand
{
public:
    DraftStep(CaseDraft &draft, CaseDraft::State before, CaseDraft::State after, const QString &title,
              QString mergeKey);
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;
    void undo() override;
    void redo() override;

private:
    CaseDraft &m_draft;
    CaseDraft::State m_before;
    CaseDraft::State m_after;
    QString m_mergeKey; ///< empty: never merged
};

} // namespace Loket
