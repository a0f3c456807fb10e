// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/header.h"

#include "forms/common/keyhint.h"
#include "forms/common/office.h"
#include "forms/common/pill.h"
#include "forms/common/theme.h"
#include "forms/common/worktexts.h"
#include "forms/find/searchfield.h"
#include "forms/shell/casestrip.h"
#include "forms/shell/officermenu.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace Loket {

using namespace Qt::StringLiterals;

Header::Header(Office &office, Preferences &preferences, QWidget *parent)
    : QFrame(parent)
    , m_office(office)
    , m_search(new SearchField(this))
    , m_searchKey(new KeyHint(u"F2"_s, this))
    , m_cases(new CaseStrip(this))
    , m_stop(new Pill(this))
    , m_trial(new Pill(this))
    , m_place(new Pill(this))
    , m_officer(new QToolButton(this))
    , m_menu(new OfficerMenu(office, preferences, this))
{
    setProperty("role", u"headerStrip"_s);
    setObjectName("header"_L1);
    m_stop->setObjectName("workStopMark"_L1);
    m_trial->setObjectName("trialMark"_L1);
    m_officer->setObjectName("officerButton"_L1);
    m_officer->setMenu(m_menu);
    m_officer->setPopupMode(QToolButton::InstantPopup);
    m_officer->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_officer->setLayoutDirection(Qt::RightToLeft); // the arrow after the name
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_search, 3);
    row->addWidget(m_searchKey);
    row->addWidget(m_cases, 1);
    row->addWidget(m_stop);
    row->addWidget(m_trial);
    row->addWidget(m_place);
    row->addWidget(m_officer);
    applyMetrics();
    connect(&Theme::current(), &Theme::changed, this, &Header::applyMetrics);
    connect(&m_office, &Office::changed, this, &Header::reread);
    connect(&m_office, &Office::officerChanged, this, &Header::reread);
    retranslate();
}

void Header::setContextText(const QString &text)
{
    m_context = text;
    if (text.isEmpty())
        m_search->setHints(
            {tr("NIK, KK, card number, VA, phone or name"), tr("NIK, KK, card or name"), tr("Search")});
    else
        m_search->setHints({text, text.section(u" · "_s, 0, 0), tr("Search")});
}

void Header::reread()
{
    const StoreStatus status = m_office.status();
    m_stop->set(workTitle(status.work), Tone::Danger);
    m_stop->setToolTip(workSentence(status.work));
    m_stop->setVisible(!status.work.mayBegin());
    m_trial->set(tr("TRIAL MODE"), Tone::Warning);
    m_trial->setVisible(status.isTrial);
    m_place->set(status.office.isEmpty() ? status.workstation : status.office, Tone::Neutral);
    m_place->setToolTip(status.workstation);
    m_officer->setText(tr("%1 · %2", "officer's name, role")
                           .arg(m_office.officer().name, roleText(m_office.officer().role)));
    m_officer->setAccessibleName(tr("Officer: %1").arg(m_officer->text()));
}

void Header::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Header::retranslate()
{
    setContextText(m_context);
    m_officer->setToolTip(tr("Officer, language and look"));
    reread();
}

void Header::applyMetrics()
{
    const Theme &theme = Theme::current();
    setFixedHeight(theme.px(Metric::kHeader));
    m_search->setMinimumWidth(theme.px(150));
    m_search->setMaximumWidth(theme.px(460));
    m_officer->setIconSize(QSize(theme.px(Metric::kIcon), theme.px(Metric::kIcon)));
    m_officer->setIcon(theme.icon(Icon::Down, theme.tokens().muted));
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->setContentsMargins(theme.px(Metric::kSpace4), 0, theme.px(Metric::kSpace2), 0);
    row->setSpacing(theme.px(Metric::kSpace3));
}

} // namespace Loket
