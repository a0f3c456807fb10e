// SPDX-License-Identifier: Apache-2.0
#include "forms/common/toast.h"

#include "forms/common/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include <chrono>

namespace Loket {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Toast::Toast(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_undoButton(new QPushButton(this))
{
    setProperty("role", u"toast"_s);
    setObjectName("toast"_L1);
    setProperty("floats", true);
    m_text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_undoButton);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { close(false); });
    connect(m_undoButton, &QPushButton::clicked, this, [this] { close(true); });
    auto *undoKey
        = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z), this); // asleep while the message is hidden
    connect(undoKey, &QShortcut::activated, this, &Toast::undo);
    parent->installEventFilter(this);
    hide();
}

void Toast::show(const QString &text)
{
    show(text, {}, {});
}

void Toast::show(const QString &text, const QString &undoText, std::function<void()> undo,
                 std::function<void()> gone)
{
    finish();
    m_text->setText(text);
    m_undoButton->setText(undoText);
    m_undoButton->setVisible(undo != nullptr);
    m_undo = std::move(undo);
    m_gone = std::move(gone);
    setAccessibleName(text);
    QFrame::show();
    raise();
    place();
    m_timer.start(m_undo ? 8s : 4s);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString Toast::text() const
{
    return isVisible() ? m_text->text() : QString();
}

void Toast::undo()
{
    if (canUndo())
        close(true);
}

void Toast::finish()
{
    if (m_undo || m_gone || !isHidden())
        close(false);
}

void Toast::close(bool undone)
{
    m_timer.stop();
    hide();
    const auto run = undone ? std::exchange(m_undo, {}) : std::exchange(m_gone, {});
    m_undo = {};
    m_gone = {};
    if (run)
        run();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::place()
{
    const Theme &theme = Theme::current();
    layout()->setContentsMargins(theme.px(Metric::kSpace4), theme.px(Metric::kSpace2),
                                 theme.px(Metric::kSpace3), theme.px(Metric::kSpace2));
    layout()->setSpacing(theme.px(Metric::kSpace3));
    layout()->activate();
    const QSize size = sizeHint();
    setGeometry((parentWidget()->width() - size.width()) / 2,
                parentWidget()->height() - size.height() - theme.px(Metric::kStatusBar + Metric::kSpace4),
                size.width(), size.height());
}

} // namespace Loket
