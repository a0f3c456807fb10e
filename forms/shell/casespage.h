// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/casetab.h"

#include <QHash>

class QStackedWidget;

namespace Loket {

class DraftCard;
class EmptyState;
class KeyButton;

/// The open cases, one in front. A case that is open already is brought to the front, never opened twice.
class CasesPage : public Page
{
    Q_OBJECT

public:
    CasesPage(Office &office, Navigator &navigator, Dialogs &dialogs, CaseTabFactory makeTab,
              QWidget *parent = nullptr);

    QString title() const override;
    bool can(Act) const override;
    void perform(Act) override;
    void cameToFront() override;
    void leaving() override;

    void open(const Case &content);
    void close(CaseTab *tab);
    void closeAll();       ///< each keeps its draft
    void rulesChanged();   ///< every open case is assessed anew
    void closeSubmitted(); ///< those that only show what was saved
    int count() const { return int(m_tabs.size()); }
    int unfinished() const; ///< those in which something may still be typed
    CaseTab *current() const;
    int currentIndex() const;
    void setCurrent(int index); ///< wraps around
    QStringList titles() const;

Q_SIGNALS:
    void applicantChanged(); ///< of the case in front
    void tabsChanged();      ///< number, order, titles or the one in front

protected:
    void changeEvent(QEvent *) override;

private:
    void retranslate();

    Office &m_office;
    Navigator &m_navigator;
    Dialogs &m_dialogs;
    CaseTabFactory m_makeTab;
    QList<CaseTab *> m_tabs;
    QHash<CaseTab *, QString> m_corrects; ///< id of the case that a tab corrects
    QStackedWidget *m_stack;
    EmptyState *m_none;
    KeyButton *m_register;
};

} // namespace Loket
