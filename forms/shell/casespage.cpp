// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/casespage.h"

#include "forms/common/emptystate.h"
#include "forms/common/keybutton.h"
#include "forms/common/navigator.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

CasesPage::CasesPage(Office &office, Navigator &navigator, Dialogs &dialogs, CaseTabFactory makeTab,
                     QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_dialogs(dialogs)
    , m_makeTab(std::move(makeTab))
    , m_stack(new QStackedWidget(this))
    , m_none(new EmptyState(Icon::Case, m_stack))
    , m_register(new KeyButton(m_none))
{
    setObjectName("casesPage"_L1);
    m_register->setKey(u"F3"_s);
    m_register->setPrimary(true);
    connect(m_register, &QPushButton::clicked, this, [this] { m_navigator.startCase(u"REG-PBPU"_s); });
    m_none->addAction(m_register);
    m_stack->addWidget(m_none);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    retranslate();
}

QString CasesPage::title() const
{
    const CaseTab *tab = current();
    return tab ? tab->title() : tr("Cases");
}

bool CasesPage::can(Act act) const
{
    const CaseTab *tab = current();
    return tab && tab->can(act);
}

void CasesPage::perform(Act act)
{
    if (CaseTab *tab = current())
        tab->perform(act);
}

void CasesPage::cameToFront()
{
    if (CaseTab *tab = current())
        tab->cameToFront();
    else
        m_register->setFocus();
}

void CasesPage::leaving()
{
    for (CaseTab *tab : m_tabs)
        tab->leaving();
}

void CasesPage::open(const Case &content)
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        const bool isSame = !content.id.isEmpty() && m_tabs.at(i)->caseId() == content.id;
        const bool correctsSame
            = !content.corrects.isEmpty() && m_corrects.value(m_tabs.at(i)) == content.corrects;
        if (isSame || correctsSame) {
            setCurrent(i);
            return;
        }
    }
    closeSubmitted(); // the next family: what was saved for the last one is on its page
    CaseTab *tab = m_makeTab(content, m_office, m_navigator, m_dialogs, m_stack);
    m_stack->addWidget(tab);
    m_tabs += tab;
    m_corrects.insert(tab, content.corrects);
    connect(tab, &CaseTab::closeRequested, this, [this, tab] { close(tab); });
    connect(tab, &CaseTab::submitted, this, &CasesPage::tabsChanged);
    connect(tab, &CaseTab::applicantChanged, this, [this, tab] {
        if (tab == current())
            Q_EMIT applicantChanged();
    });
    connect(tab, &Page::titleChanged, this, [this] {
        Q_EMIT titleChanged();
        Q_EMIT tabsChanged();
    });
    setCurrent(int(m_tabs.size()) - 1);
}

void CasesPage::close(CaseTab *tab)
{
    const qsizetype index = m_tabs.indexOf(tab);
    if (index < 0)
        return;
    tab->leaving();
    m_tabs.removeAt(index);
    m_corrects.remove(tab);
    m_stack->removeWidget(tab);
    tab->deleteLater();
    if (m_tabs.isEmpty()) {
        m_stack->setCurrentWidget(m_none);
        Q_EMIT titleChanged();
        Q_EMIT tabsChanged();
    } else {
        setCurrent(int(qMin(index, m_tabs.size() - 1)));
    }
}

void CasesPage::closeAll()
{
    while (!m_tabs.isEmpty())
        close(m_tabs.last());
}

void CasesPage::rulesChanged()
{
    for (CaseTab *tab : m_tabs)
        tab->rulesChanged();
}

void CasesPage::closeSubmitted()
{
    for (CaseTab *tab : QList<CaseTab *>(m_tabs)) {
        if (tab->isSubmitted())
            close(tab);
    }
}

int CasesPage::unfinished() const
{
    return int(std::count_if(m_tabs.cbegin(), m_tabs.cend(),
                             [](const CaseTab *tab) { return !tab->isSubmitted(); }));
}

CaseTab *CasesPage::current() const
{
    return qobject_cast<CaseTab *>(m_stack->currentWidget());
}

int CasesPage::currentIndex() const
{
    return int(m_tabs.indexOf(current()));
}

void CasesPage::setCurrent(int index)
{
    if (m_tabs.isEmpty())
        return;
    const int count = int(m_tabs.size());
    CaseTab *tab = m_tabs.at((index % count + count) % count);
    if (CaseTab *old = current(); old && old != tab)
        old->leaving();
    m_stack->setCurrentWidget(tab);
    Q_EMIT titleChanged();
    Q_EMIT tabsChanged();
    if (isVisible())
        tab->cameToFront();
}

QStringList CasesPage::titles() const
{
    QStringList titles;
    for (const CaseTab *tab : m_tabs)
        titles += tab->title().section(u" — "_s, -1); // whom it is about: that tells open cases apart
    return titles;
}

void CasesPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT titleChanged();
    }
}

void CasesPage::retranslate()
{
    m_none->set(tr("No case is open"), tr("Open a draft on the search page, or register a new family."));
    m_register->setText(tr("Register a new family"));
}

} // namespace Loket
