// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

namespace Loket {

class CaseDraft;
class DocumentRow;

/// "Dokumen": the checklist of the case. Space or Enter ticks a document and Up and Down go through the list;
/// photos are taken with F4 or waived for a reason; S scans a document.
class DocumentPanel : public CardFrame
{
    Q_OBJECT
public:
    explicit DocumentPanel(CaseDraft &draft, QWidget *parent = nullptr);

    void refresh();
    /// Focus to the first document that is not there yet.
    void focusFirstOpen();

Q_SIGNALS:
    void photoWanted(int member);
    /// The last document was dealt with while the focus was on it.
    void allSeen();
    void rowMade();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void step(int from, int by);
    void goOnFrom(int row);
    void bindScan(DocumentRow *row);

    CaseDraft &m_draft;
    QList<DocumentRow *> m_rows;
    int m_count = 0;
};

} // namespace Loket
