// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/rulebook/catalogue.h"

namespace Loket {

class CaseDraft;
class LinkButton;
class MemberDetails;
class MemberGrid;

/// "Anggota": the grid, and under it what else is asked of the member at hand.
class MembersCard : public CardFrame
{
    Q_OBJECT
public:
    MembersCard(const QList<Field> &detailFields, CaseDraft &draft, QWidget *parent = nullptr);

    MemberGrid &grid() { return *m_grid; }
    void setShowsAll(bool showsAll);
    /// Focus to a field of a member, in the grid or under it.
    void showField(int row, const QString &field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    CaseDraft &m_draft;
    MemberGrid *m_grid;
    MemberDetails *m_details;
    LinkButton *m_more;
};

} // namespace Loket
