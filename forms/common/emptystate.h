// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/icons.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Loket {

/// What a list shows when it has nothing: a picture, what that means, what to do, and the button for it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(Icon icon, QWidget *parent = nullptr);

    void set(const QString &title, const QString &text);
    /// The way on, below the words. The state owns it.
    void addAction(QWidget *button);

private:
    void applyMetrics();

    Icon m_icon;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QVBoxLayout *m_layout;
};

} // namespace Loket
