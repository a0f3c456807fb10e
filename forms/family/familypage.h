// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"
#include "forms/common/tokens.h"
#include "model/store/views.h"

class QVBoxLayout;

namespace Loket {

class ActionRow;
class CardFrame;
class FamilyHead;
class FamilyMemberModel;
class HistoryModel;
class ListTable;
class Navigator;
class Office;
class Pill;

/// One family: members, history, and what can be done for it now.
class FamilyPage : public Page
{
    Q_OBJECT

public:
    FamilyPage(Office &office, Navigator &navigator, QWidget *parent = nullptr);
    ~FamilyPage() override;

    /// False: there is no such family, or it can't be read; failure() tells.
    bool open(const QString &kk);
    QString failure() const { return m_failure; }
    const FamilyView &family() const { return m_family; }

    QString title() const override;
    bool can(Act) const override;
    void perform(Act) override;
    void cameToFront() override;

protected:
    void changeEvent(QEvent *) override;

private:
    QWidget *buildLists();
    void show(const FamilyView &family);
    void rebuildActions();
    ActionRow *addAction(const QString &what, const QString &mark, Tone tone, const QString &why);
    void printCard(int row);
    void printReceipt();
    void retranslate();

    Office &m_office;
    Navigator &m_navigator;
    FamilyView m_family;
    QString m_failure;
    FamilyMemberModel *m_members;
    HistoryModel *m_history;
    FamilyHead *m_head;
    CardFrame *m_memberCard;
    Pill *m_noNik;
    ListTable *m_memberTable;
    CardFrame *m_historyCard;
    ListTable *m_historyTable;
    CardFrame *m_actionCard;
    QWidget *m_actions = nullptr;
};

} // namespace Loket
