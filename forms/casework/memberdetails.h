// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/catalogue.h"

#include <QWidget>

namespace Loket {

class CaseDraft;
class CaseField;
class FieldFlow;
class LinkButton;

/// The fields of one member that have no column in the grid: those that the rulebook asks of this member
/// (passport of a foreigner, kinship of an extra member), and all others on demand.
class MemberDetails : public QWidget
{
    Q_OBJECT
public:
    MemberDetails(const QList<Field> &fields, CaseDraft &draft, QWidget *parent = nullptr);

    /// Whether this member has fields here; `onlyOpen`: that are asked and still empty.
    bool hasFields(int row, bool onlyOpen) const;
    void showMember(int row);
    /// Focus to the first field, or with `onlyOpen` the first that is asked and empty.
    void enter(int row, bool onlyOpen);
    /// Focus to one field. False: it has no place here.
    bool enterField(int row, const QString &field);
    void setAllShown(bool all);
    bool isAllShown() const { return m_allShown; }
    void setShowsAll(bool showsAll) { m_showsAll = showsAll; }
    void refresh();
    void retranslate();

Q_SIGNALS:
    /// The last field was left forward, or the first one backward.
    void left(int row, bool forward);

private:
    QStringList askedOf(int row) const;
    bool isShown(int row, const CaseField &field, const QStringList &asked) const;
    void go(CaseField *from, int key);

    CaseDraft &m_draft;
    FieldFlow *m_flow;
    QList<CaseField *> m_fields;
    int m_row = -1;
    bool m_allShown = false;
    bool m_showsAll = false;
};

} // namespace Loket
