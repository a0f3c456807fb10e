// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/casestrip.h"

#include "forms/common/theme.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidest = 160; ///< of one case
constexpr int kPadding = 36; ///< beside its words
constexpr int kRestWidth = 52;
} // namespace

CaseStrip::CaseStrip(QWidget *parent)
    : QWidget(parent)
    , m_rest(new QToolButton(this))
{
    setObjectName("caseStrip"_L1);
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
    updateGeometry();
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
            // They are made late but read here: after the field before them, before the rest.
            setTabOrder(m_buttons.isEmpty() ? m_rest : m_buttons.last(), button);
            m_buttons += button;
        }
        setTabOrder(m_buttons.last(), m_rest);
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

QString CaseStrip::buttonText(int index) const
{
    const Theme &theme = Theme::current();
    return QFontMetrics(theme.font(Type::Strong))
        .elidedText(u"%1 %2"_s.arg(index + 1).arg(m_titles.at(index)), Qt::ElideRight,
                    theme.px(kWidest) - theme.px(kPadding));
}

int CaseStrip::buttonWidth(int index) const
{
    const Theme &theme = Theme::current();
    return QFontMetrics(theme.font(Type::Strong)).horizontalAdvance(buttonText(index)) + theme.px(kPadding);
}

QSize CaseStrip::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_buttons.size(); ++i)
        width += buttonWidth(i) + Theme::current().px(Metric::kSpace1);
    return {width, Theme::current().px(Metric::kRow)};
}

QSize CaseStrip::minimumSizeHint() const
{
    const Theme &theme = Theme::current();
    return {m_buttons.isEmpty() ? 0 : theme.px(kRestWidth + 60), theme.px(Metric::kRow)};
}

/// As many as fit, the one in front always among them.
QList<int> CaseStrip::fitting(int room) const
{
    const Theme &theme = Theme::current();
    const int gap = theme.px(Metric::kSpace1);
    int all = -gap;
    for (int i = 0; i < m_buttons.size(); ++i)
        all += buttonWidth(i) + gap;
    QList<int> order;
    if (m_current >= 0)
        order += m_current;
    for (int i = 0; i < m_buttons.size(); ++i) {
        if (i != m_current)
            order += i;
    }
    int left = all <= room ? room + gap : room - theme.px(kRestWidth);
    QList<int> shown;
    for (const int index : order) {
        left -= buttonWidth(index) + gap;
        if (left < 0 && !(shown.isEmpty() && index == m_current))
            break;
        shown += index;
    }
    std::sort(shown.begin(), shown.end());
    return shown;
}

void CaseStrip::place()
{
    if (m_buttons.isEmpty()) {
        m_rest->hide();
        return;
    }
    const Theme &theme = Theme::current();
    const int height = theme.px(Metric::kRow);
    const int y = (this->height() - height) / 2;
    const QList<int> shown = fitting(width());
    int x = 0;
    for (int i = 0; i < m_buttons.size(); ++i) {
        QToolButton *button = m_buttons.at(i);
        button->setVisible(shown.contains(i));
        if (!shown.contains(i))
            continue;
        const int room = shown.size() == 1 && m_buttons.size() > 1
            ? width() - theme.px(kRestWidth) - theme.px(Metric::kSpace1)
            : buttonWidth(i);
        const int wide = qMin(buttonWidth(i), room);
        // Shortened only when it must be: a width asked for exactly would round the last letter away.
        const QFontMetrics metrics(theme.font(Type::Strong));
        button->setText(wide == buttonWidth(i)
                            ? buttonText(i)
                            : metrics.elidedText(buttonText(i), Qt::ElideRight, wide - theme.px(kPadding)));
        button->setGeometry(x, y, wide, height);
        x += wide + theme.px(Metric::kSpace1);
    }
    const auto hidden = m_buttons.size() - shown.size();
    m_rest->setVisible(hidden > 0);
    m_rest->setText(shown.isEmpty() ? tr("Cases") : u"+%1"_s.arg(hidden));
    m_rest->setGeometry(x, y, shown.isEmpty() ? m_rest->sizeHint().width() : theme.px(kRestWidth), height);
}

} // namespace Loket
