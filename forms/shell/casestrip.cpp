// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/casestrip.h"

#include "forms/common/theme.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace Loket {

using namespace Qt::StringLiterals;

CaseStrip::CaseStrip(QWidget *parent)
    : QWidget(parent)
    , m_rest(new QToolButton(this))
{
    setObjectName("caseStrip"_L1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_rest->setProperty("role", u"tab"_s);
    m_rest->setPopupMode(QToolButton::InstantPopup);
    m_rest->setMenu(new QMenu(m_rest));
    m_rest->hide();
    connect(m_rest->menu(), &QMenu::aboutToShow, this, [this] {
        m_rest->menu()->clear();
        for (int i = 0; i < m_titles.size(); ++i) {
            QAction *action = m_rest->menu()->addAction(u"%1\tCtrl+%2"_s.arg(m_titles.at(i)).arg(i + 1));
            connect(action, &QAction::triggered, this, [this, i] { Q_EMIT chosen(i); });
        }
    });
    connect(&Theme::current(), &Theme::changed, this, &CaseStrip::place);
}

void CaseStrip::setCases(const QStringList &titles, int current)
{
    if (titles == m_titles && current == m_current)
        return;
    const bool same = titles == m_titles;
    m_titles = titles;
    m_current = current;
    if (!same)
        rebuild();
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(i == m_current);
    place();
}

void CaseStrip::rebuild()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    if (m_titles.size() > 1) {
        for (int i = 0; i < m_titles.size(); ++i) {
            auto *button = new QToolButton(this);
            button->setProperty("role", u"tab"_s);
            button->setCheckable(true);
            button->setFocusPolicy(Qt::TabFocus);
            button->setAccessibleName(tr("Open case %1: %2").arg(i + 1).arg(m_titles.at(i)));
            button->setToolTip(tr("%1 (Ctrl+%2)").arg(m_titles.at(i)).arg(i + 1));
            connect(button, &QToolButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
            m_buttons += button;
        }
    }
    m_rest->setAccessibleName(tr("All open cases"));
}

void CaseStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void CaseStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
        place();
    }
}

void CaseStrip::place()
{
    const Theme &theme = Theme::current();
    const int gap = theme.px(Metric::kSpace1);
    const int widest = theme.px(150);
    const int height = theme.px(Metric::kPill + Metric::kSpace2);
    const int y = (this->height() - height) / 2;
    const int restWidth = theme.px(44);
    int x = 0;
    int shown = 0;
    for (int i = 0; i < m_buttons.size(); ++i) {
        QToolButton *button = m_buttons.at(i);
        const QFontMetrics metrics(theme.font(Type::Strong));
        const QString text = metrics.elidedText(u"%1 %2"_s.arg(i + 1).arg(m_titles.at(i)), Qt::ElideRight,
                                                widest - theme.px(2 * Metric::kSpace4));
        button->setText(text);
        const int width = qMin(widest, metrics.horizontalAdvance(text) + theme.px(2 * Metric::kSpace4));
        const bool isLast = i + 1 == m_buttons.size();
        const bool fits = shown == i && x + width + (isLast ? 0 : gap + restWidth) <= this->width();
        button->setVisible(fits);
        if (!fits)
            continue;
        button->setGeometry(x, y, width, height);
        x += width + gap;
        ++shown;
    }
    const auto hidden = m_buttons.size() - shown;
    m_rest->setVisible(hidden > 0);
    m_rest->setText(u"+%1"_s.arg(hidden));
    m_rest->setGeometry(x, y, restWidth, height);
}

} // namespace Loket
