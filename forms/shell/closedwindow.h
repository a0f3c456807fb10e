// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/wipemark.h"

#include <QWidget>

class QLabel;

namespace Loket {

class EmptyState;

/// All that is left of a counter that the centre ordered to delete everything: what happened, when and why,
/// and what stayed. Nothing can be done here.
class ClosedWindow : public QWidget
{
    Q_OBJECT

public:
    /// `dir`: where what stayed lies.
    ClosedWindow(const WipeMark &mark, const QString &dir, QWidget *parent = nullptr);

    void setMark(const WipeMark &mark);

private:
    void fill();

    WipeMark m_mark;
    const QString m_dir;
    EmptyState *m_what;
    QLabel *m_reason;
    QLabel *m_sealed;
    QLabel *m_told;
};

} // namespace Loket
