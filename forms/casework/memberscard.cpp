// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/memberscard.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/memberdetails.h"
#include "forms/casework/membergrid.h"
#include "forms/casework/membermodel.h"
#include "forms/common/linkbutton.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

MembersCard::MembersCard(const QList<Field> &detailFields, CaseDraft &draft, QWidget *parent)
    : CardFrame(parent)
    , m_draft(draft)
    , m_grid(new MemberGrid(draft, this))
    , m_details(new MemberDetails(detailFields, draft, this))
    , m_more(new LinkButton(this))
{
    setObjectName(u"section members"_s);
    setFlush(true);
    m_more->setObjectName(u"moreOfMember"_s);
    m_more->setFocusPolicy(Qt::ClickFocus); // by key: Alt+Enter in the grid
    m_more->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Return));
    addToHeader(m_more);
    body()->addWidget(m_grid);
    body()->addWidget(m_details);
    m_grid->setDetailsOf([this](int row, bool onlyOpen) { return m_details->hasFields(row, onlyOpen); });
    connect(m_grid, &MemberGrid::detailsWanted, this,
            [this](int row) { m_details->enter(row, m_details->hasFields(row, true)); });
    connect(m_grid, &MemberGrid::currentRowChanged, m_details, &MemberDetails::showMember);
    connect(m_details, &MemberDetails::left, m_grid, &MemberGrid::continueAfter);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_details->setAllShown(!m_details->isAllShown());
        m_details->showMember(m_grid->currentIndex().row());
        retranslate();
        if (m_details->isAllShown() && m_details->isVisible())
            m_details->enter(m_grid->currentIndex().row(), false);
        else
            m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(&draft, &CaseDraft::changed, this, &MembersCard::refresh);
    retranslate();
    refresh();
}

void MembersCard::refresh()
{
    setCount(QString::number(m_draft.memberCount()));
    m_more->setEnabled(m_draft.memberCount() > 0);
    m_details->showMember(m_grid->currentIndex().row());
}

void MembersCard::setShowsAll(bool showsAll)
{
    m_grid->members().setEmptyIsProblem(showsAll);
    m_details->setShowsAll(showsAll);
    m_details->refresh();
}

void MembersCard::showField(int row, const QString &field)
{
    const int column = MemberModel::columnOf(field);
    m_grid->showCell(row, column < 0 ? int(MemberModel::Name) : column);
    if (column < 0 && !field.isEmpty())
        m_details->enterField(row, field);
}

void MembersCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MembersCard::retranslate()
{
    const bool isNew = m_draft.familyNeed() == FamilyNeed::New;
    setTitle(isNew ? tr("Members") : tr("New members"));
    setHint(isNew ? tr("everybody on the family card has to be registered, all in one class")
                  : tr("only who is not a member yet"));
    m_more->setText(m_details->isAllShown() ? tr("less") : tr("more details"));
    m_more->setAccessibleName(tr("All details of the member"));
    m_grid->retranslate();
    m_details->retranslate();
}

} // namespace Loket
