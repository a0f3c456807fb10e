// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <QAbstractButton>

namespace Loket {

/// One thing that can be done: its name, and at the right whether it can be done now. Stays reachable when it
/// can't: choosing it then tells why.
class ActionRow : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ActionRow(QWidget *parent = nullptr);

    void set(const QString &what, const QString &mark, Tone tone, const QString &why);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    void enterEvent(QEnterEvent *) override;
    void leaveEvent(QEvent *) override;

private:
    QString m_mark;
    Tone m_tone = Tone::Neutral;
};

} // namespace Loket
