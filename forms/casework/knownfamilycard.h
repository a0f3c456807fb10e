// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/store/views.h"

class QLabel;

namespace Loket {

class CaseDraft;
class FamilyFinder;
class KnownMemberModel;
class LinkButton;
class MemberChooser;
class Pill;

/// The family that a service is done for, at the top of the page: who it is, how it stands, its members. As
/// long as none is named it asks for one. Where the service asks for a member, the list is where that one is
/// chosen.
class KnownFamilyCard : public CardFrame
{
    Q_OBJECT
public:
    explicit KnownFamilyCard(CaseDraft &draft, QWidget *parent = nullptr);

    /// Focus to what is still open here. False: nothing is.
    bool enterOpen();
    /// Focus to the family or to the choice of a member. False: neither is asked here.
    bool enterFamily();
    bool enterMember();
    void setShowsAll(bool showsAll);
    bool choosesMember() const; ///< the list is where the member concerned is chosen

Q_SIGNALS:
    /// A family was taken, or the officer goes on without one.
    void settled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();
    void take(const SearchHit &hit);
    void showFamily(const FamilyView &family);
    QString factsOf(const FamilyView &family) const;
    void showProblem();

    CaseDraft &m_draft;
    QString m_whom; // path of the field that names the member
    Pill *m_status;
    QLabel *m_facts;
    QLabel *m_problem;
    QLabel *m_question;
    MemberChooser *m_members;
    KnownMemberModel *m_model;
    FamilyFinder *m_finder;
    LinkButton *m_change;
    bool m_goesWithout = false;
    bool m_isChanging = false;
    bool m_showsAll = false;
};

} // namespace Loket
