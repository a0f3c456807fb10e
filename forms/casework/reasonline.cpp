// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/reasonline.h"

#include "forms/common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Loket {

ReasonLine::ReasonLine(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_button(new QPushButton(this))
{
    m_edit->setObjectName(u"reason"_s);
    m_button->setObjectName(u"giveReason"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::current().px(19), 2, 0, 4);
    layout->setSpacing(Theme::current().px(Metric::kSpace1));
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_button);
    connect(m_edit, &QLineEdit::returnPressed, this, &ReasonLine::give);
    connect(m_button, &QPushButton::clicked, this, &ReasonLine::give);
    m_edit->installEventFilter(this);
    m_button->installEventFilter(this);
    hide();
}

void ReasonLine::ask(const QString &name, const QString &hint, const QString &verb)
{
    m_edit->clear();
    m_edit->setPlaceholderText(hint);
    m_edit->setAccessibleName(name);
    m_button->setText(verb);
    m_button->setAccessibleName(verb);
    show();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void ReasonLine::give()
{
    const QString reason = m_edit->text().simplified();
    if (reason.isEmpty()) {
        m_edit->setFocus(Qt::OtherFocusReason);
        return;
    }
    hide();
    Q_EMIT given(reason);
}

bool ReasonLine::eventFilter(QObject *watched, QEvent *event)
{
    // Escape gives up the reason, before it means something to the window.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ReasonLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        Q_EMIT givenUp();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Loket
