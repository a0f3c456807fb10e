// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"
#include "model/store/views.h"

class QVBoxLayout;

namespace Loket {

class CardFrame;
class FamilyHead;
class FamilyMemberModel;
class HistoryModel;
class ListTable;
class Navigator;
class Office;
class Pill;
class ServiceBox;
class KeyButton;
class UpcomingCard;

/// One family: members, history, what can be done for it now, and what changes soon.
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
    void showServices();
    void chooseAct(const QString &key);
    QString memberFor(const QString &service) const;
    void openHistory(int row);
    void printCard(int row);
    QStringList printableCards() const;
    void printAll(); ///< every card of the family that may be printed, as one batch
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
    KeyButton *m_printAll;
    ListTable *m_memberTable;
    CardFrame *m_historyCard;
    ListTable *m_historyTable;
    CardFrame *m_serviceCard;
    ServiceBox *m_services;
    UpcomingCard *m_upcoming;
    bool m_isMemberChosen = false; ///< the officer moved to one; else the first row says nothing
};

} // namespace Loket
